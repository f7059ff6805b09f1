# The six stages: their names and the words of their states.

stage-server = Server
stage-names = Names
stage-xapp = X app
stage-signin = Test sign-in
stage-push = Review & push
stage-verify = Verify

stage-not-started = Not started
stage-in-progress = In progress
stage-checking = Checking
stage-testing = Test running
stage-writing = Writing
stage-proved = Confirmed by test
stage-done = Done
stage-theirs = For them to do
stage-theirs-done = Done by them
stage-after-server = After Server
stage-after-names = After Names
stage-after-xapp = After X app
stage-after-signin = After Test sign-in
stage-after-push = After the push
stage-skipped = Skipped
stage-verified = Verified

stage-not-reached = No connection
stage-token-refused = Token refused
stage-rights-missing = Permissions missing
stage-address-wrong = Address unclear
stage-who-wrong = Email needed
stage-names-wrong = Slug invalid
stage-slug-foreign = Slug taken
stage-scopes-wrong = Scopes invalid
stage-port-wrong = Port invalid
stage-secret-refused = Secret refused
stage-id-unknown = Client ID unknown
stage-test-failed = Test failed
stage-port-taken = Port in use
stage-push-failed = Push stopped
stage-changed = Changed since
stage-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}

stage-steps = { $done } of { $total } steps
