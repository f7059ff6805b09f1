//! A job file that was opened, and a job whose other part is done by another person.

use crate::admin::said;
use crate::states::file::States;
use crate::states::scene::{COMPANY, Scene};
use anyhow::{Context as _, Result};
use sourcerer_core::job::handover::{self, HandoverField, HandoverPick};
use sourcerer_core::job::model::Side;
use sourcerer_core::job::navigation;
use sourcerer_core::job::{Environment, Job, Session, View};
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use std::path::PathBuf;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    let (server, holder) = (scene.machine("server")?, scene.machine("holder")?);
    scene.admin.environment = server.clone();
    scene.begins_another();
    scene.types(COMPANY, false);
    scene.admin.edit(|job| {
        job.page = Stage::Names;
        navigation::agree_to_names(job);
        job.handover.side = Side::Server;
        job.page = Stage::XApp;
    });
    scene.take("theirs")?;
    let file = scene.hands_over("sign-in-with-x.sourcerer").await?;

    // X account owner opens it, changes the name, and returns it.
    let ours = scene.admin.stored_job()?;
    scene.admin.environment = holder;
    let mut session = Session::default();
    handover::open_file(&scene.admin.environment, &mut session, &file);
    scene.take_of("new", &session)?;
    handover::take_file(&scene.admin.environment, &mut session).map_err(said)?;
    scene.admin.session = session;
    let back = scene.hands_over("back.sourcerer").await?;
    scene.admin.edit(|job: &mut Job| {
        "X (company)".clone_into(&mut job.names.typed.name);
        "x".clone_into(&mut job.names.typed.slug);
        "https://elsewhere.example".clone_into(&mut job.server.address);
    });
    let conflict = scene.hands_over("conflict.sourcerer").await?;

    scene.admin.environment = server;
    let mut session = Session::with_job(ours);
    handover::open_file(&scene.admin.environment, &mut session, &back);
    scene.take_of("back", &session)?;
    session.handed = None;
    session.edit(&scene.admin.environment, |job| {
        "Sign in with X".clone_into(&mut job.names.typed.name);
        "twitter-2".clone_into(&mut job.names.typed.slug);
    });
    handover::open_file(&scene.admin.environment, &mut session, &conflict);
    session.handed.as_mut().context("a file")?.pick(HandoverField::Name, HandoverPick::Ours);
    scene.take_of("conflict", &session)?;
    Ok(scene.states)
}

impl Scene {
    /// Another machine with its own folder.
    fn machine(&self, name: &str) -> Result<Environment> {
        let folder = self.admin.world.folder().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(Environment { folder, ..self.admin.environment.clone() })
    }

    async fn hands_over(&mut self, name: &str) -> Result<PathBuf> {
        let path = self.admin.world.folder().join(name);
        let mut job = self.admin.stored_job()?;
        handover::save(&self.admin.environment, &mut job, &path).await.map_err(said)?;
        self.admin.session.job = Some(job);
        Ok(path)
    }

    /// Adds what this session shows on Start, where no job is open.
    fn take_of(&mut self, name: &str, session: &Session) -> Result<()> {
        let view = View { job: None, ..View::new(&self.admin.environment, session) };
        self.take_view(name, &view)
    }
}
