use crate::net::Answer;
use http::HeaderName;
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::format_description;

/// What an answer says of itself, whatever its shape.
///
/// X answers flat, inside `{"errors":[…]}`, or with both [O §1.5, §2.2]; the flat part wins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// OAuth's `error`.
    pub(super) error: Option<String>,
    /// OAuth's `error_description`, or an older API's `message`.
    pub(super) description: Option<String>,
    /// A problem's `title` (RFC 9457).
    pub(super) title: Option<String>,
    /// A problem's `detail`.
    pub(super) detail: Option<String>,
    /// X's own `reason`.
    pub(super) reason: Option<String>,
    /// The last segment of a problem's `type`: its host is api.twitter.com or api.x.com [§2.2].
    pub(super) kind: Option<String>,
    /// The numeric App ID, which X calls `client_id` here [O §2.2].
    pub(super) app: Option<String>,
}

impl Said {
    pub(super) fn read(body: &[u8]) -> Self {
        let Ok(value) = serde_json::from_slice::<Value>(body) else { return Self::default() };
        let flat = value.as_array().and_then(|list| list.first()).unwrap_or(&value);
        let wrapped = flat.get("errors").and_then(|errors| errors.get(0));
        let text = |name: &str| {
            [Some(flat), wrapped].into_iter().flatten().find_map(|object| match object.get(name) {
                Some(Value::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                Some(Value::Number(number)) => Some(number.to_string()),
                _ => None,
            })
        };
        Self {
            error: text("error"),
            description: text("error_description").or_else(|| text("message")),
            title: text("title"),
            detail: text("detail"),
            reason: text("reason"),
            kind: text("type").and_then(|kind| kind.rsplit('/').next().map(str::to_owned)),
            app: text("client_id"),
        }
    }

    /// X's own words, on one line; none if the answer isn't one of X's errors.
    pub(super) fn words(&self) -> Option<String> {
        let (name, more) = match (&self.error, &self.title) {
            (Some(error), _) => (Some(error), self.description.as_ref()),
            (None, Some(title)) => (Some(title), self.detail.as_ref()),
            (None, None) => (None, self.description.as_ref().or(self.detail.as_ref())),
        };
        let parts: Vec<_> = [name, more].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    }
}

/// Where a quotation is cut, in characters.
const LONGEST: usize = 300;

/// How much of a body is looked at for a quotation, in characters. Cutting earlier could leave a secret's half.
const LOOKED_AT: usize = 16 * 1024;

/// X's words as evidence: on one line, short, and with none of these values in it.
pub(super) fn quoted(answer: &Answer, hide: &[&str]) -> String {
    let mut text = Said::read(&answer.body).words().unwrap_or_else(|| answer.excerpt(LOOKED_AT));
    text = crate::net::redact_text(&text);
    // Shorter ones would tear words apart, and are no secret.
    for secret in hide.iter().filter(|secret| secret.len() >= 8) {
        text = text.replace(secret, "‹removed›");
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// When a rate limit ends, as the words need it ("14:05 UTC"); the header is in Unix seconds [D §2.1].
pub(super) fn reset(answer: &Answer) -> Option<String> {
    let seconds = answer.header(&HeaderName::from_static("x-rate-limit-reset"))?.parse().ok()?;
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    moment.format(format_description!("[hour]:[minute] UTC")).ok()
}
