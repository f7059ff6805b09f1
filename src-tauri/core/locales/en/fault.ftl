# What can be made to go wrong in practice: `fault-<name>` is what a fault does, in one line, `.title` what it is called.

fault-place-credentials = Credentials
fault-place-consent = Consent page and return
fault-place-exchange = Token request
fault-place-profile = Profile
fault-place-authentik = authentik

## How well it is known that the real system does this

fault-tag-d = X or authentik documents it.
    .title = documented
fault-tag-o = Someone has published such a response.
    .title = observed
fault-tag-r = Users have reported it.
    .title = reported
fault-tag-t = Only other programs’ tests expect it.
    .title = in tests only
fault-tag-i = Inferred, not confirmed.
    .title = inferred
fault-tag-u = Nobody has published how the real one behaves.
    .title = unknown
fault-tag-m = Measured on a real server.
    .title = measured

## authentik

fault-token-without-rights = The token is valid, but its user has no permission to view or change sources.
    .title = API token without permissions
fault-slug-taken = A source of another type uses the slug, and a push never replaces it.
    .title = Slug taken
fault-source-of-another-app = The slug belongs to an X source that uses another app.
    .title = Source of another app
fault-source-disabled = Someone disables the source as soon as it is created.
    .title = Source gets disabled
fault-proxy-loses-https = The proxy drops the scheme, so authentik sends an HTTP callback.
    .title = Proxy drops HTTPS
fault-proxy-untrusted = The proxy forwards HTTPS, but authentik doesn’t trust the proxy.
    .title = authentik doesn’t trust the proxy
fault-throttled = authentik reports too many requests from this address.
    .title = Throttled by authentik
fault-not-set-up = authentik was never set up: every page leads to the initial setup.
    .title = authentik not set up yet
fault-proxy-sends-bad-host = The proxy sends the name of its own upstream, `auth_server`, which authentik doesn’t accept.
    .title = Proxy sends an invalid host
fault-proxy-loses-both = The proxy forwards neither the visitor’s host nor HTTPS.
    .title = Proxy drops host and HTTPS

## Credentials

fault-wrong-secret = The Client Secret was regenerated after you copied it; X rejects it when checked.
    .title = Outdated Client Secret
fault-unknown-client-id = X no longer knows the Client ID.
    .title = App deleted on X
fault-unknown-client-id-401 = X no longer knows the Client ID, and answers 401 instead of 400.
    .title = App deleted on X, other status
fault-app-type-changed = Another Type of App was saved, so the copied credentials no longer work.
    .title = Type of app changed

## Consent page and the way back

fault-callback-not-registered = The test callback isn’t in X’s list, so X shows “Something went wrong”.
    .title = Callback not registered
fault-callback-slash = X’s list has the test callback with an extra slash at the end.
    .title = Callback with an extra slash
fault-callback-port = X’s list has the test callback with another port.
    .title = Callback with another port
fault-callback-localhost = X’s list has the test callback with localhost instead of 127.0.0.1.
    .title = Callback with localhost
fault-callback-scheme = X’s list has the test callback with HTTPS instead of HTTP.
    .title = Callback with HTTPS
fault-form-not-saved = User authentication settings was filled in but never saved.
    .title = Form not saved
fault-app-deleted-later = Someone deletes the app between the credentials check and the sign-in.
    .title = App deleted later
fault-app-suspended = X shows “Something went wrong” to everyone who comes from the app.
    .title = App suspended
fault-not-a-tester = The app is in Development, and the X account isn’t one of its testers.
    .title = Not a tester of the app
fault-email-switch-off = Request email from users is off, and X refuses. Only if the email address is requested.
    .title = Email setting is off
fault-scope-unknown = X doesn’t know one of the requested scopes.
    .title = Unknown scope
fault-x-outage = X’s consent page is down, and looks like any other refusal.
    .title = X outage
fault-other-account = X shows “Try signing in with a different account”.
    .title = X wants another account
fault-login-loop = X asks to log in over and over.
    .title = X keeps asking to log in
fault-blank-page = X’s page stays blank.
    .title = Blank page
fault-consent-cancelled = X sends the browser back as if Cancel was pressed.
    .title = Cancel, as most apps expect it
fault-cancel-without-state = Cancel returns an error without a state; the test waits until it times out.
    .title = Cancel without a state
fault-cancel-as-oauth1 = Cancel returns denied, as in OAuth 1.0a; the test waits until it times out.
    .title = Cancel, OAuth 1.0a style
fault-callback-server-error = The browser returns with the error server_error.
    .title = X returns an error
fault-error-without-state = The browser returns with the error invalid_request and an empty state.
    .title = X returns an error without a state
fault-callback-other-state = A code arrives with another state and is ignored; the test waits until it times out.
    .title = Wrong state
fault-callback-without-code = The browser returns without a code; the test waits until it times out.
    .title = No code
fault-never-comes-back = After consent, X doesn’t send the browser back; the test waits until it times out.
    .title = No return from X

## Exchange of the code

fault-grant-type-missing = X says that grant_type is missing.
    .title = X finds no grant type
fault-grant-type-unknown = X says that the grant type is invalid.
    .title = X rejects the grant type
fault-client-id-missing = X requires the Client ID in the body too, as it did in 2021.
    .title = X finds no Client ID
fault-verifier-missing = X says that the PKCE verifier is missing.
    .title = X finds no verifier
fault-secret-regenerated-later = Someone regenerates the Client Secret while you are on the consent page.
    .title = Secret regenerated later
fault-public-client = X treats the app as a public client and rejects its secret.
    .title = App treated as public
fault-code-expired = Consent works, then X rejects the code: it is older than 30 seconds.
    .title = Code too late
fault-code-used-twice = Consent works, then X rejects the code: it was already used.
    .title = Code already used
fault-invalid-grant = X rejects the code with invalid_grant, the standard’s error.
    .title = Code rejected with another error
fault-redirect-differs = X says that the callback differs from the one on the consent page.
    .title = X sees another callback
fault-verifier-differs = X says that the PKCE verifier doesn’t match its challenge.
    .title = X sees another verifier
fault-token-503 = The token endpoint answers 503.
    .title = Token endpoint overloaded
fault-token-429 = The token endpoint answers 429.
    .title = Too many token requests
fault-token-html = The token endpoint answers with a web page.
    .title = Web page instead of a token
fault-token-other-error = The token endpoint answers with an error that nobody has published.
    .title = Unknown error
fault-token-hangs = The token endpoint accepts the request and never answers.
    .title = Token endpoint hangs

## Profile

fault-token-refused = Consent works, then X rejects the access token with 401.
    .title = Access token rejected
fault-tweet-read-missing = The grant lacks tweet.read, and X refuses the profile.
    .title = Grant lacks tweet.read
fault-client-not-enrolled = The app isn’t in the Pay-per-use package: X refuses the profile with 403.
    .title = App not in Pay-per-use
fault-not-in-production = The app’s environment is Development: X refuses the profile with 403, even for a tester.
    .title = App not in Production
fault-user-not-enrolled = X wants to bill the user who signs in.
    .title = User not enrolled
fault-app-only-token = X treats the access token as the app’s own Bearer Token.
    .title = Token treated as the app’s own
fault-credits-depleted = X wants to be paid before it returns the profile.
    .title = No credits left at X
fault-credits-depleted-newer = The same, with the error that X has used since 2026.
    .title = No credits left, newer error
fault-spend-cap-reached = The spending limit of the billing cycle is reached.
    .title = Spending limit reached
fault-spend-cap-in-detail = Only the detail of a plain 403 Forbidden mentions the spending limit.
    .title = Spending limit, in the details only
fault-email-field-refused = X refuses the profile with 403 if the email address is requested.
    .title = Email address refused
fault-profile-forbidden = X refuses the profile with 403 and no reason, although both scopes are granted.
    .title = Profile refused without a reason
fault-profile-429 = Too many profiles were read; X reports when to try again.
    .title = Too many profiles
fault-usage-cap-exceeded = The monthly allowance of an old plan is used up.
    .title = Allowance used up
fault-x-503 = X answers 503 to the profile request. Only waiting helps.
    .title = X is overloaded
fault-profile-without-id = The profile has no ID, so users can’t be told apart.
    .title = Profile without an ID
fault-profile-html = X returns a web page instead of the profile.
    .title = Web page instead of the profile
fault-profile-hangs = The profile endpoint accepts the request and never answers.
    .title = Profile endpoint hangs
