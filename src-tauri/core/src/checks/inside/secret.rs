//! Checks the client credentials of the session: whether X accepts them, and whether the secret is the one that was
//! last pushed from this machine.

use crate::checks::Finding;
use crate::diagnosis::Symptom;
use crate::i18n::msg;

/// The result of the credential probe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCheck {
    /// X accepts the credentials.
    Accepted,
    /// X knows the Client ID, but may not have checked the secret.
    IdOnly,
    /// X rejects the credentials, or didn't answer the probe.
    Problem(Symptom),
    /// X wasn't asked, because the Client Secret is missing.
    NoSecret,
    /// X wasn't asked, because the Client ID is missing.
    NoId,
}

/// Checks whether X accepts the client credentials. The server never reveals its own secret, so this is about the
/// session's.
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

/// How the session's secret compares with the fingerprint of the one that was last pushed from this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PushedSecretState {
    /// They are the same.
    Same,
    /// They differ.
    Other,
    /// The server shows the value of its Secret, and it is the same.
    SameThere,
    /// The server shows the value of its Secret, and it is another one.
    OtherThere,
    /// Nothing was pushed from here, or it isn't known whether the push arrived.
    Unknown,
}

/// Checks whether the session's secret is the one that was last pushed from here.
pub fn check_pushed_secret(state: PushedSecretState) -> Finding {
    match state {
        PushedSecretState::Same => Finding::passed("secret-pushed", msg::checks_pushed(), msg::checks_pushed_detail()),
        PushedSecretState::SameThere => {
            Finding::passed("secret-pushed", msg::checks_secret_there(), msg::checks_secret_there_detail())
        }
        PushedSecretState::OtherThere => {
            Finding::found("secret-pushed", Symptom::SecretDrifted { than: "given".to_owned() })
        }
        PushedSecretState::Other => Finding::found("secret-pushed", Symptom::SecretNotPushed),
        PushedSecretState::Unknown => {
            Finding::skipped("secret-pushed", msg::checks_name_pushed(), msg::checks_skipped_pushed())
        }
    }
}

/// Checks whether the secret that the server shows is the one that was last pushed from here.
pub fn check_secret_drift(is_other: bool) -> Option<Finding> {
    let symptom = Symptom::SecretDrifted { than: "pushed".to_owned() };
    is_other.then(|| Finding::found("drift-secret", symptom))
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
        assert_eq!(check_pushed_secret(PushedSecretState::Same).outcome, CheckOutcome::Passed);
        assert_eq!(
            check_pushed_secret(PushedSecretState::Other).diagnosis.expect("a diagnosis").id,
            "secret-not-pushed"
        );
        assert_eq!(check_pushed_secret(PushedSecretState::Unknown).outcome, CheckOutcome::Skipped);
        assert_eq!(check_pushed_secret(PushedSecretState::SameThere).outcome, CheckOutcome::Passed);
        assert_eq!(check_pushed_secret(PushedSecretState::OtherThere).diagnosis.expect("one").id, "secret-drifted");
        assert_eq!(check_secret_drift(true).and_then(|one| one.diagnosis).expect("one").id, "secret-drifted");
        assert!(check_secret_drift(false).is_none());
    }
}
