//! A blueprint: authentik's own file format for the desired state of a server.
//!
//! What is said here about how authentik reads blueprints was measured [docs/evidence/authentik.md §6].

use super::document::{Export, ExportFormat, SECRET, SECRET_FILE};
use super::head;
use super::yaml::{block, quoted};
use crate::authentik::ProductMapping;
use crate::i18n::{Localizer, Message, msg};
use crate::plan::{OtherSource, TargetLoginPage, TargetMapping, TargetSecret, TargetSourceStage};

/// The id of the source's entry.
const SOURCE: &str = "source";
/// The id of the Secret's.
const CLIENT_SECRET: &str = "client-secret";
/// The id of the Source stage's.
const STAGE: &str = "source-stage";

pub(super) fn write(export: &Export, format: ExportFormat, book: &Localizer) -> String {
    let mut lines = head(export, format, book);
    lines.push("version: 1".to_owned());
    lines.push("metadata:".to_owned());
    lines.push(format!("  name: {}", quoted(&book.format(&msg::export_title(&export.host, &export.aim.source.slug)))));
    lines.push("entries:".to_owned());
    for mapping in &export.aim.mappings {
        match mapping {
            TargetMapping::Ours { mapping, name, .. } => {
                entry("authentik_sources_oauth.oauthsourcepropertymapping", Some(&id(*mapping)), &mut lines);
                lines.push("    identifiers:".to_owned());
                lines.push(format!("      name: {}", quoted(name)));
                lines.push("    attrs:".to_owned());
                lines.push(format!("      expression: {}", block(mapping.expression(), 8)));
            }
            TargetMapping::Theirs { .. } => {}
        }
    }
    if let Some(name) = export.aim.secret.as_ref().and_then(|secret| secret.name.as_deref()) {
        secret(name, format, export.aim.source.there.then_some(book), &mut lines);
    }
    source(export, format, book, &mut lines);
    if let Some(embed) = &export.aim.embed {
        stage(embed, &mut lines);
    }
    for page in &export.aim.login_pages {
        if let Some(others) = &page.others {
            login_page(page, others, &mut lines);
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn head(export: &Export, format: ExportFormat, book: &Localizer) -> Vec<String> {
    let mut traps = vec![msg::export_blueprint_apply()];
    traps.push(if format == ExportFormat::BlueprintFile {
        msg::export_blueprint_file(SECRET_FILE)
    } else {
        msg::export_blueprint_environment(SECRET)
    });
    traps.push(msg::export_blueprint_refusal());
    traps.push(msg::export_blueprint_flows());
    traps.extend(pages(export));
    let parts = [export.begins(), export.lacks(format), traps];
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        lines.extend(head::comment(&part, book));
        lines.push("#".to_owned());
    }
    lines.pop();
    lines
}

/// What the reader has to know about the source lists of the login pages.
fn pages(export: &Export) -> Vec<Message> {
    match export.aim.login_pages.as_slice() {
        [] => vec![msg::export_no_button()],
        pages if pages.iter().any(|page| page.others.is_none()) => {
            vec![msg::export_blueprint_page_unread(&export.urls.login)]
        }
        _ => vec![msg::export_blueprint_list(&export.at), msg::export_blueprint_page()],
    }
}

fn entry(model: &str, id: Option<&str>, lines: &mut Vec<String>) {
    lines.push(format!("  - model: {model}"));
    lines.extend(id.map(|id| format!("    id: {id}")));
}

fn id(mapping: ProductMapping) -> String {
    let name = match mapping {
        ProductMapping::Email => "email",
        ProductMapping::Internal => "internal",
        ProductMapping::UserName => "user-name",
    };
    format!("mapping-{name}")
}

fn flow(slug: &str) -> String {
    format!("!Find [authentik_flows.flow, [slug, {}]]", quoted(slug))
}

fn source(export: &Export, format: ExportFormat, book: &Localizer, lines: &mut Vec<String>) {
    let source = &export.aim.source;
    entry("authentik_sources_oauth.oauthsource", Some(SOURCE), lines);
    lines.push("    identifiers:".to_owned());
    lines.push(format!("      slug: {}", quoted(&source.slug)));
    lines.push("    attrs:".to_owned());
    let mut put = |name: &str, value: &str| lines.push(format!("      {name}: {value}"));
    put("name", &quoted(&source.name));
    put("enabled", if source.enabled { "true" } else { "false" });
    // Without it authentik can't even look at the entry.
    put("provider_type", &quoted(&source.provider_type));
    put("consumer_key", &quoted(&source.client_id));
    match &export.aim.secret {
        Some(TargetSecret { name: Some(_), .. }) => put("consumer_secret_ref", &format!("!KeyOf {CLIENT_SECRET}")),
        // It isn't named here, so it keeps its value.
        Some(TargetSecret { pk: Some(pk), .. }) => put("consumer_secret_ref", &quoted(pk)),
        Some(TargetSecret { .. }) => {}
        None => {
            if source.there {
                put_comment(&msg::export_blueprint_keep_secret(), book, &mut put);
            }
            put("consumer_secret", &from_outside(format));
        }
    }
    put("additional_scopes", &quoted(&source.scopes));
    put("user_matching_mode", &source.matching);
    put("authentication_flow", &flow(&source.authentication_flow));
    put("enrollment_flow", &source.enrolment_flow.as_deref().map_or_else(|| "null".to_owned(), flow));
    if let Some(path) = &source.user_path {
        put("user_path_template", &quoted(path));
    }
    if let Some(mode) = &source.group_matching {
        put("group_matching_mode", &quoted(mode));
    }
    mappings(export, lines);
}

/// Where the Client Secret comes from.
fn from_outside(format: ExportFormat) -> String {
    match format {
        ExportFormat::BlueprintFile => format!("!File {SECRET_FILE}"),
        ExportFormat::Blueprint | ExportFormat::Terraform | ExportFormat::Curl | ExportFormat::Runbook => {
            format!("!Env {SECRET}")
        }
    }
}

/// The Secret with the Client Secret; `keeps` is there if it may keep the value that it has.
fn secret(name: &str, format: ExportFormat, keeps: Option<&Localizer>, lines: &mut Vec<String>) {
    entry("authentik_crypto.secret", Some(CLIENT_SECRET), lines);
    lines.push("    identifiers:".to_owned());
    lines.push(format!("      name: {}", quoted(name)));
    lines.push("    attrs:".to_owned());
    lines.push("      type: text".to_owned());
    let mut put = |name: &str, value: &str| lines.push(format!("      {name}: {value}"));
    if let Some(book) = keeps {
        put_comment(&msg::export_blueprint_keep_secret_value(), book, &mut put);
    }
    put("value", &from_outside(format));
}

fn put_comment(message: &Message, book: &Localizer, put: &mut impl FnMut(&str, &str)) {
    put("# ", head::one_line(&book.format(message)).as_str());
}

fn mappings(export: &Export, lines: &mut Vec<String>) {
    match export.aim.mappings.as_slice() {
        [] if !export.aim.source.there => return,
        [] => return lines.push("      user_property_mappings: []".to_owned()),
        _ => lines.push("      user_property_mappings:".to_owned()),
    }
    for mapping in &export.aim.mappings {
        lines.push(match mapping {
            TargetMapping::Ours { mapping, .. } => format!("        - !KeyOf {}", id(*mapping)),
            TargetMapping::Theirs { name: Some(name), .. } => {
                let name = quoted(name);
                format!("        - !Find [authentik_sources_oauth.oauthsourcepropertymapping, [name, {name}]]")
            }
            TargetMapping::Theirs { pk, name: None } => format!("        - {}", quoted(pk)),
        });
    }
}

fn stage(embed: &TargetSourceStage, lines: &mut Vec<String>) {
    entry("authentik_stages_source.sourcestage", Some(STAGE), lines);
    lines.push("    identifiers:".to_owned());
    lines.push(format!("      name: {}", quoted(&embed.name)));
    lines.push("    attrs:".to_owned());
    lines.push(format!("      source: !KeyOf {SOURCE}"));
    lines.push(format!("      resume_timeout: {}", quoted(&embed.resume_timeout)));
    entry("authentik_flows.flowstagebinding", None, lines);
    lines.push("    identifiers:".to_owned());
    lines.push(format!("      target: {}", flow(&embed.flow)));
    lines.push(format!("      stage: !KeyOf {STAGE}"));
    // Its number is no part of what names it: moved by somebody, it is still the one.
    lines.push("    attrs:".to_owned());
    lines.push(format!("      order: {}", embed.order));
}

fn login_page(page: &TargetLoginPage, others: &[OtherSource], lines: &mut Vec<String>) {
    entry("authentik_stages_identification.identificationstage", None, lines);
    lines.push("    identifiers:".to_owned());
    lines.push(format!("      name: {}", quoted(&page.stage)));
    lines.push("    attrs:".to_owned());
    lines.push("      sources:".to_owned());
    for other in others {
        lines.push(match &other.row {
            Some(row) if is_model(&row.model) && !row.slug.is_empty() => {
                let (model, slug) = (&row.model, quoted(&row.slug));
                format!("        - !Find [{model}, [slug, {slug}]] {}", head::aside(&row.name))
            }
            // Its name isn't known; on this server its primary key works as well.
            Some(_) | None => format!("        - {}", quoted(&other.pk)),
        });
    }
    lines.push(format!("        - !KeyOf {SOURCE}"));
}

/// Whether it is written as authentik writes the kind of an object.
fn is_model(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b"_".contains(&b));
    text.split_once('.').is_some_and(|(app, model)| is_word(app) && is_word(model))
}
