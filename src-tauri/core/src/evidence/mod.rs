//! What is known of X and authentik, how well it is known, and when it was last looked at.
//!
//! The two pages below `docs/evidence` are part of the program. They are parsed once, into numbered sections with the
//! facts that stand in each; [`parse`] describes their form. The diagnosis catalogue cites a section with a [`Citation`],
//! so that the age of what a diagnosis rests on is known.
//!
//! Nothing here asks the network, or changes how a fact is judged.

mod age;
mod fact;
mod parse;
mod tag;
#[cfg(test)]
mod tests;

pub use age::{Age, Period, PeriodError};
pub use fact::{Fact, Section};
pub use parse::ParseError;
pub use tag::Tag;

use std::sync::LazyLock;
use time::Date;

/// One of the two pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidencePage {
    /// What X does.
    X,
    /// What authentik does.
    Authentik,
}

/// A reference to a section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The page.
    pub page: EvidencePage,
    /// The section's number.
    pub section: &'static str,
}

impl EvidencePage {
    /// Both pages.
    pub const ALL: [Self; 2] = [Self::X, Self::Authentik];

    /// The page's path in the repository.
    pub const fn path(self) -> &'static str {
        match self {
            Self::X => "docs/evidence/x.md",
            Self::Authentik => "docs/evidence/authentik.md",
        }
    }

    /// Whom it is about.
    pub const fn title(self) -> &'static str {
        match self {
            Self::X => "X",
            Self::Authentik => "authentik",
        }
    }

    /// The reference to the section of this number.
    pub const fn section(self, number: &'static str) -> Citation {
        Citation { page: self, section: number }
    }

    /// Its sections, in the order of the page.
    pub fn sections(self) -> &'static [Section] {
        static X: LazyLock<Vec<Section>> = LazyLock::new(|| parsed(EvidencePage::X));
        static AUTHENTIK: LazyLock<Vec<Section>> = LazyLock::new(|| parsed(EvidencePage::Authentik));
        match self {
            Self::X => &X,
            Self::Authentik => &AUTHENTIK,
        }
    }

    /// The page as it is written.
    fn text(self) -> &'static str {
        match self {
            Self::X => include_str!("../../../../docs/evidence/x.md"),
            Self::Authentik => include_str!("../../../../docs/evidence/authentik.md"),
        }
    }
}

fn parsed(page: EvidencePage) -> Vec<Section> {
    parse::parse(page.text()).expect("the page is part of the program, and a test parses it")
}

impl Citation {
    /// The section; none if the page has no such number, which a test forbids.
    pub fn section(self) -> Option<&'static Section> {
        self.page.sections().iter().find(|section| section.number == self.section)
    }

    /// Its facts.
    pub fn facts(self) -> &'static [Fact] {
        self.section().map_or(&[], |section| &section.facts)
    }

    /// The first of the days on which a fact of it was looked at.
    pub fn oldest(self) -> Option<Date> {
        self.facts().iter().map(|fact| fact.oldest).min()
    }

    /// Where it leads within the repository's documents: the page, and the heading as GitHub makes an anchor of it.
    pub fn link(self) -> String {
        let title = self.section().map_or("", |section| section.title.as_str());
        let heading = format!("{} {title}", self.section).to_lowercase();
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let anchor: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        format!("{}#{anchor}", self.page.path())
    }
}
