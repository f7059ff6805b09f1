//! The Source stage beside stage 6: the source embedded in a flow, which only a licensed server lets anybody do.
//!
//! The licence is asked for before anything else. Without one it is explained and can't be chosen, and nothing of it is
//! ever sent.

use super::server::client;
use super::{Environment, Job};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{
    AUTHENTICATION, DesiredSourceStage, ENROLMENT, NoPosition, SourceStageContext, embedding, is_licensed, place,
};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// As authentik's own form has it.
pub const TEN_MINUTES: u32 = 10;
/// A day: who stays away for longer begins anew.
const MOST_MINUTES: u32 = 24 * 60;

/// What was chosen, and what was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceStage {
    /// Whether the source is to be embedded.
    pub wanted: bool,
    /// The flow's slug; empty while none is chosen.
    pub flow: String,
    /// The uuid of the stage that it comes right after; none to come first.
    pub after: Option<String>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
    /// The newest look at the server.
    pub look: Option<FlowSnapshot>,
    /// Why the newest look saw nothing.
    pub problem: Option<Symptom>,
}

impl Default for SourceStage {
    fn default() -> Self {
        let (flow, after, look, problem) = (String::new(), None, None, None);
        Self { wanted: false, flow, after, minutes: TEN_MINUTES, look, problem }
    }
}

/// What a server showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowSnapshot {
    /// The server, without a slash at the end.
    pub base: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What is there.
    pub seen: SourceStageContext,
}

/// Asks for the licence, and where there is one for flows and their stages. Reads only.
///
/// # Errors
/// When the token may not see them, or the server doesn't answer.
pub async fn read_flows(environment: &Environment, job: &Job) -> Result<FlowSnapshot, Symptom> {
    let client = client(environment, job, Stage::Push).await?;
    let seen = embedding(&client).await.map_err(|error| error.symptom())?;
    Ok(FlowSnapshot { base: client.server().to_string(), at: environment.clock.stamp(), seen })
}

/// Merges a look into the job.
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
    /// Whether the source is to be embedded.
    pub wanted: bool,
    /// The flow's slug.
    pub flow: String,
    /// The uuid of the stage that it comes right after; none to come first.
    pub after: Option<String>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
}

/// Takes what was chosen. Without a licence nothing can be. In another flow it comes last until a place is chosen.
pub fn enter(job: &mut Job, chosen: SourceStageChoice) {
    let licensed = fresh(job).is_some_and(|look| look.seen.is_licensed());
    let other_flow = chosen.flow != job.source_stage.flow;
    let after = if other_flow { last_of(job, &chosen.flow) } else { chosen.after };
    let stage = &mut job.source_stage;
    stage.wanted = chosen.wanted && licensed;
    stage.flow = chosen.flow;
    stage.after = after;
    stage.minutes = chosen.minutes;
}

/// Where in a flow, by the name of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowedStage {
    /// Before all others.
    Nothing,
    /// Right after this one.
    Stage(String),
    /// After all others.
    All,
}

/// Why a Source stage can't be had as it was named, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceStageRefusal {
    /// The server has no licence that holds: nothing is tried.
    Unlicensed(Message),
    /// There is no such flow or stage, no place there, or no such time.
    Choice(Message),
}

/// Takes what was chosen by names, as on a command line. Needs a look at the server.
///
/// # Errors
/// When it can't be had; then nothing is chosen.
pub fn enter_named(job: &mut Job, flow: &str, after: &FollowedStage, minutes: u32) -> Result<(), SourceStageRefusal> {
    let look = fresh(job);
    let Some(seen) = look.map(|look| &look.seen).filter(|seen| seen.is_licensed()) else {
        return Err(SourceStageRefusal::Unlicensed(licence(look.map(|look| look.seen.licence.as_str()))));
    };
    let Some(row) = seen.flow(flow) else {
        let all: Vec<_> = seen.flows.iter().map(|flow| flow.slug.as_str()).collect();
        return Err(SourceStageRefusal::Choice(msg::embed_no_flow(all.join(", "), flow)));
    };
    let here = DesiredSourceStage::name(&job.names.slug);
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
    place(&others, after.as_deref()).map_err(|none| SourceStageRefusal::Choice(none.message()))?;
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

/// The Source stage that a push makes; none where none is wanted, or not all is chosen.
pub fn wanted(job: &Job) -> Option<DesiredSourceStage> {
    let stage = &job.source_stage;
    let seen = &fresh(job)?.seen;
    let usable = stage.wanted && seen.is_licensed() && minutes_refused(stage.minutes).is_none();
    usable.then(|| seen.flow(&stage.flow))?.map(|flow| DesiredSourceStage {
        flow: flow.slug.clone(),
        after: stage.after.clone(),
        minutes: stage.minutes,
    })
}

/// The look, if it is of the server that is entered now.
fn fresh(job: &Job) -> Option<&FlowSnapshot> {
    let base = job.server.url()?.to_string();
    job.source_stage.look.as_ref().filter(|look| look.base == base)
}

fn minutes_refused(minutes: u32) -> Option<Message> {
    (!(1..=MOST_MINUTES).contains(&minutes)).then(|| msg::embed_minutes_refused(MOST_MINUTES))
}

/// The Source stage, as the push page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceStagePage {
    /// Whether it can be chosen.
    pub can: bool,
    /// Why not, or that there is a licence.
    pub licence: Message,
    /// When the server was looked at for it (RFC 3339, UTC).
    pub looked_at: Option<String>,
    /// Why the newest look saw nothing.
    pub problem: Option<Diagnosis>,
    /// Whether it is wanted.
    pub wanted: bool,
    /// The flows to choose from.
    pub flows: Vec<FlowChoice>,
    /// The slug of the one that is chosen; empty while none is.
    pub flow: String,
    /// The places in it.
    pub places: Vec<PlaceChoice>,
    /// The one that is chosen, as in [`PlaceChoice::after`].
    pub after: Option<String>,
    /// Why it can't go there.
    pub place_refused: Option<Message>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
    /// Why that can't be used.
    pub minutes_refused: Option<Message>,
    /// What it does to the source's own flows and the people in them.
    pub warnings: Vec<Message>,
}

/// A flow to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FlowChoice {
    /// Its slug.
    pub slug: String,
    /// Its name and what it is for.
    pub words: Message,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlaceChoice {
    /// The uuid of the stage that it comes right after; none to come first.
    pub after: Option<String>,
    /// The same in words.
    pub words: Message,
}

pub(super) fn page(job: &Job) -> SourceStagePage {
    let stage = &job.source_stage;
    let look = fresh(job);
    let told = look.map(|look| look.seen.licence.as_str());
    let status = told.or_else(|| job.server.reached().and_then(|reached| reached.licence.as_deref()));
    let seen = look.map(|look| &look.seen).filter(|seen| seen.is_licensed());
    let flow = seen.and_then(|seen| seen.flow(&stage.flow));
    let bound = seen.zip(flow).map(|(seen, flow)| seen.stages_of(&flow.pk)).unwrap_or_default();
    let here = DesiredSourceStage::name(&job.names.slug);
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
        place_refused: flow.and_then(|_| place(&others, stage.after.as_deref()).err()).map(NoPosition::message),
        after: stage.after.clone(),
        minutes: stage.minutes,
        minutes_refused: minutes_refused(stage.minutes),
        warnings: seen.map(|seen| warnings(seen, job)).unwrap_or_default(),
    }
}

/// Why it can't be chosen, or that it can.
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

/// The source's own flows may not sign people in, or the suspended flow never goes on.
fn warnings(seen: &SourceStageContext, job: &Job) -> Vec<Message> {
    let choices = &job.push.choices;
    let known = choices.authentication_flow.as_deref().unwrap_or(AUTHENTICATION);
    let new = choices.enrolment_flow.as_deref().unwrap_or(ENROLMENT);
    let own = [Some(known), job.names.who.enrols().then_some(new)];
    let keys: Vec<_> = own.iter().flatten().filter_map(|slug| seen.flow(slug)).map(|flow| flow.pk.as_str()).collect();
    seen.sign_in(&keys).iter().map(msg::embed_signs_in).collect()
}
