//! Timestamps of the start for measurements: one line on standard output for each, if `SOURCERER_MARKS` is set.

use std::io::Write as _;
use time::OffsetDateTime;

/// The labels: the program's first line, the page's script, its second frame.
const LABELS: [&str; 3] = ["main", "dcl", "raf2"];

/// Prints the current time with this label. Returns whether a measurement is under way.
pub(crate) fn mark(label: &str) -> bool {
    let measured = std::env::var_os("SOURCERER_MARKS").is_some() && LABELS.contains(&label);
    if measured {
        let micros = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1000;
        #[expect(clippy::disallowed_methods, reason = "a label of the list and a number")]
        let mut out = std::io::stdout().lock();
        // If a line can't be written, the measurement notices that it is missing.
        let _ = writeln!(out, "MARK {label} {micros}").and_then(|()| out.flush());
    }
    measured
}
