//! Servers that somebody has configured already: with renamed flows, or with a second brand.

use super::flows::{self, Flow};
use super::random;
use sourcerer_core::i18n::Message;
use sourcerer_core::job::PracticeLayout;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

/// How the server is configured when it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ServerLayout {
    /// As a new server is.
    #[default]
    Fresh,
    /// The two flows for sources have other slugs.
    FlowsRenamed,
    /// A second brand has its own login page.
    TwoBrands,
    /// This many sources for X exist, with the slugs `x-1` and so on. The first ten have a button.
    Sources(u32),
}

/// The slugs that [`ServerLayout::FlowsRenamed`] gives the two flows for sources.
pub const RENAMED: [&str; 2] = ["company-source-authentication", "company-source-enrollment"];
/// The domain of the second brand.
pub const PARTNERS: &str = "partners.example";
/// The identification stage of the second brand's login page.
pub const PARTNERS_STAGE: &str = "partners-authentication-identification";

/// How many of the sources of [`ServerLayout::Sources`] have a button.
pub const BUTTONS: u32 = 10;

#[derive(Clone, Debug)]
pub(crate) struct Brand {
    pub pk: String,
    pub domain: &'static str,
    pub default: bool,
    /// The slug of the brand's login flow.
    pub login: &'static str,
}

/// No layout has this name.
#[derive(Debug, thiserror::Error)]
#[error("no layout is called {0:?}")]
pub struct UnknownLayout(String);

impl FromStr for ServerLayout {
    type Err = UnknownLayout;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|layout| layout.name() == name).ok_or_else(|| UnknownLayout(name.to_owned()))
    }
}

impl ServerLayout {
    /// The layouts that can be chosen by name, the default first.
    pub const ALL: [Self; 3] = [Self::Fresh, Self::FlowsRenamed, Self::TwoBrands];

    /// The layout's name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::FlowsRenamed => "flows-renamed",
            Self::TwoBrands => "two-brands",
            Self::Sources(_) => "sources",
        }
    }

    /// The layout as the window lists it.
    pub fn shown(self) -> PracticeLayout {
        // A test makes sure that each key is in the message files.
        let words = |part| Message { id: Cow::Owned(format!("layout-{}{part}", self.name())), args: BTreeMap::new() };
        PracticeLayout { name: self.name().to_owned(), title: words(".title"), does: words("") }
    }

    /// The flows that the server starts with.
    pub(crate) fn flows(self) -> Vec<Flow> {
        let mut all = flows::default_flows();
        match self {
            Self::Fresh | Self::Sources(_) => {}
            Self::FlowsRenamed => {
                for (own, renamed) in [flows::SOURCE_AUTHENTICATION, flows::SOURCE_ENROLLMENT].into_iter().zip(RENAMED)
                {
                    for flow in all.iter_mut().filter(|flow| flow.slug == own) {
                        renamed.clone_into(&mut flow.slug);
                    }
                }
            }
            Self::TwoBrands => all.push(flows::login_flow("partners-authentication-flow", PARTNERS_STAGE)),
        }
        all
    }

    /// The brands that the server starts with.
    pub(crate) fn brands(self) -> Vec<Brand> {
        let brand = |domain, default, login| Brand { pk: random::uuid(), domain, default, login };
        let own = brand("authentik-default", true, flows::AUTHENTICATION);
        match self {
            Self::Fresh | Self::FlowsRenamed | Self::Sources(_) => vec![own],
            Self::TwoBrands => vec![own, brand(PARTNERS, false, "partners-authentication-flow")],
        }
    }

    /// How many sources the server starts with.
    pub(crate) fn sources(self) -> u32 {
        match self {
            Self::Sources(count) => count,
            Self::Fresh | Self::FlowsRenamed | Self::TwoBrands => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sourcerer_core::i18n::KEYS;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_found_by_its_name_and_has_its_words() {
        let mut wanted = BTreeSet::new();
        for layout in ServerLayout::ALL {
            assert_eq!(layout.name().parse::<ServerLayout>().ok(), Some(layout));
            let PracticeLayout { title, does, .. } = layout.shown();
            wanted.extend([title.id.into_owned(), does.id.into_owned()]);
        }
        assert_eq!(ServerLayout::ALL[0], ServerLayout::default());
        assert!("castle".parse::<ServerLayout>().is_err());
        let known: BTreeSet<_> =
            KEYS.iter().filter(|(key, _)| key.starts_with("layout-")).map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(known, wanted, "words of layouts that are gone, or none of one that is there");
    }
}
