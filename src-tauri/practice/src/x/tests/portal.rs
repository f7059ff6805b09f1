use super::*;
use crate::x::page::unescaped;
use sourcerer_core::portal::{Layout, guide};

/// Opens a page of the portal.
async fn page(world: &World, path: &str) -> (StatusCode, String) {
    let answer = world.client.get(format!("{}{path}", world.server.portal())).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// Sends a form of the portal and opens the page that it redirects to.
async fn send(world: &World, path: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
    let answer = world.post(&format!("/portal/{path}"), form).send().await.expect("an answer");
    match answer.headers().get("location") {
        Some(to) => page(world, to.to_str().expect("text")).await,
        None => (answer.status(), answer.text().await.expect("a page")),
    }
}

/// The value of the input with this id.
fn value(page: &str, id: &str) -> Option<String> {
    let rest = &page[page.find(&format!(" id=\"{id}\""))?..];
    let rest = &rest[rest.find("value=\"")? + 7..];
    Some(unescaped(&rest[..rest.find('"')?]))
}

/// The form as a new user fills it in, with these callbacks.
fn form<'a>(layout: &'a str, app: &'a str, callbacks: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("layout", layout),
        ("app", app),
        ("app-permissions", "read"),
        ("type-of-app", "web"),
        ("website", "https://authentik.company"),
        ("organization-name", ""),
        ("organization-url", "https://"),
        ("terms", "https://"),
        ("privacy", "https://"),
    ];
    form.extend(callbacks.iter().map(|callback| ("callback", *callback)));
    form
}

fn with<'a>(mut form: Vec<(&'a str, &'a str)>, name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    form.retain(|(held, _)| *held != name);
    form.push((name, value));
    form
}

#[tokio::test]
async fn a_newcomer_goes_from_nothing_to_a_sign_in_in_both_layouts() {
    for layout in ["console", "portal"] {
        let mut world = World::new().await;
        let new = [("layout", layout), ("name", "My app"), ("environment", "production")];
        let (_, created) = send(&world, "create", &new).await;
        let key = value(&created, "consumer-key").expect("the wrong key, for the mistake");
        assert_eq!(key.len(), 25);
        let (_, list) = page(&world, &format!("apps?layout={layout}")).await;
        let start = list.find("&amp;app=").expect("a link to the app") + 9;
        let rest = &list[start..];
        let numbers: Vec<_> = rest.split("app=").map(|rest| &rest[..8]).filter(|n| n.parse::<u32>().is_ok()).collect();
        let app = *numbers.last().expect("the newest app");

        // There is one input first, another on demand, and the content is kept.
        let (_, blank) = page(&world, &format!("settings?layout={layout}&app={app}")).await;
        assert_eq!(blank.matches("name=\"callback\"").count(), 1);
        let (_, two) = send(&world, "settings", &with(form(layout, app, &[CALLBACK]), "do", "add")).await;
        assert_eq!(two.matches("name=\"callback\"").count(), 2);
        assert!(two.contains(&format!("value=\"{CALLBACK}\"")));

        let whole = with(form(layout, app, &[CALLBACK, TEST_CALLBACK]), "do", "save");
        let (status, saved) = send(&world, "settings", &whole).await;
        assert_eq!(status, StatusCode::OK, "{saved}");
        let (id, secret) =
            (value(&saved, "client-id").expect("an id"), value(&saved, "client-secret").expect("a secret"));
        assert!(id.ends_with("6MTpjaQ") && secret.len() == 50 && id != key);
        world.app = TokenAuthentication { client_id: id.clone(), client_secret: secret.clone().into() };
        world.tokens("tweet.read users.read").await;

        // The secret is shown only this time, and a new one makes it invalid.
        for path in ["saved", "app", "keys"] {
            let (_, after) = page(&world, &format!("{path}?layout={layout}&app={app}")).await;
            assert!(!after.contains(&secret), "{path}");
        }
        let (_, renewed) = send(&world, "regenerate", &[("layout", layout), ("app", app)]).await;
        let newer = value(&renewed, "client-secret").expect("a secret");
        assert_ne!(newer, secret);
        assert_eq!(value(&renewed, "client-id"), Some(id.clone()));
        assert_eq!(world.exchange(&world.code("users.read").await).await.0, StatusCode::UNAUTHORIZED);
        world.app = TokenAuthentication { client_id: id, client_secret: newer.into() };
        world.tokens("tweet.read users.read").await;
    }
}

#[tokio::test]
async fn what_x_refuses_is_said_at_its_field_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let app = world.server.create_app("My app").to_string();
    let wrong = with(form("console", &app, &["authentik.company/<callback>", TEST_CALLBACK]), "request-email", "on");
    let (status, page) = send(&world, "settings", &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "value=\"authentik.company/&lt;callback&gt;\"",
        "Not a valid URL format.",
        "aria-describedby=\"callback-0-error\"",
        "id=\"terms-0-error\"",
        "id=\"privacy-0-error\"",
        "Not saved: check 3 values.",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains(&format!("value=\"{TEST_CALLBACK}\"")));
    let (_, after) = super::portal::page(&world, &format!("app?app={app}")).await;
    assert_eq!(value(&after, "client-id"), None, "nothing was saved");
}

#[tokio::test]
async fn the_wrong_type_of_app_gets_no_secret_and_the_right_one_another_id() {
    let world = World::new().await;
    let app = world.server.create_app("My app").to_string();
    let native = with(form("portal", &app, &[CALLBACK]), "type-of-app", "native");
    let (_, saved) = send(&world, "settings", &native).await;
    let id = value(&saved, "client-id").expect("an id");
    assert!(id.ends_with("6MTpuYQ") && value(&saved, "client-secret").is_none());

    let (_, saved) = send(&world, "settings", &form("portal", &app, &[CALLBACK])).await;
    let other = value(&saved, "client-id").expect("an id");
    assert!(other != id && value(&saved, "client-secret").is_some());

    // If the form is saved again with the same type of app, both stay the same.
    let (_, after) = send(&world, "settings", &form("console", &app, &[CALLBACK, TEST_CALLBACK])).await;
    assert_eq!(value(&after, "client-id"), Some(other));
}

#[tokio::test]
async fn the_form_enforces_the_rules_of_x() {
    let world = World::new().await;
    let app = world.server.create_app("My app").to_string();
    let (_, before) = page(&world, &format!("keys?layout=console&app={app}")).await;
    assert!(value(&before, "consumer-key").is_some() && value(&before, "client-id").is_none(), "no id before the form");

    let eleven = vec![CALLBACK; 11];
    let fine = || form("console", &app, &[CALLBACK, TEST_CALLBACK]);
    for (wrong, says) in [
        (form("console", &app, &[]), "This is required."),
        (form("console", &app, &eleven), "An app can have 10 callbacks."),
        (form("console", &app, &["https://authentik.company/?next=x"]), "Not a valid URL format."),
        (form("console", &app, &["javascript://authentik.company/"]), "Not a valid URL format."),
        (with(fine(), "website", "http://localhost:9000"), "A website can’t be on localhost."),
        (with(fine(), "website", "authentik.company"), "Not a valid URL format."),
        (with(fine(), "type-of-app", ""), "This is required."),
        (with(with(fine(), "request-email", "on"), "terms", "https://a.example/t"), "This link is required while"),
    ] {
        let (status, page) = send(&world, "settings", &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        assert!(page.contains(says), "{wrong:?}: {says}");
    }
    let (_, still) = page(&world, &format!("keys?layout=console&app={app}")).await;
    assert_eq!(value(&still, "client-id"), None, "nothing was saved");

    let links = [("terms", "https://a.example/t"), ("privacy", "https://a.example/p"), ("request-email", "on")];
    let whole = links.into_iter().fold(form("console", &app, &eleven[..10]), |form, (id, url)| with(form, id, url));
    let (status, saved) = send(&world, "settings", &whole).await;
    assert_eq!((status, value(&saved, "client-id").is_some()), (StatusCode::OK, true), "{saved}");
}

#[tokio::test]
async fn another_type_of_app_kills_the_credentials_that_were_there() {
    let mut world = World::new().await;
    let app = world.server.create_app("My app").to_string();
    let (_, saved) = send(&world, "settings", &form("console", &app, &[TEST_CALLBACK])).await;
    world.app = TokenAuthentication {
        client_id: value(&saved, "client-id").expect("an id"),
        client_secret: value(&saved, "client-secret").expect("a secret").into(),
    };
    world.tokens("tweet.read users.read").await;
    send(&world, "settings", &with(form("console", &app, &[TEST_CALLBACK]), "type-of-app", "native")).await;
    let (status, body) = world.token(&[("grant_type", "refresh_token"), ("refresh_token", "INVALID")]).await;
    assert_eq!((status.as_u16(), text(&body, "error")), (400, "invalid_client"));
}

#[tokio::test]
async fn what_is_not_known_to_be_refused_can_be_switched() {
    let lan = "http://auth.lan/source/oauth/callback/x/";
    for (rules, says) in [
        (FormRules::default(), None),
        (FormRules { refuses_plain_http: true, ..FormRules::default() }, Some("accept HTTPS only")),
        (FormRules { refuses_internal_names: true, ..FormRules::default() }, Some("reject internal names")),
    ] {
        let world = World::with(&[], Unknowns { form: rules, ..Unknowns::default() }).await;
        let app = world.server.create_app("My app").to_string();
        let (status, page) = send(&world, "settings", &form("console", &app, &[lan, TEST_CALLBACK])).await;
        assert_eq!(status == StatusCode::OK, says.is_none(), "{rules:?}");
        assert!(says.is_none_or(|says| page.contains(says)), "{rules:?}");
    }
}

#[tokio::test]
async fn an_app_outside_of_production_can_be_moved() {
    let mut world = World::new().await;
    let (_, created) =
        send(&world, "create", &[("layout", "console"), ("name", "My app"), ("environment", "development")]).await;
    let app = created[created.find("app=").expect("a link") + 4..][..8].to_owned();
    let (_, saved) = send(&world, "settings", &form("console", &app, &[TEST_CALLBACK])).await;
    world.app = TokenAuthentication {
        client_id: value(&saved, "client-id").expect("an id"),
        client_secret: value(&saved, "client-secret").expect("a secret").into(),
    };
    let tokens = world.tokens("tweet.read users.read").await;
    assert_eq!(world.me(text(&tokens, "access_token"), "").await.1["reason"], "client-not-enrolled");
    // A person who isn't a tester doesn't get as far.
    world.server.set_person(XAccount { tester: false, ..XAccount::default() });
    assert!(visitor::answer(&world.client, &world.authorize(&[]), ConsentAnswer::Authorize).await.is_err());

    let (_, moved) = send(&world, "package", &[("layout", "console"), ("app", &app)]).await;
    assert!(!moved.contains("action=\"package\""));
    assert_eq!(world.me(text(&tokens, "access_token"), "").await.0, StatusCode::OK);
    assert!(visitor::answer(&world.client, &world.authorize(&[]), ConsentAnswer::Authorize).await.is_ok());
}

#[tokio::test]
async fn the_form_has_the_guides_words_in_the_guides_order() {
    let world = World::new().await;
    let app = world.server.create_app("My app");
    for (name, layout) in [("console", Layout::Console), ("portal", Layout::Portal)] {
        let (_, page) = page(&world, &format!("settings?layout={name}&app={app}")).await;
        let mut rest = unescaped(&page);
        for field in guide().form(layout) {
            let at = rest.find(&field.label).unwrap_or_else(|| panic!("{} comes in its turn", field.label));
            rest = rest.split_off(at + field.label.len());
        }
    }
}

#[tokio::test]
async fn every_page_is_labelled_strict_and_relative() {
    let world = World::new().await;
    let app = world.server.create_app("<My app>");
    for layout in ["console", "portal"] {
        for path in ["", "apps", "create", "created", "app", "keys", "settings", "saved"] {
            let url = format!("{}{path}?layout={layout}&app={app}", world.server.portal());
            let answer = world.client.get(url).send().await.expect("an answer");
            let policy = answer.headers()["content-security-policy"].to_str().expect("text").to_owned();
            assert!(policy.starts_with("default-src 'none'") && policy.ends_with("form-action 'self'"), "{policy}");
            assert_eq!(answer.headers()["cache-control"], "no-store");
            let page = answer.text().await.expect("a page");
            assert!(page.contains("nothing here is X, and nothing leaves this computer"), "{path}");
            for absolute in
                ["href=\"/", "action=\"/", "src=", "href=\"http", "action=\"http", "<script", "style=\"", "<My"]
            {
                assert!(!page.contains(absolute), "{path}: {absolute}");
            }
        }
    }
    let (status, missing) = page(&world, "app?app=1").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(missing.contains("no longer exists"));
    // Without the trailing slash, the folder's relative links would lead elsewhere.
    let bare = world.client.get(world.url("/portal?layout=portal")).send().await.expect("an answer");
    assert_eq!(bare.headers()["location"], "portal/?layout=portal");
}

#[tokio::test]
async fn a_fault_of_the_set_up_can_be_mended_in_the_portal() {
    let mut world = World::with(&[Fault::WrongSecret], Unknowns::default()).await;
    world.server.set_faults([Fault::WrongSecret].into());
    let app = world.server.create_app("My app").to_string();
    let (_, saved) = send(&world, "settings", &form("console", &app, &[TEST_CALLBACK])).await;
    let credentials = |page: &str| TokenAuthentication {
        client_id: value(page, "client-id").expect("an id"),
        client_secret: value(page, "client-secret").expect("a secret").into(),
    };
    world.app = credentials(&saved);
    assert_eq!(world.exchange(&world.code("users.read").await).await.0, StatusCode::UNAUTHORIZED);
    let (_, renewed) = send(&world, "regenerate", &[("app", &app)]).await;
    world.app = credentials(&renewed);
    world.tokens("tweet.read users.read").await;
}

#[tokio::test]
async fn a_deleted_app_is_shown_once_and_then_gone() {
    let world = World::new().await;
    world.server.set_faults([Fault::UnknownClientId].into());
    let app = world.server.create_app("My app").to_string();
    let (status, saved) = send(&world, "settings", &form("console", &app, &[TEST_CALLBACK])).await;
    assert_eq!((status, value(&saved, "client-secret").map(|secret| secret.len())), (StatusCode::OK, Some(50)));
    for path in ["saved", "app", "settings"] {
        assert_eq!(page(&world, &format!("{path}?app={app}")).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!page(&world, "apps").await.1.contains(&app));
}

#[tokio::test]
async fn what_comes_from_elsewhere_stays_text_in_the_portal() {
    let world = World::new().await;
    let app = world.server.create_app(HOSTILE).to_string();
    for layout in ["console", "portal"] {
        // The heading and the title of an app's page, its name in the list, and the content of three inputs.
        let (_, own) = page(&world, &format!("app?layout={layout}&app={app}")).await;
        let (_, list) = page(&world, &format!("apps?layout={layout}")).await;
        let wrong = with(with(form(layout, &app, &[HOSTILE]), "website", HOSTILE), "organization-name", HOSTILE);
        let (_, settings) = send(&world, "settings", &wrong).await;
        for (page, times) in [(own, 2), (list, 1), (settings, 3)] {
            assert_eq!(page.matches(ESCAPED).count(), times, "{layout}: {page}");
            assert!(!page.contains("<img"), "{layout}: {page}");
        }
    }
}
