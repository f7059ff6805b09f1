//! Stage 3: X's form, action by action, and the list of callbacks that X shows. No server is asked.

use super::file::States;
use super::scene::{COMPANY, Scene};
use anyhow::{Context as _, Result};
use sourcerer_core::job::{Job, names, xapp};
use sourcerer_core::portal::Layout;
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    scene.begins_another();
    scene.take_with("noServer", |draft| draft.page = Stage::XApp)?;
    scene.types(COMPANY, false);
    scene.admin.edit(|draft| {
        draft.names.agreed = true;
        draft.page = Stage::XApp;
    });
    scene.take("begun")?;
    forms(&mut scene)?;
    lists(&mut scene)?;
    let draft = scene.admin.draft()?;
    scene.answer("sightings", serde_json::to_value(xapp::search(&draft, "key"))?)?;
    Ok(scene.states)
}

fn forms(scene: &mut Scene) -> Result<()> {
    scene.take_with("newApp", |draft| {
        draft.xapp.new_app = true;
        xapp::tick(draft, "create-app", true);
    })?;
    scene.take_with("callbacks", |draft| {
        up_to(draft, "callback");
        xapp::tick(draft, "callback", true);
    })?;
    scene.take_with("type", |draft| {
        draft.xapp.layout = Layout::Portal;
        up_to(draft, "type-of-app");
    })?;
    scene.take_with("email", |draft| {
        with_email(draft);
        up_to(draft, "app-permissions");
        xapp::tick(draft, "read", true);
    })?;
    scene.take_with("noLinks", |draft| {
        with_email(draft);
        draft.names.terms.clear();
        draft.names.privacy.clear();
        up_to(draft, "terms");
    })?;
    scene.take_with("save", |draft| up_to(draft, "save"))?;
    scene.take_with("chosen", |draft| {
        up_to(draft, "save");
        draft.xapp.open = Some("authentication".to_owned());
    })?;
    scene.take_with("done", |draft| xapp::actions(draft).iter().for_each(|_| xapp::tick_open(draft)))?;
    scene.take_with("all", |draft| {
        up_to(draft, "callback");
        draft.xapp.all = true;
    })
}

fn lists(scene: &mut Scene) -> Result<()> {
    let urls = names::urls(&scene.admin.draft()?).context("the URLs")?;
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
        scene.take_with(name, |draft| {
            up_to(draft, "keep");
            xapp::paste(draft, &list.join("\n"));
        })?;
    }
    // It was pasted when another port was wanted.
    scene.take_with("stale", |draft| {
        up_to(draft, "keep");
        xapp::paste(draft, &[callback, test].join("\n"));
        draft.names.port += 1;
    })
}

/// Ticks every action before this one.
fn up_to(draft: &mut Job, action: &str) {
    while xapp::actions(draft).iter().any(|one| one.id == action) {
        let actions = xapp::actions(draft);
        let is_done = |one: &sourcerer_core::portal::GuideAction| {
            one.steps.iter().all(|step| draft.xapp.ticked.contains(&step.id))
        };
        match actions.iter().find(|one| !is_done(one)) {
            Some(open) if open.id != action => xapp::tick_open(draft),
            Some(_) | None => break,
        }
    }
}

fn with_email(draft: &mut Job) {
    draft.names.email = true;
    draft.names.terms = "https://company.example/terms".to_owned();
    draft.names.privacy = "https://company.example/privacy".to_owned();
}
