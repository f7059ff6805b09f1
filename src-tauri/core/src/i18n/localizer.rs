use super::{Arg, ENGLISH, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// Fluent wraps every argument in these (U+2068 first strong isolate, U+2069 pop directional isolate).
const ISOLATE: char = '\u{2068}';
const POP: char = '\u{2069}';

/// The message files of one language, which turn a [`Message`] into text.
pub struct Localizer {
    bundle: FluentBundle<FluentResource>,
}

impl Localizer {
    /// English, which every message has.
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        for (_, text) in ENGLISH {
            // build.rs has parsed the same text: what is left over here can only be an empty list of errors.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The message as plain text without its marks. If the language lacks the key, the key itself is returned.
    pub fn format(&self, message: &Message) -> String {
        self.formatted(message).map_or_else(|| message.id.clone().into_owned(), |text| plain(&text))
    }

    /// The message with its marks, which are also Markdown's. If the language lacks the key, the key itself is
    /// returned.
    pub fn format_markdown(&self, message: &Message) -> String {
        self.formatted(message).map_or_else(|| message.id.clone().into_owned(), |text| text.replace([ISOLATE, POP], ""))
    }

    fn formatted(&self, message: &Message) -> Option<String> {
        let (key, attribute) = match message.id.split_once('.') {
            Some((key, attribute)) => (key, Some(attribute)),
            None => (message.id.as_ref(), None),
        };
        let pattern = self.bundle.get_message(key).and_then(|found| match attribute {
            Some(attribute) => found.get_attribute(attribute).map(|attribute| attribute.value()),
            None => found.value(),
        });
        let pattern = pattern?;
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(
                name.as_ref(),
                match value {
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Text(text) => FluentValue::from(text.replace([ISOLATE, POP], "")),
                },
            );
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{}: {errors:?}", message.id);
        Some(text.into_owned())
    }
}

/// Removes `**` and `` ` `` outside of arguments, and the isolates around arguments.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_argument = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ISOLATE => in_argument = true,
            POP => in_argument = false,
            '`' if !in_argument => {}
            '*' if !in_argument && rest.peek() == Some(&'*') => {
                rest.next();
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_arguments_stay_as_they_are() {
        assert_eq!(plain("Press **Save** at `\u{2068}a*`**b\u{2069}`."), "Press Save at a*`**b.");
    }

    #[test]
    fn every_message_can_be_said() {
        let book = Localizer::english();
        for (key, names) in super::super::KEYS {
            let args = names.iter().map(|name| (*name, Arg::Number(2)));
            let message = Message::from_key(key, args).expect("a key of the list");
            assert_ne!(book.format(&message), *key);
        }
    }
}
