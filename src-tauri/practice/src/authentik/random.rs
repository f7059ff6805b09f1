//! Random ids and secrets.

use std::fmt::Write as _;

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("an operating system with random numbers");
    bytes
}

/// A version 4 UUID with dashes.
pub(crate) fn uuid() -> String {
    let mut bytes = bytes::<16>();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hex(&bytes);
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// The id of a request: a UUID without dashes, as in events and headers.
pub(crate) fn request_id() -> String {
    uuid().replace('-', "")
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string grows");
        hex
    })
}

/// Random text of `count` letters and digits.
pub(crate) fn letters(count: usize) -> String {
    let mut out = String::with_capacity(count);
    while out.len() < count {
        // Each letter takes six bits. A value outside the alphabet is drawn again, so that all letters are equally
        // likely.
        for byte in bytes::<64>() {
            if let Some(letter) = ALPHABET.get(usize::from(byte & 63))
                && out.len() < count
            {
                out.push(char::from(*letter));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_shape_of_a_uuid() {
        let id = uuid();
        let lengths: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "4");
        assert_ne!(id, uuid());
    }

    #[test]
    fn letters_are_as_many_as_asked() {
        assert_eq!(letters(128).len(), 128);
        assert!(letters(128).bytes().all(|letter| letter.is_ascii_alphanumeric()));
    }
}
