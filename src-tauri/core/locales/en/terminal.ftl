# The terminal. `terminal-<command>` is what a command does, `.more` what is to be known of it, `.examples` how it is
# called, `terminal-<command>-<argument>` what an argument means there, and `terminal-any-<argument>` what it means wherever it stands.

terminal-about = Sets up “Sign in with X” on an authentik server, and checks it.
terminal-after = Sourcerer is not affiliated with X Corp. or Authentik Security Inc.
terminal-heading-usage = Usage:
terminal-heading-commands = Commands:
terminal-heading-options = Options:
terminal-heading-examples = Examples:
terminal-help = Show this help.
terminal-version = Show the version.

terminal-any-ca-file = A file with certificates of a private CA, trusted in addition to the system’s.
terminal-any-allow-http = Allow an `http://` address of a private host. Loopback is always allowed.
terminal-any-practice = Use the practice X that `practice` in another terminal reported in this file, instead of the real one.

terminal-urls = Show every URL that follows from the server’s address and the slug.
    .more = Sends no requests. With `--compare`, it checks the list of callbacks that X shows against the two that are needed.
    .examples =
        sourcerer-cli urls --server authentik.company --slug twitter
        sourcerer-cli urls --server authentik.company --slug twitter --compare callbacks.txt
terminal-urls-server = The authentik address, as you would paste it. HTTPS if there is no scheme.
terminal-urls-slug = The source slug.
terminal-urls-compare = Compare with X’s list of callbacks, one per line; `-` reads standard input.
terminal-urls-json = Print one JSON object.
terminal-urls-extra = Also in X’s list, ignored: { $line }

terminal-recognise = Read a pasted value from standard input and identify it.
    .more = The value is never printed, and no requests are sent. In a terminal, what you type isn’t shown.
    .examples =
        sourcerer-cli recognise
        sourcerer-cli recognise --field client-secret < pasted.txt
terminal-recognise-field = Identify it as if pasted into this field of the window: client-id or client-secret. Without this option, as if pasted into the right field.
terminal-recognise-json = Print one JSON object.
terminal-recognise-prompt = Paste the value and press Enter. It isn’t shown.

# Labels of the list of URLs
terminal-label-callback = Callback
terminal-label-website = Website
terminal-label-login = Login
terminal-label-api = API
terminal-label-admin = Admin page
terminal-label-test-callback = Test callback

# What was called wrongly
terminal-usage-unknown = Unknown argument `{ $argument }`.
terminal-usage-command = Unknown command `{ $command }`.
terminal-usage-missing = Missing: { $arguments }.
terminal-usage-value = Invalid value `{ $value }` for { $argument }.
terminal-usage-one-of = Invalid value `{ $value }` for { $argument }. Valid values: { $all }.
terminal-usage-value-missing = { $argument } needs a value.
terminal-usage-twice = { $argument } is given twice, or conflicts with another argument.
terminal-usage-other = Invalid command.
terminal-usage-see = Try `{ $command } --help`.

# What can happen to any command
terminal-input-unreadable = Standard input can’t be read: { $reason }.
terminal-file-unreadable = { $file } can’t be read: { $reason }.
terminal-keyring-waits = Waiting for the keyring. It may be asking for its password in another window.
terminal-secret-in-arguments = One of the arguments is or contains a secret. Arguments are shown, sent and stored, and other programs can read them, so nothing was done. Pass secrets on standard input, and regenerate this one.
terminal-input-not-text = Standard input isn’t text.
terminal-input-too-long = Standard input is longer than { $most } characters. Paste only one value.
terminal-output-failed = The output can’t be written: { $reason }.

terminal-check = Check a source from the outside, as a visitor does; further with an API token and credentials.
    .more = Changes nothing. The exit code is 0 if nothing breaks sign-in, 1 if something does, 3 if the server can’t be reached.
    .examples =
        sourcerer-cli check https://authentik.company/source/oauth/callback/twitter/
        sourcerer-cli check --server authentik.company --slug twitter --token-stdin < token.txt
        # From cron: a letter only where something changed
        sourcerer-cli check --server authentik.company --slug twitter --quiet
terminal-check-address = Any address of the source: its callback URL, its login URL, its page in the admin interface. Replaces `--server` and `--slug`.
terminal-check-token-stdin = Read the API token from the first line of standard input and the Client Secret from the second; either can be empty. They aren’t stored.
terminal-check-client-id = X’s OAuth 2.0 Client ID. With the Client Secret, both are checked with X.
terminal-check-job = A job file for this source: with a token, its settings are compared with the file’s plan instead of with what this computer knows.
terminal-check-other-job = { $file } is for another source.
terminal-check-quiet = Print only what changed since the last run of the same check on this computer; on the first run, only problems and notes.
terminal-check-no-slug = This address contains no slug. Use `--server` and `--slug`.
terminal-check-gone = Fixed since the last run: { $id }
terminal-check-server = The authentik address. HTTPS if there is no scheme.
terminal-check-slug = The source slug.
terminal-check-json = Print one JSON object.
terminal-login = Test a sign-in through the source as a visitor.
    .more = Prints the sign-in address for a private window, follows the server’s events with the token, and asks which page the browser shows. Sourcerer changes nothing, but the sign-in is real.
    .examples =
        sourcerer-cli login --server authentik.company --slug twitter --token-stdin < token.txt
        sourcerer-cli login --server authentik.company --slug twitter --shows state-check
terminal-login-address = Any address of the source: its callback URL, its login URL, its page in the admin interface. Replaces `--server` and `--slug`.
terminal-login-server = The authentik address. HTTPS if there is no scheme.
terminal-login-slug = The source slug.
terminal-login-ca-file = A file with certificates of a private CA, trusted in addition to the system’s.
terminal-login-allow-http = Allow an `http://` address of a private host. Loopback is always allowed.
terminal-login-token-stdin = Read the API token from the first line of standard input and the Client Secret from the second; either can be empty. They aren’t stored.
terminal-login-client-id = X’s OAuth 2.0 Client ID. With the Client Secret, both are checked with X if authentik gets no token.
terminal-login-timeout = How many seconds to follow the server’s events (default: 180).
terminal-login-shows = The name of the page that the browser shows, instead of being asked. A wrong name lists them.
terminal-login-json = Print one JSON object.
terminal-login-open = Open this address in a private window. If you are signed in to authentik, it would link the X account to your own user: { $address }
terminal-login-nobody = Nothing to go by: provide an API token with `--token-stdin`, or say what the browser shows with `--shows`.
terminal-login-choose = Which of these does the browser show? [1-{ $count }]
terminal-login-not-listed = `{ $name }` isn’t one of these pages.
terminal-login-came = { $kind ->
    [enrolled] `{ $user }` signed in as a new user after { $millis } ms.
    [linked] `{ $user }` signed in and is now linked to this X account, after { $millis } ms.
   *[other] `{ $user }` signed in after { $millis } ms.
}
terminal-login-others = { $count ->
    [one] One other user signed in meanwhile.
   *[other] { $count } other users signed in meanwhile.
}
terminal-login-told = Signed in, according to what the browser shows.
terminal-login-link = This linked X account { $account } to `{ $user }`. You can remove the link in the window; the user can remove it in their settings.
terminal-test = Run a real test sign-in at X, the way authentik does.
    .more = Opens X in your browser, receives X’s answer on this computer, shows each step as it ends, and revokes the token. Ctrl+C stops the test and revokes the token too. The Client Secret is read from standard input, else from the keyring if `--server` and `--slug` name its source, else you are asked for it. X’s list must contain `http://127.0.0.1:8723/callback`.
    .examples =
        sourcerer-cli test --client-id VEZqSk…
        sourcerer-cli test --client-id VEZqSk… --no-browser --json < secret.txt
terminal-test-client-id = X’s OAuth 2.0 Client ID.
terminal-test-server = The server with the source to test: the test requests the same scopes from X, and reads the Client Secret from the keyring unless you provide one.
terminal-test-ca-file = A file with certificates of the private CA that issued the server’s certificate.
terminal-test-by-server = Open X’s page at the host that the server sends visitors to, such as twitter.com.
terminal-test-unread = The server’s redirect couldn’t be read: the test requests the scopes given here.
terminal-test-server-email = The server requests the email address from X, so the test requests `users.email` too.
terminal-test-slug = The slug of that source.
terminal-test-port = The port of the test callback `http://127.0.0.1:8723/callback`, which must be in X’s list with the same port.
terminal-test-scopes = Additional scopes besides `tweet.read users.read`.
terminal-test-email = Request the confirmed email address from X.
terminal-test-no-browser = Print X’s address instead of opening the browser.
terminal-test-timeout = How many seconds to wait for you to finish on X.
terminal-test-json = Print one JSON object.
terminal-test-secret = Paste the Client Secret and press Enter. It isn’t shown.
terminal-test-open = Open this address in a browser: { $address }
terminal-test-elsewhere = If that browser can’t return to this computer, copy the address where it ends and paste it here within 30 seconds.
terminal-test-stopping = Stopping, and revoking the token if X issued one. Press Ctrl+C again to quit without revoking it.
terminal-test-given-up = Quit. A token that X issued stays valid for up to 2 hours.
terminal-test-stopped = Stopped. This says nothing about the app.
terminal-test-profile = Signed in at X as { $handle ->
    [none] account { $id }.
   *[other] { $name }, `@{ $handle }`, account { $id }.
}
terminal-test-email-told = Email address, confirmed on X: { $email }
terminal-test-granted = Scopes granted: { $scopes }
terminal-test-passed = Sign-in with X works with this Client ID and secret.
terminal-unseen = Not checked:

terminal-fleet = Check many sources at once from the outside: a list of addresses and slugs, or the jobs on this computer.
    .more = Changes nothing. Rows are printed in the list’s order; the exit code is that of the worst row.
    .examples =
        sourcerer-cli fleet sources.csv --output table.csv
        sourcerer-cli fleet --jobs --quiet
terminal-fleet-file = The list, one source per line: address, slug and optionally Client ID and CA file, separated by commas, semicolons or tabs. `-` is standard input.
terminal-fleet-jobs = Check the sources of the jobs on this computer.
terminal-fleet-allow-http = Allow `http://` addresses of private hosts. Loopback is always allowed.
terminal-fleet-concurrency = How many sources to check at the same time.
terminal-fleet-per-host = How many of them on one host.
terminal-fleet-output = Write the table to this file at the end: JSON if the name ends in .json, else CSV.
terminal-fleet-quiet = Print only what changed since the last run with this list on this computer; on the first run, only problems and notes.
terminal-fleet-json = Print one JSON object per line.
terminal-fleet-line = Line { $line }: { $says }
terminal-fleet-remarks = And { $count } more remarks.
terminal-fleet-none = Nothing to check.
terminal-fleet-so-far = { $done } of { $all }
terminal-fleet-done = { $done } of { $all } checked in { $seconds } s: { $breaks } failing, { $risks } at risk, { $notes } with notes, { $fine } working.
terminal-fleet-stopped = Stopped. The rest wasn’t checked.

terminal-doctor = Check whether this computer has what a job needs. Support asks for this first.
    .more = Checks keyring, browser, test callback, certificates, proxies, clock and folder. Sends no requests, except to the server if you name one. The keyring is tested with an entry that is deleted again, and may ask for its password.
    .examples =
        sourcerer-cli doctor
        sourcerer-cli doctor --server authentik.company --ca-file company-ca.pem
terminal-doctor-server = Also check the connection to this authentik, and compare the clocks. Without it, no requests are sent.
terminal-doctor-port = The port of the test callback.
terminal-doctor-json = Print one JSON object.
terminal-doctor-looking = Checking. The keyring may ask for its password.

terminal-update = Tell whether there is a newer version of Sourcerer.
    .more = Sends a request only with `--weekly`, or after `--weekly` once, and then at most one a week. Nothing but the request is sent. The window’s **Settings** have the same switch.
    .examples =
        sourcerer-cli update --weekly
        sourcerer-cli update --json
terminal-update-weekly = Check for newer versions once a week from now on.
terminal-update-never = Don’t check for newer versions from now on.
terminal-update-json = Print one JSON object.
terminal-update-absent = This build doesn’t check for newer versions. Where it comes from a package repository, that one has them.
terminal-update-off = `sourcerer-cli update --weekly` turns the check on.

terminal-facts = List the facts about X and authentik that Sourcerer relies on, and when each was last checked.
    .more = Each has its evidence: D documented, O observed in a published response, R reported by users, T in other programs’ tests only, I inferred, U unknown, M measured on a real server. Sends no requests.
    .examples =
        sourcerer-cli facts
        sourcerer-cli facts --older-than 6m
terminal-facts-older-than = List only facts that were last checked longer ago than this: a number with `d` for days, `w` for weeks, `m` for months or `y` for years.
terminal-facts-json = Print one JSON object.
terminal-facts-all = { $count ->
    [one] { $count } dated fact
   *[other] { $count } dated facts
}
terminal-facts-older = { $found ->
    [0] None of { $count } dated facts was last checked before { $day }.
    [one] { $found } of { $count } dated facts was last checked before { $day }:
   *[other] { $found } of { $count } dated facts were last checked before { $day }:
}

terminal-report = Check a source as `check` does, and save the result as a report.
    .more = For a ticket, for printing or for a program. Changes nothing, and contains none of the secrets that you provide.
    .examples =
        sourcerer-cli report --server authentik.company --slug twitter --output ticket.md
        sourcerer-cli report --open report.json --format html --output report.html
terminal-report-address = Any address of the source: its callback URL, its login URL, its page in the admin interface. Replaces `--server` and `--slug`.
terminal-report-server = The authentik address. HTTPS if there is no scheme.
terminal-report-slug = The source slug.
terminal-report-token-stdin = Read the API token from the first line of standard input and the Client Secret from the second; either can be empty. They aren’t stored.
terminal-report-client-id = X’s OAuth 2.0 Client ID. With the Client Secret, both are checked with X.
terminal-report-format = The report’s format.
terminal-report-output = Write the report to this file, readable only by you. Without it, to standard output.
terminal-report-pseudonyms = Anonymize hosts and users, with the same placeholder throughout. X’s own host names stay.
terminal-report-open = Don’t check anything: read this JSON report, and write it in another format.

terminal-export = Write the result of a push in another format: a blueprint, Terraform, a curl script, manual instructions.
    .more = Changes nothing. Takes the arguments and the standard input of `push`. Without an API token, the server isn’t read, and flows and login page have authentik’s default names.
    .examples =
        sourcerer-cli export blueprint --server authentik.company --slug twitter --name X --client-id VEZqSk… --output x.yaml
        sourcerer-cli export runbook --server authentik.company --slug twitter --name X --client-id VEZqSk… > runbook.md
terminal-export-format = The format.
terminal-export-output = Write it to this file, readable only by you. Without it, to standard output.
terminal-export-secret-file = Make the blueprint read the Client Secret from a file of authentik’s worker instead of its environment.
terminal-export-secret-file-only = `--secret-file` works only with `blueprint`.
terminal-export-unread = There is no API token, so the server wasn’t read: flows and login page have authentik’s default names.
terminal-export-written = Written to { $file }.

terminal-plan = Show what a push would change, without writing anything.
    .more = Takes the arguments and the standard input of `push`, and returns the same exit code.
    .examples =
        sourcerer-cli plan --server authentik.company --slug twitter --name X --client-id VEZqSk… < secrets.txt
terminal-plan-json = Print one JSON object.
terminal-completions = Print a shell’s completions for commands, arguments and values.
    .more = Save it where the shell looks for completions.
    .examples =
        sourcerer-cli completions bash > ~/.local/share/bash-completion/completions/sourcerer-cli
terminal-completions-shell = The shell.
terminal-man = Print a manual page.
    .more = Without a command, the program’s own page.
    .examples =
        sourcerer-cli man push | man -l -
terminal-man-of = The command; without one, the program.

terminal-push = Set up the source and its button. Shows the changes first, then writes and confirms them.
    .more = Standard input: the API token on the first line, the Client Secret on the second. If one is missing, it is read from the keyring. You are asked to confirm on the terminal; in a script, use `--yes`.
    .examples =
        sourcerer-cli push --server authentik.company --slug twitter --name X --client-id VEZqSk…
        sourcerer-cli push --server authentik.company --slug twitter --name X --client-id VEZqSk… --yes --json < secrets.txt
terminal-push-server = The authentik address. HTTPS if there is no scheme.
terminal-push-slug = The source slug.
terminal-push-name = The name on the button.
terminal-push-client-id = X’s OAuth 2.0 Client ID.
terminal-push-scopes = Additional scopes besides `tweet.read users.read`.
terminal-push-authentication-flow = The flow for linked users, by its slug. Default: the source’s current flow, else authentik’s default.
terminal-push-enrolment-flow = The flow for new users, by its slug; `none` creates no new users. Default: the source’s current flow, else authentik’s default.
terminal-push-matching = How the source matches visitors with users.
terminal-push-user-path = The path for new users. Without it, nothing is sent.
terminal-push-group-matching = How groups are matched. Without it nothing is sent.
terminal-push-disabled = Leave the source disabled.
terminal-push-login-page = The identification stage that shows the button, by its name; repeat it for several, `none` for none. Default: the one of this address’s login page.
terminal-push-source-stage = Embed the source in the flow with this slug, using a Source stage (needs an enterprise license).
terminal-push-source-stage-after = The stage of that flow to put it after, by its name; `none` puts it first. Default: last.
terminal-push-resume-timeout = How many minutes that flow waits for a visitor to return from X.
terminal-push-link = Link this user to the X account with this ID again, if the link was lost with a deleted source; repeat it for several.
terminal-push-without = Leave out a part of the plan; repeat it for several.
terminal-push-change = Update the source with this slug, which can differ from `--slug`, although this computer didn’t create it.
terminal-push-change-existing = Update a source with this slug that this computer didn’t create.
terminal-push-another = Create another source in addition to those that already sign in with X.
terminal-push-email = Give new users their confirmed email address from X: a scope, and a property mapping that sends X a second request at each sign-in.
terminal-push-remedy = A property mapping for what a forecast warns about: creates internal users, or uses another username if taken; repeat it for both.
terminal-push-allow = Let in only the X accounts that this file lists: an X account ID a line, or the columns of a CSV file. A handle may follow as a note. With `--approve`, these accounts needn’t wait.
terminal-push-approve = Make new users wait until an admin approves them.
terminal-push-group = Put new users into the group with this name, which is created if it doesn’t exist.
terminal-push-list-unread = `{ $path }` can’t be read: { $error }.
terminal-push-nobody-new = Without an enrollment flow there are no new users, so there is nobody to list, approve or put into a group.
terminal-push-needs-email = `{ $matching }` matches by email address, which authentik gets only with `--email`.
terminal-push-no-enrolment = `{ $matching }` can’t be used without an enrollment flow.
terminal-push-no-page = Identification stage `{ $name }` not found. Available: { $all }.
terminal-push-yes = Write without asking.
terminal-push-json = Print one JSON object with the planned and the written changes. Requires `--yes`.
terminal-push-ask = { $count ->
    [one] Push this change? [y/N]
   *[other] Push these { $count } changes? [y/N]
}

terminal-undo = Undo the latest push from this computer.
    .more = Shows the changes first and asks, like `push`. Standard input: the API token; else it is read from the keyring.
    .examples =
        sourcerer-cli undo --server authentik.company --slug twitter
        sourcerer-cli undo --server authentik.company --slug twitter --disable --yes < token.txt
terminal-undo-server = The authentik address. HTTPS if there is no scheme.
terminal-undo-slug = The source slug.
terminal-undo-disable = If users may be signing in through the source: turn it off, and keep it and the links.
terminal-undo-delete = Delete a source even if users may be signing in through it, or someone has changed it.
terminal-undo-instead = `--disable` turns the source off instead, and keeps all links. `--delete` deletes it anyway.
terminal-undo-yes = Write without asking.
terminal-undo-json = Print one JSON object with the planned and the written changes. Requires `--yes`.
terminal-undo-ask = Undo this push? [y/N]
terminal-undone = The push is undone.

terminal-nothing-written = Nothing was written.
terminal-needs-yes = Nothing was written: there is no terminal to ask for confirmation. Add `--yes` to write without asking.
terminal-step-comparing = Reading the server…
terminal-step-writing = Writing: { $change }…
terminal-step-reading-back = Confirming: { $change }…
terminal-step-written = Written and confirmed: { $change }, { $millis } ms.
terminal-step-failed = Not written: { $change }.

terminal-practice = Run a simulated X and authentik on this computer, until standard input closes.
    .more = The first line contains their addresses; other commands use it with `--practice`. Everything is simulated, and gone when it ends.
    .examples =
        sourcerer-cli practice --walk
        sourcerer-cli practice --walk --fault wrong-secret
        sourcerer-cli practice > line.json &
terminal-practice-fault = A problem to simulate; can be repeated.
terminal-practice-switch = How to decide something that isn’t known about X; can be repeated.
terminal-practice-x-port = The practice X’s port; default: any free port.
terminal-practice-authentik-port = The practice authentik’s port; default: any free port.
terminal-practice-tls = Serve the practice authentik over HTTPS, with a CA created for this run.
terminal-practice-release = The version that the practice authentik simulates; 2026.11-draft is only a draft, 9999.1 is fictional.
terminal-practice-licensed = Give the practice authentik an enterprise license.
terminal-practice-layout = The practice authentik’s configuration.
terminal-practice-walk = Run the whole job against them here, including consent, then exit.
terminal-practice-patience = With `--walk`: how long to wait for a user or a silent server.
terminal-practice-list-faults = List the problems to simulate: name, evidence, the stage that finds it, its diagnosis, what it does.
terminal-practice-list-switches = List what isn’t known about X: name, evidence, values with the default marked, what they decide.
terminal-practice-json = Print a list as JSON.
terminal-practice-at = Practice: using the X at { $address }, and no keyring.
terminal-practice-foreign = { $file } isn’t the first line of output of `sourcerer-cli practice`.
terminal-practice-elsewhere = { $file } contains { $address }. Practice servers run only on 127.0.0.1.
terminal-practice-drafted = { $release } is simulated from a draft. No such version has been released.
terminal-practice-failed = The practice servers can’t start: { $reason }.

terminal-walk-reached = authentik { $version } responds; the token belongs to `{ $user }`.
terminal-walk-urls = Callback `{ $callback }`, test callback `{ $test }`.
terminal-walk-registered = { $count ->
    [one] { $count } step done in the practice portal.
   *[other] { $count } steps done in the practice portal.
}
terminal-walk-accepted = X accepts the Client ID and secret.
terminal-walk-login = `{ $user }` signed in through authentik.
terminal-walk-done = Done: the button is on the login page, and a visitor has signed in.

terminal-no-runtime = The program can’t start its threads: { $reason }.

terminal-rotate = Save a regenerated Client Secret in authentik.
    .more = Checks the secret with X, shows the change, writes only that, checks it, and measures the downtime. Standard input: the API token on the first line, the new Client Secret on the second. In a terminal, you are asked for the secret, and the token is read from the keyring.
    .examples =
        sourcerer-cli rotate --server authentik.company --slug twitter
        sourcerer-cli rotate --server authentik.company --slug twitter --yes --json < secrets.txt
terminal-rotate-server = The authentik address. HTTPS if there is no scheme.
terminal-rotate-slug = The source slug.
terminal-rotate-yes = Write without asking.
terminal-rotate-json = Print one JSON object. Requires `--yes`.
terminal-rotate-press = On X, press Regenerate next to Client Secret. This disables the old secret: press Enter here at the same moment.
terminal-rotate-paste = Paste the new Client Secret; it isn’t shown.
terminal-rotate-no-secret = The new Client Secret is missing: it goes on the second line of standard input.
terminal-rotate-accepted = X accepts the new secret.
terminal-rotate-cannot-tell = X’s response doesn’t show whether it accepts the new secret.
terminal-rotate-ask = Push the new secret? [y/N]
terminal-handover = Save the job file of a job on this computer, to send to someone.
    .more = It contains no secrets.
    .examples =
        sourcerer-cli handover job.sourcerer --side server
terminal-handover-file = The file to write; `-` is standard output.
terminal-handover-server = The job for this server, by its host; needed if there are several jobs.
terminal-handover-slug = The job with this slug.
terminal-handover-side = Your role: x (the app and its credentials), server (the rest), both. Saved in the job.
terminal-handover-json = Print one JSON object about the file.
terminal-handover-one-output = The job file already goes to standard output, so `--json` needs a file name.
terminal-handover-written = Written: { $file }
terminal-handover-which = { $count ->
    [0] No such job on this computer.
   *[other] Several jobs match. Choose one with `--server` and `--slug`:
}
terminal-merge = Import a job file into the job that it is about, or as a new job.
    .more = Sends no requests. If both sides have changed a field, nothing is imported until you decide with `--ours` or `--theirs`.
    .examples =
        sourcerer-cli merge job.sourcerer
        sourcerer-cli merge job.sourcerer --ours slug --theirs name
terminal-merge-file = The job file.
terminal-merge-ours = Keep this computer’s value of this field, which both sides have changed.
terminal-merge-theirs = Use the file’s value of this field, which both sides have changed.
terminal-merge-address = Confirm that the job is about this server from now on.
terminal-merge-json = Print one JSON object.
terminal-merge-into = Imported into { $into }.
terminal-merge-new = New job: { $address }, slug `{ $slug }`.
terminal-merge-conflict = { $title }: here “{ $ours }”, in the file “{ $theirs }”. Decide with `--ours { $field }` or `--theirs { $field }`.
terminal-merge-moves = The job would be about another server: { $address }. Confirm with `--address { $address }`.
terminal-merge-undecided = Nothing was changed.
terminal-merge-no-conflict = `{ $field }` isn’t a field that both sides have changed.

# The window's own arguments, printed in a terminal.
terminal-window-version = Sourcerer { $version }
terminal-window-no-display = There is no display on which a window could be opened. `sourcerer-cli` does the same work in a terminal.
terminal-window-not-opened = The window can’t be opened: { $reason }
terminal-window-no-webview = The window can’t be opened: { $reason } Usually the Microsoft Edge WebView2 Runtime is missing. Install it, then open Sourcerer again.
terminal-window-help =
    Opens Sourcerer’s window.

    Usage: sourcerer [OPTIONS] [JOB FILE]

    A job file (.sourcerer) is shown before anything of it is used.

    Options:
      --practice          Start in practice, against simulated servers on this computer
      --fault NAME        Practice with this problem (can be repeated)
      --layout NAME       Practice with this arrangement of the server’s login pages
      --licensed          Practice with an enterprise license
      --patience SECONDS  How long practice waits for a user who doesn’t come back
      --help              Print this
      --version           Print the version

    `sourcerer-cli --help` lists the commands for the terminal.

## The options of this program with which a diagnosis’s remedy is carried out

terminal-options-ca-file = Use `--ca-file FILE`.
terminal-options-differs = Use `--change SLUG`, or another `--slug`.
terminal-options-exists = Use `--change SLUG`, or `--another`.
terminal-options-changed = Use `--disable`, or `--delete`.
terminal-options-no-browser = Use `test --no-browser` to print the address.
terminal-options-shows = Use `login --shows PAGE` with the page that the browser shows; a wrong name lists them.
terminal-options-undo = Use `undo --slug SLUG` with the slug of the source that was changed; after `push --change SLUG`, that is `SLUG`.
terminal-options-without = Use `--without PART` for each of them.
