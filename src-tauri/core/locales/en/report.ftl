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
} { $release ->
    [none] No secret
   *[other] authentik told its release as { $release }. No secret
} that was given to it is in it.

## What is known beside the check

report-test = The test sign-in of { $at }: { $ending ->
    [passed] passed
    [failed] failed
   *[stopped] stopped
}
report-leg = { $title }: { $verdict }{ $millis ->
    [none] {""}
   *[other] , { $millis } ms
}
report-plan = The plan, compared at { $at }
report-field = `{ $name }`: { $now ->
    [none] nothing
   *[other] { $now }
} → { $will ->
    [none] nothing
   *[other] { $will }
}
report-pushes = { $count ->
    [one] One push from this machine
   *[other] { $count } pushes from this machine
}
report-push = { $at }: { $became ->
    [stopped] stopped on its way
    [half-undone] its undo stopped on its way
    [undone] undone at { $undone }
    [turned-off] undone at { $undone }, and the source only turned off
   *[whole] went through
}
report-write = { $target ->
    [mapping] A property mapping
    [source-stage] A Source stage
    [binding] A place in a flow
    [link] A link
    [login-page] A login page
    [secret] A Secret
   *[source] The OAuth source
} { $did ->
    [made] was made
    [shown] got the button
   *[changed] was changed
}{ $fields ->
    [none] .
   *[other] : `{ $fields }`.
}{ $confirmed ->
    [yes] {""}
   *[no] {" "}The server never confirmed it.
}

report-fine = OK
report-note = Note
report-risk = Risk
report-breaks = Breaks sign-in
report-skipped = Skipped
report-not-run = Not checked
