# Where the program begins.

page-start-title = What do you want to do?
page-start-lead = Sourcerer connects “Sign in with X” to authentik, and proves that it works.
page-start-note = Sourcerer is not affiliated with X Corp. or Authentik Security Inc. Nothing leaves this machine except the requests you see under “What was sent”; those of a list of sources are counted, not listed.

page-start-set-up = Set up a source
page-start-set-up-says = From nothing to a working “Sign in with X” on your authentik. About 15 minutes; stop and come back at any point.
page-start-source-check = Check a source
page-start-source-check-says = Find what keeps a sign-in from working. An address and a slug are enough; no rights on the server needed.
page-start-fleet = Check many sources
page-start-fleet-says = A CSV of servers and slugs, or your jobs: every source from outside, in one table.
page-start-practise = Practise
page-start-practise-says = The whole job against a pretend X and a pretend authentik on this machine. No accounts, nothing to undo.

page-start-jobs = Recent jobs
page-start-job-says = X · slug `{ $slug }` · stage { $number } of 6, { $stage }
page-start-practising = Under way
page-start-practice-says = Stage { $number } of 6, { $stage }
page-start-today = today { $time }
page-start-continue = Continue
page-start-continue-job = Continue { $name }
page-start-open = Open
page-start-open-job = Open { $name }
page-start-forget-job = Forget { $name }
page-start-no-jobs = No jobs yet
page-start-no-jobs-says = What you set up is listed here with its state. Jobs are saved without secrets.
page-start-login = Test login
page-start-login-job = Test login: { $name }
