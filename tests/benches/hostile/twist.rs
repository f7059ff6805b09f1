//! The practice server's JSON, twisted.
#![expect(clippy::wildcard_enum_match_arm, reason = "each twist changes one kind of value and leaves the others")]

use crate::modes::TEXT;
use serde_json::{Map, Value, json};

/// What happens to every value of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twist {
    NumbersForTexts,
    TextsForNumbers,
    ObjectsForLists,
    ListsForObjects,
    Nulls,
    TextsForTruths,
    Fewer,
    Renamed,
    Numbers,
    EmptyLists,
    Twice,
    Often,
    MorePages,
    Escapes,
    EscapesInNames,
    EscapesInKeys,
    LongNames,
    Markup,
}

/// The fields whose texts are shown to people. A program that follows keys still finds its objects.
const NAMES: [&str; 14] = [
    "name",
    "title",
    "label",
    "username",
    "detail",
    "description",
    "text",
    "branding_title",
    "version_current",
    "verbose_name",
    "email",
    "app",
    "client_ip",
    "path",
];

/// How many bytes a name has, when it is long.
const LONG: usize = 100 << 10;

/// The value with every value in it twisted.
pub(crate) fn twisted(value: Value, twist: Twist) -> Value {
    match value {
        Value::String(_) if twist == Twist::NumbersForTexts => json!(7),
        Value::String(_) | Value::Number(_) | Value::Bool(_) if twist == Twist::Nulls => Value::Null,
        Value::String(text) if twist == Twist::Escapes => json!(format!("{text}{TEXT}")),
        Value::Number(number) if twist == Twist::TextsForNumbers => json!(number.to_string()),
        Value::Number(_) if twist == Twist::Numbers => json!(-9.9e300),
        Value::Bool(truth) if twist == Twist::TextsForTruths => json!(truth.to_string()),
        Value::Array(all) => list(all, twist),
        Value::Object(fields) => object(fields, twist),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}

fn list(all: Vec<Value>, twist: Twist) -> Value {
    let all: Vec<_> = all.into_iter().map(|one| twisted(one, twist)).collect();
    match twist {
        Twist::ObjectsForLists => {
            Value::Object(all.into_iter().enumerate().map(|(at, one)| (at.to_string(), one)).collect())
        }
        Twist::EmptyLists => json!([]),
        Twist::Twice => Value::Array(all.iter().chain(&all).cloned().collect()),
        // As many as fit into what a client reads.
        Twist::Often => {
            let size = all.iter().map(|one| one.to_string().len() + 1).sum::<usize>().max(1);
            let times = (1_000_000 / size).clamp(1, 1000);
            Value::Array(std::iter::repeat_n(all, times).flatten().collect())
        }
        _ => Value::Array(all),
    }
}

fn object(fields: Map<String, Value>, twist: Twist) -> Value {
    let mut fields: Map<_, _> = fields
        .into_iter()
        .enumerate()
        .filter(|(at, _)| twist != Twist::Fewer || at % 2 == 0)
        .map(|(_, (name, value))| {
            let value = match value {
                Value::String(text) if NAMES.contains(&name.as_str()) => Value::String(named(text, twist)),
                other => other,
            };
            let value = twisted(value, twist);
            match twist {
                Twist::Renamed => (format!("{name}_"), value),
                Twist::EscapesInKeys => (format!("{name}{TEXT}"), value),
                _ => (name, value),
            }
        })
        .collect();
    if twist == Twist::MorePages && fields.contains_key("pagination") {
        fields.insert(
            "pagination".to_owned(),
            json!({
                "next": 2, "previous": 0, "count": 1_000_000_000, "current": 1, "total_pages": 1_000_000_000,
                "start_index": 1, "end_index": 100,
            }),
        );
    }
    if twist == Twist::ListsForObjects {
        return Value::Array(fields.into_iter().map(|(_, value)| value).collect());
    }
    Value::Object(fields)
}

fn named(text: String, twist: Twist) -> String {
    match twist {
        Twist::EscapesInNames => text + TEXT,
        Twist::LongNames => text + &"a".repeat(LONG),
        Twist::Markup => text + "`](javascript:alert(1))<img src=x onerror=alert(1)>=HYPERLINK(\"x\")$(id)`id`'\"",
        _ => text,
    }
}
