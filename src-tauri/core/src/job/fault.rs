use crate::i18n::Message;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// A place where faults can be turned on in practice. The practice servers provide the list: the core knows none of
/// them by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticePlace {
    /// The name of the place.
    pub title: Message,
    /// The faults that can be turned on there.
    pub faults: Vec<PracticeFault>,
}

/// Something that can go wrong in practice.
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
    /// How well it is known that the real system behaves like this, in one word.
    pub tag: Message,
    /// The same in a sentence.
    pub tag_says: Message,
}

/// A way in which the practice authentik can be set up.
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

/// How practice should start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeChosen {
    /// The names of the faults.
    pub faults: Vec<String>,
    /// Whether the practice authentik has an enterprise license.
    pub licensed: bool,
    /// The name of the layout; none for that of a fresh server.
    pub layout: Option<String>,
    /// Whether the faults are kept from whoever rehearses, until they ask.
    pub hidden: bool,
}
