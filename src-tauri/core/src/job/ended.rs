//! What a person waits for while the window is behind another one, and is told of when it has ended.

use crate::i18n::{Message, msg};

/// Something that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The test sign-in at X.
    TestSignIn,
    /// A test as a visitor.
    TestAsVisitor,
    /// A push.
    Push,
    /// An undo.
    Undo,
    /// The push of a new Client Secret.
    Rotation,
    /// The check of a list of sources.
    List,
}

impl Ended {
    /// What the notification says. How it ended is said in the window: it may name a server.
    pub fn message(self) -> Message {
        match self {
            Self::TestSignIn => msg::ended_test_sign_in(),
            Self::TestAsVisitor => msg::ended_test_as_visitor(),
            Self::Push => msg::ended_push(),
            Self::Undo => msg::ended_undo(),
            Self::Rotation => msg::ended_rotation(),
            Self::List => msg::ended_list(),
        }
    }
}
