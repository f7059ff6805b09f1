//! Each format of several jobs as it is written; what is read back from it; and names that try to get out of their place.

mod blueprint;
mod hostile;
mod read;
mod script;
mod terraform;

use super::document::{Export, ExportFormat, Portal};
use crate::address::Urls;
use crate::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT};
use crate::authentik::{ProductMapping, SourceRow};
use crate::export::*;
use crate::plan::TargetState;
use crate::plan::{
    KeptSettings, OtherSource, TargetLoginPage, TargetMapping, TargetSecret, TargetSource, TargetSourceStage,
};
use crate::portal::{self, Layout, Values, WantedApp};
use std::sync::LazyLock;

const CLIENT_ID: &str = "TTFNNVIzQkxWeTEzUW1wU2NYa3o6MTpjaQ";

fn export(email: bool) -> Export {
    let server = ServerUrl::parse("https://authentik.company", HttpPolicy::LoopbackOnly).expect("an address").url;
    let urls = Urls::new(&server, &slug(), TEST_PORT);
    let guide = portal::guide();
    let values = Values {
        callback: &urls.callback,
        test_callback: &urls.test_callback,
        website: &urls.website,
        terms: Some("https://company.example/terms"),
        privacy: None,
    };
    let wanted = WantedApp { email, new_app: true };
    Export {
        program: "1.2.3".to_owned(),
        at: "2026-11-24T12:00:00Z".to_owned(),
        host: "authentik.company".to_owned(),
        practice: false,
        own_ca: false,
        aim: plain(),
        portal: Portal {
            start: guide.start(Layout::Console).clone(),
            actions: guide.actions(Layout::Console, wanted, &values),
            left_alone: guide.unchanged_fields(Layout::Console, wanted),
        },
        urls,
    }
}

fn slug() -> Slug {
    Slug::parse("x").expect("a slug")
}

fn plain() -> TargetState {
    TargetState {
        read: true,
        source: TargetSource {
            name: "X".to_owned(),
            slug: "x".to_owned(),
            provider_type: "twitter".to_owned(),
            client_id: CLIENT_ID.to_owned(),
            matching: "identifier".to_owned(),
            scopes: String::new(),
            authentication_flow: "default-source-authentication".to_owned(),
            enrolment_flow: Some("default-source-enrollment".to_owned()),
            user_path: None,
            group_matching: None,
            enabled: true,
            there: false,
            kept: KeptSettings::default(),
        },
        mappings: Vec::new(),
        let_go: Vec::new(),
        login_pages: vec![page(Vec::new())],
        embed: None,
        embed_untold: false,
        links: 0,
        secret: None,
    }
}

fn page(others: Vec<OtherSource>) -> TargetLoginPage {
    TargetLoginPage { stage: "default-authentication-identification".to_owned(), others: Some(others) }
}

fn other(name: &str, slug: &str, model: &str) -> OtherSource {
    let pk = format!("{:08}-0000-4000-8000-000000000000", slug.len());
    let row = SourceRow { pk: pk.clone(), name: name.to_owned(), slug: slug.to_owned(), model: model.to_owned() };
    OtherSource { pk, row: Some(row) }
}

fn ours(mapping: ProductMapping, pk: Option<&str>) -> TargetMapping {
    TargetMapping::Ours { mapping, name: mapping.name(&slug()), pk: pk.map(str::to_owned) }
}

/// The jobs, by name.
fn jobs() -> Vec<(&'static str, Export)> {
    let base = export(false);
    let with = |aim: TargetState| Export { aim, ..base.clone() };
    let emailed = Export {
        own_ca: true,
        aim: TargetState {
            source: TargetSource {
                matching: "email_link".to_owned(),
                scopes: "users.email".to_owned(),
                user_path: Some("people/%(slug)s".to_owned()),
                group_matching: Some("name_deny".to_owned()),
                ..plain().source
            },
            mappings: ProductMapping::ALL.map(|mapping| ours(mapping, None)).to_vec(),
            ..plain()
        },
        ..export(true)
    };
    let unseen = OtherSource { pk: "0d9c1f5e-0000-4000-8000-000000000000".to_owned(), row: None };
    let others = with(TargetState {
        login_pages: vec![
            page(vec![
                other("authentik Built-in", "authentik-built-in", "authentik_core.source"),
                other("Company SAML", "saml", "authentik_sources_saml.samlsource"),
                unseen,
            ]),
            TargetLoginPage { stage: "partners-identification".to_owned(), others: Some(Vec::new()) },
        ],
        ..plain()
    });
    let embedded = with(TargetState {
        source: TargetSource { enrolment_flow: None, ..plain().source },
        login_pages: Vec::new(),
        embed: Some(TargetSourceStage {
            name: "source-stage-x".to_owned(),
            resume_timeout: "minutes=10".to_owned(),
            flow: "default-authentication-flow".to_owned(),
            order: 15,
            stage_pk: None,
            binding_pk: None,
        }),
        ..plain()
    });
    let theirs =
        |pk: &str, name: Option<&str>| TargetMapping::Theirs { pk: pk.to_owned(), name: name.map(str::to_owned) };
    let adopted = with(TargetState {
        source: TargetSource {
            there: true,
            enabled: false,
            user_path: Some("staff".to_owned()),
            kept: KeptSettings {
                pkce: Some("S256".to_owned()),
                code_auth: Some("basic_auth".to_owned()),
                policy_engine: Some("all".to_owned()),
                promoted: Some(true),
                group_mappings: vec!["44444444-0000-4000-8000-000000000000".to_owned()],
            },
            ..plain().source
        },
        mappings: vec![
            theirs("11111111-0000-4000-8000-000000000000", Some("Company: department")),
            theirs("22222222-0000-4000-8000-000000000000", None),
            ours(ProductMapping::Internal, Some("33333333-0000-4000-8000-000000000000")),
        ],
        let_go: vec![ProductMapping::Email.name(&slug())],
        links: 2,
        ..plain()
    });
    let unread = with(TargetState {
        read: false,
        login_pages: vec![TargetLoginPage { others: None, ..page(Vec::new()) }],
        embed_untold: true,
        let_go: ProductMapping::ALL.map(|mapping| mapping.name(&slug())).to_vec(),
        ..plain()
    });
    let secret = Some(TargetSecret { name: Some("Sourcerer: Client Secret from X (x)".to_owned()), pk: None });
    let secret = with(TargetState { secret, ..plain() });
    vec![
        ("plain", base.clone()),
        ("email", emailed),
        ("others", others),
        ("embedded", embedded),
        ("adopted", adopted),
        ("unread", Export { practice: true, ..unread }),
        ("secret", secret),
    ]
}

fn write(export: &Export, format: ExportFormat) -> String {
    static BOOK: LazyLock<Localizer> = LazyLock::new(Localizer::english);
    export.write(format, &BOOK, |_| false).expect("an export")
}

#[test]
fn each_format_of_each_job() {
    for (name, export) in jobs() {
        for format in ExportFormat::ALL {
            // The file is the environment's but for two lines, which the plain one shows.
            if format == ExportFormat::BlueprintFile && name != "plain" {
                continue;
            }
            insta::assert_snapshot!(format!("{name}-{format:?}").to_lowercase(), write(&export, format));
        }
    }
}

#[test]
fn practice_is_labelled_in_each() {
    for format in ExportFormat::ALL {
        let (real, practice) = (export(false), Export { practice: true, ..export(false) });
        assert!(write(&practice, format).contains("PRACTICE"), "{format:?}");
        assert!(!write(&real, format).contains("PRACTICE"), "{format:?}");
    }
}

#[test]
fn whoever_looks_for_secrets_sees_the_whole_text_and_stops_it() {
    for format in ExportFormat::ALL {
        let whole = write(&export(false), format);
        let refused = export(false).write(format, &Localizer::english(), |text| {
            assert_eq!(text, whole);
            true
        });
        assert_eq!(refused, Err(Error::HoldsSecret));
    }
}
