# The terminal. `terminal-<command>` is what a command does, `terminal-<command>-<argument>` what an argument means.

terminal-about = Sets up "Sign in with X" on an authentik server, and checks it.
terminal-after = Sourcerer is not affiliated with X Corp. or Authentik Security Inc.
terminal-heading-usage = Usage:
terminal-heading-commands = Commands:
terminal-heading-options = Options:
terminal-help = Show this text.
terminal-version = Show the version.

terminal-urls = Show every URL that follows from the server's address and the slug.
terminal-urls-server = The address of authentik, as you would paste it. No scheme means https.
terminal-urls-slug = The slug of the source.
terminal-urls-allow-http = Take an `http://` address of a private host. Loopback needs no permission.
terminal-urls-compare = Compare with the list of callbacks that X shows, one a line; `-` reads standard input.
terminal-urls-json = Write one JSON object.
terminal-urls-extra = Also in X’s list, and left alone: { $line }

terminal-recognise = Read a pasted value from standard input and say what it is. It is never repeated.
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
terminal-usage-value = `{ $value }` is no value for { $argument }.
terminal-usage-one-of = `{ $value }` is no value for { $argument }. It takes one of these: { $all }.
terminal-usage-value-missing = { $argument } needs a value.
terminal-usage-twice = { $argument } stands there twice, or beside one that excludes it.
terminal-usage-other = This can't be read as a command.
terminal-usage-see = Try `{ $command } --help`.

# What can happen to any command
terminal-input-unreadable = Standard input can't be read: { $reason }.
terminal-file-unreadable = { $file } can't be read: { $reason }.
terminal-input-not-text = Standard input isn't text.
terminal-input-too-long = Standard input is longer than { $most } characters. Paste one value.
terminal-output-failed = The output can't be written: { $reason }.

terminal-check = Check a source: from outside, as a visitor does; with an API token and credentials further. Changes nothing.
terminal-check-address = Any address of the source: its callback, its login address, its page in the admin interface. In place of `--server` and `--slug`.
terminal-check-token-stdin = Read from standard input the API token on the first line, the Client Secret on the second; either may be empty. They are kept nowhere.
terminal-check-client-id = X's OAuth 2.0 Client ID. With the Client Secret X is asked about the pair.
terminal-check-quiet = Print only what changed since the last run of the same check on this machine; at the first run, what is to be mended or known.
terminal-check-no-slug = This address holds no slug. Name the source by `--server` and `--slug`.
terminal-check-gone = Gone since the last run: { $id }
terminal-check-server = The address of authentik. No scheme means https.
terminal-check-slug = The slug of the source.
terminal-check-ca-file = A file with certificates of a private CA, trusted beside the system's.
terminal-check-allow-http = Take an `http://` address of a private host. Loopback needs no permission.
terminal-check-json = Write one JSON object.
terminal-unseen = What wasn’t seen:

terminal-push = Set up the source and its button: shown first, then written and read back. Standard input: the API token on the first line, the Client Secret on the second; else the keyring.
terminal-push-server = The address of authentik. No scheme means https.
terminal-push-slug = The slug of the source.
terminal-push-name = The name on the button.
terminal-push-client-id = X's OAuth 2.0 Client ID.
terminal-push-scopes = Further scopes, beside `tweet.read users.read`.
terminal-push-ca-file = A file with certificates of a private CA, trusted beside the system's.
terminal-push-allow-http = Take an `http://` address of a private host. Loopback needs no permission.
terminal-push-authentication-flow = The flow of people who are known, by its slug. Without it the one that the source has, else authentik's own.
terminal-push-enrolment-flow = The flow of new people, by its slug; `none` gives new people no user. Without it the one that the source has, else authentik's own.
terminal-push-matching = Whom the source takes a visitor for.
terminal-push-user-path = Where in the tree of users new ones are put. Without it nothing is sent.
terminal-push-group-matching = How groups are matched. Without it nothing is sent.
terminal-push-disabled = Leave the source turned off.
terminal-push-login-page = The identification stage that is to show the button, by its name; several times for several, `none` for none. Without it the one of this address's login page.
terminal-push-without = Leave a part of the plan out.
terminal-push-change = Change the source of this slug, which need not be the one of `--slug`, although this machine didn't make it.
terminal-push-change-existing = Change a source of this slug that this machine didn't make.
terminal-push-another = Make another source beside those that sign in with X already.
terminal-push-email = Gives new users the e-mail address that they confirmed at X: a scope, and a property mapping that asks X a second time at each sign-in.
terminal-push-remedy = A property mapping for what a forecast warns of: makes new users internal, or gives another name where one is taken.
terminal-push-needs-email = `{ $matching }` goes by the e-mail address, which authentik gets only with `--email`.
terminal-push-no-enrolment = `{ $matching }` and no enrolment flow don't go together here.
terminal-push-no-page = There is no identification stage `{ $name }`. There are: { $all }.
terminal-push-yes = Write without asking.
terminal-push-ask = { $count ->
    [one] Push this change? [y/N]
   *[other] Push these { $count } changes? [y/N]
}

terminal-undo = Put back what the newest push from this machine changed. Standard input: the API token; else the keyring.
terminal-undo-server = The address of authentik. No scheme means https.
terminal-undo-slug = The slug of the source.
terminal-undo-ca-file = A file with certificates of a private CA, trusted beside the system's.
terminal-undo-allow-http = Take an `http://` address of a private host. Loopback needs no permission.
terminal-undo-disable = Where people may be signing in through the source: turn it off, and leave it and their links.
terminal-undo-delete = Go through with what needs a yes of its own: delete a source that people may be signing in through, or that somebody has changed.
terminal-undo-instead = `--disable` turns the source off instead, and keeps everybody's link. `--delete` deletes it all the same.
terminal-undo-yes = Write without asking.
terminal-undo-ask = Undo this push? [y/N]
terminal-undone = The push is undone.

terminal-nothing-written = Nothing was written.
terminal-needs-yes = Nothing was written: there is no terminal to ask on. Add `--yes` to write without asking.
terminal-step-written = Written and read back: { $change }, { $millis } ms.
terminal-step-failed = Not written: { $change }.

terminal-practice = Run a practice X and a practice authentik on this machine, until standard input closes.
terminal-practice-fault = Something to go wrong; can stand several times.
terminal-practice-switch = What nobody knows of X, decided so; can stand several times.
terminal-practice-x-port = The practice X's port; a free one if left out.
terminal-practice-authentik-port = The practice authentik's port; a free one if left out.
terminal-practice-tls = Serve the practice authentik over https, with a CA made for this run.
terminal-practice-release = The release that the practice authentik plays.
terminal-practice-walk = Do the whole job against them here, consent included, then end.
terminal-practice-patience = How long each wait for a person or a silent peer may take, with `--walk`.
terminal-practice-list-faults = List what can go wrong: name, evidence, the stage that finds it, its diagnosis, what it does.
terminal-practice-list-switches = List what nobody knows of X: name, evidence, values with the default marked, what they decide.
terminal-practice-json = Write a list as JSON.
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
