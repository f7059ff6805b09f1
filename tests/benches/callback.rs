//! The time that Sourcerer itself needs from the callback to the profile: `cargo xtask bench callback`.
//!
//! Whole live tests run one at a time against the practice X. The clock starts when the browser is redirected back, and
//! stops with the report in which the profile's leg is finished. The time that the practice X needed for its answers is
//! subtracted.
#![expect(clippy::print_stdout, reason = "its one line is what it is for")]

use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use sourcerer_core::clock::Clock;
use sourcerer_core::credentials::{ClientCredentials, ClientId, ClientSecret};
use sourcerer_core::loopback;
use sourcerer_core::net::{HttpClient, PATIENCE, Proxies, Trace};
use sourcerer_core::signin::{
    self, NotOpened, SignInConfig, SignInContext, SignInEnding, SignInLeg, SignInLegVerdict, SignInProgress,
};
use sourcerer_core::x::{Email, Endpoints, Scopes};
use sourcerer_practice::person::BrowserSession;
use sourcerer_practice::{Practice, PracticeOptions, free_port};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use url::{Position, Url};

const TIMES: usize = 100;

#[tokio::main]
async fn main() -> Result<()> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(());
    }
    let practice = Practice::start(PracticeOptions::default()).await?;
    // The first run has neither code nor connections in place, so it isn't counted.
    once(&practice).await?;
    let mut all = Vec::new();
    for _ in 0..TIMES {
        all.push(once(&practice).await?);
    }
    all.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, worst) = (millis((all[TIMES / 2 - 1] + all[TIMES / 2]) / 2), millis(all[TIMES - 1]));
    println!("callback n={TIMES} median_ms={median:.1} worst_ms={worst:.1}");
    Ok(())
}

/// The time that Sourcerer needed in one live test.
async fn once(practice: &Practice) -> Result<Duration> {
    let port = free_port().context("a free port")?;
    let app = practice.register(vec![loopback::address(port).into()], "https://example.com".to_owned());
    let secret: SecretString = app.client_secret;
    let request = SignInConfig {
        endpoints: Endpoints::with_base(&practice.world().x),
        pair: ClientCredentials { id: ClientId::from(app.client_id), secret: ClientSecret::from(secret) },
        port,
        scopes: Scopes::for_source(""),
        email: Email::NotWanted,
    };

    let clock = Clock::new(OffsetDateTime::now_utc);
    let net = HttpClient::new(None, Proxies::None, PATIENCE, Trace::default(), clock.clone())?;
    let person = BrowserSession::new(practice.world().x.clone(), None)?;
    let (came_back, mut back) = mpsc::unbounded_channel();
    let log = practice.log().clone();
    let opener = {
        let log = log.clone();
        move |url: &Url| -> Result<(), NotOpened> {
            let (person, url, came_back, log) = (person.clone(), url.clone(), came_back.clone(), log.clone());
            tokio::spawn(async move {
                let to = person.consent(&url).await?;
                let _ = came_back.send((Instant::now(), log.answering()));
                visit(&to).await
            });
            Ok(())
        }
    };
    let (_orders, control) = mpsc::channel(1);
    let (progress, mut reports) = mpsc::unbounded_channel();
    let means = SignInContext {
        net: &net,
        clock: &clock,
        opener: &opener,
        patience: PATIENCE,
        nudge: signin::PROMPT_AFTER,
        stay: Duration::ZERO,
        control,
        progress,
    };
    let shown = async {
        while let Some(report) = reports.recv().await {
            if is_read(&report) {
                return Ok((Instant::now(), log.answering()));
            }
        }
        anyhow::bail!("the profile was never shown")
    };
    let (outcome, shown) = tokio::join!(signin::run(request, means), shown);
    ensure!(outcome.ending == SignInEnding::Passed, "{:?}", outcome.symptom);
    let ((began, before), (ended, after)) = (back.recv().await.context("nobody came back")?, shown?);
    Ok((ended - began).saturating_sub(after.saturating_sub(before)))
}

fn is_read(report: &SignInProgress) -> bool {
    let profile = report.legs.iter().find(|report| report.leg == SignInLeg::Profile);
    profile.is_some_and(|report| matches!(report.verdict, SignInLegVerdict::Passed | SignInLegVerdict::Warned))
}

async fn visit(url: &Url) -> Result<()> {
    let port = url.port().context("a port")?;
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let target = &url[Position::BeforePath..];
    stream.write_all(format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").as_bytes()).await?;
    stream.read_to_end(&mut Vec::new()).await?;
    Ok(())
}
