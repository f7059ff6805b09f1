# The test login, on the pages Verify and Check. What it found comes from the catalogue and from login.ftl.

page-login-title = Sign in once as a visitor
page-login-says = Your browser opens the sign-in of the source. Sourcerer watches the server’s own log until somebody signs in.
page-login-says-blind = Your browser opens the sign-in of the source. Without an API token Sourcerer can’t see the server’s log, so it asks what you see.
page-login-private = Open it in a private window of { $browser }
page-login-private-why = If you are signed in to authentik, the button would link the X account to your own user.
page-login-private-by-hand = **Use a private window.** If you are signed in to authentik, the button would link the X account to your own user. If the browser that opens is signed in, close its tab and paste this address into a private window:
page-login-address = sign-in address
page-login-open = Open the sign-in
page-login-again = Sign in again
page-login-watch = Watch again
page-login-stop = Stop
page-login-watching = Watching the server’s log
page-login-waits = Waiting for your answer
page-login-watching-says = Opened at { $time }. Finish the sign-in in the browser.
page-login-silent = The server logged nothing within { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}. It logs nothing of most failures.
page-login-waiting = Waiting for you
page-login-enrolled = **{ $user }** signed in, as a new user
page-login-linked = An X account was linked to **{ $user }**
page-login-linked-elsewhere = The visitor was matched with **{ $user }**, and saw an error
page-login-tied = **{ $user }** signed in, and is linked to this X account from now on
page-login-signed-in = **{ $user }** signed in
page-login-seen-at = { $time } by the server’s clock, { $took } after the opening.{ $others ->
    [0] {""}
    [one] {" "}One other person signed in meanwhile.
   *[other] {" "}{ $others } others signed in meanwhile.
}
page-login-linked-says = If **{ $user }** was signed in already in that browser, nothing is proved about visitors: sign in again, in a private window.
page-login-seen = Seen
page-login-said = You signed in
page-login-said-says = As you reported. With an API token the server’s own log shows it.
page-login-by-you = Reported by you

## What the person sees

page-login-sees = What does the browser show?
page-login-sees-says = Choose the page where it ended. Words in quotation marks are authentik’s or X’s own.

## A link made by accident

page-login-link = It linked the X account to **{ $user }**. If that wasn’t intended, remove the link.
page-login-unlink = Remove the link
page-login-unlink-ask = Remove this link from { $user }?
page-login-unlink-says = That X account doesn’t sign in as **{ $user }** any more. The user stays, and can connect an X account again.
page-login-unlink-keep = Keep it
page-login-unlinked = The link was removed from **{ $user }**, and read back: it is gone.
page-login-link-user = User
page-login-link-account = X account
page-login-link-number = by X’s number
page-login-link-made = Made
page-login-link-unknown = The server doesn’t say
