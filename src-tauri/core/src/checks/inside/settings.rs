//! Checks the source's own settings, each for its effect on visitors [docs/evidence/authentik.md §2.2, §4.2].

use super::{MappingsReview, skipped};
use crate::authentik::{Error, FlowRow, Matching, ProductMapping, Source, StageBinding};
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
    /// All flows; `None` if the token may not see them.
    pub flows: Option<&'e [FlowRow]>,
    /// The stages of all flows; `None` if the token may not see them.
    pub stages: Option<&'e [StageBinding]>,
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
        flow_known(source, expected),
        flow_new(source, expected),
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

/// Checks the flow for people who are linked. authentik accepts any flow there [docs/evidence/authentik.md §4.2, §4.5].
fn flow_known(source: &Source, expected: ExpectedSettings<'_>) -> Finding {
    let Some(pk) = &source.authentication_flow else {
        return Finding::found("flow-known", Symptom::SignInFlowMissing { slug: source.slug.clone() });
    };
    let passed = |detail| Finding::passed("flow-known", msg::checks_flow_known(), detail);
    match FlowStages::of(pk, expected) {
        FlowStages::FlowUnseen => passed(msg::checks_flow_known_detail()),
        FlowStages::Unseen { flow } => passed(unseen_stages(flow)),
        FlowStages::Seen { flow, stages } => {
            let has = |is: fn(&StageBinding) -> bool| stages.iter().any(|stage| is(stage));
            let faults = [
                ("identification", has(StageBinding::identifies)),
                ("password", has(StageBinding::asks_password)),
                ("no-login", !has(StageBinding::signs_in)),
                ("designation", is_other(flow, "authentication")),
            ];
            match first(&faults) {
                Some(why) => Finding::found("flow-known", Symptom::SignInFlowUnfit { flow: flow.slug.clone(), why }),
                None => passed(msg::checks_flow_known_stages(&flow.slug)),
            }
        }
    }
}

/// Checks the flow for new people. authentik accepts any flow there [docs/evidence/authentik.md §4.2, §4.5].
fn flow_new(source: &Source, expected: ExpectedSettings<'_>) -> Finding {
    let passed = |detail| Finding::passed("flow-new", msg::checks_flow_new(), detail);
    match &source.enrollment_flow {
        Some(pk) => match FlowStages::of(pk, expected) {
            FlowStages::FlowUnseen => passed(msg::checks_flow_new_detail()),
            FlowStages::Unseen { flow } => passed(unseen_stages(flow)),
            FlowStages::Seen { flow, stages } => {
                let has = |is: fn(&StageBinding) -> bool| stages.iter().any(|stage| is(stage));
                let faults = [
                    ("invitation", has(StageBinding::asks_invitation)),
                    ("no-write", !has(StageBinding::writes_user)),
                    ("identification", has(StageBinding::identifies)),
                    ("password", has(StageBinding::asks_password)),
                    ("designation", is_other(flow, "enrollment")),
                ];
                match first(&faults) {
                    Some(why) => {
                        Finding::found("flow-new", Symptom::EnrolmentFlowUnfit { flow: flow.slug.clone(), why })
                    }
                    None => passed(msg::checks_flow_new_stages(&flow.slug)),
                }
            }
        },
        None if expected.nobody_new => {
            Finding::passed("flow-new", msg::checks_flow_new_none(), msg::checks_flow_new_none_detail())
        }
        None => Finding::found("flow-new", Symptom::EnrolmentFlowMissing { slug: source.slug.clone() }),
    }
}

/// What the token shows of one of the source's flows.
enum FlowStages<'e> {
    FlowUnseen,
    /// The flow, but not its stages.
    Unseen {
        flow: &'e FlowRow,
    },
    Seen {
        flow: &'e FlowRow,
        stages: Vec<&'e StageBinding>,
    },
}

impl<'e> FlowStages<'e> {
    fn of(pk: &str, expected: ExpectedSettings<'e>) -> Self {
        let Some(flow) = expected.flows.and_then(|flows| flows.iter().find(|flow| flow.pk == pk)) else {
            return Self::FlowUnseen;
        };
        let Some(stages) = expected.stages else { return Self::Unseen { flow } };
        Self::Seen { flow, stages: stages.iter().filter(|stage| stage.target == pk).collect() }
    }
}

fn unseen_stages(flow: &FlowRow) -> Message {
    msg::checks_flow_stages_unseen(&flow.slug, Right::ViewBinding.codename())
}

/// Whether a flow is designated for something else, if the server says what for.
fn is_other(flow: &FlowRow, designation: &str) -> bool {
    !flow.designation.is_empty() && flow.designation != designation
}

/// The first of these faults that is there: one cause at a time.
fn first(faults: &[(&str, bool)]) -> Option<String> {
    faults.iter().find(|(_, there)| *there).map(|(why, _)| (*why).to_owned())
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
    use crate::authentik::StageSummary;

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
        let expected = ExpectedSettings { x_type: Some("twitter"), mapped, nobody_new, flows: None, stages: None };
        let found = settings(&source, expected);
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

    fn stages_of(flow: &str, kinds: &[&str]) -> Vec<StageBinding> {
        let stage = |kind: &&str| StageBinding {
            pk: format!("{flow}-{kind}"),
            target: flow.to_owned(),
            stage: (*kind).to_owned(),
            stage_obj: StageSummary {
                name: (*kind).to_owned(),
                meta_model_name: format!("authentik_stages_{kind}.{}stage", kind.replace('_', "")),
            },
            order: 10,
        };
        kinds.iter().map(stage).collect()
    }

    #[track_caller]
    fn check_flows(known: (&str, &[&str]), new: (&str, &[&str]), wanted: &[(&str, &str)]) {
        let flow = |pk: &str, designation: &str| FlowRow {
            pk: pk.to_owned(),
            slug: format!("flow-{pk}"),
            name: String::new(),
            designation: designation.to_owned(),
        };
        let flows = [flow("a", known.0), flow("b", new.0)];
        let stages = [stages_of("a", known.1), stages_of("b", new.1)].concat();
        let expected = ExpectedSettings {
            x_type: Some("twitter"),
            mapped: None,
            nobody_new: false,
            flows: Some(&flows),
            stages: Some(&stages),
        };
        let found = settings(&source(), expected);
        let told: Vec<_> = found
            .iter()
            .filter_map(|one| match &one.symptom {
                Some(Symptom::SignInFlowUnfit { why, .. } | Symptom::EnrolmentFlowUnfit { why, .. }) => {
                    Some((one.id.as_str(), why.as_str()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_flow_whose_stages_dont_suit_a_source_is_found() {
        let known = ("authentication", &["user_login"][..]);
        let new = ("enrollment", &["prompt", "user_write", "user_login"][..]);
        check_flows(known, new, &[]);
        let login = ("authentication", &["identification", "password", "user_login"][..]);
        check_flows(login, new, &[("flow-known", "identification")]);
        check_flows(known, login, &[("flow-new", "no-write")]);
        check_flows(("authentication", &["password", "user_login"]), new, &[("flow-known", "password")]);
        check_flows(("authentication", &[]), new, &[("flow-known", "no-login")]);
        check_flows(("enrollment", &["user_login"]), new, &[("flow-known", "designation")]);
        for (stage, why) in
            [("invitation", "invitation"), ("identification", "identification"), ("password", "password")]
        {
            check_flows(known, ("enrollment", &[stage, "user_write", "user_login"]), &[("flow-new", why)]);
        }
        check_flows(known, ("stage_configuration", &["user_write"]), &[("flow-new", "designation")]);
    }

    #[test]
    fn stages_that_the_token_may_not_see_are_said_to_be_unseen() {
        let flows = ["a", "b"].map(|pk| FlowRow { pk: pk.to_owned(), slug: pk.to_owned(), ..unnamed() });
        let expected = ExpectedSettings {
            x_type: Some("twitter"),
            mapped: None,
            nobody_new: false,
            flows: Some(&flows),
            stages: None,
        };
        let found = settings(&source(), expected);
        for id in ["flow-known", "flow-new"] {
            let one = found.iter().find(|one| one.id == id).and_then(|one| one.detail.as_ref()).expect("a detail");
            assert!(crate::i18n::Localizer::english().format(one).contains("view_flowstagebinding"), "{one:?}");
        }
    }

    fn unnamed() -> FlowRow {
        FlowRow { pk: String::new(), slug: String::new(), name: String::new(), designation: String::new() }
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
