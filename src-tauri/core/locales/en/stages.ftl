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
stage-proved = Proved by the test
stage-done = Done
stage-theirs = Theirs to do
stage-theirs-done = Theirs, done
stage-after-server = After Server
stage-after-names = After Names
stage-after-xapp = After X app
stage-after-signin = After Test sign-in
stage-after-push = After the push
stage-steps = { $done } of { $total } steps
stage-skipped = Skipped
stage-verified = Verified

stage-not-reached = Not reached
stage-token-refused = Token refused
stage-rights-missing = Rights missing
stage-address-wrong = Address unclear
stage-who-wrong = E-mail needed
stage-names-wrong = Slug unusable
stage-slug-foreign = Slug taken
stage-scopes-wrong = Scopes unusable
stage-port-wrong = Port unusable
stage-secret-refused = Secret refused
stage-id-unknown = ID unknown
stage-test-failed = Test failed
stage-port-taken = Port is taken
stage-push-failed = Push stopped
stage-changed = Changed since
stage-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
