# The check of a source that exists.

page-source-check-title = Check a source
page-source-check-lead = Enter the server’s address, or paste any address of the source. Add an API token or the X credentials for a deeper check.
page-source-check-address = authentik address
page-source-check-slug = Source slug
page-source-check-slug-where = In the callback URL, it follows `/source/oauth/callback/`.
page-source-check-http = Allow unencrypted HTTP
page-source-check-http-why = Anyone on the network can read and change the traffic.
page-source-check-changes-nothing = Checks what a visitor sees. Changes nothing.
page-source-check-reads-only = Checks what a visitor and this token see. Changes nothing.
page-source-check-run = Check
page-source-check-line = Source **{ $slug }** on **{ $host }**
page-source-check-change = Change

page-source-check-more = Add an API token or credentials
page-source-check-more-says = Optional. What they would show is listed below as not checked.
page-source-check-token = API token
page-source-check-token-hint = Kept in memory until Sourcerer closes.
page-source-check-token-kept = Use the token in the keyring
page-source-check-token-waits = Saved when you enter an address: a token is only ever sent to its own server.
page-source-check-token-keep = Save it in the keyring
page-source-check-token-keep-why = Replaces the token that a job may have saved for this server.
page-source-check-id-hint = Compared with the Client ID that the server sends to X.
page-source-check-secret-hint = Checked with X together with the Client ID. Kept in memory only.

page-source-check-findings = { $count ->
    [0] No problems found
    [one] { $count } problem
   *[other] { $count } problems
}
page-source-check-ran = { $time }, { $count ->
    [one] { $count } check
   *[other] { $count } checks
}, { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, { $took }
page-source-check-passed = { $count ->
    [one] One check passed
   *[other] { $count } checks passed
}
page-source-check-coming = Results so far
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
    [one] 1 check was skipped
   *[other] { $count } checks were skipped
}
page-source-check-unseen = Not checked
page-source-check-unseen-count = { $count ->
    [one] One more thing to check
   *[other] { $count } more things to check
}

page-source-check-open-job = Set up from this
page-source-check-test = Test these credentials
page-source-check-copy = Copy for ticket
page-source-check-ticket = { $size } kB of Markdown, no secrets.
page-source-check-report = Report…
page-source-check-report-title = Save report
page-source-check-report-says = Contains everything on this page. Checked: it doesn’t contain your token or secret.
page-source-check-report-format = Format
page-source-check-report-markdown = Markdown (for a ticket)
page-source-check-report-html = HTML (for printing or email)
page-source-check-report-html-why = One file without scripts, with the full request log.
page-source-check-report-json = JSON (can be reopened in Sourcerer)
page-source-check-report-json-why = Opens in Sourcerer like this page, with the full request log.
page-source-check-report-pseudonyms = Anonymize hosts and users
page-source-check-report-pseudonyms-why = The same placeholder is used throughout. X’s own host names stay.
page-source-check-report-preview = Preview
page-source-check-report-save = Save file…

page-source-check-opened = Saved report
page-source-check-opened-open = Open report…
page-source-check-opened-close = Close report
page-source-check-opened-address = Checked
page-source-check-opened-slug = Slug
page-source-check-opened-at = When
page-source-check-opened-by = Written by
page-source-check-opened-program = Sourcerer { $program }
page-source-check-opened-token = With an API token
page-source-check-opened-outside = From the outside
page-source-check-opened-how = Type
page-source-check-opened-says = The report is complete and unchanged. No server is contacted while you read it.

page-source-check-address-example = https://authentik.company
page-source-check-slug-example = twitter
page-source-check-offered = { $count } sources on this server’s login page lead to X:
page-source-check-offered-one = { $name } (slug { $slug })
page-source-check-enter-slug = Enter the slug yourself
