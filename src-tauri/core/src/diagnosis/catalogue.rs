use super::{ForgottenSecret, Link, Peer, Symptom};
use crate::evidence::Tag;
use crate::i18n::{Arg, Message, msg};
use serde::{Deserialize, Serialize};

/// How severe a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Everything is as it should be.
    Fine,
    /// Good to know; there is nothing to fix.
    Note,
    /// It works, but may cause harm.
    Risk,
    /// Nobody can sign in, or the job can't go on.
    Breaks,
}

/// How well the meaning of a symptom is known, by the tags of `docs/evidence/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Evidence {
    /// Documented by the vendor or in a standard.
    Documented,
    /// Raw output of the real system.
    Observed,
    /// Reported by users in prose.
    Reported,
    /// Concluded from documented, observed or reported facts.
    Inferred,
    /// Read on this machine from this server just now.
    Measured,
    /// It is unknown.
    Unknown,
}

impl Evidence {
    /// The tag of the evidence pages that means the same.
    pub fn tag(self) -> Tag {
        match self {
            Self::Documented => Tag::Documented,
            Self::Observed => Tag::Observed,
            Self::Reported => Tag::Reported,
            Self::Inferred => Tag::Inferred,
            Self::Measured => Tag::Measured,
            Self::Unknown => Tag::Unknown,
        }
    }

    /// The tag in a word or two.
    pub fn word(self) -> Message {
        match self {
            Self::Documented => msg::evidence_documented(),
            Self::Observed => msg::evidence_observed(),
            Self::Reported => msg::evidence_reported(),
            Self::Inferred => msg::evidence_inferred(),
            Self::Measured => msg::evidence_measured(),
            Self::Unknown => msg::evidence_unknown(),
        }
    }
}

/// One entry of the catalogue. Its text is `diagnosis-<id>` with `.why` and `.remedy` in the message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The stable id.
    pub id: &'static str,
    /// How severe it is.
    pub severity: Severity,
    /// The page where it can be fixed.
    pub link: Option<Link>,
    /// How well it is known.
    pub evidence: Evidence,
}

/// Represents a text that isn't known. Fluent can't select a variant by an empty text, because a variant's key is a
/// word or a number.
const NONE: &str = "none";

fn known(text: Option<&str>) -> Arg {
    text.filter(|text| !text.is_empty()).unwrap_or(NONE).into()
}

fn yes_or_no(value: bool) -> Arg {
    if value { "yes" } else { "no" }.into()
}

impl Symptom {
    /// The symptom's entry in the catalogue.
    #[expect(clippy::too_many_lines, reason = "the catalogue is one match, so that nothing is forgotten")]
    pub fn entry(&self) -> CatalogueEntry {
        use Evidence::{Documented, Inferred, Measured, Observed, Reported, Unknown};
        use Severity::{Breaks, Note, Risk};
        let row = |id, severity, evidence, link| CatalogueEntry { id, severity, link, evidence };
        let breaks = |id, evidence| row(id, Breaks, evidence, None);
        let at = |id, evidence, link| row(id, Breaks, evidence, Some(link));
        let sided = |peer: &Peer, x: &'static str, authentik: &'static str| match peer {
            Peer::X => breaks(x, Measured),
            Peer::Authentik => breaks(authentik, Measured),
        };
        match self {
            Self::HostUnknown { peer, .. } => sided(peer, "x-host-unknown", "server-host-unknown"),
            Self::ConnectionRefused { peer, .. } => sided(peer, "x-connection-refused", "server-connection-refused"),
            Self::TlsUntrusted { peer, .. } => sided(peer, "x-tls-untrusted", "server-tls-untrusted"),
            Self::TlsOtherName { peer, .. } => sided(peer, "x-tls-other-name", "server-tls-other-name"),
            Self::TlsExpired { peer, .. } => sided(peer, "x-tls-expired", "server-tls-expired"),
            Self::TlsFailed { peer, .. } => sided(peer, "x-tls-failed", "server-tls-failed"),
            Self::TimedOut { peer, .. } => sided(peer, "x-timed-out", "server-timed-out"),
            Self::ConnectionLost { peer, .. } => sided(peer, "x-connection-lost", "server-connection-lost"),
            Self::AnswerTooLarge { peer, .. } => sided(peer, "x-answer-too-large", "server-answer-too-large"),
            Self::CaFileUnreadable { .. } => breaks("ca-file-unreadable", Measured),

            Self::XGrantTypeMissing => at("x-grant-type-missing", Observed, Link::XOauthDocs),
            Self::XGrantTypeUnknown => at("x-grant-type-unknown", Observed, Link::XOauthDocs),
            Self::XClientIdMissing => at("x-client-id-missing", Observed, Link::XOauthDocs),
            Self::XCodeVerifierMissing => at("x-code-verifier-missing", Observed, Link::XOauthDocs),
            Self::XClientIdUnknown => at("x-client-id-unknown", Reported, Link::Console),
            Self::XSecretRefused => at("x-secret-refused", Observed, Link::Console),
            Self::XCodeInvalid { .. } => at("x-code-invalid", Observed, Link::XOauthDocs),
            Self::XRedirectDiffers => at("x-redirect-differs", Documented, Link::XAppDocs),
            Self::XVerifierDiffers => at("x-verifier-differs", Observed, Link::XOauthDocs),
            Self::XTokenInvalid => at("x-token-invalid", Observed, Link::XOauthDocs),
            Self::XScopesNotGranted { .. } => at("x-scopes-not-granted", Inferred, Link::XConnectedApps),
            Self::XTokenRefused => at("x-token-refused", Observed, Link::XErrorsDocs),
            Self::XScopeMissing => at("x-scope-missing", Observed, Link::XScopesDocs),
            Self::XScopeUngranted { .. } => at("x-scope-ungranted", Documented, Link::XScopesDocs),
            Self::XProfileForbidden { .. } => at("x-profile-forbidden", Inferred, Link::Console),
            Self::XEmailRefused { .. } => at("x-email-refused", Reported, Link::Console),
            Self::XClientNotEnrolled { .. } => at("x-client-not-enrolled", Documented, Link::Console),
            Self::XUserNotEnrolled => at("x-user-not-enrolled", Observed, Link::Console),
            Self::XAppOnlyToken => at("x-app-only-token", Observed, Link::XOauthDocs),
            Self::XCreditsDepleted => at("x-credits-depleted", Observed, Link::Console),
            Self::XSpendCapReached => at("x-spend-cap-reached", Reported, Link::Console),
            Self::XRateLimited { .. } => at("x-rate-limited", Observed, Link::XLimitsDocs),
            Self::XUsageCapReached => at("x-usage-cap-reached", Observed, Link::Console),
            Self::XProfileWithoutId => at("x-profile-without-id", Inferred, Link::XStatus),
            Self::XUnavailable { .. } => at("x-unavailable", Documented, Link::XStatus),
            Self::XEmailMissing => row("x-email-missing", Risk, Reported, Some(Link::Console)),
            Self::XAnswerForeign { .. } => at("x-answer-foreign", Inferred, Link::XStatus),
            Self::XAnswerUnknown { .. } => at("x-answer-unknown", Unknown, Link::XErrorsDocs),

            Self::AuthorizePageError => at("authorize-page-error", Reported, Link::Console),
            Self::AuthorizeOtherAccount => at("authorize-other-account", Unknown, Link::XStatus),
            Self::AuthorizeLoginLoop => at("authorize-login-loop", Reported, Link::XStatus),
            Self::AuthorizePageBlank => at("authorize-page-blank", Inferred, Link::XStatus),
            Self::ConsentDeclined => row("consent-declined", Risk, Inferred, None),
            Self::ConsentUnclear => row("consent-unclear", Risk, Unknown, None),
            Self::CallbackSilent { .. } => at("callback-silent", Reported, Link::Console),
            Self::CallbackRefused { .. } => at("callback-refused", Inferred, Link::Console),
            Self::PortTaken { .. } => breaks("port-taken", Measured),
            Self::PortForbidden { .. } => breaks("port-forbidden", Measured),
            Self::ListenerFailed { .. } => breaks("listener-failed", Measured),
            Self::BrowserNotOpened => breaks("browser-not-opened", Measured),

            Self::AuthentikNotThere { .. } => breaks("authentik-not-there", Measured),
            Self::AuthentikRedirects { .. } => breaks("authentik-redirects", Measured),
            Self::AuthentikStarting { .. } => breaks("authentik-starting", Documented),
            Self::AuthentikBusy { .. } => breaks("authentik-busy", Documented),
            Self::AuthentikNotSetUp { .. } => breaks("authentik-not-set-up", Documented),
            Self::HostRefused { .. } => at("host-refused", Observed, Link::AuthentikProxyDocs),
            Self::AuthentikUnavailable { .. } => breaks("authentik-unavailable", Measured),
            Self::AuthentikWriteFault { .. } => breaks("authentik-write-fault", Measured),
            Self::AuthentikRefuses { .. } => breaks("authentik-refuses", Measured),
            Self::AuthentikAnswerUnknown { .. } => breaks("authentik-answer-unknown", Unknown),
            Self::ApiTokenRefused { .. } => at("api-token-refused", Measured, Link::ServerTokens),
            Self::ApiTokenMissing { .. } => at("api-token-missing", Measured, Link::ServerTokens),
            Self::RightsMissing { .. } => at("rights-missing", Measured, Link::ServerRoles),
            Self::TypeMissing { .. } => at("type-missing", Measured, Link::AuthentikSourceDocs),
            Self::ReleaseNewer { .. } => row("release-newer", Note, Measured, None),
            Self::FlowMissing { .. } => at("flow-missing", Measured, Link::AuthentikSourceDocs),
            Self::LoginPageNotFound { .. } => at("login-page-not-found", Measured, Link::AuthentikSourceDocs),
            Self::CertificateTooNew { .. } => breaks("certificate-too-new", Measured),
            Self::NoTlsThere { .. } => breaks("no-tls-there", Measured),
            Self::TlsWanted { .. } => breaks("tls-wanted", Measured),
            Self::ProxyAway { .. } => breaks("proxy-away", Measured),
            Self::ProxyRefuses { .. } => breaks("proxy-refuses", Measured),
            Self::RedirectsToHttps { .. } => breaks("redirects-to-https", Measured),
            Self::LoginInFront { .. } => at("login-in-front", Measured, Link::AuthentikProxyDocs),
            Self::GuardInFront { .. } => breaks("guard-in-front", Measured),
            Self::OtherProgram { .. } => breaks("other-program", Measured),
            Self::NothingBehindProxy { .. } => at("nothing-behind-proxy", Inferred, Link::AuthentikProxyDocs),
            Self::CoreAway { .. } => breaks("authentik-core-away", Documented),
            Self::DatabaseAway { .. } => breaks("authentik-database-away", Inferred),
            Self::CertificateEndsSoon { .. } => row("certificate-ends-soon", Risk, Measured, None),
            Self::ClockDiffers { .. } => row("clock-differs", Risk, Measured, None),
            Self::BaseUrlDiffers { .. } => row("base-url-differs", Risk, Documented, None),
            Self::TokenExpiresSoon { .. } => row("token-expires-soon", Risk, Measured, Some(Link::ServerTokens)),

            Self::SlugTaken { .. } => at("slug-taken", Measured, Link::ServerSources),
            Self::SourceDiffers { .. } => at("source-differs", Measured, Link::ServerSources),
            Self::SourceExists { .. } => row("source-exists", Risk, Measured, Some(Link::ServerSources)),
            Self::ChangedMeanwhile { .. } => breaks("changed-meanwhile", Measured),
            Self::ReadBackDiffers { .. } => breaks("read-back-differs", Measured),
            Self::SecretNeeded => breaks("secret-needed", Measured),
            Self::NothingToPush => row("nothing-to-push", Note, Measured, None),
            Self::NothingToUndo { .. } => breaks("nothing-to-undo", Measured),
            Self::SourceInUse { .. } => at("source-in-use", Measured, Link::ServerSources),
            Self::ChangedSincePush { .. } => at("changed-since-push", Measured, Link::ServerSources),
            Self::LinksUnseen { .. } => at("links-unseen", Measured, Link::ServerSources),
            Self::PushElsewhere { .. } => breaks("push-elsewhere", Measured),

            Self::CallbackDiffers { .. } => at("callback-differs", Measured, Link::Console),
            Self::CallbackLosesHttps { .. } => at("callback-loses-https", Measured, Link::AuthentikProxyDocs),
            Self::CallbackOtherHost { .. } => at("callback-other-host", Measured, Link::AuthentikProxyDocs),
            Self::CallbackOtherPort { .. } => at("callback-other-port", Measured, Link::AuthentikProxyDocs),
            Self::CallbackLosesPath { .. } => at("callback-loses-path", Measured, Link::AuthentikProxyDocs),
            Self::ClientIdOfOtherKind { .. } => at("client-id-of-other-kind", Measured, Link::ServerSources),
            Self::ClientIdDiffers { .. } => at("client-id-differs", Measured, Link::ServerSources),
            Self::ScopesMissing { .. } => at("scopes-missing", Measured, Link::ServerSources),
            Self::ScopesDiffer { .. } => row("scopes-differ", Risk, Measured, Some(Link::ServerSources)),
            Self::PkceNotS256 { .. } => row("pkce-not-s256", Note, Measured, None),
            Self::PkceMissing => at("pkce-missing", Reported, Link::ServerSources),
            Self::SourceUnknownOrDisabled { .. } => at("source-unknown-or-disabled", Measured, Link::ServerSources),
            Self::SourceDisabled { .. } => at("source-disabled", Measured, Link::ServerSources),
            Self::SourceOfOtherType { .. } => at("source-of-other-type", Measured, Link::ServerSources),
            Self::ButtonHidden { .. } => at("button-hidden", Measured, Link::AuthentikSourceDocs),
            Self::ButtonNotOnBrands { .. } => {
                row("button-not-on-brands", Note, Measured, Some(Link::AuthentikSourceDocs))
            }
            Self::ButtonUnknown { .. } => row("button-unknown", Risk, Measured, Some(Link::AuthentikSourceDocs)),
            Self::LegacyHost { visitor, .. } => {
                row("legacy-host", if visitor == "failed" { Breaks } else { Note }, Reported, None)
            }

            Self::SourceMissing { .. } => at("source-missing", Measured, Link::ServerSources),
            Self::SignInFlowMissing { .. } => at("sign-in-flow-missing", Measured, Link::ServerSources),
            Self::EnrolmentFlowMissing { .. } => {
                row("enrolment-flow-missing", Risk, Measured, Some(Link::ServerSources))
            }
            Self::SignInFlowUnfit { .. } => at("sign-in-flow-unfit", Measured, Link::ServerSources),
            Self::EnrolmentFlowUnfit { .. } => at("enrolment-flow-unfit", Reported, Link::ServerSources),
            Self::MatchingNeedsEmail { .. } => at("matching-needs-email", Measured, Link::ServerSources),
            Self::MatchingByUserName => row("matching-by-user-name", Risk, Measured, Some(Link::ServerSources)),
            Self::MatchingDeniesNames => row("matching-denies-names", Risk, Measured, Some(Link::ServerSources)),
            Self::ScopesBroken { .. } => at("scopes-broken", Measured, Link::ServerSources),
            Self::ScopesUnknown { .. } => row("scopes-unknown", Risk, Reported, Some(Link::XScopesDocs)),
            Self::SettingDrifted { .. } => row("setting-drifted", Risk, Measured, Some(Link::ServerSources)),
            Self::SecretNotPushed => row("secret-not-pushed", Risk, Measured, None),
            Self::SecretDrifted { .. } => row("secret-drifted", Risk, Measured, Some(Link::ServerSources)),
            Self::MappingChanged { .. } => row("mapping-changed", Risk, Measured, None),
            Self::MappingUnbound { .. } => row("mapping-unbound", Note, Measured, Some(Link::ServerSources)),
            Self::SourceFaults { .. } => row("source-faults", Risk, Measured, None),
            Self::PeopleLockedOut { .. } => row("people-locked-out", Risk, Measured, None),

            Self::LoginUnseen { .. } => breaks("login-unseen", Measured),
            Self::LoginLinked { .. } => row("login-linked", Risk, Measured, None),
            Self::UserIsExternal { .. } => row("user-is-external", Note, Measured, None),
            Self::UserNameTaken { .. } => breaks("user-name-taken", Measured),
            Self::LoginMappingRaised { .. } => breaks("login-mapping-raised", Measured),
            Self::LoginProfileUnreadable => breaks("login-profile-unreadable", Measured),
            Self::LoginServerFault { .. } => breaks("login-server-fault", Measured),
            Self::LoginTokenRefused => at("login-token-refused", Observed, Link::Console),
            Self::LoginSecretStale => breaks("login-secret-stale", Inferred),
            Self::LoginPairAccepted => breaks("login-pair-accepted", Inferred),
            Self::LoginProfileRefused => at("login-profile-refused", Observed, Link::Console),
            Self::LoginStateLost => row("login-state-lost", Risk, Observed, None),
            Self::LoginXRefused => at("login-x-refused", Inferred, Link::Console),
            Self::LoginServerError => breaks("login-server-error", Observed),
            Self::LoginNameWanted => row("login-name-wanted", Note, Observed, None),
            Self::LoginDenied => at("login-denied", Observed, Link::ServerSources),
            Self::LoginSignedInAlready => row("login-signed-in-already", Risk, Observed, None),
            Self::LoginUserInactive => breaks("login-user-inactive", Observed),
            Self::LoginLinkedElsewhere => at("login-linked-elsewhere", Observed, Link::ServerSources),

            Self::KeyringMissing => row("keyring-missing", Risk, Measured, None),
            Self::KeyringLocked => row("keyring-locked", Risk, Measured, None),
            Self::KeyringSilent => row("keyring-silent", Risk, Measured, None),
            Self::KeyringFailed => row("keyring-failed", Risk, Measured, None),
            Self::SecretForgotten { secret: ForgottenSecret::Unknown } => row("secret-forgotten", Risk, Measured, None),
            Self::SecretForgotten { .. } => row("secret-gone", Risk, Measured, None),
            Self::InputTooLong => breaks("input-too-long", Measured),
            Self::SecretMisplaced => breaks("secret-misplaced", Measured),
            Self::FolderNotWritable { .. } => breaks("folder-not-writable", Measured),
            Self::FolderOpen { .. } => row("folder-open", Risk, Measured, None),
            Self::RootsMissing => breaks("roots-missing", Measured),
            Self::BrowserUnknown => row("browser-unknown", Risk, Measured, None),
            Self::ListUnreadable { .. } => breaks("list-unreadable", Measured),
            Self::TableNotWritable { .. } => breaks("table-not-writable", Measured),
            Self::DraftDamaged { .. } => row("draft-damaged", Risk, Measured, None),
            Self::DraftTooNew { .. } => row("draft-too-new", Risk, Measured, None),
            Self::JobFileRefused { .. } => row("job-file-refused", Risk, Measured, None),
            Self::JobFileSecret => row("job-file-secret", Risk, Measured, None),
            Self::JobFileNotWritable { .. } => breaks("job-file-not-writable", Measured),
            Self::JobFileRandom => row("job-file-random", Risk, Measured, None),
            Self::ReportRefused { .. } => row("report-refused", Risk, Measured, None),
            Self::ReportSecret => row("report-secret", Risk, Measured, None),
            Self::ReportNotWritable { .. } => breaks("report-not-writable", Measured),
            Self::ExportSecret => row("export-secret", Risk, Measured, None),
            Self::ExportNotWritable { .. } => breaks("export-not-writable", Measured),
            Self::NoJobOpen => row("no-job-open", Note, Measured, None),
            Self::PracticeFailed => breaks("practice-failed", Measured),
        }
    }

    /// What follows the id in the keys of the messages, where more is known than the plain words say. The plain words and
    /// their arguments stay as they are, because messages are stored.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most symptoms have one wording")]
    pub(super) fn wording(&self) -> &'static str {
        match self {
            Self::AuthentikBusy { own: true, .. } => "-own",
            Self::NothingToUndo { others } if !others.is_empty() => "-others",
            Self::CallbackLosesHttps { only_listed: true, .. }
            | Self::CallbackOtherHost { loses_https: false, only_listed: true, .. } => "-listed",
            Self::CallbackOtherHost { loses_https: true, only_listed: true, .. } => "-and-https-listed",
            Self::CallbackOtherHost { loses_https: true, only_listed: false, .. } => "-and-https",
            Self::LegacyHost { visitor, .. } if visitor == "passed" => "-passed",
            Self::LegacyHost { visitor, .. } if visitor == "failed" => "-failed",
            Self::LoginUnseen { pair, .. } if pair == "accepted" => "-accepted",
            _ => "",
        }
    }

    /// The arguments of the entry's messages. A value that isn't known is [`NONE`] or 0, so that the messages can
    /// select by it.
    #[expect(clippy::too_many_lines, reason = "one match, so that nothing is forgotten")]
    pub(super) fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::HostUnknown { host, .. }
            | Self::TlsUntrusted { host, .. }
            | Self::TlsOtherName { host, .. }
            | Self::TlsExpired { host, .. }
            | Self::TlsFailed { host, .. }
            | Self::ConnectionLost { host, .. }
            | Self::AnswerTooLarge { host, .. }
            | Self::AuthentikStarting { host }
            | Self::AuthentikWriteFault { host }
            | Self::ApiTokenRefused { host }
            | Self::ApiTokenMissing { host }
            | Self::TypeMissing { host }
            | Self::LoginPageNotFound { host }
            | Self::CertificateTooNew { host }
            | Self::CoreAway { host }
            | Self::DatabaseAway { host }
            | Self::LegacyHost { host, .. }
            | Self::AuthentikBusy { host, own: false, .. } => vec![("host", host.into())],
            Self::ConnectionRefused { host, port, .. }
            | Self::NoTlsThere { host, port }
            | Self::TlsWanted { host, port } => {
                vec![("host", host.into()), ("port", port.to_string().into())]
            }
            Self::SecretForgotten { secret } => secret.name().map(|name| ("secret", name.into())).into_iter().collect(),
            Self::ProxyAway { host, proxy } => vec![("host", host.into()), ("proxy", proxy.into())],
            Self::ProxyRefuses { host, proxy, status } => {
                vec![("host", host.into()), ("proxy", proxy.into()), ("status", u32::from(*status).into())]
            }
            Self::LoginInFront { host, by } => vec![("host", host.into()), ("by", known(Some(by)))],
            Self::GuardInFront { host, by } => vec![("host", host.into()), ("by", by.into())],
            Self::OtherProgram { host, program } => vec![("host", host.into()), ("program", program.into())],
            Self::ClockDiffers { host, seconds } => {
                let way = if *seconds < 0 { "behind" } else { "ahead" };
                let (unit, amount) = match seconds.unsigned_abs() {
                    seconds @ ..120 => ("seconds", seconds),
                    seconds @ ..7200 => ("minutes", seconds / 60),
                    seconds => ("hours", seconds / 3600),
                };
                let amount = u32::try_from(amount).unwrap_or(u32::MAX);
                vec![("host", host.into()), ("way", way.into()), ("unit", unit.into()), ("amount", amount.into())]
            }
            Self::CertificateEndsSoon { host, days } => vec![("host", host.into()), ("days", (*days).into())],
            Self::BaseUrlDiffers { asked, set } => vec![("asked", asked.into()), ("set", set.into())],
            Self::TokenExpiresSoon { host, minutes } => {
                vec![("host", host.into()), ("minutes", (*minutes).into())]
            }
            Self::TimedOut { host, seconds, .. } => vec![("host", host.into()), ("seconds", (*seconds).into())],
            Self::AuthentikNotThere { host, status }
            | Self::AuthentikUnavailable { host, status }
            | Self::NothingBehindProxy { host, status }
            | Self::AuthentikAnswerUnknown { host, status } => {
                vec![("host", host.into()), ("status", status.to_string().into())]
            }
            Self::AuthentikRedirects { host, to }
            | Self::AuthentikNotSetUp { host, to }
            | Self::RedirectsToHttps { host, to } => {
                vec![("host", host.into()), ("to", to.into())]
            }
            Self::AuthentikBusy { host, own: true, seconds } => {
                vec![("host", host.into()), ("seconds", seconds.unwrap_or(0).into())]
            }
            Self::HostRefused { host, status, underscore } => vec![
                ("host", host.into()),
                ("status", status.to_string().into()),
                ("underscore", yes_or_no(*underscore)),
            ],
            Self::NothingToUndo { others } if others.is_empty() => Vec::new(),
            Self::NothingToUndo { others } => vec![("others", others.into())],
            Self::CallbackOtherHost { planned, seen, .. } => {
                vec![("planned", planned.into()), ("seen", seen.into())]
            }
            Self::AuthentikRefuses { field, said } => vec![("field", field.into()), ("said", known(Some(said)))],
            Self::CaFileUnreadable { path }
            | Self::FolderNotWritable { path }
            | Self::ListUnreadable { path }
            | Self::TableNotWritable { path }
            | Self::DraftDamaged { path }
            | Self::JobFileNotWritable { path }
            | Self::ReportNotWritable { path }
            | Self::ExportNotWritable { path }
            | Self::DraftTooNew { path } => vec![("path", path.into())],
            Self::FolderOpen { path, mode } => vec![("path", path.into()), ("mode", mode.into())],
            Self::ReportRefused { reason } => vec![("reason", reason.into())],
            Self::JobFileRefused { reason, detail } => {
                vec![("reason", reason.into()), ("detail", detail.into())]
            }
            Self::XCodeInvalid { age_seconds } => vec![("seconds", age_seconds.map_or(0, i64::from).into())],
            Self::XScopesNotGranted { missing } | Self::XScopeUngranted { missing } => {
                vec![("missing", missing.into())]
            }
            Self::XProfileForbidden { said } => vec![("said", known(Some(said)))],
            Self::XEmailRefused { granted } => vec![("granted", yes_or_no(*granted))],
            Self::XClientNotEnrolled { app } => vec![("app", known(app.as_deref()))],
            Self::XRateLimited { reset } => vec![("reset", known(reset.as_deref()))],
            Self::XUnavailable { status } => vec![("status", status.to_string().into())],
            Self::XAnswerForeign { status, said } | Self::XAnswerUnknown { status, said } => {
                vec![("status", status.to_string().into()), ("said", known(Some(said)))]
            }
            Self::CallbackSilent { seconds } | Self::LoginUnseen { seconds, .. } => {
                vec![("seconds", (*seconds).into())]
            }
            Self::CallbackRefused { error } => vec![("error", error.into())],
            Self::PortTaken { port, holder } => vec![
                ("port", port.to_string().into()),
                ("program", known(holder.as_ref().map(|holder| holder.program.as_str()))),
                ("process", holder.as_ref().map_or(0, |holder| holder.process).to_string().into()),
            ],
            Self::PortForbidden { port } | Self::ListenerFailed { port } => {
                vec![("port", port.to_string().into())]
            }
            Self::RightsMissing { user, rights } => {
                let rights: Vec<_> = rights.iter().map(|right| right.codename()).collect();
                vec![("user", user.into()), ("rights", rights.join(", ").into()), ("count", rights.len().into())]
            }
            Self::FlowMissing { slug }
            | Self::SlugTaken { slug }
            | Self::SourceDiffers { slug }
            | Self::LinksUnseen { slug }
            | Self::SourceUnknownOrDisabled { slug }
            | Self::SourceDisabled { slug }
            | Self::SourceMissing { slug }
            | Self::SignInFlowMissing { slug }
            | Self::EnrolmentFlowMissing { slug }
            | Self::ButtonHidden { slug } => vec![("slug", slug.into())],
            Self::SignInFlowUnfit { flow, why } | Self::EnrolmentFlowUnfit { flow, why } => {
                vec![("flow", flow.into()), ("fault", why.into())]
            }
            Self::MatchingNeedsEmail { mode } => vec![("mode", mode.into())],
            Self::ScopesBroken { separator } => vec![("separator", separator.into())],
            Self::ScopesMissing { missing, seen } => vec![("missing", missing.into()), ("seen", seen.into())],
            Self::SecretDrifted { than } => vec![("than", than.into())],
            Self::ScopesUnknown { scopes } => vec![("scopes", scopes.into())],
            Self::SettingDrifted { field, was, now } => {
                vec![("field", field.into()), ("was", known(Some(was))), ("now", known(Some(now)))]
            }
            Self::MappingChanged { name } | Self::MappingUnbound { name } | Self::ChangedSincePush { name } => {
                vec![("name", name.into())]
            }
            Self::SourceFaults { kind, count, at } => {
                vec![("kind", kind.into()), ("count", (*count).into()), ("at", at.into())]
            }
            Self::PeopleLockedOut { slug, count } => vec![("slug", slug.into()), ("count", (*count).into())],
            Self::SourceExists { name, slug } => vec![("name", name.into()), ("slug", slug.into())],
            Self::SourceInUse { slug, people } => vec![("slug", slug.into()), ("people", (*people).into())],
            Self::SourceOfOtherType { slug, to } => vec![("slug", slug.into()), ("to", to.into())],
            Self::ChangedMeanwhile { what } | Self::PushElsewhere { what } => vec![("what", what.into())],
            Self::ReadBackDiffers { what, field } => vec![("what", what.into()), ("field", field.into())],
            Self::CallbackDiffers { planned, seen }
            | Self::CallbackOtherPort { planned, seen }
            | Self::ClientIdDiffers { planned, seen }
            | Self::ScopesDiffer { planned, seen } => vec![("planned", planned.into()), ("seen", seen.into())],
            Self::CallbackLosesHttps { seen, .. } => vec![("seen", seen.into())],
            Self::ReleaseNewer { version } => vec![("version", version.into())],
            Self::CallbackLosesPath { path, seen } => vec![("path", path.into()), ("seen", seen.into())],
            Self::ClientIdOfOtherKind { kind, ending } => vec![("kind", kind.into()), ("ending", known(Some(ending)))],
            Self::PkceNotS256 { method, release } => {
                vec![("method", method.into()), ("release", known(release.as_deref()))]
            }
            Self::ButtonNotOnBrands { slug, brands, count } => {
                vec![("slug", slug.into()), ("brands", brands.into()), ("count", (*count).into())]
            }
            Self::ButtonUnknown { component } => vec![("component", component.into())],
            Self::LoginLinked { user } | Self::UserIsExternal { user } | Self::UserNameTaken { user } => {
                vec![("user", known(Some(user)))]
            }
            Self::LoginMappingRaised { name } => vec![("name", known(Some(name)))],
            Self::LoginServerFault { step } => vec![("step", step.into())],
            Self::XGrantTypeMissing
            | Self::XGrantTypeUnknown
            | Self::XClientIdMissing
            | Self::XCodeVerifierMissing
            | Self::XClientIdUnknown
            | Self::XSecretRefused
            | Self::XRedirectDiffers
            | Self::XVerifierDiffers
            | Self::XTokenInvalid
            | Self::XTokenRefused
            | Self::XScopeMissing
            | Self::XUserNotEnrolled
            | Self::XAppOnlyToken
            | Self::XCreditsDepleted
            | Self::XSpendCapReached
            | Self::XUsageCapReached
            | Self::XProfileWithoutId
            | Self::XEmailMissing
            | Self::AuthorizePageError
            | Self::AuthorizeOtherAccount
            | Self::AuthorizeLoginLoop
            | Self::AuthorizePageBlank
            | Self::PkceMissing
            | Self::LoginProfileUnreadable
            | Self::LoginTokenRefused
            | Self::LoginSecretStale
            | Self::LoginPairAccepted
            | Self::LoginProfileRefused
            | Self::LoginStateLost
            | Self::LoginXRefused
            | Self::LoginServerError
            | Self::LoginNameWanted
            | Self::LoginDenied
            | Self::LoginSignedInAlready
            | Self::LoginUserInactive
            | Self::LoginLinkedElsewhere
            | Self::MatchingByUserName
            | Self::MatchingDeniesNames
            | Self::SecretNotPushed
            | Self::ConsentDeclined
            | Self::ConsentUnclear
            | Self::BrowserNotOpened
            | Self::SecretNeeded
            | Self::NothingToPush
            | Self::RootsMissing
            | Self::BrowserUnknown
            | Self::KeyringMissing
            | Self::KeyringLocked
            | Self::KeyringSilent
            | Self::KeyringFailed
            | Self::SecretMisplaced
            | Self::InputTooLong
            | Self::JobFileSecret
            | Self::ReportSecret
            | Self::ExportSecret
            | Self::JobFileRandom
            | Self::NoJobOpen
            | Self::PracticeFailed => Vec::new(),
        }
    }
}
