use crate::address::Slug;
use std::fmt::Write as _;

/// A link to make again: this user and this X account, agreed to by an admin who saw what tells the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkToRestore {
    /// The user's number.
    pub user: i64,
    /// The user's name.
    pub username: String,
    /// Whether the user may do everything.
    pub superuser: bool,
    /// The number of the X account.
    pub id: String,
}

/// The lines for the shell of authentik's own server (`ak shell`) that make these links, for a server whose API doesn't
/// [docs/evidence/authentik.md §12.2]. A link is made only for a user who still has both this number and this name.
pub fn shell_lines<'l>(slug: &Slug, links: impl IntoIterator<Item = &'l LinkToRestore>) -> String {
    let mut text = format!(
        "from authentik.core.models import User\n\
         from authentik.sources.oauth.models import OAuthSource, UserOAuthSourceConnection\n\
         source = OAuthSource.objects.get(slug={})\n",
        python_text(slug.as_str()),
    );
    for LinkToRestore { user, username, id, .. } in links {
        let _ = writeln!(
            text,
            "UserOAuthSourceConnection.objects.create(user=User.objects.get(pk={user}, username={}), source=source, \
             identifier={})",
            python_text(username),
            python_text(id),
        );
    }
    text
}

/// A text of Python's. Everything but plain characters is escaped, so that a name can neither end the text nor look like
/// another one.
fn python_text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            _ => drop(write!(out, "\\U{:08x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_name_user_and_account_and_a_name_breaks_out_of_none() {
        let link = |user, username: &str| LinkToRestore {
            user,
            username: username.to_owned(),
            superuser: false,
            id: "2244994945".to_owned(),
        };
        let slug = Slug::parse("x").expect("a slug");
        let lines = shell_lines(&slug, &[link(7, "ada"), link(8, "a\"\\\n); import os  # \u{202e}é")]);
        assert_eq!(
            lines.lines().skip(2).collect::<Vec<_>>(),
            [
                r#"source = OAuthSource.objects.get(slug="x")"#,
                r#"UserOAuthSourceConnection.objects.create(user=User.objects.get(pk=7, username="ada"), source=source, identifier="2244994945")"#,
                r#"UserOAuthSourceConnection.objects.create(user=User.objects.get(pk=8, username="a\"\\\U0000000a); import os  # \U0000202e\U000000e9"), source=source, identifier="2244994945")"#,
            ]
        );
    }
}
