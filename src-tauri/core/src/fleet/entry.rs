use crate::address::{ServerUrl, Slug};
use crate::credentials::ClientId;
use std::path::PathBuf;
use std::sync::Arc;

/// A server, as a list names it. The sources of one server share it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Site {
    /// Its address.
    pub server: ServerUrl,
    /// A file with the certificates of its private CA.
    pub ca_file: Option<PathBuf>,
}

/// A source of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// The line number, counted from 1; for a list of jobs, the position of the job.
    pub line: u32,
    /// Its server.
    pub site: Arc<Site>,
    /// Its slug.
    pub slug: Slug,
    /// The Client ID that the server should send X, where the list tells it.
    pub client_id: Option<ClientId>,
}
