//! Each call against the API descriptions of the releases, where they lie beside the repository.

use serde_json::Value;
use std::path::Path;

/// Path, method, fields sent, parameters sent.
const CALLS: &[(&str, &str, &[&str], &[&str])] = &[
    ("/root/config/", "get", &[], &[]),
    ("/admin/version/", "get", &[], &[]),
    ("/core/users/me/", "get", &[], &[]),
    ("/core/users/", "get", &[], &["username"]),
    ("/core/brands/current/", "get", &[], &[]),
    ("/sources/all/", "get", &[], &["page", "page_size"]),
    ("/sources/oauth/source_types/", "get", &[], &[]),
    ("/sources/oauth/", "get", &[], &["ordering", "page", "page_size"]),
    ("/sources/oauth/", "post", SOURCE, &[]),
    ("/sources/oauth/{slug}/", "get", &[], &["slug"]),
    ("/sources/oauth/{slug}/", "patch", SOURCE, &["slug"]),
    ("/sources/oauth/{slug}/", "delete", &[], &["slug"]),
    ("/sources/user_connections/oauth/", "get", &[], &["source__slug", "page_size"]),
    ("/flows/instances/", "get", &[], &["slug"]),
    ("/stages/identification/", "get", &[], &["page", "page_size"]),
    ("/stages/identification/{stage_uuid}/", "get", &[], &["stage_uuid"]),
    ("/stages/identification/{stage_uuid}/", "patch", &["sources", "user_fields"], &["stage_uuid"]),
    ("/enterprise/license/summary/", "get", &[], &[]),
    // `actions` came with 2025.8: before, it is ignored and the program looks itself.
    ("/events/events/", "get", &[], &["ordering", "page_size"]),
];

const SOURCE: &[&str] = &[
    "name",
    "slug",
    "enabled",
    "provider_type",
    "consumer_key",
    "consumer_secret",
    "user_matching_mode",
    "authentication_flow",
    "enrollment_flow",
    "additional_scopes",
];

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
fn every_call_is_in_every_release() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/authentik/openapi");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no API descriptions at {}", folder.display());
        return;
    };
    let mut releases = 0;
    for file in files.map(|file| file.expect("a file").path()) {
        let text = std::fs::read_to_string(&file).expect("a description");
        let description: Value = serde_json::from_str(&text).expect("JSON");
        let release = &description["info"]["version"];
        for (path, method, fields, parameters) in CALLS {
            let call = &description["paths"][path][method];
            assert!(call.is_object(), "{release} has no {method} {path}");
            let schema = resolved(&description, &call["requestBody"]["content"]["application/json"]["schema"]);
            for field in *fields {
                assert!(schema["properties"][field].is_object(), "{release}: {method} {path} takes no {field}");
            }
            let known: Vec<_> = (call["parameters"].as_array().into_iter().flatten())
                .map(|parameter| resolved(&description, parameter)["name"].as_str().unwrap_or_default())
                .collect();
            for parameter in *parameters {
                assert!(known.contains(parameter), "{release}: {method} {path} knows no {parameter}");
            }
        }
        let modes = &description["components"]["schemas"]["UserMatchingModeEnum"]["enum"];
        for matching in super::Matching::ALL {
            assert!(
                modes.as_array().is_some_and(|modes| modes.iter().any(|mode| mode == matching.name())),
                "{release}"
            );
        }
        releases += 1;
    }
    assert!(releases > 0, "{} is empty", folder.display());
}

/// Follows a `$ref` within the description.
fn resolved<'d>(description: &'d Value, value: &'d Value) -> &'d Value {
    match value["$ref"].as_str().and_then(|to| to.strip_prefix('#')).and_then(|to| description.pointer(to)) {
        Some(found) => found,
        None => value,
    }
}
