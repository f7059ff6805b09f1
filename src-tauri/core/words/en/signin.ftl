# The live test: its legs, what it notes about them, and the pages that the browser shows at the end.

## The legs

signin-leg-browser = Browser opened
signin-leg-consent = Consent on X
signin-leg-callback = Callback received
signin-leg-exchange = Code exchanged
signin-leg-profile = Profile read
signin-leg-revoke = Token revoked

## The page at the test callback

signin-page-received = X sent you back
signin-page-received-next = Go back to Sourcerer. This page can be closed.
signin-page-declined = X sent you back without agreeing
signin-page-declined-next = Go back to Sourcerer, which says what to do. This page can be closed.
signin-page-unclear = X probably sent you back without agreeing
signin-page-unclear-next = Go back to Sourcerer and choose there whether to stop or to keep waiting.
signin-page-not-ours = This isn’t the sign-in that Sourcerer waits for
signin-page-not-ours-next = It was probably begun earlier. Nothing was done with it. Go back to Sourcerer, and finish in the tab that it opened last.
signin-page-already = X’s answer was received already
signin-page-already-next = Nothing was done with this one. Go back to Sourcerer. This page can be closed.

## The test callback at X, before a test

signin-callback-unticked = **The test callback isn’t ticked under X app.** X must have exactly this address in its list, port included, and the form must be saved:
signin-callback-removed = **You ticked that the test callback was removed from X.** A test needs it: put it back into X’s form first, and save.

## How a leg went, in a word

signin-verdict-pending = Not done
signin-verdict-running = Under way
signin-verdict-passed = OK
signin-verdict-warned = Warning
signin-verdict-failed = Failed

## What was seen on a leg

signin-note-browser = `{ $address }`, PKCE S256, scopes `{ $scopes }`
signin-note-foreign = A callback of another sign-in came and was refused. Finish in the tab that was opened last.
signin-note-callback = The state matches. X’s code is good for { $seconds } seconds.
signin-note-exchange = Scopes granted: `{ $scopes }`
signin-note-profile = X sent `{ $fields }`.
signin-note-profile-without-email = X sent `{ $fields }`, and no e-mail address: **Request email from users** is off, or this account has no confirmed address.
signin-note-revoke = Nothing of this test stays valid.
signin-note-not-revoked = The test’s token wasn’t revoked and stays valid for up to 2 hours. `x.com/settings/connected_apps` takes back the app’s access.

## Where the test differs from authentik’s own sign-in

signin-differs-host = This test uses `x.com` and `api.x.com`. authentik opens `twitter.com` and asks `api.twitter.com`, on every server.
signin-differs-callback = This test comes back to `{ $callback }`. authentik has a callback of its own, which this test doesn’t reach.
