//! Undoes a push in reverse order: the button is removed first, then objects that the push created are deleted, and
//! objects that it changed get their old values back.

mod deeds;
mod draw;
mod execute;
mod inspect;
mod refusal;

use super::change::{PlanState, PlanView};
use super::journal::Journals;
use super::report::{ProgressReporter, PushProgress, PushProgressState};
use super::{Confirmation, Error};
use crate::address::Slug;
use crate::authentik::{Client, ObjectKind};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::msg;
use crate::progress::Observer;
use inspect::{UndoInspection, UndoStep};
use refusal::UndoRefusal;

/// A plan to undo the newest push: what is shown to the admin, and what [`undo`] will do.
#[derive(Clone, Debug)]
pub struct Undo {
    /// The plan as it is shown.
    pub shown: PlanView,
    slug: Slug,
    /// The number of the push that is undone.
    push: u32,
    steps: Vec<UndoStep>,
    refusal: Option<UndoRefusal>,
    /// A gentler alternative if the undo would delete a source that people may be using: it disables the source, and
    /// keeps it and its links.
    pub instead: Option<Box<Undo>>,
}

impl Undo {
    /// What the undo needs consent for, if anything.
    pub fn refusal(&self) -> Option<Symptom> {
        self.refusal.as_ref().map(|refusal| refusal.error(&self.slug).symptom())
    }
}

/// Reads the journal and the server, and plans to undo the newest push that isn't undone yet.
///
/// # Errors
/// [`Error::NothingToUndo`], and any error of reading the server.
pub async fn plan_undo(client: &Client, slug: &Slug, journals: &Journals, clock: &Clock) -> Result<Undo, Error> {
    let mut journal = journals.read(client.server(), slug)?;
    journal.resolve(client).await?;
    for push in journal.pushes.iter().rev().filter(|push| push.undone.is_none()) {
        let replaced = push.writes.iter().any(|write| write.replaced.is_some());
        let kept = if replaced { journals.replaced.get(client.server(), slug).await } else { None };
        let look = Box::pin(inspect::inspect(client, slug, &journal, push, kept.as_ref())).await?;
        // A push whose writes all failed to arrive changed nothing.
        if !look.steps.is_empty() || push.writes.iter().any(|write| write.done) {
            return Ok(planned(client, slug, clock, push.number, look));
        }
    }
    Err(Error::NothingToUndo { others: journals.others_to_undo(client.server(), slug)? })
}

fn planned(client: &Client, slug: &Slug, clock: &Clock, push: u32, look: UndoInspection) -> Undo {
    let UndoInspection { changes, steps, notes, refusal, gentler } = look;
    let (state, summary) = match &refusal {
        Some(_) => (PlanState::NeedsConsent, msg::plan_summary_undo(steps.len())),
        None if steps.is_empty() => (PlanState::AlreadyAsItShouldBe, msg::plan_summary_undone()),
        None => (PlanState::Ready, msg::plan_summary_undo(steps.len())),
    };
    let shown = PlanView {
        server: client.server().to_string(),
        slug: slug.to_string(),
        compared_at: clock.stamp(),
        state,
        summary,
        diagnosis: refusal.as_ref().map(|refusal| Diagnosis::from(&refusal.error(slug).symptom())),
        changes,
        consequences: Vec::new(),
        notes,
        shell: None,
    };
    let instead = gentler.map(|(change, step)| {
        // The source stays, so the objects that it needs and its links stay too.
        let goes_too = |kind: Option<ObjectKind>| match kind {
            None | Some(ObjectKind::SourceStage | ObjectKind::Binding) => true,
            Some(
                ObjectKind::Source
                | ObjectKind::Mapping
                | ObjectKind::Connection
                | ObjectKind::Secret
                | ObjectKind::Policy
                | ObjectKind::PolicyBinding
                | ObjectKind::Flow
                | ObjectKind::WriteStage
                | ObjectKind::DenyStage
                | ObjectKind::Group,
            ) => false,
        };
        let mut steps: Vec<_> = steps.iter().filter(|step| goes_too(step.kind())).cloned().collect();
        let is_done = |id: &str| steps.iter().any(|step| step.id() == id);
        let mut changes: Vec<_> = shown.changes.iter().filter(|change| is_done(&change.id)).cloned().collect();
        changes.push(change);
        steps.push(step);
        let shown = PlanView {
            state: PlanState::Ready,
            summary: msg::plan_summary_undo(steps.len()),
            diagnosis: None,
            changes,
            consequences: Vec::new(),
            notes: vec![msg::plan_note_links_stay()],
            ..shown.clone()
        };
        Box::new(Undo { shown, slug: slug.clone(), push, steps, refusal: None, instead: None })
    });
    Undo { shown, slug: slug.clone(), push, steps, refusal, instead }
}

/// Carries out the undo as it was shown: the button first, then the source, then the objects that the source uses. Each
/// step is read back. The push is marked as undone.
///
/// # Errors
/// At the first step that fails; a new plan continues from there. [`Error::ChangedMeanwhile`], [`Error::SourceInUse`]
/// and [`Error::LinksUnseen`] if the server has changed since the plan was shown, or if consent is needed and wasn't
/// given.
pub async fn undo(
    client: &Client,
    plan: &Undo,
    consent: Confirmation,
    journals: &Journals,
    clock: &Clock,
    observer: Observer<'_, PushProgress>,
) -> Result<(), Error> {
    let plan = match (consent, &plan.instead) {
        (Confirmation::Instead, Some(gentler)) => gentler,
        (Confirmation::Plain | Confirmation::Given | Confirmation::Instead, _) => plan,
    };
    if let Some(refusal) = &plan.refusal
        && consent != Confirmation::Given
    {
        return Err(refusal.error(&plan.slug));
    }
    let _lock = journals.lock(client.server(), &plan.slug)?;
    let mut journal = journals.read(client.server(), &plan.slug)?;
    for push in journal.pushes.iter_mut().filter(|push| push.number == plan.push) {
        push.undoing = Some(clock.stamp());
    }
    journals.write(client.server(), &plan.slug, &journal)?;
    let mut reporter = ProgressReporter::new(observer, plan.steps.iter().map(UndoStep::id));
    for step in &plan.steps {
        reporter.begin(step.id());
        reporter.tell(PushProgressState::Writing, None);
        let outcome = match execute::links_going_with(client, &plan.slug, step).await {
            // The links are saved before the source is deleted, so that they aren't lost if the program is ended in
            // between.
            Ok(links) if !links.is_empty() => {
                journal.keep_links(&links, &clock.stamp());
                journals.write(client.server(), &plan.slug, &journal).map_err(Error::from)
            }
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        };
        let outcome = match outcome {
            Ok(()) => Box::pin(execute::back(client, journals, &plan.slug, step, &mut reporter)).await,
            Err(error) => Err(error),
        };
        reporter.end(outcome)?;
        if step.deletes(ObjectKind::Source) || matches!(step, UndoStep::GiveBack { .. }) {
            journal.forget_secret();
        }
        if matches!(step, UndoStep::GiveBack { .. }) {
            journals.forget_replaced(client.server(), &plan.slug).await;
        }
    }
    for push in journal.pushes.iter_mut().filter(|push| push.number == plan.push) {
        push.undone = Some(clock.stamp());
        push.undoing = None;
        push.kept = plan.steps.iter().any(UndoStep::turns_off);
    }
    journals.write(client.server(), &plan.slug, &journal)?;
    Ok(())
}
