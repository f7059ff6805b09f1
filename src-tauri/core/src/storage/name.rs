use sha2::{Digest as _, Sha256};
use std::fmt;

/// The name of a file in a [`JsonStore`](super::JsonStore) without its extension, valid on every file system.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileName(String);

impl FileName {
    const LONGEST: usize = 120;
    const LONGEST_READABLE: usize = 80;

    /// Makes a name from what identifies the content, such as a server and a slug. It is readable, always the same for
    /// the same parts, and different for different parts even if the file system ignores case (`X` and `x` are two
    /// slugs).
    pub fn from_parts(parts: &[&str]) -> Self {
        let mut readable = String::new();
        for c in parts.join("-").chars().map(|c| c.to_ascii_lowercase()) {
            let is_kept = c.is_ascii_alphanumeric();
            if is_kept {
                readable.push(c);
            } else if !readable.is_empty() && !readable.ends_with('-') {
                readable.push('-');
            }
            if readable.len() == Self::LONGEST_READABLE {
                break;
            }
        }
        let mut hash = Sha256::new();
        for part in parts {
            // Each part is preceded by its length, so that two lists of parts never produce the same bytes.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let digest = hash.finalize();
        // 40 bits are enough, because they only distinguish names that read the same.
        let mark = digest.iter().take(5).fold(0, |mark: u64, byte| mark << 8 | u64::from(*byte));
        let mark = format!("{mark:010x}");
        let readable = readable.trim_end_matches('-');
        Self(if readable.is_empty() { mark } else { format!("{readable}-{mark}") })
    }

    /// Parses a file's name; `None` if it isn't valid, such as a path that leaves the folder.
    pub fn parse(text: &str) -> Option<Self> {
        let is_fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_name = (1..=Self::LONGEST).contains(&text.len()) && text.bytes().all(is_fit);
        is_name.then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_readable_and_last() {
        // If these names change, people lose access to what they have stored.
        let name = FileName::from_parts(&["https://Example.com:9443/sso", "X_1"]);
        assert_eq!(name.as_str(), "https-example-com-9443-sso-x-1-9d4ffd3443");
    }

    #[test]
    fn different_parts_have_different_names() {
        let names = [
            FileName::from_parts(&["https://a.company", "x"]),
            FileName::from_parts(&["https://a.company", "X"]),
            FileName::from_parts(&["https://a.company-x"]),
            FileName::from_parts(&["https://a.company/x", ""]),
            FileName::from_parts(&["http://a.company", "x"]),
            FileName::from_parts(&[]),
        ];
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
        }
    }

    #[test]
    fn a_way_out_of_the_folder_is_no_name() {
        for text in ["", ".", "..", "../x", "a/b", "a\\b", "a.json", "A", "con:", "ä", "a b"] {
            assert_eq!(FileName::parse(text), None, "{text:?}");
        }
        assert_eq!(FileName::parse("a-1").map(|name| name.to_string()).as_deref(), Some("a-1"));
    }

    proptest! {
        #[test]
        fn every_name_that_is_made_can_be_read(parts in prop::collection::vec(any::<String>(), 0..4)) {
            let parts: Vec<_> = parts.iter().map(String::as_str).collect();
            let name = FileName::from_parts(&parts);
            prop_assert_eq!(FileName::parse(name.as_str()), Some(name));
        }
    }
}
