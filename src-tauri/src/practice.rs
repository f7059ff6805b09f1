use crate::state::Failure;
use secrecy::SecretString;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::{Desk, PracticeChosen, World};
use sourcerer_core::net::Trace;
use sourcerer_core::vault::InMemory;
use sourcerer_practice::{Options, Practice};
use std::sync::Arc;
use tempfile::TempDir;

/// The practice servers of this window. They end with it.
pub(crate) struct Servers {
    practice: Practice,
    /// Where practice's journals lie; it goes away with them.
    folder: TempDir,
}

impl Servers {
    /// Starts both on free ports, as they were chosen. The page knows no other names than it was given.
    pub(crate) async fn start(chosen: &PracticeChosen) -> Result<Self, Failure> {
        let faults = chosen.faults.iter().filter_map(|name| name.parse().ok()).collect();
        let layout = chosen.layout.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
        let options = Options { faults, licensed: chosen.licensed, layout, ..Options::default() };
        let practice = Practice::start(options).await;
        let practice = practice.map_err(|_| Symptom::PracticeFailed)?;
        let folder = tempfile::tempdir().map_err(|_| Symptom::PracticeFailed)?;
        Ok(Self { practice, folder })
    }

    /// The same desk with the practice servers for a world, and nothing of the real keyring and folder.
    pub(crate) fn desk(&self, real: &Desk) -> Desk {
        Desk {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            trace: Trace::default(),
            folder: self.folder.path().to_owned(),
            world: World::Practice(Box::new(self.practice.world().clone())),
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
