//! Parses the table that an admin pastes: on each line a user name and the number of that person's X account.

use crate::i18n::{Message, msg};

/// The longest table that is parsed, in bytes.
pub const LONGEST: usize = 64 * 1024;
/// X's numbers have grown to 19 digits.
const MOST_DIGITS: usize = 19;
/// Characters that people and databases put between a name and a number, and around them.
const BETWEEN: [char; 6] = [',', ';', '|', '=', ':', '→'];

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AccountRow {
    /// The line number, counted from 1.
    pub(super) number: usize,
    /// The user's name.
    pub(super) username: String,
    /// The number of the X account.
    pub(super) id: String,
}

/// Whether this can be an account's number at X: digits and nothing else. A handle doesn't count, because it may belong
/// to another person tomorrow.
pub(super) fn is_account(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MOST_DIGITS
        && !text.starts_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses a table. Lines that can't be parsed are reported, never guessed.
pub(super) fn read(typed: &str) -> (Vec<AccountRow>, Vec<Message>) {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (at, text) in typed.lines().enumerate() {
        let number = at + 1;
        let trimmed = text.trim_matches(between);
        // A rule that a database draws below its heading carries no data.
        if trimmed.chars().all(|c| matches!(c, '-' | '+' | '|' | ' ')) {
            continue;
        }
        let Some((username, id)) = trimmed.rsplit_once(between) else {
            problems.push(msg::repair_line_alone(number, trimmed));
            continue;
        };
        let (username, id) = (bare(username), bare(id));
        if username.is_empty() {
            problems.push(msg::repair_line_alone(number, id));
        } else if is_account(id) {
            lines.push(AccountRow { number, username: username.to_owned(), id: id.to_owned() });
        } else {
            problems.push(msg::repair_line_no_number(id, number));
        }
    }
    (lines, problems)
}

fn between(c: char) -> bool {
    c.is_whitespace() || BETWEEN.contains(&c)
}

/// The text without the characters around it.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(between);
    let text = text.strip_suffix("->").or_else(|| text.strip_suffix("=>")).unwrap_or(text);
    text.trim_matches(|c| between(c) || c == '"' || c == '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_number_are_read_however_they_are_written() {
        for text in [
            "ada 2244994945",
            "ada\t2244994945",
            "ada,2244994945",
            "\"ada\",\"2244994945\"",
            "ada -> 2244994945",
            "ada => 2244994945",
            "ada → 2244994945",
            "ada: 2244994945",
            " ada | 2244994945 ",
            "| ada | 2244994945 |",
        ] {
            let (lines, problems) = read(text);
            let found: Vec<_> = lines.iter().map(|line| (line.username.as_str(), line.id.as_str())).collect();
            assert_eq!((found, problems.len()), (vec![("ada", "2244994945")], 0), "{text}");
        }
        let (lines, _) = read("ada lovelace 12\nada-b@example.test;13");
        assert_eq!(lines[0].username, "ada lovelace");
        assert_eq!((lines[1].number, lines[1].username.as_str()), (2, "ada-b@example.test"));
    }

    #[test]
    fn what_is_no_number_is_never_taken_for_one() {
        for text in
            ["ada @ada", "ada ada_example", "ada 0123", "ada 12e4", "ada 12.5", "ada 12345678901234567890", "ada -5"]
        {
            let (lines, problems) = read(text);
            assert_eq!((lines.len(), problems.len()), (0, 1), "{text}");
        }
        for text in ["2244994945", "ada", ", 2244994945"] {
            let (lines, problems) = read(text);
            assert_eq!((lines.len(), problems.len()), (0, 1), "{text}");
        }
        assert_eq!(read(" username | identifier\n----------+-----------\n\n").0, []);
        assert_eq!(read("----------+-----------\n\n").1, []);
    }
}
