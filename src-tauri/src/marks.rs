//! Moments of the start, for whoever measures it: a line on standard output each, where `SOURCERER_MARKS` is set.

use std::io::Write as _;
use time::OffsetDateTime;

/// The moments that are known: the program's first line, the page's script, its second painting.
const LABELS: [&str; 3] = ["main", "dcl", "raf2"];

/// Notes that the moment of this label is now; tells whether anybody measures.
pub(crate) fn mark(label: &str) -> bool {
    let measured = std::env::var_os("SOURCERER_MARKS").is_some() && LABELS.contains(&label);
    if measured {
        let micros = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1000;
        let mut out = std::io::stdout().lock();
        // Whoever measures sees what is missing.
        let _ = writeln!(out, "MARK {label} {micros}").and_then(|()| out.flush());
    }
    measured
}
