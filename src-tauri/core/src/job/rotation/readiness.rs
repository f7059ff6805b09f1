//! The readiness check of a rotation, which runs before the person presses Regenerate.

use crate::authentik::{self, Client, GrantedRights, ObjectKind, ServerLegResult, Source};
use crate::credentials::{ClientCredentials, ClientSecret};
use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::job::model::ServerCheckOutcome;
use crate::job::server::{self, client};
use crate::job::{Environment, Job, credentials};
use crate::plan::{self, SecretState};
use crate::progress::Observer;
use crate::stage::Stage;
use crate::x::CredentialVerdict;

/// The result of the readiness check.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The verdict of each server leg.
    pub legs: Vec<ServerLegResult>,
    /// The user of the token, in whose name the secret is written.
    pub user: Option<String>,
    /// Whether the token may change the source, as well as that is known without a write.
    pub may_change: Option<GrantedRights>,
    /// The source as it is on the server.
    pub source: Option<Source>,
    /// X's answer about the available secret, if there is one.
    pub present: Option<CredentialVerdict>,
    /// Whether the available secret is the one that was pushed last from this machine.
    pub held: SecretState,
    /// Why Regenerate shouldn't be pressed.
    pub problem: Option<Symptom>,
}

impl Readiness {
    /// Whether Regenerate may be pressed.
    pub fn is_ready(&self) -> bool {
        self.problem.is_none() && self.source.is_some()
    }

    /// Whether the available secret is the one that the server lacks: X accepts it, and the server isn't known to have
    /// it. Then nothing has to be regenerated.
    pub fn has_new_secret(&self) -> bool {
        self.is_ready()
            && self.present == Some(CredentialVerdict::Accepted)
            && matches!(self.held, SecretState::Different { .. } | SecretState::Unknown { .. })
    }
}

/// Checks the token and its permissions, reads the source and the journal, and asks X about the available secret, if
/// there is one. `told` receives the progress of the server check. Writes nothing.
pub async fn check_readiness(
    environment: &Environment,
    job: &Job,
    at_hand: Option<&ClientSecret>,
    observer: Observer<'_, Vec<ServerLegResult>>,
) -> Readiness {
    let checked = server::check(environment, job, observer).await;
    let mut ready = Readiness {
        at: checked.at,
        legs: checked.legs,
        user: None,
        may_change: None,
        source: None,
        present: None,
        held: SecretState::Absent,
        problem: None,
    };
    if let Err(symptom) = fill(environment, job, at_hand, checked.outcome, &mut ready).await {
        ready.problem = Some(symptom);
    }
    ready
}

/// The rights that the token lacks to change a Secret, told by the server before anything is written.
async fn secret_rights(client: &Client, key: &str) -> Result<Vec<Right>, authentik::Error> {
    let seen = client.object(ObjectKind::Secret, key).await;
    let options = client.write_options(ObjectKind::Secret, Some(key)).await;
    let changes = options.is_some_and(|options| options.may_change());
    let mut refused = match seen {
        Ok(_) => Vec::new(),
        Err(authentik::Error::RightsMissing { rights, .. }) => rights,
        Err(error) => return Err(error),
    };
    if !changes {
        refused.push(Right::ChangeSecret);
    }
    Ok(refused)
}

async fn fill(
    environment: &Environment,
    job: &Job,
    at_hand: Option<&ClientSecret>,
    outcome: ServerCheckOutcome,
    ready: &mut Readiness,
) -> Result<(), Symptom> {
    let slug = job.names.slug().ok_or(Symptom::NoJobOpen)?;
    let reached = match outcome {
        ServerCheckOutcome::Reached(reached) => reached,
        ServerCheckOutcome::Stopped(symptom) => return Err(symptom),
    };
    let allowed = |right| reached.rights.iter().find(|state| state.right == right).map(|state| state.allowed);
    ready.user = Some(reached.user.clone());
    ready.may_change = allowed(Right::ChangeSource);
    // Permissions that only a complete setup needs don't matter for a rotation.
    let missing: Vec<_> = [Right::ViewSource, Right::ChangeSource]
        .into_iter()
        .filter(|right| allowed(*right) == Some(GrantedRights::Refused))
        .collect();
    if missing.contains(&Right::ViewSource) {
        return Err(Symptom::RightsMissing { user: reached.user, rights: missing });
    }
    let client = client(environment, job, Stage::Push).await?;
    let source = client.source(&slug).await.map_err(|error| error.symptom())?;
    let source = source.ok_or_else(|| Symptom::SourceMissing { slug: slug.to_string() })?;
    if let Some(key) = source.consumer_secret_ref.key() {
        // The secret is written to the Secret, and the source itself stays as it is.
        let refused = secret_rights(&client, key).await.map_err(|error| error.symptom())?;
        ready.may_change = Some(if refused.is_empty() { GrantedRights::Allowed } else { GrantedRights::Refused });
        if !refused.is_empty() {
            return Err(Symptom::RightsMissing { user: reached.user, rights: refused });
        }
    } else if !missing.is_empty() {
        return Err(Symptom::RightsMissing { user: reached.user, rights: missing });
    }
    if reached.x_type.as_ref().is_none_or(|x| x.name != source.provider_type) {
        return Err(plan::Error::SlugTaken { slug: slug.to_string() }.symptom());
    }
    if let Some(secret) = at_hand {
        let journals = environment.journals();
        let held = Box::pin(plan::compare_secret(&client, &journals, &slug, secret, &source)).await;
        ready.held = held.map_err(|error| error.symptom())?;
        let pair = ClientCredentials { id: source.consumer_key.as_str().into(), secret: secret.clone() };
        ready.present = Some(credentials::ask(environment, &pair).await?.pairing);
    }
    ready.source = Some(source);
    Ok(())
}
