# The check of a source that exists.

page-check-title = Check a source
page-check-lead = Asks what a visitor’s browser asks, without a token.
page-check-address = Address of authentik
page-check-slug = Slug of the source
page-check-slug-where = It stands in the callback, after `/source/oauth/callback/`.
page-check-http = Ask over plain http
page-check-http-why = Whoever stands between this machine and the server can read and change the answers.
page-check-changes-nothing = Sees what a visitor sees. Changes nothing.
page-check-run = Check

page-check-findings = { $count ->
    [0] Nothing to mend
    [one] { $count } finding
   *[other] { $count } findings
}
page-check-ran = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $time }
page-check-breaks = Breaks sign-in
page-check-risk = Risk
page-check-note = Note
page-check-fine = OK
page-check-skipped = Skipped
page-check-not-run = { $count ->
    [one] 1 check couldn’t run
   *[other] { $count } checks couldn’t run
}
page-check-unseen = What can’t be seen from outside
page-check-unseen-why = and what would show it

page-check-copy = Copy for ticket
page-check-ticket = No secrets in it. { $size } kB of Markdown.
page-check-ticket-title = Sign in with X on { $host }, slug { $slug }
page-check-ticket-says = Checked from outside at { $address }, { $at } (UTC).

page-check-address-example = https://authentik.company
page-check-slug-example = twitter
