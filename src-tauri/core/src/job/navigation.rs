//! Opens the pages of a job: which one can be opened depends on how far the stages are.

use super::model::{CompletedPush, ServerCheckRecord};
use super::status::StageState;
use super::{Environment, Job, Session, names, push, stages};
use crate::plan::MappingOutcome;
use crate::stage::Stage;

/// Opens a page, unless its stage can't be started yet.
pub fn open(job: &mut Job, stage: Stage) {
    if stages::state(job, stage) != StageState::CannotStart {
        job.page = stage;
    }
}

/// Opens the next page. An admin who continues without a passed live test has skipped it.
pub fn open_next_page(job: &mut Job) {
    if job.page == Stage::SignIn && stages::state(job, Stage::SignIn) != StageState::Done {
        job.signin.skipped = true;
    }
    let next = Stage::ALL.into_iter().find(|stage| *stage > job.page);
    if let Some(next) = next {
        open(job, next);
    }
}

/// Goes on after a server check that leaves nothing to read: no problem, and no remark. A job whose names were confirmed
/// was further already, and stays where it is.
pub fn go_on_after_check(job: &mut Job) {
    let server = &job.server;
    let quiet = |checked: &ServerCheckRecord| checked.legs.iter().all(|leg| leg.symptom.is_none());
    let reached = server.summary().is_some_and(|reached| reached.newer_release_note().is_none());
    if job.page == Stage::Server
        && !job.names.agreed
        && reached
        && server.problem().is_none()
        && server.fresh_check().is_some_and(quiet)
    {
        open(job, Stage::Names);
    }
}

/// Goes on to the check from outside after a push that went through. One whose mappings the server couldn't run stays,
/// because what it said is on that page.
pub fn go_on_after_push(job: &mut Job) {
    let ran = |done: &CompletedPush| done.tests.iter().all(|test| test.outcome != MappingOutcome::Raised);
    if job.page == Stage::Push
        && push::is_done(job)
        && job.push.stopped.is_none()
        && job.push.done.as_ref().is_some_and(ran)
    {
        open(job, Stage::Verify);
    }
}

/// Confirms the names that are entered, if they can be used, and opens the next page.
pub fn agree_to_names(job: &mut Job) {
    if names::can_agree(job) {
        job.names.agreed = true;
        open_next_page(job);
    }
}

/// The same for the window, unless a text of a field wasn't taken: the field then shows another text than the job has.
pub fn agree(environment: &Environment, session: &mut Session) {
    if session.misplaced.is_empty() {
        session.edit(environment, agree_to_names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::msg;
    use crate::job::model::NamesInput;
    use crate::job::{names, names_input};
    use std::path::Path;

    const SECRET: &str = "aB3defghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWX";

    #[tokio::test]
    async fn a_secret_in_a_field_is_not_stored_and_nothing_is_agreed_to_meanwhile() {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
        let mut session = Session::with_job(Job::new(&environment));
        let enter = async |session: &mut Session, name: &str| {
            let job = session.job.clone().expect("a job");
            let entered = NamesInput { name: name.to_owned(), slug: "other".to_owned(), ..NamesInput::default() };
            let found = names_input::find_misplaced(&environment, &job, &entered, None).await;
            names_input::merge_input(session, entered, None, found);
            session.save(&environment);
        };
        enter(&mut session, &format!("Sign in, {SECRET}")).await;
        agree(&environment, &mut session);
        let job = session.job.as_ref().expect("a job");
        assert_eq!((job.names.typed.name.as_str(), job.names.typed.slug.as_str()), ("X", "other"));
        assert!(!job.names.agreed);
        let page = names::page(job, &session.misplaced);
        assert_eq!(page.name_refused, Some(msg::names_secret_misplaced()));
        assert!(!page.bar.ready);
        let stored = walk(folder.path());
        assert!(!stored.is_empty() && !stored.iter().any(|text| text.contains(SECRET)), "{stored:?}");

        enter(&mut session, "Y").await;
        agree(&environment, &mut session);
        let job = session.job.as_ref().expect("a job");
        assert!(job.names.agreed && job.names.typed.name == "Y");
        assert_eq!(names::page(job, &session.misplaced).name_refused, None);
    }

    /// The text of every file below.
    fn walk(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let texts = entries
            .map(|path| if path.is_dir() { walk(&path) } else { vec![std::fs::read_to_string(path).expect("a text")] });
        texts.flatten().collect()
    }
}
