//! Servers that somebody has furnished: whose flows were renamed, and with a second brand.

use super::flows::{self, Flow};
use super::random;

/// How the server is furnished when it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// As a fresh server is.
    #[default]
    Fresh,
    /// Its two flows for sources have other slugs.
    FlowsRenamed,
    /// A second brand has a login page of its own.
    TwoBrands,
}

/// The slugs that [`Layout::FlowsRenamed`] gives the two flows for sources.
pub const RENAMED: [&str; 2] = ["company-source-authentication", "company-source-enrollment"];
/// The domain of the second brand.
pub const PARTNERS: &str = "partners.example";
/// The identification stage of the second brand's login page.
pub const PARTNERS_STAGE: &str = "partners-authentication-identification";

/// A brand.
#[derive(Clone, Debug)]
pub(crate) struct Brand {
    pub pk: String,
    pub domain: &'static str,
    pub default: bool,
    /// The slug of its login flow.
    pub login: &'static str,
}

impl Layout {
    /// The flows that the server starts with.
    pub(crate) fn flows(self) -> Vec<Flow> {
        let mut all = flows::default_flows();
        match self {
            Self::Fresh => {}
            Self::FlowsRenamed => {
                for (own, renamed) in [flows::SOURCE_AUTHENTICATION, flows::SOURCE_ENROLLMENT].into_iter().zip(RENAMED)
                {
                    for flow in all.iter_mut().filter(|flow| flow.slug == own) {
                        flow.slug = renamed;
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
            Self::Fresh | Self::FlowsRenamed => vec![own],
            Self::TwoBrands => vec![own, brand(PARTNERS, false, "partners-authentication-flow")],
        }
    }
}
