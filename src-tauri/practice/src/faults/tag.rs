use super::named;
use sourcerer_core::i18n::Message;

/// How well a behaviour is known: the tags of the project's facts. A test of somebody else's program counts for less
/// than a report, so it is a tag of its own here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// Documented by the vendor, or a standard.
    Documented,
    /// Raw output of the real system, published by somebody.
    Observed,
    /// Reported by users in prose.
    Reported,
    /// Seen in tests of other programs only.
    ThirdParty,
    /// Concluded from the above.
    Inferred,
    /// Nobody knows.
    Unknown,
    /// Measured against the real system by this project.
    Measured,
}

impl Tag {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Documented => "D",
            Self::Observed => "O",
            Self::Reported => "R",
            Self::ThirdParty => "T",
            Self::Inferred => "I",
            Self::Unknown => "U",
            Self::Measured => "M",
        }
    }

    /// In a word.
    pub fn title(self) -> Message {
        named(format!("fault-tag-{}.title", self.letter().to_lowercase()))
    }

    /// In a sentence.
    pub fn says(self) -> Message {
        named(format!("fault-tag-{}", self.letter().to_lowercase()))
    }
}
