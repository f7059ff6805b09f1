//! Says whether there is a newer version, as far as the person lets the program ask.

use crate::environment;
use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::clock::stamp;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::settings::{self, UpdateChoice, UpdatePage};
use sourcerer_core::update::{Feed, Release, UpdateState};
use sourcerer_core::version;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long, conflicts_with = "never")]
    weekly: bool,
    #[arg(long)]
    never: bool,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    available: bool,
    weekly: bool,
    asked: Option<String>,
    failed: bool,
    newer: Option<&'a Release>,
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut environment = environment::real();
    if arguments.weekly || arguments.never {
        match settings::choose_updates(&environment, arguments.weekly) {
            Ok(settings) => environment.settings = settings,
            Err(symptom) => return terminal.fail(&symptom),
        }
    }
    let feed = Feed::of_build();
    let state = match &feed {
        Some(feed) => settings::check_for_updates(&environment, feed).await,
        None => UpdateState::default(),
    };
    if arguments.json {
        terminal.json(&Answer {
            version: version::VERSION,
            available: feed.is_some(),
            weekly: environment.settings.updates == UpdateChoice::Weekly,
            asked: state.asked.map(stamp),
            failed: state.failed,
            newer: state.newer_than(version::VERSION),
        });
        return Exit::Fine;
    }
    if feed.is_none() {
        terminal.say(&msg::terminal_update_absent());
        return Exit::Fine;
    }
    terminal.say(&UpdatePage::new(&environment.settings, &state).says);
    if environment.settings.updates != UpdateChoice::Weekly {
        terminal.say(&msg::terminal_update_off());
    } else if let Some(release) = state.newer_than(version::VERSION) {
        terminal.print(release.page.as_str());
        terminal.print("");
        release.notes.lines().for_each(|line| terminal.print(line));
    }
    Exit::Fine
}
