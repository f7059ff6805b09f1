# The check of a source that exists.

page-source-check-title = Check a source
page-source-check-lead = An address and a slug are enough. An API token and the credentials show more.
page-source-check-address = Address of authentik
page-source-check-slug = Slug of the source
page-source-check-slug-where = It is in the callback, after `/source/oauth/callback/`.
page-source-check-http = Use plain http
page-source-check-http-why = Anyone between this machine and the server can read and change the answers.
page-source-check-changes-nothing = Sees what a visitor sees. Changes nothing.
page-source-check-reads-only = Sees what a visitor and this token see. Changes nothing.
page-source-check-run = Check

page-source-check-more = With an API token or credentials
page-source-check-more-says = Both are optional. What they would show is listed below as not seen.
page-source-check-token = API token
page-source-check-token-hint = Kept in memory until Sourcerer closes.
page-source-check-token-kept = Use the one in the keyring
page-source-check-token-waits = It waits for an address: a token goes only to the server that it is for.
page-source-check-token-keep = Keep it in the keyring
page-source-check-token-keep-why = Replaces one that a job may have put there for this server.
page-source-check-id-hint = Compared with the one that the server sends X.
page-source-check-secret-hint = X is asked whether it accepts the pair. Kept in memory only.

page-source-check-findings = { $count ->
    [0] Nothing to fix
    [one] { $count } finding
   *[other] { $count } findings
}
page-source-check-ran = { $time }, { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, { $took }
page-source-check-coming = Found so far
page-source-check-so-far = { $count ->
    [one] { $count } check so far
   *[other] { $count } checks so far
}
page-source-check-breaks = Breaks sign-in
page-source-check-risk = Risk
page-source-check-note = Note
page-source-check-fine = OK
page-source-check-skipped = Skipped
page-source-check-not-run = { $count ->
    [one] 1 check couldn’t run
   *[other] { $count } checks couldn’t run
}
page-source-check-unseen = What can’t be seen from outside
page-source-check-unseen-more = What wasn’t seen
page-source-check-unseen-why = What would show it

page-source-check-open-job = Open a job from this
page-source-check-test = Test this pair in a job
page-source-check-copy = Copy for ticket
page-source-check-ticket = No secrets in it. { $size } kB of Markdown.
page-source-check-report = Report…
page-source-check-report-title = What leaves this machine
page-source-check-report-says = A report holds what stands on this page. It was searched for the token and the secret that were given, and holds neither.
page-source-check-report-format = For whom
page-source-check-report-markdown = A ticket (Markdown)
page-source-check-report-html = People and printers (HTML)
page-source-check-report-html-why = One file without scripts, with every exchange.
page-source-check-report-json = Reading it again (JSON)
page-source-check-report-json-why = Opens in Sourcerer as this page, with every exchange.
page-source-check-report-pseudonyms = Other names for hosts and people
page-source-check-report-pseudonyms-why = The same name each time; X’s own hosts keep theirs.
page-source-check-report-preview = What is in it
page-source-check-report-save = Save the file…

page-source-check-opened = A saved report
page-source-check-opened-open = Open a report…
page-source-check-opened-close = Close the report
page-source-check-opened-address = Checked
page-source-check-opened-slug = Slug
page-source-check-opened-at = When
page-source-check-opened-by = Written by
page-source-check-opened-program = Sourcerer { $program }
page-source-check-opened-token = With an API token
page-source-check-opened-outside = From outside
page-source-check-opened-how = How
page-source-check-opened-says = It is complete and unchanged. No server is asked anything while you read it.

page-source-check-address-example = https://authentik.company
page-source-check-slug-example = twitter
