//! Stage 2: the source's name and slug, who may sign in, further scopes, and every URL that results from them.

use super::model::Names;
use super::status::{self, StageStatus};
use super::{AccessPolicy, Footer, FooterAction, Job};
use crate::address::{self, LinkError, Slug, Urls, read_link};
use crate::i18n::{Message, msg};
use crate::portal::{self, scopes};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// What the page sends when something was typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NamesInput {
    /// The name on the button.
    pub name: String,
    /// The slug.
    pub slug: String,
    /// Who may sign in.
    pub who: AccessPolicy,
    /// Whether the e-mail address is fetched from X.
    pub email: bool,
    /// Further scopes.
    pub scopes: String,
    /// The link to the terms of service.
    pub terms: String,
    /// The link to the privacy policy.
    pub privacy: String,
    /// The port of the test callback.
    pub port: u16,
}

/// Takes what was typed.
pub fn enter(names: &mut Names, entered: NamesInput) {
    let NamesInput { name, slug, who, email, scopes, terms, privacy, port } = entered;
    let Names { agreed, remedies, .. } = *names;
    *names = Names { name, slug, who, email, remedies, scopes, terms, privacy, port, agreed };
}

pub(super) fn status(job: &Job) -> StageStatus {
    let names = &job.names;
    if names.slug().is_none() || names.name_refused().is_some() {
        return status::attention(msg::stage_names_wrong());
    }
    if names.additional().is_err() {
        return status::attention(msg::stage_scopes_wrong());
    }
    if names.port_refused().is_some() {
        return status::attention(msg::stage_port_wrong());
    }
    if names.who_refused().is_some() {
        return status::attention(msg::stage_who_wrong());
    }
    if names.links_refused() {
        return status::attention(msg::names_links_wrong());
    }
    if names.agreed {
        status::done()
    } else if job.page == Stage::Names {
        status::in_progress()
    } else {
        status::not_started()
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NamesPage {
    /// The name on the button.
    pub name: String,
    /// Why the name can't be used.
    pub name_refused: Option<Message>,
    /// The slug as it was typed.
    pub slug: String,
    /// Why the slug can't be used.
    pub slug_refused: Option<Message>,
    /// Whether the slug is free or which source has it, according to the newest check.
    pub slug_known: Option<SlugConflict>,
    /// Who may sign in.
    pub who: AccessPolicy,
    /// The choices.
    pub offered: Vec<AccessPolicy>,
    /// Why nobody new could sign in with this choice.
    pub who_refused: Option<Message>,
    /// Whether the e-mail address is fetched from X.
    pub email: bool,
    /// What fetching it requires: who has to agree, how often X is asked, and what it costs.
    pub email_takes: Vec<Message>,
    /// Further scopes as they were typed.
    pub scopes: String,
    /// Why they can't be sent.
    pub scopes_refused: Option<Message>,
    /// Remarks about them.
    pub scopes_said: Vec<Message>,
    /// All scopes that will be requested.
    pub requested: String,
    /// Whether X requires the two links, which it does only of an app that requests e-mail addresses.
    pub wants_links: bool,
    /// The link to the terms of service as it was typed.
    pub terms: String,
    /// Why it can't be used.
    pub terms_refused: Option<Message>,
    /// The link to the privacy policy as it was typed.
    pub privacy: String,
    /// Why it can't be used.
    pub privacy_refused: Option<Message>,
    /// Says that a link is still missing.
    pub links_missing: Option<Message>,
    /// The port of the test callback.
    pub port: u16,
    /// Why the port can't be used.
    pub port_refused: Option<Message>,
    /// The resulting URLs; none while the address or the slug isn't usable.
    pub urls: Option<Urls>,
    /// Why X might not accept them.
    pub warnings: Vec<address::Warning>,
    /// The bar below.
    pub bar: Footer,
}

/// What the newest check of the server knows about a slug.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SlugConflict {
    /// Whether no source has it.
    pub free: bool,
    /// The same in words.
    pub words: Message,
}

fn links_missing(job: &Job) -> Option<Message> {
    let names = &job.names;
    let empty = |typed: &str| read_link(typed) == Err(LinkError::Empty);
    let switch = portal::guide().field_label("request-email", job.xapp.layout);
    (names.wants_email() && (empty(&names.terms) || empty(&names.privacy))).then(|| msg::names_links_missing(switch))
}

/// What fetching the e-mail address requires of the app, of X and of its owner.
fn email_takes(job: &Job) -> Vec<Message> {
    let switch = portal::guide().field_label("request-email", job.xapp.layout);
    vec![msg::names_email_form(switch), msg::names_email_asks(), portal::guide().limits().second_read()]
}

pub(super) fn page(job: &Job) -> NamesPage {
    let names = &job.names;
    let slug = Slug::read(&names.slug);
    let scopes = scopes::check(&names.scopes);
    let urls = job.urls();
    let slug_known = slug.as_ref().ok().and_then(|slug| {
        let sources = &job.server.reached()?.sources.as_ref()?.known;
        Some(match sources.iter().find(|source| source.slug.eq_ignore_ascii_case(slug.as_str())) {
            Some(source) => SlugConflict { free: false, words: msg::names_slug_taken(&source.name) },
            None => SlugConflict { free: true, words: msg::names_slug_free() },
        })
    });
    let (scopes_said, requested, scopes_refused) = match &scopes {
        Ok(checked) => {
            let mut remarks: Vec<_> = checked.remarks.iter().map(|remark| remark.message(job.xapp.layout)).collect();
            if !names.email && checked.scopes.contains(scopes::EMAIL) {
                remarks.push(msg::names_email_scope_alone());
            }
            let requested = names.additional().map(|scopes| scopes.requested().join(" ")).unwrap_or_default();
            (remarks, requested, None)
        }
        Err(error) => (Vec::new(), String::new(), Some(error.message())),
    };
    NamesPage {
        name: names.name.clone(),
        name_refused: names.name_refused(),
        slug: names.slug.clone(),
        slug_refused: slug.err().map(|error| error.message()),
        slug_known,
        who: names.who,
        offered: AccessPolicy::offered(names.email, names.who),
        who_refused: names.who_refused(),
        email: names.email,
        email_takes: email_takes(job),
        scopes: names.scopes.clone(),
        scopes_refused,
        scopes_said,
        requested,
        wants_links: names.wants_email(),
        terms: names.terms.clone(),
        terms_refused: names.link_refused(&names.terms),
        privacy: names.privacy.clone(),
        privacy_refused: names.link_refused(&names.privacy),
        links_missing: links_missing(job),
        port: names.port,
        port_refused: names.port_refused(),
        warnings: urls.as_ref().map(address::x_rules).unwrap_or_default(),
        bar: if names.is_usable() {
            Footer::go(FooterAction::AgreeNames, msg::footer_continue_xapp())
        } else {
            Footer::wait(FooterAction::AgreeNames, msg::footer_continue_xapp(), msg::footer_mend_fields())
        },
        urls,
    }
}
