# The page Test sign-in: its furniture. The legs, what was seen on them and the forecast come from signin.ftl and forecast.ftl.

page-signin-title = Test sign-in
page-signin-lead = Sign in with any X account. Sourcerer sends the same requests that authentik will send. Nothing is saved on the server.

## Before

page-signin-before = What happens
page-signin-before-browser = Your browser opens X. Sign in there if asked, and press **Authorize app**.
page-signin-before-back = X sends the browser back to `{ $callback }`, where Sourcerer listens while the test runs.
page-signin-before-profile = Sourcerer reads the account ID, name and handle once. X charges the app’s owner for that one profile.
page-signin-before-revoke = Then the token is revoked. Nothing is posted on X or changed in authentik.
page-signin-before-callback = test callback
page-signin-before-show = Show me where
page-signin-by-server = Test through { $host }, where authentik sends visitors
page-signin-by-server-why = This test normally opens `x.com`. Users report failed sign-ins at `{ $host }` even with a correct setup; this option shows whether you are affected.
page-signin-private = Open in a private window of { $browser }
page-signin-private-why = You aren’t signed in to X there, so you can use another account and your own X session stays as it is. Extensions usually don’t run.
page-signin-private-by-hand = **We recommend a private window**: you aren’t signed in to X there, you can use another account, and extensions usually don’t run. Sourcerer can’t open one in this browser. Start the test, press **Copy link**, and paste it into a private window on this computer.
page-signin-before-practice = You’ll see the simulated X page. Try any button.

## While it runs

page-signin-test = Test sign-in
page-signin-at-x = **Your browser is at X.** Press **Authorize app** there, then come back.
page-signin-not-opened = **Your browser didn’t open.** Copy the link below and open it in a browser on this computer.
page-signin-listening = Listening on `{ $address }` for another { $left }.
page-signin-working = **X sent you back.** Finishing the test…
page-signin-silent = X doesn’t tell Sourcerer about errors on its own page. If you see one, choose it below.
page-signin-saw-error = I see “Something went wrong” on X
page-signin-copy-link = Copy link
page-signin-link = the link to X’s page
page-signin-keep-waiting = Keep waiting

## When nothing comes back

page-signin-still = Still waiting
page-signin-still-says = Nothing has come back from X yet. That’s fine while you’re signing in there. What does the browser show?
page-signin-sees-goes-on = the test goes on
page-signin-sees-ends = ends the test
page-signin-sees-consent = X asks you to authorize the app
page-signin-sees-wrong = “Something went wrong”
page-signin-sees-account = “Try signing in with a different account”
page-signin-sees-login = X’s login page, over and over
page-signin-sees-blank = A blank page
page-signin-sees-unreachable = “Can’t be reached”, or it’s on another computer
page-signin-causes = Possible causes of “Something went wrong”

## When the browser can’t come back

page-signin-elsewhere = Browser on another computer
page-signin-paste = Address from the browser
page-signin-paste-hint = Press **Authorize app** on X. The browser then fails to open `{ $callback }`: copy that whole address and paste it here within 30 seconds. The code alone also works.
page-signin-paste-use = Use it

## What came of it

page-signin-passed = { $passed } of { $all } steps passed
page-signin-failed = Failed at step { $leg } of { $all }
page-signin-stopped = You stopped the test
page-signin-again = Test again
page-signin-evidence = X’s response
page-signin-evidence-gone = The request log is from an earlier run and wasn’t saved.
page-signin-no-body = no body
page-signin-choose-port = Choose another port…
page-signin-use-port = Use port { $port }
page-signin-scopes = Scopes: requested and granted
page-signin-scopes-asked = Requested
page-signin-scopes-granted = Granted
page-signin-scopes-missing = Not granted
page-signin-scopes-extra = Also granted
page-signin-scopes-none = none
page-signin-differs = How this test differs from sign-in through authentik
page-signin-old = Tested at { $time }.

page-signin-who = Who X says you are
page-signin-id = X account ID (`id`)
page-signin-name = Name (`name`)
page-signin-handle = Handle (`username`)
page-signin-email = Email (`confirmed_email`)
page-signin-email-not-asked = not requested
page-signin-none = none
page-signin-no-name = No name
page-signin-profile = X’s response

page-signin-forecast = What authentik will do with this X account
page-signin-sign-in = Sign in
page-signin-enrol = Create user
page-signin-external = New users will see “Permission denied”
page-signin-prompt = Ask for a username, then create user
page-signin-link-user = Link to existing user
page-signin-takeover = Signs in as a superuser
page-signin-stop = Fail: username taken
page-signin-refuse = Refuse
page-signin-unknown = Unknown
page-signin-doubts = What isn’t known
page-signin-turned-away = X works, but authentik would refuse this visitor
page-signin-turned-away-says = If that isn’t what you want, change who can sign in.
page-signin-change-names = Change in Names
page-signin-other-account = Test with another account

## When X stops before it asks

page-signin-suspects = Possible causes
page-signin-suspects-test = test callback
page-signin-suspects-out = { $count ->
    [one] One cause ruled out
   *[other] { $count } causes ruled out
}
page-signin-suspect-out = Ruled out
page-signin-suspect-done = Checked: not the cause
page-signin-remedies = Fix
