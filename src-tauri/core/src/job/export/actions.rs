//! Reads the basis of an export, and writes the export.

use crate::authentik::Error as AuthentikError;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::export::{Export, ExportFormat, Portal};
use crate::i18n::Localizer;
use crate::job::model::PushInputs;
use crate::job::{Environment, Job, credentials, file_name, push, source_check, xapp};
use crate::plan::{self, Plan, TargetState};
use crate::portal;
use crate::report::Secrets;
use std::path::Path;

/// What an export is written from, and what that was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportBasis {
    pub(in crate::job) inputs: PushInputs,
    pub(in crate::job) aim: Box<TargetState>,
    at: String,
    /// Why the server wasn't read.
    pub(in crate::job) unread: Option<Symptom>,
}

/// Gets the basis of an export: the newest comparison, if it is about what is entered now; otherwise the server is read
/// once more. If it can't be read, names are those of a fresh server.
///
/// # Errors
/// When something isn't entered yet, or when the plan can't lead anywhere: the slug belongs to another source, or a
/// flow doesn't exist.
pub async fn read_basis(environment: &Environment, job: &Job, plan: Option<&Plan>) -> Result<ExportBasis, Symptom> {
    if let Some(plan) = plan {
        return basis_from_plan(job, plan);
    }
    if job.server.token().is_none() {
        return basis_offline(environment, job, None);
    }
    match push::review(environment, job).await.plan() {
        Ok(plan) => basis_from_plan(job, plan),
        Err(symptom) => basis_offline(environment, job, Some(symptom.clone())),
    }
}

/// The basis of an export that a plan leads to.
///
/// # Errors
/// As [`read_basis`].
pub fn basis_from_plan(job: &Job, plan: &Plan) -> Result<ExportBasis, Symptom> {
    match plan.refusal() {
        Some(symptom) if leads_nowhere(&symptom) => return Err(symptom),
        Some(_) | None => {}
    }
    let inputs = push::inputs(job).ok_or(Symptom::NoJobOpen)?;
    Ok(ExportBasis { inputs, aim: plan.aim.clone(), at: plan.shown.compared_at.clone(), unread: None })
}

/// The basis of an export for a server that wasn't read.
///
/// # Errors
/// When something isn't entered yet.
pub fn basis_offline(environment: &Environment, job: &Job, unread: Option<Symptom>) -> Result<ExportBasis, Symptom> {
    let (inputs, desired) = push::inputs(job).zip(push::desired(job)).ok_or(Symptom::NoJobOpen)?;
    Ok(ExportBasis {
        inputs,
        aim: Box::new(plan::offline_target_state(&desired)),
        at: environment.clock.stamp(),
        unread,
    })
}

/// Whether the export would fail too for a person who applied it by hand.
fn leads_nowhere(symptom: &Symptom) -> bool {
    let taken = AuthentikError::SlugTaken { slug: String::new() }.symptom();
    let missing = AuthentikError::FlowMissing { slug: String::new() }.symptom();
    [taken, missing].iter().any(|other| std::mem::discriminant(other) == std::mem::discriminant(symptom))
}

/// The export in this format.
///
/// # Errors
/// [`Symptom::ExportSecret`], or why the vault can't return the secrets to search for.
pub async fn text(
    environment: &Environment,
    job: &Job,
    looked: &ExportBasis,
    format: ExportFormat,
) -> Result<String, Symptom> {
    let export = export(environment, job, looked).ok_or(Symptom::NoJobOpen)?;
    let secrets = secrets(environment, job).await?;
    export.write(format, &Localizer::english(), |text| secrets.occur_in(text)).map_err(|error| error.symptom())
}

fn export(environment: &Environment, job: &Job, looked: &ExportBasis) -> Option<Export> {
    let guide = portal::guide();
    let layout = job.xapp.layout;
    Some(Export {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        at: looked.at.clone(),
        host: job.server.url()?.host().to_owned(),
        practice: environment.is_practice(),
        own_ca: job.server.ca_file.is_some(),
        aim: (*looked.aim).clone(),
        urls: job.urls()?,
        portal: Portal {
            start: guide.start(layout).clone(),
            actions: xapp::actions(job),
            left_alone: guide.unchanged_fields(layout, xapp::wanted(job)),
        },
    })
}

/// Every secret of the job.
async fn secrets(environment: &Environment, job: &Job) -> Result<Secrets, Symptom> {
    let token = match &job.server.token {
        Some(kept) => environment.get(kept.api_token_key(), kept.place).await?,
        None => None,
    };
    let secret = match &job.credentials.secret {
        Some(_) => match credentials::client_secret(environment, job).await {
            Ok(secret) => Some(secret.into_secret()),
            Err(Symptom::SecretForgotten { .. }) => None,
            Err(symptom) => return Err(symptom),
        },
        None => None,
    };
    Ok(Secrets::new(token.into_iter().chain(secret)))
}

/// Writes the export, whole or not at all, readable for this user alone. An existing file is replaced.
///
/// # Errors
/// [`Symptom::ExportNotWritable`].
pub fn save(text: &str, path: &Path) -> Result<(), Symptom> {
    source_check::written(text, path).map_err(|_| Symptom::ExportNotWritable { path: path.display().to_string() })
}

/// The file name to suggest for this job in this format.
pub fn file_name(environment: &Environment, job: &Job, format: ExportFormat) -> String {
    let host = job.server.url().map(|url| url.host().to_owned());
    file_name::suggested(environment.clock.now().date(), host.as_deref(), format.ending())
}
