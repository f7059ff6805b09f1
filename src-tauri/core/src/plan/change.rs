//! The plan as it is shown: plain data.

use super::Consequence;
use crate::authentik::{ObjectKind, ProductMapping};
use crate::diagnosis::Diagnosis;
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A plan, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The server, without a slash at the end.
    pub server: String,
    /// The source's slug.
    pub slug: String,
    /// When the server was read (RFC 3339).
    pub compared_at: String,
    /// What can be done with it.
    pub state: PlanState,
    /// The whole in one line.
    pub summary: Message,
    /// Why it can't be pushed, or not without consent.
    pub diagnosis: Option<Diagnosis>,
    /// Each change, in the order in which they are written, and what needs none.
    pub changes: Vec<Change>,
    /// What follows for those who sign in, and what no undo brings back; worst first.
    pub consequences: Vec<Consequence>,
    /// Worth knowing before.
    pub notes: Vec<Message>,
}

/// What can be done with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PlanState {
    /// Nothing: the server is as it should be.
    AlreadyAsItShouldBe,
    /// It can be pushed.
    Ready,
    /// Only if the admin says yes to what `diagnosis` tells.
    NeedsConsent,
    /// Nothing, until what `diagnosis` tells is mended.
    Blocked,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeTarget {
    /// A property mapping of the source.
    Mapping,
    /// The OAuth source.
    Source,
    /// A Source stage.
    SourceStage,
    /// A stage's place in a flow.
    Binding,
    /// A user's link to an account at X.
    Connection,
    /// The identification stage of a login page.
    LoginPage,
}

impl From<ObjectKind> for ChangeTarget {
    fn from(kind: ObjectKind) -> Self {
        match kind {
            ObjectKind::Mapping => Self::Mapping,
            ObjectKind::Source => Self::Source,
            ObjectKind::SourceStage => Self::SourceStage,
            ObjectKind::Binding => Self::Binding,
            ObjectKind::Connection => Self::Connection,
        }
    }
}

/// Changes that serve one purpose, and are left out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeGroup {
    /// The source itself, which can't be left out.
    Source,
    /// E-mail addresses from X.
    Email,
    /// What type new users are of.
    NewUsers,
    /// What happens to a user name that is taken.
    UserNames,
    /// A Source stage in a flow.
    SourceStage,
    /// People's links, made again.
    Links,
    /// The button on the login page.
    LoginPage,
}

impl ChangeGroup {
    /// That of a mapping of ours.
    pub fn of(mapping: ProductMapping) -> Self {
        match mapping {
            ProductMapping::Email => Self::Email,
            ProductMapping::Internal => Self::NewUsers,
            ProductMapping::UserName => Self::UserNames,
        }
    }
}

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeAction {
    /// Makes it.
    Create,
    /// Changes it.
    Change,
    /// Deletes it; only an undo does.
    Remove,
    /// It would be good to have and can't be done from here.
    LeaveOut,
    /// It is as it should be.
    Nothing,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Its name within the plan.
    pub id: String,
    /// What it serves.
    pub group: ChangeGroup,
    /// What it is about.
    pub target: ChangeTarget,
    /// What it does.
    pub action: ChangeAction,
    /// It in one line.
    pub title: Message,
    /// Where or why.
    pub why: Option<Message>,
    /// What changes in it.
    pub fields: Vec<FieldChange>,
    /// The request that would be sent, secrets masked; none where nothing is sent.
    pub data: Option<RequestPreview>,
}

/// One value before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Its name in the API.
    pub name: String,
    /// Its name for people.
    pub label: Message,
    /// What is there; none where there is nothing yet or it can't be read.
    pub now: Option<DisplayValue>,
    /// What will be there.
    pub will: DisplayValue,
    /// Whether its value is never shown.
    pub secret: bool,
}

/// A value as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum DisplayValue {
    /// As the server has it.
    Text(String),
    /// In our words.
    Words(Message),
    /// Several, in the order in which a visitor sees them.
    List(Vec<String>),
}

/// A request, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequestPreview {
    /// The HTTP method.
    pub method: String,
    /// The path below the server's base.
    pub path: String,
    /// The body as JSON, indented; none where there is none. What only the write itself will tell, and secrets, stand
    /// in ‹…›.
    pub body: Option<String>,
}

impl RequestPreview {
    pub(super) fn new(method: &str, path: String, body: Option<&Value>) -> Self {
        let body = body.map(|body| serde_json::to_string_pretty(body).unwrap_or_default());
        Self { method: method.to_owned(), path, body }
    }
}
