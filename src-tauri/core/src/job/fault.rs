use crate::i18n::Message;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// A place where things can be made to go wrong in practice. What there is comes from the practice servers: the core
/// knows none of it by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticePlace {
    /// What it is called.
    pub title: Message,
    /// What can go wrong there.
    pub faults: Vec<PracticeFault>,
}

/// Something that can be made to go wrong in practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeFault {
    /// Its name for the practice servers and on the command line.
    pub name: String,
    /// Its name in plain words.
    pub title: Message,
    /// What it does.
    pub does: Message,
    /// The stage that finds it.
    pub stage: Stage,
    /// How well it is known that the real system behaves like this, in a word.
    pub tag: Message,
    /// The same in a sentence.
    pub tag_says: Message,
}

/// A way in which the practice authentik can be furnished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeLayout {
    /// Its name for the practice servers and on the command line.
    pub name: String,
    /// Its name in plain words.
    pub title: Message,
    /// What it means for a rehearsal.
    pub does: Message,
}

/// How practice is to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeChosen {
    /// The names of the faults.
    pub faults: Vec<String>,
    /// Whether the practice authentik has an enterprise licence.
    pub licensed: bool,
    /// The name of its layout; none for a fresh server's.
    pub layout: Option<String>,
}
