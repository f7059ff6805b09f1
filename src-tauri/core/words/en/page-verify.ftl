# The page Verify: its furniture. The findings come from checks.ftl, what is left to tidy up from verify.ftl.

page-verify-title = Prove it as a visitor would see it
page-verify-lead = These checks look from outside, as a visitor’s browser does. They can be run again at any time.

## The checks

page-verify-unchecked = Not looked at yet
page-verify-unchecked-says = Sourcerer opens the login page, follows its button as far as X, and compares what the server sends there with the plan, byte for byte. It stops before X asks anybody to sign in.
page-verify-passed = { $passed } of { $ran } checks passed
page-verify-quiet = { $count ->
    [one] { $count } more check passed
   *[other] { $count } more checks passed
}
page-verify-checked-at = Checked at { $time }.
page-verify-problem = Problem
page-verify-risk = Risk
page-verify-note = Worth knowing
page-verify-ok = OK
page-verify-not-run = Not run
page-verify-evidence = What the server answered

## One sign-in as a visitor

page-verify-login = Sign in once as a visitor
page-verify-login-says = Your browser opens the sign-in of the new source. Sourcerer watches the server’s own log until somebody comes in.
page-verify-login-private = **Use a private window.** Where you are signed in to authentik, the button would tie the X account to your own user. If the browser that opens knows you, close its tab and paste this address into a private window:
page-verify-login-address = sign-in address
page-verify-open = Open the sign-in
page-verify-again = Sign in once more
page-verify-watch = Watch again
page-verify-watching = Watching the server’s log
page-verify-watching-says = Opened at { $time }. Finish the sign-in in the browser; nothing has to be pressed here.
page-verify-opened = Opened at { $time }; nobody was seen coming in yet.
page-verify-waiting = Waiting for you
page-verify-seen-enrolled = **{ $user }** came in, as a new user
page-verify-seen-linked = An X account was tied to **{ $user }**
page-verify-seen-tied = **{ $user }** came in, and is tied to this X account from now on
page-verify-seen-signed-in = **{ $user }** came in
page-verify-seen-at = { $time }, by the server’s clock.
page-verify-linked-says = If **{ $user }** was signed in already in that browser, nothing is proved about visitors: sign in once more, in a private window.
page-verify-seen = Seen

## Tidying up, and the end

page-verify-tidy = Tidy up
page-verify-tidy-value = test callback
page-verify-finished = Visitors can sign in with X
page-verify-finished-says = The outside checks passed and a sign-in was seen. The job can be closed; it stays in the list and can be checked again.
