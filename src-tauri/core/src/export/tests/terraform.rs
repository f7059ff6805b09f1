//! Terraform's files, read by a reader of its language, and held against the form that `terraform fmt` gives.

use crate::export::document::ExportFormat;
use crate::export::tests::*;
use hcl::eval::{Context, Evaluate as _, FuncDef, ParamType};
use hcl::{Body, Value};

fn read(text: &str) -> Body {
    hcl::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What Terraform would take an expression for.
pub(super) fn reckoned(expression: &hcl::Expression) -> String {
    let chomp = FuncDef::builder().param(ParamType::String).build(|args| {
        let text = args[0].as_str().unwrap_or_default();
        Ok(Value::from(text.trim_end_matches('\n')))
    });
    let mut context = Context::new();
    context.declare_func("chomp", chomp);
    let value = expression.evaluate(&context).expect("a value");
    value.as_str().unwrap_or_else(|| panic!("{value:?}")).to_owned()
}

/// The rules of `terraform fmt` that a file like this can break: two spaces a level, and the signs of attributes on lines
/// that follow each other in one column.
fn check_form(text: &str) {
    let mut level = 0_usize;
    let mut python = false;
    let mut column = None;
    for line in text.lines() {
        let inside = line.trim_start();
        if python {
            python = inside != "PYTHON";
            continue;
        }
        assert_eq!(line.trim_end(), line, "blanks at the end");
        if inside.is_empty() {
            column = None;
            continue;
        }
        let closes = inside.starts_with(['}', ']', ')']);
        level -= usize::from(closes && !inside.starts_with(')'));
        let indent = line.len() - inside.len();
        assert_eq!(indent, 2 * level, "{line:?}");
        python = inside.ends_with("<<-PYTHON");
        let is_attribute =
            !inside.starts_with('#') && inside.contains(" = ") && !python && !inside.ends_with(['{', '[']);
        if is_attribute {
            let at = line.find(" = ").expect("just seen");
            assert!(column.is_none_or(|column| column == at), "{line:?} isn't in line");
            column = Some(at);
        } else {
            column = None;
        }
        level += usize::from(inside.ends_with(['{', '[']));
    }
    assert!(text.ends_with('\n') && !text.contains('\t') && !text.contains("\n\n\n"));
}

fn blocks<'b>(body: &'b Body, kind: &str, label: &str) -> Vec<&'b hcl::Block> {
    let of = |block: &&hcl::Block| {
        block.identifier() == kind && block.labels().first().is_none_or(|first| first.as_str() == label)
    };
    body.blocks().filter(of).collect()
}

#[test]
fn each_jobs_file_is_read_and_has_the_form() {
    for (name, export) in jobs() {
        let text = write(&export, ExportFormat::Terraform);
        check_form(&text);
        let body = read(&text);
        assert_eq!(blocks(&body, "resource", "authentik_source_oauth").len(), 1, "{name}");
        // A source that goes takes everybody's link with it.
        let source = blocks(&body, "resource", "authentik_source_oauth")[0];
        assert!(source.body().blocks().any(|block| block.identifier() == "lifecycle"), "{name}");
        let imports = body.blocks().filter(|block| block.identifier() == "import").count();
        assert_eq!(imports, if name == "adopted" { 2 } else { 0 }, "{name}");
        assert!(blocks(&body, "resource", "authentik_stage_identification").is_empty(), "{name}");
    }
}

#[test]
fn the_secret_is_a_variable_that_is_marked() {
    let body = read(&write(&export(false), ExportFormat::Terraform));
    let value = serde_json::to_value(hcl::from_body::<Value>(body).expect("values")).expect("JSON");
    assert_eq!(value["variable"]["x_client_secret"]["sensitive"], true);
    assert_eq!(value["resource"]["authentik_source_oauth"]["x"]["consumer_secret"], "${var.x_client_secret}");
}

#[test]
fn what_a_default_would_reset_is_written_out_and_what_has_the_default_isnt() {
    let values = |at: usize| {
        let (_, export) = jobs().swap_remove(at);
        let body = read(&write(&export, ExportFormat::Terraform));
        let value = serde_json::to_value(hcl::from_body::<Value>(body).expect("values"));
        value.expect("JSON")["resource"]["authentik_source_oauth"]["x"].clone()
    };
    let adopted = values(4);
    assert_eq!(adopted["pkce"], "S256");
    assert_eq!(adopted["policy_engine_mode"], "all");
    assert_eq!(adopted["promoted"], true);
    assert_eq!(adopted["property_mappings_group"][0], "44444444-0000-4000-8000-000000000000");
    assert_eq!(adopted["authorization_code_auth_method"], serde_json::Value::Null);
    for setting in ["pkce", "policy_engine_mode", "promoted", "property_mappings_group"] {
        assert_eq!(values(0)[setting], serde_json::Value::Null, "{setting}: a new source has no setting to keep");
    }
}

#[test]
fn a_secret_that_is_an_object_is_referred_to_and_never_made() {
    let (_, export) = jobs().into_iter().find(|(name, _)| *name == "secret").expect("the job");
    let there = TargetSecret { name: None, pk: Some("11111111-0000-4000-8000-000000000000".to_owned()) };
    for (secret, default) in [(export.aim.secret.clone(), None), (Some(there.clone()), there.pk.as_deref())] {
        let export = Export { aim: TargetState { secret, ..export.aim.clone() }, ..export.clone() };
        let body = read(&write(&export, ExportFormat::Terraform));
        let value = serde_json::to_value(hcl::from_body::<Value>(body).expect("values")).expect("JSON");
        assert_eq!(value["variable"]["x_client_secret_ref"]["default"].as_str(), default);
        assert!(value["variable"].get("x_client_secret").is_none());
        let source = &value["resource"]["authentik_source_oauth"]["x"];
        assert_eq!(source["consumer_secret_ref"], "${var.x_client_secret_ref}");
        assert!(source.get("consumer_secret").is_none());
    }
}

#[test]
fn a_mapping_arrives_with_its_very_python() {
    let (_, export) = jobs().swap_remove(1);
    let body = read(&write(&export, ExportFormat::Terraform));
    let mut found = 0;
    for block in blocks(&body, "resource", "authentik_property_mapping_source_oauth") {
        let expression = block.body().attributes().find(|attribute| attribute.key() == "expression").expect("one");
        assert!(ProductMapping::from_expression(&reckoned(expression.expr())).is_some(), "{expression:?}");
        found += 1;
    }
    assert_eq!(found, ProductMapping::ALL.len());
}
