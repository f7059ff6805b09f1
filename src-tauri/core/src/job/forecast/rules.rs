//! What authentik does with a visitor once all relevant facts are known: the measured table as a function. Each arm
//! names its row [docs/evidence/authentik.md §1.1, §2.1, §2.2, §2.3, §3.1].

use crate::authentik::{Matching, User, suffix_handle};
use serde::{Deserialize, Serialize};

/// The settings of the source after what is entered was pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceSettings {
    /// How it matches a visitor to a user.
    pub matching: Matching,
    /// Whether it has an authentication flow.
    pub authenticates: bool,
    /// Whether it has an enrollment flow.
    pub enrols: bool,
    /// Whether it is enabled.
    pub enabled: bool,
    /// What the product's mappings do that it has.
    pub mapped: MappingEffect,
}

/// What the product's mappings do to a profile before authentik matches and enrolls it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MappingEffect {
    /// The email address comes from X.
    pub email: bool,
    /// New users are internal.
    pub internal: bool,
    /// If the user name is taken, the number of the X account is appended.
    pub user_name: bool,
}

/// The visitor from X, as authentik sees them after its mappings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visitor<'v> {
    /// X's number for the account.
    pub id: &'v str,
    /// The handle.
    pub username: Option<&'v str>,
    /// The email address; none unless a mapping gives one.
    pub email: Option<&'v str>,
}

/// A user of the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Local {
    /// Its number.
    pub pk: i64,
    /// Its name.
    pub name: String,
    /// Whether it may sign in.
    pub active: bool,
    /// Whether the user is a superuser.
    pub superuser: bool,
    /// Whether its type is the one that authentik's own pages turn away.
    pub external: bool,
}

impl From<User> for Local {
    fn from(user: User) -> Self {
        Self {
            pk: user.pk,
            name: user.username,
            active: user.is_active,
            superuser: user.is_superuser,
            external: user.kind == EXTERNAL,
        }
    }
}

/// The type of user that authentik's own pages turn away.
pub(super) const EXTERNAL: &str = "external";

/// All facts that the outcome depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The user who is linked to this X account at this source.
    pub linked: Option<Local>,
    /// The user whose name is exactly the handle.
    pub named: Option<Local>,
    /// The user whose name is what the handle becomes if it is taken.
    pub suffixed: Option<Local>,
    /// A user with exactly this email address.
    pub addressed: Option<Local>,
    /// Whether the user that the matching mode finds is linked to another X account at this source.
    pub other_account: bool,
    /// Whether the enrollment flow makes new users external.
    pub external: bool,
    /// Whether the brand sends external users to an application of its own.
    pub application: bool,
    /// The user who is already signed in in the browser in which the button is pressed, and whether that user has
    /// another X account at this source.
    pub signed_in: Option<(Local, bool)>,
}

/// What authentik does with the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForecastOutcome {
    /// Signs in the user who is linked to the account.
    SignsIn(Local, Landing),
    /// Makes a new user.
    Enrols(Landing),
    /// Makes a new user under this name, since the handle is taken.
    EnrolsAs(String, Landing),
    /// Asks for a user name, then makes a new user.
    AsksName(Landing),
    /// Signs in as an existing user who was never linked, and links them.
    TakesFor(Local, MatchedBy, Landing),
    /// Signs in as that user and shows an error anyway, because the user has another X account.
    TakesForAndFails(Local, MatchedBy),
    /// Ends the enrollment, on every attempt.
    NameTaken(Local),
    /// Turns the person away, and why.
    Refuses(ForecastRefusal),
    /// Links the account to the user who is signed in.
    LinksSignedIn(Local),
}

/// What the person sees after the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// authentik's pages, or an application.
    Inside,
    /// “Permission denied”, although the sign-in worked.
    Denied,
}

/// What a user was matched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// The user name.
    Name,
    /// The email address.
    Address,
}

/// Why a visitor is turned away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForecastRefusal {
    /// The source is disabled: 404.
    Disabled,
    /// The linked or matched user is deactivated.
    Inactive(Local),
    /// There is no authentication flow: 400.
    NoAuthentication,
    /// There is no enrollment flow: 400.
    NoEnrolment,
    /// The mode matches by email address, and there is none.
    NoAddress,
    /// The mode matches by user name, and X gave none.
    NoName,
    /// A user has this address already.
    AddressTaken(Local),
    /// A user has this name already, in the mode that refuses then.
    NameDenied(Local),
    /// A user is signed in, and the account is linked already.
    SignedIn,
    /// The user who is signed in has another X account at this source: 500.
    SecondAccount(Local),
}

/// What authentik 2024.12 to 2026.2 do.
pub fn outcome(setting: SourceSettings, visitor: Visitor<'_>, facts: &Facts) -> ForecastOutcome {
    // “Source disabled, or unknown slug” [docs/evidence/authentik.md §2.1]: before anything else, signed in or not.
    if !setting.enabled {
        return ForecastOutcome::Refuses(ForecastRefusal::Disabled);
    }
    match (&facts.signed_in, &facts.linked) {
        // “The user already has another X account at this source” [docs/evidence/authentik.md §2.3].
        (Some((user, true)), None) => ForecastOutcome::Refuses(ForecastRefusal::SecondAccount(user.clone())),
        // “X account unknown” [docs/evidence/authentik.md §2.3]. Neither matching mode nor flows are asked.
        (Some((user, false)), None) => ForecastOutcome::LinksSignedIn(user.clone()),
        // Known accounts get in whatever the matching mode is [docs/evidence/authentik.md §1.1].
        (signed_in, Some(user)) => {
            if !setting.authenticates {
                return ForecastOutcome::Refuses(ForecastRefusal::NoAuthentication);
            }
            // “The same X account again, or one that another user has” [docs/evidence/authentik.md §2.3].
            if signed_in.is_some() {
                return ForecastOutcome::Refuses(ForecastRefusal::SignedIn);
            }
            recognised(user, facts, |landing| ForecastOutcome::SignsIn(user.clone(), landing))
        }
        (None, None) => newcomer(setting, visitor, facts),
    }
}

/// The outcome for an account that nobody is linked to [docs/evidence/authentik.md §2.2].
fn newcomer(setting: SourceSettings, visitor: Visitor<'_>, facts: &Facts) -> ForecastOutcome {
    let by_address = match (visitor.email, &facts.addressed) {
        (Some(_), holder) => Ok(holder.as_ref()),
        (None, _) => Err(ForecastRefusal::NoAddress),
    };
    let mapped = setting.mapped;
    // Matching uses the mapped properties [docs/evidence/authentik.md §3.1], and so does the enrollment.
    let renamed = mapped.user_name && facts.named.is_some();
    let holder = if renamed { &facts.suffixed } else { &facts.named }.as_ref();
    let by_name = if visitor.username.is_some() { Ok(holder) } else { Err(ForecastRefusal::NoName) };
    let found = match setting.matching {
        Matching::Identifier => Ok(None),
        Matching::EmailLink => by_address.map(|found| found.map(|user| (user, MatchedBy::Address))),
        Matching::UsernameLink => by_name.map(|found| found.map(|user| (user, MatchedBy::Name))),
        Matching::EmailDeny => by_address.and_then(|found| match found {
            Some(user) => Err(ForecastRefusal::AddressTaken(user.clone())),
            None => Ok(None),
        }),
        Matching::UsernameDeny => by_name.and_then(|found| match found {
            Some(user) => Err(ForecastRefusal::NameDenied(user.clone())),
            None => Ok(None),
        }),
    };
    match found {
        Err(refusal) => ForecastOutcome::Refuses(refusal),
        Ok(Some(_)) if !setting.authenticates => ForecastOutcome::Refuses(ForecastRefusal::NoAuthentication),
        Ok(Some((user, by))) => recognised(user, facts, |landing| {
            if facts.other_account {
                ForecastOutcome::TakesForAndFails(user.clone(), by)
            } else {
                ForecastOutcome::TakesFor(user.clone(), by, landing)
            }
        }),
        Ok(None) if !setting.enrols => ForecastOutcome::Refuses(ForecastRefusal::NoEnrolment),
        Ok(None) => {
            let landing = landing(facts.external && !mapped.internal, facts);
            match (visitor.username, holder) {
                // The prompt comes only when X gives no user name, and refuses a taken one by itself
                // [docs/evidence/authentik.md §1.1].
                (None, _) => ForecastOutcome::AsksName(landing),
                // “A user of that name exists” [docs/evidence/authentik.md §2.2]. By email nobody looks at names
                // either.
                (Some(_), Some(user)) => ForecastOutcome::NameTaken(user.clone()),
                (Some(handle), None) if renamed => {
                    ForecastOutcome::EnrolsAs(suffix_handle(handle, visitor.id), landing)
                }
                (Some(_), None) => ForecastOutcome::Enrols(landing),
            }
        }
    }
}

/// “Known account of an inactive user” [docs/evidence/authentik.md §2.2].
fn recognised(user: &Local, facts: &Facts, outcome: impl FnOnce(Landing) -> ForecastOutcome) -> ForecastOutcome {
    if user.active {
        outcome(landing(user.external, facts))
    } else {
        ForecastOutcome::Refuses(ForecastRefusal::Inactive(user.clone()))
    }
}

/// An external user sees “Permission denied”, unless the brand has a default application
/// [docs/evidence/authentik.md §1.2].
fn landing(external: bool, facts: &Facts) -> Landing {
    if external && !facts.application { Landing::Denied } else { Landing::Inside }
}
