//! Every sentence of the page stands in the message files, and no style in an attribute (the window's content security
//! policy would block it).

use super::Fault;
use super::markup::{Piece, pieces};
use super::sources::{Source, Tree};
use anyhow::Result;

/// Attributes whose value a person reads or hears; those of our own components, too.
const READ: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "heading",
    "label",
    "placeholder",
    "title",
];

/// The gallery shows every part with made-up contents, to its makers only; the product doesn't hold it.
const GALLERY: &str = "ui/src/gallery";

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let shipped = tree.files("ui", &["svelte"])?.into_iter().filter(|file| !file.path.starts_with(GALLERY));
    Ok(shipped.flat_map(|file| of_file(&file)).collect())
}

fn of_file(file: &Source) -> Vec<Fault> {
    let fault = |(line, piece)| {
        let words = match piece {
            Piece::Text(text) if is_read(&text) => format!("`{text}` belongs in a message file"),
            Piece::Attribute(name, value) if READ.contains(&name.as_str()) && is_read(&value) => {
                format!("{name}=\"{value}\" belongs in a message file")
            }
            Piece::Attribute(name, _) if name == "style" => {
                "style belongs in <style>, or `style:property={…}`".to_owned()
            }
            Piece::Text(_) | Piece::Attribute(..) => return None,
        };
        Some(Fault::new(&file.path, line, words))
    };
    pieces(&file.text).into_iter().filter_map(fault).collect()
}

/// Whether there is a letter beside names of characters, such as `&nbsp;`, and of keys that are called alike in every
/// language, such as F1.
fn is_read(text: &str) -> bool {
    if text.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok()) {
        return false;
    }
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        if before.contains(char::is_alphabetic) {
            return true;
        }
        let name = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next().unwrap_or_default();
        rest = after[name.len()..].strip_prefix(';').unwrap_or(after);
    }
    rest.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, faults: usize) {
        let file = Source { path: "A.svelte".into(), text: text.to_owned() };
        assert_eq!(of_file(&file).len(), faults, "{text}");
    }

    #[test]
    fn a_sentence_in_a_component_is_found() {
        check("<p>Save the job.</p>", 1);
        check("<button aria-label=\"Close\">×</button>", 1);
        check("<Field label=\"Address of {host}\" placeholder='x' />", 2);
        check("{#if done}Done{:else}{t('todo')}{/if}", 1);
        check("<kbd>Ctrl</kbd>", 1);
        check("<p>&nbsp;Tom &amp; Ada</p>", 1);
    }

    #[test]
    fn signs_and_what_is_computed_are_fine() {
        check("<p class=\"row\" data-tone=\"ok\">{t('save')} · 1/7 &nbsp;→ &#8230;</p>", 0);
        check("<kbd>F1</kbd>", 0);
        check("<input aria-label={t('x')} name=\"address\" autocomplete=\"off\" title=\"{t('y')}\" />", 0);
    }

    #[test]
    fn a_style_in_an_attribute_is_found() {
        check("<p style=\"color: red\"></p>", 1);
        check("<p style={css}></p>", 1);
        check("<p style:width={width} class=\"style\"></p>", 0);
    }
}
