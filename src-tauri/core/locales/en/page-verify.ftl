# The page Verify: its furniture. The findings come from checks.ftl, what is left to tidy up from verify.ftl.

page-verify-title = Verify from the outside
page-verify-lead = Checks what a visitor’s browser sees. You can run these checks again at any time.

## The checks

page-verify-unchecked = Not checked yet
page-verify-unchecked-says = Sourcerer opens the login page, follows its button to X, and compares the URL with your settings. It stops before anyone signs in.
page-verify-passed = { $passed } of { $ran } checks passed
page-verify-quiet = { $count ->
    [one] { $count } more check passed
   *[other] { $count } more checks passed
}
page-verify-checked-at = Checked at { $time }.
page-verify-problem = Problem
page-verify-risk = Risk
page-verify-note = Note
page-verify-ok = OK
page-verify-not-run = Skipped
page-verify-evidence = Server response

## Tidying up, and the end

page-verify-tidy = Clean up
page-verify-tidy-value = test callback
page-verify-finished = Visitors can sign in with X
page-verify-finished-says = The outside checks passed, and a sign-in was seen. You can close the job; it stays in the list, and you can check it again.

page-finish-title = Sign-in with X works
page-summary-button = Button
page-summary-callback = Callback
page-summary-who = Who can sign in
page-finish-remove = Remove from X
page-finish-remove-says = The test callback, { $callback }
page-finish-nothing = Nothing left to remove
page-finish-report = Report
page-finish-report-says = For your records, or for whoever asks
page-finish-report-save = Save report
page-finish-close = Close job
