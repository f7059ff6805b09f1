//! A random secret for one test, and the search for it in everything that the test left behind.

use anyhow::{Context as _, Result};
use memchr::memmem;
use secrecy::{ExposeSecret as _, SecretString};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A secret that must occur nowhere except where someone typed it.
#[derive(Debug)]
pub struct Canary(SecretString);

/// A place where the secret was found although it must not be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The path of a file, or the name of a text.
    pub place: String,
    /// The position of the first byte, counted from 0.
    pub offset: usize,
}

impl fmt::Display for Sighting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.place, self.offset)
    }
}

impl Canary {
    /// Uses `secret` as the canary. It must have at least 16 bytes, so that it can't occur by chance.
    ///
    /// # Panics
    /// If it is shorter.
    pub fn new(secret: SecretString) -> Self {
        assert!(secret.expose_secret().len() >= 16, "a canary this short occurs by chance");
        Self(secret)
    }

    /// The secret, for typing.
    pub fn secret(&self) -> &SecretString {
        &self.0
    }

    /// Every place in `text` that contains the secret, either unchanged or in a form that programs write:
    /// percent-encoded, in JSON, in base64, in hexadecimal digits.
    pub fn in_text(&self, place: &str, text: &[u8]) -> Vec<Sighting> {
        let mut found: Vec<_> = self.forms().iter().flat_map(|form| memmem::find_iter(text, form)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|offset| Sighting { place: place.to_owned(), offset }).collect()
    }

    /// Every place below `folder` that contains the secret: in files, in their names, in the targets of links.
    ///
    /// # Errors
    /// If something there can't be read.
    pub fn below(&self, folder: &Path) -> Result<Vec<Sighting>> {
        let mut found = Vec::new();
        for path in everything(folder)? {
            let place = path.display().to_string();
            found.extend(self.in_text(&format!("the name of {place}"), place.as_bytes()));
            let kind = fs::symlink_metadata(&path).with_context(|| place.clone())?.file_type();
            if kind.is_symlink() {
                let target = fs::read_link(&path).with_context(|| place.clone())?;
                found.extend(self.in_text(&format!("the target of {place}"), target.as_os_str().as_encoded_bytes()));
            } else if kind.is_file() {
                found.extend(self.in_text(&place, &fs::read(&path).with_context(|| place.clone())?));
            }
        }
        Ok(found)
    }

    /// The secret's bytes in every form that is searched for.
    fn forms(&self) -> Vec<Vec<u8>> {
        let secret = self.0.expose_secret();
        let mut forms = vec![
            secret.as_bytes().to_vec(),
            url::form_urlencoded::byte_serialize(secret.as_bytes()).collect::<String>().into_bytes(),
            serde_json::Value::from(secret).to_string().trim_matches('"').as_bytes().to_vec(),
            hex(secret.as_bytes()),
            secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ];
        forms.extend(base64(secret.as_bytes()));
        forms.sort();
        forms.dedup();
        forms
    }
}

/// Everything below `folder`, including folders, in order.
fn everything(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                left.push(entry.path());
            }
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| DIGITS[usize::from(half)]).collect()
}

/// The three forms that the bytes can have in base64, depending on where in a longer text they start. Each is without
/// the digits that depend on neighboring bytes. An `Authorization: Basic` header contains the text in this way.
fn base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |skipped: usize| -> Vec<u8> {
        let bits: Vec<bool> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect();
        // With `skipped` bytes before the secret, the first digit that belongs only to the secret starts this many bits
        // into it.
        let first = (6 - skipped * 8 % 6) % 6;
        bits[first..]
            .chunks_exact(6)
            .map(|six| DIGITS[six.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit))])
            .collect()
    };
    (0..3)
        .flat_map(|skipped| {
            let usual = digits(skipped);
            let for_urls = usual.iter().map(|digit| match digit {
                b'+' => b'-',
                b'/' => b'_',
                other => *other,
            });
            [for_urls.collect(), usual]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "canary+7/Qd \"1234567890";

    fn canary() -> Canary {
        Canary::new(SECRET.into())
    }

    #[test]
    fn it_is_found_in_every_form_that_programs_write() {
        let check = |text: &str, expected: usize| {
            let offsets: Vec<_> = canary().in_text("t", text.as_bytes()).iter().map(|found| found.offset).collect();
            assert_eq!(offsets, [expected], "{text}");
        };
        check(&format!("client_secret={SECRET}"), 14);
        check("s=canary%2B7%2FQd+%221234567890&", 2);
        check(r#"{"s":"canary+7/Qd \"1234567890"}"#, 6);
        check("x63616e6172792b372f51642022313233343536373839302", 1);
        // "id:" + secret, "a:" + secret and the secret alone: the three positions that it can have in base64.
        check("Basic aWQ6Y2FuYXJ5KzcvUWQgIjEyMzQ1Njc4OTA=", 10);
        check("Basic YTpjYW5hcnkrNy9RZCAiMTIzNDU2Nzg5MA==", 9);
        check("Basic Y2FuYXJ5KzcvUWQgIjEyMzQ1Njc4OTA=", 6);
    }

    #[test]
    fn what_only_looks_like_it_is_not_it() {
        for text in ["", "canary+7/Qd", "canary 7/Qd \"1234567890", "CANARY+7/QD \"1234567890"] {
            assert_eq!(canary().in_text("t", text.as_bytes()), [], "{text}");
        }
    }

    #[test]
    fn it_is_found_in_files_names_and_links() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let deep = folder.path().join("a/b");
        fs::create_dir_all(&deep)?;
        fs::write(deep.join("clean"), "nothing")?;
        assert_eq!(canary().below(folder.path())?, []);

        let canary = Canary::new("0123456789abcdefXY".into());
        fs::write(deep.join("log"), "line\n0123456789abcdefXY")?;
        fs::write(deep.join("0123456789abcdefXY"), "")?;
        std::os::unix::fs::symlink("/0123456789abcdefXY", deep.join("link"))?;
        let places: Vec<_> = canary
            .below(folder.path())?
            .iter()
            .map(|found| found.to_string().replace(&folder.path().display().to_string(), ""))
            .collect();
        assert_eq!(
            places,
            [
                "the name of /a/b/0123456789abcdefXY at byte ".to_owned()
                    + &(folder.path().as_os_str().len() + 5).to_string(),
                "the target of /a/b/link at byte 1".to_owned(),
                "/a/b/log at byte 5".to_owned(),
            ]
        );
        Ok(())
    }
}
