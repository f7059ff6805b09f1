//! Stage 1: what is typed, where the token is stored, and each end of the server check.

use super::file::States;
use super::scene::{COMPANY, Scene};
use super::server_way;
use anyhow::Result;
use sourcerer_core::job::server::{self, merge_address};
use sourcerer_core::job::{Job, SecretLocation};
use sourcerer_core::vault::{Error, UnavailableVault};
use sourcerer_practice::PracticeOptions;
use std::sync::Arc;

pub(super) async fn states() -> Result<States> {
    let ways = Box::pin(server_way::states()).await?;
    Ok(Box::pin(entered()).await?.and(ways))
}

/// The states without a request.
async fn entered() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    scene.begins_another();
    scene.take("empty")?;
    scene.types("https://authentik.company:99999", false);
    scene.take("refused")?;
    scene.types("http://auth.lan:9000", false);
    scene.take("plainHttp")?;
    scene.types("http://auth.lan:9000", true);
    scene.take("plainHttpAgreed")?;
    scene.types(&format!("{COMPANY}/if/admin/"), false);
    scene.take("address")?;
    let vault = std::mem::replace(&mut scene.admin.environment.vault, Arc::new(UnavailableVault(Error::Missing)));
    scene.keeps_a_token_in(SecretLocation::Keyring).await?;
    scene.take("noKeyring")?;
    scene.keeps_a_token_in(SecretLocation::Memory).await?;
    scene.take("inMemory")?;
    scene.admin.environment.vault = vault;
    scene.types("https://auth.lan:9443/sso", false);
    scene.admin.edit(|job| job.server.ca_file = Some("/home/m.okafor/certificates/homelab-root-ca.pem".into()));
    scene.keeps_a_token_in(SecretLocation::Keyring).await?;
    scene.take("path")?;
    Ok(scene.states)
}

impl Scene {
    /// Types an address.
    pub(super) fn types(&mut self, address: &str, allow_http: bool) {
        self.admin.edit(|job: &mut Job| merge_address(&mut job.server, address.to_owned(), allow_http));
    }

    /// Pastes a token that no server knows.
    pub(super) async fn keeps_a_token_in(&mut self, place: SecretLocation) -> Result<()> {
        let (job, token) = (self.admin.stored_job()?, self.secret());
        let kept = server::store_token(&self.admin.environment, &job.server, &token, place).await;
        self.admin.merge(|session| server::merge_token(session, kept));
        Ok(())
    }
}
