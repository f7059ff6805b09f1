//! The way to a server as far as it leads without the token: name, connection, TLS, HTTP, authentik, release.

use super::client::retry_after;
use super::foreign_server::is_authentik;
use super::leg::{LegObserver, ServerLeg, ServerLegResult, ServerLegVerdict, so_far, whole};
use super::shapes::RootConfig;
use super::{Client, Error, release};
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::i18n::msg;
use crate::net::{Certificate, ConnectionProbe, ProbeStep, Response};
use http::header;
use std::future::Future;
use time::format_description::well_known::{Rfc2822, Rfc3339};
use time::{Duration, OffsetDateTime};

/// From how many seconds on two clocks differ: `Date` counts whole ones, and an answer takes its time.
const CLOCKS_DIFFER: i64 = 60;

/// With less time left, a certificate's renewal has probably failed.
const RENEWED: Duration = Duration::weeks(2);

/// A server that wants fewer requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimited {
    /// When to come back, where it says so.
    pub after: Option<std::time::Duration>,
}

/// How far one came, without the token.
#[derive(Debug)]
pub struct PublicProbe {
    /// The legs so far.
    pub(super) legs: Vec<ServerLegResult>,
    /// Where it ended.
    pub(super) stopped: Option<Error>,
    /// The release that its pages tell.
    pub(super) release: Option<String>,
    /// When to come back, where a page beside the way wanted fewer requests.
    pub(super) busy: Option<RateLimited>,
}

impl PublicProbe {
    /// The legs as far as they go without a token, those that weren't come to included.
    pub fn legs(&self) -> Vec<ServerLegResult> {
        whole(self.legs.clone(), &ServerLeg::OUTSIDE)
    }

    /// What the legs noted, which doesn't end the way.
    pub fn noted(&self) -> impl Iterator<Item = &Symptom> {
        let noted = self.legs.iter().filter(|leg| leg.verdict == ServerLegVerdict::Noted);
        noted.filter_map(|leg| leg.symptom.as_ref())
    }

    /// Where it ended.
    pub fn stopped(&self) -> Option<&Error> {
        self.stopped.as_ref()
    }

    /// Whether the server wants fewer requests.
    pub fn busy(&self) -> Option<RateLimited> {
        match &self.stopped {
            Some(Error::Busy { after, .. }) => Some(RateLimited { after: *after }),
            Some(_) | None => self.busy,
        }
    }

    /// The release that the server's pages tell.
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }
}

impl Client {
    /// Goes to the server without the token, and tells how far it is, as one of a check with the legs `of`. What doesn't
    /// depend on each other is asked at once, `also` with it; that isn't asked where no connection comes about.
    pub async fn approach<T>(
        &self,
        of: &[ServerLeg],
        told: LegObserver<'_>,
        also: impl Future<Output = T>,
    ) -> (PublicProbe, Option<T>) {
        told(so_far(Vec::new(), of));
        let encrypted = self.server().is_encrypted();
        let step = &mut |probe: &ConnectionProbe, steps: usize| {
            let mut legs = self.way(probe, encrypted);
            legs.truncate(steps);
            told(so_far(legs, of));
        };
        let probe = self.net().probe(Peer::Authentik, self.server().url(), step).await;
        let legs = self.way(&probe, encrypted);
        told(so_far(legs.clone(), of));
        let failed = [failure(probe.name), failure(probe.connect), failure(probe.tls)].into_iter().flatten().next();
        if let Some(error) = failed {
            return (PublicProbe { legs, stopped: Some(error.into()), release: None, busy: None }, None);
        }
        let asked = async {
            let (live, config, page) = tokio::join!(
                self.visit(self.url(&["-", "health", "live", ""], &[]), None),
                self.visit(self.api(&["root", "config"], &[]), None),
                self.visit(self.url(&["if", "flow", "default-authentication-flow", ""], &[]), None),
            );
            let approach = self.met(legs, live, config, page).await;
            told(so_far(approach.legs.clone(), of));
            approach
        };
        let (approach, also) = tokio::join!(asked, also);
        (approach, Some(also))
    }

    async fn met(
        &self,
        mut legs: Vec<ServerLegResult>,
        live: Result<Response, Error>,
        config: Result<Response, Error>,
        page: Result<Response, Error>,
    ) -> PublicProbe {
        let config = match config {
            Ok(config) => config,
            Err(error) => {
                legs.push(ServerLegResult::failed(ServerLeg::Http, error.symptom()));
                return PublicProbe { legs, stopped: Some(error), release: None, busy: None };
            }
        };
        let status = msg::reach_http(config.status.to_string());
        let http = ServerLegResult::new(ServerLeg::Http, ServerLegVerdict::Passed).took(config.took).says(status);
        legs.push(match self.clocks(&config) {
            Some(symptom) => http.noted(symptom),
            None => http,
        });
        // An error page of authentik's tells the release as well.
        let pages = [page.as_ref().ok(), live.as_ref().ok(), Some(&config)];
        let refused = pages.into_iter().flatten().find(|answer| answer.status == 429);
        let busy = refused.map(|answer| RateLimited { after: retry_after(answer) });
        let release = pages.into_iter().flatten().find_map(release::told_by);
        if let Err(error) = self.parse::<RootConfig>(&config, &[]).await {
            let error = match live {
                Ok(live) if is_broken(&config) && is_broken(&live) => Error::DatabaseAway { host: self.host() },
                Ok(_) | Err(_) => error,
            };
            let mut found = ServerLegResult::failed(ServerLeg::Found, error.symptom());
            if let Some(seconds) = retry_after(&config).and_then(|after| u32::try_from(after.as_secs()).ok()) {
                found = found.says(msg::reach_retry(seconds));
            }
            legs.push(found.took(config.took));
            return PublicProbe { legs, stopped: Some(error), release, busy };
        }
        let found = ServerLegResult::new(ServerLeg::Found, ServerLegVerdict::Passed).took(config.took);
        legs.push(match live {
            Ok(live) if live.status == 200 => found.says(msg::reach_found()),
            Ok(_) | Err(_) => found.says(msg::reach_found_without_health()),
        });
        let version = match &release {
            Some(version) => {
                let leg = ServerLegResult::new(ServerLeg::Version, ServerLegVerdict::Passed)
                    .says(msg::reach_version_outside(version));
                match release::newer(version) {
                    Some(symptom) => leg.noted(symptom),
                    None => meant(leg, version),
                }
            }
            None => ServerLegResult::new(ServerLeg::Version, ServerLegVerdict::Noted).says(msg::reach_version_untold()),
        };
        legs.push(match page {
            Ok(page) => version.took(page.took),
            Err(_) => version,
        });
        PublicProbe { legs, stopped: None, release, busy }
    }

    /// The first three legs, from what the probe found.
    fn way(&self, probe: &ConnectionProbe, encrypted: bool) -> Vec<ServerLegResult> {
        let mut name = leg_of(ServerLeg::Name, &probe.name);
        if let ProbeStep::Passed { found, .. } = &probe.name {
            name = name.says(msg::reach_name(found.join(", ")));
        } else if matches!(probe.name, ProbeStep::NotNeeded) {
            name = name.says(match &probe.proxy {
                Some(proxy) => msg::reach_name_by_proxy(proxy),
                None => msg::reach_name_number(),
            });
        }
        let mut connect = leg_of(ServerLeg::Connect, &probe.connect);
        if let Some(proxy) = &probe.proxy {
            connect = connect.says(msg::reach_connect_proxy(proxy));
        } else if let ProbeStep::Passed { found, .. } = &probe.connect {
            connect = connect.says(msg::reach_connect(found));
        }
        let mut tls = leg_of(ServerLeg::Tls, &probe.tls);
        if let ProbeStep::Passed { found, .. } = &probe.tls {
            tls = tls.says(msg::reach_tls(found));
        } else if matches!(probe.tls, ProbeStep::NotNeeded) {
            tls = tls.says(if encrypted { msg::reach_tls_by_proxy() } else { msg::reach_tls_plain() });
        }
        if let Some(Certificate { issuer, names, from, until, chain }) = &probe.certificate {
            let day = |stamp: &String| stamp.get(..10).unwrap_or_default().to_owned();
            tls = tls.says(msg::reach_certificate(*chain, day(from), issuer, names.join(", "), day(until)));
            if matches!(probe.tls, ProbeStep::Passed { .. })
                && let Some(days) = ends_soon(from, until, self.net().clock().now())
            {
                tls = tls.noted(Symptom::CertificateEndsSoon { host: self.host(), days });
            }
        }
        vec![name, connect, tls]
    }

    /// Whether the server's clock and this machine's differ: its `Date` (RFC 9110 §6.6.1) against now.
    fn clocks(&self, answer: &Response) -> Option<Symptom> {
        let date = answer.header(&header::DATE)?.replace("GMT", "+0000");
        let theirs = OffsetDateTime::parse(&date, &Rfc2822).ok()?;
        let seconds = (self.net().clock().now() - theirs).whole_seconds();
        (seconds.abs() >= CLOCKS_DIFFER).then(|| Symptom::ClockDiffers { host: self.host(), seconds })
    }
}

/// The days that a certificate is still good for, where that is less than its renewal needs: two weeks, or a fifth of
/// its whole time where that is shorter. Who renews by ACME begins at a third.
fn ends_soon(from: &str, until: &str, now: OffsetDateTime) -> Option<u32> {
    let read = |stamp| OffsetDateTime::parse(stamp, &Rfc3339).ok();
    let (from, until) = (read(from)?, read(until)?);
    let left = until - now;
    (left < RENEWED.min((until - from) / 5)).then(|| u32::try_from(left.whole_days()).unwrap_or(0))
}

/// What the release means, where it means anything.
pub(super) fn meant(leg: ServerLegResult, version: &str) -> ServerLegResult {
    match release::means(version) {
        Some(means) => ServerLegResult { verdict: ServerLegVerdict::Noted, ..leg.says(means) },
        None => leg,
    }
}

/// authentik's own error page: nothing behind it works [docs/evidence/authentik.md §5].
fn is_broken(answer: &Response) -> bool {
    answer.status == 500 && is_authentik(answer)
}

fn failure<T>(step: ProbeStep<T>) -> Option<crate::net::Error> {
    match step {
        ProbeStep::Failed { error, .. } => Some(error),
        ProbeStep::NotNeeded | ProbeStep::NotReached | ProbeStep::Passed { .. } => None,
    }
}

fn leg_of<T>(leg: ServerLeg, step: &ProbeStep<T>) -> ServerLegResult {
    match step {
        ProbeStep::NotNeeded => ServerLegResult::new(leg, ServerLegVerdict::NotNeeded),
        ProbeStep::NotReached => ServerLegResult::new(leg, ServerLegVerdict::NotReached),
        ProbeStep::Passed { took, .. } => ServerLegResult::new(leg, ServerLegVerdict::Passed).took(*took),
        ProbeStep::Failed { error, took } => ServerLegResult::failed(leg, error.symptom()).took(*took),
    }
}
