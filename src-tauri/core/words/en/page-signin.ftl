# The page Test sign-in: its furniture. The legs, what was seen on them and the forecast come from signin.ftl and forecast.ftl.

page-signin-title = Sign in once, before anything is saved
page-signin-lead = The same requests authentik will send, from this machine. Use any X account you may sign in with.

## Before

page-signin-before = What will happen
page-signin-before-browser = Your browser opens X’s own page. Sign in there if X asks, and press **Authorize app**.
page-signin-before-back = X sends the browser back to `{ $callback }`, where Sourcerer listens while the test runs.
page-signin-before-profile = Sourcerer reads the account’s number, name and handle once. X charges the app’s owner for that one profile.
page-signin-before-revoke = The token is handed back to X. Nothing is posted, and authentik does nothing: it is only asked whether the user name is taken. The result stays in this job’s file.
page-signin-before-callback = test callback
page-signin-before-show = Show me where
page-signin-private = Open in a private window of { $browser }
page-signin-private-why = Nobody is signed in at X there: your browser’s own X session stays as it is, another account can be used, and extensions usually don’t run.
page-signin-private-by-hand = **A private window is the safer choice**: nobody is signed in at X there, another account can be used, and extensions usually don’t run. Sourcerer can’t open one in this browser. Start the test, press **Copy the link**, and paste it into a private window on this machine.
page-signin-before-practice = The page you will see is the practice X on this machine. Any button on it can be pressed.

## While it runs

page-signin-test = Test sign-in
page-signin-at-x = **Your browser is at X.** Press **Authorize app** there, then come back.
page-signin-not-opened = **Your browser didn’t open.** Copy the link below and open it in a browser on this machine.
page-signin-listening = Listening on `{ $address }` for another { $left }.
page-signin-working = **X sent you back.** The rest takes a moment.
page-signin-silent = X doesn’t report its own errors back. If its page shows one, say so below.
page-signin-saw-error = I see “Something went wrong” on X
page-signin-copy-link = Copy the link
page-signin-link = the link to X’s page
page-signin-keep-waiting = Keep waiting

## What came of it

page-signin-passed = { $passed } of { $all } legs passed
page-signin-failed = Stopped at leg { $leg } of { $all }
page-signin-stopped = You stopped the test
page-signin-again = Test again
page-signin-evidence = What X answered
page-signin-evidence-gone = The exchange was of an earlier run of Sourcerer and isn’t kept.
page-signin-no-body = no body
page-signin-choose-port = Choose another port…
page-signin-use-port = Use port { $port }
page-signin-differs = Where this test differs from authentik’s own sign-in
page-signin-old = Tested at { $time }.

page-signin-who = Who X says you are
page-signin-id = Identifier
page-signin-email = E-mail
page-signin-email-not-asked = not asked for
page-signin-email-none = X sent none
page-signin-no-name = No name
page-signin-profile = X’s answer

page-signin-forecast = What authentik would make of this
page-signin-enrol = Enrol
page-signin-link-user = Link
page-signin-refuse = Refuse
page-signin-unknown = Unknown
page-signin-turned-away = X works, but authentik would turn this person away
page-signin-turned-away-says = Right if that is what you want. Otherwise change who may sign in.
page-signin-change-names = Change it under Names
page-signin-other-account = Test with another account

## When X stops before it asks

page-signin-compare = What to compare in X’s form
page-signin-compared = { $done } of { $all } checked
page-signin-compare-callback = Is this test callback in the list, byte for byte?
page-signin-compare-callback-says = http, not https. 127.0.0.1, not localhost. The same port, and nothing after the last letter.
page-signin-compare-callback-done = It is there now, and saved
page-signin-compare-what = test callback
page-signin-compare-id = Is the Client ID from this same app?
page-signin-compare-id-says = The one here ends `…{ $ending }`. Compare it with **OAuth 2.0 Keys** of the app whose form you filled in.
page-signin-compare-id-accepted = X took the pair at { $time }, so the ID exists; it may belong to another app. It ends `…{ $ending }`.
page-signin-compare-id-done = It is this app’s
page-signin-compare-saved = Was the form saved?
page-signin-compare-saved-says = **User authentication settings** then shows **Edit**, not **Set up**, and **Website URL** is filled in.
page-signin-compare-saved-done = It is saved
page-signin-compare-production = Is the app in Production?
page-signin-compare-production-says = In **Development**, people have been let in only when they are testers.
page-signin-compare-production-done = It is in Production
page-signin-compare-down = Is X itself down?
page-signin-compare-down-says = Then nothing of yours is wrong, and waiting helps.
page-signin-compare-down-done = X is up
