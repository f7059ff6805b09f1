use crate::i18n::Message;
use serde::Serialize;

/// What the filled button at the bottom right does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FooterAction {
    /// Check the server.
    CheckServer,
    /// Agree to the names and go on.
    AgreeNames,
    /// Tick the open step at X and open the next one.
    TickAction,
    /// Ask X about the client credentials.
    AskX,
    /// Begin the live test.
    StartTest,
    /// Compare the plan with the server once more.
    Compare,
    /// Push what is shown.
    Push,
    /// Run the outside checks.
    CheckOutside,
    /// Sign in once as a visitor.
    TestLogin,
    /// Show what was done, and close the job from there.
    Finish,
    /// Check whether everything is ready for a new secret.
    PrepareRotation,
    /// Record that the person has pressed Regenerate at X.
    TellRegenerated,
    /// Ask X about the new secret once more.
    AskNewSecret,
    /// Push the new secret.
    PushSecret,
    /// End the rotation.
    EndRotation,
    /// Go to the next stage.
    Continue,
}

/// The footer of a stage's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Footer {
    /// What the filled button does.
    pub act: FooterAction,
    /// The button's label.
    pub label: Message,
    /// Whether the button is enabled.
    pub ready: bool,
    /// Why it is disabled, or what to know before pressing it.
    pub reason: Option<Message>,
    /// A second, less prominent button: what it does and its label.
    pub other: Option<(FooterAction, Message)>,
}

impl Footer {
    pub(super) fn go(act: FooterAction, label: Message) -> Self {
        Self { act, label, ready: true, reason: None, other: None }
    }

    pub(super) fn wait(act: FooterAction, label: Message, reason: Message) -> Self {
        Self { act, label, ready: false, reason: Some(reason), other: None }
    }

    pub(super) fn or(self, act: FooterAction, label: Message) -> Self {
        Self { other: Some((act, label)), ..self }
    }

    pub(super) fn because(self, reason: Message) -> Self {
        Self { reason: Some(reason), ..self }
    }
}
