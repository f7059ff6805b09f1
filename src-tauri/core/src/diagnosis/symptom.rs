use serde::{Deserialize, Serialize};

/// The peer that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Peer {
    /// X: its token endpoint and its API.
    X,
    /// The admin's authentik server.
    Authentik,
}

/// A right of authentik's that the job needs, as its API names it (`app_label.codename`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each says what it is")]
pub enum Right {
    ViewSource,
    AddSource,
    ChangeSource,
    DeleteSource,
    ViewFlow,
    ViewStage,
    ChangeStage,
    ViewEvents,
    ViewConnections,
    AddConnection,
    DeleteConnection,
    ViewUsers,
    ViewMapping,
    AddMapping,
    ChangeMapping,
    DeleteMapping,
    ViewBinding,
    AddBinding,
    DeleteBinding,
    ViewSourceStage,
    AddSourceStage,
    ChangeSourceStage,
    DeleteSourceStage,
    ViewBrand,
    ViewSecret,
    AddSecret,
    ChangeSecret,
    DeleteSecret,
    ViewSecretValue,
    ViewPolicy,
    AddPolicy,
    ChangePolicy,
    DeletePolicy,
    ViewPolicyBinding,
    AddPolicyBinding,
    ChangePolicyBinding,
    DeletePolicyBinding,
    AddFlow,
    ChangeFlow,
    DeleteFlow,
    ChangeBinding,
    ViewWriteStage,
    AddWriteStage,
    ChangeWriteStage,
    DeleteWriteStage,
    ViewDenyStage,
    AddDenyStage,
    ChangeDenyStage,
    DeleteDenyStage,
    ViewGroup,
    AddGroup,
    DeleteGroup,
    ViewAnyPolicy,
    AddAnyPolicy,
}

impl Right {
    /// The codename to give to a role.
    pub fn codename(self) -> &'static str {
        match self {
            Self::ViewSource => "authentik_sources_oauth.view_oauthsource",
            Self::AddSource => "authentik_sources_oauth.add_oauthsource",
            Self::ChangeSource => "authentik_sources_oauth.change_oauthsource",
            Self::DeleteSource => "authentik_sources_oauth.delete_oauthsource",
            Self::ViewFlow => "authentik_flows.view_flow",
            Self::ViewStage => "authentik_stages_identification.view_identificationstage",
            Self::ChangeStage => "authentik_stages_identification.change_identificationstage",
            Self::ViewEvents => "authentik_events.view_event",
            Self::ViewConnections => "authentik_sources_oauth.view_useroauthsourceconnection",
            Self::AddConnection => "authentik_sources_oauth.add_useroauthsourceconnection",
            Self::DeleteConnection => "authentik_sources_oauth.delete_useroauthsourceconnection",
            Self::ViewUsers => "authentik_core.view_user",
            Self::ViewMapping => "authentik_sources_oauth.view_oauthsourcepropertymapping",
            Self::AddMapping => "authentik_sources_oauth.add_oauthsourcepropertymapping",
            Self::ChangeMapping => "authentik_sources_oauth.change_oauthsourcepropertymapping",
            Self::DeleteMapping => "authentik_sources_oauth.delete_oauthsourcepropertymapping",
            Self::ViewBinding => "authentik_flows.view_flowstagebinding",
            Self::AddBinding => "authentik_flows.add_flowstagebinding",
            Self::DeleteBinding => "authentik_flows.delete_flowstagebinding",
            Self::ViewSourceStage => "authentik_stages_source.view_sourcestage",
            Self::AddSourceStage => "authentik_stages_source.add_sourcestage",
            Self::ChangeSourceStage => "authentik_stages_source.change_sourcestage",
            Self::DeleteSourceStage => "authentik_stages_source.delete_sourcestage",
            Self::ViewBrand => "authentik_brands.view_brand",
            // As drafted for 2026.11 [docs/evidence/authentik.md §7.3].
            Self::ViewSecret => "authentik_crypto.view_secret",
            Self::AddSecret => "authentik_crypto.add_secret",
            Self::ChangeSecret => "authentik_crypto.change_secret",
            Self::DeleteSecret => "authentik_crypto.delete_secret",
            Self::ViewSecretValue => "authentik_crypto.view_secret_value",
            Self::ViewPolicy => "authentik_policies_expression.view_expressionpolicy",
            Self::AddPolicy => "authentik_policies_expression.add_expressionpolicy",
            Self::ChangePolicy => "authentik_policies_expression.change_expressionpolicy",
            Self::DeletePolicy => "authentik_policies_expression.delete_expressionpolicy",
            Self::ViewPolicyBinding => "authentik_policies.view_policybinding",
            Self::AddPolicyBinding => "authentik_policies.add_policybinding",
            Self::ChangePolicyBinding => "authentik_policies.change_policybinding",
            Self::DeletePolicyBinding => "authentik_policies.delete_policybinding",
            Self::AddFlow => "authentik_flows.add_flow",
            Self::ChangeFlow => "authentik_flows.change_flow",
            Self::DeleteFlow => "authentik_flows.delete_flow",
            Self::ChangeBinding => "authentik_flows.change_flowstagebinding",
            Self::ViewWriteStage => "authentik_stages_user_write.view_userwritestage",
            Self::AddWriteStage => "authentik_stages_user_write.add_userwritestage",
            Self::ChangeWriteStage => "authentik_stages_user_write.change_userwritestage",
            Self::DeleteWriteStage => "authentik_stages_user_write.delete_userwritestage",
            Self::ViewDenyStage => "authentik_stages_deny.view_denystage",
            Self::AddDenyStage => "authentik_stages_deny.add_denystage",
            Self::ChangeDenyStage => "authentik_stages_deny.change_denystage",
            Self::DeleteDenyStage => "authentik_stages_deny.delete_denystage",
            Self::ViewGroup => "authentik_core.view_group",
            Self::AddGroup => "authentik_core.add_group",
            Self::DeleteGroup => "authentik_core.delete_group",
            Self::ViewAnyPolicy => "authentik_policies.view_policy",
            Self::AddAnyPolicy => "authentik_policies.add_policy",
        }
    }
}

/// Which stored secret is gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ForgottenSecret {
    /// The API token of the server.
    ApiToken,
    /// The Client Secret of the app at X.
    ClientSecret,
    /// Both.
    Both,
    /// It isn't known which one.
    #[default]
    Unknown,
}

impl ForgottenSecret {
    /// The one that is gone, or both; none if neither is.
    pub fn new(api_token: bool, client_secret: bool) -> Option<Self> {
        match (api_token, client_secret) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::ApiToken),
            (false, true) => Some(Self::ClientSecret),
            (false, false) => None,
        }
    }

    /// Its name in the message file, if it is known which one it is.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::ApiToken => Some("token"),
            Self::ClientSecret => Some("secret"),
            Self::Both => Some("both"),
            Self::Unknown => None,
        }
    }
}

/// The process that holds a port, if the system reveals it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PortOwner {
    /// The program's name, as the system reports it.
    pub program: String,
    /// The process id.
    pub process: u32,
}

/// What can go wrong. Each variant carries the data that the text of its entry needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "symptom")]
#[expect(missing_docs, reason = "the message files say each in full: diagnosis-<id>")]
pub enum Symptom {
    // The way to a peer
    HostUnknown {
        peer: Peer,
        host: String,
    },
    ConnectionRefused {
        peer: Peer,
        host: String,
        port: u16,
    },
    TlsUntrusted {
        peer: Peer,
        host: String,
    },
    TlsOtherName {
        peer: Peer,
        host: String,
    },
    TlsExpired {
        peer: Peer,
        host: String,
    },
    TlsFailed {
        peer: Peer,
        host: String,
    },
    TimedOut {
        peer: Peer,
        host: String,
        seconds: u32,
    },
    ConnectionLost {
        peer: Peer,
        host: String,
    },
    AnswerTooLarge {
        peer: Peer,
        host: String,
    },
    CaFileUnreadable {
        path: String,
    },

    // X's token endpoint, in the order of [docs/evidence/x.md §1.5]
    XGrantTypeMissing,
    XGrantTypeUnknown,
    XClientIdMissing,
    XCodeVerifierMissing,
    XClientIdUnknown,
    XSecretRefused,
    XCodeInvalid {
        age_seconds: Option<u32>,
    },
    XRedirectDiffers,
    XVerifierDiffers,
    XTokenInvalid,
    XScopesNotGranted {
        missing: String,
    },
    // X's profile [docs/evidence/x.md §2.2]
    XTokenRefused,
    XScopeMissing,
    XScopeUngranted {
        /// The needed scopes that X didn't grant.
        missing: String,
    },
    XProfileForbidden {
        said: String,
    },
    XEmailRefused {
        /// Whether X granted `users.email`.
        granted: bool,
    },
    XClientNotEnrolled {
        app: Option<String>,
    },
    XUserNotEnrolled,
    XAppOnlyToken,
    XCreditsDepleted,
    XSpendCapReached,
    XRateLimited {
        reset: Option<String>,
    },
    XUsageCapReached,
    XProfileWithoutId,
    /// Asked for, and not in the profile; nothing else is wrong with it.
    XEmailMissing,
    // X, anywhere
    XUnavailable {
        status: u16,
    },
    /// In no form that X's API answers in: a page, or a redirect.
    XAnswerForeign {
        status: u16,
        said: String,
    },
    /// In X's form, and in no table.
    XAnswerUnknown {
        status: u16,
        said: String,
    },

    // The consent page and the way back
    AuthorizePageError,
    AuthorizeOtherAccount,
    AuthorizeLoginLoop,
    AuthorizePageBlank,
    ConsentDeclined,
    ConsentUnclear,
    CallbackSilent {
        seconds: u32,
    },
    CallbackRefused {
        error: String,
    },
    PortTaken {
        port: u16,
        #[serde(default)]
        holder: Option<PortOwner>,
    },
    PortForbidden {
        port: u16,
    },
    ListenerFailed {
        port: u16,
    },
    BrowserNotOpened,

    // authentik's API
    AuthentikNotThere {
        host: String,
        status: u16,
    },
    AuthentikRedirects {
        host: String,
        to: String,
    },
    AuthentikStarting {
        host: String,
    },
    /// 429, from authentik or a proxy before it.
    AuthentikBusy {
        host: String,
        /// Whether the answer is that of authentik's own throttle.
        #[serde(default)]
        own: bool,
        /// After how many seconds to come back; none if the answer doesn't say.
        #[serde(default)]
        seconds: Option<u32>,
    },
    /// authentik has no first administrator yet. `to` is the page of its first setup.
    AuthentikNotSetUp {
        host: String,
        to: String,
    },
    /// authentik doesn't accept the `Host` of the request. `underscore` is whether that of the asked address is the cause.
    HostRefused {
        host: String,
        status: u16,
        underscore: bool,
    },
    AuthentikUnavailable {
        host: String,
        status: u16,
    },
    AuthentikWriteFault {
        host: String,
    },
    AuthentikRefuses {
        field: String,
        said: String,
    },
    AuthentikAnswerUnknown {
        host: String,
        status: u16,
    },
    ApiTokenRefused {
        host: String,
    },
    ApiTokenMissing {
        host: String,
    },
    RightsMissing {
        user: String,
        rights: Vec<Right>,
    },
    TypeMissing {
        host: String,
    },
    /// The server's release is newer than any that the program was tried with.
    ReleaseNewer {
        version: String,
    },
    FlowMissing {
        slug: String,
    },
    LoginPageNotFound {
        host: String,
    },
    // What stands on the way to it, or in its place
    CertificateTooNew {
        host: String,
    },
    NoTlsThere {
        host: String,
        port: u16,
    },
    TlsWanted {
        host: String,
        port: u16,
    },
    ProxyAway {
        host: String,
        proxy: String,
    },
    /// `status` is 0 where the client keeps it to itself.
    ProxyRefuses {
        host: String,
        proxy: String,
        status: u16,
    },
    RedirectsToHttps {
        host: String,
        to: String,
    },
    /// `by` is the program's name; empty where its page doesn't tell.
    LoginInFront {
        host: String,
        by: String,
    },
    /// `by` is the program's name.
    GuardInFront {
        host: String,
        by: String,
    },
    /// `program` is what its page calls itself.
    OtherProgram {
        host: String,
        program: String,
    },
    NothingBehindProxy {
        host: String,
        status: u16,
    },
    CoreAway {
        host: String,
    },
    DatabaseAway {
        host: String,
    },
    /// This machine's clock less the server's, in seconds.
    /// It is trusted, and its renewal has probably failed.
    CertificateEndsSoon {
        host: String,
        days: u32,
    },
    ClockDiffers {
        host: String,
        seconds: i64,
    },
    /// The server's own setting for its address differs from the asked one by scheme or host.
    BaseUrlDiffers {
        asked: String,
        set: String,
    },
    TokenExpiresSoon {
        host: String,
        minutes: u32,
    },

    // The push
    SlugTaken {
        slug: String,
    },
    SourceDiffers {
        slug: String,
    },
    SourceExists {
        name: String,
        slug: String,
    },
    /// `what` is the object's slug or name on the server.
    ChangedMeanwhile {
        what: String,
    },
    /// `what` is the object's slug or name on the server, `field` the API's name.
    ReadBackDiffers {
        what: String,
        field: String,
    },
    SecretNeeded,
    NothingToPush,
    /// `others` are the slugs of sources on the same server whose push can be undone, joined.
    NothingToUndo {
        #[serde(default)]
        others: String,
    },
    SourceInUse {
        slug: String,
        people: u32,
    },
    /// An undo would delete an object that somebody changed after it was pushed.
    ChangedSincePush {
        name: String,
    },
    /// The token doesn't show who is linked to the source that an undo would delete.
    LinksUnseen {
        slug: String,
    },
    /// Another run of this program is writing the same.
    PushElsewhere {
        /// The slug, or the server's host where it is about its login page.
        what: String,
    },

    // The outside view
    CallbackDiffers {
        planned: String,
        seen: String,
    },
    CallbackLosesHttps {
        seen: String,
        /// Whether the release takes forwarded headers only from the proxies that are listed.
        #[serde(default)]
        only_listed: bool,
    },
    /// Both with their ports.
    CallbackOtherHost {
        planned: String,
        seen: String,
        /// Whether https is lost as well.
        #[serde(default)]
        loses_https: bool,
        /// Whether the release takes forwarded headers only from the proxies that are listed.
        #[serde(default)]
        only_listed: bool,
    },
    CallbackOtherPort {
        planned: String,
        seen: String,
    },
    /// The path below which the server is asked is missing.
    CallbackLosesPath {
        path: String,
        seen: String,
    },
    ClientIdDiffers {
        planned: String,
        seen: String,
    },
    /// What it looks like instead: `api-key`, `secret`, `damaged` or `unknown`. The value may be a secret and isn't kept.
    ClientIdOfOtherKind {
        kind: String,
        ending: String,
    },
    /// The server asks X for scopes without which a sign-in fails, because the source replaces them.
    ScopesMissing {
        missing: String,
        seen: String,
    },
    ScopesDiffer {
        planned: String,
        seen: String,
    },
    PkceNotS256 {
        method: String,
        /// The server's release; none where it isn't known.
        release: Option<String>,
    },
    /// The live redirect has no challenge at all; with one but no method, it is [`PkceNotS256`](Self::PkceNotS256).
    PkceMissing,
    SourceUnknownOrDisabled {
        slug: String,
    },
    SourceDisabled {
        slug: String,
    },
    SourceOfOtherType {
        slug: String,
        to: String,
    },
    ButtonHidden {
        slug: String,
    },
    /// Domains of other brands, joined.
    ButtonNotOnBrands {
        slug: String,
        brands: String,
        count: usize,
    },
    ButtonUnknown {
        component: String,
    },
    /// `visitor` is what is known of visitors who were sent there: `passed`, `failed`, or empty.
    LegacyHost {
        host: String,
        #[serde(default)]
        visitor: String,
    },

    // The view from inside
    /// The API knows none of this slug.
    SourceMissing {
        slug: String,
    },
    SignInFlowMissing {
        slug: String,
    },
    EnrolmentFlowMissing {
        slug: String,
    },
    /// The source's authentication flow doesn't suit who comes back from X. `why` is `identification`, `password`,
    /// `no-login` or `designation`.
    SignInFlowUnfit {
        flow: String,
        why: String,
    },
    /// The source's enrollment flow doesn't suit who comes from X. `why` is `no-write`, `identification`, `password`,
    /// `invitation` or `designation`.
    EnrolmentFlowUnfit {
        flow: String,
        why: String,
    },
    /// The mode's name in the API: `email_link` or `email_deny`.
    MatchingNeedsEmail {
        mode: String,
    },
    MatchingByUserName,
    MatchingDeniesNames,
    /// What stands between scopes in place of one space: `line-break`, `comma`, `tab` or `blank`.
    ScopesBroken {
        separator: String,
    },
    ScopesUnknown {
        scopes: String,
    },
    /// `field` is the API's name; `was` is what this machine wrote.
    SettingDrifted {
        field: String,
        was: String,
        now: String,
    },
    /// The session's secret isn't the one that was last pushed from this machine.
    SecretNotPushed,
    SecretDrifted {
        than: String,
    },
    MappingChanged {
        name: String,
    },
    MappingUnbound {
        name: String,
    },
    /// Where the fault happened: `mapping` or `callback`. `at` is the newest, by the server's clock.
    SourceFaults {
        kind: String,
        count: usize,
        at: String,
    },
    PeopleLockedOut {
        slug: String,
        count: usize,
    },

    // The test login through authentik
    LoginUnseen {
        seconds: u32,
        /// `accepted` if X accepts the client credentials at hand; otherwise empty.
        #[serde(default)]
        pair: String,
    },
    /// The browser was signed in already, so authentik linked the X account to that user.
    LoginLinked {
        user: String,
    },
    UserIsExternal {
        user: String,
    },
    UserNameTaken {
        user: String,
    },
    /// `name` is the mapping's; empty if authentik doesn't say.
    LoginMappingRaised {
        name: String,
    },
    /// authentik got something that isn't JSON in place of the profile.
    LoginProfileUnreadable,
    /// An error inside authentik; `step` is `token`, `profile` or `callback`.
    LoginServerFault {
        step: String,
    },
    /// "Could not retrieve token", and nothing is known about the client credentials.
    LoginTokenRefused,
    /// The same, but X accepts the session's client credentials, which aren't the ones that were last pushed.
    LoginSecretStale,
    /// The same, but X accepts exactly the client credentials that were last pushed from here.
    LoginPairAccepted,
    LoginProfileRefused,
    LoginStateLost,
    /// X sent the visitor back with an error.
    LoginXRefused,
    LoginServerError,
    /// authentik asks for a user name, because X returned none.
    LoginNameWanted,
    /// The source's matching mode refuses the visitor, and it isn't known which mode it is.
    LoginDenied,
    /// The browser was signed in, and the X account already belongs to another user.
    LoginSignedInAlready,
    LoginUserInactive,
    /// The visitor was matched by name, but that user is linked to another X account.
    LoginLinkedElsewhere,

    // This machine
    KeyringMissing,
    KeyringLocked,
    KeyringSilent,
    KeyringFailed,
    SecretForgotten {
        /// Which one. Jobs that were stored by older versions don't say it.
        #[serde(default)]
        secret: ForgottenSecret,
    },
    SecretMisplaced,
    /// `mode` is its rights, in octal.
    FolderOpen {
        path: String,
        mode: String,
    },
    RootsMissing,
    BrowserUnknown,
    FolderNotWritable {
        path: String,
    },
    ListUnreadable {
        path: String,
    },
    TableNotWritable {
        path: String,
    },
    DraftDamaged {
        path: String,
    },
    DraftTooNew {
        path: String,
    },
    JobFileRefused {
        reason: String,
        detail: String,
    },
    JobFileSecret,
    JobFileNotWritable {
        path: String,
    },
    JobFileRandom,
    ReportRefused {
        reason: String,
    },
    ReportSecret,
    ReportNotWritable {
        path: String,
    },
    ExportSecret,
    ExportNotWritable {
        path: String,
    },
    NoJobOpen,
    InputTooLong,
    PracticeFailed,
}
