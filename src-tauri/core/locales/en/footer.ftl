# The bar below a stage's page: the filled button, the way beside it, and the reason (at most 45 characters).

footer-check-server = Check the server
footer-check-and-continue = Check and continue
footer-check-again = Check again
footer-continue-names = Continue to Names
footer-continue-xapp = Continue to X app
footer-continue-signin = Continue to Test sign-in
footer-continue-review = Continue to Review
footer-continue-verify = Continue to Verify
footer-next-step = { $step ->
    [open-app] Next: open the settings
    [keep] Next: save and copy the credentials
   *[other] Next: { $label }
}
footer-ask-x = Ask X
footer-ask-again = Ask X again
footer-start-test = Open the browser
footer-test-again = Test again
footer-look-again = Look again
footer-port-taken = Port { $port } has to be free.
footer-skip-test = Skip the test
footer-go-on-anyway = Continue anyway
footer-compare = Compare with the server
footer-compare-again = Compare again
footer-push = Push { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
footer-check-outside = Check from outside
footer-close = Close the job
footer-test-login = Test as a visitor
footer-finish = Finish

footer-needs-address-and-token = Needs an address and a token.
footer-needs-address = Needs an address.
footer-needs-token = Needs an API token.
footer-other-slug = Choose a slug that no other source has.
footer-mend-fields = Fix the marked field first.
footer-choose-who = Choose who can sign in.
footer-needs-pair = Needs a Client ID and a Client Secret.
footer-needs-id = Needs a Client ID.
footer-needs-secret = Needs a Client Secret.
footer-mend-pair = Fix the pair, then ask again.
footer-waiting-for-x = Waiting for X.
footer-push-without-test = You can push without a passed test.
footer-nothing-written = Nothing is written yet.
footer-already = Already as it should be.
footer-pushing = Each change is read back before the next.
footer-needs-server = Check the server first.
footer-needs-push = Push first.
footer-problems-left = { $count ->
    [one] { $count } problem left.
   *[other] { $count } problems left.
}
footer-now-sign-in = Now sign in once as a visitor would.
footer-callback-left = The test callback is still at X.
footer-needs-consent = Make the marked choice first.
