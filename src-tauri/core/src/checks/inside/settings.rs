//! Checks the source's own settings, each for its effect on visitors [docs/evidence/authentik.md §2.2, §4.2].

use super::{MappingsReview, skipped};
use crate::authentik::{Error, Matching, ProductMapping, Source};
use crate::checks::Finding;
use crate::checks::rules;
use crate::diagnosis::{Right, Symptom};
use crate::i18n::{Message, msg};
use crate::portal::scopes;

/// What the settings are judged against.
#[derive(Clone, Copy, Debug)]
pub struct ExpectedSettings<'e> {
    /// The name of X's type on this server; `None` if it couldn't be read.
    pub x_type: Option<&'e str>,
    /// The source's mappings; `None` if the token may not see them.
    pub mapped: Option<&'e MappingsReview>,
    /// Whether this machine knows that new people should not get in.
    pub nobody_new: bool,
}

/// The ids and names of these checks, for the case that none of them could run.
fn names() -> [(&'static str, Message); 5] {
    [
        ("provider-type", msg::checks_name_provider_type()),
        ("flow-known", msg::checks_name_flow_known()),
        ("flow-new", msg::checks_name_flow_new()),
        ("matching", msg::checks_name_matching()),
        ("scopes-set", msg::checks_name_scopes_set()),
    ]
}

/// The findings for settings that couldn't be read, with the reason.
pub fn skip_settings(error: &Error) -> Vec<Finding> {
    names().into_iter().map(|(id, name)| skipped(id, name, error, &[Right::ViewSource])).collect()
}

/// Judges the settings of a source.
pub fn settings(source: &Source, expected: ExpectedSettings<'_>) -> Vec<Finding> {
    vec![
        provider_type(source, expected.x_type),
        flow_known(source),
        flow_new(source, expected.nobody_new),
        matching(source, expected.mapped),
        scopes_set(source),
    ]
}

/// Checks the shape of the Client ID that the source has. It is used when no redirect shows the ID.
pub fn client_id(source: &Source) -> Finding {
    rules::by_shape(&source.consumer_key)
}

fn provider_type(source: &Source, x_type: Option<&str>) -> Finding {
    let name = msg::checks_name_provider_type;
    match x_type {
        None => Finding::skipped("provider-type", name(), msg::checks_skipped_server()),
        Some(x) if source.provider_type == x => {
            Finding::passed("provider-type", msg::checks_provider_type(), msg::checks_provider_type_detail(x))
        }
        Some(_) => {
            let symptom = Symptom::SourceOfOtherType { slug: source.slug.clone(), to: source.provider_type.clone() };
            Finding::found("provider-type", symptom)
        }
    }
}

fn flow_known(source: &Source) -> Finding {
    match &source.authentication_flow {
        Some(_) => Finding::passed("flow-known", msg::checks_flow_known(), msg::checks_flow_known_detail()),
        None => Finding::found("flow-known", Symptom::SignInFlowMissing { slug: source.slug.clone() }),
    }
}

fn flow_new(source: &Source, nobody_new: bool) -> Finding {
    match &source.enrollment_flow {
        Some(_) => Finding::passed("flow-new", msg::checks_flow_new(), msg::checks_flow_new_detail()),
        None if nobody_new => {
            Finding::passed("flow-new", msg::checks_flow_new_none(), msg::checks_flow_new_none_detail())
        }
        None => Finding::found("flow-new", Symptom::EnrolmentFlowMissing { slug: source.slug.clone() }),
    }
}

fn matching(source: &Source, mapped: Option<&MappingsReview>) -> Finding {
    let mode = source.matching.as_str();
    let passed = |detail| Finding::passed("matching", msg::checks_matching(mode), detail);
    match Matching::from_name(mode) {
        None => Finding::skipped("matching", msg::checks_name_matching(), msg::checks_skipped_matching(mode)),
        Some(Matching::Identifier) => passed(msg::checks_matching_identifier()),
        Some(Matching::UsernameLink) => Finding::found("matching", Symptom::MatchingByUserName),
        Some(Matching::UsernameDeny) => Finding::found("matching", Symptom::MatchingDeniesNames),
        Some(Matching::EmailLink | Matching::EmailDeny) => {
            let refuses = || Finding::found("matching", Symptom::MatchingNeedsEmail { mode: mode.to_owned() });
            let asks = source.additional_scopes.split_whitespace().any(|scope| scope == scopes::EMAIL);
            match mapped {
                _ if source.user_property_mappings.is_empty() => refuses(),
                // The product's own mapping asks X for the address, but X provides it only if the scope was granted.
                Some(mapped) if mapped.has(ProductMapping::Email) && asks => passed(msg::checks_matching_email()),
                Some(mapped) if mapped.others == 0 => refuses(),
                // What other people's mappings return can't be read from outside.
                Some(_) | None => passed(msg::checks_matching_unclear()),
            }
        }
    }
}

/// Checks the additional scopes for separators that authentik doesn't support. It splits only at single spaces and
/// sends the rest unchanged, so a line break or a comma becomes part of a scope's name
/// [docs/evidence/authentik.md §4.2].
fn scopes_set(source: &Source) -> Finding {
    let set = source.additional_scopes.as_str();
    let found = |symptom| Finding::found("scopes-set", symptom);
    let list = set.strip_prefix('*').unwrap_or(set);
    if let Some(separator) = rules::wrong_separator(list) {
        return found(Symptom::ScopesBroken { separator: separator.to_owned() });
    }
    let unknown: Vec<_> = list.split_whitespace().filter(|scope| !scopes::is_known(scope)).collect();
    if unknown.is_empty() {
        let detail = if list.is_empty() { msg::checks_scopes_set_none() } else { msg::checks_scopes_set_detail(list) };
        Finding::passed("scopes-set", msg::checks_scopes_set(), detail)
    } else {
        found(Symptom::ScopesUnknown { scopes: unknown.join(" ") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source {
            slug: "x".to_owned(),
            enabled: true,
            authentication_flow: Some("a".to_owned()),
            enrollment_flow: Some("b".to_owned()),
            matching: "identifier".to_owned(),
            provider_type: "twitter".to_owned(),
            ..Source::default()
        }
    }

    fn check(change: impl FnOnce(&mut Source), mapped: Option<&MappingsReview>, nobody_new: bool, wanted: &[&str]) {
        let mut source = source();
        change(&mut source);
        let found = settings(&source, ExpectedSettings { x_type: Some("twitter"), mapped, nobody_new });
        let ids: Vec<_> = found.iter().filter_map(|one| one.diagnosis.as_ref()).map(|one| one.id.as_str()).collect();
        assert_eq!(ids, wanted, "{source:?}");
    }

    #[test]
    fn each_setting_that_keeps_people_out_is_found() {
        check(|_| (), None, false, &[]);
        check(|source| source.provider_type = "github".to_owned(), None, false, &["source-of-other-type"]);
        check(|source| source.authentication_flow = None, None, false, &["sign-in-flow-missing"]);
        check(|source| source.enrollment_flow = None, None, false, &["enrolment-flow-missing"]);
        check(|source| source.enrollment_flow = None, None, true, &[]);
        check(|source| source.matching = "username_link".to_owned(), None, false, &["matching-by-user-name"]);
        check(|source| source.matching = "username_deny".to_owned(), None, false, &["matching-denies-names"]);
        check(|source| source.matching = "of_a_later_release".to_owned(), None, false, &[]);
    }

    #[test]
    fn an_email_mode_needs_a_mapping_and_its_scope() {
        let email = |source: &mut Source, scopes: &str| {
            source.matching = "email_link".to_owned();
            source.user_property_mappings = vec!["m".to_owned()];
            source.additional_scopes = scopes.to_owned();
        };
        let ours = MappingsReview { bound: vec![ProductMapping::Email], ..MappingsReview::default() };
        let other = MappingsReview { others: 1, ..MappingsReview::default() };
        let refuses = &["matching-needs-email"];
        check(|source| source.matching = "email_deny".to_owned(), Some(&ours), false, refuses);
        check(|source| email(source, ""), Some(&ours), false, refuses);
        check(|source| email(source, "users.email"), Some(&ours), false, &[]);
        check(|source| email(source, "users.email"), Some(&MappingsReview::default()), false, refuses);
        // The result of somebody else's mapping can't be known, and neither can that of a mapping that the token may
        // not see.
        check(|source| email(source, ""), Some(&other), false, &[]);
        check(|source| email(source, ""), None, false, &[]);
    }

    #[test]
    fn scopes_that_authentik_would_send_broken_are_found() {
        let with = |scopes: &'static str| move |source: &mut Source| source.additional_scopes = scopes.to_owned();
        let broken = &["scopes-broken"];
        check(with("users.email offline.access"), None, false, &[]);
        check(with("*tweet.read users.read"), None, false, &[]);
        for scopes in ["users.email\noffline.access", "users.email,offline.access", "users.email\toffline.access"] {
            check(with(scopes), None, false, broken);
        }
        check(with("users.email  offline.access"), None, false, broken);
        check(with(" users.email"), None, false, broken);
        check(with("users.emails"), None, false, &["scopes-unknown"]);
    }
}
