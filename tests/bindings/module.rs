//! The page's module: its imports, the types, the messages' keys, the commands.

use crate::command::Command;
use crate::types::Types;
use anyhow::Result;
use sourcerer_core::diagnosis::Diagnosis;
use sourcerer_core::i18n::{IDENTIFIERS, Message};

/// The whole text, for these commands and all types that they need. `keys` are the messages and their arguments.
pub(crate) fn text(list: impl FnOnce(&mut Types) -> Vec<Command>, keys: &[(&str, &[&str])]) -> Result<String> {
    let mut types = Types::default();
    // The error of a command, and the type of every message.
    types.named::<Diagnosis>();
    types.named::<Message>();
    let commands = list(&mut types);

    let mut sections = vec![String::from("// Generated from Rust by `cargo xtask bindings`.\n")];
    sections.extend(import(&commands));
    sections.extend(types.declarations()?);
    sections.push(key_type(keys));
    sections.push(identifiers());
    if !commands.is_empty() {
        let lines: String = commands.iter().map(line).collect();
        sections.push(format!("{COMMANDS}export const commands = {{\n{lines}}};\n"));
    }
    Ok(sections.join("\n"))
}

const COMMANDS: &str = "/** Every command of the window. Each answers, or throws a `Diagnosis`. */\n";

fn import(commands: &[Command]) -> Option<String> {
    let channels = commands.iter().flat_map(|command| &command.arguments).any(|(_, kind)| kind.starts_with("Channel<"));
    let names = if channels { "invoke, type Channel" } else { "invoke" };
    (!commands.is_empty()).then(|| format!("import {{ {names} }} from \"@tauri-apps/api/core\";\n"))
}

/// All messages by their keys, with their arguments.
fn key_type(keys: &[(&str, &[&str])]) -> String {
    let mut lines: Vec<_> = keys
        .iter()
        .map(|(key, arguments)| {
            let members: Vec<_> = arguments.iter().map(|name| format!("\"{name}\": Arg")).collect();
            let kind = if members.is_empty() { "Record<never, never>".to_owned() } else { object(&members) };
            format!("  \"{key}\": {kind},\n")
        })
        .collect();
    lines.sort_unstable();
    format!("{KEYS}export type Keys = {{\n{}}};\n", lines.concat())
}

const KEYS: &str = "/** Every message by its key, with the arguments that it takes. */\n";

/// The arguments whose numbers name something.
fn identifiers() -> String {
    let names: Vec<_> = IDENTIFIERS.iter().map(|name| format!("\"{name}\"")).collect();
    format!("{NAMES}export const identifiers: readonly string[] = [{}];\n", names.join(", "))
}

const NAMES: &str =
    "/** The arguments of messages whose numbers name something, so that their digits aren't grouped. */\n";

/// The function for a command on the page.
fn line(command: &Command) -> String {
    let Command { name, arguments, answer } = command;
    let members: Vec<_> = arguments.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
    let (declared, passed) =
        if members.is_empty() { (String::new(), "") } else { (format!("args: {}", object(&members)), ", args") };
    format!("  {}: ({declared}): Promise<{answer}> => invoke(\"{name}\"{passed}),\n", command.called())
}

fn object(members: &[String]) -> String {
    format!("{{ {} }}", members.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Channel;
    use ts_rs::TS;

    /// How far it is.
    #[derive(TS)]
    #[ts(rename_all = "camelCase")]
    #[expect(dead_code, reason = "its shape is all that counts")]
    struct Progress {
        /// The step.
        step_name: Option<String>,
        /// How each
        /// part went.
        parts: Vec<(String, Part)>,
        far: Far,
    }

    #[derive(TS)]
    #[ts(tag = "kind", rename_all = "camelCase")]
    #[expect(dead_code, reason = "its shape is all that counts")]
    enum Part {
        Done,
        Failed {
            /// Why.
            why: String,
        },
    }

    #[derive(TS)]
    #[expect(dead_code, reason = "its shape is all that counts")]
    enum Far {
        AwayFromTheEndOfEverythingElse,
        OnTheWayThroughTheLongMiddle,
        NearlyThereButNotQuiteYetThough,
        Done,
    }

    commands! {
        app_view() -> Vec<String>,
        push_apply(progress: Channel<Vec<Progress>>) -> (),
        credentials_enter(the_field: String, the_text: String, the_place: String, is_insisted: bool) -> Vec<String>,
        a_command_with_more(
            one_argument: String, another_argument: String, a_third_argument: String, the_last_argument: bool
        ) -> Vec<String>,
    }

    #[test]
    fn the_page_gets_its_commands_types_and_keys() -> Result<()> {
        let keys: [(&str, &[&str]); 3] = [("b-two", &["count", "name"]), ("a-one", &[]), ("plain", &[])];
        insta::assert_snapshot!(text(list, &keys)?);
        Ok(())
    }

    #[test]
    fn without_commands_nothing_is_imported() -> Result<()> {
        let text = text(|_| Vec::new(), &[])?;
        assert!(!text.contains("import") && !text.contains("commands"), "{text}");
        Ok(())
    }
}
