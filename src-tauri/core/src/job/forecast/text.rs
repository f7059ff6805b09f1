//! Outcomes and doubts in words.

use super::inputs::{ForecastInputs, ForecastUnknown, Lookup, UnavailableReason};
use super::rules::{ForecastOutcome, ForecastRefusal, Landing, Local, MatchedBy, SourceSettings, Visitor};
use super::verdict::{Forecast, ForecastVerdict};
use crate::authentik::suffix_handle;
use crate::i18n::{Message, msg};

/// One outcome, whose landing may be uncertain.
pub(super) fn one(
    outcome: &ForecastOutcome,
    sure_landing: bool,
    setting: SourceSettings,
    visitor: Visitor<'_>,
    sight: &ForecastInputs,
    doubts: Vec<Message>,
) -> Forecast {
    Forecast {
        verdict: verdict(outcome, sure_landing),
        words: sentence(outcome, visitor),
        reason: reason(outcome, visitor),
        notes: notes(outcome, sure_landing, setting, visitor, sight),
        helped_by: Vec::new(),
        doubts,
    }
}

/// Nothing at all can be told.
pub(super) fn nothing() -> Forecast {
    let words = msg::forecast_unknown(0_usize);
    Forecast {
        verdict: ForecastVerdict::Unknown,
        words,
        reason: None,
        notes: Vec::new(),
        helped_by: Vec::new(),
        doubts: Vec::new(),
    }
}

/// Whether the same happens, whatever the person lands on.
pub(super) fn same_but_landing(one: &ForecastOutcome, other: &ForecastOutcome) -> bool {
    match (one, other) {
        (ForecastOutcome::SignsIn(one, _), ForecastOutcome::SignsIn(other, _)) => one == other,
        (ForecastOutcome::EnrolsAs(one, _), ForecastOutcome::EnrolsAs(other, _)) => one == other,
        (ForecastOutcome::Enrols(_), ForecastOutcome::Enrols(_))
        | (ForecastOutcome::AsksName(_), ForecastOutcome::AsksName(_)) => true,
        (ForecastOutcome::TakesFor(one, by, _), ForecastOutcome::TakesFor(other, with, _)) => {
            one == other && by == with
        }
        _ => one == other,
    }
}

fn verdict(outcome: &ForecastOutcome, sure_landing: bool) -> ForecastVerdict {
    match outcome {
        ForecastOutcome::SignsIn(..) => ForecastVerdict::SignIn,
        ForecastOutcome::Enrols(Landing::Denied) | ForecastOutcome::EnrolsAs(_, Landing::Denied) if sure_landing => {
            ForecastVerdict::External
        }
        ForecastOutcome::Enrols(_) | ForecastOutcome::EnrolsAs(..) => ForecastVerdict::Enrol,
        ForecastOutcome::AsksName(_) => ForecastVerdict::Prompt,
        ForecastOutcome::TakesFor(user, ..) | ForecastOutcome::TakesForAndFails(user, _) if user.superuser => {
            ForecastVerdict::Takeover
        }
        ForecastOutcome::TakesFor(..) | ForecastOutcome::TakesForAndFails(..) | ForecastOutcome::LinksSignedIn(_) => {
            ForecastVerdict::Link
        }
        ForecastOutcome::NameTaken(_) => ForecastVerdict::Stop,
        ForecastOutcome::Refuses(_) => ForecastVerdict::Refuse,
    }
}

/// An outcome as a sentence.
pub(super) fn sentence(outcome: &ForecastOutcome, visitor: Visitor<'_>) -> Message {
    let handle = visitor.username.unwrap_or_default();
    match outcome {
        // A linked user who couldn't be seen has no name.
        ForecastOutcome::SignsIn(user, _) if user.pk < 0 => msg::forecast_signs_in_somebody(),
        ForecastOutcome::SignsIn(user, _) => msg::forecast_signs_in(&user.name),
        ForecastOutcome::Enrols(_) => msg::forecast_enrol(handle),
        ForecastOutcome::EnrolsAs(name, _) => msg::forecast_enrol(name),
        ForecastOutcome::AsksName(_) => msg::forecast_prompt(),
        ForecastOutcome::TakesFor(user, ..) => msg::forecast_link(&user.name),
        ForecastOutcome::TakesForAndFails(user, _) => msg::forecast_link_fails(&user.name),
        ForecastOutcome::NameTaken(user) => msg::forecast_refuse_name(&user.name),
        ForecastOutcome::LinksSignedIn(user) => msg::forecast_links_signed_in(&user.name),
        ForecastOutcome::Refuses(refusal) => refused(refusal, visitor),
    }
}

fn refused(refusal: &ForecastRefusal, visitor: Visitor<'_>) -> Message {
    match refusal {
        ForecastRefusal::Disabled => msg::forecast_refuse_disabled(),
        ForecastRefusal::Inactive(_) => msg::forecast_refuse_inactive(),
        ForecastRefusal::NoAuthentication => msg::forecast_refuse_no_authentication(),
        ForecastRefusal::NoEnrolment => msg::forecast_refuse_linked(visitor.id),
        ForecastRefusal::NoAddress
        | ForecastRefusal::NoName
        | ForecastRefusal::AddressTaken(_)
        | ForecastRefusal::NameDenied(_) => msg::forecast_refuse_mode(),
        ForecastRefusal::SignedIn => msg::forecast_refuse_signed_in(),
        ForecastRefusal::SecondAccount(_) => msg::forecast_refuse_second(),
    }
}

fn reason(outcome: &ForecastOutcome, visitor: Visitor<'_>) -> Option<Message> {
    let address = visitor.email.unwrap_or_default();
    let by = |user: &Local, by: MatchedBy| match by {
        MatchedBy::Name => msg::forecast_because_name(),
        MatchedBy::Address => msg::forecast_because_address(address, &user.name),
    };
    Some(match outcome {
        ForecastOutcome::SignsIn(..) => msg::forecast_because_linked(visitor.id),
        ForecastOutcome::Enrols(_) => msg::forecast_because_new(visitor.id),
        ForecastOutcome::EnrolsAs(..) => {
            msg::forecast_because_suffixed(visitor.username.unwrap_or_default(), visitor.id)
        }
        ForecastOutcome::AsksName(_) | ForecastOutcome::Refuses(ForecastRefusal::NoName) => {
            msg::forecast_because_no_name()
        }
        ForecastOutcome::TakesFor(user, found, _) => by(user, *found),
        ForecastOutcome::TakesForAndFails(user, _) | ForecastOutcome::Refuses(ForecastRefusal::SecondAccount(user)) => {
            msg::forecast_because_other_account(&user.name)
        }
        ForecastOutcome::NameTaken(_) => msg::forecast_because_names_are_unique(),
        ForecastOutcome::LinksSignedIn(_) => return None,
        ForecastOutcome::Refuses(refusal) => match refusal {
            ForecastRefusal::Disabled => msg::forecast_because_disabled(),
            ForecastRefusal::Inactive(user) => msg::forecast_because_inactive(&user.name),
            ForecastRefusal::NoAuthentication => msg::forecast_because_no_authentication(),
            ForecastRefusal::NoEnrolment => msg::forecast_because_no_enrolment(),
            ForecastRefusal::NoAddress => msg::forecast_because_no_address(),
            ForecastRefusal::AddressTaken(user) => msg::forecast_because_address_taken(address, &user.name),
            ForecastRefusal::NameDenied(user) => msg::forecast_because_name_denied(&user.name),
            ForecastRefusal::SignedIn => msg::forecast_because_signed_in(),
            ForecastRefusal::NoName | ForecastRefusal::SecondAccount(_) => return None,
        },
    })
}

fn notes(
    outcome: &ForecastOutcome,
    sure_landing: bool,
    setting: SourceSettings,
    visitor: Visitor<'_>,
    sight: &ForecastInputs,
) -> Vec<Message> {
    let mut notes = Vec::new();
    match outcome {
        ForecastOutcome::Enrols(landing)
        | ForecastOutcome::EnrolsAs(_, landing)
        | ForecastOutcome::AsksName(landing) => {
            match (sure_landing, landing) {
                _ if setting.mapped.internal => notes.push(msg::forecast_internal()),
                (true, Landing::Denied) => notes.push(msg::forecast_external()),
                (false, _) => notes.push(msg::forecast_external_usually()),
                (true, Landing::Inside) => {}
            }
            notes.push(match visitor.email {
                Some(address) => msg::forecast_with_address(address),
                None if setting.mapped.email => msg::forecast_address_not_given(),
                None => msg::forecast_without_address(),
            });
            notes.push(msg::forecast_by_number());
        }
        ForecastOutcome::SignsIn(user, landing) | ForecastOutcome::TakesFor(user, _, landing) => {
            if matches!(outcome, ForecastOutcome::TakesFor(..)) {
                notes.extend(risk(user, visitor));
            }
            match (sure_landing, landing) {
                (true, Landing::Denied) => notes.push(msg::forecast_external_user(&user.name)),
                (false, _) if user.external => notes.push(msg::forecast_external_user_usually(&user.name)),
                (_, _) => {}
            }
        }
        ForecastOutcome::TakesForAndFails(user, _) => notes.extend(risk(user, visitor)),
        ForecastOutcome::NameTaken(user) => notes.push(msg::forecast_refuse_name_next(&user.name)),
        ForecastOutcome::Refuses(ForecastRefusal::NoAddress) if setting.mapped.email => {
            notes.push(msg::forecast_no_address_for_some());
        }
        ForecastOutcome::Refuses(ForecastRefusal::NoAddress) => notes.push(msg::forecast_no_address_for_all()),
        ForecastOutcome::LinksSignedIn(_) | ForecastOutcome::Refuses(_) => {}
    }
    // It is what an admin who tries the button in their own browser runs into.
    match (&sight.linked, outcome) {
        (Lookup::Hidden(_), _) | (_, ForecastOutcome::Refuses(ForecastRefusal::Disabled)) => {}
        (Lookup::Known(None), _) => notes.push(msg::forecast_signed_in_links()),
        (Lookup::Known(Some(_)), _) => notes.push(msg::forecast_signed_in_denied()),
    }
    notes
}

fn risk(user: &Local, visitor: Visitor<'_>) -> Vec<Message> {
    let takeover = user.superuser.then(|| msg::forecast_takeover(&user.name));
    let handle = visitor.username.filter(|handle| *handle == user.name).map(msg::forecast_link_risk);
    takeover.into_iter().chain(handle).collect()
}

/// What can't be told, and why; in one line where nothing could be asked.
pub(super) fn doubts(unknown: &[(ForecastUnknown, UnavailableReason)], visitor: Visitor<'_>) -> Vec<Message> {
    let nothing = unknown.len() > 1 && unknown.iter().all(|(_, why)| Some(why) == unknown.first().map(|(_, why)| why));
    match unknown.first() {
        Some((_, UnavailableReason::Unasked)) if nothing => vec![msg::forecast_unasked()],
        Some((_, UnavailableReason::NoToken)) if nothing => vec![msg::forecast_no_token()],
        Some((_, UnavailableReason::Silent)) if nothing => vec![msg::forecast_silent()],
        _ => unknown.iter().map(|(unknown, why)| doubt(*unknown, *why, visitor)).collect(),
    }
}

fn doubt(unknown: ForecastUnknown, why: UnavailableReason, visitor: Visitor<'_>) -> Message {
    let why = why.name();
    match unknown {
        ForecastUnknown::Linked => msg::forecast_doubt_linked(why),
        ForecastUnknown::Named => msg::forecast_doubt_named(visitor.username.unwrap_or_default(), why),
        ForecastUnknown::Suffixed => {
            msg::forecast_doubt_named(suffix_handle(visitor.username.unwrap_or_default(), visitor.id), why)
        }
        ForecastUnknown::Addressed => msg::forecast_doubt_addressed(why),
        ForecastUnknown::OtherAccount => msg::forecast_doubt_other_account(why),
        ForecastUnknown::External => msg::forecast_doubt_external(why),
        ForecastUnknown::Application => msg::forecast_doubt_application(why),
    }
}
