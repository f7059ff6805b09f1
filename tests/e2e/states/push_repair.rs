//! The link repair after a source was deleted and created again.

use super::file::States;
use super::scene::Scene;
use anyhow::{Context as _, Result};
use sourcerer_core::authentik::ObjectKind;
use sourcerer_core::job::{AccessPolicy, repair};
use sourcerer_practice::PracticeOptions;

/// The people who signed in before the source was created again.
const PEOPLE: [(&str, &str); 4] = [
    ("700000000000000001", "ada"),
    ("700000000000000002", "lin"),
    ("700000000000000003", "m.okafor"),
    ("700000000000000004", "akadmin"),
];

pub(super) async fn states() -> Result<States> {
    let mut silent = Scene::made_again(PracticeOptions::default(), &PEOPLE[..1]).await?;
    silent.looks_who_lost_a_link().await?;
    silent.admin.compares().await?;
    silent.take("repairSilent")?;
    let licensed = PracticeOptions { licensed: true, ..PracticeOptions::default() };
    let mut shell =
        Scene::made_again(PracticeOptions { release: "2026.8".parse()?, ..licensed.clone() }, &PEOPLE[..2]).await?;
    shell.looks_who_lost_a_link().await?;
    shell.agrees_to("ada")?;
    shell.admin.compares().await?;
    shell.take("repairShell")?;
    let mut scene = Scene::made_again(licensed, &PEOPLE).await?;
    scene.looks_who_lost_a_link().await?;
    scene.admin.edit(|job| repair::accept_table(job, "m.okafor 700000000000000008\nlin @lin"));
    scene.agrees_to("ada")?;
    scene.admin.compares().await?;
    scene.take("repair")?;
    Ok(scene.states.and(silent.states).and(shell.states))
}

impl Scene {
    async fn made_again(options: PracticeOptions, people: &[(&str, &str)]) -> Result<Self> {
        let mut scene = Self::with_plan(options).await?;
        // With this mode, an account with a local user's name becomes that user, so that one of them has all rights.
        scene.admin.edit(|job| job.names.typed.who = AccessPolicy::UserName);
        scene.admin.compares().await?;
        scene.admin.pushes().await?;
        for (id, username) in people {
            scene.visits(id, username).await?;
        }
        let slug = scene.admin.stored_job()?.names.typed.slug;
        scene.admin.client().await?.delete(ObjectKind::Source, &slug).await?;
        scene.admin.world.pass(60);
        scene.admin.compares().await?;
        scene.admin.pushes().await?;
        Ok(scene)
    }

    fn agrees_to(&mut self, username: &str) -> Result<()> {
        let page = self.admin.job()?.repair;
        let person = page.people.iter().find(|person| person.username == username).context("somebody")?;
        let (user, id) = (person.user, person.id.clone().context("a number")?);
        self.admin.edit(|job| repair::set_agreed(job, user, &id, true));
        Ok(())
    }

    async fn looks_who_lost_a_link(&mut self) -> Result<()> {
        let outcome = repair::read_links(&self.admin.environment, &self.admin.stored_job()?).await;
        self.admin.merge(|session| session.edit_only(|job| repair::merge_snapshot(job, outcome)));
        Ok(())
    }
}
