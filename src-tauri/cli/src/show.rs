//! Plans and steps, as lines and as scripts read them.

use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::plan::{Action, Change, Progress, Shown, Shows, StepState, Weight};
use sourcerer_core::words::said;

/// A plan: its summary, each change with its fields, what is worth knowing.
pub(crate) fn plan(shown: &Shown, terminal: &mut Terminal) {
    terminal.say(&shown.summary);
    for each in shown.changes.iter().filter(|each| each.action != Action::Nothing) {
        change(each, terminal);
    }
    for consequence in &shown.consequences {
        let mark = match consequence.weight {
            Weight::Note => "·",
            Weight::Risk => "!",
            Weight::Danger => "!!",
        };
        let words = terminal.book().say(&consequence.words);
        terminal.print(format_args!("{mark} {words}"));
    }
    for note in &shown.notes {
        terminal.say(note);
    }
}

fn change(change: &Change, terminal: &mut Terminal) {
    let title = terminal.book().say(&change.title);
    terminal.print(format_args!("- {title}"));
    if let Some(why) = &change.why {
        let why = terminal.book().say(why);
        terminal.print(format_args!("  {why}"));
    }
    for field in &change.fields {
        let label = terminal.book().say(&field.label);
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

fn value(shows: &Shows, terminal: &Terminal) -> String {
    match shows {
        Shows::Text(text) => text.clone(),
        Shows::Words(words) => terminal.book().say(words),
        Shows::List(items) if items.is_empty() => terminal.book().say(&said::plan_value_none()),
        Shows::List(items) => items.join(", "),
    }
}

/// A change that was written, or wasn't, as scripts read it.
#[derive(Serialize)]
pub(crate) struct Step {
    change: String,
    state: StepState,
    milliseconds: u32,
}

/// How far a change is; only its end is worth a line that stays.
pub(crate) fn step(step: &Progress, terminal: &mut Terminal) {
    progress(step, terminal);
    match step.state {
        StepState::Waiting | StepState::Writing | StepState::ReadingBack => {}
        StepState::Written => terminal.say(&said::terminal_step_written(step.change.as_str(), step.millis)),
        StepState::Failed => terminal.say(&said::terminal_step_failed(step.change.as_str())),
    }
}

/// The same, kept for scripts.
pub(crate) fn keep(step: Progress, kept: &mut Vec<Step>, terminal: &Terminal) {
    progress(&step, terminal);
    match step.state {
        StepState::Waiting | StepState::Writing | StepState::ReadingBack => {}
        StepState::Written | StepState::Failed => {
            kept.push(Step { change: step.change, state: step.state, milliseconds: step.millis });
        }
    }
}

/// How far a change is, for as long as it is.
pub(crate) fn progress(step: &Progress, terminal: &Terminal) {
    let words = match step.state {
        StepState::Writing => said::terminal_step_writing(step.change.as_str()),
        StepState::ReadingBack => said::terminal_step_reading_back(step.change.as_str()),
        StepState::Waiting | StepState::Written | StepState::Failed => return,
    };
    terminal.progress().tell(terminal.book().say(&words));
}
