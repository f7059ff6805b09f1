//! How far the first contact comes, and what each end of it is called.

use super::fake::Fake;
use super::{Error, ServerCheck, ServerLeg, ServerLegResult, ServerLegVerdict, TokenLife, check_server};
use crate::diagnosis::{Diagnosis, Right, Symptom};
use crate::i18n::Localizer;
use serde_json::json;
use std::fmt::Write as _;
use std::future::ready;

fn canned(status: u16, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} x\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

const PAGE_500: &str = r#"<title>authentik</title><script>window.authentik = { versionFamily: "" }</script>
    <link href="/static/dist/styles/interface-2025.12.4.css">"#;

/// The legs on a line each, times and ports left out.
fn told(legs: &[ServerLegResult]) -> String {
    let book = Localizer::english();
    legs.iter().fold(String::new(), |mut out, state| {
        let says: Vec<_> = state.says.iter().map(|message| book.format(message)).collect();
        let symptom = state.symptom.as_ref().map(|symptom| format!(" [{}]", Diagnosis::from(symptom).id));
        let (title, word) = (book.format(&state.leg.title()), book.format(&state.verdict.word()));
        let _ = writeln!(out, "{title}: {word}{} {}", symptom.unwrap_or_default(), says.join(" "));
        out
    })
}

fn verdicts(legs: &[ServerLegResult]) -> Vec<ServerLegVerdict> {
    legs.iter().map(|state| state.verdict).collect()
}

fn leg(contact: &ServerCheck, leg: ServerLeg) -> &ServerLegResult {
    contact.legs.iter().find(|state| state.leg == leg).expect("every leg is there")
}

#[tokio::test]
async fn every_leg_is_told_with_what_it_found() {
    let fake = Fake::start().await;
    let contact = check_server(&fake.client(), &mut |_| ()).await;
    let port = fake.server.port().to_string();
    insta::assert_snapshot!(told(&contact.legs).replace(&port, "{port}"));
    assert!(
        contact
            .legs
            .iter()
            .filter(|state| state.verdict == ServerLegVerdict::Passed)
            .all(|state| state.millis.is_some())
    );
}

#[tokio::test]
async fn each_end_of_the_way_has_its_own_name_and_nothing_after_it_is_reached() {
    use ServerLegVerdict::{Failed, NotNeeded, NotReached, Passed};
    let found = [NotNeeded, Passed, NotNeeded, Passed, Failed, NotReached, NotReached, NotReached];
    for (answer, wanted) in [
        (canned(200, "", "<form action=/oauth2/sign_in>"), "login-in-front"),
        (canned(403, "cf-mitigated: challenge\r\n", "<title>Just a moment...</title>"), "guard-in-front"),
        (canned(200, "", "<title>Grafana</title>"), "other-program"),
        (canned(404, "", "404 page not found"), "authentik-not-there"),
        (canned(301, "Location: https://127.0.0.1/\r\n", ""), "redirects-to-https"),
        (canned(302, "Location: https://sso.test/\r\n", ""), "authentik-redirects"),
        (canned(400, "", "Client sent an HTTP request to an HTTPS server."), "tls-wanted"),
        (canned(503, "Retry-After: 5\r\n", r#"{"error":"authentik starting"}"#), "authentik-starting"),
        (canned(502, "", r#"{"error":"failed to connect to authentik backend: x"}"#), "authentik-core-away"),
        (canned(502, "", "<html><h1>502 Bad Gateway</h1>"), "nothing-behind-proxy"),
        (canned(500, "", PAGE_500), "authentik-database-away"),
        (canned(302, "Location: /if/flow/initial-setup/\r\n", ""), "authentik-not-set-up"),
        (canned(400, "Server: uvicorn\r\n", "<h1>Bad Request (400)</h1>"), "host-refused"),
        (canned(429, "", r#"{"detail":"Request was throttled."}"#), "authentik-busy"),
        (canned(500, "", "<html>Internal Server Error"), "authentik-unavailable"),
    ] {
        let fake = Fake::start().await;
        fake.state().canned = Some(answer.clone());
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        assert!(contact.outcome.is_err(), "{answer}");
        assert_eq!(verdicts(&contact.legs), found, "{answer}");
        let symptom = leg(&contact, ServerLeg::Found).symptom.as_ref().expect("a symptom");
        assert_eq!(Diagnosis::from(symptom).id, wanted, "{answer}");
        assert!(fake.state().with_token.iter().all(|with| !with), "no token before authentik has answered");
    }
}

#[tokio::test]
async fn a_server_whose_pages_alone_lead_to_the_first_setup_is_not_set_up_either() {
    let fake = Fake::start().await;
    fake.state().hook = Some(Box::new(|state, _, path| {
        let to = "Location: /if/flow/initial-setup/\r\n";
        state.canned = path.starts_with("/if/").then(|| canned(302, to, ""));
    }));
    let contact = check_server(&fake.client(), &mut |_| ()).await;
    assert!(matches!(contact.outcome, Err(Error::NotSetUp { .. })), "{contact:?}");
    assert!(fake.state().with_token.iter().all(|with| !with), "no token before authentik is set up");
}

#[tokio::test]
async fn a_server_that_starts_says_when_to_ask_again() {
    let fake = Fake::start().await;
    fake.state().canned = Some(canned(503, "Retry-After: 5\r\n", r#"{"error":"authentik starting"}"#));
    let contact = check_server(&fake.client(), &mut |_| ()).await;
    assert_eq!(leg(&contact, ServerLeg::Found).says[0].id, "reach-retry");
}

#[tokio::test]
async fn a_way_that_ends_early_reaches_nothing_after() {
    let fake = Fake::start().await;
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", gone.local_addr().expect("an address"));
    drop(gone);
    let contact = check_server(&fake.client_at(&address), &mut |_| ()).await;
    assert!(matches!(contact.outcome, Err(Error::Net(_))), "{contact:?}");
    assert_eq!(leg(&contact, ServerLeg::Connect).verdict, ServerLegVerdict::Failed);
    assert!(contact.legs[3..].iter().all(|state| state.verdict == ServerLegVerdict::NotReached), "{contact:?}");
}

#[tokio::test]
async fn a_redirect_to_another_server_never_takes_the_token_along() {
    let (fake, other) = (Fake::start().await, Fake::start().await);
    let to = format!("{}/api/v3/core/users/me/", other.server);
    // After the way without a token is clear: each call with one is sent on to the other server.
    fake.state().hook = Some(Box::new(move |state, _, path| {
        let open = ["/-/", "/if/", "/api/v3/root/", "/api/v3/core/brands/current/"];
        let is_open = open.iter().any(|open| path.starts_with(open));
        state.canned = (!is_open).then(|| canned(307, &format!("Location: {to}\r\n"), ""));
    }));
    let contact = check_server(&fake.client(), &mut |_| ()).await;
    let symptom = leg(&contact, ServerLeg::Token).symptom.as_ref().expect("a symptom");
    assert_eq!(Diagnosis::from(symptom).id, "authentik-redirects");
    assert!(fake.state().with_token.contains(&true), "the token was sent to the server it is for");
    assert!(other.state().asked.is_empty(), "{:?}", other.state().asked);
}

#[tokio::test]
async fn a_wrong_token_ends_at_its_own_leg() {
    for (said, wanted) in [
        ("Token invalid/expired", "api-token-refused"),
        ("Authentication credentials were not provided.", "api-token-missing"),
    ] {
        let fake = Fake::start().await;
        let body = json!({ "detail": said }).to_string();
        fake.state().hook = Some(Box::new(move |state, _, path| {
            let is_open = ["/-/", "/if/", "/api/v3/root/"].iter().any(|open| path.starts_with(open));
            state.canned = (!is_open).then(|| canned(403, "", &body));
        }));
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        let symptom = leg(&contact, ServerLeg::Token).symptom.as_ref().expect("a symptom");
        assert_eq!(Diagnosis::from(symptom).id, wanted);
        assert_eq!(leg(&contact, ServerLeg::Found).verdict, ServerLegVerdict::Passed);
        assert_eq!(leg(&contact, ServerLeg::Rights).verdict, ServerLegVerdict::NotReached);
    }
}

#[tokio::test]
async fn clocks_that_differ_are_noted_and_end_nothing() {
    // The fake's own clock stands at the beginning of 1970.
    for (date, wanted) in [
        ("Thu, 01 Jan 1970 00:00:30 GMT", None),
        ("Thu, 01 Jan 1970 01:30:00 GMT", Some(-5400)),
        ("Wed, 31 Dec 1969 23:58:00 GMT", Some(120)),
        ("yesterday", None),
    ] {
        let fake = Fake::start().await;
        fake.state().headers = format!("Date: {date}\r\n");
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        assert!(contact.outcome.is_ok());
        let http = leg(&contact, ServerLeg::Http);
        let seconds = http.symptom.as_ref().map(|symptom| {
            let Symptom::ClockDiffers { seconds, .. } = symptom else { panic!("{symptom:?}") };
            *seconds
        });
        assert_eq!(seconds, wanted, "{date}");
        assert_eq!(http.verdict, if wanted.is_some() { ServerLegVerdict::Noted } else { ServerLegVerdict::Passed });
    }
}

#[tokio::test]
async fn a_token_that_expires_soon_is_warned_of_and_one_that_never_does_isnt() {
    for (expiring, expires, wanted) in [
        (true, "1970-01-01T00:30:00Z", Some("token-expires-soon")),
        (true, "1970-01-01T03:00:00Z", None),
        (true, "1969-12-31T23:00:00Z", Some("token-expires-soon")),
        // Filled even where it doesn't count.
        (false, "1970-01-01T00:30:00Z", None),
    ] {
        let fake = Fake::start().await;
        fake.state().tokens = vec![json!({ "intent": "api", "user": 4, "expiring": expiring, "expires": expires })];
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        let symptom = leg(&contact, ServerLeg::Token).symptom.as_ref().map(|symptom| Diagnosis::from(symptom).id);
        assert_eq!(symptom.as_deref(), wanted, "{expiring} {expires}");
        let reached = contact.outcome.expect("reached");
        assert_eq!(reached.token == TokenLife::Never, !expiring);
    }
}

#[tokio::test]
async fn a_release_is_read_from_outside_and_two_that_differ_are_noticed() {
    for (page, by_api, outside, after) in [
        (
            "2024.12.5",
            "2024.12.5",
            vec!["reach-basis", "reach-version-plain"],
            vec!["reach-version", "reach-basis", "reach-version-plain"],
        ),
        ("2025.12.4", "2025.12.4", vec!["reach-basis"], vec!["reach-version", "reach-basis"]),
        ("2025.12.4", "2026.2.2", vec!["reach-basis"], vec!["reach-version", "reach-version-differs", "reach-basis"]),
        ("2026.8.1", "2026.8.1", vec!["reach-basis"], vec!["reach-version", "reach-basis"]),
        ("2027.2.1", "2027.2.1", vec![], vec!["reach-version"]),
    ] {
        let fake = Fake::start().await;
        (fake.state().page_release, fake.state().release) = (page, by_api);
        let legs = fake.visitor().approach(&ServerLeg::OUTSIDE, &mut |_| (), ready(())).await.0.legs();
        let version = legs.iter().find(|state| state.leg == ServerLeg::Version).expect("a leg");
        let ids: Vec<_> = version.says.iter().map(|message| message.id.as_ref()).collect();
        assert_eq!(ids, ["reach-version-outside"].into_iter().chain(outside).collect::<Vec<_>>());
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        let ids: Vec<_> = leg(&contact, ServerLeg::Version).says.iter().map(|message| message.id.as_ref()).collect();
        assert_eq!(ids, after);
    }
}

#[tokio::test]
async fn each_right_that_can_be_read_is_told_by_itself() {
    for (refused, right, needed) in [
        ("GET /api/v3/sources/oauth/", Right::ViewSource, true),
        ("GET /api/v3/flows/instances/", Right::ViewFlow, true),
        ("GET /api/v3/stages/", Right::ViewStage, true),
        ("GET /api/v3/events/", Right::ViewEvents, false),
        ("GET /api/v3/core/users/?", Right::ViewUsers, false),
        ("GET /api/v3/propertymappings/", Right::ViewMapping, false),
    ] {
        let fake = Fake::start().await;
        let spared = "/api/v3/sources/oauth/source_types/";
        {
            let mut state = fake.state();
            state.superuser = false;
            state.hook = Some(Box::new(move |state, method, path| {
                let target = state.asked.last().map(|(_, target, _)| target.clone()).unwrap_or_default();
                let hit = format!("{method} {target}").starts_with(refused) && path != spared;
                let said = r#"{"detail":"You do not have permission to perform this action."}"#;
                state.canned = hit.then(|| canned(403, "", said));
            }));
        }
        let contact = check_server(&fake.client(), &mut |_| ()).await;
        let reached = contact.outcome.as_ref().expect("reached");
        let lacking: Vec<_> =
            reached.rights.iter().filter(|state| state.allowed == super::GrantedRights::Refused).collect();
        assert_eq!(lacking.iter().map(|state| state.right).collect::<Vec<_>>(), [right], "{refused}");
        assert_eq!(
            leg(&contact, ServerLeg::Rights).verdict,
            if needed { ServerLegVerdict::Failed } else { ServerLegVerdict::Noted }
        );
    }
}

#[tokio::test]
async fn below_a_path_and_by_its_number_it_is_the_same_server() {
    let fake = Fake::start().await;
    let below = format!("{}/sso/", fake.server);
    fake.state().below = "/sso";
    let contact = check_server(&fake.client_at(&below), &mut |_| ()).await;
    assert!(contact.outcome.is_ok(), "{}", told(&contact.legs));
    assert!(fake.state().asked.iter().all(|(_, target, _)| target.starts_with("/sso/")), "{:?}", fake.state().asked);
    // Without the path nothing of authentik's is there.
    let contact = check_server(&fake.client(), &mut |_| ()).await;
    assert_eq!(leg(&contact, ServerLeg::Found).verdict, ServerLegVerdict::Failed);
}
