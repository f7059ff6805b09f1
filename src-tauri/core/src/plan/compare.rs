use super::change::{Action, Change, Field, RequestShown, Shown, Shows, State, Target};
use super::fields::{self, Fields};
use super::{Actual, Error, Journals, LoginStage};
use crate::address::Slug;
use crate::authentik::{Client, IdentificationStage, Matching, Source};
use crate::clock::Clock;
use crate::credentials::{ClientId, ClientSecret};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::words::{Message, said};
use serde_json::{Value, json};

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desired {
    /// What the button says.
    pub name: String,
    /// The source's name in URLs.
    pub slug: Slug,
    /// X's Client ID.
    pub client_id: ClientId,
    /// Whom the source takes a visitor for.
    pub matching: Matching,
    /// Whether new people get a user.
    pub enrolment: bool,
    /// Scopes beside authentik's own, as the source stores them.
    pub additional_scopes: String,
    /// Whether the source works at all.
    pub enabled: bool,
}

/// What this machine knows of the source from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Whether its journal made or changed the source of the slug.
    pub ours: bool,
    /// The Client Secret at hand, held against the one last pushed.
    pub secret: SecretState,
}

/// The Client Secret at hand, held against the fingerprint of the one last pushed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretState {
    /// There is none at hand.
    Absent,
    /// It was pushed from here to this source, and nothing since.
    Same,
    /// Another one was pushed from here.
    Different {
        /// Its last characters, to be shown.
        ending: String,
    },
    /// Nothing was pushed from here, or nobody knows whether it arrived.
    Unknown {
        /// Its last characters, to be shown.
        ending: String,
    },
}

/// A plan: what is shown, and what [`super::apply`] will do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What is shown.
    pub shown: Shown,
    pub(super) slug: Slug,
    /// The source of the slug as it was read.
    pub(super) there: Option<Source>,
    pub(super) steps: Vec<Step>,
    pub(super) refusal: Option<Refusal>,
}

impl Plan {
    /// Why it can't be pushed as it is, if it can't.
    pub fn refusal(&self) -> Option<Symptom> {
        self.refusal.map(|refusal| refusal.error(&self.slug).symptom())
    }
}

/// Why a plan can't be pushed as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    SlugTaken,
    SecretNeeded,
    Differs,
}

impl Refusal {
    pub(super) fn error(self, slug: &Slug) -> Error {
        match self {
            Self::SlugTaken => Error::SlugTaken { slug: slug.to_string() },
            Self::SecretNeeded => Error::SecretNeeded,
            Self::Differs => Error::SourceDiffers { slug: slug.to_string() },
        }
    }
}

/// One write.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Makes the source.
    Create {
        /// Everything but the secret.
        fields: Fields,
    },
    /// Changes fields of the source that is there.
    Change {
        /// The source as it was shown.
        source: Box<Source>,
        /// What the fields were.
        before: Fields,
        /// What they become.
        after: Fields,
        /// Whether the secret is written too.
        secret: bool,
    },
    /// Puts the source on the login page.
    Show {
        /// The stage as it was shown.
        stage: Box<IdentificationStage>,
        /// The source; none for the one that this plan makes.
        source: Option<String>,
    },
}

impl Step {
    pub(super) fn target(&self) -> Target {
        match self {
            Self::Create { .. } | Self::Change { .. } => Target::Source,
            Self::Show { .. } => Target::LoginPage,
        }
    }
}

/// Reads the server and the journal, and compares.
///
/// # Errors
/// When the server can't be read far enough ([`super::read`]), or the journal can't.
pub async fn make(
    client: &Client,
    desired: &Desired,
    secret: Option<&ClientSecret>,
    journals: &Journals,
    clock: &Clock,
) -> Result<Plan, Error> {
    let journal = journals.read(client.server(), &desired.slug)?;
    let actual = Box::pin(super::read(client)).await?;
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let past =
        Past { ours: there.is_some_and(|source| journal.is_ours(source)), secret: journal.held_against(secret, there) };
    Ok(compare(desired, &actual, &past, clock.stamp()))
}

/// Compares. Pure.
pub fn compare(desired: &Desired, actual: &Actual, past: &Past, compared_at: String) -> Plan {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let (source, step, refusal) = match there {
        None => create(desired, actual, &past.secret),
        Some(source) => change(desired, actual, source, past),
    };
    let mut changes = vec![source];
    let mut steps: Vec<_> = step.into_iter().collect();
    if refusal != Some(Refusal::SlugTaken) {
        let (button, step) = show(desired, actual.login.as_ref(), there);
        changes.push(button);
        steps.extend(step);
    }
    let (state, summary) = match refusal {
        Some(Refusal::Differs) => (State::NeedsConsent, said::plan_summary_push(steps.len())),
        Some(Refusal::SlugTaken | Refusal::SecretNeeded) => (State::Blocked, said::plan_summary_blocked()),
        None if steps.is_empty() => (State::AlreadyAsItShouldBe, said::plan_summary_already()),
        None => (State::Ready, said::plan_summary_push(steps.len())),
    };
    let shown = Shown {
        server: actual.server.clone(),
        slug: desired.slug.to_string(),
        compared_at,
        state,
        summary,
        diagnosis: refusal.map(|refusal| Diagnosis::from(&refusal.error(&desired.slug).symptom())),
        changes,
        notes: notes(desired, actual, there, &past.secret),
    };
    Plan { shown, slug: desired.slug.clone(), there: there.cloned(), steps, refusal }
}

fn create(desired: &Desired, actual: &Actual, secret: &SecretState) -> (Change, Option<Step>, Option<Refusal>) {
    let mut fields = fields::wanted(desired, actual);
    let mut rows = vec![
        Field {
            name: "slug".to_owned(),
            label: said::plan_field_slug(),
            now: None,
            will: Shows::Text(desired.slug.to_string()),
            secret: false,
        },
        Field {
            name: "provider_type".to_owned(),
            label: said::plan_field_type(),
            now: None,
            will: Shows::Text(actual.x_type.clone()),
            secret: false,
        },
    ];
    rows.extend(fields::rows(None, &fields, &flows(actual)));
    rows.extend(secret_row(secret, false));
    fields.insert("slug".to_owned(), desired.slug.as_str().into());
    fields.insert("provider_type".to_owned(), actual.x_type.as_str().into());
    let change = Change {
        id: Target::Source.id().to_owned(),
        target: Target::Source,
        action: Action::Create,
        title: said::plan_source_create(&desired.name),
        why: Some(said::plan_why_new(&actual.host)),
        fields: rows,
        data: Some(RequestShown::new("POST", "/api/v3/sources/oauth/".to_owned(), Some(&body(&fields, secret)))),
    };
    let refusal = (*secret == SecretState::Absent).then_some(Refusal::SecretNeeded);
    (change, Some(Step::Create { fields }), refusal)
}

fn change(desired: &Desired, actual: &Actual, source: &Source, past: &Past) -> (Change, Option<Step>, Option<Refusal>) {
    let id = Target::Source.id().to_owned();
    let nothing = Change {
        id,
        target: Target::Source,
        action: Action::Nothing,
        title: said::plan_source_nothing(&source.name),
        why: Some(said::plan_why_already()),
        fields: Vec::new(),
        data: None,
    };
    if source.provider_type != actual.x_type {
        let change = Change { action: Action::LeaveOut, why: None, ..nothing };
        return (change, None, Some(Refusal::SlugTaken));
    }
    let now = fields::of_source(source);
    let after = fields::differing(&now, &fields::wanted(desired, actual));
    let before = fields::only(&now, &after);
    let replaces = matches!(past.secret, SecretState::Different { .. } | SecretState::Unknown { .. });
    if after.is_empty() && !replaces {
        return (nothing, None, None);
    }
    let mut rows = fields::rows(Some(&before), &after, &flows(actual));
    rows.extend(secret_row(&past.secret, true));
    // Always sent: without it releases up to 2025.12 fail.
    let mut sent = after.clone();
    sent.insert("provider_type".to_owned(), source.provider_type.as_str().into());
    let path = format!("/api/v3/sources/oauth/{}/", desired.slug);
    let secret = if replaces { &past.secret } else { &SecretState::Absent };
    let change = Change {
        action: Action::Change,
        title: said::plan_source_change(&source.name),
        why: past.ours.then(said::plan_why_known),
        fields: rows,
        data: Some(RequestShown::new("PATCH", path, Some(&body(&sent, secret)))),
        ..nothing
    };
    // Another app's ID beside the old app's secret would lock everybody out.
    let is_half = after.contains_key("consumer_key") && past.secret == SecretState::Absent;
    let refusal = if is_half { Some(Refusal::SecretNeeded) } else { (!past.ours).then_some(Refusal::Differs) };
    let step = Step::Change { source: Box::new(source.clone()), before, after, secret: replaces };
    (change, Some(step), refusal)
}

fn show(desired: &Desired, login: Option<&LoginStage>, source: Option<&Source>) -> (Change, Option<Step>) {
    let change = |action, title: Message, why: Message| Change {
        id: Target::LoginPage.id().to_owned(),
        target: Target::LoginPage,
        action,
        title,
        why: Some(why),
        fields: Vec::new(),
        data: None,
    };
    let Some(login) = login else {
        return (change(Action::LeaveOut, said::plan_button_add(), said::plan_why_unseen()), None);
    };
    let stage = &login.stage;
    if source.is_some_and(|source| stage.sources.contains(&source.pk)) {
        return (change(Action::Nothing, said::plan_button_there(), said::plan_why_already()), None);
    }
    let mut after = login.named(&stage.sources);
    after.push(desired.name.clone());
    after.sort_by_key(|name| name.to_lowercase());
    let mut sent: Vec<_> = stage.sources.clone();
    sent.push(source.map_or_else(|| format!("‹{}›", desired.name), |source| source.pk.clone()));
    let path = format!("/api/v3/stages/identification/{}/", stage.pk);
    let change = Change {
        fields: vec![Field {
            name: "sources".to_owned(),
            label: said::plan_field_sources(),
            now: Some(Shows::List(login.named(&stage.sources))),
            will: Shows::List(after),
            secret: false,
        }],
        data: Some(RequestShown::new("PATCH", path, Some(&json!({ "sources": sent })))),
        ..change(Action::Change, said::plan_button_add(), said::plan_why_stage(&stage.name))
    };
    let step = Step::Show { stage: Box::new(stage.clone()), source: source.map(|source| source.pk.clone()) };
    (change, Some(step))
}

fn flows(actual: &Actual) -> [(&str, &str); 2] {
    [&actual.authentication, &actual.enrolment].map(|flow| (flow.pk.as_str(), flow.slug.as_str()))
}

fn secret_row(secret: &SecretState, exists: bool) -> Option<Field> {
    let will = match secret {
        SecretState::Absent | SecretState::Same => return None,
        SecretState::Different { .. } | SecretState::Unknown { .. } if exists => said::plan_value_secret_replaced(),
        SecretState::Different { ending } | SecretState::Unknown { ending } if ending.is_empty() => {
            said::plan_value_secret_given()
        }
        SecretState::Different { ending } | SecretState::Unknown { ending } => said::plan_value_secret_ending(ending),
    };
    let (label, will) = (said::plan_field_secret(), Shows::Words(will));
    Some(Field { name: "consumer_secret".to_owned(), label, now: None, will, secret: true })
}

/// The body as it would be sent, its secret masked.
fn body(fields: &Fields, secret: &SecretState) -> Value {
    let mut shown = fields.clone();
    match secret {
        SecretState::Different { ending } | SecretState::Unknown { ending } => {
            shown.insert("consumer_secret".to_owned(), format!("‹…{ending}›").into());
        }
        SecretState::Absent | SecretState::Same => {}
    }
    Value::Object(shown)
}

fn notes(desired: &Desired, actual: &Actual, there: Option<&Source>, secret: &SecretState) -> Vec<Message> {
    let mut notes = Vec::new();
    for twin in actual.sources.iter().filter(|source| source.slug != desired.slug.as_str()) {
        if twin.consumer_key == desired.client_id.as_str() {
            notes.push(said::plan_note_same_client_id(&twin.name, &twin.slug));
        } else if twin.name == desired.name {
            notes.push(said::plan_note_same_name(&twin.name, &twin.slug));
        }
    }
    match desired.matching {
        Matching::UsernameLink => notes.push(said::plan_note_username_link()),
        Matching::EmailLink | Matching::EmailDeny => notes.push(said::plan_note_email()),
        Matching::Identifier | Matching::UsernameDeny => {}
    }
    if there.is_some() && *secret == SecretState::Absent {
        notes.push(said::plan_note_secret_kept());
    }
    notes
}
