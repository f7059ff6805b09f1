# What leaves as a report, from a job; and what a report tells beside its check.

page-report-says-job = A report holds what this job found: the checks, the way to the server, the test sign-in, the plan, and what was pushed from this machine. It was searched for the job’s token and secret, and holds neither.
page-report-json-why = Opens in Sourcerer under Check a source, with every exchange.
page-report-release = authentik
page-report-ran = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $time }
