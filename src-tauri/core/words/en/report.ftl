# A report of a check: Markdown for a ticket, HTML, JSON.

report-title = Sign in with X on { $host }, slug { $slug }
report-says = Checked from outside at { $address }, { $at } (UTC).
report-says-token = Checked with an API token at { $address }, { $at } (UTC).
report-do-this = Do this:
report-diagnosis = Diagnosis `{ $id }`
report-way = The way to { $host }
report-unseen = What wasn’t seen
report-exchanges = { $count ->
    [one] One exchange, without secrets
   *[other] { $count } exchanges, without secrets
}
report-foot = { $requests ->
    [one] Written by Sourcerer { $program }, from one request.
   *[other] Written by Sourcerer { $program }, from { $requests } requests.
} No secret that was given to it is in it.

report-fine = OK
report-note = Note
report-risk = Risk
report-breaks = Breaks sign-in
report-skipped = Skipped
