//! The test callback at X: it has to be in X's form before a live test, it may need another port, and it should be
//! removed afterward. Nothing here is read from X: it relies on the steps that the admin ticked.

use super::cleanup::{self, CleanupItem, TEST_CALLBACK};
use super::{Environment, Job, xapp};
use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use crate::loopback;
use crate::signin::SignInEnding;
use serde::Serialize;

/// What the sign-in page says about the test callback.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TestCallbackNotice {
    /// A port that was free when the registered one was found taken.
    pub other_port: Option<u16>,
    /// Says that the test callback isn't known to be in X's form.
    pub register: Option<Message>,
    /// Says that it can be removed, once a test has passed.
    pub remove: Option<CleanupItem>,
}

pub(super) fn care(job: &Job) -> TestCallbackNotice {
    let tested = job.fresh_test();
    let passed = tested.is_some_and(|tested| tested.outcome.ending == SignInEnding::Passed);
    let register = if job.verify.ticked.contains(TEST_CALLBACK) {
        Some(msg::signin_callback_removed())
    } else if job.xapp.ticked.contains(TEST_CALLBACK) {
        None
    } else {
        Some(msg::signin_callback_unticked())
    };
    TestCallbackNotice {
        other_port: tested.and_then(|tested| tested.other_port),
        register,
        remove: passed.then(|| cleanup::test_callback(job)),
    }
}

/// The port to offer instead of the one that the test found taken.
pub(super) async fn other_port(job: &Job, symptom: Option<&Symptom>) -> Option<u16> {
    if !matches!(symptom, Some(Symptom::PortTaken { .. })) {
        return None;
    }
    loopback::find_free_port(job.names.typed.port).await
}

/// Finds a free port: the one that was offered, or another one if that was taken meanwhile.
///
/// # Errors
/// When none close to the registered one is free.
pub async fn find_port(job: &Job) -> Result<u16, Symptom> {
    let port = job.names.typed.port;
    loopback::find_free_port(port).await.ok_or(Symptom::PortTaken { port, holder: None })
}

/// Takes another port for the test callback. It then has to be registered at X again, so the step's tick is removed.
pub fn take_port(job: &mut Job, port: u16) {
    job.names.typed.port = port;
    xapp::tick(job, TEST_CALLBACK, false);
}

/// Whether a private window is available for the test, and whether the admin wants one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PrivateWindow {
    /// The browser that can open a private window.
    pub browser: Option<String>,
    /// Whether the test should open in a private window.
    pub wished: bool,
}

pub(super) fn private_window(environment: &Environment, job: &Job) -> PrivateWindow {
    let browser = environment.opener.private().map(str::to_owned);
    PrivateWindow { wished: job.signin.private && browser.is_some(), browser }
}
