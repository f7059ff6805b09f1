//! The page of stage 6.

use super::actions;
use crate::checks::{CheckOutcome, Finding};
use crate::i18n::msg;
use crate::job::cleanup::{self, CleanupItem};
use crate::job::login::{self, LoginCard, LoginOpening};
use crate::job::{Environment, Footer, FooterAction, Job, Session, SetupSummary, push, setup_summary};
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VerifyPage {
    /// When the outside checks were run (RFC 3339, UTC).
    pub at: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// How many checks passed.
    pub passed: usize,
    /// How many ran.
    pub ran: usize,
    /// Whether the plan was pushed, so that there is a source that people can sign in through.
    pub pushed: bool,
    /// The test login.
    pub login: Box<LoginCard>,
    /// The cleanup items.
    pub tidy: Vec<CleanupItem>,
    /// What was done, once a visitor has signed in.
    pub finish: Option<SetupSummary>,
    /// The footer of the page.
    pub bar: Footer,
}

pub(in crate::job) fn page(environment: &Environment, job: &Job, session: &Session) -> VerifyPage {
    let checked = job.fresh_outside_check();
    let findings = checked.map(|checked| actions::findings(job, checked)).unwrap_or_default();
    let login = login::card(environment, job, session);
    let bar = bar(job, &findings, &login);
    VerifyPage {
        at: checked.map(|checked| checked.at.clone()),
        passed: findings.iter().filter(|finding| finding.outcome == CheckOutcome::Passed).count(),
        ran: findings.iter().filter(|finding| finding.outcome != CheckOutcome::Skipped).count(),
        pushed: push::is_done(job),
        tidy: cleanup::tidy(job),
        finish: setup_summary::of(job).filter(|_| bar.act == FooterAction::Finish),
        bar,
        login,
        findings,
    }
}

fn bar(job: &Job, findings: &[Finding], login: &LoginCard) -> Footer {
    let check = msg::footer_check_outside();
    if job.fresh_outside_check().is_none() {
        let bar = Footer::go(FooterAction::CheckOutside, check);
        return if push::is_done(job) { bar } else { bar.because(msg::footer_needs_push()) };
    }
    match actions::count_breaking(findings) {
        0 if login.worked => {
            let bar = Footer::go(FooterAction::Finish, msg::footer_finish())
                .or(FooterAction::CheckOutside, msg::footer_check_again());
            if cleanup::test_callback(job).done { bar } else { bar.because(msg::footer_callback_left()) }
        }
        0 => {
            let (act, why) = match login.best {
                LoginOpening::Private | LoginOpening::Browser => (msg::footer_test_login(), msg::footer_now_sign_in()),
                LoginOpening::ByHand => (msg::footer_copy_login(), msg::footer_now_paste()),
            };
            Footer::go(FooterAction::TestLogin, act)
                .or(FooterAction::CheckOutside, msg::footer_check_again())
                .because(why)
        }
        left => {
            Footer::go(FooterAction::CheckOutside, msg::footer_check_again()).because(msg::footer_problems_left(left))
        }
    }
}
