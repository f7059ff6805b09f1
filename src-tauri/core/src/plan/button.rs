//! Writes a login page's list of sources. The API replaces the list as a whole and has no precondition for it, so this
//! module has to protect what others add at the same time.

use super::write::is_transient;
use super::{Error, Journals};
use crate::authentik::{Client, IdentificationStage};
use crate::storage::Lock;
use std::time::Duration;

/// How often a list is written again after somebody else has overwritten it.
const TRIES: usize = 5;

/// How long before the write the parallel read is sent, so that the server answers the read first. The read then shows
/// what the write is going to overwrite.
const AHEAD: Duration = Duration::from_millis(1);

/// How long to wait for another run of this program that is writing a login page of the same server, and how often to
/// check whether it has finished. It needs a few requests for a write.
const LONGEST: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// Whether the source should be in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ButtonVisibility {
    In,
    Out,
}

/// A login page's list, read under a lock that keeps other runs on this machine from writing a login page of the same
/// server.
#[derive(Debug)]
pub(super) struct LoginPageSnapshot {
    lock: Lock,
    stage: IdentificationStage,
}

impl LoginPageSnapshot {
    /// Reads the list. `None` if another run is writing one, or if the list can't be read: [`place`] then reads it
    /// itself and reports the error.
    pub(super) async fn read(client: &Client, journals: &Journals, stage: &str) -> Option<Self> {
        let lock = journals.lock_login_pages(client.server()).ok().flatten()?;
        let stage = client.stage(stage).await.ok()?;
        Some(Self { lock, stage })
    }

    /// The stage as it was read.
    pub(super) fn stage(&self) -> &IdentificationStage {
        &self.stage
    }
}

/// Whether the source is in the list if it should be, and not in it if it shouldn't.
pub(super) fn is_placed(stage: &IdentificationStage, source: &str, place: ButtonVisibility) -> bool {
    stage.sources.iter().any(|pk| pk == source) == (place == ButtonVisibility::In)
}

/// Puts a source into the list of a stage, or takes it out, and reads the list back. What others added or removed
/// meanwhile is preserved:
///
/// - The list is read just before it is written, either by the caller, who passes it as `fresh`, or here.
/// - The list is read once more in parallel with the write. If somebody added a source in between and our write removed
///   it, it is put back.
/// - If somebody else wrote an older list over ours, it is written again.
/// - Two runs of this program on one machine take turns.
///
/// # Errors
/// A [`PlacementFailure`] that says whether a write may have arrived. It holds [`Error::ReadBackDiffers`] if others
/// overwrite the list again and again, [`Error::Elsewhere`] if another run doesn't finish, and otherwise any error of a
/// call.
pub(super) async fn place(
    client: &Client,
    journals: &Journals,
    stage: &str,
    fresh: Option<LoginPageSnapshot>,
    source: &str,
    place: ButtonVisibility,
    mut reading: impl FnMut(),
) -> Result<(), PlacementFailure> {
    let (_lock, mut now) = if let Some(LoginPageSnapshot { lock, stage }) = fresh {
        (lock, stage)
    } else {
        let lock = match journals.lock_login_pages(client.server())? {
            Some(lock) => lock,
            None => turn(client, journals).await?,
        };
        (lock, client.stage(stage).await?)
    };
    let mut waits = client.retries().each();
    let mut lost: Vec<String> = Vec::new();
    let mut may_be_written = false;
    for _ in 0..TRIES {
        lost.retain(|pk| !now.sources.contains(pk));
        if is_placed(&now, source, place) && lost.is_empty() {
            return Ok(());
        }
        let mut sources: Vec<_> = now.sources.iter().filter(|pk| *pk != source).cloned().collect();
        sources.extend(lost.iter().cloned());
        if place == ButtonVisibility::In {
            sources.push(source.to_owned());
        }
        let write = async {
            tokio::time::sleep(AHEAD).await;
            client.show_sources(&now, &sources).await
        };
        let (beside, written) = tokio::join!(client.stage(stage), write);
        reading();
        if let Err(error) = written {
            let wait = is_transient(&error).then(|| waits.next()).flatten();
            let Some(wait) = wait else {
                return if !is_transient(&error) && !may_be_written {
                    Err(PlacementFailure::Refused(error.into()))
                } else if client.stage(stage).await.is_ok_and(|now| is_placed(&now, source, place)) {
                    Ok(())
                } else {
                    Err(PlacementFailure::Unclear(error.into()))
                };
            };
            may_be_written = true;
            // Whether the write arrived or not, the next attempt reads the list again and starts from that.
            tokio::time::sleep(wait).await;
            now = client.stage(stage).await?;
            continue;
        }
        may_be_written = true;
        let after = client.stage(stage).await?;
        if let Ok(beside) = beside {
            lost.extend(taken_away(&now, &beside, &after, source, place));
        }
        now = after;
    }
    if is_placed(&now, source, place) {
        return Ok(());
    }
    Err(PlacementFailure::Unclear(Error::ReadBackDiffers { what: now.name, field: "sources".to_owned() }))
}

/// A failure to put a source where it should be.
pub(super) enum PlacementFailure {
    /// The only write of the list was definitely refused.
    Refused(Error),
    /// A write may have arrived.
    Unclear(Error),
}

impl<E: Into<Error>> From<E> for PlacementFailure {
    fn from(error: E) -> Self {
        Self::Unclear(error.into())
    }
}

impl PlacementFailure {
    /// The error itself, whether a write may have arrived or not.
    pub(super) fn error(self) -> Error {
        match self {
            Self::Refused(error) | Self::Unclear(error) => error,
        }
    }
}

/// The sources that somebody added after we read the list, and that our write then removed. Only a read that the server
/// answered before our write can show them.
fn taken_away(
    read: &IdentificationStage,
    beside: &IdentificationStage,
    after: &IdentificationStage,
    source: &str,
    place: ButtonVisibility,
) -> Vec<String> {
    if is_placed(beside, source, place) {
        return Vec::new();
    }
    let is_lost = |pk: &&String| *pk != source && !read.sources.contains(*pk) && !after.sources.contains(*pk);
    beside.sources.iter().filter(is_lost).cloned().collect()
}

async fn turn(client: &Client, journals: &Journals) -> Result<Lock, Error> {
    let mut waited = Duration::ZERO;
    while waited < LONGEST {
        tokio::time::sleep(PAUSE).await;
        waited += PAUSE;
        if let Some(lock) = journals.lock_login_pages(client.server())? {
            return Ok(lock);
        }
    }
    Err(Error::Elsewhere { what: client.host() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(sources: &str) -> IdentificationStage {
        IdentificationStage {
            pk: "1".to_owned(),
            name: "login".to_owned(),
            flow_set: Vec::new(),
            user_fields: Vec::new(),
            sources: sources.split_whitespace().map(str::to_owned).collect(),
        }
    }

    #[test]
    fn only_what_our_own_write_took_away_is_put_back() {
        let check = |read: &str, beside: &str, after: &str, place: ButtonVisibility, lost: &[&str]| {
            let found = taken_away(&stage(read), &stage(beside), &stage(after), "ours", place);
            assert_eq!(found, lost, "{read} | {beside} | {after}");
        };
        check("a", "a", "a ours", ButtonVisibility::In, &[]);
        check("a", "a b", "a ours", ButtonVisibility::In, &["b"]);
        check("a", "a b c", "a c ours", ButtonVisibility::In, &["b"]);
        // It was seen after our write, so the person who added it removed it again.
        check("a", "a b ours", "a ours", ButtonVisibility::In, &[]);
        // Somebody else removed it before the parallel read.
        check("a b", "a", "a ours", ButtonVisibility::In, &[]);
        check("a ours", "a b ours", "a", ButtonVisibility::Out, &["b"]);
        check("a ours", "a b", "a", ButtonVisibility::Out, &[]);
    }
}
