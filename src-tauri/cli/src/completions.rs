use crate::CommandLine;
use crate::exit::Exit;
use crate::help;
use crate::terminal::Terminal;
use clap::CommandFactory as _;
use clap_complete::Shell;

#[derive(clap::Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script with which a shell completes this program's commands, arguments and their values.
pub(crate) fn run(arguments: &CompletionsArgs, terminal: &mut Terminal) -> Exit {
    let mut command = help::in_words(CommandLine::command(), terminal.book());
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    terminal.document(&String::from_utf8_lossy(&script));
    Exit::Fine
}
