//! Holds the catalogue against the message files.

use super::{Diagnosis, Evidence, Holder, Peer, Right, Severity, Symptom};
use crate::words::{Book, KEYS};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Each variant once or more, and a match over the same rows: a variant that is forgotten here doesn't compile.
macro_rules! samples {
    ($($variant:ident: $({ $($field:ident: $value:expr),* $(,)? }),+;)*) => {
        fn samples() -> Vec<Symptom> {
            vec![$($(Symptom::$variant { $($field: $value.into()),* },)+)*]
        }

        /// The variant's name, by an exhaustive match.
        fn variant(symptom: &Symptom) -> &'static str {
            match symptom {
                $(Symptom::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

const X: &str = "api.x.com";
const SERVER: &str = "authentik.company";
const CALLBACK: &str = "https://authentik.company/source/oauth/callback/x/";

samples! {
    HostUnknown: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    ConnectionRefused: { peer: Peer::X, host: X, port: 443_u16 }, { peer: Peer::Authentik, host: SERVER, port: 9443_u16 };
    TlsUntrusted: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsOtherName: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsExpired: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsFailed: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TimedOut: { peer: Peer::X, host: X, seconds: 10_u32 }, { peer: Peer::Authentik, host: SERVER, seconds: 1_u32 };
    ConnectionLost: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    AnswerTooLarge: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    CaFileUnreadable: { path: "/home/ana/homelab.pem" };

    XGrantTypeMissing: {};
    XGrantTypeUnknown: {};
    XClientIdMissing: {};
    XCodeVerifierMissing: {};
    XClientIdUnknown: {};
    XSecretRefused: {};
    XCodeInvalid: { age_seconds: None }, { age_seconds: Some(1) }, { age_seconds: Some(47) };
    XRedirectDiffers: {};
    XVerifierDiffers: {};
    XTokenInvalid: {};
    XScopesNotGranted: { missing: "tweet.read" };
    XTokenRefused: {};
    XScopeMissing: {};
    XClientNotEnrolled: { app: None }, { app: Some("28401957".to_owned()) };
    XUserNotEnrolled: {};
    XAppOnlyToken: {};
    XCreditsDepleted: {};
    XSpendCapReached: {};
    XRateLimited: { reset: None }, { reset: Some("12:45:10".to_owned()) };
    XUsageCapReached: {};
    XProfileWithoutId: {};
    XUnavailable: { status: 503_u16 };
    XAnswerUnknown: { status: 418_u16, said: "" }, { status: 400_u16, said: "Something new happened" };

    AuthorizePageError: {};
    AuthorizeOtherAccount: {};
    AuthorizeLoginLoop: {};
    AuthorizePageBlank: {};
    ConsentDeclined: {};
    ConsentUnclear: {};
    CallbackSilent: { seconds: 300_u32 }, { seconds: 1_u32 };
    CallbackRefused: { error: "server_error" };
    PortTaken: { port: 8723_u16, holder: None },
        { port: 8723_u16, holder: Some(Holder { program: "node".to_owned(), process: 41_822 }) };
    PortForbidden: { port: 80_u16 };
    ListenerFailed: { port: 8723_u16 };
    BrowserNotOpened: {};

    AuthentikNotThere: { host: SERVER, status: 404_u16 };
    AuthentikRedirects: { host: SERVER, to: "https://sso.company/" };
    AuthentikStarting: { host: SERVER };
    AuthentikUnavailable: { host: SERVER, status: 502_u16 };
    AuthentikWriteFault: { host: SERVER };
    AuthentikRefuses: { field: "slug", said: "source with this slug already exists." },
        { field: "non_field_errors", said: "Enterprise is required to create/update this object." },
        { field: "detail", said: "" };
    AuthentikAnswerUnknown: { host: SERVER, status: 418_u16 };
    ApiTokenRefused: { host: SERVER };
    ApiTokenMissing: { host: SERVER };
    RightsMissing: { user: "svc-sourcerer", rights: [Right::ChangeStage] },
        { user: "svc-sourcerer", rights: [
            Right::ViewSource, Right::AddSource, Right::ChangeSource, Right::DeleteSource,
            Right::ViewFlow, Right::ViewStage, Right::ChangeStage, Right::ViewEvents,
        ] };
    TypeMissing: { host: SERVER };
    FlowMissing: { slug: "default-source-enrollment" };
    LoginPageNotFound: { host: SERVER };

    SlugTaken: { slug: "x" };
    SourceDiffers: { slug: "x" };
    ChangedMeanwhile: { what: "default-authentication-identification" };
    ReadBackDiffers: { what: "x", field: "enrollment_flow" };
    SecretNeeded: {};
    NothingToPush: {};
    NothingToUndo: {};
    SourceInUse: { slug: "x", people: 1_u32 }, { slug: "x", people: 12_u32 };

    CallbackDiffers: { planned: CALLBACK, seen: "https://authentik.company/source/oauth/callback/twitter/" };
    CallbackLosesHttps: { seen: "http://authentik.company/source/oauth/callback/x/" };
    ClientIdDiffers: { planned: "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ", seen: "cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpjaQ" };
    ScopesDiffer: { planned: "tweet.read users.read", seen: "tweet.read tweet.write users.read" };
    PkceNotS256: { method: "plain" };
    PkceMissing: {};
    SourceUnknownOrDisabled: { slug: "x" };
    SourceDisabled: { slug: "x" };
    SourceOfOtherType: { slug: "x", to: "github.com" };
    ButtonHidden: { slug: "x" };
    ButtonUnknown: { component: "ak-stage-captcha" };
    LegacyHost: { host: "twitter.com" };

    LoginUnseen: { seconds: 300_u32 }, { seconds: 1_u32 };
    LoginLinked: { user: "akadmin" };
    UserIsExternal: { user: "ana_lindqvist" };
    UserNameTaken: { user: "ana_lindqvist" };
    LoginFailed: { said: "" }, { said: "Failed to JSON-decode profile." };

    KeyringMissing: {};
    KeyringLocked: {};
    KeyringFailed: {};
    SecretForgotten: {};
    FolderNotWritable: { path: "/home/ana/.local/share/sourcerer" };
    DraftDamaged: { path: "/home/ana/.local/share/sourcerer/jobs/x.json" };
    DraftTooNew: { path: "/home/ana/.local/share/sourcerer/jobs/x.json" };
    NoJobOpen: {};
    PracticeFailed: {};
}

/// Title, why and remedy in English.
fn said(symptom: &Symptom) -> [String; 3] {
    let book = Book::english();
    let Diagnosis { title, why, remedy, .. } = symptom.into();
    [title, why, remedy].map(|message| book.say(&message))
}

/// The text without what it quotes: X's and authentik's words are theirs.
fn own(text: &str) -> String {
    text.split('“').map(|part| part.split_once('”').map_or(part, |(_, after)| after)).collect()
}

#[test]
fn every_symptom_is_put_into_words_with_exactly_what_it_carries() {
    let keys: BTreeMap<_, _> = KEYS.iter().copied().collect();
    for symptom in samples() {
        let id = symptom.entry().id;
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
    let made: BTreeSet<_> = samples().iter().map(|symptom| symptom.entry().id).collect();
    let kept: BTreeSet<_> = KEYS
        .iter()
        .filter_map(|(key, _)| key.strip_prefix("diagnosis-"))
        .map(|key| key.split('.').next().unwrap_or(key))
        .collect();
    assert_eq!(kept, made);
}

#[test]
fn an_id_is_kebab_case_and_of_one_symptom_only() {
    let mut owners = BTreeMap::new();
    for symptom in samples() {
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
    for symptom in samples() {
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
    for symptom in samples() {
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
    for symptom in samples() {
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
    for symptom in samples() {
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
        write!(page, "{title}\n  {why}\n  Do this: {remedy}\n\n").expect("a string grows");
    }
    insta::assert_snapshot!(page);
}
