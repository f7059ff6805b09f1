//! The parts of authentik's answers that are read. Everything that a release may leave out has a default.

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use url::Url;

/// authentik's internal name for the kind of an OAuth source.
const OAUTH_SOURCE: &str = "authentik_sources_oauth.oauthsource";

/// One page of a list.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct ListPage<T> {
    #[serde(deserialize_with = "page_entries")]
    pub(super) results: Vec<T>,
    #[serde(default)]
    pub(super) pagination: Pagination,
}

/// The most entries of a page. A page is asked to have at most 100, and an answer of 1 MiB may hold so many small entries
/// that they would take a hundred times that memory.
const MOST_ENTRIES: usize = 1000;

fn page_entries<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct PageVisitor<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for PageVisitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MOST_ENTRIES} entries")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
            let mut all = Vec::new();
            while let Some(entry) = entries.next_element()? {
                if all.len() == MOST_ENTRIES {
                    return Err(A::Error::invalid_length(MOST_ENTRIES + 1, &self));
                }
                all.push(entry);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_seq(PageVisitor(PhantomData))
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Pagination {
    /// The number of the next page; 0 on the last page.
    #[serde(default)]
    pub(super) next: f64,
}

/// How a source matches a visitor to a user (`user_matching_mode`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Matching {
    /// The user that is linked to this X account, or else a new one.
    #[default]
    Identifier,
    /// The user with the same email address.
    EmailLink,
    /// Nobody, if a user already has the same email address.
    EmailDeny,
    /// The user with the same user name, so that anybody who takes that handle at X gets in.
    UsernameLink,
    /// Nobody, if a user already has the same user name.
    UsernameDeny,
}

impl Matching {
    /// All of them; the default is first.
    pub const ALL: [Self; 5] =
        [Self::Identifier, Self::EmailLink, Self::EmailDeny, Self::UsernameLink, Self::UsernameDeny];

    /// The mode's name in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::EmailLink => "email_link",
            Self::EmailDeny => "email_deny",
            Self::UsernameLink => "username_link",
            Self::UsernameDeny => "username_deny",
        }
    }

    /// The mode with this name in the API.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matching| matching.name() == name)
    }
}

/// An OAuth source as the API returns it, which is never with its secret.
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
    /// Whether the source is enabled.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// The authentication flow, for people who already have a user. Without one, nobody can sign in.
    #[serde(default)]
    pub authentication_flow: Option<String>,
    /// The enrollment flow, for new people. Without one, nobody is enrolled.
    #[serde(default)]
    pub enrollment_flow: Option<String>,
    /// `user_matching_mode`, as text, because a later release may have more modes.
    #[serde(default, rename = "user_matching_mode")]
    pub matching: String,
    /// The name of the source's type.
    #[serde(default, deserialize_with = "or_default")]
    pub provider_type: String,
    /// X's Client ID.
    #[serde(default, deserialize_with = "or_default")]
    pub consumer_key: String,
    /// The Secret with the Client Secret, on a server that has such objects.
    #[serde(default, skip_serializing_if = "SecretRef::is_missing")]
    pub consumer_secret_ref: SecretRef,
    /// Additional scopes, besides the ones that the type asks for.
    #[serde(default, deserialize_with = "or_default")]
    pub additional_scopes: String,
    /// The uuids of the property mappings that it applies to users.
    #[serde(default)]
    pub user_property_mappings: Vec<String>,
    /// The path in the user directory where new users are put; `None` if the server doesn't have this field.
    #[serde(default)]
    pub user_path_template: Option<String>,
    /// How groups that a source names are matched to existing groups (`group_matching_mode`), as text; `None` if the
    /// server doesn't have this field.
    #[serde(default)]
    pub group_matching_mode: Option<String>,
    /// The callback, which the server computes from the host and scheme of the request that read it.
    #[serde(default)]
    pub callback_url: Option<String>,
    /// `pkce`; `None` if the server doesn't have this field.
    #[serde(default)]
    pub pkce: Option<String>,
    /// `authorization_code_auth_method`; `None` if the server doesn't have this field.
    #[serde(default)]
    pub authorization_code_auth_method: Option<String>,
    /// `policy_engine_mode`; `None` if the server doesn't have this field.
    #[serde(default)]
    pub policy_engine_mode: Option<String>,
    /// Whether its button is a wide one; `None` if the server doesn't have this field.
    #[serde(default)]
    pub promoted: Option<bool>,
    /// The uuids of the property mappings that it applies to groups.
    #[serde(default)]
    pub group_property_mappings: Vec<String>,
}

impl Source {
    /// The keys of the objects that its Client Secret can be written to: its own, and that of its Secret.
    pub fn secret_keys(&self) -> Vec<&str> {
        std::iter::once(self.pk.as_str()).chain(self.consumer_secret_ref.key()).collect()
    }
}

/// A source's reference to the Secret with its Client Secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub enum SecretRef {
    /// The server doesn't have this field.
    #[default]
    Missing,
    /// The source refers to no Secret.
    Nothing,
    /// The key of the Secret.
    To(String),
}

impl SecretRef {
    /// The key of the Secret, if there is one.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::To(key) => Some(key),
            Self::Missing | Self::Nothing => None,
        }
    }

    fn is_missing(&self) -> bool {
        *self == Self::Missing
    }
}

impl From<Option<String>> for SecretRef {
    fn from(told: Option<String>) -> Self {
        told.map_or(Self::Nothing, Self::To)
    }
}

impl From<SecretRef> for Option<String> {
    fn from(known: SecretRef) -> Self {
        match known {
            SecretRef::To(key) => Some(key),
            SecretRef::Missing | SecretRef::Nothing => None,
        }
    }
}

/// A type of OAuth source that the server knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceType {
    /// Its name in the API.
    pub name: String,
    /// What the server calls it on its pages.
    #[serde(default)]
    pub verbose_name: String,
    /// The address that it sends visitors to.
    #[serde(default)]
    pub authorization_url: Option<String>,
}

impl SourceType {
    /// The name of X's type in every release so far.
    pub const USUAL: &str = "twitter";

    /// The type for X among those of a server: `twitter` up to 2026.5-rc1, `x` in releases with the proposed name, or
    /// else the one that sends visitors to X.
    pub fn find_x(types: &[Self]) -> Option<&Self> {
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

/// A flow as admins see it in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowRow {
    /// Its uuid.
    pub pk: String,
    /// Its name in URLs.
    pub slug: String,
    /// Its name for admins.
    #[serde(default)]
    pub name: String,
    /// Its designation: `authentication`, `enrollment` …
    #[serde(default)]
    pub designation: String,
}

/// The part of a brand that every visitor may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// The slug of its authentication flow; `None` if it uses the server's default.
    #[serde(default)]
    pub flow_authentication: Option<String>,
    /// The domain of the brand that the host belongs to.
    #[serde(default)]
    pub matched_domain: String,
}

/// A brand as its admins see it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BrandRow {
    /// Its domain.
    #[serde(default)]
    pub domain: String,
    /// The title of its pages.
    #[serde(default)]
    pub branding_title: String,
    /// Whether it is used for every host that doesn't end with another brand's domain.
    #[serde(default)]
    pub default: bool,
    /// The uuid of its authentication flow; `None` if it uses the server's default.
    #[serde(default)]
    pub flow_authentication: Option<String>,
    /// The uuid of the application that external users are sent to, because they can't use authentik's own pages.
    #[serde(default)]
    pub default_application: Option<String>,
}

/// A stage that creates or changes users.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct WriteStage {
    /// The flows that the stage is in.
    #[serde(default)]
    pub flow_set: Vec<Flow>,
    /// The type of the users that it creates: `external`, `internal` …
    #[serde(default)]
    pub user_type: String,
    /// Whether it creates users: `always_create`, `create_when_required`, `never_create`.
    #[serde(default)]
    pub user_creation_mode: String,
    /// Whether the users that it creates are inactive at first.
    #[serde(default)]
    pub create_users_as_inactive: bool,
}

impl WriteStage {
    /// Whether it creates active users, as the stage of a fresh server's enrollment flow does.
    pub fn makes_active_users(&self) -> bool {
        self.user_creation_mode == "always_create" && !self.create_users_as_inactive && !self.user_type.is_empty()
    }
}

/// The links of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The links that the token may see.
    pub seen: Vec<UserLink>,
    /// Whether the server may have more links than were read.
    pub cut: bool,
}

impl Links {
    /// The number of links that were read; there may be more.
    pub fn count(&self) -> u32 {
        u32::try_from(self.seen.len()).unwrap_or(u32::MAX)
    }

    /// Whether these links prove that the token may see everybody's. Only another user's link shows that. A user has
    /// one link at a source, so two links are enough [docs/evidence/authentik.md §2.3, §4.3].
    pub fn prove_all_visible(&self, me: &Me) -> bool {
        me.is_superuser || self.seen.len() > 1 || self.seen.iter().any(|link| link.user != me.pk)
    }
}

/// A user's link to an account at X.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UserLink {
    /// The link's own number.
    #[serde(default)]
    pub pk: i64,
    /// The user's number.
    pub user: i64,
    /// X's number for the account.
    pub identifier: String,
    /// When the link was made (RFC 3339); empty if the server doesn't say.
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
    /// The flows that the stage is in.
    #[serde(default)]
    pub flow_set: Vec<Flow>,
    /// The user fields that a visitor may enter.
    #[serde(default)]
    pub user_fields: Vec<String>,
    /// The uuids of the sources that it shows. Their order doesn't matter, because visitors see them sorted by name.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The token's user.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// The user's number.
    #[serde(default)]
    pub pk: i64,
    /// The user name.
    pub username: String,
    /// Whether the user is a superuser.
    #[serde(default)]
    pub is_superuser: bool,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// The user's number.
    pub pk: i64,
    /// The user name.
    pub username: String,
    /// The user's email address; empty if there is none.
    #[serde(default)]
    pub email: String,
    /// Whether the user is active and may sign in.
    #[serde(default = "yes")]
    pub is_active: bool,
    /// Whether the user is a superuser.
    #[serde(default)]
    pub is_superuser: bool,
    /// `internal`, `external`, `service_account` …; external users can't see authentik's own pages.
    #[serde(default, rename = "type")]
    pub kind: String,
}

/// An event, without the request that caused it, because events about a callback contain its code and state
/// unencrypted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LoggedEvent {
    /// Its uuid.
    pub pk: String,
    /// What happened: `login`, `source_linked`, `user_write` …
    pub action: String,
    /// The user that it is about.
    #[serde(default)]
    pub user: EventUser,
    /// What else the event says about what happened.
    #[serde(default)]
    pub context: EventContext,
    /// When it happened (RFC 3339).
    pub created: String,
}

/// The user that an event is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventUser {
    /// The user's number; `None` if the event isn't about a user.
    #[serde(default)]
    pub pk: Option<i64>,
    /// The user's name.
    #[serde(default)]
    pub username: String,
}

/// The parts of an event's context that are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventContext {
    /// The source that was used for a sign-in. Some faults have a line of text here, which says nothing useful
    /// [docs/evidence/authentik.md §3.1].
    #[serde(default, deserialize_with = "object_or_nothing")]
    pub source: Option<EventSource>,
    /// Whether a `user_write` created the user.
    #[serde(default)]
    pub created: bool,
    /// The user that a `user_write` wrote.
    #[serde(default)]
    pub username: Option<String>,
    /// The server's own message about a fault. It is never shown, because it may quote what was sent.
    #[serde(default, deserialize_with = "text_or_nothing")]
    pub message: String,
    /// The request in which it happened.
    #[serde(default)]
    pub http_request: EventRequest,
}

/// The request that an event belongs to: its path, without any of its arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventRequest {
    /// The path, without the query.
    #[serde(default)]
    pub path: String,
}

/// A source as events refer to it.
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

/// An API token, without its key.
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

/// A part of the configuration that everybody may read. If it can be parsed, the server is authentik.
#[derive(Debug, Deserialize)]
pub(super) struct RootConfig {
    #[expect(
        dead_code,
        reason = "only authentik answers with this field, which is all that the program wants to know"
    )]
    pub(super) capabilities: Vec<String>,
}

/// A source of any kind.
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
    /// authentik's internal name for its kind: `authentik_sources_saml.samlsource`.
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

/// The server's own dry run of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PolicyTest {
    /// Whether the policy would let the visitor pass.
    pub passing: bool,
    /// What the visitor would read.
    #[serde(default)]
    pub messages: Vec<String>,
}

/// The result of the server's own test of a property mapping.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MappingTest {
    /// Whether the mapping ran without an exception.
    #[serde(default)]
    pub successful: bool,
    /// The mapping's result as JSON, or a traceback if there was an exception.
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

/// Reads anything that isn't text as empty, because an event's context holds whatever its writer put there.
fn text_or_nothing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Reads anything that isn't an object of this shape as missing.
fn object_or_nothing<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

/// Reads null as missing.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
