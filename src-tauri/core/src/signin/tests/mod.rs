use super::*;
use crate::diagnosis::{Diagnosis, Symptom};
use crate::i18n::Localizer;
use crate::net::{ExchangeKind, HttpClient};
use crate::x::fake::{FakeX, TOKEN, clock, net, pair};
use crate::x::{Email, Scopes};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use url::Url;

mod forbidden;
mod staying;
mod waiting;

const CODE: &str = "canary-code-19aa";

/// Long enough for any test: only what fails waits for it.
const LONG: Duration = Duration::from_mins(1);
const SHORT: Duration = Duration::from_millis(30);

fn parameter(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

async fn visit(address: String) {
    shown(&address).await;
}

/// The whole answer to such a visit; empty if nobody listens.
async fn shown(address: &str) -> String {
    let url = Url::parse(address).expect("an address");
    let port = url.port().expect("a port");
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else { return String::new() };
    let target = &url[url::Position::BeforePath..];
    let asked = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let mut answer = String::new();
    let _ = stream.write_all(asked.as_bytes()).await;
    let _ = stream.read_to_string(&mut answer).await;
    answer
}

/// A browser at whose consent page X sends these queries back; `STATE` stands for the right state.
fn browser(queries: &'static [&'static str]) -> impl Fn(&Url) -> Result<(), NotOpened> + Send + Sync {
    move |url: &Url| {
        let (state, redirect) = (parameter(url, "state"), parameter(url, "redirect_uri"));
        let addresses: Vec<_> =
            queries.iter().map(|query| format!("{redirect}?{}", query.replace("STATE", &state))).collect();
        tokio::spawn(async move {
            for address in addresses {
                visit(address).await;
            }
        });
        Ok(())
    }
}

const AGREE: &str = "state=STATE&code=canary-code-19aa";
const AGREES: &[&str] = &[AGREE];

fn request(x: &FakeX) -> SignInConfig {
    SignInConfig {
        endpoints: x.endpoints.clone(),
        pair: pair(),
        port: 0,
        scopes: Scopes::for_source(""),
        email: Email::NotWanted,
    }
}

/// One test, and what was seen of it.
struct Ran {
    outcome: SignInOutcome,
    reports: Vec<SignInProgress>,
    net: HttpClient,
}

impl Ran {
    fn leg(&self, leg: SignInLeg) -> &SignInLegResult {
        self.outcome.legs.iter().find(|report| report.leg == leg).expect("all legs")
    }

    fn verdicts(&self) -> String {
        self.outcome.legs.iter().map(|report| letter(report.verdict)).collect()
    }
}

fn letter(verdict: SignInLegVerdict) -> char {
    match verdict {
        SignInLegVerdict::Pending => '-',
        SignInLegVerdict::Running => '…',
        SignInLegVerdict::Passed => '+',
        SignInLegVerdict::Warned => '!',
        SignInLegVerdict::Failed => 'x',
    }
}

fn sendable<T: Send>(future: T) -> T {
    future
}

/// Runs it, answers each report with what `react` says, and makes the checks that hold for every test.
async fn ran(
    request: SignInConfig,
    opener: &dyn BrowserOpener,
    patience: Duration,
    react: impl FnMut(&SignInProgress) -> Option<SignInCommand>,
) -> Ran {
    nudged(request, opener, patience, LONG, react).await
}

/// The same, with the time until the person is asked what they see.
async fn nudged(
    request: SignInConfig,
    opener: &dyn BrowserOpener,
    patience: Duration,
    nudge: Duration,
    react: impl FnMut(&SignInProgress) -> Option<SignInCommand>,
) -> Ran {
    staying(request, opener, patience, nudge, Duration::ZERO, react).await
}

/// The same, with the time that the listener stays.
async fn staying(
    request: SignInConfig,
    opener: &dyn BrowserOpener,
    patience: Duration,
    nudge: Duration,
    stay: Duration,
    mut react: impl FnMut(&SignInProgress) -> Option<SignInCommand>,
) -> Ran {
    let net = net();
    let clock = clock();
    let (orders, control) = mpsc::channel(8);
    let (progress, mut watch) = mpsc::unbounded_channel();
    let means = SignInContext { net: &net, clock: &clock, opener, patience, nudge, stay, control, progress };
    let watching = async {
        let mut reports = Vec::new();
        while let Some(report) = watch.recv().await {
            if let Some(control) = react(&report) {
                let _ = orders.send(control).await;
            }
            reports.push(report);
        }
        reports
    };
    let (outcome, reports) = tokio::join!(sendable(run(request, means)), watching);
    let link = reports.iter().find_map(|report| report.link.clone());
    if let Some(link) = &link {
        let url = Url::parse(link.as_str()).expect("a link");
        let redirect = Url::parse(&parameter(&url, "redirect_uri")).expect("a callback");
        assert!(nobody_listens(redirect.port().expect("a port")));
        let state = parameter(&url, "state");
        let kept = serde_json::to_string(&outcome).expect("JSON");
        assert!(!kept.contains(&state) && !format!("{outcome:?}{reports:?}").contains(&state), "{kept}");
    }
    let written =
        format!("{outcome:?}{}{reports:?}{:?}", serde_json::to_string(&outcome).expect("JSON"), net.trace().all());
    assert!(!written.contains("canary-"), "{written}");
    assert_eq!(reports.last().map(|report| &report.legs), Some(&outcome.legs));
    assert!(outcome.legs.iter().all(|report| report.verdict != SignInLegVerdict::Running));
    Ran { outcome, reports, net }
}

fn nobody_listens(port: u16) -> bool {
    std::net::TcpStream::connect(("127.0.0.1", port)).is_err()
}

/// A test that nobody interferes with.
async fn undisturbed(x: &FakeX, opener: &dyn BrowserOpener, patience: Duration) -> Ran {
    ran(request(x), opener, patience, |_| None).await
}

/// Says this once, as soon as the leg is under way.
fn at(leg: SignInLeg, control: SignInCommand) -> impl FnMut(&SignInProgress) -> Option<SignInCommand> {
    let mut control = Some(control);
    move |report| {
        let running = report.legs.iter().any(|report| report.leg == leg && report.verdict == SignInLegVerdict::Running);
        if running { control.take() } else { None }
    }
}

#[tokio::test]
async fn a_whole_sign_in_passes_all_six_legs() {
    let x = FakeX::but(|_| None).await;
    let mut ran = undisturbed(&x, &browser(AGREES), LONG).await;
    assert_eq!(x.targets(), ["/2/oauth2/token", "/2/users/me", "/2/oauth2/revoke"]);
    let kinds: Vec<_> = ran.net.trace().all().iter().map(|exchange| exchange.kind).collect();
    let sent = ExchangeKind::Sent;
    assert_eq!(kinds, [ExchangeKind::Opened, ExchangeKind::Received, sent, sent, sent]);
    let body: BTreeMap<_, _> = url::form_urlencoded::parse(x.asked()[0].body.as_bytes()).into_owned().collect();
    assert_eq!(body["code"], CODE);

    let read: SignInOutcome =
        serde_json::from_str(&serde_json::to_string(&ran.outcome).expect("JSON")).expect("the same outcome");
    assert_eq!(read, ran.outcome);
    for report in &mut ran.outcome.legs {
        report.millis = report.millis.map(|_| 1);
    }
    let age = ran.outcome.code_age.as_mut().expect("an age");
    assert!(!age.near && age.millis < 20_000, "{age:?}");
    age.millis = 1;
    age.words.args.clear();
    "http://127.0.0.1/i/oauth2/authorize".clone_into(&mut ran.outcome.inputs.authorize);
    insta::assert_json_snapshot!(ran.outcome);
}

#[tokio::test]
async fn the_report_offers_the_link_while_it_waits_and_no_longer() {
    let x = FakeX::but(|_| None).await;
    let ran = undisturbed(&x, &browser(AGREES), LONG).await;
    let story: Vec<_> = ran
        .reports
        .iter()
        .map(|report| {
            let verdicts: String = report.legs.iter().map(|report| letter(report.verdict)).collect();
            format!("{verdicts}{}", if report.link.is_some() { " link" } else { "" })
        })
        .collect();
    assert_eq!(
        story,
        [
            "…-----",
            "+-----",
            "+…----",
            "+…---- link",
            "++----",
            "+++---",
            "+++…--",
            "++++--",
            "++++…-",
            "+++++-",
            "+++++…",
            "++++++",
            "++++++"
        ]
    );
    let waiting = ran.reports.iter().find_map(|report| report.waiting.as_ref()).expect("a wait");
    assert_eq!((waiting.since.as_str(), waiting.until.as_str()), ("1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z"));
    assert_eq!((waiting.seconds, waiting.still_waiting, &waiting.advice), (60, false, &None));
}

#[tokio::test]
async fn each_leg_that_fails_names_its_cause_and_the_token_is_revoked() {
    let refusal = r#"{"error":"unauthorized_client","error_description":"Missing valid authorization header"}"#;
    let late =
        r#"{"error":"invalid_request","error_description":"Value passed for the authorization code was invalid."}"#;
    let forbidden = r#"{"title":"Forbidden","type":"about:blank","status":403,"detail":"Forbidden"}"#;
    let capped = r#"{"title":"Forbidden","type":"about:blank","status":403,"detail":"Monthly spend cap reached"}"#;
    let enrolled = r#"{"client_id":"28572299","title":"Client Forbidden","reason":"client-not-enrolled"}"#;
    let nothing: &[&str] = &["/2/oauth2/token"];
    let all: &[&str] = &["/2/oauth2/token", "/2/users/me", "/2/oauth2/revoke"];
    for (path, status, body, verdicts, wanted, targets) in [
        ("/2/oauth2/token", 401, refusal, "+++x--", Some("x-secret-refused"), nothing),
        ("/2/oauth2/token", 400, late, "+++x--", Some("x-code-invalid"), nothing),
        ("/2/oauth2/token", 503, "", "+++x--", Some("x-unavailable"), nothing),
        ("/2/users/me", 403, forbidden, "++++x+", Some("x-profile-forbidden"), all),
        ("/2/users/me", 403, capped, "++++x+", Some("x-spend-cap-reached"), all),
        ("/2/users/me", 403, enrolled, "++++x+", Some("x-client-not-enrolled"), all),
        ("/2/users/me", 200, "{}", "++++x+", Some("x-profile-without-id"), all),
        ("/2/oauth2/revoke", 503, "", "+++++!", None, all),
    ] {
        let x = FakeX::but(move |asked| (asked == path).then(|| (status, body.to_owned()))).await;
        let ran = undisturbed(&x, &browser(AGREES), LONG).await;
        let symptom = ran.outcome.symptom.as_ref();
        assert_eq!((ran.verdicts().as_str(), symptom.map(|it| it.entry().id)), (verdicts, wanted), "{path} {status}");
        assert_eq!(x.targets(), targets);
        let ending = if wanted.is_some() { SignInEnding::Failed } else { SignInEnding::Passed };
        assert_eq!(ran.outcome.ending, ending);
        let failed = ran.outcome.legs.iter().find(|report| report.verdict == SignInLegVerdict::Failed);
        assert_eq!(failed.and_then(|report| report.diagnosis.clone()), symptom.map(Diagnosis::from));
        assert!(failed.is_none_or(|report| report.exchange.is_some() && report.millis.is_some()));
    }
}

#[tokio::test]
async fn a_token_that_cant_be_revoked_is_said_to_stay_valid() {
    let x = FakeX::but(|asked| (asked == "/2/oauth2/revoke").then(|| (503, String::new()))).await;
    let ran = undisturbed(&x, &browser(AGREES), LONG).await;
    let report = ran.leg(SignInLeg::Revoke);
    assert!(
        report.note.as_ref().is_some_and(|note| Localizer::english().format(note).contains("stays valid")),
        "{report:?}"
    );
    assert_eq!(report.diagnosis, Some(Diagnosis::from(&Symptom::XUnavailable { status: 503 })));
}

#[tokio::test]
async fn scopes_that_were_not_granted_are_a_warning() {
    let partly = TOKEN.replace("users.read tweet.read", "users.read");
    let x = FakeX::but(move |asked| (asked == "/2/oauth2/token").then(|| (200, partly.clone()))).await;
    let ran = undisturbed(&x, &browser(AGREES), LONG).await;
    assert_eq!((ran.verdicts().as_str(), ran.outcome.ending), ("+++!++", SignInEnding::Passed));
    let symptom = Symptom::XScopesNotGranted { missing: "tweet.read".to_owned() };
    assert_eq!(ran.leg(SignInLeg::Exchange).diagnosis, Some(Diagnosis::from(&symptom)));
    assert_eq!(ran.outcome.scopes_granted, Some(Scopes::parse("users.read")));
}

#[tokio::test]
async fn an_email_that_was_wanted_and_is_absent_is_said() {
    let x = FakeX::but(|_| None).await;
    let wanted = SignInConfig { email: Email::Wanted, ..request(&x) };
    let ran = ran(wanted, &browser(AGREES), LONG, |_| None).await;
    assert_eq!((ran.verdicts().as_str(), ran.outcome.ending), ("++++!+", SignInEnding::Passed));
    assert_eq!(x.targets()[1], "/2/users/me?user.fields=confirmed_email");
}

#[tokio::test]
async fn a_refresh_token_is_revoked_too() {
    let both = TOKEN.replace('{', r#"{"refresh_token":"canary-refresh","#);
    let x = FakeX::but(move |asked| (asked == "/2/oauth2/token").then(|| (200, both.clone()))).await;
    undisturbed(&x, &browser(AGREES), LONG).await;
    let revoked: Vec<_> = x.asked().into_iter().skip(2).map(|asked| asked.body).collect();
    assert_eq!(revoked, ["token=canary-refresh", "token=canary-access-token-7f31"]);
}

#[tokio::test]
async fn what_comes_back_without_a_code_ends_at_the_consent() {
    for (queries, wanted) in [
        (&["state=STATE&error=access_denied"], Symptom::ConsentDeclined),
        (&["state=STATE&denied=x"], Symptom::ConsentDeclined),
        (&["state=STATE&error=server_error"], Symptom::CallbackRefused { error: "server_error".to_owned() }),
    ] as [(&'static [&str], Symptom); 3]
    {
        let x = FakeX::but(|_| None).await;
        let ran = undisturbed(&x, &browser(queries), LONG).await;
        assert_eq!((ran.verdicts().as_str(), ran.outcome.symptom.as_ref()), ("+x----", Some(&wanted)));
        assert_eq!(ran.leg(SignInLeg::Consent).exchange, Some(2));
        assert!(x.asked().is_empty());
    }
}

#[tokio::test]
async fn silence_ends_with_the_patience() {
    let x = FakeX::but(|_| None).await;
    let ran = undisturbed(&x, &browser(&[]), SHORT).await;
    assert_eq!(ran.verdicts(), "+x----");
    assert!(matches!(ran.outcome.symptom, Some(Symptom::CallbackSilent { .. })));
}

#[test]
fn silence_means_what_came_before_it() {
    let waited = Duration::from_mins(4);
    for (unclear, opened, wanted) in [
        (None, Ok(()), Symptom::CallbackSilent { seconds: 240 }),
        (None, Err(NotOpened), Symptom::BrowserNotOpened),
        (Some(Symptom::ConsentUnclear), Ok(()), Symptom::ConsentUnclear),
        (Some(Symptom::ConsentUnclear), Err(NotOpened), Symptom::ConsentUnclear),
    ] {
        assert_eq!(wait::silence(unclear, opened, waited), wanted);
    }
}

#[tokio::test]
async fn what_the_person_sees_at_x_is_a_result() {
    let x = FakeX::but(|_| None).await;
    let ran = ran(
        request(&x),
        &browser(&[]),
        LONG,
        at(SignInLeg::Consent, SignInCommand::Sees(BrowserScreen::SomethingWrong)),
    )
    .await;
    assert_eq!((ran.verdicts().as_str(), ran.outcome.symptom), ("+x----", Some(Symptom::AuthorizePageError)));
}

fn unclear(report: &SignInProgress) -> bool {
    report.legs[1].diagnosis.as_ref().is_some_and(|diagnosis| diagnosis.id == "consent-unclear")
}

#[tokio::test]
async fn a_refusal_without_a_state_is_the_persons_to_judge() {
    let back: &[&str] = &["error=access_denied"];
    let x = FakeX::but(|_| None).await;
    let stopped = ran(request(&x), &browser(back), LONG, |report| unclear(report).then_some(SignInCommand::Stop)).await;
    assert_eq!((stopped.verdicts().as_str(), stopped.outcome.symptom), ("+x----", Some(Symptom::ConsentUnclear)));

    // Once the person keeps waiting, it is no longer unclear: a Stop is only a Stop.
    let mut kept = false;
    let stopped = ran(request(&x), &browser(back), LONG, |report| match (unclear(report), kept) {
        (true, false) => {
            kept = true;
            Some(SignInCommand::KeepWaiting)
        }
        (false, true) => Some(SignInCommand::Stop),
        (true, true) | (false, false) => None,
    })
    .await;
    assert_eq!((stopped.outcome.ending, stopped.outcome.symptom), (SignInEnding::Stopped, None));

    let after: &[&str] = &["error=access_denied", AGREE];
    let agreed = undisturbed(&x, &browser(after), LONG).await;
    assert_eq!(agreed.verdicts(), "++++++");
    assert_eq!(agreed.leg(SignInLeg::Consent).diagnosis, None);
}

fn error(code: &str) -> Symptom {
    Symptom::CallbackRefused { error: code.to_owned() }
}

const FOREIGN: &str = "state=wrong&code=canary-foreign";

#[tokio::test]
async fn a_callback_of_another_sign_in_changes_nothing() {
    let x = FakeX::but(|_| None).await;
    let queries: &[&str] = &[FOREIGN, FOREIGN, FOREIGN, FOREIGN, FOREIGN, FOREIGN, FOREIGN, AGREE, AGREE];
    let ran = undisturbed(&x, &browser(queries), LONG).await;
    assert_eq!(ran.verdicts(), "++++++");
    let refused = ran.net.trace().all().iter().filter(|exchange| exchange.status == Some(403)).count();
    assert_eq!(refused, 5);
    assert!(ran.reports.iter().any(|report| report.legs[1].note.is_some()));
}

#[tokio::test]
async fn a_browser_that_doesnt_open_leaves_the_link() {
    let x = FakeX::but(|_| None).await;
    let none = |_: &Url| Err(NotOpened);
    let waited = undisturbed(&x, &none, SHORT).await;
    assert_eq!((waited.verdicts().as_str(), waited.outcome.symptom), ("x-----", Some(Symptom::BrowserNotOpened)));

    // Opened by hand, once the link is there.
    let by_hand = browser(AGREES);
    let mut used = false;
    let ran = ran(request(&x), &none, LONG, |report| {
        if let Some(link) = report.link.as_ref().filter(|_| !used) {
            used = true;
            let _ = by_hand(&Url::parse(link.as_str()).expect("a link"));
        }
        None
    })
    .await;
    assert_eq!((ran.verdicts().as_str(), ran.outcome.ending), ("!+++++", SignInEnding::Passed));
}

#[tokio::test]
async fn a_taken_port_ends_the_test_before_the_browser_opens() {
    let other = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = other.local_addr().expect("an address").port();
    let x = FakeX::but(|_| None).await;
    let opener = |_: &Url| -> Result<(), NotOpened> { panic!("the browser was opened") };
    let ran = ran(SignInConfig { port, ..request(&x) }, &opener, LONG, |_| None).await;
    assert_eq!(ran.verdicts(), "x-----");
    assert!(matches!(ran.outcome.symptom, Some(Symptom::PortTaken { port: named, .. }) if named == port));
}

#[tokio::test]
async fn a_stop_ends_the_test_and_the_token() {
    for (leg, verdicts, last) in [
        (SignInLeg::Consent, "+-----", None),
        (SignInLeg::Exchange, "++++-+", Some("/2/oauth2/revoke")),
        (SignInLeg::Profile, "++++-+", Some("/2/oauth2/revoke")),
    ] {
        let x = FakeX::but(|_| None).await;
        let queries = if leg == SignInLeg::Consent { &[] } else { AGREES };
        let ran = ran(request(&x), &browser(queries), LONG, at(leg, SignInCommand::Stop)).await;
        assert_eq!((ran.verdicts().as_str(), ran.outcome.ending), (verdicts, SignInEnding::Stopped), "{leg:?}");
        assert_eq!(ran.outcome.symptom, None);
        assert_eq!(x.targets().last().map(String::as_str), last);
    }
}

#[tokio::test]
async fn a_test_dropped_at_any_leg_leaves_nothing_listening() {
    for leg in [SignInLeg::Consent, SignInLeg::Exchange, SignInLeg::Profile, SignInLeg::Revoke] {
        let x = FakeX::but(|_| None).await;
        let (net, clock, opener) = (net(), clock(), browser(if leg == SignInLeg::Consent { &[] } else { AGREES }));
        let (_orders, control) = mpsc::channel(1);
        let (progress, mut watch) = mpsc::unbounded_channel();
        let means = SignInContext {
            net: &net,
            clock: &clock,
            opener: &opener,
            patience: LONG,
            nudge: LONG,
            stay: Duration::ZERO,
            control,
            progress,
        };
        let mut port = None;
        let reached = async {
            while let Some(report) = watch.recv().await {
                if let Some(link) = &report.link {
                    let url = Url::parse(link.as_str()).expect("a link");
                    port = Url::parse(&parameter(&url, "redirect_uri")).expect("a callback").port();
                }
                let running =
                    report.legs.iter().any(|seen| seen.leg == leg && seen.verdict == SignInLegVerdict::Running);
                if running && port.is_some() {
                    break;
                }
            }
        };
        tokio::select! {
            outcome = run(request(&x), means) => panic!("{leg:?}: {outcome:?}"),
            () = reached => {}
        }
        assert!(nobody_listens(port.expect("a port")), "{leg:?}");
    }
}

#[tokio::test]
async fn a_stop_at_any_leg_leaves_the_port_to_others() {
    for leg in SignInLeg::ALL {
        let x = FakeX::but(|_| None).await;
        let port = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address").port();
        let mut stop = Some(SignInCommand::Stop);
        // The way back is over in the moment it begins: it is stopped as soon as it is seen.
        let reached = move |report: &SignInProgress| {
            let seen = report
                .legs
                .iter()
                .find(|seen| seen.leg == leg)
                .is_some_and(|seen| seen.verdict != SignInLegVerdict::Pending);
            if seen { stop.take() } else { None }
        };
        let queries = if matches!(leg, SignInLeg::Browser | SignInLeg::Consent) { &[] } else { AGREES };
        let ran = ran(SignInConfig { port, ..request(&x) }, &browser(queries), LONG, reached).await;
        // Once the token is on its way back there is nothing left to stop.
        let wanted = if leg == SignInLeg::Revoke { SignInEnding::Passed } else { SignInEnding::Stopped };
        assert_eq!(ran.outcome.ending, wanted, "{leg:?}");
        TcpListener::bind(("127.0.0.1", port)).await.unwrap_or_else(|error| panic!("{leg:?}: {error}"));
        let asked_a_token = x.targets().iter().any(|target| target == "/2/oauth2/token");
        assert_eq!(asked_a_token, x.targets().last().is_some_and(|target| target == "/2/oauth2/revoke"), "{leg:?}");
    }
}

#[test]
fn only_the_real_x_differs_by_its_host() {
    // What a person reads of it; the callback is said in both cases.
    for (endpoints, wanted) in [
        (crate::x::Endpoints::production(), 2),
        (crate::x::Endpoints::with_base(&Url::parse("http://127.0.0.1:1").expect("an address")), 1),
    ] {
        let request = SignInConfig {
            endpoints,
            pair: pair(),
            port: 8723,
            scopes: Scopes::for_source(""),
            email: Email::NotWanted,
        };
        assert_eq!(run::differences(&request).len(), wanted);
        assert_eq!(run::differences(&SignInConfig { email: Email::Wanted, ..request }).len(), wanted + 1);
    }
}
