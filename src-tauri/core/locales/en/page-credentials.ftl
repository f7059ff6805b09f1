# The page Credentials: its furniture. What a pasted value is, and what to do, comes from credentials.ftl.

## The two fields

page-credentials-id = Client ID
page-credentials-id-hint = On X: Keys & Tokens › OAuth 2.0 Keys. 34 characters.
page-credentials-secret = Client Secret
page-credentials-secret-hint = X shows it once, right after Save. Lost it? Press Regenerate on the same page. The old one stops working immediately.
page-credentials-secret-kept = Stored. It can’t be shown again.
page-credentials-today = today
page-credentials-use-anyway = Use it anyway
page-credentials-put-there = Move it there
page-credentials-swap = Swap them
page-credentials-show-where = Show me where
page-credentials-replacing = The stored secret stays in use until you paste a new one.
page-credentials-keep-old = Keep the old one
page-credentials-forget = Forget it
page-credentials-keyring-again = Try the keyring again
page-credentials-in-memory = Keep it in memory
page-credentials-id-refused = X doesn’t know this Client ID.
page-credentials-secret-refused = Refused by X
page-credentials-refused-at = at { $time }.

## Where it is on X

page-credentials-where = Where it is on X
page-credentials-where-app-only = App-Only Authentication
page-credentials-where-app-only-says = Bearer Token. Not this one.
page-credentials-where-old = OAuth 1.0 Keys
page-credentials-where-old-says = Consumer Key, Access Token. Not these.
page-credentials-where-new = OAuth 2.0 Keys
page-credentials-where-new-both = Client ID, Client Secret
page-credentials-where-pasted = Your value is from here.
page-credentials-where-token-pasted = Your value is a token from here.
page-credentials-where-foot = All three are on your app’s page, under **Keys & Tokens**.

## What X answered

page-credentials-asked = Checked with X, without a sign-in
page-credentials-ask-again = Check again
page-credentials-accepted = Accepted
page-credentials-refused = Refused
page-credentials-cannot-tell = Inconclusive
page-credentials-accepted-says = **Client ID and secret match.** X doesn’t document this response; the test sign-in confirms it.
page-credentials-id-only = Secret not verified
page-credentials-id-only-says = **X knows the Client ID; the secret isn’t verified.** The ID’s ending doesn’t rule out a public (native) app, and X probably gives a public app this response whatever the secret is. **Type of App** on X shows which it is.
page-credentials-refused-says = **Client ID and secret probably don’t match.** See above for what to do.
page-credentials-cannot-tell-says = **This response doesn’t show whether they match.** You can continue: the test sign-in will tell.
page-credentials-not-proven = Not checked yet: callback URL, package and credits. The test sign-in checks these.
page-credentials-foot = { $time }, { $took }. Refresh request with an invalid token; X answered “{ $said }”
page-credentials-foot-silent = { $time }, { $took }. Refresh request with an invalid token; X gave no reason.

page-credentials-naming = authentik calls these values **Consumer key** and **Consumer secret**. On X, those names mean different keys, so go by the names on this page.

page-credentials-tip = Paste both values here. Tip: select X’s whole page (Ctrl+A), copy it, and paste it into either field: Sourcerer picks out both. As soon as both are there, it checks with X whether they match; nobody is signed in and no token is issued.
