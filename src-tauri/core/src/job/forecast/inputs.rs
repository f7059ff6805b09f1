//! What is known of the server before the visitor comes, and what isn't.

use super::rules::{EXTERNAL, Facts, Local, SourceSettings, Visitor};
use crate::address::Slug;
use crate::authentik::{
    ApiObject, Client, Error, Matching, ObjectKind, ProductMapping, User, WriteStage, suffix_handle,
};
use crate::plan::ENROLMENT;
use crate::x::Profile;
use serde::{Deserialize, Serialize};

/// A value that may be unavailable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Lookup<T> {
    /// The value is known.
    Known(T),
    /// The value is unavailable, for this reason.
    Hidden(UnavailableReason),
}

/// The default for stored jobs that predate this field.
impl<T> Default for Lookup<T> {
    fn default() -> Self {
        Self::Hidden(UnavailableReason::Unasked)
    }
}

/// Why a value is unavailable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum UnavailableReason {
    /// The server wasn't asked for this source.
    Unasked,
    /// There is no API token.
    NoToken,
    /// The token has no permission to read it.
    Right,
    /// The token can read only its own user's entries, so an empty list proves nothing.
    OwnOnly,
    /// There are more entries than were read.
    TooMany,
    /// The source has property mappings that aren't the product's, and these may change name, address and type.
    Mapped,
    /// The enrollment flow's user write stage is configured in a way that wasn't measured.
    Unmeasured,
    /// The server didn't answer.
    Silent,
}

impl UnavailableReason {
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

impl<T> Lookup<T> {
    fn of(answer: Result<T, Error>) -> Self {
        match answer {
            Ok(value) => Self::Known(value),
            Err(Error::RightsMissing { .. }) => Self::Hidden(UnavailableReason::Right),
            Err(_) => Self::Hidden(UnavailableReason::Silent),
        }
    }

    fn map<U>(self, map: impl FnOnce(T) -> U) -> Lookup<U> {
        match self {
            Self::Known(value) => Lookup::Known(map(value)),
            Self::Hidden(why) => Lookup::Hidden(why),
        }
    }

    pub(super) fn hidden(&self) -> Option<UnavailableReason> {
        match self {
            Self::Known(_) => None,
            Self::Hidden(why) => Some(*why),
        }
    }
}

/// What was read from a server, for one visitor to one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ForecastInputs {
    /// The server, without a slash at the end.
    pub base: String,
    /// The source's slug.
    pub slug: String,
    /// The user who is linked to this X account.
    pub linked: Lookup<Option<Local>>,
    /// The user whose name is the visitor's handle.
    pub named: Lookup<Option<Local>>,
    /// The user whose name is what the handle becomes if it is taken.
    #[serde(default)]
    pub suffixed: Lookup<Option<Local>>,
    /// A user with the email address.
    pub addressed: Lookup<Option<Local>>,
    /// Those of these users who are linked to another X account.
    pub other_accounts: Lookup<Vec<i64>>,
    /// Whether the enrollment flow makes new users external.
    pub external: Lookup<bool>,
    /// Whether the brand has a default application.
    pub application: Lookup<bool>,
}

impl ForecastInputs {
    /// Inputs of which nothing is known, for one reason.
    pub fn unavailable(base: &str, slug: &str, why: UnavailableReason) -> Self {
        Self {
            base: base.to_owned(),
            slug: slug.to_owned(),
            linked: Lookup::Hidden(why),
            named: Lookup::Hidden(why),
            suffixed: Lookup::Hidden(why),
            addressed: Lookup::Hidden(why),
            other_accounts: Lookup::Hidden(why),
            external: Lookup::Hidden(why),
            application: Lookup::Hidden(why),
        }
    }

    /// Every combination of facts that the unknowns leave open, each with the flags of [`ForecastUnknown::ALL`] that
    /// tell them apart.
    pub(super) fn possible(&self, setting: SourceSettings, visitor: Visitor<'_>) -> Vec<(u8, Facts)> {
        let somebody =
            |pk, name: &str| Local { pk, name: name.to_owned(), active: true, superuser: false, external: false };
        let hidden: Vec<ForecastUnknown> = self.unknown().into_iter().map(|(unknown, _)| unknown).collect();
        let free = |flags: u8| {
            ForecastUnknown::ALL.iter().all(|unknown| hidden.contains(unknown) || flags & unknown.flag() == 0)
        };
        (0..1 << ForecastUnknown::ALL.len())
            .filter(|flags| free(*flags))
            .map(|flags| {
                let on = |unknown: ForecastUnknown| flags & unknown.flag() != 0;
                let user = |seen: &Lookup<Option<Local>>, unknown, pk, name| match seen {
                    Lookup::Known(user) => user.clone(),
                    Lookup::Hidden(_) => on(unknown).then(|| somebody(pk, name)),
                };
                let named = user(&self.named, ForecastUnknown::Named, -1, visitor.username.unwrap_or_default());
                let other = visitor.username.map(|handle| suffix_handle(handle, visitor.id)).unwrap_or_default();
                let suffixed = user(&self.suffixed, ForecastUnknown::Suffixed, -4, &other);
                let addressed = user(&self.addressed, ForecastUnknown::Addressed, -2, "?");
                let found = if matches!(setting.matching, Matching::EmailLink | Matching::EmailDeny) {
                    &addressed
                } else {
                    &named
                };
                let other_account = match &self.other_accounts {
                    Lookup::Known(users) => found.as_ref().is_some_and(|user| users.contains(&user.pk)),
                    Lookup::Hidden(_) => on(ForecastUnknown::OtherAccount),
                };
                let flag = |seen: &Lookup<bool>, unknown, usual: bool| match seen {
                    Lookup::Known(so) => *so,
                    Lookup::Hidden(_) => usual != on(unknown),
                };
                let facts = Facts {
                    linked: user(&self.linked, ForecastUnknown::Linked, -3, "?"),
                    other_account,
                    external: flag(&self.external, ForecastUnknown::External, true),
                    application: flag(&self.application, ForecastUnknown::Application, false),
                    signed_in: None,
                    named,
                    suffixed,
                    addressed,
                };
                (flags, facts)
            })
            .collect()
    }

    /// Which values are unknown, and why.
    pub(super) fn unknown(&self) -> Vec<(ForecastUnknown, UnavailableReason)> {
        let why = |unknown: ForecastUnknown| match unknown {
            ForecastUnknown::Linked => self.linked.hidden(),
            ForecastUnknown::Named => self.named.hidden(),
            ForecastUnknown::Suffixed => self.suffixed.hidden(),
            ForecastUnknown::Addressed => self.addressed.hidden(),
            ForecastUnknown::OtherAccount => self.other_accounts.hidden(),
            ForecastUnknown::External => self.external.hidden(),
            ForecastUnknown::Application => self.application.hidden(),
        };
        ForecastUnknown::ALL.into_iter().filter_map(|unknown| Some((unknown, why(unknown)?))).collect()
    }
}

/// A fact that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForecastUnknown {
    Linked,
    Named,
    Suffixed,
    Addressed,
    OtherAccount,
    External,
    Application,
}

impl ForecastUnknown {
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

/// Reads what a forecast needs, all at once; a linked user who isn't among the users found is requested afterward.
/// Nothing here writes.
pub async fn read_inputs(client: &Client, base: &str, slug: &Slug, profile: &Profile) -> ForecastInputs {
    if !client.has_token() {
        return ForecastInputs::unavailable(base, slug.as_str(), UnavailableReason::NoToken);
    }
    let named = async {
        match profile.username.as_deref() {
            Some(name) => client.user_by_name(name).await,
            None => Ok(None),
        }
    };
    let addressed = async {
        match profile.confirmed_email.as_deref() {
            Some(address) => client.user_by_email(address).await,
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
    let local = |user: Result<Option<User>, Error>| Lookup::of(user).map(|user| user.map(Local::from));
    let (named, addressed) = (local(named), local(addressed));
    // Requested only where it can matter.
    let suffixed = match (&named, profile.username.as_deref()) {
        (Lookup::Known(Some(_)), Some(handle)) => local(client.user_by_name(&suffix_handle(handle, &profile.id)).await),
        (Lookup::Known(_), _) => Lookup::Known(None),
        (Lookup::Hidden(why), _) => Lookup::Hidden(*why),
    };
    let superuser = me.as_ref().is_ok_and(|me| me.is_superuser);
    let mapped = match &mappings {
        Ok(Some(bound)) if !bound.is_empty() => has_others(client, slug, bound).await,
        Ok(_) | Err(_) => false,
    };

    let owner = links.as_ref().ok().and_then(|links| links.seen.iter().find(|link| link.identifier == profile.id));
    // An empty list proves nothing unless the token can read everything, or there is no source yet that anybody could
    // be linked to.
    let whole = superuser || matches!(mappings, Ok(None));
    let unseen = |cut: bool| match (cut, whole) {
        (true, _) => Some(UnavailableReason::TooMany),
        (false, false) => Some(UnavailableReason::OwnOnly),
        (false, true) => None,
    };
    let linked = match (&links, owner) {
        (_, Some(link)) => match &named {
            Lookup::Known(Some(user)) if user.pk == link.user => Lookup::Known(Some(user.clone())),
            Lookup::Known(_) | Lookup::Hidden(_) => Lookup::Known(Some(match client.user(link.user).await {
                Ok(Some(user)) => Local::from(user),
                // The link exists, even if the token may not read its user.
                Ok(None) | Err(_) => {
                    Local { pk: -1, name: String::new(), active: true, superuser: false, external: false }
                }
            })),
        },
        (Ok(links), None) => unseen(links.cut).map_or(Lookup::Known(None), Lookup::Hidden),
        (Err(_), None) => Lookup::Hidden(UnavailableReason::Silent),
    };
    let other_accounts = match &links {
        Ok(links) => unseen(links.cut).map_or_else(
            || {
                let others = links.seen.iter().filter(|link| link.identifier != profile.id);
                Lookup::Known(
                    others.map(|link| link.user).filter(|pk| is(&named, *pk) || is(&addressed, *pk)).collect(),
                )
            },
            Lookup::Hidden,
        ),
        Err(_) => Lookup::Hidden(UnavailableReason::Silent),
    };
    let application = match (brand, Lookup::of(brands)) {
        (Ok(brand), Lookup::Known(brands)) => brands
            .iter()
            .find(|one| one.domain == brand.matched_domain)
            .map_or(Lookup::Hidden(UnavailableReason::Silent), |one| Lookup::Known(one.default_application.is_some())),
        (_, Lookup::Hidden(why)) => Lookup::Hidden(why),
        (Err(_), Lookup::Known(_)) => Lookup::Hidden(UnavailableReason::Silent),
    };
    let external = match Lookup::of(stages) {
        Lookup::Known(stages) => external(&stages),
        Lookup::Hidden(why) => Lookup::Hidden(why),
    };
    ForecastInputs {
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

/// Makes a value unknown if other mappings than the product's change the profile.
fn unless<T>(mapped: bool, seen: Lookup<T>) -> Lookup<T> {
    if mapped { Lookup::Hidden(UnavailableReason::Mapped) } else { seen }
}

/// Whether the source has mappings that aren't the product's. The product's are recognized by name: a push corrects
/// their Python.
async fn has_others(client: &Client, slug: &Slug, bound: &[String]) -> bool {
    let Ok(all) = client.objects(ObjectKind::Mapping).await else { return true };
    let ours = |object: &&ApiObject| ProductMapping::from_name(object.name(), slug).is_some();
    !bound.iter().all(|pk| all.iter().filter(ours).any(|object| object.pk == *pk))
}

fn is(user: &Lookup<Option<Local>>, pk: i64) -> bool {
    matches!(user, Lookup::Known(Some(user)) if user.pk == pk)
}

/// What type of user the flow's user write stage creates. Only the stage as authentik ships it was measured.
fn external(stages: &[WriteStage]) -> Lookup<bool> {
    let mut of_flow = stages.iter().filter(|stage| stage.flow_set.iter().any(|one| one.slug == ENROLMENT));
    match (of_flow.next(), of_flow.next()) {
        (Some(stage), None) if stage.makes_active_users() => Lookup::Known(stage.user_type == EXTERNAL),
        _ => Lookup::Hidden(UnavailableReason::Unmeasured),
    }
}
