# The bar below a stage's page: the filled button, the way beside it, and the reason (at most 45 characters).

footer-check-server = Check the server
footer-check-again = Check again
footer-continue-names = Continue to Names
footer-continue-xapp = Continue to X app
footer-continue-signin = Continue to Test sign-in
footer-continue-review = Continue to Review
footer-continue-verify = Continue to Verify
footer-ask-x = Check with X
footer-ask-again = Check again
footer-start-test = Open the browser
footer-test-again = Test again
footer-look-again = Check again
footer-port-taken = Port { $port } must be free.
footer-skip-test = Skip the test
footer-go-on-anyway = Continue anyway
footer-compare = Preview changes
footer-compare-again = Preview again
footer-push = Push { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
footer-check-outside = Check from outside

footer-needs-address-and-token = Enter an address and an API token.
footer-needs-address = Enter an address.
footer-needs-token = Enter an API token.
footer-other-slug = Choose a slug that isn’t in use.
footer-mend-fields = Correct the marked field first.
footer-needs-pair = Enter the Client ID and secret.
footer-needs-id = Enter the Client ID.
footer-needs-secret = Enter the Client Secret.
footer-mend-pair = Correct the Client ID or secret.
footer-waiting-for-x = Waiting for X.
footer-push-without-test = You can push without testing.
footer-nothing-written = Nothing is written yet.
footer-already = Already up to date.
footer-pushing = Each change is confirmed before the next.
footer-needs-server = Check the server first.
footer-needs-push = Push first.
footer-problems-left = { $count ->
    [one] { $count } problem left.
   *[other] { $count } problems left.
}
footer-now-sign-in = Now test as a visitor.
footer-callback-left = Remove the test callback from X.
footer-needs-consent = Confirm the marked choice first.

footer-check-and-continue = Check and continue
footer-next-step = { $step ->
    [open-app] Next: open the settings
    [keep] Next: save and copy the credentials
   *[other] Next: { $label }
}
footer-test-login = Test as a visitor
footer-copy-login = Copy link
footer-now-paste = Paste it into a private window.
footer-finish = Finish
footer-choose-who = Choose who can sign in.
