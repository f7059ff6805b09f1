//! How the waiting ends after an error without a state, and how long the listener stays after an answer.

use super::*;
use std::sync::{Arc, Mutex};
use std::time::Instant;

#[tokio::test]
async fn an_error_without_a_state_decides_the_words_and_ends_the_waiting() {
    let x = FakeX::but(|_| None).await;
    // As X was seen to send it; and whichever comes first, an error says more than a Cancel that is only likely.
    let [alone, last, first] = [
        browser(&["error=invalid_request&state="]),
        browser(&["error=access_denied", "error=invalid_request&state="]),
        browser(&["error=invalid_request&state=", "error=access_denied"]),
    ];
    let all = tokio::join!(undisturbed(&x, &alone, LONG), undisturbed(&x, &last, LONG), undisturbed(&x, &first, LONG));
    for ran in [all.0, all.1, all.2] {
        let waited = ran.leg(SignInLeg::Consent).millis.expect("it has ended");
        assert!(Duration::from_millis(waited.into()) < LONG, "the patience wasn't waited out");
        assert_eq!((ran.verdicts().as_str(), ran.outcome.symptom), ("+x----", Some(error("invalid_request"))));
    }
    assert!(x.asked().is_empty());
}

#[tokio::test]
async fn an_error_without_a_state_doesnt_keep_the_true_callback_out() {
    let x = FakeX::but(|_| None).await;
    let agreed = undisturbed(&x, &browser(&["error=invalid_request&state=", AGREE]), LONG).await;
    assert_eq!(agreed.verdicts(), "++++++");
    assert_eq!(agreed.leg(SignInLeg::Consent).diagnosis, None);
}

/// Visits the test callback once more as soon as the last leg is over, and keeps what was shown.
fn late_visit(page: &Arc<Mutex<String>>) -> impl FnMut(&SignInProgress) -> Option<SignInCommand> {
    let page = Arc::clone(page);
    let mut callback = None;
    move |report| {
        if let Some(link) = &report.link {
            let url = Url::parse(link.as_str()).expect("a link");
            let back = format!("{}?state={}&code=c", parameter(&url, "redirect_uri"), parameter(&url, "state"));
            callback.get_or_insert(back);
        }
        let is_over = report.legs.last().is_some_and(|leg| leg.verdict == SignInLegVerdict::Passed);
        if let Some(back) = callback.take_if(|_| is_over) {
            let page = Arc::clone(&page);
            tokio::spawn(async move {
                let shown = shown(&back).await;
                *page.lock().expect("no panic") = shown;
            });
        }
        None
    }
}

#[tokio::test]
async fn the_page_that_comes_after_a_prefetch_is_answered_and_ends_the_staying() {
    let x = FakeX::but(|_| None).await;
    let page = Arc::new(Mutex::new(String::new()));
    let began = Instant::now();
    let ran = staying(request(&x), &browser(AGREES), LONG, LONG, LONG, late_visit(&page)).await;
    assert_eq!(ran.verdicts(), "++++++");
    assert!(began.elapsed() < LONG, "it ended with that page");
    let page = page.lock().expect("no panic").clone();
    assert!(page.contains("was already received"), "{page}");
}

#[tokio::test]
async fn the_listener_stays_no_longer_than_it_is_told_and_not_at_all_after_silence_or_a_stop() {
    let x = FakeX::but(|_| None).await;
    let stay = Duration::from_millis(300);
    let began = Instant::now();
    let ran = staying(request(&x), &browser(AGREES), LONG, LONG, stay, |_| None).await;
    assert_eq!(ran.verdicts(), "++++++");
    assert!(began.elapsed() >= stay);

    let began = Instant::now();
    staying(request(&x), &browser(&[]), SHORT, LONG, LONG, |_| None).await;
    let stop = at(SignInLeg::Consent, SignInCommand::Stop);
    staying(request(&x), &browser(&[]), LONG, LONG, LONG, stop).await;
    assert!(began.elapsed() < LONG);
}
