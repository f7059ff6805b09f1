use super::baseline::{EventBaseline, KINDS};
use super::observation::{LoginObservation, seen};
use crate::authentik::{Client, Error, LoggedEvent, Source};
use crate::diagnosis::Symptom;

/// What the events show about a login.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoginEvents {
    /// Who signed in, oldest first.
    pub seen: Vec<LoginObservation>,
    /// The fault inside authentik; none if it recorded none.
    pub fault: Option<Symptom>,
}

impl LoginEvents {
    /// Whether anything happened.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.fault.is_none()
    }
}

/// What happened through this source since the baseline.
///
/// # Errors
/// When the token may not read events, or authentik doesn't answer.
pub async fn read_events_since(client: &Client, source: &Source, mark: &EventBaseline) -> Result<LoginEvents, Error> {
    Ok(read(&client.events(&KINDS).await?, source, mark))
}

fn read(newest_first: &[LoggedEvent], source: &Source, mark: &EventBaseline) -> LoginEvents {
    let new: Vec<_> = newest_first.iter().rev().filter(|event| mark.is_new(event)).collect();
    LoginEvents { seen: seen(&new, &source.pk), fault: fault(&new, source) }
}

/// The fault that the events name [docs/evidence/authentik.md §2.1]. Faults don't name the source, but the path of the
/// callback in which they happened does. Of authentik's own text only the kind of fault and the name of a mapping are
/// read.
fn fault(new: &[&LoggedEvent], source: &Source) -> Option<Symptom> {
    let callback = format!("/source/oauth/callback/{}/", source.slug);
    let in_callback = |event: &&&LoggedEvent| event.context.http_request.path.ends_with(&callback);
    let is = |action: &'static str| move |event: &&&LoggedEvent| event.action == action;
    if new.iter().filter(in_callback).any(|event| event.action == "property_mapping_exception") {
        // The mapping that raised an exception is named in an accompanying event, which names no request.
        let named = new.iter().filter(is("configuration_error")).find_map(|event| mapping(&event.context.message));
        return Some(Symptom::LoginMappingRaised { name: named.unwrap_or_default().to_owned() });
    }
    if new.iter().filter(in_callback).any(|event| event.action == "configuration_error") {
        return Some(Symptom::LoginProfileUnreadable);
    }
    let broke = new.iter().filter(in_callback).find(|event| event.action == "system_exception")?;
    // A `KeyError` about the token's fields, or an `AttributeError` if the profile is no object.
    let message = broke.context.message.as_str();
    let step = if message.contains("token_type") || message.contains("access_token") {
        "token"
    } else if message.contains("attribute 'get'") {
        "profile"
    } else {
        "callback"
    };
    Some(Symptom::LoginServerFault { step: step.to_owned() })
}

/// The name of the mapping in "Failed to evaluate property mapping: 'NAME'".
fn mapping(message: &str) -> Option<&str> {
    let (_, name) = message.split_once("Failed to evaluate property mapping: ")?;
    Some(name.trim().trim_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authentik::fake::Fake;
    use serde_json::{Value, json};

    const SOURCE: &str = "b649aae6-bf09-4f20-953f-d3eb4de73007";

    fn source() -> Source {
        Source { pk: SOURCE.to_owned(), slug: "x".to_owned(), ..Source::default() }
    }

    fn event(action: &str, path: &str, message: &str) -> Value {
        json!({
            "pk": format!("{action}-{message}"), "action": action, "created": "2026-11-23T12:49:21Z",
            "user": { "pk": null, "username": "" },
            "context": {
                "message": message,
                "http_request": { "path": path, "args": { "code": "canary-code", "state": "canary-state" } },
            },
        })
    }

    fn told(events: &[Value]) -> Option<&'static str> {
        let events: Vec<LoggedEvent> =
            events.iter().map(|event| serde_json::from_value(event.clone()).expect("an event")).collect();
        read(&events, &source(), &EventBaseline::default()).fault.map(|fault| fault.entry().id)
    }

    #[test]
    fn each_fault_that_authentik_notes_is_told_by_its_sort_and_only_of_this_source() {
        const HERE: &str = "/source/oauth/callback/x/";
        let raised = event("property_mapping_exception", HERE, "Failed to execute property mapping");
        let named = event("configuration_error", "", "Failed to evaluate property mapping: 'Company e-mail'");
        let unreadable = event("configuration_error", HERE, "Failed to JSON-decode profile.");
        let token = event("system_exception", HERE, "'token_type'");
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[raised.clone(), named.clone()]), Some("login-mapping-raised"));
        assert_eq!(told(std::slice::from_ref(&unreadable)), Some("login-profile-unreadable"));
        assert_eq!(told(std::slice::from_ref(&token)), Some("login-server-fault"));
        // A fault of another sign-in
        assert_eq!(told(&[named]), None);
        for path in ["/source/oauth/callback/xx/", "/source/oauth/callback/github/", "/if/flow/x/"] {
            let others = [("system_exception", "'token_type'"), ("configuration_error", "Failed to JSON-decode")];
            assert_eq!(told(&others.map(|(action, message)| event(action, path, message))), None, "{path}");
        }
        let Some(Symptom::LoginMappingRaised { name }) = read(
            &[&raised, &event("configuration_error", "", "Failed to evaluate property mapping: 'Company e-mail'")]
                .map(|event| serde_json::from_value(event.clone()).expect("an event")),
            &source(),
            &EventBaseline::default(),
        )
        .fault
        else {
            panic!("a mapping");
        };
        assert_eq!(name, "Company e-mail");
    }

    #[tokio::test]
    async fn neither_code_nor_state_nor_the_servers_words_of_a_fault_come_out() {
        let fake = Fake::start().await;
        fake.state().events = vec![
            event("source_linked", "/source/oauth/callback/x/", ""),
            event("system_exception", "/source/oauth/callback/x/", "canary-words 'token_type'"),
        ];
        let client = fake.client();
        let found = read_events_since(&client, &source(), &EventBaseline::default()).await.expect("what happened");
        assert_eq!(found.fault, Some(Symptom::LoginServerFault { step: "token".to_owned() }));
        assert!(!format!("{found:?}").contains("canary"), "{found:?}");
        let client = format!("{client:?}");
        assert!(!client.contains("canary-code") && !client.contains("canary-state"));
    }
}
