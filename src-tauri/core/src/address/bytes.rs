use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// Addresses that should be equal, one in each row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ByteDiff {
    /// The planned one first.
    pub rows: Vec<ByteRow>,
    /// The first byte that differs from the planned address, counted from 1; `None` if all are equal.
    pub first: Option<u32>,
    /// The difference in words.
    pub words: Option<Message>,
}

/// One of the addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ByteRow {
    /// Where the address comes from.
    pub label: Message,
    /// The address.
    pub text: String,
}

impl ByteDiff {
    /// Compares every row with the planned text, whose source `label` names.
    pub fn new(label: Message, planned: &str, seen: &[(Message, &str)]) -> Self {
        let mut rows = vec![ByteRow { label, text: planned.to_owned() }];
        rows.extend(seen.iter().map(|(label, text)| ByteRow { label: label.clone(), text: (*text).to_owned() }));
        let nearest = seen.iter().filter_map(|(_, text)| difference(planned, text)).min_by_key(|(first, _)| *first);
        let (first, words) = nearest.unzip();
        Self { rows, first, words }
    }

    /// The rows that differ from the planned one.
    pub fn count_differing(&self) -> usize {
        let planned = self.rows.first().map(|row| row.text.as_str());
        self.rows.iter().filter(|row| Some(row.text.as_str()) != planned).count()
    }
}

/// The first byte that differs, counted from 1, and the words for it.
fn difference(planned: &str, seen: &str) -> Option<(u32, Message)> {
    let at = planned.bytes().zip(seen.bytes()).position(|(a, b)| a != b).unwrap_or(planned.len().min(seen.len()));
    if planned.len() == seen.len() && at == planned.len() {
        return None;
    }
    // Back to the beginning of the character, so that none is cut.
    let at = (0..=at).rev().find(|at| planned.is_char_boundary(*at) && seen.is_char_boundary(*at)).unwrap_or(0);
    let byte = u32::try_from(at + 1).unwrap_or(u32::MAX);
    let (planned, seen) = (&planned[at..], &seen[at..]);
    let words = match (planned.chars().next(), seen.chars().next()) {
        (Some(missing), _) if planned[missing.len_utf8()..] == *seen => {
            msg::checks_byte_missing(byte, missing.to_string())
        }
        (_, Some(extra)) if seen[extra.len_utf8()..] == *planned => msg::checks_byte_extra(byte, extra.to_string()),
        (Some(planned), Some(seen)) => msg::checks_byte_other(byte, planned.to_string(), seen.to_string()),
        (_, None) => msg::checks_byte_end(byte),
        (None, _) => msg::checks_byte_longer(byte),
    };
    Some((byte, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;
    use proptest::prelude::*;

    #[test]
    fn the_first_differing_byte_is_named() {
        let book = Localizer::english();
        for (planned, seen, wanted) in [
            ("https://a/cb/", "http://a/cb/", Some("byte 5: “s” is missing")),
            ("https://a/cb/", "https://a/cb", Some("byte 13: “/” is missing")),
            ("https://a/cb/", "https://a/cb//", Some("byte 14: “/” is extra")),
            ("https://a/cb/", "https://b/cb/", Some("byte 9: “b” instead of “a”")),
            ("https://a/cb/", "https://a", Some("byte 10: the address ends here")),
            ("https://a", "https://a:9443", Some("byte 10: the address continues here")),
            ("https://ü/", "https://ö/", Some("byte 9: “ö” instead of “ü”")),
            ("https://a/cb/", "", Some("byte 1: the address ends here")),
            ("https://a/cb/", "https://a/cb/", None),
        ] {
            let found = difference(planned, seen).map(|(_, words)| book.format(&words));
            assert_eq!(found.as_deref(), wanted, "{planned} {seen}");
        }
    }

    proptest! {
        #[test]
        fn no_two_texts_break_the_comparison_and_only_equal_ones_agree(a in ".{0,20}", b in ".{0,20}") {
            prop_assert_eq!(difference(&a, &b).is_none(), a == b);
        }
    }
}
