//! The practice authentik behind a proxy, with a source of other people, and what is read of it after a kill.

use super::KillTally;
use crate::faults::likeness;
use crate::proxy::Proxy;
use crate::raw::Raw;
use anyhow::{Context as _, Result};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_practice::{Practice, PracticeOptions};
use std::collections::BTreeMap;
use std::time::Duration;

/// The slug of the source.
pub(super) const SLUG: &str = "x";

/// How much longer each answer takes, so that a kill meets the program at work and not at its end.
const DELAY: Duration = Duration::from_millis(8);

/// A running practice authentik, and the proxy in front of it.
#[derive(Debug)]
pub struct Server {
    /// The server.
    pub practice: Practice,
    /// The proxy, whose address the product has.
    pub proxy: Proxy,
    /// Another admin's client.
    pub raw: Raw,
    /// The server without the source, and with it.
    pub(super) before: String,
    pub(super) after: String,
}

impl Server {
    pub(super) async fn start() -> Result<Self> {
        let practice = Box::pin(Practice::start(PracticeOptions::default())).await?;
        let proxy = Proxy::slow(practice.authentik.base(), DELAY).await?;
        let raw = Raw::new(practice.authentik.base(), practice.authentik.token());
        let other = json!({
            "name": "Company", "slug": "company", "provider_type": "github", "consumer_key": "key",
            "consumer_secret": "somebody-elses",
        });
        let other = raw.post("/api/v3/sources/oauth/", &other).await?;
        let stage = raw.list("/api/v3/stages/identification/").await?.pop().context("a stage")?;
        let path = format!("/api/v3/stages/identification/{}/", stage["pk"].as_str().context("a key")?);
        raw.patch(&path, &json!({ "sources": [other["pk"]] })).await?;
        let before = likeness(&raw, practice.authentik.base()).await?;
        Ok(Self { practice, proxy, raw, after: before.clone(), before })
    }

    pub(super) async fn likeness(&self) -> Result<String> {
        likeness(&self.raw, self.practice.authentik.base()).await
    }

    /// A Client Secret that was never used before, with the length of X's.
    pub fn secret(number: usize) -> String {
        format!("c4n4ry-k1lled-{number:04}-0123456789abcdefghijklmnopqrst")
    }

    pub(super) fn has_secret(&self, secret: &str) -> bool {
        self.practice.authentik.has_secret(SLUG, &SecretString::from(secret))
    }

    /// Waits until the server has answered everything that a killed program sent, and counts what exists twice.
    pub(super) async fn settle(&self, kill: &str, tally: &mut KillTally) -> Result<String> {
        self.proxy.heal().await;
        for path in
            ["/api/v3/sources/oauth/", "/api/v3/propertymappings/source/oauth/", "/api/v3/stages/identification/"]
        {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for object in self.raw.list(path).await? {
                for field in ["name", "slug"] {
                    if let Some(value) = object[field].as_str() {
                        *seen.entry(format!("{field} {value}")).or_default() += 1;
                    }
                }
                let listed = object["sources"].as_array().cloned().unwrap_or_default();
                let twice = |one: &&Value| listed.iter().filter(|other| other == one).count() > 1;
                if listed.iter().any(|one| twice(&one)) {
                    tally.twins.push(format!("{kill}: a source stands twice on a login page"));
                }
            }
            let twins = seen.into_iter().filter(|(_, count)| *count > 1);
            tally.twins.extend(twins.map(|(what, count)| format!("{kill}: {count} of {what} in {path}")));
        }
        let now = self.likeness().await?;
        if now != self.before && now != self.after {
            tally.between += 1;
        }
        Ok(now)
    }
}
