//! The legs of the first contact: what each is called, how it went, and how long it took.

use crate::diagnosis::Symptom;
use crate::words::{Message, said};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A leg of the way to a server and into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ReachLeg"))]
#[serde(rename_all = "camelCase")]
pub enum Leg {
    /// The name has an address.
    Name,
    /// Something takes the connection.
    Connect,
    /// It shows a certificate that holds.
    Tls,
    /// It speaks HTTP.
    Http,
    /// It is authentik.
    Found,
    /// It tells its release.
    Version,
    /// It takes the API token.
    Token,
    /// The token may do what the job does.
    Rights,
}

impl Leg {
    /// All of them, in their order.
    pub const ALL: [Self; 8] =
        [Self::Name, Self::Connect, Self::Tls, Self::Http, Self::Found, Self::Version, Self::Token, Self::Rights];

    /// Those that need no token, in their order.
    pub const OUTSIDE: [Self; 6] = [Self::Name, Self::Connect, Self::Tls, Self::Http, Self::Found, Self::Version];

    /// The legs that are asked at once: one answer tells them all.
    const TOGETHER: [&'static [Self]; 5] = [
        &[Self::Name],
        &[Self::Connect],
        &[Self::Tls],
        &[Self::Http, Self::Found, Self::Version],
        &[Self::Token, Self::Rights],
    ];

    /// What it is called.
    pub fn title(self) -> Message {
        match self {
            Self::Name => said::reach_leg_name(),
            Self::Connect => said::reach_leg_connect(),
            Self::Tls => said::reach_leg_tls(),
            Self::Http => said::reach_leg_http(),
            Self::Found => said::reach_leg_found(),
            Self::Version => said::reach_leg_version(),
            Self::Token => said::reach_leg_token(),
            Self::Rights => said::reach_leg_rights(),
        }
    }
}

/// How a leg went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ReachVerdict"))]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// As it should.
    Passed,
    /// Well enough to go on, with something to know.
    Noted,
    /// It ends here.
    Failed,
    /// It isn't part of this way.
    NotNeeded,
    /// A leg before it failed.
    NotReached,
    /// It is being asked.
    Asking,
    /// A leg before it is being asked.
    Waiting,
}

impl Verdict {
    /// The word for it.
    pub fn word(self) -> Message {
        match self {
            Self::Passed => said::reach_verdict_passed(),
            Self::Noted => said::reach_verdict_noted(),
            Self::Failed => said::reach_verdict_failed(),
            Self::NotNeeded => said::reach_verdict_not_needed(),
            Self::NotReached => said::reach_verdict_not_reached(),
            Self::Asking => said::reach_verdict_asking(),
            Self::Waiting => said::reach_verdict_waiting(),
        }
    }
}

/// One leg, as it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LegState {
    /// Which.
    pub leg: Leg,
    /// How it went.
    pub verdict: Verdict,
    /// How long it took, in milliseconds; none where nothing was waited for.
    pub millis: Option<u32>,
    /// What was found, a sentence or two.
    pub says: Vec<Message>,
    /// What is to be known or mended.
    pub symptom: Option<Symptom>,
}

impl LegState {
    pub(super) fn new(leg: Leg, verdict: Verdict) -> Self {
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

    /// A leg that ends the way with this.
    pub(super) fn failed(leg: Leg, symptom: Symptom) -> Self {
        Self { symptom: Some(symptom), ..Self::new(leg, Verdict::Failed) }
    }

    /// The same with something to know, which doesn't end the way.
    #[must_use]
    pub(super) fn noted(self, symptom: Symptom) -> Self {
        Self { verdict: Verdict::Noted, symptom: Some(symptom), ..self }
    }
}

/// Who hears how far a check is: every leg of it, those that are still to come included.
pub type Told<'t> = &'t mut (dyn FnMut(Vec<LegState>) + Send);

/// The legs of a check, whole: those that it didn't come to are there too.
pub(super) fn whole(legs: Vec<LegState>, of: &[Leg]) -> Vec<LegState> {
    filled(legs, of, |_| Verdict::NotReached)
}

/// The legs of a check that is under way: what comes next is being asked, and the rest waits for it. After a leg that
/// failed nothing comes any more.
pub(super) fn so_far(legs: Vec<LegState>, of: &[Leg]) -> Vec<LegState> {
    if legs.iter().any(|state| state.verdict == Verdict::Failed) {
        return whole(legs, of);
    }
    let is_open = |leg: &Leg| of.contains(leg) && !legs.iter().any(|state| state.leg == *leg);
    let next = Leg::TOGETHER.into_iter().find(|group| group.iter().any(is_open)).unwrap_or_default();
    filled(legs, of, |leg| if next.contains(&leg) { Verdict::Asking } else { Verdict::Waiting })
}

fn filled(mut legs: Vec<LegState>, of: &[Leg], with: impl Fn(Leg) -> Verdict) -> Vec<LegState> {
    legs.retain(|state| of.contains(&state.leg));
    for leg in of {
        if !legs.iter().any(|state| state.leg == *leg) {
            legs.push(LegState::new(*leg, with(*leg)));
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
        use Verdict::{Asking, Failed, NotReached, Passed, Waiting};
        let check = |passed: usize, of: &[Leg], wanted: &[Verdict]| {
            let legs = Leg::ALL[..passed].iter().map(|leg| LegState::new(*leg, Passed)).collect();
            let found: Vec<_> = so_far(legs, of).iter().map(|state| state.verdict).collect();
            assert_eq!(found, wanted, "{passed}");
        };
        check(0, &Leg::OUTSIDE, &[Asking, Waiting, Waiting, Waiting, Waiting, Waiting]);
        check(2, &Leg::OUTSIDE, &[Passed, Passed, Asking, Waiting, Waiting, Waiting]);
        check(3, &Leg::OUTSIDE, &[Passed, Passed, Passed, Asking, Asking, Asking]);
        check(3, &Leg::ALL, &[Passed, Passed, Passed, Asking, Asking, Asking, Waiting, Waiting]);
        check(6, &Leg::ALL, &[Passed, Passed, Passed, Passed, Passed, Passed, Asking, Asking]);
        check(6, &Leg::OUTSIDE, &[Passed; 6]);

        let failed = vec![LegState::failed(Leg::Name, Symptom::NoJobOpen)];
        let found: Vec<_> = so_far(failed, &Leg::OUTSIDE).iter().map(|state| state.verdict).collect();
        assert_eq!(found, [Failed, NotReached, NotReached, NotReached, NotReached, NotReached]);
    }
}
