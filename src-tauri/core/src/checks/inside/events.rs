//! What happened at the source within the last day, from the server's events: counts and times, no names.
//!
//! A real server records nothing about most failures [docs/evidence/authentik.md §2.1], so a log without faults proves
//! nothing.

use super::{rights_missing, skipped};
use crate::authentik::{Client, Error, LoggedEvent, Source};
use crate::checks::Finding;
use crate::diagnosis::{Right, Symptom};
use crate::i18n::msg;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

/// How far back the events are counted.
pub const DAY: Duration = Duration::DAY;

/// The kinds of events that report sign-ins through a source, and their faults.
const KINDS: [&str; 5] =
    ["login", "source_linked", "configuration_error", "property_mapping_exception", "system_exception"];

/// The most events that one answer holds. If it is full, the counts are lower bounds.
const MOST: usize = 100;

/// What happened at a source within the last day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The number of sign-ins.
    pub logins: usize,
    /// The number of links that were made.
    pub links: usize,
    /// How many times a property mapping raised an exception. Each time, the visitor saw a server error.
    pub mapping_faults: usize,
    /// How many times X's profile couldn't be read, or something failed when the visitor came back from X.
    pub callback_faults: usize,
    /// When the newest fault was (RFC 3339).
    pub last_fault: Option<String>,
    /// When the newest sign-in was (RFC 3339).
    pub last_login: Option<String>,
    /// Whether the server may have more events than were read.
    pub cut: bool,
}

/// Reads the newest events about sign-ins and their faults.
///
/// # Errors
/// When the token may not see events, or authentik doesn't answer.
pub async fn events(client: &Client) -> Result<Vec<LoggedEvent>, Error> {
    client.events(&KINDS).await
}

impl Day {
    /// Counts the events of this source since `since`, by the server's clock. The events must be the newest first.
    /// Faults don't name the source, so they are recognized by the path of the callback where they happened.
    pub fn count(newest_first: &[LoggedEvent], source: &Source, since: OffsetDateTime) -> Self {
        let mut day = Self::default();
        let is_new = |event: &&LoggedEvent| OffsetDateTime::parse(&event.created, &Rfc3339).is_ok_and(|at| at > since);
        let new: Vec<_> = newest_first.iter().filter(is_new).collect();
        day.cut = new.len() >= MOST;
        let callback = format!("/source/oauth/callback/{}/", source.slug);
        for event in new {
            let of_source = event.context.source.as_ref().is_some_and(|of| of.is(&source.pk));
            let in_callback = event.context.http_request.path.ends_with(&callback);
            match event.action.as_str() {
                "login" if of_source => {
                    day.logins += 1;
                    day.last_login.get_or_insert_with(|| event.created.clone());
                    continue;
                }
                "source_linked" if of_source => {
                    day.links += 1;
                    continue;
                }
                "property_mapping_exception" if in_callback => day.mapping_faults += 1,
                // The server records a fault of a mapping twice, and the second event doesn't name the mapping.
                "configuration_error" if in_callback && tells_of_mapping(event) => {}
                "configuration_error" | "system_exception" if in_callback => day.callback_faults += 1,
                _ => continue,
            }
            day.last_fault.get_or_insert_with(|| event.created.clone());
        }
        day
    }
}

fn tells_of_mapping(event: &LoggedEvent) -> bool {
    event.context.message.starts_with("Failed to evaluate property mapping")
}

/// Judges the day's events.
pub fn check_day(day: Result<Option<&Day>, &Error>) -> Vec<Finding> {
    let name = msg::checks_name_events;
    let day = match day {
        Ok(Some(day)) => day,
        Ok(None) => {
            return vec![Finding::skipped("events", name(), rights_missing(&[Right::ViewSource, Right::ViewEvents]))];
        }
        Err(error) => return vec![skipped("events", name(), error, &[Right::ViewEvents])],
    };
    let when = |at: &Option<String>| at.as_deref().map(minute).unwrap_or_default();
    let least = u32::from(day.cut);
    let detail = match &day.last_login {
        Some(_) => msg::checks_events_detail(when(&day.last_login), least, day.links, day.logins),
        None => msg::checks_events_none(day.links),
    };
    let mut all = vec![Finding::passed("events", msg::checks_events(day.logins), detail)];
    let fault = |id: &str, kind: &str, count: usize| {
        let at = when(&day.last_fault);
        (count > 0).then(|| Finding::found(id, Symptom::SourceFaults { kind: kind.to_owned(), count, at }))
    };
    all.extend(fault("events-mapping", "mapping", day.mapping_faults));
    all.extend(fault("events-callback", "callback", day.callback_faults));
    all
}

/// A point in time to the minute, by the server's clock: `2026-05-04 10:20 UTC`.
fn minute(at: &str) -> String {
    let Ok(moment) = OffsetDateTime::parse(at, &Rfc3339) else { return String::new() };
    let text: String = moment.to_offset(time::UtcOffset::UTC).format(&Rfc3339).unwrap_or_default();
    format!("{} UTC", text.chars().take(16).collect::<String>().replace('T', " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckOutcome;
    use serde_json::{Value, json};

    const SOURCE: &str = "b649aae6-bf09-4f20-953f-d3eb4de73007";

    fn event(action: &str, hour: u8, context: &Value) -> LoggedEvent {
        let event = json!({
            "pk": "1", "action": action, "user": { "username": "ada" }, "context": context,
            "created": format!("2026-11-23T{hour:02}:49:00.618123Z"),
        });
        serde_json::from_value(event).expect("an event")
    }

    fn counted(newest_first: &[LoggedEvent]) -> Day {
        let source = Source { pk: SOURCE.to_owned(), slug: "x".to_owned(), ..Source::default() };
        let since = OffsetDateTime::parse("2026-11-23T06:00:00Z", &Rfc3339).expect("a moment");
        Day::count(newest_first, &source, since)
    }

    #[test]
    fn sign_ins_links_and_faults_of_this_source_are_counted_and_dated() {
        let of = |pk: &str| json!({ "source": { "pk": pk.replace('-', "") } });
        let args = json!({ "code": "canary-code", "state": "canary-state" });
        let at = |path: &str| json!({ "http_request": { "path": path, "args": args }, "message": "'token_type'" });
        let here = at("/source/oauth/callback/x/");
        let told = json!({
            "http_request": { "path": "/source/oauth/callback/x/", "args": args },
            "message": "Failed to evaluate property mapping: 'Company'",
        });
        let all = [
            event("login", 12, &of(SOURCE)),
            event("login", 12, &of(&"0".repeat(32))),
            event("source_linked", 11, &of(SOURCE)),
            event("configuration_error", 10, &told),
            event("property_mapping_exception", 10, &here),
            event("system_exception", 9, &here),
            event("system_exception", 9, &at("/source/oauth/callback/github/")),
            // This event is from the day before.
            event("login", 5, &of(SOURCE)),
        ];
        let day = counted(&all);
        assert_eq!((day.logins, day.links, day.mapping_faults, day.callback_faults), (1, 1, 1, 1));
        assert_eq!(day.last_fault.as_deref(), Some("2026-11-23T10:49:00.618123Z"));
        assert!(!format!("{all:?} {day:?}").contains("canary"));

        let found = super::check_day(Ok(Some(&day)));
        let ids: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.outcome)).collect();
        let wanted = [
            ("events", CheckOutcome::Passed),
            ("events-mapping", CheckOutcome::Found),
            ("events-callback", CheckOutcome::Found),
        ];
        assert_eq!(ids, wanted);
        let shown = format!("{found:?}");
        assert!(shown.contains("2026-11-23 10:49 UTC") && !shown.contains("ada"), "{shown}");
    }

    #[test]
    fn a_day_of_silence_is_told_as_silence() {
        let found = super::check_day(Ok(Some(&counted(&[]))));
        assert_eq!((found.len(), found[0].outcome), (1, CheckOutcome::Passed));
        assert_eq!(super::check_day(Ok(None))[0].outcome, CheckOutcome::Skipped);
    }
}
