//! The state of a server, as an admin with all rights reads it, and its comparison with an earlier state.

use super::rig::Rig;
use super::scenario::{GROUP, SLUG, Wish, slug};
use crate::raw::Raw;
use anyhow::Result;
use secrecy::SecretString;
use serde_json::{Map, Value};
use sourcerer_core::authentik::{AccessNames, ProductMapping};
use sourcerer_core::plan::DesiredSourceStage;
use std::collections::BTreeMap;

/// Everything that a client can change, as lists.
const LISTS: &[(&str, &str)] = &[
    ("source", "/api/v3/sources/oauth/"),
    ("identification", "/api/v3/stages/identification/"),
    ("mapping", "/api/v3/propertymappings/source/oauth/"),
    ("source-stage", "/api/v3/stages/source/"),
    ("flow", "/api/v3/flows/instances/"),
    ("binding", "/api/v3/flows/bindings/"),
    ("policy", "/api/v3/policies/expression/"),
    ("policy-binding", "/api/v3/policies/bindings/"),
    ("write-stage", "/api/v3/stages/user_write/"),
    ("deny-stage", "/api/v3/stages/deny/"),
    ("group", "/api/v3/core/groups/"),
    ("connection", "/api/v3/sources/user_connections/oauth/"),
];

/// The complete state of one server at one moment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct State {
    lists: BTreeMap<&'static str, Vec<Value>>,
    /// The wish whose secret the source with the slug has.
    secret: Option<Wish>,
    base: String,
}

/// The state of the server at this address without the parts that differ from server to server, and without secrets.
///
/// # Errors
/// If it can't be read.
pub async fn likeness(raw: &Raw, base: &str) -> Result<String> {
    Ok(State { lists: lists(raw).await?, secret: None, base: base.to_owned() }.without_secret())
}

async fn lists(raw: &Raw) -> Result<BTreeMap<&'static str, Vec<Value>>> {
    let mut lists = BTreeMap::new();
    for (kind, path) in LISTS {
        lists.insert(*kind, raw.list(path).await?);
    }
    Ok(lists)
}

impl State {
    /// Reads the state directly from the server, and not through the proxy.
    pub(super) async fn of(rig: &Rig) -> Result<Self> {
        let lists = lists(rig.raw()).await?;
        let has = |wish: &Wish| rig.practice().authentik.has_secret(SLUG, &SecretString::from(wish.secret()));
        Ok(Self {
            lists,
            secret: Wish::SECRETS.into_iter().find(has),
            base: rig.practice().authentik.base().to_owned(),
        })
    }

    /// The state without the parts that differ from server to server: keys, addresses and times.
    pub(super) fn likeness(&self) -> String {
        let text = format!("{} secret of {:?}", self.without_secret(), self.secret);
        text.replace("},{", "},\n{")
    }

    /// The same without the secret, which no undo can restore.
    pub(super) fn without_secret(&self) -> String {
        let mut lists = self.lists.clone();
        lists.values_mut().flatten().for_each(without_times);
        let mut text = serde_json::to_string(&lists).unwrap_or_default().replace(&self.base, "‹server›");
        for (kind, object) in self.objects() {
            if let (Some(pk), Some(name)) = (object["pk"].as_str(), named(object)) {
                text = text.replace(pk, &format!("‹{kind} {name}›"));
            }
        }
        without_keys(&text)
    }

    fn objects(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.lists.iter().flat_map(|(kind, list)| list.iter().map(|object| (*kind, object)))
    }

    /// What is wrong in this state, however far the product came: duplicates, and objects of others that are missing or
    /// changed.
    pub(super) fn wrongs(&self, before: &Self) -> Vec<String> {
        let mut wrongs = Vec::new();
        let there = before.natural_keys();
        let twins = self.natural_keys().into_iter().filter(|(name, count)| *count > 1 && there.get(name) < Some(count));
        wrongs.extend(twins.map(|((kind, key), count)| format!("{count} of {kind} {key}")));

        let now: BTreeMap<_, _> =
            self.objects().filter_map(|(kind, object)| Some(((kind, key(object)?), object))).collect();
        let ours: Vec<_> = before.ours().chain(self.ours()).collect();
        for (kind, theirs) in before.objects().filter(|(kind, object)| !is_ours(kind, object)) {
            let Some(name) = key(theirs) else { continue };
            match now.get(&(kind, name.clone())) {
                None => wrongs.push(format!("lost {kind} {}", named(theirs).unwrap_or(name))),
                Some(now) => wrongs.extend(changed(kind, theirs, now, &ours)),
            }
        }
        wrongs
    }

    /// Whether somebody gets in here whom no list names and nobody approved: somebody new who comes from X, or anybody who
    /// opens an own enrollment flow by its address. It is read off the objects, as a real server would use them
    /// [docs/evidence/authentik.md §8.1, §9.2].
    pub(super) fn admits_strangers(&self) -> bool {
        let list = |kind: &str| self.lists.get(kind).into_iter().flatten();
        let own = list("flow").filter(|flow| is_own_access(flow) && flow["designation"] == "enrollment");
        if own.into_iter().any(|flow| self.runs(flow, false) && self.makes_active_users(flow, None)) {
            return true;
        }
        let source = list("source").find(|source| source["slug"] == SLUG && source["enabled"] == true);
        let Some(source) = source else { return false };
        let flow = list("flow").find(|flow| flow["pk"] == source["enrollment_flow"]);
        flow.is_some_and(|flow| self.runs(flow, true) && self.makes_active_users(flow, Some(source)))
    }

    /// Whether a flow's policies let a stranger run it.
    fn runs(&self, flow: &Value, is_sso: bool) -> bool {
        let bound = self.lists.get("policy-binding").into_iter().flatten();
        let bound = bound.filter(|one| one["target"] == flow["pk"] && one["enabled"] == true);
        let passes: Vec<bool> = bound
            .map(|one| {
                let expression = one["policy_obj"]["expression"].as_str().unwrap_or_default();
                let refuses =
                    expression.contains("ak_is_sso_flow") && !is_sso || expression.contains("number in allowed");
                !refuses
            })
            .collect();
        passes.is_empty()
            || if flow["policy_engine_mode"] == "all" { !passes.contains(&false) } else { passes.contains(&true) }
    }

    /// Whether a flow makes users who may sign in at once, of strangers.
    fn makes_active_users(&self, flow: &Value, source: Option<&Value>) -> bool {
        let list = |kind: &str| self.lists.get(kind).into_iter().flatten();
        let stages: Vec<&Value> =
            list("binding").filter(|one| one["target"] == flow["pk"]).map(|one| &one["stage"]).collect();
        let waits = source.is_some_and(|source| {
            let bound = source["user_property_mappings"].as_array().into_iter().flatten();
            let bound: Vec<&Value> = bound.collect();
            list("mapping").any(|mapping| {
                bound.contains(&&mapping["pk"])
                    && mapping["expression"].as_str().is_some_and(|text| text.contains("is_active"))
            })
        });
        let writes = list("write-stage").find(|stage| stages.contains(&&stage["pk"]));
        writes.is_some_and(|stage| stage["create_users_as_inactive"] == false && !waits)
    }

    /// How often each object exists that must exist only once.
    fn natural_keys(&self) -> BTreeMap<(&'static str, String), usize> {
        let mut seen = BTreeMap::new();
        for (kind, object) in self.objects() {
            if let Some(key) = natural_key(kind, object) {
                *seen.entry((kind, key)).or_default() += 1;
            }
        }
        seen
    }

    /// The keys of the objects that the product may change.
    fn ours(&self) -> impl Iterator<Item = &str> {
        self.objects().filter(|(kind, object)| is_ours(kind, object)).filter_map(|(_, object)| object["pk"].as_str())
    }
}

/// The fields of another admin's object that have changed.
fn changed(kind: &str, before: &Value, now: &Value, ours: &[&str]) -> Vec<String> {
    let (Some(before), Some(now)) = (before.as_object(), now.as_object()) else { return Vec::new() };
    let is_lost = |name: &str, value: &Value| {
        if [("identification", "sources"), ("flow", "stages")].contains(&(kind, name)) {
            // The product's own objects may come and go, others' may not. A flow's list depends on its bindings.
            let others = |list: &Value| -> Vec<String> {
                let keys = list.as_array().into_iter().flatten().filter_map(Value::as_str);
                keys.filter(|pk| !ours.contains(pk)).map(str::to_owned).collect()
            };
            let now = others(now.get(name).unwrap_or(&Value::Null));
            return others(value).iter().any(|pk| !now.contains(pk));
        }
        // A link contains its whole source, which may be the product's own, and a policy counts its bindings.
        !(["source_obj", "bound_to", "policy_obj"].contains(&name)) && now.get(name) != Some(value)
    };
    let fields = before.iter().filter(|(name, value)| is_lost(name, value));
    fields.map(|(name, _)| format!("others' {kind} changed in {name}")).collect()
}

/// Whether the product may change this object: its own source, and the objects that it creates for it.
fn is_ours(kind: &str, object: &Value) -> bool {
    match kind {
        "source" => object["slug"] == SLUG,
        "mapping" => object["name"].as_str().is_some_and(|name| {
            ProductMapping::from_name(name, &slug()).is_some() || name == AccessNames::new(&slug()).listed()
        }),
        "source-stage" => object["name"] == DesiredSourceStage::name(SLUG),
        "binding" => {
            let flows = object["stage_obj"]["flow_set"].as_array().into_iter().flatten();
            let is_own = |flow: &Value| flow["pk"] == object["target"] && is_own_access(flow);
            object["stage_obj"]["name"] == DesiredSourceStage::name(SLUG) || flows.into_iter().any(is_own)
        }
        "flow" | "policy" | "write-stage" | "deny-stage" | "group" => is_own_access(object),
        "policy-binding" => {
            is_own_access(&object["policy_obj"])
                || object["order"] == 0 && object["policy_obj"]["name"] == "default-source-enrollment-if-username"
        }
        _ => false,
    }
}

/// Whether it is one of the objects that decide who gets in through the source.
fn is_own_access(object: &Value) -> bool {
    let name = object["slug"].as_str().or_else(|| object["name"].as_str()).unwrap_or_default();
    name.starts_with(&format!("sourcerer-{SLUG}-")) || name == GROUP
}

/// The key that identifies an object on the same server.
fn key(object: &Value) -> Option<String> {
    object.get("pk").map(Value::to_string)
}

fn named(object: &Value) -> Option<String> {
    let name = object.get("slug").or_else(|| object.get("name"))?;
    name.as_str().map(str::to_owned)
}

/// The value that must be unique to an object.
fn natural_key(kind: &str, object: &Value) -> Option<String> {
    let part = |name: &str| object.get(name).map(Value::to_string);
    match kind {
        "binding" => Some(part("target")? + &part("stage")?),
        "flow" => part("slug"),
        "policy-binding" => Some(part("target")? + &part("policy")?),
        "connection" => Some(part("source")? + &part("user")?),
        _ => part("name"),
    }
}

fn without_times(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for name in ["created", "last_updated", "expires"] {
                fields.remove(name);
            }
            fields.values_mut().for_each(without_times);
        }
        Value::Array(all) => all.iter_mut().for_each(without_times),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The text with a placeholder for every UUID that has no name.
fn without_keys(text: &str) -> String {
    let is_uuid = |bytes: &[u8]| {
        bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let bytes = text.as_bytes();
    let (mut plain, mut at, mut from) = (String::with_capacity(text.len()), 0, 0);
    while at + 36 <= bytes.len() {
        if is_uuid(&bytes[at..at + 36]) {
            plain += &text[from..at];
            plain += "‹key›";
            at += 36;
            from = at;
        } else {
            at += 1;
        }
    }
    plain + &text[from..]
}

/// The lines in which two states differ, for the analysis of a failure.
pub(super) fn difference(wanted: &str, found: &str) -> String {
    let fields = |text: &str| -> Map<String, Value> {
        text.split(',').map(|part| (part.trim().to_owned(), Value::Null)).collect()
    };
    let (wanted, found) = (fields(wanted), fields(found));
    let lacks = wanted.keys().filter(|part| !found.contains_key(*part)).map(|part| format!("lacks {part}"));
    let has = found.keys().filter(|part| !wanted.contains_key(*part)).map(|part| format!("has {part}"));
    lacks.chain(has).take(4).collect::<Vec<_>>().join("; ")
}
