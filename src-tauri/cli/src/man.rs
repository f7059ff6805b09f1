use crate::CommandLine;
use crate::exit::Exit;
use crate::help;
use crate::terminal::Terminal;
use clap::CommandFactory as _;
use clap_mangen::Man;
use sourcerer_core::i18n::msg;
use sourcerer_core::version;

#[derive(clap::Args)]
pub(crate) struct ManArgs {
    #[arg(value_name = "COMMAND")]
    of: Option<String>,
}

/// Prints the manual page of the program, or of one of its commands, in the format of `man`.
pub(crate) fn run(arguments: &ManArgs, terminal: &mut Terminal) -> Exit {
    let mut whole = help::in_words(CommandLine::command(), terminal.book());
    whole.build();
    let page = match &arguments.of {
        None => whole,
        Some(of) => {
            let Some(one) = whole.find_subcommand(of).cloned() else {
                terminal.note(&msg::terminal_usage_command(of));
                return Exit::Usage;
            };
            one.version(version::LINE)
        }
    };
    let mut roff = Vec::new();
    if let Err(error) = Man::new(page).render(&mut roff) {
        terminal.note(&msg::terminal_output_failed(error.to_string()));
        return Exit::Finding;
    }
    terminal.document(&String::from_utf8_lossy(&roff));
    Exit::Fine
}
