//! X's two portals, and what differs between them.

use serde::{Deserialize, Serialize};

/// Which of X's two portals is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// The new Developer Console.
    #[default]
    Console,
    /// The old Developer Portal.
    Portal,
}

impl Layout {
    /// Both, the newer first.
    pub const ALL: [Self; 2] = [Self::Console, Self::Portal];
}

/// Something that each layout has in its own form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PerLayout<T> {
    console: T,
    portal: T,
}

impl<T> PerLayout<T> {
    pub(super) fn of(&self, layout: Layout) -> &T {
        match layout {
            Layout::Console => &self.console,
            Layout::Portal => &self.portal,
        }
    }
}

/// X's words for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Label {
    Both(String),
    Each(PerLayout<String>),
}

impl Label {
    pub(super) fn of(&self, layout: Layout) -> &str {
        match self {
            Self::Both(text) => text,
            Self::Each(each) => each.of(layout),
        }
    }
}
