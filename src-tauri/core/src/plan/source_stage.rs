//! The Source stage, which starts a source from inside a flow: what the job wants, what the server has, and where in
//! the flow the stage can go.

use crate::authentik::{Client, Error as AuthentikError, FlowRow, SourceStage, StageBinding};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// The distance between the numbers of two stages in authentik's own flows.
const STRIDE: i64 = 10;

/// A Source stage that the job wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DesiredSourceStage {
    /// The flow's slug.
    pub flow: String,
    /// The uuid of the stage that it should follow; `None` if it should be the first.
    pub after: Option<String>,
    /// How many minutes a visitor may take for the sign-in at the source.
    pub minutes: u32,
}

impl DesiredSourceStage {
    /// The stage's name, which no other stage of the server may have.
    pub fn name(slug: &str) -> String {
        format!("source-stage-{slug}")
    }

    /// The time that a visitor may take, in authentik's notation.
    pub fn resume_timeout(&self) -> String {
        format!("minutes={}", self.minutes)
    }
}

/// Whether a license with this status allows a Source stage to be created; authentik refuses it with any other [D,
/// docs/evidence/authentik.md §4.8].
pub fn is_licensed(status: &str) -> bool {
    matches!(status, "valid" | "expiry_soon")
}

/// The state of the server that matters for a Source stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceStageContext {
    /// The license's status, as the server reports it.
    pub licence: String,
    /// All flows; empty without a license, because then nothing else is read.
    pub flows: Vec<FlowRow>,
    /// The places of all stages in all flows, the lowest first.
    pub bound: Vec<StageBinding>,
    /// All Source stages.
    pub stages: Vec<SourceStage>,
}

impl SourceStageContext {
    /// Whether a Source stage can be created on this server.
    pub fn is_licensed(&self) -> bool {
        is_licensed(&self.licence)
    }

    /// The flow with this slug.
    pub fn flow(&self, slug: &str) -> Option<&FlowRow> {
        self.flows.iter().find(|flow| flow.slug == slug)
    }

    /// The stages of a flow, in the order in which they run.
    pub fn stages_of(&self, flow: &str) -> Vec<&StageBinding> {
        let mut bound: Vec<_> = self.bound.iter().filter(|bound| bound.target == flow).collect();
        bound.sort_by_key(|bound| bound.order);
        bound
    }

    /// The slugs of those flows that have a user login stage. If a source uses such a flow, a suspended flow never
    /// continues [D, docs/evidence/authentik.md §4.8].
    pub fn sign_in(&self, flows: &[&str]) -> Vec<String> {
        let signs_in = |flow: &&FlowRow| self.bound.iter().any(|bound| bound.target == flow.pk && bound.signs_in());
        let asked = |flow: &&FlowRow| flows.contains(&flow.pk.as_str());
        self.flows.iter().filter(asked).filter(signs_in).map(|flow| flow.slug.clone()).collect()
    }
}

/// Reads the license first, and the rest only if there is one.
///
/// # Errors
/// When the token may not see flows, their stages or Source stages, or authentik doesn't answer.
pub async fn embedding(client: &Client) -> Result<SourceStageContext, AuthentikError> {
    let licence = client.licence().await?;
    if !is_licensed(&licence) {
        return Ok(SourceStageContext { licence, ..SourceStageContext::default() });
    }
    let (flows, bound, stages) = tokio::join!(client.flows(), client.bindings(), client.source_stages());
    Ok(SourceStageContext { licence, flows: flows?, bound: bound?, stages: stages? })
}

/// Why a stage can't have the position that the job wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPosition {
    /// The stage that it should follow has been removed from the flow.
    Gone,
    /// There is no free number between its two neighbors, and the product never moves other stages.
    Tight,
}

impl NoPosition {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::Gone => msg::embed_place_gone(),
            Self::Tight => msg::embed_place_tight(),
        }
    }
}

/// The order number that puts a stage right after another one, or first, without moving any other stage.
///
/// # Errors
/// When there is no such number.
pub fn find_position(bound: &[&StageBinding], after: Option<&str>) -> Result<i64, NoPosition> {
    let at = match after {
        None => 0,
        Some(stage) => 1 + bound.iter().position(|bound| bound.stage == stage).ok_or(NoPosition::Gone)?,
    };
    let before = at.checked_sub(1).and_then(|at| bound.get(at)).map(|bound| bound.order);
    match (before, bound.get(at).map(|bound| bound.order)) {
        (None, None) => Ok(0),
        (Some(before), None) => Ok(before + STRIDE),
        (None, Some(next)) => Ok(next - STRIDE),
        (Some(before), Some(next)) if next - before > 1 => Ok(before + (next - before) / 2),
        (Some(_), Some(_)) => Err(NoPosition::Tight),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn bound(orders: &[i64]) -> Vec<StageBinding> {
        let one = |order: &i64| {
            let fields = json!({ "pk": "b", "target": "f", "stage": format!("s{order}"), "order": order });
            serde_json::from_value(fields).expect("a binding")
        };
        orders.iter().map(one).collect()
    }

    #[test]
    fn a_stage_goes_between_two_others_without_moving_them() {
        for (orders, after, wanted) in [
            (&[10, 20][..], Some("s10"), Ok(15)),
            (&[10, 20][..], None, Ok(0)),
            (&[10, 20][..], Some("s20"), Ok(30)),
            (&[0, 1, 2][..], None, Ok(-10)),
            (&[0, 1, 2][..], Some("s0"), Err(NoPosition::Tight)),
            (&[0, 2][..], Some("s0"), Ok(1)),
            (&[5, 5][..], Some("s5"), Err(NoPosition::Tight)),
            (&[][..], None, Ok(0)),
            (&[10][..], Some("s11"), Err(NoPosition::Gone)),
        ] {
            let bound = bound(orders);
            assert_eq!(find_position(&bound.iter().collect::<Vec<_>>(), after), wanted, "{orders:?} {after:?}");
        }
    }

    #[test]
    fn only_a_licence_that_holds_counts() {
        for (status, wanted) in [
            ("valid", true),
            ("expiry_soon", true),
            ("unlicensed", false),
            ("expired", false),
            ("limit_exceeded_admin", false),
            ("limit_exceeded_user", false),
            ("read_only", false),
            ("unheard_of", false),
        ] {
            assert_eq!(is_licensed(status), wanted, "{status}");
        }
    }
}
