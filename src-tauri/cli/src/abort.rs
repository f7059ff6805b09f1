use crate::exit::Exit;
use crate::terminal::Terminal;
use sourcerer_core::diagnosis::Symptom;

/// Why a command stops early.
pub(crate) enum Abort {
    /// The reason has been printed already.
    Exit(Exit),
    /// The reason hasn't been printed yet.
    Symptom(Symptom),
}

impl Abort {
    /// Prints what remains to be printed, and returns the exit code.
    pub(crate) fn end(self, terminal: &mut Terminal) -> Exit {
        match self {
            Self::Exit(exit) => exit,
            Self::Symptom(symptom) => terminal.fail(&symptom),
        }
    }
}

impl From<Exit> for Abort {
    fn from(exit: Exit) -> Self {
        Self::Exit(exit)
    }
}

impl From<Symptom> for Abort {
    fn from(symptom: Symptom) -> Self {
        Self::Symptom(symptom)
    }
}
