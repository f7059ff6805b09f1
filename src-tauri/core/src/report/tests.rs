use super::document::{Error, Report, ReportFormat};
use crate::authentik::ServerLeg;
use crate::authentik::ServerLegResult;
use crate::checks::{CheckOutcome, Finding};
use crate::diagnosis::Symptom;
use crate::i18n::{msg, visible};
use crate::net::Exchange;
use crate::net::ExchangeKind;
use crate::plan::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, PlanState, PlanView, PushOutcome,
    PushRecord, WriteAction, WriteRecord,
};
use crate::report::*;
use crate::signin::{self, SignInEnding, SignInLegResult};
use crate::stage::Stage;
use proptest::prelude::*;
use secrecy::SecretString;

const SECRET: &str = "Cn4ry/secret+of&a<run>\"7Qd";

/// A report whose every text that comes from elsewhere is this one.
fn report_of(foreign: &str) -> Report {
    let found = |symptom| Finding::for_server(symptom);
    Report {
        program: "1.2.3".to_owned(),
        at: "2026-11-24T12:00:00Z".to_owned(),
        host: foreign.to_owned(),
        address: format!("https://{foreign}"),
        slug: "x".to_owned(),
        token: true,
        millis: 412,
        requests: 1,
        legs: vec![ServerLegResult {
            leg: ServerLeg::Found,
            verdict: crate::authentik::ServerLegVerdict::Passed,
            millis: Some(12),
            says: vec![msg::report_way(foreign)],
            symptom: None,
        }],
        findings: vec![
            found(Symptom::RightsMissing { user: foreign.to_owned(), rights: Vec::new() }),
            found(Symptom::AuthentikNotThere { host: foreign.to_owned(), status: 404 }),
        ],
        unseen: vec![],
        exchanges: vec![Exchange {
            id: 1,
            stage: Stage::Verify,
            kind: ExchangeKind::Sent,
            at: "2026-11-24T12:00:00Z".to_owned(),
            method: "GET".to_owned(),
            url: format!("https://{foreign}/api/v3/root/config/"),
            request_headers: Vec::new(),
            request_body: None,
            status: Some(404),
            response_headers: Vec::new(),
            response_body: Some(foreign.to_owned()),
            fault: None,
            millis: 12,
            curl: None,
        }],
        beside: beside(foreign),
    }
}

/// Everything that can stand beside a check.
fn beside(foreign: &str) -> ReportContext {
    let field = |name: &str, now: Option<&str>, will: &str| FieldChange {
        name: name.to_owned(),
        label: msg::plan_field_name(),
        now: now.map(|now| DisplayValue::Text(now.to_owned())),
        will: DisplayValue::Text(will.to_owned()),
        secret: false,
    };
    let change = Change {
        id: "source".to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Source,
        action: ChangeAction::Change,
        title: msg::plan_source_change(foreign),
        why: None,
        fields: vec![field("name", Some("X"), foreign), field("slug", None, "x")],
        data: None,
    };
    let write = |target, did, fields: &[&str], confirmed| WriteRecord {
        target,
        did,
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        confirmed,
    };
    let at = |minute: u32| format!("2026-11-24T11:{minute:02}:00Z");
    ReportContext {
        release: Some("2025.12.4".to_owned()),
        test: Some(TestSummary {
            at: at(10),
            ending: SignInEnding::Failed,
            legs: vec![
                leg(signin::SignInLeg::Browser, signin::SignInLegVerdict::Passed, None),
                leg(signin::SignInLeg::Consent, signin::SignInLegVerdict::Failed, Some(&Symptom::BrowserNotOpened)),
            ],
        }),
        plan: Some(PlanView {
            server: format!("https://{foreign}"),
            slug: "x".to_owned(),
            compared_at: at(20),
            state: PlanState::Ready,
            summary: msg::plan_summary_push(1_u32),
            diagnosis: None,
            changes: vec![change],
            consequences: Vec::new(),
            notes: Vec::new(),
            shell: None,
        }),
        pushes: vec![
            PushRecord {
                at: at(30),
                became: PushOutcome::Undone,
                undone: Some(at(31)),
                writes: vec![
                    write(ChangeTarget::Source, WriteAction::Made, &["name", "slug"], true),
                    write(ChangeTarget::LoginPage, WriteAction::Shown, &[], true),
                ],
            },
            PushRecord {
                at: at(40),
                became: PushOutcome::Stopped,
                undone: None,
                writes: vec![write(ChangeTarget::Source, WriteAction::Changed, &["consumer_secret"], false)],
            },
        ],
    }
}

fn leg(leg: signin::SignInLeg, verdict: signin::SignInLegVerdict, symptom: Option<&Symptom>) -> SignInLegResult {
    let diagnosis = symptom.map(Into::into);
    SignInLegResult { leg, verdict, millis: Some(120), note: None, diagnosis, exchange: None }
}

fn write(report: &Report, format: ReportFormat) -> String {
    report.write(format, &Localizer::english(), &Secrets::default()).expect("a report")
}

/// A page with each block on a line of its own, for people who read the snapshot.
fn lines(html: &str) -> String {
    let whole = html.replace("><", ">\n<");
    ["strong", "code", "span", "br"].iter().fold(whole, |text, tag| {
        let joined = text.replace(&format!("\n<{tag}"), &format!("<{tag}"));
        joined.replace(&format!("\n</{tag}"), &format!("</{tag}")).replace(&format!("</{tag}>\n"), &format!("</{tag}>"))
    })
}

/// As it is read back: what only this run knows of a finding isn't in it.
fn kept(report: &Report) -> Report {
    let mut kept = report.clone();
    kept.findings.iter_mut().for_each(|finding| finding.symptom = None);
    kept
}

#[test]
fn a_report_reads_well_in_each_format() {
    let report = report_of("auth.company.example");
    insta::assert_snapshot!("markdown", write(&report, ReportFormat::Markdown));
    insta::assert_snapshot!("html", lines(&write(&report, ReportFormat::Html).replace(include_str!("report.css"), "")));
    insta::assert_snapshot!("json", write(&report, ReportFormat::Json));
}

#[test]
fn a_hostile_value_stands_in_the_page_as_text() {
    let harmless = write(&report_of("harmless"), ReportFormat::Html);
    let hostile = write(&report_of("<img src=x onerror=alert(1)> \"double\" & 'single'"), ReportFormat::Html);
    let escaped = "&lt;img src=x onerror=alert(1)&gt; &quot;double&quot; &amp; 'single'";
    // In every place where a harmless value would stand.
    assert_eq!(hostile.matches(escaped).count(), harmless.matches("harmless").count(), "{hostile}");
    assert!(!hostile.contains("<img"), "{hostile}");
}

#[test]
fn a_secret_is_found_in_whatever_form_and_nothing_is_written() {
    let secrets = Secrets::new([SecretString::from(SECRET)]);
    let basic = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, format!("client:{SECRET}"));
    let percent: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
    let hex = SECRET.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    for form in [SECRET.to_owned(), percent, basic, hex] {
        let report = report_of(&format!("before {form} after"));
        for format in [ReportFormat::Html, ReportFormat::Json] {
            assert_eq!(
                report.write(format, &Localizer::english(), &secrets),
                Err(Error::HoldsSecret),
                "{form} {format:?}"
            );
        }
    }
    assert!(report_of("before after").write(ReportFormat::Json, &Localizer::english(), &secrets).is_ok());
}

#[test]
fn hosts_and_people_get_other_names_and_x_keeps_its_own() {
    let mut report = report_of("auth.company.example");
    report.findings[0] = Finding::for_server(Symptom::RightsMissing { user: "ana".to_owned(), rights: Vec::new() });
    report.exchanges[0].response_body =
        Some("ana at https://sso.company.example and https://api.x.com: banana".to_owned());
    let other = report.pseudonymous().expect("a report");
    assert_eq!((other.host.as_str(), other.address.as_str()), ("host-1.example", "https://host-1.example"));
    let body = other.exchanges[0].response_body.as_deref();
    assert_eq!(body, Some("person-1 at https://host-2.example and https://api.x.com: banana"));
    for format in [ReportFormat::Html, ReportFormat::Markdown, ReportFormat::Json] {
        let text = write(&other, format);
        assert!(!text.contains("company") && !text.contains("ana "), "{text}");
    }
    assert_eq!(other.pseudonymous().expect("a report").host, "host-1.example", "it doesn't change any more");
}

#[test]
fn a_report_of_the_first_format_is_read_as_one_with_nothing_beside() {
    let text = write(&report_of("auth.company.example"), ReportFormat::Json);
    let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let report = value["report"].as_object_mut().expect("a report");
    report.remove("beside");
    let hash = json::hash(&value["report"]);
    value["sourcerer_report"] = 1.into();
    value["sha256"] = hash.into();
    let read = parse(&value.to_string()).expect("a report");
    assert_eq!((read.beside, read.slug.as_str()), (ReportContext::default(), "x"));
}

/// A report as JSON that was changed by hand, with the hash of what it is now.
fn tampered(change: impl FnOnce(&mut serde_json::Value)) -> String {
    let text = write(&report_of("auth.company.example"), ReportFormat::Json);
    let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    change(&mut value["report"]);
    let hash = json::hash(&value["report"]);
    value["sha256"] = hash.into();
    value.to_string()
}

#[test]
fn a_message_that_lacks_an_argument_is_refused() {
    let title = |report: &mut serde_json::Value| report["legs"][0]["says"][0].take();
    assert!(parse(&tampered(|report| drop(title(report)))).is_err());
    for message in [serde_json::json!({ "id": "report-way" }), serde_json::json!({ "id": "report-way", "args": {} })] {
        let text = tampered(|report| report["legs"][0]["says"][0] = message);
        assert_eq!(parse(&text), Err(Error::Foreign));
    }
    // A key of a newer version has arguments that nobody here knows.
    let text = tampered(|report| report["legs"][0]["says"][0] = serde_json::json!({ "id": "of-tomorrow", "args": {} }));
    assert!(parse(&text).is_ok());
}

#[test]
fn a_report_with_more_of_something_than_a_run_makes_is_refused() {
    let many = |count: usize| {
        tampered(|report| {
            let one = report["findings"][0].clone();
            report["findings"] = vec![one; count].into();
        })
    };
    assert!(parse(&many(1000)).is_ok());
    assert_eq!(parse(&many(1001)), Err(Error::TooLarge));
}

#[test]
fn what_isnt_a_report_is_told_by_what_it_is() {
    let text = write(&report_of("auth.company.example"), ReportFormat::Json);
    assert_eq!(parse(""), Err(Error::Foreign));
    assert_eq!(parse("{}"), Err(Error::Foreign));
    assert_eq!(parse("{\"version\":1,\"content\":{}}"), Err(Error::Foreign));
    assert_eq!(parse(&text[..text.len() / 2]), Err(Error::Damaged));
    assert_eq!(
        parse(&text.replace("\"sourcerer_report\": 2", "\"sourcerer_report\": 7")),
        Err(Error::Newer { format: 7 })
    );
    assert_eq!(parse(&text.replace("auth.company", "auth.company2")), Err(Error::Damaged));
    assert_eq!(parse(&text.replace("  ", "\t")).map(|report| report.slug), Ok("x".to_owned()), "spaces don't count");
}

proptest! {
    #[test]
    fn a_report_is_read_back_as_it_was_written(foreign in "\\PC{0,40}") {
        let report = report_of(&foreign);
        prop_assert_eq!(parse(&write(&report, ReportFormat::Json)), Ok(kept(&report)));
    }

    #[test]
    fn any_changed_letter_is_noticed(at in any::<prop::sample::Index>(), letter in "[0-9a-z]") {
        let text = write(&report_of("auth.company.example"), ReportFormat::Json);
        let places: Vec<_> = text.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).collect();
        let (place, before) = *at.get(&places);
        prop_assume!(!letter.starts_with(before));
        let mut changed = text.clone();
        changed.replace_range(place..=place, &letter);
        prop_assert!(parse(&changed).is_err(), "{}", changed);
    }

    #[test]
    fn nothing_from_elsewhere_becomes_html(foreign in foreign()) {
        let html = write(&report_of(&foreign), ReportFormat::Html);
        let harmless = write(&report_of("harmless"), ReportFormat::Html);
        prop_assert_eq!(tags(&html), tags(&harmless), "{}", foreign);
        prop_assert!(!html.contains(|c| c != '\n' && visible::is_hidden(c)));
    }

    #[test]
    fn nothing_from_elsewhere_becomes_an_element_of_a_ticket(foreign in foreign()) {
        let markdown = write(&report_of(&foreign), ReportFormat::Markdown);
        let harmless = write(&report_of("harmless"), ReportFormat::Markdown);
        prop_assert_eq!(elements(&markdown), elements(&harmless), "{}", markdown);
        prop_assert!(!markdown.contains(|c| c != '\n' && visible::is_hidden(c)));
    }
}

#[test]
fn checks_that_were_not_run_share_one_line_in_a_ticket() {
    let mut report = report_of("auth.example");
    let skipped = |id: &str| Finding {
        id: id.to_owned(),
        outcome: CheckOutcome::Skipped,
        diagnosis: None,
        detail: Some(msg::checks_skipped_server()),
        ..Finding::for_server(Symptom::AuthentikNotThere { host: "auth.example".to_owned(), status: 404 })
    };
    report.findings = ["source", "button", "callback"].map(skipped).into();
    let ticket = write(&report, ReportFormat::Markdown);
    assert_eq!(ticket.matches("The server didn’t answer.").count(), 1, "{ticket}");
    assert_eq!(ticket.matches("## Skipped").count(), 1, "{ticket}");
    assert_eq!(ticket.matches("Skipped").count(), 1, "{ticket}");
}

/// What a server may call itself: any text, with many signs that mean something somewhere.
fn foreign() -> impl Strategy<Value = String> {
    "([-`*_<>\\[\\]()#!&|~$\"'\\\\\n\r\u{1b}\u{202e}\u{2028}= ]|https://|\\PC|\\p{Cc}){1,40}"
}

/// Each tag of a page, in its order.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split_once('>').map_or(rest, |(tag, _)| tag)).collect()
}

/// Each element of a document as a reader of CommonMark and GitHub's extensions sees it, in its order.
fn elements(markdown: &str) -> Vec<String> {
    let events = pulldown_cmark::Parser::new_ext(markdown, pulldown_cmark::Options::all());
    let is_text = |event: &pulldown_cmark::Event<'_>| {
        matches!(event, pulldown_cmark::Event::Text(_) | pulldown_cmark::Event::Code(_))
    };
    events.filter(|event| !is_text(event)).map(|event| format!("{event:?}")).collect()
}
