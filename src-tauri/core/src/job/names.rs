//! Stage 2: the source's name and slug, who may sign in, further scopes, and every URL that results from them.

use super::access::{self, AccessForm};
use super::plain_field::PlainField;
use super::status::{self, StageStatus};
use super::{AccessPolicy, Footer, FooterAction, Job};
use crate::address::{self, LinkError, Slug, Urls, parse_link};
use crate::authentik::KnownSource;
use crate::i18n::{Message, msg};
use crate::job::model::NamesInput;
use crate::portal::{self, scopes};
use crate::stage::Stage;
use serde::Serialize;

pub(super) fn status(job: &Job) -> StageStatus {
    let names = &job.names;
    if names.slug().is_none() || names.name_refused().is_some() {
        return status::attention(msg::stage_names_wrong());
    }
    if has_foreign_slug(job) {
        return status::attention(msg::stage_slug_foreign());
    }
    if names.additional_scopes().is_err() {
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
    if names.agreed && names.typed.decided {
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
    /// What was typed.
    #[serde(flatten)]
    pub typed: NamesInput,
    /// Why the name can't be used.
    pub name_refused: Option<Message>,
    /// Why the slug can't be used.
    pub slug_refused: Option<Message>,
    /// Whether the slug is free or which source has it, according to the newest check.
    pub slug_known: Option<SlugConflict>,
    /// The choices.
    pub offered: Vec<AccessPolicy>,
    /// Why nobody new could sign in with this choice.
    pub who_refused: Option<Message>,
    /// Who gets in.
    pub access: AccessForm,
    /// Why the group can't be used.
    pub group_refused: Option<Message>,
    /// Whether new users may open authentik's own pages; none where nobody new gets in.
    pub internal: Option<bool>,
    /// What fetching it requires: who has to agree, how often X is asked, and what it costs.
    pub email_takes: Vec<Message>,
    /// Why the further scopes can't be sent.
    pub scopes_refused: Option<Message>,
    /// Remarks about the further scopes.
    pub scopes_said: Vec<Message>,
    /// All scopes that will be requested.
    pub requested: String,
    /// Whether X requires the two links, which it does only of an app that requests email addresses.
    pub wants_links: bool,
    /// Why the link to the terms of service can't be used.
    pub terms_refused: Option<Message>,
    /// Why the link to the privacy policy can't be used.
    pub privacy_refused: Option<Message>,
    /// Says that a link is still missing.
    pub links_missing: Option<Message>,
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
    /// Whether a source of another type has it: Review refuses it then, so the names can't be agreed to.
    pub foreign: bool,
    /// The same in words.
    pub words: Message,
}

/// The source that has the typed slug, according to the newest check of the server.
fn source_with_slug(job: &Job) -> Option<&KnownSource> {
    let slug = job.names.slug()?;
    let sources = &job.server.summary()?.sources.as_ref()?.known;
    sources.iter().find(|source| source.slug.eq_ignore_ascii_case(slug.as_str()))
}

fn has_foreign_slug(job: &Job) -> bool {
    source_with_slug(job).is_some_and(|source| source.foreign)
}

/// Whether the names can be agreed to: each of them is usable, every line of the list was understood, and no source of
/// another type has the slug.
pub(super) fn can_agree(job: &Job) -> bool {
    is_understood(job) && !has_foreign_slug(job)
}

/// Whether everything that was typed can be used. Nobody may be left out of the list without being noticed.
fn is_understood(job: &Job) -> bool {
    job.names.is_usable() && access::form(&job.names).refused.is_empty()
}

fn links_missing(job: &Job) -> Option<Message> {
    let names = &job.names;
    let empty = |typed: &str| parse_link(typed) == Err(LinkError::Empty);
    let switch = portal::guide().field_label("request-email", job.xapp.layout);
    (names.wants_email() && (empty(&names.typed.terms) || empty(&names.typed.privacy)))
        .then(|| msg::names_links_missing(switch))
}

/// What fetching the email address requires of the app, of X and of its owner.
fn email_takes(job: &Job) -> Vec<Message> {
    let switch = portal::guide().field_label("request-email", job.xapp.layout);
    vec![msg::names_email_form(switch), msg::names_email_asks(), portal::guide().limits().second_read_cost()]
}

/// The page. The newest text of these fields is a secret, and wasn't taken.
pub(super) fn page(job: &Job, refused: &[PlainField]) -> NamesPage {
    let names = &job.names;
    let misplaced = |field| refused.contains(&field).then(msg::names_secret_misplaced);
    let slug = Slug::parse(&names.typed.slug);
    let scopes = scopes::check(&names.typed.scopes);
    let urls = job.urls();
    let slug_known = slug.as_ref().ok().and_then(|_| {
        job.server.summary()?.sources.as_ref()?;
        Some(match source_with_slug(job) {
            Some(source) if source.foreign => {
                SlugConflict { free: false, foreign: true, words: msg::names_slug_foreign(&source.name) }
            }
            Some(source) => SlugConflict { free: false, foreign: false, words: msg::names_slug_taken(&source.name) },
            None => SlugConflict { free: true, foreign: false, words: msg::names_slug_free() },
        })
    });
    let (scopes_said, requested, scopes_refused) = match &scopes {
        Ok(checked) => {
            let mut remarks: Vec<_> = checked.remarks.iter().map(|remark| remark.message(job.xapp.layout)).collect();
            if !names.typed.email && checked.scopes.contains(scopes::EMAIL) {
                remarks.push(msg::names_email_scope_alone());
            }
            let requested =
                names.additional_scopes().map(|scopes| scopes.requested_scopes().join(" ")).unwrap_or_default();
            (remarks, requested, None)
        }
        Err(error) => (Vec::new(), String::new(), Some(error.message())),
    };
    NamesPage {
        typed: names.typed.clone(),
        name_refused: misplaced(PlainField::Name).or_else(|| names.name_refused()),
        slug_refused: misplaced(PlainField::Slug).or_else(|| slug.err().map(|error| error.message())),
        slug_known,
        offered: AccessPolicy::offered(names.typed.email, names.typed.who),
        who_refused: names.who_refused(),
        access: access::form(names),
        group_refused: misplaced(PlainField::Group),
        internal: names.typed.who.has_enrollment().then_some(names.remedies.internal),
        email_takes: email_takes(job),
        scopes_refused: misplaced(PlainField::Scopes).or(scopes_refused),
        scopes_said,
        requested,
        wants_links: names.wants_email(),
        terms_refused: misplaced(PlainField::Terms).or_else(|| names.link_refused(&names.typed.terms)),
        privacy_refused: misplaced(PlainField::Privacy).or_else(|| names.link_refused(&names.typed.privacy)),
        links_missing: links_missing(job),
        port_refused: names.port_refused(),
        warnings: urls.as_ref().map(address::check_x_rules).unwrap_or_default(),
        bar: if !refused.is_empty() {
            Footer::wait(FooterAction::AgreeNames, msg::footer_continue_xapp(), msg::footer_mend_fields())
        } else if !names.typed.decided {
            Footer::wait(FooterAction::AgreeNames, msg::footer_continue_xapp(), msg::footer_choose_who())
        } else if can_agree(job) {
            Footer::go(FooterAction::AgreeNames, msg::footer_continue_xapp())
        } else if is_understood(job) {
            Footer::wait(FooterAction::AgreeNames, msg::footer_continue_xapp(), msg::footer_other_slug())
        } else {
            Footer::wait(FooterAction::AgreeNames, msg::footer_continue_xapp(), msg::footer_mend_fields())
        },
        urls,
    }
}
