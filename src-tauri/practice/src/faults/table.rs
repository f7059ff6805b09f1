use super::{FaultPlace, FaultRow, Tag};
use sourcerer_core::stage::Stage;

/// Defines all faults, with one row for each, ordered by their places.
macro_rules! faults {
    ($($(#[$doc:meta])+ $fault:ident = $name:literal: $place:ident, $stage:ident, $diagnosis:literal, $tag:ident;)+) => {
        /// A fault of the practice X or the practice authentik.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Fault {
            $($(#[$doc])+ $fault,)+
        }

        impl Fault {
            /// All faults, ordered by their places.
            pub const ALL: &[Self] = &[$(Self::$fault),+];

            /// The row of this fault.
            pub const fn row(self) -> FaultRow {
                match self {
                    $(Self::$fault => FaultRow {
                        name: $name,
                        place: FaultPlace::$place,
                        stage: Stage::$stage,
                        diagnosis: $diagnosis,
                        tag: Tag::$tag,
                    },)+
                }
            }
        }
    };
}

faults! {
    /// The API token belongs to a user without rights.
    TokenWithoutRights = "token-without-rights": Authentik, Server, "rights-missing", Measured;
    /// A source of another type has the slug. No push changes such a source.
    SlugTaken = "slug-taken": Authentik, Push, "slug-taken", Measured;
    /// Another admin's source for X has the slug.
    SourceOfAnotherApp = "source-of-another-app": Authentik, Push, "source-differs", Measured;
    /// Another admin disables the source as soon as it is created.
    SourceDisabled = "source-disabled": Authentik, Verify, "source-disabled", Measured;
    /// authentik is behind a proxy that drops `X-Forwarded-Proto`.
    ProxyLosesHttps = "proxy-loses-https": Authentik, Verify, "callback-loses-https", Measured;
    /// The proxy in front sends `X-Forwarded-Proto`, and isn't among those that authentik trusts
    /// [docs/evidence/authentik.md §7.2].
    ProxyUntrusted = "proxy-untrusted": Authentik, Verify, "callback-loses-https", Reported;
    /// authentik throttles this address [docs/evidence/authentik.md §7.2].
    Throttled = "throttled": Authentik, Server, "authentik-busy", Reported;
    /// authentik was never set up, and sends everybody to its first setup [docs/evidence/authentik.md §7.2].
    NotSetUp = "not-set-up": Authentik, Server, "authentik-not-set-up", Documented;
    /// The proxy in front passes on the name of its own upstream, which authentik doesn't accept as a host
    /// [docs/evidence/authentik.md §4.2].
    ProxySendsBadHost = "proxy-sends-bad-host": Authentik, Server, "host-refused", Measured;
    /// The proxy in front passes on neither the host nor the scheme that visitors asked for
    /// [docs/evidence/authentik.md §4.2].
    ProxyLosesBoth = "proxy-loses-both": Authentik, Verify, "callback-other-host", Measured;

    /// The Client Secret that was shown has been regenerated: X has another one [docs/evidence/x.md §1.5, row 6].
    WrongSecret = "wrong-secret": Credentials, XApp, "x-secret-refused", Observed;
    /// The app was deleted at X, so its Client ID is unknown [docs/evidence/x.md §1.5, row 5].
    UnknownClientId = "unknown-client-id": Credentials, XApp, "x-client-id-unknown", Reported;
    /// The app was deleted at X, and X answers with the status that some clients expect
    /// [docs/evidence/x.md §1.5, row 5].
    UnknownClientId401 = "unknown-client-id-401": Credentials, XApp, "x-client-id-unknown", ThirdParty;
    /// The type of app was changed, which created new client credentials [docs/evidence/x.md §6.2, row 15].
    AppTypeChanged = "app-type-changed": Credentials, XApp, "x-client-id-unknown", Reported;

    /// The test callback isn't in the app's list [docs/evidence/x.md §1.6].
    CallbackNotRegistered = "callback-not-registered": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback ends with a slash [docs/evidence/x.md §1.6].
    CallbackSlash = "callback-slash": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback has another port [docs/evidence/x.md §1.6].
    CallbackPort = "callback-port": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback contains `localhost` [docs/evidence/x.md §1.6, §3.3].
    CallbackLocalhost = "callback-localhost": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback begins with `https` [docs/evidence/x.md §1.6].
    CallbackScheme = "callback-scheme": Consent, SignIn, "authorize-page-error", Reported;
    /// The form "User authentication settings" lost what was typed [docs/evidence/x.md §1.6].
    FormNotSaved = "form-not-saved": Consent, SignIn, "authorize-page-error", Reported;
    /// The app was deleted after its credentials were checked [docs/evidence/x.md §1.6].
    AppDeletedLater = "app-deleted-later": Consent, SignIn, "authorize-page-error", Reported;
    /// X has suspended the app [docs/evidence/x.md §1.6].
    AppSuspended = "app-suspended": Consent, SignIn, "authorize-page-error", Inferred;
    /// The app is in Development, and the person isn't one of its testers [docs/evidence/x.md §1.6].
    NotATester = "not-a-tester": Consent, SignIn, "authorize-page-error", Reported;
    /// "Request email from users" is off although the email address is requested [docs/evidence/x.md §1.6]. Reports
    /// contradict this in part.
    EmailSwitchOff = "email-switch-off": Consent, SignIn, "authorize-page-error", Reported;
    /// X doesn't know a scope that is requested [docs/evidence/x.md §1.6].
    ScopeUnknown = "scope-unknown": Consent, SignIn, "authorize-page-error", Reported;
    /// X has an outage, which looks the same as a refusal [docs/evidence/x.md §1.6].
    XOutage = "x-outage": Consent, SignIn, "authorize-page-error", Reported;
    /// X shows "Try signing in with a different account" [docs/evidence/x.md §1.6].
    OtherAccount = "other-account": Consent, SignIn, "authorize-other-account", Reported;
    /// X shows its login page again and again [docs/evidence/x.md §1.1].
    LoginLoop = "login-loop": Consent, SignIn, "authorize-login-loop", Reported;
    /// X's page, which is drawn by a script, stays empty [docs/evidence/x.md §1.1].
    BlankPage = "blank-page": Consent, SignIn, "authorize-page-blank", Inferred;
    /// The person chooses "Cancel", and X answers as most apps expect it [docs/evidence/x.md §1.7].
    ConsentCancelled = "consent-cancelled": Consent, SignIn, "consent-declined", Unknown;
    /// The person chooses "Cancel", and X answers without a state [docs/evidence/x.md §1.7].
    CancelWithoutState = "cancel-without-state": Consent, SignIn, "consent-unclear", Unknown;
    /// The person chooses "Cancel", and X answers as in OAuth 1.0a [docs/evidence/x.md §1.7].
    CancelAsOauth1 = "cancel-as-oauth1": Consent, SignIn, "consent-unclear", Unknown;
    /// The callback has another error (RFC 6749 §4.1.2.1).
    CallbackServerError = "callback-server-error": Consent, SignIn, "callback-refused", Inferred;
    /// An error comes back with an empty state [O, docs/evidence/x.md §1.6].
    ErrorWithoutState = "error-without-state": Consent, SignIn, "callback-refused", Observed;
    /// The state that comes back is another one.
    CallbackOtherState = "callback-other-state": Consent, SignIn, "callback-silent", Inferred;
    /// The callback has neither a code nor an error [docs/evidence/x.md §1.7].
    CallbackWithoutCode = "callback-without-code": Consent, SignIn, "consent-unclear", Inferred;
    /// The person authorizes the app, and X doesn't redirect.
    NeverComesBack = "never-comes-back": Consent, SignIn, "callback-silent", Inferred;

    /// X reports that the grant type is missing [docs/evidence/x.md §1.5, row 1].
    GrantTypeMissing = "grant-type-missing": Exchange, SignIn, "x-grant-type-missing", Observed;
    /// X doesn't accept the grant type [docs/evidence/x.md §1.5, row 2].
    GrantTypeUnknown = "grant-type-unknown": Exchange, SignIn, "x-grant-type-unknown", Observed;
    /// X requires the Client ID in the body too, as it did in 2021 [docs/evidence/x.md §1.5, row 3].
    ClientIdMissing = "client-id-missing": Exchange, SignIn, "x-client-id-missing", Observed;
    /// X reports that the code verifier is missing [docs/evidence/x.md §1.5, row 4].
    VerifierMissing = "verifier-missing": Exchange, SignIn, "x-code-verifier-missing", Observed;
    /// The Client Secret is regenerated while the person is on the consent page [docs/evidence/x.md §1.5, row 6].
    SecretRegeneratedLater = "secret-regenerated-later": Exchange, SignIn, "x-secret-refused", Observed;
    /// X treats the app as a public client, whose HTTP Basic it refuses [R, docs/evidence/x.md §1.4, §1.5, row 6].
    /// Other reports contradict this.
    PublicClient = "public-client": Exchange, SignIn, "x-secret-refused", Reported;
    /// Codes are already older than 30 s when they are issued [docs/evidence/x.md §1.5, row 7].
    CodeExpired = "code-expired": Exchange, SignIn, "x-code-invalid", Observed;
    /// The code has been used by somebody else before [docs/evidence/x.md §1.5, row 7].
    CodeUsedTwice = "code-used-twice": Exchange, SignIn, "x-code-invalid", Observed;
    /// X answers as RFC 6749 says, and not as in row 7 [docs/evidence/x.md §1.5, row 11].
    InvalidGrant = "invalid-grant": Exchange, SignIn, "x-code-invalid", ThirdParty;
    /// The redirect URI of the exchange differs from that of the request [docs/evidence/x.md §1.5, row 8].
    RedirectDiffers = "redirect-differs": Exchange, SignIn, "x-redirect-differs", Documented;
    /// The code verifier doesn't match the challenge [docs/evidence/x.md §1.5, row 9].
    VerifierDiffers = "verifier-differs": Exchange, SignIn, "x-verifier-differs", Observed;
    /// The token endpoint answers 503.
    Token503 = "token-503": Exchange, SignIn, "x-unavailable", Inferred;
    /// The token endpoint answers 429: it has received too many requests.
    Token429 = "token-429": Exchange, SignIn, "x-rate-limited", Unknown;
    /// The token endpoint answers with a web page instead of JSON.
    TokenHtml = "token-html": Exchange, SignIn, "x-answer-foreign", Inferred;
    /// The token endpoint answers with an error that isn't in any published source.
    TokenOtherError = "token-other-error": Exchange, SignIn, "x-answer-unknown", Unknown;
    /// The token endpoint never answers.
    TokenHangs = "token-hangs": Exchange, SignIn, "x-timed-out", Inferred;

    /// The access token is refused [docs/evidence/x.md §2.2].
    TokenRefused = "token-refused": Profile, SignIn, "x-token-refused", Observed;
    /// The person's grant lacks `tweet.read` [docs/evidence/x.md §2.2].
    TweetReadMissing = "tweet-read-missing": Profile, SignIn, "x-scope-ungranted", Observed;
    /// The app isn't in the Pay-per-use package [docs/evidence/x.md §2.2].
    ClientNotEnrolled = "client-not-enrolled": Profile, SignIn, "x-client-not-enrolled", Documented;
    /// The app isn't in Production [docs/evidence/x.md §2.2].
    NotInProduction = "not-in-production": Profile, SignIn, "x-client-not-enrolled", Documented;
    /// X bills the person who signs in [docs/evidence/x.md §2.2].
    UserNotEnrolled = "user-not-enrolled": Profile, SignIn, "x-user-not-enrolled", Observed;
    /// X treats the token as the app's own [docs/evidence/x.md §2.2].
    AppOnlyToken = "app-only-token": Profile, SignIn, "x-app-only-token", Observed;
    /// The developer account has no credits; the answer has the older form [docs/evidence/x.md §2.2].
    CreditsDepleted = "credits-depleted": Profile, SignIn, "x-credits-depleted", Observed;
    /// The developer account has no credits; the answer has the newer form [docs/evidence/x.md §2.2].
    CreditsDepletedNewer = "credits-depleted-newer": Profile, SignIn, "x-credits-depleted", Observed;
    /// The spending limit is reached [docs/evidence/x.md §2.2].
    SpendCapReached = "spend-cap-reached": Profile, SignIn, "x-spend-cap-reached", Reported;
    /// The same, told only in the detail of a plain "Forbidden" [docs/evidence/x.md §2.2].
    SpendCapInDetail = "spend-cap-in-detail": Profile, SignIn, "x-spend-cap-reached", Reported;
    /// The profile is refused because `confirmed_email` is asked for [docs/evidence/x.md §2].
    EmailFieldRefused = "email-field-refused": Profile, SignIn, "x-email-refused", Reported;
    /// The profile is refused without a reason, although the grant has both scopes.
    ProfileForbidden = "profile-forbidden": Profile, SignIn, "x-profile-forbidden", Unknown;
    /// Too many profiles were read [docs/evidence/x.md §2.2].
    Profile429 = "profile-429": Profile, SignIn, "x-rate-limited", Observed;
    /// The allowance of an old plan is used up [docs/evidence/x.md §2.2].
    UsageCapExceeded = "usage-cap-exceeded": Profile, SignIn, "x-usage-cap-reached", Observed;
    /// X's profile endpoint answers 503 [docs/evidence/x.md §2.2].
    X503 = "x-503": Profile, SignIn, "x-unavailable", Documented;
    /// The profile has no id.
    ProfileWithoutId = "profile-without-id": Profile, SignIn, "x-profile-without-id", Inferred;
    /// The profile endpoint answers with a web page instead of JSON.
    ProfileHtml = "profile-html": Profile, SignIn, "x-answer-foreign", Inferred;
    /// The profile endpoint never answers.
    ProfileHangs = "profile-hangs": Profile, SignIn, "x-timed-out", Inferred;
}
