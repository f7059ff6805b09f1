use crate::exit::Exit;
use crate::terminal::Terminal;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use sourcerer_core::credentials::{Certainty, Kind, Verdict, identify};
use sourcerer_core::words::said;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long)]
    json: bool,
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
    let recognised = identify(pasted.expose_secret()).recognised;
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
