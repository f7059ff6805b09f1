//! Outcomes and doubts in words.

use super::case::{By, Landing, Local, Outcome, Refusal, Setting, Visitor};
use super::sight::{Seen, Sight, Unknown, Why};
use super::{Forecast, Foretold};
use crate::authentik::suffixed;
use crate::words::{Message, said};

/// One outcome, whose landing may be uncertain.
pub(super) fn one(
    outcome: &Outcome,
    sure_landing: bool,
    (setting, visitor): (Setting, Visitor<'_>),
    sight: &Sight,
    doubts: Vec<Message>,
) -> Forecast {
    Forecast {
        verdict: verdict(outcome, sure_landing),
        words: sentence(outcome, visitor),
        reason: reason(outcome, visitor),
        notes: notes(outcome, sure_landing, (setting, visitor), sight),
        helped_by: Vec::new(),
        doubts,
    }
}

/// Nothing at all can be told.
pub(super) fn nothing() -> Forecast {
    let words = said::forecast_unknown(0_usize);
    Forecast {
        verdict: Foretold::Unknown,
        words,
        reason: None,
        notes: Vec::new(),
        helped_by: Vec::new(),
        doubts: Vec::new(),
    }
}

/// Whether the same happens, whatever the person lands on.
pub(super) fn same_but_landing(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (Outcome::SignsIn(one, _), Outcome::SignsIn(other, _)) => one == other,
        (Outcome::EnrolsAs(one, _), Outcome::EnrolsAs(other, _)) => one == other,
        (Outcome::Enrols(_), Outcome::Enrols(_)) | (Outcome::AsksName(_), Outcome::AsksName(_)) => true,
        (Outcome::TakesFor(one, by, _), Outcome::TakesFor(other, with, _)) => one == other && by == with,
        _ => one == other,
    }
}

fn verdict(outcome: &Outcome, sure_landing: bool) -> Foretold {
    match outcome {
        Outcome::SignsIn(..) => Foretold::SignIn,
        Outcome::Enrols(Landing::Denied) | Outcome::EnrolsAs(_, Landing::Denied) if sure_landing => Foretold::External,
        Outcome::Enrols(_) | Outcome::EnrolsAs(..) => Foretold::Enrol,
        Outcome::AsksName(_) => Foretold::Prompt,
        Outcome::TakesFor(user, ..) | Outcome::TakesForAndFails(user, _) if user.superuser => Foretold::Takeover,
        Outcome::TakesFor(..) | Outcome::TakesForAndFails(..) | Outcome::LinksSignedIn(_) => Foretold::Link,
        Outcome::NameTaken(_) => Foretold::Stop,
        Outcome::Refuses(_) => Foretold::Refuse,
    }
}

/// An outcome as a sentence.
pub(super) fn sentence(outcome: &Outcome, visitor: Visitor<'_>) -> Message {
    let handle = visitor.username.unwrap_or_default();
    match outcome {
        // A linked user who couldn't be seen has no name.
        Outcome::SignsIn(user, _) if user.pk < 0 => said::forecast_signs_in_somebody(),
        Outcome::SignsIn(user, _) => said::forecast_signs_in(&user.name),
        Outcome::Enrols(_) => said::forecast_enrol(handle),
        Outcome::EnrolsAs(name, _) => said::forecast_enrol(name),
        Outcome::AsksName(_) => said::forecast_prompt(),
        Outcome::TakesFor(user, ..) => said::forecast_link(&user.name),
        Outcome::TakesForAndFails(user, _) => said::forecast_link_fails(&user.name),
        Outcome::NameTaken(user) => said::forecast_refuse_name(&user.name),
        Outcome::LinksSignedIn(user) => said::forecast_links_signed_in(&user.name),
        Outcome::Refuses(refusal) => refused(refusal, visitor),
    }
}

fn refused(refusal: &Refusal, visitor: Visitor<'_>) -> Message {
    match refusal {
        Refusal::Disabled => said::forecast_refuse_disabled(),
        Refusal::Inactive(_) => said::forecast_refuse_inactive(),
        Refusal::NoAuthentication => said::forecast_refuse_no_authentication(),
        Refusal::NoEnrolment => said::forecast_refuse_linked(visitor.id),
        Refusal::NoAddress | Refusal::NoName | Refusal::AddressTaken(_) | Refusal::NameDenied(_) => {
            said::forecast_refuse_mode()
        }
        Refusal::SignedIn => said::forecast_refuse_signed_in(),
        Refusal::SecondAccount(_) => said::forecast_refuse_second(),
    }
}

fn reason(outcome: &Outcome, visitor: Visitor<'_>) -> Option<Message> {
    let address = visitor.email.unwrap_or_default();
    let by = |user: &Local, by: By| match by {
        By::Name => said::forecast_because_name(),
        By::Address => said::forecast_because_address(address, &user.name),
    };
    Some(match outcome {
        Outcome::SignsIn(..) => said::forecast_because_linked(visitor.id),
        Outcome::Enrols(_) => said::forecast_because_new(visitor.id),
        Outcome::EnrolsAs(..) => said::forecast_because_suffixed(visitor.username.unwrap_or_default(), visitor.id),
        Outcome::AsksName(_) | Outcome::Refuses(Refusal::NoName) => said::forecast_because_no_name(),
        Outcome::TakesFor(user, found, _) => by(user, *found),
        Outcome::TakesForAndFails(user, _) | Outcome::Refuses(Refusal::SecondAccount(user)) => {
            said::forecast_because_other_account(&user.name)
        }
        Outcome::NameTaken(_) => said::forecast_because_names_are_unique(),
        Outcome::LinksSignedIn(_) => return None,
        Outcome::Refuses(refusal) => match refusal {
            Refusal::Disabled => said::forecast_because_disabled(),
            Refusal::Inactive(user) => said::forecast_because_inactive(&user.name),
            Refusal::NoAuthentication => said::forecast_because_no_authentication(),
            Refusal::NoEnrolment => said::forecast_because_no_enrolment(),
            Refusal::NoAddress => said::forecast_because_no_address(),
            Refusal::AddressTaken(user) => said::forecast_because_address_taken(address, &user.name),
            Refusal::NameDenied(user) => said::forecast_because_name_denied(&user.name),
            Refusal::SignedIn => said::forecast_because_signed_in(),
            Refusal::NoName | Refusal::SecondAccount(_) => return None,
        },
    })
}

fn notes(
    outcome: &Outcome,
    sure_landing: bool,
    (setting, visitor): (Setting, Visitor<'_>),
    sight: &Sight,
) -> Vec<Message> {
    let mut notes = Vec::new();
    match outcome {
        Outcome::Enrols(landing) | Outcome::EnrolsAs(_, landing) | Outcome::AsksName(landing) => {
            match (sure_landing, landing) {
                _ if setting.mapped.internal => notes.push(said::forecast_internal()),
                (true, Landing::Denied) => notes.push(said::forecast_external()),
                (false, _) => notes.push(said::forecast_external_usually()),
                (true, Landing::Inside) => {}
            }
            notes.push(match visitor.email {
                Some(address) => said::forecast_with_address(address),
                None if setting.mapped.email => said::forecast_address_not_given(),
                None => said::forecast_without_address(),
            });
            notes.push(said::forecast_by_number());
        }
        Outcome::SignsIn(user, landing) | Outcome::TakesFor(user, _, landing) => {
            if matches!(outcome, Outcome::TakesFor(..)) {
                notes.extend(risk(user, visitor));
            }
            match (sure_landing, landing) {
                (true, Landing::Denied) => notes.push(said::forecast_external_user(&user.name)),
                (false, _) if user.external => notes.push(said::forecast_external_user_usually(&user.name)),
                (_, _) => {}
            }
        }
        Outcome::TakesForAndFails(user, _) => notes.extend(risk(user, visitor)),
        Outcome::NameTaken(user) => notes.push(said::forecast_refuse_name_next(&user.name)),
        Outcome::Refuses(Refusal::NoAddress) if setting.mapped.email => {
            notes.push(said::forecast_no_address_for_some());
        }
        Outcome::Refuses(Refusal::NoAddress) => notes.push(said::forecast_no_address_for_all()),
        Outcome::LinksSignedIn(_) | Outcome::Refuses(_) => {}
    }
    // It is what an admin who tries the button in their own browser runs into.
    match (&sight.linked, outcome) {
        (Seen::Hidden(_), _) | (_, Outcome::Refuses(Refusal::Disabled)) => {}
        (Seen::Known(None), _) => notes.push(said::forecast_signed_in_links()),
        (Seen::Known(Some(_)), _) => notes.push(said::forecast_signed_in_denied()),
    }
    notes
}

fn risk(user: &Local, visitor: Visitor<'_>) -> Vec<Message> {
    let takeover = user.superuser.then(|| said::forecast_takeover(&user.name));
    let handle = visitor.username.filter(|handle| *handle == user.name).map(said::forecast_link_risk);
    takeover.into_iter().chain(handle).collect()
}

/// What can't be told, and why; in one line where nothing could be asked.
pub(super) fn doubts(unknown: &[(Unknown, Why)], visitor: Visitor<'_>) -> Vec<Message> {
    let nothing = unknown.len() > 1 && unknown.iter().all(|(_, why)| Some(why) == unknown.first().map(|(_, why)| why));
    match unknown.first() {
        Some((_, Why::Unasked)) if nothing => vec![said::forecast_unasked()],
        Some((_, Why::NoToken)) if nothing => vec![said::forecast_no_token()],
        Some((_, Why::Silent)) if nothing => vec![said::forecast_silent()],
        _ => unknown.iter().map(|(unknown, why)| doubt(*unknown, *why, visitor)).collect(),
    }
}

fn doubt(unknown: Unknown, why: Why, visitor: Visitor<'_>) -> Message {
    let why = why.name();
    match unknown {
        Unknown::Linked => said::forecast_doubt_linked(why),
        Unknown::Named => said::forecast_doubt_named(visitor.username.unwrap_or_default(), why),
        Unknown::Suffixed => {
            said::forecast_doubt_named(suffixed(visitor.username.unwrap_or_default(), visitor.id), why)
        }
        Unknown::Addressed => said::forecast_doubt_addressed(why),
        Unknown::OtherAccount => said::forecast_doubt_other_account(why),
        Unknown::External => said::forecast_doubt_external(why),
        Unknown::Application => said::forecast_doubt_application(why),
    }
}
