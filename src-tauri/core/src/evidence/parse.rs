//! The form of an evidence page.
//!
//! - A section is a heading of the second level or below with a number: `## 3 Title`, `### 3.2 Title`.
//! - A fact is a list item, a row of a table or a paragraph that ends with a bracket: its tags, where it was read or
//!   measured, and the day on which that was last looked at, between middle dots:
//!   `[D, R · SOURCE · 2026-08-22]`. It may have several sources and several days.
//! - A paragraph `Evidence: [… · … · 2026-08-22]` below a table is about all rows of it.

use super::Tag;
use super::fact::{Fact, Section};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag as Start, TagEnd};
use time::Date;

/// What makes a page unreadable, with the line it begins on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// A fact that belongs to no numbered section.
    #[error("line {0}: a fact outside of the numbered sections")]
    NoSection(usize),
    /// A number that another section has.
    #[error("line {0}: the section {1} stands twice")]
    SameNumber(usize, String),
    /// A bracket with tags, but without a source or a day.
    #[error("line {0}: evidence without a source or a day: [{1}]")]
    Incomplete(usize, String),
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    /// A heading; `true` for the page's own, which has no number.
    Heading { of_page: bool },
    /// A list item or a row of a table.
    Item,
    /// A paragraph outside of a list.
    Paragraph,
    /// Something that is quoted byte for byte, which holds no evidence.
    Code,
}

/// A block that is being read.
struct OpenBlock {
    block: Block,
    text: String,
    /// Where it begins in the page.
    start: usize,
}

/// Reads a page.
pub(super) fn parse(page: &str) -> Result<Vec<Section>, ParseError> {
    let mut reader = Reader { page, sections: Vec::new(), in_section: false, open: Vec::new(), links: Vec::new() };
    for (event, range) in Parser::new_ext(page, Options::ENABLE_TABLES).into_offset_iter() {
        reader.read(event, range.start)?;
    }
    Ok(reader.sections)
}

struct Reader<'a> {
    page: &'a str,
    sections: Vec<Section>,
    /// Whether the newest heading had a number.
    in_section: bool,
    /// The blocks around what is being read, the innermost last.
    open: Vec<OpenBlock>,
    /// The links around it, with where their words begin in the innermost block.
    links: Vec<(String, usize)>,
}

impl Reader<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "a page uses only a part of what Markdown has")]
    fn read(&mut self, event: Event<'_>, start: usize) -> Result<(), ParseError> {
        match event {
            Event::Start(Start::Heading { level, .. }) => {
                self.begin(Block::Heading { of_page: level == HeadingLevel::H1 }, start);
            }
            Event::Start(Start::Item | Start::TableRow | Start::TableHead) => {
                // What stands above a list within an item comes first.
                if let Some(outer) = self.open.last_mut() {
                    let before = OpenBlock { text: std::mem::take(&mut outer.text), ..*outer };
                    self.end(&before)?;
                }
                self.begin(Block::Item, start);
            }
            Event::Start(Start::Paragraph) if self.open.is_empty() => self.begin(Block::Paragraph, start),
            Event::Start(Start::CodeBlock(_)) => self.begin(Block::Code, start),
            // A paragraph within a list item is a part of that.
            Event::Start(Start::Paragraph) => self.separate(" "),
            Event::Start(Start::TableCell) => self.separate(" · "),
            Event::Start(Start::Link { dest_url, .. }) => {
                let begins = self.open.last().map_or(0, |open| open.text.len());
                self.links.push((dest_url.into_string(), begins));
            }
            Event::Text(text) | Event::Code(text) => self.add(&text),
            Event::SoftBreak | Event::HardBreak => self.add(" "),
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::Paragraph) if self.open.last().map(|open| open.block) != Some(Block::Paragraph) => {}
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::Paragraph
                | TagEnd::CodeBlock,
            ) => {
                if let Some(open) = self.open.pop() {
                    self.end(&open)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, block: Block, start: usize) {
        self.open.push(OpenBlock { block, text: String::new(), start });
    }

    fn add(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    /// The same between two parts of a block.
    fn separate(&mut self, by: &str) {
        if self.open.last().is_some_and(|open| !open.text.is_empty()) {
            self.add(by);
        }
    }

    /// Puts a link's address behind its words, unless they are the address.
    fn end_link(&mut self) {
        let Some((address, begins)) = self.links.pop() else { return };
        if self.open.last().is_some_and(|open| open.text.get(begins..) != Some(&address)) {
            self.add(" ");
            self.add(&address);
        }
    }

    fn end(&mut self, open: &OpenBlock) -> Result<(), ParseError> {
        let line = self.page.get(..open.start).unwrap_or_default().matches('\n').count() + 1;
        match open.block {
            Block::Heading { of_page: true } => self.in_section = false,
            Block::Heading { of_page: false } => self.section(&open.text, line)?,
            Block::Item | Block::Paragraph => self.facts(&open.text, line)?,
            Block::Code => {}
        }
        Ok(())
    }

    fn section(&mut self, heading: &str, line: usize) -> Result<(), ParseError> {
        let (number, title) = heading.split_once(' ').unwrap_or((heading, ""));
        let number = number.trim_end_matches('.');
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        self.in_section = number.split('.').all(is_number);
        if !self.in_section {
            return Ok(());
        }
        if self.sections.iter().any(|section| section.number == number) {
            return Err(ParseError::SameNumber(line, number.to_owned()));
        }
        self.sections.push(Section { number: number.to_owned(), title: title.trim().to_owned(), facts: Vec::new() });
        Ok(())
    }

    /// Every bracket closes the statement before it.
    fn facts(&mut self, text: &str, line: usize) -> Result<(), ParseError> {
        let mut rest = text;
        let mut from = 0;
        while let Some(begin) = rest.get(from..).and_then(|rest| rest.find('[')).map(|at| from + at) {
            let Some((bracket, tags)) = bracket(rest, begin).and_then(|bracket| Some((bracket, tags(bracket)?))) else {
                from = begin + 1;
                continue;
            };
            let Some((source, oldest, newest)) = source_and_days(bracket) else {
                return Err(ParseError::Incomplete(line, bracket.to_owned()));
            };
            let section = self.sections.last_mut().filter(|_| self.in_section).ok_or(ParseError::NoSection(line))?;
            let said = rest.get(..begin).unwrap_or_default().trim_matches([' ', '·']);
            let said = if matches!(said, "" | "Evidence:") { section.title.as_str() } else { said };
            section.facts.push(Fact { text: said.to_owned(), tags, source, oldest, newest });
            rest = rest.get(begin + bracket.len() + 2..).unwrap_or_default();
            from = 0;
        }
        Ok(())
    }
}

/// What stands between the bracket that opens at `begin` and the one that closes it.
fn bracket(text: &str, begin: usize) -> Option<&str> {
    let inside = text.get(begin + 1..)?;
    let mut depth = 0_u32;
    for (at, c) in inside.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return inside.get(..at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The tags that a bracket begins with; nothing for a bracket of another kind.
fn tags(bracket: &str) -> Option<Vec<Tag>> {
    let letters = bracket.split_once(" · ").map_or(bracket, |(letters, _)| letters);
    letters.split(',').map(|letter| Tag::from_letter(letter.trim())).collect()
}

/// What follows the tags: the source, and the first and the last of the days.
fn source_and_days(bracket: &str) -> Option<(String, Date, Date)> {
    let (_, rest) = bracket.split_once(" · ")?;
    let (source, days) = rest.rsplit_once(" · ")?;
    let days = days.split([',', ' ']).filter(|word| !word.is_empty()).map(day).collect::<Option<Vec<_>>>()?;
    Some((source.trim().to_owned(), *days.iter().min()?, *days.iter().max()?)).filter(|(source, ..)| !source.is_empty())
}

fn day(text: &str) -> Option<Date> {
    Date::parse(text, time::macros::format_description!("[year]-[month]-[day]")).ok()
}
