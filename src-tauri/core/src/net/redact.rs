//! Removes secrets from everything that is shown, by the name of the field, and by the value if the request contains
//! it.

use http::{HeaderMap, HeaderName, header};
use serde_json::Value;
use std::fmt::Write as _;
use url::{Url, form_urlencoded};

/// Fields whose values are never shown: RFC 6749, RFC 7636, X's authorize page, authentik's source.
const SECRET_FIELDS: &[&str] = &[
    "access_token",
    "auth_code",
    "client_secret",
    "code",
    "code_verifier",
    "consumer_secret",
    "id_token",
    "key",
    "oauth_token",
    "oauth_verifier",
    "password",
    "refresh_token",
    "session",
    "state",
    "token",
];

/// How many characters of a text are kept at most.
const LIMIT: usize = 16 * 1024;

fn is_secret(field: &str) -> bool {
    SECRET_FIELDS.contains(&field.to_ascii_lowercase().as_str())
}

/// The text that replaces a secret.
pub(super) fn mask(secret: &str) -> String {
    format!("‹{} characters, removed›", secret.chars().count())
}

/// An address without the secrets in its query. It is meant to be read by people, and needn't parse.
pub(super) fn url(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    let _ = shown.set_password(None);
    let mut text = shown.to_string();
    if let Some(query) = url.query() {
        text.push('?');
        text.push_str(&form(query));
    }
    text
}

/// A form or a query without its secrets.
pub(super) fn form(encoded: &str) -> String {
    let mut out = String::new();
    for (name, value) in form_urlencoded::parse(encoded.as_bytes()) {
        if !out.is_empty() {
            out.push('&');
        }
        let value = if is_secret(&name) { mask(&value) } else { value.into_owned() };
        let _ = write!(out, "{name}={value}");
    }
    out
}

/// A header's value without its secret.
pub(super) fn header(name: &HeaderName, value: &str) -> String {
    if *name == header::AUTHORIZATION {
        let (scheme, secret) = value.split_once(' ').unwrap_or((value, ""));
        return format!("{scheme} {}", mask(secret));
    }
    if *name == header::COOKIE || *name == header::SET_COOKIE {
        let (cookie, secret) = value.split_once('=').unwrap_or((value, ""));
        return format!("{cookie}={}", mask(secret));
    }
    if *name == header::LOCATION {
        return match value.split_once('?') {
            Some((path, query)) => format!("{path}?{}", form(query)),
            None => value.to_owned(),
        };
    }
    value.to_owned()
}

pub(super) fn headers(map: &HeaderMap) -> Vec<(String, String)> {
    map.iter()
        .map(|(name, value)| (name.to_string(), header(name, &String::from_utf8_lossy(value.as_bytes()))))
        .collect()
}

/// Removes the secrets from JSON.
pub(super) fn json(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if is_secret(name) && !text.is_empty() => *text = mask(text),
                    Value::Null
                    | Value::Bool(_)
                    | Value::Number(_)
                    | Value::String(_)
                    | Value::Array(_)
                    | Value::Object(_) => {
                        json(value);
                    }
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(json),
        Value::String(text) => *text = self::text(text),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A body without its secrets, indented if it is JSON, and cut if it is long.
pub(super) fn body(bytes: &[u8], known: &[&str]) -> String {
    let mut shown = match serde_json::from_slice::<Value>(bytes) {
        Ok(mut value) => {
            json(&mut value);
            serde_json::to_string_pretty(&value).unwrap_or_default()
        }
        Err(_) => text(&String::from_utf8_lossy(bytes)),
    };
    for secret in known.iter().filter(|secret| secret.len() >= 8) {
        shown = shown.replace(secret, &mask(secret));
    }
    if shown.chars().count() > LIMIT {
        shown = shown.chars().take(LIMIT).collect::<String>() + "…";
    }
    shown
}

/// A body of which nothing is shown but the names of its fields.
pub(super) fn whole(bytes: &[u8]) -> String {
    fn masked(value: &mut Value) {
        match value {
            Value::Object(fields) => fields.values_mut().for_each(masked),
            Value::Array(items) => items.iter_mut().for_each(masked),
            Value::String(text) => *text = mask(text),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(mut value) => {
            masked(&mut value);
            serde_json::to_string_pretty(&value).unwrap_or_default()
        }
        Err(_) => mask(&String::from_utf8_lossy(bytes)),
    }
}

/// Any text, with the value of each `name=value` removed if the name is that of a secret field.
pub fn text(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '&' | '"' | '\'' | '<' | '>' | ';' | ',' | ')');
    let named = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(equals) = rest.find('=') {
        let (before, after) = rest.split_at(equals);
        let name_at =
            before.rfind(|c| !named(c)).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let value_len = after[1..].find(ends).unwrap_or(after.len() - 1);
        let value = &after[1..=value_len];
        out.push_str(before);
        out.push('=');
        out.push_str(&if is_secret(&before[name_at..]) && !value.is_empty() { mask(value) } else { value.to_owned() });
        rest = &after[1 + value_len..];
    }
    out.push_str(rest);
    out
}
