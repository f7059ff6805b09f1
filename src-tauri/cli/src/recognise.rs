use crate::exit::Exit;
use crate::terminal::Terminal;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use sourcerer_core::credentials::{Certainty, Field, Kind, Verdict, identify, recognise};
use sourcerer_core::words::said;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long, value_enum)]
    field: Option<PasteField>,
    #[arg(long)]
    json: bool,
}

/// The box of the window that the value would be pasted into.
#[derive(Clone, Copy, clap::ValueEnum)]
enum PasteField {
    ClientId,
    ClientSecret,
}

impl From<PasteField> for Field {
    fn from(field: PasteField) -> Self {
        match field {
            PasteField::ClientId => Self::ClientId,
            PasteField::ClientSecret => Self::ClientSecret,
        }
    }
}

/// What scripts read. Nothing of the value is in it.
#[derive(Serialize)]
struct Answer {
    kind: Kind,
    certainty: Certainty,
    verdict: Verdict,
    says: String,
    mend: Option<String>,
    removed: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let pasted = match terminal.read_value(&said::terminal_recognise_prompt()) {
        Ok(pasted) => SecretString::from(pasted),
        Err(error) => {
            terminal.note(&error.message());
            return Exit::Usage;
        }
    };
    let recognised = match arguments.field {
        Some(field) => recognise(pasted.expose_secret(), field.into()).recognised,
        None => identify(pasted.expose_secret()).recognised,
    };
    if recognised.kind == Kind::Empty {
        terminal.note(&recognised.says);
        return Exit::Usage;
    }
    if arguments.json {
        let book = terminal.book();
        let answer = Answer {
            kind: recognised.kind,
            certainty: recognised.certainty,
            verdict: recognised.verdict,
            says: book.say(&recognised.says),
            mend: recognised.mend.map(|mend| book.say(&mend)),
            removed: recognised.removed.iter().map(|removed| book.say(removed)).collect(),
        };
        terminal.json(&answer);
        return Exit::Fine;
    }
    terminal.say(&recognised.says);
    for removed in &recognised.removed {
        terminal.say(removed);
    }
    if let Some(mend) = &recognised.mend {
        terminal.say(mend);
    }
    Exit::Fine
}
