//! The result of a test login, as it is stored.

use crate::checks::VisitorEnd;
use crate::diagnosis::Symptom;
use crate::login::{LoginObservation, VisitorPage, VisitorPageHost};
use serde::{Deserialize, Serialize};

/// The result of a test login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoginResult {
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// The callback of the source that was tested.
    pub callback: String,
    /// How long it took, in milliseconds from the opening of the browser.
    pub millis: u32,
    /// Who signed in, according to the server's events.
    pub seen: Option<LoginObservation>,
    /// How many others signed in meanwhile.
    pub others: usize,
    /// The page that the person read, if the events showed nothing.
    pub shown: Option<VisitorPage>,
    /// Why nobody signed in.
    pub symptom: Option<Symptom>,
    /// What to know about a login that worked.
    pub note: Option<Symptom>,
    /// A link that it made to a user who existed before.
    pub link: Option<LoginLink>,
}

impl LoginResult {
    /// Whether the login had a result. One that was stopped doesn't replace the previous result.
    pub fn is_complete(&self) -> bool {
        self.seen.is_some() || self.shown.is_some() || self.symptom.is_some()
    }

    /// What the login shows of the page at X to which the server sent the visitor.
    pub fn visitor_end(&self) -> VisitorEnd {
        match self.shown {
            Some(
                VisitorPage::XSomethingWrong
                | VisitorPage::XOtherAccount
                | VisitorPage::XLoginLoop
                | VisitorPage::XBlank,
            ) => VisitorEnd::Failed,
            // Whoever came back to authentik got through X's page, whatever happened then.
            Some(shown) if shown.host() != VisitorPageHost::Anywhere && shown != VisitorPage::NotFound => {
                VisitorEnd::Passed
            }
            _ if self.seen.is_some() => VisitorEnd::Passed,
            Some(_) | None => VisitorEnd::Unknown,
        }
    }

    /// Whether a visitor signed in.
    pub fn has_succeeded(&self) -> bool {
        let is_visitor = |seen: &LoginObservation| seen.kind.is_visit();
        self.symptom.is_none() && (self.seen.as_ref().is_some_and(is_visitor) || self.shown.is_some())
    }
}

/// A link between a user and an X account, as it is shown before it is removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginLink {
    /// The link's own number.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub pk: i64,
    /// The user's number.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub user: i64,
    /// The user's name, or the user's number if the name can't be read.
    pub name: String,
    /// X's number for the account.
    pub identifier: String,
    /// When it was made, by the server's clock (RFC 3339); empty if the server doesn't say.
    pub created: String,
    /// Whether it was removed.
    pub removed: bool,
}
