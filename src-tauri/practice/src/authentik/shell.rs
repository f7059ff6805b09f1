//! The server's own shell (`ak shell`), as far as links are made there. Nothing of Python is simulated but the lines
//! that were run on a real server, in one form [M, docs/evidence/authentik.md §12.2].

use super::state::ServerState;
use std::str::Chars;

const IMPORTS: [&str; 2] = [
    "from authentik.core.models import User",
    "from authentik.sources.oauth.models import OAuthSource, UserOAuthSourceConnection",
];

/// Runs the lines, and stops at the first that fails.
pub(super) fn run(state: &mut ServerState, lines: &str) -> Result<(), String> {
    let mut imported = Vec::new();
    let mut source = None;
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let failed = || line.to_owned();
        if IMPORTS.contains(&line) {
            imported.push(line);
            continue;
        }
        if imported.len() < IMPORTS.len() {
            return Err(failed());
        }
        let mut rest = line;
        if take(&mut rest, "source = OAuthSource.objects.get(slug=").is_some() {
            let slug = text(&mut rest).ok_or_else(failed)?;
            let found = state.source(&slug).filter(|_| rest == ")").ok_or_else(failed)?;
            source = Some(found.pk.clone());
            continue;
        }
        let of = source.as_deref().ok_or_else(failed)?;
        let (user, identifier) = link(rest).ok_or_else(failed)?;
        let user = state.users.iter().find(|one| (one.pk, one.username.as_str()) == (user.0, user.1.as_str()));
        let user = user.ok_or_else(failed)?.pk;
        state.connect(user, of, &identifier).ok_or_else(failed)?;
    }
    Ok(())
}

/// The user's number and name, and the account's number, of a line that makes a link.
fn link(line: &str) -> Option<((u64, String), String)> {
    let mut rest = line;
    take(&mut rest, "UserOAuthSourceConnection.objects.create(user=User.objects.get(pk=")?;
    let (pk, after) = rest.split_once(", username=")?;
    rest = after;
    let username = text(&mut rest)?;
    take(&mut rest, "), source=source, identifier=")?;
    let identifier = text(&mut rest)?;
    (rest == ")").then_some(((pk.parse().ok()?, username), identifier))
}

fn take(rest: &mut &str, wanted: &str) -> Option<()> {
    *rest = rest.strip_prefix(wanted)?;
    Some(())
}

/// A text between quotation marks.
fn text(rest: &mut &str) -> Option<String> {
    take(rest, "\"")?;
    let mut letters = rest.chars();
    let mut out = String::new();
    loop {
        match letters.next()? {
            '"' => break,
            '\\' => out.push(escaped(&mut letters)?),
            letter => out.push(letter),
        }
    }
    *rest = letters.as_str();
    Some(out)
}

fn escaped(letters: &mut Chars<'_>) -> Option<char> {
    match letters.next()? {
        letter @ ('"' | '\\') => Some(letter),
        'U' => {
            let digits: String = letters.by_ref().take(8).collect();
            char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
        }
        _ => None,
    }
}
