//! Opens a source of the fleet in the source check.

use crate::address::HttpPolicy;
use crate::credentials::{ClientId, PasteField};
use crate::job::{Environment, Session};
use secrecy::SecretString;

/// Opens a row in the check of one source, which shows all details. Returns false if there is no such row.
pub fn open(environment: &Environment, session: &mut Session, row: u32) -> bool {
    let Some(entry) = session.fleet.table().entry(row).cloned() else { return false };
    let support = &mut session.support;
    let server = &entry.site.server;
    let is_plain = server.check_allowed(HttpPolicy::LoopbackOnly).is_err();
    support.merge_input(server.as_str().to_owned(), entry.slug.to_string(), is_plain);
    support.choose_ca(entry.site.ca_file.clone());
    let id = entry.client_id.as_ref().map(ClientId::as_str).unwrap_or_default();
    crate::job::source_check::pair(environment, support, PasteField::ClientId, &SecretString::from(id));
    true
}
