//! Stage 3, as it is stored: what the admin ticked, and the callbacks that X showed.

use crate::portal::Layout;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The id of the last action at X, in which the client credentials are copied and pasted.
pub(in crate::job) const CREDENTIALS: &str = "keep";

/// What the admin ticked and chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct XApp {
    /// Which of X's two layouts the admin sees.
    pub layout: Layout,
    /// Whether the app still has to be created.
    pub new_app: bool,
    /// The ids of the steps that are done.
    pub ticked: BTreeSet<String>,
    /// The action that is open, if the admin chose one.
    pub open: Option<String>,
    /// Whether every action is expanded, for experienced admins.
    pub all: bool,
    /// The callbacks that X showed after saving.
    pub pasted: Option<CallbackListPaste>,
    /// How many people sign in per day, for the estimate of the cost.
    pub people: u32,
}

impl Default for XApp {
    fn default() -> Self {
        Self {
            layout: Layout::default(),
            new_app: false,
            ticked: BTreeSet::new(),
            open: None,
            all: false,
            pasted: None,
            people: 20,
        }
    }
}

/// The list of callbacks that X shows, as it was pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallbackListPaste {
    /// The list, one a line.
    pub text: String,
    /// The callbacks that were wanted when it was pasted. For other callbacks the list proves nothing.
    pub wanted: Vec<String>,
}
