# Many sources at once.

page-fleet-title = Check many sources
page-fleet-nav = Many sources
page-fleet-lead = Every source in a list, as a visitor sees it. No token is needed, and nothing is changed.
page-fleet-list = List
page-fleet-list-hint = One source per line: the address of authentik, a comma, the slug. A whole callback URL gives both. Columns can be `server`, `slug`, `client_id` and `ca_file`.
page-fleet-take = Use this list
page-fleet-needs-list = Needs a list.
page-fleet-file = Choose a CSV file…
page-fleet-file-or-drop = Or drop a file on this page.
page-fleet-jobs = Use this machine’s jobs
page-fleet-other = Another list
page-fleet-http = Allow plain http to private hosts
page-fleet-http-why = Anyone between this machine and such a server can read and change its answers.
page-fleet-check = Check { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
page-fleet-go-on = Continue
page-fleet-save = Save table
page-fleet-progress = Sources checked
page-fleet-filter = Filter by address, slug or diagnosis
page-fleet-show = Show
page-fleet-all = All { $count }
page-fleet-only-breaks = Broken { $count }
page-fleet-only-risks = Risks { $count }
page-fleet-only-notes = Notes { $count }
page-fleet-only-fine = Works { $count }
page-fleet-table = Sources and their verdicts
page-fleet-column-server = Server
page-fleet-column-slug = Slug
page-fleet-column-release = Release
page-fleet-column-callback = Callback
page-fleet-column-button = Button
page-fleet-column-client-id = Client ID
page-fleet-column-time = Time
page-fleet-column-verdict = Verdict
page-fleet-column-found = What was found
page-fleet-open = Open { $server }, `{ $slug }`
page-fleet-none = No row matches.
page-fleet-breaks = Broken
page-fleet-risk = Risk
page-fleet-note = Note
page-fleet-fine = Works
page-fleet-ok = OK
page-fleet-skipped = –
page-fleet-waiting = Waiting
page-fleet-more-found = { $title }, and { $count } more
page-fleet-running = Checked { $done } of { $all }: { $breaks } broken, { $risks } at risk.
page-fleet-stopped = Stopped at { $done } of { $all }: { $breaks } broken, { $risks } at risk.
page-fleet-done = { $all } checked in { $took }: { $breaks } broken, { $risks } at risk.
page-fleet-ready = { $count ->
        [one] { $count } source
       *[other] { $count } sources
    } to check.
page-fleet-remarks = { $wrong ->
        [0] About the list
        [one] { $wrong } line isn’t checked
       *[other] { $wrong } lines aren’t checked
    }
page-fleet-remark = Line { $line }
page-fleet-more-remarks = { $count ->
        [one] { $count } more line
       *[other] { $count } more lines
    } like these.
page-fleet-no-source = No line in it can be checked.
