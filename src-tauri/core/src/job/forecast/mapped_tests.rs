//! How the product's mappings change a forecast.

use super::tests::{HANDLE, ID, ana, brief, fresh, named, set, sight, user, with_address};
use super::verdict::ForecastVerdict;
use crate::authentik::Matching::{EmailDeny, EmailLink, Identifier, UsernameDeny};
use crate::authentik::suffix_handle;
use crate::i18n::Localizer;
use crate::job::forecast::*;
use crate::job::model::Names;
use crate::job::model::NamesInput;
use crate::job::{AccessPolicy, Remedies};

const INTERNAL: MappingEffect = MappingEffect { email: false, internal: true, user_name: false };
const USER_NAME: MappingEffect = MappingEffect { email: false, internal: false, user_name: true };
const BOTH: MappingEffect = MappingEffect { email: false, internal: true, user_name: true };

fn mapped(setting: SourceSettings, mapped: MappingEffect) -> SourceSettings {
    SourceSettings { mapped, ..setting }
}

#[test]
fn each_remedy_changes_what_it_is_for_and_nothing_else() {
    let other = suffix_handle(HANDLE, ID);
    let taken_twice = || Facts { suffixed: Some(user(&other)), ..named() };
    let linked = || Facts { linked: Some(Local { external: true, ..user("linked") }), ..named() };
    let as_other = format!("enrols as {other}");
    let denied = format!("{as_other}, Permission denied");
    for (row, setting, facts, wanted) in [
        ("new, internal", mapped(set(Identifier), INTERNAL), fresh(), "enrols"),
        (
            "a known user stays what they are",
            mapped(set(Identifier), BOTH),
            linked(),
            "signs in linked, Permission denied",
        ),
        ("a taken name alone", mapped(set(Identifier), INTERNAL), named(), "stops at ana_lindqvist"),
        ("a free name stays", mapped(set(Identifier), BOTH), fresh(), "enrols"),
        ("another name", mapped(set(Identifier), USER_NAME), named(), &denied),
        ("another name, internal", mapped(set(Identifier), BOTH), named(), &as_other),
        ("the other name is taken too", mapped(set(Identifier), BOTH), taken_twice(), &format!("stops at {other}")),
        // Matching goes by the mapped name [docs/evidence/authentik.md §3.1]: what was to be refused would be enrolled.
        ("username_deny under another name", mapped(set(UsernameDeny), BOTH), named(), &as_other),
    ] {
        assert_eq!(brief(&outcome(setting, ana(), &facts)), *wanted, "{row}");
    }
}

#[test]
fn a_forecast_names_the_remedies_that_would_help() {
    use Remedy::{Internal, UserName};
    let has = |named: Option<Local>| ForecastInputs { named: Lookup::Known(named), ..sight() };
    let hidden = || ForecastInputs { named: Lookup::Hidden(UnavailableReason::Right), ..sight() };
    let check = |setting, sight: ForecastInputs, verdict: ForecastVerdict, helped_by: &[Remedy]| {
        let found = compute(setting, ana(), &sight);
        assert_eq!((found.verdict, found.helped_by.as_slice()), (verdict, helped_by), "{setting:?} {sight:#?}");
    };
    let taken = || has(Some(user(HANDLE)));
    check(set(Identifier), has(None), ForecastVerdict::External, &[Internal]);
    check(mapped(set(Identifier), INTERNAL), has(None), ForecastVerdict::Enrol, &[]);
    check(set(Identifier), taken(), ForecastVerdict::Stop, &[UserName]);
    check(mapped(set(Identifier), USER_NAME), taken(), ForecastVerdict::External, &[Internal]);
    check(mapped(set(Identifier), BOTH), taken(), ForecastVerdict::Enrol, &[]);
    check(set(Identifier), hidden(), ForecastVerdict::Unknown, &[Internal, UserName]);
    check(
        set(Identifier),
        ForecastInputs { application: Lookup::Known(true), ..has(None) },
        ForecastVerdict::Enrol,
        &[],
    );
    check(set(UsernameDeny), taken(), ForecastVerdict::Refuse, &[]);
    // With the remedy a name that couldn't be seen matters to the name alone, and the one behind it to the end.
    let unsure = ForecastInputs { suffixed: Lookup::Hidden(UnavailableReason::Unasked), ..taken() };
    check(mapped(set(Identifier), BOTH), unsure, ForecastVerdict::Unknown, &[UserName]);
}

#[test]
fn what_the_mappings_do_is_told() {
    let book = Localizer::english();
    let told = |setting, visitor, sight: &ForecastInputs| {
        let forecast = compute(setting, visitor, sight);
        let lines = [forecast.words].into_iter().chain(forecast.reason).chain(forecast.notes);
        lines.map(|line| book.format(&line) + "\n").collect::<String>()
    };
    let taken = ForecastInputs { named: Lookup::Known(Some(user(HANDLE))), ..sight() };
    let email = MappingEffect { email: true, ..MappingEffect::default() };
    let all = [
        told(mapped(set(Identifier), BOTH), ana(), &taken),
        told(mapped(set(Identifier), email), ana(), &sight()),
        told(mapped(set(Identifier), email), with_address(), &sight()),
        told(mapped(set(EmailDeny), email), ana(), &sight()),
    ];
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_user_of_the_same_address_counts_in_the_modes_that_go_by_it() {
    let email = MappingEffect { email: true, ..MappingEffect::default() };
    let theirs = ForecastInputs { addressed: Lookup::Known(Some(user("other"))), ..sight() };
    for (matching, verdict) in [
        (Identifier, ForecastVerdict::External),
        (EmailLink, ForecastVerdict::Link),
        (EmailDeny, ForecastVerdict::Refuse),
    ] {
        assert_eq!(compute(mapped(set(matching), email), with_address(), &theirs).verdict, verdict, "{matching:?}");
    }
    // A user with two X accounts: the second is taken for them, and fails.
    let second = ForecastInputs { other_accounts: Lookup::Known(vec![7]), ..theirs };
    let found = compute(mapped(set(EmailLink), email), with_address(), &second);
    assert_eq!(found.words.id, "forecast-link-fails");
}

#[test]
fn only_what_fits_the_choice_is_mapped() {
    use ProductMapping::{Email, Internal, UserName};

    let names = |who, email, internal, user_name| {
        let remedies = Remedies { internal, user_name };
        let typed = NamesInput { who, email, ..NamesInput::default() };
        Names { typed, remedies, ..Names::default() }.mappings()
    };
    assert_eq!(names(AccessPolicy::Anyone, true, true, true), [Email, Internal, UserName]);
    assert_eq!(names(AccessPolicy::EmailLink, true, true, true), [Email, Internal, UserName]);
    // Another name would take a visitor for somebody else.
    for who in [AccessPolicy::UserName, AccessPolicy::UserNameDeny] {
        assert_eq!(names(who, true, true, true), [Email, Internal], "{who:?}");
    }
    // Nobody new comes in.
    assert_eq!(names(AccessPolicy::Linked, true, true, true), [Email]);
    assert_eq!(names(AccessPolicy::Anyone, false, false, false), []);
}
