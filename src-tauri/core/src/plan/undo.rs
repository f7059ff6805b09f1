use super::actual::{AUTHENTICATION, ENROLMENT, LoginStage, names};
use super::apply::{Reporter, Told, agrees, body};
use super::button::{self, Place};
use super::change::{Action, Change, Field, RequestShown, Shown, Shows, State, Target};
use super::fields::{self, Fields};
use super::journal::{Journal, Journals, Push, Write, Wrote, is_the_one};
use super::{Consent, Error, StepState};
use crate::address::Slug;
use crate::authentik::{Client, Flow, IdentificationStage, Source};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::words::{Message, said};
use serde_json::{Value, json};

/// A plan to put back what the newest push changed: what is shown, and what [`undo`] will do.
#[derive(Clone, Debug)]
pub struct Undo {
    /// What is shown.
    pub shown: Shown,
    slug: Slug,
    /// The number of the push to be undone.
    push: u32,
    steps: Vec<Step>,
    refusal: Option<Refusal>,
}

impl Undo {
    /// What it needs consent for, if it does.
    pub fn refusal(&self) -> Option<Symptom> {
        self.refusal.as_ref().map(|refusal| refusal.error(&self.slug).symptom())
    }
}

/// What an undo needs consent for.
#[derive(Clone, Debug)]
enum Refusal {
    InUse { people: u32 },
    Changed { name: String },
}

impl Refusal {
    fn error(&self, slug: &Slug) -> Error {
        match self {
            Self::InUse { people } => Error::SourceInUse { slug: slug.to_string(), people: *people },
            Self::Changed { name } => Error::ChangedMeanwhile { what: name.clone() },
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Hide { stage: Box<IdentificationStage>, source: String },
    Restore { source: Box<Source>, fields: Fields },
    Delete { source: Box<Source>, people: u32 },
}

impl Step {
    fn target(&self) -> Target {
        match self {
            Self::Hide { .. } => Target::LoginPage,
            Self::Restore { .. } | Self::Delete { .. } => Target::Source,
        }
    }
}

/// What a push did to the source, its writes taken together.
enum Deed {
    /// It made the source, whose fields these are.
    Made { pk: Option<String>, fields: Fields },
    /// It changed fields of the source.
    Changed { pk: String, before: Fields, after: Fields, secret: bool },
}

/// Reads the journal and the server, and plans to put back what the newest push changed that isn't undone yet.
///
/// # Errors
/// [`Error::NothingToUndo`], and everything that reading the server can meet.
pub async fn make_undo(client: &Client, slug: &Slug, journals: &Journals, clock: &Clock) -> Result<Undo, Error> {
    let mut journal = journals.read(client.server(), slug)?;
    let sources = client.sources().await?;
    if let Some(there) = sources.iter().find(|source| source.slug == slug.as_str()) {
        journal.adopt(there);
    }
    for push in journal.pushes.iter().rev().filter(|push| push.undone.is_none()) {
        let undo = Box::pin(of_push(client, slug, (&journal, push), &sources, clock)).await?;
        // A push whose every write got lost on the way changed nothing.
        if !undo.steps.is_empty() || push.writes.iter().any(|write| write.done) {
            return Ok(undo);
        }
    }
    Err(Error::NothingToUndo)
}

async fn of_push(
    client: &Client,
    slug: &Slug,
    (journal, push): (&Journal, &Push),
    sources: &[Source],
    clock: &Clock,
) -> Result<Undo, Error> {
    let there = sources.iter().find(|source| source.slug == slug.as_str());
    let (mut changes, mut steps, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    let mut refusal = None;
    if let Some((stage, source)) = shown_at(push) {
        let stage = client.stage(stage).await?;
        let is_there = button::is_placed(&stage, source, Place::In);
        let login = LoginStage { names: names(client, sources, &stage).await, stage };
        changes.push(hidden(&login, source, is_there));
        if is_there {
            steps.push(Step::Hide { stage: Box::new(login.stage), source: source.to_owned() });
        }
    }
    match (deed(push), there) {
        (Some(Deed::Made { pk, fields }), Some(source)) if is_made(pk.as_deref(), &fields, source) => {
            let (people, me) = tokio::join!(client.connections(slug), client.me());
            let people = people?.count;
            // The API shows others' links only to those who may see them, and says nothing of it to the rest.
            if people == 0 && !me?.is_superuser {
                notes.push(said::plan_note_connections_hidden());
            }
            if people > 0 {
                refusal = Some(Refusal::InUse { people });
            } else if !fields::differing(&fields::of_source(source), &as_left(journal, source)).is_empty() {
                refusal = Some(Refusal::Changed { name: source.name.clone() });
            }
            changes.push(deleted(source));
            steps.push(Step::Delete { source: Box::new(source.clone()), people });
        }
        (Some(Deed::Changed { pk, before, after, secret }), Some(source)) if pk == source.pk => {
            let now = fields::of_source(source);
            let kept = |name: &str, value: &Value| {
                let now = now.get(name).unwrap_or(&Value::Null);
                !fields::same(name, now, value) && !fields::same(name, now, before.get(name).unwrap_or(&Value::Null))
            };
            notes.extend(
                after.iter().filter(|(name, value)| kept(name, value)).map(|(name, _)| said::plan_note_kept(name)),
            );
            let back: Fields = (fields::differing(&now, &before).into_iter())
                .filter(|(name, _)| after.get(name).is_some_and(|value| !kept(name, value)))
                .collect();
            if secret {
                notes.push(said::plan_note_secret_stays());
            }
            let flows = flows(client, &back).await?;
            changes.push(restored(source, &now, &back, &flows));
            if !back.is_empty() {
                steps.push(Step::Restore { source: Box::new(source.clone()), fields: back });
            }
        }
        (Some(_), source) => {
            if source.is_some() {
                notes.push(said::plan_note_other_source());
            }
            changes.push(Change {
                why: Some(said::plan_why_gone()),
                ..change(Target::Source, Action::Nothing, said::plan_source_nothing(slug.as_str()))
            });
        }
        (None, _) => {}
    }
    let (state, summary) = match &refusal {
        Some(_) => (State::NeedsConsent, said::plan_summary_undo(steps.len())),
        None if steps.is_empty() => (State::AlreadyAsItShouldBe, said::plan_summary_undone()),
        None => (State::Ready, said::plan_summary_undo(steps.len())),
    };
    let shown = Shown {
        server: client.server().to_string(),
        slug: slug.to_string(),
        compared_at: clock.stamp(),
        state,
        summary,
        diagnosis: refusal.as_ref().map(|refusal| Diagnosis::from(&refusal.error(slug).symptom())),
        changes,
        notes,
    };
    Ok(Undo { shown, slug: slug.clone(), push: push.number, steps, refusal })
}

/// Puts back what was shown: the button first, then the source; each read back. The push is marked as undone.
///
/// # Errors
/// At the first step that fails; a new plan goes on from there. [`Error::ChangedMeanwhile`] and
/// [`Error::SourceInUse`] where the server isn't as shown, or consent is needed and wasn't given.
pub async fn undo(
    client: &Client,
    plan: &Undo,
    consent: Consent,
    (journals, clock): (&Journals, &Clock),
    told: Told<'_>,
) -> Result<(), Error> {
    if let Some(refusal) = &plan.refusal
        && consent == Consent::Plain
    {
        return Err(refusal.error(&plan.slug));
    }
    let mut journal = journals.read(client.server(), &plan.slug)?;
    let mut reporter = Reporter::new(told, plan.steps.iter().map(Step::target));
    for step in &plan.steps {
        reporter.begin(step.target());
        reporter.tell(StepState::Writing, None);
        let outcome = take_back(client, &plan.slug, step, &mut reporter).await;
        reporter.end(outcome)?;
        if let Step::Delete { .. } = step {
            journal.forget_secret();
        }
    }
    for push in journal.pushes.iter_mut().filter(|push| push.number == plan.push) {
        push.undone = Some(clock.stamp());
    }
    journals.write(client.server(), &plan.slug, &journal)?;
    Ok(())
}

async fn take_back(client: &Client, slug: &Slug, step: &Step, reporter: &mut Reporter<'_>) -> Result<(), Error> {
    match step {
        Step::Hide { stage, source } => {
            let stage = client.stage(&stage.pk).await?;
            let reading = || reporter.tell(StepState::ReadingBack, None);
            button::place(client, stage, source, Place::Out, reading).await
        }
        Step::Restore { source, fields } => {
            still_as_shown(client, slug, source).await?;
            let mut sent = fields.clone();
            sent.insert("provider_type".to_owned(), source.provider_type.as_str().into());
            client.change_source(slug, body(sent, None)).await?;
            reporter.tell(StepState::ReadingBack, None);
            match client.source(slug).await? {
                Some(now) => agrees(fields, &now),
                None => Err(Error::ChangedMeanwhile { what: source.name.clone() }),
            }
        }
        Step::Delete { source, people } => {
            let (same, now) = tokio::join!(still_as_shown(client, slug, source), client.connections(slug));
            same?;
            let now = now?.count;
            if now > *people {
                return Err(Error::SourceInUse { slug: slug.to_string(), people: now });
            }
            client.delete_source(slug).await?;
            reporter.tell(StepState::ReadingBack, None);
            match client.source(slug).await? {
                Some(_) => Err(Error::ReadBackDiffers { what: source.name.clone(), field: "slug".to_owned() }),
                None => Ok(()),
            }
        }
    }
}

async fn still_as_shown(client: &Client, slug: &Slug, shown: &Source) -> Result<(), Error> {
    let now = client.source(slug).await?;
    let holds = now.is_some_and(|now| now.pk == shown.pk && fields::of_source(&now) == fields::of_source(shown));
    if holds { Ok(()) } else { Err(Error::ChangedMeanwhile { what: shown.name.clone() }) }
}

/// The flows that a source has from here, by name, where one of them changes.
async fn flows(client: &Client, back: &Fields) -> Result<Vec<Flow>, Error> {
    if !back.contains_key("authentication_flow") && !back.contains_key("enrollment_flow") {
        return Ok(Vec::new());
    }
    let (known, new) = tokio::join!(client.flow(AUTHENTICATION), client.flow(ENROLMENT));
    Ok([known?, new?].into_iter().flatten().collect())
}

/// Where the push put the button.
fn shown_at(push: &Push) -> Option<(&str, &str)> {
    push.writes.iter().rev().find_map(|write| match &write.what {
        Wrote::Shown { stage, source } => Some((stage.as_str(), source.as_str())),
        Wrote::Created { .. } | Wrote::Changed { .. } => None,
    })
}

fn deed(push: &Push) -> Option<Deed> {
    let mut sum: Option<Deed> = None;
    for Write { what, .. } in &push.writes {
        match (what, &mut sum) {
            (Wrote::Created { pk, fields }, _) => sum = Some(Deed::Made { pk: pk.clone(), fields: fields.clone() }),
            // What was made goes as a whole, however often it was changed.
            (Wrote::Changed { .. }, Some(Deed::Made { .. })) | (Wrote::Shown { .. }, _) => {}
            (
                Wrote::Changed { before, after, secret, .. },
                Some(Deed::Changed { before: first, after: last, secret: any, .. }),
            ) => {
                for (name, value) in before {
                    first.entry(name.clone()).or_insert_with(|| value.clone());
                }
                last.extend(after.clone());
                *any |= secret;
            }
            (Wrote::Changed { pk, before, after, secret }, None) => {
                let (pk, before, after) = (pk.clone(), before.clone(), after.clone());
                sum = Some(Deed::Changed { pk, before, after, secret: *secret });
            }
        }
    }
    sum
}

fn is_made(pk: Option<&str>, fields: &Fields, source: &Source) -> bool {
    pk.map_or_else(|| is_the_one(fields, source), |pk| pk == source.pk)
}

/// The fields of a source as this machine left them.
fn as_left(journal: &Journal, source: &Source) -> Fields {
    let now = fields::of_source(source);
    let mut left = Fields::new();
    for write in journal.pushes.iter().filter(|push| push.undone.is_none()).flat_map(|push| &push.writes) {
        match &write.what {
            Wrote::Created { pk, fields } if is_made(pk.as_deref(), fields, source) => {
                left.extend(fields::only(fields, &now));
            }
            // One that got lost on the way left nothing.
            Wrote::Changed { pk, after, .. } if *pk == source.pk && write.done => left.extend(after.clone()),
            Wrote::Created { .. } | Wrote::Changed { .. } | Wrote::Shown { .. } => {}
        }
    }
    left
}

fn change(target: Target, action: Action, title: Message) -> Change {
    Change { id: target.id().to_owned(), target, action, title, why: None, fields: Vec::new(), data: None }
}

fn hidden(login: &LoginStage, source: &str, is_there: bool) -> Change {
    let stage = &login.stage;
    if !is_there {
        let why = Some(said::plan_why_gone());
        return Change { why, ..change(Target::LoginPage, Action::Nothing, said::plan_button_there()) };
    }
    let left: Vec<_> = stage.sources.iter().filter(|pk| *pk != source).cloned().collect();
    let mut sent = json!({ "sources": left });
    if left.is_empty() {
        sent["user_fields"] = json!(stage.user_fields);
    }
    Change {
        why: Some(said::plan_why_stage(&stage.name)),
        fields: vec![Field {
            name: "sources".to_owned(),
            label: said::plan_field_sources(),
            now: Some(Shows::List(login.named(&stage.sources))),
            will: Shows::List(login.named(&left)),
            secret: false,
        }],
        data: Some(RequestShown::new("PATCH", format!("/api/v3/stages/identification/{}/", stage.pk), Some(&sent))),
        ..change(Target::LoginPage, Action::Change, said::plan_button_remove())
    }
}

fn deleted(source: &Source) -> Change {
    Change {
        why: Some(said::plan_why_made_here()),
        data: Some(RequestShown::new("DELETE", format!("/api/v3/sources/oauth/{}/", source.slug), None)),
        ..change(Target::Source, Action::Remove, said::plan_source_remove(&source.name))
    }
}

fn restored(source: &Source, now: &Fields, back: &Fields, flows: &[Flow]) -> Change {
    let flows: Vec<_> = flows.iter().map(|flow| (flow.pk.as_str(), flow.slug.as_str())).collect();
    if back.is_empty() {
        let why = Some(said::plan_why_already());
        return Change { why, ..change(Target::Source, Action::Nothing, said::plan_source_nothing(&source.name)) };
    }
    let mut sent = back.clone();
    sent.insert("provider_type".to_owned(), source.provider_type.as_str().into());
    let path = format!("/api/v3/sources/oauth/{}/", source.slug);
    Change {
        why: Some(said::plan_why_changed_here()),
        fields: fields::rows(Some(now), back, &flows),
        data: Some(RequestShown::new("PATCH", path, Some(&Value::Object(sent)))),
        ..change(Target::Source, Action::Change, said::plan_source_restore(&source.name))
    }
}
