//! Reads job files, which may come from anybody.

use super::fields::{address, client_id, link};
use super::file::{FormatMarker, VERSION};
use super::{JobFile, VersionVector, text};
use crate::address::Slug;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::handover::text::is_text;
use crate::portal::scopes;
use serde::Deserialize;
use std::io::ErrorKind;

/// The longest file that is read, in bytes: about three times a whole job with the longest list of callbacks.
pub const LARGEST: usize = 256 * 1024;
/// The deepest nesting that is accepted: a job file has five levels.
const DEEPEST: usize = 8;
/// The most entries of a list, and the most copies of a job.
const MOST: usize = 200;
const MOST_COPIES: usize = 16;

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobFileError {
    /// It can't be read.
    #[error("the file can't be read: {kind}")]
    Unreadable {
        /// The kind of error that the system reported.
        kind: ErrorKind,
    },
    /// It is a link, a folder, a pipe or a device.
    #[error("this is no plain file")]
    NoPlainFile,
    /// It is longer than any job.
    #[error("the file is longer than {LARGEST} bytes")]
    TooLarge,
    /// It is nested deeper than any job.
    #[error("the file is nested deeper than {DEEPEST}")]
    TooDeep,
    /// It isn't marked as a job file.
    #[error("this is no job file")]
    NoJobFile,
    /// Another version of the program wrote it, in another format.
    #[error("the file is of version {version}")]
    UnknownVersion {
        /// The version of its format.
        version: u32,
    },
    /// Something in it is unknown, missing, duplicated or of the wrong type.
    #[error("line {line}: {what}")]
    Form {
        /// The line, counted from 1.
        line: usize,
        /// The parser's message, with every invisible character spelled out.
        what: String,
    },
    /// A value can't be used.
    #[error("{field} can't be used: {value}")]
    Unusable {
        /// The field's name in the file.
        field: &'static str,
        /// The value, shortened, with every invisible character spelled out.
        value: String,
    },
    /// The copy on this machine can't be given an id.
    #[error("the system gives no random numbers")]
    NoRandom,
    /// A practice job among real ones, or a real one in practice.
    #[error("a practice job and a real one don't mix")]
    Practice,
}

impl JobFileError {
    /// The name of the reason, and its details.
    fn told(&self) -> (&'static str, String) {
        match self {
            Self::Unreadable { kind } => ("unreadable", kind.to_string()),
            Self::NoPlainFile => ("no-plain-file", String::new()),
            Self::TooLarge => ("too-large", (LARGEST / 1024).to_string()),
            Self::TooDeep => ("too-deep", DEEPEST.to_string()),
            Self::NoJobFile => ("no-job-file", String::new()),
            Self::UnknownVersion { version } => ("version", version.to_string()),
            Self::Form { line, what } => ("form", format!("{line}: {what}")),
            Self::Unusable { field, value } => ("unusable", format!("{field}: {value}")),
            Self::NoRandom => ("random", String::new()),
            Self::Practice => ("practice", String::new()),
        }
    }
}

impl Diagnosed for JobFileError {
    fn symptom(&self) -> Symptom {
        if *self == Self::NoRandom {
            return Symptom::JobFileRandom;
        }
        let (reason, detail) = self.told();
        Symptom::JobFileRefused { reason: reason.to_owned(), detail }
    }
}

/// The part of the format that is common to all versions.
#[derive(Deserialize)]
struct JobFileHeader {
    #[serde(rename = "sourcerer")]
    _mark: FormatMarker,
    version: u32,
}

/// Reads a job file.
///
/// # Errors
/// Why the file is refused.
pub fn parse(bytes: &[u8]) -> Result<JobFile, JobFileError> {
    if bytes.len() > LARGEST {
        return Err(JobFileError::TooLarge);
    }
    if depth(bytes) > DEEPEST {
        return Err(JobFileError::TooDeep);
    }
    let head: JobFileHeader = serde_json::from_slice(bytes).map_err(|_| JobFileError::NoJobFile)?;
    if head.version != VERSION {
        return Err(JobFileError::UnknownVersion { version: head.version });
    }
    let file: JobFile = serde_json::from_slice(bytes)
        .map_err(|error| JobFileError::Form { line: error.line(), what: text::escape_untrusted(&error.to_string()) })?;
    usable(&file)?;
    Ok(file)
}

/// How deeply the brackets are nested, not counting those inside strings. This is done before parsing, so that no
/// parser's stack can overflow.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn usable(file: &JobFile) -> Result<(), JobFileError> {
    let check = |field: &'static str, value: &str, fits: bool| {
        if fits { Ok(()) } else { Err(JobFileError::Unusable { field, value: text::escape_untrusted(value) }) }
    };
    let fields = &file.fields;
    let same = |read: Option<String>, value: &str| read.as_deref() == Some(value) && text::is_text(value);
    let clean = |text: &Option<String>| text.as_deref().is_none_or(is_text);
    for (field, name) in [("job", &file.job), ("hand", &file.hand)] {
        check(field, name, is_name(name))?;
    }
    check("made", &file.made, text::is_text(&file.made))?;
    check("address", &fields.address.value, same(address(&fields.address.value), &fields.address.value))?;
    check("name", &fields.name.value, text::is_text(&fields.name.value))?;
    check(
        "slug",
        &fields.slug.value,
        Slug::parse(&fields.slug.value).is_ok_and(|slug| slug.as_str() == fields.slug.value),
    )?;
    let typed = &fields.scopes.value;
    check("scopes", typed, text::is_text(typed) && scopes::check(typed).is_ok())?;
    for (field, value) in [("terms", &fields.terms.value), ("privacy", &fields.privacy.value)] {
        check(field, value, same(link(value), value))?;
    }
    check("port", &fields.port.value.to_string(), fields.port.value >= 1024)?;
    let list = fields.callbacks.value.as_deref().unwrap_or_default();
    check("callbacks", list, text::is_list(list))?;
    let id = fields.client_id.value.as_deref().unwrap_or_default();
    check("clientId", id, fields.client_id.value.is_none() || (text::is_text(id) && client_id(id)))?;
    for (field, value) in [
        ("authenticationFlow", &fields.authentication_flow.value),
        ("enrolmentFlow", &fields.enrolment_flow.value),
        ("userPath", &fields.user_path.value),
        ("groupMatching", &fields.group_matching.value),
        ("embeddedAfter", &fields.embedded_after.value),
    ] {
        check(field, value.as_deref().unwrap_or_default(), clean(value))?;
    }
    check("embeddedFlow", &fields.embedded_flow.value, text::is_text(&fields.embedded_flow.value))?;
    let pages = fields.login_pages.value.iter().flatten();
    for page in pages.clone() {
        check("loginPages", page, text::is_text(page))?;
    }
    check("loginPages", "", pages.count() <= MOST)?;
    for step in fields.ticked.0.keys().chain(fields.tidied.0.keys()) {
        check("ticked", step, is_name(step))?;
    }
    check("did", "", file.did.len() <= MOST_COPIES && file.did.contains_key(&file.hand))?;
    for (hand, did) in &file.did {
        check("did", hand, is_name(hand))?;
        check("claims", hand, did.claims.len() <= MOST)?;
        for claim in &did.claims {
            let texts = claim.at.iter().chain(&claim.of);
            check("claims", hand, claim.of.len() <= MOST && texts.clone().all(|text| text::is_text(text)))?;
        }
    }
    for VersionVector(edits) in fields.all_edits() {
        let fits = |(hand, times): (&String, &u32)| is_name(hand) && *times < u32::MAX / 2;
        check("edits", "", edits.len() <= MOST_COPIES && edits.iter().all(fits))?;
    }
    Ok(())
}
