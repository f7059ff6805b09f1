use super::public_probe::{PublicProbe, meant};
use crate::progress::Observer;

use super::leg::{ServerLeg, ServerLegResult, ServerLegVerdict, whole};
use super::object::ObjectKind;
use super::release::newer;
use super::shapes::{ApiToken, ListPage, Source, SourceType};
use super::write_options::WriteOptions;
use super::{Client, Error, Me, SecretForm, compare_base_url};
use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::i18n::msg;
use serde::{Deserialize, Serialize};
use std::time::Instant;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The remaining lifetime of a token, in minutes, below which the admin is warned. It is enough for a whole setup,
/// including X's form.
const SOON: u32 = 120;

/// What the server check learned about a server and its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServerSummary {
    /// The release, such as `2025.12.4`.
    pub version: String,
    /// The token's user.
    pub user: String,
    /// The number of the token's user.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub user_pk: i64,
    /// Whether the user is a superuser.
    pub superuser: bool,
    /// How long the token lives.
    pub token: TokenLife,
    /// The source type for X; `None` if the server has none.
    pub x_type: Option<XType>,
    /// The existing OAuth sources; `None` if the token may not see them.
    pub sources: Option<KnownSources>,
    /// The license's status, `unlicensed`, `valid` …; `None` if the server didn't say.
    pub licence: Option<String>,
    /// The stage where the button would be added; `None` if it couldn't be found.
    pub login_stage: Option<LoginPageSources>,
    /// The server's own setting for its address, empty if none is set; `None` if the release has no such setting, or the
    /// token may not see it.
    #[serde(default)]
    pub base_url: Option<String>,
    /// Each right that the job uses, in the order in which it uses them.
    pub rights: Vec<RightState>,
    /// Whether the server keeps Client Secrets as objects of their own, which take permissions of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<bool>"))]
    pub secrets: bool,
}

/// How long the token is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "life")]
pub enum TokenLife {
    /// It never expires.
    Never,
    /// It expires at a known time.
    Until {
        /// The time (RFC 3339).
        at: String,
    },
    /// The user has several tokens, or they can't be seen.
    Unknown,
}

/// The source type for X.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct XType {
    /// Its name in the API.
    pub name: String,
    /// What the server calls it on its pages.
    pub verbose_name: String,
}

/// An existing source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownSource {
    /// What its button says.
    pub name: String,
    /// Its name in URLs.
    pub slug: String,
    /// Whether it is of another type than X's, so that it is somebody else's and a plan for its slug is refused. Files of
    /// earlier versions lack it.
    #[serde(default)]
    pub foreign: bool,
}

/// The existing OAuth sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownSources {
    /// Each of them.
    pub known: Vec<KnownSource>,
    /// How many there are.
    pub all: u32,
    /// How many of them are of X's type.
    pub x: u32,
}

/// The identification stage of the login page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginPageSources {
    /// The stage's name.
    pub name: String,
    /// The slug of the flow that the stage is in.
    pub flow: String,
}

/// A right, and whether the token has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RightState {
    /// The right.
    pub right: Right,
    /// Whether the token has it.
    pub allowed: GrantedRights,
}

/// What is known about a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum GrantedRights {
    /// The right was tried successfully, or the user is a superuser.
    Allowed,
    /// The right was tried, and the server refused.
    Refused,
    /// Only a write would show it, and the check never writes; or the server doesn't tell in advance.
    Unknown,
}

impl ServerSummary {
    /// Why the job can't go on with this server and this token, if it can't: needed rights that were refused, or else
    /// the missing source type.
    pub fn problem(&self, host: &str) -> Option<Error> {
        let refused: Vec<_> = self
            .rights
            .iter()
            .filter(|state| state.allowed == GrantedRights::Refused && is_needed(state.right))
            .map(|state| state.right)
            .collect();
        if !refused.is_empty() {
            return Some(Error::RightsMissing { user: self.user.clone(), rights: refused });
        }
        self.x_type.is_none().then(|| Error::TypeMissing { host: host.to_owned() })
    }
}

/// Whether every push needs a right. Which rights to write a push needs depends on what is there: its plan names them.
/// Events are read only to watch the test sign-in, and links only for an undo. The rights for a Source stage or a link
/// repair are needed only by people who want one of these.
fn is_needed(right: Right) -> bool {
    match right {
        Right::ViewSource | Right::ViewFlow | Right::ViewStage => true,
        Right::AddSource
        | Right::ChangeSource
        | Right::ChangeStage
        | Right::DeleteSource
        | Right::ViewEvents
        | Right::ViewConnections
        | Right::AddConnection
        | Right::DeleteConnection
        | Right::ViewUsers
        | Right::ViewMapping
        | Right::AddMapping
        | Right::ChangeMapping
        | Right::DeleteMapping
        | Right::ViewBinding
        | Right::AddBinding
        | Right::DeleteBinding
        | Right::ViewSourceStage
        | Right::AddSourceStage
        | Right::ChangeSourceStage
        | Right::DeleteSourceStage
        | Right::ViewBrand
        // Only a server with Secrets needs these, and its plan names what is missing.
        | Right::ViewSecret
        | Right::AddSecret
        | Right::ChangeSecret
        | Right::DeleteSecret
        | Right::ViewSecretValue
        // Only the choice of who gets in needs these, and its plan names what is missing.
        | Right::ViewPolicy
        | Right::AddPolicy
        | Right::ChangePolicy
        | Right::DeletePolicy
        | Right::ViewPolicyBinding
        | Right::AddPolicyBinding
        | Right::ChangePolicyBinding
        | Right::DeletePolicyBinding
        | Right::AddFlow
        | Right::ChangeFlow
        | Right::DeleteFlow
        | Right::ChangeBinding
        | Right::ViewWriteStage
        | Right::AddWriteStage
        | Right::ChangeWriteStage
        | Right::DeleteWriteStage
        | Right::ViewDenyStage
        | Right::AddDenyStage
        | Right::ChangeDenyStage
        | Right::DeleteDenyStage
        | Right::ViewGroup
        | Right::AddGroup
        | Right::DeleteGroup
        | Right::ViewAnyPolicy
        | Right::AddAnyPolicy => false,
    }
}

/// The server check: how each leg ended, and what was learned.
#[derive(Debug)]
pub struct ServerCheck {
    /// Every leg, in its order.
    pub legs: Vec<ServerLegResult>,
    /// What the server check learned.
    ///
    /// # Errors
    /// When authentik doesn't answer or the token is refused. A right that is missing is no error here: see
    /// [`ServerSummary::problem`].
    pub outcome: Result<ServerSummary, Error>,
}

/// Checks everything that the first stage shows. The token is sent only after authentik has answered without it; then
/// all requests that don't depend on each other are sent in parallel. `told` hears the progress.
pub async fn check_server(client: &Client, observer: Observer<'_, Vec<ServerLegResult>>) -> ServerCheck {
    let (PublicProbe { mut legs, stopped, release, .. }, _) =
        client.approach(&ServerLeg::ALL, observer, std::future::ready(())).await;
    let outcome = match stopped {
        Some(error) => Err(error),
        None => enter(client, release.as_deref(), &mut legs).await,
    };
    if let Err(error) = &outcome
        && !legs.iter().any(|state| state.verdict == ServerLegVerdict::Failed)
    {
        legs.push(ServerLegResult::failed(ServerLeg::Token, error.symptom()));
    }
    ServerCheck { legs: whole(legs, &ServerLeg::ALL), outcome }
}

#[expect(clippy::too_many_lines, reason = "one answer after another, each in its leg")]
async fn enter(
    client: &Client,
    outside: Option<&str>,
    legs: &mut Vec<ServerLegResult>,
) -> Result<ServerSummary, Error> {
    let began = Instant::now();
    let (
        version,
        (me, knocked),
        types,
        licence,
        tokens,
        (sources, source_options, secrets),
        flow,
        stages,
        events,
        users,
        mappings,
        login,
        base_url,
    ) = tokio::join!(
        client.version(),
        async { (client.me().await, began.elapsed()) },
        client.source_types(),
        client.licence(),
        client.tokens(),
        async {
            let (sources, options) = tokio::join!(client.sources(), client.write_options(ObjectKind::Source, None));
            let known = sources.as_deref().unwrap_or_default();
            let secrets = Box::pin(secret_rights(client, known, options.as_ref())).await;
            (sources, options, secrets)
        },
        client.flow("default-source-authentication"),
        client.stages(),
        client.newest_event(),
        client.some_users(),
        client.some_mappings(),
        client.login_flow(),
        client.base_url(),
    );
    let took = began.elapsed();
    let me = me?;
    let (token, version) = (tokens.map_or(TokenLife::Unknown, |tokens| life(&tokens, &me)), version?);
    let seen = legs.iter().position(|state| state.leg == ServerLeg::Version).map(|at| legs.remove(at));
    let millis = seen.and_then(|state| state.millis);
    legs.push(ServerLegResult { millis, ..version_leg(&version, outside) });
    legs.push(token_leg(client, &me, &token).took(knocked));
    let x_type = SourceType::find_x(&types?).cloned();
    let (sources, sources_allowed) = tried(sources, &me)?;
    let (_, flow_allowed) = tried(flow, &me)?;
    let (stages, stages_allowed) = tried(stages, &me)?;
    let (_, events_allowed) = tried(events, &me)?;
    let (_, users_allowed) = tried(users, &me)?;
    let (_, mappings_allowed) = tried(mappings, &me)?;
    let login_stage = login.ok().and_then(|flow| {
        let stage = stages?.into_iter().find(|stage| stage.flow_set.iter().any(|of| of.slug == flow))?;
        Some((stage.pk, LoginPageSources { name: stage.name, flow }))
    });
    let (stage, login_stage) = login_stage.unzip();
    let untried = if me.is_superuser { GrantedRights::Allowed } else { GrantedRights::Unknown };
    let writes = if me.is_superuser {
        WriteRights { add_source: untried, change_source: untried, change_stage: untried, add_mapping: untried }
    } else {
        let of_x = |source: &&Source| x_type.as_ref().is_some_and(|x| x.name == source.provider_type);
        let source = sources.iter().flatten().find(of_x).or_else(|| sources.iter().flatten().next());
        write_rights(client, source_options, source.map(|source| source.slug.as_str()), stage.as_deref()).await
    };
    let mut rights = vec![
        (Right::ViewSource, sources_allowed),
        (Right::AddSource, writes.add_source),
        (Right::ChangeSource, writes.change_source),
        (Right::DeleteSource, untried),
        (Right::ViewFlow, flow_allowed),
        (Right::ViewStage, stages_allowed),
        (Right::ChangeStage, writes.change_stage),
        (Right::ViewEvents, events_allowed),
        (Right::ViewUsers, users_allowed),
        // Without the right, the list has only the user's own link, and the answer doesn't say so.
        (Right::ViewConnections, untried),
        (Right::ViewMapping, mappings_allowed),
        (Right::AddMapping, writes.add_mapping),
    ];
    if let Some((seen, may_add)) = secrets {
        let (_, seen) = tried(seen, &me)?;
        let may_add = if may_add { GrantedRights::Allowed } else { GrantedRights::Refused };
        rights.extend([(Right::ViewSecret, seen), (Right::AddSecret, may_add)]);
    }
    let of_x = |name: &str| x_type.as_ref().is_some_and(|x| x.name == name);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let reached = ServerSummary {
        version,
        token,
        superuser: me.is_superuser,
        user: me.username,
        user_pk: me.pk,
        sources: sources.map(|sources| KnownSources {
            known: sources
                .iter()
                .map(|source| KnownSource {
                    name: source.name.clone(),
                    slug: source.slug.clone(),
                    foreign: x_type.is_some() && !of_x(&source.provider_type),
                })
                .collect(),
            all: count(sources.len()),
            x: count(sources.iter().filter(|source| of_x(&source.provider_type)).count()),
        }),
        x_type: x_type.map(|x| XType { name: x.name, verbose_name: x.verbose_name }),
        licence: licence.ok(),
        base_url: base_url.ok().flatten(),
        login_stage,
        secrets: rights.iter().any(|(right, _)| *right == Right::ViewSecret),
        rights: rights.into_iter().map(|(right, allowed)| RightState { right, allowed }).collect(),
    };
    if let (Some(base_url), Some(found)) =
        (&reached.base_url, legs.iter_mut().find(|state| state.leg == ServerLeg::Found))
    {
        *found = base_url_leg(client, found.clone(), base_url);
    }
    legs.push(rights_leg(&reached, &client.host()).took(took));
    Ok(reached)
}

/// The rights to write that `OPTIONS` tells [docs/evidence/authentik.md §4.6].
struct WriteRights {
    add_source: GrantedRights,
    change_source: GrantedRights,
    change_stage: GrantedRights,
    add_mapping: GrantedRights,
}

/// Asks what the token may write: to the list of mappings, to a source if there is one, and to the stage of the login
/// page if it is known. What may be written to the list of sources is known already.
async fn write_rights(
    client: &Client,
    sources: Option<WriteOptions>,
    source: Option<&str>,
    stage: Option<&str>,
) -> WriteRights {
    let change_source = async { client.write_options(ObjectKind::Source, Some(source?)).await };
    let change_stage = async { client.stage_options(stage?).await };
    let (mappings, source, stage) =
        tokio::join!(client.write_options(ObjectKind::Mapping, None), Box::pin(change_source), Box::pin(change_stage),);
    let told = |options: Option<WriteOptions>, allows: fn(&WriteOptions) -> bool| match options.as_ref().map(allows) {
        Some(true) => GrantedRights::Allowed,
        Some(false) => GrantedRights::Refused,
        None => GrantedRights::Unknown,
    };
    WriteRights {
        add_source: told(sources, WriteOptions::may_create),
        change_source: told(source, WriteOptions::may_change),
        change_stage: told(stage, WriteOptions::may_change),
        add_mapping: told(mappings, WriteOptions::may_create),
    }
}

/// Whether the token may see Secrets and add one; `None` if the server has none. No existing role has these permissions
/// by itself [D, docs/evidence/authentik.md §7.3].
async fn secret_rights(
    client: &Client,
    sources: &[Source],
    source_options: Option<&WriteOptions>,
) -> Option<(Result<(), Error>, bool)> {
    if client.secret_form(sources, None, source_options).await == SecretForm::Field {
        return None;
    }
    let (seen, options) =
        tokio::join!(client.objects(ObjectKind::Secret), client.write_options(ObjectKind::Secret, None));
    Some((seen.map(drop), options.is_some_and(|options| options.may_create())))
}

/// The leg of the release. If the API and the pages show different releases, two servers are answering.
fn version_leg(version: &str, outside: Option<&str>) -> ServerLegResult {
    let leg = ServerLegResult::new(ServerLeg::Version, ServerLegVerdict::Passed).says(msg::reach_version(version));
    let same = |outside: &str| version == outside || version.starts_with(&format!("{outside}."));
    let leg = match outside {
        Some(outside) if !same(outside) => {
            ServerLegResult { verdict: ServerLegVerdict::Noted, ..leg.says(msg::reach_version_differs(outside)) }
        }
        Some(_) | None => leg,
    };
    meant(leg, version)
}

/// Adds the server's own setting for its address to the leg that found the server.
fn base_url_leg(client: &Client, leg: ServerLegResult, base_url: &str) -> ServerLegResult {
    let leg = leg.says(if base_url.is_empty() { msg::reach_base_url_none() } else { msg::reach_base_url(base_url) });
    match compare_base_url(client.server(), base_url) {
        Some(symptom) => leg.noted(symptom),
        None => leg,
    }
}

fn token_leg(client: &Client, me: &Me, token: &TokenLife) -> ServerLegResult {
    let leg = ServerLegResult::new(ServerLeg::Token, ServerLegVerdict::Passed);
    let leg = leg.says(if me.is_superuser {
        msg::reach_token_superuser(&me.username)
    } else {
        msg::reach_token(&me.username)
    });
    match token {
        TokenLife::Never => leg.says(msg::reach_token_never()),
        TokenLife::Unknown => leg.says(msg::reach_token_unknown()),
        TokenLife::Until { at } => {
            let Ok(until) = OffsetDateTime::parse(at, &Rfc3339) else { return leg };
            let left = (until - client.net().clock().now()).whole_minutes();
            let minutes = u32::try_from(left).unwrap_or(0);
            if minutes >= SOON { leg } else { leg.noted(Symptom::TokenExpiresSoon { host: client.host(), minutes }) }
        }
    }
}

fn rights_leg(reached: &ServerSummary, host: &str) -> ServerLegResult {
    let count = |wanted| reached.rights.iter().filter(|state| state.allowed == wanted).count();
    let (refused, untried) = (count(GrantedRights::Refused), count(GrantedRights::Unknown));
    let says = msg::reach_rights(reached.rights.len() - refused - untried, refused, untried);
    match reached.problem(host) {
        Some(error) => ServerLegResult::failed(ServerLeg::Rights, error.symptom()).says(says),
        None if refused > 0 => ServerLegResult::new(ServerLeg::Rights, ServerLegVerdict::Noted).says(says),
        None => ServerLegResult::new(ServerLeg::Rights, ServerLegVerdict::Passed).says(says),
    }
}

/// What a read shows about its right. authentik refuses even an empty list to a token without the right, so a list
/// means that the token has it.
fn tried<T>(outcome: Result<T, Error>, me: &Me) -> Result<(Option<T>, GrantedRights), Error> {
    match outcome {
        Ok(found) => Ok((Some(found), GrantedRights::Allowed)),
        Err(Error::RightsMissing { .. }) if !me.is_superuser => Ok((None, GrantedRights::Refused)),
        Err(other) => Err(other),
    }
}

/// If the user has several tokens, the one in use can't be identified, because the API doesn't show keys. `expires` has
/// a value even if the token never expires [docs/evidence/authentik.md §4.7].
fn life(tokens: &ListPage<ApiToken>, me: &Me) -> TokenLife {
    let mut own = tokens.results.iter().filter(|token| token.intent == "api" && token.user == me.pk);
    match (own.next(), own.next()) {
        (Some(ApiToken { expiring: false, .. }), None) => TokenLife::Never,
        (Some(ApiToken { expires: Some(at), .. }), None) if tokens.pagination.next < 1.0 => {
            TokenLife::Until { at: at.clone() }
        }
        _ => TokenLife::Unknown,
    }
}

impl ServerSummary {
    /// A note if the server's release is newer than any that the program was tested with. It changes nothing else: what
    /// a server can do is recognized by its answers.
    pub fn newer_release_note(&self) -> Option<Symptom> {
        newer(&self.version)
    }
}
