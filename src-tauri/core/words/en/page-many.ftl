# Many sources at once.

page-many-title = Check many sources
page-many-nav = Many sources
page-many-lead = Every source in a list, as a visitor sees it. No token is needed, and nothing is changed.
page-many-list = List
page-many-list-hint = One source per line: the address of authentik, a comma, the slug. A whole callback URL gives both. Columns can be `server`, `slug`, `client_id` and `ca_file`.
page-many-take = Use this list
page-many-needs-list = Needs a list.
page-many-file = Choose a CSV file…
page-many-file-or-drop = Or drop a file on this page.
page-many-jobs = Use this machine’s jobs
page-many-other = Another list
page-many-http = Allow plain http to private hosts
page-many-http-why = Anyone between this machine and such a server can read and change its answers.
page-many-check = Check { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
page-many-go-on = Continue
page-many-save = Save table
page-many-progress = Sources checked
page-many-filter = Filter by address, slug or diagnosis
page-many-show = Show
page-many-all = All { $count }
page-many-only-breaks = Broken { $count }
page-many-only-risks = Risks { $count }
page-many-only-notes = Notes { $count }
page-many-only-fine = Works { $count }
page-many-table = Sources and their verdicts
page-many-column-server = Server
page-many-column-slug = Slug
page-many-column-release = Release
page-many-column-callback = Callback
page-many-column-button = Button
page-many-column-client-id = Client ID
page-many-column-time = Time
page-many-column-verdict = Verdict
page-many-column-found = What was found
page-many-open = Open { $server }, `{ $slug }`
page-many-none = No row matches.
page-many-breaks = Broken
page-many-risk = Risk
page-many-note = Note
page-many-fine = Works
page-many-ok = OK
page-many-skipped = –
page-many-waiting = Waiting
page-many-more-found = { $title }, and { $count } more
page-many-running = Checked { $done } of { $all }: { $breaks } broken, { $risks } at risk.
page-many-stopped = Stopped at { $done } of { $all }: { $breaks } broken, { $risks } at risk.
page-many-done = { $all } checked in { $took }: { $breaks } broken, { $risks } at risk.
page-many-ready = { $count ->
        [one] { $count } source
       *[other] { $count } sources
    } to check.
page-many-remarks = { $wrong ->
        [0] About the list
        [one] { $wrong } line isn’t checked
       *[other] { $wrong } lines aren’t checked
    }
page-many-remark = Line { $line }
page-many-more-remarks = { $count ->
        [one] { $count } more line
       *[other] { $count } more lines
    } like these.
page-many-no-source = No line in it can be checked.
