//! Prints plans and steps as lines, and collects them for scripts.

use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::i18n::msg;
use sourcerer_core::plan::{Change, ChangeAction, DisplayValue, PlanView, PushProgress, PushProgressState, RiskLevel};

/// Prints a plan: its summary, each change with its fields, and the remarks.
pub(crate) fn plan(shown: &PlanView, terminal: &mut Terminal) {
    terminal.say(&shown.summary);
    for each in shown.changes.iter().filter(|each| each.action != ChangeAction::Nothing) {
        change(each, terminal);
    }
    for consequence in &shown.consequences {
        let mark = match consequence.weight {
            RiskLevel::Note => "·",
            RiskLevel::Risk => "!",
            RiskLevel::Danger => "!!",
        };
        let words = terminal.book().format(&consequence.words);
        terminal.print(format_args!("{mark} {words}"));
    }
    for note in &shown.notes {
        terminal.say(note);
        // The note is the window's too, so it names no option.
        if note.id == msg::plan_note_rights().id {
            terminal.say(&msg::terminal_options_without());
        }
    }
    for line in shown.shell.iter().flat_map(|lines| lines.lines()) {
        terminal.print(format_args!("{line}"));
    }
}

fn change(change: &Change, terminal: &mut Terminal) {
    let title = terminal.book().format(&change.title);
    terminal.print(format_args!("- {title}"));
    if let Some(why) = &change.why {
        let why = terminal.book().format(why);
        terminal.print(format_args!("  {why}"));
    }
    for field in &change.fields {
        let label = terminal.book().format(&field.label);
        let will = value(&field.will, terminal);
        match &field.now {
            Some(now) => {
                let now = value(now, terminal);
                terminal.print(format_args!("    {label}: {now} → {will}"));
            }
            None => terminal.print(format_args!("    {label}: {will}")),
        }
    }
}

fn value(shows: &DisplayValue, terminal: &Terminal) -> String {
    match shows {
        DisplayValue::Text(text) => text.clone(),
        DisplayValue::Words(words) => terminal.book().format(words),
        DisplayValue::List(items) if items.is_empty() => terminal.book().format(&msg::plan_value_none()),
        DisplayValue::List(items) => items.join(", "),
    }
}

/// A change that was or wasn't written, in the answer for scripts.
#[derive(Serialize)]
pub(crate) struct WriteOutput {
    change: String,
    state: PushProgressState,
    milliseconds: u32,
}

/// Shows the progress of a change. Only its end is printed as a permanent line.
pub(crate) fn step(step: &PushProgress, terminal: &mut Terminal) {
    progress(step, terminal);
    match step.state {
        PushProgressState::Waiting | PushProgressState::Writing | PushProgressState::ReadingBack => {}
        PushProgressState::Written => terminal.say(&msg::terminal_step_written(step.change.as_str(), step.millis)),
        PushProgressState::Failed => terminal.say(&msg::terminal_step_failed(step.change.as_str())),
    }
}

/// Shows the progress of a change, and collects its end for scripts.
pub(crate) fn keep(step: PushProgress, kept: &mut Vec<WriteOutput>, terminal: &Terminal) {
    progress(&step, terminal);
    match step.state {
        PushProgressState::Waiting | PushProgressState::Writing | PushProgressState::ReadingBack => {}
        PushProgressState::Written | PushProgressState::Failed => {
            kept.push(WriteOutput { change: step.change, state: step.state, milliseconds: step.millis });
        }
    }
}

/// Shows the progress of a change on the progress line.
pub(crate) fn progress(step: &PushProgress, terminal: &Terminal) {
    let words = match step.state {
        PushProgressState::Writing => msg::terminal_step_writing(step.change.as_str()),
        PushProgressState::ReadingBack => msg::terminal_step_reading_back(step.change.as_str()),
        PushProgressState::Waiting | PushProgressState::Written | PushProgressState::Failed => return,
    };
    terminal.progress().tell(terminal.book().format(&words));
}
