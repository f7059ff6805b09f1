//! The only place that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who started it")]

/// A line for the person. Nobody reads along in this program's own tests, whose made-up tables of failures would stand
/// among the real ones.
pub(crate) fn line(words: &str) {
    if cfg!(not(test)) {
        println!("{words}");
    }
}

/// What comes next.
pub(crate) fn heading(words: &str) {
    line(&format!("\n── {words}"));
}

/// Why the chore ends here.
pub(crate) fn problem(words: &str) {
    eprintln!("error: {words}");
}
