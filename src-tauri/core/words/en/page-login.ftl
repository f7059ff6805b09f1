# The test login, on the pages Verify and Check. What it found comes from the catalogue and from login.ftl.

page-login-title = Sign in once as a visitor
page-login-says = Your browser opens the sign-in of the source. Sourcerer watches the server’s own log until somebody comes in.
page-login-says-blind = Your browser opens the sign-in of the source. Without an API token nobody sees the server’s log, so you are asked what you see.
page-login-private = Open it in a private window of { $browser }
page-login-private-why = Where you are signed in to authentik, the button would tie the X account to your own user.
page-login-private-by-hand = **Use a private window.** Where you are signed in to authentik, the button would tie the X account to your own user. If the browser that opens knows you, close its tab and paste this address into a private window:
page-login-address = sign-in address
page-login-open = Open the sign-in
page-login-again = Sign in once more
page-login-watch = Watch again
page-login-stop = Stop
page-login-watching = Watching the server’s log
page-login-waits = Waiting for what you see
page-login-watching-says = Opened at { $time }. Finish the sign-in in the browser.
page-login-silent = The server noted nothing within { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}. It notes nothing of most failures.
page-login-waiting = Waiting for you
page-login-enrolled = **{ $user }** came in, as a new user
page-login-linked = An X account was tied to **{ $user }**
page-login-tied = **{ $user }** came in, and is tied to this X account from now on
page-login-signed-in = **{ $user }** came in
page-login-seen-at = { $time } by the server’s clock, { $took } after the opening.{ $others ->
    [0] {""}
    [one] {" "}One other person came in meanwhile.
   *[other] {" "}{ $others } others came in meanwhile.
}
page-login-linked-says = If **{ $user }** was signed in already in that browser, nothing is proved about visitors: sign in once more, in a private window.
page-login-seen = Seen
page-login-said = You came in
page-login-said-says = By what you saw. With an API token the server’s own log shows it.
page-login-by-you = Told by you

## What the person sees

page-login-sees = What does the browser show?
page-login-sees-says = Choose the page where it ended. What stands in quotation marks is authentik’s or X’s own.

## A link made by accident

page-login-link = This login tied the X account to **{ $user }**. If that wasn’t wanted, take it off.
page-login-unlink = Take the link off
page-login-unlink-ask = Take this link off { $user }?
page-login-unlink-says = That X account doesn’t sign in as **{ $user }** any more. The user stays, and can connect an X account again.
page-login-unlink-keep = Keep it
page-login-unlinked = The link was taken off **{ $user }**, and read back: it is gone.
page-login-link-user = User
page-login-link-account = X account
page-login-link-number = by X’s number
page-login-link-made = Made
page-login-link-unknown = The server doesn’t tell
