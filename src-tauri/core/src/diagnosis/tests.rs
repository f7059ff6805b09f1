//! Holds the catalogue against the message files.

use super::samples::variant;
use super::{
    Cause, Diagnosis, Evidence, LikelyCause, Link, LinkTarget, Severity, Symptom, citations, cited_causes,
    cited_diagnoses,
};
use crate::i18n::{KEYS, Localizer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use url::Url;

/// Title, why and remedy in English.
fn said(symptom: &Symptom) -> [String; 3] {
    let book = Localizer::english();
    let Diagnosis { title, why, remedy, .. } = symptom.into();
    [title, why, remedy].map(|message| book.format(&message))
}

/// The text without what it quotes: X's and authentik's words are theirs.
fn own(text: &str) -> String {
    text.split('“').map(|part| part.split_once('”').map_or(part, |(_, after)| after)).collect()
}

#[test]
fn every_symptom_is_put_into_words_with_exactly_what_it_carries() {
    let keys: BTreeMap<_, _> = KEYS.iter().copied().collect();
    for symptom in Symptom::samples() {
        let id = format!("{}{}", symptom.entry().id, symptom.wording());
        let given: BTreeSet<_> = symptom.args().into_iter().map(|(name, _)| name).collect();
        let used: BTreeSet<_> = ["", ".why", ".remedy"]
            .iter()
            .map(|part| format!("diagnosis-{id}{part}"))
            .flat_map(|key| keys.get(key.as_str()).unwrap_or_else(|| panic!("{key} is missing")).iter().copied())
            .collect();
        assert_eq!(used, given, "{id}");
    }
}

#[test]
fn the_message_files_hold_no_diagnosis_that_nobody_makes() {
    let key = |symptom: &Symptom| format!("{}{}", symptom.entry().id, symptom.wording());
    let made: BTreeSet<_> = Symptom::samples().iter().map(key).collect();
    let kept: BTreeSet<_> = KEYS
        .iter()
        .filter_map(|(key, _)| key.strip_prefix("diagnosis-"))
        .map(|key| key.split('.').next().unwrap_or(key).to_owned())
        .collect();
    assert_eq!(kept, made);
}

#[test]
fn an_id_is_kebab_case_and_of_one_symptom_only() {
    let mut owners = BTreeMap::new();
    for symptom in Symptom::samples() {
        let id = symptom.entry().id;
        let words = id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(words, "{id}");
        let owner = variant(&symptom);
        assert_eq!(*owners.entry(id).or_insert(owner), owner, "{id}");
    }
}

#[test]
fn x_and_authentik_each_have_their_own_words() {
    let mut sides: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for symptom in Symptom::samples() {
        let id = symptom.entry().id;
        if id.starts_with("x-") || id.starts_with("server-") {
            sides.entry(variant(&symptom)).or_default().insert(id);
        }
    }
    for (variant, ids) in sides {
        let of_x_alone = variant.starts_with('X');
        assert_eq!(ids.len(), if of_x_alone { 1 } else { 2 }, "{variant}: {ids:?}");
    }
}

#[test]
fn sentences_end_and_titles_dont() {
    for symptom in Symptom::samples() {
        let id = symptom.entry().id;
        let [title, why, remedy] = said(&symptom);
        assert!(!title.ends_with('.'), "{id}: {title}");
        for text in [&title, &why, &remedy] {
            assert!(!text.contains('!') && !text.contains("  ") && !text.contains('\n'), "{id}: {text:?}");
            assert!(!text.contains('`') && !text.contains("**"), "{id}: a mark within a choice: {text}");
            // The word that stands for an unknown argument, in a message that doesn't choose by it.
            assert!(!text.contains("none") && text.trim() == text, "{id}: {text:?}");
            for banned in ["please", "oops", "simply", "successfully"] {
                assert!(!own(text).to_lowercase().contains(banned), "{id}: {text}");
            }
        }
        for text in [&why, &remedy] {
            assert!(text.ends_with('.') || text.ends_with(".”"), "{id}: {text}");
        }
    }
}

#[test]
fn a_guess_is_worded_as_a_guess() {
    for symptom in Symptom::samples() {
        let [title, why, _] = said(&symptom);
        let text = format!("{title} {why}").to_lowercase();
        let hedges: &[_] = match symptom.entry().evidence {
            Evidence::Unknown => &["nobody knows"],
            Evidence::Inferred | Evidence::Reported => &["usually", "probably", "reported"],
            Evidence::Documented | Evidence::Observed | Evidence::Measured => continue,
        };
        assert!(hedges.iter().any(|hedge| text.contains(hedge)), "{}: {text}", symptom.entry().id);
    }
}

#[test]
fn the_catalogue_reads_well() {
    let mut page = String::new();
    let mut last = "";
    for symptom in Symptom::samples() {
        let entry = symptom.entry();
        if entry.id != last {
            let severity = match entry.severity {
                Severity::Fine => "fine",
                Severity::Note => "note",
                Severity::Risk => "risk",
                Severity::Breaks => "breaks",
            };
            let link = entry.link.map_or("no link".to_owned(), |link| format!("{link:?}"));
            write!(page, "## {}\n{severity}, {:?}, {link}\n\n", entry.id, entry.evidence).expect("a string grows");
            last = entry.id;
        }
        let [title, why, remedy] = said(&symptom);
        writeln!(page, "{title}\n  {why}\n  Do this: {remedy}").expect("a string grows");
        for (at, cause) in symptom.causes().iter().enumerate() {
            let (_, evidence) = cause.entry();
            let [title, remedy] = said_of(*cause);
            writeln!(page, "  {}. {title} ({evidence:?})\n     {remedy}", at + 1).expect("a string grows");
        }
        page.push('\n');
    }
    insta::assert_snapshot!(page);
}

/// Title and remedy in English.
fn said_of(cause: Cause) -> [String; 2] {
    let book = Localizer::english();
    let LikelyCause { title, remedy, .. } = cause.into();
    [title, remedy].map(|message| book.format(&message))
}

fn causes() -> BTreeSet<Cause> {
    Symptom::samples().iter().flat_map(Symptom::causes).copied().collect()
}

#[test]
fn every_cause_is_put_into_words_and_no_other() {
    let words: BTreeSet<_> = causes()
        .into_iter()
        .flat_map(|cause| ["", ".remedy"].map(|part| format!("cause-{}{part}", cause.entry().0)))
        .collect();
    let kept: BTreeSet<_> =
        KEYS.iter().filter(|(key, _)| key.starts_with("cause-")).map(|(key, _)| (*key).to_owned()).collect();
    assert_eq!(kept, words);
    assert!(KEYS.iter().all(|(key, args)| !key.starts_with("cause-") || args.is_empty()));
}

#[test]
fn a_cause_is_called_alike_everywhere() {
    for cause in causes() {
        assert_eq!(serde_json::to_value(cause).expect("a name"), cause.entry().0);
    }
}

#[test]
fn a_cause_reads_as_one() {
    for cause in causes() {
        let [title, remedy] = said_of(cause);
        assert!(!title.ends_with('.') && remedy.ends_with('.'), "{title}: {remedy}");
        for text in [&title, &remedy] {
            assert!(!text.contains(['!', '`', '\n']) && !text.contains("**") && !text.contains("  "), "{text}");
            assert!(!["please", "simply"].iter().any(|banned| text.to_lowercase().contains(banned)), "{text}");
        }
        // Nothing of a list was seen here, and what nobody knows is in none.
        assert!(!matches!(cause.entry().1, Evidence::Measured | Evidence::Unknown), "{title}");
    }
}

#[test]
fn a_ranking_names_several_and_each_once() {
    for symptom in Symptom::samples() {
        let causes = symptom.causes();
        let once: BTreeSet<_> = causes.iter().collect();
        assert_eq!(once.len(), causes.len(), "{symptom:?}");
        let told_by_the_answer = matches!(symptom, Symptom::CallbackRefused { .. });
        assert!(causes.len() != 1 || told_by_the_answer, "{symptom:?}: its words tell a single one");
    }
}

#[test]
fn what_the_age_of_a_code_rules_out_is_not_named() {
    let of = |age_seconds| Symptom::XCodeInvalid { age_seconds }.causes();
    for young in [0, 2, 25] {
        assert!(!of(Some(young)).contains(&Cause::CodeLate), "{young}");
    }
    for late in [Some(26), Some(31), Some(600), None] {
        assert_eq!(of(late).first(), Some(&Cause::CodeLate), "{late:?}");
    }
}

/// All of them: a link that is forgotten here doesn't compile.
fn links() -> Vec<Link> {
    let mut all = Vec::new();
    let mut next = Some(Link::Console);
    while let Some(link) = next {
        all.push(link);
        next = match link {
            Link::Console => Some(Link::Portal),
            Link::Portal => Some(Link::XStatus),
            Link::XStatus => Some(Link::XConnectedApps),
            Link::XConnectedApps => Some(Link::XOauthDocs),
            Link::XOauthDocs => Some(Link::XAppDocs),
            Link::XAppDocs => Some(Link::XScopesDocs),
            Link::XScopesDocs => Some(Link::XErrorsDocs),
            Link::XErrorsDocs => Some(Link::XLimitsDocs),
            Link::XLimitsDocs => Some(Link::XPricing),
            Link::XPricing => Some(Link::AuthentikSourceDocs),
            Link::AuthentikSourceDocs => Some(Link::AuthentikSourceStageDocs),
            Link::AuthentikSourceStageDocs => Some(Link::AuthentikProxyDocs),
            Link::AuthentikProxyDocs => Some(Link::ServerTokens),
            Link::ServerTokens => Some(Link::ServerRoles),
            Link::ServerRoles => Some(Link::ServerSources),
            Link::ServerSources => None,
        };
    }
    all
}

#[test]
fn a_link_leads_to_x_to_authentik_or_to_the_server_itself() {
    for link in links() {
        match link.target() {
            LinkTarget::To(address) => {
                let url = Url::parse(address).expect("an address");
                let host = url.host_str().expect("a host");
                let allowed = ["x.com", "goauthentik.io"];
                let within = |name: &str| host == name || host.ends_with(&format!(".{name}"));
                assert!(url.scheme() == "https" && allowed.iter().any(|name| within(name)), "{address}");
                assert!(url.port().is_none() && url.username().is_empty() && url.query().is_none(), "{address}");
            }
            LinkTarget::OnServer(path) => {
                let server = Url::parse("https://authentik.company/below/").expect("an address");
                let url = server.join(path).expect("a path");
                assert!(url.as_str().starts_with(server.as_str()) && url.as_str() != server.as_str(), "{url}");
            }
        }
    }
}

/// Those that are known from how networks, browsers and standards work, and not from X or authentik.
const KNOWN_WITHOUT_EVIDENCE: &[&str] = &["x-answer-foreign"];
const CAUSES_KNOWN_WITHOUT_EVIDENCE: &[Cause] = &[
    Cause::SecretPushedElsewhere,
    Cause::LocationCut,
    Cause::ServerStopped,
    Cause::ProxyAimsElsewhere,
    Cause::MachineOffline,
    Cause::NameFiltered,
    Cause::Firewall,
    Cause::ProxyNeeded,
    Cause::InspectingProxy,
    Cause::NetworkSignIn,
    Cause::XGateway,
    Cause::ClockWrong,
];

#[test]
fn what_is_known_of_x_and_authentik_cites_where_it_is_known_from() {
    let mut missing = BTreeSet::new();
    for symptom in Symptom::samples() {
        let entry = symptom.entry();
        let is_cited = !citations(entry.id).is_empty();
        let needs_none = match entry.evidence {
            // Read just now from this machine or server.
            Evidence::Measured => true,
            Evidence::Documented | Evidence::Observed | Evidence::Reported | Evidence::Inferred => {
                KNOWN_WITHOUT_EVIDENCE.contains(&entry.id)
            }
            // It may cite where it says that nobody knows.
            Evidence::Unknown => !is_cited,
        };
        if is_cited == needs_none {
            missing.insert(entry.id);
        }
    }
    assert_eq!(missing, BTreeSet::new());
    let causes: BTreeSet<_> = causes().into_iter().filter(|cause| cause.citations().is_empty()).collect();
    assert_eq!(causes, CAUSES_KNOWN_WITHOUT_EVIDENCE.iter().copied().collect());
}

#[test]
fn every_citation_leads_to_a_section_with_facts() {
    let ids: BTreeSet<_> = Symptom::samples().iter().map(|symptom| symptom.entry().id).collect();
    let diagnoses: Vec<_> = cited_diagnoses().collect();
    let once: BTreeSet<_> = diagnoses.iter().map(|(id, _)| *id).collect();
    assert_eq!(once.len(), diagnoses.len(), "an id stands twice");
    assert!(once.is_subset(&ids), "{:?}", once.difference(&ids));
    let cited_once: BTreeSet<_> = cited_causes().map(|(cause, _)| cause).collect();
    assert_eq!(cited_once.len(), cited_causes().count(), "a cause stands twice");
    let of_diagnoses = diagnoses.into_iter().flat_map(|(_, cited)| cited);
    for citation in of_diagnoses.chain(cited_causes().flat_map(|(_, cited)| cited)) {
        assert!(citation.section().is_some(), "{citation:?}");
        assert!(!citation.facts().is_empty(), "{citation:?}");
    }
}
