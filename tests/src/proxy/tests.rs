use super::*;
use crate::raw::Raw;
use http::Method;
use secrecy::SecretString;
use serde_json::json;
use sourcerer_practice::Practice;
use sourcerer_practice::PracticeOptions;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::time::timeout;

const MAPPINGS: &str = "/api/v3/propertymappings/source/oauth/";

/// Creates a mapping through a proxy with this action at the second request. Returns the status that the client
/// received, and whether the mapping exists.
async fn made(act: Act) -> Result<(Option<u16>, bool)> {
    let practice = Practice::start(PracticeOptions::default()).await?;
    let proxy = Proxy::start(practice.authentik.base()).await?;
    let client = Raw::new(proxy.base(), practice.authentik.token());
    proxy.order(Order { at: 2, lasts: Lasts::Once, act }).await;
    client.get("/api/v3/root/config/").await?;
    assert!(!proxy.has_fired());
    let body = json!({ "name": "a", "expression": "return {}" });
    let asked = timeout(Duration::from_millis(300), client.ask(Method::POST, MAPPINGS, Some(&body))).await;
    assert!(proxy.has_fired());
    proxy.heal().await;
    let past = Raw::new(practice.authentik.base(), practice.authentik.token());
    // A late delivery takes a moment.
    drop(client);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let there = past.list(MAPPINGS).await?.iter().any(|mapping| mapping["name"] == "a");
    Ok((asked.ok().and_then(Result::ok).map(|(status, _)| status), there))
}

#[tokio::test]
async fn each_fault_does_what_it_is_named_by() -> Result<()> {
    for fault in Fault::ALL {
        let wanted = match fault {
            Fault::Refused | Fault::ResetBefore | Fault::TimeoutBefore => (None, false),
            Fault::ResetAfter | Fault::TimeoutAfter | Fault::TimeoutLate | Fault::CutOff => (None, true),
            Fault::Forbidden | Fault::TokenExpired => (Some(403), false),
            Fault::Conflict => (Some(409), false),
            Fault::BadRequest => (Some(400), false),
            Fault::ErrorPage => (Some(500), false),
            Fault::ErrorPageAfter => (Some(500), true),
            Fault::WriteFault => (Some(405), false),
            Fault::WriteFaultAfter => (Some(405), true),
            Fault::BadGateway => (Some(502), false),
            Fault::BadGatewayAfter => (Some(502), true),
            Fault::Starting => (Some(503), false),
            Fault::TooMany => (Some(429), false),
            Fault::HalfJson => (Some(201), true),
            Fault::OtherShape => (Some(200), true),
        };
        assert_eq!(made(Act::Fault(fault)).await?, wanted, "{fault:?}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_called_decides_whether_the_request_goes_on() -> Result<()> {
    let calls = Arc::new(AtomicUsize::new(0));
    let call = |goes_on: bool| -> Call {
        let calls = Arc::clone(&calls);
        Arc::new(move || {
            calls.fetch_add(1, Ordering::SeqCst);
            goes_on
        })
    };
    assert_eq!(made(Act::Before(call(false))).await?, (None, false));
    assert_eq!(made(Act::After(call(false))).await?, (None, true));
    assert_eq!(made(Act::Before(call(true))).await?, (Some(201), true));
    assert_eq!(made(Act::After(call(true))).await?, (Some(201), true));
    assert_eq!(calls.load(Ordering::SeqCst), 4);
    Ok(())
}

#[tokio::test]
async fn a_fault_that_lasts_ends_with_healing_and_the_port_is_the_same() -> Result<()> {
    let practice = Practice::start(PracticeOptions::default()).await?;
    let proxy = Proxy::start(practice.authentik.base()).await?;
    let client = Raw::new(proxy.base(), &SecretString::from("none"));
    for at in [1, 2] {
        proxy.order(Order { at, lasts: Lasts::On, act: Act::Fault(Fault::Refused) }).await;
        for number in 1..4 {
            let answer = client.get("/api/v3/root/config/").await;
            assert_eq!(answer.is_ok(), number < at, "{number} of {at}");
        }
        proxy.heal().await;
        client.get("/api/v3/root/config/").await?;
    }
    Ok(())
}
