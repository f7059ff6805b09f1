//! The way to a server as far as it leads without the token: name, connection, TLS, HTTP, authentik, release.

use super::client::retry_after;
use super::leg::{Leg, LegState, Told, Verdict, so_far, whole};
use super::shapes::RootConfig;
use super::stranger::is_authentik;
use super::{Client, Error, release};
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::net::{Answer, Certificate, Probe, Step};
use crate::words::said;
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
pub struct Busy {
    /// When to come back, where it says so.
    pub after: Option<std::time::Duration>,
}

/// How far one came, without the token.
#[derive(Debug)]
pub struct Approach {
    /// The legs so far.
    pub(super) legs: Vec<LegState>,
    /// Where it ended.
    pub(super) stopped: Option<Error>,
    /// The release that its pages tell.
    pub(super) release: Option<String>,
    /// When to come back, where a page beside the way wanted fewer requests.
    pub(super) busy: Option<Busy>,
}

impl Approach {
    /// The legs as far as they go without a token, those that weren't come to included.
    pub fn legs(&self) -> Vec<LegState> {
        whole(self.legs.clone(), &Leg::OUTSIDE)
    }

    /// What the legs noted, which doesn't end the way.
    pub fn noted(&self) -> impl Iterator<Item = &Symptom> {
        let noted = self.legs.iter().filter(|leg| leg.verdict == Verdict::Noted);
        noted.filter_map(|leg| leg.symptom.as_ref())
    }

    /// Where it ended.
    pub fn stopped(&self) -> Option<&Error> {
        self.stopped.as_ref()
    }

    /// Whether the server wants fewer requests.
    pub fn busy(&self) -> Option<Busy> {
        match &self.stopped {
            Some(Error::Busy { after, .. }) => Some(Busy { after: *after }),
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
        of: &[Leg],
        told: Told<'_>,
        also: impl Future<Output = T>,
    ) -> (Approach, Option<T>) {
        told(so_far(Vec::new(), of));
        let encrypted = self.server().is_encrypted();
        let step = &mut |probe: &Probe, steps: usize| {
            let mut legs = self.way(probe, encrypted);
            legs.truncate(steps);
            told(so_far(legs, of));
        };
        let probe = self.net().probe(Peer::Authentik, self.server().url(), step).await;
        let legs = self.way(&probe, encrypted);
        told(so_far(legs.clone(), of));
        let failed = [failure(probe.name), failure(probe.connect), failure(probe.tls)].into_iter().flatten().next();
        if let Some(error) = failed {
            return (Approach { legs, stopped: Some(error.into()), release: None, busy: None }, None);
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
        mut legs: Vec<LegState>,
        live: Result<Answer, Error>,
        config: Result<Answer, Error>,
        page: Result<Answer, Error>,
    ) -> Approach {
        let config = match config {
            Ok(config) => config,
            Err(error) => {
                legs.push(LegState::failed(Leg::Http, error.symptom()));
                return Approach { legs, stopped: Some(error), release: None, busy: None };
            }
        };
        let status = said::reach_http(config.status.to_string());
        let http = LegState::new(Leg::Http, Verdict::Passed).took(config.took).says(status);
        legs.push(match self.clocks(&config) {
            Some(symptom) => http.noted(symptom),
            None => http,
        });
        // An error page of authentik's tells the release as well.
        let pages = [page.as_ref().ok(), live.as_ref().ok(), Some(&config)];
        let refused = pages.into_iter().flatten().find(|answer| answer.status == 429);
        let busy = refused.map(|answer| Busy { after: retry_after(answer) });
        let release = pages.into_iter().flatten().find_map(release::told_by);
        if let Err(error) = self.parse::<RootConfig>(&config, &[]).await {
            let error = match live {
                Ok(live) if is_broken(&config) && is_broken(&live) => Error::DatabaseAway { host: self.host() },
                Ok(_) | Err(_) => error,
            };
            let mut found = LegState::failed(Leg::Found, error.symptom());
            if let Some(seconds) = retry_after(&config).and_then(|after| u32::try_from(after.as_secs()).ok()) {
                found = found.says(said::reach_retry(seconds));
            }
            legs.push(found.took(config.took));
            return Approach { legs, stopped: Some(error), release, busy };
        }
        let found = LegState::new(Leg::Found, Verdict::Passed).took(config.took);
        legs.push(match live {
            Ok(live) if live.status == 200 => found.says(said::reach_found()),
            Ok(_) | Err(_) => found.says(said::reach_found_without_health()),
        });
        let version = match &release {
            Some(version) => {
                let leg = LegState::new(Leg::Version, Verdict::Passed).says(said::reach_version_outside(version));
                match release::newer(version) {
                    Some(symptom) => leg.noted(symptom),
                    None => meant(leg, version),
                }
            }
            None => LegState::new(Leg::Version, Verdict::Noted).says(said::reach_version_untold()),
        };
        legs.push(match page {
            Ok(page) => version.took(page.took),
            Err(_) => version,
        });
        Approach { legs, stopped: None, release, busy }
    }

    /// The first three legs, from what the probe found.
    fn way(&self, probe: &Probe, encrypted: bool) -> Vec<LegState> {
        let mut name = leg_of(Leg::Name, &probe.name);
        if let Step::Passed { found, .. } = &probe.name {
            name = name.says(said::reach_name(found.join(", ")));
        } else if matches!(probe.name, Step::NotNeeded) {
            name = name.says(match &probe.proxy {
                Some(proxy) => said::reach_name_by_proxy(proxy),
                None => said::reach_name_number(),
            });
        }
        let mut connect = leg_of(Leg::Connect, &probe.connect);
        if let Some(proxy) = &probe.proxy {
            connect = connect.says(said::reach_connect_proxy(proxy));
        } else if let Step::Passed { found, .. } = &probe.connect {
            connect = connect.says(said::reach_connect(found));
        }
        let mut tls = leg_of(Leg::Tls, &probe.tls);
        if let Step::Passed { found, .. } = &probe.tls {
            tls = tls.says(said::reach_tls(found));
        } else if matches!(probe.tls, Step::NotNeeded) {
            tls = tls.says(if encrypted { said::reach_tls_by_proxy() } else { said::reach_tls_plain() });
        }
        if let Some(Certificate { issuer, names, from, until, chain }) = &probe.certificate {
            let day = |stamp: &String| stamp.get(..10).unwrap_or_default().to_owned();
            tls = tls.says(said::reach_certificate(*chain, day(from), issuer, names.join(", "), day(until)));
            if matches!(probe.tls, Step::Passed { .. })
                && let Some(days) = ends_soon(from, until, self.net().clock().now())
            {
                tls = tls.noted(Symptom::CertificateEndsSoon { host: self.host(), days });
            }
        }
        vec![name, connect, tls]
    }

    /// Whether the server's clock and this machine's differ: its `Date` (RFC 9110 §6.6.1) against now.
    fn clocks(&self, answer: &Answer) -> Option<Symptom> {
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
pub(super) fn meant(leg: LegState, version: &str) -> LegState {
    match release::means(version) {
        Some(means) => LegState { verdict: Verdict::Noted, ..leg.says(means) },
        None => leg,
    }
}

/// authentik's own error page: nothing behind it works [docs/evidence/authentik.md §5].
fn is_broken(answer: &Answer) -> bool {
    answer.status == 500 && is_authentik(answer)
}

fn failure<T>(step: Step<T>) -> Option<crate::net::Error> {
    match step {
        Step::Failed { error, .. } => Some(error),
        Step::NotNeeded | Step::NotReached | Step::Passed { .. } => None,
    }
}

fn leg_of<T>(leg: Leg, step: &Step<T>) -> LegState {
    match step {
        Step::NotNeeded => LegState::new(leg, Verdict::NotNeeded),
        Step::NotReached => LegState::new(leg, Verdict::NotReached),
        Step::Passed { took, .. } => LegState::new(leg, Verdict::Passed).took(*took),
        Step::Failed { error, took } => LegState::failed(leg, error.symptom()).took(*took),
    }
}
