//! The complete state that a plan leads to, with names in place of the server's keys, so that it can be explained or
//! exported to another tool.

use crate::authentik::{ProductMapping, SourceRow};

/// The state that the server will have after the push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetState {
    /// Whether the server was read. If not, the names are those of a fresh server.
    pub read: bool,
    /// The source.
    pub source: TargetSource,
    /// The property mappings that the source applies to users.
    pub mappings: Vec<TargetMapping>,
    /// The names of the product's own mappings that will be unbound from the source.
    pub let_go: Vec<String>,
    /// The login pages that show the button.
    pub login_pages: Vec<TargetLoginPage>,
    /// The Source stage, if one is wanted and can be created.
    pub embed: Option<TargetSourceStage>,
    /// Whether a Source stage is wanted whose place can only be determined by reading the server.
    pub embed_untold: bool,
    /// How many links should be made again.
    pub links: usize,
    /// The Secret with the Client Secret; `None` if the source has the Client Secret itself.
    pub secret: Option<TargetSecret>,
}

/// The source in the target state. A field that is neither chosen nor set already is left to authentik's defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetSource {
    /// What the button says.
    pub name: String,
    /// Its name in URLs.
    pub slug: String,
    /// The name of the source type for X.
    pub provider_type: String,
    /// X's Client ID.
    pub client_id: String,
    /// `user_matching_mode`.
    pub matching: String,
    /// Additional scopes, besides the ones that authentik adds itself.
    pub scopes: String,
    /// The slug of the authentication flow, for people who already have a user.
    pub authentication_flow: String,
    /// The slug of the enrollment flow, for new people; `None` if they get no user.
    pub enrolment_flow: Option<String>,
    /// The path in the user directory where new users are put.
    pub user_path: Option<String>,
    /// `group_matching_mode`.
    pub group_matching: Option<String>,
    /// Whether the source is enabled.
    pub enabled: bool,
    /// Whether the source exists already.
    pub there: bool,
    /// What the source has in addition, and the plan leaves as it is.
    pub kept: KeptSettings,
}

/// The settings of an existing source that a plan never touches. They matter where another tool manages the source as a
/// whole. A field that the server doesn't have is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSettings {
    /// `pkce`.
    pub pkce: Option<String>,
    /// `authorization_code_auth_method`.
    pub code_auth: Option<String>,
    /// `policy_engine_mode`.
    pub policy_engine: Option<String>,
    /// `promoted`.
    pub promoted: Option<bool>,
    /// `group_property_mappings`, by their keys.
    pub group_mappings: Vec<String>,
}

/// The Secret that holds a source's Client Secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetSecret {
    /// Its name; `None` if the source refers to one that the token may not see.
    pub name: Option<String>,
    /// Its key, if the source refers to it already.
    pub pk: Option<String>,
}

/// A property mapping of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetMapping {
    /// One of the product's own mappings.
    Ours {
        /// Which one it is.
        mapping: ProductMapping,
        /// Its name.
        name: String,
        /// Its key, if it exists already.
        pk: Option<String>,
    },
    /// Somebody else's mapping, which stays bound.
    Theirs {
        /// Its key.
        pk: String,
        /// Its name, if the token may see it.
        name: Option<String>,
    },
}

/// A login page in the target state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLoginPage {
    /// The stage's name.
    pub stage: String,
    /// The other sources that it shows; `None` if the server wasn't read.
    pub others: Option<Vec<OtherSource>>,
}

/// A source that a login page shows already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSource {
    /// Its key.
    pub pk: String,
    /// Its other details, if the token may see them.
    pub row: Option<SourceRow>,
}

/// A Source stage and its place in a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetSourceStage {
    /// The stage's name.
    pub name: String,
    /// How long a visitor may take for the sign-in at the source.
    pub resume_timeout: String,
    /// The flow's slug.
    pub flow: String,
    /// Its order number in that flow.
    pub order: i64,
    /// The stage's key, if it exists already.
    pub stage_pk: Option<String>,
    /// The binding's key, if the stage is bound already.
    pub binding_pk: Option<String>,
}
