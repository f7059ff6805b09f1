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

## Tidying up, and the end

page-verify-tidy = Tidy up
page-verify-tidy-value = test callback
page-verify-finished = Visitors can sign in with X
page-verify-finished-says = The outside checks passed and a sign-in was seen. The job can be closed; it stays in the list and can be checked again.

## What was done, at the end

page-finish-title = Sign-in with X works
page-finish-button = Button
page-finish-callback = Callback
page-finish-who = Who can sign in
page-finish-remove = Remove from X
page-finish-remove-says = The test callback, { $callback }
page-finish-nothing = Nothing left to remove
page-finish-report = Report
page-finish-report-says = For your records, or for whoever asks
page-finish-report-save = Save report
page-finish-close = Close job
