//! Generated text, and the runner that passes it to a target.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestError, TestRunner};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The result of a property.
pub(crate) type TargetResult = Result<(), TestCaseError>;

/// The number of cases in one round. A plain test runs one round.
const ROUND: u32 = 2000;

/// Runs a target until the time from the environment is up, or for one round, and reports the result.
///
/// # Panics
/// If a case fails, with the smallest text that fails.
#[expect(clippy::print_stdout, reason = "its line is what a fuzzer is started for")]
pub(crate) fn fuzz(target: &str, samples: &[&str], words: &[&str], property: impl Fn(&str) -> TargetResult) {
    let seconds = std::env::var("SOURCERER_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or(0));
    let made_up = text(samples, words);
    let cases = Cell::new(0);
    loop {
        let config = Config { cases: ROUND, failure_persistence: None, ..Config::default() };
        let failed = TestRunner::new(config).run(&made_up, |text| {
            cases.set(cases.get() + 1);
            property(&text)
        });
        let failed = failed.err();
        let crashes = u32::from(failed.is_some());
        if failed.is_some() || Instant::now() >= until {
            // The test runner doesn't end its own line.
            println!("\nfuzz target={target} cases={} crashes={crashes}", cases.get());
            match failed {
                None => return,
                Some(TestError::Fail(why, text)) => panic!("{target}: {why}\nthe text: {text:?}"),
                Some(TestError::Abort(why)) => panic!("{target}: {why}"),
            }
        }
    }
}

/// One change of a text. Positions are relative to its length.
#[derive(Clone, Debug)]
enum Change {
    /// Inserts a word.
    Word(Index, String),
    /// Inserts any character.
    Character(Index, char),
    /// Removes a part.
    Without(Index, Index),
    /// Repeats a part.
    Twice(Index, Index),
    /// Changes the case of a letter.
    Case(Index),
    /// Replaces the rest by the rest of another sample.
    Splice(Index, String, Index),
}

fn text(samples: &[&str], words: &[&str]) -> impl Strategy<Value = String> + use<> {
    let owned = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
    let (samples, words) = (owned(samples), owned(words));
    let at = any::<Index>;
    let change = prop_oneof![
        4 => (at(), select(words)).prop_map(|(at, word)| Change::Word(at, word)),
        1 => (at(), any::<char>()).prop_map(|(at, c)| Change::Character(at, c)),
        1 => (at(), prop::char::range('\0', '\u{7f}')).prop_map(|(at, c)| Change::Character(at, c)),
        2 => (at(), at()).prop_map(|(from, to)| Change::Without(from, to)),
        1 => (at(), at()).prop_map(|(from, to)| Change::Twice(from, to)),
        1 => at().prop_map(Change::Case),
        1 => (at(), select(samples.clone()), at()).prop_map(|(at, other, from)| Change::Splice(at, other, from)),
    ];
    let start = prop_oneof![8 => select(samples), 1 => any::<String>(), 1 => Just(String::new())];
    (start, prop::collection::vec(change, 0..6))
        .prop_map(|(start, changes)| changes.iter().fold(start, |text, change| changed(&text, change)))
}

fn changed(text: &str, change: &Change) -> String {
    let mut all: Vec<char> = text.chars().collect();
    let place = |at: &Index, length: usize| at.index(length + 1);
    let piece = |one: &Index, other: &Index, length| {
        let (one, other) = (place(one, length), place(other, length));
        one.min(other)..one.max(other)
    };
    let length = all.len();
    match change {
        Change::Word(at, word) => {
            let at = place(at, length);
            all.splice(at..at, word.chars());
        }
        Change::Character(at, c) => all.insert(place(at, length), *c),
        Change::Without(from, to) => drop(all.drain(piece(from, to, length))),
        // Without a limit, repeated doubling would grow endlessly.
        Change::Twice(from, to) if length < 4000 => {
            let piece = piece(from, to, length);
            let again = all[piece.clone()].to_vec();
            all.splice(piece.end..piece.end, again);
        }
        Change::Case(at) if length > 0 => {
            let at = at.index(length);
            let c = all[at];
            all[at] = if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
        }
        Change::Twice(..) | Change::Case(_) => {}
        Change::Splice(at, other, from) => {
            let other: Vec<char> = other.chars().collect();
            all.truncate(place(at, length));
            all.extend_from_slice(&other[place(from, other.len())..]);
        }
    }
    all.into_iter().collect()
}
