//! Stages that create users, and stages that deny.

use super::stored::{ObjectRights, StoredObject};
use crate::authentik::answer::ApiRefusal;
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::own_stages::{DenyStage, WriteStage};
use crate::authentik::state::ServerState;
use crate::authentik::{random, rights, verbatim};
use axum::body::Bytes;
use serde_json::Value;

/// Whether another stage of any kind has this name.
fn is_taken(state: &ServerState, name: &str, pk: &str) -> bool {
    let bound = state.flows.iter().flat_map(|flow| &flow.stages).map(|stage| (&stage.pk, &stage.name));
    let write = state.write_stages.iter().map(|stage| (&stage.pk, &stage.name));
    let deny = state.deny_stages.iter().map(|stage| (&stage.pk, &stage.name));
    let source = state.source_stages.iter().map(|stage| (&stage.pk, &stage.name));
    bound.chain(write).chain(deny).chain(source).any(|(other, taken)| taken == name && other != pk)
}

impl StoredObject for WriteStage {
    const MODEL: &'static str = "UserWriteStage";
    const RIGHTS: ObjectRights = ObjectRights {
        view: rights::VIEW_WRITE_STAGE,
        add: rights::ADD_WRITE_STAGE,
        change: rights::CHANGE_WRITE_STAGE,
        delete: rights::DELETE_WRITE_STAGE,
    };

    fn all(state: &ServerState) -> &Vec<Self> {
        &state.write_stages
    }

    fn all_mut(state: &mut ServerState) -> &mut Vec<Self> {
        &mut state.write_stages
    }

    fn blank() -> Self {
        Self::new(&random::uuid(), "")
    }

    fn pk(&self) -> &str {
        &self.pk
    }

    fn model(&self) -> Value {
        self.model()
    }

    fn view(&self, state: &ServerState) -> Value {
        self.view(&state.flows)
    }

    fn read(state: &ServerState, body: &Bytes, wanted: RequiredFields, before: Self) -> Result<Self, ApiRefusal> {
        let mut next = before;
        let mut fields = SentFields::read(body, wanted, &["name"])?;
        if let Some(name) = fields.text("name", BlankPolicy::Refused) {
            if is_taken(state, &name, &next.pk) {
                fields.refuse("name", verbatim::STAGE_TAKEN);
            }
            next.name = name;
        }
        let modes = ["never_create", "create_when_required", "always_create"];
        next.user_creation_mode = fields.choice("user_creation_mode", &modes).unwrap_or(next.user_creation_mode);
        next.create_users_as_inactive =
            fields.flag("create_users_as_inactive").unwrap_or(next.create_users_as_inactive);
        fields.put_key_or_null("create_users_group", &mut next.create_users_group, |pk| {
            state.groups.iter().any(|group| group.pk == pk)
        });
        let types = ["internal", "external", "service_account", "internal_service_account"];
        next.user_type = fields.choice("user_type", &types).unwrap_or(next.user_type);
        next.user_path_template =
            fields.text("user_path_template", BlankPolicy::Allowed).unwrap_or(next.user_path_template);
        fields.done()?;
        Ok(next)
    }

    /// Its bindings in all flows go along.
    fn forget(state: &mut ServerState, pk: &str) {
        unbind(state, pk);
    }
}

/// Removes a stage's bindings, with the policies that are bound to them.
fn unbind(state: &mut ServerState, pk: &str) {
    let bound = state.flows.iter().flat_map(|flow| &flow.stages).filter(|bound| bound.pk == pk);
    let bindings: Vec<String> = bound.map(|bound| bound.binding.clone()).collect();
    state.policy_bindings.retain(|binding| !bindings.contains(&binding.target));
    for flow in &mut state.flows {
        flow.stages.retain(|bound| bound.pk != pk);
    }
}

impl StoredObject for DenyStage {
    const MODEL: &'static str = "DenyStage";
    const RIGHTS: ObjectRights = ObjectRights {
        view: rights::VIEW_DENY_STAGE,
        add: rights::ADD_DENY_STAGE,
        change: rights::CHANGE_DENY_STAGE,
        delete: rights::DELETE_DENY_STAGE,
    };

    fn all(state: &ServerState) -> &Vec<Self> {
        &state.deny_stages
    }

    fn all_mut(state: &mut ServerState) -> &mut Vec<Self> {
        &mut state.deny_stages
    }

    fn blank() -> Self {
        Self { pk: random::uuid(), name: String::new(), deny_message: String::new() }
    }

    fn pk(&self) -> &str {
        &self.pk
    }

    fn model(&self) -> Value {
        self.model()
    }

    fn view(&self, state: &ServerState) -> Value {
        self.view(&state.flows)
    }

    fn read(state: &ServerState, body: &Bytes, wanted: RequiredFields, before: Self) -> Result<Self, ApiRefusal> {
        let mut next = before;
        let mut fields = SentFields::read(body, wanted, &["name"])?;
        if let Some(name) = fields.text("name", BlankPolicy::Refused) {
            if is_taken(state, &name, &next.pk) {
                fields.refuse("name", verbatim::STAGE_TAKEN);
            }
            next.name = name;
        }
        next.deny_message = fields.text("deny_message", BlankPolicy::Allowed).unwrap_or(next.deny_message);
        fields.done()?;
        Ok(next)
    }

    /// Its bindings in all flows go along.
    fn forget(state: &mut ServerState, pk: &str) {
        unbind(state, pk);
    }
}
