//! What wasn't seen, and what it would take: told rather than left out, so that nobody takes silence for a yes. What a
//! check has answered isn't among it, so that it shrinks with what was given.

use super::{CheckOutcome, Finding};
use crate::diagnosis::{Right, Symptom};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// Something that can't be seen from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Unseen {
    /// Its stable name.
    pub id: String,
    /// What it is.
    pub what: Message,
    /// What would show it.
    pub need: UnseenNeed,
    /// The same in words.
    pub with: Message,
    /// The rights that an API token would need, by authentik's codenames; none where no token shows it.
    pub rights: Vec<String>,
}

/// What would show what can't be seen from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum UnseenNeed {
    /// An API token of this server, with the rights named.
    Token,
    /// A sign-in, by the live test or as a visitor.
    SignIn,
    /// X's own form.
    Form,
    /// The Client ID and the Client Secret.
    Credentials,
}

/// What these findings leave open.
pub fn unseen(findings: &[Finding]) -> Vec<Unseen> {
    let either = |finding: &Finding| matches!(finding.symptom, Some(Symptom::SourceUnknownOrDisabled { .. }));
    // Nothing is left open of a server that wasn't reached: everything is.
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
        // X takes the pair or not; which secret the server has, it never tells.
        of("secret", msg::unseen_secret_of_server(), UnseenNeed::SignIn, &[])
    } else {
        of("secret", msg::unseen_secret(), UnseenNeed::Credentials, &[])
    };
    // People are counted with a token; whose handle is taken, only the forecast of a sign-in tells.
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
