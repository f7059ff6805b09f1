use crate::i18n::{Message, msg};
use crate::loopback::address_paste::{PasteError, PastedCallback};
use secrecy::SecretString;
use serde::Serialize;
use std::fmt;
use tokio::sync::oneshot;
use url::Url;

/// Text that the person pasted in place of a callback, and the channel for the answer. It may contain a code.
pub struct Paste {
    pub(super) text: SecretString,
    answer: oneshot::Sender<PasteAnswer>,
}

impl Paste {
    /// Creates a paste and the receiver of its answer. No answer arrives if the test has ended.
    pub fn new(text: SecretString) -> (Self, oneshot::Receiver<PasteAnswer>) {
        let (answer, answered) = oneshot::channel();
        (Self { text, answer }, answered)
    }

    pub(super) fn answer(self, answer: PasteAnswer) {
        // The receiver may be gone; the report contains the same information.
        let _ = self.answer.send(answer);
    }

    /// Answers a paste that arrives after the waiting has ended.
    pub(super) fn too_late(self) {
        self.answer(PasteAnswer::too_late());
    }
}

impl fmt::Debug for Paste {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Paste")
    }
}

/// The answer to a paste, to be shown next to its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PasteAnswer {
    /// Whether the test accepted it; otherwise the test keeps waiting.
    pub taken: bool,
    /// A description of what was pasted.
    pub words: Message,
}

impl PasteAnswer {
    /// The answer when nothing is waiting for a paste any more.
    pub fn too_late() -> Self {
        Self { taken: false, words: msg::signin_paste_late() }
    }

    pub(super) fn of(meaning: &PastedCallback, callback: &Url) -> Self {
        let taken = |words| Self { taken: true, words };
        let mistaken = |words| Self { taken: false, words };
        match meaning {
            PastedCallback::Code(_) => taken(msg::signin_paste_code()),
            PastedCallback::BareCode(_) => taken(msg::signin_paste_bare_code()),
            PastedCallback::Declined => taken(msg::signin_paste_declined()),
            PastedCallback::Refused { error } | PastedCallback::RefusedWithoutState { error } => {
                taken(msg::signin_paste_refused(error.as_str()))
            }
            PastedCallback::Unclear => mistaken(msg::signin_paste_unclear()),
            PastedCallback::Mistaken(mistake) => mistaken(match mistake {
                PasteError::Empty => msg::signin_paste_empty(),
                PasteError::StillAtX => msg::signin_paste_still_at_x(),
                PasteError::OtherAddress => msg::signin_paste_other_address(callback.as_str()),
                PasteError::OtherState => msg::signin_paste_other_state(),
                PasteError::NoCode => msg::signin_paste_no_code(),
                PasteError::Twice => msg::signin_paste_twice(),
                PasteError::NotACode => msg::signin_paste_not_a_code(),
            }),
        }
    }
}
