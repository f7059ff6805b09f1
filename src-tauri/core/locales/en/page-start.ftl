# Where the program begins.

page-start-title = What do you want to do?
page-start-lead = Set up “Sign in with X” on your authentik server, and test it before anyone else does.
page-start-note = Sourcerer is not affiliated with X Corp. or Authentik Security Inc. It contacts only your authentik server and X. Every request is listed in the request log (bulk checks: totals only).

page-start-set-up = Set up a source
page-start-set-up-says = Create the X app and the authentik source step by step. About 15 minutes. Your progress is saved.
page-start-source-check = Check a source
page-start-source-check-says = Find out why sign-in with X fails. Enter an address; no access to the server needed.
page-start-fleet = Check many sources
page-start-fleet-says = Check a whole list (CSV) of sources at once, and see every result in one table.
page-start-practise = Practice
page-start-practise-says = Try the whole setup with a simulated X and authentik on this computer. No accounts needed, nothing can break.

page-start-jobs = Recent jobs
page-start-search = Search jobs
page-start-search-none = No job matches.
page-start-all-archived = All jobs are archived.
page-start-archived = Archived ({ $count })
page-start-job-place = { $server }slug `{ $slug }` · stage { $number } of 6, { $stage }
page-start-job-place-checked = { $server }slug `{ $slug }` · stage { $number } of 6, { $stage } · checked { $day }
page-start-more = More for { $name }
page-start-rename = Rename job
page-start-rename-act = Rename
page-start-rename-label = Name
page-start-rename-hint = Shown in place of the server’s host. Leave it empty to show the host.
page-start-duplicate = Duplicate
page-start-duplicate-says = For another server or slug. Secrets and results aren’t copied.
page-start-archive = Archive
page-start-unarchive = Move back to the list
page-start-practising = In progress
page-start-practice-says = Stage { $number } of 6, { $stage }
page-start-today = today { $time }
page-start-continue = Continue
page-start-continue-job = Continue { $name }
page-start-open = Open
page-start-open-job = Open { $name }
page-start-no-jobs = No jobs yet
page-start-no-jobs-says = Sources you set up appear here. Secrets and tokens are never stored in a job.
page-start-login = Test as a visitor
page-start-login-job = Test as a visitor: { $name }
