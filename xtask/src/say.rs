//! The only module that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who started it")]

/// Prints a line for the person. In this program's own tests nothing is printed, because their invented tables of
/// failures would appear among the real ones.
pub(crate) fn line(words: &str) {
    if cfg!(not(test)) {
        println!("{words}");
    }
}

/// Prints a heading for the next step.
pub(crate) fn heading(words: &str) {
    line(&format!("\n── {words}"));
}

/// Prints why the chore fails.
pub(crate) fn problem(words: &str) {
    eprintln!("error: {words}");
}
