//! Stage 3: the app at X, as one walk: X's form, step by step from the guide, and at its end the client credentials.

mod callback_list;
#[cfg(test)]
mod tests;

pub use super::model::CallbackListPaste;
pub use callback_list::{CallbackListPage, callbacks_confirmed, compare_pasted, paste};

use super::model::{CREDENTIALS, PairVerdict};
use super::status::{self, StageState, StageStatus};
use super::{Environment, Footer, FooterAction, Job, credentials, links};
use crate::i18n::msg;
use crate::portal::{self, Cost, FormField, GuideAction, Layout, Sighting, Values, WantedApp};
use crate::signin::SignInEnding;
use crate::stage::Stage;
use serde::Serialize;
use url::Url;

/// The actions for this job, in X's order; none while the URLs aren't known.
pub fn actions(job: &Job) -> Vec<GuideAction> {
    let Some(urls) = job.urls() else { return Vec::new() };
    let values = Values {
        callback: &urls.callback,
        test_callback: &urls.test_callback,
        website: &urls.website,
        terms: job.names.terms(),
        privacy: job.names.privacy(),
    };
    portal::guide().actions(job.xapp.layout, wanted(job), &values)
}

pub(super) fn wanted(job: &Job) -> WantedApp {
    WantedApp { email: job.names.wants_email(), new_app: job.xapp.new_app }
}

/// Finds what a word on X's screen belongs to.
pub fn search(job: &Job, seen: &str) -> Vec<Sighting> {
    portal::guide().find(seen, job.xapp.layout, wanted(job))
}

/// Where "Open the portal" leads.
pub fn portal_url(environment: &Environment, job: &Job) -> Url {
    links::url(environment, Some(job), portal::guide().start(job.xapp.layout).link)
}

/// Whether an action is done: the last one once both credentials are entered, each other once all of it is ticked.
fn is_done(action: &GuideAction, job: &Job) -> bool {
    if action.id == CREDENTIALS {
        return job.credentials.is_complete();
    }
    action.steps.iter().all(|step| job.xapp.ticked.contains(&step.id))
}

/// The action to expand: the chosen one, otherwise the first that isn't done, otherwise the last.
pub(super) fn open<'a>(actions: &'a [GuideAction], job: &Job) -> Option<&'a GuideAction> {
    let chosen = job.xapp.open.as_ref().and_then(|id| actions.iter().find(|action| action.id == *id));
    chosen.or_else(|| actions.iter().find(|action| !is_done(action, job))).or(actions.last())
}

/// Ticks a step, or takes the tick back. Once its action is done, the next one opens.
pub fn tick(job: &mut Job, step: &str, done: bool) {
    let actions = actions(job);
    let Some(action) = actions.iter().find(|action| action.steps.iter().any(|own| own.id == step)) else { return };
    if done {
        job.xapp.ticked.insert(step.to_owned());
    } else {
        job.xapp.ticked.remove(step);
    }
    job.xapp.open = (!is_done(action, job)).then(|| action.id.clone());
}

/// Ticks every step of the action that is open.
pub fn tick_open(job: &mut Job) {
    let actions = actions(job);
    if let Some(action) = open(&actions, job) {
        job.xapp.ticked.extend(action.steps.iter().map(|step| step.id.clone()));
        job.xapp.open = None;
    }
}

pub(super) fn status(job: &Job) -> StageStatus {
    let actions = actions(job);
    if actions.is_empty() {
        let waits_for = if job.server.url().is_none() { Stage::Server } else { Stage::Names };
        return status::after(waits_for);
    }
    if let Some(words) = credentials::refused(&job.credentials) {
        return status::attention(words);
    }
    if callbacks_confirmed(job) == Some(false) {
        return status::attention(msg::portal_callbacks_stage());
    }
    let count = actions.iter().filter(|action| is_done(action, job)).count();
    // A sign-in that passed needs everything that the form asks for, whoever ticked what.
    let proved = job.fresh_test().is_some_and(|tested| tested.outcome.ending == SignInEnding::Passed);
    // Somebody who brings the credentials of an app that was set up before doesn't walk through its form.
    let walked = actions.split_last().is_some_and(|(_, form)| form.iter().any(|action| is_done(action, job)));
    let accepted = job.credentials.verdict() == Some(PairVerdict::Accepted);
    match count {
        _ if accepted && (count == actions.len() || !walked) => status::done(),
        _ if proved => (StageState::Done, msg::stage_proved()),
        0 if job.credentials.client_id.is_none() && job.credentials.secret.is_none() => status::not_started(),
        _ if count == actions.len() => status::in_progress(),
        _ => (StageState::InProgress, msg::stage_steps(count, actions.len())),
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct XAppPage {
    /// Which layout is shown.
    pub layout: Layout,
    /// What X calls this layout's start page.
    pub portal: String,
    /// Whether the app still has to be created.
    pub new_app: bool,
    /// The actions, in X's order.
    pub actions: Vec<GuideAction>,
    /// The ids of the steps that are ticked.
    pub ticked: Vec<String>,
    /// The ids of the actions that are done.
    pub done_actions: Vec<String>,
    /// The action that is open.
    pub open: Option<String>,
    /// The whole form, for the drawing.
    pub form: Vec<FormField>,
    /// X's labels of the fields that stay as they are.
    pub left_alone: Vec<String>,
    /// How many actions are done.
    pub done: usize,
    /// Whether every action is expanded.
    pub all: bool,
    /// The list of callbacks that X shows, if it was pasted.
    pub pasted: CallbackListPage,
    /// What signing in costs and which limits apply, with their dates.
    pub cost: Cost,
    /// The part of each value that the admin chose, to be highlighted.
    pub marks: Vec<String>,
    /// When X's form was last compared with the guide (`YYYY-MM-DD`).
    pub checked: String,
    /// The footer of the page.
    pub bar: Footer,
}

pub(super) fn page(job: &Job) -> XAppPage {
    let guide = portal::guide();
    let xapp = &job.xapp;
    let actions = actions(job);
    let open = open(&actions, job).map(|action| action.id.clone());
    let done = actions.iter().filter(|action| is_done(action, job)).count();
    let bar = bar(job, &actions, open.as_deref());
    XAppPage {
        layout: xapp.layout,
        portal: guide.start(xapp.layout).name.clone(),
        new_app: xapp.new_app,
        form: guide.form(xapp.layout),
        left_alone: guide.unchanged_fields(xapp.layout, wanted(job)),
        done_actions: actions.iter().filter(|action| is_done(action, job)).map(|action| action.id.clone()).collect(),
        ticked: xapp.ticked.iter().cloned().collect(),
        open,
        done,
        all: xapp.all,
        pasted: callback_list::page(job),
        cost: guide.limits().cost_of(xapp.people),
        marks: job.names.slug().into_iter().map(|slug| slug.as_str().to_owned()).collect(),
        checked: guide.oldest_check().to_string(),
        bar,
        actions,
    }
}

/// The next step of the walk by its name, then the check of the credentials, then the next stage.
fn bar(job: &Job, actions: &[GuideAction], open: Option<&str>) -> Footer {
    if actions.is_empty() {
        return Footer::wait(FooterAction::Continue, msg::footer_continue_signin(), msg::footer_needs_address());
    }
    if !job.credentials.is_complete()
        && let Some(at) = actions.iter().position(|action| Some(action.id.as_str()) == open)
        && let Some(next) = actions.get(at + 1)
    {
        let label = next.steps.first().map_or("", |step| step.label.as_str());
        return Footer::go(FooterAction::TickAction, msg::footer_next_step(label, next.id.as_str()));
    }
    credentials::bar(&job.credentials)
}
