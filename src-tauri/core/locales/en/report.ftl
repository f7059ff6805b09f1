# A report of a check: Markdown for a ticket, HTML, JSON.

report-title = Sign in with X on { $host }, slug { $slug }
report-says = Checked from the outside at { $address }, { $at } (UTC).
report-says-token = Checked with an API token at { $address }, { $at } (UTC).
report-do-this = Do this:
report-diagnosis = Diagnosis `{ $id }`
report-way = Connection to { $host }
report-unseen = Not checked
report-exchanges = { $count ->
    [one] Request log: one request, without secrets
   *[other] Request log: { $count } requests, without secrets
}
report-foot = { $requests ->
    [one] Written by Sourcerer { $program }, from one request.
   *[other] Written by Sourcerer { $program }, from { $requests } requests.
} { $release ->
    [none] The report contains no secret
   *[other] authentik version: { $release }. The report contains no secret
} that was entered for it.

## What is known beside the check

report-test = Test sign-in at { $at }: { $ending ->
    [passed] passed
    [failed] failed
   *[stopped] stopped
}
report-leg = { $title }: { $verdict }{ $millis ->
    [none] {""}
   *[other] , { $millis } ms
}
report-plan = Planned changes, read at { $at }
report-field = `{ $name }`: { $now ->
    [none] nothing
   *[other] { $now }
} → { $will ->
    [none] nothing
   *[other] { $will }
}
report-pushes = { $count ->
    [one] One push from this computer
   *[other] { $count } pushes from this computer
}
report-push = { $at }: { $became ->
    [stopped] stopped before it finished
    [half-undone] undo stopped before it finished
    [undone] undone at { $undone }
    [turned-off] undone at { $undone }; the source was only turned off
   *[whole] completed
}
report-write = { $target ->
    [policy] A policy
    [policy-binding] A policy binding
    [flow] A flow
    [write-stage] A user write stage
    [deny-stage] A deny stage
    [group] A group
    [mapping] A property mapping
    [source-stage] A Source stage
    [binding] A position in a flow
    [link] A link
    [login-page] A login page
    [secret] A Secret
   *[source] The OAuth source
} { $did ->
    [made] was created
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
report-not-run = Skipped
