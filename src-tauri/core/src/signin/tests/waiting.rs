//! What the person sees and pastes while nothing comes back.

use super::*;
use secrecy::SecretString;
use tokio::sync::oneshot;

fn still(report: &SignInProgress) -> bool {
    report.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting)
}

#[tokio::test]
async fn after_a_while_without_an_answer_the_report_asks() {
    let x = FakeX::but(|_| None).await;
    let ran = nudged(request(&x), &browser(&[]), Duration::from_millis(300), SHORT, |_| None).await;
    let asked: Vec<_> = ran.reports.iter().filter_map(|report| report.waiting.as_ref()).collect();
    assert_eq!(asked.iter().map(|waiting| waiting.still_waiting).collect::<Vec<_>>(), [false, true], "once");
    assert_eq!(asked[0].since, asked[1].since);
    assert_eq!(ran.verdicts(), "+x----");
}

#[tokio::test]
async fn an_answer_in_time_asks_nobody() {
    let x = FakeX::but(|_| None).await;
    let ran = undisturbed(&x, &browser(AGREES), LONG).await;
    assert!(!ran.reports.iter().any(still));
}

#[tokio::test]
async fn each_sight_ends_the_test_with_its_symptom() {
    for (sight, wanted) in [
        (BrowserScreen::SomethingWrong, "authorize-page-error"),
        (BrowserScreen::OtherAccount, "authorize-other-account"),
        (BrowserScreen::LoginLoop, "authorize-login-loop"),
        (BrowserScreen::Blank, "authorize-page-blank"),
    ] {
        let x = FakeX::but(|_| None).await;
        let mut said = Some(SignInCommand::Sees(sight));
        let react = |report: &SignInProgress| if still(report) { said.take() } else { None };
        let ran = nudged(request(&x), &browser(&[]), LONG, SHORT, react).await;
        let symptom = ran.outcome.symptom.as_ref().map(|symptom| symptom.entry().id);
        assert_eq!((ran.verdicts().as_str(), symptom), ("+x----", Some(wanted)));
    }
}

#[tokio::test]
async fn the_consent_page_is_waited_for_from_the_start_with_advice() {
    let x = FakeX::but(|_| None).await;
    let mut says = vec![SignInCommand::Stop, SignInCommand::SeesConsent];
    let react = |report: &SignInProgress| if still(report) { says.pop() } else { None };
    let ran = nudged(request(&x), &browser(&[]), LONG, SHORT, react).await;
    assert_eq!(ran.outcome.ending, SignInEnding::Stopped);
    let story: Vec<_> = ran
        .reports
        .iter()
        .filter_map(|report| report.waiting.as_ref())
        .map(|waiting| (waiting.still_waiting, waiting.advice.is_some()))
        .collect();
    let mut steps = story.clone();
    steps.dedup();
    assert_eq!(steps, [(false, false), (true, false), (false, true), (true, true)], "asked again after a while");
}

/// A test whose browser comes back to another machine: each paste in turn, and what was answered.
async fn pasting(texts: &[&str]) -> (Ran, Vec<PasteAnswer>) {
    let x = FakeX::but(|_| None).await;
    let mut left: Vec<_> = texts.iter().rev().map(|text| (*text).to_owned()).collect();
    let mut answers: Vec<oneshot::Receiver<PasteAnswer>> = Vec::new();
    let mut done = Vec::new();
    let net = net();
    let clock = clock();
    let opener = browser(&[]);
    let (orders, control) = mpsc::channel(8);
    let (progress, mut watch) = mpsc::unbounded_channel();
    let means = SignInContext {
        net: &net,
        clock: &clock,
        opener: &opener,
        patience: LONG,
        nudge: LONG,
        stay: Duration::ZERO,
        control,
        progress,
    };
    let person = async {
        let mut reports: Vec<SignInProgress> = Vec::new();
        while let Some(report) = watch.recv().await {
            if let Some(link) = report.link.as_ref().filter(|_| answers.is_empty()) {
                let url = Url::parse(link.as_str()).expect("a link");
                let (state, redirect) = (parameter(&url, "state"), parameter(&url, "redirect_uri"));
                while let Some(text) = left.pop() {
                    let text =
                        text.replace("STATE", &state).replace("HERE", &redirect).replace("CONSENT", url.as_str());
                    let (paste, answer) = Paste::new(SecretString::from(text));
                    orders.send(SignInCommand::Paste(paste)).await.expect("a test");
                    answers.push(answer);
                }
            }
            reports.push(report);
        }
        reports
    };
    let (outcome, reports) = tokio::join!(run(request(&x), means), person);
    for answer in answers {
        done.push(answer.await.expect("an answer"));
    }
    let written = format!("{outcome:?}{reports:?}{:?}{done:?}", net.trace().all());
    assert!(!written.contains("canary-"), "{written}");
    (Ran { outcome, reports, net }, done)
}

#[tokio::test]
async fn what_the_address_bar_holds_is_as_good_as_a_callback() {
    for (text, note) in [
        ("HERE?state=STATE&code=canary-code-19aa", "signin-note-callback-pasted"),
        ("state=STATE&code=canary-code-19aa", "signin-note-callback-pasted"),
        ("canary-code-19aa", "signin-note-callback-bare"),
    ] {
        let (ran, answers) = pasting(&[text]).await;
        assert_eq!((ran.verdicts().as_str(), ran.outcome.ending), ("++++++", SignInEnding::Passed), "{text}");
        assert!(answers[0].taken);
        assert_eq!(ran.leg(SignInLeg::Callback).note.as_ref().map(|note| note.id.as_ref()), Some(note));
        let age = ran.outcome.code_age.as_ref().expect("an age");
        assert_eq!(age.words.id, "signin-code-age-pasted", "nobody here knows how old it was when it was pasted");
    }
}

#[tokio::test]
async fn a_paste_that_is_no_use_is_answered_and_the_test_goes_on() {
    let (ran, answers) = pasting(&[
        "",
        "CONSENT",
        "https://authentik.company/source/oauth/callback/x/?state=STATE&code=canary-code-19aa",
        "HERE?state=wrong&code=canary-code-19aa",
        "HERE",
        "HERE?error=access_denied",
        "HERE?state=STATE&code=canary-code-19aa",
        "HERE?state=STATE&code=canary-code-19aa",
    ])
    .await;
    let told: Vec<_> = answers.iter().map(|answer| (answer.taken, answer.words.id.as_ref())).collect();
    assert_eq!(
        told,
        [
            (false, "signin-paste-empty"),
            (false, "signin-paste-still-at-x"),
            (false, "signin-paste-other-address"),
            (false, "signin-paste-other-state"),
            (false, "signin-paste-no-code"),
            (false, "signin-paste-unclear"),
            (true, "signin-paste-code"),
            (false, "signin-paste-late"),
        ]
    );
    assert_eq!(ran.verdicts(), "++++++");
    assert!(ran.reports.iter().any(unclear), "the refusal without a state is the person's to judge");
}

#[tokio::test]
async fn a_pasted_refusal_ends_the_test() {
    for (text, wanted) in [
        ("HERE?error=access_denied&state=STATE", Symptom::ConsentDeclined),
        ("HERE?error=server_error&state=STATE", error("server_error")),
        ("HERE?error=invalid_request&state=", error("invalid_request")),
        ("error=invalid_request", error("invalid_request")),
    ] {
        let (ran, answers) = pasting(&[text]).await;
        assert_eq!((ran.verdicts().as_str(), ran.outcome.symptom.as_ref()), ("+x----", Some(&wanted)));
        assert!(answers[0].taken);
    }
}
