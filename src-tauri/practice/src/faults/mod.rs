//! The faults that can be turned on by name. Each has a tag for how well the behavior of X or authentik is known, and
//! the diagnosis that the job should make.
//!
//! A fault always stops the job. Behavior of X that is unknown, and that stops the job only sometimes, is a
//! [switch](crate::switches).

mod table;

pub use sourcerer_core::evidence::Tag;
pub use table::Fault;

use sourcerer_core::i18n::Message;
use sourcerer_core::job::{PracticeFault, PracticePlace};
use sourcerer_core::stage::Stage;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// A set of faults.
pub type Faults = BTreeSet<Fault>;

/// The part of the system in which a fault happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultPlace {
    /// On the admin's server.
    Authentik,
    /// Between the app at X and its credentials.
    Credentials,
    /// On X's consent page, or on the way back from it.
    Consent,
    /// When the code is exchanged.
    Exchange,
    /// When the profile is requested.
    Profile,
}

impl FaultPlace {
    /// All places, in the order in which a job reaches them.
    pub const ALL: [Self; 5] = [Self::Credentials, Self::Consent, Self::Exchange, Self::Profile, Self::Authentik];

    fn name(self) -> &'static str {
        match self {
            Self::Authentik => "authentik",
            Self::Credentials => "credentials",
            Self::Consent => "consent",
            Self::Exchange => "exchange",
            Self::Profile => "profile",
        }
    }
}

/// The table row of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultRow {
    /// The fault's name on the command line.
    pub name: &'static str,
    /// The place where the fault happens.
    pub place: FaultPlace,
    /// The stage of the job that detects the fault.
    pub stage: Stage,
    /// The id of the diagnosis that the fault leads to.
    pub diagnosis: &'static str,
    /// How well it is known that the real system behaves like this.
    pub tag: Tag,
}

impl Fault {
    /// The fault's name on the command line.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The description of the fault in one line.
    pub fn does(self) -> Message {
        self.words("")
    }

    /// The title of the fault, for people.
    pub fn title(self) -> Message {
        self.words(".title")
    }

    /// Whether the only sign of the fault is that nothing arrives, so that the waiting side has to time out.
    pub fn is_silent(self) -> bool {
        matches!(
            self,
            Self::CancelWithoutState
                | Self::CancelAsOauth1
                | Self::CallbackOtherState
                | Self::CallbackWithoutCode
                | Self::NeverComesBack
                | Self::TokenHangs
                | Self::ProfileHangs
        )
    }

    /// Whether the fault affects only an app that requests the email address.
    pub fn needs_email(self) -> bool {
        matches!(self, Self::EmailSwitchOff | Self::EmailFieldRefused)
    }

    /// The fault as the window lists it.
    pub fn shown(self) -> PracticeFault {
        let FaultRow { name, stage, tag, .. } = self.row();
        PracticeFault {
            name: name.to_owned(),
            title: self.title(),
            does: self.does(),
            stage,
            tag: tag.title(),
            tag_says: tag.sentence(),
        }
    }

    fn words(self, part: &str) -> Message {
        named(format!("fault-{}{part}", self.name()))
    }
}

/// All faults grouped by their places, as the window lists them.
pub fn by_place() -> Vec<PracticePlace> {
    let at = |place| Fault::ALL.iter().filter(move |fault| fault.row().place == place).map(|fault| fault.shown());
    let title = |place: FaultPlace| named(format!("fault-place-{}", place.name()));
    FaultPlace::ALL
        .into_iter()
        .map(|place| PracticePlace { title: title(place), faults: at(place).collect() })
        .collect()
}

/// A test makes sure that each key is in the message files.
fn named(id: String) -> Message {
    Message { id: Cow::Owned(id), args: BTreeMap::new() }
}

/// No fault has this name.
#[derive(Debug, thiserror::Error)]
#[error("no fault is called {0:?}")]
pub struct UnknownFault(String);

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|fault| fault.name() == name).ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sourcerer_core::i18n::{KEYS, Localizer};

    #[test]
    fn each_has_a_name_of_its_own_and_says_what_it_does_in_one_line() {
        let book = Localizer::english();
        let mut names = BTreeSet::new();
        for fault in Fault::ALL.iter().copied() {
            let name = fault.name();
            assert!(names.insert(name), "{name}");
            assert!(
                name.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-')
            );
            assert_eq!(name.parse::<Fault>().ok(), Some(fault));
            let shown = fault.shown();
            for message in [&shown.does, &shown.title, &shown.tag, &shown.tag_says] {
                assert!(
                    KEYS.iter().any(|(key, arguments)| *key == message.id && arguments.is_empty()),
                    "{}",
                    message.id
                );
            }
            let does = book.format(&shown.does);
            assert!(does.ends_with('.') && !does.contains('\n') && does.chars().count() <= 110, "{name}: {does}");
            let title = book.format(&shown.title);
            assert!(!title.ends_with('.') && title.chars().count() <= 48, "{name}: {title}");
        }
        assert!("rain".parse::<Fault>().is_err());
        let listed: Vec<_> = by_place().into_iter().flat_map(|place| place.faults).map(|fault| fault.name).collect();
        assert_eq!(listed.len(), Fault::ALL.len(), "each stands at one place");
        for place in by_place() {
            assert!(KEYS.iter().any(|(key, _)| *key == place.title.id), "{}", place.title.id);
        }
    }

    #[test]
    fn no_words_are_left_of_a_fault_that_is_gone() {
        let known = |name: &str| Fault::ALL.iter().any(|fault| fault.name() == name);
        for (key, _) in KEYS.iter().filter(|(key, _)| key.starts_with("fault-")) {
            let name = key.trim_start_matches("fault-").trim_end_matches(".title");
            let other = name.starts_with("place-") || name.starts_with("tag-");
            assert!(other || known(name), "{key}");
        }
    }
}
