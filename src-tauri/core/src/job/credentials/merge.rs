//! Merges a paste into the session.

use super::enter::{ClientIdInput, ClientSecretInput, PasteResult};
use crate::job::Session;

/// Merges a paste into the session. If the Client ID's field now holds something else, the job has no Client ID; a
/// stored secret stays until another one is stored.
pub fn merge_paste(session: &mut Session, entered: PasteResult) {
    let PasteResult { id, secret, refused } = entered;
    session.keyring = refused;
    if let Some(ClientIdInput { recognised, taken, aside }) = id {
        session.id_recognised = Some(recognised);
        session.aside.id = aside;
        session.edit_only(|job| job.credentials.client_id = taken);
    }
    if let Some(ClientSecretInput { recognised, kept, aside }) = secret {
        session.secret_recognised = Some(recognised);
        session.aside.secret = aside;
        if kept.is_some() {
            session.edit_only(|job| job.credentials.secret = kept);
        }
    }
}
