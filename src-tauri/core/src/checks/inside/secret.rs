//! The pair at hand: what X says of it, and whether its secret is the one last pushed from this machine.

use crate::checks::Finding;
use crate::diagnosis::Symptom;
use crate::i18n::msg;

/// What X said of the pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCheck {
    /// It takes the pair.
    Accepted,
    /// It knows the ID, and may not have looked at the secret.
    IdOnly,
    /// This is wrong, or this came in place of an answer.
    Problem(Symptom),
    /// There is an ID and no secret, so X wasn't asked.
    NoSecret,
    /// There is a secret and no ID, so X wasn't asked.
    NoId,
}

/// Whether X takes the pair. The server's own secret is never given out, so that this is about the one at hand.
pub fn pair(said_by_x: &PairCheck, exchange: Option<u32>) -> Finding {
    let finding = match said_by_x {
        PairCheck::Accepted => Finding::passed("pair", msg::checks_pair(), msg::checks_pair_detail()),
        PairCheck::IdOnly => Finding::passed("pair", msg::checks_pair_id(), msg::checks_pair_id_detail()),
        PairCheck::Problem(symptom) => Finding::found("pair", symptom.clone()),
        PairCheck::NoSecret => Finding::skipped("pair", msg::checks_name_pair(), msg::checks_skipped_secret()),
        PairCheck::NoId => Finding::skipped("pair", msg::checks_name_pair(), msg::checks_skipped_id()),
    };
    finding.at(exchange)
}

/// The secret at hand, held against the journal's fingerprint of the one last pushed from this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PushedSecretState {
    /// It is that one.
    Same,
    /// It is another one.
    Other,
    /// Nothing was pushed from here, or nobody knows whether it arrived.
    Unknown,
}

/// Whether the secret at hand is the one last pushed from here.
pub fn pushed(state: PushedSecretState) -> Finding {
    match state {
        PushedSecretState::Same => Finding::passed("secret-pushed", msg::checks_pushed(), msg::checks_pushed_detail()),
        PushedSecretState::Other => Finding::found("secret-pushed", Symptom::SecretNotPushed),
        PushedSecretState::Unknown => {
            Finding::skipped("secret-pushed", msg::checks_name_pushed(), msg::checks_skipped_pushed())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckOutcome;

    #[test]
    fn a_pair_is_judged_by_x_alone_and_half_of_one_by_nobody() {
        let outcome = |said| pair(&said, None).outcome;
        assert_eq!(outcome(PairCheck::Accepted), CheckOutcome::Passed);
        assert_eq!(outcome(PairCheck::IdOnly), CheckOutcome::Passed);
        assert_eq!(outcome(PairCheck::Problem(Symptom::XSecretRefused)), CheckOutcome::Found);
        assert_eq!(outcome(PairCheck::NoSecret), CheckOutcome::Skipped);
        assert_eq!(outcome(PairCheck::NoId), CheckOutcome::Skipped);
        assert_eq!(pair(&PairCheck::Accepted, Some(7)).exchange, Some(7));
    }

    #[test]
    fn the_fingerprint_tells_the_same_secret_from_another_and_from_none() {
        assert_eq!(pushed(PushedSecretState::Same).outcome, CheckOutcome::Passed);
        assert_eq!(pushed(PushedSecretState::Other).diagnosis.expect("a diagnosis").id, "secret-not-pushed");
        assert_eq!(pushed(PushedSecretState::Unknown).outcome, CheckOutcome::Skipped);
    }
}
