//! Help and usage errors with the texts of the message files, so that the terminal can be translated.

use crate::exit::Exit;
use crate::terminal::Terminal;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};
use sourcerer_core::i18n::{Localizer, Message, msg};

/// Gives every command and argument its texts: `terminal-<command>` with `.more` and `.examples`, and
/// `terminal-<command>-<argument>`, or `terminal-any-<argument>` if it means the same for all commands.
pub(crate) fn in_words(command: Command, book: &Localizer) -> Command {
    let say = |message: Message| book.format(&message);
    let (usage, commands, options) =
        (msg::terminal_heading_usage(), msg::terminal_heading_commands(), msg::terminal_heading_options());
    let usage = format!("{} {{usage}}\n\n", say(usage));
    let commands = format!("{}\n{{subcommands}}\n\n", say(commands));
    let options = format!("{}\n{{options}}{{after-help}}", say(options));
    let dressed = |command: Command, template: String| {
        let template = format!("{{about-with-newline}}\n{template}");
        // There is only one help, for `-h` as for `--help`; the longer text is for the manual page.
        command.help_template(template).disable_help_subcommand(true).disable_help_flag(true).arg(flag(
            "help",
            'h',
            ArgAction::HelpShort,
            say(msg::terminal_help()),
        ))
    };

    dressed(command, format!("{usage}{commands}{options}"))
        .about(say(msg::terminal_about()))
        .after_help(say(msg::terminal_after()))
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version, say(msg::terminal_version())))
        .mut_subcommands(|subcommand| {
            let key = format!("terminal-{}", subcommand.get_name());
            // The arguments of `plan` and `export` have the texts of `push`.
            let like = if ["plan", "export"].contains(&subcommand.get_name()) { "terminal-push" } else { &key };
            let (about, more) = (worded(&key, book), worded(&format!("{key}.more"), book));
            let examples = worded(&format!("{key}.examples"), book).replace('\n', "\n  ");
            let examples = format!("{}\n  {examples}", say(msg::terminal_heading_examples()));
            let long = format!("{about}\n\n{more}");
            let subcommand = subcommand.about(about).long_about(long).after_help(examples).mut_args(|argument| {
                let id = argument.get_id().as_str().replace('_', "-");
                let everywhere = || worded(&format!("terminal-any-{id}"), book);
                let named =
                    |key: &str| Message::from_key(&format!("{key}-{id}"), []).map(|message| book.format(&message));
                argument.help(named(&key).or_else(|| named(like)).unwrap_or_else(everywhere))
            });
            dressed(subcommand, format!("{more}\n\n{usage}{options}"))
        })
}

fn flag(name: &'static str, short: char, action: ArgAction, help: String) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(help)
}

/// Prints what is wrong with the arguments on standard error. Help that was requested is printed on standard output.
pub(crate) fn refuse(error: &Error, terminal: &mut Terminal) -> Exit {
    let shown = || error.render().to_string().trim_end().to_owned();
    let kind = error.kind();
    if matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        terminal.document(&shown());
        return Exit::Fine;
    }
    if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        terminal.note_document(&shown());
    } else {
        terminal.note(&complaint(kind, error));
        terminal.note(&msg::terminal_usage_see("sourcerer-cli"));
    }
    Exit::Usage
}

fn complaint(kind: ErrorKind, error: &Error) -> Message {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match (kind, argument) {
        (ErrorKind::InvalidSubcommand, _) => {
            msg::terminal_usage_command(context(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        (ErrorKind::UnknownArgument, Some(argument)) => msg::terminal_usage_unknown(argument),
        (ErrorKind::MissingRequiredArgument, Some(arguments)) => msg::terminal_usage_missing(arguments),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(argument)) => match value {
            Some(value) if !value.is_empty() => match context(ContextKind::ValidValue).filter(|all| !all.is_empty()) {
                Some(all) => msg::terminal_usage_one_of(all, argument, value),
                None => msg::terminal_usage_value(argument, value),
            },
            _ => msg::terminal_usage_value_missing(argument),
        },
        (ErrorKind::ArgumentConflict, Some(argument)) => msg::terminal_usage_twice(argument),
        _ => msg::terminal_usage_other(),
    }
}

/// The text of a composed key. If the message files lack it, the key itself is returned, and a test fails.
fn worded(key: &str, book: &Localizer) -> String {
    Message::from_key(key, []).map_or_else(|| key.to_owned(), |message| book.format(&message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn every_command_and_argument_has_its_words() {
        let mut root = in_words(crate::CommandLine::command(), &Localizer::english());
        root.build();
        for command in root.get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(about.ends_with('.'), "{}: {about:?}", command.get_name());
            let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
            assert!(long.len() > about.len() && !long.contains("terminal-"), "{}: {long:?}", command.get_name());
            let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(examples.contains("\n  sourcerer-cli "), "{}: {examples:?}", command.get_name());
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(help.ends_with('.'), "{} {}: {help:?}", command.get_name(), argument.get_id());
            }
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        in_words(crate::CommandLine::command(), &Localizer::english()).debug_assert();
    }
}
