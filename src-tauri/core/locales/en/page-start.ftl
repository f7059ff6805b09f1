# Where the program begins.

page-start-title = What do you want to do?
page-start-lead = Set up “Sign in with X” on your authentik server, and test it before anyone else does.
page-start-note = Sourcerer is not affiliated with X Corp. or Authentik Security Inc. It contacts only your authentik server and X. Every request is listed in the request log (bulk checks: totals only).

page-start-set-up = Set up a source
page-start-set-up-says = Create the X app and the authentik source step by step. About 15 minutes. Your progress is saved.
page-start-source-check = Check a source
page-start-source-check-says = Find out why sign-in with X fails. Enter an address and a slug; no access to the server needed.
page-start-fleet = Check many sources
page-start-fleet-says = Check a whole list (CSV) of sources at once, and see every result in one table.
page-start-practise = Practice
page-start-practise-says = Try the whole setup with a simulated X and authentik on this computer. No accounts needed, nothing can break.

page-start-jobs = Recent jobs
page-start-job-says = X · slug `{ $slug }` · stage { $number } of 6, { $stage }
page-start-practising = In progress
page-start-practice-says = Stage { $number } of 6, { $stage }
page-start-today = today { $time }
page-start-continue = Continue
page-start-continue-job = Continue { $name }
page-start-open = Open
page-start-open-job = Open { $name }
page-start-forget-job = Forget { $name }
page-start-no-jobs = No jobs yet
page-start-no-jobs-says = Sources you set up appear here. Secrets and tokens are never stored in a job.
page-start-login = Test as a visitor
page-start-login-job = Test as a visitor: { $name }
