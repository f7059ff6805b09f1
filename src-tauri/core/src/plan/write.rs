//! Sends one write to one object and makes sure that its outcome is known afterward. If an answer is unclear, the
//! object is read to find out whether the write arrived, and only a write that is known not to have arrived is sent
//! again.

use super::Error;
use super::fields::{self, Fields};
use super::journal::is_the_one;
use super::step::ExistingObject;
use crate::authentik::{ApiObject, Client, Error as AuthentikError, ObjectKind, WriteBody};
use crate::credentials::ClientSecret;

/// A write of one object.
#[derive(Clone, Copy, Debug)]
pub(super) enum ApiWrite<'w> {
    /// Creates an object with these fields.
    Create { kind: ObjectKind, fields: &'w Fields, secret: Option<&'w ClientSecret> },
    /// Gives an object these values.
    Change { known: &'w ExistingObject, fields: &'w Fields, secret: Option<&'w ClientSecret> },
    /// Deletes an object.
    Delete { known: &'w ExistingObject },
}

/// A write that failed.
pub(super) struct WriteError {
    /// The error of the last attempt.
    pub(super) error: AuthentikError,
    /// Whether the server has definitely refused every attempt. Otherwise the write may have arrived.
    pub(super) is_definite: bool,
}

impl From<WriteError> for Error {
    fn from(failed: WriteError) -> Self {
        Self::Authentik(failed.error)
    }
}

/// What an answer says about whether a write arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Delivery {
    /// It wasn't written, and another attempt wouldn't help.
    Refused,
    /// It wasn't written, but may be accepted in a moment.
    Later,
    /// It may have been written.
    Unclear,
}

/// Sends the write. Returns the object as it is afterward, or `None` once it is deleted.
pub(super) async fn write(client: &Client, write: ApiWrite<'_>) -> Result<Option<ApiObject>, WriteError> {
    let mut waits = client.retries().each();
    let mut is_definite = true;
    loop {
        let error = match send(client, write).await {
            Ok(object) => return Ok(object),
            Err(error) => error,
        };
        let fate = classify(&error);
        // After an attempt that may have arrived, a refusal may mean that it did: the key is taken by the object
        // itself.
        if fate == Delivery::Unclear || !is_definite {
            is_definite = false;
            match was_applied(client, write).await {
                Ok(Some(object)) => return Ok(object),
                Ok(None) => {}
                Err(_) => return Err(WriteError { error, is_definite }),
            }
        }
        let wait = (fate != Delivery::Refused).then(|| waits.next()).flatten();
        let Some(wait) = wait else { return Err(WriteError { error, is_definite }) };
        tokio::time::sleep(wait).await;
    }
}

async fn send(client: &Client, write: ApiWrite<'_>) -> Result<Option<ApiObject>, AuthentikError> {
    match write {
        ApiWrite::Create { kind, fields, secret } => client.create(kind, body(fields.clone(), secret)).await.map(Some),
        ApiWrite::Change { known, fields, secret } => {
            let mut sent = known.also.clone();
            sent.extend(fields.clone());
            client.change(known.kind, &known.handle, body(sent, secret)).await.map(Some)
        }
        ApiWrite::Delete { known } => client.delete(known.kind, &known.handle).await.map(|_| None),
    }
}

/// Reads whether a write arrived; `Some` if it did. A secret can't be read, so if it may not have arrived, it is sent
/// again, which changes nothing if it had.
async fn was_applied(client: &Client, write: ApiWrite<'_>) -> Result<Option<Option<ApiObject>>, AuthentikError> {
    Ok(match write {
        ApiWrite::Create { kind, fields, .. } => {
            client.find_conflicting(kind, fields).await?.filter(|object| is_the_one(fields, object)).map(Some)
        }
        ApiWrite::Change { known, fields, secret: None } => client
            .object(known.kind, &known.handle)
            .await?
            .filter(|now| now.pk == known.pk && fields::differing(&now.fields, fields).is_empty())
            .map(Some),
        ApiWrite::Change { secret: Some(_), .. } => None,
        ApiWrite::Delete { known } => {
            let there = client.object(known.kind, &known.handle).await?;
            there.is_none_or(|now| now.pk != known.pk).then_some(None)
        }
    })
}

fn body(fields: Fields, secret: Option<&ClientSecret>) -> WriteBody {
    WriteBody { fields, secret: secret.cloned().map(ClientSecret::into_secret) }
}

/// Checks the precondition of a write: the object must be the same one that was shown, and these fields must still have
/// the same values.
pub(super) async fn check_precondition(
    client: &Client,
    known: &ExistingObject,
    shown: &[&Fields],
) -> Result<(), Error> {
    let now = client.object(known.kind, &known.handle).await?;
    let is_unchanged = |now: &ApiObject| shown.iter().all(|shown| fields::differing(&now.fields, shown).is_empty());
    let holds = now.is_some_and(|now| now.pk == known.pk && is_unchanged(&now));
    if holds { Ok(()) } else { Err(Error::ChangedMeanwhile { what: known.name.clone() }) }
}

/// Checks that the object has the values that were sent.
pub(super) fn verify_fields(sent: &Fields, now: &ApiObject) -> Result<(), Error> {
    // A field that the server's release doesn't return can't be compared.
    let told = fields::only(sent, &now.fields);
    match fields::differing(&now.fields, &told).keys().next() {
        Some(field) => Err(Error::ReadBackDiffers { what: now.name().to_owned(), field: field.clone() }),
        None => Ok(()),
    }
}

/// Whether the error that stopped a write of a list may pass by itself.
pub(super) fn is_transient(error: &AuthentikError) -> bool {
    classify(error) != Delivery::Refused
}

fn classify(error: &AuthentikError) -> Delivery {
    match error {
        AuthentikError::TokenRefused { .. }
        | AuthentikError::TokenMissing { .. }
        | AuthentikError::RightsMissing { .. }
        | AuthentikError::Refused { .. }
        | AuthentikError::SlugTaken { .. }
        | AuthentikError::Gone { .. }
        | AuthentikError::TypeMissing { .. }
        | AuthentikError::FlowMissing { .. }
        | AuthentikError::LoginPageNotFound { .. } => Delivery::Refused,
        AuthentikError::Starting { .. } | AuthentikError::Busy { .. } => Delivery::Later,
        AuthentikError::Net(_)
        | AuthentikError::Redirects { .. }
        | AuthentikError::WantsHttps { .. }
        | AuthentikError::SpeaksTls { .. }
        | AuthentikError::LoginInFront { .. }
        | AuthentikError::GuardInFront { .. }
        | AuthentikError::OtherProgram { .. }
        | AuthentikError::NothingBehind { .. }
        | AuthentikError::NotSetUp { .. }
        | AuthentikError::HostRefused { .. }
        | AuthentikError::CoreAway { .. }
        | AuthentikError::DatabaseAway { .. }
        | AuthentikError::NotThere { .. }
        | AuthentikError::Unavailable { .. }
        | AuthentikError::WriteFault { .. }
        | AuthentikError::AnswerUnknown { .. } => Delivery::Unclear,
    }
}
