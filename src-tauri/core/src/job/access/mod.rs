//! The list of X accounts that get in: reads it from lines or from a CSV file, and says what can't be read.
//!
//! A list is data from elsewhere: what isn't an X account ID or a handle is refused with its line, and never guessed.

mod form;

pub(super) use form::form;
pub use form::{AccessForm, AccessInput, WhoGetsIn};

use super::model::MOST_ACCOUNTS;
use crate::authentik::{ListedAccount, is_handle, is_id};
use crate::i18n::{Message, msg};
use std::collections::BTreeSet;

/// The words with which a CSV file names its columns.
const HEADINGS: [&str; 7] = ["id", "handle", "username", "user", "name", "number", "account"];

/// What was read of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountList {
    /// The accounts, each once, in the order of the list.
    pub accounts: Vec<ListedAccount>,
    /// The lines that name no account, each with its number from 1.
    pub refused: Vec<Message>,
}

/// Reads a list: one account a line, as `1583920471165304832  # ana_lindqvist`, as the columns of a CSV file, or as a handle
/// alone. Empty lines and lines that are only a note don't count, and neither does a first line that names columns.
pub fn read_list(text: &str) -> AccountList {
    let mut list = AccountList::default();
    let mut known = BTreeSet::new();
    let mut is_first = true;
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let (line, note) = line.split_once('#').map_or((line, ""), |(line, note)| (line, note));
        let parts: Vec<&str> = line.split([',', ';', '\t', ' ']).map(bare).filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            continue;
        }
        let is_heading = is_first && parts.iter().all(|part| HEADINGS.contains(&part.to_lowercase().as_str()));
        is_first = false;
        if is_heading {
            continue;
        }
        match account(&parts, note) {
            Some(account) if list.accounts.len() < MOST_ACCOUNTS => {
                let key = account.id.clone().or_else(|| account.handle.as_ref().map(|handle| handle.to_lowercase()));
                if known.insert(key) {
                    list.accounts.push(account);
                }
            }
            Some(_) => {
                list.refused.push(msg::access_too_many(MOST_ACCOUNTS));
                break;
            }
            None => list.refused.push(msg::access_line_refused(at + 1)),
        }
    }
    list
}

/// A part without quotation marks, and without the sign that people write before a handle.
fn bare(part: &str) -> &str {
    part.trim().trim_matches(['"', '\'']).trim_start_matches('@')
}

/// The account of a line: the first part that is a number, and the first that is a handle. Of a note, only a handle alone is
/// taken.
fn account(parts: &[&str], note: &str) -> Option<ListedAccount> {
    let id = parts.iter().find(|part| is_id(part)).map(|id| (*id).to_owned());
    let handle = parts.iter().find(|part| is_handle(part) && !is_id(part)).map(|handle| (*handle).to_owned());
    if id.is_none() && parts.len() > 1 {
        return None;
    }
    let noted = Some(bare(note)).filter(|note| id.is_some() && is_handle(note)).map(str::to_owned);
    let account = ListedAccount { handle: handle.or(noted), id };
    account.is_usable().then_some(account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_line_is_read_and_nothing_is_guessed() {
        let account = |id: &str, handle: &str| ListedAccount {
            id: Some(id.to_owned()).filter(|id| !id.is_empty()),
            handle: Some(handle.to_owned()).filter(|handle| !handle.is_empty()),
        };
        for (line, wanted) in [
            ("1583920471165304832  # ana_lindqvist", Some(account("1583920471165304832", "ana_lindqvist"))),
            ("1583920471165304832 # the one from Oslo", Some(account("1583920471165304832", ""))),
            ("1583920471165304832", Some(account("1583920471165304832", ""))),
            ("ana_lindqvist,1583920471165304832", Some(account("1583920471165304832", "ana_lindqvist"))),
            ("\"1583920471165304832\";\"@ana\"", Some(account("1583920471165304832", "ana"))),
            ("@ana", Some(account("", "ana"))),
            ("ana", Some(account("", "ana"))),
            ("Ana Lindqvist", None),
            ("https://x.com/ana", None),
            ("123456789012345678901", None),
            ("a\"]; import os", None),
        ] {
            let list = read_list(line);
            assert_eq!(list.accounts.first(), wanted.as_ref(), "{line}");
            assert_eq!(list.refused.len(), usize::from(wanted.is_none()), "{line}");
        }
    }

    #[test]
    fn headings_notes_and_repetitions_dont_count() {
        let list = read_list("\u{feff}id,handle\n# everybody from the office\n\n1,ana\n2\n1,ana_renamed\n@Bo\nbo\n");
        let ids: Vec<_> = list.accounts.iter().map(|one| (one.id.as_deref(), one.handle.as_deref())).collect();
        assert_eq!(ids, [(Some("1"), Some("ana")), (Some("2"), None), (None, Some("Bo"))]);
        assert_eq!(list.refused, []);
    }

    #[test]
    fn a_list_has_an_end() {
        let long: Vec<String> = (0..=MOST_ACCOUNTS).map(|number| number.to_string()).collect();
        let list = read_list(&long.join("\n"));
        assert_eq!((list.accounts.len(), list.refused.len()), (MOST_ACCOUNTS, 1));
    }
}
