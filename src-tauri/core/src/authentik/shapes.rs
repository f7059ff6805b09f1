//! Answers, as far as they are read. Everything that a release may leave out has a default.

use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use url::Url;

/// The kind of an OAuth source, as authentik calls it inside.
const OAUTH_SOURCE: &str = "authentik_sources_oauth.oauthsource";

/// One page of a list.
#[derive(Debug, Deserialize)]
pub(super) struct ListPage<T> {
    pub(super) results: Vec<T>,
    #[serde(default)]
    pub(super) pagination: Pagination,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Pagination {
    /// The next page's number, 0 at the end.
    #[serde(default)]
    pub(super) next: f64,
}

/// Whom a source takes a visitor for (`user_matching_mode`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Matching {
    /// The user linked to this X account, else a new one.
    #[default]
    Identifier,
    /// The user with the same e-mail address.
    EmailLink,
    /// Nobody, if a user has the same e-mail address.
    EmailDeny,
    /// The user with the same user name: whoever takes that handle at X gets in.
    UsernameLink,
    /// Nobody, if a user has the same user name.
    UsernameDeny,
}

impl Matching {
    /// All of them, the default first.
    pub const ALL: [Self; 5] =
        [Self::Identifier, Self::EmailLink, Self::EmailDeny, Self::UsernameLink, Self::UsernameDeny];

    /// Its name in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::EmailLink => "email_link",
            Self::EmailDeny => "email_deny",
            Self::UsernameLink => "username_link",
            Self::UsernameDeny => "username_deny",
        }
    }

    /// The one that the API calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matching| matching.name() == name)
    }
}

/// An OAuth source, as the API gives it back: never with its secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its uuid, with dashes.
    pub pk: String,
    /// What the button says.
    #[serde(default)]
    pub name: String,
    /// Its name in URLs.
    #[serde(default)]
    pub slug: String,
    /// Whether it works at all.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// The flow of people who are known; without one nobody can sign in.
    #[serde(default)]
    pub authentication_flow: Option<String>,
    /// The flow of new people; without one nobody is enrolled.
    #[serde(default)]
    pub enrollment_flow: Option<String>,
    /// `user_matching_mode`, as text: a later release may have more of them.
    #[serde(default, rename = "user_matching_mode")]
    pub matching: String,
    /// The name of its type.
    #[serde(default, deserialize_with = "or_default")]
    pub provider_type: String,
    /// X's Client ID.
    #[serde(default, deserialize_with = "or_default")]
    pub consumer_key: String,
    /// Scopes beside the type's own.
    #[serde(default, deserialize_with = "or_default")]
    pub additional_scopes: String,
    /// The property mappings that it has for users, by uuid.
    #[serde(default)]
    pub user_property_mappings: Vec<String>,
    /// Where in the tree of users new ones are put; none where the server doesn't know this.
    #[serde(default)]
    pub user_path_template: Option<String>,
    /// How groups that a source names are taken for groups that are there (`group_matching_mode`), as text; none where
    /// the server doesn't know this.
    #[serde(default)]
    pub group_matching_mode: Option<String>,
    /// Where X sends visitors back to, computed by the server from this very request's host and scheme.
    #[serde(default)]
    pub callback_url: Option<String>,
}

/// A type of OAuth source that the server knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceType {
    /// Its name in the API.
    pub name: String,
    /// What the server calls it on its pages.
    #[serde(default)]
    pub verbose_name: String,
    /// Where it sends visitors.
    #[serde(default)]
    pub authorization_url: Option<String>,
}

impl SourceType {
    /// The name of X's type in every release so far.
    pub const USUAL: &str = "twitter";

    /// X's type among those of a server: `twitter` up to 2026.5-rc1, `x` where the proposed name has arrived, else
    /// whichever sends visitors to X.
    pub fn of_x(types: &[Self]) -> Option<&Self> {
        let named = |name: &str| types.iter().find(|kind| kind.name == name);
        named(Self::USUAL).or_else(|| named("x")).or_else(|| types.iter().find(|kind| kind.leads_to_x()))
    }

    fn leads_to_x(&self) -> bool {
        let url = self.authorization_url.as_deref().and_then(|url| Url::parse(url).ok());
        url.as_ref().and_then(Url::host_str).is_some_and(|host| matches!(host, "x.com" | "twitter.com"))
    }
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Its uuid.
    pub pk: String,
    /// Its name in URLs.
    pub slug: String,
}

/// A flow, as its admins see it in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowRow {
    /// Its uuid.
    pub pk: String,
    /// Its name in URLs.
    pub slug: String,
    /// Its name for admins.
    #[serde(default)]
    pub name: String,
    /// What it is for: `authentication`, `enrollment` …
    #[serde(default)]
    pub designation: String,
}

/// What every visitor may know of the brand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// The slug of its login flow; none where the server's default serves.
    #[serde(default)]
    pub flow_authentication: Option<String>,
    /// The domain of the brand that the host belongs to.
    #[serde(default)]
    pub matched_domain: String,
}

/// A brand, as its admins see it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BrandRow {
    /// Its domain.
    #[serde(default)]
    pub domain: String,
    /// What its pages are titled.
    #[serde(default)]
    pub branding_title: String,
    /// Whether it serves every host that no other brand's domain is the end of.
    #[serde(default)]
    pub default: bool,
    /// The uuid of its login flow; none where the server's default serves.
    #[serde(default)]
    pub flow_authentication: Option<String>,
    /// The uuid of the application that external users are sent to in place of authentik's own pages.
    #[serde(default)]
    pub default_application: Option<String>,
}

/// A stage that makes or changes users.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct WriteStage {
    /// The flows it stands in.
    #[serde(default)]
    pub flow_set: Vec<Flow>,
    /// The type of the users that it makes: `external`, `internal` …
    #[serde(default)]
    pub user_type: String,
    /// Whether it makes users: `always_create`, `create_when_required`, `never_create`.
    #[serde(default)]
    pub user_creation_mode: String,
    /// Whether the users that it makes can't sign in yet.
    #[serde(default)]
    pub create_users_as_inactive: bool,
}

impl WriteStage {
    /// Whether it makes active users, as the stage of a fresh server's enrolment flow does.
    pub fn makes_active_users(&self) -> bool {
        self.user_creation_mode == "always_create" && !self.create_users_as_inactive && !self.user_type.is_empty()
    }
}

/// Who is linked to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The links, as far as the token may see.
    pub seen: Vec<UserLink>,
    /// Whether there may be more than were read.
    pub cut: bool,
}

impl Links {
    /// How many there are at least.
    pub fn count(&self) -> u32 {
        u32::try_from(self.seen.len()).unwrap_or(u32::MAX)
    }

    /// Whether they show that the token sees everybody's. Nothing in the answer tells it but somebody else's link: a
    /// user has one at a source, so two are enough [docs/evidence/authentik.md §2.3, §4.3].
    pub fn show_others(&self, me: &Me) -> bool {
        me.is_superuser || self.seen.len() > 1 || self.seen.iter().any(|link| link.user != me.pk)
    }
}

/// A user's link to an account at X.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UserLink {
    /// Its own number.
    #[serde(default)]
    pub pk: i64,
    /// The user's number.
    pub user: i64,
    /// X's number for the account.
    pub identifier: String,
    /// When it was made (RFC 3339); empty where the server doesn't tell.
    #[serde(default)]
    pub created: String,
}

/// The stage that asks who somebody is and shows the sources' buttons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentificationStage {
    /// Its uuid.
    pub pk: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The flows it stands in.
    #[serde(default)]
    pub flow_set: Vec<Flow>,
    /// What a visitor may type.
    #[serde(default)]
    pub user_fields: Vec<String>,
    /// The uuids of the sources it shows, in no order that counts: a visitor sees them by name.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The token's user.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its number.
    #[serde(default)]
    pub pk: i64,
    /// Its name.
    pub username: String,
    /// Whether it may do everything.
    #[serde(default)]
    pub is_superuser: bool,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Its number.
    pub pk: i64,
    /// Its name.
    pub username: String,
    /// Its e-mail address; empty where it has none.
    #[serde(default)]
    pub email: String,
    /// Whether it may sign in.
    #[serde(default = "yes")]
    pub is_active: bool,
    /// Whether it may do everything.
    #[serde(default)]
    pub is_superuser: bool,
    /// `internal`, `external`, `service_account` …; external users see no page of authentik's own.
    #[serde(default, rename = "type")]
    pub kind: String,
}

/// An event, without the request that caused it: events of a callback hold its code and state in clear.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LoggedEvent {
    /// Its uuid.
    pub pk: String,
    /// What happened: `login`, `source_linked`, `user_write` …
    pub action: String,
    /// Whom it is about.
    #[serde(default)]
    pub user: EventUser,
    /// What it is about.
    #[serde(default)]
    pub context: EventContext,
    /// When (RFC 3339).
    pub created: String,
}

/// Whom an event is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventUser {
    /// The user's number; none for nobody.
    #[serde(default)]
    pub pk: Option<i64>,
    /// The user's name.
    #[serde(default)]
    pub username: String,
}

/// The parts of an event's context that are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventContext {
    /// The source signed in through. Some faults have a line of text there, which says nothing
    /// [docs/evidence/authentik.md §3.1].
    #[serde(default, deserialize_with = "object_or_nothing")]
    pub source: Option<EventSource>,
    /// Whether a `user_write` made the user.
    #[serde(default)]
    pub created: bool,
    /// The user that a `user_write` wrote.
    #[serde(default)]
    pub username: Option<String>,
    /// The server's own words of a fault; they may quote what was sent, and aren't shown.
    #[serde(default, deserialize_with = "text_or_nothing")]
    pub message: String,
    /// The request in which it happened.
    #[serde(default)]
    pub http_request: EventRequest,
}

/// The request that an event belongs to: where it went, and nothing of its arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventRequest {
    /// The path, without the query.
    #[serde(default)]
    pub path: String,
}

/// A source as events name it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EventSource {
    /// Its uuid, without dashes.
    pub pk: String,
}

impl EventSource {
    /// Whether it is the source of this uuid, with or without dashes.
    pub fn is(&self, pk: &str) -> bool {
        self.pk.replace('-', "").eq_ignore_ascii_case(&pk.replace('-', ""))
    }
}

/// A token of the API, without its key.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ApiToken {
    #[serde(default)]
    pub(super) intent: String,
    #[serde(default)]
    pub(super) user: i64,
    #[serde(default)]
    pub(super) expiring: bool,
    #[serde(default)]
    pub(super) expires: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Own {
    pub(super) user: Me,
}

#[derive(Debug, Deserialize)]
pub(super) struct Version {
    pub(super) version_current: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Licence {
    pub(super) status: String,
}

/// What is open to everybody; that it parses shows that authentik is there.
#[derive(Debug, Deserialize)]
pub(super) struct RootConfig {
    #[expect(
        dead_code,
        reason = "only authentik answers with this field, which is all that the program wants to know"
    )]
    pub(super) capabilities: Vec<String>,
}

/// Any source, whatever its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct SourceRow {
    /// Its uuid.
    pub pk: String,
    /// What the button says.
    #[serde(default)]
    pub name: String,
    /// Its name in URLs.
    #[serde(default)]
    pub slug: String,
    /// Its kind, as authentik calls it inside: `authentik_sources_saml.samlsource`.
    #[serde(default, rename = "meta_model_name")]
    pub model: String,
}

impl From<&Source> for SourceRow {
    fn from(source: &Source) -> Self {
        Self {
            pk: source.pk.clone(),
            name: source.name.clone(),
            slug: source.slug.clone(),
            model: OAUTH_SOURCE.to_owned(),
        }
    }
}

/// What came of the server's own test of a property mapping.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MappingTest {
    /// Whether it ran through.
    #[serde(default)]
    pub successful: bool,
    /// What it gave, as JSON; a traceback where it didn't run through.
    #[serde(default)]
    pub result: String,
}

/// The property mappings of a source.
#[derive(Debug, Deserialize)]
pub(super) struct SourceMappings {
    #[serde(default)]
    pub(super) user_property_mappings: Vec<String>,
}

pub(super) type SourceFields = BTreeMap<String, serde_json::Value>;

fn yes() -> bool {
    true
}

/// What isn't text counts as none: an event's context has whatever its writer put there.
fn text_or_nothing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// What isn't an object of that shape counts as none.
fn object_or_nothing<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

/// Null counts as missing.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
