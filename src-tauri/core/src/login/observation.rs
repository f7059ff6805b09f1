use crate::authentik::LoggedEvent;
use serde::{Deserialize, Serialize};

/// A sign-in through the source, as the events show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginObservation {
    /// The user's name in authentik.
    pub user: String,
    /// The user's number there; none if the event doesn't contain it.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub pk: Option<i64>,
    /// When it happened, by the server's clock (RFC 3339).
    pub at: String,
    /// What kind of sign-in it was.
    pub kind: LoginKind,
}

/// The kind of a sign-in through the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LoginKind {
    /// A new user was created.
    Enrolled,
    /// Nobody signed in: the browser was signed in to authentik already, and the X account was linked to that user
    /// [docs/evidence/authentik.md §2.3].
    LinkedToSession,
    /// An X account was linked to an existing user, who signed in with it.
    Linked,
    /// A user who was linked before signed in.
    SignedIn,
    /// The source found a user who is linked to another X account and made no link. The visitor sees an error, although
    /// there is a session of that user [docs/evidence/authentik.md §2.2].
    LinkedElsewhere,
}

impl LoginKind {
    /// Whether a visitor got in and saw no error.
    pub fn is_visit(self) -> bool {
        match self {
            Self::Enrolled | Self::Linked | Self::SignedIn => true,
            Self::LinkedToSession | Self::LinkedElsewhere => false,
        }
    }
}

/// The sign-ins through the source with this uuid, from events that are all new, oldest first.
///
/// authentik writes `source_linked` about a third of a second after `login` [docs/evidence/authentik.md §1.3], so a
/// link that was just made may appear as an ordinary sign-in until the events are read again.
pub(super) fn seen(new: &[&LoggedEvent], source: &str) -> Vec<LoginObservation> {
    let of_source = |event: &LoggedEvent| event.context.source.as_ref().is_some_and(|of| of.is(source));
    let is_by = |event: &LoggedEvent, action: &str, user: &str| event.action == action && event.user.username == user;

    let mut all = Vec::new();
    for event in new {
        let user = event.user.username.as_str();
        let made = new.iter().any(|other| is_by(other, "user_write", user) && other.context.created);
        let linked = new.iter().any(|other| is_by(other, "source_linked", user) && of_source(other));
        let came_in = new.iter().any(|other| is_by(other, "login", user) && of_source(other));
        let kind = match event.action.as_str() {
            "login" if of_source(event) && made => LoginKind::Enrolled,
            "login" if of_source(event) && linked => LoginKind::Linked,
            "login" if of_source(event) => LoginKind::SignedIn,
            "source_linked" if of_source(event) && !came_in => LoginKind::LinkedToSession,
            _ => continue,
        };
        all.push(LoginObservation { user: user.to_owned(), pk: event.user.pk, at: event.created.clone(), kind });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const SOURCE: &str = "b649aae6-bf09-4f20-953f-d3eb4de73007";

    fn event(action: &str, user: &str, second: u32, context: &Value) -> Value {
        json!({
            "pk": format!("{action}-{second}"), "action": action, "user": { "pk": 4, "username": user },
            "context": context, "created": format!("2026-11-23T12:49:{second:02}.618123Z"),
        })
    }

    fn check(events: &[Value], wanted: &[(&str, LoginKind)]) {
        let events: Vec<LoggedEvent> =
            events.iter().map(|event| serde_json::from_value(event.clone()).expect("an event")).collect();
        let found = seen(&events.iter().collect::<Vec<_>>(), SOURCE);
        let found: Vec<_> = found.iter().map(|seen| (seen.user.as_str(), seen.kind)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn each_way_in_is_told_by_its_events() {
        let source = json!({ "source": { "pk": SOURCE.replace('-', ""), "name": "X" } });
        let other = json!({ "source": { "pk": "0".repeat(32), "name": "GitHub" } });
        let password = json!({ "auth_method": "password" });
        let made = json!({ "created": true, "username": "ada" });
        let callback = json!({
            "source": { "pk": SOURCE.replace('-', "") },
            "http_request": { "args": { "code": "canary-code", "state": "canary-state" } },
        });
        check(&[], &[]);
        check(
            &[
                event("user_write", "ada", 20, &made),
                event("login", "ada", 21, &source),
                event("source_linked", "ada", 22, &source),
            ],
            &[("ada", LoginKind::Enrolled)],
        );
        check(&[event("login", "ada", 21, &source)], &[("ada", LoginKind::SignedIn)]);
        check(
            &[event("login", "ada", 21, &source), event("source_linked", "ada", 22, &source)],
            &[("ada", LoginKind::Linked)],
        );
        check(&[event("source_linked", "ada", 22, &callback)], &[("ada", LoginKind::LinkedToSession)]);
        check(&[event("login", "ada", 21, &password), event("login", "bo", 22, &other)], &[]);
        check(
            &[event("login", "ada", 21, &source), event("login", "bo", 22, &source)],
            &[("ada", LoginKind::SignedIn), ("bo", LoginKind::SignedIn)],
        );
    }
}
