//! What is known of the server before the visitor comes, and what isn't.

use super::case::{EXTERNAL, Facts, Local, Setting, Visitor};
use crate::address::Slug;
use crate::authentik::{Client, Error, Kind, Mapping, Matching, Object, User, WriteStage, suffixed};
use crate::plan::ENROLMENT;
use crate::x::Profile;
use serde::{Deserialize, Serialize};

/// Something that may not be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Seen<T> {
    /// It is so.
    Known(T),
    /// It can't be told.
    Hidden(Why),
}

/// A sight that was kept before there was something to see.
impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self::Hidden(Why::Unasked)
    }
}

/// Why something can't be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The server wasn't asked for this source.
    Unasked,
    /// There is no API token.
    NoToken,
    /// The token has no right to see it.
    Right,
    /// The token sees its own user's only, so that an empty list proves nothing.
    OwnOnly,
    /// There are more than were read.
    TooMany,
    /// The source has property mappings beside ours, which may change name, address and type.
    Mapped,
    /// The enrolment flow's user write stage is none that was measured.
    Unmeasured,
    /// The server gave no answer.
    Silent,
}

impl Why {
    /// Its name in the message files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Unasked => "unasked",
            Self::NoToken => "no-token",
            Self::Right => "right",
            Self::OwnOnly => "own-only",
            Self::TooMany => "too-many",
            Self::Mapped => "mapped",
            Self::Unmeasured => "unmeasured",
            Self::Silent => "silent",
        }
    }
}

impl<T> Seen<T> {
    fn of(answer: Result<T, Error>) -> Self {
        match answer {
            Ok(value) => Self::Known(value),
            Err(Error::RightsMissing { .. }) => Self::Hidden(Why::Right),
            Err(_) => Self::Hidden(Why::Silent),
        }
    }

    fn map<U>(self, map: impl FnOnce(T) -> U) -> Seen<U> {
        match self {
            Self::Known(value) => Seen::Known(map(value)),
            Self::Hidden(why) => Seen::Hidden(why),
        }
    }

    pub(super) fn hidden(&self) -> Option<Why> {
        match self {
            Self::Known(_) => None,
            Self::Hidden(why) => Some(*why),
        }
    }
}

/// What was read of a server, for one visitor to one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sight {
    /// The server, without a slash at the end.
    pub base: String,
    /// The source's slug.
    pub slug: String,
    /// Who is linked to this X account.
    pub linked: Seen<Option<Local>>,
    /// The user of the handle's name.
    pub named: Seen<Option<Local>>,
    /// The user of the name that the handle becomes where it is taken.
    #[serde(default)]
    pub suffixed: Seen<Option<Local>>,
    /// A user with the e-mail address.
    pub addressed: Seen<Option<Local>>,
    /// Those of these users who are linked to another X account.
    pub other_accounts: Seen<Vec<i64>>,
    /// Whether the enrolment flow makes new users external.
    pub external: Seen<bool>,
    /// Whether the brand has a default application.
    pub application: Seen<bool>,
}

impl Sight {
    /// Nothing is known, for one reason.
    pub fn hidden(base: &str, slug: &str, why: Why) -> Self {
        Self {
            base: base.to_owned(),
            slug: slug.to_owned(),
            linked: Seen::Hidden(why),
            named: Seen::Hidden(why),
            suffixed: Seen::Hidden(why),
            addressed: Seen::Hidden(why),
            other_accounts: Seen::Hidden(why),
            external: Seen::Hidden(why),
            application: Seen::Hidden(why),
        }
    }

    /// Each possibility that what is known leaves open, with the flags of [`Unknown::ALL`] that tell them apart.
    pub(super) fn possible(&self, setting: Setting, visitor: Visitor<'_>) -> Vec<(u8, Facts)> {
        let somebody =
            |pk, name: &str| Local { pk, name: name.to_owned(), active: true, superuser: false, external: false };
        let hidden: Vec<Unknown> = self.unknown().into_iter().map(|(unknown, _)| unknown).collect();
        let free =
            |flags: u8| Unknown::ALL.iter().all(|unknown| hidden.contains(unknown) || flags & unknown.flag() == 0);
        (0..1 << Unknown::ALL.len())
            .filter(|flags| free(*flags))
            .map(|flags| {
                let on = |unknown: Unknown| flags & unknown.flag() != 0;
                let user = |seen: &Seen<Option<Local>>, unknown, pk, name| match seen {
                    Seen::Known(user) => user.clone(),
                    Seen::Hidden(_) => on(unknown).then(|| somebody(pk, name)),
                };
                let named = user(&self.named, Unknown::Named, -1, visitor.username.unwrap_or_default());
                let other = visitor.username.map(|handle| suffixed(handle, visitor.id)).unwrap_or_default();
                let suffixed = user(&self.suffixed, Unknown::Suffixed, -4, &other);
                let addressed = user(&self.addressed, Unknown::Addressed, -2, "?");
                let found = if matches!(setting.matching, Matching::EmailLink | Matching::EmailDeny) {
                    &addressed
                } else {
                    &named
                };
                let other_account = match &self.other_accounts {
                    Seen::Known(users) => found.as_ref().is_some_and(|user| users.contains(&user.pk)),
                    Seen::Hidden(_) => on(Unknown::OtherAccount),
                };
                let flag = |seen: &Seen<bool>, unknown, usual: bool| match seen {
                    Seen::Known(so) => *so,
                    Seen::Hidden(_) => usual != on(unknown),
                };
                let facts = Facts {
                    linked: user(&self.linked, Unknown::Linked, -3, "?"),
                    other_account,
                    external: flag(&self.external, Unknown::External, true),
                    application: flag(&self.application, Unknown::Application, false),
                    signed_in: None,
                    named,
                    suffixed,
                    addressed,
                };
                (flags, facts)
            })
            .collect()
    }

    /// What isn't known, and why.
    pub(super) fn unknown(&self) -> Vec<(Unknown, Why)> {
        let why = |unknown: Unknown| match unknown {
            Unknown::Linked => self.linked.hidden(),
            Unknown::Named => self.named.hidden(),
            Unknown::Suffixed => self.suffixed.hidden(),
            Unknown::Addressed => self.addressed.hidden(),
            Unknown::OtherAccount => self.other_accounts.hidden(),
            Unknown::External => self.external.hidden(),
            Unknown::Application => self.application.hidden(),
        };
        Unknown::ALL.into_iter().filter_map(|unknown| Some((unknown, why(unknown)?))).collect()
    }
}

/// What may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    Linked,
    Named,
    Suffixed,
    Addressed,
    OtherAccount,
    External,
    Application,
}

impl Unknown {
    pub(super) const ALL: [Self; 7] = [
        Self::Linked,
        Self::Named,
        Self::Suffixed,
        Self::Addressed,
        Self::OtherAccount,
        Self::External,
        Self::Application,
    ];

    pub(super) fn flag(self) -> u8 {
        1 << self as u8
    }
}

/// Reads what a preview needs, all at once; a linked user whom none of that names is asked for after it. Nothing here
/// writes.
pub async fn look(client: &Client, base: &str, slug: &Slug, profile: &Profile) -> Sight {
    if !client.has_token() {
        return Sight::hidden(base, slug.as_str(), Why::NoToken);
    }
    let named = async {
        match profile.username.as_deref() {
            Some(name) => client.user_named(name).await,
            None => Ok(None),
        }
    };
    let addressed = async {
        match profile.confirmed_email.as_deref() {
            Some(address) => client.user_addressed(address).await,
            None => Ok(None),
        }
    };
    let (mappings, links, named, addressed, stages, brand, brands, me) = tokio::join!(
        client.source_mappings(slug),
        client.links(slug),
        named,
        addressed,
        client.write_stages(),
        client.brand(),
        client.brands(),
        client.me(),
    );
    let local = |user: Result<Option<User>, Error>| Seen::of(user).map(|user| user.map(Local::from));
    let (named, addressed) = (local(named), local(addressed));
    // Asked for only where it can matter.
    let suffixed = match (&named, profile.username.as_deref()) {
        (Seen::Known(Some(_)), Some(handle)) => local(client.user_named(&suffixed(handle, &profile.id)).await),
        (Seen::Known(_), _) => Seen::Known(None),
        (Seen::Hidden(why), _) => Seen::Hidden(*why),
    };
    let superuser = me.as_ref().is_ok_and(|me| me.is_superuser);
    let mapped = match &mappings {
        Ok(Some(bound)) if !bound.is_empty() => has_others(client, slug, bound).await,
        Ok(_) | Err(_) => false,
    };

    let owner = links.as_ref().ok().and_then(|links| links.seen.iter().find(|link| link.identifier == profile.id));
    // An empty list proves nothing unless everything can be seen, or there is no source yet to be linked at.
    let whole = superuser || matches!(mappings, Ok(None));
    let unseen = |cut: bool| match (cut, whole) {
        (true, _) => Some(Why::TooMany),
        (false, false) => Some(Why::OwnOnly),
        (false, true) => None,
    };
    let linked = match (&links, owner) {
        (_, Some(link)) => match &named {
            Seen::Known(Some(user)) if user.pk == link.user => Seen::Known(Some(user.clone())),
            Seen::Known(_) | Seen::Hidden(_) => Seen::Known(Some(match client.user(link.user).await {
                Ok(Some(user)) => Local::from(user),
                // The link is there, whoever may see the user.
                Ok(None) | Err(_) => {
                    Local { pk: -1, name: String::new(), active: true, superuser: false, external: false }
                }
            })),
        },
        (Ok(links), None) => unseen(links.cut).map_or(Seen::Known(None), Seen::Hidden),
        (Err(_), None) => Seen::Hidden(Why::Silent),
    };
    let other_accounts = match &links {
        Ok(links) => unseen(links.cut).map_or_else(
            || {
                let others = links.seen.iter().filter(|link| link.identifier != profile.id);
                Seen::Known(others.map(|link| link.user).filter(|pk| is(&named, *pk) || is(&addressed, *pk)).collect())
            },
            Seen::Hidden,
        ),
        Err(_) => Seen::Hidden(Why::Silent),
    };
    let application = match (brand, Seen::of(brands)) {
        (Ok(brand), Seen::Known(brands)) => brands
            .iter()
            .find(|one| one.domain == brand.matched_domain)
            .map_or(Seen::Hidden(Why::Silent), |one| Seen::Known(one.default_application.is_some())),
        (_, Seen::Hidden(why)) => Seen::Hidden(why),
        (Err(_), Seen::Known(_)) => Seen::Hidden(Why::Silent),
    };
    let external = match Seen::of(stages) {
        Seen::Known(stages) => external(&stages),
        Seen::Hidden(why) => Seen::Hidden(why),
    };
    Sight {
        base: base.to_owned(),
        slug: slug.to_string(),
        linked,
        named: unless(mapped, named),
        suffixed: unless(mapped, suffixed),
        addressed: unless(mapped, addressed),
        other_accounts,
        external: unless(mapped, external),
        application,
    }
}

/// What other mappings than ours make of a profile can't be told.
fn unless<T>(mapped: bool, seen: Seen<T>) -> Seen<T> {
    if mapped { Seen::Hidden(Why::Mapped) } else { seen }
}

/// Whether the source has mappings beside ours. Ours are told by their names: a push sets their Python right.
async fn has_others(client: &Client, slug: &Slug, bound: &[String]) -> bool {
    let Ok(all) = client.objects(Kind::Mapping).await else { return true };
    let ours = |object: &&Object| Mapping::of_name(object.name(), slug).is_some();
    !bound.iter().all(|pk| all.iter().filter(ours).any(|object| object.pk == *pk))
}

fn is(user: &Seen<Option<Local>>, pk: i64) -> bool {
    matches!(user, Seen::Known(Some(user)) if user.pk == pk)
}

/// What the flow's user write stage makes. Only a stage as authentik ships it was measured.
fn external(stages: &[WriteStage]) -> Seen<bool> {
    let mut of_flow = stages.iter().filter(|stage| stage.flow_set.iter().any(|one| one.slug == ENROLMENT));
    match (of_flow.next(), of_flow.next()) {
        (Some(stage), None) if stage.makes_active_users() => Seen::Known(stage.user_type == EXTERNAL),
        _ => Seen::Hidden(Why::Unmeasured),
    }
}
