use super::verdict::{Forecast, ForecastVerdict};
use crate::authentik::Matching::{self, EmailDeny, EmailLink, Identifier, UsernameDeny, UsernameLink};
use crate::i18n::Localizer;
use crate::job::forecast::*;
use std::fmt::Write as _;

pub(super) const ID: &str = "1583920471165304832";
pub(super) const HANDLE: &str = "ana_lindqvist";
const ADDRESS: &str = "ana@example.test";

pub(super) fn set(matching: Matching) -> SourceSettings {
    SourceSettings { matching, authenticates: true, enrols: true, enabled: true, mapped: MappingEffect::default() }
}

pub(super) fn ana<'v>() -> Visitor<'v> {
    Visitor { id: ID, username: Some(HANDLE), email: None }
}

pub(super) fn with_address<'v>() -> Visitor<'v> {
    Visitor { email: Some(ADDRESS), ..ana() }
}

pub(super) fn user(name: &str) -> Local {
    Local { pk: 7, name: name.to_owned(), active: true, superuser: false, external: false }
}

pub(super) fn named() -> Facts {
    Facts { named: Some(user(HANDLE)), ..fresh() }
}

pub(super) fn addressed() -> Facts {
    Facts { addressed: Some(user("other")), ..fresh() }
}

fn linked() -> Facts {
    Facts { linked: Some(user("linked")), ..fresh() }
}

/// As a fresh server is.
pub(super) fn fresh() -> Facts {
    Facts { external: true, ..Facts::default() }
}

fn signed_in(other_account: bool) -> Facts {
    Facts { signed_in: Some((user("admin"), other_account)), ..fresh() }
}

/// An outcome without its data.
pub(super) fn brief(outcome: &ForecastOutcome) -> String {
    let landing = |landing: &Landing| match landing {
        Landing::Inside => "",
        Landing::Denied => ", Permission denied",
    };
    match outcome {
        ForecastOutcome::SignsIn(user, on) => format!("signs in {}{}", user.name, landing(on)),
        ForecastOutcome::Enrols(on) => format!("enrols{}", landing(on)),
        ForecastOutcome::EnrolsAs(name, on) => format!("enrols as {name}{}", landing(on)),
        ForecastOutcome::AsksName(on) => format!("prompts{}", landing(on)),
        ForecastOutcome::TakesFor(user, by, on) => format!("takes for {} by {by:?}{}", user.name, landing(on)),
        ForecastOutcome::TakesForAndFails(user, by) => format!("takes for {} by {by:?}, and fails", user.name),
        ForecastOutcome::NameTaken(user) => format!("stops at {}", user.name),
        ForecastOutcome::LinksSignedIn(user) => format!("links {}", user.name),
        ForecastOutcome::Refuses(refusal) => {
            let text = format!("{refusal:?}");
            format!("refuses: {}", text.split('(').next().unwrap_or_default())
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one entry a row of the table")]
fn each_measured_row_comes_to_what_was_measured() {
    let off = |setting: SourceSettings| SourceSettings { enabled: false, ..setting };
    let no_enrolment = |matching| SourceSettings { enrols: false, ..set(matching) };
    let no_authentication = |matching| SourceSettings { authenticates: false, ..set(matching) };
    let external = |facts: Facts, name: &str| {
        let user = Local { external: true, ..user(name) };
        if facts.linked.is_some() {
            Facts { linked: Some(user), ..facts }
        } else {
            Facts { named: Some(user), ..facts }
        }
    };
    let inactive = |name: &str| Local { active: false, ..user(name) };
    let nameless = Visitor { username: None, ..ana() };
    let rows: &[(&str, SourceSettings, Visitor<'_>, Facts, &str)] = &[
        // A whole sign-in [docs/evidence/authentik.md §1.1, §1.2]
        ("a new user is external", set(Identifier), ana(), fresh(), "enrols, Permission denied"),
        (
            "unless the brand has a default application",
            set(Identifier),
            ana(),
            Facts { application: true, ..fresh() },
            "enrols",
        ),
        ("or the stage makes internal users", set(Identifier), ana(), Facts { external: false, ..fresh() }, "enrols"),
        ("X gives no user name", set(Identifier), nameless, fresh(), "prompts, Permission denied"),
        ("second sign-in", set(Identifier), ana(), linked(), "signs in linked"),
        (
            "second sign-in of an external user",
            set(Identifier),
            ana(),
            external(linked(), "linked"),
            "signs in linked, Permission denied",
        ),
        // Failures [docs/evidence/authentik.md §2.1]
        ("source disabled", off(set(Identifier)), ana(), linked(), "refuses: Disabled"),
        // Matching modes [docs/evidence/authentik.md §2.2]
        ("identifier, name exists", set(Identifier), ana(), named(), "stops at ana_lindqvist"),
        (
            "identifier, known under a taken name",
            set(Identifier),
            ana(),
            Facts { named: named().named, ..linked() },
            "signs in linked",
        ),
        ("email_link, no e-mail", set(EmailLink), ana(), fresh(), "refuses: NoAddress"),
        ("email_deny, no e-mail", set(EmailDeny), ana(), fresh(), "refuses: NoAddress"),
        ("email_link, known", set(EmailLink), ana(), linked(), "signs in linked"),
        ("email_deny, known", set(EmailDeny), ana(), linked(), "signs in linked"),
        ("username_deny, name exists", set(UsernameDeny), ana(), named(), "refuses: NameDenied"),
        ("username_deny, name is free", set(UsernameDeny), ana(), fresh(), "enrols, Permission denied"),
        ("username_link, name exists", set(UsernameLink), ana(), named(), "takes for ana_lindqvist by Name"),
        (
            "username_link, name exists and is external",
            set(UsernameLink),
            ana(),
            external(fresh(), HANDLE),
            "takes for ana_lindqvist by Name, Permission denied",
        ),
        (
            "username_link, name exists and has another X account",
            set(UsernameLink),
            ana(),
            Facts { other_account: true, ..named() },
            "takes for ana_lindqvist by Name, and fails",
        ),
        ("username_link, name is free", set(UsernameLink), ana(), fresh(), "enrols, Permission denied"),
        ("enrollment_flow null, unknown", no_enrolment(Identifier), ana(), fresh(), "refuses: NoEnrolment"),
        ("enrollment_flow null, known", no_enrolment(Identifier), ana(), linked(), "signs in linked"),
        (
            "authentication_flow null, known",
            no_authentication(Identifier),
            ana(),
            linked(),
            "refuses: NoAuthentication",
        ),
        (
            "known but inactive",
            set(Identifier),
            ana(),
            Facts { linked: Some(inactive("linked")), ..fresh() },
            "refuses: Inactive",
        ),
        // Matching uses the mapped properties [docs/evidence/authentik.md §3.1]
        ("email_link, address exists", set(EmailLink), with_address(), addressed(), "takes for other by Address"),
        ("email_link, nobody has it", set(EmailLink), with_address(), fresh(), "enrols, Permission denied"),
        ("email_deny, address exists", set(EmailDeny), with_address(), addressed(), "refuses: AddressTaken"),
        (
            "identifier takes an address another user has",
            set(Identifier),
            with_address(),
            addressed(),
            "enrols, Permission denied",
        ),
        // What follows from the rows above
        (
            "email_link, the address is free and the name isn't",
            set(EmailLink),
            with_address(),
            named(),
            "stops at ana_lindqvist",
        ),
        (
            "username_link, inactive",
            set(UsernameLink),
            ana(),
            Facts { named: Some(inactive(HANDLE)), ..fresh() },
            "refuses: Inactive",
        ),
        (
            "username_link, no authentication flow",
            no_authentication(UsernameLink),
            ana(),
            named(),
            "refuses: NoAuthentication",
        ),
        ("username_link, X gives no user name", set(UsernameLink), nameless, fresh(), "refuses: NoName"),
        ("the mode is asked before the flow", no_enrolment(EmailDeny), ana(), fresh(), "refuses: NoAddress"),
        // A user who is already signed in presses the button [docs/evidence/authentik.md §2.3]
        ("signed in, unknown", set(Identifier), ana(), signed_in(false), "links admin"),
        ("signed in, unknown, whatever the mode", no_enrolment(EmailDeny), ana(), signed_in(false), "links admin"),
        (
            "signed in, known",
            set(Identifier),
            ana(),
            Facts { linked: linked().linked, ..signed_in(false) },
            "refuses: SignedIn",
        ),
        ("signed in, has another X account", set(Identifier), ana(), signed_in(true), "refuses: SecondAccount"),
    ];
    for (row, setting, visitor, facts, wanted) in rows {
        assert_eq!(brief(&outcome(*setting, *visitor, facts)), *wanted, "{row}");
    }
}

pub(super) fn sight() -> ForecastInputs {
    ForecastInputs {
        base: "https://authentik.test".to_owned(),
        slug: "x".to_owned(),
        linked: Lookup::Known(None),
        named: Lookup::Known(None),
        suffixed: Lookup::Known(None),
        addressed: Lookup::Known(None),
        other_accounts: Lookup::Known(Vec::new()),
        external: Lookup::Known(true),
        application: Lookup::Known(false),
    }
}

#[test]
fn what_is_unknown_counts_only_where_it_changes_the_outcome() {
    use ForecastVerdict::{Enrol, External, Link, Refuse, SignIn, Stop, Takeover, Unknown};
    let right = || Lookup::Hidden(UnavailableReason::Right);
    let akadmin = Local { superuser: true, ..user(HANDLE) };
    let check = |matching, sight: ForecastInputs, wanted: ForecastVerdict, doubts: &[&str]| {
        let found = compute(set(matching), ana(), &sight);
        let ids: Vec<_> = found.doubts.iter().map(|doubt| doubt.id.trim_start_matches("forecast-doubt-")).collect();
        assert_eq!((found.verdict, ids.as_slice()), (wanted, doubts), "{matching:?} {sight:#?}");
    };
    let hidden = |why| ForecastInputs::unavailable("", "", why);
    let somebody = || Lookup::Known(Some(user(HANDLE)));

    check(Identifier, sight(), External, &[]);
    check(Identifier, ForecastInputs { application: Lookup::Known(true), ..sight() }, Enrol, &[]);
    check(Identifier, ForecastInputs { external: right(), ..sight() }, Enrol, &["external"]);
    check(Identifier, ForecastInputs { application: right(), ..sight() }, Enrol, &["application"]);
    check(
        Identifier,
        ForecastInputs { named: Lookup::Hidden(UnavailableReason::Right), ..sight() },
        Unknown,
        &["named"],
    );
    check(Identifier, ForecastInputs { named: somebody(), ..sight() }, Stop, &[]);
    check(Identifier, ForecastInputs { named: somebody(), external: right(), ..sight() }, Stop, &[]);
    // An empty list of links without the right proves nothing.
    check(
        Identifier,
        ForecastInputs { linked: Lookup::Hidden(UnavailableReason::OwnOnly), ..sight() },
        Unknown,
        &["linked"],
    );
    check(
        Identifier,
        ForecastInputs { linked: somebody(), named: Lookup::Hidden(UnavailableReason::Right), ..sight() },
        SignIn,
        &[],
    );
    check(UsernameLink, ForecastInputs { named: somebody(), ..sight() }, Link, &[]);
    check(UsernameLink, ForecastInputs { named: Lookup::Known(Some(akadmin)), ..sight() }, Takeover, &[]);
    let unsure =
        ForecastInputs { named: somebody(), other_accounts: Lookup::Hidden(UnavailableReason::OwnOnly), ..sight() };
    check(UsernameLink, unsure.clone(), Unknown, &["other-account"]);
    check(Identifier, unsure, Stop, &[]);
    check(UsernameDeny, ForecastInputs { named: somebody(), ..sight() }, Refuse, &[]);
    // Only that nobody is linked counts where everybody else is refused.
    check(EmailDeny, ForecastInputs { linked: Lookup::Known(None), ..hidden(UnavailableReason::NoToken) }, Refuse, &[]);
    check(EmailDeny, hidden(UnavailableReason::NoToken), Unknown, &["linked"]);
    check(Identifier, hidden(UnavailableReason::Right), Unknown, &["linked", "named", "external", "application"]);
    check(Identifier, hidden(UnavailableReason::NoToken), Unknown, &["forecast-no-token"]);
}

#[test]
fn every_forecast_reads_well() {
    let book = Localizer::english();
    let mut text = String::new();
    let mut add = |title: &str, forecast: &Forecast| {
        writeln!(text, "{title}: {:?}\n  {}", forecast.verdict, book.format(&forecast.words)).expect("a string grows");
        for (mark, lines) in [
            ("because", forecast.reason.iter().collect::<Vec<_>>()),
            ("-", forecast.notes.iter().collect()),
            ("?", forecast.doubts.iter().collect()),
        ] {
            for line in lines {
                writeln!(text, "  {mark} {}", book.format(line)).expect("a string grows");
            }
        }
    };
    let akadmin = Local { superuser: true, ..user(HANDLE) };
    let has = |named: Local| ForecastInputs { named: Lookup::Known(Some(named)), ..sight() };
    let tell = |matching, sight: &ForecastInputs| compute(set(matching), ana(), sight);
    add("new", &tell(Identifier, &sight()));
    add(
        "new, type not seen",
        &tell(Identifier, &ForecastInputs { external: Lookup::Hidden(UnavailableReason::Right), ..sight() }),
    );
    add("new, with an address", &compute(set(EmailLink), with_address(), &sight()));
    add("no name", &compute(set(Identifier), Visitor { username: None, ..ana() }, &sight()));
    add("name taken", &tell(Identifier, &has(user(HANDLE))));
    add("taken for", &tell(UsernameLink, &has(user(HANDLE))));
    add("taken for a superuser", &tell(UsernameLink, &has(akadmin)));
    add(
        "taken for, has another",
        &tell(UsernameLink, &ForecastInputs { other_accounts: Lookup::Known(vec![7]), ..has(user(HANDLE)) }),
    );
    add("linked", &tell(Identifier, &ForecastInputs { linked: Lookup::Known(Some(user("linked"))), ..sight() }));
    let out = Local { active: false, ..user("linked") };
    add("inactive", &tell(Identifier, &ForecastInputs { linked: Lookup::Known(Some(out)), ..sight() }));
    add("denied by name", &tell(UsernameDeny, &has(user(HANDLE))));
    add("denied without an address", &tell(EmailLink, &sight()));
    let theirs = ForecastInputs { addressed: Lookup::Known(Some(user("other"))), ..sight() };
    add("address taken", &compute(set(EmailDeny), with_address(), &theirs));
    add("taken for by address", &compute(set(EmailLink), with_address(), &theirs));
    add("no enrolment", &compute(SourceSettings { enrols: false, ..set(Identifier) }, ana(), &sight()));
    add("disabled", &compute(SourceSettings { enabled: false, ..set(Identifier) }, ana(), &sight()));
    for why in [
        UnavailableReason::Unasked,
        UnavailableReason::NoToken,
        UnavailableReason::Right,
        UnavailableReason::OwnOnly,
        UnavailableReason::TooMany,
        UnavailableReason::Mapped,
        UnavailableReason::Silent,
    ] {
        add(why.name(), &tell(UsernameLink, &ForecastInputs::unavailable("", "", why)));
    }
    insta::assert_snapshot!(text);
}
