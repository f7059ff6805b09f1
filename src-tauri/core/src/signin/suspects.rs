//! The possible causes of X's silence or of its one error page, and those that earlier checks have ruled out.
//!
//! A cause is ruled out only if a check has proved that it can't apply, because a wrong "ruled out" would lead people
//! away from the actual mistake. What the person ticked doesn't count as a check.

use crate::credentials::PasteKind;
use crate::diagnosis::{Cause, Evidence, LikelyCause};
use crate::i18n::{Message, msg};
use crate::portal::scopes::{EMAIL, is_known};
use crate::x::Scopes;
use serde::Serialize;

/// The results of earlier checks.
#[derive(Clone, Debug)]
pub struct EarlierResults {
    /// What the Client ID is, judging by its shape.
    pub client_id: PasteKind,
    /// Whether X accepted these client credentials.
    pub pair_accepted: bool,
    /// The scopes that the test requests.
    pub scopes: Scopes,
    /// Whether the list that was copied from X contains the callbacks byte for byte; none if no list was compared.
    pub callbacks_confirmed: Option<bool>,
    /// Whether this program opened the browser with the address.
    pub opened: bool,
}

/// A possible cause, and whether it has been ruled out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Suspect {
    /// The cause.
    pub cause: Cause,
    /// Its description.
    pub title: Message,
    /// How to fix it.
    pub remedy: Message,
    /// How well it is known that this cause leads to the symptom.
    pub evidence: Evidence,
    /// Why it can't be the cause.
    pub ruled_out: Option<Message>,
}

/// All possible causes of X's error page, the most likely first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Checklist {
    /// The causes.
    pub suspects: Vec<Suspect>,
    /// How many aren't ruled out.
    pub left: usize,
    /// The number in a sentence.
    pub words: Message,
}

impl Checklist {
    /// The possible causes of X's error page [R, docs/evidence/x.md §1.6], given the results of earlier checks.
    pub fn from_results(known: &EarlierResults) -> Self {
        let suspects: Vec<_> = Cause::OF_CONSENT_PAGE
            .iter()
            .map(|&cause| {
                let LikelyCause { cause, title, remedy, evidence } = cause.into();
                Suspect { cause, title, remedy, evidence, ruled_out: ruled_out(cause, known) }
            })
            .collect();
        let left = suspects.iter().filter(|suspect| suspect.ruled_out.is_none()).count();
        let all = suspects.len();
        let words = match left {
            0 => msg::signin_suspects_none(),
            1 => msg::signin_suspects_one(),
            _ if left == all => msg::signin_suspects_all(all),
            _ => msg::signin_suspects_left(all, left),
        };
        Self { suspects, left, words }
    }
}

/// Why this can't be the cause, if a check has proved that.
#[expect(clippy::wildcard_enum_match_arm, reason = "a cause that no check is about stays: the safe side")]
fn ruled_out(cause: Cause, known: &EarlierResults) -> Option<Message> {
    // 34 characters that decode to `…:1:ci`: a Client ID, and no API Key [D, docs/evidence/x.md §4].
    let is_client_id = known.client_id == PasteKind::ClientIdConfidential;
    match cause {
        // X compares byte for byte [D, docs/evidence/x.md §1.2, §3.3], and so did we, with the list as X shows it once
        // it is saved.
        Cause::CallbackDiffers => (known.callbacks_confirmed == Some(true)).then(msg::signin_ruled_callback),
        // An unknown ID is answered with `invalid_client`, whatever else is wrong [R, docs/evidence/x.md §5, §1.5].
        Cause::ClientIdWrong => known.pair_accepted.then(msg::signin_ruled_client_id),
        Cause::ApiKeyAsClientId => is_client_id.then(msg::signin_ruled_api_key),
        // No Client ID exists before the form is saved for the first time [R, docs/evidence/x.md §3.1].
        Cause::FormNotSaved => known.pair_accepted.then(msg::signin_ruled_not_saved),
        Cause::EmailSwitchOff => (!known.scopes.iter().any(|scope| scope == EMAIL)).then(msg::signin_ruled_email),
        // An empty list is a lost parameter, not an unknown name [R, docs/evidence/x.md §1.6].
        Cause::ScopeUnknown => {
            (!known.scopes.is_empty() && known.scopes.iter().all(is_known)).then(msg::signin_ruled_scopes)
        }
        // The opener hands the address over in one piece; a shell cuts it at `&` [R, docs/evidence/x.md §1.6].
        Cause::ParametersLost => known.opened.then(msg::signin_ruled_parameters),
        // The ID's ending tells what the app was when the ID was made, and not what the form says now
        // [D, R, docs/evidence/x.md §4], so the type stays possible. The app's environment, a suspension, credits or an
        // outage can't be detected without a sign-in [U, docs/evidence/x.md §5, §10].
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;

    /// The results when nothing was checked, so that every cause is possible.
    fn nothing() -> EarlierResults {
        EarlierResults {
            client_id: PasteKind::Unknown,
            pair_accepted: false,
            scopes: Scopes::parse("tweet.read users.email users.raed"),
            callbacks_confirmed: None,
            opened: false,
        }
    }

    fn struck(known: &EarlierResults) -> Vec<Cause> {
        let suspects = Checklist::from_results(known).suspects;
        suspects.into_iter().filter(|suspect| suspect.ruled_out.is_some()).map(|suspect| suspect.cause).collect()
    }

    #[test]
    fn each_check_strikes_out_what_it_has_shown_and_no_more() {
        let scopes = Scopes::parse;
        for (known, wanted) in [
            (nothing(), &[][..]),
            (EarlierResults { callbacks_confirmed: Some(true), ..nothing() }, &[Cause::CallbackDiffers]),
            (EarlierResults { callbacks_confirmed: Some(false), ..nothing() }, &[]),
            (EarlierResults { pair_accepted: true, ..nothing() }, &[Cause::ClientIdWrong, Cause::FormNotSaved]),
            (EarlierResults { client_id: PasteKind::ClientIdConfidential, ..nothing() }, &[Cause::ApiKeyAsClientId]),
            // Guesses by shape: one article, or none at all [docs/evidence/x.md §4].
            (EarlierResults { client_id: PasteKind::ClientIdNative, ..nothing() }, &[]),
            (EarlierResults { client_id: PasteKind::ClientIdOther, ..nothing() }, &[]),
            (EarlierResults { client_id: PasteKind::ClientIdDamaged, ..nothing() }, &[]),
            (EarlierResults { client_id: PasteKind::ApiKey, ..nothing() }, &[]),
            (EarlierResults { scopes: scopes("tweet.read users.raed"), ..nothing() }, &[Cause::EmailSwitchOff]),
            (
                EarlierResults { scopes: scopes("tweet.read users.email users.read"), ..nothing() },
                &[Cause::ScopeUnknown],
            ),
            (
                EarlierResults { scopes: scopes("tweet.read users.read"), ..nothing() },
                &[Cause::EmailSwitchOff, Cause::ScopeUnknown],
            ),
            (EarlierResults { scopes: scopes(""), ..nothing() }, &[Cause::EmailSwitchOff]),
            (EarlierResults { opened: true, ..nothing() }, &[Cause::ParametersLost]),
        ] {
            assert_eq!(struck(&known), wanted, "{known:?}");
        }
    }

    fn everything() -> EarlierResults {
        EarlierResults {
            client_id: PasteKind::ClientIdConfidential,
            pair_accepted: true,
            scopes: Scopes::for_source(""),
            callbacks_confirmed: Some(true),
            opened: true,
        }
    }

    #[test]
    fn what_nobody_can_check_is_always_left() {
        let checklist = Checklist::from_results(&everything());
        let left: Vec<_> = checklist
            .suspects
            .iter()
            .filter(|suspect| suspect.ruled_out.is_none())
            .map(|suspect| suspect.cause)
            .collect();
        assert_eq!(left, [Cause::NotATester, Cause::AppSuspended, Cause::TypeOfApp, Cause::NoCredits, Cause::XOutage]);
        assert_eq!(checklist.left, 5);
    }

    #[test]
    fn the_order_is_that_of_likelihood() {
        let order: Vec<_> =
            Checklist::from_results(&everything()).suspects.into_iter().map(|suspect| suspect.cause).collect();
        assert_eq!(order, Cause::OF_CONSENT_PAGE);
    }

    #[test]
    fn what_is_struck_out_says_why() {
        let book = Localizer::english();
        let told = |known: &EarlierResults| {
            let checklist = Checklist::from_results(known);
            let lines: Vec<_> = checklist
                .suspects
                .iter()
                .map(|suspect| {
                    let why = suspect
                        .ruled_out
                        .as_ref()
                        .map_or_else(String::new, |why| format!("\n    no: {}", book.format(why)));
                    format!("{}{why}", book.format(&suspect.title))
                })
                .collect();
            format!("{}\n{}", book.format(&checklist.words), lines.join("\n"))
        };
        insta::assert_snapshot!(format!("{}\n\n{}", told(&nothing()), told(&everything())));
    }
}
