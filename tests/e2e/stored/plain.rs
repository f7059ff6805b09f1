//! Replaces what differs from run to run in stored values: ports, random names, durations.

use serde_json::{Number, Value};
use sourcerer_core::job::Job;
use sourcerer_tests::world::World;
use std::collections::BTreeMap;

/// Durations, and counts that depend on the order in which answers arrive.
const MEASURED: &[&str] = &["millis", "requests", "seconds", "exchange"];

/// Replaces varying values by stable words.
pub(super) struct Normalizer {
    words: Vec<(String, String)>,
    made: BTreeMap<String, String>,
}

impl Normalizer {
    /// Knows the ports and the client credentials of a journey.
    pub(super) fn of(world: &World, job: &Job) -> Self {
        let port = |url: &str| url.rsplit(':').next().unwrap_or_default().trim_end_matches('/').to_owned();
        let pair = job.credentials.client_id.clone().unwrap_or_default();
        let endings = job.credentials.secret.iter().map(|secret| &secret.kept.ending);
        let endings = endings.chain(job.server.token.iter().map(|kept| &kept.ending));
        let mut words = vec![
            (port(world.practice().authentik.base()), "PORT-A".to_owned()),
            (job.names.typed.port.to_string(), "PORT-T".to_owned()),
            (pair, "CLIENT-ID".to_owned()),
        ];
        if let Some(port) = world.practice().world().x.port() {
            words.push((port.to_string(), "PORT-X".to_owned()));
        }
        words.extend(endings.map(|ending| (ending.clone(), "ENDING".to_owned())));
        words.retain(|(word, _)| !word.is_empty());
        Self { words, made: BTreeMap::new() }
    }

    pub(super) fn value(&mut self, value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let all = fields.into_iter().map(|(name, value)| {
                    let value = match value {
                        // The recognized kind of a secret depends on its random letters.
                        Value::Object(fields) if name == "recognised" => {
                            fields.into_iter().map(|(name, _)| name).collect()
                        }
                        // Their order varies, and they are all alike.
                        Value::Array(all) if name == "exchanges" => {
                            let first = all.into_iter().min_by_key(|one| one["url"].to_string());
                            self.value(first.into_iter().collect())
                        }
                        Value::Number(_) if MEASURED.contains(&name.as_str()) => Value::Number(Number::from(0)),
                        // The fingerprint of a secret, and its salt.
                        Value::String(_) if name == "mac" || name == "salt" => Value::from("MADE"),
                        Value::String(_) if MEASURED.contains(&name.as_str()) => Value::from("0"),
                        other => self.value(other),
                    };
                    (self.text(&name), value)
                });
                Value::Object(all.collect())
            }
            Value::Array(all) => Value::Array(all.into_iter().map(|one| self.value(one)).collect()),
            Value::String(text) => Value::String(self.text(&text)),
            Value::Number(number) => {
                let text = number.to_string();
                let plain = self.text(&text);
                if plain == text { Value::Number(number) } else { Value::String(plain) }
            }
            other @ (Value::Null | Value::Bool(_)) => other,
        }
    }

    pub(super) fn text(&mut self, text: &str) -> String {
        if text.ends_with(" GMT") {
            return "MOMENT".to_owned();
        }
        let mut text = text.to_owned();
        for (word, plain) in &self.words {
            text = text.replace(word, plain);
        }
        let mut told = String::new();
        let mut word = String::new();
        for letter in text.chars().map(Some).chain([None]) {
            match letter {
                Some(letter) if letter.is_ascii_alphanumeric() || "-_:.+".contains(letter) => word.push(letter),
                other => {
                    told += &self.word(&std::mem::take(&mut word));
                    told.extend(other);
                }
            }
        }
        told
    }

    /// Replaces a time that isn't of the journey's clock, or a random name.
    fn word(&mut self, word: &str) -> String {
        let is_moment = word.len() > 18 && word.as_bytes()[10] == b'T' && word.starts_with("20");
        if is_moment {
            return if word.starts_with("2026-05-04T") { word.to_owned() } else { "MOMENT".to_owned() };
        }
        let hex = |text: &str| text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_made = (word.len() == 36 && word.split('-').count() == 5) || (word.len() >= 10 && hex(word));
        if !is_made || word.bytes().all(|byte| byte.is_ascii_digit()) {
            // The random suffix of a file's name.
            return match word.rsplit_once('-') {
                Some((name, mark)) if hex(mark.trim_end_matches(".json")) => format!("{name}-MARK.json"),
                _ => word.to_owned(),
            };
        }
        let next = format!("MADE-{}", self.made.len() + 1);
        self.made.entry(word.to_owned()).or_insert(next).clone()
    }
}
