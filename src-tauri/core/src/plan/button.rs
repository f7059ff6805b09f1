//! The login page's list, which every write replaces as a whole and nothing guards.

use super::write::is_transient;
use super::{Error, Journals};
use crate::authentik::{Client, IdentificationStage};
use crate::storage::Lock;
use std::time::Duration;

/// How often a list is written again that somebody else wrote over.
const TRIES: usize = 5;

/// How long the look beside a write goes ahead of it, so that the server answers it first: what it then shows is what
/// the write takes away.
const AHEAD: Duration = Duration::from_millis(1);

/// How long another run of this program is waited for that is writing a login page of the same server, and how often it
/// is looked whether it has ended. A write takes it a few requests.
const LONGEST: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// Whether the source should be in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ButtonVisibility {
    In,
    Out,
}

/// A login page's list, read while no other run on this machine may write one of this server.
#[derive(Debug)]
pub(super) struct LoginPageSnapshot {
    lock: Lock,
    stage: IdentificationStage,
}

impl LoginPageSnapshot {
    /// Reads it; `None` while another run writes one, and where it can't be read: [`place`] then does it, and tells why.
    pub(super) async fn read(client: &Client, journals: &Journals, stage: &str) -> Option<Self> {
        let lock = journals.lock_login_pages(client.server()).ok().flatten()?;
        let stage = client.stage(stage).await.ok()?;
        Some(Self { lock, stage })
    }

    /// What was read.
    pub(super) fn stage(&self) -> &IdentificationStage {
        &self.stage
    }
}

/// Whether the source is where it should be.
pub(super) fn is_placed(stage: &IdentificationStage, source: &str, place: ButtonVisibility) -> bool {
    stage.sources.iter().any(|pk| pk == source) == (place == ButtonVisibility::In)
}

/// Puts a source into the list of a stage or takes it out, and reads again. What others added or removed stays as they
/// left it:
///
/// - The list is read just before it is written, by whoever hands `fresh` over or here.
/// - It is read once more beside the write. What somebody added in between, and our write took away, is put back.
/// - Where somebody else's write, made of an older list, undid ours, it is written again.
/// - Two runs of this program on one machine take turns.
///
/// # Errors
/// Whether a write may have arrived, and [`Error::ReadBackDiffers`] where others write over it again and again, [`Error::Elsewhere`] where another run doesn't
/// end, and everything that a call can meet.
pub(super) async fn place(
    client: &Client,
    journals: &Journals,
    (stage, fresh): (&str, Option<LoginPageSnapshot>),
    (source, place): (&str, ButtonVisibility),
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
    let mut waits = client.waits().each();
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
            // Whether it arrived or not: the list is read again, and written from that.
            tokio::time::sleep(wait).await;
            now = client.stage(stage).await?;
            continue;
        }
        may_be_written = true;
        let after = client.stage(stage).await?;
        if let Ok(beside) = beside {
            lost.extend(taken_away(&now, &beside, &after, (source, place)));
        }
        now = after;
    }
    if is_placed(&now, source, place) {
        return Ok(());
    }
    Err(PlacementFailure::Unclear(Error::ReadBackDiffers { what: now.name, field: "sources".to_owned() }))
}

/// Why a source isn't where it should be.
pub(super) enum PlacementFailure {
    /// The list's only write was surely refused.
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
    /// Why, whether it is sure or not.
    pub(super) fn error(self) -> Error {
        match self {
            Self::Refused(error) | Self::Unclear(error) => error,
        }
    }
}

/// What our write took away that somebody had added after the list was read that ours was made of: only a look that the
/// server answered before our write can show it.
fn taken_away(
    read: &IdentificationStage,
    beside: &IdentificationStage,
    after: &IdentificationStage,
    (source, place): (&str, ButtonVisibility),
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
            let found = taken_away(&stage(read), &stage(beside), &stage(after), ("ours", place));
            assert_eq!(found, lost, "{read} | {beside} | {after}");
        };
        check("a", "a", "a ours", ButtonVisibility::In, &[]);
        check("a", "a b", "a ours", ButtonVisibility::In, &["b"]);
        check("a", "a b c", "a c ours", ButtonVisibility::In, &["b"]);
        // Seen after our write: whoever added it took it away again.
        check("a", "a b ours", "a ours", ButtonVisibility::In, &[]);
        // Taken away by somebody else before the look
        check("a b", "a", "a ours", ButtonVisibility::In, &[]);
        check("a ours", "a b ours", "a", ButtonVisibility::Out, &["b"]);
        check("a ours", "a b", "a", ButtonVisibility::Out, &[]);
    }
}
