//! Computes the whole state that a plan leads to.

use super::{access, secret};
use crate::authentik::Source;
use crate::plan::choices::SourceUse;
use crate::plan::fields::{self, Fields};
use crate::plan::source_stage::{DesiredSourceStage, find_position};
use crate::plan::target_state::{
    KeptSettings, OtherSource, TargetLoginPage, TargetSource, TargetSourceStage, TargetState,
};
use crate::plan::{Actual, ChangeGroup, Desired, LoginPageState, compare};
use serde_json::Value;

/// The target state that follows from the desired and the actual state.
pub(in crate::plan) fn target_state(desired: &Desired, actual: &Actual) -> TargetState {
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
        secret: secret::target(desired.slug.as_str(), actual, there),
    }
}

fn source(desired: &Desired, actual: &Actual, there: Option<&Source>) -> TargetSource {
    let wanted = fields::wanted(desired, actual, there);
    let text = |fields: &Fields, name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    // The own flows exist only after a push: an export that refers to them makes no source that is open.
    let own_flows = access::flows(desired, actual);
    let own = |field: &str| own_flows.slug(field).map(str::to_owned);
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
        authentication_flow: own("authentication_flow").unwrap_or_else(|| flow(SourceUse::Authentication)),
        enrolment_flow: desired.enrolment.then(|| own("enrollment_flow").unwrap_or_else(|| flow(SourceUse::Enrolment))),
        user_path: text(&wanted, "user_path_template")
            .or_else(|| there.and_then(|source| source.user_path_template.clone())),
        group_matching: text(&wanted, "group_matching_mode")
            .or_else(|| there.and_then(|source| source.group_matching_mode.clone())),
        enabled: desired.enabled,
        there: there.is_some(),
        kept: there.map(kept).unwrap_or_default(),
    }
}

fn kept(source: &Source) -> KeptSettings {
    KeptSettings {
        pkce: source.pkce.clone(),
        code_auth: source.authorization_code_auth_method.clone(),
        policy_engine: source.policy_engine_mode.clone(),
        promoted: source.promoted,
        group_mappings: source.group_property_mappings.clone(),
    }
}

pub(in crate::plan) fn page(login: &LoginPageState, there: Option<&Source>) -> TargetLoginPage {
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
    if desired.choices.is_left_out(ChangeGroup::SourceStage) || !seen.is_licensed() {
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
        None => find_position(&all, embed.after.as_deref()).ok()?,
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
