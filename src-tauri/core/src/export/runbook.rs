//! Steps for a person without this program: X's form, authentik's pages, the checks, the way back.

use super::document::{Export, ExportFormat};
use crate::authentik::Matching;
use crate::i18n::{Localizer, Message, markdown, msg};
use crate::plan::{TargetLoginPage, TargetMapping, TargetSecret};
use crate::portal::StepKind;

/// What belongs to a numbered step, also to one whose number has two digits.
const INSIDE: &str = "    ";

pub(super) fn write(export: &Export, book: &Localizer) -> String {
    let mut page = RunbookPage { book, lines: Vec::new() };
    let mut begins = export.begins().into_iter();
    if let Some(title) = begins.next() {
        page.lines.push(format!("# {}", page.text(&title)));
    }
    begins.for_each(|message| page.paragraph(&message));
    export.lacks(ExportFormat::Runbook).iter().for_each(|message| page.paragraph(message));
    page.paragraph(&msg::export_runbook_order());
    at_x(export, &mut page);
    mappings(export, &mut page);
    secret(export, &mut page);
    source(export, &mut page);
    button(export, &mut page);
    stage(export, &mut page);
    checks(export, &mut page);
    undo(export, &mut page);
    rotation(export, &mut page);
    page.lines.push(String::new());
    page.lines.join("\n")
}

struct RunbookPage<'b> {
    book: &'b Localizer,
    lines: Vec<String>,
}

impl RunbookPage<'_> {
    /// A sentence with its markup, in which text from elsewhere is text.
    fn text(&self, message: &Message) -> String {
        self.book.format_markdown(message)
    }

    /// A blank line, unless there is one.
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn paragraph(&mut self, message: &Message) {
        self.blank();
        let text = self.text(message);
        self.lines.push(text);
    }

    fn heading(&mut self, message: &Message) {
        self.blank();
        let text = format!("## {}", self.text(message));
        self.lines.extend([text, String::new()]);
    }

    fn step(&mut self, at: usize, message: &Message) {
        let text = format!("{at}. {}", self.text(message));
        self.lines.push(text);
    }

    fn value(&mut self, value: &str) {
        self.lines.push(format!("{INSIDE}- {}", markdown::code(value)));
    }

    /// Name and value, a row each.
    fn table(&mut self, rows: &[(Message, RunbookStep)]) {
        self.lines.push(format!(
            "| {} | {} |",
            self.text(&msg::export_runbook_field()),
            self.text(&msg::export_runbook_value())
        ));
        self.lines.push("| --- | --- |".to_owned());
        for (name, value) in rows {
            let value = match value {
                RunbookStep::Value(text) => markdown::code(text).replace('|', "\\|"),
                RunbookStep::Words(message) => self.text(message),
            };
            self.lines.push(format!("| {} | {value} |", self.text(name)));
        }
    }

    fn code_block(&mut self, text: &str) {
        let fence = "`".repeat(markdown::longest_run(text).max(2) + 1);
        self.lines.push(String::new());
        self.lines.push(format!("{INSIDE}{fence}python"));
        self.lines.extend(text.lines().map(|line| format!("{INSIDE}{line}").trim_end().to_owned()));
        self.lines.push(format!("{INSIDE}{fence}"));
        self.lines.push(String::new());
    }
}

enum RunbookStep {
    Value(String),
    Words(Message),
}

fn named(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn at_x(export: &Export, page: &mut RunbookPage<'_>) {
    let portal = &export.portal;
    page.heading(&msg::export_runbook_x());
    page.paragraph(&msg::export_runbook_x_start(&portal.start.host, &portal.start.name));
    for (at, action) in portal.actions.iter().enumerate() {
        page.blank();
        page.step(at + 1, &action.title);
        for step in &action.steps {
            let says = format!("{INSIDE}- {}", page.text(&step.say));
            page.lines.push(says);
            page.lines.extend(step.ways.iter().map(|way| format!("{INSIDE}  - {}", way.join(" › "))));
            if let Some(value) = step.value.as_ref().filter(|_| step.kind == StepKind::Type) {
                page.lines.push(format!("{INSIDE}  {}", markdown::code(&value.text)));
            }
        }
    }
    if !portal.left_alone.is_empty() {
        page.paragraph(&msg::export_runbook_x_left(portal.left_alone.join(", ")));
    }
}

fn mappings(export: &Export, page: &mut RunbookPage<'_>) {
    let ours: Vec<_> = export
        .aim
        .mappings
        .iter()
        .filter_map(|mapping| match mapping {
            TargetMapping::Ours { mapping, name, pk } => Some((mapping, name, pk.is_some())),
            TargetMapping::Theirs { .. } => None,
        })
        .collect();
    if ours.is_empty() {
        return;
    }
    page.heading(&msg::export_runbook_mappings());
    for (at, (mapping, name, there)) in ours.into_iter().enumerate() {
        page.step(at + 1, &if there { msg::export_runbook_mapping_there() } else { msg::export_runbook_mapping() });
        page.value(name);
        let reason = format!("{INSIDE}- {}", page.text(&mapping.reason()));
        page.lines.push(reason);
        page.code_block(mapping.expression());
    }
}

fn secret_name(secret: &TargetSecret) -> &str {
    secret.name.as_ref().or(secret.pk.as_ref()).map_or("", String::as_str)
}

/// The Secret, on a server that keeps Client Secrets as objects.
fn secret(export: &Export, page: &mut RunbookPage<'_>) {
    let Some(secret) = &export.aim.secret else { return };
    page.heading(&msg::export_runbook_secret_object());
    let name = secret_name(secret);
    page.paragraph(&if secret.pk.is_some() {
        msg::export_runbook_secret_there(name)
    } else {
        msg::export_runbook_secret_new(name)
    });
}

fn source(export: &Export, page: &mut RunbookPage<'_>) {
    let source = &export.aim.source;
    page.heading(&msg::export_runbook_source());
    let first =
        if source.there { msg::export_runbook_source_there(&source.slug) } else { msg::export_runbook_source_new() };
    let text = page.text(&first);
    page.lines.extend([text, String::new()]);
    let value = |text: &str| RunbookStep::Value(text.to_owned());
    let mut rows = vec![
        (msg::export_field_name(), value(&source.name)),
        (msg::export_field_slug(), value(&source.slug)),
        (
            msg::export_field_enabled(),
            RunbookStep::Words(if source.enabled { msg::export_on() } else { msg::export_off() }),
        ),
        (msg::export_field_matching(), RunbookStep::Words(matching(&source.matching))),
        (msg::export_field_key(), value(&source.client_id)),
        match &export.aim.secret {
            Some(secret) => (msg::export_field_secret_ref(), value(secret_name(secret))),
            None => (msg::export_field_secret(), RunbookStep::Words(msg::export_runbook_secret())),
        },
        (
            msg::export_field_scopes(),
            if source.scopes.is_empty() { RunbookStep::Words(msg::export_empty()) } else { value(&source.scopes) },
        ),
        (msg::export_field_authentication_flow(), value(&source.authentication_flow)),
        (
            msg::export_field_enrolment_flow(),
            source.enrolment_flow.as_deref().map_or_else(|| RunbookStep::Words(msg::export_none()), value),
        ),
    ];
    rows.extend(source.user_path.as_deref().map(|path| (msg::export_field_user_path(), value(path))));
    rows.extend(source.group_matching.as_deref().map(|mode| (msg::export_field_group_matching(), value(mode))));
    rows.extend(export.aim.mappings.iter().map(|mapping| {
        let name = match mapping {
            TargetMapping::Ours { name, .. } | TargetMapping::Theirs { name: Some(name), .. } => name,
            TargetMapping::Theirs { pk, name: None } => pk,
        };
        (msg::export_field_mapping(), value(name))
    }));
    page.table(&rows);
    if !export.aim.let_go.is_empty() {
        page.paragraph(&msg::export_runbook_let_go(named(export.aim.let_go.iter().cloned())));
    }
}

fn matching(name: &str) -> Message {
    match Matching::from_name(name) {
        Some(Matching::EmailLink) => msg::export_matching_email_link(),
        Some(Matching::EmailDeny) => msg::export_matching_email_deny(),
        Some(Matching::UsernameLink) => msg::export_matching_username_link(),
        Some(Matching::UsernameDeny) => msg::export_matching_username_deny(),
        Some(Matching::Identifier) | None => msg::export_matching_identifier(),
    }
}

fn button(export: &Export, page: &mut RunbookPage<'_>) {
    page.heading(&msg::export_runbook_button());
    if export.aim.login_pages.is_empty() {
        return page.lines.push(page.text(&msg::export_no_button()));
    }
    for (at, login) in export.aim.login_pages.iter().enumerate() {
        page.step(at + 1, &msg::export_runbook_page(export.aim.source.name.as_str(), login.stage.as_str()));
        let stays = format!("{INSIDE}- {}", page.text(&stays(login)));
        page.lines.push(stays);
    }
}

fn stays(login: &TargetLoginPage) -> Message {
    let name =
        |other: &crate::plan::OtherSource| other.row.as_ref().map_or_else(|| other.pk.clone(), |row| row.name.clone());
    match &login.others {
        None => msg::export_runbook_page_unread(),
        Some(others) if others.is_empty() => msg::export_runbook_page_alone(),
        Some(others) => msg::export_runbook_page_others(named(others.iter().map(name))),
    }
}

fn stage(export: &Export, page: &mut RunbookPage<'_>) {
    let Some(embed) = &export.aim.embed else { return };
    page.heading(&msg::export_runbook_stage());
    page.step(
        1,
        &msg::export_runbook_stage_make(
            embed.name.as_str(),
            export.aim.source.name.as_str(),
            embed.resume_timeout.as_str(),
        ),
    );
    page.step(2, &msg::export_runbook_stage_bind(embed.flow.as_str(), embed.name.as_str(), embed.order));
}

fn checks(export: &Export, page: &mut RunbookPage<'_>) {
    page.heading(&msg::export_runbook_checks());
    page.step(1, &msg::export_runbook_check_redirect());
    page.value(&export.urls.login);
    page.step(2, &msg::export_runbook_check_callback());
    page.value(&export.urls.callback);
    page.step(3, &msg::export_runbook_check_login());
    page.step(4, &msg::export_runbook_check_tidy());
    page.value(&export.urls.test_callback);
}

fn undo(export: &Export, page: &mut RunbookPage<'_>) {
    page.heading(&msg::export_runbook_undo());
    page.step(1, &msg::export_runbook_undo_button(export.aim.source.name.as_str()));
    page.step(2, &msg::export_runbook_undo_source());
    page.step(3, &msg::export_runbook_undo_x());
}

fn rotation(export: &Export, page: &mut RunbookPage<'_>) {
    page.heading(&msg::export_runbook_rotation());
    page.step(1, &msg::export_runbook_rotation_x());
    if let Some(secret) = &export.aim.secret {
        page.step(2, &msg::export_runbook_rotation_secret(secret_name(secret)));
    } else {
        page.step(2, &msg::export_runbook_rotation_authentik());
        page.value(&export.urls.admin);
    }
    page.step(3, &msg::export_runbook_rotation_check());
}
