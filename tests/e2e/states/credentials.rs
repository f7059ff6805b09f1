//! The end of stage 3: what is pasted, by its form, and X's answers about it.

use super::file::States;
use super::scene::{COMPANY, Scene};
use super::server_way::answers;
use crate::admin::said;
use anyhow::{Context as _, Result};
use secrecy::SecretString;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::{Mode, SecretLocation, xapp};
use sourcerer_core::stage::Stage;
use sourcerer_core::vault::{Error, UnavailableVault};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::{AppSpec, AppType};
use std::sync::Arc;

const ID: &str = "a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ";
const NATIVE: &str = "cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpuYQ";
const SECRET: &str = "MadeUp-0123456789_MadeUp-0123456789_MadeUp-0123456";
/// It has the same length, but no character that occurs only in a Client Secret.
const AMBIGUOUS: &str = "MadeUp0123456789MadeUp0123456789MadeUp0123456789ab";
const OLD: &str =
    "API Key: MadeUpApiKey0123456789abc\nAPI Key Secret: MadeUpSecretMadeUpSecretMadeUpSecretMadeUpSecre123";

use PasteField::{ClientId, ClientSecret};

pub(super) async fn states() -> Result<States> {
    let pasted = Box::pin(pasted()).await?;
    Ok(pasted.and(Box::pin(asked()).await?))
}

/// The states without a request.
async fn pasted() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    for (name, pastes) in [
        ("empty", vec![]),
        ("onlyId", vec![(ClientId, format!("  \"{ID}\" "))]),
        ("swapped", vec![(ClientId, SECRET.to_owned()), (ClientSecret, ID.to_owned())]),
        ("oldPair", vec![(ClientId, OLD.to_owned())]),
        ("split", vec![(ClientId, format!("Client ID\n{ID}\nClient Secret\n{SECRET}\n"))]),
        ("native", vec![(ClientId, NATIVE.to_owned())]),
        ("both", vec![(ClientId, ID.to_owned()), (ClientSecret, SECRET.to_owned())]),
        ("ambiguous", vec![(ClientId, ID.to_owned()), (ClientSecret, AMBIGUOUS.to_owned())]),
    ] {
        scene.begins_credentials();
        for (field, text) in pastes {
            scene.pastes(field, &text, SecretLocation::Keyring).await?;
        }
        scene.take(name)?;
    }
    scene.begins_credentials();
    scene.pastes(ClientId, ID, SecretLocation::Keyring).await?;
    scene.admin.environment.vault = Arc::new(UnavailableVault(Error::Missing));
    scene.pastes(ClientSecret, SECRET, SecretLocation::Keyring).await?;
    scene.take("keyring")?;
    scene.pastes(ClientSecret, SECRET, SecretLocation::Memory).await?;
    scene.take("memory")?;
    Ok(scene.states)
}

/// The states after the credential probe.
async fn asked() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    scene.take_with("accepted", |job| job.page = Stage::XApp)?;
    // The credentials of an app that its owner made a native one are probed like any other.
    let urls = scene.admin.stored_job()?.urls();
    let callbacks = urls.into_iter().flat_map(|urls| [urls.callback, urls.test_callback]).collect();
    let native = scene.admin.world.practice().x.register(AppSpec {
        name: "Practice app".to_owned(),
        kind: AppType::Native,
        callbacks,
        website: COMPANY.to_owned(),
        request_email: false,
    });
    scene.random.client_id(&native.client_id);
    scene.admin.edit(|job| job.page = Stage::XApp);
    scene.asks_an_x_that_is_down().await?;
    scene.take("cannotTell")?;
    scene.pastes(ClientId, &native.client_id, SecretLocation::Keyring).await?;
    scene.asks_x().await?;
    scene.take("idOnly")?;
    let mut states = scene.states;
    for (name, fault) in [("refused", Fault::WrongSecret), ("unknownId", Fault::UnknownClientId)] {
        let faults = [fault].into_iter().collect();
        let mut scene = Scene::with_pair(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
        scene.admin.edit(|job| job.page = Stage::XApp);
        scene.take(name)?;
        states = states.and(scene.states);
    }
    Ok(states)
}

impl Scene {
    /// Begins another job that is open at the page for the client credentials.
    fn begins_credentials(&mut self) {
        self.begins_another();
        self.types(COMPANY, false);
        self.admin.edit(|job| {
            job.names.agreed = true;
            job.page = Stage::XApp;
            xapp::actions(job).iter().skip(1).for_each(|_| xapp::tick_open(job));
        });
    }

    async fn asks_an_x_that_is_down(&mut self) -> Result<()> {
        let port =
            answers("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await?;
        self.is_practice();
        if let Mode::Practice(practice) = &mut self.admin.environment.world {
            practice.x.set_port(Some(port)).ok().context("an address")?;
        }
        let asked = self.admin.asks_x().await;
        self.practises_no_more();
        asked.map_err(said)
    }

    async fn pastes(&mut self, field: PasteField, text: &str, place: SecretLocation) -> Result<()> {
        let text = SecretString::from(text);
        let job = self.admin.stored_job()?;
        let entered = credentials::accept_paste(&self.admin.environment, &job, field, &text, place, Override::No).await;
        self.admin.merge(|session| credentials::merge_paste(session, entered));
        Ok(())
    }
}
