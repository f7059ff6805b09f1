//! Facts about X and authentik that nobody has checked for a long time. They fail no test, since nothing in this
//! repository has changed, but the person who runs the tests should know.

use crate::run::Run;
use crate::{place, say};

/// The age from which they are listed, as an argument of `sourcerer-cli facts`.
const OLDER_THAN: &str = "6m";

/// How many lines of the list are printed.
const SHOWN: usize = 10;

/// Runs the terminal program that was just built, so that only one program parses the facts.
pub(crate) fn tell_old_ones() {
    say::heading("facts");
    let listed = place::binary("sourcerer-cli")
        .ok()
        .and_then(|program| Run::new(program).args(&["facts", "--older-than", OLDER_THAN]).answer());
    match listed {
        Some(listed) => excerpt(&listed).iter().for_each(|line| say::line(line)),
        None => say::line("Not listed: sourcerer-cli isn't built."),
    }
}

/// The first line, which has the count, and the beginning of the list.
fn excerpt(listed: &str) -> Vec<String> {
    let mut lines = listed.lines().filter(|line| !line.is_empty()).map(str::to_owned);
    let mut shown: Vec<_> = lines.by_ref().take(1 + SHOWN).collect();
    if shown.len() > 1
        && let Some(count) = shown.first_mut()
    {
        count.insert_str(0, "warning: ");
    }
    if lines.next().is_some() {
        shown.push(format!("… `sourcerer-cli facts --older-than {OLDER_THAN}` lists all of them."));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_and_the_first_few_are_shown() {
        let few = "2 of 9 dated facts were last checked before 2026-05-30:\n\nWhat X does (x.md)\n  1.1  D\n  1.2  D\n";
        let wanted = [
            "warning: 2 of 9 dated facts were last checked before 2026-05-30:",
            "What X does (x.md)",
            "  1.1  D",
            "  1.2  D",
        ];
        assert_eq!(excerpt(few), wanted);
        let many = excerpt(&few.repeat(4));
        assert_eq!((many.len(), many[0].as_str()), (SHOWN + 2, wanted[0]));
        assert_eq!(many.last().unwrap(), "… `sourcerer-cli facts --older-than 6m` lists all of them.");
    }

    #[test]
    fn where_none_is_old_nothing_is_warned_of() {
        let none = "None of 9 dated facts was last checked before 2026-05-30.\n";
        assert_eq!(excerpt(none), [none.trim_end()]);
    }
}
