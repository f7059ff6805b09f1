use crate::exit::Exit;
use crate::terminal::Terminal;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use sourcerer_core::credentials::{PasteCertainty, PasteField, PasteKind, PasteVerdict, identify, recognise};
use sourcerer_core::i18n::msg;

#[derive(clap::Args)]
pub(crate) struct RecogniseArgs {
    #[arg(long, value_enum)]
    field: Option<PasteFieldArg>,
    #[arg(long)]
    json: bool,
}

/// The field of the window that the value would be pasted into.
#[derive(Clone, Copy, clap::ValueEnum)]
enum PasteFieldArg {
    ClientId,
    ClientSecret,
}

impl From<PasteFieldArg> for PasteField {
    fn from(field: PasteFieldArg) -> Self {
        match field {
            PasteFieldArg::ClientId => Self::ClientId,
            PasteFieldArg::ClientSecret => Self::ClientSecret,
        }
    }
}

/// The answer for scripts. It contains nothing of the value.
#[derive(Serialize)]
struct RecogniseOutput {
    kind: PasteKind,
    certainty: PasteCertainty,
    verdict: PasteVerdict,
    says: String,
    mend: Option<String>,
    removed: Vec<String>,
}

pub(crate) fn run(arguments: &RecogniseArgs, terminal: &mut Terminal) -> Exit {
    let pasted = match terminal.read_value(&msg::terminal_recognise_prompt()) {
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
    if recognised.kind == PasteKind::Empty {
        terminal.note(&recognised.says);
        return Exit::Usage;
    }
    if arguments.json {
        let book = terminal.book();
        let answer = RecogniseOutput {
            kind: recognised.kind,
            certainty: recognised.certainty,
            verdict: recognised.verdict,
            says: book.format(&recognised.says),
            mend: recognised.mend.map(|mend| book.format(&mend)),
            removed: recognised.removed.iter().map(|removed| book.format(removed)).collect(),
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
