use super::*;
use crate::authentik::ServerLegVerdict;
use crate::authentik::fake::{Fake, TOKEN};
use crate::checks::CheckOutcome;
use crate::diagnosis::Severity;
use crate::job::{Environment, SecretLocation};
use secrecy::SecretString;
use serde_json::json;

/// A check of the source `x` of this server.
fn check_of(address: &str) -> SourceCheck {
    let mut support = SourceCheck::default();
    support.merge_input(address.to_owned(), "x".to_owned(), false);
    support
}

async fn with_token(environment: &Environment, mut support: SourceCheck) -> SourceCheck {
    let given = token(environment, &support, &SecretString::from(TOKEN), SecretLocation::Memory).await;
    support.take_token(given);
    assert!(support.token().is_some());
    support
}

#[tokio::test]
async fn a_run_tells_each_leg_as_it_comes_and_sends_the_token_only_after_authentik_has_answered() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({ "name": "X", "consumer_key": "TTFN" }));
    fake.state().shown = vec!["1".to_owned()];
    let environment = Environment::for_tests();
    let support = check_of(fake.server.as_str());
    let mut told = Vec::new();
    let mut hear = |heard: SourceCheckEvent| {
        if let SourceCheckEvent::Legs(legs) = heard {
            let open = legs
                .iter()
                .filter(|state| matches!(state.verdict, ServerLegVerdict::Asking | ServerLegVerdict::Waiting))
                .count();
            told.push((legs.len(), open));
        }
    };
    let found = Box::pin(run(&environment, &support, &mut hear)).await.expect("a run");
    assert_eq!(told.first(), Some(&(6, 6)));
    assert_eq!(told.last(), Some(&(6, 0)));
    assert!(told.is_sorted_by(|before, after| before.1 >= after.1), "{told:?}");
    assert!(told.iter().any(|(_, open)| *open == 3), "{told:?}");
    assert!(found.legs.iter().all(|leg| leg.verdict != ServerLegVerdict::Failed), "{:?}", found.legs);
    // The Client ID of the fake server has the shape of none; everything else is as it should be.
    let above_notes = found.findings.iter().filter(|finding| finding.severity > Severity::Note);
    assert_eq!(
        above_notes.map(|finding| finding.id.as_str()).collect::<Vec<_>>(),
        ["client-id"],
        "{:?}",
        found.findings
    );
    assert!(fake.state().with_token.iter().all(|with| !with));

    // With a token the same visit goes first, and it carries none.
    let visit = fake.state().with_token.len();
    let support = with_token(&environment, support).await;
    Box::pin(run(&environment, &support, &mut |_| ())).await.expect("a run");
    let first = fake.state().with_token.iter().skip(visit).position(|with| *with);
    assert_eq!(first, Some(visit));

    // A port where nobody listens: the legs say where it ends, and no check asks again.
    let before = fake.state().asked.len();
    let support = with_token(&environment, check_of("http://127.0.0.1:9")).await;
    let found = Box::pin(run(&environment, &support, &mut |_| ())).await.expect("a run");
    assert!(found.legs.iter().any(|leg| leg.verdict == ServerLegVerdict::Failed));
    let broken = found.findings.iter().filter(|finding| finding.outcome == CheckOutcome::Found).count();
    assert_eq!(broken, 1, "{:?}", found.findings);
    assert_eq!(fake.state().asked.len(), before);
}
