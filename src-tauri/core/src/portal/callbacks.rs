//! The list of callbacks as X shows it after saving, held against what the job wants.

use super::script::ValueName;
use crate::address::{ByteDiff, find_mismatches};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// The longest pasted list that is parsed, in bytes: ten addresses of 2 KiB and the same amount of other text.
pub const LONGEST: usize = 40 * 1024;
/// The most lines of it that are looked at.
const MOST_LINES: usize = 200;

/// What a pasted list holds of the wanted callbacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallbackComparison {
    /// The wanted ones, in the guide's order.
    pub wanted: Vec<WantedCallback>,
    /// Lines that weren't wanted, unchanged: mostly for other uses of the same app.
    pub extra: Vec<String>,
    /// How many of all lines are addresses.
    pub addresses: usize,
    /// The most callbacks of an app.
    pub most: u32,
}

/// A wanted callback, and how it compares with the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WantedCallback {
    /// Which of the job's values it is.
    pub name: ValueName,
    /// The address.
    pub url: String,
    /// What it is for.
    pub label: Message,
    /// How it compares with the list.
    pub standing: CallbackStatus,
    /// The same in words; where it differs, each thing that does, in the order of an address.
    pub says: Vec<Message>,
}

/// How a wanted callback compares with a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum CallbackStatus {
    /// The list contains it, byte for byte.
    There,
    /// Not itself, but a line that must be meant for it.
    Differs {
        /// Which line, counted from 1.
        line: usize,
        /// The two beneath each other.
        bytes: ByteDiff,
    },
    /// The list contains nothing similar.
    Missing,
}

impl WantedCallback {
    fn new(name: ValueName, url: &str, standing: CallbackStatus) -> Self {
        let says = match &standing {
            CallbackStatus::There => vec![msg::portal_callbacks_there()],
            CallbackStatus::Missing => vec![msg::portal_callbacks_missing()],
            CallbackStatus::Differs { bytes, .. } => {
                let seen = bytes.rows.iter().skip(1).flat_map(|row| find_mismatches(url, &row.text));
                seen.map(|slip| slip.message()).collect()
            }
        };
        let label = match name {
            ValueName::Callback => msg::portal_name_callback(),
            ValueName::TestCallback => msg::portal_name_test_callback(),
            ValueName::Website | ValueName::Terms | ValueName::Privacy => msg::portal_callbacks_row_wanted(),
        };
        Self { name, url: url.to_owned(), label, standing, says }
    }
}

impl CallbackComparison {
    /// All of it in one sentence.
    pub fn summary(&self) -> Message {
        let amiss = self.wanted.iter().filter(|wanted| wanted.standing != CallbackStatus::There).count();
        if amiss == 0 {
            msg::portal_callbacks_all_there(self.wanted.len())
        } else {
            msg::portal_callbacks_amiss(amiss, self.wanted.len())
        }
    }

    /// That the list is longer than X lets it be.
    pub fn too_long_message(&self) -> Option<Message> {
        self.is_too_long().then(|| msg::portal_callbacks_too_many(self.addresses, self.most))
    }

    /// Whether every wanted callback is there, byte for byte.
    pub fn has_all(&self) -> bool {
        self.wanted.iter().all(|wanted| wanted.standing == CallbackStatus::There)
    }

    /// Whether the list holds more than X takes.
    pub fn is_too_long(&self) -> bool {
        u32::try_from(self.addresses).unwrap_or(u32::MAX) > self.most
    }
}

/// The lines of a pasted list that aren't blank, unchanged, with their numbers from 1.
fn lines(pasted: &str) -> Vec<(usize, &str)> {
    let breaks = ['\r', '\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let end = (0..=pasted.len().min(LONGEST)).rev().find(|end| pasted.is_char_boundary(*end)).unwrap_or(0);
    let pasted = &pasted[..end];
    pasted
        .split(breaks)
        .filter(|line| !line.trim().is_empty())
        .take(MOST_LINES)
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .collect()
}

/// Whether a pasted list holds anything at all.
pub fn is_list(pasted: &str) -> bool {
    !lines(pasted).is_empty()
}

/// Compares byte by byte. A wanted callback that isn't in the list is matched with the line that resembles it most; no
/// line is matched with two of them.
pub fn compare(wanted: &[(ValueName, &str)], pasted: &str, most: u32) -> CallbackComparison {
    let lines = lines(pasted);
    let mut free: Vec<_> = lines.clone();
    let mut standings: Vec<Option<CallbackStatus>> = wanted
        .iter()
        .map(|(_, url)| {
            let at = free.iter().position(|(_, line)| line == url)?;
            free.remove(at);
            Some(CallbackStatus::There)
        })
        .collect();

    let mut pairs: Vec<_> = wanted
        .iter()
        .enumerate()
        .filter(|(nth, _)| standings[*nth].is_none())
        .flat_map(|(nth, (_, url))| free.iter().filter_map(move |(at, line)| Some((unlike(url, line)?, nth, *at))))
        .collect();
    pairs.sort_unstable();
    for (_, nth, at) in pairs {
        let Some(place) = free.iter().position(|(line, _)| *line == at).filter(|_| standings[nth].is_none()) else {
            continue;
        };
        let (line, text) = free.remove(place);
        let url = wanted[nth].1;
        standings[nth] = Some(CallbackStatus::Differs {
            line,
            bytes: ByteDiff::new(msg::portal_callbacks_row_wanted(), url, &[(msg::portal_callbacks_row_x(), text)]),
        });
    }

    CallbackComparison {
        wanted: wanted
            .iter()
            .zip(standings)
            .map(|((name, url), standing)| WantedCallback::new(*name, url, standing.unwrap_or(CallbackStatus::Missing)))
            .collect(),
        extra: free.into_iter().map(|(_, line)| line.to_owned()).collect(),
        addresses: lines.iter().filter(|(_, line)| line.contains("://")).count(),
        most,
    }
}

/// How far a line is from a wanted address, in typing errors; none if it can't be meant for it.
fn unlike(url: &str, line: &str) -> Option<usize> {
    let (line, url) = (line.trim(), url.trim());
    // A far longer line needn't be measured, which would take its time.
    let distance = (line.len() <= 4 * url.len()).then(|| strsim::levenshtein(url, line))?;
    (distance * 3 <= url.chars().count()).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;
    use proptest::prelude::*;

    const CALLBACK: &str = "https://authentik.company/source/oauth/callback/twitter/";
    const TEST: &str = "http://127.0.0.1:8723/callback";
    const WANTED: &[(ValueName, &str)] = &[(ValueName::Callback, CALLBACK), (ValueName::TestCallback, TEST)];

    /// Each wanted callback in a word, then what is extra.
    fn told(pasted: &str) -> (Vec<String>, Vec<String>) {
        let compared = compare(WANTED, pasted, 10);
        let book = Localizer::english();
        let standing = |wanted: &WantedCallback| match &wanted.standing {
            CallbackStatus::There => "there".to_owned(),
            CallbackStatus::Missing => "missing".to_owned(),
            CallbackStatus::Differs { line, .. } => {
                let says: Vec<_> = wanted.says.iter().map(|says| book.format(says)).collect();
                format!("{line}: {}", says.join(" "))
            }
        };
        (compared.wanted.iter().map(standing).collect(), compared.extra)
    }

    #[test]
    fn each_wanted_callback_is_there_or_differs_or_is_missing() {
        #[track_caller]
        fn check(pasted: &str, standings: [&str; 2], extra: &[&str]) {
            let (found, also) = told(pasted);
            assert_eq!(found, standings, "{pasted:?}");
            assert_eq!(also, extra, "{pasted:?}");
        }
        let both = format!("{CALLBACK}\n{TEST}");
        check(&both, ["there", "there"], &[]);
        check(&format!("\r\n{TEST}\r\n\r\n{CALLBACK}\r\n"), ["there", "there"], &[]);
        check("", ["missing", "missing"], &[]);
        check(CALLBACK, ["there", "missing"], &[]);
        check(&format!("https://other.company/cb\n{both}"), ["there", "there"], &["https://other.company/cb"]);
        check(&format!("{both}\n{TEST}"), ["there", "there"], &[TEST]);
        check(
            &both.replace("https", "http").replace("twitter/", "twitter"),
            ["1: It starts with http:// instead of https://. The slash at the end is missing.", "there"],
            &[],
        );
        check(&both.replace("127.0.0.1", "localhost"), ["there", "2: The host is localhost, not 127.0.0.1."], &[]);
        check(&format!("{CALLBACK} \n{TEST}"), ["1: There is a space after it, on X or from copying.", "there"], &[]);
        check(
            &format!("{TEST}\n{}", CALLBACK.replace('a', "\u{430}")),
            ["2: “\u{430}” (U+0430) looks like “a” but is a different character.", "there"],
            &[],
        );
        // The more similar line is matched, and the other one with none.
        let older = CALLBACK.replace("twitter", "x");
        check(
            &format!("{older}\n{}\n{TEST}", CALLBACK.trim_end_matches('/')),
            ["2: The slash at the end is missing.", "there"],
            &[older.as_str()],
        );
    }

    #[test]
    fn more_than_x_takes_is_said() {
        let list = |count: usize| vec![CALLBACK; count].join("\n") + "\nCallback URI / Redirect URL";
        assert_eq!(
            (compare(WANTED, &list(10), 10).addresses, compare(WANTED, &list(10), 10).is_too_long()),
            (10, false)
        );
        assert!(compare(WANTED, &list(11), 10).is_too_long());
        let said = |pasted: &str| Localizer::english().format(&compare(WANTED, pasted, 10).summary());
        assert_eq!(said(&format!("{CALLBACK}\n{TEST}")), "Both callbacks are correct.");
        assert!(said(TEST).starts_with("1 of 2 callbacks is wrong"));
        assert!(said("").starts_with("2 of 2 callbacks are wrong"));
    }

    proptest! {
        #[test]
        fn any_list_gets_an_answer_and_no_line_is_lost(pasted in "(([a-z:/. \\t\u{200b}а]|https?://|\\PC){0,40}[\\r\\n]{0,2}){0,8}") {
            let compared = compare(WANTED, &pasted, 10);
            let taken = compared.wanted.iter().filter(|wanted| wanted.standing != CallbackStatus::Missing).count();
            prop_assert_eq!(taken + compared.extra.len(), lines(&pasted).len());
            prop_assert_eq!(is_list(&pasted), taken + compared.extra.len() > 0);
        }

        #[test]
        fn a_changed_byte_is_always_found(at in 0..CALLBACK.len(), to in 1_u8..128, first: bool) {
            let mut bytes = CALLBACK.as_bytes().to_vec();
            prop_assume!(bytes[at] != to);
            bytes[at] = to;
            let changed = String::from_utf8(bytes).expect("ASCII");
            let pasted = if first { format!("{changed}\n{TEST}") } else { format!("{TEST}\n{changed}") };
            let compared = compare(WANTED, &pasted, 10);
            prop_assert!(!compared.has_all());
            prop_assert_eq!(&compared.wanted[1].standing, &CallbackStatus::There);
            if !"\n\r\u{b}\u{c}".contains(char::from(to)) {
                let CallbackStatus::Differs { bytes, .. } = &compared.wanted[0].standing else { panic!("{changed:?}") };
                prop_assert_eq!(bytes.first, u32::try_from(at + 1).ok());
                prop_assert!(!compared.wanted[0].says.is_empty());
            }
        }
    }
}
