//! Reads what the server has of a source's own flows, and the flows that they are made after.

use super::choice::AccessGate;
use super::state::{AccessContext, FlowTemplate, TemplateStage};
use crate::authentik::{AccessNames, ApiObject, Client, Error as AuthentikError, ObjectKind};
use crate::plan::choices::SourceUse;
use crate::plan::error::both;
use crate::plan::fields::Fields;
use crate::plan::{Actual, Desired, Error};
use futures_util::future::join_all;
use serde_json::Value;

/// The kinds of stages that aren't taken over as they are.
const WRITES: &str = "authentik_stages_user_write.userwritestage";
const LOGS_IN: &str = "authentik_stages_user_login.userloginstage";

fn text(fields: &Fields, name: &str) -> String {
    fields.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The fields of an object that is looked for by its key.
fn key(name: &str, value: String) -> Fields {
    Fields::from_iter([(name.to_owned(), Value::from(value))])
}

/// Reads what a plan about who gets in needs.
///
/// # Errors
/// When the token may not see it; all rights that are missing are named at once.
pub(in crate::plan) async fn read(client: &Client, desired: &Desired, actual: &Actual) -> Result<AccessContext, Error> {
    let names = AccessNames::new(&desired.slug);
    let mut looked = vec![
        (ObjectKind::Policy, key("name", names.allowed())),
        (ObjectKind::Policy, key("name", names.active())),
        (ObjectKind::Policy, key("name", names.approved())),
        (ObjectKind::WriteStage, key("name", names.write())),
        (ObjectKind::DenyStage, key("name", names.waiting())),
        (ObjectKind::Flow, key("slug", names.enrollment())),
        (ObjectKind::Flow, key("slug", names.authentication())),
        (ObjectKind::Flow, key("slug", names.waiting())),
    ];
    let access = desired.access.clone().unwrap_or_default();
    if access.gate != AccessGate::Approval {
        looked.retain(|(kind, _)| *kind != ObjectKind::DenyStage);
    }
    if let Some(group) = access.group {
        looked.push((ObjectKind::Group, key("name", group)));
    }
    let found = join_all(looked.iter().map(|(kind, fields)| Box::pin(client.find_conflicting(*kind, fields)))).await;
    let mut own: Result<Vec<ApiObject>, Error> = Ok(Vec::new());
    for one in found {
        own = both(own, one.map_err(Error::from)).map(|(mut own, one)| {
            own.extend(one);
            own
        });
    }
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let template = async |which: SourceUse| match which.flow(&desired.choices, actual, there) {
        Ok(flow) => template(client, &flow.pk).await,
        // A flow that is missing is told by the part that plans the source.
        Err(_) => Ok(FlowTemplate::default()),
    };
    let (enrollment, authentication) =
        tokio::join!(Box::pin(template(SourceUse::Enrolment)), Box::pin(template(SourceUse::Authentication)));
    let (own, (enrollment, authentication)) =
        both(own, both(enrollment.map_err(Error::from), authentication.map_err(Error::from)))?;
    let bound = join_all(own.iter().filter(|object| object.kind == ObjectKind::Flow).map(|flow| bound(client, flow)));
    let mut context = AccessContext { own: own.clone(), enrollment, authentication };
    for bound in bound.await {
        context.own.extend(bound?);
    }
    Ok(context)
}

/// The bindings of an own flow: its stages, and the policies of both.
async fn bound(client: &Client, flow: &ApiObject) -> Result<Vec<ApiObject>, AuthentikError> {
    let filter = text(&flow.fields, "policybindingmodel_ptr_id");
    let (stages, policies) = tokio::join!(
        Box::pin(client.objects_of_target(ObjectKind::Binding, &flow.pk)),
        Box::pin(client.objects_of_target(ObjectKind::PolicyBinding, &filter)),
    );
    let (stages, mut all) = (stages?, policies?);
    for below in policies_on(client, &stages).await {
        all.extend(below?);
    }
    all.extend(stages);
    Ok(all)
}

/// The bindings of policies to each of these stages' bindings.
async fn policies_on(client: &Client, stages: &[ApiObject]) -> Vec<Result<Vec<ApiObject>, AuthentikError>> {
    let each = stages.iter().map(async |stage| {
        let filter = text(&stage.fields, "policybindingmodel_ptr_id");
        Box::pin(client.objects_of_target(ObjectKind::PolicyBinding, &filter)).await
    });
    join_all(each).await
}

async fn template(client: &Client, flow: &str) -> Result<FlowTemplate, AuthentikError> {
    let bound = client.objects_of_target(ObjectKind::Binding, flow).await?;
    let mut stages = Vec::new();
    for (stage, policies) in bound.iter().zip(policies_on(client, &bound).await) {
        let policies = policies?;
        let kind = stage.fields.get("stage_obj").and_then(|stage| stage.get("meta_model_name")).and_then(Value::as_str);
        let name = stage.fields.get("stage_obj").and_then(|stage| stage.get("name")).and_then(Value::as_str);
        let copied = ["order", "enabled", "negate", "timeout", "failure_result"];
        let bound = |policy: &ApiObject| {
            let key = policy.fields.get("policy").and_then(Value::as_str)?.to_owned();
            let fields = copied.iter().filter_map(|name| Some(((*name).to_owned(), policy.fields.get(*name)?.clone())));
            Some((key, fields.collect()))
        };
        stages.push(TemplateStage {
            stage: text(&stage.fields, "stage"),
            name: name.unwrap_or_default().to_owned(),
            writes_user: kind == Some(WRITES),
            signs_in: kind == Some(LOGS_IN),
            mode: text(&stage.fields, "policy_engine_mode"),
            has_others: policies.iter().any(|policy| bound(policy).is_none()),
            policies: policies.iter().filter_map(bound).collect(),
        });
    }
    Ok(FlowTemplate { stages })
}
