use super::{Place, Row, Tag};
use sourcerer_core::stage::Stage;

/// One row a fault, by their places.
macro_rules! faults {
    ($($(#[$doc:meta])+ $fault:ident = $name:literal: $place:ident, $stage:ident, $diagnosis:literal, $tag:ident;)+) => {
        /// Something that goes wrong at the practice X or the practice authentik.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Fault {
            $($(#[$doc])+ $fault,)+
        }

        impl Fault {
            /// Every fault, by their places.
            pub const ALL: &[Self] = &[$(Self::$fault),+];

            /// What is known of it.
            pub const fn row(self) -> Row {
                match self {
                    $(Self::$fault => Row {
                        name: $name,
                        place: Place::$place,
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
    /// The API token is of a user without rights.
    TokenWithoutRights = "token-without-rights": Authentik, Server, "rights-missing", Measured;
    /// A source of another type has the slug, which no push takes over.
    SlugTaken = "slug-taken": Authentik, Push, "slug-taken", Measured;
    /// Somebody else's source for X has the slug.
    SourceOfAnotherApp = "source-of-another-app": Authentik, Push, "source-differs", Measured;
    /// Somebody disables the source as soon as it is made.
    SourceDisabled = "source-disabled": Authentik, Verify, "source-disabled", Measured;
    /// authentik stands behind a proxy that drops `X-Forwarded-Proto`.
    ProxyLosesHttps = "proxy-loses-https": Authentik, Verify, "callback-loses-https", Measured;

    /// The Client Secret handed out was regenerated since: X knows another one [§1.5, 6].
    WrongSecret = "wrong-secret": Credentials, Credentials, "x-secret-refused", Observed;
    /// The app was deleted at X: its Client ID is unknown [§1.5, 5].
    UnknownClientId = "unknown-client-id": Credentials, Credentials, "x-client-id-unknown", Reported;
    /// The same, with the status that some clients expect [§1.5, 5].
    UnknownClientId401 = "unknown-client-id-401": Credentials, Credentials, "x-client-id-unknown", ThirdParty;
    /// The type of app was changed, which made new credentials [§6.2, 15].
    AppTypeChanged = "app-type-changed": Credentials, Credentials, "x-client-id-unknown", Reported;

    /// The test callback isn't in the app's list [§1.6].
    CallbackNotRegistered = "callback-not-registered": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback ends with a slash [§1.6].
    CallbackSlash = "callback-slash": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback has another port [§1.6].
    CallbackPort = "callback-port": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback says `localhost` [§1.6, §3.3].
    CallbackLocalhost = "callback-localhost": Consent, SignIn, "authorize-page-error", Reported;
    /// The registered test callback says `https` [§1.6].
    CallbackScheme = "callback-scheme": Consent, SignIn, "authorize-page-error", Reported;
    /// "User authentication settings" lost what was typed [§1.6].
    FormNotSaved = "form-not-saved": Consent, SignIn, "authorize-page-error", Reported;
    /// The app was deleted after its credentials were checked [§1.6].
    AppDeletedLater = "app-deleted-later": Consent, SignIn, "authorize-page-error", Reported;
    /// X has suspended the app [§1.6].
    AppSuspended = "app-suspended": Consent, SignIn, "authorize-page-error", Inferred;
    /// The app is in Development, and the person is no tester of it [§1.6].
    NotATester = "not-a-tester": Consent, SignIn, "authorize-page-error", Reported;
    /// "Request email from users" is off while the address is asked for [§1.6, contradicted in part].
    EmailSwitchOff = "email-switch-off": Consent, SignIn, "authorize-page-error", Reported;
    /// X doesn't know a scope that is asked for [§1.6].
    ScopeUnknown = "scope-unknown": Consent, SignIn, "authorize-page-error", Reported;
    /// X has an outage, which looks like any refusal [§1.6].
    XOutage = "x-outage": Consent, SignIn, "authorize-page-error", Reported;
    /// "Try signing in with a different account" [§1.6].
    OtherAccount = "other-account": Consent, SignIn, "authorize-other-account", Reported;
    /// X asks to log in, again and again [§1.1].
    LoginLoop = "login-loop": Consent, SignIn, "authorize-login-loop", Reported;
    /// X's page, which is drawn by a script, stays empty [§1.1].
    BlankPage = "blank-page": Consent, SignIn, "authorize-page-blank", Inferred;
    /// "Cancel", as most apps expect it [§1.7].
    ConsentCancelled = "consent-cancelled": Consent, SignIn, "consent-declined", Unknown;
    /// "Cancel" without a state [§1.7].
    CancelWithoutState = "cancel-without-state": Consent, SignIn, "consent-unclear", Unknown;
    /// "Cancel" as in OAuth 1.0a [§1.7].
    CancelAsOauth1 = "cancel-as-oauth1": Consent, SignIn, "consent-unclear", Unknown;
    /// Another error comes back (RFC 6749 §4.1.2.1).
    CallbackServerError = "callback-server-error": Consent, SignIn, "callback-refused", Inferred;
    /// The state that comes back is another one.
    CallbackOtherState = "callback-other-state": Consent, SignIn, "callback-silent", Inferred;
    /// Neither a code nor an error comes back [§1.7].
    CallbackWithoutCode = "callback-without-code": Consent, SignIn, "consent-unclear", Inferred;
    /// The person agrees, and X goes nowhere.
    NeverComesBack = "never-comes-back": Consent, SignIn, "callback-silent", Inferred;

    /// Row 1 of §1.5.
    GrantTypeMissing = "grant-type-missing": Exchange, SignIn, "x-grant-type-missing", Observed;
    /// Row 2 of §1.5.
    GrantTypeUnknown = "grant-type-unknown": Exchange, SignIn, "x-grant-type-unknown", Observed;
    /// Row 3 of §1.5: X wants the Client ID in the body too, as it did in 2021.
    ClientIdMissing = "client-id-missing": Exchange, SignIn, "x-client-id-missing", Observed;
    /// Row 4 of §1.5.
    VerifierMissing = "verifier-missing": Exchange, SignIn, "x-code-verifier-missing", Observed;
    /// Row 6 of §1.5: the secret is regenerated while the person is at the consent page.
    SecretRegeneratedLater = "secret-regenerated-later": Exchange, SignIn, "x-secret-refused", Observed;
    /// Row 6 of §1.5: X takes the app for a public client, whose HTTP Basic it refuses [R, contradicted, §1.4].
    PublicClient = "public-client": Exchange, SignIn, "x-secret-refused", Reported;
    /// Row 7 of §1.5: codes are older than 30 s when they are handed out.
    CodeExpired = "code-expired": Exchange, SignIn, "x-code-invalid", Observed;
    /// Row 7 of §1.5: somebody was faster with the code.
    CodeUsedTwice = "code-used-twice": Exchange, SignIn, "x-code-invalid", Observed;
    /// What RFC 6749 says in place of row 7.
    InvalidGrant = "invalid-grant": Exchange, SignIn, "x-code-invalid", ThirdParty;
    /// Row 8 of §1.5.
    RedirectDiffers = "redirect-differs": Exchange, SignIn, "x-redirect-differs", Documented;
    /// Row 9 of §1.5.
    VerifierDiffers = "verifier-differs": Exchange, SignIn, "x-verifier-differs", Observed;
    /// The token endpoint answers 503.
    Token503 = "token-503": Exchange, SignIn, "x-unavailable", Inferred;
    /// The token endpoint has had too many requests.
    Token429 = "token-429": Exchange, SignIn, "x-rate-limited", Unknown;
    /// A page comes in place of JSON.
    TokenHtml = "token-html": Exchange, SignIn, "x-answer-foreign", Inferred;
    /// An error that nobody has published.
    TokenOtherError = "token-other-error": Exchange, SignIn, "x-answer-unknown", Unknown;
    /// The token endpoint never answers.
    TokenHangs = "token-hangs": Exchange, SignIn, "x-timed-out", Inferred;

    /// The access token is refused [§2.2].
    TokenRefused = "token-refused": Profile, SignIn, "x-token-refused", Observed;
    /// The person's grant lacks `tweet.read` [§2.2].
    TweetReadMissing = "tweet-read-missing": Profile, SignIn, "x-scope-missing", Observed;
    /// The app isn't in the Pay-per-use package [§2.2].
    ClientNotEnrolled = "client-not-enrolled": Profile, SignIn, "x-client-not-enrolled", Documented;
    /// The app isn't in Production [§2.2].
    NotInProduction = "not-in-production": Profile, SignIn, "x-client-not-enrolled", Documented;
    /// X bills the person who signs in [§2.2].
    UserNotEnrolled = "user-not-enrolled": Profile, SignIn, "x-user-not-enrolled", Observed;
    /// X takes the token for the app's own [§2.2].
    AppOnlyToken = "app-only-token": Profile, SignIn, "x-app-only-token", Observed;
    /// The developer account has no credits, in X's first words [§2.2].
    CreditsDepleted = "credits-depleted": Profile, SignIn, "x-credits-depleted", Observed;
    /// The developer account has no credits, in X's newer words [§2.2].
    CreditsDepletedNewer = "credits-depleted-newer": Profile, SignIn, "x-credits-depleted", Observed;
    /// The spending limit is reached [§2.2].
    SpendCapReached = "spend-cap-reached": Profile, SignIn, "x-spend-cap-reached", Reported;
    /// Too many profiles were read [§2.2].
    Profile429 = "profile-429": Profile, SignIn, "x-rate-limited", Observed;
    /// The allowance of an old plan is used up [§2.2].
    UsageCapExceeded = "usage-cap-exceeded": Profile, SignIn, "x-usage-cap-reached", Observed;
    /// X's profile endpoint answers 503 [§2.2].
    X503 = "x-503": Profile, SignIn, "x-unavailable", Documented;
    /// The profile has no id.
    ProfileWithoutId = "profile-without-id": Profile, SignIn, "x-profile-without-id", Inferred;
    /// A page comes in place of JSON.
    ProfileHtml = "profile-html": Profile, SignIn, "x-answer-foreign", Inferred;
    /// The profile endpoint never answers.
    ProfileHangs = "profile-hangs": Profile, SignIn, "x-timed-out", Inferred;
}
