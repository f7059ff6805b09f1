//! Blueprints against the rules of blueprints.

use super::read::yaml;
use crate::export::document::{ExportFormat, SECRET, SECRET_FILE};
use crate::export::tests::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the attributes of each model may be, as this program writes them: a subset of what its serializer takes.
const MODELS: [(&str, &[&str], &[&str]); 6] = [
    ("authentik_crypto.secret", &["name"], &["type", "value"]),
    ("authentik_sources_oauth.oauthsourcepropertymapping", &["name"], &["expression"]),
    (
        "authentik_sources_oauth.oauthsource",
        &["slug"],
        &[
            "name",
            "enabled",
            "provider_type",
            "consumer_key",
            "consumer_secret",
            "consumer_secret_ref",
            "additional_scopes",
            "user_matching_mode",
            "authentication_flow",
            "enrollment_flow",
            "user_path_template",
            "group_matching_mode",
            "user_property_mappings",
        ],
    ),
    ("authentik_stages_source.sourcestage", &["name"], &["source", "resume_timeout"]),
    ("authentik_flows.flowstagebinding", &["target", "stage"], &["order"]),
    ("authentik_stages_identification.identificationstage", &["name"], &["sources"]),
];

/// Holds a blueprint against the rules: its version, its entries' names, and where tags lead.
fn check(text: &str) -> Vec<Value> {
    let file = yaml(text);
    let names = |value: &Value| value.as_object().expect("a mapping").keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&file), BTreeSet::from(["version", "metadata", "entries"].map(str::to_owned)));
    assert_eq!(file["version"], 1);
    assert!(file["metadata"]["name"].is_string());
    let entries = file["entries"].as_array().expect("a list").clone();
    let mut known = BTreeSet::new();
    for entry in &entries {
        assert!(names(entry).is_subset(&["model", "id", "identifiers", "attrs"].map(str::to_owned).into()), "{entry}");
        let model = entry["model"].as_str().expect("a model");
        let (_, identifiers, attrs) = MODELS.iter().find(|(name, ..)| *name == model).expect("a known model");
        assert_eq!(names(&entry["identifiers"]), identifiers.iter().map(|name| (*name).to_owned()).collect());
        let found = names(&entry["attrs"]);
        assert!(found.iter().all(|name| attrs.contains(&name.as_str())), "{model}: {found:?}");
        tags(entry, &known);
        if let Some(id) = entry["id"].as_str() {
            assert!(known.insert(id.to_owned()), "{id} twice");
        }
    }
    entries
}

/// Every tag has the arguments that it takes; what `!KeyOf` names stands above.
fn tags(value: &Value, known: &BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                match name.as_str() {
                    "!KeyOf" => assert!(known.contains(inner.as_str().expect("an id")), "{inner}"),
                    "!Env" => assert_eq!(inner, SECRET),
                    "!File" => assert_eq!(inner, SECRET_FILE),
                    "!Find" => {
                        assert!(inner[0].as_str().is_some_and(|model| model.contains('.')), "{inner}");
                        assert!(inner[1].as_array().is_some_and(|pair| pair.len() == 2), "{inner}");
                    }
                    other => assert!(!other.starts_with('!'), "{other}"),
                }
                tags(inner, known);
            }
        }
        Value::Array(all) => all.iter().for_each(|one| tags(one, known)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn entry<'e>(entries: &'e [Value], model: &str) -> &'e Value {
    entries.iter().find(|entry| entry["model"] == model).expect("an entry")
}

#[test]
fn each_jobs_blueprint_keeps_the_rules() {
    for (name, export) in jobs() {
        for format in [ExportFormat::Blueprint, ExportFormat::BlueprintFile] {
            let entries = check(&write(&export, format));
            let source = entry(&entries, "authentik_sources_oauth.oauthsource");
            assert_eq!(source["attrs"]["provider_type"], "twitter", "{name}");
            let from = if format == ExportFormat::Blueprint {
                json!({ "!Env": SECRET })
            } else {
                json!({ "!File": SECRET_FILE })
            };
            if name == "secret" {
                let secret = entry(&entries, "authentik_crypto.secret");
                assert_eq!(secret["attrs"]["value"], from);
                assert_eq!(source["attrs"]["consumer_secret_ref"], json!({ "!KeyOf": "client-secret" }));
                assert!(source["attrs"].get("consumer_secret").is_none());
                continue;
            }
            assert_eq!(source["attrs"]["consumer_secret"], from, "{name}");
        }
    }
}

#[test]
fn a_mapping_arrives_with_its_very_python() {
    let (_, export) = jobs().swap_remove(1);
    let entries = check(&write(&export, ExportFormat::Blueprint));
    for mapping in ProductMapping::ALL {
        let name = mapping.name(&slug());
        let found = entries.iter().find(|entry| entry["identifiers"]["name"] == name.as_str()).expect("an entry");
        assert_eq!(found["attrs"]["expression"], mapping.expression());
    }
    assert_eq!(
        entry(&entries, "authentik_sources_oauth.oauthsource")["attrs"]["user_property_mappings"][2]["!KeyOf"],
        "mapping-user-name"
    );
}

#[test]
fn a_login_pages_list_names_all_that_was_there() {
    let (_, export) = jobs().swap_remove(2);
    let entries = check(&write(&export, ExportFormat::Blueprint));
    let page = entry(&entries, "authentik_stages_identification.identificationstage");
    let wanted = json!([
        { "!Find": ["authentik_core.source", ["slug", "authentik-built-in"]] },
        { "!Find": ["authentik_sources_saml.samlsource", ["slug", "saml"]] },
        "0d9c1f5e-0000-4000-8000-000000000000",
        { "!KeyOf": "source" },
    ]);
    assert_eq!(page["attrs"]["sources"], wanted);
}

#[test]
fn a_list_that_nobody_read_is_not_replaced() {
    let (_, export) = jobs().swap_remove(5);
    let entries = check(&write(&export, ExportFormat::Blueprint));
    assert!(entries.iter().all(|entry| entry["attrs"].get("sources").is_none()), "{entries:?}");
}
