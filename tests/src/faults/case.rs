//! A case: one fault at one request, and its result.

use super::rig::{Nets, Patience, Rig};
use super::scenario::{SCENARIOS, Scenario, ScenarioAction};
use super::state::{State, difference};
use crate::proxy::{Act, Fault, Lasts, Order};
use crate::requests::is_read;
use anyhow::{Context as _, Result};
use sourcerer_core::plan::Error;
use std::collections::BTreeMap;
use std::fmt;

/// How often a case is repeated if its request doesn't occur.
const TRIES: usize = 5;

/// One case.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The scenario that is disturbed.
    pub scenario: &'static Scenario,
    /// The number of the disturbed request, counted from 1.
    pub at: usize,
    /// The fault at that request.
    pub fault: Fault,
    /// How long the fault lasts.
    pub lasts: Lasts,
    /// What is done after the disturbed action.
    pub then: Then,
}

/// What is done after an action that stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    /// The same action again.
    Finish,
    /// An undo.
    Undo,
}

/// The state of the server after the disturbed action. Except for [`Self::Short`], repeating the action has reached the
/// state of an undisturbed run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseEnd {
    /// The state is the same as before, byte for byte.
    Untouched,
    /// The state is the same as after an undisturbed run.
    Finished,
    /// The state is between the two.
    Resumable,
    /// A promise wasn't kept.
    Short,
}

/// The result of a case.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// The name of the case.
    pub case: String,
    /// The name of the scenario.
    pub scenario: &'static str,
    /// The name of the fault.
    pub fault: &'static str,
    /// The state of the server.
    pub outcome: CaseEnd,
    /// The promises that weren't kept.
    pub short: Vec<String>,
    /// The product's own message about why it stopped.
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

/// The state that an undisturbed scenario leaves, and the requests that it needs.
#[derive(Clone, Debug)]
pub(super) struct Baseline {
    pub(super) end: String,
    pub(super) requests: Vec<String>,
}

/// The undisturbed runs of all scenarios.
#[derive(Clone, Debug)]
pub struct Courses {
    nets: Nets,
    of: BTreeMap<&'static str, Baseline>,
}

impl Courses {
    /// Runs each scenario once.
    ///
    /// # Errors
    /// If one of them fails although there is no fault.
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

    /// The requests of a scenario, each as one line.
    pub fn requests(&self, scenario: &Scenario) -> &[String] {
        self.of.get(scenario.name).map_or(&[], |course| &course.requests)
    }

    /// All cases.
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

    /// A fixed selection of the cases. Every fault and every scenario is equally frequent, and most cases are at a
    /// write or right after one, where something can be lost.
    pub fn some_cases(&self, count: usize) -> Vec<Case> {
        let all = self.cases();
        let is_write = |case: &Case, at: usize| {
            self.requests(case.scenario)
                .get(at.wrapping_sub(1))
                .is_some_and(|request| !is_read(request.split(' ').next().unwrap_or_default()))
        };
        let near = |case: &Case| is_write(case, case.at) || is_write(case, case.at - 1);
        let some = |number: usize| {
            let fault = Fault::ALL[number % Fault::ALL.len()];
            // Each round starts one row further, so that every fault is combined with every scenario in the end.
            let scenario = &SCENARIOS[(number + number / Fault::ALL.len()) % SCENARIOS.len()];
            let wants = |case: &&Case| {
                case.fault == fault && case.scenario == scenario && (number.is_multiple_of(4) || near(case))
            };
            let choice: Vec<_> = all.iter().filter(wants).collect();
            // Knuth's multiplicative hash spreads the cases in the same way in each run.
            let spread = u32::try_from(number + 1).unwrap_or_default().wrapping_mul(2_654_435_761) >> 8;
            choice.get(spread as usize % choice.len().max(1)).map(|case| **case)
        };
        (0..count).filter_map(some).collect()
    }

    /// Runs a case.
    ///
    /// # Errors
    /// If the rig fails. If the product does something wrong, the result is [`CaseEnd::Short`].
    pub async fn run_case(&self, case: &Case) -> Result<CaseResult> {
        // On a busy machine an answer can be late although nothing delays it. Such a run proves nothing about this
        // case.
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

/// Determines the state of the server after a disturbed action, and checks the promises from there.
pub(super) async fn judge(
    rig: &Rig,
    scenario: &Scenario,
    (before, end): (&State, &str),
    said_done: bool,
    then: Then,
) -> Result<(CaseEnd, Vec<String>)> {
    let after = rig.state().await?;
    let mut short: Vec<_> = after.wrongs(before).into_iter().map(|wrong| format!("after it: {wrong}")).collect();
    // At no moment on the way does anybody get in whom neither end of it lets in.
    if after.admits_strangers() && !before.admits_strangers() && !scenario.ends_open() {
        short.push("after it: strangers get in".to_owned());
    }
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
            // A repeated push finds nothing to do; a repeated undo would undo the push before.
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

/// Repeats the action without faults. It is fine if there is nothing to undo: the state of the server shows whether
/// that is true.
async fn again(rig: &Rig, deed: ScenarioAction) -> Result<()> {
    match rig.does(deed, Patience::Long).await {
        Err(error) if matches!(error.downcast_ref(), Some(Error::NothingToUndo { .. })) => Ok(()),
        done => done,
    }
}

fn count_writes(rig: &Rig) -> usize {
    rig.proxy().passed().iter().filter(|passed| !is_read(&passed.method)).count()
}
