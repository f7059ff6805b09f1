//! The plan as it is shown to the admin, as plain data.

use crate::authentik::{ObjectKind, ProductMapping};
use crate::diagnosis::Diagnosis;
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A plan as the review page and the command line show it.
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
    /// What can be done with the plan.
    pub state: PlanState,
    /// A summary of the whole plan in one line.
    pub summary: Message,
    /// Why the plan can't be pushed, or needs consent first.
    pub diagnosis: Option<Diagnosis>,
    /// Each change in the order in which it is written, with the objects that need no change.
    pub changes: Vec<Change>,
    /// What the plan means for people who sign in, and what no undo can restore; the worst first.
    pub consequences: Vec<Consequence>,
    /// Notes that the admin should read before the push.
    pub notes: Vec<Message>,
    /// Lines for the shell of the server itself, for what the admin wants and the API can't do; `None` if there is
    /// nothing of that kind.
    #[serde(default)]
    pub shell: Option<String>,
}

/// What can be done with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PlanState {
    /// There is nothing to do: the server already has the target state.
    AlreadyAsItShouldBe,
    /// The plan can be pushed.
    Ready,
    /// The plan can be pushed if the admin agrees to what `diagnosis` says.
    NeedsConsent,
    /// The plan can't be pushed until the problem in `diagnosis` is fixed.
    Blocked,
}

/// The kind of object that a change is about.
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
    /// A stage's binding, which is its place in a flow.
    Binding,
    /// A user's link to an account at X.
    Connection,
    /// The identification stage of a login page.
    LoginPage,
    /// The Secret that holds a source's Client Secret.
    Secret,
    /// An expression policy.
    Policy,
    /// A policy's binding.
    PolicyBinding,
    /// A flow.
    Flow,
    /// A stage that creates users.
    WriteStage,
    /// A stage that ends a flow with a message.
    DenyStage,
    /// A group of users.
    Group,
}

impl From<ObjectKind> for ChangeTarget {
    fn from(kind: ObjectKind) -> Self {
        match kind {
            ObjectKind::Mapping => Self::Mapping,
            ObjectKind::Source => Self::Source,
            ObjectKind::SourceStage => Self::SourceStage,
            ObjectKind::Binding => Self::Binding,
            ObjectKind::Connection => Self::Connection,
            ObjectKind::Secret => Self::Secret,
            ObjectKind::Policy => Self::Policy,
            ObjectKind::PolicyBinding => Self::PolicyBinding,
            ObjectKind::Flow => Self::Flow,
            ObjectKind::WriteStage => Self::WriteStage,
            ObjectKind::DenyStage => Self::DenyStage,
            ObjectKind::Group => Self::Group,
        }
    }
}

/// The kind of an object, as the messages choose by it.
pub(in crate::plan) fn word(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Mapping => "mapping",
        ObjectKind::Source => "source",
        ObjectKind::SourceStage => "source-stage",
        ObjectKind::Binding => "binding",
        ObjectKind::Connection => "link",
        ObjectKind::Secret => "secret",
        ObjectKind::Policy => "policy",
        ObjectKind::PolicyBinding => "policy-binding",
        ObjectKind::Flow => "flow",
        ObjectKind::WriteStage => "write-stage",
        ObjectKind::DenyStage => "deny-stage",
        ObjectKind::Group => "group",
    }
}

/// The purpose of a change. Changes with the same purpose are left out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeGroup {
    /// The source itself, which can't be left out.
    Source,
    /// The mapping that fetches email addresses from X.
    Email,
    /// The mapping that sets the type of new users.
    NewUsers,
    /// The mapping that handles user names that are already taken.
    UserNames,
    /// A Source stage in a flow.
    SourceStage,
    /// Links between users and X accounts, made again.
    Links,
    /// The button on the login page.
    LoginPage,
    /// Who gets in: the source's own flows and what they need. It can't be left out, because the source would be open.
    Access,
}

impl ChangeGroup {
    /// The group of one of the product's own property mappings.
    pub fn from_mapping(mapping: ProductMapping) -> Self {
        match mapping {
            ProductMapping::Email => Self::Email,
            ProductMapping::Internal => Self::NewUsers,
            ProductMapping::UserName => Self::UserNames,
        }
    }
}

/// What a change does to its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeAction {
    /// Creates the object.
    Create,
    /// Changes fields of the object.
    Change,
    /// Deletes the object; only an undo does this.
    Remove,
    /// Would be useful, but can't be done with this server or token.
    LeaveOut,
    /// Does nothing, because the object is as it should be.
    Nothing,
}

/// One object's part of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Identifies the change within the plan.
    pub id: String,
    /// The purpose that it serves.
    pub group: ChangeGroup,
    /// The kind of object that it is about.
    pub target: ChangeTarget,
    /// What it does to the object.
    pub action: ChangeAction,
    /// The change in one line.
    pub title: Message,
    /// Where the object is, or why the change is needed.
    pub why: Option<Message>,
    /// The fields that change.
    pub fields: Vec<FieldChange>,
    /// The request that would be sent, with secrets masked; `None` if nothing is sent.
    pub data: Option<RequestPreview>,
}

/// One field's value before and after the change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// The field's name in the API.
    pub name: String,
    /// The field's name for people.
    pub label: Message,
    /// The current value; `None` if there is no object yet, or the value can't be read.
    pub now: Option<DisplayValue>,
    /// The value after the change.
    pub will: DisplayValue,
    /// Whether the value is a secret, which is never shown.
    pub secret: bool,
}

/// A value as it is shown to the admin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum DisplayValue {
    /// The value as the server has it.
    Text(String),
    /// The value in the product's own words.
    Words(Message),
    /// Several values, in the order in which a visitor sees them.
    List(Vec<String>),
}

/// A preview of a request, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequestPreview {
    /// The HTTP method.
    pub method: String,
    /// The path below the server's base.
    pub path: String,
    /// The body as indented JSON; `None` if there is none. Secrets, and values that are known only after earlier
    /// writes, are shown as placeholders in ‹…›.
    pub body: Option<String>,
}

impl RequestPreview {
    pub(super) fn new(method: &str, path: String, body: Option<&Value>) -> Self {
        let body = body.map(|body| serde_json::to_string_pretty(body).unwrap_or_default());
        Self { method: method.to_owned(), path, body }
    }
}

/// How much a consequence may hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RiskLevel {
    /// Only good to know.
    Note,
    /// People may be refused.
    Risk,
    /// Somebody may get in who must not.
    Danger,
}

/// What a plan does to people who sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Consequence {
    /// How much it may hurt.
    pub weight: RiskLevel,
    /// The consequence in words.
    pub words: Message,
}

impl Consequence {
    pub(super) fn new(weight: RiskLevel, words: Message) -> Self {
        Self { weight, words }
    }
}
