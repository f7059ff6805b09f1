//! The status of the six stages while something runs in one of them.

use super::status::{StageState, StageView};
use super::{Job, Session, Subject, stages};
use crate::i18n::msg;
use crate::stage::Stage;

/// All six stages as they are now: a stage in which something runs says so.
pub(super) fn all_now(job: &Job, session: &Session) -> Vec<StageView> {
    let mut stages = stages::all(job);
    for view in &mut stages {
        let words = match view.stage {
            Stage::Server if !session.checking.is_empty() => msg::stage_checking(),
            Stage::XApp if session.asking => msg::stage_checking(),
            Stage::SignIn if session.running.is_some() => msg::stage_testing(),
            Stage::Push if session.pushing => msg::stage_writing(),
            Stage::Verify if session.login.as_ref().is_some_and(|login| login.of == Subject::Job) => {
                msg::stage_testing()
            }
            Stage::Server | Stage::Names | Stage::XApp | Stage::SignIn | Stage::Push | Stage::Verify => continue,
        };
        (view.state, view.words) = (StageState::InProgress, words);
    }
    stages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Environment;

    /// The state and the words of a stage.
    fn of(session: &Session, stage: Stage) -> (StageState, String) {
        let job = session.job.as_ref().expect("a job");
        let view = all_now(job, session).into_iter().find(|view| view.stage == stage).expect("the stage");
        (view.state, view.words.id.into_owned())
    }

    #[test]
    fn a_stage_in_which_something_runs_says_so() {
        let mut session = Session::with_job(Job::new(&Environment::for_tests()));
        assert_eq!(of(&session, Stage::Push), (StageState::CannotStart, "stage-after-server".to_owned()));
        session.pushing = true;
        assert_eq!(of(&session, Stage::Push), (StageState::InProgress, "stage-writing".to_owned()));
        session.pushing = false;
        assert_ne!(of(&session, Stage::XApp).1, "stage-checking");
        session.begin_asking();
        assert_eq!(of(&session, Stage::XApp), (StageState::InProgress, "stage-checking".to_owned()));
    }

    #[test]
    fn the_open_job_is_in_the_list_as_it_is_now() {
        let environment = Environment::for_tests();
        let mut job = Job::new(&environment);
        "https://auth.example".clone_into(&mut job.server.address);
        let mut session = Session::with_job(job);
        let home = |session: &Session| crate::job::View::new(&environment, session).home.jobs;
        let listed = home(&session);
        assert_eq!(listed.iter().map(|card| card.host.as_deref()).collect::<Vec<_>>(), [Some("auth.example")]);
        // The list that was read before the job was opened has an older state of it, and each job only once.
        session.jobs = listed;
        session.edit_only(|job| "https://other.example".clone_into(&mut job.server.address));
        let hosts: Vec<_> = home(&session).into_iter().map(|card| card.host).collect();
        assert_eq!(hosts, [Some("other.example".to_owned())]);
    }
}
