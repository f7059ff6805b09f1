use crate::state::Failure;
use secrecy::SecretString;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{Environment, Mode, PracticeChosen, PracticeServers};
use sourcerer_core::net::Trace;
use sourcerer_core::vault::{AbsentSecrets, InMemory};
use sourcerer_practice::{Practice, PracticeOptions};
use std::sync::Arc;
use tempfile::TempDir;

/// The practice servers of this window. They stop when this is dropped.
pub(crate) struct RunningPractice {
    practice: Practice,
    /// The folder of practice's journals, which is deleted with the servers.
    folder: TempDir,
    /// Whether the page keeps the faults to itself.
    hidden: bool,
}

impl RunningPractice {
    /// Starts both servers on free ports with the chosen options. The page has only the names that it received.
    pub(crate) async fn start(chosen: &PracticeChosen) -> Result<Self, Failure> {
        let faults = chosen.faults.iter().filter_map(|name| name.parse().ok()).collect();
        let layout = chosen.layout.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
        let options = PracticeOptions { faults, licensed: chosen.licensed, layout, ..PracticeOptions::default() };
        let practice = Practice::start(options).await;
        let practice = practice.map_err(|_| Symptom::PracticeFailed)?;
        let folder = tempfile::tempdir().map_err(|_| Symptom::PracticeFailed)?;
        Ok(Self { practice, folder, hidden: chosen.hidden })
    }

    /// A copy of the environment with the practice servers, and without the real keyring and folder.
    pub(crate) fn environment(&self, real: &Environment) -> Environment {
        let servers = PracticeServers { hidden: self.hidden, ..self.practice.world().clone() };
        Environment {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            absent: AbsentSecrets::default(),
            trace: Trace::default(),
            // A CA file that is gone must not keep anybody from practice.
            settings: Settings { ca_file: None, ..real.settings.clone() },
            folder: self.folder.path().to_owned(),
            world: Mode::Practice(Box::new(servers)),
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
