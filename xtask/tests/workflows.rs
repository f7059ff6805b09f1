//! The workflows are YAML, run only actions of one commit, and give no permission to a job that doesn't ask for it.

use saphyr::{LoadableYamlNode as _, Yaml};
use std::path::Path;

#[test]
fn workflows_pin_their_actions_and_ask_for_their_permissions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let (name, text) = (path.display(), std::fs::read_to_string(&path).unwrap());
        let documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let top = documents[0].as_mapping_get("permissions").unwrap_or_else(|| panic!("{name}: no permissions"));
        assert!(top.as_mapping().is_some_and(|none| none.iter().next().is_none()), "{name}: permissions for all jobs");
        let jobs = documents[0].as_mapping_get("jobs").and_then(Yaml::as_mapping).unwrap();
        for (job, body) in jobs {
            assert!(body.as_mapping_get("permissions").is_some(), "{name}: {job:?} has no permissions");
            assert!(body.as_mapping_get("timeout-minutes").is_some(), "{name}: {job:?} may run for hours");
            for step in body.as_mapping_get("steps").and_then(Yaml::as_vec).unwrap() {
                let Some(action) = step.as_mapping_get("uses").and_then(Yaml::as_str) else { continue };
                let commit = action.split_once('@').map(|(_, commit)| commit).unwrap_or_default();
                let is_commit = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
                assert!(is_commit, "{name}: {action} isn't pinned");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen} actions");
}
