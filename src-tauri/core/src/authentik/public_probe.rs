//! The public probe: what can be learned about a server without a token, from its name and connection to its release.

use super::client::{is_throttle, retry_after};
use super::foreign_server::is_authentik;
use super::leg::{ServerLeg, ServerLegResult, ServerLegVerdict, so_far, whole};
use super::shapes::RootConfig;
use super::{Client, Error, release};
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::i18n::msg;
use crate::net::{Certificate, ConnectionProbe, ProbeProgress, ProbeStep, Response};
use crate::progress::Observer;
use http::header;
use std::future::Future;
use time::format_description::well_known::{Rfc2822, Rfc3339};
use time::{Duration, OffsetDateTime};

/// How many seconds two clocks may differ. `Date` has whole seconds, and an answer takes time to arrive.
const CLOCKS_DIFFER: i64 = 60;

/// If a certificate expires within this time, its renewal has probably failed.
const RENEWED: Duration = Duration::weeks(2);

/// A server that asks for fewer requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimited {
    /// When to try again, if the server says so.
    pub after: Option<std::time::Duration>,
    /// Whether it is authentik's own throttle that asks.
    pub own: bool,
}

/// The result of a public probe.
#[derive(Debug)]
pub struct PublicProbe {
    /// The legs that were checked.
    pub(super) legs: Vec<ServerLegResult>,
    /// The error that ended the probe.
    pub(super) stopped: Option<Error>,
    /// The release that the server's pages show.
    pub(super) release: Option<String>,
    /// When to try again, if a page that the probe could do without asked for fewer requests.
    pub(super) busy: Option<RateLimited>,
}

impl PublicProbe {
    /// The legs that need no token, including the ones that weren't reached.
    pub fn legs(&self) -> Vec<ServerLegResult> {
        whole(self.legs.clone(), &ServerLeg::OUTSIDE)
    }

    /// The symptoms of legs that passed, which didn't end the probe.
    pub fn remarks(&self) -> impl Iterator<Item = &Symptom> {
        let noted = self.legs.iter().filter(|leg| leg.verdict == ServerLegVerdict::Noted);
        noted.filter_map(|leg| leg.symptom.as_ref())
    }

    /// The error that ended the probe.
    pub fn error(&self) -> Option<&Error> {
        self.stopped.as_ref()
    }

    /// Whether the server asks for fewer requests.
    pub fn rate_limit(&self) -> Option<RateLimited> {
        match &self.stopped {
            Some(Error::Busy { after, own, .. }) => Some(RateLimited { after: *after, own: *own }),
            Some(_) | None => self.busy,
        }
    }

    /// The release that the server's pages show.
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }
}

impl Client {
    /// Probes the server without the token, and reports the progress as part of a check with the legs `of`. Requests
    /// that don't depend on each other are sent in parallel, together with `also`, which isn't sent if no connection
    /// can be made.
    pub async fn approach<T>(
        &self,
        of: &[ServerLeg],
        observer: Observer<'_, Vec<ServerLegResult>>,
        also: impl Future<Output = T>,
    ) -> (PublicProbe, Option<T>) {
        observer(so_far(Vec::new(), of));
        let encrypted = self.server().is_encrypted();
        let step = &mut |step: ProbeProgress| {
            let mut legs = self.way(&step.probe, encrypted);
            legs.truncate(step.complete);
            observer(so_far(legs, of));
        };
        let probe = self.net().probe(Peer::Authentik, self.server().url(), step).await;
        let legs = self.way(&probe, encrypted);
        observer(so_far(legs.clone(), of));
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
            observer(so_far(approach.legs.clone(), of));
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
        // authentik's error pages show the release too.
        let pages = [page.as_ref().ok(), live.as_ref().ok(), Some(&config)];
        let refused = pages.into_iter().flatten().find(|answer| answer.status == 429);
        let busy = refused.map(|answer| RateLimited { after: retry_after(answer), own: is_throttle(answer) });
        let release = pages.into_iter().flatten().find_map(release::told_by);
        // Whether the API is redirected to the first setup too depends on the release.
        let unset = pages.into_iter().flatten().filter(|answer| (300..400).contains(&answer.status));
        let unset = unset.map(|answer| self.redirected(answer)).find(|error| matches!(error, Error::NotSetUp { .. }));
        let configured = match unset {
            Some(error) => Err(error),
            None => self.parse::<RootConfig>(&config, &[]).await,
        };
        if let Err(error) = configured {
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

    /// The first three legs, from the result of the connection probe.
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

    /// Compares the server's clock, by its `Date` (RFC 9110 §6.6.1), with this machine's.
    fn clocks(&self, answer: &Response) -> Option<Symptom> {
        let date = answer.header(&header::DATE)?.replace("GMT", "+0000");
        let theirs = OffsetDateTime::parse(&date, &Rfc2822).ok()?;
        let seconds = (self.net().clock().now() - theirs).whole_seconds();
        (seconds.abs() >= CLOCKS_DIFFER).then(|| Symptom::ClockDiffers { host: self.host(), seconds })
    }
}

/// The number of days for which a certificate is still valid, if that is too short for its renewal: less than two
/// weeks, or less than a fifth of its whole lifetime if that is shorter. Renewal by ACME begins when a third is left.
fn ends_soon(from: &str, until: &str, now: OffsetDateTime) -> Option<u32> {
    let read = |stamp| OffsetDateTime::parse(stamp, &Rfc3339).ok();
    let (from, until) = (read(from)?, read(until)?);
    let left = until - now;
    (left < RENEWED.min((until - from) / 5)).then(|| u32::try_from(left.whole_days()).unwrap_or(0))
}

/// Adds what the release means for the job, if it means anything, and what the facts about it rest on.
pub(super) fn meant(leg: ServerLegResult, version: &str) -> ServerLegResult {
    let leg = match release::basis(version) {
        Some(basis) => leg.says(basis),
        None => leg,
    };
    match release::means(version) {
        Some(means) => ServerLegResult { verdict: ServerLegVerdict::Noted, ..leg.says(means) },
        None => leg,
    }
}

/// Whether the answer is authentik's own error page, which means that nothing behind it works
/// [docs/evidence/authentik.md §5].
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
