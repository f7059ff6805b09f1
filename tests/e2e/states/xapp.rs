//! Stage 3: X's form, step by step, and the list of callbacks that X shows. No request is sent.

use super::file::States;
use super::scene::{COMPANY, Scene};
use anyhow::{Context as _, Result};
use sourcerer_core::job::{Job, xapp};
use sourcerer_core::portal::Layout;
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    scene.begins_another();
    scene.take_with("noServer", |job| job.page = Stage::XApp)?;
    scene.types(COMPANY, false);
    scene.admin.edit(|job| {
        job.names.agreed = true;
        job.page = Stage::XApp;
    });
    scene.take("begun")?;
    forms(&mut scene)?;
    lists(&mut scene)?;
    let job = scene.admin.stored_job()?;
    scene.answer("sightings", serde_json::to_value(xapp::search(&job, "key"))?)?;
    Ok(scene.states)
}

fn forms(scene: &mut Scene) -> Result<()> {
    scene.take_with("newApp", |job| {
        job.xapp.new_app = true;
        xapp::tick(job, "create-app", true);
    })?;
    scene.take_with("callbacks", |job| {
        up_to(job, "callback");
        xapp::tick(job, "callback", true);
    })?;
    scene.take_with("type", |job| {
        job.xapp.layout = Layout::Portal;
        up_to(job, "app-permissions");
    })?;
    scene.take_with("email", |job| {
        with_email(job);
        up_to(job, "app-permissions");
        xapp::tick(job, "read", true);
    })?;
    scene.take_with("noLinks", |job| {
        with_email(job);
        job.names.typed.terms.clear();
        job.names.typed.privacy.clear();
        up_to(job, "terms");
    })?;
    scene.take_with("save", |job| up_to(job, "keep"))?;
    scene.take_with("chosen", |job| {
        up_to(job, "keep");
        job.xapp.open = Some("open-app".to_owned());
    })?;
    scene.take_with("done", |job| xapp::actions(job).iter().for_each(|_| xapp::tick_open(job)))?;
    scene.take_with("all", |job| {
        up_to(job, "callback");
        job.xapp.all = true;
    })
}

fn lists(scene: &mut Scene) -> Result<()> {
    let urls = scene.admin.stored_job()?.urls().context("the URLs")?;
    let (callback, test) = (urls.callback.as_str(), urls.test_callback.as_str());
    let plain = callback.replace("https", "http");
    let others: Vec<_> = (0..9).map(|nth| format!("https://other{nth}.company/callback")).collect();
    for (name, list) in [
        ("differs", vec![plain.trim_end_matches('/'), test]),
        ("lookalike", vec![&callback.replace("company", "c\u{43e}mpany"), test, "https://wiki.company/oauth/x"]),
        ("absent", vec![callback]),
        ("confirmed", vec![callback, test]),
        (
            "overfull",
            [callback.trim_end_matches('/'), test].into_iter().chain(others.iter().map(String::as_str)).collect(),
        ),
    ] {
        scene.take_with(name, |job| {
            up_to(job, "keep");
            xapp::paste(job, &list.join("\n"));
        })?;
    }
    // The list was pasted when the job had another port.
    scene.take_with("stale", |job| {
        up_to(job, "keep");
        xapp::paste(job, &[callback, test].join("\n"));
        job.names.typed.port += 1;
    })
}

/// Ticks all steps before this one.
fn up_to(job: &mut Job, action: &str) {
    while xapp::actions(job).iter().any(|one| one.id == action) {
        let actions = xapp::actions(job);
        let is_done =
            |one: &sourcerer_core::portal::GuideAction| one.steps.iter().all(|step| job.xapp.ticked.contains(&step.id));
        match actions.iter().find(|one| !is_done(one)) {
            Some(open) if open.id != action => xapp::tick_open(job),
            Some(_) | None => break,
        }
    }
}

fn with_email(job: &mut Job) {
    job.names.typed.email = true;
    job.names.typed.terms = "https://company.example/terms".to_owned();
    job.names.typed.privacy = "https://company.example/privacy".to_owned();
}
