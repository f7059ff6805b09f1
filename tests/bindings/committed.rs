//! Generated files that are committed.

use anyhow::{Context as _, Result, bail};
use std::env;
use std::fs;
use std::path::Path;

/// Compares the file at `path`, relative to the root of the repository, with what it should be, or writes it if that is
/// wanted.
pub(crate) fn hold(path: &str, text: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let found = fs::read_to_string(&file).unwrap_or_default();
    if found == text {
        return Ok(());
    }
    if env::var_os("SOURCERER_BINDINGS").is_some_and(|wanted| wanted == "write") {
        return fs::write(&file, text).with_context(|| file.display().to_string());
    }
    bail!("{path} is stale; `cargo xtask bindings` writes it anew.\n{}", difference(&found, text))
}

/// The first line that differs.
fn difference(found: &str, expected: &str) -> String {
    let (mut found, mut expected) = (found.lines(), expected.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (found.next(), expected.next()) {
            (None, None) => return "Only line ends differ.".to_owned(),
            (one, other) if one == other => {}
            (one, other) => {
                let show = |line: Option<&str>| line.unwrap_or("the end of the file").to_owned();
                return format!("Line {number} is     {}\nand should be  {}", show(one), show(other));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_shown() {
        assert_eq!(difference("a\nb\nc", "a\nB\nc"), "Line 2 is     b\nand should be  B");
        assert_eq!(difference("a", "a\nb"), "Line 2 is     the end of the file\nand should be  b");
        assert_eq!(difference("a\n", "a"), "Only line ends differ.");
    }
}
