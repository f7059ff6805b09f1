use crate::exit::Exit;
use crate::push::{self, PushSource};
use crate::show;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::Diagnosis;
use sourcerer_core::i18n::{Localizer, Message};
use sourcerer_core::plan::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, PlanState, PlanView, RiskLevel,
};

#[derive(clap::Args)]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    wanted: PushSource,
    #[arg(long)]
    json: bool,
}

/// The answer of a plan for scripts: names and order are documented and don't change.
#[derive(Serialize)]
pub(crate) struct PlanOutput<'a> {
    server: &'a str,
    slug: &'a str,
    state: PlanState,
    diagnosis: Option<&'a str>,
    changes: Vec<ChangeRow<'a>>,
    consequences: Vec<ConsequenceRow>,
    notes: Vec<String>,
    shell: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeRow<'a> {
    id: &'a str,
    group: ChangeGroup,
    target: ChangeTarget,
    action: ChangeAction,
    title: String,
    why: Option<String>,
    fields: Vec<ChangeValue<'a>>,
    request: Option<ChangeRequest<'a>>,
}

#[derive(Serialize)]
struct ChangeValue<'a> {
    name: &'a str,
    now: Option<Vec<String>>,
    will: Vec<String>,
}

#[derive(Serialize)]
struct ChangeRequest<'a> {
    method: &'a str,
    path: &'a str,
    body: Option<&'a str>,
}

#[derive(Serialize)]
struct ConsequenceRow {
    weight: RiskLevel,
    says: String,
}

impl<'a> PlanOutput<'a> {
    pub(crate) fn of(shown: &'a PlanView, book: &Localizer) -> Self {
        let follows = |one: &sourcerer_core::plan::Consequence| ConsequenceRow {
            weight: one.weight,
            says: book.format(&one.words),
        };
        Self {
            server: &shown.server,
            slug: &shown.slug,
            state: shown.state,
            diagnosis: shown.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str()),
            changes: shown.changes.iter().map(|change| ChangeRow::of(change, book)).collect(),
            consequences: shown.consequences.iter().map(follows).collect(),
            notes: shown.notes.iter().map(|note| book.format(note)).collect(),
            shell: shown.shell.as_deref(),
        }
    }
}

impl<'a> ChangeRow<'a> {
    fn of(change: &'a Change, book: &Localizer) -> Self {
        let say = |message: &Message| book.format(message);
        Self {
            id: &change.id,
            group: change.group,
            target: change.target,
            action: change.action,
            title: say(&change.title),
            why: change.why.as_ref().map(say),
            fields: change.fields.iter().map(|field| ChangeValue::of(field, book)).collect(),
            request: change.data.as_ref().map(|data| ChangeRequest {
                method: &data.method,
                path: &data.path,
                body: data.body.as_deref(),
            }),
        }
    }
}

impl<'a> ChangeValue<'a> {
    fn of(field: &'a FieldChange, book: &Localizer) -> Self {
        let list = |shows: &DisplayValue| match shows {
            DisplayValue::Text(text) => vec![text.clone()],
            DisplayValue::Words(words) => vec![book.format(words)],
            DisplayValue::List(all) => all.clone(),
        };
        Self { name: &field.name, now: field.now.as_ref().map(list), will: list(&field.will) }
    }
}

/// The code of a plan that a push carries out whole, or that leaves something to be done on the server itself.
pub(crate) fn left_to_do(shown: &PlanView) -> Exit {
    if shown.shell.is_some() { Exit::Finding } else { Exit::Fine }
}

/// Prints what a push would do, and ends with the same code as a push that can't ask: if the plan needs more than a
/// confirmation, it prints the reason.
pub(crate) async fn run(arguments: &PlanArgs, terminal: &mut Terminal) -> Exit {
    let planned = match Box::pin(push::planned(&arguments.wanted, terminal)).await {
        Ok(planned) => planned,
        Err(stop) => return stop.end(terminal),
    };
    let shown = &planned.plan.shown;
    if arguments.json {
        let answer = PlanOutput::of(shown, terminal.book());
        terminal.json(&answer);
    } else {
        show::plan(shown, terminal);
    }
    match planned.refusal() {
        None => left_to_do(shown),
        Some(symptom) => {
            terminal.diagnose(&Diagnosis::from(&symptom));
            Exit::from(&symptom)
        }
    }
}
