//! Compares the server with the recorded exchanges themselves, if they are next to the repository: every key of a real
//! server's answer is in this server's answer, and no others are.

use super::rig::{Browser, Rig, TestResult};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folders of recordings and the releases that they are of.
const FOLDERS: [(&str, &str); 5] = [
    ("recordings-2025.12.4", "2025.12"),
    ("signin-2025.12.4", "2025.12"),
    ("signin-2024.12.5", "2024.12"),
    ("signin-2026.2.2", "2026.2"),
    ("recordings-2026.8-june", "2026.8"),
];
/// What the final 2026.8 has beyond the server of June that was recorded [D, docs/evidence/authentik.md §7.2].
const CAME_LATER: [&str; 4] = ["flow_user_switch", "flow_request", "branding_map_tiles", "base_url"];
/// Parts of authentik that a setup doesn't touch.
const NOT_REHEARSED: [&str; 12] = [
    "/admin/system/",
    "/core/applications/",
    "/core/groups/",
    "/diagram/",
    "/export/",
    "/managed/",
    "/policies/",
    "/rbac/",
    "/sources/all/user_settings/",
    "/sources/user_connections/all/",
    "/stages/deny/",
    "/view_key/",
];
/// Objects that contain arbitrary content, or that differ from row to row.
const FREE: [&str; 5] = [
    "/autocomplete",
    "/results/*/context",
    "/results/*/attributes",
    "/results/*/user_obj/attributes",
    "/results/*/user",
];

/// The folder of recordings, if one of the parent folders contains it.
fn recordings() -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|above| above.join("shared/authentik"))
        .find(|f| f.exists());
    if found.is_none() {
        // A test that can't run reports it.
        #[expect(clippy::disallowed_methods, reason = "a test prints for itself")]
        drop(writeln!(std::io::stderr(), "skipped: no folder shared/authentik above this one"));
    }
    found
}

#[tokio::test]
async fn answers_have_the_keys_of_the_recorded_ones() -> TestResult {
    let Some(folder) = recordings() else { return Ok(()) };
    let mut wrong = BTreeSet::new();
    for release in ["2024.12", "2025.12", "2026.2", "2026.8"] {
        let of_release = FOLDERS.iter().filter(|(_, of)| *of == release);
        let folders = of_release.map(|(name, _)| folder.join(name)).filter(|folder| folder.exists()).collect();
        wrong.extend(differences(release, folders).await?);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// The keys that a release's recordings have and the practice server doesn't, and the reverse.
async fn differences(release: &str, folders: Vec<PathBuf>) -> TestResult<BTreeSet<String>> {
    let played = release.parse()?;
    let rig = Rig::started(|options| options.release = played).await?;
    let body = json!({ "name": "Practice mapping", "expression": "return None" });
    let (_, mapping) = rig.api(Method::POST, "/propertymappings/source/oauth/", body).await?;
    let source = rig.source(Value::Null).await?;
    rig.show(&[&source]).await?;
    Browser::new(&rig).sign_in().await?;
    let stage = rig.stage().await?;

    let mut wrong = BTreeSet::new();
    let mut compared = BTreeSet::new();
    for file in folders {
        for file in std::fs::read_dir(file)? {
            let recorded: Value = serde_json::from_slice(&std::fs::read(file?.path())?)?;
            let (request, answer) = (&recorded["request"], &recorded["response"]);
            let path = request["path"].as_str().unwrap_or_default();
            let Some(path) = path.strip_prefix("/api/v3") else { continue };
            if request["method"] != "GET"
                || answer["status"] != 200
                || !(answer["body"].is_object() || answer["body"].is_array())
            {
                continue;
            }
            if NOT_REHEARSED.iter().any(|part| path.contains(part)) {
                continue;
            }
            let Some(path) = here(path, &stage, mapping["pk"].as_str().unwrap_or_default()) else { continue };
            let got = rig.get(&path).await?;
            // Some brands were recorded before their flows existed.
            if path == "/core/brands/current/" && answer["body"]["flow_authentication"].is_null() {
                continue;
            }
            // The executor's challenges differ by stage; only the login page's is compared here.
            if got["component"] != answer["body"]["component"] && path.starts_with("/flows/executor/") {
                continue;
            }
            let (wanted, got) = (keys(&answer["body"]), keys(&got));
            for (place, wanted) in wanted {
                if let Some(got) = got.get(&place).filter(|got| **got != wanted) {
                    let came = |name: &str| release == "2026.8" && got.contains(name) && CAME_LATER.contains(&name);
                    let differ = wanted.symmetric_difference(got).filter(|name| !came(name));
                    let differ: Vec<_> = differ.collect();
                    if differ.is_empty() {
                        continue;
                    }
                    wrong.insert(format!("{release} {path} {place}: {differ:?}"));
                }
            }
            compared.insert(path);
        }
    }
    assert!(compared.len() > 10, "{release}: {compared:?}");
    Ok(wrong)
}

/// The same call for this server, with its own keys and without filters; `None` if this server doesn't support it.
fn here(path: &str, stage: &str, mapping: &str) -> Option<String> {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<_> = path.trim_matches('/').split('/').collect();
    Some(match parts.as_slice() {
        ["stages", "identification", _] => format!("/stages/identification/{stage}/"),
        ["stages", "identification", _, "used_by"] => return None,
        ["propertymappings", "source", "oauth", _, rest @ ..] => {
            format!("/{}/", [&["propertymappings", "source", "oauth", mapping], rest].concat().join("/"))
        }
        ["sources", "oauth", slug, rest @ ..] if *slug != "source_types" => {
            format!("/{}/", [&["sources", "oauth", "x"], rest].concat().join("/"))
        }
        ["flows", "executor", _] => "/flows/executor/default-authentication-flow/".to_owned(),
        ["core", "users", pk] if *pk != "me" => "/core/users/5/".to_owned(),
        ["core", "tokens", _] => "/core/tokens/practice-token/".to_owned(),
        _ => path.to_owned(),
    })
}

/// The keys of every object by their place. The items of a list share one place.
fn keys(value: &Value) -> BTreeMap<String, BTreeSet<String>> {
    fn walk(place: &str, value: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
        match value {
            Value::Object(map) if !FREE.contains(&place) => {
                found.entry(place.to_owned()).or_default().extend(map.keys().cloned());
                for (name, value) in map {
                    walk(&format!("{place}/{name}"), value, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(&format!("{place}/*"), item, found)),
            Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = BTreeMap::new();
    walk("", value, &mut found);
    found
}

/// The action, the app and all nested keys of each event.
fn shapes(events: &[Value]) -> Vec<(Value, Value, BTreeMap<String, BTreeSet<String>>)> {
    let part = |event: &Value, name: &str| keys(&json!({ name: event[name] }));
    events
        .iter()
        .map(|event| {
            let inside = ["user", "context", "brand"].iter().flat_map(|name| part(event, name)).collect();
            (event["action"].clone(), event["app"].clone(), inside)
        })
        .collect()
}

#[tokio::test]
async fn sign_ins_leave_the_recorded_events() -> TestResult {
    let Some(folder) = recordings() else { return Ok(()) };
    for (name, release) in FOLDERS.iter().filter(|(name, _)| name.starts_with("signin-")) {
        let cases: &[_] = if *release == "2025.12" { &["signin1", "signin2", "link"] } else { &["signin1", "signin2"] };
        leaves(&folder.join(name), release, cases).await?;
    }
    Ok(())
}

async fn leaves(folder: &Path, release: &str, cases: &[&str]) -> TestResult {
    let recorded = |case: &str| -> TestResult<Vec<Value>> {
        let file = folder.join(format!("{case}-events.json"));
        let mut events: Vec<Value> = serde_json::from_slice(&std::fs::read(file)?)?;
        for event in &mut events {
            // The fields of a new object are recorded only by a licensed 2024.12.
            event["context"].as_object_mut().map(|context| context.remove("diff"));
        }
        Ok(events)
    };
    let played = release.parse()?;
    let rig = Rig::started(|options| options.release = played).await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    for case in cases {
        if *case == "link" {
            let connections = rig.get("/sources/user_connections/oauth/").await?;
            let path = format!("/sources/user_connections/oauth/{}/", connections["results"][0]["pk"]);
            rig.api(Method::DELETE, &path, Value::Null).await?;
        } else {
            browser = Browser::new(&rig);
        }
        let before = rig.events().await?.len();
        browser.sign_in().await?;
        assert_eq!(shapes(&rig.events().await?[before..]), shapes(&recorded(case)?), "{release} {case}");
    }
    Ok(())
}
