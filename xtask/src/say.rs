//! The only place that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who started it")]

/// A line for the person.
pub(crate) fn line(words: &str) {
    println!("{words}");
}

/// What comes next.
pub(crate) fn heading(words: &str) {
    println!("\n── {words}");
}

/// Why the chore ends here.
pub(crate) fn problem(words: &str) {
    eprintln!("error: {words}");
}
