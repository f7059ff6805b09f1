//! The requests that a journey may send to the practice servers.

use sourcerer_practice::log::{LoggedRequest, ServerKind};

/// A request that a journey may send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedRequest {
    /// The server that receives it.
    pub side: ServerKind,
    /// The method in upper case.
    pub method: &'static str,
    /// The path without its query. A segment `*` stands for any one segment.
    pub path: &'static str,
}

/// A request to the practice X.
pub const fn x(method: &'static str, path: &'static str) -> ExpectedRequest {
    ExpectedRequest { side: ServerKind::X, method, path }
}

/// A request to the practice authentik.
pub const fn authentik(method: &'static str, path: &'static str) -> ExpectedRequest {
    ExpectedRequest { side: ServerKind::Authentik, method, path }
}

/// The server check.
pub const FIRST_CONTACT: &[ExpectedRequest] = &[
    authentik("GET", "/-/health/live/"),
    authentik("GET", "/if/flow/*/"),
    authentik("GET", "/api/v3/core/users/"),
    authentik("GET", "/api/v3/propertymappings/source/oauth/"),
    authentik("GET", "/api/v3/root/config/"),
    authentik("GET", "/api/v3/admin/version/"),
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("GET", "/api/v3/core/tokens/"),
    authentik("GET", "/api/v3/sources/oauth/source_types/"),
    authentik("GET", "/api/v3/enterprise/license/summary/"),
    authentik("GET", "/api/v3/sources/oauth/"),
    authentik("GET", "/api/v3/flows/instances/"),
    authentik("GET", "/api/v3/stages/identification/"),
    authentik("GET", "/api/v3/events/events/"),
    authentik("GET", "/api/v3/core/brands/current/"),
    authentik("OPTIONS", "/api/v3/sources/oauth/"),
    authentik("OPTIONS", "/api/v3/sources/oauth/*/"),
    authentik("OPTIONS", "/api/v3/stages/identification/*/"),
    authentik("OPTIONS", "/api/v3/propertymappings/source/oauth/"),
    authentik("GET", "/api/v3/admin/settings/"),
    // Only where the fields of sources don't tell whether the server has Secrets.
    authentik("OPTIONS", "/api/v3/crypto/secrets/"),
];

/// The credential probe.
pub const ASK_X: &[ExpectedRequest] = &[x("POST", "/2/oauth2/token")];

/// The live test with the person's consent, and the requests of the forecast.
pub const LIVE_TEST: &[ExpectedRequest] = &[
    x("GET", "/i/oauth2/authorize"),
    x("POST", "/i/oauth2/authorize"),
    x("POST", "/2/oauth2/token"),
    x("GET", "/2/users/me"),
    x("POST", "/2/oauth2/revoke"),
    authentik("GET", "/api/v3/core/users/"),
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("GET", "/api/v3/core/users/*/"),
    authentik("GET", "/api/v3/core/brands/"),
    authentik("GET", "/api/v3/core/brands/current/"),
    authentik("GET", "/api/v3/sources/oauth/*/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/"),
    authentik("GET", "/api/v3/stages/user_write/"),
    // How the server sends visitors to X, and where the source isn't there yet, how another one does.
    authentik("GET", "/source/oauth/login/*/"),
    authentik("GET", "/api/v3/sources/oauth/source_types/"),
    authentik("GET", "/api/v3/sources/oauth/"),
];

/// How the server sends visitors to X, which a live test reads first. No other source for X is there.
pub const WAY: &[ExpectedRequest] = &[
    authentik("GET", "/source/oauth/login/*/"),
    authentik("GET", "/api/v3/sources/oauth/source_types/"),
    authentik("GET", "/api/v3/sources/oauth/"),
];

/// The comparison of a plan with the server.
pub const COMPARE: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/sources/oauth/source_types/"),
    authentik("GET", "/api/v3/sources/oauth/"),
    authentik("GET", "/api/v3/sources/all/"),
    authentik("GET", "/api/v3/flows/instances/"),
    authentik("GET", "/api/v3/stages/identification/"),
    authentik("GET", "/api/v3/core/brands/"),
    authentik("GET", "/api/v3/core/brands/current/"),
    authentik("OPTIONS", "/api/v3/sources/oauth/"),
    authentik("OPTIONS", "/api/v3/sources/oauth/*/"),
    authentik("OPTIONS", "/api/v3/stages/identification/*/"),
    // Only where the fields of sources don't tell whether the server has Secrets.
    authentik("OPTIONS", "/api/v3/crypto/secrets/"),
];

/// What a server that keeps Client Secrets as objects of their own is asked and written in addition.
pub const SECRETS: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/crypto/secrets/"),
    authentik("OPTIONS", "/api/v3/crypto/secrets/"),
    authentik("POST", "/api/v3/crypto/secrets/"),
    authentik("GET", "/api/v3/crypto/secrets/*/"),
    authentik("OPTIONS", "/api/v3/crypto/secrets/*/"),
    authentik("PATCH", "/api/v3/crypto/secrets/*/"),
    authentik("DELETE", "/api/v3/crypto/secrets/*/"),
    authentik("GET", "/api/v3/crypto/secrets/*/view_value/"),
];

/// What a push or an undo writes, and reads back.
pub const WRITE: &[ExpectedRequest] = &[
    authentik("POST", "/api/v3/sources/oauth/"),
    authentik("GET", "/api/v3/sources/oauth/*/"),
    authentik("PATCH", "/api/v3/sources/oauth/*/"),
    authentik("DELETE", "/api/v3/sources/oauth/*/"),
    authentik("GET", "/api/v3/stages/identification/*/"),
    authentik("PATCH", "/api/v3/stages/identification/*/"),
];

/// What email addresses and remedies add: the mappings in a forecast and a plan, their writes, and the server's test.
pub const MAPPINGS: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/propertymappings/source/oauth/"),
    authentik("POST", "/api/v3/propertymappings/source/oauth/"),
    authentik("GET", "/api/v3/propertymappings/source/oauth/*/"),
    authentik("PATCH", "/api/v3/propertymappings/source/oauth/*/"),
    authentik("DELETE", "/api/v3/propertymappings/source/oauth/*/"),
    authentik("POST", "/api/v3/propertymappings/all/*/test/"),
    authentik("OPTIONS", "/api/v3/propertymappings/source/oauth/"),
    authentik("OPTIONS", "/api/v3/propertymappings/source/oauth/*/"),
];

/// What the choice of who gets in adds: own flows, policies, stages and groups, and the server's own dry run.
pub const ACCESS: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/flows/instances/"),
    authentik("OPTIONS", "/api/v3/flows/instances/"),
    authentik("POST", "/api/v3/flows/instances/"),
    authentik("GET", "/api/v3/flows/instances/*/"),
    authentik("OPTIONS", "/api/v3/flows/instances/*/"),
    authentik("PATCH", "/api/v3/flows/instances/*/"),
    authentik("DELETE", "/api/v3/flows/instances/*/"),
    authentik("GET", "/api/v3/flows/bindings/"),
    authentik("OPTIONS", "/api/v3/flows/bindings/"),
    authentik("POST", "/api/v3/flows/bindings/"),
    authentik("GET", "/api/v3/flows/bindings/*/"),
    authentik("OPTIONS", "/api/v3/flows/bindings/*/"),
    authentik("PATCH", "/api/v3/flows/bindings/*/"),
    authentik("DELETE", "/api/v3/flows/bindings/*/"),
    authentik("GET", "/api/v3/policies/expression/"),
    authentik("OPTIONS", "/api/v3/policies/expression/"),
    authentik("POST", "/api/v3/policies/expression/"),
    authentik("GET", "/api/v3/policies/expression/*/"),
    authentik("OPTIONS", "/api/v3/policies/expression/*/"),
    authentik("PATCH", "/api/v3/policies/expression/*/"),
    authentik("DELETE", "/api/v3/policies/expression/*/"),
    authentik("GET", "/api/v3/policies/bindings/"),
    authentik("OPTIONS", "/api/v3/policies/bindings/"),
    authentik("POST", "/api/v3/policies/bindings/"),
    authentik("GET", "/api/v3/policies/bindings/*/"),
    authentik("OPTIONS", "/api/v3/policies/bindings/*/"),
    authentik("PATCH", "/api/v3/policies/bindings/*/"),
    authentik("DELETE", "/api/v3/policies/bindings/*/"),
    authentik("GET", "/api/v3/stages/user_write/"),
    authentik("OPTIONS", "/api/v3/stages/user_write/"),
    authentik("POST", "/api/v3/stages/user_write/"),
    authentik("GET", "/api/v3/stages/user_write/*/"),
    authentik("OPTIONS", "/api/v3/stages/user_write/*/"),
    authentik("PATCH", "/api/v3/stages/user_write/*/"),
    authentik("DELETE", "/api/v3/stages/user_write/*/"),
    authentik("GET", "/api/v3/stages/deny/"),
    authentik("OPTIONS", "/api/v3/stages/deny/"),
    authentik("POST", "/api/v3/stages/deny/"),
    authentik("GET", "/api/v3/stages/deny/*/"),
    authentik("OPTIONS", "/api/v3/stages/deny/*/"),
    authentik("PATCH", "/api/v3/stages/deny/*/"),
    authentik("DELETE", "/api/v3/stages/deny/*/"),
    authentik("GET", "/api/v3/core/groups/"),
    authentik("OPTIONS", "/api/v3/core/groups/"),
    authentik("POST", "/api/v3/core/groups/"),
    authentik("GET", "/api/v3/core/groups/*/"),
    authentik("OPTIONS", "/api/v3/core/groups/*/"),
    authentik("DELETE", "/api/v3/core/groups/*/"),
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("POST", "/api/v3/policies/all/*/test/"),
];

/// What an undo reads in addition: the users who are linked to the source, as far as the token's user may see them.
pub const UNDO: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/"),
    authentik("GET", "/api/v3/core/users/*/"),
];

/// The checks from outside, and what the API returns about the source if there is a token.
pub const OUTSIDE: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/core/brands/current/"),
    authentik("GET", "/api/v3/flows/executor/*/"),
    authentik("GET", "/source/oauth/login/*/"),
    authentik("GET", "/api/v3/sources/oauth/*/"),
    authentik("GET", "/api/v3/core/brands/"),
    authentik("GET", "/api/v3/flows/bindings/"),
    authentik("GET", "/api/v3/admin/settings/"),
];

/// The public probe, before the outside checks of a source that exists.
pub const APPROACH: &[ExpectedRequest] =
    &[authentik("GET", "/-/health/live/"), authentik("GET", "/if/flow/*/"), authentik("GET", "/api/v3/root/config/")];

/// A sign-in through authentik, with the requests of the visitor's browser and those of authentik, and its events.
pub const SIGN_IN: &[ExpectedRequest] = &[
    authentik("GET", "/source/oauth/login/*/"),
    x("GET", "/i/oauth2/authorize"),
    x("POST", "/i/oauth2/authorize"),
    authentik("GET", "/source/oauth/callback/*/"),
    x("POST", "/2/oauth2/token"),
    x("GET", "/2/users/me"),
    authentik("GET", "/if/flow/*/"),
    authentik("GET", "/if/flow/*/practice/"),
    authentik("GET", "/if/user/"),
    authentik("GET", "/api/v3/sources/oauth/*/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/"),
    authentik("GET", "/api/v3/core/users/"),
    authentik("GET", "/api/v3/events/events/"),
];

/// Embedding a source in a flow: what is read, written, read back and undone. The license is read first.
pub const EMBED: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/enterprise/license/summary/"),
    authentik("GET", "/api/v3/flows/instances/"),
    authentik("GET", "/api/v3/flows/bindings/"),
    authentik("GET", "/api/v3/stages/source/"),
    authentik("POST", "/api/v3/stages/source/"),
    authentik("GET", "/api/v3/stages/source/*/"),
    authentik("PATCH", "/api/v3/stages/source/*/"),
    authentik("DELETE", "/api/v3/stages/source/*/"),
    authentik("POST", "/api/v3/flows/bindings/"),
    authentik("GET", "/api/v3/flows/bindings/*/"),
    authentik("DELETE", "/api/v3/flows/bindings/*/"),
    authentik("OPTIONS", "/api/v3/stages/source/"),
    authentik("OPTIONS", "/api/v3/stages/source/*/"),
    authentik("OPTIONS", "/api/v3/flows/bindings/"),
];

/// The link repair: what is read, written, read back and undone.
pub const REPAIR: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/core/users/"),
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("GET", "/api/v3/events/events/"),
    authentik("GET", "/api/v3/sources/oauth/source_types/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/"),
    authentik("POST", "/api/v3/sources/user_connections/oauth/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/*/"),
    authentik("DELETE", "/api/v3/sources/user_connections/oauth/*/"),
    authentik("OPTIONS", "/api/v3/sources/user_connections/oauth/"),
    authentik("GET", "/api/v3/sources/oauth/"),
    authentik("GET", "/api/v3/sources/all/"),
];

/// Whether a request with this method changes nothing: it reads, or asks what may be written.
pub fn is_read(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "OPTIONS")
}

/// The requests in the log that change something at authentik, as lines.
pub fn writes(log: &[LoggedRequest]) -> Vec<String> {
    let writes = |asked: &&LoggedRequest| asked.side == ServerKind::Authentik && !is_read(&asked.method);
    log.iter().filter(writes).map(line).collect()
}

impl ExpectedRequest {
    fn is(&self, asked: &LoggedRequest) -> bool {
        let (mut wanted, mut found) = (self.path.split('/'), asked.path.split('/'));
        let same_path = loop {
            match (wanted.next(), found.next()) {
                (None, None) => break true,
                (Some("*"), Some(segment)) if !segment.is_empty() => {}
                (Some(one), Some(other)) if one == other => {}
                _ => break false,
            }
        };
        self.side == asked.side && self.method == asked.method && same_path
    }
}

/// The requests in the log that aren't in the list, as lines for an error message.
pub fn unasked(log: &[LoggedRequest], wanted: &[ExpectedRequest]) -> Vec<String> {
    log.iter().filter(|asked| !wanted.iter().any(|wanted| wanted.is(asked))).map(line).collect()
}

/// A request as a line: `X POST /2/oauth2/token 200`.
pub fn line(asked: &LoggedRequest) -> String {
    let side = match asked.side {
        ServerKind::X => "X",
        ServerKind::Authentik => "authentik",
    };
    format!("{side} {} {} {}", asked.method, asked.path, asked.status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_wanted_passes() {
        let check = |wanted: ExpectedRequest, side: ServerKind, method: &str, path: &str, passes: bool| {
            let asked = LoggedRequest { side, method: method.to_owned(), path: path.to_owned(), status: 200 };
            let expected = if passes { vec![] } else { vec![line(&asked)] };
            assert_eq!(unasked(&[asked], &[wanted]), expected);
        };
        let token = x("POST", "/2/oauth2/token");
        check(token, ServerKind::X, "POST", "/2/oauth2/token", true);
        check(token, ServerKind::X, "GET", "/2/oauth2/token", false);
        check(token, ServerKind::Authentik, "POST", "/2/oauth2/token", false);
        check(token, ServerKind::X, "POST", "/2/oauth2/token/", false);
        check(token, ServerKind::X, "POST", "/2/oauth2", false);
        let source = authentik("GET", "/api/v3/sources/oauth/*/");
        check(source, ServerKind::Authentik, "GET", "/api/v3/sources/oauth/twitter/", true);
        check(source, ServerKind::Authentik, "GET", "/api/v3/sources/oauth//", false);
        check(source, ServerKind::Authentik, "GET", "/api/v3/sources/oauth/twitter/used_by/", false);
    }

    #[test]
    fn an_unasked_request_is_shown_as_a_line() {
        let asked = LoggedRequest {
            side: ServerKind::X,
            method: "GET".to_owned(),
            path: "/2/users/me".to_owned(),
            status: 401,
        };
        assert_eq!(unasked(&[asked], &[]), ["X GET /2/users/me 401"]);
    }
}
