//! The exports of a job: the newest comparison with the server, written for people who set the source up by other
//! means. Each export is searched for every secret of the job before it is given out.

use super::{Environment, Job, Session, credentials, names, push, server, source_check, xapp};
use crate::authentik::Error as AuthentikError;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::export::{Export, ExportFormat, Portal};
use crate::i18n::{Localizer, Message, msg};
use crate::plan::{self, Plan, TargetState};
use crate::portal;
use crate::report::Secrets;
use crate::stage::Stage;
use serde::Serialize;
use std::path::Path;

/// What an export is written from, and what that was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportBasis {
    inputs: push::PushInputs,
    aim: Box<TargetState>,
    at: String,
    /// Why the server wasn't read.
    unread: Option<Symptom>,
}

/// What the window shows of exports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExportPage {
    /// Whether the open page offers exports.
    pub offered: bool,
    /// Whether the basis of an export is known.
    pub ready: bool,
    /// Says that the server wasn't read for it.
    pub unread: Option<Message>,
    /// Why there is no export.
    pub why: Option<Diagnosis>,
}

/// Gets the basis of an export: the newest comparison, if it is about what is entered now; otherwise the server is read
/// once more. If it can't be read, names are those of a fresh server.
///
/// # Errors
/// When something isn't entered yet, or when the plan can't lead anywhere: the slug belongs to another source, or a
/// flow doesn't exist.
pub async fn read_basis(environment: &Environment, job: &Job, plan: Option<&Plan>) -> Result<ExportBasis, Symptom> {
    if let Some(plan) = plan {
        return of_plan(job, plan);
    }
    if job.server.token().is_none() {
        return without_server(environment, job, None);
    }
    match push::review(environment, job).await.plan() {
        Ok(plan) => of_plan(job, plan),
        Err(symptom) => without_server(environment, job, Some(symptom.clone())),
    }
}

/// The basis of an export that a plan leads to.
///
/// # Errors
/// As [`read_basis`].
pub fn of_plan(job: &Job, plan: &Plan) -> Result<ExportBasis, Symptom> {
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
pub fn without_server(environment: &Environment, job: &Job, unread: Option<Symptom>) -> Result<ExportBasis, Symptom> {
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
    export.write(format, &Localizer::english(), |text| secrets.stand_in(text)).map_err(|error| error.symptom())
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
        urls: names::urls(job)?,
        portal: Portal {
            start: guide.start(layout).clone(),
            actions: xapp::actions(job),
            left_alone: guide.left_alone(layout, xapp::wanted(job)),
        },
    })
}

/// Every secret of the job.
async fn secrets(environment: &Environment, job: &Job) -> Result<Secrets, Symptom> {
    let token = match &job.server.token {
        Some(kept) => environment.get(server::key(kept), kept.place).await?,
        None => None,
    };
    let secret = match &job.credentials.secret {
        Some(_) => match credentials::client_secret(environment, job).await {
            Ok(secret) => Some(secret.into_secret()),
            Err(Symptom::SecretForgotten) => None,
            Err(symptom) => return Err(symptom),
        },
        None => None,
    };
    Ok(Secrets::of(token.into_iter().chain(secret)))
}

/// Writes the export, whole or not at all, readable for this user alone. An existing file is replaced.
///
/// # Errors
/// [`Symptom::ExportNotWritable`].
pub fn save(text: &str, path: &Path) -> Result<(), Symptom> {
    source_check::written(text, path).map_err(|_| Symptom::ExportNotWritable { path: path.display().to_string() })
}

/// The file name to suggest for this format.
pub fn file_name(format: ExportFormat) -> String {
    format!("sign-in-with-x.{}", format.ending())
}

/// The basis that was read before, if it is about what is entered now.
pub fn merge_basis(job: &Job, session: &Session) -> Option<ExportBasis> {
    session.export.as_deref().cloned().filter(|looked| Some(&looked.inputs) == push::inputs(job).as_ref())
}

pub(super) fn page(job: &Job, session: &Session) -> ExportPage {
    let looked = merge_basis(job, session);
    let unread = looked.as_ref().filter(|looked| !looked.aim.read);
    ExportPage {
        offered: matches!(job.page, Stage::Push | Stage::Verify) && push::inputs(job).is_some(),
        unread: unread.map(|_| msg::export_unread_window()),
        why: unread.and_then(|looked| looked.unread.as_ref()).map(Diagnosis::from),
        ready: looked.is_some(),
    }
}
