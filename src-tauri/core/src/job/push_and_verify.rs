//! A push followed immediately by the outside checks, for callers that do both at once.

use super::model::OutsideCheck;
use super::{Environment, Job, push, verify};
use crate::checks::Prefetched;
use crate::credentials::ClientSecret;
use crate::diagnosis::Symptom;
use crate::plan::{Plan, PushProgress, PushProgressState, PushResult};
use crate::progress::Observer;
use futures_util::future::try_join;
use tokio::sync::watch;

/// Pushes the plan that was shown, with this secret or otherwise the one that the job stores. The outside checks run as
/// soon as the last write is answered, while it is read back. What comparison and push have read isn't requested again.
///
/// # Errors
/// As [`push::apply`]. Why the outside checks couldn't run is returned together with the push.
pub async fn apply(
    environment: &Environment,
    job: &Job,
    plan: &Plan,
    secret: Option<&ClientSecret>,
    observer: Observer<'_, PushProgress>,
) -> Result<(PushResult, Result<OutsideCheck, Symptom>), Symptom> {
    let (written, writes) = watch::channel(0_u32);
    let push = async move {
        let mut observer = |progress: PushProgress| {
            if progress.state == PushProgressState::ReadingBack && plan.last_change() == Some(progress.change.as_str())
            {
                written.send_modify(|times| *times += 1);
            }
            observer(progress);
        };
        Box::pin(push::apply(environment, job, plan, secret, &mut observer)).await
    };
    let mut seen = writes.clone();
    let look = async {
        let Ok(times) = seen.wait_for(|times| *times > 0).await.map(|times| *times) else { return Ok(None) };
        let at_hand =
            Prefetched { front: plan.login_page().cloned(), source: plan.writes_source() || plan.source().is_some() };
        Ok(Some((times, verify::observe(environment, job, at_hand).await)))
    };
    let (pushed, looked) = try_join(push, look).await?;
    let checked = match looked {
        Some((times, looked)) if times == *writes.borrow() => {
            let known = pushed.read_back.clone().or_else(|| plan.source().cloned());
            looked.map(|looked| looked.with_source(known).judge(environment, job))
        }
        // Somebody changed the list in the meantime and it was written again, so the outside checks saw the older
        // state.
        Some(_) | None => verify::check(environment, job).await,
    };
    Ok((pushed, checked))
}
