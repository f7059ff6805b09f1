# The bar below a stage's page: the filled button, the way beside it, and the reason (at most 45 characters).

bar-check-server = Check the server
bar-check-again = Check again
bar-continue-names = Continue to Names
bar-continue-xapp = Continue to X app
bar-continue-credentials = Continue to Credentials
bar-continue-signin = Continue to Test sign-in
bar-continue-review = Continue to Review
bar-continue-verify = Continue to Verify
bar-tick-action = Done, next action
bar-ask-x = Ask X
bar-ask-again = Ask X again
bar-start-test = Open the browser
bar-test-again = Test again
bar-look-again = Look again
bar-port-taken = Port { $port } has to be free.
bar-skip-test = Skip the test
bar-go-on-anyway = Continue anyway
bar-compare = Compare with the server
bar-compare-again = Compare again
bar-push = Push { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
bar-check-outside = Check from outside
bar-close = Close the job

bar-needs-address-and-token = Needs an address and a token.
bar-needs-address = Needs an address.
bar-needs-token = Needs an API token.
bar-mend-fields = Fix the marked field first.
bar-needs-pair = Needs a Client ID and a Client Secret.
bar-needs-id = Needs a Client ID.
bar-needs-secret = Needs a Client Secret.
bar-mend-pair = Fix the pair, then ask again.
bar-waiting-for-x = Waiting for X.
bar-push-without-test = You can push without a passed test.
bar-nothing-written = Nothing is written yet.
bar-already = Already as it should be.
bar-pushing = Each change is read back before the next.
bar-needs-server = Check the server first.
bar-needs-push = Push first.
bar-problems-left = { $count ->
    [one] { $count } problem left.
   *[other] { $count } problems left.
}
bar-now-sign-in = Now sign in once as a visitor would.
bar-callback-left = The test callback is still at X.
bar-needs-consent = Make the marked choice first.
