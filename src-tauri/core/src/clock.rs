//! The time of day, which the caller provides.

use std::fmt;
use std::sync::Arc;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Tells the time of day; clones tell the same.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> OffsetDateTime + Send + Sync>);

impl Clock {
    /// A clock that reads `now`.
    pub fn new(now: impl Fn() -> OffsetDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time in UTC.
    pub fn now(&self) -> OffsetDateTime {
        (self.0)()
    }

    /// The time in UTC as text (RFC 3339), as everything that is saved or shown holds it.
    pub fn stamp(&self) -> String {
        stamp(self.now())
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// A moment as text (RFC 3339, UTC, whole milliseconds).
pub fn stamp(moment: OffsetDateTime) -> String {
    let millis = moment.millisecond();
    moment
        .to_offset(time::UtcOffset::UTC)
        .replace_nanosecond(u32::from(millis) * 1_000_000)
        .ok()
        .and_then(|moment| moment.format(&Rfc3339).ok())
        .unwrap_or_default()
}
