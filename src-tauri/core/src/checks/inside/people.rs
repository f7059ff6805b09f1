//! Counts the people who are linked to the source, and those who lost their link. It never names anybody.

use super::{rights_missing, skipped};
use crate::authentik::{Error, Links, Me};
use crate::checks::Finding;
use crate::diagnosis::{Right, Symptom};
use crate::i18n::msg;

/// Checks how many users are linked to the source. A token without the right sees only its own user's link, and the
/// answer doesn't say so [docs/evidence/authentik.md §4.3].
pub fn check_links(links: Result<&Links, &Error>, me: &Me) -> Finding {
    let name = msg::checks_name_linked;
    match links {
        Err(error) => skipped("users-linked", name(), error, &[Right::ViewConnections]),
        Ok(links) if !links.prove_all_visible(me) => {
            Finding::skipped("users-linked", name(), rights_missing(&[Right::ViewConnections]))
        }
        Ok(links) => {
            let count = links.count();
            let detail = if links.cut { msg::checks_linked_cut() } else { msg::checks_linked_detail() };
            Finding::passed("users-linked", msg::checks_linked(count), detail)
        }
    }
}

/// What is known about people who enrolled through the source and aren't linked to it anymore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lockouts {
    /// The number of such people.
    Seen(usize),
    /// The token may not see everybody's links.
    Hidden,
    /// The server has more users or links than were read.
    TooMany,
}

/// Checks whether people lost their link when the source was deleted and made again. authentik then refuses them for
/// good, because their user name is taken [docs/evidence/authentik.md §4.3].
pub fn check_lockouts(slug: &str, lockouts: Result<Lockouts, &Error>) -> Finding {
    const NEEDS: [Right; 3] = [Right::ViewUsers, Right::ViewConnections, Right::ViewEvents];
    let name = msg::checks_name_locked_out;
    match lockouts {
        Err(error) => skipped("locked-out", name(), error, &NEEDS),
        Ok(Lockouts::Hidden) => Finding::skipped("locked-out", name(), rights_missing(&NEEDS)),
        Ok(Lockouts::TooMany) => Finding::skipped("locked-out", name(), msg::checks_skipped_many()),
        Ok(Lockouts::Seen(0)) => {
            Finding::passed("locked-out", msg::checks_locked_out(), msg::checks_locked_out_detail())
        }
        Ok(Lockouts::Seen(count)) => {
            Finding::found("locked-out", Symptom::PeopleLockedOut { slug: slug.to_owned(), count })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authentik::UserLink;
    use crate::checks::CheckOutcome;

    #[test]
    fn a_list_with_ones_own_link_alone_proves_nothing() {
        let link = |user: i64| UserLink { pk: user, user, identifier: user.to_string(), created: String::new() };
        let me = |is_superuser| Me { pk: 4, username: "ro".to_owned(), is_superuser };
        let check = |users: &[i64], superuser, wanted| {
            let links = Links { seen: users.iter().copied().map(link).collect(), cut: false };
            assert_eq!(check_links(Ok(&links), &me(superuser)).outcome, wanted, "{users:?}");
        };
        check(&[], false, CheckOutcome::Skipped);
        check(&[4], false, CheckOutcome::Skipped);
        check(&[5], false, CheckOutcome::Passed);
        check(&[], true, CheckOutcome::Passed);
    }

    #[test]
    fn people_who_lost_their_link_are_counted() {
        let outcome = |lockouts| check_lockouts("x", Ok(lockouts)).outcome;
        assert_eq!(outcome(Lockouts::Seen(0)), CheckOutcome::Passed);
        assert_eq!(outcome(Lockouts::Seen(3)), CheckOutcome::Found);
        assert_eq!(outcome(Lockouts::Hidden), CheckOutcome::Skipped);
        assert_eq!(outcome(Lockouts::TooMany), CheckOutcome::Skipped);
    }
}
