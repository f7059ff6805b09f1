//! What is known of X and authentik is in numbered sections below `docs/evidence`. Each fact has its tags, its source
//! and its date, and every citation refers to one of the sections.

use super::Fault;
use super::sources::{Source, Tree};
use anyhow::Result;
use std::collections::BTreeMap;
use std::iter;

const PAGES: &str = "docs/evidence";
const ENDING: &str = ".md";
/// The tags, which the page's legend explains.
const TAGS: &str = "DORMTIU";
/// The types of files in which only comments contain sentences. In other files every line counts.
const CODE: &[&str] = &["rs", "ts", "svelte", "js", "css", "snap"];
const TEXT: &[&str] = &["md", "ftl", "toml", "json", "html", "txt", "py", "sh"];

/// The numbers of a page's sections, and whether each contains facts.
type Sections = BTreeMap<String, bool>;

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut pages = BTreeMap::new();
    for page in tree.files(PAGES, &["md"])? {
        let sections = sections(&page, &mut faults);
        pages.insert(page.path.display().to_string().replace('\\', "/"), sections);
    }
    for file in tree.files("", &[CODE, TEXT].concat())? {
        of_file(&file, &pages, &mut faults);
    }
    Ok(faults)
}

/// Parses a page, and finds the facts without a bracket and the section numbers that occur twice.
fn sections(page: &Source, faults: &mut Vec<Fault>) -> Sections {
    let mut sections = Sections::new();
    let mut number: Option<String> = None;
    let mut rows: Vec<usize> = Vec::new();
    for (at, line) in page.text.lines().chain(iter::once("")).enumerate() {
        let mut wrong = |at: usize, words: String| faults.push(Fault::new(&page.path, at + 1, words));
        let Some(section) = &number else {
            number = numbered(line);
            sections.extend(number.clone().map(|number| (number, false)));
            continue;
        };
        if line.starts_with("Evidence: ") && fact(line) {
            rows.clear();
            sections.insert(section.clone(), true);
            continue;
        }
        if line.starts_with('|') {
            let is_head = page.text.lines().nth(at + 1).is_some_and(|next| next.starts_with("| ---"));
            if fact(line.trim_end_matches(['|', ' '])) {
                sections.insert(section.clone(), true);
            } else if !is_head && !line.starts_with("| ---") {
                rows.push(at);
            }
            continue;
        }
        // A table without brackets has one in the line below it, after one blank line.
        if line.is_empty() && rows.last().is_some_and(|row| row + 1 == at) && at < page.text.lines().count() {
            continue;
        }
        for row in rows.drain(..) {
            wrong(row, "no evidence stands in this row or below its table".to_owned());
        }
        if line.starts_with("- ") {
            match tags(line) {
                None => wrong(at, "this fact doesn't end with `[tags · source · date]`".to_owned()),
                Some("R") if !line.contains("report") => {
                    wrong(at, "this fact only rests on a report, and doesn't say so".to_owned());
                }
                Some(_) => drop(sections.insert(section.clone(), true)),
            }
        } else if line.starts_with("##") {
            number = numbered(line);
            match &number {
                None => wrong(at, "this section has no number".to_owned()),
                Some(new) if sections.insert(new.clone(), false).is_some() => {
                    wrong(at, format!("§{new} stands twice"));
                }
                Some(_) => {}
            }
            if number.is_none() {
                number = Some(String::new());
            }
        }
    }
    sections
}

/// The number of a heading below the page's title: `3` of `## 3 Title`, `3.2` of `### 3.2 Title`.
fn numbered(line: &str) -> Option<String> {
    let (marks, rest) = line.split_once(' ')?;
    let (number, _) = rest.split_once(' ')?;
    let parts: Vec<_> = number.split('.').collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (marks.len() > 1 && marks.bytes().all(|byte| byte == b'#') && parts.len() + 1 == marks.len() && digits)
        .then(|| number.to_owned())
}

/// Whether the line ends with what a fact needs.
fn fact(line: &str) -> bool {
    tags(line).is_some()
}

/// The tags of a line that ends with `[tags · source · date]`, if all three are valid.
fn tags(line: &str) -> Option<&str> {
    let (_, bracket) = line.strip_suffix(']')?.rsplit_once('[')?;
    let parts: Vec<_> = bracket.split(" · ").collect();
    let &[tags, source, date] = &parts[..] else { return None };
    let known = tags.split(", ").all(|tag| tag.len() == 1 && TAGS.contains(tag));
    (known && !source.trim().is_empty() && !source.contains(']') && is_date(date)).then_some(tags)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(|part| (part.len(), part.parse::<u32>().unwrap_or(0))).collect();
    matches!(parts[..], [(4, 2000..=2999), (2, 1..=12), (2, 1..=31)])
}

/// The lines of a file: first complete, then only their prose. The characters that begin a comment are removed.
fn lines(file: &Source) -> (String, String) {
    let is_code = file.path.extension().is_some_and(|ending| CODE.iter().any(|code| ending == *code));
    let (mut all, mut prose) = (String::new(), String::new());
    for line in file.text.lines() {
        let line = line.trim();
        let bare = line.trim_start_matches(['/', '!', '*', '#', '<', '-']).trim_start();
        let comment = match line {
            _ if !is_code || ["//", "/*", "*", "<!--"].iter().any(|start| line.starts_with(start)) => bare,
            _ => line.split_once(" // ").map_or("", |(_, comment)| comment),
        };
        all.extend([bare, "\n"]);
        prose.extend([comment, "\n"]);
    }
    (all, prose)
}

fn of_file(file: &Source, pages: &BTreeMap<String, Sections>, faults: &mut Vec<Fault>) {
    let (all, prose) = lines(file);
    let mut wrong = |text: &str, at: usize, words: String| {
        faults.push(Fault::new(&file.path, text[..at].matches('\n').count() + 1, words));
    };
    for (at, _) in all.match_indices(concat!("facts", "/")) {
        let name = all[at..].split([' ', ']', ')', '\n']).next().unwrap_or_default();
        if name.ends_with(ENDING) {
            wrong(&all, at, format!("`{name}` isn't in the repository; the pages are in {PAGES}"));
        }
    }
    for (at, _) in all.match_indices(PAGES) {
        let Some((page, rest)) = all[at..].split_once(ENDING) else { continue };
        if page.contains(|sign: char| sign.is_whitespace() || sign == '*' || sign == '`') {
            continue;
        }
        let page = format!("{page}{ENDING}");
        let Some(sections) = pages.get(&page) else {
            wrong(&all, at, format!("there is no page `{page}`"));
            continue;
        };
        for number in cited(rest) {
            match sections.get(number) {
                None => wrong(&all, at, format!("`{page}` has no §{number}")),
                Some(false) => wrong(&all, at, format!("no fact stands in §{number} of `{page}` itself")),
                Some(true) => {}
            }
        }
    }
    if pages.keys().any(|page| file.path.as_path() == std::path::Path::new(page)) {
        return;
    }
    for (at, _) in prose.match_indices('[') {
        if is_tag_alone(&prose[at + 1..]) && !prose[..at].ends_with('`') {
            wrong(&prose, at, format!("this tag names no page: write `[R, {PAGES}/….md §1.2]`"));
        }
    }
    for (at, _) in prose.match_indices('§') {
        if !is_placed(&prose[..at]) {
            wrong(&prose, at, "of which page or standard is this section?".to_owned());
        }
    }
}

/// The numbers of the sections after a page's name, one or several with commas between them.
fn cited(rest: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut rest = rest.trim_start();
    while let Some(after) = rest.strip_prefix('§') {
        let end = after.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(after.len());
        numbers.push(after[..end].trim_end_matches('.'));
        rest = after[end..].strip_prefix(',').unwrap_or_default().trim_start();
    }
    numbers
}

/// Whether a bracket contains tags, or words that were once used for one, without a page.
fn is_tag_alone(after: &str) -> bool {
    if ["code]", "code:", "docs]"].iter().any(|word| after.starts_with(word)) {
        return true;
    }
    let Some(end) = after.find(|sign: char| !sign.is_ascii_uppercase() && ![',', '/', ' '].contains(&sign)) else {
        return false;
    };
    let mut tags = after[..end].split([',', '/', ' ']).filter(|tag| !tag.is_empty()).peekable();
    tags.peek().is_some()
        && tags.all(|tag| tag.len() == 1 && TAGS.contains(tag))
        && after[end..].starts_with([']', '§'])
}

/// Whether the number of a section comes after its page, after a standard (RFC 6749 §4.1), or after another number.
fn is_placed(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let (Some(last), next) = (words.next(), words.next()) else { return false };
    let last = last.trim_start_matches(['(', '[']);
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    last.ends_with(ENDING)
        || last.starts_with('#')
        || is_number && next.is_some_and(|next| next.ends_with("RFC"))
        || last.starts_with('§') && last.ends_with(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
# Known

- not a fact

| Tag | Meaning |
| --- | --- |
| D | documented |

## 1 Endpoints

### 1.1 Addresses

Prose.

- It answers `[1]`. [D, R · docs.x.com scopes · 2026-08-22]

| Row | Cause | Evidence |
| --- | --- | --- |
| 1 | none | [O · a/b#1 · 2026-08-22] |

### 1.2 Limits

| Case | Result |
| --- | --- |
| one | two |

Evidence: [M · measured on 2026.2.2 · 2026-11-23]
";

    fn page(text: &str) -> (Sections, Vec<String>) {
        let mut faults = Vec::new();
        let source = Source { path: format!("{PAGES}/x.md").into(), text: text.to_owned() };
        let sections = sections(&source, &mut faults);
        (sections, faults.into_iter().map(|fault| fault.to_string()).collect())
    }

    /// The number of faults in a file with this name and text, together with the page above.
    fn faults(name: &str, text: &str) -> usize {
        let mut faults = Vec::new();
        let pages = BTreeMap::from([(format!("{PAGES}/x.md"), page(PAGE).0)]);
        of_file(&Source { path: name.into(), text: text.to_owned() }, &pages, &mut faults);
        faults.len()
    }

    #[test]
    fn a_page_in_order_has_its_sections() {
        let (sections, faults) = page(PAGE);
        assert_eq!(faults, Vec::<String>::new());
        let wanted = [("1", false), ("1.1", true), ("1.2", true)];
        assert_eq!(sections.into_iter().collect::<Vec<_>>(), wanted.map(|(number, facts)| (number.to_owned(), facts)));
    }

    #[test]
    fn what_lacks_its_evidence_is_found() {
        for (wanted, instead) in [
            ("· 2026-08-22]\n\n|", "· 2026-13-22]\n\n|"),
            ("[D, R · docs.x.com scopes", "[D, X · docs.x.com scopes"),
            ("[D, R · docs.x.com scopes", "[R · docs.x.com scopes"),
            ("docs.x.com scopes", "docs.x.com · scopes"),
            ("[O · a/b#1 · 2026-08-22] |", "– |"),
            ("Evidence: [M", "[M"),
            ("Evidence: [M · measured on 2026.2.2 · 2026-11-23]\n", ""),
            ("### 1.2 Limits", "### 1.1 Limits"),
            ("### 1.2 Limits", "### Limits"),
        ] {
            assert!(PAGE.contains(wanted), "{wanted}");
            let (_, faults) = page(&PAGE.replacen(wanted, instead, 1));
            assert_eq!(faults.len(), 1, "{instead}: {faults:?}");
        }
    }

    #[test]
    fn citations_that_lead_somewhere_are_fine() {
        for text in [
            format!("// Known [R, {PAGES}/x.md §1.1, §1.2]."),
            format!("/// Known [{PAGES}/x.md\n/// §1.1, row 6]."),
            format!("//! The pages of `{PAGES}/`, {PAGES}/x.md among them."),
            "// By RFC 6749 §4.1, §4.2 and (RFC\n// 7636 §4.3), not `[T]`.".to_owned(),
            "fn first<T>(of: &[T]) -> [D] {} // Text standard #39 §4".to_owned(),
            "let tag = \"[R §1.5]\";".to_owned(),
        ] {
            assert_eq!(faults("a.rs", &text), 0, "{text}");
        }
    }

    #[test]
    fn citations_that_lead_nowhere_are_found() {
        for text in [
            format!("// Known [R, {PAGES}/x.md §1.3]."),
            format!("// Known [R, {PAGES}/x.md §1]."),
            format!("// Known [R, {PAGES}/x.md §1.1, §7]."),
            format!("let of = \"{PAGES}/y.md\";"),
            concat!("// Known [facts", "/x.md].").to_owned(),
            format!("let one = 1; {} one [O]", "//"),
            " * Known [O/R].".to_owned(),
            "/// Known [code: `flow.py`].".to_owned(),
            "// As in §1.5.".to_owned(),
        ] {
            assert_eq!(faults("a.rs", &text), 1, "{text}");
        }
        assert_eq!(faults("a.ftl", "# Known [R, T]"), 1);
        assert_eq!(faults("a.rs", "/// Known [R §1.5]."), 2, "its tag and its section");
    }
}
