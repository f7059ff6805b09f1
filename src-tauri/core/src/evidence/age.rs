use crate::i18n::{Message, msg};
use std::str::FromStr;
use time::{Date, Month};

/// How long ago a day was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// Whole days; 0 for today, and for a day that is still to come by this machine's clock.
    pub days: u32,
    /// Whole months of the calendar.
    pub months: u32,
}

impl Age {
    /// From this day to today.
    pub fn new(day: Date, today: Date) -> Self {
        let days = u32::try_from((today - day).whole_days()).unwrap_or(0);
        let begun = months_since_zero(today) - months_since_zero(day) - i64::from(today.day() < day.day());
        Self { days, months: u32::try_from(begun).unwrap_or(0) }
    }

    /// It in words: days below a month, months below two years, then years.
    pub fn message(self) -> Message {
        let (count, unit) = match self {
            Self { days: 0, .. } => (0, "today"),
            Self { days, months: 0 } => (days, "days"),
            Self { months: months @ ..24, .. } => (months, "months"),
            Self { months, .. } => (months / 12, "years"),
        };
        msg::facts_ago(count, unit)
    }
}

/// A span of the calendar, such as six months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    days: u32,
    months: u32,
}

/// A text that isn't a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 90d, 6m or 1y")]
pub struct PeriodError;

impl FromStr for Period {
    type Err = PeriodError;

    /// A number and a unit: `d` for days, `w` for weeks, `m` for months, `y` for years.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let unit = text.chars().next_back().ok_or(PeriodError)?;
        let count = text.strip_suffix(unit).unwrap_or_default();
        if !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PeriodError);
        }
        // No more than any calendar here reaches back.
        let count = u32::from(count.parse::<u16>().map_err(|_| PeriodError)?);
        match unit {
            'd' => Ok(Self { days: count, months: 0 }),
            'w' => Ok(Self { days: 7 * count, months: 0 }),
            'm' => Ok(Self { days: 0, months: count }),
            'y' => Ok(Self { days: 0, months: 12 * count }),
            _ => Err(PeriodError),
        }
    }
}

impl Period {
    /// The day that is this long before `today`. Where that month is too short, its last day.
    pub fn subtract_from(self, today: Date) -> Date {
        let months = months_since_zero(today) - i64::from(self.months);
        let year = i32::try_from(months.div_euclid(12)).unwrap_or(i32::MIN);
        let month = u8::try_from(months.rem_euclid(12) + 1).ok().and_then(|month| Month::try_from(month).ok());
        let day =
            month.and_then(|month| Date::from_calendar_date(year, month, today.day().min(month.length(year))).ok());
        day.and_then(|day| day.checked_sub(time::Duration::days(i64::from(self.days)))).unwrap_or(Date::MIN)
    }
}

/// Counts the months of the calendar, so that they can be subtracted.
fn months_since_zero(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(u8::from(day.month())) - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;
    use proptest::prelude::*;
    use time::macros::date;

    #[test]
    fn an_age_is_in_days_then_months_then_years() {
        let book = Localizer::english();
        let today = date!(2026 - 11 - 30);
        for (day, wanted) in [
            (date!(2026 - 11 - 30), "today"),
            (date!(2026 - 12 - 24), "today"),
            (date!(2026 - 11 - 29), "1 day ago"),
            (date!(2026 - 10 - 31), "30 days ago"),
            (date!(2026 - 10 - 30), "1 month ago"),
            (date!(2026 - 08 - 22), "3 months ago"),
            (date!(2026 - 05 - 31), "5 months ago"),
            (date!(2024 - 12 - 01), "23 months ago"),
            (date!(2024 - 11 - 30), "2 years ago"),
        ] {
            assert_eq!(book.format(&Age::new(day, today).message()), wanted, "{day}");
        }
    }

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        let today = date!(2026 - 08 - 31);
        for (text, wanted) in [
            ("0d", today),
            ("90d", date!(2026 - 06 - 02)),
            ("2w", date!(2026 - 08 - 17)),
            ("6m", date!(2026 - 02 - 28)),
            ("1y", date!(2025 - 08 - 31)),
            ("65535y", Date::MIN),
        ] {
            assert_eq!(text.parse::<Period>().map(|period| period.subtract_from(today)), Ok(wanted), "{text}");
        }
        for text in ["", "6", "m", "6 m", "-6m", "+6m", "6M", "6months", "65536d", "6ä"] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_a_period_or_refused(text in "\\PC*") {
            let _ = text.parse::<Period>();
        }

        /// A day that is a period before today has that period's age, or a longer one where a month is short.
        #[test]
        fn a_period_and_an_age_agree(count in 0_u16..2000, julian in 2_400_000..2_500_000) {
            let today = Date::from_julian_day(julian).expect("a day");
            let days: Period = format!("{count}d").parse().expect("a period");
            prop_assert_eq!(Age::new(days.subtract_from(today), today).days, u32::from(count));
            let months: Period = format!("{count}m").parse().expect("a period");
            prop_assert_eq!(Age::new(months.subtract_from(today), today).months, u32::from(count));
        }
    }
}
