//! The name to suggest for a file that leaves the program: it says what it is about, where and when.

use time::Date;

/// `sign-in-with-x-auth.example-2026-12-01.html`. Without a host, as in a report with other names, only the day tells it
/// from another one.
pub(super) fn suggested(day: Date, host: Option<&str>, ending: &str) -> String {
    // A file's name holds no colon and no bracket on every system, and an IPv6 address has both.
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' };
    let host = host.map(|host| host.chars().map(plain).collect::<String>());
    let host = host.map(|host| format!("{}-", host.trim_matches('-'))).filter(|host| host != "-").unwrap_or_default();
    format!("sign-in-with-x-{host}{day}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn a_file_is_named_by_its_host_and_its_day() {
        let day = Date::from_calendar_date(2026, Month::December, 1).unwrap();
        let name = |host| suggested(day, host, "html");
        assert_eq!(name(Some("auth.example")), "sign-in-with-x-auth.example-2026-12-01.html");
        assert_eq!(name(Some("[2001:db8::1]")), "sign-in-with-x-2001-db8--1-2026-12-01.html");
        assert_eq!(name(Some("")), "sign-in-with-x-2026-12-01.html");
        assert_eq!(name(None), "sign-in-with-x-2026-12-01.html");
    }
}
