//! Every symptom with made-up values, for the tests and for `docs/diagnoses.md`.

use super::{ForgottenSecret, Peer, PortOwner, Right, Symptom};

/// Each variant once or more, and a match over the same rows: a variant that is forgotten here doesn't compile.
macro_rules! samples {
    ($($variant:ident: $({ $($field:ident: $value:expr),* $(,)? }),+;)*) => {
        impl Symptom {
            /// Every symptom that there is, with made-up values; where values change the words, once for each wording.
            pub fn samples() -> Vec<Self> {
                vec![$($(Symptom::$variant { $($field: $value.into()),* },)+)*]
            }
        }

        /// The variant's name, by an exhaustive match.
        #[cfg(test)]
        pub(super) fn variant(symptom: &Symptom) -> &'static str {
            match symptom {
                $(Symptom::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

const X: &str = "api.x.com";
const SERVER: &str = "authentik.company";
const CALLBACK: &str = "https://authentik.company/source/oauth/callback/x/";

samples! {
    HostUnknown: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    ConnectionRefused: { peer: Peer::X, host: X, port: 443_u16 }, { peer: Peer::Authentik, host: SERVER, port: 9443_u16 };
    TlsUntrusted: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsOtherName: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsExpired: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TlsFailed: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    TimedOut: { peer: Peer::X, host: X, seconds: 10_u32 }, { peer: Peer::Authentik, host: SERVER, seconds: 1_u32 };
    ConnectionLost: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    AnswerTooLarge: { peer: Peer::X, host: X }, { peer: Peer::Authentik, host: SERVER };
    CaFileUnreadable: { path: "/home/ana/homelab.pem" };

    XGrantTypeMissing: {};
    XGrantTypeUnknown: {};
    XClientIdMissing: {};
    XCodeVerifierMissing: {};
    XClientIdUnknown: {};
    XSecretRefused: {};
    XCodeInvalid: { age_seconds: None }, { age_seconds: Some(1) }, { age_seconds: Some(47) };
    XRedirectDiffers: {};
    XVerifierDiffers: {};
    XTokenInvalid: {};
    XScopesNotGranted: { missing: "tweet.read" };
    XTokenRefused: {};
    XScopeMissing: {};
    XScopeUngranted: { missing: "tweet.read" };
    XProfileForbidden: { said: "Forbidden" }, { said: "Forbidden: Your region is not supported." };
    XEmailRefused: { granted: true }, { granted: false };
    XClientNotEnrolled: { app: None }, { app: Some("28401957".to_owned()) };
    XUserNotEnrolled: {};
    XAppOnlyToken: {};
    XCreditsDepleted: {};
    XSpendCapReached: {};
    XRateLimited: { reset: None }, { reset: Some("12:45:10".to_owned()) };
    XUsageCapReached: {};
    XProfileWithoutId: {};
    XUnavailable: { status: 503_u16 };
    XEmailMissing: {};
    XAnswerForeign: { status: 403_u16, said: "" }, { status: 403_u16, said: "<title>Access denied</title>" };
    XAnswerUnknown: { status: 418_u16, said: "" }, { status: 400_u16, said: "Something new happened" };

    AuthorizePageError: {};
    AuthorizeOtherAccount: {};
    AuthorizeLoginLoop: {};
    AuthorizePageBlank: {};
    ConsentDeclined: {};
    ConsentUnclear: {};
    CallbackSilent: { seconds: 300_u32 }, { seconds: 1_u32 };
    CallbackRefused: { error: "server_error" }, { error: "invalid_scope" }, { error: "unauthorized_client" },
        { error: "invalid_request" };
    PortTaken: { port: 8723_u16, holder: None },
        { port: 8723_u16, holder: Some(PortOwner { program: "node".to_owned(), process: 41_822 }) };
    PortForbidden: { port: 80_u16 };
    ListenerFailed: { port: 8723_u16 };
    BrowserNotOpened: {};

    AuthentikNotThere: { host: SERVER, status: 404_u16 };
    AuthentikRedirects: { host: SERVER, to: "https://sso.company/" };
    AuthentikStarting: { host: SERVER };
    AuthentikBusy: { host: SERVER, own: false, seconds: None },
        { host: SERVER, own: true, seconds: Some(3_u32) };
    AuthentikNotSetUp: { host: SERVER, to: "https://authentik.company/if/flow/initial-setup/" };
    HostRefused: { host: SERVER, status: 400_u16, underscore: false },
        { host: "auth_server.company", status: 400_u16, underscore: true };
    AuthentikUnavailable: { host: SERVER, status: 502_u16 };
    AuthentikWriteFault: { host: SERVER };
    AuthentikRefuses: { field: "slug", said: "source with this slug already exists." },
        { field: "non_field_errors", said: "Enterprise is required to create/update this object." },
        { field: "detail", said: "" };
    AuthentikAnswerUnknown: { host: SERVER, status: 418_u16 };
    ApiTokenRefused: { host: SERVER };
    ApiTokenMissing: { host: SERVER };
    RightsMissing: { user: "svc-sourcerer", rights: [Right::ChangeStage] },
        { user: "svc-sourcerer", rights: [
            Right::ViewSource, Right::AddSource, Right::ChangeSource, Right::DeleteSource,
            Right::ViewFlow, Right::ViewStage, Right::ChangeStage, Right::ViewEvents,
        ] };
    TypeMissing: { host: SERVER };
    ReleaseNewer: { version: "2027.2.1" };
    FlowMissing: { slug: "default-source-enrollment" };
    LoginPageNotFound: { host: SERVER };
    CertificateTooNew: { host: SERVER };
    NoTlsThere: { host: SERVER, port: 9000_u16 };
    TlsWanted: { host: SERVER, port: 9443_u16 };
    ProxyAway: { host: SERVER, proxy: "proxy.company:3128" };
    ProxyRefuses: { host: SERVER, proxy: "proxy.company:3128", status: 0_u16 },
        { host: SERVER, proxy: "proxy.company:3128", status: 407_u16 },
        { host: SERVER, proxy: "proxy.company:3128", status: 403_u16 };
    RedirectsToHttps: { host: SERVER, to: "https://authentik.company/" };
    LoginInFront: { host: SERVER, by: "" }, { host: SERVER, by: "Authelia" };
    GuardInFront: { host: SERVER, by: "Cloudflare" };
    OtherProgram: { host: SERVER, program: "Nextcloud" };
    NothingBehindProxy: { host: SERVER, status: 502_u16 };
    CoreAway: { host: SERVER };
    DatabaseAway: { host: SERVER };
    CertificateEndsSoon: { host: SERVER, days: 1_u32 }, { host: SERVER, days: 6_u32 };
    ClockDiffers: { host: SERVER, seconds: 1_i64 }, { host: SERVER, seconds: -5400_i64 };
    BaseUrlDiffers: { asked: "https://authentik.company", set: "http://authentik.company" };
    TokenExpiresSoon: { host: SERVER, minutes: 1_u32 }, { host: SERVER, minutes: 27_u32 };

    SlugTaken: { slug: "x" };
    SourceDiffers: { slug: "x" };
    SourceExists: { name: "Company X", slug: "twitter" };
    ChangedMeanwhile: { what: "default-authentication-identification" };
    ReadBackDiffers: { what: "x", field: "enrollment_flow" };
    SecretNeeded: {};
    NothingToPush: {};
    NothingToUndo: { others: "" }, { others: "twitter" };
    SourceInUse: { slug: "x", people: 1_u32 }, { slug: "x", people: 12_u32 };
    ChangedSincePush: { name: "X" };
    LinksUnseen: { slug: "x" };
    PushElsewhere: { what: "x" };

    CallbackDiffers: { planned: CALLBACK, seen: "https://authentik.company/source/oauth/callback/twitter/" };
    CallbackLosesHttps: { seen: "http://authentik.company/source/oauth/callback/x/", only_listed: false },
        { seen: "http://authentik.company/source/oauth/callback/x/", only_listed: true };
    CallbackOtherHost: {
            planned: "https://authentik.company", seen: "https://authentik-server:9443", loses_https: false,
            only_listed: false,
        }, {
            planned: "https://authentik.company", seen: "https://authentik-server:9443", loses_https: false,
            only_listed: true,
        }, {
            planned: "https://authentik.company", seen: "http://authentik-server:9000", loses_https: true,
            only_listed: false,
        }, {
            planned: "https://authentik.company", seen: "http://authentik-server:9000", loses_https: true,
            only_listed: true,
        };
    CallbackOtherPort: { planned: "https://authentik.company:8443", seen: "https://authentik.company" };
    CallbackLosesPath: { path: "/sso", seen: "https://authentik.company/source/oauth/callback/x/" };
    ClientIdOfOtherKind: { kind: "api-key", ending: "aF9x" }, { kind: "secret", ending: "Zk3Q" },
        { kind: "damaged", ending: "pjaQ" }, { kind: "unknown", ending: "" };
    ClientIdDiffers: { planned: "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ", seen: "cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpjaQ" };
    ScopesMissing: { missing: "tweet.read", seen: "users.read" };
    ScopesDiffer: { planned: "tweet.read users.read", seen: "tweet.read tweet.write users.read" };
    PkceNotS256: { method: "plain", release: None }, { method: "plain", release: Some("2024.12.5".to_owned()) };
    PkceMissing: {};
    SourceUnknownOrDisabled: { slug: "x" };
    SourceDisabled: { slug: "x" };
    SourceOfOtherType: { slug: "x", to: "github.com" };
    ButtonHidden: { slug: "x" };
    ButtonNotOnBrands: { slug: "x", brands: "shop.company", count: 1_usize },
        { slug: "x", brands: "shop.company, wiki.company", count: 2_usize };
    ButtonUnknown: { component: "ak-stage-captcha" };
    LegacyHost: { host: "twitter.com", visitor: "" }, { host: "twitter.com", visitor: "passed" },
        { host: "twitter.com", visitor: "failed" };

    SourceMissing: { slug: "x" };
    SignInFlowMissing: { slug: "x" };
    EnrolmentFlowMissing: { slug: "x" };
    SignInFlowUnfit: { flow: "default-authentication-flow", why: "identification" },
        { flow: "x-sign-in", why: "password" }, { flow: "x-sign-in", why: "no-login" },
        { flow: "default-source-enrollment", why: "designation" };
    EnrolmentFlowUnfit: { flow: "default-authentication-flow", why: "no-write" },
        { flow: "invited", why: "invitation" }, { flow: "sign-up", why: "identification" },
        { flow: "sign-up", why: "password" }, { flow: "x-settings", why: "designation" };
    MatchingNeedsEmail: { mode: "email_link" };
    MatchingByUserName: {};
    MatchingDeniesNames: {};
    ScopesBroken: { separator: "line-break" }, { separator: "comma" }, { separator: "tab" }, { separator: "blank" };
    ScopesUnknown: { scopes: "users.emails" };
    SettingDrifted: { field: "user_matching_mode", was: "identifier", now: "email_link" },
        { field: "enrollment_flow", was: "default-source-enrollment", now: "" };
    SecretNotPushed: {};
    SecretDrifted: { than: "pushed" }, { than: "given" };
    MappingChanged: { name: "Sourcerer: e-mail from X (x)" };
    MappingUnbound: { name: "Sourcerer: e-mail from X (x)" };
    SourceFaults: { kind: "mapping", count: 1_usize, at: "2026-05-04 10:20 UTC" },
        { kind: "callback", count: 7_usize, at: "2026-05-04 10:20 UTC" };
    PeopleLockedOut: { slug: "x", count: 1_usize }, { slug: "x", count: 12_usize };

    LoginUnseen: { seconds: 300_u32, pair: "" }, { seconds: 1_u32, pair: "accepted" };
    LoginLinked: { user: "" }, { user: "akadmin" };
    UserIsExternal: { user: "" }, { user: "ana_lindqvist" };
    UserNameTaken: { user: "" }, { user: "ana_lindqvist" };
    LoginMappingRaised: { name: "" }, { name: "Company e-mail" };
    LoginProfileUnreadable: {};
    LoginServerFault: { step: "token" }, { step: "profile" }, { step: "callback" };
    LoginTokenRefused: {};
    LoginSecretStale: {};
    LoginPairAccepted: {};
    LoginProfileRefused: {};
    LoginStateLost: {};
    LoginXRefused: {};
    LoginServerError: {};
    LoginNameWanted: {};
    LoginDenied: {};
    LoginSignedInAlready: {};
    LoginUserInactive: {};
    LoginLinkedElsewhere: {};

    KeyringMissing: {};
    KeyringLocked: {};
    KeyringSilent: {};
    KeyringFailed: {};
    SecretForgotten: { secret: ForgottenSecret::Unknown }, { secret: ForgottenSecret::ApiToken },
        { secret: ForgottenSecret::ClientSecret }, { secret: ForgottenSecret::Both };
    SecretMisplaced: {};
    FolderNotWritable: { path: "/home/ana/.local/share/sourcerer" };
    FolderOpen: { path: "/home/ana/.local/share/sourcerer", mode: "755" };
    RootsMissing: {};
    BrowserUnknown: {};
    ListUnreadable: { path: "/home/ana/sources.csv" };
    TableNotWritable: { path: "/home/ana/checked.csv" };
    DraftDamaged: { path: "/home/ana/.local/share/sourcerer/jobs/x.json" };
    DraftTooNew: { path: "/home/ana/.local/share/sourcerer/jobs/x.json" };
    JobFileRefused: { reason: "too-large", detail: "256" }, { reason: "unusable", detail: "slug: ⟨U+202E⟩x" };
    JobFileSecret: {};
    JobFileNotWritable: { path: "/home/ana/sign-in-with-x.sourcerer" };
    JobFileRandom: {};
    ReportRefused: { reason: "damaged" }, { reason: "foreign" };
    ReportSecret: {};
    ReportNotWritable: { path: "/home/ana/sign-in-with-x.html" };
    ExportSecret: {};
    ExportNotWritable: { path: "/home/ana/sign-in-with-x.yaml" };
    NoJobOpen: {};
    InputTooLong: {};
    PracticeFailed: {};
}
