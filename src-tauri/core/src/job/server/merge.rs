//! Merges the results of stage 1 into the session.

use crate::diagnosis::Symptom;
use crate::job::model::ServerCheckRecord;
use crate::job::plain_field::PlainField;
use crate::job::server::merge_address;
use crate::job::session::TokenAside;
use crate::job::{Session, StoredSecret};
use secrecy::{ExposeSecret as _, SecretString};

/// The token to store: the one that was entered, or the one that is still waiting for a place if nothing was entered.
pub fn token_to_store(session: &Session, entered: SecretString) -> SecretString {
    if !entered.expose_secret().trim().is_empty() {
        return entered;
    }
    aside(session).map_or(entered, |aside| aside.token.clone())
}

/// The waiting token, if it is for the address that is entered now.
pub(in crate::job) fn aside(session: &Session) -> Option<&TokenAside> {
    let url = session.job.as_ref()?.server.url()?;
    session.token_aside.as_ref().filter(|aside| aside.base == url.as_str())
}

/// Merges the result of storing this token like [`merge_token`], and keeps a token that the keyring didn't take: it isn't
/// lost when the page is left.
pub fn merge_entered_token(session: &mut Session, token: SecretString, outcome: Result<StoredSecret, Symptom>) {
    let base = session.job.as_ref().and_then(|job| job.server.url()).map(|url| url.as_str().to_owned());
    let refused = match &outcome {
        Err(Symptom::KeyringMissing | Symptom::KeyringLocked | Symptom::KeyringFailed | Symptom::KeyringSilent) => base,
        Ok(_) | Err(_) => None,
    };
    merge_token(session, outcome);
    session.token_aside = refused.map(|base| TokenAside { base, token });
}

/// Merges the result of storing the token into the session.
pub fn merge_token(session: &mut Session, outcome: Result<StoredSecret, Symptom>) {
    session.keyring = None;
    session.token_aside = None;
    match outcome {
        Ok(kept) => {
            if let Some(job) = &mut session.job {
                job.server.token = Some(kept);
            }
        }
        Err(symptom) => session.keyring = Some(symptom),
    }
}

/// Merges the result of a check into the session; the check isn't running any more.
pub fn merge_check(session: &mut Session, found: ServerCheckRecord) {
    session.checking.clear();
    session.edit_only(|job| job.server.checked = Some(found));
}

/// Takes what was typed, unless it is a secret.
pub fn merge_input(session: &mut Session, address: String, allow_http: bool, misplaced: Vec<PlainField>) {
    if misplaced.is_empty() {
        session.edit_only(|job| merge_address(&mut job.server, address, allow_http));
    }
    session.misplaced = misplaced;
}
