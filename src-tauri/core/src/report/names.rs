//! Other names for hosts and people: the same one each time, so that the report still tells who is who.

use super::document::{Error, Report};
use serde_json::Value;
use std::collections::BTreeSet;
use url::Url;

/// Keys whose values are never names.
const NO_NAMES: [&str; 14] = [
    "id", "severity", "outcome", "evidence", "leg", "verdict", "need", "kind", "method", "at", "stage", "rights",
    "program", "link",
];

/// The arguments of messages that hold people.
const PEOPLE: [&str; 4] = ["user", "username", "handle", "owner"];

/// Hosts that everybody knows. Their names are no secret, and they show what was requested.
const PUBLIC: [&str; 3] = ["x.com", "twitter.com", "twimg.com"];

pub(super) fn renamed(report: &Report) -> Result<Report, Error> {
    let mut value = serde_json::to_value(report).map_err(|_| Error::Foreign)?;
    let mut hosts = BTreeSet::from([report.host.clone()]);
    let mut people = BTreeSet::new();
    collect(&value, &mut hosts, &mut people);
    hosts.retain(|host| !host.is_empty() && !is_public(host));
    let hosts = hosts.into_iter().enumerate().map(|(at, host)| (host, format!("host-{}.example", at + 1)));
    let people = people.into_iter().enumerate().map(|(at, name)| (name, format!("person-{}", at + 1)));
    let mut names: Vec<_> = hosts.chain(people).filter(|(name, _)| !name.is_empty()).collect();
    // The longest first: a host may end as another one does.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    rename(&mut value, "", &names);
    serde_json::from_value(value).map_err(|_| Error::Foreign)
}

fn is_public(host: &str) -> bool {
    PUBLIC.iter().any(|public| host == *public || host.strip_suffix(public).is_some_and(|front| front.ends_with('.')))
}

fn collect(value: &Value, hosts: &mut BTreeSet<String>, people: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if PEOPLE.contains(&key.as_str())
                    && let Value::String(name) = field
                {
                    people.insert(name.clone());
                }
                collect(field, hosts, people);
            }
        }
        Value::Array(all) => all.iter().for_each(|one| collect(one, hosts, people)),
        Value::String(text) => hosts.extend(hosts_of(text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The hosts of the addresses in a text.
fn hosts_of(text: &str) -> impl Iterator<Item = String> + '_ {
    let starts = text.match_indices("://").filter_map(|(at, _)| {
        text[..at].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(Some(0), |before| Some(before + 1))
    });
    starts.filter_map(|at| {
        let rest = text.get(at..)?;
        let end = rest.find(|c: char| c.is_whitespace() || "\"'`<>\\".contains(c)).unwrap_or(rest.len());
        Url::parse(&rest[..end]).ok()?.host_str().map(str::to_owned)
    })
}

fn rename(value: &mut Value, key: &str, names: &[(String, String)]) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| rename(field, key, names)),
        Value::Array(all) => all.iter_mut().for_each(|one| rename(one, key, names)),
        Value::String(text) if !NO_NAMES.contains(&key) => {
            for (name, other) in names {
                *text = replaced(text, name, other);
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whole words only: a user called `x` is no part of `example`.
fn replaced(text: &str, name: &str, other: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = None;
    while let Some(at) = rest.find(name) {
        let after = rest[at + name.len()..].chars().next();
        let front = rest[..at].chars().next_back().or(before);
        let stands_alone = |next: Option<char>| next.is_none_or(|c| !c.is_alphanumeric());
        out.push_str(&rest[..at]);
        out.push_str(if stands_alone(front) && stands_alone(after) { other } else { name });
        before = name.chars().next_back();
        rest = &rest[at + name.len()..];
    }
    out + rest
}
