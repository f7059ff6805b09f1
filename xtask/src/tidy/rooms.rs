//! Rooms of the core import only from the left. The order is the one on the core's own first page, `lib.rs`;
//! ARCHITECTURE.md repeats it, between two marks and as the order of its table.

use super::sources::{Source, Tree};
use super::{Fault, rust};
use crate::place;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Component, Path};

const CORE: &str = "src-tauri/core/src";
const MAP: &str = "docs/ARCHITECTURE.md";
const BEGIN: &str = "<!-- rooms: generated from src-tauri/core/src/lib.rs by cargo xtask rooms -->\n";
const END: &str = "<!-- /rooms -->";
/// How wide a line of the diagram may be.
const WIDTH: usize = 96;

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    if !tree.has(CORE) {
        return Ok(Vec::new());
    }
    let files = tree.files(CORE, &["rs"])?;
    let mut faults = faults(&files);
    if tree.has(MAP) {
        faults.extend(map_faults(&tree.read(MAP)?, &order_of(&files)));
    }
    Ok(faults)
}

/// Writes the order of the rooms into ARCHITECTURE.md.
pub(crate) fn write() -> Result<()> {
    let root = place::root();
    let order = order(&fs::read_to_string(root.join(CORE).join("lib.rs"))?);
    let map = fs::read_to_string(root.join(MAP))?;
    let written = with_diagram(&map, &order).context("ARCHITECTURE.md has no marks for the order of the rooms")?;
    Ok(fs::write(root.join(MAP), written)?)
}

/// The page with the order between its marks; none if the marks are missing.
fn with_diagram(map: &str, order: &[Vec<String>]) -> Option<String> {
    let (before, rest) = map.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n```text\n{}```\n\n{END}{after}", diagram(order)))
}

/// The steps of the order, with an arrow between two, in lines that fit the page.
fn diagram(order: &[Vec<String>]) -> String {
    let mut lines = vec![String::new()];
    for (at, rooms) in order.iter().map(|rooms| rooms.join(" ")).enumerate() {
        let step = if at == 0 { rooms } else { format!("← {rooms}") };
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&step),
            Some(line) if line.chars().count() + 1 + step.chars().count() <= WIDTH => line.extend([" ", &step]),
            Some(_) | None => lines.push(step),
        }
    }
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

/// Where the page differs from the order: in its diagram, or in the table of what each room holds.
fn map_faults(map: &str, order: &[Vec<String>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if with_diagram(map, order).is_none_or(|wanted| wanted != map) {
        faults.push(Fault::new(MAP, 1, "the order of the rooms is out of date: `cargo xtask rooms` writes it"));
    }
    let after = map.split_once(END).map_or("", |(_, after)| after);
    let table = after.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with('|'));
    let listed: Vec<_> = table.filter_map(|row| row.split('`').nth(1)).collect();
    let wanted: Vec<_> = order.iter().flatten().map(String::as_str).collect();
    if listed != wanted {
        faults.push(Fault::new(
            MAP,
            1,
            format!("the table of the rooms should list, in this order: {}", wanted.join(", ")),
        ));
    }
    faults
}

fn faults(files: &[Source]) -> Vec<Fault> {
    let order = order_of(files);
    if order.len() < 2 {
        return vec![Fault::new(
            format!("{CORE}/lib.rs"),
            1,
            "the order of the rooms (`a` ← `b c` ← …) isn't told here",
        )];
    }
    files.iter().flat_map(|file| of_file(file, &order)).collect()
}

fn order_of(files: &[Source]) -> Vec<Vec<String>> {
    let first_page = files.iter().find(|file| file.path.ends_with("src/lib.rs"));
    first_page.map(|file| order(&file.text)).unwrap_or_default()
}

/// The steps of the order, leftmost first: what stands in backticks around each arrow.
fn order(first_page: &str) -> Vec<Vec<String>> {
    let page: Vec<_> = first_page.lines().filter_map(|line| line.strip_prefix("//!")).collect();
    let page = page.join(" ");
    let Some((before, after)) = page.split_once('←') else { return Vec::new() };
    let quoted = |text: &'_ str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let first = quoted(before).pop();
    let others = after.split('←').filter_map(|part| quoted(part).into_iter().next());
    first.into_iter().chain(others).map(|rooms| rooms.split(' ').map(str::to_owned).collect()).collect()
}

fn of_file(file: &Source, order: &[Vec<String>]) -> Vec<Fault> {
    let inside = file.path.strip_prefix(CORE).unwrap_or(&file.path);
    let depth = depth(inside);
    let Some(room) = room(inside) else { return Vec::new() };
    if inside.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs"))) {
        return Vec::new();
    }
    let step = |room: &str| order.iter().position(|rooms| rooms.iter().any(|other| other == room));
    let Some(own) = step(room) else {
        return vec![Fault::new(&file.path, 1, format!("the room `{room}` stands nowhere in the order of lib.rs"))];
    };
    let code = rust::without_tests(&rust::code(&file.text));
    let mut faults = Vec::new();
    for (at, other) in imported(&code, depth) {
        let line = rust::line_of(&code, at);
        match step(other) {
            Some(theirs) if theirs == own && other != room => {
                faults.push(Fault::new(&file.path, line, format!("`{room}` and `{other}` don't know each other")));
            }
            Some(theirs) if theirs > own => {
                faults.push(Fault::new(&file.path, line, format!("`{other}` is to the right of `{room}`")));
            }
            Some(_) | None => {}
        }
    }
    faults
}

/// The room of a file in the core; `lib.rs` belongs to none.
fn room(inside: &Path) -> Option<&str> {
    let Component::Normal(first) = inside.components().next()? else { return None };
    let name = first.to_str()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (name != "lib").then_some(name)
}

/// How many `super` lead from the file to the crate's root.
fn depth(inside: &Path) -> usize {
    let parts = inside.components().count();
    if inside.ends_with("mod.rs") { parts - 1 } else { parts }
}

/// The first name of every path that begins at the crate's root, and its position.
fn imported(code: &str, depth: usize) -> Vec<(usize, &str)> {
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for start in ["crate::", up.as_str()] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            if rust::ends_in_word(before) || before.ends_with(['$', ':']) {
                continue;
            }
            let path = &code[at + start.len()..];
            found.extend(heads(path).map(|name| (at, name)));
        }
    }
    found.sort_unstable();
    found
}

/// `a::b` → a; `{a::{b, c}, d}` → a, d.
fn heads(path: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut end = path.len();
    let mut starts = vec![0];
    if path.starts_with('{') {
        starts.clear();
        for (at, c) in path.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 1 && (c == '{' || c == ',') {
                starts.push(at + 1);
            } else if depth == 0 {
                end = at;
                break;
            }
        }
    }
    starts.into_iter().map(move |at| rust::word(path[at..end].trim_start())).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST_PAGE: &str = "//! No Tauri `here`. Rooms import only from the left:\n\
        //! `words` ← `diagnosis address` ←\n//! `net` ← `x authentik` ← `job`. And `more`.\npub mod words;\n";

    fn check(path: &str, text: &str, expected: &[&str]) {
        let file = |path: &str, text: &str| Source { path: Path::new(CORE).join(path), text: text.to_owned() };
        let files = [file("lib.rs", FIRST_PAGE), file(path, text)];
        assert_eq!(faults(&files).into_iter().map(|fault| fault.words).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn the_page_repeats_the_order() {
        let order = order(FIRST_PAGE);
        let rows = "\n\n| room | what it holds |\n| --- | --- |\n| `words` | a |\n| `diagnosis` | b |\n\
            | `address` | c |\n| `net` | d |\n| `x` | e |\n| `authentik` | f |\n| `job` | g |\n";
        let page = format!("# Map\n\n{BEGIN}old\n{END}{rows}");
        assert_eq!(map_faults(&page, &order).len(), 1, "the diagram");
        let written = with_diagram(&page, &order).expect("the marks");
        assert!(written.contains("\nwords ← diagnosis address ← net ← x authentik ← job\n"), "{written}");
        assert_eq!(map_faults(&written, &order), Vec::new());
        for (row, instead) in
            [("| `net` | d |\n", ""), ("`x`", "`y`"), ("| `job` | g |", "| `job` | g |\n| `more` | h |")]
        {
            assert_eq!(map_faults(&written.replacen(row, instead, 1), &order).len(), 1, "{row}");
        }
    }

    #[test]
    fn the_order_is_read_from_the_first_page() {
        let steps = [vec!["words"], vec!["diagnosis", "address"], vec!["net"], vec!["x", "authentik"], vec!["job"]];
        assert_eq!(order(FIRST_PAGE), steps);
    }

    #[test]
    fn a_room_may_know_what_is_to_its_left() {
        check("x/mod.rs", "use crate::{diagnosis::{Symptom, Diagnosed}, net, words};\nuse crate::x::probe;", &[]);
        check("words/book.rs", "/// See [`crate::job`].\nfn f() { \"crate::job\"; }", &[]);
        check("net/mod.rs", "mod a;\n#[cfg(test)]\nmod tests { use crate::job::Desk; }", &[]);
        check("net/tests.rs", "use crate::job::Desk;", &[]);
        check("net/mod.rs", "use self::x; use super::Root; pub(crate) use http::crate_::job;", &[]);
    }

    #[test]
    fn a_room_may_not_know_what_is_to_its_right() {
        check("net/mod.rs", "use crate::job::Desk;", &["`job` is to the right of `net`"]);
        check("words.rs", "fn f() { crate::net::ask() }", &["`net` is to the right of `words`"]);
        check("net/a.rs", "use crate::{words, x::{self, job}};", &["`x` is to the right of `net`"]);
        check("net/mod.rs", "use super::job;", &["`job` is to the right of `net`"]);
        check("net/deep/a.rs", "use super::super::super::job;", &["`job` is to the right of `net`"]);
    }

    #[test]
    fn rooms_on_one_step_dont_know_each_other() {
        check("x/mod.rs", "use crate::authentik::Client;", &["`x` and `authentik` don't know each other"]);
    }

    #[test]
    fn a_room_has_its_place_in_the_order() {
        check("cellar/mod.rs", "", &["the room `cellar` stands nowhere in the order of lib.rs"]);
        let lost = [Source { path: Path::new(CORE).join("lib.rs"), text: "//! Rooms.\n".to_owned() }];
        assert_eq!(faults(&lost).len(), 1);
    }
}
