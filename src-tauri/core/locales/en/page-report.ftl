# What leaves as a report, from a job; and what a report tells beside its check.

page-report-says-job = Contains the checks, the connection to the server, the test sign-in, the planned changes, and what was pushed from this computer. Checked: it doesn’t contain the job’s token or secret.
page-report-json-why = Can be reopened under Check a source, with the full request log.
page-report-release = authentik
page-report-ran = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $time }
