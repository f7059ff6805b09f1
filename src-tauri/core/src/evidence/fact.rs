//! A section of an evidence page, and a fact in it.

use crate::evidence::Tag;
use time::Date;

/// A numbered section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number, such as `1.5`.
    pub number: String,
    /// Its heading without the number.
    pub title: String,
    /// The facts that stand in it. Those of the sections below it stand there.
    pub facts: Vec<Fact>,
}

/// A statement with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The statement, in plain text.
    pub text: String,
    /// How well it is known.
    pub tags: Vec<Tag>,
    /// Where it was read or measured.
    pub source: String,
    /// The first of the days on which it was looked at.
    pub oldest: Date,
    /// The last of them.
    pub newest: Date,
}
