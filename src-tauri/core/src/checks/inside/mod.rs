//! Checks of a source from inside. They use what the server's API returns to an API token, and what this machine knows.
//!
//! - A check is a function of what was observed. If the token may not see something, the check is skipped, and its
//!   finding names the right that it needs.
//! - No finding contains a person's name: people and sign-ins are only counted, and events dated.
//! - The codes and states of a sign-in, which a server keeps in its events, are never read.

mod drift;
mod events;
mod mappings;
mod people;
mod secret;
mod settings;

pub use drift::{FieldDrift, check_drift};
pub use events::{DAY, Day, check_day, events};
pub use mappings::{MappingsReview, mappings, review_mappings};
pub use people::{Lockouts, check_links, check_lockouts};
pub use secret::{PairCheck, PushedSecretState, check_pushed_secret, check_secret_drift, pair};
pub use settings::{ExpectedSettings, client_id, settings, skip_settings};

use super::Finding;
use crate::address::ServerUrl;
use crate::authentik::{Error, Source, compare_base_url};
use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::i18n::{Message, msg};

/// Checks whether the server accepts the token, and says which user it belongs to. If it doesn't, nothing can be
/// checked from inside.
pub fn token(user: Result<&str, &Error>) -> Finding {
    match user {
        Ok(user) => Finding::passed("token", msg::checks_token(), msg::checks_token_detail(user)),
        Err(error) => Finding::found("token", error.symptom()),
    }
}

/// Checks whether the source exists and is enabled. The API distinguishes the two; a visitor can't.
pub fn source(slug: &str, source: Result<Option<&Source>, &Error>) -> Finding {
    let slug = || slug.to_owned();
    match source {
        Ok(Some(source)) if source.enabled => {
            Finding::passed("source", msg::checks_source(), msg::checks_source_inside())
        }
        Ok(Some(_)) => Finding::found("source", Symptom::SourceDisabled { slug: slug() }),
        Ok(None) => Finding::found("source", Symptom::SourceMissing { slug: slug() }),
        Err(error) => skipped("source", msg::checks_name_source(), error, &[Right::ViewSource]),
    }
}

/// Compares the server's own setting for its address with the asked one; `None` if the server has no such setting.
pub fn base_url(server: &ServerUrl, base_url: Option<&str>) -> Option<Finding> {
    let set = base_url?;
    Some(match compare_base_url(server, set) {
        Some(symptom) => Finding::found("base-url", symptom),
        None if set.is_empty() => {
            Finding::passed("base-url", msg::checks_base_url_none(), msg::checks_base_url_none_detail())
        }
        None => Finding::passed("base-url", msg::checks_base_url(), msg::checks_base_url_detail(set)),
    })
}

/// Says that there is no brand but the asked host's own, so that its login page is the only one.
pub fn skip_other_brands() -> Finding {
    Finding::passed("brands", msg::checks_brands_one(), msg::checks_brands_one_detail())
}

/// A check that couldn't run, because the token lacks one of these rights, or because the server didn't answer.
pub(super) fn skipped(id: &str, name: Message, error: &Error, needs: &[Right]) -> Finding {
    let refused = matches!(error, Error::RightsMissing { .. });
    let why = if refused { rights_missing(needs) } else { msg::checks_skipped_server() };
    Finding::skipped(id, name, why)
}

/// The rights that a role would need, in words.
pub(super) fn rights_missing(needs: &[Right]) -> Message {
    msg::checks_skipped_right(needs.iter().map(|right| right.codename()).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckOutcome;

    fn refused() -> Error {
        Error::RightsMissing { user: "ro".to_owned(), rights: vec![Right::ViewSource] }
    }

    #[test]
    fn a_disabled_source_is_told_from_a_missing_one() {
        let id = |found: Finding| (found.outcome, found.diagnosis.map(|diagnosis| diagnosis.id).unwrap_or_default());
        let on = Source { enabled: true, ..Source::default() };
        let off = Source { enabled: false, ..Source::default() };
        assert_eq!(id(source("x", Ok(Some(&on)))), (CheckOutcome::Passed, String::new()));
        assert_eq!(id(source("x", Ok(Some(&off)))), (CheckOutcome::Found, "source-disabled".to_owned()));
        assert_eq!(id(source("x", Ok(None))), (CheckOutcome::Found, "source-missing".to_owned()));
    }

    #[test]
    fn what_the_token_may_not_see_names_the_right() {
        let finding = source("x", Err(&refused()));
        assert_eq!(finding.outcome, CheckOutcome::Skipped);
        let detail = crate::i18n::Localizer::english().format(&finding.detail.expect("a reason"));
        assert!(detail.contains("authentik_sources_oauth.view_oauthsource"), "{detail}");
    }

    #[test]
    fn a_base_url_is_judged_only_where_the_server_has_one() {
        let server = ServerUrl::parse("https://auth.company", crate::address::HttpPolicy::LoopbackOnly);
        let server = server.expect("an address").url;
        assert!(base_url(&server, None).is_none());
        let id = |set| base_url(&server, Some(set)).and_then(|found| Some(found.diagnosis?.id));
        assert_eq!(id(""), None);
        assert_eq!(id("https://auth.company"), None);
        assert_eq!(id("http://auth.company").as_deref(), Some("base-url-differs"));
    }

    #[test]
    fn a_refused_token_is_a_finding_of_its_own() {
        assert_eq!(token(Ok("support-ro")).outcome, CheckOutcome::Passed);
        let host = "authentik.company".to_owned();
        let finding = token(Err(&Error::TokenRefused { host }));
        assert_eq!(finding.diagnosis.expect("a diagnosis").id, "api-token-refused");
    }
}
