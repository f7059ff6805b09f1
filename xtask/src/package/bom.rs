//! The list of components in the format CycloneDX 1.5, for tools that look for known weaknesses.

use super::components::{Component, Registry};
use super::product::{self, Release};
use anyhow::Result;
use serde_json::{Value, json};

/// The list for one registry.
pub(super) fn document(registry: Registry, components: &[Component], release: &Release) -> Result<String> {
    let own: Vec<_> = components.iter().filter(|component| component.registry == registry).collect();
    let subject = format!("pkg:generic/sourcerer@{}", product::VERSION);
    let listed: Vec<Value> = own.iter().map(|component| one(component)).collect();
    let mut uses: Vec<Value> = own
        .iter()
        .map(|component| {
            let below: Vec<_> = component.uses.iter().filter_map(|used| purl_of(&own, used)).collect();
            json!({ "ref": component.purl(), "dependsOn": below })
        })
        .collect();
    let is_used =
        |purl: &String| own.iter().any(|other| other.uses.iter().any(|key| purl_of(&own, key).as_ref() == Some(purl)));
    let direct: Vec<_> = own.iter().map(|component| component.purl()).filter(|purl| !is_used(purl)).collect();
    uses.insert(0, json!({ "ref": subject, "dependsOn": direct }));
    let mut properties = Vec::new();
    if let Some(commit) = &release.commit {
        properties.push(json!({ "name": "sourcerer:commit", "value": commit }));
    }
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": release.timestamp()?,
            "component": {
                "type": "application",
                "bom-ref": subject,
                "name": "sourcerer",
                "version": product::VERSION,
                "licenses": [{ "expression": product::LICENSE }],
            },
            "properties": properties,
        },
        "components": listed,
        "dependencies": uses,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn one(component: &Component) -> Value {
    let hashes: Vec<Value> =
        component.hash.iter().map(|(algorithm, content)| json!({ "alg": algorithm, "content": content })).collect();
    json!({
        "type": "library",
        "bom-ref": component.purl(),
        "name": component.name,
        "version": component.version,
        "purl": component.purl(),
        // What only the compiler runs isn't part of the programs.
        "scope": if component.build_only { "excluded" } else { "required" },
        "licenses": [{ "expression": component.license }],
        "hashes": hashes,
    })
}

fn purl_of(own: &[&Component], (name, version): &(String, String)) -> Option<String> {
    own.iter().find(|component| component.name == *name && component.version == *version).map(|found| found.purl())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_component_is_listed_with_what_it_uses() {
        let component = |name: &str, uses: &[(&str, &str)]| Component {
            registry: Registry::Npm,
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: "MIT".to_owned(),
            texts: Vec::new(),
            hash: Some(("SHA-512", "00".to_owned())),
            build_only: false,
            uses: uses
                .iter()
                .map(|(name, version)| ((*name).to_owned(), (*version).to_owned()))
                .collect::<BTreeSet<_>>(),
        };
        let release = Release { commit: Some("abc".to_owned()), epoch: 0, maintainer: String::new(), home: None };
        let all = [component("@s/a", &[("b", "1.0.0")]), component("b", &[])];
        let bom: Value = serde_json::from_str(&document(Registry::Npm, &all, &release).unwrap()).unwrap();
        assert_eq!(bom["metadata"]["timestamp"], "1970-01-01T00:00:00Z");
        assert_eq!(bom["components"][0]["purl"], "pkg:npm/%40s/a@1.0.0");
        assert_eq!(bom["dependencies"][0]["dependsOn"], json!(["pkg:npm/%40s/a@1.0.0"]));
        assert_eq!(bom["dependencies"][1]["dependsOn"], json!(["pkg:npm/b@1.0.0"]));
        let crates: Value = serde_json::from_str(&document(Registry::Cargo, &all, &release).unwrap()).unwrap();
        assert_eq!(crates["components"], json!([]));
    }
}
