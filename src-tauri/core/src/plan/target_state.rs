//! The complete state that a plan leads to, with names in place of the server's keys, so that it can be explained or
//! exported to another tool.

use super::actual::{AUTHENTICATION, ENROLMENT, LOGIN_STAGE};
use super::choices::SourceUse;
use super::fields::{self, Fields};
use super::source_stage::{DesiredSourceStage, place};
use super::{Actual, ChangeGroup, Desired, LoginPageState, RelatedObjects, compare};
use crate::authentik::{FlowRow, ProductMapping, Source, SourceRow, SourceType};
use serde_json::Value;

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

/// The target state for a server that can't be read. Its flows and its login page are assumed to be those of a fresh
/// server.
pub fn offline_target_state(desired: &Desired) -> TargetState {
    let flow = |slug: &str| FlowRow {
        pk: slug.to_owned(),
        slug: slug.to_owned(),
        name: String::new(),
        designation: String::new(),
    };
    let chosen = [&desired.choices.authentication_flow, &desired.choices.enrolment_flow];
    let named = chosen.into_iter().flatten().map(String::as_str).chain([AUTHENTICATION, ENROLMENT]);
    let actual = Actual {
        server: String::new(),
        host: String::new(),
        x_type: SourceType::USUAL.to_owned(),
        sources: Vec::new(),
        flows: named.map(flow).collect(),
        logins: Vec::new(),
        front: None,
        beside: RelatedObjects::default(),
    };
    // Other login pages are chosen by their keys, which mean nothing without the server.
    let shows = !desired.choices.leaves_out(ChangeGroup::LoginPage)
        && desired.choices.login_pages.as_ref().is_none_or(|chosen| !chosen.is_empty());
    let page = shows.then(|| TargetLoginPage { stage: LOGIN_STAGE.to_owned(), others: None });
    let embed_untold = desired.embed.is_some() && !desired.choices.leaves_out(ChangeGroup::SourceStage);
    // Without reading the server, any of the product's own mappings may be bound to the source.
    let let_go = ProductMapping::ALL.into_iter().filter(|mapping| !desired.mappings.contains(mapping));
    let let_go = let_go.map(|mapping| mapping.name(&desired.slug)).collect();
    TargetState {
        read: false,
        let_go,
        login_pages: page.into_iter().collect(),
        embed_untold,
        ..target_state(desired, &actual)
    }
}

/// The target state that follows from the desired and the actual state.
pub(super) fn target_state(desired: &Desired, actual: &Actual) -> TargetState {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let embed = embed(desired, actual, there);
    TargetState {
        read: true,
        source: source(desired, actual, there),
        mappings: compare::bound_to(desired, actual, there),
        let_go: compare::unbound(desired, actual, there),
        login_pages: desired.choices.logins(actual).into_iter().map(|login| page(login, there)).collect(),
        embed_untold: false,
        embed,
        links: desired.links.len(),
    }
}

fn source(desired: &Desired, actual: &Actual, there: Option<&Source>) -> TargetSource {
    let wanted = fields::wanted(desired, actual, there);
    let text = |fields: &Fields, name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    // A missing flow blocks the plan; the target state names it anyway.
    let flow = |which: SourceUse| match which.flow(&desired.choices, actual, there) {
        Ok(flow) => flow.slug.clone(),
        Err(slug) => slug,
    };
    TargetSource {
        name: desired.name.clone(),
        slug: desired.slug.to_string(),
        provider_type: actual.x_type.clone(),
        client_id: desired.client_id.to_string(),
        matching: desired.matching.name().to_owned(),
        scopes: text(&wanted, "additional_scopes").unwrap_or_default(),
        authentication_flow: flow(SourceUse::Authentication),
        enrolment_flow: desired.enrolment.then(|| flow(SourceUse::Enrolment)),
        user_path: text(&wanted, "user_path_template")
            .or_else(|| there.and_then(|source| source.user_path_template.clone())),
        group_matching: text(&wanted, "group_matching_mode")
            .or_else(|| there.and_then(|source| source.group_matching_mode.clone())),
        enabled: desired.enabled,
        there: there.is_some(),
    }
}

fn page(login: &LoginPageState, there: Option<&Source>) -> TargetLoginPage {
    let is_other = |pk: &&String| there.is_none_or(|source| source.pk != **pk);
    let other = |pk: &String| OtherSource { pk: pk.clone(), row: login.page.rows.get(pk).cloned() };
    let stage = &login.page.stage;
    TargetLoginPage {
        stage: stage.name.clone(),
        others: Some(stage.sources.iter().filter(is_other).map(other).collect()),
    }
}

/// The Source stage as the plan creates it; `None` if the plan leaves it out.
fn embed(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Option<TargetSourceStage> {
    let (embed, seen) = (desired.embed.as_ref()?, actual.beside.embedding.as_ref()?);
    if desired.choices.leaves_out(ChangeGroup::SourceStage) || !seen.is_licensed() {
        return None;
    }
    let flow = seen.flow(&embed.flow)?;
    let name = DesiredSourceStage::name(desired.slug.as_str());
    let stage = seen.stages.iter().find(|stage| stage.name == name);
    if stage.is_some_and(|stage| source.is_none_or(|source| stage.source != source.pk)) {
        return None;
    }
    let all = seen.stages_of(&flow.pk);
    let bound = stage.and_then(|stage| all.iter().find(|bound| bound.stage == stage.pk));
    let order = match bound {
        Some(bound) => bound.order,
        None => place(&all, embed.after.as_deref()).ok()?,
    };
    Some(TargetSourceStage {
        name,
        resume_timeout: embed.resume_timeout(),
        flow: flow.slug.clone(),
        order,
        stage_pk: stage.map(|stage| stage.pk.clone()),
        binding_pk: bound.map(|bound| bound.pk.clone()),
    })
}
