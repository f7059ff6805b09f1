//! A job file that was opened, and a job whose other part somebody else does.

use super::file::States;
use super::scene::{COMPANY, Scene};
use crate::admin::said;
use anyhow::{Context as _, Result};
use sourcerer_core::job::handover::{self, HandoverField, HandoverPick, Side};
use sourcerer_core::job::{Environment, Job, Session, View, names};
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use std::path::PathBuf;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    let (server, holder) = (scene.machine("server")?, scene.machine("holder")?);
    scene.admin.desk = server.clone();
    scene.begins_another();
    scene.types(COMPANY, false);
    scene.admin.edit(|draft| {
        draft.page = Stage::Names;
        names::agree(draft);
        draft.handover.side = Side::Server;
        draft.page = Stage::XApp;
    });
    scene.take("theirs")?;
    let file = scene.hands_over("sign-in-with-x.sourcerer").await?;

    // The holder of the X account opens it, changes the name, and hands it back.
    let ours = scene.admin.draft()?;
    scene.admin.desk = holder;
    let mut session = Session::default();
    handover::hand(&scene.admin.desk, &mut session, &file);
    scene.take_of("new", &session)?;
    handover::take(&scene.admin.desk, &mut session).map_err(said)?;
    scene.admin.session = session;
    let back = scene.hands_over("back.sourcerer").await?;
    scene.admin.edit(|draft: &mut Job| {
        "X (company)".clone_into(&mut draft.names.name);
        "x".clone_into(&mut draft.names.slug);
        "https://elsewhere.example".clone_into(&mut draft.server.address);
    });
    let conflict = scene.hands_over("conflict.sourcerer").await?;

    scene.admin.desk = server;
    let mut session = Session::of(ours);
    handover::hand(&scene.admin.desk, &mut session, &back);
    scene.take_of("back", &session)?;
    session.handed = None;
    session.edit(&scene.admin.desk, |draft| {
        "Sign in with X".clone_into(&mut draft.names.name);
        "twitter-2".clone_into(&mut draft.names.slug);
    });
    handover::hand(&scene.admin.desk, &mut session, &conflict);
    session.handed.as_mut().context("a file")?.pick(HandoverField::Name, HandoverPick::Ours);
    scene.take_of("conflict", &session)?;
    Ok(scene.states)
}

impl Scene {
    /// A machine of its own, with its own folder.
    fn machine(&self, name: &str) -> Result<Environment> {
        let folder = self.admin.world.folder().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(Environment { folder, ..self.admin.desk.clone() })
    }

    async fn hands_over(&mut self, name: &str) -> Result<PathBuf> {
        let path = self.admin.world.folder().join(name);
        let mut draft = self.admin.draft()?;
        handover::save(&self.admin.desk, &mut draft, &path).await.map_err(said)?;
        self.admin.session.draft = Some(draft);
        Ok(path)
    }

    /// Takes what this session shows where the program begins: no job is open.
    fn take_of(&mut self, name: &str, session: &Session) -> Result<()> {
        let view = View { job: None, ..View::of(&self.admin.desk, session) };
        self.take_view(name, &view)
    }
}
