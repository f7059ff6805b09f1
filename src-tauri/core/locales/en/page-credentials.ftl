# The page Credentials: its furniture. What a pasted value is, and what to do, comes from credentials.ftl.


## The two fields

page-credentials-id = Client ID
page-credentials-id-hint = On X: Keys & Tokens › OAuth 2.0 Keys. 34 characters.
page-credentials-secret = Client Secret
page-credentials-secret-hint = X shows it once, right after Save. Lost it? Regenerate on the same page; the old one stops working at once.
page-credentials-secret-kept = It has left this page and doesn’t come back to it.
page-credentials-today = today
page-credentials-use-anyway = Use it anyway
page-credentials-put-there = Put it there
page-credentials-swap = Swap the two
page-credentials-show-where = Show me where
page-credentials-replacing = Until you paste another one, the kept one stays.
page-credentials-keep-old = Keep the old one
page-credentials-forget = Forget it
page-credentials-keyring-again = Try the keyring again
page-credentials-in-memory = Keep it in memory
page-credentials-id-refused = X doesn’t know this one.
page-credentials-secret-refused = Refused by X
page-credentials-refused-at = at { $time }.

## Where it is on X

page-credentials-where = Where it is on X
page-credentials-where-app-only = App-Only Authentication
page-credentials-where-app-only-says = Bearer Token. Not this.
page-credentials-where-old = OAuth 1.0 Keys
page-credentials-where-old-says = Consumer Key, Access Token. Not these.
page-credentials-where-new = OAuth 2.0 Keys
page-credentials-where-new-both = Client ID, Client Secret
page-credentials-where-pasted = You pasted from here.
page-credentials-where-token-pasted = You pasted a token from here.
page-credentials-where-foot = All three are on your app’s page, under **Keys & Tokens**.

## What X answered

page-credentials-asked = Asked X, without a sign-in
page-credentials-ask-again = Ask again
page-credentials-accepted = Accepted
page-credentials-refused = Refused
page-credentials-cannot-tell = Can’t tell
page-credentials-accepted-says = **X probably accepts this pair.** Others got this answer for a right one; X documents none.
page-credentials-id-only = Secret not proved
page-credentials-id-only-says = **X knows the ID; the secret isn’t proved.** The ID’s ending leaves open whether the app is a public (native) one. X probably gives such an app this answer whatever the secret. **Type of App** on X tells.
page-credentials-refused-says = **X probably doesn’t accept this pair.** What to do is above.
page-credentials-cannot-tell-says = **This answer proves nothing about the pair.** You can go on: the test sign-in shows.
page-credentials-not-proven = Not proven by this: the callback, the app’s package and its credits. Test sign-in shows those.
page-credentials-foot = { $time }, { $took }. A refresh with a false token; X answered: “{ $said }”
page-credentials-foot-silent = { $time }, { $took }. A refresh with a false token; X gave no reason.

page-credentials-naming = authentik calls these two **Consumer key** and **Consumer secret**. On X those words mean a different pair, so go by the names on this page.

page-credentials-tip = Paste both values here. Tip: select X’s whole page (Ctrl+A), copy it, and paste it into either field: Sourcerer picks out both. As soon as both are there, it checks with X whether they match; nobody is signed in and no token is issued.
