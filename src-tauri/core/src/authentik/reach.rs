use super::shapes::{Page, SourceType, Token};
use super::{Client, Error, Me};
use crate::diagnosis::Right;
use serde::{Deserialize, Serialize};

/// What the first contact with a server told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reached {
    /// The release, such as `2025.12.4`.
    pub version: String,
    /// The token's user.
    pub user: String,
    /// Whether that user may do everything.
    pub superuser: bool,
    /// How long the token lives.
    pub token: TokenLife,
    /// The type of source for X; none where the server has none.
    pub x_type: Option<XType>,
    /// The OAuth sources that are there; none where the token may not see them.
    pub sources: Option<Sources>,
    /// `unlicensed`, `valid` …; none where the server didn't say.
    pub licence: Option<String>,
    /// Where the button would go; none where it couldn't be found.
    pub login_stage: Option<LoginStage>,
    /// Each right of the job, in the order of the job.
    pub rights: Vec<RightState>,
}

/// How long the token lives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "life")]
pub enum TokenLife {
    /// For ever.
    Never,
    /// Until then (RFC 3339).
    Until {
        /// When.
        at: String,
    },
    /// The user has several, or they can't be seen.
    Unknown,
}

/// X's type of source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct XType {
    /// Its name in the API.
    pub name: String,
    /// What the server calls it on its pages.
    pub verbose_name: String,
}

/// A source that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "KnownSource"))]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// What its button says.
    pub name: String,
    /// Its name in URLs.
    pub slug: String,
}

/// The OAuth sources that are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Sources {
    /// Each of them.
    pub known: Vec<Known>,
    /// How many there are.
    pub all: u32,
    /// How many of them are of X's type.
    pub x: u32,
}

/// The identification stage of the login page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginStage {
    /// The stage's name.
    pub name: String,
    /// The slug of the flow it stands in.
    pub flow: String,
}

/// A right and whether the token has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RightState {
    /// The right.
    pub right: Right,
    /// Whether the token has it.
    pub allowed: Allowed,
}

/// What is known of a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Allowed {
    /// Tried, or the user may do everything.
    Allowed,
    /// Tried, and refused.
    Refused,
    /// Only a write would tell, and nothing is written to find out.
    Unknown,
}

impl Reached {
    /// Why the job can't go on with this server and this token, if it can't: rights that are refused and needed, else
    /// the missing type.
    pub fn problem(&self, host: &str) -> Option<Error> {
        let refused: Vec<_> = self
            .rights
            .iter()
            .filter(|state| state.allowed == Allowed::Refused && is_needed(state.right))
            .map(|state| state.right)
            .collect();
        if !refused.is_empty() {
            return Some(Error::RightsMissing { user: self.user.clone(), rights: refused });
        }
        self.x_type.is_none().then(|| Error::TypeMissing { host: host.to_owned() })
    }
}

/// Events are read only to watch the test login, connections only to undo; the push does without either.
fn is_needed(right: Right) -> bool {
    match right {
        Right::ViewSource
        | Right::AddSource
        | Right::ChangeSource
        | Right::ViewFlow
        | Right::ViewStage
        | Right::ChangeStage => true,
        Right::DeleteSource | Right::ViewEvents | Right::ViewConnections | Right::ViewUsers => false,
    }
}

/// Looks at everything that the first stage shows. The token is sent only after authentik has answered without it;
/// then all that doesn't depend on each other is asked at once.
///
/// # Errors
/// When authentik doesn't answer or the token is refused. A right that is missing is no error here: see
/// [`Reached::problem`].
pub async fn reach(client: &Client) -> Result<Reached, Error> {
    client.root_config().await?;
    let (version, me, types, licence, tokens, sources, flow, stages, events, login) = tokio::join!(
        client.version(),
        client.me(),
        client.source_types(),
        client.licence(),
        client.tokens(),
        client.sources(),
        client.flow("default-source-authentication"),
        client.stages(),
        client.newest_event(),
        client.login_flow(),
    );
    let me = me?;
    let x_type = SourceType::of_x(&types?).cloned();
    let (sources, sources_allowed) = tried(sources, &me)?;
    let (_, flow_allowed) = tried(flow, &me)?;
    let (stages, stages_allowed) = tried(stages, &me)?;
    let (_, events_allowed) = tried(events, &me)?;
    let login_stage = login.ok().and_then(|flow| {
        let stage = stages?.into_iter().find(|stage| stage.flow_set.iter().any(|of| of.slug == flow))?;
        Some(LoginStage { name: stage.name, flow })
    });
    let write = if me.is_superuser { Allowed::Allowed } else { Allowed::Unknown };
    let rights = [
        (Right::ViewSource, sources_allowed),
        (Right::AddSource, write),
        (Right::ChangeSource, write),
        (Right::DeleteSource, write),
        (Right::ViewFlow, flow_allowed),
        (Right::ViewStage, stages_allowed),
        (Right::ChangeStage, write),
        (Right::ViewEvents, events_allowed),
    ];
    let of_x = |name: &str| x_type.as_ref().is_some_and(|x| x.name == name);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Reached {
        version: version?,
        token: tokens.map_or(TokenLife::Unknown, |tokens| life(&tokens, &me)),
        superuser: me.is_superuser,
        user: me.username,
        sources: sources.map(|sources| Sources {
            known: sources
                .iter()
                .map(|source| Known { name: source.name.clone(), slug: source.slug.clone() })
                .collect(),
            all: count(sources.len()),
            x: count(sources.iter().filter(|source| of_x(&source.provider_type)).count()),
        }),
        x_type: x_type.map(|x| XType { name: x.name, verbose_name: x.verbose_name }),
        licence: licence.ok(),
        login_stage,
        rights: rights.into_iter().map(|(right, allowed)| RightState { right, allowed }).collect(),
    })
}

/// What a read says of its right: an empty list of what may not be seen is refused too, so a list means yes.
fn tried<T>(outcome: Result<T, Error>, me: &Me) -> Result<(Option<T>, Allowed), Error> {
    match outcome {
        Ok(found) => Ok((Some(found), Allowed::Allowed)),
        Err(Error::RightsMissing { .. }) if !me.is_superuser => Ok((None, Allowed::Refused)),
        Err(other) => Err(other),
    }
}

/// Of several tokens none can be told to be the one in use: the API shows no key. `expires` is filled even where it
/// doesn't count [facts/authentik-signin.md §4].
fn life(tokens: &Page<Token>, me: &Me) -> TokenLife {
    let mut own = tokens.results.iter().filter(|token| token.intent == "api" && token.user == me.pk);
    match (own.next(), own.next()) {
        (Some(Token { expiring: false, .. }), None) => TokenLife::Never,
        (Some(Token { expires: Some(at), .. }), None) if tokens.pagination.next < 1.0 => {
            TokenLife::Until { at: at.clone() }
        }
        _ => TokenLife::Unknown,
    }
}
