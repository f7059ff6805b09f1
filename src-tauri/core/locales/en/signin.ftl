# The live test: its legs, what it notes about them, and the pages that the browser shows at the end.

## The legs

signin-leg-browser = Browser opened
signin-leg-consent = Consent on X
signin-leg-callback = Callback received
signin-leg-exchange = Code exchanged
signin-leg-profile = Profile read
signin-leg-revoke = Token revoked

## Before a test, and after one that passed

signin-before-ends = X keeps one grant per app and account. A test revokes tokens that another client of the same app, such as a bot or a scheduler, holds for the account you sign in with. authentik doesn’t keep any.
signin-differs-owner = If you signed in with the account that owns the app, the test says little about other users: X reportedly returns the owner’s own profile even at a balance of zero. Check **Billing › Credits** on console.x.com, or test with another account.

## The page at the test callback

signin-page-received = X sent you back
signin-page-received-next = You’re done here. You can close this tab and return to Sourcerer.
signin-page-declined = X sent you back without agreeing
signin-page-declined-next = Return to Sourcerer for the next step. You can close this tab.
signin-page-refused = X sent you back with an error
signin-page-unclear = X probably sent you back without agreeing
signin-page-unclear-next = Return to Sourcerer and choose whether to stop or keep waiting.
signin-page-not-ours = This isn’t the sign-in that Sourcerer is waiting for
signin-page-not-ours-next = It was probably started earlier, and was ignored. Return to Sourcerer, and finish in the tab that it opened last.
signin-page-already = X’s answer was already received
signin-page-already-next = This one was ignored. You can close this tab and return to Sourcerer.

## The test callback at X, before a test

signin-callback-unticked = **The test callback isn’t checked off under X app.** X must have exactly this address in its list, including the port, and the form must be saved:
signin-callback-removed = **You marked the test callback as removed from X.** A test needs it: add it to X’s form again, and save.

## How a leg went, in a word

signin-verdict-pending = Not done
signin-verdict-running = In progress
signin-verdict-passed = OK
signin-verdict-warned = Warning
signin-verdict-failed = Failed

## What was seen on a leg

signin-note-browser = `{ $address }`, PKCE S256, scopes `{ $scopes }`
signin-note-foreign = A callback from another sign-in arrived and was ignored. Finish in the tab that was opened last.
signin-note-callback = The state matches. X’s code is valid for { $seconds } seconds.
signin-note-exchange = Scopes granted: `{ $scopes }`
signin-note-exchange-unsaid = X didn’t report the granted scopes, which means all requested ones: `{ $scopes }`
signin-note-profile = X sent `{ $fields }`.
signin-note-profile-without-email = X sent `{ $fields }`, but no email address: **Request email from users** is off, or this account has no confirmed address.
signin-note-profile-again = X answered “{ $said }” to the request for the email address, so Sourcerer repeated it without the address.
signin-note-revoke = X revoked the token: nothing from this test stays valid.
signin-note-not-revoked = The test’s token wasn’t revoked and stays valid for up to 2 hours. You can remove the app’s access at `x.com/settings/connected_apps`.

## Where the test differs from authentik’s own sign-in

signin-differs-host = This test uses `x.com` and `api.x.com`. authentik always uses `twitter.com` and `api.twitter.com`.
signin-differs-email = This test requests the email address together with the profile. In authentik, a property mapping requests it separately.
signin-differs-callback = This test returns to `{ $callback }`. It doesn’t use authentik’s own callback.

## How old X’s code was

signin-code-age = X’s code was used within { $seconds } s (valid for { $limit } s).
signin-code-age-near = X’s code was used only after { $seconds } s, and it is valid for { $limit } s. The connection to X is slow. If the server’s connection is as slow, some sign-ins will fail.
signin-code-age-pasted = X’s code was used within { $seconds } s of pasting (valid for { $limit } s from when X issued it).
signin-code-age-pasted-near = X’s code was used only { $seconds } s after pasting, and it is valid for { $limit } s from when X issued it. The connection to X is slow.

## While nothing comes back

signin-advice-consent = Good. Press **Authorize app** there, below the list of permissions. X then sends the browser back automatically.

## What came of a paste

signin-note-callback-pasted = You pasted it, and the state matches. X’s code is valid for { $seconds } seconds.
signin-note-callback-bare = You pasted a code without its state, so Sourcerer can’t tell which sign-in it is from. X accepts it only if it belongs to this test (PKCE).
signin-paste-code = Accepted. It belongs to this test. Finishing the test…
signin-paste-bare-code = Accepted. A code alone doesn’t show that it belongs to this test; X refuses it if it doesn’t.
signin-paste-declined = It says that the request was canceled at X. This ends the test.
signin-paste-refused = It contains the error `{ $error }` from X. This ends the test.
signin-paste-unclear = It contains a refusal or nothing at all, and isn’t clearly from this test. If you pressed **Cancel**, stop the test; otherwise continue in the browser.
signin-paste-empty = Nothing was pasted. Paste the address from the browser’s address bar.
signin-paste-still-at-x = That is an X address: the browser is still at X. Press **Authorize app** there, and paste the address that comes next.
signin-paste-other-address = That is another address. The right one starts with `{ $callback }?`.
signin-paste-other-state = It belongs to another sign-in, perhaps an earlier test. Open this test’s link again, and paste the address that it leads to.
signin-paste-no-code = It contains no code. Copy the whole address, including everything after the question mark.
signin-paste-twice = It contains the same value twice, which X doesn’t send. Copy the address again.
signin-paste-not-a-code = That is neither an address nor a code from X. Copy the whole address from the browser’s address bar.
signin-paste-late = No longer needed: X’s answer has arrived, or the test is over.

## What X’s error page can come from

signin-suspects-all = { $all } possible causes, most likely first.
signin-suspects-left = { $left } of { $all } possible causes left, most likely first. The others are ruled out.
signin-suspects-one = One possible cause left: everything else is ruled out.
signin-suspects-none = All known causes are ruled out. X’s page sometimes appears for no reason, and not the next time.
signin-ruled-callback = The list you copied from X contains it exactly. This holds if the list is from the app with this Client ID.
signin-ruled-client-id = X accepted this Client ID with its secret, so it exists. If it belongs to another app, the callback is missing there.
signin-ruled-api-key = The value has the format of a Client ID, not of an API Key.
signin-ruled-not-saved = X accepted the Client ID and secret, and issues them only when the form is saved. A later change may still be unsaved.
signin-ruled-email = The test doesn’t request `users.email`.
signin-ruled-scopes = Every requested scope is in X’s own list.
signin-ruled-parameters = Sourcerer gave the browser the whole address. Only a link pasted by hand can be incomplete.
