//! What scripts read: the head that every answer in JSON begins with. docs/TERMINAL.md tells what stays and what may come.

use serde::Serialize;

/// The form of all answers. It grows when a name goes or means something else, and not when one comes.
pub(crate) const SCHEMA: u32 = 1;

/// An answer with its head.
#[derive(Serialize)]
pub(crate) struct JsonEnvelope<'a, T> {
    sourcerer: JsonHead<'a>,
    #[serde(flatten)]
    answer: &'a T,
}

#[derive(Serialize)]
struct JsonHead<'a> {
    schema: u32,
    command: &'a str,
}

impl<'a, T: Serialize> JsonEnvelope<'a, T> {
    pub(crate) fn new(command: &'a str, answer: &'a T) -> Self {
        Self { sourcerer: JsonHead { schema: SCHEMA, command }, answer }
    }
}

/// In what form a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputFormat {
    /// As lines that people read.
    Words,
    /// As JSON, with nothing else on standard output.
    Json,
    /// As a document of its own, with nothing else on standard output.
    Document,
}

/// What a command answers that stopped before it had an answer.
#[derive(Serialize)]
pub(crate) struct CommandFailure {
    pub(crate) diagnosis: &'static str,
}
