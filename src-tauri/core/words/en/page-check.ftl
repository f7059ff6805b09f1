# The check of a source that exists.

page-check-title = Check a source
page-check-lead = An address and a slug are enough. An API token and the credentials show more.
page-check-address = Address of authentik
page-check-slug = Slug of the source
page-check-slug-where = It is in the callback, after `/source/oauth/callback/`.
page-check-http = Use plain http
page-check-http-why = Anyone between this machine and the server can read and change the answers.
page-check-changes-nothing = Sees what a visitor sees. Changes nothing.
page-check-reads-only = Sees what a visitor and this token see. Changes nothing.
page-check-run = Check

page-check-more = With an API token or credentials
page-check-more-says = Both are optional. What they would show is listed below as not seen.
page-check-token = API token
page-check-token-hint = Kept in memory until Sourcerer closes.
page-check-token-kept = Use the one in the keyring
page-check-token-waits = It waits for an address: a token goes only to the server that it is for.
page-check-token-keep = Keep it in the keyring
page-check-token-keep-why = Replaces one that a job may have put there for this server.
page-check-id-hint = Compared with the one that the server sends X.
page-check-secret-hint = X is asked whether it accepts the pair. Kept in memory only.

page-check-findings = { $count ->
    [0] Nothing to fix
    [one] { $count } finding
   *[other] { $count } findings
}
page-check-ran = { $time }, { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, { $took }
page-check-coming = Found so far
page-check-so-far = { $count ->
    [one] { $count } check so far
   *[other] { $count } checks so far
}
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
page-check-unseen-more = What wasn’t seen
page-check-unseen-why = What would show it

page-check-open-job = Open a job from this
page-check-test = Test this pair in a job
page-check-copy = Copy for ticket
page-check-ticket = No secrets in it. { $size } kB of Markdown.
page-check-report = Report…
page-check-report-title = What leaves this machine
page-check-report-says = A report holds what stands on this page. It was searched for the token and the secret that were given, and holds neither.
page-check-report-format = For whom
page-check-report-markdown = A ticket (Markdown)
page-check-report-html = People and printers (HTML)
page-check-report-html-why = One file without scripts, with every exchange.
page-check-report-json = Reading it again (JSON)
page-check-report-json-why = Opens in Sourcerer as this page, with every exchange.
page-check-report-pseudonyms = Other names for hosts and people
page-check-report-pseudonyms-why = The same name each time; X’s own hosts keep theirs.
page-check-report-preview = What is in it
page-check-report-save = Save the file…

page-check-opened = A saved report
page-check-opened-open = Open a report…
page-check-opened-close = Close the report
page-check-opened-address = Checked
page-check-opened-slug = Slug
page-check-opened-at = When
page-check-opened-by = Written by
page-check-opened-program = Sourcerer { $program }
page-check-opened-token = With an API token
page-check-opened-outside = From outside
page-check-opened-how = How
page-check-opened-says = It is complete and unchanged. No server is asked anything while you read it.

page-check-address-example = https://authentik.company
page-check-slug-example = twitter
