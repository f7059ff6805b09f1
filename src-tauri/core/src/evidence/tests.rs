//! Reads made-up pages and the two real ones.

use super::fact::{Fact, Section};
use super::parse::parse;
use super::{EvidencePage, ParseError, Tag};
use proptest::prelude::*;
use std::collections::BTreeSet;
use time::macros::date;

fn facts(text: &str) -> Vec<Fact> {
    let page = format!("# Page\n\n## 1 Section\n\n{text}");
    let sections = parse(&page).expect("a page");
    sections.into_iter().flat_map(|section| section.facts).collect()
}

/// The statements with their tags, sources and days.
fn told(text: &str) -> Vec<String> {
    let letters = |fact: &Fact| fact.tags.iter().map(|tag| tag.letter()).collect::<String>();
    facts(text)
        .iter()
        .map(|fact| format!("{} | {} | {} | {} {}", fact.text, letters(fact), fact.source, fact.oldest, fact.newest))
        .collect()
}

#[test]
fn sections_have_a_number_and_a_title() {
    let page = "# Page\n\n## 1 One\n\n### 1.2 One, two\n\n## Not numbered\n\n## 10. Ten `code`\n";
    let sections = parse(page).expect("a page");
    let told: Vec<_> = sections.iter().map(|Section { number, title, .. }| (number.as_str(), title.as_str())).collect();
    assert_eq!(told, [("1", "One"), ("1.2", "One, two"), ("10", "Ten code")]);
}

#[test]
fn an_item_a_row_and_a_paragraph_end_with_their_evidence() {
    let text = "\
- An item that goes on
  in a second line. [D · docs.x.com · 2026-08-22]
- No fact.
- Looked at twice [D, R · docs.x.com, xurl 1.3.1 · 2026-08-22, 2026-11-30]
  - Below it. [U · no source found · 2026-08-22]

A paragraph with `code`. [M · authentik 2025.12.4 · 2026-08-22]

| Address | Evidence |
| --- | --- |
| `https://x.com` | [R · [a report](https://example.org/1) · 2026-08-22] |
";
    assert_eq!(
        told(text),
        [
            "An item that goes on in a second line. | D | docs.x.com | 2026-08-22 2026-08-22",
            "Looked at twice | DR | docs.x.com, xurl 1.3.1 | 2026-08-22 2026-11-30",
            "Below it. | U | no source found | 2026-08-22 2026-08-22",
            "A paragraph with code. | M | authentik 2025.12.4 | 2026-08-22 2026-08-22",
            "https://x.com | R | a report https://example.org/1 | 2026-08-22 2026-08-22",
        ]
    );
}

#[test]
fn a_table_can_have_one_line_of_evidence() {
    let text = "| a | b |\n| --- | --- |\n| 1 | 2 |\n\nEvidence: [D · docs.x.com · 2026-08-22]\n";
    assert_eq!(told(text), ["Section | D | docs.x.com | 2026-08-22 2026-08-22"]);
}

#[test]
fn other_brackets_are_a_part_of_the_text() {
    let text =
        "- `Missing parameter [grant_type].` [see](https://x.com) [O · tweepy#1 · 2026-08-22]\n\n```\n[D]\n```\n";
    let wanted = "Missing parameter [grant_type]. see https://x.com | O | tweepy#1 | 2026-08-22 2026-08-22";
    assert_eq!(told(text), [wanted]);
}

#[test]
fn evidence_that_is_not_whole_is_refused_with_its_line() {
    let at = |text: &str| parse(text).expect_err("a fault");
    for bracket in ["D", "D, R · docs.x.com", "D · 2026-08-22", "D · docs.x.com · 2026-02-30", "D · docs.x.com · soon"]
    {
        let page = format!("# Page\n\n## 1 Section\n\n- Fine.\n- A fact. [{bracket}]\n");
        assert_eq!(at(&page), ParseError::Incomplete(6, bracket.to_owned()));
    }
    let fact = "- A fact. [D · docs.x.com · 2026-08-22]\n";
    assert_eq!(at(&format!("# Page\n\n{fact}")), ParseError::NoSection(3));
    assert_eq!(at(&format!("## 1 One\n\n## Not numbered\n\n{fact}")), ParseError::NoSection(5));
    assert_eq!(at("## 1 One\n\n### 1 Again\n"), ParseError::SameNumber(3, "1".to_owned()));
}

#[test]
fn the_pages_of_the_repository_can_be_read() {
    for page in EvidencePage::ALL {
        let sections = parse(page.text()).unwrap_or_else(|error| panic!("{}: {error}", page.path()));
        assert!(sections.iter().all(|section| !section.title.is_empty()), "{}", page.path());
        for fact in sections.iter().flat_map(|section| &section.facts) {
            assert!(fact.oldest <= fact.newest && fact.oldest >= date!(2026 - 01 - 01), "{fact:?}");
            assert!(!fact.text.is_empty(), "{fact:?}");
        }
    }
}

/// A bracket that the parser passes over would have a fact without a date.
#[test]
fn every_day_on_a_page_belongs_to_a_fact() {
    for page in EvidencePage::ALL {
        let is_bracket = |line: &&str| line.trim_end_matches([' ', '|']).ends_with(']') && line.contains(" · ");
        let written = page.text().lines().filter(is_bracket).count();
        let read: usize = page.sections().iter().map(|section| section.facts.len()).sum();
        assert_eq!(read, written, "{}", page.path());
    }
}

#[test]
fn a_citation_leads_to_a_heading_of_its_page() {
    let citation = EvidencePage::X.section("1.5");
    assert_eq!(citation.link(), "docs/evidence/x.md#15-errors-of-the-token-endpoint");
    assert_eq!(citation.oldest(), citation.facts().iter().map(|fact| fact.oldest).min());
    let nowhere = EvidencePage::X.section("99");
    assert_eq!((nowhere.section(), nowhere.oldest()), (None, None));
}

#[test]
fn a_letter_is_a_tag_and_back() {
    let letters: BTreeSet<_> = Tag::ALL.map(Tag::letter).into_iter().collect();
    assert_eq!(letters.len(), Tag::ALL.len());
    assert!(Tag::ALL.into_iter().all(|tag| Tag::from_letter(tag.letter()) == Some(tag)));
}

/// Text without marks of Markdown, and without blanks at its ends.
fn words() -> impl Strategy<Value = String> {
    "[a-z]{1,8}( [a-z0-9,.]{1,8}){0,4}"
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_or_refused(text in "([#|\\[\\]·DR, \n-]|[a-z0-9]|## 1 |- |2026-08-22){0,60}") {
        let _ = parse(&text);
    }

    #[test]
    fn what_is_written_in_the_form_is_read_back(
        said in words(),
        source in words(),
        tags in proptest::sample::subsequence(Tag::ALL.to_vec(), 1..4),
        julian in 2_461_000..2_470_000,
        in_table: bool,
    ) {
        let day = time::Date::from_julian_day(julian).expect("a day");
        let letters: Vec<_> = tags.iter().map(|tag| tag.letter()).collect();
        let bracket = format!("[{} · {source} · {day}]", letters.join(", "));
        let text = if in_table {
            format!("| a | b |\n| --- | --- |\n| {said} | {bracket} |\n")
        } else {
            format!("- {said} {bracket}\n")
        };
        let fact = Fact { text: said, tags, source, oldest: day, newest: day };
        prop_assert_eq!(facts(&text), vec![fact]);
    }
}
