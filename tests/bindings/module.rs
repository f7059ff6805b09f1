//! The page's module: what it imports, the types, the messages' keys, the commands.

use crate::command::Command;
use crate::print;
use crate::syntax::{Declaration, Key, Member, Type};
use crate::types::Types;
use anyhow::Result;
use sourcerer_core::diagnosis::Diagnosis;
use sourcerer_core::i18n::Message;

/// The whole text, for these commands and every type that they bring. `keys` are the messages and their arguments.
pub(crate) fn text(list: impl FnOnce(&mut Types) -> Vec<Command>, keys: &[(&str, &[&str])]) -> Result<String> {
    let mut types = Types::default();
    // What a command that fails answers, and what every sentence is.
    types.named::<Diagnosis>();
    types.named::<Message>();
    let commands = list(&mut types);

    let mut sections = vec![String::from("// Generated from Rust by `cargo xtask bindings`.\n")];
    sections.extend(import(&commands));
    sections.extend(types.declarations()?.iter().map(print::declaration));
    sections.push(print::declaration(&key_type(keys)));
    if !commands.is_empty() {
        let lines: String = commands.iter().map(line).collect();
        sections.push(format!("{COMMANDS}export const commands = {{\n{lines}}};\n"));
    }
    Ok(sections.join("\n"))
}

const COMMANDS: &str = "/** Every command of the window. Each answers, or throws a `Diagnosis`. */\n";

fn import(commands: &[Command]) -> Option<String> {
    let channels = commands.iter().flat_map(|command| &command.arguments).any(|argument| holds_channel(&argument.kind));
    let names = if channels { "invoke, type Channel" } else { "invoke" };
    (!commands.is_empty()).then(|| format!("import {{ {names} }} from '@tauri-apps/api/core';\n"))
}

fn holds_channel(kind: &Type) -> bool {
    matches!(kind, Type::Generic(name, _) if name == "Channel")
}

/// Every message by its key, with the arguments that it takes.
fn key_type(keys: &[(&str, &[&str])]) -> Declaration {
    let member = |name: &str, kind| Member { docs: Vec::new(), key: Key::Name(name.to_owned()), optional: false, kind };
    let word = |name: &str| Type::Word(name.to_owned());
    let mut keys: Vec<_> = keys
        .iter()
        .map(|(key, arguments)| {
            let nothing = || Type::Generic("Record".to_owned(), vec![word("never"), word("never")]);
            let object = || Type::Object(arguments.iter().map(|name| member(name, word("Arg"))).collect());
            (*key, member(key, if arguments.is_empty() { nothing() } else { object() }))
        })
        .collect();
    keys.sort_by_key(|(key, _)| *key);
    Declaration {
        docs: vec!["Every message by its key, with the arguments that it takes.".to_owned()],
        name: "Keys".to_owned(),
        generics: String::new(),
        kind: Type::Object(keys.into_iter().map(|(_, member)| member).collect()),
    }
}

/// A command as the page calls it.
fn line(command: &Command) -> String {
    let answer = print::flat(&command.answer).unwrap_or_default();
    let name = command.called();
    let (arguments, broken, passed) = if command.arguments.is_empty() {
        (String::new(), String::new(), "")
    } else {
        let kind = print::flat(&Type::Object(command.arguments.clone())).unwrap_or_default();
        let members = print::members(&command.arguments, 4);
        (format!("args: {kind}"), format!("args: {{\n{members}  }}"), ", args")
    };
    let call = format!("invoke('{}'{passed}),", command.name);
    let head = |arguments: &str| format!("  {name}: ({arguments}): Promise<{answer}> =>");
    let short = head(&arguments);
    if short.len() + 1 + call.len() <= print::WIDTH {
        format!("{short} {call}\n")
    } else if short.len() <= print::WIDTH {
        format!("{short}\n    {call}\n")
    } else {
        format!("{} {call}\n", head(&broken))
    }
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
