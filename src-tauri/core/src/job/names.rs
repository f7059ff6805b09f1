//! Stage 2: the source's name and slug, who may sign in, further scopes; and every URL that follows.

use super::stages::{self, Told};
use super::{Act, Bar, Draft};
use crate::address::{self, Slug, TEST_PORT, Urls};
use crate::authentik::Matching;
use crate::portal::scopes::{self, AdditionalScopes, ScopeProblem};
use crate::stage::Stage;
use crate::words::{Message, said};
use serde::{Deserialize, Serialize};

/// What was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Names {
    /// The name on the button.
    pub name: String,
    /// The slug as it was typed.
    pub slug: String,
    /// Who may sign in.
    pub who: Who,
    /// Further scopes as they were typed.
    pub scopes: String,
    /// The port of the test callback.
    pub port: u16,
    /// Whether the admin went on from here once.
    pub agreed: bool,
}

/// Who may sign in: what the page offers of authentik's matching modes and flows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Who {
    /// Everyone: whoever is new gets a user (`identifier`).
    #[default]
    Anyone,
    /// Who is linked already (`identifier`, no enrolment flow).
    Linked,
    /// Everyone, and who has a local user's name is that user (`username_link`).
    UserName,
}

impl Who {
    /// authentik's matching mode.
    pub fn matching(self) -> Matching {
        match self {
            Self::Anyone | Self::Linked => Matching::Identifier,
            Self::UserName => Matching::UsernameLink,
        }
    }

    /// Whether the source gets an enrolment flow.
    pub fn enrols(self) -> bool {
        match self {
            Self::Anyone | Self::UserName => true,
            Self::Linked => false,
        }
    }
}

impl Default for Names {
    fn default() -> Self {
        Self {
            name: "X".to_owned(),
            slug: "twitter".to_owned(),
            who: Who::default(),
            scopes: String::new(),
            port: TEST_PORT,
            agreed: false,
        }
    }
}

impl Names {
    /// The slug, if it is usable.
    pub fn slug(&self) -> Option<Slug> {
        Slug::read(&self.slug).ok()
    }

    /// The further scopes.
    ///
    /// # Errors
    /// When they can't be sent.
    pub fn additional(&self) -> Result<AdditionalScopes, ScopeProblem> {
        scopes::check(&self.scopes).map(|checked| checked.scopes)
    }

    fn name_refused(&self) -> Option<Message> {
        self.name.trim().is_empty().then(said::names_name_empty)
    }

    fn port_refused(&self) -> Option<Message> {
        (self.port < 1024).then(said::names_port_low)
    }

    /// Whether everything entered can be used.
    pub fn is_usable(&self) -> bool {
        self.slug().is_some()
            && self.additional().is_ok()
            && self.name_refused().is_none()
            && self.port_refused().is_none()
    }
}

/// Every URL that follows from address, slug and port; `None` while one of them isn't usable.
pub fn urls(draft: &Draft) -> Option<Urls> {
    Some(Urls::new(&draft.server.url()?, &draft.names.slug()?, draft.names.port))
}

/// Whether X will be asked for the e-mail address.
pub fn wants_email(draft: &Draft) -> bool {
    draft.names.additional().is_ok_and(|scopes| scopes.contains(scopes::EMAIL))
}

/// What the page sends when something was typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "NamesEntered"))]
#[serde(rename_all = "camelCase")]
pub struct Entered {
    /// The name on the button.
    pub name: String,
    /// The slug.
    pub slug: String,
    /// Who may sign in.
    pub who: Who,
    /// Further scopes.
    pub scopes: String,
    /// The port of the test callback.
    pub port: u16,
}

/// Takes what was typed.
pub fn enter(names: &mut Names, entered: Entered) {
    let Entered { name, slug, who, scopes, port } = entered;
    *names = Names { name, slug, who, scopes, port, agreed: names.agreed };
}

/// Agrees to what is entered, if it can be used, and goes on.
pub fn agree(draft: &mut Draft) {
    if draft.names.is_usable() {
        draft.names.agreed = true;
        draft.go_on();
    }
}

pub(super) fn told(draft: &Draft) -> Told {
    let names = &draft.names;
    if names.slug().is_none() || names.name_refused().is_some() {
        return stages::attention(said::stage_names_wrong());
    }
    if names.additional().is_err() {
        return stages::attention(said::stage_scopes_wrong());
    }
    if names.port_refused().is_some() {
        return stages::attention(said::stage_port_wrong());
    }
    if names.agreed {
        stages::done()
    } else if draft.page == Stage::Names {
        stages::in_progress()
    } else {
        stages::not_started()
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
    /// Whether the slug is free, or whose it is, as far as the newest check knows.
    pub slug_known: Option<SlugKnown>,
    /// Who may sign in.
    pub who: Who,
    /// Further scopes as they were typed.
    pub scopes: String,
    /// Why they can't be sent.
    pub scopes_refused: Option<Message>,
    /// What is worth knowing of them.
    pub scopes_said: Vec<Message>,
    /// All scopes that will be asked for.
    pub requested: String,
    /// The port of the test callback.
    pub port: u16,
    /// Why the port can't be used.
    pub port_refused: Option<Message>,
    /// What follows; none while the address or the slug isn't usable.
    pub urls: Option<Urls>,
    /// What X may not like about them.
    pub warnings: Vec<address::Warning>,
    /// The bar below.
    pub bar: Bar,
}

/// What the newest check of the server knows about a slug.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SlugKnown {
    /// Whether no source has it.
    pub free: bool,
    /// The same in words.
    pub words: Message,
}

pub(super) fn page(draft: &Draft) -> NamesPage {
    let names = &draft.names;
    let slug = Slug::read(&names.slug);
    let scopes = scopes::check(&names.scopes);
    let urls = urls(draft);
    let slug_known = slug.as_ref().ok().and_then(|slug| {
        let sources = &draft.server.reached()?.sources.as_ref()?.known;
        Some(match sources.iter().find(|source| source.slug.eq_ignore_ascii_case(slug.as_str())) {
            Some(source) => SlugKnown { free: false, words: said::names_slug_taken(&source.name) },
            None => SlugKnown { free: true, words: said::names_slug_free() },
        })
    });
    let (scopes_said, requested, scopes_refused) = match &scopes {
        Ok(checked) => {
            let remarks = checked.remarks.iter().map(|remark| remark.message(draft.xapp.layout)).collect();
            (remarks, checked.scopes.requested().join(" "), None)
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
        scopes: names.scopes.clone(),
        scopes_refused,
        scopes_said,
        requested,
        port: names.port,
        port_refused: names.port_refused(),
        warnings: urls.as_ref().map(address::x_rules).unwrap_or_default(),
        bar: if names.is_usable() {
            Bar::go(Act::AgreeNames, said::bar_continue_xapp())
        } else {
            Bar::wait(Act::AgreeNames, said::bar_continue_xapp(), said::bar_mend_fields())
        },
        urls,
    }
}
