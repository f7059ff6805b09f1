//! The only place that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who started it")]

/// A line for the person.
pub(crate) fn line(words: &str) {
    println!("{words}");
}

/// Why the chore ends here.
pub(crate) fn problem(words: &str) {
    eprintln!("error: {words}");
}
