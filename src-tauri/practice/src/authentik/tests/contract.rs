//! Compares this server's answers with the fixtures, which are measured answers of a real server.

use super::rig::{Browser, Rig, TestResult};
use crate::authentik::release::Release;
use reqwest::Method;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The folders of fixtures, each with the release that is played against it and how many there are at least. Those of
/// 2026.8 were measured before its final release; what that has in addition stands in each fixture as `later`.
const FOLDERS: [(&str, &str, usize); 2] = [("2025.12.4", "2025.12", 50), ("2026.8.0-rc1", "2026.8", 30)];
/// A moment, made up.
const MOMENT: &str = "2026-01-02T03:04:05.678901Z";
/// How a sample UUID begins, with dashes or without.
const SEED: &str = "5eed0000";

/// One exchange. `tests/fixtures/authentik/README.md` describes its format.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    about: String,
    #[serde(default)]
    given: BTreeSet<RequestBy>,
    request: Request,
    answer: Answer,
}

/// What has to exist before the request.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum RequestBy {
    Source,
    Button,
    Visitor,
    Mapping,
    Policy,
    Disabled,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    method: String,
    path: String,
    token: Option<Token>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Token {
    Job,
    Limited,
    Wrong,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
    /// Fields of which only the type is compared.
    #[serde(default)]
    any: BTreeSet<String>,
    /// Lists that may contain more than the sample.
    #[serde(default)]
    some: BTreeSet<String>,
    /// What the final release answers otherwise, where the fixture is of one before it.
    #[serde(default)]
    later: LaterAnswer,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LaterAnswer {
    status: Option<u16>,
    /// The places of fields that came.
    #[serde(default)]
    fields: BTreeSet<String>,
}

#[tokio::test]
async fn every_fixture_holds() -> TestResult {
    let mut wrong = Vec::new();
    for (measured, release, least) in FOLDERS {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/authentik").join(measured);
        let release = release.parse()?;
        let mut played = 0;
        for file in std::fs::read_dir(&folder)? {
            let path = file?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let fixture: Fixture =
                serde_json::from_slice(&std::fs::read(&path)?).map_err(|error| format!("{name}: {error}"))?;
            let differs = play(&fixture, release).await?;
            wrong.extend(differs.into_iter().map(|what| format!("{measured} {name} ({}): {what}", fixture.about)));
            played += 1;
        }
        assert!(played >= least, "{played} fixtures in {}", folder.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Plays a fixture against a server of its own; what differs.
async fn play(fixture: &Fixture, release: Release) -> TestResult<Vec<String>> {
    let rig = Rig::started(|options| options.release = release).await?;
    let names = prepare(&rig, &fixture.given).await?;
    let put = |text: &str| names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));

    let mut request = rig.request(fixture.request.method.parse::<Method>()?, &put(&fixture.request.path));
    for (name, value) in &fixture.request.headers {
        request = request.header(name, value);
    }
    let wrong_token = SecretString::from("nobody's");
    if let Some(token) = fixture.request.token {
        request = Rig::with_token(
            request,
            match token {
                Token::Job => rig.server.token(),
                Token::Limited => rig.server.limited_token(),
                Token::Wrong => &wrong_token,
            },
        );
    }
    if !fixture.request.body.is_null() {
        let body = put(&fixture.request.body.to_string());
        request = request.header("content-type", "application/json").body(body);
    }
    let answer = request.send().await?;

    let mut wrong = Vec::new();
    let later = fixture.answer.later.status;
    if answer.status().as_u16() != later.unwrap_or(fixture.answer.status) {
        wrong.push(format!("status {}", answer.status()));
    }
    if !answer.headers().contains_key("x-authentik-id") {
        wrong.push("no X-authentik-Id".to_owned());
    }
    // Another status has headers of its own.
    for (name, wanted) in fixture.answer.headers.iter().filter(|_| later.is_none()) {
        let got = answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("none");
        // The charset of JSON came and went.
        let got = if wanted == "application/json" { got.trim_end_matches("; charset=utf-8") } else { got };
        if !like(&put(wanted), got) {
            wrong.push(format!("{name}: {got}"));
        }
    }
    let text = answer.text().await?;
    if fixture.answer.body.is_null() {
        let html = fixture.answer.headers.get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if !html && !text.is_empty() {
            wrong.push(format!("a body: {text}"));
        }
    } else {
        let wanted: Value = serde_json::from_str(&put(&fixture.answer.body.to_string()))?;
        match serde_json::from_str(&text) {
            Ok(got) => compare(&fixture.answer, "", &wanted, &got, &mut wrong),
            Err(_) => wrong.push(format!("no JSON: {text}")),
        }
    }
    Ok(wrong)
}

/// Creates what the fixture requires, and returns the names that its requests and answers may use for it.
async fn prepare(rig: &Rig, given: &BTreeSet<RequestBy>) -> TestResult<Vec<(&'static str, String)>> {
    let base = rig.server.base();
    let mut names = vec![
        ("{base}", base.to_owned()),
        ("{base%}", base.replace(':', "%3A").replace('/', "%2F")),
        ("{x}", rig.x_base.as_str().trim_end_matches('/').to_owned()),
        ("{stage}", rig.stage().await?),
        ("{login_flow}", rig.flow("default-authentication-flow").await?),
        ("{authentication_flow}", rig.flow("default-source-authentication").await?),
        ("{enrollment_flow}", rig.flow("default-source-enrollment").await?),
    ];
    let mut source = String::new();
    for given in given {
        match given {
            RequestBy::Source => {
                source = rig.source(Value::Null).await?;
                names.push(("{source}", source.clone()));
            }
            RequestBy::Button => assert_eq!(rig.show(&[&source]).await?.0, 200),
            RequestBy::Visitor => {
                Browser::new(rig).sign_in().await?;
            }
            RequestBy::Mapping => {
                let body = json!({ "name": "Practice mapping", "expression": "return None" });
                let (_, made) = rig.api(Method::POST, "/propertymappings/source/oauth/", body).await?;
                names.push(("{mapping}", made["pk"].as_str().unwrap_or_default().to_owned()));
            }
            RequestBy::Policy => {
                let body = json!({ "name": "practice-policy", "expression": "return True" });
                let (_, made) = rig.api(Method::POST, "/policies/expression/", body).await?;
                names.push(("{policy}", made["pk"].as_str().unwrap_or_default().to_owned()));
            }
            RequestBy::Disabled => {
                let body = json!({ "provider_type": "twitter", "enabled": false });
                assert_eq!(rig.api(Method::PATCH, "/sources/oauth/x/", body).await?.0, 200);
            }
        }
    }
    Ok(names)
}

/// Whether a text matches a sample in which `{*}` stands for random parts.
fn like(sample: &str, text: &str) -> bool {
    let mut parts = sample.split("{*}");
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    for part in parts {
        // Random parts consist of letters, digits, hyphens and underscores.
        rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
        let Some(after) = rest.strip_prefix(part) else { return false };
        rest = after;
    }
    rest.is_empty()
}

fn compare(answer: &Answer, place: &str, wanted: &Value, got: &Value, wrong: &mut Vec<String>) {
    if answer.any.contains(place) {
        if kind(wanted) != kind(got) {
            wrong.push(format!("{place} is {got}"));
        }
        return;
    }
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => {
            let keys = |map: &serde_json::Map<String, Value>| map.keys().cloned().collect::<BTreeSet<_>>();
            let of_later = |name: &str| answer.later.fields.contains(&format!("{place}/{name}"));
            let wanted_keys = keys(wanted);
            let later = keys(got).into_iter().filter(|name| !of_later(name) || wanted_keys.contains(name));
            for came in &answer.later.fields {
                let parts = came.rsplit_once('/');
                if parts.is_some_and(|(parent, name)| parent == place && !got.contains_key(name)) {
                    wrong.push(format!("{came} is to have come"));
                }
            }
            for lost in wanted_keys.symmetric_difference(&later.collect()) {
                wrong.push(format!("{place}/{lost} is only in one of the two"));
            }
            for (name, value) in wanted {
                if let Some(got) = got.get(name) {
                    compare(answer, &format!("{place}/{name}"), value, got, wrong);
                }
            }
        }
        (Value::Array(wanted), Value::Array(got)) if answer.some.contains(place) => {
            for sample in wanted {
                let fits = |got: &Value| {
                    let mut wrong = Vec::new();
                    compare(answer, &format!("{place}/*"), sample, got, &mut wrong);
                    wrong.is_empty()
                };
                if !got.iter().any(fits) {
                    wrong.push(format!("{place} lacks {sample}"));
                }
            }
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => {
            for (wanted, got) in wanted.iter().zip(got) {
                compare(answer, &format!("{place}/*"), wanted, got, wrong);
            }
        }
        (Value::String(wanted), Value::String(got)) if made_up(wanted, got) => {}
        _ if wanted == got => {}
        _ => wrong.push(format!("{place} is {got}, not {wanted}")),
    }
}

/// Whether the sample is one that matches any value of its form: keys, timestamps, images, long ids.
fn made_up(sample: &str, got: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    match sample {
        MOMENT => got.len() == MOMENT.len() && got.ends_with('Z') && got.as_bytes()[10] == b'T',
        "data:image/svg+xml;base64," => got.starts_with(sample),
        _ if sample.starts_with(SEED) || sample == "ab".repeat(32) => sample.len() == got.len() && hex(got),
        _ => false,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "flag",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[test]
fn a_sample_fits_only_what_it_says() {
    assert!(like("a?state={*}&b={*}", "a?state=Zz-_9&b=1"));
    assert!(!like("a?state={*}&b={*}", "a?state=Zz&c=1"));
    assert!(!like("a", "ab"));
    assert!(made_up("5eed0000-0000-4000-8000-000000000001", "0f8fad5b-d9cb-469f-a165-70867728950e"));
    assert!(!made_up("5eed0000-0000-4000-8000-000000000001", "0f8fad5b"));
    assert!(!made_up("x", "y"));
}
