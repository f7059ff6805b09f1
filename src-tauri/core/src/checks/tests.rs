use super::*;
use crate::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};
use crate::authentik::fake::Fake;
use crate::authentik::{AuthorizeRedirect, Error, LoginButton, LoginPage, Source};
use crate::diagnosis::{Severity, Symptom};
use crate::i18n::Localizer;
use serde_json::json;
use url::Url;

const CALLBACK: &str = "https://authentik.company/source/oauth/callback/x/";

fn planned() -> Expected {
    let slug = Slug::parse("x").expect("a slug");
    let server = ServerUrl::parse("https://authentik.company", HttpPolicy::LoopbackOnly).expect("an address").url;
    Expected {
        urls: Urls::new(&server, &slug, TEST_PORT),
        slug,
        client_id: Some("TTFN".into()),
        scopes: Some(requested_scopes("")),
        name: Some("X".to_owned()),
        x_host: None,
        disabled: false,
        release: None,
        visitor: VisitorEnd::Unknown,
    }
}

fn way() -> AuthorizeRedirect {
    AuthorizeRedirect {
        host: "x.com".to_owned(),
        page: Url::parse("https://x.com/i/oauth2/authorize").expect("a URL"),
        client_id: Some("TTFN".to_owned()),
        redirect_uri: Some(CALLBACK.to_owned()),
        scopes: requested_scopes(""),
        challenge_method: Some("S256".to_owned()),
        exchange: Some(7),
    }
}

fn page(sources: &[(&str, Option<&str>)]) -> LoginPage {
    let shown = |(name, to): &(&str, Option<&str>)| LoginButton {
        name: (*name).to_owned(),
        to: to.map(|to| Url::parse("https://authentik.company").and_then(|base| base.join(to)).expect("a URL")),
    };
    LoginPage {
        flow: "default-authentication-flow".to_owned(),
        component: "ak-stage-identification".to_owned(),
        sources: sources.iter().map(shown).collect(),
        exchange: None,
    }
}

fn all_well() -> Observed {
    let source = Source { enabled: true, callback_url: Some(CALLBACK.to_owned()), ..Source::default() };
    Observed {
        redirect: Ok(Some(way())),
        page: Ok(page(&[("GitHub", Some("/source/oauth/login/github/")), ("X", Some("/source/oauth/login/x/"))])),
        others: OtherBrands::Unknown,
        source: Some(source),
    }
}

/// The findings as one line each.
fn shown(planned: &Expected, seen: &Observed) -> String {
    let book = Localizer::english();
    let line = |finding: &Finding| {
        let words: Vec<_> =
            [Some(&finding.title), finding.detail.as_ref()].into_iter().flatten().map(|m| book.format(m)).collect();
        let id = finding.diagnosis.as_ref().map_or("", |diagnosis| &diagnosis.id);
        format!("{} {:?} {:?} [{id}] {}", finding.id, finding.outcome, finding.severity, words.join(" | "))
    };
    judge(planned, seen).iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The ids of what was diagnosed, and of what was skipped.
fn check(change: impl FnOnce(&mut Expected, &mut Observed), wanted: &[&str], skipped: &[&str]) {
    let (mut planned, mut seen) = (planned(), all_well());
    change(&mut planned, &mut seen);
    let findings = judge(&planned, &seen);
    let diagnosed: Vec<_> = findings
        .iter()
        .filter_map(|finding| finding.diagnosis.as_ref())
        .map(|diagnosis| diagnosis.id.as_str())
        .collect();
    assert_eq!(diagnosed, wanted);
    let not_run: Vec<_> =
        findings.iter().filter(|finding| finding.outcome == CheckOutcome::Skipped).map(|f| f.id.as_str()).collect();
    assert_eq!(not_run, skipped);
    for finding in &findings {
        assert_eq!(finding.outcome == CheckOutcome::Passed, finding.severity == Severity::Fine, "{finding:?}");
    }
}

#[test]
fn a_source_in_order_passes_every_check() {
    insta::assert_snapshot!(shown(&planned(), &all_well()));
}

#[test]
fn a_server_that_cant_be_reached_leaves_every_check_not_run() {
    let gone = || Error::Starting { host: "authentik.company".to_owned() };
    let seen = Observed::unreachable(&gone());
    insta::assert_snapshot!(shown(&planned(), &seen));
}

#[test]
fn each_fault_is_found_by_its_own_check() {
    let set = |seen: &mut Observed, change: fn(&mut AuthorizeRedirect)| {
        let mut way = way();
        change(&mut way);
        seen.redirect = Ok(Some(way));
    };
    check(|_, _| {}, &[], &[]);
    check(|_, seen| set(seen, |way| way.host = "twitter.com".to_owned()), &["legacy-host"], &[]);
    check(|_, seen| set(seen, |way| way.client_id = Some("other".to_owned())), &["client-id-differs"], &[]);
    check(|_, seen| set(seen, |way| way.client_id = None), &["client-id-differs"], &[]);
    check(|_, seen| set(seen, |way| way.scopes = vec!["tweet.read".to_owned()]), &["scopes-missing"], &[]);
    check(|_, seen| set(seen, |way| way.scopes.push("like.read".to_owned())), &["scopes-differ"], &[]);
    check(|_, seen| set(seen, |way| way.scopes.reverse()), &[], &[]);
    check(|_, seen| set(seen, |way| way.challenge_method = Some("plain".to_owned())), &["pkce-not-s256"], &[]);
    check(|_, seen| set(seen, |way| way.challenge_method = None), &["pkce-missing"], &[]);
    check(|_, seen| set(seen, |way| way.redirect_uri = None), &["callback-differs"], &[]);
    check(
        |_, seen| set(seen, |way| way.redirect_uri = Some(CALLBACK.replace("https", "http"))),
        &["callback-loses-https"],
        &[],
    );
    check(
        |_, seen| set(seen, |way| way.redirect_uri = Some(CALLBACK.replace("/x/", "/y/"))),
        &["callback-differs"],
        &[],
    );
    check(
        |_, seen| set(seen, |way| way.host = "accounts.google.com".to_owned()),
        &["source-of-other-type"],
        &["client-id", "scopes", "pkce", "host"],
    );
    check(
        |_, seen| set(seen, |way| way.host = "notx.com".to_owned()),
        &["source-of-other-type"],
        &["client-id", "scopes", "pkce", "host"],
    );
    let not_on_the_way = ["button", "type", "client-id", "scopes", "pkce", "host"];
    check(
        |_, seen| {
            seen.redirect = Ok(None);
            if let Some(source) = &mut seen.source {
                source.enabled = false;
            }
        },
        &["source-disabled"],
        &not_on_the_way,
    );
    check(
        |_, seen| {
            seen.redirect = Ok(None);
            seen.source = None;
        },
        &["source-unknown-or-disabled"],
        &["button", "type", "callback", "client-id", "scopes", "pkce", "host"],
    );
}

#[test]
fn a_source_that_was_pushed_disabled_is_as_planned() {
    let disabled = |is_planned: bool| {
        move |planned: &mut Expected, seen: &mut Observed| {
            planned.disabled = is_planned;
            seen.redirect = Ok(None);
            if let Some(source) = &mut seen.source {
                source.enabled = false;
            }
        }
    };
    let not_on_the_way = ["button", "type", "client-id", "scopes", "pkce", "host"];
    check(disabled(true), &[], &not_on_the_way);
    check(disabled(false), &["source-disabled"], &not_on_the_way);
}

#[test]
fn the_email_scope_that_the_server_adds_by_itself_is_no_difference() {
    let asks = |additional: &'static str| {
        move |_: &mut Expected, seen: &mut Observed| {
            let mut way = way();
            way.scopes.push("users.email".to_owned());
            seen.redirect = Ok(Some(way));
            if let Some(source) = &mut seen.source {
                source.additional_scopes = additional.to_owned();
            }
        }
    };
    check(asks(""), &[], &[]);
    // Here the source asks for it, which wasn't planned.
    check(asks("users.email"), &["scopes-differ"], &[]);
    check(
        |planned, seen| {
            asks("")(planned, seen);
            seen.source = None;
        },
        &[],
        &[],
    );
    check(|planned, _| planned.scopes = Some(requested_scopes("users.email")), &["scopes-differ"], &[]);
}

#[test]
fn from_outside_the_redirect_shows_what_is_wrong_with_the_scopes() {
    for (sent, wanted) in [
        ("tweet.read users.read", &[][..]),
        ("tweet.read users.read users.email offline.access", &[]),
        ("tweet.read users.read a  b", &["scopes-broken"]),
        ("tweet.read users.read users.email,", &["scopes-broken"]),
        ("tweet.read users.read follows.raed", &["scopes-unknown"]),
        ("users.read", &["scopes-missing"]),
        ("", &["scopes-missing"]),
    ] {
        let see = |planned: &mut Expected, seen: &mut Observed| {
            planned.scopes = None;
            seen.source = None;
            let scopes = sent.split(' ').map(str::to_owned).collect();
            seen.redirect = Ok(Some(AuthorizeRedirect { scopes, ..way() }));
        };
        check(see, wanted, &[]);
    }
}

#[test]
fn the_button_is_known_by_where_it_leads_and_only_then_by_its_name() {
    let set = |sources: &'static [(&str, Option<&str>)]| {
        move |_: &mut Expected, seen: &mut Observed| seen.page = Ok(page(sources))
    };
    check(set(&[("Sign in", Some("/source/oauth/login/x/"))]), &[], &[]);
    check(set(&[("X", None)]), &[], &[]);
    check(set(&[("X", Some("/source/oauth/login/other/"))]), &["button-hidden"], &[]);
    check(set(&[]), &["button-hidden"], &[]);
    check(
        |_, seen| seen.page = Ok(LoginPage { component: "ak-stage-captcha".to_owned(), ..page(&[]) }),
        &["button-unknown"],
        &[],
    );
    let not_found = || Error::LoginPageNotFound { host: "authentik.company".to_owned() };
    check(|_, seen| seen.page = Err(not_found()), &["login-page-not-found"], &[]);
}

#[test]
fn without_a_plan_only_what_sign_in_needs_is_held_against_the_server() {
    const ID: &str = "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ";
    let forget = |planned: &mut Expected| {
        planned.client_id = None;
        planned.scopes = None;
    };
    let known =
        |scopes: &str| AuthorizeRedirect { client_id: Some(ID.to_owned()), scopes: requested_scopes(scopes), ..way() };
    for (scopes, wanted) in [("", &[][..]), ("users.email", &[]), ("*users.email", &["scopes-missing"])] {
        let see = |planned: &mut Expected, seen: &mut Observed| {
            forget(planned);
            seen.redirect = Ok(Some(known(scopes)));
        };
        check(see, wanted, &[]);
    }
}

#[test]
fn without_a_plan_the_client_id_is_known_by_its_shape_and_no_secret_is_shown() {
    let secret = "yNw1kzX3-p4hQ9sB_ELhYtRv0u2JcFqDmA7oKi8eWgZb5TxUjS";
    for (seen, kind) in [
        ("M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ", None),
        ("bFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpuYQ", None),
        ("xvz1evFS4wEEPTGEFPHBog9bE", Some("api-key")),
        (secret, Some("secret")),
        ("m1m5r3bmvy13qmpscxkztut5oe46mtpjaq", Some("damaged")),
        ("", Some("unknown")),
        ("twitter", Some("unknown")),
    ] {
        let mut all = all_well();
        all.redirect = Ok(Some(AuthorizeRedirect { client_id: Some(seen.to_owned()), ..way() }));
        let planned = Expected { client_id: None, ..planned() };
        let findings = judge(&planned, &all);
        let found = findings.iter().find(|finding| finding.id == "client-id").expect("the check");
        match (&found.symptom, kind) {
            (None, None) => assert_eq!(found.outcome, CheckOutcome::Passed, "{seen}"),
            (Some(Symptom::ClientIdOfOtherKind { kind, .. }), Some(wanted)) => assert_eq!(kind, wanted, "{seen}"),
            (other, _) => panic!("{seen}: {other:?}"),
        }
        assert!(!format!("{findings:?}").contains(secret));
    }
}

#[test]
fn each_loss_of_the_proxy_is_found_by_the_callback() {
    for (seen, wanted) in [
        ("http://authentik.company/source/oauth/callback/x/", "callback-loses-https"),
        ("https://authentik-server/source/oauth/callback/x/", "callback-other-host"),
        ("https://authentik.company:9443/source/oauth/callback/x/", "callback-other-port"),
        ("https://authentik.company/source/oauth/callback/y/", "callback-differs"),
    ] {
        check(
            |_, all| all.redirect = Ok(Some(AuthorizeRedirect { redirect_uri: Some(seen.to_owned()), ..way() })),
            &[wanted],
            &[],
        );
    }
}

#[test]
fn the_other_brands_login_pages_are_judged_only_where_they_are_known() {
    let with = || Some(page(&[("X", Some("/source/oauth/login/x/"))]));
    let without = || Some(page(&[("GitHub", Some("/source/oauth/login/github/"))]));
    let other = || Some(LoginPage { component: "ak-stage-captcha".to_owned(), ..page(&[]) });
    let brands = |pages: &[Option<LoginPage>]| {
        let named =
            |(at, page): (usize, &Option<LoginPage>)| BrandPage { domain: format!("{at}.lan"), page: page.clone() };
        OtherBrands::Seen(pages.iter().enumerate().map(named).collect())
    };
    let book = Localizer::english();
    let check = |others: OtherBrands, wanted: Option<&str>| {
        let findings = judge(&planned(), &Observed { others, ..all_well() });
        let found = findings.iter().find(|finding| finding.id == "brands");
        let found = found.map(|finding| {
            let id = finding.diagnosis.as_ref().map_or("", |diagnosis| diagnosis.id.as_str());
            let detail = finding.detail.as_ref().map(|detail| book.format(detail)).unwrap_or_default();
            format!("{:?} {:?} [{id}] {detail}", finding.outcome, finding.severity)
        });
        assert_eq!(found.as_deref(), wanted);
    };
    check(OtherBrands::Unknown, None);
    check(OtherBrands::Seen(Vec::new()), None);
    check(
        OtherBrands::Hidden,
        Some("Skipped Note [] The API token doesn’t have permission to view the brands or their flows."),
    );
    check(brands(&[with(), with()]), Some("Passed Fine [] Shown at 0.lan, 1.lan."));
    check(brands(&[with(), without()]), Some("Found Note [button-not-on-brands] Shown at 0.lan."));
    check(
        brands(&[with(), None, other()]),
        Some(
            "Passed Fine [] Shown at 0.lan; can’t be checked at 1.lan, 2.lan: no flow of their own, or one \
             that starts with another stage.",
        ),
    );
    check(
        brands(&[None]),
        Some(
            "Skipped Note [] No other brand’s page shows it; can’t be checked at 0.lan: no flow of their own, or \
             one that starts with another stage.",
        ),
    );
}

#[test]
fn what_cant_be_seen_is_told_with_what_it_takes_and_only_of_a_server_that_was_reached() {
    let of = |seen: &Observed| find_unseen(&judge(&planned(), seen));
    let ids = |all: &[Unseen]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let well = of(&all_well());
    assert!(!ids(&well).contains(&"source-off".to_owned()));
    for one in &well {
        assert_eq!(one.need == UnseenNeed::Token, !one.rights.is_empty(), "{one:?}");
    }
    let gone = of(&Observed { redirect: Ok(None), source: None, ..all_well() });
    assert_eq!(gone[0].id, "source-off");
    assert_eq!(ids(&gone)[1..], ids(&well));
    assert_eq!(of(&Observed::unreachable(&Error::Starting { host: "authentik.company".to_owned() })), []);
}

#[test]
fn the_practice_x_counts_as_x_only_where_it_is_named() {
    let host = "127.0.0.1:4000";
    let seen = |seen: &mut Observed| seen.redirect = Ok(Some(AuthorizeRedirect { host: host.to_owned(), ..way() }));
    check(
        |planned, all| {
            planned.x_host = Some(host.to_owned());
            seen(all);
        },
        &[],
        &[],
    );
    check(|_, all| seen(all), &["source-of-other-type"], &["client-id", "scopes", "pkce", "host"]);
}

#[test]
fn the_practice_servers_are_known_by_their_place_and_their_page() {
    #[track_caller]
    fn check(server: &str, page: &str, is_x: bool) {
        let slug = Slug::parse("x").expect("a slug");
        let server = ServerUrl::parse(server, HttpPolicy::LoopbackOnly).expect("an address").url;
        let planned = Expected { urls: Urls::new(&server, &slug, TEST_PORT), ..planned() };
        let page = Url::parse(page).expect("a URL");
        let host = page.host_str().unwrap_or_default().to_owned();
        let seen = Observed { redirect: Ok(Some(AuthorizeRedirect { host, page, ..way() })), ..all_well() };
        let findings = judge(&planned, &seen);
        let other = |finding: &Finding| matches!(finding.symptom, Some(Symptom::SourceOfOtherType { .. }));
        assert_eq!(!findings.iter().any(other), is_x);
    }
    check("http://127.0.0.1:9000", "http://127.0.0.1:4000/i/oauth2/authorize", true);
    check("https://localhost:9443", "http://[::1]:4000/i/oauth2/authorize", true);
    check("http://127.0.0.1:9000", "http://127.0.0.1:4000/application/o/authorize/", false);
    check("http://127.0.0.1:9000", "https://idp.company/i/oauth2/authorize", false);
    check("https://authentik.company", "http://127.0.0.1:4000/i/oauth2/authorize", false);
}

#[test]
fn scopes_are_what_authentik_makes_of_the_further_ones() {
    for (additional, wanted) in [
        ("", "tweet.read users.read"),
        ("users.email", "tweet.read users.email users.read"),
        (" offline.access  users.email ", "offline.access tweet.read users.email users.read"),
        ("*users.read", "users.read"),
        ("tweet.read", "tweet.read users.read"),
    ] {
        assert_eq!(requested_scopes(additional).join(" "), wanted);
    }
}

#[tokio::test]
async fn a_look_asks_as_a_visitor_and_reads_the_source_only_with_a_token() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({ "name": "X", "consumer_key": "TTFN" }));
    fake.state().shown = vec!["1".to_owned()];
    let slug = Slug::parse("x").expect("a slug");
    let planned = Expected { urls: Urls::new(&fake.server, &slug, TEST_PORT), ..planned() };
    // With a token the source and the brands besides, which nothing else waits for.
    for (client, requests) in [(fake.visitor(), 3), (fake.client(), 5)] {
        fake.state().asked.clear();
        let findings = judge(&planned, &Box::pin(observe(&client, &planned.slug)).await);
        let wrong: Vec<_> = findings.iter().filter(|finding| finding.severity > Severity::Note).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(fake.state().asked.len(), requests);
    }
    assert_eq!(fake.state().with_token.iter().filter(|with| **with).count(), 2);
}

#[tokio::test]
async fn with_a_token_each_brands_flow_is_looked_at_once() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({ "name": "X", "consumer_key": "TTFN" }));
    fake.state().shown = vec!["1".to_owned()];
    fake.state().brands = vec![
        ("a.lan", "own-flow", true),
        ("b.lan", "own-flow", true),
        ("c.lan", "bare-flow", false),
        ("d.lan", "default-authentication-flow", true),
        ("e.lan", "", true),
    ];
    let slug = Slug::parse("x").expect("a slug");
    let seen = observe(&fake.client(), &slug).await;
    let OtherBrands::Seen(brands) = &seen.others else { panic!("{:?}", seen.others) };
    let shown: Vec<_> =
        brands.iter().map(|brand| (brand.domain.as_str(), brand.page.as_ref().map(|p| p.sources.len()))).collect();
    assert_eq!(
        shown,
        [("a.lan", Some(1)), ("b.lan", Some(1)), ("c.lan", Some(0)), ("d.lan", Some(1)), ("e.lan", None)]
    );
    let executed = |asked: &&(String, String, _)| asked.1.contains("/flows/executor/");
    assert_eq!(fake.state().asked.iter().filter(executed).count(), 3);

    // Without the right to see their flows, nothing is claimed of them.
    fake.state().refused = vec!["GET /api/v3/flows/instances"];
    assert!(matches!(observe(&fake.client(), &slug).await.others, OtherBrands::Hidden));
    assert!(matches!(observe(&fake.visitor(), &slug).await.others, OtherBrands::Unknown));
}

#[test]
fn how_severe_the_old_host_is_follows_from_what_is_known_of_visitors() {
    let redirect = AuthorizeRedirect { host: "twitter.com".to_owned(), ..way() };
    let seen = Observed { redirect: Ok(Some(redirect)), ..all_well() };
    for (visitor, severity) in [
        (VisitorEnd::Unknown, Severity::Note),
        (VisitorEnd::Passed, Severity::Note),
        (VisitorEnd::Failed, Severity::Breaks),
    ] {
        let findings = judge(&Expected { visitor, ..planned() }, &seen);
        let host = findings.iter().find(|finding| finding.id == "host").expect("the host is judged");
        assert_eq!(host.severity, severity, "{visitor:?}");
    }
}
