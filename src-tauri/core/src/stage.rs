//! The six stages of the job, by name.

use serde::{Deserialize, Serialize};

/// A stage of the job, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Address and API token of the server.
    Server,
    /// Name, slug, who may sign in.
    Names,
    /// The app at X: its settings in X's portal, its Client ID and its Client Secret. Jobs and job files of earlier
    /// versions know the last two as a stage of their own.
    #[serde(alias = "credentials")]
    XApp,
    /// The live test.
    SignIn,
    /// Review and push.
    Push,
    /// The outside view and the test login.
    Verify,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [Self::Server, Self::Names, Self::XApp, Self::SignIn, Self::Push, Self::Verify];

    /// Its name in the terminal and across the boundary.
    pub fn name(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Names => "names",
            Self::XApp => "xapp",
            Self::SignIn => "signin",
            Self::Push => "push",
            Self::Verify => "verify",
        }
    }
}
