use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// The page on which a visitor's sign-in ended, as they read it: what authentik shows
/// [docs/evidence/authentik.md §2.1, §2.2, §2.3], and what X shows before that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum VisitorPage {
    /// authentik's pages for signed-in users, or an application.
    SignedIn,
    /// "Interface can only be accessed by internal users."
    OnlyInternal,
    /// "Successfully linked …"
    Linked,
    /// "Could not retrieve token."
    NoToken,
    /// "Could not retrieve profile."
    NoProfile,
    /// "State check failed."
    StateCheck,
    /// "access_denied"
    AccessDenied,
    /// "Authentication failed:" with any other reason.
    OtherFailure,
    /// "Failed to update user. Please try again later."
    NotWritten,
    /// "… has been denied. Please authenticate with the source you've previously signed up with."
    DeniedByMode,
    /// "Flow does not apply to current user."
    NotApplicable,
    /// "Unknown error"
    UnknownError,
    /// A field for a user name.
    AsksName,
    /// "Something went wrong! Please try again later."
    FlowError,
    /// "Source is not configured for enrollment."
    NoEnrolment,
    /// "Configured flow does not exist."
    NoFlow,
    /// "Server Error"
    ServerError,
    /// "Not Found"
    NotFound,
    /// X: "Something went wrong".
    XSomethingWrong,
    /// X: "Try signing in with a different account".
    XOtherAccount,
    /// X's log-in page, over and over.
    XLoginLoop,
    /// X's page, but empty.
    XBlank,
    /// None of these.
    Other,
}

/// The kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum VisitorPageHost {
    /// A page for a user who is signed in, or one that follows from it.
    In,
    /// authentik's login page, with a message on it.
    LoginPage,
    /// A page of authentik's that shows only the refusal.
    Refusal,
    /// An error page of authentik's.
    ErrorPage,
    /// A page of X's.
    X,
    /// Any page.
    Anywhere,
}

impl VisitorPageHost {
    /// The kind of page in words.
    pub fn words(self) -> Message {
        match self {
            Self::In => msg::login_on_in(),
            Self::LoginPage => msg::login_on_login_page(),
            Self::Refusal => msg::login_on_refusal(),
            Self::ErrorPage => msg::login_on_error_page(),
            Self::X => msg::login_on_x(),
            Self::Anywhere => msg::login_on_anywhere(),
        }
    }
}

impl VisitorPage {
    /// All pages, grouped by kind, the more likely first.
    pub const ALL: [Self; 23] = [
        Self::SignedIn,
        Self::OnlyInternal,
        Self::Linked,
        Self::NoToken,
        Self::NoProfile,
        Self::StateCheck,
        Self::AccessDenied,
        Self::OtherFailure,
        Self::NotWritten,
        Self::DeniedByMode,
        Self::NotApplicable,
        Self::UnknownError,
        Self::AsksName,
        Self::FlowError,
        Self::NoEnrolment,
        Self::NoFlow,
        Self::ServerError,
        Self::NotFound,
        Self::XSomethingWrong,
        Self::XOtherAccount,
        Self::XLoginLoop,
        Self::XBlank,
        Self::Other,
    ];

    /// The kind of this page.
    pub fn host(self) -> VisitorPageHost {
        match self {
            Self::SignedIn | Self::OnlyInternal | Self::Linked => VisitorPageHost::In,
            Self::NoToken | Self::NoProfile | Self::StateCheck | Self::AccessDenied | Self::OtherFailure => {
                VisitorPageHost::LoginPage
            }
            Self::NotWritten
            | Self::DeniedByMode
            | Self::NotApplicable
            | Self::UnknownError
            | Self::AsksName
            | Self::FlowError => VisitorPageHost::Refusal,
            Self::NoEnrolment | Self::NoFlow | Self::ServerError | Self::NotFound => VisitorPageHost::ErrorPage,
            Self::XSomethingWrong | Self::XOtherAccount | Self::XLoginLoop | Self::XBlank => VisitorPageHost::X,
            Self::Other => VisitorPageHost::Anywhere,
        }
    }

    /// The text on the page.
    pub fn words(self) -> Message {
        match self {
            Self::SignedIn => msg::login_shows_signed_in(),
            Self::OnlyInternal => msg::login_shows_only_internal(),
            Self::Linked => msg::login_shows_linked(),
            Self::NoToken => msg::login_shows_no_token(),
            Self::NoProfile => msg::login_shows_no_profile(),
            Self::StateCheck => msg::login_shows_state_check(),
            Self::AccessDenied => msg::login_shows_access_denied(),
            Self::OtherFailure => msg::login_shows_other_failure(),
            Self::NotWritten => msg::login_shows_not_written(),
            Self::DeniedByMode => msg::login_shows_denied_by_mode(),
            Self::NotApplicable => msg::login_shows_not_applicable(),
            Self::UnknownError => msg::login_shows_unknown_error(),
            Self::AsksName => msg::login_shows_asks_name(),
            Self::FlowError => msg::login_shows_flow_error(),
            Self::NoEnrolment => msg::login_shows_no_enrolment(),
            Self::NoFlow => msg::login_shows_no_flow(),
            Self::ServerError => msg::login_shows_server_error(),
            Self::NotFound => msg::login_shows_not_found(),
            Self::XSomethingWrong => msg::login_shows_x_something_wrong(),
            Self::XOtherAccount => msg::login_shows_x_other_account(),
            Self::XLoginLoop => msg::login_shows_x_login_loop(),
            Self::XBlank => msg::login_shows_x_blank(),
            Self::Other => msg::login_shows_other(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_holds_each_page_once_and_those_of_one_place_together() {
        let named: BTreeSet<_> = VisitorPage::ALL.iter().map(|shown| shown.words().id).collect();
        assert_eq!(named.len(), VisitorPage::ALL.len());
        let mut places: Vec<_> = VisitorPage::ALL.iter().map(|shown| shown.host()).collect();
        places.dedup();
        assert_eq!(
            places,
            [
                VisitorPageHost::In,
                VisitorPageHost::LoginPage,
                VisitorPageHost::Refusal,
                VisitorPageHost::ErrorPage,
                VisitorPageHost::X,
                VisitorPageHost::Anywhere
            ]
        );
    }
}
