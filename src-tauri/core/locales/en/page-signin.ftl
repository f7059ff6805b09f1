# The page Test sign-in: its furniture. The legs, what was seen on them and the forecast come from signin.ftl and forecast.ftl.

page-signin-title = Sign in once, before anything is saved
page-signin-lead = The same requests authentik will send, from this machine. Use any X account you may sign in with.

## Before

page-signin-before = What will happen
page-signin-before-browser = Your browser opens X’s own page. Sign in there if X asks, and press **Authorize app**.
page-signin-before-back = X sends the browser back to `{ $callback }`, where Sourcerer listens while the test runs.
page-signin-before-profile = Sourcerer reads the account’s number, name and handle once. X charges the app’s owner for that one profile.
page-signin-before-revoke = The token is revoked again. Nothing is posted, and authentik does nothing: it is only asked whether the user name is taken. The result stays in this job’s file.
page-signin-before-callback = test callback
page-signin-before-show = Show me where
page-signin-by-server = Test by { $host }, where authentik sends visitors
page-signin-by-server-why = This test usually opens `x.com`. People report that sign-ins fail at `{ $host }` although everything is set up right: a test that goes that way shows whether they do for you.
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
page-signin-silent = X doesn’t report its own errors back. If its page shows one, say so here.
page-signin-saw-error = I see “Something went wrong” on X
page-signin-copy-link = Copy the link
page-signin-link = the link to X’s page
page-signin-keep-waiting = Keep waiting

## When nothing comes back

page-signin-still = Still waiting
page-signin-still-says = Nothing has come back from X yet. That is fine while you sign in there. What does the browser show?
page-signin-sees-goes-on = the test goes on
page-signin-sees-ends = ends the test
page-signin-sees-consent = X asks to authorize the app
page-signin-sees-wrong = “Something went wrong”
page-signin-sees-account = “Try signing in with a different account”
page-signin-sees-login = X’s log-in page, again and again
page-signin-sees-blank = A blank page
page-signin-sees-unreachable = “Can’t be reached”, or it runs on another computer
page-signin-causes = What can cause “Something went wrong”

## When the browser can’t come back

page-signin-elsewhere = My browser is elsewhere
page-signin-paste = Address from the browser’s address bar
page-signin-paste-hint = Press **Authorize app** at X. The browser then fails to open `{ $callback }`: copy that whole address and paste it here within half a minute. The code alone is enough, too.
page-signin-paste-use = Use it

## What came of it

page-signin-passed = { $passed } of { $all } legs passed
page-signin-failed = Stopped at leg { $leg } of { $all }
page-signin-stopped = You stopped the test
page-signin-again = Test again
page-signin-evidence = What X answered
page-signin-evidence-gone = The exchange is from an earlier run of Sourcerer and wasn’t kept.
page-signin-no-body = no body
page-signin-choose-port = Choose another port…
page-signin-use-port = Use port { $port }
page-signin-scopes = Scopes, asked for and granted
page-signin-scopes-asked = Asked for
page-signin-scopes-granted = Granted
page-signin-scopes-missing = Not granted
page-signin-scopes-extra = Granted in addition
page-signin-scopes-none = none
page-signin-differs = Where this test differs from authentik’s own sign-in
page-signin-old = Tested at { $time }.

page-signin-who = Who X says you are
page-signin-id = Identifier (`id`)
page-signin-name = Name (`name`)
page-signin-handle = Handle (`username`)
page-signin-email = E-mail (`confirmed_email`)
page-signin-email-not-asked = not asked for
page-signin-none = X sent none
page-signin-no-name = No name
page-signin-profile = X’s answer

page-signin-forecast = What authentik does with this X account
page-signin-sign-in = Sign in
page-signin-enrol = Enrol
page-signin-external = Enrol, then “Permission denied”
page-signin-prompt = Ask for a name, enrol
page-signin-link-user = Link to a user
page-signin-takeover = This takes over a superuser
page-signin-stop = Stop: the name is taken
page-signin-refuse = Refuse
page-signin-unknown = Not known
page-signin-doubts = What isn’t known
page-signin-turned-away = X works, but authentik would turn this person away
page-signin-turned-away-says = Right if that is what you want. Otherwise change who may sign in.
page-signin-change-names = Change it under Names
page-signin-other-account = Test with another account

## When X stops before it asks

page-signin-suspects = Possible causes
page-signin-suspects-test = test callback
page-signin-suspects-out = { $count ->
    [one] One cause that is ruled out, and why
   *[other] { $count } causes that are ruled out, and why
}
page-signin-suspect-out = Ruled out
page-signin-suspect-done = Checked: it isn’t this
page-signin-remedies = What would help
