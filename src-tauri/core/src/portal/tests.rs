use super::guide;
use crate::i18n::{Arg, KEYS, Localizer};
use crate::portal::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use time::macros::date;

const VALUES: Values<'_> = Values {
    callback: "https://authentik.company/source/oauth/callback/twitter/",
    test_callback: "http://127.0.0.1:8723/callback",
    website: "https://authentik.company",
    terms: Some("https://company.example/terms"),
    privacy: None,
};

/// Parses a guide as people write it.
fn parse(text: &str) -> serde_json::Result<Guide> {
    let table: toml::Table = toml::from_str(text).expect("TOML");
    Guide::parse(&serde_json::to_string(&table)?)
}

fn parsed() -> Guide {
    parse(include_str!("guide.toml")).expect("the guide parses")
}

#[test]
fn the_guide_parses_and_knows_every_word() {
    let guide = parsed();
    for (word, name) in Word::ALL {
        for layout in Layout::ALL {
            assert_ne!(guide.word(*word, layout), "", "{name}");
        }
    }
    assert_eq!(guide.words.len(), Word::ALL.len());
}

/// Every sentence the guide names.
fn sentences(guide: &Guide) -> Vec<&String> {
    guide
        .script
        .iter()
        .flat_map(|action| {
            let own = [Some(&action.title), action.hint.as_ref(), action.why.as_ref(), action.wrong.as_ref()];
            let steps = action.steps.iter().flat_map(|step| [Some(&step.say), step.name.as_ref()]);
            own.into_iter().chain(steps).flatten().collect::<Vec<_>>()
        })
        .chain(guide.seen.iter().map(|seen| &seen.say))
        .collect()
}

#[test]
fn every_sentence_is_in_the_message_files_and_no_message_is_forgotten() {
    let guide = parsed();
    let named: BTreeSet<_> = sentences(&guide).into_iter().map(String::as_str).collect();
    for id in &named {
        assert!(KEYS.iter().any(|(key, _)| key == id), "{id}");
    }
    for (key, _) in KEYS.iter().filter(|(key, _)| key.starts_with("portal-")) {
        let by_code = [
            "portal-cost",
            "portal-scopes-",
            "portal-callbacks-",
            "portal-seen-not-now",
            "portal-seen-way",
            "portal-seen-leave",
        ]
        .iter()
        .any(|start| key.starts_with(start));
        assert!(by_code || named.contains(key), "{key}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let guide = parsed();
    let fields: BTreeSet<_> = guide.fields.iter().map(|field| field.id.as_str()).collect();
    let mut steps = BTreeSet::new();
    for action in &guide.script {
        for step in &action.steps {
            assert!(step.field.is_some() != step.word.is_some(), "{}", step.id);
            assert!(step.field.as_ref().is_none_or(|field| fields.contains(field.as_str())), "{}", step.id);
            assert!(steps.insert(&step.id), "{} stands twice", step.id);
        }
        let does_something = action.steps.iter().any(|step| step.kind != StepKind::Leave);
        assert!(!does_something || (action.why.is_some() && action.wrong.is_some()), "{} has no reason", action.id);
    }
    for seen in &guide.seen {
        let leads = seen.action.as_ref().is_none_or(|id| guide.script.iter().any(|action| action.id == *id));
        assert!(leads && !(seen.words.is_empty() && seen.also.is_empty()), "{}", seen.say);
    }
    let touched: BTreeSet<_> =
        guide.script.iter().flat_map(|action| &action.steps).filter_map(|step| step.field.as_deref()).collect();
    assert_eq!(touched, fields, "every field of the form is filled in or left alone");
}

#[test]
fn days_are_days_on_which_the_program_could_have_been_written() {
    let guide = parsed();
    let newest = guide.script.iter().flat_map(|action| &action.steps).map(|step| step.checked).max();
    assert!(guide.oldest_check() >= date!(2026 - 02 - 06), "before the console there was another portal");
    assert!(newest < Some(date!(2030 - 01 - 01)));
}

/// Both layouts, with and without email and an app: every sentence has all of its arguments.
#[test]
fn every_action_can_be_said_in_both_layouts() {
    let (guide, book) = (parsed(), Localizer::english());
    for layout in Layout::ALL {
        for (email, new_app) in [(false, false), (false, true), (true, false), (true, true)] {
            for action in guide.actions(layout, WantedApp { email, new_app }, &VALUES) {
                let own = [Some(&action.title), action.hint.as_ref(), action.why.as_ref(), action.wrong.as_ref()];
                let steps = action.steps.iter().flat_map(|step| [Some(&step.say), step.name.as_ref()]);
                for message in own.into_iter().chain(steps).flatten() {
                    let (_, takes) = KEYS.iter().find(|(key, _)| *key == message.id).expect("a message");
                    let given: Vec<_> = message.args.keys().map(AsRef::as_ref).collect();
                    assert_eq!(given, *takes, "{} of {}", message.id, action.id);
                    assert!(!message.args.values().any(|arg| *arg == Arg::Text(String::new())), "{}", message.id);
                    assert_ne!(book.format(message), "");
                }
            }
        }
    }
}

fn told(layout: Layout, wanted: WantedApp) -> String {
    let (guide, book) = (parsed(), Localizer::english());
    let mut out = String::new();
    for (number, action) in guide.actions(layout, wanted, &VALUES).iter().enumerate() {
        let hint = action.hint.as_ref().map(|hint| format!(" ({})", book.format(hint))).unwrap_or_default();
        writeln!(out, "{}. {}{hint}", number + 1, book.format(&action.title)).expect("a string grows");
        for step in &action.steps {
            let name = step.name.as_ref().map(|name| format!(" [{}]", book.format(name))).unwrap_or_default();
            writeln!(out, "   - {} · {}{name}: {}", step.id, step.label, book.format(&step.say))
                .expect("a string grows");
            for way in &step.ways {
                writeln!(out, "     way: {}", way.join(" › ")).expect("a string grows");
            }
            if let Some(value) = &step.value {
                writeln!(out, "     {}", value.text).expect("a string grows");
            }
        }
        for more in [&action.why, &action.wrong].into_iter().flatten() {
            writeln!(out, "   {}", book.format(more)).expect("a string grows");
        }
    }
    writeln!(out, "left alone: {}", guide.unchanged_fields(layout, wanted).join(", ")).expect("a string grows");
    out
}

#[test]
fn the_console_is_told_without_an_email_address() {
    insta::assert_snapshot!(told(Layout::Console, WantedApp::default()));
}

#[test]
fn the_old_portal_is_told_with_an_email_address_and_a_new_app() {
    insta::assert_snapshot!(told(Layout::Portal, WantedApp { email: true, new_app: true }));
}

#[test]
fn the_form_has_the_fields_in_the_order_of_x() {
    for layout in Layout::ALL {
        let labels: Vec<_> = guide::guide().form(layout).into_iter().map(|field| field.label).collect();
        assert_eq!(
            labels,
            [
                "App permissions",
                "Request email from users",
                "Type of App",
                "Callback URI / Redirect URL",
                "Website URL",
                "Organization name",
                "Organization URL",
                "Terms of service",
                "Privacy policy",
            ]
        );
    }
}

#[test]
fn a_value_the_job_does_not_know_yet_is_left_open() {
    let actions = guide::guide().actions(Layout::Console, WantedApp { email: true, new_app: false }, &VALUES);
    let value = |id: &str| actions.iter().flat_map(|action| &action.steps).find(|step| step.id == id)?.value.clone();
    assert_eq!(value("terms").map(|value| value.text).as_deref(), VALUES.terms);
    assert_eq!(value("privacy"), None);
    assert_eq!(value("test-callback").and_then(|value| value.name), Some(ValueName::TestCallback));
}

#[test]
fn the_cost_carries_the_day_it_was_read() {
    let said = Localizer::english().format(&guide::guide().limits().cost());
    assert_eq!(
        said,
        "X charges $0.01 for each user who signs in, at most once per user per day. Up to 10 callbacks per app. \
         Price and limits from X’s documentation, Aug 22, 2026."
    );
}

#[test]
fn a_guide_with_an_unknown_or_missing_entry_is_refused() {
    let good = include_str!("guide.toml");
    for (from, to) in [
        ("kind = \"go\"", "kind = \"jump\""),
        ("[limits]", "[limits]\nother = 1"),
        ("value = { named = \"website\" }", "value = { named = \"homepage\" }"),
        ("checked = \"2026-08-22\"", "checked = \"2026-02-30\""),
        ("[layout.portal]", "[layout.third]"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert!(parse(&bad).is_err(), "{to}");
    }
}
