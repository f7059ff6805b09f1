//! The checks from outside, one function for each.

use super::callback::differs;
use super::{BrandPage, Expected, Finding, Observed, OtherBrands, VisitorEnd};
use crate::address::{ByteDiff, HostScope};
use crate::authentik::{AuthorizeRedirect, Error, LoginButton, LoginPage, Source};
use crate::credentials::{self, PasteKind, ending_of};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Message, msg};
use crate::portal::scopes::{self as portal_scopes, EMAIL};
use crate::x::Endpoints;
use std::collections::BTreeSet;

/// The scopes that authentik's source type needs and asks for itself, in the order in which it sends them.
pub(super) const NEEDED: [&str; 2] = ["tweet.read", "users.read"];

/// Where the button leads, or why that isn't known.
type RedirectResult<'w> = Result<&'w AuthorizeRedirect, Message>;

/// Judges what was observed, in the order in which a sign-in meets it.
pub fn judge(planned: &Expected, seen: &Observed) -> Vec<Finding> {
    judge_parts(planned, &seen.redirect, &seen.page, &seen.others, seen.source.as_ref())
}

/// Judges parts that were observed separately, because many sources share one login page.
pub(super) fn judge_parts(
    planned: &Expected,
    redirect: &Result<Option<AuthorizeRedirect>, Error>,
    page: &Result<LoginPage, Error>,
    others: &OtherBrands,
    api: Option<&Source>,
) -> Vec<Finding> {
    let redirect = redirect.as_ref();
    let way: RedirectResult<'_> = match redirect {
        Ok(Some(way)) => Ok(way),
        Ok(None) => Err(msg::checks_skipped_source()),
        Err(_) => Err(msg::checks_skipped_server()),
    };
    let way = &way;
    let checks = [
        Some(server(planned, redirect.err().or(page.as_ref().err().filter(|error| !is_about_the_page(error))))),
        // This comes before the check of the button: a disabled source has no button, and the cause should come first.
        Some(source(planned, redirect.ok().map(Option::is_some), api)),
        Some(if matches!(redirect, Ok(None)) { no_button() } else { button(planned, page) }),
        brands(planned, others),
        Some(kind(planned, way)),
        Some(callback(planned, api, way)),
        Some(client_id(planned, way)),
        Some(scopes(planned, api, way)),
        Some(pkce(planned, way)),
        Some(host(planned, way)),
    ];
    checks.into_iter().flatten().collect()
}

/// Checks whether the server answers visitors.
fn server(planned: &Expected, error: Option<&Error>) -> Finding {
    let host = url::Url::parse(&planned.urls.base).ok().and_then(|url| url.host_str().map(str::to_owned));
    match error {
        Some(error) => Finding::found("server", error.symptom()),
        None => Finding::passed(
            "server",
            msg::checks_server(),
            msg::checks_server_detail(host.unwrap_or_else(|| planned.urls.base.clone())),
        ),
    }
}

/// The button of a source that doesn't exist or is disabled isn't judged: it has the same cause, and one finding says so.
fn no_button() -> Finding {
    Finding::skipped("button", msg::checks_name_button(), msg::checks_skipped_source())
}

/// Checks whether a visitor sees the button.
fn button(planned: &Expected, page: &Result<LoginPage, Error>) -> Finding {
    let page = match page {
        Ok(page) => page,
        Err(error) if is_about_the_page(error) => return Finding::found("button", error.symptom()),
        Err(_) => return Finding::skipped("button", msg::checks_name_button(), msg::checks_skipped_server()),
    };
    let finding = match place(planned, page) {
        Some(at) => Finding::passed(
            "button",
            msg::checks_button(),
            msg::checks_button_detail(page.sources.len(), page.flow.as_str(), page.sources[at].name.as_str(), at + 1),
        ),
        None if !page.shows_buttons() => {
            Finding::found("button", Symptom::ButtonUnknown { component: page.component.clone() })
        }
        None => Finding::found("button", Symptom::ButtonHidden { slug: planned.slug.to_string() }),
    };
    finding.at(page.exchange)
}

/// Checks whether visitors of the other brands see the button too, if there are others. It is left out without a token.
fn brands(planned: &Expected, others: &OtherBrands) -> Option<Finding> {
    let brands = match others {
        OtherBrands::Unknown => return None,
        OtherBrands::Hidden => {
            return Some(Finding::skipped("brands", msg::checks_name_brands(), msg::checks_skipped_brands()));
        }
        OtherBrands::Seen(brands) if brands.is_empty() => return None,
        OtherBrands::Seen(brands) => brands,
    };
    let shows = |brand: &BrandPage| brand.page.as_ref().map(|page| (place(planned, page), page.shows_buttons()));
    let named = |wanted: fn(Option<(Option<usize>, bool)>) -> bool| {
        let of: Vec<_> = brands.iter().filter(|brand| wanted(shows(brand))).map(|b| b.domain.as_str()).collect();
        (of.len(), of.join(", "))
    };
    let (with, there) = named(|shown| matches!(shown, Some((Some(_), _))));
    let (without, lacking) = named(|shown| matches!(shown, Some((None, true))));
    let (unclear, unknown) = named(|shown| matches!(shown, None | Some((None, false))));
    let detail = msg::checks_brands_detail(there, unclear, unknown, with);
    Some(if without > 0 {
        let slug = planned.slug.to_string();
        let symptom = Symptom::ButtonNotOnBrands { slug, brands: lacking, count: without };
        Finding { detail: Some(detail), ..Finding::found("brands", symptom) }
    } else if with > 0 {
        Finding::passed("brands", msg::checks_brands(with), detail)
    } else {
        Finding::skipped("brands", msg::checks_name_brands(), detail)
    })
}

/// The position of the source's button on the page.
fn place(planned: &Expected, page: &LoginPage) -> Option<usize> {
    let path = |address: &str| url::Url::parse(address).map(|url| url.path().to_owned()).unwrap_or_default();
    let login = path(&planned.urls.login);
    page.sources.iter().position(|shown: &LoginButton| match &shown.to {
        Some(to) => to.path() == login,
        None => planned.name.as_deref().is_some_and(|name| name == shown.name),
    })
}

/// Checks whether the source exists and is enabled. From outside, an unknown source and a disabled one look the same.
fn source(planned: &Expected, leads_on: Option<bool>, source: Option<&Source>) -> Finding {
    let slug = planned.slug.to_string();
    match (leads_on, source) {
        (Some(true), _) => Finding::passed("source", msg::checks_source(), msg::checks_source_detail()),
        (_, Some(source)) if !source.enabled && planned.disabled => {
            Finding::passed("source", msg::checks_source_off(), msg::checks_source_off_detail())
        }
        (_, Some(source)) if !source.enabled => Finding::found("source", Symptom::SourceDisabled { slug }),
        (Some(false), _) => Finding::found("source", Symptom::SourceUnknownOrDisabled { slug }),
        (None, _) => Finding::skipped("source", msg::checks_name_source(), msg::checks_skipped_server()),
    }
}

/// Checks whether the button leads to X and not to another provider.
fn kind(planned: &Expected, way: &RedirectResult<'_>) -> Finding {
    let way = match way {
        Ok(way) => way,
        Err(why) => return Finding::skipped("type", msg::checks_name_type(), why.clone()),
    };
    let finding = if is_x(planned, way) {
        Finding::passed("type", msg::checks_type(), msg::checks_type_detail(&way.host))
    } else {
        let to = way.host.clone();
        Finding::found("type", Symptom::SourceOfOtherType { slug: planned.slug.to_string(), to })
    };
    finding.at(way.exchange)
}

/// Compares the callback as it was planned, as the API reports it, and as X gets it.
fn callback(plan: &Expected, source: Option<&Source>, way: &RedirectResult<'_>) -> Finding {
    let planned = plan.urls.callback.as_str();
    let from_api = source.and_then(|source| source.callback_url.as_deref());
    let sent = way.as_ref().ok().map(|way| way.redirect_uri.as_deref().unwrap_or_default());
    let seen: Vec<_> = from_api
        .map(|text| (msg::checks_row_api(), text))
        .into_iter()
        .chain(sent.map(|text| (msg::checks_row_sent(), text)))
        .collect();
    if let (true, Err(why)) = (seen.is_empty(), way) {
        return Finding::skipped("callback", msg::checks_name_callback(), why.clone());
    }
    let bytes = ByteDiff::new(msg::checks_row_planned(), planned, &seen);
    // The callback that X gets matters more than the one that the API reports.
    let wrong = seen.iter().rev().map(|(_, text)| *text).find(|text| *text != planned);
    let ways = seen.len() + 1;
    let finding = match wrong {
        None => {
            Finding::passed("callback", msg::checks_callback(ways), msg::checks_callback_detail(planned.len(), ways))
        }
        Some(seen) => {
            let detail = Some(msg::checks_callback_differs(bytes.count_differing(), ways));
            Finding { detail, ..Finding::found("callback", differs(plan, seen)) }
        }
    };
    Finding { bytes: Some(bytes), ..finding }.at(way.as_ref().ok().and_then(|way| way.exchange))
}

/// Checks the Client ID that X gets, against the expected one or, if none is known, by its shape.
fn client_id(planned: &Expected, way: &RedirectResult<'_>) -> Finding {
    let way = match at_x(planned, way) {
        Ok(way) => way,
        Err(why) => return Finding::skipped("client-id", msg::checks_name_client_id(), why),
    };
    let seen = way.client_id.as_deref().unwrap_or_default();
    let finding = match &planned.client_id {
        Some(wanted) if seen == wanted.as_str() => {
            Finding::passed("client-id", msg::checks_client_id(), msg::checks_client_id_detail())
        }
        Some(wanted) => {
            let planned = wanted.to_string();
            Finding::found("client-id", Symptom::ClientIdDiffers { planned, seen: seen.to_owned() })
        }
        None => by_shape(seen),
    };
    finding.at(way.exchange)
}

/// Checks the Client ID by its shape alone.
pub(super) fn by_shape(seen: &str) -> Finding {
    let kind = match credentials::identify(seen).recognised.kind {
        PasteKind::ClientIdConfidential | PasteKind::ClientIdOther => {
            let title = msg::checks_client_id_shape();
            return Finding::passed("client-id", title, msg::checks_client_id_seen(seen));
        }
        PasteKind::ClientIdNative => {
            let title = msg::checks_client_id_shape();
            return Finding::passed("client-id", title, msg::checks_client_id_native(seen));
        }
        PasteKind::ApiKey => "api-key",
        PasteKind::ClientSecret
        | PasteKind::AmbiguousSecret
        | PasteKind::SecretOfOddLength
        | PasteKind::OldAccessToken
        | PasteKind::OldSecret
        | PasteKind::BearerToken
        | PasteKind::AccessToken
        | PasteKind::RefreshToken
        | PasteKind::AuthorizationCode => "secret",
        PasteKind::ClientIdDamaged => "damaged",
        PasteKind::Empty
        | PasteKind::Pair
        | PasteKind::OldPair
        | PasteKind::AppId
        | PasteKind::AccountId
        | PasteKind::Handle
        | PasteKind::Url
        | PasteKind::Masked
        | PasteKind::Placeholder
        | PasteKind::Several
        | PasteKind::Unknown => "unknown",
    };
    let ending = ending_of(seen).to_owned();
    Finding::found("client-id", Symptom::ClientIdOfOtherKind { kind: kind.to_owned(), ending })
}

/// Checks the scopes that X is asked for. Their order doesn't matter. From 2026.8 on, authentik asks for the email
/// address by itself, whatever the source is set to, so that scope is no difference unless the source has it as an
/// additional one [D, docs/evidence/authentik.md §7.2].
fn scopes(planned: &Expected, source: Option<&Source>, way: &RedirectResult<'_>) -> Finding {
    let way = match at_x(planned, way) {
        Ok(way) => way,
        Err(why) => return Finding::skipped("scopes", msg::checks_name_scopes(), why),
    };
    let found = |symptom| Finding::found("scopes", symptom).at(way.exchange);
    let sent = way.scopes.join(" ");
    // With a token the settings show it, and the check of the settings says so.
    if let Some(separator) = wrong_separator(&sent).filter(|_| source.is_none()) {
        return found(Symptom::ScopesBroken { separator: separator.to_owned() });
    }
    let mut seen: BTreeSet<_> = way.scopes.iter().map(String::as_str).filter(|scope| !scope.is_empty()).collect();
    let missing: Vec<_> = NEEDED.into_iter().filter(|scope| !seen.contains(scope)).collect();
    if !missing.is_empty() {
        return found(Symptom::ScopesMissing { missing: missing.join(" "), seen: sent });
    }
    let text = |scopes: &BTreeSet<&str>| scopes.iter().copied().collect::<Vec<_>>().join(" ");
    let passed = |seen: &BTreeSet<&str>| {
        Finding::passed("scopes", msg::checks_scopes(), msg::checks_scopes_detail(text(seen))).at(way.exchange)
    };
    let Some(scopes) = &planned.scopes else {
        let unknown: Vec<_> = seen.iter().copied().filter(|scope| !portal_scopes::is_known(scope)).collect();
        return match unknown.as_slice() {
            [] => passed(&seen),
            unknown if source.is_none() => found(Symptom::ScopesUnknown { scopes: unknown.join(" ") }),
            _ => passed(&seen),
        };
    };
    let wanted: BTreeSet<_> = scopes.iter().map(String::as_str).collect();
    let all = seen.clone();
    if !wanted.contains(EMAIL) && asks_for_email_by_itself(way, source) {
        seen.remove(EMAIL);
    }
    if seen == wanted { passed(&all) } else { found(Symptom::ScopesDiffer { planned: text(&wanted), seen: sent }) }
}

/// Whether the server asks X for the email address although the source's settings don't say so. Without a token the
/// settings aren't known, and the scope counts as the server's own.
pub(super) fn asks_for_email_by_itself(way: &AuthorizeRedirect, source: Option<&Source>) -> bool {
    let is_set = |source: &Source| source.additional_scopes.split_whitespace().any(|scope| scope == EMAIL);
    way.scopes.iter().any(|scope| scope == EMAIL) && !source.is_some_and(is_set)
}

/// The separator in a list of scopes that authentik doesn't split at, by its name in the messages. authentik splits
/// only at single spaces and sends the rest unchanged [docs/evidence/authentik.md §4.2].
pub(super) fn wrong_separator(list: &str) -> Option<&'static str> {
    if list.contains(['\n', '\r']) {
        Some("line-break")
    } else if list.contains([',', ';']) {
        Some("comma")
    } else if list.contains('\t') {
        Some("tab")
    } else if list.trim() != list || list.contains("  ") {
        Some("blank")
    } else {
        None
    }
}

/// Checks how the sign-in is bound to the browser that began it.
fn pkce(planned: &Expected, way: &RedirectResult<'_>) -> Finding {
    let way = match at_x(planned, way) {
        Ok(way) => way,
        Err(why) => return Finding::skipped("pkce", msg::checks_name_pkce(), why),
    };
    let finding = match way.challenge_method.as_deref() {
        Some("S256") => Finding::passed("pkce", msg::checks_pkce(), msg::checks_pkce_detail()),
        Some(other) => {
            Finding::found("pkce", Symptom::PkceNotS256 { method: other.to_owned(), release: planned.release.clone() })
        }
        None => Finding::found("pkce", Symptom::PkceMissing),
    };
    finding.at(way.exchange)
}

/// Checks whether visitors are sent to X's old host.
fn host(planned: &Expected, way: &RedirectResult<'_>) -> Finding {
    let way = match at_x(planned, way) {
        Ok(way) => way,
        Err(why) => return Finding::skipped("host", msg::checks_name_host(), why),
    };
    let finding = if is_within(&way.host, "twitter.com") {
        legacy_host(&way.host, planned.visitor)
    } else {
        Finding::passed("host", msg::checks_host(), msg::checks_host_detail())
    };
    finding.at(way.exchange)
}

/// The finding that visitors are sent to X's old host. How severe that is follows from what is known of visitors.
pub fn legacy_host(host: &str, visitor: VisitorEnd) -> Finding {
    Finding::found("host", Symptom::LegacyHost { host: host.to_owned(), visitor: visitor.word().to_owned() })
}

/// The redirect, if it leads to X. What another provider gets can't be compared with a plan for X.
fn at_x<'w>(planned: &Expected, way: &RedirectResult<'w>) -> Result<&'w AuthorizeRedirect, Message> {
    let way = way.as_ref().map_err(Clone::clone)?;
    if is_x(planned, way) { Ok(way) } else { Err(msg::checks_skipped_type()) }
}

/// Whether the error is about the login page of a server that does answer.
fn is_about_the_page(error: &Error) -> bool {
    matches!(error, Error::LoginPageNotFound { .. })
}

fn is_x(planned: &Expected, way: &AuthorizeRedirect) -> bool {
    leads_to_x(&planned.urls.base, planned.x_host.as_deref(), way)
}

/// Whether a server at this address sends its visitors to X.
pub(super) fn leads_to_x(base: &str, x_host: Option<&str>, way: &AuthorizeRedirect) -> bool {
    is_within(&way.host, "x.com")
        || is_within(&way.host, "twitter.com")
        || x_host.is_some_and(|host| host == way.host)
        || is_rehearsal(base, way)
}

/// Whether a server on this machine sends visitors to a page like X's consent page on this machine. Only the practice
/// servers do that. From outside, nothing else identifies them.
fn is_rehearsal(base: &str, way: &AuthorizeRedirect) -> bool {
    let server = url::Url::parse(base);
    server.is_ok_and(|server| HostScope::from_url(&server) == HostScope::Loopback)
        && HostScope::from_url(&way.page) == HostScope::Loopback
        && way.page.path() == Endpoints::with_base(&way.page).authorize.path()
}

fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
