# Many sources at once.

page-fleet-title = Check many sources
page-fleet-nav = Many sources
page-fleet-lead = Checks every source in a list from the outside, as a visitor sees it. No token needed, nothing is changed.
page-fleet-list = List
page-fleet-list-hint = One source per line: the authentik address, a comma, the slug. Or just the callback URL. Supported columns: `server`, `slug`, `client_id` and `ca_file`.
page-fleet-take = Use this list
page-fleet-needs-list = Add a list first.
page-fleet-file = Choose a CSV file…
page-fleet-file-or-drop = Or drop a file here.
page-fleet-jobs = Use jobs on this computer
page-fleet-other = Another list
page-fleet-http = Allow unencrypted HTTP for private hosts
page-fleet-http-why = Anyone on the network between this computer and the server can read and change the traffic.
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
page-fleet-only-breaks = Failing { $count }
page-fleet-only-risks = Risks { $count }
page-fleet-only-notes = Notes { $count }
page-fleet-only-fine = Working { $count }
page-fleet-table = Sources and results
page-fleet-column-server = Server
page-fleet-column-slug = Slug
page-fleet-column-release = Version
page-fleet-column-callback = Callback
page-fleet-column-button = Button
page-fleet-column-client-id = Client ID
page-fleet-column-time = Time
page-fleet-column-verdict = Result
page-fleet-column-found = Problem
page-fleet-open = Open { $server }, `{ $slug }`
page-fleet-none = No matching rows.
page-fleet-breaks = Failing
page-fleet-risk = Risk
page-fleet-note = Note
page-fleet-fine = Working
page-fleet-ok = OK
page-fleet-skipped = –
page-fleet-waiting = Waiting
page-fleet-more-found = { $title } (+{ $count })
page-fleet-running = { $done } of { $all } checked · { $breaks } failing, { $risks } at risk
page-fleet-stopped = Stopped at { $done } of { $all } · { $breaks } failing, { $risks } at risk
page-fleet-done = { $all } checked in { $took } · { $breaks } failing, { $risks } at risk
page-fleet-ready = { $count ->
        [one] { $count } source
       *[other] { $count } sources
    } ready to check.
page-fleet-remarks = { $wrong ->
        [0] Notes on this list
        [one] { $wrong } line can’t be checked
       *[other] { $wrong } lines can’t be checked
    }
page-fleet-remark = Line { $line }
page-fleet-more-remarks = { $count ->
        [one] And { $count } more line
       *[other] And { $count } more lines
    } like these.
page-fleet-no-source = Nothing in this list can be checked.
