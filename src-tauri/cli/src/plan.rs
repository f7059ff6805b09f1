use crate::exit::Exit;
use crate::push::{self, Wanted};
use crate::show;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::Diagnosis;
use sourcerer_core::plan::{Action, Change, Field, Group, Shown, Shows, State, Target, Weight};
use sourcerer_core::words::{Book, Message};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    wanted: Wanted,
    #[arg(long)]
    json: bool,
}

/// What scripts read of a plan: names and order are documented and stay.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    server: &'a str,
    slug: &'a str,
    state: State,
    diagnosis: Option<&'a str>,
    changes: Vec<Row<'a>>,
    consequences: Vec<Follows>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    group: Group,
    target: Target,
    action: Action,
    title: String,
    why: Option<String>,
    fields: Vec<Value<'a>>,
    request: Option<Request<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    name: &'a str,
    now: Option<Vec<String>>,
    will: Vec<String>,
}

#[derive(Serialize)]
struct Request<'a> {
    method: &'a str,
    path: &'a str,
    body: Option<&'a str>,
}

#[derive(Serialize)]
struct Follows {
    weight: Weight,
    says: String,
}

impl<'a> Answer<'a> {
    pub(crate) fn of(shown: &'a Shown, book: &Book) -> Self {
        let follows =
            |one: &sourcerer_core::plan::Consequence| Follows { weight: one.weight, says: book.say(&one.words) };
        Self {
            server: &shown.server,
            slug: &shown.slug,
            state: shown.state,
            diagnosis: shown.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str()),
            changes: shown.changes.iter().map(|change| Row::of(change, book)).collect(),
            consequences: shown.consequences.iter().map(follows).collect(),
            notes: shown.notes.iter().map(|note| book.say(note)).collect(),
        }
    }
}

impl<'a> Row<'a> {
    fn of(change: &'a Change, book: &Book) -> Self {
        let say = |message: &Message| book.say(message);
        Self {
            id: &change.id,
            group: change.group,
            target: change.target,
            action: change.action,
            title: say(&change.title),
            why: change.why.as_ref().map(say),
            fields: change.fields.iter().map(|field| Value::of(field, book)).collect(),
            request: change.data.as_ref().map(|data| Request {
                method: &data.method,
                path: &data.path,
                body: data.body.as_deref(),
            }),
        }
    }
}

impl<'a> Value<'a> {
    fn of(field: &'a Field, book: &Book) -> Self {
        let list = |shows: &Shows| match shows {
            Shows::Text(text) => vec![text.clone()],
            Shows::Words(words) => vec![book.say(words)],
            Shows::List(all) => all.clone(),
        };
        Self { name: &field.name, now: field.now.as_ref().map(list), will: list(&field.will) }
    }
}

/// Shows what a push would do, and ends as a push would that may not ask: with the reason where it needs more than a yes.
pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let planned = match Box::pin(push::planned(&arguments.wanted, terminal)).await {
        Ok(planned) => planned,
        Err(stop) => return stop.end(terminal),
    };
    let shown = &planned.plan.shown;
    if arguments.json {
        let answer = Answer::of(shown, terminal.book());
        terminal.json(&answer);
    } else {
        show::plan(shown, terminal);
    }
    match planned.refusal() {
        None => Exit::Fine,
        Some(symptom) => {
            terminal.diagnose(&Diagnosis::from(&symptom));
            Exit::from(&symptom)
        }
    }
}
