//! What a real server answered (`tests/fixtures/authentik`), read by the call that would have asked for it.

use super::fake::Fake;
use super::{AuthorizeRedirect, Client, Error, IdentificationStage, LoginPage, ObjectKind, ServerLeg, WriteBody};
use crate::address::Slug;
use crate::diagnosis::{Diagnosed, Diagnosis};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::path::Path;

/// The parts of a fixture that matter here. The README in the folder of the fixtures describes their format.
#[derive(Deserialize)]
struct Fixture {
    request: FixtureRequest,
    answer: FixtureResponse,
}

#[derive(Deserialize)]
struct FixtureRequest {
    method: String,
    path: String,
}

#[derive(Deserialize)]
struct FixtureResponse {
    status: u16,
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
}

impl FixtureResponse {
    /// The answer as it goes over the wire.
    fn wire(&self, base: &str) -> String {
        let put = |text: &str| {
            text.replace("{base}", base)
                .replace("{base%}", &base.replace(':', "%3A").replace('/', "%2F"))
                .replace("{x}", "https://x.com")
                .replace("{*}", "made-up")
        };
        // A redirect and a 405 are of that type too, and have no body.
        let is_page = matches!(self.status, 200 | 404)
            && self.headers.get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let body = match (self.body.is_null(), is_page) {
            (true, true) => "<!DOCTYPE html>".to_owned(),
            (true, false) => String::new(),
            (false, _) => put(&self.body.to_string()),
        };
        let headers = self.headers.iter().fold(String::new(), |mut headers, (name, value)| {
            let _ = write!(headers, "{name}: {}\r\n", put(value));
            headers
        });
        let length = body.len();
        format!("HTTP/1.1 {} x\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}", self.status)
    }
}

/// What the client makes of an answer, on one line; none where it has no such call.
async fn read(client: &Client, request: &FixtureRequest) -> Option<String> {
    let slug = Slug::parse("x").expect("a slug");
    let stage = IdentificationStage {
        pk: "5eed0000".to_owned(),
        name: String::new(),
        flow_set: Vec::new(),
        user_fields: Vec::new(),
        sources: Vec::new(),
    };
    let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
    let query: BTreeMap<_, _> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let flow = || query.get("slug").map_or("default-authentication-flow", String::as_str);
    let segments: Vec<_> = path.trim_matches('/').split('/').collect();
    let segments = segments.strip_prefix(["api", "v3"].as_slice()).unwrap_or(&segments);
    Some(match (request.method.as_str(), segments) {
        ("GET", ["-", "health", "live"] | ["root", "config"]) => {
            let (approach, _) = client.approach(&ServerLeg::OUTSIDE, &mut |_| (), async {}).await;
            let found = approach.legs().into_iter().find(|state| state.leg == ServerLeg::Found).expect("the leg");
            line(Ok((found.verdict, found.says)))
        }
        ("GET", ["admin", "version"]) => line(client.version().await),
        ("GET", ["core", "users", "me"]) => line(client.me().await),
        ("GET", ["core", "users"]) => line(client.user_by_name("ada_practice").await),
        ("GET", ["core", "tokens"]) => line(client.tokens().await.map(|page| page.results)),
        ("GET", ["core", "brands", "current"]) => line(client.brand().await),
        ("GET", ["sources", "all"]) => line(client.all_sources().await),
        ("GET", ["sources", "user_connections", "oauth"]) => line(client.links(&slug).await),
        ("POST", ["sources", "user_connections", "oauth"]) => {
            line(client.create(ObjectKind::Connection, WriteBody::default()).await)
        }
        ("GET", ["sources", "oauth", "source_types"]) => line(client.x_type().await),
        ("GET", ["sources", "oauth"]) => line(client.sources().await),
        ("POST", ["sources", "oauth"]) => line(client.create(ObjectKind::Source, WriteBody::default()).await),
        ("GET", ["sources", "oauth", _]) => line(client.source(&slug).await),
        ("PATCH", ["sources", "oauth", _]) => {
            line(client.change(ObjectKind::Source, slug.as_str(), WriteBody::default()).await)
        }
        ("DELETE", ["sources", "oauth", _]) => line(client.delete(ObjectKind::Source, slug.as_str()).await),
        ("GET", ["flows", "instances"]) => line(client.flow(flow()).await),
        ("GET", ["flows", "executor", flow]) => {
            line(client.login_page(flow).await.map(|page| LoginPage { exchange: None, ..page }))
        }
        ("GET", ["flows", "-", "default", "authentication"]) => line(client.login_flow().await),
        ("GET", ["stages", "identification"]) => line(client.stages().await),
        ("PATCH", ["stages", "identification", _]) => line(client.show_sources(&stage, &[]).await),
        ("GET", ["enterprise", "license", "summary"]) => line(client.licence().await),
        ("GET", ["events", "events"]) => line(client.events(&["login", "source_linked", "user_write"]).await),
        ("GET", ["source", "oauth", "login", _]) => {
            let found = client.login_redirect(&slug).await;
            line(found.map(|way| way.map(|way| AuthorizeRedirect { exchange: None, ..way })))
        }
        _ => return None,
    })
}

fn line<T: Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Ok(found) => format!("{found:?}"),
        Err(error) => format!("[{}] {error}", Diagnosis::from(&error.symptom()).id),
    }
}

#[tokio::test]
async fn every_answer_of_a_real_server_is_read() {
    let releases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/authentik");
    let folders = std::fs::read_dir(&releases).expect("the fixtures").map(|entry| entry.expect("a release").path());
    for folder in folders.filter(|path| path.is_dir()) {
        let release = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut files: Vec<_> = std::fs::read_dir(&folder).expect("a release").flatten().map(|f| f.path()).collect();
        files.sort();
        let mut lines = Vec::new();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&file).expect("a fixture");
            let Fixture { request, answer } = serde_json::from_str(&text).expect("a fixture");
            let fake = Fake::start().await;
            let base = fake.server.as_str().to_owned();
            let port = format!("port: Some({})", fake.server.port());
            let wire = answer.wire(&base);
            // A call that needs others first gets those answered; asked on behalf of a refusal, nothing is told.
            fake.state().brand_flow = None;
            // The way to a server asks for several pages at once, of which each fixture is one.
            let (own, is_of_the_way) = (request.path.clone(), matches!(name.as_str(), "live" | "root-config"));
            fake.state().hook = Some(Box::new(move |state, _, path| {
                let is_before = path.ends_with("/brands/current/") && wire.contains("\r\nlocation: /if/flow/");
                let is_another = is_of_the_way && path != own;
                state.canned = (!is_before && !is_another).then(|| wire.clone());
            }));
            let read = read(&fake.client(), &request).await.unwrap_or_else(|| "(no call)".to_owned());
            lines.push(format!("{name}: {}", read.replace(&base, "{base}").replace(&port, "port: Some({port})")));
        }
        assert!(lines.len() > 25, "{release}: {} fixtures", lines.len());
        insta::assert_snapshot!(format!("fixtures-{release}"), lines.join("\n"));
    }
}
