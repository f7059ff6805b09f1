use crate::i18n::Localizer;
use crate::job::model::Credentials;
use crate::job::model::Handover;
use crate::job::model::Names;
use crate::job::model::Push;
use crate::job::model::Repair;
use crate::job::model::Server;
use crate::job::model::SignIn;
use crate::job::model::SourceStage;
use crate::job::model::Verify;
use crate::job::model::XApp;
use crate::job::stages::state;
use crate::job::xapp::*;
use std::collections::BTreeSet;

/// A job whose URLs are known.
fn job() -> Job {
    Job {
        id: "job-1".to_owned(),
        made: String::new(),
        touched: String::new(),
        label: String::new(),
        archived: false,
        page: Stage::XApp,
        server: Server { address: "https://authentik.company".to_owned(), ..Default::default() },
        names: Names::default(),
        xapp: XApp::default(),
        credentials: Credentials::default(),
        signin: SignIn::default(),
        push: Push::default(),
        verify: Verify::default(),
        source_stage: SourceStage::default(),
        handover: Handover::default(),
        repair: Repair::default(),
    }
}

fn wanted_list(job: &Job) -> String {
    let urls = job.urls().expect("an address and a slug");
    format!("{}\n{}", urls.callback, urls.test_callback)
}

#[test]
fn the_newest_list_confirms_the_callbacks_that_are_wanted_now() {
    let mut job = job();
    assert_eq!(callbacks_confirmed(&job), None);
    let list = wanted_list(&job);

    paste(&mut job, &list);
    assert_eq!(callbacks_confirmed(&job), Some(true));

    paste(&mut job, &list.replacen("https", "http", 1));
    assert_eq!(callbacks_confirmed(&job), Some(false));
    assert_eq!(state(&job, Stage::XApp), StageState::NeedsAttention);

    paste(&mut job, " \r\n");
    assert_eq!(callbacks_confirmed(&job), None);
    assert_eq!(job.xapp.pasted, None);
}

#[test]
fn a_list_for_other_addresses_says_nothing() {
    for change in [
        (|names| "x".clone_into(&mut names.typed.slug)) as fn(&mut Names),
        |names| names.typed.port = 9000,
        |names| names.typed.slug.clear(),
    ] {
        let mut job = job();
        let list = wanted_list(&job);
        paste(&mut job, &list);
        change(&mut job.names);
        assert_eq!(callbacks_confirmed(&job), None);
        let page = page(&job).pasted;
        assert_eq!((page.text.as_str(), page.compared), ("", None));
        assert_eq!(page.says, Some(msg::portal_callbacks_stale()));
    }
}

#[test]
fn without_addresses_there_is_nothing_to_compare_with() {
    let mut job = job();
    job.server.address.clear();
    paste(&mut job, "https://authentik.company/source/oauth/callback/twitter/");
    assert_eq!((&job.xapp.pasted, callbacks_confirmed(&job)), (&None, None));
}

#[test]
fn the_email_address_brings_its_switch_and_both_links() {
    let mut job = job();
    let steps = |job: &Job| actions(job).into_iter().flat_map(|action| action.steps).collect::<Vec<_>>();
    let value = |job: &Job, id: &str| {
        let step = steps(job).into_iter().find(|step| step.id == id);
        step.map(|step| step.value.map(|value| value.text))
    };
    assert_eq!((value(&job, "request-email"), value(&job, "terms")), (None, None));

    "users.email".clone_into(&mut job.names.typed.scopes);
    assert_eq!(value(&job, "request-email"), Some(None));
    assert_eq!((value(&job, "terms"), value(&job, "privacy")), (Some(None), Some(None)));
    assert!(job.names.is_usable());

    " https://company.example/terms ".clone_into(&mut job.names.typed.terms);
    "company.example/privacy".clone_into(&mut job.names.typed.privacy);
    assert_eq!(value(&job, "terms"), Some(Some("https://company.example/terms".to_owned())));
    assert_eq!(value(&job, "privacy"), Some(None));
    assert!(!job.names.is_usable());
    assert_eq!(state(&job, Stage::Names), StageState::NeedsAttention);

    // Without the email address nobody asks for the links.
    job.names.typed.scopes.clear();
    assert!(job.names.is_usable());
}

#[test]
fn a_job_saved_before_there_was_a_list_or_a_link_is_read() {
    let xapp = r#"{"layout": "portal", "newApp": true, "ticked": ["read"], "open": null}"#;
    let xapp: XApp = serde_json::from_str(xapp).expect("an older job");
    let ticked = BTreeSet::from(["read".to_owned()]);
    assert_eq!(xapp, XApp { layout: Layout::Portal, new_app: true, ticked, ..XApp::default() });

    let names = r#"{"name": "X", "slug": "x", "who": "anyone", "scopes": "", "port": 8723, "agreed": true}"#;
    let names: Names = serde_json::from_str(names).expect("an older job");
    assert_eq!((names.typed.terms.as_str(), names.typed.privacy.as_str(), names.agreed), ("", "", true));
}

#[test]
fn a_month_is_reckoned_for_the_people_that_were_entered() {
    let mut job = job();
    job.xapp.people = 150;
    assert_eq!(Localizer::english().format(&page(&job).cost.month), "150 users a day cost about $45.00 in 30 days.");
}

#[test]
fn the_filled_button_names_the_next_step_and_the_credentials_end_the_walk() {
    let mut job = job();
    let mut labels = Vec::new();
    while page(&job).bar.act == FooterAction::TickAction {
        labels.push(Localizer::english().format(&page(&job).bar.label));
        tick_open(&mut job);
    }
    assert_eq!(
        labels,
        [
            "Next: App permissions",
            "Next: Callback URI / Redirect URL",
            "Next: Website URL",
            "Next: save and copy the credentials"
        ]
    );
    // Whatever is ticked, the last step is done by what it is for.
    tick_open(&mut job);
    let open = page(&job);
    assert_eq!((open.open.as_deref(), open.done, open.actions.len()), (Some(CREDENTIALS), 4, 5));
    assert_eq!((open.bar.act, open.bar.ready), (FooterAction::AskX, false));
    assert_eq!(state(&job, Stage::XApp), StageState::InProgress);
}
