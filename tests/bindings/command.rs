//! The window's commands in the form in which the page calls them.

pub(crate) struct Command {
    /// The command's name in Rust.
    pub(crate) name: &'static str,
    /// The command's arguments as the page passes them: each with its name in camelCase and its type in TypeScript.
    pub(crate) arguments: Vec<(String, String)>,
    /// The type of the command's result in TypeScript.
    pub(crate) answer: String,
}

impl Command {
    pub(crate) fn new<const N: usize>(
        name: &'static str,
        arguments: [(&'static str, String); N],
        answer: String,
    ) -> Self {
        let arguments = arguments.into_iter().map(|(name, kind)| (camel(name), kind)).collect();
        Self { name, arguments, answer }
    }

    /// The command's name on the page.
    pub(crate) fn called(&self) -> String {
        camel(self.name)
    }
}

/// Parses a list of commands: `name(argument: Type, …) -> Type, …` becomes
/// `fn list(types: &mut Types) -> Vec<Command>`. The names of the types are resolved where the macro is used.
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

/// `allow_http` becomes `allowHttp`, and Tauri reverses it.
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
