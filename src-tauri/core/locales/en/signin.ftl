# The live test: its legs, what it notes about them, and the pages that the browser shows at the end.

## The legs

signin-leg-browser = Browser opened
signin-leg-consent = Consent on X
signin-leg-callback = Callback received
signin-leg-exchange = Code exchanged
signin-leg-profile = Profile read
signin-leg-revoke = Token revoked

## Before a test, and after one that passed

signin-before-ends = X keeps one grant for each app and account. A test ends the tokens that another client of the same app, such as a bot or a scheduler, holds for the account you sign in with. authentik keeps none.
signin-differs-owner = If you signed in with the account that owns the app, the test proves little about visitors: X was reported to hand out the owner’s own profile at a balance of zero. Look at **Billing › Credits** on console.x.com, or test with another account.

## The page at the test callback

signin-page-received = X sent you back
signin-page-received-next = Go back to Sourcerer. This page can be closed.
signin-page-declined = X sent you back without agreeing
signin-page-declined-next = Go back to Sourcerer, which says what to do. This page can be closed.
signin-page-refused = X sent you back with an error
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
signin-note-callback = The state matches. X’s code is valid for { $seconds } seconds.
signin-note-exchange = Scopes granted: `{ $scopes }`
signin-note-exchange-unsaid = X didn’t say which scopes it granted, which means all that were asked for: `{ $scopes }`
signin-note-profile = X sent `{ $fields }`.
signin-note-profile-without-email = X sent `{ $fields }`, and no e-mail address: **Request email from users** is off, or this account has no confirmed address.
signin-note-profile-again = X answered “{ $said }” when it was asked for the e-mail address, so it was asked once more without it.
signin-note-revoke = X was asked to revoke the token, and agreed: nothing of this test stays valid.
signin-note-not-revoked = The test’s token wasn’t revoked and stays valid for up to 2 hours. `x.com/settings/connected_apps` takes back the app’s access.

## Where the test differs from authentik’s own sign-in

signin-differs-host = This test uses `x.com` and `api.x.com`. authentik opens `twitter.com` and asks `api.twitter.com`, on every server.
signin-differs-email = This test asks for the e-mail address together with the profile. authentik itself doesn’t: there the address takes a property mapping that asks once more.
signin-differs-callback = This test comes back to `{ $callback }`. authentik has a callback of its own, which this test doesn’t reach.

## How old X’s code was

signin-code-age = X’s code was exchanged within { $seconds } s of arriving here. It is valid for { $limit } s.
signin-code-age-near = It took { $seconds } s until X’s code was exchanged, and it is valid for { $limit } s. The way to X is slow from here; if authentik’s is as slow, people’s sign-ins will sometimes fail.
signin-code-age-pasted = X’s code was exchanged within { $seconds } s of your paste. It is valid for { $limit } s, counted from when X made it.
signin-code-age-pasted-near = It took { $seconds } s from your paste until X’s code was exchanged, and it is valid for { $limit } s, counted from when X made it. The way to X is slow from here.

## While nothing comes back

signin-advice-consent = Good: X asks you to agree. Press **Authorize app** there, below the list of what the app may do. X then sends the browser back by itself.

## What came of a paste

signin-note-callback-pasted = You pasted it, and the state matches. X’s code is valid for { $seconds } seconds.
signin-note-callback-bare = You pasted a code without its state, so nothing here shows whose sign-in it is from. X takes it only if it belongs to this test (PKCE).
signin-paste-code = Taken, and it belongs to this test. The rest takes a moment.
signin-paste-bare-code = Taken. A code alone doesn’t show that it belongs to this test; X refuses it if it doesn’t.
signin-paste-declined = It says that nobody agreed at X. The test ends with that.
signin-paste-refused = X reports `{ $error }` in it. The test ends with that.
signin-paste-unclear = It says that nobody agreed, or nothing at all, and doesn’t carry what this test sent along. If you pressed **Cancel**, stop the test; otherwise go on in the browser.
signin-paste-empty = There is nothing in it. Paste the address from the browser’s address bar.
signin-paste-still-at-x = That is an address of X’s: the browser hasn’t left X yet. Press **Authorize app** there, and paste the address that comes next.
signin-paste-other-address = That is somebody else’s address. The one wanted begins with `{ $callback }?`.
signin-paste-other-state = It belongs to another sign-in, perhaps an earlier test. Open this test’s link once more, and paste what it leads to.
signin-paste-no-code = There is no code in it. Copy the whole address, with everything after the question mark.
signin-paste-twice = The same value stands in it twice, which X doesn’t send. Copy the address once more.
signin-paste-not-a-code = That is neither an address nor a code of X’s. Copy the whole address from the browser’s address bar.
signin-paste-late = Nothing waits for it any more: X’s answer is here, or the test is over.

## What X’s error page can come from

signin-suspects-all = Any of these { $all }, likeliest first.
signin-suspects-left = { $left } of { $all } are left, likeliest first. The others are ruled out.
signin-suspects-one = One is left: everything else is ruled out.
signin-suspects-none = None that is known is left. X’s page sometimes comes without a reason, and not the next time.
signin-ruled-callback = The list that you copied from X holds it, byte for byte. That settles it if the list is of the app with this Client ID.
signin-ruled-client-id = X took this Client ID with its secret, so it exists. It may still be another app’s: then the callback is missing there.
signin-ruled-api-key = What is entered has the shape of a Client ID, not of an API Key.
signin-ruled-not-saved = X took the pair, and makes one only when the form is saved. A later change may still be unsaved.
signin-ruled-email = The test doesn’t ask for `users.email`.
signin-ruled-scopes = Every scope asked for is in X’s own list.
signin-ruled-parameters = Sourcerer handed the whole address to the browser. Only a link pasted by hand can be cut.
