//! Replaces what differs from run to run: ports, times, random ids and secrets' last characters. Ports keep their
//! length, so that positions and byte counts stay right.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The replacement of every time from the year 2026 on. Times that are to stay unchanged are earlier.
const MOMENT: &str = "2026-05-04T10:20:30Z";
const YEAR: u32 = 2026;
/// The replacement of the last four characters of a secret.
const ENDING: &str = "x7Qd";
/// The replacement of a duration, in milliseconds.
const MILLIS: u32 = 120;
/// The replacement of a process id.
pub(super) const PROCESS: u64 = 41_822;
/// The replacement of a Client ID, with the same form and length.
const CLIENT_ID: &str = "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ";

/// The random values of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Random {
    /// Texts and their replacements.
    texts: Vec<(String, String)>,
    /// Ports and their replacements.
    ports: BTreeMap<u64, u64>,
}

impl Random {
    /// Adds a text to replace. A longer text comes before a shorter one, because the shorter one may be how the longer
    /// one begins: a job's id is the time of its creation without the zeros at the end of its fraction.
    pub(super) fn text(&mut self, random: impl Into<String>, by: impl Into<String>) {
        let random = random.into();
        if !random.is_empty() && self.texts.iter().all(|(known, _)| *known != random) {
            let at = self.texts.partition_point(|(known, _)| known.len() >= random.len());
            self.texts.insert(at, (random, by.into()));
        }
    }

    /// Adds a Client ID to replace. Each has its own replacement.
    pub(super) fn client_id(&mut self, id: &str) {
        let nth = self.texts.iter().filter(|(_, by)| by.starts_with(&CLIENT_ID[..30])).count();
        let by = if nth == 0 { CLIENT_ID.to_owned() } else { format!("{}{:04}", &CLIENT_ID[..30], nth) };
        self.text(id, by);
    }

    /// Adds the random values of another run.
    pub(super) fn and(mut self, other: &Self) -> Self {
        other.texts.iter().for_each(|(random, by)| self.text(random.as_str(), by.as_str()));
        self.ports.extend(&other.ports);
        self
    }

    /// Adds a port to replace.
    pub(super) fn port(&mut self, port: u16, by: u16) {
        self.ports.insert(u64::from(port), u64::from(by));
    }

    /// Replaces everything in an answer of the core.
    pub(super) fn normal(&self, mut answer: Value) -> Value {
        let mut names = Names::default();
        self.replace(&mut answer, "", &mut names);
        answer
    }

    /// Replaces everything in a text.
    pub(super) fn normal_text(&self, text: &str) -> String {
        lasted(&self.texts(text, &mut Names::default()))
    }

    fn replace(&self, value: &mut Value, key: &str, names: &mut Names) {
        match value {
            Value::Object(fields) => {
                // The fields are sorted, whatever the order of a map is in this build.
                let mut sorted: Vec<_> = std::mem::take(fields).into_iter().collect();
                sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
                for (name, mut field) in sorted {
                    if name == "facts" {
                        of_no_age(&mut field);
                    }
                    self.replace(&mut field, &name, names);
                    fields.insert(name, field);
                }
                if let Some(millis) = fields.get("millis").filter(|millis| millis.is_number()) {
                    let millis = if millis != 0 || has_happened(fields) { MILLIS } else { 0 };
                    fields.insert("millis".to_owned(), millis.into());
                }
            }
            Value::Array(all) => match all.as_mut_slice() {
                [Value::String(header), Value::String(value)] if header == "date" => {
                    "Mon, 04 May 2026 10:20:30 GMT".clone_into(value);
                }
                [Value::String(header), Value::String(value)] if header == "x-authentik-id" => {
                    "0".repeat(32).clone_into(value);
                }
                all => all.iter_mut().for_each(|one| self.replace(one, key, names)),
            },
            Value::Number(number) => {
                let by = number.as_u64().and_then(|number| self.number(key, number));
                if let Some(by) = by {
                    *value = by.into();
                }
            }
            Value::String(text) => *text = self.string(key, text, names),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn number(&self, key: &str, number: u64) -> Option<u64> {
        match key {
            "revision" => Some(0),
            "sent" | "requests" => Some(number.min(1) * 12),
            "exchange" => Some(1),
            "process" => Some(PROCESS),
            "port" | "otherPort" => self.ports.get(&number).copied(),
            _ => None,
        }
    }

    fn string(&self, key: &str, text: &str, names: &mut Names) -> String {
        if key == "ending" && text.chars().count() == ENDING.len() {
            return ENDING.to_owned();
        }
        if matches!(key, "link" | "url") && text.contains("code_challenge=") {
            return self.texts(&without_random_query(text), names);
        }
        // A duration in a sentence.
        if key == "seconds" && text.parse().is_ok_and(|seconds: f64| seconds < 20.0) {
            return "0.4".to_owned();
        }
        // Days on which something happened are replaced; those of evidence stay.
        if matches!(key, "at" | "from" | "until") && is_day(text) {
            let length = text.len();
            return format!("{}{}", &MOMENT[..10], if length == 10 { "" } else { " 10:20 UTC" });
        }
        self.texts(text, names)
    }

    fn texts(&self, text: &str, names: &mut Names) -> String {
        let mut text = self.texts.iter().fold(text.to_owned(), |text, (random, by)| text.replace(random, by));
        text = numbers(&endings(&moments(&text)), &self.ports);
        names.replace(&text)
    }
}

/// Random names from servers. Each has its own replacement, in the order in which they occur.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

const UUID: usize = 36;

impl Names {
    fn replace(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('-') {
            let found = at.checked_sub(8).and_then(|from| Some((from, rest.get(from..from + UUID)?)));
            match found.filter(|(_, name)| is_uuid(name)) {
                Some((from, name)) => {
                    let nth = self.0.len() + 1;
                    let by =
                        self.0.entry(name.to_owned()).or_insert_with(|| format!("00000000-0000-4000-8000-{nth:012}"));
                    out += &rest[..from];
                    out += by;
                    rest = &rest[from + UUID..];
                }
                None => {
                    out += &rest[..=at];
                    rest = &rest[at + 1..];
                }
            }
        }
        out + rest
    }
}

/// Whether an action that took less than a millisecond has happened at all.
fn has_happened(fields: &Map<String, Value>) -> bool {
    let is_told = |name: &str| fields.get(name).is_some_and(|value| !value.is_null());
    if let Some(counts) = fields.get("counts") {
        return counts["done"] != 0;
    }
    if fields.contains_key("choices") {
        return ["seen", "shown", "problem"].into_iter().any(is_told);
    }
    fields.get("state").is_none_or(|state| state != "waiting") && (is_told("at") || !fields.contains_key("at"))
}

/// Replaces how long ago each fact was checked, which changes from day to day, by one age.
fn of_no_age(facts: &mut Value) {
    let days = facts.get_mut("days").and_then(Value::as_object_mut);
    for age in days.into_iter().flat_map(Map::values_mut) {
        age["args"] = serde_json::json!({ "count": 3, "unit": "months" });
    }
}

/// Replaces the last characters of secrets in a request that is shown.
fn endings(text: &str) -> String {
    let mut parts = text.split('‹');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        let part = match part.strip_prefix('…').and_then(|part| part.split_once('›')) {
            Some((ending, rest)) if ending.chars().count() == ENDING.len() => format!("…{ENDING}›{rest}"),
            _ => part.to_owned(),
        };
        format!("{out}‹{part}")
    })
}

/// Replaces durations and the days of certificates in the text of a report.
fn lasted(text: &str) -> String {
    let words: Vec<_> = text.split(' ').collect();
    let all = words.iter().enumerate().map(|(at, word)| {
        let next = words.get(at + 1).is_some_and(|next| next.starts_with("ms"));
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        if next && word.parse::<u32>().is_ok() {
            MILLIS.to_string()
        } else if starts_with_day(word) && before.is_some_and(|before| matches!(*before, "from" | "to")) {
            format!("{}{}", &MOMENT[..10], &word[10..])
        } else {
            (*word).to_owned()
        }
    });
    all.collect::<Vec<_>>().join(" ")
}

/// Whether a text is a recent day, with or without a time.
fn is_day(text: &str) -> bool {
    let is_long = text.len() == 20 && text.ends_with(" UTC");
    (text.len() == 10 || is_long) && starts_with_day(text)
}

fn starts_with_day(text: &str) -> bool {
    let is_form = text.bytes().take(10).enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    text.len() >= 10
        && is_form
        && text.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year: u32| year >= YEAR)
}

/// Replaces every recent time (RFC 3339) in a text.
fn moments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('T') {
        let day = at.checked_sub(10).filter(|from| rest.get(*from..).is_some_and(starts_with_day));
        let time = rest[at + 1..]
            .find(|c: char| !matches!(c, '0'..='9' | ':' | '.' | '+' | 'Z'))
            .unwrap_or(rest.len() - at - 1);
        match day.filter(|_| time >= 8) {
            Some(from) => {
                out += &rest[..from];
                out += MOMENT;
                rest = &rest[at + 1 + time..];
            }
            None => {
                out += &rest[..=at];
                rest = &rest[at + 1..];
            }
        }
    }
    out + rest
}

fn is_uuid(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// Replaces integers in a text.
fn numbers(text: &str, by: &BTreeMap<u64, u64>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for character in text.chars().chain(['\0']) {
        if character.is_ascii_digit() {
            digits.push(character);
            continue;
        }
        match digits.parse().ok().and_then(|number: u64| by.get(&number)) {
            Some(other) => out += &other.to_string(),
            None => out += &digits,
        }
        digits.clear();
        out.push(character);
    }
    out.pop();
    out
}

/// A link to the consent page without the random values of one test.
fn without_random_query(link: &str) -> String {
    let Ok(mut url) = url::Url::parse(link) else { return link.to_owned() };
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    url.query_pairs_mut().clear().extend_pairs(pairs.iter().map(|(name, value)| {
        let is_random = matches!(name.as_str(), "state" | "code_challenge");
        (name.as_str(), if is_random { "random" } else { value.as_str() })
    }));
    url.into()
}

#[test]
fn what_is_random_is_replaced_and_nothing_else() {
    let mut random = Random::default();
    random.port(41_234, 40_123);
    random.client_id("abc");
    random.text("job-20261", "job");
    random.text("job-2026173", "job");
    let uuid = "5c1e9a40-77d3-4f0e-9f2c-0d7b6a1c2e11";
    let answer = serde_json::json!({
        "facts": { "days": { "2026-08-22": { "id": "facts-ago", "args": { "count": 7, "unit": "days" } } } },
        "at": "2025-05-04T10:20:31Z", "until": "2031-01-01T00:00:00.25Z", "millis": 7, "port": 41_234, "count": 41_234,
        "checked": "2026-08-22", "from": "2026-08-22", "id": "job-2026173", "text": "It was Tuesday, 2026-08-22T10:00:00+00:00, at noon",
        "ending": "passed", "kept": { "ending": "aBcD" }, "seconds": "7.1", "url": "http://127.0.0.1:41234/abc/2026.2-41234-5", "pk": uuid, "again": format!("{uuid}-and-{uuid}"),
    });
    let name = "00000000-0000-4000-8000-000000000001";
    let expected = serde_json::json!({
        "facts": { "days": { "2026-08-22": { "id": "facts-ago", "args": { "count": 3, "unit": "months" } } } },
        "at": "2025-05-04T10:20:31Z", "until": MOMENT, "millis": 120, "port": 40_123, "count": 41_234,
        "checked": "2026-08-22", "from": "2026-05-04", "id": "job", "text": format!("It was Tuesday, {MOMENT}, at noon"),
        "ending": "passed", "kept": { "ending": ENDING }, "seconds": "0.4", "url": format!("http://127.0.0.1:40123/{CLIENT_ID}/2026.2-40123-5"), "pk": name, "again": format!("{name}-and-{name}"),
    });
    assert_eq!(random.normal(answer), expected);
}
