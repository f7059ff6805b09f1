# What can be made to go wrong in practice: `fault-<name>` is what a fault does, in one line, `.title` what it is called.

fault-place-credentials = Credentials
fault-place-consent = Consent page and the way back
fault-place-exchange = Exchange of the code
fault-place-profile = Profile
fault-place-authentik = authentik

## How well it is known that the real system does this

fault-tag-d = X or authentik documents it.
    .title = documented
fault-tag-o = Somebody has published such an answer.
    .title = observed
fault-tag-r = People have reported it.
    .title = reported
fault-tag-t = Only tests of other programs expect it.
    .title = in tests only
fault-tag-i = Inferred, never seen.
    .title = inferred
fault-tag-u = Nobody has published how the real one behaves.
    .title = not known
fault-tag-m = Measured on a real server.
    .title = measured

## authentik

fault-token-without-rights = authentik knows the token, but its user may not read or write sources.
    .title = API token without rights
fault-slug-taken = A source of another type has the slug, and a push never takes that over.
    .title = The slug is taken
fault-source-of-another-app = The slug belongs to a source for X that uses somebody else’s app.
    .title = The source is another app’s
fault-source-disabled = Somebody switches the source off as soon as it is made.
    .title = The source gets disabled
fault-proxy-loses-https = The proxy drops the scheme, so authentik sends a callback with http.
    .title = The proxy loses https
fault-proxy-untrusted = The proxy tells authentik of https, but isn’t among the proxies that authentik trusts.
    .title = authentik doesn’t trust the proxy
fault-throttled = authentik answers that this address sends too many requests.
    .title = Address throttled by authentik
fault-not-set-up = authentik was installed and never set up: every page leads to its first setup.
    .title = authentik not set up yet
fault-proxy-sends-bad-host = The proxy passes on the name of its own upstream, `auth_server`, which authentik doesn’t accept as a host.
    .title = The proxy passes on a bad host
fault-proxy-loses-both = The proxy passes on neither the host that visitors asked for nor https.
    .title = The proxy loses host and https

## Credentials

fault-wrong-secret = The Client Secret was regenerated since it was copied; X refuses the pair when asked.
    .title = The Client Secret is an old one
fault-unknown-client-id = X no longer knows the Client ID.
    .title = The app was deleted at X
fault-unknown-client-id-401 = X no longer knows the Client ID, and says so with status 401 in place of 400.
    .title = The app was deleted, other status
fault-app-type-changed = Another Type of App was saved, which made new credentials; those copied no longer work.
    .title = The type of app was changed

## Consent page and the way back

fault-callback-not-registered = The test callback isn’t in X’s list, so X shows “Something went wrong”.
    .title = Callback not registered
fault-callback-slash = X’s list has the test callback with a slash at its end.
    .title = Callback with an extra slash
fault-callback-port = X’s list has the test callback with another port.
    .title = Callback with another port
fault-callback-localhost = X’s list has the test callback with localhost instead of 127.0.0.1.
    .title = Callback with localhost
fault-callback-scheme = X’s list has the test callback with https instead of http.
    .title = Callback with https
fault-form-not-saved = What was typed into User authentication settings is gone; Save was never pressed.
    .title = The form wasn’t saved
fault-app-deleted-later = Somebody deletes the app between the check of the pair and the sign-in.
    .title = The app is deleted later
fault-app-suspended = X shows “Something went wrong” to everybody who comes from the app.
    .title = The app is suspended
fault-not-a-tester = The app is in Development, and the X account isn’t one of its testers.
    .title = Not a tester of the app
fault-email-switch-off = Request email from users is off, and X minds. Only if the e-mail address is asked for.
    .title = The e-mail switch is off
fault-scope-unknown = X doesn’t know one of the scopes that are asked for.
    .title = A scope that X doesn’t know
fault-x-outage = X’s consent page is down, and looks like any refusal.
    .title = X has an outage
fault-other-account = X shows “Try signing in with a different account”.
    .title = X wants another account
fault-login-loop = X asks to log in, again and again.
    .title = X keeps asking to log in
fault-blank-page = X’s page stays empty.
    .title = A blank page
fault-consent-cancelled = X sends the browser back as if Cancel had been pressed.
    .title = Cancel, as most apps expect it
fault-cancel-without-state = Cancel comes back with an error and no state; the test waits to its end.
    .title = Cancel without a state
fault-cancel-as-oauth1 = Cancel comes back as OAuth 1.0a has it, with denied; the test waits to its end.
    .title = Cancel in the old way
fault-callback-server-error = The browser comes back with the error server_error.
    .title = X sends an error back
fault-error-without-state = The browser comes back with the error invalid_request and an empty state.
    .title = X sends an error back without a state
fault-callback-other-state = A code comes back with another state; it is refused, and the test waits to its end.
    .title = The state is another one
fault-callback-without-code = The browser comes back without a code; the test waits to its end.
    .title = No code comes back
fault-never-comes-back = After consent X goes nowhere; the test waits to its end.
    .title = Nothing comes back

## Exchange of the code

fault-grant-type-missing = X says that grant_type is missing.
    .title = X finds no grant type
fault-grant-type-unknown = X says that the grant type is invalid.
    .title = X rejects the grant type
fault-client-id-missing = X wants the Client ID in the body too, as it did in 2021.
    .title = X finds no Client ID
fault-verifier-missing = X says that the PKCE verifier is missing.
    .title = X finds no verifier
fault-secret-regenerated-later = Somebody regenerates the Client Secret while you are at the consent page.
    .title = The secret is regenerated later
fault-public-client = X takes the app for a public client and refuses its secret.
    .title = X takes the app for a public one
fault-code-expired = Consent works, then X refuses the code: it is older than 30 seconds.
    .title = The code comes too late
fault-code-used-twice = Consent works, then X refuses the code: somebody has used it.
    .title = The code was used already
fault-invalid-grant = X refuses the code with invalid_grant, as the standard has it.
    .title = The code is refused in other words
fault-redirect-differs = X says that the callback differs from the one on the consent page.
    .title = X sees another callback
fault-verifier-differs = X says that the PKCE verifier doesn’t match its challenge.
    .title = X sees another verifier
fault-token-503 = The token endpoint answers 503.
    .title = The token endpoint is overloaded
fault-token-429 = The token endpoint answers 429.
    .title = Too many exchanges
fault-token-html = The token endpoint answers with a web page.
    .title = A web page instead of tokens
fault-token-other-error = The token endpoint answers with an error that nobody has published.
    .title = An unknown error
fault-token-hangs = The token endpoint takes the request and never answers.
    .title = The token endpoint hangs

## Profile

fault-token-refused = Consent works, then X refuses the access token with 401.
    .title = The access token is refused
fault-tweet-read-missing = The grant lacks tweet.read, and X refuses the profile.
    .title = The grant lacks tweet.read
fault-client-not-enrolled = The app isn’t in the Pay-per-use package: the profile answers 403.
    .title = The app isn’t in Pay-per-use
fault-not-in-production = The app’s environment is Development: the profile answers 403, even to a tester.
    .title = The app isn’t in Production
fault-user-not-enrolled = X wants to bill the person who signs in.
    .title = The person isn’t enrolled
fault-app-only-token = X takes the access token for the app’s own Bearer Token.
    .title = The token is taken for the app’s own
fault-credits-depleted = X wants to be paid before it hands out the profile.
    .title = No credits left at X
fault-credits-depleted-newer = The same, in the words that X uses since 2026.
    .title = No credits left, in newer words
fault-spend-cap-reached = The spending limit of the billing cycle is reached.
    .title = The spending limit is reached
fault-spend-cap-in-detail = Only the detail of a plain 403 Forbidden says that the spending limit is reached.
    .title = The spending limit, in small print
fault-email-field-refused = X refuses the profile with 403 as soon as the e-mail address is asked for.
    .title = The e-mail address is refused
fault-profile-forbidden = X refuses the profile with 403 and no reason, although both scopes were granted.
    .title = The profile is refused without a reason
fault-profile-429 = Too many profiles were read; X says when the next may be.
    .title = Too many profiles
fault-usage-cap-exceeded = The month’s allowance of an old plan is used up.
    .title = The plan is used up
fault-x-503 = The profile answers 503. Waiting helps, nothing else.
    .title = X is overloaded
fault-profile-without-id = The profile comes without an id, so nobody can be told from another.
    .title = A profile without an id
fault-profile-html = The profile comes as a web page.
    .title = A web page instead of the profile
fault-profile-hangs = The profile endpoint takes the request and never answers.
    .title = The profile endpoint hangs
