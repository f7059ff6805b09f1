//! The head of all answers in JSON. docs/TERMINAL.md says what doesn't change and what may be added.

use serde::Serialize;

/// The version of all answers. It is raised when a name is removed or changes its meaning, but not when one is added.
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

/// The format in which a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputFormat {
    /// Lines for people.
    Words,
    /// JSON, with nothing else on standard output.
    Json,
    /// A document in its own format, with nothing else on standard output.
    Document,
}

/// The answer of a command that stopped before it had a result.
#[derive(Serialize)]
pub(crate) struct CommandFailure {
    pub(crate) diagnosis: &'static str,
}
