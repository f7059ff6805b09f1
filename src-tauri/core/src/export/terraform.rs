//! Terraform for the provider `goauthentik/authentik`, in the form of `terraform fmt`.
//!
//! The provider manages an object as a whole: what isn't named gets its default. That is right for a source, whose
//! settings are all written out, and wrong for a login page that somebody else configured. So the button is left to the
//! person who manages that page.

use super::document::{Export, ExportFormat};
use super::hcl_syntax::{attributes, lines as python, name, quoted};
use super::head;
use crate::authentik::ProductMapping;
use crate::i18n::{Localizer, Message, msg};
use crate::plan::{TargetLoginPage, TargetMapping, TargetSourceStage};

const SECRET: &str = "x_client_secret";
const SECRET_REF: &str = "x_client_secret_ref";

pub(super) fn write(export: &Export, book: &Localizer) -> String {
    let mut blocks = vec![head(export, book), provider(export), secret(export, book)];
    blocks.extend(flows(export));
    for mapping in &export.aim.mappings {
        if let TargetMapping::Ours { mapping, name, pk } = mapping {
            let address = format!("authentik_property_mapping_source_oauth.{}", of(*mapping, export));
            blocks.extend(pk.as_ref().map(|pk| import(&address, pk)));
            blocks.push(block(
                &format!("resource \"authentik_property_mapping_source_oauth\" {}", quoted(&of(*mapping, export))),
                &[
                    attributes(&[("name", quoted(name))], 2),
                    vec![String::new(), format!("  expression = {}", python(mapping.expression(), 2))],
                ]
                .concat(),
            ));
        }
    }
    blocks.extend(source(export, book));
    if let Some(embed) = &export.aim.embed {
        blocks.extend(stage(embed, export));
    }
    blocks.push(button(export, book));
    blocks.join("\n\n") + "\n"
}

fn head(export: &Export, book: &Localizer) -> String {
    let mut traps = match &export.aim.secret {
        Some(_) => vec![msg::export_terraform_apply(SECRET_REF)],
        None => vec![msg::export_terraform_apply(SECRET), msg::export_terraform_state()],
    };
    if let Some(secret) = &export.aim.secret {
        let name = secret.name.as_ref().or(secret.pk.as_ref());
        traps.push(msg::export_terraform_secret_object(name.map_or("", String::as_str), SECRET_REF));
    }
    if export.own_ca {
        traps.push(msg::export_terraform_ca());
    }
    if export.aim.source.there {
        traps.push(msg::export_terraform_whole());
    }
    let parts = [export.begins(), export.lacks(ExportFormat::Terraform), traps];
    parts.map(|part| head::comment(&part, book).join("\n")).join("\n#\n")
}

fn block(first: &str, inside: &[String]) -> String {
    format!("{first} {{\n{}\n}}", inside.join("\n"))
}

fn provider(export: &Export) -> String {
    let source = attributes(&[("source", quoted("goauthentik/authentik"))], 6);
    let inside = [vec!["  required_providers {".to_owned(), "    authentik = {".to_owned()], source];
    let inside = [inside.concat(), vec!["    }".to_owned(), "  }".to_owned()]].concat();
    let terraform = block("terraform", &inside);
    let provider = block("provider \"authentik\"", &attributes(&[("url", quoted(&export.urls.base))], 2));
    format!("{terraform}\n\n{provider}")
}

/// The variable for the Client Secret, or for the key of the Secret that holds it. Nobody has seen the provider make a
/// Secret, so the file doesn't.
fn secret(export: &Export, book: &Localizer) -> String {
    if let Some(secret) = &export.aim.secret {
        let mut pairs = vec![
            ("description", quoted(&book.format(&msg::export_terraform_secret_ref()))),
            ("type", "string".to_owned()),
        ];
        pairs.extend(secret.pk.as_ref().map(|pk| ("default", quoted(pk))));
        pairs.push(("nullable", "false".to_owned()));
        return block(&format!("variable {}", quoted(SECRET_REF)), &attributes(&pairs, 2));
    }
    let pairs = [
        ("description", quoted(&book.format(&msg::export_terraform_secret()))),
        ("type", "string".to_owned()),
        ("sensitive", "true".to_owned()),
        ("nullable", "false".to_owned()),
    ];
    block(&format!("variable {}", quoted(SECRET)), &attributes(&pairs, 2))
}

/// A flow that isn't there stops a plan of Terraform's: nothing is written then.
fn flows(export: &Export) -> Vec<String> {
    let source = &export.aim.source;
    let data = |name: &str, slug: &String| {
        block(&format!("data \"authentik_flow\" {}", quoted(name)), &attributes(&[("slug", quoted(slug))], 2))
    };
    let embed = export.aim.embed.as_ref().map(|embed| data("embedding", &embed.flow));
    let enrolment = source.enrolment_flow.as_ref().map(|slug| data("enrolment", slug));
    [Some(data("authentication", &source.authentication_flow)), enrolment, embed].into_iter().flatten().collect()
}

fn import(address: &str, id: &str) -> String {
    block("import", &attributes(&[("to", address.to_owned()), ("id", quoted(id))], 2))
}

/// The source's name among the blocks.
fn own(export: &Export) -> String {
    name(&export.aim.source.slug)
}

fn of(mapping: ProductMapping, export: &Export) -> String {
    let kind = match mapping {
        ProductMapping::Email => "email",
        ProductMapping::Internal => "internal",
        ProductMapping::UserName => "user_name",
    };
    format!("{}_{kind}", own(export))
}

fn source(export: &Export, book: &Localizer) -> Vec<String> {
    let source = &export.aim.source;
    let address = format!("authentik_source_oauth.{}", own(export));
    let mut inside = attributes(
        &[
            ("name", quoted(&source.name)),
            ("slug", quoted(&source.slug)),
            ("enabled", source.enabled.to_string()),
            ("provider_type", quoted(&source.provider_type)),
            ("consumer_key", quoted(&source.client_id)),
            match export.aim.secret {
                Some(_) => ("consumer_secret_ref", format!("var.{SECRET_REF}")),
                None => ("consumer_secret", format!("var.{SECRET}")),
            },
            ("additional_scopes", quoted(&source.scopes)),
        ],
        2,
    );
    let mut matching = vec![("user_matching_mode", quoted(&source.matching))];
    matching.extend(source.group_matching.as_ref().map(|mode| ("group_matching_mode", quoted(mode))));
    matching.extend(source.user_path.as_ref().map(|path| ("user_path_template", quoted(path))));
    matching.push(("authentication_flow", "data.authentik_flow.authentication.id".to_owned()));
    if source.enrolment_flow.is_some() {
        matching.push(("enrollment_flow", "data.authentik_flow.enrolment.id".to_owned()));
    }
    inside.push(String::new());
    inside.extend(attributes(&matching, 2));
    let kept = kept(export);
    if !kept.is_empty() {
        inside.push(String::new());
        let names = kept.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        inside.extend(
            head::comment(&[msg::export_terraform_kept(names)], book).into_iter().map(|line| format!("  {line}")),
        );
        inside.extend(attributes(&kept, 2));
    }
    if !export.aim.mappings.is_empty() {
        inside.push(String::new());
        inside.push("  property_mappings = [".to_owned());
        for mapping in &export.aim.mappings {
            match mapping {
                TargetMapping::Ours { mapping, .. } => {
                    let name = of(*mapping, export);
                    inside.push(format!("    authentik_property_mapping_source_oauth.{name}.id,"));
                }
                TargetMapping::Theirs { pk, name } => {
                    // On a line of its own: at the end of several lines `terraform fmt` puts comments in one column.
                    inside.extend(name.as_ref().map(|name| format!("    {}", head::aside(name))));
                    inside.push(format!("    {},", quoted(pk)));
                }
            }
        }
        inside.push("  ]".to_owned());
    }
    // A source that goes takes with it everybody's link: never made anew, never destroyed by the way.
    inside.push(String::new());
    inside.extend(head::comment(&[msg::export_terraform_destroy()], book).into_iter().map(|line| format!("  {line}")));
    inside.push("  lifecycle {".to_owned());
    inside.push("    prevent_destroy = true".to_owned());
    inside.push("  }".to_owned());
    let resource = block(&format!("resource \"authentik_source_oauth\" {}", quoted(&own(export))), &inside);
    source.there.then(|| import(&address, &source.slug)).into_iter().chain([resource]).collect()
}

/// The settings of an existing source that the plan leaves as they are and the provider's defaults would change
/// [docs/evidence/authentik.md §6].
fn kept(export: &Export) -> Vec<(&'static str, String)> {
    let kept = &export.aim.source.kept;
    let texts = [
        ("authorization_code_auth_method", &kept.code_auth, "basic_auth"),
        ("pkce", &kept.pkce, "none"),
        ("policy_engine_mode", &kept.policy_engine, "any"),
    ];
    let texts = texts.into_iter().filter_map(|(name, value, default)| {
        let value = value.as_deref().filter(|value| *value != default)?;
        Some((name, quoted(value)))
    });
    let promoted = kept.promoted.filter(|promoted| *promoted).map(|promoted| ("promoted", promoted.to_string()));
    let groups = (!kept.group_mappings.is_empty()).then(|| {
        let keys: Vec<_> = kept.group_mappings.iter().map(|pk| quoted(pk)).collect();
        ("property_mappings_group", format!("[{}]", keys.join(", ")))
    });
    texts.chain(promoted).chain(groups).collect()
}

fn stage(embed: &TargetSourceStage, export: &Export) -> Vec<String> {
    let own = own(export);
    let mut blocks = Vec::new();
    let (stage, binding) = (format!("authentik_stage_source.{own}"), format!("authentik_flow_stage_binding.{own}"));
    blocks.extend(embed.stage_pk.as_ref().map(|pk| import(&stage, pk)));
    blocks.push(block(
        &format!("resource \"authentik_stage_source\" {}", quoted(&own)),
        &attributes(
            &[
                ("name", quoted(&embed.name)),
                // The stage wants the source's key; `id` is its slug.
                ("source", format!("authentik_source_oauth.{own}.uuid")),
                ("resume_timeout", quoted(&embed.resume_timeout)),
            ],
            2,
        ),
    ));
    blocks.extend(embed.binding_pk.as_ref().map(|pk| import(&binding, pk)));
    blocks.push(block(
        &format!("resource \"authentik_flow_stage_binding\" {}", quoted(&own)),
        &attributes(
            &[
                ("target", "data.authentik_flow.embedding.id".to_owned()),
                ("stage", format!("{stage}.id")),
                ("order", embed.order.to_string()),
            ],
            2,
        ),
    ));
    blocks
}

/// What the person who manages the login page needs.
fn button(export: &Export, book: &Localizer) -> String {
    let own = own(export);
    let uuid = format!("authentik_source_oauth.{own}.uuid");
    let mut says = match export.aim.login_pages.as_slice() {
        [] => vec![msg::export_no_button()],
        _ => vec![msg::export_terraform_button(&uuid)],
    };
    says.extend(export.aim.login_pages.iter().map(page));
    let pairs = [("description", quoted(&book.format(&msg::export_terraform_output()))), ("value", uuid)];
    let output = block(&format!("output {}", quoted(&format!("{own}_uuid"))), &attributes(&pairs, 2));
    format!("{}\n{output}", head::comment(&says, book).join("\n"))
}

fn page(page: &TargetLoginPage) -> Message {
    match &page.others {
        None => msg::export_terraform_page_unread(&page.stage),
        Some(others) if others.is_empty() => msg::export_terraform_page_alone(&page.stage),
        Some(others) => {
            let names = others.iter().map(|other| {
                other.row.as_ref().map_or_else(|| other.pk.clone(), |row| format!("{} ({})", row.name, row.slug))
            });
            msg::export_terraform_page(names.collect::<Vec<_>>().join(", "), &page.stage)
        }
    }
}
