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
terminal-urls-json = Write one JSON object.

terminal-recognise = Read a pasted value from standard input and say what it is. It is never repeated.
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
terminal-usage-value-missing = { $argument } needs a value.
terminal-usage-twice = { $argument } stands there twice, or beside one that excludes it.
terminal-usage-other = This can't be read as a command.
terminal-usage-see = Try `{ $command } --help`.

# What can happen to any command
terminal-input-unreadable = Standard input can't be read: { $reason }.
terminal-input-not-text = Standard input isn't text.
terminal-input-too-long = Standard input is longer than { $most } characters. Paste one value.
terminal-output-failed = The output can't be written: { $reason }.
