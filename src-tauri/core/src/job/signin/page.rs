//! The page of stage 4.

use super::actions;
use crate::credentials::identify;
use crate::diagnosis::{Diagnosis, Severity};
use crate::i18n::msg;
use crate::job::callback::{self, PrivateWindow, TestCallbackNotice};
use crate::job::forecast::{self, Forecast};
use crate::job::remedy::{self, RemedyOffer};
use crate::job::{Environment, Footer, FooterAction, Job, Session, xapp};
use crate::signin::{
    self, Checklist, ConsentLink, EarlierResults, PasteAnswer, SignInEnding, SignInLegResult, SignInOutcome,
    SignInProgress,
};
use crate::x::{CredentialVerdict, ScopeComparison, Scopes};
use serde::Serialize;
use url::Url;

/// What earlier checks have shown about the causes of X's error page.
fn known(job: &Job, legs: &[SignInLegResult], scopes: Scopes) -> EarlierResults {
    let id = job.credentials.client_id.as_deref().unwrap_or_default();
    let checked = job.credentials.fresh_check();
    EarlierResults {
        client_id: identify(id).recognised.kind,
        pair_accepted: checked.is_some_and(|checked| checked.probe.pairing == CredentialVerdict::Accepted),
        scopes,
        callbacks_confirmed: xapp::callbacks_confirmed(job),
        opened: actions::opened(legs),
    }
}

fn known_of(job: &Job, outcome: &SignInOutcome) -> EarlierResults {
    known(job, &outcome.legs, outcome.inputs.scopes.clone())
}

/// The possible causes of X's error page, while the person may be seeing it and after they have seen it.
fn checklist(job: &Job, session: &Session) -> Option<Checklist> {
    if let Some(running) = &session.running {
        let silent = running.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting);
        // A server that asks for more by itself shows only in the link.
        let scopes = running.link.as_ref().map(ConsentLink::scopes).or_else(|| job.requested_scopes());
        let known = || known(job, &running.legs, scopes.unwrap_or_else(|| Scopes::for_source("")));
        return silent.then(|| Checklist::from_results(&known()));
    }
    let outcome = &job.fresh_test()?.outcome;
    actions::may_be_error_page(outcome).then(|| Checklist::from_results(&known_of(job, outcome)))
}

/// What went wrong. X's error page has its list beside it; at another error the ruled out causes are left out at once.
fn problem(job: &Job, outcome: &SignInOutcome) -> Option<Diagnosis> {
    let diagnosis = Diagnosis::from(outcome.symptom.as_ref()?);
    Some(if actions::is_error_of_x(outcome) {
        actions::without_ruled_out(diagnosis, &known_of(job, outcome))
    } else {
        diagnosis
    })
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInPage {
    /// The test that runs.
    pub running: Option<SignInProgress>,
    /// The outcome of the newest test.
    pub outcome: Option<SignInOutcome>,
    /// What went wrong.
    pub problem: Option<Diagnosis>,
    /// The possible causes, where X shows the same page for several mistakes.
    pub checklist: Option<Checklist>,
    /// The result of the newest paste into the running test.
    pub pasted: Option<PasteAnswer>,
    /// The scopes that were requested and granted.
    pub scopes: Option<ScopeComparison>,
    /// What authentik would do with the person who signed in.
    pub forecast: Option<Forecast>,
    /// The remedies for what the forecast warns about.
    pub remedies: Vec<RemedyOffer>,
    /// How many legs passed.
    pub passed: usize,
    /// The test callback, to compare with X's form.
    pub test_callback: Option<String>,
    /// What to do about it at X, before and after the test.
    pub callback: TestCallbackNotice,
    /// Whether the test opens in a private window.
    pub private: PrivateWindow,
    /// The host at X to which the server sends visitors, if the test used another one, or should now.
    pub server_host: Option<String>,
    /// Whether the next test goes by that host.
    pub by_server: bool,
    /// Whether the client credentials are available for a test.
    pub can_start: bool,
    /// The footer of the page.
    pub bar: Footer,
}

pub(in crate::job) fn page(environment: &Environment, job: &Job, session: &Session) -> SignInPage {
    let tested = job.fresh_test();
    let outcome = tested.map(|tested| tested.outcome.clone());
    let passed = outcome
        .iter()
        .flat_map(|outcome| &outcome.legs)
        .filter(|leg| matches!(leg.verdict, signin::SignInLegVerdict::Passed | signin::SignInLegVerdict::Warned));
    SignInPage {
        running: session.running.clone(),
        problem: outcome.as_ref().and_then(|outcome| problem(job, outcome)),
        checklist: checklist(job, session),
        pasted: session.pasted.clone(),
        scopes: outcome.as_ref().and_then(|outcome| {
            let granted = outcome.scopes_granted.as_ref()?;
            Some(ScopeComparison::new(&outcome.inputs.scopes, granted))
        }),
        forecast: tested.and_then(|tested| forecast::for_test(job, tested)),
        remedies: remedy::offers(job),
        passed: passed.count(),
        test_callback: job.urls().map(|urls| urls.test_callback),
        callback: callback::care(job),
        private: callback::private_window(environment, job),
        server_host: server_host(job),
        by_server: job.signin.by_server,
        can_start: job.credentials.is_complete() && session.running.is_none() && !session.is_testing(),
        bar: bar(job, session),
        outcome,
    }
}

/// The host of the server's own way to X, as the newest test read it. It is shown while it isn't the test's usual one.
fn server_host(job: &Job) -> Option<String> {
    let tested = job.fresh_test()?;
    let used = tested.outcome.inputs.authorize.as_str();
    tested.other_host().or_else(|| {
        let page = tested.server_page.as_deref().filter(|page| job.signin.by_server && *page == used)?;
        Some(Url::parse(page).ok()?.host_str()?.to_owned())
    })
}

fn bar(job: &Job, session: &Session) -> Footer {
    let review = msg::footer_continue_review();
    if session.running.is_some() {
        return Footer::wait(FooterAction::Continue, review, msg::footer_waiting_for_x());
    }
    if !job.credentials.is_complete() {
        return Footer::wait(FooterAction::StartTest, msg::footer_start_test(), msg::footer_needs_pair());
    }
    let outcome = job.fresh_test().map(|tested| &tested.outcome);
    if let Some(port) = actions::taken_port(outcome) {
        let reason = msg::footer_port_taken(port.to_string());
        return Footer::go(FooterAction::StartTest, msg::footer_look_again())
            .or(FooterAction::Continue, msg::footer_go_on_anyway())
            .because(reason);
    }
    match outcome {
        Some(outcome) if outcome.ending == SignInEnding::Passed => Footer::go(FooterAction::Continue, review),
        Some(outcome) => {
            let breaks =
                outcome.symptom.as_ref().is_some_and(|symptom| Diagnosis::from(symptom).severity == Severity::Breaks);
            let bar = Footer::go(FooterAction::StartTest, msg::footer_test_again())
                .or(FooterAction::Continue, msg::footer_go_on_anyway());
            if breaks { bar.because(msg::footer_push_without_test()) } else { bar }
        }
        None => Footer::go(FooterAction::StartTest, msg::footer_start_test())
            .or(FooterAction::Continue, msg::footer_skip_test()),
    }
}
