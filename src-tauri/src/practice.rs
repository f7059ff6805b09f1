use crate::state::Failure;
use secrecy::SecretString;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::{Environment, Mode, PracticeChosen};
use sourcerer_core::net::Trace;
use sourcerer_core::vault::InMemory;
use sourcerer_practice::{Practice, PracticeOptions};
use std::sync::Arc;
use tempfile::TempDir;

/// The practice servers of this window. They end with it.
pub(crate) struct RunningPractice {
    practice: Practice,
    /// Where practice's journals lie; it goes away with them.
    folder: TempDir,
}

impl RunningPractice {
    /// Starts both on free ports, as they were chosen. The page knows no other names than it was given.
    pub(crate) async fn start(chosen: &PracticeChosen) -> Result<Self, Failure> {
        let faults = chosen.faults.iter().filter_map(|name| name.parse().ok()).collect();
        let layout = chosen.layout.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
        let options = PracticeOptions { faults, licensed: chosen.licensed, layout, ..PracticeOptions::default() };
        let practice = Practice::start(options).await;
        let practice = practice.map_err(|_| Symptom::PracticeFailed)?;
        let folder = tempfile::tempdir().map_err(|_| Symptom::PracticeFailed)?;
        Ok(Self { practice, folder })
    }

    /// The same environment with the practice servers for a world, and nothing of the real keyring and folder.
    pub(crate) fn environment(&self, real: &Environment) -> Environment {
        Environment {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            trace: Trace::default(),
            folder: self.folder.path().to_owned(),
            world: Mode::Practice(Box::new(self.practice.world().clone())),
            ..real.clone()
        }
    }

    pub(crate) fn token(&self) -> SecretString {
        self.practice.authentik.token().clone()
    }

    pub(crate) async fn stop(self) {
        self.practice.stop().await;
    }
}
