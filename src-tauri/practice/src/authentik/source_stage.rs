//! Source stages: a source embedded in a flow, which is suspended until the visitor comes back from the source.

use super::flows::{Flow, SOURCE, Stage};
use super::session::SuspendedFlow;
use super::source::model;
use super::state::ServerState;
use super::{random, verbatim};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

/// How long a suspended flow is kept by default.
const TEN_MINUTES: &str = "minutes=10";

#[derive(Clone, Debug)]
pub(crate) struct SourceStage {
    pub pk: String,
    pub name: String,
    /// The key of the source.
    pub source: String,
    /// How long the flow stays suspended, in authentik's own notation.
    pub resume_timeout: String,
    /// Failures of matching after which the flow goes on.
    pub resume_on_match_failures: Vec<String>,
}

impl SourceStage {
    pub(crate) fn new() -> Self {
        let (name, source) = (String::new(), String::new());
        let resume_timeout = TEN_MINUTES.to_owned();
        Self { pk: random::uuid(), name, source, resume_timeout, resume_on_match_failures: Vec::new() }
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_stages_source", &self.name, "sourcestage")
    }

    pub(crate) fn view(&self, flows: &[Flow]) -> Value {
        let (component, verbose_name, meta_model_name) = SOURCE;
        let bound = |flow: &&Flow| flow.stages.iter().any(|stage| stage.pk == self.pk);
        json!({
            "pk": self.pk,
            "name": self.name,
            "component": component,
            "verbose_name": verbose_name,
            "verbose_name_plural": format!("{verbose_name}s"),
            "meta_model_name": meta_model_name,
            "flow_set": flows.iter().filter(bound).map(Flow::short_view).collect::<Vec<_>>(),
            "source": self.source,
            "resume_timeout": self.resume_timeout,
            "resume_on_match_failures": self.resume_on_match_failures,
        })
    }
}

/// Parses a duration in authentik's notation, such as `hours=1;minutes=30` [D, docs/evidence/authentik.md §4.8].
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let part = |part: &str| {
        let (unit, amount) = part.split_once('=')?;
        let amount: i32 = amount.trim().parse().ok()?;
        let unit = match unit.trim().to_ascii_lowercase().as_str() {
            "microseconds" => Duration::MICROSECOND,
            "milliseconds" => Duration::MILLISECOND,
            "seconds" => Duration::SECOND,
            "minutes" => Duration::MINUTE,
            "hours" => Duration::HOUR,
            "days" => Duration::DAY,
            "weeks" => Duration::WEEK,
            _ => return None,
        };
        Some(unit * amount)
    };
    text.split(';')
        .map(part)
        .try_fold(Duration::ZERO, |sum, part| Some(sum + part?))
        .ok_or_else(|| verbatim::not_a_duration(text))
}

/// The next step of a flow with Source stages.
pub(crate) enum Turn {
    /// A Source stage: the flow is suspended, and the visitor is redirected to this path.
    Leaves(String),
    /// A Source stage whose source can't be used.
    Stops,
    /// All stages of the flow are done.
    Ends,
}

/// Determines the next step of a flow for a visitor. It is `None` if no Source stage is involved.
pub(crate) fn turn(state: &mut ServerState, session: &str, slug: &str) -> Option<Turn> {
    let flow = state.flow(slug)?;
    if flow.authentication == "require_authenticated" && state.visitor(session).is_none() {
        return None;
    }
    let passed = state.sessions.get(session).and_then(|session| session.passed.as_ref());
    let passed: &[String] = passed.filter(|(flow, _)| flow == slug).map_or(&[], |(_, stages)| stages);
    let Some(next) = flow.stages.iter().find(|stage| !passed.contains(&stage.pk)) else {
        return flow.stages.iter().any(Stage::is_source).then_some(Turn::Ends);
    };
    let embedded = state.source_stages.iter().find(|stage| stage.pk == next.pk)?.clone();
    let Some(source) = state.source_of_key(&embedded.source).filter(|source| source.enabled) else {
        return Some(Turn::Stops);
    };
    let to = source.login_path();
    let until = OffsetDateTime::now_utc() + duration(&embedded.resume_timeout).unwrap_or(Duration::ZERO);
    state.session(session).suspended = Some(SuspendedFlow { flow: slug.to_owned(), stage: embedded.pk, until });
    Some(Turn::Leaves(to))
}

/// The visitor is back from X: returns where the suspended flow continues, if there is one and the source's flow allows
/// it. A flow whose timeout has passed begins again.
///
/// A source's flow that signs users in ends there instead, and the suspended flow is dropped
/// [D, docs/evidence/authentik.md §4.8].
pub(crate) fn resume(state: &mut ServerState, session: &str, ran: Option<&str>) -> Option<String> {
    let signs_in = ran.and_then(|slug| state.flow(slug)).is_some_and(Flow::signs_in);
    let session = state.session(session);
    let SuspendedFlow { flow, stage, until } = session.suspended.take().filter(|_| !signs_in)?;
    let to = format!("/if/flow/{flow}/");
    if OffsetDateTime::now_utc() <= until {
        match &mut session.passed {
            Some((of, stages)) if *of == flow => stages.push(stage),
            passed => *passed = Some((flow, vec![stage])),
        }
    } else {
        session.passed = None;
    }
    Some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_authentik_reads_them() {
        for (text, wanted) in [
            ("minutes=10", Some(Duration::minutes(10))),
            ("hours=1;minutes=30", Some(Duration::minutes(90))),
            ("Seconds=-3", Some(Duration::seconds(-3))),
            ("10", None),
            ("minutes", None),
            ("minutes=ten", None),
            ("years=1", None),
            ("", None),
        ] {
            assert_eq!(duration(text).ok(), wanted, "{text:?}");
        }
    }
}
