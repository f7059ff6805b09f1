use super::button::{self, Place};
use super::change::State;
use super::compare::{Plan, Step};
use super::fields::{self, Fields};
use super::journal::{Journal, Journals, Write, Wrote};
use super::{Error, Target};
use crate::address::Slug;
use crate::authentik::{Body, Client, Error as AuthentikError, IdentificationStage, Source};
use crate::clock::Clock;
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed, Diagnosis};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// Whether the admin has said yes to what the plan's diagnosis tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PushConsent"))]
#[serde(rename_all = "camelCase")]
pub enum Consent {
    /// Nothing was asked.
    Plain,
    /// Yes.
    Given,
}

/// How far one change is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PushStep"))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The change, as [`super::Change::id`] names it.
    pub change: String,
    /// How far it is.
    pub state: StepState,
    /// Since it began, in milliseconds.
    pub millis: u32,
    /// Why it failed.
    pub diagnosis: Option<Diagnosis>,
}

/// How far one change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PushStepState"))]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Others come first.
    Waiting,
    /// It is being sent.
    Writing,
    /// It was sent, and is being read back.
    ReadingBack,
    /// It was read back and is as it should be.
    Written,
    /// It failed; the changes after it don't begin.
    Failed,
}

/// What a push did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Pushed {
    /// When it ended (RFC 3339).
    pub at: String,
    /// How many changes were written.
    pub written: u32,
    /// The source's uuid, where the push touched the source or its button.
    pub source: Option<String>,
    /// The source's callback as the server says it, where it was read back.
    pub callback: Option<String>,
}

/// Who is told how far it is.
pub(super) type Told<'p> = &'p mut (dyn FnMut(Progress) + Send);

/// Tells how far one change is.
pub(super) struct Reporter<'p> {
    told: Told<'p>,
    change: &'static str,
    since: Instant,
}

impl<'p> Reporter<'p> {
    pub(super) fn new(told: Told<'p>, waiting: impl Iterator<Item = Target>) -> Self {
        let mut reporter = Self { told, change: "", since: Instant::now() };
        for target in waiting {
            reporter.change = target.id();
            reporter.tell(StepState::Waiting, None);
        }
        reporter
    }

    pub(super) fn begin(&mut self, target: Target) {
        self.change = target.id();
        self.since = Instant::now();
    }

    pub(super) fn tell(&mut self, state: StepState, diagnosis: Option<Diagnosis>) {
        let millis = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        (self.told)(Progress { change: self.change.to_owned(), state, millis, diagnosis });
    }

    /// Tells how it ended, and hands the end on.
    pub(super) fn end<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        match &outcome {
            Ok(_) => self.tell(StepState::Written, None),
            Err(error) => self.tell(StepState::Failed, Some(Diagnosis::from(&error.symptom()))),
        }
        outcome
    }
}

/// A push under way.
struct Push<'p> {
    client: &'p Client,
    slug: &'p Slug,
    secret: Option<&'p ClientSecret>,
    journals: &'p Journals,
    clock: &'p Clock,
    journal: Journal,
    reporter: Reporter<'p>,
    changes: Vec<&'static str>,
    opened: bool,
    pushed: Pushed,
}

/// Pushes a plan as it was shown: looks first whether all still is as shown, then writes each change, reads it back and
/// compares before the next one begins. The journal is written before and after each write.
///
/// # Errors
/// At the first change that fails; what was written before it stays, and a new plan goes on from there.
/// [`Error::ChangedMeanwhile`] before anything is written where the server isn't as shown.
pub async fn apply(
    client: &Client,
    plan: &Plan,
    secret: Option<&ClientSecret>,
    consent: Consent,
    (journals, clock): (&Journals, &Clock),
    told: Told<'_>,
) -> Result<Pushed, Error> {
    if let Some(refusal) = plan.refusal
        && (plan.shown.state != State::NeedsConsent || consent == Consent::Plain)
    {
        return Err(refusal.error(&plan.slug));
    }
    let mut journal = journals.read(client.server(), &plan.slug)?;
    if let Some(there) = &plan.there {
        journal.adopt(there);
    }
    let mut push = Push {
        client,
        slug: &plan.slug,
        secret,
        journals,
        clock,
        journal,
        reporter: Reporter::new(told, plan.steps.iter().map(Step::target)),
        changes: plan.steps.iter().map(|step| step.target().id()).collect(),
        opened: false,
        pushed: Pushed { at: clock.stamp(), written: 0, source: None, callback: None },
    };
    let mut fresh = push.still_as_shown(plan).await?;
    for step in &plan.steps {
        push.reporter.begin(step.target());
        push.reporter.tell(StepState::Writing, None);
        let outcome = match step {
            Step::Create { fields } => push.create(fields).await,
            Step::Change { source, before, after, secret } => push.change(source, before, after, *secret).await,
            Step::Show { stage, source } => {
                push.show(&stage.pk, source.as_deref(), fresh.take().filter(|_| push.pushed.written == 0)).await
            }
        };
        let outcome = outcome.and_then(|()| push.finished(step.target()));
        push.reporter.end(outcome)?;
        push.pushed.written += 1;
    }
    push.pushed.at = clock.stamp();
    Ok(push.pushed)
}

impl Push<'_> {
    /// Reads everything that the plan would write, at once, and compares it with what was shown. Gives back the stage.
    async fn still_as_shown(&mut self, plan: &Plan) -> Result<Option<IdentificationStage>, Error> {
        let stage = plan.steps.iter().find_map(|step| match step {
            Step::Show { stage, .. } => Some(stage),
            Step::Create { .. } | Step::Change { .. } => None,
        });
        let touched = plan.steps.iter().find(|step| step.target() == Target::Source);
        let source = async {
            match touched {
                Some(_) => self.client.source(self.slug).await.map(Some),
                None => Ok(None),
            }
        };
        let now = async {
            match stage {
                Some(stage) => self.client.stage(&stage.pk).await.map(Some),
                None => Ok(None),
            }
        };
        let (source, now) = tokio::join!(source, now);
        if let (Some(step), outcome) = (touched, source) {
            self.reporter.begin(Target::Source);
            let compared = outcome.map_err(Error::from).and_then(|found| is_as_shown(step, self.slug, found.flatten()));
            if compared.is_err() {
                return self.reporter.end(compared).map(|()| None);
            }
        }
        if let Some(shown) = stage {
            self.reporter.begin(Target::LoginPage);
            let compared = now.map_err(Error::from).and_then(|now| match now {
                Some(now) if is_same_list(&now.sources, &shown.sources) => Ok(Some(now)),
                Some(_) | None => Err(Error::ChangedMeanwhile { what: shown.name.clone() }),
            });
            return if compared.is_err() { self.reporter.end(compared) } else { compared };
        }
        Ok(None)
    }

    async fn create(&mut self, sent: &Fields) -> Result<(), Error> {
        let secret = self.secret.ok_or(Error::SecretNeeded)?;
        // The slug is free, so what an earlier try may have made isn't there.
        self.open();
        for push in &mut self.journal.pushes {
            push.writes.retain(|write| !matches!(write.what, Wrote::Created { pk: None, .. }));
        }
        self.journal.forget_secret();
        self.intend(Wrote::Created { pk: None, fields: sent.clone() })?;
        let outcome = self.client.create_source(self.slug, body(sent.clone(), Some(secret))).await;
        let source = self.said(outcome)?;
        self.confirm(|what| {
            if let Wrote::Created { pk, .. } = what {
                *pk = Some(source.pk.clone());
            }
        });
        self.journal.know_secret(secret, &source.pk);
        self.keep()?;
        self.read_back(sent, &source).await
    }

    async fn change(&mut self, shown: &Source, before: &Fields, after: &Fields, secret: bool) -> Result<(), Error> {
        let secret = match (secret, self.secret) {
            (false, _) => None,
            (true, Some(secret)) => Some(secret),
            (true, None) => return Err(Error::SecretNeeded),
        };
        if secret.is_some() {
            self.journal.forget_secret();
        }
        self.intend(Wrote::Changed {
            pk: shown.pk.clone(),
            before: before.clone(),
            after: after.clone(),
            secret: secret.is_some(),
        })?;
        let mut sent = after.clone();
        sent.insert("provider_type".to_owned(), shown.provider_type.as_str().into());
        let outcome = self.client.change_source(self.slug, body(sent, secret)).await;
        let source = self.said(outcome)?;
        self.confirm(|_| {});
        if let Some(secret) = secret {
            self.journal.know_secret(secret, &source.pk);
        }
        self.keep()?;
        self.read_back(after, &source).await
    }

    async fn read_back(&mut self, sent: &Fields, written: &Source) -> Result<(), Error> {
        self.reporter.tell(StepState::ReadingBack, None);
        self.pushed.source = Some(written.pk.clone());
        let source = self.client.source(self.slug).await?;
        let source = source.ok_or_else(|| Error::ChangedMeanwhile { what: written.name.clone() })?;
        agrees(sent, &source)?;
        self.pushed.callback = source.callback_url;
        Ok(())
    }

    async fn show(
        &mut self,
        stage: &str,
        source: Option<&str>,
        fresh: Option<IdentificationStage>,
    ) -> Result<(), Error> {
        let Some(source) = source.map(str::to_owned).or_else(|| self.pushed.source.clone()) else {
            return Err(Error::ChangedMeanwhile { what: self.slug.to_string() });
        };
        self.pushed.source = Some(source.clone());
        let stage = match fresh {
            Some(stage) => stage,
            None => self.client.stage(stage).await?,
        };
        if button::is_placed(&stage, &source, Place::In) {
            return Ok(());
        }
        self.intend(Wrote::Shown { stage: stage.pk.clone(), source: source.clone() })?;
        let reporter = &mut self.reporter;
        let reading = || reporter.tell(StepState::ReadingBack, None);
        let outcome = button::place(self.client, stage, &source, Place::In, reading).await;
        match outcome {
            Ok(()) => {
                self.confirm(|_| {});
                self.keep()
            }
            Err(Error::Authentik(error)) => self.said(Err(error)),
            Err(other) => Err(other),
        }
    }

    /// Writes down what is about to be sent.
    fn intend(&mut self, what: Wrote) -> Result<(), Error> {
        self.open();
        let at = self.clock.stamp();
        if let Some(push) = self.journal.pushes.last_mut() {
            push.writes.push(Write { at, done: false, what });
        }
        self.keep()
    }

    /// Opens the push in the journal before its first write, so that one that writes nothing leaves no trace.
    fn open(&mut self) {
        if !self.opened {
            self.journal.open(&self.clock.stamp(), &self.changes);
            self.opened = true;
        }
    }

    fn finished(&mut self, target: Target) -> Result<(), Error> {
        if self.opened {
            self.journal.finished(target.id());
            self.keep()?;
        }
        Ok(())
    }

    fn confirm(&mut self, change: impl FnOnce(&mut Wrote)) {
        if let Some(write) = self.journal.pushes.last_mut().and_then(|push| push.writes.last_mut()) {
            write.done = true;
            change(&mut write.what);
        }
    }

    /// Takes the intention back where the server has surely said no.
    fn said<T>(&mut self, outcome: Result<T, AuthentikError>) -> Result<T, Error> {
        if let Err(error) = &outcome
            && is_surely_not_done(error)
        {
            if let Some(push) = self.journal.pushes.last_mut() {
                push.writes.pop();
            }
            self.journal.tidy();
            self.keep()?;
        }
        Ok(outcome?)
    }

    fn keep(&self) -> Result<(), Error> {
        Ok(self.journals.write(self.client.server(), self.slug, &self.journal)?)
    }
}

/// Whether the source still is as the step was shown.
fn is_as_shown(step: &Step, slug: &Slug, now: Option<Source>) -> Result<(), Error> {
    let holds = match (step, now) {
        (Step::Create { .. }, now) => now.is_none(),
        (Step::Change { source, before, .. }, Some(now)) => {
            now.pk == source.pk
                && now.provider_type == source.provider_type
                && fields::differing(&fields::of_source(&now), before).is_empty()
        }
        (Step::Change { .. }, None) => false,
        (Step::Show { .. }, _) => true,
    };
    let what = match step {
        Step::Change { source, .. } => source.name.clone(),
        Step::Create { .. } | Step::Show { .. } => slug.to_string(),
    };
    if holds { Ok(()) } else { Err(Error::ChangedMeanwhile { what }) }
}

/// Whether the source has what was sent.
pub(super) fn agrees(sent: &Fields, source: &Source) -> Result<(), Error> {
    let compared = fields::only(sent, &fields::of_source(source));
    match fields::differing(&fields::of_source(source), &compared).keys().next() {
        Some(field) => Err(Error::ReadBackDiffers { what: source.name.clone(), field: field.clone() }),
        None => Ok(()),
    }
}

pub(super) fn body(fields: Fields, secret: Option<&ClientSecret>) -> Body {
    Body { fields, secret: secret.map(|secret| SecretString::from(secret.expose_secret())) }
}

fn is_same_list(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().all(|pk| b.contains(pk))
}

/// Whether an error leaves no doubt that nothing was written.
fn is_surely_not_done(error: &AuthentikError) -> bool {
    match error {
        AuthentikError::TokenRefused { .. }
        | AuthentikError::TokenMissing { .. }
        | AuthentikError::RightsMissing { .. }
        | AuthentikError::Refused { .. }
        | AuthentikError::SlugTaken { .. }
        | AuthentikError::Gone { .. }
        | AuthentikError::Starting { .. } => true,
        AuthentikError::Net(_)
        | AuthentikError::Redirects { .. }
        | AuthentikError::WantsHttps { .. }
        | AuthentikError::SpeaksTls { .. }
        | AuthentikError::LoginInFront { .. }
        | AuthentikError::GuardInFront { .. }
        | AuthentikError::OtherProgram { .. }
        | AuthentikError::NothingBehind { .. }
        | AuthentikError::CoreAway { .. }
        | AuthentikError::DatabaseAway { .. }
        | AuthentikError::NotThere { .. }
        | AuthentikError::Unavailable { .. }
        | AuthentikError::WriteFault { .. }
        | AuthentikError::AnswerUnknown { .. }
        | AuthentikError::TypeMissing { .. }
        | AuthentikError::FlowMissing { .. }
        | AuthentikError::LoginPageNotFound { .. } => false,
    }
}
