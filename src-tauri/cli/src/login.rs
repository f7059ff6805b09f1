use crate::abort::Abort;
use crate::check::{CheckTarget, given};
use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::Diagnosis;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::Environment;
use sourcerer_core::job::login::{self, LoginCommand, LoginProgress, LoginRequest};
use sourcerer_core::job::model::LoginResult;
use sourcerer_core::login::{LoginKind, VisitorPage};
use sourcerer_core::signin::NotOpened;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;

#[derive(clap::Args)]
pub(crate) struct LoginArgs {
    #[command(flatten)]
    subject: CheckTarget,
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<u64>,
    #[arg(long, value_name = "PAGE")]
    shows: Option<String>,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct LoginOutput<'a> {
    worked: bool,
    user: Option<&'a str>,
    kind: Option<LoginKind>,
    millis: u32,
    others: usize,
    shown: Option<VisitorPage>,
    diagnosis: Option<&'static str>,
    note: Option<&'static str>,
    link: Option<LinkOutput<'a>>,
}

/// A link that the login made to an existing user.
#[derive(Serialize)]
struct LinkOutput<'a> {
    connection: i64,
    user: &'a str,
    identifier: &'a str,
}

impl<'a> LoginOutput<'a> {
    fn of(login: &'a LoginResult) -> Self {
        Self {
            worked: login.has_succeeded(),
            user: login.seen.as_ref().map(|seen| seen.user.as_str()),
            kind: login.seen.as_ref().map(|seen| seen.kind),
            millis: login.millis,
            others: login.others,
            shown: login.shown,
            diagnosis: login.symptom.as_ref().map(|symptom| symptom.entry().id),
            note: login.note.as_ref().map(|note| note.entry().id),
            link: login.link.as_ref().map(|link| LinkOutput {
                connection: link.pk,
                user: &link.name,
                identifier: &link.identifier,
            }),
        }
    }
}

pub(crate) async fn run(arguments: &LoginArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(logged_in(arguments, terminal)).await {
        Ok(login) => {
            if arguments.json {
                terminal.json(&LoginOutput::of(&login));
            } else {
                show(&login, terminal);
            }
            login.symptom.as_ref().map_or(Exit::Fine, Exit::from)
        }
        Err(stop) => stop.end(terminal),
    }
}

async fn logged_in(arguments: &LoginArgs, terminal: &Terminal) -> Result<LoginResult, Abort> {
    let refused = |message| {
        terminal.note(&message);
        Abort::Exit(Exit::Usage)
    };
    let shows = arguments.shows.as_deref().map(|name| {
        named(name).ok_or_else(|| {
            for shown in VisitorPage::ALL {
                terminal.note_text(format_args!("{:16} {}", name_of(shown), terminal.book().format(&shown.words())));
            }
            refused(msg::terminal_login_not_listed(name))
        })
    });
    let shows = shows.transpose()?;
    let real = arguments.subject.machine.environment(terminal)?;
    let support = given(&arguments.subject, &real, terminal).await?;
    let asked = LoginRequest::for_source_check(&support)?;
    if !asked.has_token() && shows.is_none() && !Terminal::can_ask() {
        return Err(refused(msg::terminal_login_nobody()));
    }
    let asked = match arguments.timeout {
        Some(seconds) => asked.with_timeout(Duration::from_secs(seconds)),
        None => asked,
    };
    // The terminal may be on another machine than the browser: the person opens the address where they are.
    let note = terminal.book().format(&msg::terminal_login_open(asked.urls().login));
    let opener = move |_: &url::Url| crate::terminal::remark(&note).map_err(|_| NotOpened);
    let environment = Environment { opener: Arc::new(opener), ..real };
    let (says, control) = mpsc::channel(1);
    let (progress, reports) = mpsc::unbounded_channel();
    if let Some(shown) = shows {
        // The channel has room for one command.
        let _ = says.try_send(LoginCommand::Shows(shown));
    }
    let test = Box::pin(login::run(&environment, &asked, login::LoginOpening::Browser, control, progress));
    let person = asks(says, reports, question(terminal));
    let outcome = tokio::select! {
        outcome = test => outcome,
        () = person => unreachable!("whoever is asked goes on to the end"),
    };
    Ok(outcome?)
}

/// The list of pages, and the question.
fn question(terminal: &Terminal) -> String {
    let book = terminal.book();
    let mut lines = Vec::new();
    let mut place = None;
    for (at, shown) in VisitorPage::ALL.into_iter().enumerate() {
        if place.replace(shown.host()) != Some(shown.host()) {
            lines.push(book.format(&shown.host().words()));
        }
        lines.push(format!("  {:2}  {}", at + 1, book.format(&shown.words())));
    }
    lines.push(book.format(&msg::terminal_login_choose(VisitorPage::ALL.len())));
    lines.join("\n")
}

/// Asks on the controlling terminal as soon as there is a question. Without a terminal, only the server's events show
/// the result.
async fn asks(says: mpsc::Sender<LoginCommand>, mut reports: mpsc::UnboundedReceiver<LoginProgress>, question: String) {
    let mut asked = false;
    let mut says = Terminal::can_ask().then_some(says);
    while let Some(report) = reports.recv().await {
        if !report.asks || asked {
            continue;
        }
        asked = true;
        let Some(says) = says.take() else { continue };
        let question = question.clone();
        tokio::task::spawn_blocking(move || {
            while let Some(chosen) = Terminal::choose(&question, VisitorPage::ALL.len()) {
                if says.blocking_send(LoginCommand::Shows(VisitorPage::ALL[chosen - 1])).is_err() {
                    break;
                }
            }
        });
    }
    std::future::pending::<()>().await;
}

fn named(name: &str) -> Option<VisitorPage> {
    VisitorPage::ALL.into_iter().find(|shown| name_of(*shown) == name)
}

/// The page's name in the list and in JSON.
fn name_of(shown: VisitorPage) -> String {
    shown.words().id.trim_start_matches("login-shows-").to_owned()
}

fn show(login: &LoginResult, terminal: &mut Terminal) {
    if let Some(seen) = login.seen.as_ref().filter(|_| login.symptom.is_none()) {
        let kind = match seen.kind {
            LoginKind::Enrolled => "enrolled",
            LoginKind::Linked => "linked",
            LoginKind::LinkedToSession | LoginKind::LinkedElsewhere | LoginKind::SignedIn => "other",
        };
        terminal.say(&msg::terminal_login_came(kind, login.millis, seen.user.as_str()));
    } else if login.has_succeeded() {
        terminal.say(&msg::terminal_login_told());
    }
    if login.others > 0 {
        terminal.say(&msg::terminal_login_others(login.others));
    }
    for symptom in [&login.note, &login.symptom].into_iter().flatten() {
        terminal.diagnose(&Diagnosis::from(symptom));
    }
    if let Some(link) = &login.link {
        terminal.say(&msg::terminal_login_link(link.identifier.as_str(), link.name.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::{LoginOutput, LoginResult};
    use sourcerer_core::job::login::LoginLink;

    #[test]
    fn a_link_that_was_made_has_the_names_that_are_documented() {
        let link = LoginLink { pk: 7, name: "ana".to_owned(), identifier: "12".to_owned(), ..LoginLink::default() };
        let login = LoginResult { link: Some(link), ..LoginResult::default() };
        let answer = serde_json::to_string(&LoginOutput::of(&login).link).expect("JSON");
        assert_eq!(answer, r#"{"connection":7,"user":"ana","identifier":"12"}"#);
    }
}
