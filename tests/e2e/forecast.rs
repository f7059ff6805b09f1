//! The forecast for a visitor comes true: each configuration of the source with each visitor, with a token that sees
//! everything and with the least role.

use crate::admin::Admin;
use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Map, Value, json};
use sourcerer_core::address::Slug;
use sourcerer_core::authentik::{Client, Matching, ObjectKind, WriteBody};
use sourcerer_core::i18n::{Arg, Message};
use sourcerer_core::job::forecast::{
    self, Facts, Forecast, ForecastOutcome, ForecastRefusal, ForecastVerdict, Local, MappingEffect, SourceSettings,
    Visitor,
};
use sourcerer_core::x::Profile;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::person::{self, VisitEnd};
use sourcerer_practice::x::{TokenAuthentication, XAccount};
use sourcerer_tests::requests::{FIRST_CONTACT, LIVE_TEST, SIGN_IN, WRITE};
use sourcerer_tests::world::World;
use std::fmt::Write as _;
use url::Url;

/// The matching modes of the source.
const MODES: [Matching; 5] = Matching::ALL;

/// Which flows the source has, and whether it is enabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flows {
    Both,
    NoEnrolment,
    NoAuthentication,
    Disabled,
}

const FLOWS: [Flows; 4] = [Flows::Both, Flows::NoEnrolment, Flows::NoAuthentication, Flows::Disabled];

/// The visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VisitorCase {
    /// No user has the name.
    New,
    /// A local user has the name.
    Named,
    /// A superuser has the name.
    Superuser,
    /// The local user with the name is linked to another X account.
    OtherAccount,
    /// X returns no user name.
    Nameless,
    /// The visitor was enrolled before.
    Known,
    /// The visitor was linked to a local user before.
    LinkedBefore,
}

const WHO: [VisitorCase; 7] = [
    VisitorCase::New,
    VisitorCase::Named,
    VisitorCase::Superuser,
    VisitorCase::OtherAccount,
    VisitorCase::Nameless,
    VisitorCase::Known,
    VisitorCase::LinkedBefore,
];

/// A local user who may open authentik's pages, and one with all rights.
const PLAIN: &str = "practice-limited";
const ADMIN: &str = "akadmin";

/// The result of a visit, from the visitor's page and from the events.
#[derive(Debug)]
struct Saw {
    page: VisitEnd,
    /// The user who was signed in.
    signed_in: Option<String>,
    /// Whether that user was created by the visit.
    made: bool,
}

impl Saw {
    fn says(&self, words: &str) -> bool {
        self.page.html.contains(words)
    }

    fn inside(&self, user: &str) -> bool {
        self.signed_in.as_deref() == Some(user) && self.page.url.path() == "/if/user/"
    }

    fn turned_away(&self, words: &str) -> bool {
        self.signed_in.is_none() && self.says(words)
    }

    /// Whether this message describes the result.
    fn is(&self, words: &Message) -> bool {
        let user = match words.args.get("user") {
            Some(Arg::Text(user)) => user.as_str(),
            _ => "",
        };
        match words.id.as_ref() {
            "forecast-signs-in" | "forecast-link" => self.inside(user) && !self.made,
            "forecast-signs-in-somebody" => self.signed_in.is_some() && !self.made,
            "forecast-enrol" => self.inside(user) && self.made,
            "forecast-prompt" => self.signed_in.is_none() && self.says("name=\"username\""),
            "forecast-link-fails" => self.signed_in.as_deref() == Some(user) && self.page.status == 500,
            "forecast-refuse-name" => self.turned_away("Failed to update user"),
            "forecast-refuse-linked" => {
                self.page.status == 400 && self.turned_away("Source is not configured for enrollment.")
            }
            "forecast-refuse-no-authentication" => {
                self.page.status == 400 && self.turned_away("Configured flow does not exist.")
            }
            "forecast-refuse-mode" => self.turned_away("previously signed up with"),
            "forecast-refuse-disabled" => self.page.status == 404 && self.turned_away("Not Found"),
            _ => false,
        }
    }

    /// Whether the visitor is signed in but sees “Permission denied”.
    fn is_shut_out(&self) -> bool {
        self.signed_in.is_some() && self.says("Interface can only be accessed by internal users.")
    }
}

struct Stage {
    admin: Admin,
    client: Client,
    pair: TokenAuthentication,
    flows: [String; 2],
    kind: String,
    count: u64,
}

impl Stage {
    async fn set(role: Role) -> Result<Self> {
        let world = World::started(PracticeOptions { role, ..PracticeOptions::default() }).await?;
        let mut admin = Admin::begins(world);
        admin.checks_the_server().await?;
        let base = admin.world.practice().authentik.base().to_owned();
        let callbacks = ["x", "y"].map(|slug| format!("{base}/source/oauth/callback/{slug}/"));
        let pair = admin.world.register(callbacks.to_vec(), base);
        let client = admin.client().await?;
        let mut flows = Vec::new();
        for slug in ["default-source-authentication", "default-source-enrollment"] {
            flows.push(client.flow(slug).await?.context("a flow")?.pk);
        }
        let flows = <[String; 2]>::try_from(flows).ok().context("two flows")?;
        let kind = client.x_type().await?.name;
        Ok(Self { admin, client, pair, flows, kind, count: 0 })
    }

    fn fields(&self, setting: SourceSettings) -> Map<String, Value> {
        let [authentication, enrolment] = &self.flows;
        let fields = json!({
            "provider_type": self.kind,
            "authentication_flow": setting.authenticates.then_some(authentication),
            "enrollment_flow": setting.enrols.then_some(enrolment),
            "user_matching_mode": setting.matching.name(),
            "enabled": setting.enabled,
        });
        fields.as_object().cloned().unwrap_or_default()
    }

    async fn makes(&self, slug: &Slug, setting: SourceSettings) -> Result<()> {
        let mut fields = self.fields(setting);
        for (name, value) in [("name", "X"), ("slug", slug.as_str()), ("consumer_key", &self.pair.client_id)] {
            fields.insert(name.to_owned(), json!(value));
        }
        self.client
            .create(ObjectKind::Source, WriteBody { fields, secret: Some(self.pair.client_secret.clone()) })
            .await?;
        Ok(())
    }

    async fn sets(&self, slug: &Slug, setting: SourceSettings) -> Result<()> {
        self.client
            .change(ObjectKind::Source, slug.as_str(), WriteBody { fields: self.fields(setting), secret: None })
            .await?;
        Ok(())
    }

    /// A new X account.
    fn account(&mut self, username: Option<&str>) -> Profile {
        self.count += 1;
        let handle = format!("visitor_{}", self.count);
        Profile {
            id: (7_000_000_000 + self.count).to_string(),
            name: Some("A Visitor".to_owned()),
            username: Some(username.map_or(handle, str::to_owned)).filter(|name| !name.is_empty()),
            confirmed_email: None,
            raw: String::new(),
        }
    }

    fn browser(&self) -> Result<person::BrowserSession> {
        let world = self.admin.world.practice().world().clone();
        Ok(person::BrowserSession::new(world.x.clone(), world.ca_file.as_deref())?)
    }

    async fn visits(&self, browser: &mut person::BrowserSession, slug: &Slug, profile: &Profile) -> Result<Saw> {
        self.admin.world.practice().x.set_person(XAccount {
            id: profile.id.clone(),
            username: profile.username.clone().unwrap_or_default(),
            ..XAccount::default()
        });
        let known = self.events().await?;
        let base = self.admin.world.practice().authentik.base();
        let button = Url::parse(&format!("{base}/source/oauth/login/{slug}/"))?;
        let page = browser.visit(&button).await?;
        let news: Vec<_> = self.events().await?.into_iter().filter(|event| !known.contains(event)).collect();
        let signed_in = news.iter().find(|event| event.action == "login").map(|event| event.user.username.clone());
        Ok(Saw { page, signed_in, made: news.iter().any(|event| event.action == "user_write") })
    }

    async fn events(&self) -> Result<Vec<sourcerer_core::authentik::LoggedEvent>> {
        Ok(self.client.events(&["login", "user_write"]).await?)
    }

    /// Prepares the X account of this case and returns it.
    async fn comes(&mut self, slug: &Slug, who: VisitorCase) -> Result<Profile> {
        let name = match who {
            VisitorCase::New | VisitorCase::Known => None,
            VisitorCase::Named | VisitorCase::OtherAccount | VisitorCase::LinkedBefore => Some(PLAIN),
            VisitorCase::Superuser => Some(ADMIN),
            VisitorCase::Nameless => Some(""),
        };
        let profile = self.account(name);
        let before = match who {
            VisitorCase::OtherAccount => Some(self.account(name)),
            VisitorCase::Known | VisitorCase::LinkedBefore => Some(profile.clone()),
            VisitorCase::New | VisitorCase::Named | VisitorCase::Superuser | VisitorCase::Nameless => None,
        };
        if let Some(before) = before {
            let saw = self.visits(&mut self.browser()?, slug, &before).await?;
            ensure!(saw.signed_in.is_some(), "{who:?} isn't what it is to be: {saw:?}");
        }
        Ok(profile)
    }

    async fn foretells(&self, slug: &Slug, setting: SourceSettings, profile: &Profile) -> Forecast {
        let base = self.admin.world.practice().authentik.base();
        let sight = forecast::read_inputs(&self.client, base, slug, profile).await;
        let visitor = Visitor { id: &profile.id, username: profile.username.as_deref(), email: None };
        forecast::compute(setting, visitor, &sight)
    }

    fn ends(self) -> Result<()> {
        self.admin.ends(&[FIRST_CONTACT, LIVE_TEST, WRITE, SIGN_IN])
    }
}

fn setting(matching: Matching, flows: Flows) -> SourceSettings {
    SourceSettings {
        matching,
        authenticates: flows != Flows::NoAuthentication,
        enrols: flows != Flows::NoEnrolment,
        enabled: flows != Flows::Disabled,
        mapped: MappingEffect::default(),
    }
}

async fn holds(role: Role, all: &[Flows]) -> Result<String> {
    let mut stage = Box::pin(Stage::set(role)).await?;
    let slug = Slug::parse("x").ok().context("a slug")?;
    let mut table = String::new();
    let (mut known, mut open) = (0, 0);
    for &flows in all {
        for matching in MODES {
            for who in WHO {
                // This mode allows everything that has to happen before the case.
                stage.makes(&slug, setting(Matching::UsernameLink, Flows::Both)).await?;
                let profile = stage.comes(&slug, who).await?;
                let setting = setting(matching, flows);
                stage.sets(&slug, setting).await?;
                let foretold = stage.foretells(&slug, setting, &profile).await;
                let saw = stage.visits(&mut stage.browser()?, &slug, &profile).await?;
                stage.client.delete(ObjectKind::Source, slug.as_str()).await?;

                let case = format!("{flows:?} {} {who:?}", matching.name());
                let fits = if foretold.verdict == ForecastVerdict::Unknown {
                    foretold.notes.iter().any(|note| saw.is(note))
                } else {
                    saw.is(&foretold.words)
                };
                ensure!(fits, "{case}: {foretold:#?}\n{saw:#?}");
                let says_shut = |id: &str| foretold.notes.iter().any(|note| note.id == id);
                if foretold.verdict != ForecastVerdict::Unknown && foretold.doubts.is_empty() {
                    let shut = says_shut("forecast-external") || says_shut("forecast-external-user");
                    let shut = shut && foretold.verdict != ForecastVerdict::Prompt;
                    ensure!(shut == saw.is_shut_out(), "{case}: {foretold:#?}\n{saw:#?}");
                }
                if foretold.verdict == ForecastVerdict::Unknown {
                    open += 1;
                    ensure!(!foretold.doubts.is_empty(), "{case}: {foretold:#?}");
                } else {
                    known += 1;
                }
                writeln!(table, "{case}: {:?}, {}", foretold.verdict, foretold.words.id)?;
            }
        }
    }
    writeln!(table, "told={known} open={open} wrong=0")?;
    stage.ends()?;
    Ok(table)
}

#[tokio::test]
async fn what_is_foretold_of_a_visitor_happens() -> Result<()> {
    insta::assert_snapshot!("forecast", Box::pin(holds(Role::Superuser, &FLOWS)).await?);
    Ok(())
}

#[tokio::test]
async fn what_happens_is_among_what_the_least_role_leaves_open() -> Result<()> {
    insta::assert_snapshot!("forecast-least", Box::pin(holds(Role::Least, &[Flows::Both, Flows::Disabled])).await?);
    Ok(())
}

/// The three cases of a visitor who is signed in already.
#[tokio::test]
async fn what_is_foretold_of_somebody_who_is_signed_in_happens() -> Result<()> {
    let mut stage = Box::pin(Stage::set(Role::Superuser)).await?;
    let (x, y) = (Slug::parse("x").ok().context("a slug")?, Slug::parse("y").ok().context("a slug")?);
    for slug in [&x, &y] {
        stage.makes(slug, setting(Matching::UsernameLink, Flows::Both)).await?;
    }
    let user = Local { pk: 6, name: PLAIN.to_owned(), active: true, superuser: false, external: false };
    let first = stage.account(Some(PLAIN));
    let mut browser = stage.browser()?;
    ensure!(stage.visits(&mut browser, &x, &first).await?.inside(PLAIN));
    // The configuration of the other source doesn't matter.
    let denies = setting(Matching::EmailDeny, Flows::NoEnrolment);
    stage.sets(&y, denies).await?;
    let other = stage.account(None);
    for (slug, account, linked, second) in
        [(&x, &first, true, false), (&x, &other, false, true), (&y, &other, false, false), (&y, &other, true, false)]
    {
        let facts =
            Facts { linked: linked.then(|| user.clone()), signed_in: Some((user.clone(), second)), ..Facts::default() };
        let setting = if slug.as_str() == "y" { denies } else { setting(Matching::UsernameLink, Flows::Both) };
        let visitor = Visitor { id: &account.id, username: account.username.as_deref(), email: None };
        let outcome = forecast::outcome(setting, visitor, &facts);
        let saw = stage.visits(&mut browser, slug, account).await?;
        let fits = match &outcome {
            ForecastOutcome::LinksSignedIn(_) => saw.inside_as_before() && stage.linked(slug, account).await?,
            ForecastOutcome::Refuses(ForecastRefusal::SignedIn) => {
                saw.turned_away("Flow does not apply to current user.")
            }
            ForecastOutcome::Refuses(ForecastRefusal::SecondAccount(_)) => {
                saw.page.status == 500 && saw.turned_away("Server Error")
            }
            ForecastOutcome::SignsIn(..)
            | ForecastOutcome::Enrols(_)
            | ForecastOutcome::EnrolsAs(..)
            | ForecastOutcome::AsksName(_)
            | ForecastOutcome::TakesFor(..)
            | ForecastOutcome::TakesForAndFails(..)
            | ForecastOutcome::NameTaken(_)
            | ForecastOutcome::Refuses(_) => bail!("{outcome:?} isn't among the rows"),
        };
        ensure!(fits, "{slug} {outcome:?}: {saw:#?}");
    }
    for slug in [&x, &y] {
        stage.client.delete(ObjectKind::Source, slug.as_str()).await?;
    }
    stage.ends()
}

impl Saw {
    /// Whether the page is the signed-in user's own, without a new sign-in.
    fn inside_as_before(&self) -> bool {
        self.signed_in.is_none() && self.page.url.path() == "/if/user/" && self.page.status == 200
    }
}

impl Stage {
    async fn linked(&self, slug: &Slug, account: &Profile) -> Result<bool> {
        Ok(self.client.links(slug).await?.seen.iter().any(|link| link.identifier == account.id))
    }
}
