use crate::i18n::{Message, msg};
use crate::paste::never_meant;
use unicode_security::confusable_detection::skeleton;

/// A way in which an address differs from the wanted one. X compares callbacks character by character
/// [D, docs/evidence/x.md §3.3], so every difference counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// White space before it.
    BlankBefore,
    /// White space after it.
    BlankAfter,
    /// White space within it.
    BlankWithin,
    /// A character that nobody sees.
    Invisible(char),
    /// A character that only looks like the wanted one (Unicode Technical Standard #39 §4).
    Lookalike {
        /// The wanted one.
        wanted: char,
        /// The character that is there instead.
        seen: char,
    },
    /// Another scheme; an empty one where none stands there.
    Scheme {
        /// The wanted one.
        wanted: String,
        /// What stands there.
        seen: String,
    },
    /// Capital letters in the scheme.
    SchemeCase,
    /// `www.` is missing, or too much.
    Www(Presence),
    /// Another host.
    Host {
        /// The wanted one.
        wanted: String,
        /// What stands there.
        seen: String,
    },
    /// Other capital letters in the host.
    HostCase,
    /// Another port, one that is missing, or one too much.
    Port {
        /// The wanted one.
        wanted: Option<String>,
        /// What stands there.
        seen: Option<String>,
    },
    /// Another path.
    Path,
    /// Other capital letters in the path.
    PathCase,
    /// The slash at the end is missing, or too much.
    Slash(Presence),
    /// Another query.
    Query,
    /// Another fragment.
    Fragment,
    /// Another text, in a way that has no name.
    Other,
}

/// Whether something is missing or superfluous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It should be there, but isn't.
    Missing,
    /// It is there, but shouldn't be.
    Extra,
}

impl Mismatch {
    /// The difference in words.
    pub fn message(&self) -> Message {
        match self {
            Self::BlankBefore => msg::address_slip_blank_before(),
            Self::BlankAfter => msg::address_slip_blank_after(),
            Self::BlankWithin => msg::address_slip_blank_within(),
            Self::Invisible(seen) => msg::address_slip_invisible(code(*seen)),
            Self::Lookalike { wanted, seen } => {
                msg::address_slip_lookalike(code(*seen), wanted.to_string(), seen.to_string())
            }
            Self::Scheme { wanted, seen } if seen.is_empty() => msg::address_slip_scheme_missing(wanted),
            Self::Scheme { wanted, seen } => msg::address_slip_scheme(wanted, seen),
            Self::SchemeCase => msg::address_slip_scheme_case(),
            Self::Www(Presence::Missing) => msg::address_slip_www_missing(),
            Self::Www(Presence::Extra) => msg::address_slip_www_extra(),
            Self::Host { wanted, seen } => msg::address_slip_host(wanted, seen),
            Self::HostCase => msg::address_slip_host_case(),
            Self::Port { wanted: Some(wanted), seen: Some(seen) } => msg::address_slip_port(wanted, seen),
            Self::Port { wanted: Some(wanted), seen: None } => msg::address_slip_port_missing(wanted),
            Self::Port { wanted: None, seen } => msg::address_slip_port_extra(seen.as_deref().unwrap_or_default()),
            Self::Path => msg::address_slip_path(),
            Self::PathCase => msg::address_slip_path_case(),
            Self::Slash(Presence::Missing) => msg::address_slip_slash_missing(),
            Self::Slash(Presence::Extra) => msg::address_slip_slash_extra(),
            Self::Query => msg::address_slip_query(),
            Self::Fragment => msg::address_slip_fragment(),
            Self::Other => msg::address_slip_other(),
        }
    }
}

fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// All differences between `seen` and `wanted`, in the order of an address; empty only if the two texts are equal.
pub fn find_mismatches(wanted: &str, seen: &str) -> Vec<Mismatch> {
    if wanted == seen {
        return Vec::new();
    }
    let mut found = Vec::new();
    let plain = without_strays(wanted, seen, &mut found);
    by_part(wanted, &plain, &mut found);
    if found.is_empty() {
        found.push(Mismatch::Other);
    }
    found
}

/// The seen address without what an eye doesn't see, each such thing named.
fn without_strays(wanted: &str, seen: &str, found: &mut Vec<Mismatch>) -> String {
    let clings = |c: char| c.is_whitespace() || never_meant(c);
    let mut add = |slip: Mismatch| {
        if !found.contains(&slip) {
            found.push(slip);
        }
    };
    let (start, end) = (seen.trim_start_matches(clings), seen.trim_end_matches(clings));
    let (before, after) = (&seen[..seen.len() - start.len()], &seen[end.len()..]);
    for (around, blank) in [(before, Mismatch::BlankBefore), (after, Mismatch::BlankAfter)] {
        around.chars().for_each(|c| add(if never_meant(c) { Mismatch::Invisible(c) } else { blank.clone() }));
    }

    let mut plain = String::with_capacity(seen.len());
    let mut expected = wanted.chars();
    for c in seen.trim_matches(clings).chars() {
        if never_meant(c) {
            add(Mismatch::Invisible(c));
        } else if c.is_whitespace() {
            add(Mismatch::BlankWithin);
        } else {
            let twin = expected.next().filter(|wanted| looks_like(*wanted, c)).or_else(|| ascii_twin(c));
            if let Some(wanted) = twin.filter(|_| !c.is_ascii()) {
                add(Mismatch::Lookalike { wanted, seen: c });
            }
            plain.push(twin.filter(|_| !c.is_ascii()).unwrap_or(c));
        }
    }
    plain
}

fn looks_like(one: char, other: char) -> bool {
    one != other && same_look(one.encode_utf8(&mut [0; 4]), other.encode_utf8(&mut [0; 4]))
}

fn same_look(one: &str, other: &str) -> bool {
    skeleton(one).eq(skeleton(other))
}

/// The letter, digit or mark of an address that this one could be taken for.
fn ascii_twin(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    // Small letters first: an address has more of them.
    ('a'..='z').chain('!'..='~').find(|plain| looks_like(*plain, c))
}

/// The parts of an address as text, so that parsing doesn't correct anything.
struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    port: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let (text, fragment) = text.split_once('#').map_or((text, None), |(text, after)| (text, Some(after)));
        let (text, query) = text.split_once('?').map_or((text, None), |(text, after)| (text, Some(after)));
        let (scheme, rest) = text.find("://").map_or(("", text), |at| text.split_at(at + "://".len()));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let colon = authority.rfind(':').filter(|at| !authority[*at..].contains(']'));
        let (host, port) = colon.map_or((authority, None), |at| (&authority[..at], Some(&authority[at..])));
        Self { scheme, host, port, path, query, fragment }
    }
}

fn by_part(wanted: &str, seen: &str, found: &mut Vec<Mismatch>) {
    let (wanted, seen) = (Parts::of(wanted), Parts::of(seen));
    if wanted.scheme != seen.scheme {
        found.push(if wanted.scheme.eq_ignore_ascii_case(seen.scheme) {
            Mismatch::SchemeCase
        } else {
            Mismatch::Scheme { wanted: wanted.scheme.to_owned(), seen: seen.scheme.to_owned() }
        });
    }
    if wanted.host != seen.host {
        found.push(of_host(wanted.host, seen.host));
    }
    if wanted.port != seen.port {
        found.push(Mismatch::Port { wanted: wanted.port.map(str::to_owned), seen: seen.port.map(str::to_owned) });
    }
    of_path(wanted.path, seen.path, found);
    if wanted.query != seen.query {
        found.push(Mismatch::Query);
    }
    if wanted.fragment != seen.fragment {
        found.push(Mismatch::Fragment);
    }
}

fn of_host(wanted: &str, seen: &str) -> Mismatch {
    let without =
        |host: &str| host.get(..4).filter(|www| www.eq_ignore_ascii_case("www.")).map(|_| host[4..].to_owned());
    if wanted.eq_ignore_ascii_case(seen) {
        Mismatch::HostCase
    } else if without(seen).is_some_and(|seen| wanted.eq_ignore_ascii_case(&seen)) {
        Mismatch::Www(Presence::Extra)
    } else if without(wanted).is_some_and(|wanted| wanted.eq_ignore_ascii_case(seen)) {
        Mismatch::Www(Presence::Missing)
    } else {
        lookalike(wanted, seen).unwrap_or_else(|| Mismatch::Host { wanted: wanted.to_owned(), seen: seen.to_owned() })
    }
}

fn of_path(wanted: &str, seen: &str, found: &mut Vec<Mismatch>) {
    if wanted == seen {
        return;
    }
    let slash = match (wanted.ends_with('/'), seen.ends_with('/')) {
        (true, false) => Some(Mismatch::Slash(Presence::Missing)),
        (false, true) => Some(Mismatch::Slash(Presence::Extra)),
        (true, true) | (false, false) => None,
    };
    let cut = |path: &str| path.strip_suffix('/').unwrap_or(path).to_owned();
    let (wanted, seen) = (cut(wanted), cut(seen));
    if wanted != seen {
        found.push(if wanted == seen.trim_end_matches('/') {
            Mismatch::Slash(Presence::Extra)
        } else if wanted.eq_ignore_ascii_case(&seen) {
            Mismatch::PathCase
        } else {
            lookalike(&wanted, &seen).unwrap_or(Mismatch::Path)
        });
    }
    found.extend(slash);
}

/// The first pair of a text that only looks like the other: `l` and `1`, `O` and `0`.
fn lookalike(wanted: &str, seen: &str) -> Option<Mismatch> {
    let (wanted, seen) = wanted
        .chars()
        .zip(seen.chars())
        .find(|(wanted, seen)| wanted != seen)
        .filter(|_| wanted.chars().count() == seen.chars().count() && same_look(wanted, seen))?;
    Some(Mismatch::Lookalike { wanted, seen })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WANTED: &str = "https://auth.company/source/oauth/callback/twitter/";

    #[test]
    fn what_differs_is_named() {
        use Presence::{Extra, Missing};
        #[track_caller]
        fn check(wanted: &str, seen: &str, expected: &[Mismatch]) {
            assert_eq!(find_mismatches(wanted, seen), expected, "{seen:?}");
        }
        let other = |wanted: &str, seen: &str| (wanted.to_owned(), seen.to_owned());
        let changed = |from: &str, to: &str| WANTED.replacen(from, to, 1);
        let port = |wanted: Option<&str>, seen: Option<&str>| Mismatch::Port {
            wanted: wanted.map(str::to_owned),
            seen: seen.map(str::to_owned),
        };
        let scheme = |seen: &str| Mismatch::Scheme { wanted: "https://".to_owned(), seen: seen.to_owned() };
        let host = |(wanted, seen)| Mismatch::Host { wanted, seen };
        check(WANTED, WANTED, &[]);
        check(WANTED, &changed("https", "http"), &[scheme("http://")]);
        check(WANTED, &changed("https://", ""), &[scheme("")]);
        check(WANTED, &changed("https", "HTTPS"), &[Mismatch::SchemeCase]);
        check(WANTED, &changed("auth.", "www.auth."), &[Mismatch::Www(Extra)]);
        check("https://www.a.company/", "https://a.company/", &[Mismatch::Www(Missing)]);
        check(WANTED, &changed("auth.company", "Auth.Company"), &[Mismatch::HostCase]);
        check(WANTED, &changed("auth.", "login."), &[host(other("auth.company", "login.company"))]);
        check(WANTED, &changed("auth.company", "auth.company:443"), &[port(None, Some(":443"))]);
        check(
            "http://127.0.0.1:8723/callback",
            "http://127.0.0.1:8724/callback",
            &[port(Some(":8723"), Some(":8724"))],
        );
        check("http://127.0.0.1:8723/callback", "http://127.0.0.1/callback", &[port(Some(":8723"), None)]);
        check(
            "http://127.0.0.1:8723/callback",
            "http://localhost:8723/callback",
            &[host(other("127.0.0.1", "localhost"))],
        );
        check("https://[::1]/cb", "https://[::1]:9/cb", &[port(None, Some(":9"))]);
        check(WANTED, WANTED.trim_end_matches('/'), &[Mismatch::Slash(Missing)]);
        check(WANTED, &format!("{WANTED}/"), &[Mismatch::Slash(Extra)]);
        check("http://127.0.0.1/callback", "http://127.0.0.1/callback/", &[Mismatch::Slash(Extra)]);
        check(WANTED, &changed("twitter", "Twitter"), &[Mismatch::PathCase]);
        check(WANTED, &changed("twitter", "x"), &[Mismatch::Path]);
        check(WANTED, &format!("{WANTED}?a=b"), &[Mismatch::Query]);
        check(WANTED, &format!("{WANTED}#top"), &[Mismatch::Fragment]);
        check(WANTED, &format!("{WANTED} "), &[Mismatch::BlankAfter]);
        check(WANTED, &format!("\t{WANTED}\u{a0}"), &[Mismatch::BlankBefore, Mismatch::BlankAfter]);
        check(WANTED, &format!("{WANTED}\u{200b}"), &[Mismatch::Invisible('\u{200b}')]);
        check(WANTED, &changed("auth", "au\u{ad}th"), &[Mismatch::Invisible('\u{ad}')]);
        check(WANTED, &changed("auth", "au th"), &[Mismatch::BlankWithin]);
        check(WANTED, &changed("company", "c\u{43e}mpany"), &[Mismatch::Lookalike { wanted: 'o', seen: '\u{43e}' }]);
        check(WANTED, &changed("https:", "https\u{a789}"), &[Mismatch::Lookalike { wanted: ':', seen: '\u{a789}' }]);
        check("https://10.a/", "https://l0.a/", &[Mismatch::Lookalike { wanted: '1', seen: 'l' }]);
        check(
            WANTED,
            "http://auth.company/source/oauth/callback/twitter",
            &[scheme("http://"), Mismatch::Slash(Missing)],
        );
        check(WANTED, "", &[scheme(""), host(other("auth.company", "")), Mismatch::Path, Mismatch::Slash(Missing)]);
    }

    proptest! {
        #[test]
        fn only_the_same_text_has_no_slip(wanted in "(https?://)?[ -~а-я]{0,30}", seen in any::<String>()) {
            prop_assert_eq!(find_mismatches(&wanted, &seen).is_empty(), wanted == seen);
        }

        #[test]
        fn a_changed_character_is_always_found(at in 0..WANTED.len(), to in any::<char>()) {
            let mut chars: Vec<_> = WANTED.chars().collect();
            prop_assume!(chars[at] != to);
            chars[at] = to;
            prop_assert!(!find_mismatches(WANTED, &chars.into_iter().collect::<String>()).is_empty());
        }
    }
}
