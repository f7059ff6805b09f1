//! The old secret is forgotten: wherever a job keeps it, the new one stands in its place.

use super::{Looked, Rotated, Stopped, apply};
use crate::address::Slug;
use crate::credentials::{Field, recognise};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::credentials::{Checked, KeptSecret};
use crate::job::verify;
use crate::job::{Desk, Draft, Jobs, Kept, Place};
use crate::plan::Progress;
use crate::vault::Key;
use secrecy::ExposeSecret as _;
use std::time::Instant;

/// What became of the old secret.
#[derive(Clone, Debug, Default)]
pub struct Replaced {
    /// How many jobs kept it, and keep the new one now.
    pub jobs: usize,
    /// Why it isn't all as it should be: the keyring may have the old one still, while the jobs have the new one in
    /// memory; or a job couldn't be written.
    pub problem: Option<Symptom>,
    /// The new one, as those jobs keep it; none where none does.
    kept: Option<KeptSecret>,
    looked: Option<Box<(Checked, verify::Checked)>>,
}

/// Pushes the new secret, looks from outside, and puts it in the old one's place.
///
/// # Errors
/// As [`apply`]; then the old one stays where it is.
pub async fn push(
    desk: &Desk,
    open: Option<&Draft>,
    looked: &Looked,
    since: Instant,
    told: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Rotated, Replaced), Stopped> {
    let rotated = Box::pin(apply(desk, looked, since, told)).await?;
    let seen = rotated.checked.as_ref().ok().cloned();
    let replaced = replace(desk, open, looked, seen).await;
    Ok((rotated, replaced))
}

/// Puts the new secret in the old one's place, for each job about this source that keeps one: the open one, which the
/// caller merges by [`Replaced::take_over`], and the saved ones.
async fn replace(desk: &Desk, open: Option<&Draft>, looked: &Looked, seen: Option<verify::Checked>) -> Replaced {
    let Some((url, slug)) = looked.draft.server.url().zip(looked.draft.names.slug()) else {
        return Replaced::default();
    };
    let keeps = |draft: &Draft| kept_for(draft, url.as_str(), &slug).map(|secret| secret.kept.place);
    let jobs = Jobs::at(desk);
    let saved: Vec<Draft> = jobs.drafts().into_iter().filter(|job| open.is_none_or(|open| open.id != job.id)).collect();
    let places: Vec<Place> = open.into_iter().chain(&saved).filter_map(keeps).collect();
    if places.is_empty() {
        return Replaced::default();
    }
    let secret = looked.secret.clone().into_secret();
    let key = Key::client_secret(&url, &slug);
    let wanted = if places.contains(&Place::Keyring) { Place::Keyring } else { Place::Memory };
    let mut problem = desk.put(key.clone(), secret.clone(), wanted).await.err();
    let mut place = wanted;
    if problem.is_some() {
        place = Place::Memory;
        problem = desk.put(key, secret.clone(), place).await.err().or(problem);
    }
    let kept = Kept::new(desk, &secret, place, url.as_str());
    let recognised = Some(recognise(secret.expose_secret(), Field::ClientSecret).recognised);
    let kept = KeptSecret { kept, slug: slug.clone(), recognised };
    let asked = Checked {
        client_id: looked.draft.credentials.client_id.clone().unwrap_or_default(),
        secret_at: kept.kept.at.clone(),
        probe: looked.probe.clone(),
    };
    let mut replaced =
        Replaced { jobs: places.len(), problem, kept: Some(kept), looked: seen.map(|seen| Box::new((asked, seen))) };
    for mut job in saved.into_iter().filter(|job| keeps(job).is_some()) {
        replaced.take_over(&mut job);
        if let Err(error) = jobs.save(&job) {
            replaced.problem.get_or_insert(error.symptom());
        }
    }
    replaced
}

impl Replaced {
    /// Merges it into a job that kept the old secret; into another one it merges nothing.
    pub fn take_over(&self, draft: &mut Draft) {
        let Some(kept) = &self.kept else { return };
        if kept_for(draft, &kept.kept.server, &kept.slug).is_none() {
            return;
        }
        crate::job::push::renewed(draft, kept.clone());
        if let Some((asked, seen)) = self.looked.as_deref() {
            draft.credentials.checked = Some(asked.clone());
            draft.verify.checked = Some(seen.clone());
        }
    }
}

fn kept_for<'d>(draft: &'d Draft, server: &str, slug: &Slug) -> Option<&'d KeptSecret> {
    draft.credentials.secret.as_ref().filter(|secret| secret.kept.server == server && secret.slug == *slug)
}
