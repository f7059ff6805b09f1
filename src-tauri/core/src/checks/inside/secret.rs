//! The pair at hand: what X says of it, and whether its secret is the one last pushed from this machine.

use crate::checks::Finding;
use crate::diagnosis::Symptom;
use crate::words::said;

/// What X said of the pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairSaid {
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
pub fn pair(said_by_x: &PairSaid, exchange: Option<u32>) -> Finding {
    let finding = match said_by_x {
        PairSaid::Accepted => Finding::passed("pair", said::checks_pair(), said::checks_pair_detail()),
        PairSaid::IdOnly => Finding::passed("pair", said::checks_pair_id(), said::checks_pair_id_detail()),
        PairSaid::Problem(symptom) => Finding::found("pair", symptom.clone()),
        PairSaid::NoSecret => Finding::skipped("pair", said::checks_name_pair(), said::checks_skipped_secret()),
        PairSaid::NoId => Finding::skipped("pair", said::checks_name_pair(), said::checks_skipped_id()),
    };
    finding.at(exchange)
}

/// The secret at hand, held against the journal's fingerprint of the one last pushed from this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// It is that one.
    Same,
    /// It is another one.
    Other,
    /// Nothing was pushed from here, or nobody knows whether it arrived.
    Unknown,
}

/// Whether the secret at hand is the one last pushed from here.
pub fn pushed(state: Pushed) -> Finding {
    match state {
        Pushed::Same => Finding::passed("secret-pushed", said::checks_pushed(), said::checks_pushed_detail()),
        Pushed::Other => Finding::found("secret-pushed", Symptom::SecretNotPushed),
        Pushed::Unknown => Finding::skipped("secret-pushed", said::checks_name_pushed(), said::checks_skipped_pushed()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Outcome;

    #[test]
    fn a_pair_is_judged_by_x_alone_and_half_of_one_by_nobody() {
        let outcome = |said| pair(&said, None).outcome;
        assert_eq!(outcome(PairSaid::Accepted), Outcome::Passed);
        assert_eq!(outcome(PairSaid::IdOnly), Outcome::Passed);
        assert_eq!(outcome(PairSaid::Problem(Symptom::XSecretRefused)), Outcome::Found);
        assert_eq!(outcome(PairSaid::NoSecret), Outcome::Skipped);
        assert_eq!(outcome(PairSaid::NoId), Outcome::Skipped);
        assert_eq!(pair(&PairSaid::Accepted, Some(7)).exchange, Some(7));
    }

    #[test]
    fn the_fingerprint_tells_the_same_secret_from_another_and_from_none() {
        assert_eq!(pushed(Pushed::Same).outcome, Outcome::Passed);
        assert_eq!(pushed(Pushed::Other).diagnosis.expect("a diagnosis").id, "secret-not-pushed");
        assert_eq!(pushed(Pushed::Unknown).outcome, Outcome::Skipped);
    }
}
