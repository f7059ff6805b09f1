use super::Error;
use super::access_test::tried;
use super::button::{self, ButtonVisibility, LoginPageSnapshot, PlacementFailure};
use super::change::PlanState;
use super::compare::Plan;
use super::fields::Fields;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, JournalEntry as Entry, Journals, RecordedOperation};
use super::mapping_test::{MappingTestResult, tested};
use super::report::{ProgressReporter, PushProgress, PushProgressState};
use super::step::{DeferredKey, ExistingObject, Operation, PlannedWrite, SOURCE, resolved};
use super::write::{ApiWrite, WriteError, check_precondition, verify_fields, write};
use crate::address::Slug;
use crate::authentik::{ApiObject, Client, Error as AuthentikError, ObjectKind, Source};
use crate::clock::Clock;
use crate::credentials::ClientSecret;
use crate::progress::Observer;
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the admin answered to the diagnosis of a plan that needs consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Confirmation {
    /// The plan needed no consent.
    Plain,
    /// The admin agreed.
    Given,
    /// The admin declined, but agreed to the gentler alternative that an undo offers.
    Instead,
}

/// The result of a push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushResult {
    /// When the push ended (RFC 3339).
    pub at: String,
    /// How many changes were written.
    pub written: u32,
    /// The source's uuid, where the push touched the source or its button.
    pub source: Option<String>,
    /// The result of the server's own test of each mapping that was written. Empty if the token may not ask for the
    /// test.
    pub tests: Vec<MappingTestResult>,
    /// The source's callback as the server reports it, if the source was read back.
    pub callback: Option<String>,
    /// The source as it was read back, if it was, so that a check that follows at once needn't read it again.
    #[serde(skip)]
    pub read_back: Option<Source>,
}

/// A push while it runs.
struct PushRun<'p> {
    client: &'p Client,
    slug: &'p Slug,
    secret: Option<&'p ClientSecret>,
    journals: &'p Journals,
    clock: &'p Clock,
    journal: Journal,
    reporter: ProgressReporter<'p>,
    changes: Vec<String>,
    /// The id of the change that is being written.
    change: String,
    /// The write after the present one.
    next: Option<&'p PlannedWrite>,
    opened: bool,
    /// The primary keys of the objects that earlier steps made, by step.
    made: BTreeMap<String, String>,
    /// The login page's list, if it was read just now and is written next.
    fresh: Option<LoginPageSnapshot>,
    /// The fingerprint of the secret that the next write replaces, if it is kept.
    replaced: Option<Fingerprint>,
    pushed: PushResult,
}

/// Pushes a plan as it was shown. First it checks that the server is still as it was shown; then it writes each change,
/// reads it back and compares it before the next one begins. The journal is written before and after each write. Only
/// one run of this program can push the same source at a time.
///
/// # Errors
/// At the first change that fails. What was written before stays, and a new plan continues from there.
/// [`Error::ChangedMeanwhile`] before anything is written where the server isn't as shown.
pub async fn apply(
    client: &Client,
    plan: &Plan,
    secret: Option<&ClientSecret>,
    consent: Confirmation,
    journals: &Journals,
    clock: &Clock,
    observer: Observer<'_, PushProgress>,
) -> Result<PushResult, Error> {
    if let Some(refusal) = &plan.refusal
        && (plan.shown.state != PlanState::NeedsConsent || consent != Confirmation::Given)
    {
        return Err(refusal.error(&plan.slug));
    }
    let _lock = journals.lock(client.server(), &plan.slug)?;
    let mut journal = journals.read(client.server(), &plan.slug)?;
    journal.resolve(client).await?;
    let mut push = PushRun {
        client,
        slug: &plan.slug,
        secret,
        journals,
        clock,
        journal,
        reporter: ProgressReporter::new(observer, plan.steps.iter().map(|step| step.id.as_str())),
        changes: plan.steps.iter().map(|step| step.id.clone()).collect(),
        change: String::new(),
        next: None,
        opened: false,
        made: BTreeMap::new(),
        fresh: None,
        replaced: None,
        pushed: PushResult {
            at: clock.stamp(),
            written: 0,
            source: None,
            tests: Vec::new(),
            callback: None,
            read_back: None,
        },
    };
    push.still_as_shown(&plan.steps).await?;
    for (at, step) in plan.steps.iter().enumerate() {
        push.next = plan.steps.get(at + 1);
        push.change.clone_from(&step.id);
        push.reporter.begin(&step.id);
        push.reporter.tell(PushProgressState::Writing, None);
        let outcome = match &step.deed {
            Operation::Create { kind, fields, secret, later } => push.create(step, *kind, fields, later, *secret).await,
            Operation::Change { known, before, after, secret, later } => {
                push.change(known, before, after, later, *secret).await
            }
            Operation::Show { stage, source } => push.show(&stage.pk, source.as_deref()).await,
        };
        let outcome = match outcome {
            Ok(()) => push.finished(&step.id, push.next.is_none()),
            // The journal's file may not say yet that the change before it is finished.
            Err(error) => push.keep().and(Err(error)),
        };
        push.reporter.end(outcome)?;
        push.pushed.written += 1;
    }
    push.pushed.tests = Box::pin(tested(client, &plan.steps, &push.made)).await;
    push.pushed.tests.extend(Box::pin(tried(client, plan.access.as_ref(), &plan.steps, &push.made)).await);
    push.pushed.at = clock.stamp();
    Ok(push.pushed)
}

impl<'p> PushRun<'p> {
    /// Reads every object that the plan would write, in parallel, and compares each with what was shown.
    async fn still_as_shown(&mut self, steps: &[PlannedWrite]) -> Result<(), Error> {
        let (client, journals) = (self.client, self.journals);
        // If the first write is of a login page's list, this read is the one that must come just before it.
        let looks = steps.iter().enumerate().map(|(at, step)| {
            let first = (at == 0).then_some(journals);
            async move {
                // If the first write creates the source, the server itself refuses a slug that is taken by now, and
                // nothing was written before.
                let refuses = matches!(step.deed, Operation::Create { kind: ObjectKind::Source, .. });
                if at == 0 && refuses { Ok(None) } else { Box::pin(is_as_shown(client, &step.deed, first)).await }
            }
        });
        for (step, look) in steps.iter().zip(join_all(looks).await) {
            self.reporter.begin(&step.id);
            match look {
                Ok(Some(fresh)) => self.fresh = Some(fresh),
                Ok(None) => {}
                Err(error) => return self.reporter.end(Err(error)),
            }
        }
        Ok(())
    }

    async fn create(
        &mut self,
        step: &PlannedWrite,
        kind: ObjectKind,
        fields: &Fields,
        later: &[DeferredKey],
        secret: bool,
    ) -> Result<(), Error> {
        let secret = self.secret_for(secret)?;
        let sent = self.resolved(fields, later)?;
        // The server has no object with this key, so an earlier attempt didn't make one either.
        self.open();
        self.journal.forget_lost(kind, &sent);
        if secret.is_some() {
            self.journal.forget_secret();
        }
        self.intend(RecordedOperation::Created { kind, pk: None, fields: sent.clone() }, secret)?;
        let outcome = write(self.client, ApiWrite::Create { kind, fields: &sent, secret }).await;
        let object = match self.said(outcome) {
            Err(error) => return Err(unless_new(self.client, self.slug, error).await),
            Ok(object) => object,
        };
        self.confirm(|what| {
            if let RecordedOperation::Created { pk, .. } = what {
                *pk = Some(object.pk.clone());
            }
        });
        if let Some(secret) = secret {
            self.journal.know_secret(secret, &object.pk);
        }
        self.made.insert(step.id.clone(), object.pk.clone());
        self.read_back(&sent, &object).await
    }

    async fn change(
        &mut self,
        known: &ExistingObject,
        before: &Fields,
        after: &Fields,
        later: &[DeferredKey],
        secret: bool,
    ) -> Result<(), Error> {
        let secret = self.secret_for(secret)?;
        let sent = self.resolved(after, later)?;
        let replaced = match secret {
            Some(_) if known.kind == ObjectKind::Secret => self.keep_replaced(&known.pk).await?,
            Some(_) | None => None,
        };
        if secret.is_some() {
            self.journal.forget_secret();
        }
        self.replaced = replaced;
        self.intend(
            RecordedOperation::Changed {
                kind: known.kind,
                pk: known.pk.clone(),
                handle: known.handle.clone(),
                before: before.clone(),
                after: sent.clone(),
                secret: secret.is_some(),
            },
            secret,
        )?;
        let outcome = write(self.client, ApiWrite::Change { known, fields: &sent, secret }).await;
        let object = self.said(outcome)?;
        self.confirm(|_| {});
        if let Some(secret) = secret {
            self.journal.know_secret(secret, &object.pk);
        }
        self.read_back(&sent, &object).await
    }

    /// Keeps the value that a Secret has, if the token may see it, so that an undo can put it back. A push that goes on
    /// after it replaced the value keeps the one from before.
    async fn keep_replaced(&mut self, pk: &str) -> Result<Option<Fingerprint>, Error> {
        if self.journal.keeps_replaced(pk, &self.changes) {
            return Ok(None);
        }
        let (server, slug) = (self.client.server(), self.slug);
        let value = self.client.secret_value(pk).await?.map(ClientSecret::from);
        let Some(value) = value.filter(|value| self.secret.is_none_or(|secret| !secret.is_same(value))) else {
            return Ok(None);
        };
        let fingerprint = Fingerprint::new(&value, pk);
        let kept = fingerprint.is_some() && self.journals.replaced.keep(server, slug, value).await;
        Ok(fingerprint.filter(|_| kept))
    }

    /// Reads an object back after a write and records the write in the journal at the same time. If a login page's list
    /// is written next, it is read in parallel too.
    async fn read_back(&mut self, sent: &Fields, written: &ApiObject) -> Result<(), Error> {
        self.reporter.tell(PushProgressState::ReadingBack, None);
        if written.kind == ObjectKind::Source {
            self.pushed.source = Some(written.pk.clone());
        }
        let (client, journals) = (self.client, self.journals);
        let list = async {
            match self.next.map(|next| &next.deed) {
                Some(Operation::Show { stage, .. }) => LoginPageSnapshot::read(client, journals, &stage.pk).await,
                Some(Operation::Create { .. } | Operation::Change { .. }) | None => None,
            }
        };
        let (now, list, kept) =
            tokio::join!(client.object(written.kind, &written.handle), list, self.save_journal_in_background());
        self.fresh = list;
        kept?;
        let now = now?.ok_or_else(|| Error::ChangedMeanwhile { what: written.name().to_owned() })?;
        verify_fields(sent, &now)?;
        if now.kind == ObjectKind::Source {
            self.pushed.callback = now.fields.get("callback_url").and_then(Value::as_str).map(str::to_owned);
            self.pushed.read_back = serde_json::from_value(Value::Object(now.fields)).ok();
        }
        Ok(())
    }

    async fn show(&mut self, stage: &str, source: Option<&str>) -> Result<(), Error> {
        let fresh = self.fresh.take().filter(|fresh| fresh.stage().pk == stage);
        let source = match source {
            Some(source) => source.to_owned(),
            None => self.made.get(SOURCE).cloned().ok_or_else(|| self.missing())?,
        };
        self.pushed.source = Some(source.clone());
        self.intend(RecordedOperation::Shown { stage: stage.to_owned(), source: source.clone() }, None)?;
        let reporter = &mut self.reporter;
        let reading = || reporter.tell(PushProgressState::ReadingBack, None);
        let outcome =
            button::place(self.client, self.journals, stage, fresh, &source, ButtonVisibility::In, reading).await;
        match outcome {
            Ok(()) => {
                self.confirm(|_| {});
                Ok(())
            }
            Err(PlacementFailure::Refused(error)) => {
                self.withdraw();
                self.keep()?;
                Err(error)
            }
            Err(PlacementFailure::Unclear(error)) => Err(error),
        }
    }

    fn secret_for(&self, wanted: bool) -> Result<Option<&'p ClientSecret>, Error> {
        match (wanted, self.secret) {
            (false, _) => Ok(None),
            (true, Some(secret)) => Ok(Some(secret)),
            (true, None) => Err(Error::SecretNeeded),
        }
    }

    fn resolved(&self, fields: &Fields, later: &[DeferredKey]) -> Result<Fields, Error> {
        resolved(fields, later, |step| self.made.get(step).cloned()).ok_or_else(|| self.missing())
    }

    /// A step that a later one depends on made nothing, which no plan should contain.
    fn missing(&self) -> Error {
        Error::ChangedMeanwhile { what: self.slug.to_string() }
    }

    /// Records in the journal what is about to be sent.
    fn intend(&mut self, what: RecordedOperation, secret: Option<&ClientSecret>) -> Result<(), Error> {
        self.open();
        let at = self.clock.stamp();
        if let Some(push) = self.journal.pushes.last_mut() {
            let mut entry = Entry::begun(at, &self.change, what, secret);
            entry.replaced = self.replaced.take();
            push.writes.push(entry);
        }
        self.keep()
    }

    /// Opens the push in the journal before its first write, so that a push that writes nothing leaves no entry.
    fn open(&mut self) {
        if !self.opened {
            self.journal.open(&self.clock.stamp(), &self.changes);
            self.opened = true;
        }
    }

    /// Records that a change is written. If another change follows, its own entry saves this one too.
    fn finished(&mut self, change: &str, is_last: bool) -> Result<(), Error> {
        self.journal.finished(change);
        if is_last { self.keep() } else { Ok(()) }
    }

    fn confirm(&mut self, change: impl FnOnce(&mut RecordedOperation)) {
        if let Some(entry) = self.journal.pushes.last_mut().and_then(|push| push.writes.last_mut()) {
            entry.confirm();
            change(&mut entry.what);
        }
    }

    /// Removes the entry from the journal if the server has definitely refused the write.
    fn said(&mut self, outcome: Result<Option<ApiObject>, WriteError>) -> Result<ApiObject, Error> {
        if let Err(WriteError { is_definite: true, .. }) = &outcome {
            self.withdraw();
            self.keep()?;
        }
        outcome?.ok_or_else(|| self.missing())
    }

    fn withdraw(&mut self) {
        if let Some(push) = self.journal.pushes.last_mut() {
            push.writes.pop();
        }
        self.journal.tidy();
    }

    fn keep(&self) -> Result<(), Error> {
        if self.opened {
            self.journals.write(self.client.server(), self.slug, &self.journal)?;
        }
        Ok(())
    }

    /// Saves the journal on another thread while requests are on their way, because writing to the disk takes time.
    fn save_journal_in_background(&self) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        let (journals, server) = (self.journals.clone(), self.client.server().clone());
        let (slug, journal) = (self.slug.clone(), self.journal.clone());
        let keep = Arc::new(move || journals.write(&server, &slug, &journal));
        async move {
            let kept = tokio::task::spawn_blocking({
                let keep = Arc::clone(&keep);
                move || keep()
            });
            // If that thread ended without a result, it may have written nothing, so the journal is saved again.
            Ok(kept.await.unwrap_or_else(|_| keep())?)
        }
    }
}

/// The error of a creation. If an OAuth source has got the slug since the plan was shown, a new plan shows it; a source of
/// another kind, which the token may not see, is told by the refusal itself.
async fn unless_new(client: &Client, slug: &Slug, error: Error) -> Error {
    if !matches!(error, Error::Authentik(AuthentikError::SlugTaken { .. })) {
        return error;
    }
    match client.object(ObjectKind::Source, slug.as_str()).await {
        Ok(Some(twin)) => Error::ChangedMeanwhile { what: twin.name().to_owned() },
        Ok(None) | Err(_) => error,
    }
}

/// Checks that the object that a step writes is still as it was shown. If the step is written `first` and writes a
/// login page's list, the list that was read is kept for the write.
async fn is_as_shown(
    client: &Client,
    deed: &Operation,
    first: Option<&Journals>,
) -> Result<Option<LoginPageSnapshot>, Error> {
    match deed {
        Operation::Create { kind, fields, later, .. } => {
            // What hangs on what isn't made yet can't be there.
            if later.iter().any(|later| kind.key().contains(&later.field)) {
                return Ok(None);
            }
            match client.find_conflicting(*kind, fields).await? {
                None => Ok(None),
                Some(twin) => Err(Error::ChangedMeanwhile { what: twin.name().to_owned() }),
            }
        }
        Operation::Change { known, before, .. } => {
            check_precondition(client, known, &[&known.also, before]).await?;
            Ok(None)
        }
        Operation::Show { stage, .. } => {
            let fresh = match first {
                Some(journals) => LoginPageSnapshot::read(client, journals, &stage.pk).await,
                None => None,
            };
            let now = match &fresh {
                Some(fresh) => fresh.stage(),
                None => &client.stage(&stage.pk).await?,
            };
            let is_same =
                now.sources.len() == stage.sources.len() && now.sources.iter().all(|pk| stage.sources.contains(pk));
            if is_same { Ok(fresh) } else { Err(Error::ChangedMeanwhile { what: stage.name.clone() }) }
        }
    }
}
