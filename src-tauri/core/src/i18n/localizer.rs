use super::spans::{self, CLOSE, OPEN, Span};
use super::{Arg, ENGLISH, IDENTIFIERS, Message, markdown, visible};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

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
        // Directions are isolated by the page alone; every other surface is told apart by the marks of spans.
        bundle.set_use_isolating(false);
        // A pattern chooses by the argument itself, and shows it only so that nothing in it hides.
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::String(text) => Some(format!("{OPEN}{}{CLOSE}", visible::line(text))),
            FluentValue::Number(number) => Some(digits(number)),
            FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
        }));
        Self { bundle }
    }

    /// The message as plain text without its marks, in whose arguments nothing hides. If the language lacks the key, the
    /// key itself is returned.
    pub fn format(&self, message: &Message) -> String {
        self.spans(message).into_iter().map(|span| span.text).collect()
    }

    /// The message on one line of Markdown, with its marks. An argument is text there, whatever it contains.
    pub fn format_markdown(&self, message: &Message) -> String {
        markdown::sentence(&self.spans(message))
    }

    /// The message as spans, for documents with elements of their own.
    pub fn spans(&self, message: &Message) -> Vec<Span> {
        match self.formatted(message) {
            Some(text) => spans::split(&text),
            None => spans::split(&format!("{OPEN}{}{CLOSE}", visible::line(&message.id))),
        }
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
                    Arg::Number(number) if IDENTIFIERS.contains(&name.as_ref()) => number.to_string().into(),
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                },
            );
        }
        // A message of this program has its arguments, or doesn't compile. One from a file may lack some: each then
        // shows its name.
        let (mut text, mut errors) = (String::new(), Vec::new());
        self.bundle.write_pattern(&mut text, pattern, Some(&args), &mut errors).ok()?;
        Some(text)
    }
}

/// The digits of a number that counts something, in groups of three.
fn digits(number: &FluentNumber) -> String {
    let text = number.as_string().into_owned();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let mut grouped = String::from(sign);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_is_grouped_and_what_names_is_not() {
        let grouped = |number: i64| digits(&FluentNumber::from(number));
        assert_eq!([999, 10_000, -1_234_567].map(grouped), ["999", "10,000", "-1,234,567"]);
        let port = Message::new("diagnosis-port-taken", [("port", 41_557_u16.into())]);
        assert!(Localizer::english().format(&port).starts_with("Port 41557"));
    }

    #[test]
    fn marks_go_and_arguments_stay_as_they_are() {
        let text = format!("Press **Save** at `{OPEN}a*`**b{CLOSE}`.");
        let plain: String = spans::split(&text).into_iter().map(|span| span.text).collect();
        assert_eq!(plain, "Press Save at a*`**b.");
        assert_eq!(markdown::sentence(&spans::split(&text)), "Press **Save** at ``a*`**b``.");
    }

    #[test]
    fn a_choice_sees_the_argument_and_a_reader_nothing_that_hides() {
        let book = Localizer::english();
        let message = |text: &str| super::super::msg::report_title(text, "x\u{1b}[2J\nfake");
        let text = book.format(&message("a\u{202e}b"));
        assert!(text.contains(r"x\u{1b}[2J\u{a}fake") && text.contains(r"a\u{202e}b"), "{text}");
    }

    #[test]
    fn the_marks_of_every_message_are_in_pairs_and_no_line_breaks_in_its_middle() {
        let book = Localizer::english();
        for (key, names) in super::super::KEYS {
            let args = names.iter().map(|name| (*name, Arg::Number(2)));
            let message = Message::from_key(key, args).expect("a key of the list");
            let text = book.formatted(&message).expect("a message");
            assert_eq!((text.matches("**").count() % 2, text.matches('`').count() % 2), (0, 0), "{key}: {text}");
            let is_long = key.ends_with(".examples") || *key == "terminal-window-help";
            assert!(is_long || !text.contains('\n'), "{key}: {text}");
        }
    }

    #[test]
    fn a_message_without_its_arguments_shows_their_names() {
        let message = Message { id: "report-title".into(), args: std::collections::BTreeMap::new() };
        assert!(Localizer::english().format(&message).contains("{$host}"));
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
