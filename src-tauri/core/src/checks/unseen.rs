//! Lists what the checks couldn't see, and what it would take to see it, so that nobody takes a missing finding for a
//! passed check. Whatever a check has answered isn't listed, so the list gets shorter with every input that is given.

use super::{CheckOutcome, Finding};
use crate::diagnosis::{Right, Symptom};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// A question about the source that can't be answered from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Unseen {
    /// The stable id of the question.
    pub id: String,
    /// The question in words.
    pub what: Message,
    /// What would answer it.
    pub need: UnseenNeed,
    /// The same need in words.
    pub with: Message,
    /// The rights that an API token would need, by authentik's codenames; empty if no token can show it.
    pub rights: Vec<String>,
}

/// What would answer a question that can't be answered from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum UnseenNeed {
    /// An API token of this server with the listed rights.
    Token,
    /// A sign-in, by the live test or as a visitor.
    SignIn,
    /// X's own form, which only a person can look at.
    Form,
    /// The Client ID and the Client Secret.
    Credentials,
}

/// The questions that these findings leave open.
pub fn find_unseen(findings: &[Finding]) -> Vec<Unseen> {
    let either = |finding: &Finding| matches!(finding.symptom, Some(Symptom::SourceUnknownOrDisabled { .. }));
    // If the server wasn't reached, every question is open, so none is listed.
    let reached = findings.iter().any(|finding| finding.id == "source" && finding.outcome != CheckOutcome::Skipped);
    if !reached {
        return Vec::new();
    }
    let off = findings
        .iter()
        .any(either)
        .then(|| of("source-off", msg::unseen_source_off(), UnseenNeed::Token, &[Right::ViewSource]));
    let ran = |id: &str| findings.iter().any(|finding| finding.id == id && finding.outcome != CheckOutcome::Skipped);
    let secret = if ran("pair") {
        // X says whether the client credentials are valid, but the server never reveals which secret it has.
        of("secret", msg::unseen_secret_of_server(), UnseenNeed::SignIn, &[])
    } else {
        of("secret", msg::unseen_secret(), UnseenNeed::Credentials, &[])
    };
    // A token is enough to count people. Only the forecast of a sign-in tells whether a user name is taken.
    let names = if ran("locked-out") {
        (UnseenNeed::SignIn, &[][..])
    } else {
        (UnseenNeed::Token, &[Right::ViewUsers, Right::ViewConnections][..])
    };
    let rest = [
        (!ran("brands"))
            .then(|| of("other-brands", msg::unseen_brands(), UnseenNeed::Token, &[Right::ViewBrand, Right::ViewFlow])),
        (!ran("matching")).then(|| of("matching", msg::unseen_matching(), UnseenNeed::Token, &[Right::ViewSource])),
        Some(of("user-names", msg::unseen_user_names(), names.0, names.1)),
        (!ran("mappings")).then(|| {
            of("mappings", msg::unseen_mappings(), UnseenNeed::Token, &[Right::ViewSource, Right::ViewMapping])
        }),
        (!ran("events")).then(|| of("sign-ins", msg::unseen_sign_ins(), UnseenNeed::Token, &[Right::ViewEvents])),
        Some(secret),
        Some(of("app", msg::unseen_app(), UnseenNeed::SignIn, &[])),
        Some(of("callbacks", msg::unseen_callbacks(), UnseenNeed::Form, &[])),
    ];
    off.into_iter().chain(rest.into_iter().flatten()).collect()
}

fn of(id: &str, what: Message, need: UnseenNeed, rights: &[Right]) -> Unseen {
    let rights: Vec<_> = rights.iter().map(|right| right.codename().to_owned()).collect();
    let with = match need {
        UnseenNeed::Token => msg::unseen_with_token(rights.join(", ")),
        UnseenNeed::SignIn => msg::unseen_with_sign_in(),
        UnseenNeed::Form => msg::unseen_with_form(),
        UnseenNeed::Credentials => msg::unseen_with_credentials(),
    };
    Unseen { id: id.to_owned(), what, need, with, rights }
}
