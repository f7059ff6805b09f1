use crate::i18n::{Message, msg};

/// How well something is known: the tags of the evidence pages. A test of another program counts for less than a report,
/// so it has a tag of its own.
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
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Documented,
        Self::Observed,
        Self::Reported,
        Self::ThirdParty,
        Self::Inferred,
        Self::Unknown,
        Self::Measured,
    ];

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

    /// The tag of this letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.letter() == letter)
    }

    /// In a word.
    pub fn title(self) -> Message {
        match self {
            Self::Documented => msg::fault_tag_d_title(),
            Self::Observed => msg::fault_tag_o_title(),
            Self::Reported => msg::fault_tag_r_title(),
            Self::ThirdParty => msg::fault_tag_t_title(),
            Self::Inferred => msg::fault_tag_i_title(),
            Self::Unknown => msg::fault_tag_u_title(),
            Self::Measured => msg::fault_tag_m_title(),
        }
    }

    /// In a sentence.
    pub fn sentence(self) -> Message {
        match self {
            Self::Documented => msg::fault_tag_d(),
            Self::Observed => msg::fault_tag_o(),
            Self::Reported => msg::fault_tag_r(),
            Self::ThirdParty => msg::fault_tag_t(),
            Self::Inferred => msg::fault_tag_i(),
            Self::Unknown => msg::fault_tag_u(),
            Self::Measured => msg::fault_tag_m(),
        }
    }
}
