use super::Reached;
use crate::diagnosis::Symptom;

/// The newest release that the program was tried with, year and month.
const NEWEST_TRIED: (u32, u32) = (2026, 2);

impl Reached {
    /// What is to be said of the server's release: that it is newer than any that the program was tried with. It changes
    /// nothing else; what a server can do is seen from what it answers.
    pub fn note(&self) -> Option<Symptom> {
        let release = family(&self.version)?;
        (release > NEWEST_TRIED).then(|| Symptom::ReleaseNewer { version: self.version.clone() })
    }
}

/// The year and the month of a version such as `2025.12.4`.
fn family(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.');
    let year = parts.next()?.parse().ok()?;
    // `2026.5-rc1` is of 2026.5.
    let month = parts.next()?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    Some((year, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_read_and_only_a_newer_one_than_tried_is_remarked_upon() {
        for (version, read, newer) in [
            ("2024.12.5", Some((2024, 12)), false),
            ("2026.2.2", Some((2026, 2)), false),
            ("2026.2.99", Some((2026, 2)), false),
            ("2026.5-rc1", Some((2026, 5)), true),
            ("2026.10.0", Some((2026, 10)), true),
            ("9999.1.0", Some((9999, 1)), true),
            ("2026", None, false),
            ("", None, false),
            ("main", None, false),
        ] {
            assert_eq!(family(version), read, "{version}");
            assert_eq!(family(version).is_some_and(|release| release > NEWEST_TRIED), newer, "{version}");
        }
    }
}
