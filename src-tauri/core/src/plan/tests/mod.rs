//! The plan as a pure table, and pushes and undos against a small authentik with faults and other people's edits.

mod choices;
mod comparison;
mod failed_write;
mod mappings;
mod push;
mod undo;

use super::*;
use crate::address::Slug;
use crate::authentik::fake::Fake;
use crate::authentik::{Client, Matching, RetrySchedule};
use crate::clock::Clock;
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed, Diagnosis};
use crate::i18n::Localizer;
use std::fmt::Write as _;
use tempfile::TempDir;

const SECRET: &str = "canary-secret-8c1f-and-long-enough";

fn slug() -> Slug {
    Slug::parse("twitter").expect("a slug")
}

fn desired() -> Desired {
    Desired {
        name: "X".to_owned(),
        slug: slug(),
        client_id: "TTFNNVIzQkxWeTEzUW1wU2NYa3o6MTpjaQ".into(),
        matching: Matching::Identifier,
        enrolment: true,
        additional_scopes: String::new(),
        mappings: Vec::new(),
        enabled: true,
        choices: Choices::default(),
        embed: None,
        access: None,
        links: Vec::new(),
    }
}

/// A machine with its journals and a server.
struct World {
    fake: Fake,
    journals: Journals,
    clock: Clock,
    folder: TempDir,
    waits: RetrySchedule,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::new(|| time::OffsetDateTime::UNIX_EPOCH);
        let journals = Journals::new(folder.path());
        Self { fake: Fake::start().await, journals, clock, folder, waits: RetrySchedule::default() }
    }

    /// One that repeats what is safe to repeat.
    async fn patient() -> Self {
        Self { waits: RetrySchedule::AT_ONCE, ..Self::new().await }
    }

    fn client(&self) -> Client {
        self.fake.client().with_retries(self.waits)
    }

    async fn plan(&self, desired: &Desired, secret: &str) -> Result<Plan, Error> {
        let secret = (!secret.is_empty()).then(|| ClientSecret::from(secret));
        make_plan(&self.client(), desired, secret.as_ref(), false, &self.journals, &self.clock).await
    }

    async fn apply(
        &self,
        plan: &Plan,
        secret: &str,
        consent: Confirmation,
    ) -> Result<(PushResult, Vec<PushProgress>), Error> {
        let (secret, mut told) = (ClientSecret::from(secret), Vec::new());
        let pushed =
            apply(&self.client(), plan, Some(&secret), consent, &self.journals, &self.clock, &mut |progress| {
                told.push(progress);
            })
            .await?;
        Ok((pushed, told))
    }

    async fn push(&self, desired: &Desired, secret: &str) -> Result<PushResult, Error> {
        let plan = Box::pin(self.plan(desired, secret)).await?;
        Box::pin(self.apply(&plan, secret, Confirmation::Plain)).await.map(|(pushed, _)| pushed)
    }

    async fn plan_undo(&self) -> Result<Undo, Error> {
        Box::pin(plan_undo(&self.client(), &slug(), &self.journals, &self.clock)).await
    }

    async fn undo(&self, consent: Confirmation) -> Result<(), Error> {
        let plan = self.plan_undo().await?;
        Box::pin(undo(&self.client(), &plan, consent, &self.journals, &self.clock, &mut |_| {})).await
    }

    /// How many sources there are, and what the login page shows.
    fn seen(&self) -> (usize, Vec<String>) {
        let state = self.fake.state();
        (state.sources.len(), state.shown.clone())
    }

    /// Everything that was written to the disk.
    fn written(&self) -> String {
        let files = std::fs::read_dir(self.folder.path()).expect("a folder");
        files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text")).collect()
    }
}

fn id<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    Diagnosis::from(&outcome.expect_err("an error").symptom()).id
}

/// A plan as text, as a terminal would show it.
fn text(shown: &PlanView) -> String {
    let book = Localizer::english();
    let mut out = format!("{:?}: {}\n", shown.state, book.format(&shown.summary));
    if let Some(diagnosis) = &shown.diagnosis {
        let _ = writeln!(out, "! {}", diagnosis.id);
    }
    let value = |value: &DisplayValue| match value {
        DisplayValue::Text(text) => text.clone(),
        DisplayValue::Words(words) => book.format(words),
        DisplayValue::List(all) => all.join(", "),
    };
    for change in &shown.changes {
        let why = change.why.as_ref().map(|why| format!(" ({})", book.format(why))).unwrap_or_default();
        let _ = writeln!(out, "{:?} {}: {}{why}", change.action, change.id, book.format(&change.title));
        for field in &change.fields {
            let now = field.now.as_ref().map(|now| format!("{} → ", value(now))).unwrap_or_default();
            let _ = writeln!(out, "  {}: {now}{}", book.format(&field.label), value(&field.will));
        }
        if let Some(data) = &change.data {
            let _ = writeln!(out, "  {} {}", data.method, data.path);
            for line in data.body.iter().flat_map(|body| body.lines()) {
                let _ = writeln!(out, "  {line}");
            }
        }
    }
    for consequence in &shown.consequences {
        let _ = writeln!(out, "{:?}: {}", consequence.weight, book.format(&consequence.words));
    }
    for note in &shown.notes {
        let _ = writeln!(out, "- {}", book.format(note));
    }
    out
}
