# The terminal. `terminal-<command>` is what a command does, `.more` what is to be known of it, `.examples` how it is
# called, `terminal-<command>-<argument>` what an argument means there, and `terminal-any-<argument>` what it means wherever it stands.

terminal-about = Sets up "Sign in with X" on an authentik server, and checks it.
terminal-after = Sourcerer is not affiliated with X Corp. or Authentik Security Inc.
terminal-heading-usage = Usage:
terminal-heading-commands = Commands:
terminal-heading-options = Options:
terminal-heading-examples = Examples:
terminal-help = Show this text.
terminal-version = Show the version.

terminal-any-ca-file = A file with certificates of a private CA, trusted beside the system's.
terminal-any-allow-http = Allow an `http://` address of a private host. Loopback needs no permission.
terminal-any-practice = Ask the practice X of another terminal, which `practice` told of in this file, in place of the real one.

terminal-urls = Show every URL that follows from the server's address and the slug.
    .more = Asks nobody. With `--compare` it holds the list of callbacks that X shows against the two that are wanted, byte by byte.
    .examples =
        sourcerer-cli urls --server authentik.company --slug twitter
        sourcerer-cli urls --server authentik.company --slug twitter --compare callbacks.txt
terminal-urls-server = The address of authentik, as you would paste it. No scheme means https.
terminal-urls-slug = The slug of the source.
terminal-urls-compare = Compare with the list of callbacks that X shows, one per line; `-` reads standard input.
terminal-urls-json = Write one JSON object.
terminal-urls-extra = Also in X’s list, and left alone: { $line }

terminal-recognise = Read a pasted value from standard input and say what it is.
    .more = It is never repeated, and nobody is asked. At a terminal it is typed without being shown.
    .examples =
        sourcerer-cli recognise
        sourcerer-cli recognise --field client-secret < pasted.txt
terminal-recognise-field = Judge it as if pasted into this field of the window: client-id or client-secret. Without it, as if pasted where it belongs.
terminal-recognise-json = Write one JSON object.
terminal-recognise-prompt = Paste the value and press Enter. It isn't shown.

# Labels of the list of URLs
terminal-label-callback = Callback
terminal-label-website = Website
terminal-label-login = Login
terminal-label-api = API
terminal-label-admin = Admin page
terminal-label-test-callback = Test callback

# What was called wrongly
terminal-usage-unknown = There is no `{ $argument }` here.
terminal-usage-command = There is no command `{ $command }`.
terminal-usage-missing = Missing: { $arguments }.
terminal-usage-value = `{ $value }` isn't a value for { $argument }.
terminal-usage-one-of = `{ $value }` isn't a value for { $argument }. It takes one of these: { $all }.
terminal-usage-value-missing = { $argument } needs a value.
terminal-usage-twice = { $argument } is given twice, or beside one that excludes it.
terminal-usage-other = This can't be read as a command.
terminal-usage-see = Try `{ $command } --help`.

# What can happen to any command
terminal-input-unreadable = Standard input can't be read: { $reason }.
terminal-file-unreadable = { $file } can't be read: { $reason }.
terminal-keyring-waits = Waiting for the keyring. It may be asking for its password in a window of its own.
terminal-secret-in-arguments = One of the arguments is, or contains, a secret. Arguments are shown, sent and stored, and other programs can read them, so nothing was done. Secrets are read from standard input; regenerate this one.
terminal-input-not-text = Standard input isn't text.
terminal-input-too-long = Standard input is longer than { $most } characters. Paste one value.
terminal-output-failed = The output can't be written: { $reason }.

terminal-check = Check a source: from outside, as a visitor does; with an API token and credentials further.
    .more = Changes nothing. The code is 0 where nothing breaks sign-in, 1 where something does, 3 where the server can't be reached.
    .examples =
        sourcerer-cli check https://authentik.company/source/oauth/callback/twitter/
        sourcerer-cli check --server authentik.company --slug twitter --token-stdin < token.txt
        # From cron: a letter only where something changed
        sourcerer-cli check --server authentik.company --slug twitter --quiet
terminal-check-address = Any address of the source: its callback, its login address, its page in the admin interface. In place of `--server` and `--slug`.
terminal-check-token-stdin = Read from standard input the API token on the first line, the Client Secret on the second; either may be empty. They are kept nowhere.
terminal-check-client-id = X's OAuth 2.0 Client ID. With the Client Secret X is asked about the pair.
terminal-check-job = A job file of this source: with a token its settings are held against what the file plans, in place of what this machine knows.
terminal-check-other-job = { $file } is of another source.
terminal-check-quiet = Print only what changed since the last run of the same check on this machine; at the first run, what needs fixing or is worth knowing.
terminal-check-no-slug = This address holds no slug. Name the source by `--server` and `--slug`.
terminal-check-gone = Gone since the last run: { $id }
terminal-check-server = The address of authentik. No scheme means https.
terminal-check-slug = The slug of the source.
terminal-check-json = Write one JSON object.
terminal-login = Tell what becomes of a sign-in through the source.
    .more = Prints its address for a private window, watches the server's events with the token, and asks which page the browser shows. Changes nothing; the sign-in is a real one.
    .examples =
        sourcerer-cli login --server authentik.company --slug twitter --token-stdin < token.txt
        sourcerer-cli login --server authentik.company --slug twitter --shows state-check
terminal-login-address = Any address of the source: its callback, its login address, its page in the admin interface. In place of `--server` and `--slug`.
terminal-login-server = The address of authentik. No scheme means https.
terminal-login-slug = The slug of the source.
terminal-login-ca-file = A file with certificates of a private CA, trusted beside the system's.
terminal-login-allow-http = Allow an `http://` address of a private host. Loopback needs no permission.
terminal-login-token-stdin = Read from standard input the API token on the first line, the Client Secret on the second; either may be empty. They are kept nowhere.
terminal-login-client-id = X's OAuth 2.0 Client ID. With the Client Secret X is asked about the pair where authentik got no token.
terminal-login-timeout = How many seconds the server's events are watched; 180 unless told otherwise.
terminal-login-shows = The page that the browser shows, by its name, in place of being asked; a wrong name lists them.
terminal-login-json = Write one JSON object.
terminal-login-open = Open this address in a private window; where you are signed in, it would link the X account to your own user: { $address }
terminal-login-nobody = Nothing to go by: give an API token by `--token-stdin`, or say by `--shows` what the browser shows.
terminal-login-choose = Which of these does the browser show? [1-{ $count }]
terminal-login-not-listed = `{ $name }` is none of these pages.
terminal-login-came = { $kind ->
    [enrolled] `{ $user }` signed in, as a new user, after { $millis } ms.
    [linked] `{ $user }` signed in, and is linked to this X account from now on, after { $millis } ms.
   *[other] `{ $user }` signed in, after { $millis } ms.
}
terminal-login-others = { $count ->
    [one] One other person signed in meanwhile.
   *[other] { $count } others signed in meanwhile.
}
terminal-login-told = Signed in, by what the browser shows.
terminal-login-link = It linked X account { $account } to `{ $user }`. The window can remove it; so can that user, in their settings.
terminal-test = Test one sign-in at X for real, as authentik would do it.
    .more = It opens your browser at X, takes X's answer on this machine, shows each leg as it ends, and ends the token that it got. Ctrl+C stops it, and ends the token too. The Client Secret comes from standard input; else from the keyring, where `--server` and `--slug` name its source; else you are asked for it. X has to have `http://127.0.0.1:8723/callback` in its list.
    .examples =
        sourcerer-cli test --client-id VEZqSk…
        sourcerer-cli test --client-id VEZqSk… --no-browser --json < secret.txt
terminal-test-client-id = X's OAuth 2.0 Client ID.
terminal-test-server = The server with the source that is tested: the test asks X for what it asks, and takes the Client Secret from the keyring unless one is given.
terminal-test-ca-file = The certificates of a private CA that signed the server's.
terminal-test-by-server = Open X's page at the address to which the server sends visitors, such as twitter.com.
terminal-test-unread = Where the server sends visitors couldn't be read: the test asks for the scopes that are given here.
terminal-test-server-email = The server asks X for the e-mail address by itself, so the test asks for `users.email` too.
terminal-test-slug = The slug of that source.
terminal-test-port = The port of the test callback `http://127.0.0.1:8723/callback`, which has to be in X's list, port included.
terminal-test-scopes = Further scopes, beside `tweet.read users.read`.
terminal-test-email = Ask for the e-mail address that the person confirmed at X.
terminal-test-no-browser = Print X's address in place of opening the browser.
terminal-test-timeout = How many seconds you may take at X.
terminal-test-json = Write one JSON object.
terminal-test-secret = Paste the Client Secret and press Enter. It isn't shown.
terminal-test-open = Open this address in a browser: { $address }
terminal-test-elsewhere = If that browser can't come back to this machine, paste here, within half a minute, the address that it ends at.
terminal-test-stopping = Stopping. A token that X made is ended first; press Ctrl+C once more to leave it.
terminal-test-given-up = Left. A token that X made stays valid for up to 2 hours.
terminal-test-stopped = Stopped. That says nothing about the app.
terminal-test-profile = X says who signed in: { $handle ->
    [none] account { $id }.
   *[other] { $name }, `@{ $handle }`, account { $id }.
}
terminal-test-email-told = E-mail address, confirmed at X: { $email }
terminal-test-granted = Scopes granted: { $scopes }
terminal-test-passed = Signing in with X works with this pair.
terminal-unseen = What wasn’t seen:

terminal-fleet = Check many sources at once from outside: a list of addresses and slugs, or the jobs of this machine.
    .more = Changes nothing. Rows come in the list's order; the worst of them is the code.
    .examples =
        sourcerer-cli fleet sources.csv --output table.csv
        sourcerer-cli fleet --jobs --quiet
terminal-fleet-file = The list, one source per line: address, slug and, where wanted, Client ID and CA file, between commas, semicolons or tabs. `-` is standard input.
terminal-fleet-jobs = Check the sources of this machine’s jobs.
terminal-fleet-allow-http = Allow `http://` addresses of private hosts. Loopback needs no permission.
terminal-fleet-concurrency = How many sources are asked about at one time.
terminal-fleet-per-host = How many of one host.
terminal-fleet-output = Write the table to this file in the end: JSON where it ends so, else CSV.
terminal-fleet-quiet = Print only what changed since the last run over this list on this machine; at the first, what isn’t fine.
terminal-fleet-json = Print one JSON object per line.
terminal-fleet-line = Line { $line }: { $says }
terminal-fleet-remarks = And { $count } further remarks.
terminal-fleet-none = There is nothing to check.
terminal-fleet-so-far = { $done } of { $all }
terminal-fleet-done = { $done } of { $all } checked in { $seconds } s: { $breaks } broken, { $risks } at risk, { $notes } with a note, { $fine } fine.
terminal-fleet-stopped = Stopped. The rest wasn’t checked.

terminal-doctor = Look whether this machine has what the job needs; what support asks for first.
    .more = Keyring, browser, test callback, certificates, proxies, clock, folder. Nobody is asked but the server, where one is named. The keyring is tried with an entry that is taken out again, and may ask for its password.
    .examples =
        sourcerer-cli doctor
        sourcerer-cli doctor --server authentik.company --ca-file company-ca.pem
terminal-doctor-server = Look at the way to this authentik too, and compare clocks with it. Without it nobody is asked.
terminal-doctor-port = The port of the test callback.
terminal-doctor-json = Write one JSON object.
terminal-doctor-looking = Looking. The keyring may ask for its password.

terminal-facts = List the facts about X and authentik that Sourcerer relies on, with the day on which each was last checked.
    .more = Each has its evidence: D documented, O observed in a published answer, R reported by people, T in tests of other programs only, I inferred, U unknown, M measured on a real server. Nothing is sent anywhere.
    .examples =
        sourcerer-cli facts
        sourcerer-cli facts --older-than 6m
terminal-facts-older-than = List only facts that were last checked longer ago than this: a number and `d` for days, `w` for weeks, `m` for months or `y` for years.
terminal-facts-json = Write one JSON object.
terminal-facts-all = { $count ->
    [one] { $count } dated fact
   *[other] { $count } dated facts
}
terminal-facts-older = { $found ->
    [0] None of { $count } dated facts was last checked before { $day }.
    [one] { $found } of { $count } dated facts was last checked before { $day }:
   *[other] { $found } of { $count } dated facts were last checked before { $day }:
}

terminal-report = Check a source as `check` does, and write what was found as a report.
    .more = For a ticket, for a printer, for a program. Changes nothing, and holds none of the secrets that it was given.
    .examples =
        sourcerer-cli report --server authentik.company --slug twitter --output ticket.md
        sourcerer-cli report --open report.json --format html --output report.html
terminal-report-address = Any address of the source: its callback, its login address, its page in the admin interface. In place of `--server` and `--slug`.
terminal-report-server = The address of authentik. No scheme means https.
terminal-report-slug = The slug of the source.
terminal-report-token-stdin = Read from standard input the API token on the first line, the Client Secret on the second; either may be empty. They are kept nowhere.
terminal-report-client-id = X's OAuth 2.0 Client ID. With the Client Secret X is asked about the pair.
terminal-report-format = How it is written.
terminal-report-output = Write it to this file, whole or not at all, for this user alone to read. Without it, to standard output.
terminal-report-pseudonyms = Give hosts and people other names, the same one each time. X's own hosts keep theirs.
terminal-report-open = Check nothing: read this JSON report, and write it in another format.

terminal-export = Write what a push would lead to for other tools: a blueprint, Terraform, a script of curl calls, steps for a person.
    .more = Changes nothing. Takes the arguments and the standard input of `push`. Without an API token the server isn't read: flows and login page are named as on a fresh authentik.
    .examples =
        sourcerer-cli export blueprint --server authentik.company --slug twitter --name X --client-id VEZqSk… --output x.yaml
        sourcerer-cli export runbook --server authentik.company --slug twitter --name X --client-id VEZqSk… > runbook.md
terminal-export-format = What is written.
terminal-export-output = Write it to this file, whole or not at all, for this user alone to read. Without it, to standard output.
terminal-export-secret-file = Have a blueprint read the Client Secret from a file of authentik's worker in place of its environment.
terminal-export-secret-file-only = `--secret-file` goes with `blueprint` only.
terminal-export-unread = There is no API token, so the server wasn't read: flows and login page are named as on a fresh authentik.
terminal-export-written = Written to { $file }.

terminal-plan = Show what a push would change, and write nothing.
    .more = Takes the arguments and the standard input of `push`, and ends as that would.
    .examples =
        sourcerer-cli plan --server authentik.company --slug twitter --name X --client-id VEZqSk… < secrets.txt
terminal-plan-json = Write one JSON object.
terminal-completions = Print what a shell reads to complete commands, arguments and values.
    .more = It goes where the shell looks for completions.
    .examples =
        sourcerer-cli completions bash > ~/.local/share/bash-completion/completions/sourcerer-cli
terminal-completions-shell = The shell.
terminal-man = Print a manual page.
    .more = Without a command, the program's.
    .examples =
        sourcerer-cli man push | man -l -
terminal-man-of = The command whose page it is; without one, the program's.

terminal-push = Set up the source and its button: shown first, then written and read back.
    .more = Standard input: the API token on the first line, the Client Secret on the second. What is missing comes from the keyring. The question is asked on the terminal; in a script `--yes` answers it.
    .examples =
        sourcerer-cli push --server authentik.company --slug twitter --name X --client-id VEZqSk…
        sourcerer-cli push --server authentik.company --slug twitter --name X --client-id VEZqSk… --yes --json < secrets.txt
terminal-push-server = The address of authentik. No scheme means https.
terminal-push-slug = The slug of the source.
terminal-push-name = The name on the button.
terminal-push-client-id = X's OAuth 2.0 Client ID.
terminal-push-scopes = Additional scopes, beside `tweet.read users.read`.
terminal-push-authentication-flow = The flow of people who are known, by its slug. Without it the one that the source has, else authentik's own.
terminal-push-enrolment-flow = The flow of new people, by its slug; `none` gives new people no user. Without it the one that the source has, else authentik's own.
terminal-push-matching = Which user the source takes a visitor for.
terminal-push-user-path = Where in the tree of users new ones are put. Without it nothing is sent.
terminal-push-group-matching = How groups are matched. Without it nothing is sent.
terminal-push-disabled = Leave the source turned off.
terminal-push-login-page = The identification stage that is to show the button, by its name; several times for several, `none` for none. Without it the one of this address's login page.
terminal-push-source-stage = Embed the source in the flow of this slug by a Source stage, which takes an enterprise licence.
terminal-push-source-stage-after = The stage of that flow that it comes right after, by its name; `none` puts it first. Without it, it comes last.
terminal-push-resume-timeout = How long that flow waits for a visitor who is at X, in minutes.
terminal-push-link = Link this user to the X account of this number again, where the link went with a source that was deleted; several times for several.
terminal-push-without = Leave a part of the plan out; several times for several.
terminal-push-change = Change the source of this slug, which need not be the one of `--slug`, although this machine didn't make it.
terminal-push-change-existing = Change a source of this slug that this machine didn't make.
terminal-push-another = Make another source beside those that sign in with X already.
terminal-push-email = Give new users the e-mail address that they confirmed at X: a scope, and a property mapping that asks X a second time at each sign-in.
terminal-push-remedy = A property mapping for what a forecast warns of: makes new users internal, or gives another name where one is taken; several times for both.
terminal-push-needs-email = `{ $matching }` matches by e-mail address, which authentik gets only with `--email`.
terminal-push-no-enrolment = `{ $matching }` and no enrolment flow don't go together here.
terminal-push-no-page = There is no identification stage `{ $name }`. There are: { $all }.
terminal-push-yes = Write without asking.
terminal-push-json = Write one JSON object: what was planned, what was written. Goes with `--yes`.
terminal-push-ask = { $count ->
    [one] Push this change? [y/N]
   *[other] Push these { $count } changes? [y/N]
}

terminal-undo = Put back what the newest push from this machine changed.
    .more = Shown first, asked as with `push`. Standard input: the API token; else the keyring.
    .examples =
        sourcerer-cli undo --server authentik.company --slug twitter
        sourcerer-cli undo --server authentik.company --slug twitter --disable --yes < token.txt
terminal-undo-server = The address of authentik. No scheme means https.
terminal-undo-slug = The slug of the source.
terminal-undo-disable = Where people may be signing in through the source: turn it off, and leave it and their links.
terminal-undo-delete = Go through with what needs a yes of its own: delete a source that people may be signing in through, or that somebody has changed.
terminal-undo-instead = `--disable` turns the source off instead, and keeps everybody's link. `--delete` deletes it all the same.
terminal-undo-yes = Write without asking.
terminal-undo-json = Write one JSON object: what was planned, what was written. Goes with `--yes`.
terminal-undo-ask = Undo this push? [y/N]
terminal-undone = The push is undone.

terminal-nothing-written = Nothing was written.
terminal-needs-yes = Nothing was written: there is no terminal to ask on. Add `--yes` to write without asking.
terminal-step-comparing = Comparing with the server …
terminal-step-writing = Writing: { $change } …
terminal-step-reading-back = Reading back: { $change } …
terminal-step-written = Written and read back: { $change }, { $millis } ms.
terminal-step-failed = Not written: { $change }.

terminal-practice = Run a practice X and a practice authentik on this machine, until standard input closes.
    .more = The first line says where they are; other commands go there by `--practice`. Everything is made up, and gone when it ends.
    .examples =
        sourcerer-cli practice --walk
        sourcerer-cli practice --walk --fault wrong-secret
        sourcerer-cli practice > line.json &
terminal-practice-fault = Something to go wrong; can stand several times.
terminal-practice-switch = What nobody knows of X, decided so; can stand several times.
terminal-practice-x-port = The practice X's port; a free one if left out.
terminal-practice-authentik-port = The practice authentik's port; a free one if left out.
terminal-practice-tls = Serve the practice authentik over https, with a CA made for this run.
terminal-practice-release = The release that the practice authentik plays; 2026.11-draft is only drafted, 9999.1 made up.
terminal-practice-licensed = Give the practice authentik an enterprise licence.
terminal-practice-layout = How the practice authentik is set up.
terminal-practice-walk = Do the whole job against them here, consent included, then end.
terminal-practice-patience = How long each wait for a person or a silent peer may take, with `--walk`.
terminal-practice-list-faults = List what can go wrong: name, evidence, the stage that finds it, its diagnosis, what it does.
terminal-practice-list-switches = List what nobody knows of X: name, evidence, values with the default marked, what they decide.
terminal-practice-json = Write a list as JSON.
terminal-practice-at = Practice: the X that is asked is the one at { $address }, and no keyring is used.
terminal-practice-foreign = { $file } isn't the line that `sourcerer-cli practice` prints first.
terminal-practice-elsewhere = { $file } names { $address }. Practice servers are at 127.0.0.1 only.
terminal-practice-drafted = { $release } is played as it was drafted. Nobody has seen such a release.
terminal-practice-failed = The practice servers don't start: { $reason }.

terminal-walk-reached = authentik { $version } answers; the token belongs to `{ $user }`.
terminal-walk-urls = Callback `{ $callback }`, test callback `{ $test }`.
terminal-walk-registered = { $count ->
    [one] { $count } action done in the practice portal.
   *[other] { $count } actions done in the practice portal.
}
terminal-walk-accepted = X accepts this pair.
terminal-walk-login = `{ $user }` signed in through authentik.
terminal-walk-done = Done: the button is on the login page, and a visitor signed in.

terminal-no-runtime = The program can't start its threads: { $reason }.

terminal-rotate = Bring a Client Secret that was regenerated on X to authentik.
    .more = Asked about at X, shown, written alone, checked, and the gap measured. Standard input: the API token on the first line, the new Client Secret on the second; at a terminal the secret is asked for and the token comes from the keyring.
    .examples =
        sourcerer-cli rotate --server authentik.company --slug twitter
        sourcerer-cli rotate --server authentik.company --slug twitter --yes --json < secrets.txt
terminal-rotate-server = The address of authentik. No scheme means https.
terminal-rotate-slug = The slug of the source.
terminal-rotate-yes = Write without asking.
terminal-rotate-json = Write one JSON object. Goes with `--yes`.
terminal-rotate-press = On X, press Regenerate next to Client Secret. The old secret is dead from then on: press Enter here in the same moment.
terminal-rotate-paste = Paste the new Client Secret; it isn't shown.
terminal-rotate-no-secret = The new Client Secret is missing: it goes on the second line of standard input.
terminal-rotate-accepted = X takes the new secret.
terminal-rotate-cannot-tell = X's answer doesn't tell whether it takes the new secret.
terminal-rotate-ask = Push the new secret? [y/N]
terminal-handover = Write the job file of a job of this machine, for the other person.
    .more = It holds no secret.
    .examples =
        sourcerer-cli handover job.sourcerer --side server
terminal-handover-file = Where to write it; `-` is standard output.
terminal-handover-server = The job of this server, by its host; needed where there are several jobs.
terminal-handover-slug = The job with this slug.
terminal-handover-side = What you do yourself: x (the app and its credentials), server (the rest), both. Kept in the job.
terminal-handover-json = Write one JSON object about the file.
terminal-handover-one-output = The job file is on standard output already, so `--json` takes a file beside it.
terminal-handover-written = Written: { $file }
terminal-handover-which = { $count ->
    [0] This machine has no such job.
   *[other] These jobs are meant. Name one by `--server` and `--slug`:
}
terminal-merge = Take a job file into the job that it is about, or begin a new job with it.
    .more = Nobody is asked. Where both have changed a field, nothing is changed until it is decided by `--ours` or `--theirs`.
    .examples =
        sourcerer-cli merge job.sourcerer
        sourcerer-cli merge job.sourcerer --ours slug --theirs name
terminal-merge-file = The job file.
terminal-merge-ours = Keep what stands here in this field, which both have changed.
terminal-merge-theirs = Take what stands in the file in this field, which both have changed.
terminal-merge-address = Agree that the job is about this server from now on.
terminal-merge-json = Write one JSON object.
terminal-merge-into = Merged into { $into }.
terminal-merge-new = A new job: { $address }, slug `{ $slug }`.
terminal-merge-conflict = { $title }: here “{ $ours }”, in the file “{ $theirs }”. Decide by `--ours { $field }` or `--theirs { $field }`.
terminal-merge-moves = The job would be about another server: { $address }. Agree by `--address { $address }`.
terminal-merge-undecided = Nothing was changed.
terminal-merge-no-conflict = `{ $field }` is no field that both have changed.

# The window's own arguments, printed in a terminal.
terminal-window-version = Sourcerer { $version }
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

terminal-options-ca-file = Here: `--ca-file FILE`.
terminal-options-differs = Here: `--change SLUG`, or another `--slug`.
terminal-options-exists = Here: `--change SLUG`, or `--another`.
terminal-options-changed = Here: `--disable`, or `--delete`.
terminal-options-no-browser = Here: `test --no-browser` prints the address.
terminal-options-shows = Here: `login --shows PAGE`, with the page that the visitor sees; any other name lists them.
terminal-options-undo = Here: `undo --slug SLUG`, with the slug of the source that was changed; after `push --change SLUG` that is `SLUG`.
