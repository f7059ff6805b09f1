//! The exports of a job, for people who set the source up by other means: an authentik blueprint, Terraform, a script
//! of curl calls, and steps for a person.
//!
//! - An [`Export`] is plain data: the state that a plan leads to ([`crate::plan::TargetState`]) and what has to be done
//!   at X. Each writer uses nothing else, and none sends a request.
//! - An export has no place for a secret: each format says where the secret has to come from. [`Export::write`] still
//!   searches the whole text, and returns nothing if it contains one.
//! - Text from a server or a person is quoted for the language that it is written in, or put on one line of a comment.
//!   So a name can't end a string, a comment or a command. Control and bidirectional characters are written as escapes
//!   of that language, and come back as they were.
//! - What a format can't do, and where it may surprise, is said at the top of the file.

mod blueprint;
mod document;
mod hcl_syntax;
mod head;
mod json;
mod runbook;
mod script;
mod sh;
mod terraform;
#[cfg(test)]
mod tests;
mod yaml;

pub use document::{Export, ExportFormat, Portal, SECRET, SECRET_FILE};

use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Localizer, visible};

/// Why an export isn't given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The export contains a secret.
    #[error("a secret stands in the export; nothing is written")]
    HoldsSecret,
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match self {
            Self::HoldsSecret => Symptom::ExportSecret,
        }
    }
}

impl Export {
    /// The export in this format. `holds_secret` is asked about the whole text before it is given out.
    ///
    /// # Errors
    /// [`Error::HoldsSecret`].
    pub fn write(
        &self,
        format: ExportFormat,
        book: &Localizer,
        holds_secret: impl Fn(&str) -> bool,
    ) -> Result<String, Error> {
        let text = match format {
            ExportFormat::Blueprint | ExportFormat::BlueprintFile => blueprint::write(self, format, book),
            ExportFormat::Terraform => terraform::write(self, book),
            ExportFormat::Curl => script::write(self, book),
            ExportFormat::Runbook => runbook::write(self, book),
        };
        // Each writer escapes in its own language what hides in a name; whatever one forgot is shown at least.
        let text = visible::lines(&text).into_owned();
        if holds_secret(&text) { Err(Error::HoldsSecret) } else { Ok(text) }
    }
}
