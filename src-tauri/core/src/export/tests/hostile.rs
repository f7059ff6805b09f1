//! Names that try to get out of their place: in each format they come back as they are, or nowhere.

use super::read::yaml;
use crate::export::document::{Export, ExportFormat};
use crate::export::tests::*;
use proptest::prelude::*;
use std::process::Command;

/// What ends strings, begins expressions, comments, commands and lines somewhere.
const NASTY: [&str; 22] = [
    "\"; rm -rf /",
    "'; touch /tmp/owned; '",
    "$(touch /tmp/owned)",
    "`id`",
    "${var.secret}",
    "$${x}",
    "$$${x}",
    "%{ for x in y }",
    "%%{x}",
    "a\nb: c\n- d",
    "a\r\nb",
    "\\",
    "\\\" \\n \\u0041",
    "'\\''",
    "!Env HOME",
    "{{ x }}",
    "# no comment",
    "null",
    "*anchor &ref",
    "tab\there",
    "Ünïcode 𝕏 \u{85}\u{2028}\u{2029}\u{feff}\u{7f}\u{202e}",
    "- |\n  block\n\tEOF\nPYTHON",
];

fn of(text: &str) -> Export {
    let mut export = export(false);
    let source = &mut export.aim.source;
    text.clone_into(&mut source.name);
    text.clone_into(&mut source.client_id);
    text.clone_into(&mut source.scopes);
    source.user_path = Some(text.to_owned());
    text.clone_into(&mut source.authentication_flow);
    text.clone_into(&mut export.host);
    let theirs = TargetMapping::Theirs { pk: text.to_owned(), name: Some(text.to_owned()) };
    export.aim.mappings = vec![theirs];
    export.aim.login_pages = vec![TargetLoginPage {
        stage: text.to_owned(),
        others: Some(vec![other(text, text, "authentik_core.source")]),
    }];
    export
}

fn in_yaml(text: &str) {
    let file = yaml(&write(&of(text), ExportFormat::Blueprint));
    let source = &file["entries"][0]["attrs"];
    for found in [
        &source["name"],
        &source["consumer_key"],
        &source["user_path_template"],
        &source["authentication_flow"]["!Find"][1][1],
        &source["user_property_mappings"][0]["!Find"][1][1],
        &file["entries"][1]["identifiers"]["name"],
        &file["entries"][1]["attrs"]["sources"][0]["!Find"][1][1],
    ] {
        assert_eq!(found, text);
    }
    assert_eq!(file["entries"].as_array().map(Vec::len), Some(2));
}

fn in_hcl(text: &str) {
    let written = write(&of(text), ExportFormat::Terraform);
    let body: hcl::Body = hcl::from_str(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    let of_block = |label: &str| {
        let is = |block: &&hcl::Block| block.labels().first().is_some_and(|first| first.as_str() == label);
        body.blocks().find(is).expect("a block").body().clone()
    };
    let source = of_block("authentik_source_oauth");
    for name in ["name", "consumer_key", "user_path_template"] {
        let attribute = source.attributes().find(|attribute| attribute.key() == name).expect("an attribute");
        let found = super::terraform::reckoned(attribute.expr());
        assert_eq!(found, text, "{written}");
    }
}

/// The shell says what it takes for one word.
#[expect(clippy::disallowed_methods, reason = "the shell itself is asked what it reads")]
fn in_sh(text: &str) {
    let word = crate::export::sh::quoted(text);
    let said = Command::new("sh").args(["-c", &format!("printf '%s' {word}")]).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&said.stdout), text.replace('\0', ""));
}

/// A name begins no line of its own, in a comment or out of one.
fn in_comments(text: &str) {
    let code = |text: &str| text.lines().filter(|line| !line.trim_start().starts_with('#')).count();
    for format in [ExportFormat::Blueprint, ExportFormat::Terraform] {
        assert_eq!(code(&write(&of(text), format)), code(&write(&of("harmless"), format)), "{format:?} {text:?}");
    }
    // A shell keeps line breaks between its quotes; its head is comment alone.
    let written = write(&of(text), ExportFormat::Curl);
    let head: Vec<_> = written.lines().take_while(|line| *line != "set -eu").collect();
    assert!(head.iter().all(|line| line.starts_with('#')), "{head:#?}");
}

#[test]
fn none_of_these_gets_out() {
    for text in NASTY {
        in_yaml(text);
        in_hcl(text);
        in_sh(text);
        in_comments(text);
    }
}

#[test]
fn a_runbook_shows_them_on_one_line() {
    for text in NASTY {
        let written = write(&of(text), ExportFormat::Runbook);
        let row = written.lines().find(|line| line.starts_with("| **Name**")).expect("a row");
        assert!(row.ends_with(" |"), "{row}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_made_up_gets_out_either(text in "\\PC{1,40}", sign in "[\"'`$%{}\\\\\n#!:&*\u{85}\u{2028}]{0,6}") {
        let text = format!("{sign}{text}{sign}");
        in_yaml(&text);
        in_hcl(&text);
        in_comments(&text);
    }
}
