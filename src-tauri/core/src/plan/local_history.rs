//! What this machine remembers of earlier pushes to the source.

/// What this machine knows about the source from earlier pushes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalHistory {
    /// Whether this machine's journal says that it created or changed the source with this slug.
    pub ours: bool,
    /// How the Client Secret of this session compares with the one that was pushed last.
    pub secret: SecretState,
    /// The Secrets that an undo of an earlier push would have the source refer to again.
    pub earlier_secrets: Vec<String>,
}

/// How the Client Secret of this session compares with the fingerprint of the one that was pushed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretState {
    /// The session has no Client Secret.
    Absent,
    /// It was pushed to this source from this machine, and no other was pushed after it; or the server shows that it has
    /// it.
    Same,
    /// A different one was pushed from this machine, or the server shows a different one.
    Different {
        /// Its last characters, so that people can recognize it.
        ending: String,
    },
    /// Nothing was pushed from this machine, or it isn't known whether the push arrived.
    Unknown {
        /// Its last characters, so that people can recognize it.
        ending: String,
    },
}
