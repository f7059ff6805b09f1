//! The source stage, an optional part of stage 5: authentik's stage that starts the source from inside a flow. Only a
//! licensed server allows it.
//!
//! The license is checked before anything else. Without one, the page explains it, nothing can be chosen, and nothing
//! about a source stage is ever sent.

use super::model::FlowSnapshot;
use super::server::client;
use super::{Environment, Job};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{
    AUTHENTICATION, DesiredSourceStage, ENROLMENT, NoPosition, SourceStageContext, embedding, find_position,
    is_licensed,
};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// One day: a visitor who stays away for longer has to start again.
const MOST_MINUTES: u32 = 24 * 60;

/// Reads the license and, if there is one, the flows and their stages. Reads only.
///
/// # Errors
/// When the token may not read them, or the server doesn't answer.
pub async fn read_flows(environment: &Environment, job: &Job) -> Result<FlowSnapshot, Symptom> {
    let client = client(environment, job, Stage::Push).await?;
    let seen = embedding(&client).await.map_err(|error| error.symptom())?;
    Ok(FlowSnapshot { base: client.server().to_string(), at: environment.clock.stamp(), seen })
}

/// Merges a snapshot into the job.
pub fn merge_snapshot(job: &mut Job, outcome: Result<FlowSnapshot, Symptom>) {
    let stage = &mut job.source_stage;
    (stage.look, stage.problem) = match outcome {
        Ok(look) => (Some(look), None),
        Err(symptom) => (None, Some(symptom)),
    };
}

/// What the page sends when something was chosen.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceStageChoice {
    /// Whether a source stage is wanted.
    pub wanted: bool,
    /// The flow's slug.
    pub flow: String,
    /// The uuid of the stage that it follows; none if it comes first.
    pub after: Option<String>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
}

/// Takes a choice. Without a license nothing can be chosen. In a newly chosen flow the stage comes last until a
/// position is chosen.
pub fn merge_choice(job: &mut Job, chosen: SourceStageChoice) {
    let licensed = fresh(job).is_some_and(|look| look.seen.is_licensed());
    let other_flow = chosen.flow != job.source_stage.flow;
    let after = if other_flow { last_of(job, &chosen.flow) } else { chosen.after };
    let stage = &mut job.source_stage;
    stage.wanted = chosen.wanted && licensed;
    stage.flow = chosen.flow;
    stage.after = after;
    stage.minutes = chosen.minutes;
}

/// A position in a flow, by the name of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowedStage {
    /// Before all others.
    Nothing,
    /// Right after this one.
    Stage(String),
    /// After all others.
    All,
}

/// Why the source stage that was named isn't possible, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceStageRefusal {
    /// The server has no valid license: nothing is attempted.
    Unlicensed(Message),
    /// The flow or the stage doesn't exist, the stage can't be placed there, or the duration is out of range.
    Choice(Message),
}

/// Takes a choice by names, as on a command line. Needs a snapshot of the server.
///
/// # Errors
/// When the choice isn't possible; then nothing is chosen.
pub fn merge_choice_by_name(
    job: &mut Job,
    flow: &str,
    after: &FollowedStage,
    minutes: u32,
) -> Result<(), SourceStageRefusal> {
    let look = fresh(job);
    let Some(seen) = look.map(|look| &look.seen).filter(|seen| seen.is_licensed()) else {
        return Err(SourceStageRefusal::Unlicensed(licence(look.map(|look| look.seen.licence.as_str()))));
    };
    let Some(row) = seen.flow(flow) else {
        let all: Vec<_> = seen.flows.iter().map(|flow| flow.slug.as_str()).collect();
        return Err(SourceStageRefusal::Choice(msg::embed_no_flow(all.join(", "), flow)));
    };
    let here = DesiredSourceStage::name(&job.names.typed.slug);
    let others: Vec<_> = seen.stages_of(&row.pk).into_iter().filter(|bound| bound.stage_obj.name != here).collect();
    let after = match after {
        FollowedStage::Nothing => None,
        FollowedStage::All => others.last().map(|bound| bound.stage.clone()),
        FollowedStage::Stage(name) => {
            let Some(bound) = others.iter().find(|bound| bound.stage_obj.name == *name) else {
                let all: Vec<_> = others.iter().map(|bound| bound.stage_obj.name.as_str()).collect();
                return Err(SourceStageRefusal::Choice(msg::embed_no_stage(all.join(", "), flow, name)));
            };
            Some(bound.stage.clone())
        }
    };
    find_position(&others, after.as_deref()).map_err(|none| SourceStageRefusal::Choice(none.message()))?;
    if let Some(refused) = minutes_refused(minutes) {
        return Err(SourceStageRefusal::Choice(refused));
    }
    let stage = &mut job.source_stage;
    (stage.wanted, stage.after, stage.minutes) = (true, after, minutes);
    flow.clone_into(&mut stage.flow);
    Ok(())
}

fn last_of(job: &Job, flow: &str) -> Option<String> {
    let seen = &fresh(job)?.seen;
    let flow = seen.flow(flow)?;
    seen.stages_of(&flow.pk).last().map(|bound| bound.stage.clone())
}

/// The source stage that a push creates; none if none is wanted, or if the choice is incomplete.
pub fn desired(job: &Job) -> Option<DesiredSourceStage> {
    let stage = &job.source_stage;
    let seen = &fresh(job)?.seen;
    let usable = stage.wanted && seen.is_licensed() && minutes_refused(stage.minutes).is_none();
    usable.then(|| seen.flow(&stage.flow))?.map(|flow| DesiredSourceStage {
        flow: flow.slug.clone(),
        after: stage.after.clone(),
        minutes: stage.minutes,
    })
}

/// The snapshot, if it is about the server that is entered now.
fn fresh(job: &Job) -> Option<&FlowSnapshot> {
    let base = job.server.url()?.to_string();
    job.source_stage.look.as_ref().filter(|look| look.base == base)
}

fn minutes_refused(minutes: u32) -> Option<Message> {
    (!(1..=MOST_MINUTES).contains(&minutes)).then(|| msg::embed_minutes_refused(MOST_MINUTES))
}

/// The source stage, as the push page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceStagePage {
    /// Whether a source stage can be chosen.
    pub can: bool,
    /// Why not, or that there is a license.
    pub licence: Message,
    /// When the server was read for it (RFC 3339, UTC).
    pub looked_at: Option<String>,
    /// Why the newest attempt to read the server failed.
    pub problem: Option<Diagnosis>,
    /// Whether it is wanted.
    pub wanted: bool,
    /// The flows to choose from.
    pub flows: Vec<FlowChoice>,
    /// The slug of the one that is chosen; empty while none is.
    pub flow: String,
    /// The positions in that flow.
    pub places: Vec<PlaceChoice>,
    /// The one that is chosen, as in [`PlaceChoice::after`].
    pub after: Option<String>,
    /// Why the source stage can't be placed there.
    pub place_refused: Option<Message>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
    /// Why that can't be used.
    pub minutes_refused: Option<Message>,
    /// How it affects the source's own flows and the people in them.
    pub warnings: Vec<Message>,
}

/// A flow to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FlowChoice {
    /// Its slug.
    pub slug: String,
    /// Its name and what it is for.
    pub words: Message,
}

/// A position to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlaceChoice {
    /// The uuid of the stage that it follows; none if it comes first.
    pub after: Option<String>,
    /// The same in words.
    pub words: Message,
}

pub(super) fn page(job: &Job) -> SourceStagePage {
    let stage = &job.source_stage;
    let look = fresh(job);
    let told = look.map(|look| look.seen.licence.as_str());
    let status = told.or_else(|| job.server.summary().and_then(|reached| reached.licence.as_deref()));
    let seen = look.map(|look| &look.seen).filter(|seen| seen.is_licensed());
    let flow = seen.and_then(|seen| seen.flow(&stage.flow));
    let bound = seen.zip(flow).map(|(seen, flow)| seen.stages_of(&flow.pk)).unwrap_or_default();
    let here = DesiredSourceStage::name(&job.names.typed.slug);
    let others: Vec<_> = bound.iter().filter(|bound| bound.stage_obj.name != here).copied().collect();
    let choice = |flow: &crate::authentik::FlowRow| FlowChoice {
        slug: flow.slug.clone(),
        words: msg::embed_flow(&flow.designation, &flow.name, &flow.slug),
    };
    SourceStagePage {
        can: seen.is_some(),
        licence: licence(status),
        looked_at: look.map(|look| look.at.clone()),
        problem: stage.problem.as_ref().map(Diagnosis::from),
        wanted: stage.wanted && seen.is_some(),
        flows: seen.map(|seen| seen.flows.iter().map(choice).collect()).unwrap_or_default(),
        flow: flow.map(|flow| flow.slug.clone()).unwrap_or_default(),
        places: if flow.is_some() { places(&others) } else { Vec::new() },
        place_refused: flow.and_then(|_| find_position(&others, stage.after.as_deref()).err()).map(NoPosition::message),
        after: stage.after.clone(),
        minutes: stage.minutes,
        minutes_refused: minutes_refused(stage.minutes),
        warnings: seen.map(|seen| warnings(seen, job)).unwrap_or_default(),
    }
}

/// Why a source stage can't be chosen, or that it can.
fn licence(status: Option<&str>) -> Message {
    match status {
        None => msg::embed_licence_unasked(),
        Some(status) if is_licensed(status) => msg::embed_licence_held(status),
        Some("unlicensed") => msg::embed_licence_none(),
        Some(other) => msg::embed_licence_over(other),
    }
}

fn places(bound: &[&crate::authentik::StageBinding]) -> Vec<PlaceChoice> {
    let first = PlaceChoice { after: None, words: msg::embed_place_first() };
    let after = bound.iter().map(|bound| PlaceChoice {
        after: Some(bound.stage.clone()),
        words: msg::embed_place_after(&bound.stage_obj.name),
    });
    std::iter::once(first).chain(after).collect()
}

/// Warnings: the source's own flows may not sign people in, or the suspended flow never continues.
fn warnings(seen: &SourceStageContext, job: &Job) -> Vec<Message> {
    let choices = &job.push.choices;
    let known = choices.authentication_flow.as_deref().unwrap_or(AUTHENTICATION);
    let new = choices.enrolment_flow.as_deref().unwrap_or(ENROLMENT);
    let own = [Some(known), job.names.typed.who.has_enrollment().then_some(new)];
    let keys: Vec<_> = own.iter().flatten().filter_map(|slug| seen.flow(slug)).map(|flow| flow.pk.as_str()).collect();
    seen.sign_in(&keys).iter().map(msg::embed_signs_in).collect()
}
