//! The test callback at X: that it has to be in X's form before a test, on which other port it could be, and that it
//! goes away afterwards. Nothing here is seen at X: it goes by the admin's own ticks.

use super::verify::{self, CleanupItem};
use super::{Environment, Job, xapp};
use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use crate::loopback;
use crate::signin::SignInEnding;
use serde::Serialize;

/// Names the test callback among the steps of X's form, and among what is left to tidy up.
pub const ITEM: &str = "test-callback";

/// What the sign-in page says of the test callback.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TestCallbackNotice {
    /// A port that was free when the registered one was found taken.
    pub other_port: Option<u16>,
    /// That it isn't known to be in X's form.
    pub register: Option<Message>,
    /// That it can go, once a test has passed.
    pub remove: Option<CleanupItem>,
}

pub(super) fn care(job: &Job) -> TestCallbackNotice {
    let tested = job.signin.fresh(job);
    let passed = tested.is_some_and(|tested| tested.outcome.ending == SignInEnding::Passed);
    let register = if job.verify.ticked.contains(ITEM) {
        Some(msg::signin_callback_removed())
    } else if job.xapp.ticked.contains(ITEM) {
        None
    } else {
        Some(msg::signin_callback_unticked())
    };
    TestCallbackNotice {
        other_port: tested.and_then(|tested| tested.other_port),
        register,
        remove: passed.then(|| verify::test_callback(job)),
    }
}

/// The port to be offered instead of the one that the test found taken.
pub(super) async fn other_port(job: &Job, symptom: Option<&Symptom>) -> Option<u16> {
    if !matches!(symptom, Some(Symptom::PortTaken { .. })) {
        return None;
    }
    loopback::free_near(job.names.port).await
}

/// A port that is free now: the one that was offered, or another where that was taken meanwhile.
///
/// # Errors
/// When none close to the registered one is free.
pub async fn find_port(job: &Job) -> Result<u16, Symptom> {
    let port = job.names.port;
    loopback::free_near(port).await.ok_or(Symptom::PortTaken { port, holder: None })
}

/// Takes another port for the test callback. X has to be told, so the step's tick is taken back.
pub fn take_port(job: &mut Job, port: u16) {
    job.names.port = port;
    xapp::tick(job, ITEM, false);
}

/// Whether a private window can be had for the test, and is wished for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PrivateWindow {
    /// The browser that can be asked for one.
    pub browser: Option<String>,
    /// Whether the test is to open there.
    pub wished: bool,
}

pub(super) fn private_window(environment: &Environment, job: &Job) -> PrivateWindow {
    let browser = environment.opener.private().map(str::to_owned);
    PrivateWindow { wished: job.signin.private && browser.is_some(), browser }
}
