use super::claim::claims;
use super::fields;
use super::{ClaimedResult, JobFields, Side};
use crate::diagnosis::Symptom;
use crate::job::{Environment, Job, server};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the form that this program reads and writes.
pub(super) const VERSION: u32 = 1;

/// The mark of a job file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum FormatMarker {
    /// A job.
    Job,
}

/// A job file, read whole and found usable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JobFile {
    pub(super) sourcerer: FormatMarker,
    pub(super) version: u32,
    /// Whether it is of practice servers, which are only where they run.
    pub practice: bool,
    /// Names the job in all its copies.
    pub job: String,
    /// The copy that it comes from.
    pub hand: String,
    /// When it was written, by that machine's clock (RFC 3339, UTC).
    pub made: String,
    /// What was entered.
    pub fields: JobFields,
    /// What was done, by the copy.
    #[serde(deserialize_with = "super::parse::unique")]
    pub did: BTreeMap<String, ClaimedResult>,
}

impl JobFile {
    /// What the person does who handed it over.
    pub fn side(&self) -> Side {
        self.did.get(&self.hand).map(|did| did.side).unwrap_or_default()
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A name for the file, by the slug: fit for every file system.
    pub fn suggested_name(&self) -> String {
        format!("sign-in-with-x-{}.{}", self.fields.slug.value, super::ENDING)
    }
}

/// A name that nobody else makes up; it fails where the system gives no random numbers.
pub(super) fn random() -> Result<String, Symptom> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Symptom::JobFileRandom)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Brings what the job knows of its copies up to what is entered now.
pub(super) fn settle(job: &mut Job) -> Result<(), Symptom> {
    let handover = &mut job.handover;
    for name in [&mut handover.job, &mut handover.hand] {
        if name.is_empty() {
            *name = random()?;
        }
    }
    let now = fields::now(job);
    let hand = job.handover.hand.clone();
    job.handover.fields.settle(now, &hand);
    Ok(())
}

/// The job as a file. The job notes that it was handed over.
///
/// # Errors
/// [`Symptom::JobFileSecret`] where a secret of this job stands in what would be written, perhaps pasted into a wrong
/// field; [`Symptom::JobFileRandom`].
pub async fn export(environment: &Environment, job: &mut Job) -> Result<JobFile, Symptom> {
    settle(job)?;
    let (claims, handover) = (claims(job), &mut job.handover);
    handover.times = handover.times.saturating_add(1);
    let mut did = handover.did.clone();
    did.insert(handover.hand.clone(), ClaimedResult { side: handover.side, times: handover.times, claims });
    let file = JobFile {
        sourcerer: FormatMarker::Job,
        version: VERSION,
        practice: environment.is_practice(),
        job: handover.job.clone(),
        hand: handover.hand.clone(),
        made: environment.clock.stamp(),
        fields: JobFields::clone(&handover.fields),
        did,
    };
    let text = file.text();
    let found = |secret: &SecretString| {
        let secret = secret.expose_secret();
        // What is shorter is no secret, and would be found by chance.
        secret.len() >= 8 && text.contains(secret)
    };
    if secrets(environment, job).await.iter().any(found) {
        return Err(Symptom::JobFileSecret);
    }
    Ok(file)
}

/// The secrets of this job, as far as they can be had: one that a locked keyring holds was never in this run.
pub(in crate::job) async fn secrets(environment: &Environment, job: &Job) -> Vec<SecretString> {
    let token = match &job.server.token {
        Some(kept) => environment.get(server::key(kept), kept.place).await.ok().flatten(),
        None => None,
    };
    let secret = match &job.credentials.secret {
        Some(kept) => environment.get(kept.key(), kept.kept.place).await.ok().flatten(),
        None => None,
    };
    token.into_iter().chain(secret).collect()
}
