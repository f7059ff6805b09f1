# The test login, on the pages Verify and Check. What it found comes from the catalogue and from login.ftl.

page-login-title = Test as a visitor
page-login-says = Opens the sign-in page in your browser. Sourcerer follows authentik’s event log and tells you what happened.
page-login-says-blind = Opens the sign-in page in your browser. Without an API token Sourcerer can’t read authentik’s event log, so it asks what you see.
page-login-private = Open in a private window of { $browser }
page-login-private-why = If you’re signed in to authentik, the button would link the X account to your own user.
page-login-private-by-hand = **Use a private window.** If you’re signed in to authentik, the button would link the X account to your own user. If the browser that opens is signed in, close its tab and paste this address into a private window:
page-login-by-hand = **Paste the link into a private window.** In a window where you’re signed in to authentik, the button would link the X account to your own user.
page-login-copy = Copy link
page-login-copy-again = Copy link again
page-login-open-browser = Open in browser
page-login-address = sign-in address
page-login-open = Test as a visitor
page-login-again = Test again
page-login-watch = Check the log again
page-login-stop = Stop
page-login-watching = Following the event log
page-login-waits = Waiting for your answer
page-login-watching-says = Opened at { $time }. Finish the sign-in in the browser.
page-login-watching-by-hand = Copied at { $time }. Paste the link into a private window and finish the sign-in there.
page-login-silent = authentik logged nothing within { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}. It doesn’t log most failures.
page-login-waiting = Waiting for you
page-login-enrolled = **{ $user }** signed in as a new user
page-login-linked = An X account was linked to **{ $user }**
page-login-linked-elsewhere = The visitor was matched with **{ $user }** but saw an error
page-login-tied = **{ $user }** signed in and is now linked to this X account
page-login-signed-in = **{ $user }** signed in
page-login-seen-at = { $time } server time, { $took } after the page was opened.{ $others ->
    [0] {""}
    [one] {" "}One other user signed in meanwhile.
   *[other] {" "}{ $others } other users signed in meanwhile.
}
page-login-linked-says = If **{ $user }** was already signed in in that browser, this says nothing about visitors. Test again in a private window.
page-login-seen = Seen
page-login-said = You signed in
page-login-said-says = As you reported. With an API token, authentik’s event log shows it.
page-login-by-you = Reported by you

## What the person sees

page-login-sees = What does the browser show?
page-login-sees-says = Choose the last page you see. Text in quotation marks is authentik’s or X’s own.

## A link made by accident

page-login-link = This linked the X account to **{ $user }**. If you didn’t want that, remove the link.
page-login-unlink = Remove link
page-login-unlink-ask = Remove this link from { $user }?
page-login-unlink-says = The X account will no longer sign in as **{ $user }**. The user stays and can connect an X account again.
page-login-unlink-keep = Keep link
page-login-unlinked = The link was removed from **{ $user }** (confirmed).
page-login-link-user = User
page-login-link-account = X account
page-login-link-number = X account ID
page-login-link-made = Created
page-login-link-unknown = Not reported by the server
