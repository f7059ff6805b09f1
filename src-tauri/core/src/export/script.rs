//! A script of curl calls: POSIX sh, curl and jq.
//!
//! - Neither secret ever appears on a command line, where every user of the machine could read it, nor in a file. jq
//!   takes them from the environment, and writes what curl reads on its standard input.
//! - The script reads before it writes, sends only what differs, and reads the result back. A second run changes
//!   nothing, except for the secret, which can't be read: if one is given, it is sent.
//! - A source is updated together with its type, because releases before 2026.2 fail without it
//!   [docs/evidence/authentik.md §4.2].
//! - A login page's list of sources is read, and written with one more source, so nothing that somebody else added is
//!   lost.

use super::document::{Export, ExportFormat, SECRET};
use super::sh::{self, quoted, quoted_lines};
use super::{head, json};
use crate::i18n::{Localizer, Message, msg};
use crate::plan::{TargetLoginPage, TargetMapping, TargetSourceStage};
use serde_json::{Value, json};

/// The functions, which hold no sentence: each is a variable of the script.
const FUNCTIONS: &str = include_str!("script.sh");

pub(super) fn write(export: &Export, book: &Localizer) -> String {
    let mut lines = vec!["#!/bin/sh".to_owned()];
    lines.extend(head(export, book));
    lines.extend(["set -eu".to_owned(), String::new()]);
    lines.push(format!("server=${{AUTHENTIK_URL:-{}}}", quoted(&export.urls.base)));
    lines.push(format!("slug={}", quoted(&export.aim.source.slug)));
    lines.push(format!("kind={}", quoted(&export.aim.source.provider_type)));
    lines.push(String::new());
    lines.extend(words(book));
    lines.push(String::new());
    lines.push(FUNCTIONS.trim_end().to_owned());
    lines.push(String::new());
    lines.extend(source(export));
    if let Some(embed) = &export.aim.embed {
        lines.extend(stage(embed));
    }
    lines
        .extend(export.aim.login_pages.iter().map(|page: &TargetLoginPage| format!("show_on {}", quoted(&page.stage))));
    lines.push(String::new());
    lines.push("say \"$says_login\" \"$server/source/oauth/login/$slug/\"".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn head(export: &Export, book: &Localizer) -> Vec<String> {
    let mut traps = vec![msg::export_curl_run(SECRET), msg::export_curl_again()];
    traps.push(if export.own_ca { msg::export_curl_own_ca() } else { msg::export_curl_ca() });
    traps.push(match export.aim.login_pages.as_slice() {
        [] => msg::export_no_button(),
        _ => msg::export_curl_list(),
    });
    let parts = [export.begins(), export.lacks(ExportFormat::Curl), traps];
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        lines.push("#".to_owned());
        lines.extend(head::comment(&part, book));
    }
    lines
}

/// What the script says, a variable each.
fn words(book: &Localizer) -> Vec<String> {
    let all: [(&str, Message); 14] = [
        ("needs_tools", msg::export_says_needs_tools()),
        ("needs_token", msg::export_says_needs_token()),
        ("needs_secret", msg::export_says_needs_secret(SECRET)),
        ("other_kind", msg::export_says_other_kind()),
        ("unreachable", msg::export_says_unreachable()),
        ("refused", msg::export_says_refused()),
        ("missing", msg::export_says_missing()),
        ("differs", msg::export_says_differs()),
        ("lost", msg::export_says_lost()),
        ("made", msg::export_says_made()),
        ("changed", msg::export_says_changed()),
        ("already", msg::export_says_already()),
        ("shown", msg::export_says_shown()),
        ("login", msg::export_says_login()),
    ];
    all.into_iter().map(|(name, words)| format!("says_{name}={}", quoted(&book.format(&words)))).collect()
}

fn source(export: &Export) -> Vec<String> {
    let source = &export.aim.source;
    // Before anything is written: whether the source is there, of which kind, and whether it can be made.
    let mut lines = vec!["begin".to_owned()];
    lines.push(format!("flow {}", quoted(&source.authentication_flow)));
    lines.push("authentication=$pk".to_owned());
    match &source.enrolment_flow {
        Some(slug) => {
            lines.push(format!("flow {}", quoted(slug)));
            lines.push("enrolment=\"\\\"$pk\\\"\"".to_owned());
        }
        None => lines.push("enrolment=null".to_owned()),
    }
    lines.push(String::new());
    for mapping in &export.aim.mappings {
        match mapping {
            TargetMapping::Ours { mapping, name, .. } => {
                lines.push(format!("mapping {} {}", quoted(name), quoted_lines(mapping.expression())));
            }
            // Stays as it is, whatever there is by then.
            TargetMapping::Theirs { .. } => {}
        }
    }
    lines.extend(export.aim.let_go.iter().map(|name| format!("unbind {}", quoted(name))));
    if let Some(secret) = &export.aim.secret {
        lines.push(format!("client_secret {}", quoted(secret.name.as_deref().unwrap_or_default())));
    }
    lines.push(format!("oauth_source {}", quoted(&sh::json(&Value::Object(json::source(export))))));
    lines
}

fn stage(embed: &TargetSourceStage) -> Vec<String> {
    let known = json!({ "name": embed.name, "resume_timeout": embed.resume_timeout });
    let (known, flow, order) = (quoted(&sh::json(&known)), quoted(&embed.flow), embed.order);
    vec![format!("source_stage {known} {flow} {order}")]
}
