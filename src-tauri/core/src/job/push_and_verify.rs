//! A push with the check from outside right behind it, for whoever does both in one go.

use super::verify::{self, OutsideCheck};
use super::{Environment, Job, push};
use crate::checks::Prefetched;
use crate::credentials::ClientSecret;
use crate::diagnosis::Symptom;
use crate::plan::{Plan, PushProgress, PushProgressState, PushResult};
use futures_util::future::try_join;
use tokio::sync::watch;

/// Pushes the plan that was shown, with this secret or else the one that the job keeps, and looks from outside as soon as
/// the last write is answered: while that is read back. What comparison and push have read isn't asked again.
///
/// # Errors
/// As [`push::apply`]; why the look itself couldn't be taken is told beside what was pushed.
pub async fn apply(
    environment: &Environment,
    job: &Job,
    plan: &Plan,
    secret: Option<&ClientSecret>,
    told: &mut (dyn FnMut(PushProgress) + Send),
) -> Result<(PushResult, Result<OutsideCheck, Symptom>), Symptom> {
    let (written, writes) = watch::channel(0_u32);
    let push = async move {
        let mut told = |progress: PushProgress| {
            if progress.state == PushProgressState::ReadingBack && plan.last() == Some(progress.change.as_str()) {
                written.send_modify(|times| *times += 1);
            }
            told(progress);
        };
        Box::pin(push::apply(environment, job, plan, secret, &mut told)).await
    };
    let mut seen = writes.clone();
    let look = async {
        let Ok(times) = seen.wait_for(|times| *times > 0).await.map(|times| *times) else { return Ok(None) };
        let at_hand =
            Prefetched { front: plan.front().cloned(), source: plan.writes_source() || plan.source().is_some() };
        Ok(Some((times, verify::observe(environment, job, at_hand).await)))
    };
    let (pushed, looked) = try_join(push, look).await?;
    let checked = match looked {
        Some((times, looked)) if times == *writes.borrow() => {
            let known = pushed.read_back.clone().or_else(|| plan.source().cloned());
            looked.map(|looked| looked.knowing(known).judged(environment, job))
        }
        // Somebody wrote over the list meanwhile, and it was written again: what was seen is from before.
        Some(_) | None => verify::check(environment, job).await,
    };
    Ok((pushed, checked))
}
