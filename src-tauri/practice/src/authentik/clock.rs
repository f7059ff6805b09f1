//! Timestamps in authentik's format.

use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

const FORM: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:6]Z");

/// The current time, such as `2026-11-23T12:49:40.618123Z`.
pub(crate) fn now() -> String {
    written(OffsetDateTime::now_utc())
}

/// The time after this duration from now.
pub(crate) fn after(wait: Duration) -> String {
    written(OffsetDateTime::now_utc() + wait)
}

fn written(moment: OffsetDateTime) -> String {
    moment.format(&FORM).expect("a moment in UTC has every part of the form")
}
