//! The release, which every page of authentik shows to everybody [docs/evidence/authentik.md §5].

use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use crate::net::Response;

/// The year and month of the newest release that the program was tried with. On 2026-11-30 it did whole jobs, with
/// sign-ins of several people, on a real 2026.2.2 and on a real 2026.8.0-rc1: the source of 2026-06-23, in which the change
/// of the final release that asks X for the email address was rebuilt. No final 2026.8 and no 2026.5 was run
/// [docs/evidence/authentik.md §7.4].
const NEWEST_TRIED: (u16, u16) = (2026, 8);

/// The releases whose answers and sign-ins were recorded before, and the one that whole jobs were done on
/// [docs/evidence/authentik.md §7.4].
const RECORDED: [(u16, u16); 2] = [(2024, 12), (2025, 12)];
const TRIED: (u16, u16) = (2026, 2);
const MODELS_READ: (u16, u16) = (2026, 5);

/// The only known release that sends `plain` for PKCE, and sends the secret in the body too
/// [docs/evidence/authentik.md §7.1].
const PLAIN: (u16, u16) = (2024, 12);

/// The first release that takes forwarded headers only from the proxies in its list
/// [docs/evidence/authentik.md §7.2].
const LISTED_PROXIES: (u16, u16) = (2026, 8);

/// Whether a release takes what a proxy says of a request only if the proxy is in
/// `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. No answer of a server shows that, so it orders causes and decides nothing.
pub fn trusts_listed_proxies_only(version: &str) -> bool {
    family_of(version).is_some_and(|family| family >= LISTED_PROXIES)
}

/// The release that a page shows. The names of style sheets and scripts contain it in full (`interface-2025.12.4.css`),
/// on error pages too; the configuration contains only its family (`versionFamily: "2025.12"`).
pub(super) fn told_by(answer: &Response) -> Option<String> {
    let page = String::from_utf8_lossy(&answer.body);
    if !page.contains("window.authentik") {
        return None;
    }
    let named = page.match_indices("-20").find_map(|(at, _)| {
        let rest = &page[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let name = rest[..end].trim_end_matches('.');
        (name.split('.').count() >= 3 && is_asset(&rest[name.len()..])).then(|| name.to_owned())
    });
    named.or_else(|| {
        let (_, after) = page.split_once("versionFamily:")?;
        let family = after.trim_start().strip_prefix('"')?.split('"').next()?;
        family_of(family).map(|_| family.to_owned())
    })
}

fn is_asset(rest: &str) -> bool {
    [".css", ".js"].iter().any(|ending| rest.starts_with(ending))
}

/// The year and month of a release such as `2025.12.4`.
pub(super) fn family_of(version: &str) -> Option<(u16, u16)> {
    let mut parts = version.split('.');
    let year = parts.next()?.parse().ok()?;
    // A pre-release such as `2026.5-rc1` belongs to 2026.5.
    let month = parts.next()?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    (year >= 2019 && (1..=12).contains(&month)).then_some((year, month))
}

/// The symptom of a release that is newer than any that the program was tested with.
pub(super) fn newer(version: &str) -> Option<Symptom> {
    (family_of(version)? > NEWEST_TRIED).then(|| Symptom::ReleaseNewer { version: version.to_owned() })
}

/// What the facts about a release rest on: a whole run, recorded answers, or documents alone
/// [docs/evidence/authentik.md §7.4].
pub(super) fn basis(version: &str) -> Option<Message> {
    let basis = match family_of(version)? {
        family if family > NEWEST_TRIED || family < PLAIN => return None,
        NEWEST_TRIED => "june",
        MODELS_READ => "models",
        TRIED => "tried",
        family if RECORDED.contains(&family) => "recorded",
        _ => "described",
    };
    Some(msg::reach_basis(basis))
}

/// What an older release means for the job, if it means anything.
pub(super) fn means(version: &str) -> Option<Message> {
    match family_of(version)? {
        PLAIN => Some(msg::reach_version_plain()),
        older if older < PLAIN => Some(msg::reach_version_older()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderMap;
    use std::time::Duration;

    fn page(body: &str) -> Response {
        let body = body.as_bytes().to_vec();
        Response { status: 200, headers: HeaderMap::new(), body, exchange: None, took: Duration::ZERO }
    }

    #[test]
    fn every_page_tells_the_release_and_no_other_program_does() {
        for (body, wanted) in [
            (
                r#"window.authentik={versionFamily: "2025.12",} <link href="/static/dist/styles/interface-2025.12.4.css">"#,
                Some("2025.12.4"),
            ),
            (r#"window.authentik={versionFamily: ""} src="/static/dist/poly-2024.12.5.js?x""#, Some("2024.12.5")),
            (r#"window.authentik={versionFamily: "2026.2"}"#, Some("2026.2")),
            (r#"window.authentik={} href="x-2026.5.0-rc1.css""#, None),
            (r#"window.authentik={versionFamily: ""} from-2024.12.5 to"#, None),
            (r#"window.authentik={versionFamily: "<b>"}"#, None),
            (r#"<link href="/interface-2025.12.4.css">"#, None),
        ] {
            assert_eq!(told_by(&page(body)).as_deref(), wanted, "{body}");
        }
    }

    #[test]
    fn a_release_means_something_at_the_ends_of_what_is_known() {
        let id = |version| means(version).map(|message| message.id.into_owned());
        assert_eq!(id("2024.12.5").as_deref(), Some("reach-version-plain"));
        assert_eq!(id("2024.10.1").as_deref(), Some("reach-version-older"));
        assert_eq!(id("2025.2.0"), None);
        assert_eq!(id("2026.2.2"), None);
        assert_eq!(id("2026.5.0-rc1"), None);
        assert_eq!(id("next"), None);
    }

    #[test]
    fn what_a_release_was_tried_with_is_told() {
        let told = |version| {
            let message = basis(version)?;
            Some(crate::i18n::Localizer::english().format(&message))
        };
        for (version, wanted) in [
            ("2024.12.5", "recorded"),
            ("2025.12.4", "recorded"),
            ("2025.8.1", "API description"),
            ("2026.2.2", "whole jobs"),
            ("2026.5.8", "Not tested"),
            ("2026.8.0-rc1", "pre-release from 2026-06-23"),
            ("2026.8.7", "pre-release from 2026-06-23"),
        ] {
            assert!(told(version).is_some_and(|told| told.contains(wanted)), "{version}: {:?}", told(version));
        }
        // The first has a remark of its own, and the second a diagnosis.
        for version in ["2024.10.1", "2026.11.0", "main"] {
            assert_eq!(told(version), None, "{version}");
        }
    }

    #[test]
    fn the_list_of_proxies_counts_from_2026_8_on() {
        for (version, wanted) in [("2026.5.8", false), ("2026.8.0-rc1", true), ("2026.11.0", true), ("main", false)] {
            assert_eq!(trusts_listed_proxies_only(version), wanted, "{version}");
        }
    }

    #[test]
    fn a_release_is_read_and_only_a_newer_one_than_tried_is_remarked_upon() {
        for (version, read, newer) in [
            ("2024.12.5", Some((2024, 12)), false),
            ("2026.2.2", Some((2026, 2)), false),
            ("2026.2.99", Some((2026, 2)), false),
            ("2026.5-rc1", Some((2026, 5)), false),
            ("2026.8.7", Some((2026, 8)), false),
            ("2026.10.0", Some((2026, 10)), true),
            ("2026.11.0-rc1", Some((2026, 11)), true),
            ("9999.1.0", Some((9999, 1)), true),
            ("2026", None, false),
            ("", None, false),
            ("main", None, false),
        ] {
            assert_eq!(family_of(version), read, "{version}");
            assert_eq!(family_of(version).is_some_and(|release| release > NEWEST_TRIED), newer, "{version}");
        }
    }

    proptest::proptest! {
        #[test]
        fn of_any_page_only_a_number_is_told(body in ".{0,300}") {
            let told = told_by(&page(&format!("window.authentik versionFamily:{body}-20{body}")));
            proptest::prop_assert!(told.as_ref().is_none_or(|told| told.contains(|c: char| c.is_ascii_digit())), "{:?}", told);
        }
    }
}
