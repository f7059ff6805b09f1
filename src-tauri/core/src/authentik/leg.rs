//! The legs of the server check: what each is called, how it ended, and how long it took.

use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A part of the check of a server and its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ServerLeg {
    /// The host's name has an address.
    Name,
    /// A server accepts the connection.
    Connect,
    /// The server's certificate is trusted and valid.
    Tls,
    /// The server speaks HTTP.
    Http,
    /// The server is authentik.
    Found,
    /// The server shows its release.
    Version,
    /// The server accepts the API token.
    Token,
    /// The token has the rights that the job needs.
    Rights,
}

impl ServerLeg {
    /// All legs in order.
    pub const ALL: [Self; 8] =
        [Self::Name, Self::Connect, Self::Tls, Self::Http, Self::Found, Self::Version, Self::Token, Self::Rights];

    /// The legs that need no token, in order.
    pub const OUTSIDE: [Self; 6] = [Self::Name, Self::Connect, Self::Tls, Self::Http, Self::Found, Self::Version];

    /// Groups of legs that are checked at once, because one answer decides them all.
    const TOGETHER: [&'static [Self]; 5] = [
        &[Self::Name],
        &[Self::Connect],
        &[Self::Tls],
        &[Self::Http, Self::Found, Self::Version],
        &[Self::Token, Self::Rights],
    ];

    /// The leg's name for people.
    pub fn title(self) -> Message {
        match self {
            Self::Name => msg::reach_leg_name(),
            Self::Connect => msg::reach_leg_connect(),
            Self::Tls => msg::reach_leg_tls(),
            Self::Http => msg::reach_leg_http(),
            Self::Found => msg::reach_leg_found(),
            Self::Version => msg::reach_leg_version(),
            Self::Token => msg::reach_leg_token(),
            Self::Rights => msg::reach_leg_rights(),
        }
    }
}

/// The state or the verdict of a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ServerLegVerdict {
    /// The leg passed.
    Passed,
    /// The leg passed, with something that the admin should know.
    Noted,
    /// The leg failed, and the check ends with it.
    Failed,
    /// The leg isn't needed for this server.
    NotNeeded,
    /// An earlier leg failed.
    NotReached,
    /// The leg is being checked.
    Asking,
    /// An earlier leg is being checked.
    Waiting,
}

impl ServerLegVerdict {
    /// The word for it.
    pub fn word(self) -> Message {
        match self {
            Self::Passed => msg::reach_verdict_passed(),
            Self::Noted => msg::reach_verdict_noted(),
            Self::Failed => msg::reach_verdict_failed(),
            Self::NotNeeded => msg::reach_verdict_not_needed(),
            Self::NotReached => msg::reach_verdict_not_reached(),
            Self::Asking => msg::reach_verdict_asking(),
            Self::Waiting => msg::reach_verdict_waiting(),
        }
    }
}

/// One leg with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerLegResult {
    /// Which leg it is.
    pub leg: ServerLeg,
    /// How it ended.
    pub verdict: ServerLegVerdict,
    /// How long it took, in milliseconds; `None` if there was nothing to wait for.
    pub millis: Option<u32>,
    /// What was found, in a sentence or two.
    pub says: Vec<Message>,
    /// What the admin should know or fix.
    pub symptom: Option<Symptom>,
}

impl ServerLegResult {
    pub(super) fn new(leg: ServerLeg, verdict: ServerLegVerdict) -> Self {
        Self { leg, verdict, millis: None, says: Vec::new(), symptom: None }
    }

    #[must_use]
    pub(super) fn took(mut self, took: Duration) -> Self {
        self.millis = Some(u32::try_from(took.as_millis()).unwrap_or(u32::MAX));
        self
    }

    #[must_use]
    pub(super) fn says(mut self, message: Message) -> Self {
        self.says.push(message);
        self
    }

    /// A leg that failed with this symptom and ends the check.
    pub(super) fn failed(leg: ServerLeg, symptom: Symptom) -> Self {
        Self { symptom: Some(symptom), ..Self::new(leg, ServerLegVerdict::Failed) }
    }

    /// The same leg with a symptom that doesn't end the check.
    #[must_use]
    pub(super) fn noted(self, symptom: Symptom) -> Self {
        Self { verdict: ServerLegVerdict::Noted, symptom: Some(symptom), ..self }
    }
}

/// Completes the legs of a check that has ended, with the ones that it didn't reach.
pub(super) fn whole(legs: Vec<ServerLegResult>, of: &[ServerLeg]) -> Vec<ServerLegResult> {
    filled(legs, of, |_| ServerLegVerdict::NotReached)
}

/// Completes the legs of a check that is running: the next ones are being checked, and the rest is waiting for them.
/// After a failed leg, no other leg is checked.
pub(super) fn so_far(legs: Vec<ServerLegResult>, of: &[ServerLeg]) -> Vec<ServerLegResult> {
    if legs.iter().any(|state| state.verdict == ServerLegVerdict::Failed) {
        return whole(legs, of);
    }
    let is_open = |leg: &ServerLeg| of.contains(leg) && !legs.iter().any(|state| state.leg == *leg);
    let next = ServerLeg::TOGETHER.into_iter().find(|group| group.iter().any(is_open)).unwrap_or_default();
    filled(legs, of, |leg| if next.contains(&leg) { ServerLegVerdict::Asking } else { ServerLegVerdict::Waiting })
}

fn filled(
    mut legs: Vec<ServerLegResult>,
    of: &[ServerLeg],
    with: impl Fn(ServerLeg) -> ServerLegVerdict,
) -> Vec<ServerLegResult> {
    legs.retain(|state| of.contains(&state.leg));
    for leg in of {
        if !legs.iter().any(|state| state.leg == *leg) {
            legs.push(ServerLegResult::new(*leg, with(*leg)));
        }
    }
    legs.sort_by_key(|state| of.iter().position(|leg| *leg == state.leg));
    legs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_next_is_shown_as_asked_and_the_rest_as_waiting() {
        use ServerLegVerdict::{Asking, Failed, NotReached, Passed, Waiting};
        let check = |passed: usize, of: &[ServerLeg], wanted: &[ServerLegVerdict]| {
            let legs = ServerLeg::ALL[..passed].iter().map(|leg| ServerLegResult::new(*leg, Passed)).collect();
            let found: Vec<_> = so_far(legs, of).iter().map(|state| state.verdict).collect();
            assert_eq!(found, wanted, "{passed}");
        };
        check(0, &ServerLeg::OUTSIDE, &[Asking, Waiting, Waiting, Waiting, Waiting, Waiting]);
        check(2, &ServerLeg::OUTSIDE, &[Passed, Passed, Asking, Waiting, Waiting, Waiting]);
        check(3, &ServerLeg::OUTSIDE, &[Passed, Passed, Passed, Asking, Asking, Asking]);
        check(3, &ServerLeg::ALL, &[Passed, Passed, Passed, Asking, Asking, Asking, Waiting, Waiting]);
        check(6, &ServerLeg::ALL, &[Passed, Passed, Passed, Passed, Passed, Passed, Asking, Asking]);
        check(6, &ServerLeg::OUTSIDE, &[Passed; 6]);

        let failed = vec![ServerLegResult::failed(ServerLeg::Name, Symptom::NoJobOpen)];
        let found: Vec<_> = so_far(failed, &ServerLeg::OUTSIDE).iter().map(|state| state.verdict).collect();
        assert_eq!(found, [Failed, NotReached, NotReached, NotReached, NotReached, NotReached]);
    }
}
