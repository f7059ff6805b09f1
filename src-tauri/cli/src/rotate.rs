//! `rotate`: brings a Client Secret that was regenerated at X to the authentik server.

use crate::abort::Abort;
use crate::check;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::show;
use crate::target::{self, TargetArgs};
use crate::terminal::Terminal;
use secrecy::SecretString;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::rotation::{self, SecretReview, ServerSecretState};
use sourcerer_core::job::{Session, credentials};
use sourcerer_core::plan::SecretState;
use sourcerer_core::x::CredentialVerdict;
use std::io::{IsTerminal as _, stdin};
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct RotateArgs {
    #[command(flatten)]
    target: TargetArgs,
    #[command(flatten)]
    machine: Machine,
    #[arg(long)]
    yes: bool,
    // The question is about a plan that was shown, and JSON shows no plan to a person.
    #[arg(long, requires = "yes")]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Default, Serialize)]
struct RotateOutput {
    rotated: bool,
    secret: Option<&'static str>,
    x: Option<&'static str>,
    authentik: Option<&'static str>,
    gap_milliseconds: Option<u128>,
    gap_from: Option<&'static str>,
    diagnosis: Option<&'static str>,
}

/// When the secret was regenerated at X, as far as that is known.
struct SecretAge {
    at: Instant,
    /// Whether the person confirmed the time, or it is only the time at which the new secret was read.
    exact: bool,
}

pub(crate) async fn run(arguments: &RotateArgs, terminal: &mut Terminal) -> Exit {
    let mut answer = RotateOutput::default();
    let exit = match Box::pin(rotated(arguments, &mut answer, terminal)).await {
        Ok(exit) | Err(Abort::Exit(exit)) => exit,
        Err(Abort::Symptom(symptom)) => {
            answer.diagnosis = Some(symptom.entry().id);
            terminal.diagnose(&Diagnosis::from(&symptom));
            Exit::from(&symptom)
        }
    };
    if arguments.json {
        terminal.json(&answer);
    }
    exit
}

async fn rotated(arguments: &RotateArgs, answer: &mut RotateOutput, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let named = arguments.target.read(terminal)?;
    let environment = arguments.machine.environment(terminal)?;
    let since = SecretAge { at: pressed(terminal), exact: stdin().is_terminal() };
    let mut given = target::given(terminal)?;
    if since.exact {
        let pasted = terminal.read_value(&msg::terminal_rotate_paste());
        let pasted = pasted.map_err(|error| {
            terminal.note(&error.message());
            Exit::Usage
        })?;
        given.secret = Some(SecretString::from(pasted.trim())).filter(|_| !pasted.trim().is_empty());
        target::refuse_in_arguments(&given.secret, terminal)?;
    }
    if given.secret.is_none() {
        terminal.note(&msg::terminal_rotate_no_secret());
        return Err(Exit::Usage.into());
    }
    let mut session = Session::with_job(named.stored_job(&environment));
    target::hand_over(&environment, &mut session, given, &named).await;
    if let Some(symptom) = session.keyring.take() {
        return Err(symptom.into());
    }
    let job = session.job.take().ok_or(Symptom::NoJobOpen)?;
    let secret = credentials::client_secret(&environment, &job).await?;
    let looked = Box::pin(rotation::review_secret(&environment, &job, &secret)).await?;
    tell(&looked, answer);
    if looked.held == SecretState::Same {
        let refused = looked.refused();
        let words = if refused.is_some() { msg::rotation_same_refused() } else { msg::rotation_same() };
        terminal.note(&words);
        answer.diagnosis = refused.map(|symptom| symptom.entry().id);
        return Ok(Exit::Finding);
    }
    if let Some(symptom) = looked.refused() {
        return Err(symptom.into());
    }
    let quiet = arguments.json;
    if !quiet {
        let accepted = looked.probe.pairing == CredentialVerdict::Accepted;
        let words = if accepted { msg::terminal_rotate_accepted() } else { msg::terminal_rotate_cannot_tell() };
        terminal.say(&words);
        show::plan(&looked.plan.shown, terminal);
    }
    if let Err(exit) = target::agree(arguments.yes, &msg::terminal_rotate_ask(), terminal) {
        terminal.note(&stands(since.at.elapsed()).says());
        return Err(exit.into());
    }
    let told = &mut |step| {
        if quiet {
            show::progress(&step, terminal);
        } else {
            show::step(&step, terminal);
        }
    };
    let outcome = Box::pin(rotation::apply(&environment, &looked, since.at, told)).await;
    let rotated = match outcome {
        Ok(rotated) => rotated,
        Err(stopped) => {
            answer.authentik = Some(match stopped.stands {
                ServerSecretState::OldOnAuthentik => "old",
                ServerSecretState::Unclear => "unclear",
            });
            terminal.note(&stopped.says());
            return Err(stopped.symptom.into());
        }
    };
    answer.rotated = true;
    answer.authentik = Some("new");
    answer.gap_milliseconds = Some(rotated.gap.as_millis());
    answer.gap_from = Some(if since.exact { "regenerated" } else { "read" });
    if !quiet {
        terminal.say(&rotated.says(since.exact));
    }
    let checked = rotated.checked?;
    if !quiet {
        check::show(&checked.findings, terminal);
    }
    Ok(check::verdict(&checked.findings))
}

/// The failure for a rotation that has written nothing.
fn stands(since: Duration) -> rotation::RotationFailure {
    rotation::RotationFailure { symptom: Symptom::NothingToPush, stands: ServerSecretState::OldOnAuthentik, since }
}

/// Asks when the person pressed Regenerate. Without a person it is the current time.
fn pressed(terminal: &Terminal) -> Instant {
    if stdin().is_terminal() {
        terminal.note(&msg::terminal_rotate_press());
        // If the person closes the terminal meanwhile, the question that follows fails.
        let _ = stdin().read_line(&mut String::new());
    }
    Instant::now()
}

fn tell(looked: &SecretReview, answer: &mut RotateOutput) {
    answer.secret = Some(match looked.held {
        SecretState::Absent => "absent",
        SecretState::Same => "same",
        SecretState::Different { .. } => "different",
        SecretState::Unknown { .. } => "unknown",
    });
    answer.x = Some(match looked.probe.pairing {
        CredentialVerdict::Accepted => "accepted",
        CredentialVerdict::SecretRefused => "secretRefused",
        CredentialVerdict::ClientIdUnknown => "clientIdUnknown",
        CredentialVerdict::CannotTell { .. } => "cannotTell",
    });
    answer.authentik = Some(if looked.held == SecretState::Same { "same" } else { "old" });
}
