use crate::authentik::{Client, Error, LoggedEvent};
use std::collections::BTreeSet;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The number of events in one answer.
const MOST: usize = 100;

/// The events that existed before a login. Any other event is new, so it doesn't matter if this machine's clock differs
/// from the server's, or if two servers behind one address differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventBaseline {
    known: BTreeSet<String>,
    /// The time of the oldest one, if there were more than were read. Events older than that aren't new either.
    from: Option<OffsetDateTime>,
}

impl EventBaseline {
    /// Reads the present events.
    ///
    /// # Errors
    /// When the token may not read events, or authentik doesn't answer.
    pub async fn read(client: &Client) -> Result<Self, Error> {
        Ok(Self::of(&client.events(&KINDS).await?))
    }

    pub(super) fn of(newest_first: &[LoggedEvent]) -> Self {
        let cut = newest_first.len() >= MOST;
        let from = newest_first.last().filter(|_| cut).and_then(at);
        Self { known: newest_first.iter().map(|event| event.pk.clone()).collect(), from }
    }

    /// Whether an event is newer than the baseline.
    pub(super) fn is_new(&self, event: &LoggedEvent) -> bool {
        let is_late = self.from.is_none_or(|from| at(event).is_some_and(|at| at >= from));
        is_late && !self.known.contains(&event.pk)
    }
}

fn at(event: &LoggedEvent) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(&event.created, &Rfc3339).ok()
}

/// The kinds of events that a sign-in through a source and its faults create.
pub(super) const KINDS: [&str; 6] =
    ["login", "source_linked", "user_write", "configuration_error", "property_mapping_exception", "system_exception"];

#[cfg(test)]
mod tests {
    use super::*;

    fn event(pk: usize, second: usize) -> LoggedEvent {
        let created = format!("2026-11-23T12:{:02}:{:02}Z", second / 60, second % 60);
        let event = serde_json::json!({ "pk": pk.to_string(), "action": "login", "created": created });
        serde_json::from_value(event).expect("an event")
    }

    #[test]
    fn what_was_there_is_known_and_no_clock_is_asked() {
        let mark = EventBaseline::of(&[event(2, 20), event(1, 10)]);
        assert!(!mark.is_new(&event(1, 10)) && !mark.is_new(&event(2, 20)));
        // The clock of another instance may be slow.
        for second in [5, 10, 20, 30] {
            assert!(mark.is_new(&event(3, second)), "{second}");
        }
        assert!(EventBaseline::of(&[]).is_new(&event(1, 0)));
    }

    #[test]
    fn of_a_full_page_what_is_older_isnt_new() {
        let page: Vec<_> = (0..MOST).rev().map(|at| event(at, at + 100)).collect();
        let mark = EventBaseline::of(&page);
        assert!(!mark.is_new(&event(1000, 99)));
        assert!(mark.is_new(&event(1000, 100)) && mark.is_new(&event(1000, 900)));
    }
}
