//! One thing that goes wrong at one request, and what comes of it.

use super::rig::{Nets, Patience, Rig};
use super::scenario::{SCENARIOS, Scenario, ScenarioAction};
use super::state::{State, difference};
use crate::proxy::{Act, Fault, Lasts, Order};
use anyhow::{Context as _, Result};
use sourcerer_core::plan::Error;
use std::collections::BTreeMap;
use std::fmt;

/// How often a case is tried whose request doesn't come.
const TRIES: usize = 5;

/// One case.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What is done.
    pub scenario: &'static Scenario,
    /// At which request, counted from 1.
    pub at: usize,
    /// What goes wrong.
    pub fault: Fault,
    /// For how long.
    pub lasts: Lasts,
    /// What is done about it.
    pub then: Then,
}

/// What is done about a deed that stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    /// The same again.
    Finish,
    /// An undo.
    Undo,
}

/// What the server was like after the disturbed deed; the deed done again came to the end of an undisturbed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseEnd {
    /// Byte for byte as before.
    Untouched,
    /// As an undisturbed one leaves it.
    Finished,
    /// Something between.
    Resumable,
    /// Something of what is promised wasn't kept.
    Short,
}

/// What came of a case.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// Its name.
    pub case: String,
    /// The name of its scenario.
    pub scenario: &'static str,
    /// The name of what went wrong.
    pub fault: &'static str,
    /// What the server was like.
    pub outcome: CaseEnd,
    /// What of the promise wasn't kept.
    pub short: Vec<String>,
    /// What stopped the product, in its own words.
    pub stopped: Option<String>,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lasts = match self.lasts {
            Lasts::Once => "",
            Lasts::On => " from there on",
        };
        let then = match self.then {
            Then::Finish => "",
            Then::Undo => ", undone",
        };
        write!(f, "{} {} at {}{lasts}{then}", self.scenario.name, self.fault.name(), self.at)
    }
}

impl Case {
    fn came(&self, outcome: CaseEnd, short: Vec<String>, stopped: Option<String>) -> CaseResult {
        let outcome = if short.is_empty() { outcome } else { CaseEnd::Short };
        CaseResult {
            case: self.to_string(),
            scenario: self.scenario.name,
            fault: self.fault.name(),
            outcome,
            short,
            stopped,
        }
    }
}

/// What an undisturbed scenario leaves, and the requests it takes.
#[derive(Clone, Debug)]
pub(super) struct Baseline {
    pub(super) end: String,
    pub(super) requests: Vec<String>,
}

/// Every scenario, undisturbed.
#[derive(Clone, Debug)]
pub struct Courses {
    nets: Nets,
    of: BTreeMap<&'static str, Baseline>,
}

impl Courses {
    /// Runs each once.
    ///
    /// # Errors
    /// If one of them fails although nothing goes wrong.
    pub async fn run() -> Result<Self> {
        let nets = Nets::new()?;
        let mut of = BTreeMap::new();
        for scenario in SCENARIOS {
            let rig = Rig::prepared(scenario, &nets).await?;
            let before = rig.proxy().passed().len();
            rig.does(scenario.deed, Patience::Long).await.with_context(|| scenario.name)?;
            let passed = rig.proxy().passed().split_off(before);
            let requests = passed.iter().map(|passed| format!("{} {}", passed.method, passed.path)).collect();
            of.insert(scenario.name, Baseline { end: rig.state().await?.likeness(), requests });
        }
        Ok(Self { nets, of })
    }

    /// The requests of a scenario, one a line.
    pub fn requests(&self, scenario: &Scenario) -> &[String] {
        self.of.get(scenario.name).map_or(&[], |course| &course.requests)
    }

    /// Every case there is.
    pub fn cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        for scenario in SCENARIOS {
            for at in 1..=self.requests(scenario).len() {
                for fault in Fault::ALL {
                    for (lasts, then) in
                        [(Lasts::Once, Then::Finish), (Lasts::On, Then::Finish), (Lasts::On, Then::Undo)]
                    {
                        let is_one = (lasts == Lasts::On || fault != Fault::Refused)
                            && (then == Then::Finish || scenario.may_be_undone);
                        if is_one {
                            cases.push(Case { scenario, at, fault, lasts, then });
                        }
                    }
                }
            }
        }
        cases
    }

    /// Some of them, the same ones each time: every fault and every scenario as often, most at a write or right after
    /// one, where there is something to lose.
    pub fn some_cases(&self, count: usize) -> Vec<Case> {
        let all = self.cases();
        let is_write = |case: &Case, at: usize| {
            self.requests(case.scenario).get(at.wrapping_sub(1)).is_some_and(|request| !request.starts_with("GET"))
        };
        let near = |case: &Case| is_write(case, case.at) || is_write(case, case.at - 1);
        let some = |number: usize| {
            let fault = Fault::ALL[number % Fault::ALL.len()];
            // One row further after each round, so that in the end every fault meets every scenario.
            let scenario = &SCENARIOS[(number + number / Fault::ALL.len()) % SCENARIOS.len()];
            let wants = |case: &&Case| {
                case.fault == fault && case.scenario == scenario && (number.is_multiple_of(4) || near(case))
            };
            let choice: Vec<_> = all.iter().filter(wants).collect();
            // Knuth's multiplicative hash: spread, and the same each time.
            let spread = u32::try_from(number + 1).unwrap_or_default().wrapping_mul(2_654_435_761) >> 8;
            choice.get(spread as usize % choice.len().max(1)).map(|case| **case)
        };
        (0..count).filter_map(some).collect()
    }

    /// Runs a case.
    ///
    /// # Errors
    /// If the rig breaks; what the product does wrong is an [`CaseEnd::Short`].
    pub async fn run_case(&self, case: &Case) -> Result<CaseResult> {
        // On a busy machine an answer can be late that nobody held back; such a run shows nothing of this case.
        for _ in 1..TRIES {
            if let Some(came) = self.try_case(case).await? {
                return Ok(came);
            }
        }
        let never = || case.came(CaseEnd::Short, vec!["the request never came".to_owned()], None);
        Ok(self.try_case(case).await?.unwrap_or_else(never))
    }

    async fn try_case(&self, case: &Case) -> Result<Option<CaseResult>> {
        let scenario = case.scenario;
        let end = &self.of.get(scenario.name).context("its course")?.end;
        let rig = Rig::prepared(scenario, &self.nets).await?;
        let before = rig.state().await?;
        rig.proxy().order(Order { at: case.at, lasts: case.lasts, act: Act::Fault(case.fault) }).await;
        let patience = if case.fault.is_silent() { Patience::Short } else { Patience::Long };
        let first = rig.does(scenario.deed, patience).await;
        if !rig.proxy().has_fired() {
            return Ok(None);
        }
        rig.proxy().heal().await;
        let (outcome, short) = judge(&rig, scenario, (&before, end), first.is_ok(), case.then).await?;
        let stopped = first.err().map(|error| format!("{error:#}"));
        Ok(Some(case.came(outcome, short, stopped)))
    }

    pub(super) fn nets(&self) -> &Nets {
        &self.nets
    }

    pub(super) fn end(&self, scenario: &Scenario) -> &str {
        self.of.get(scenario.name).map_or("", |course| &course.end)
    }
}

/// Says what the server is like after a disturbed deed, and holds the product to its promise from there.
pub(super) async fn judge(
    rig: &Rig,
    scenario: &Scenario,
    (before, end): (&State, &str),
    said_done: bool,
    then: Then,
) -> Result<(CaseEnd, Vec<String>)> {
    let after = rig.state().await?;
    let mut short: Vec<_> = after.wrongs(before).into_iter().map(|wrong| format!("after it: {wrong}")).collect();
    let outcome = if after.likeness() == end {
        CaseEnd::Finished
    } else if after == *before {
        CaseEnd::Untouched
    } else {
        CaseEnd::Resumable
    };
    if said_done && outcome != CaseEnd::Finished {
        short.push(format!("said to be done: {}", difference(end, &after.likeness())));
    }
    match then {
        Then::Finish => {
            // A push finds nothing to do; an undo that went through would go on with the push before.
            if !said_done || matches!(scenario.deed, ScenarioAction::Push(_)) {
                let writes = count_writes(rig);
                if let Err(error) = again(rig, scenario.deed).await {
                    short.push(format!("again: {error:#}"));
                }
                if outcome == CaseEnd::Finished && said_done && count_writes(rig) != writes {
                    short.push("again: written although all was done".to_owned());
                }
            }
            let now = rig.state().await?;
            if now.likeness() != end {
                short.push(format!("again: {}", difference(end, &now.likeness())));
            }
            short.extend(now.wrongs(before).into_iter().map(|wrong| format!("again: {wrong}")));
        }
        Then::Undo => {
            if let Err(error) = again(rig, ScenarioAction::Undo).await {
                short.push(format!("undone: {error:#}"));
            }
            let now = rig.state().await?;
            if now.without_secret() != before.without_secret() {
                let differs = difference(&before.without_secret(), &now.without_secret());
                short.push(format!("undone: {differs}"));
            }
            short.extend(now.wrongs(before).into_iter().map(|wrong| format!("undone: {wrong}")));
        }
    }
    short.extend(rig.spilled()?);
    Ok((outcome, short))
}

/// Without faults. That there is nothing to undo is fine; whether that is true shows on the server.
async fn again(rig: &Rig, deed: ScenarioAction) -> Result<()> {
    match rig.does(deed, Patience::Long).await {
        Err(error) if matches!(error.downcast_ref(), Some(Error::NothingToUndo)) => Ok(()),
        done => done,
    }
}

fn count_writes(rig: &Rig) -> usize {
    rig.proxy().passed().iter().filter(|passed| passed.method != "GET").count()
}
