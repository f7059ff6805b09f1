use super::claim::claims;
use super::{ClaimedResult, JobFields, fields};
use crate::diagnosis::Symptom;
use crate::job::model::Side;
use crate::job::{Environment, Job};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file format that this program reads and writes.
pub(super) const VERSION: u32 = 1;

/// The marker by which a job file is recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum FormatMarker {
    /// A job.
    Job,
}

/// A job file that was read completely and found usable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JobFile {
    pub(super) sourcerer: FormatMarker,
    pub(super) version: u32,
    /// Whether it belongs to practice servers, which exist only on the machine that runs them.
    pub practice: bool,
    /// The id that the job has in all its copies.
    pub job: String,
    /// The id of the copy that it comes from.
    pub hand: String,
    /// When it was written, by that machine's clock (RFC 3339, UTC).
    pub made: String,
    /// What was entered.
    pub fields: JobFields,
    /// What was done, by the id of the copy.
    #[serde(deserialize_with = "crate::job::model::version_vector::unique")]
    pub did: BTreeMap<String, ClaimedResult>,
}

impl JobFile {
    /// The part of the job that the person who handed it over does.
    pub fn side(&self) -> Side {
        self.did.get(&self.hand).map(|did| did.side).unwrap_or_default()
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A file name to suggest, derived from the slug and valid on every file system.
    pub fn suggested_name(&self) -> String {
        format!("sign-in-with-x-{}.{}", self.fields.slug.value, super::ENDING)
    }
}

/// A random name, unique among all copies. It fails if the system provides no random numbers.
pub(super) fn random() -> Result<String, Symptom> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Symptom::JobFileRandom)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Updates what the job knows of its copies to what is entered now.
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

/// Exports the job as a file. The job records that it was handed over.
///
/// # Errors
/// [`Symptom::JobFileSecret`] if a secret of this job is part of what would be written, perhaps because it was pasted
/// into a wrong field; [`Symptom::JobFileRandom`].
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
        // Anything shorter isn't a secret, and would be found by chance.
        secret.len() >= 8 && text.contains(secret)
    };
    if secrets(environment, job).await.iter().any(found) {
        return Err(Symptom::JobFileSecret);
    }
    Ok(file)
}

/// The secrets of this job that can be read. One in a locked keyring was never used in this run.
pub(in crate::job) async fn secrets(environment: &Environment, job: &Job) -> Vec<SecretString> {
    let token = match &job.server.token {
        Some(kept) => environment.get(kept.api_token_key(), kept.place).await.ok().flatten(),
        None => None,
    };
    let secret = match &job.credentials.secret {
        Some(kept) => environment.get(kept.key(), kept.kept.place).await.ok().flatten(),
        None => None,
    };
    token.into_iter().chain(secret).collect()
}
