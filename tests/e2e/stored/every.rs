//! Stored values in which every field is filled in and every variant of every enum occurs. None of their names may
//! change, because people have them on disk.
//!
//! The fixtures `every/*.json` are written by hand from real files. `every/variants.json` lists further values for the
//! places in which a file has room for one variant only. The enums and their variants aren't listed: they are in the
//! reader's error message for an unknown name.

use super::fixture;
use anyhow::{Context as _, Result, ensure};
use serde_json::{Map, Value};
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::i18n::{KEYS, Localizer, Message};
use sourcerer_core::job::Job;
use sourcerer_core::job::handover::JobFile;
use sourcerer_core::plan::Journal;
use sourcerer_core::report::Report;
use std::collections::{BTreeMap, BTreeSet};

/// A name that no enum has.
const NONSENSE: &str = "¿";

/// Reads a value as this program does, and writes it again.
type Again = fn(Value) -> serde_json::Result<Value>;

/// Each kind of file: its name, the place of its content, and how it is read.
const KINDS: &[(&str, &str, Again)] = &[
    ("job", "/content", |value| serde_json::to_value(serde_json::from_value::<Job>(value)?)),
    ("journal", "/content", |value| serde_json::to_value(serde_json::from_value::<Journal>(value)?)),
    ("handover", "", |value| serde_json::to_value(serde_json::from_value::<JobFile>(value)?)),
    ("report", "/report", |value| serde_json::to_value(serde_json::from_value::<Report>(value)?)),
];

fn every(kind: &str, content: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(&fixture(&format!("every/{kind}.json"))?)?;
    value.pointer(content).cloned().with_context(|| format!("{content} in {kind}"))
}

/// The parts of a value that are missing or different in another one. Additional parts are allowed.
pub(super) fn lost(before: &Value, after: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    compare("", before, after, &mut lost);
    lost
}

fn compare(path: &str, before: &Value, after: &Value, lost: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, before) in before {
                compare(&format!("{path}/{name}"), before, after.get(name).unwrap_or(&Value::Null), lost);
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (at, (before, after)) in before.iter().zip(after).enumerate() {
                compare(&format!("{path}/{at}"), before, after, lost);
            }
        }
        _ if before == after => {}
        _ => lost.push(format!("{path}: {before} is {after}")),
    }
}

/// A path in a value: names, and indexes in lists.
#[derive(Clone, Debug, Default)]
struct JsonPath(Vec<String>);

impl JsonPath {
    fn with(&self, step: &str) -> Self {
        Self(self.0.iter().cloned().chain([step.to_owned()]).collect())
    }

    /// The same path for all items of a list.
    fn alike(&self) -> String {
        let step = |step: &String| if step.parse::<usize>().is_ok() { "*".to_owned() } else { step.clone() };
        self.0.iter().fold(String::new(), |path, one| format!("{path}/{}", step(one)))
    }

    /// The value with this path in it, reduced to the items of each list that are needed. What is at the path is
    /// replaced.
    fn put(&self, value: &Value, new: &Value) -> Value {
        put(value, Some(&self.0), new)
    }
}

fn put(value: &Value, rest: Option<&[String]>, new: &Value) -> Value {
    match (value, rest) {
        (_, Some([])) => new.clone(),
        (Value::Object(fields), rest) => {
            let (step, rest) = rest.and_then(<[String]>::split_first).unzip();
            let all = fields.iter().map(|(name, value)| {
                let rest = rest.filter(|_| step == Some(name));
                (name.clone(), put(value, rest, new))
            });
            Value::Object(all.collect())
        }
        // An array that isn't a list of objects may be a pair, which needs both parts.
        (Value::Array(all), rest) if all.iter().all(Value::is_object) => {
            let (step, rest) = rest.and_then(<[String]>::split_first).unzip();
            let at = step.and_then(|step| step.parse::<usize>().ok()).unwrap_or_default();
            Value::Array(all.get(at).map(|value| put(value, rest, new)).into_iter().collect())
        }
        (Value::Array(all), rest) => {
            let (step, rest) = rest.and_then(<[String]>::split_first).unzip();
            let at = step.and_then(|step| step.parse::<usize>().ok());
            let each = all.iter().enumerate().map(|(n, value)| put(value, rest.filter(|_| at == Some(n)), new));
            Value::Array(each.collect())
        }
        (other, _) => other.clone(),
    }
}

/// Calls the function for each value and its path, outer ones first.
fn walk(place: &JsonPath, value: &Value, each: &mut impl FnMut(&JsonPath, &Value)) {
    each(place, value);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(&place.with(name), value, each)),
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, value)| walk(&place.with(&at.to_string()), value, each));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The variants that the reader expects instead of an unknown name.
fn expected(error: &str) -> Option<BTreeSet<String>> {
    let (_, expected) = error.split_once(&format!("unknown variant `{NONSENSE}`, expected "))?;
    Some(expected.split('`').skip(1).step_by(2).map(str::to_owned).collect())
}

/// An enum in a value: its path, its variants, and the variants that occur.
#[derive(Debug)]
struct Enum {
    place: JsonPath,
    variants: BTreeSet<String>,
    seen: BTreeSet<String>,
}

/// Finds all enums of a value by the paths of their variants' names.
fn enums(value: &Value, again: Again) -> Result<BTreeMap<String, Enum>> {
    let mut unread = Vec::new();
    let mut found: BTreeMap<String, Enum> = BTreeMap::new();
    let mut asked: BTreeSet<String> = BTreeSet::new();
    walk(&JsonPath::default(), value, &mut |place, one| {
        let (name, nonsense) = match one {
            Value::String(name) => (name, Value::from(NONSENSE)),
            Value::Object(fields) if fields.len() == 1 => {
                let Some((name, value)) = fields.iter().next() else { return };
                (name, Value::Object(Map::from_iter([(NONSENSE.to_owned(), value.clone())])))
            }
            _ => return,
        };
        let alike = place.alike();
        if asked.insert(alike.clone())
            && let Err(error) = again(place.put(value, &nonsense))
        {
            if let Some(variants) = expected(&error.to_string()) {
                found.insert(alike.clone(), Enum { place: place.clone(), variants, seen: BTreeSet::new() });
            } else if let Err(error) = again(place.put(value, one)) {
                unread.push(format!("{alike}: {error}"));
            }
        }
        if let Some(one) = found.get_mut(&alike) {
            one.seen.insert(name.clone());
        }
    });
    ensure!(unread.is_empty(), "{unread:#?}");
    Ok(found)
}

/// The name of the variant of a value in the list.
fn variant(value: &Value, tag: &str) -> Option<String> {
    let name = match value {
        Value::String(name) => Some(name.as_str()),
        Value::Object(fields) if fields.len() == 1 && !fields.contains_key(tag) => {
            fields.keys().next().map(String::as_str)
        }
        other => other[tag].as_str(),
    };
    name.map(str::to_owned)
}

#[test]
fn what_is_written_in_full_is_read_and_written_again() -> Result<()> {
    for (kind, content, again) in KINDS {
        let value = every(kind, content)?;
        let after = again(value.clone()).with_context(|| format!("{kind} isn't read"))?;
        assert_eq!(lost(&value, &after), Vec::<String>::new(), "{kind}");
    }
    Ok(())
}

/// A field that is empty in every fixture would hide its names.
#[test]
fn no_field_is_left_out() -> Result<()> {
    for (kind, content, again) in KINDS {
        let value = again(every(kind, content)?)?;
        let (mut all, mut filled) = (BTreeSet::new(), BTreeSet::new());
        walk(&JsonPath::default(), &value, &mut |place, one| {
            let is_empty = match one {
                Value::Null => true,
                Value::Array(all) => all.is_empty(),
                Value::Object(fields) => fields.is_empty(),
                Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
            };
            all.insert(place.alike());
            if !is_empty {
                filled.insert(place.alike());
            }
        });
        // These depend on the message or on the version vector, and their names aren't fields.
        let empty: Vec<_> =
            all.difference(&filled).filter(|path| !path.ends_with("/args") && !path.ends_with("/edits")).collect();
        assert_eq!(empty, Vec::<&String>::new(), "every/{kind}.json: these have no value anywhere");
    }
    Ok(())
}

#[test]
fn every_variant_of_every_stored_enum_is_read_and_written_again() -> Result<()> {
    let further: Value = serde_json::from_str(&fixture("every/variants.json")?)?;
    // An enum is identified by its variants: a variant that is checked in one place needn't be checked in the others.
    let mut all: BTreeMap<BTreeSet<String>, (String, BTreeSet<String>)> = BTreeMap::new();
    for (kind, content, again) in KINDS {
        let value = every(kind, content)?;
        let enums = enums(&value, *again)?;
        let further = further[kind].as_object().with_context(|| format!("{kind} in every/variants.json"))?;
        for path in further.keys() {
            ensure!(enums.contains_key(path), "{kind}: there is no enum at {path} any more");
        }
        for (path, Enum { place, variants, mut seen }) in enums {
            for one in further.get(&path).and_then(Value::as_array).into_iter().flatten() {
                seen.insert(is_held(&value, &place, one, *again).with_context(|| format!("{kind}: {path}: {one}"))?);
            }
            let held = all.entry(variants).or_insert_with(|| (format!("{kind}: {path}"), BTreeSet::new()));
            held.1.extend(seen);
        }
    }
    let missing = all.iter().filter_map(|(variants, (path, seen))| {
        let open: Vec<_> = variants.difference(seen).collect();
        (!open.is_empty()).then(|| format!("{path}: {open:?}"))
    });
    let missing: Vec<_> = missing.collect();
    ensure!(missing.is_empty(), "add these to every/variants.json:\n{}", missing.join("\n"));
    ensure!(all.len() >= 48, "{} enums", all.len());
    Ok(())
}

/// Variants that an earlier version wrote, each with its field and the one that it is read as.
const RENAMED: &[(&str, &str, &str)] = &[("stage", "credentials", "xapp")];

/// Puts a variant at its path, reads it and writes it again. Returns its name.
fn is_held(value: &Value, place: &JsonPath, one: &Value, again: Again) -> Result<String> {
    let tag = place.0.last().map(String::as_str).unwrap_or_default();
    let name = variant(one, tag).context("it names no variant")?;
    // The fields of a variant may be next to its name.
    let is_beside = one.get(tag).is_some();
    let outer = JsonPath(place.0[..place.0.len().saturating_sub(1)].to_vec());
    let put = if is_beside { outer.put(value, one) } else { place.put(value, one) };
    let renamed = RENAMED.iter().find(|(field, old, _)| tag == *field && one == old);
    let renamed = renamed.map(|(.., new)| place.put(value, &Value::from(*new)));
    let lost = lost(renamed.as_ref().unwrap_or(&put), &again(put.clone()).context("it isn't read")?);
    ensure!(lost.is_empty(), "{lost:?}");
    Ok(name)
}

/// A stored message is its key and its arguments. The sentence comes from the message files of the program that reads
/// it.
#[test]
fn every_stored_message_still_is_a_sentence() -> Result<()> {
    let book = Localizer::english();
    let known: BTreeMap<_, _> =
        KEYS.iter().map(|(key, names)| (*key, names.iter().copied().collect::<BTreeSet<_>>())).collect();
    let mut wrong = BTreeSet::new();
    let mut count = 0;
    for (kind, content, _) in KINDS {
        walk(&JsonPath::default(), &every(kind, content)?, &mut |_, value| {
            let Some(message) = message(value) else { return };
            count += 1;
            let given: BTreeSet<_> = message.args.keys().map(AsRef::as_ref).collect();
            match known.get(message.id.as_ref()) {
                Some(names) if names.is_subset(&given) => {
                    if book.format(&message) == message.id {
                        wrong.insert(format!("{} says nothing", message.id));
                    }
                }
                Some(names) => {
                    wrong.insert(format!("{} has {given:?} and wants {names:?}", message.id));
                }
                None => {
                    wrong.insert(format!("{} is gone", message.id));
                }
            }
        });
    }
    assert_eq!(wrong, BTreeSet::new());
    assert!(count > 1000, "{count}");
    Ok(())
}

fn message(value: &Value) -> Option<Message> {
    let fields = value.as_object()?;
    (fields.len() == 2 && fields.contains_key("args")).then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// The job's server check contains each symptom, and its findings contain the diagnosis that was stored for each.
#[test]
fn every_symptom_has_the_diagnosis_that_it_had() -> Result<()> {
    let job = every("job", "/content")?;
    let legs = job["server"]["checked"]["legs"].as_array().context("legs")?;
    let symptoms: Vec<Symptom> =
        legs.iter().map(|leg| serde_json::from_value(leg["symptom"].clone())).collect::<Result<_, _>>()?;
    let findings = job["verify"]["checked"]["findings"].as_array().context("findings")?;
    let diagnoses: Vec<Diagnosis> =
        findings.iter().map(|one| serde_json::from_value(one["diagnosis"].clone())).collect::<Result<_, _>>()?;
    ensure!(symptoms.len() == diagnoses.len() && symptoms.len() > 150, "{}", symptoms.len());
    for (symptom, before) in symptoms.iter().zip(&diagnoses) {
        let now = Diagnosis::from(symptom);
        ensure!((&now.id, &now.title) == (&before.id, &before.title), "{now:#?}");
        ensure!((&now.why, &now.remedy) == (&before.why, &before.remedy), "{now:#?}");
    }
    let ids: BTreeSet<_> = diagnoses.iter().map(|diagnosis| diagnosis.id.clone()).collect();
    let now: BTreeSet<_> = Symptom::samples().iter().map(|symptom| symptom.entry().id.to_owned()).collect();
    ensure!(ids.is_subset(&now), "{:?}", ids.difference(&now));
    Ok(())
}
