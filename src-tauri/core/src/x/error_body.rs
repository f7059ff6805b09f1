use crate::net::Response;
use http::HeaderName;
use http::header::CONTENT_TYPE;
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::format_description;

/// What an answer says of itself, whatever its shape.
///
/// X answers flat, inside `{"errors":[…]}`, or with both [O, docs/evidence/x.md §1.5, §2.2]; the flat part wins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ErrorBody {
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
    /// The last segment of a problem's `type`: its host is api.twitter.com or api.x.com [docs/evidence/x.md §2.2].
    pub(super) kind: Option<String>,
    /// The numeric App ID, which X calls `client_id` here [O, docs/evidence/x.md §2.2].
    pub(super) app: Option<String>,
}

impl ErrorBody {
    pub(super) fn read(body: &[u8]) -> Self {
        let Ok(value) = serde_json::from_slice::<Value>(body) else { return Self::default() };
        let flat = value.as_array().and_then(|list| list.first()).unwrap_or(&value);
        // Of several errors the first that says anything: their parts aren't mixed.
        let errors = flat.get("errors").and_then(Value::as_array).into_iter().flatten();
        let wrapped = errors.into_iter().find(|error| NAMES.iter().any(|name| text(error, name).is_some()));
        let of = |name: &str| text(flat, name).or_else(|| text(wrapped?, name));
        Self {
            error: of("error"),
            description: of("error_description").or_else(|| of("message")),
            title: of("title"),
            detail: of("detail"),
            reason: of("reason"),
            kind: of("type").and_then(|kind| kind.trim_end_matches('/').rsplit('/').next().map(str::to_owned)),
            app: of("client_id"),
        }
    }

    /// Whether it says no more than its title: neither a reason nor a type of its own.
    pub(super) fn is_bare(&self) -> bool {
        self.reason.is_none() && self.kind.as_deref().is_none_or(|kind| kind == "about:blank")
    }

    /// X's own message on one line; `None` if the answer isn't one of X's errors.
    pub(super) fn words(&self) -> Option<String> {
        let (name, more) = match (&self.error, &self.title) {
            (Some(error), _) => (Some(error), self.description.as_ref()),
            (None, Some(title)) => (Some(title), self.detail.as_ref()),
            (None, None) => (None, self.description.as_ref().or(self.detail.as_ref())),
        };
        let more = more.filter(|more| name.is_none_or(|name| plain(name) != plain(more)));
        let parts: Vec<_> = [name, more].into_iter().flatten().map(String::as_str).collect();
        let words = (!parts.is_empty()).then(|| parts.join(": "));
        match (words, &self.reason) {
            (Some(words), Some(reason)) => Some(format!("{words} ({reason})")),
            (words, reason) => words.or_else(|| reason.clone()),
        }
    }
}

/// The fields in which an error describes itself.
const NAMES: &[&str] = &["error", "error_description", "message", "title", "detail", "reason", "type"];

fn text(object: &Value, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Normalizes text for a comparison. X ends some messages with a period and others without one, and their case may
/// change.
pub(super) fn plain(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches('.').to_lowercase()
}

/// Whether no API of X's answers so: a page, or a redirect. A proxy does, and so does what stands in front of X.
pub(super) fn is_foreign(answer: &Response) -> bool {
    let body = answer.body.trim_ascii_start();
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let kind = answer.header(&CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let json = serde_json::from_slice::<Value>(&answer.body).is_ok();
    matches!(answer.status, 300..=399) || body.first() == Some(&b'<') || (kind.contains("html") && !json)
}

/// How many characters of an answer are quoted at most.
const LONGEST: usize = 300;

/// X's message as evidence: on one line, short, and without any of these values.
pub(super) fn quoted(answer: &Response, hide: &[&str]) -> String {
    let text = ErrorBody::read(&answer.body).words().unwrap_or_else(|| answer.excerpt(usize::MAX, hide));
    // The secrets go last before the cut: a control character within one hides it, and a cut leaves its half.
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let mut line = crate::net::redact_text(&line);
    // Shorter values aren't secrets, and removing them would tear words apart.
    for secret in hide.iter().filter(|secret| secret.len() >= 8) {
        line = line.replace(secret, "‹removed›");
    }
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// When a rate limit ends, as the words need it ("14:05 UTC"); the header is in Unix seconds
/// [D, docs/evidence/x.md §2.1].
pub(super) fn reset(answer: &Response) -> Option<String> {
    let seconds = answer.header(&HeaderName::from_static("x-rate-limit-reset"))?.parse().ok()?;
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    moment.format(format_description!("[hour]:[minute] UTC")).ok()
}
