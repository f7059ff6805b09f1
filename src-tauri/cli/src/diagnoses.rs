//! `docs/diagnoses.md`: the catalogue as a page for support staff.
//!
//! The beginning of the page is written by hand. The text after [`MARK`] is generated here from the catalogue, in the
//! order and under the headings of `diagnosis.ftl`. The test compares the committed page with it. With
//! `SOURCERER_DIAGNOSES=write`, as `cargo xtask diagnoses` sets it, it writes the page instead.

use crate::exit::Exit;
use sourcerer_core::diagnosis::{Diagnosis, FixAction, LinkTarget, Severity, Symptom, citations};
use sourcerer_core::evidence::Citation;
use sourcerer_core::i18n::Localizer;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/diagnoses.md");

const WORDS: &str = include_str!("../../core/locales/en/diagnosis.ftl");

/// The last line that is written by hand.
const MARK: &str = "<!-- From here on generated: `cargo xtask diagnoses` -->\n";

/// A heading of the message file, and the ids below it.
struct Family {
    name: &'static str,
    ids: Vec<&'static str>,
}

impl Family {
    fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for line in WORDS.lines() {
            if let Some(name) = line.strip_prefix("## ") {
                all.push(Self { name, ids: Vec::new() });
            } else if let (Some(rest), Some(family)) = (line.strip_prefix("diagnosis-"), all.last_mut()) {
                family.ids.extend(rest.split_once(" =").map(|(id, _)| id));
            }
        }
        all
    }

    /// The anchor that GitHub creates for a heading.
    fn anchor(&self) -> String {
        let kept = self.name.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    }
}

fn page() -> String {
    let book = Localizer::english();
    // If a symptom has several wordings, the last sample's is used, which is the most complete.
    let known: BTreeMap<_, _> = Symptom::samples().into_iter().map(|symptom| (symptom.entry().id, symptom)).collect();
    let families = Family::all();
    // The message files have a key of its own for each wording.
    let of = |family: &Family| family.ids.iter().filter_map(|id| known.get(id)).collect::<Vec<_>>();
    let mut page = String::new();
    for family in &families {
        writeln!(page, "- [{}](#{})", family.name, family.anchor()).expect("a string grows");
        for symptom in of(family) {
            let Diagnosis { id, title, .. } = symptom.into();
            writeln!(page, "  - [{id}](#{id}): {}", plain(&book.format(&title))).expect("a string grows");
        }
    }
    for family in &families {
        write!(page, "\n## {}\n", family.name).expect("a string grows");
        for symptom in of(family) {
            page.push_str(&entry(symptom, &book));
        }
    }
    page
}

fn entry(symptom: &Symptom, book: &Localizer) -> String {
    let Diagnosis { id, severity, title, why, remedy, causes, link, evidence, mend } = symptom.into();
    let severity = match severity {
        Severity::Fine => "fine",
        Severity::Note => "a note",
        Severity::Risk => "a risk",
        Severity::Breaks => "breaks sign-in or stops the job",
    };
    let [title, known] = [&title, &evidence.word()].map(|message| plain(&book.format(message)));
    let [why, remedy] = [&why, &remedy].map(|message| book.format_markdown(message));
    let code = Exit::from(symptom) as u8;
    let known = format!("{known}{}", cited(citations(&id)));
    let mut text = format!(
        "\n### {id}\n\n**{title}**\n\n*{severity} · {known} · exit code {code}*\n\n{why}\n\n**Do this:** {remedy}\n"
    );
    if !causes.is_empty() {
        text.push_str("\nPossible causes, most likely first:\n\n");
    }
    for (at, cause) in causes.iter().enumerate() {
        let [title, known] = [&cause.title, &cause.evidence.word()].map(|message| plain(&book.format(message)));
        let remedy = book.format_markdown(&cause.remedy);
        let known = format!("{known}{}", cited(cause.cause.citations()));
        writeln!(text, "{}. **{title}** ({known}). {remedy}", at + 1).expect("a string grows");
    }
    match link.map(sourcerer_core::diagnosis::Link::target) {
        Some(LinkTarget::To(address)) => writeln!(text, "\nLink: <{address}>").expect("a string grows"),
        Some(LinkTarget::OnServer(path)) => {
            writeln!(text, "\nLink: `{path}` on your authentik").expect("a string grows");
        }
        None => {}
    }
    match mend {
        Some(FixAction::Rotation) => text.push_str("\nIn the window: **Renew secret**\n"),
        None => {}
    }
    text
}

/// The source of the knowledge, and the day on which it was last checked; empty if the program has just read it.
fn cited(citations: &[Citation]) -> String {
    let Some(day) = citations.iter().filter_map(|citation| citation.oldest()).min() else { return String::new() };
    let links: Vec<_> = citations
        .iter()
        .map(|citation| {
            // The page of diagnoses is in the folder that contains the folder of the evidence.
            let link = citation.link();
            format!("[{} {}]({})", citation.page.title(), citation.section, link.strip_prefix("docs/").unwrap_or(&link))
        })
        .collect();
    format!(", {}, checked {day}", links.join(" and "))
}

/// Escapes what Markdown would read as a tag.
fn plain(text: &str) -> String {
    text.replace('<', "&lt;")
}

#[test]
fn the_page_of_diagnoses_is_what_the_catalogue_says() {
    let found = fs::read_to_string(Path::new(PAGE)).expect("docs/diagnoses.md");
    let (hand, _) = found.split_once(MARK).expect("the line after which the page is generated");
    let wanted = format!("{hand}{MARK}\n{}", page());
    if env::var_os("SOURCERER_DIAGNOSES").is_some_and(|wish| wish == "write") {
        fs::write(Path::new(PAGE), wanted).expect("docs/diagnoses.md can be written");
        return;
    }
    let stale = found.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
    assert!(found == wanted, "docs/diagnoses.md is stale; `cargo xtask diagnoses` writes it anew.\n{stale:#?}");
}

#[test]
fn every_diagnosis_stands_on_the_page_once() {
    let page = page();
    for symptom in Symptom::samples() {
        let id = symptom.entry().id;
        assert_eq!(page.lines().filter(|line| line.strip_prefix("### ") == Some(id)).count(), 1, "{id}");
        assert!(page.contains(&format!("](#{id})")), "{id} isn't in the table of contents");
    }
    assert!(!page.contains("none"), "a value that isn't known in a message that doesn't choose by it");
}
