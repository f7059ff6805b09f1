//! The window's commands, as the page calls them.

use crate::syntax::{Key, Member, Type};

/// A command.
pub(crate) struct Command {
    /// As Rust calls it.
    pub(crate) name: &'static str,
    /// Its arguments, as the page passes them: one object, with names in camelCase.
    pub(crate) arguments: Vec<Member>,
    /// What it answers.
    pub(crate) answer: Type,
}

impl Command {
    pub(crate) fn new<const N: usize>(name: &'static str, arguments: [(&'static str, Type); N], answer: Type) -> Self {
        let member = |(name, kind)| Member { docs: Vec::new(), key: Key::Name(camel(name)), optional: false, kind };
        Self { name, arguments: arguments.into_iter().map(member).collect(), answer }
    }

    /// As the page calls it.
    pub(crate) fn called(&self) -> String {
        camel(self.name)
    }
}

/// Reads a list of commands: `name(argument: Type, …) -> Type, …` becomes `fn list(types: &mut Types) -> Vec<Command>`,
/// in which the types are whatever the names stand for where the list is read.
macro_rules! commands {
    ($($name:ident ( $($argument:ident : $kind:ty),* ) -> $answer:ty),* $(,)?) => {
        pub(crate) fn list(types: &mut $crate::types::Types) -> Vec<$crate::command::Command> {
            vec![$($crate::command::Command::new(
                stringify!($name),
                [$((stringify!($argument), types.named::<$kind>())),*],
                types.named::<$answer>(),
            )),*]
        }
    };
}

/// `allow_http` becomes `allowHttp`: Tauri turns it back.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        camel + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_camel_case() {
        for (rust, page) in [("view", "view"), ("allow_http", "allowHttp"), ("kept_at_x", "keptAtX")] {
            assert_eq!(camel(rust), page);
        }
    }
}
