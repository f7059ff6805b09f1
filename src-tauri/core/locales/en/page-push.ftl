# The page Review & push: its furniture. The plan's own words come from plan.ftl.

page-push-title-open = Review changes
page-push-title = Review and push { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
page-push-title-blocked = Nothing can be pushed yet
page-push-title-already = Nothing to push
page-push-title-pushing = Pushing { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
page-push-title-undoing = Undoing
page-push-title-done = { $count ->
    [0] Already up to date
    [one] { $count } change pushed
   *[other] { $count } changes pushed
}
page-push-title-stopped = The push stopped
page-push-lead-stopped = Changes already written stay. Preview the changes again: the next push continues from here.
page-push-lead-open = Sourcerer compares the server with what you entered. Nothing is written.
page-push-lead = To **{ $host }**, as { $user }. Read at { $time }. Nothing is written yet.
page-push-lead-nobody = To **{ $host }**. Read at { $time }. Nothing is written yet.
page-push-lead-already = **{ $host }** is up to date. Read at { $time }.
page-push-lead-pushing = To **{ $host }**. Each change is confirmed before the next one starts.
page-push-lead-done = To **{ $host }**, { $time }. Every change is confirmed.
page-push-lead-done-none = **{ $host }** was already up to date at { $time }, so nothing was written.

## The plan

page-push-comparing = Reading the server
page-push-uncompared = No preview yet
page-push-uncompared-says = Preview changes reads the sources, flows and login page, and shows every change before anything is written.
page-push-new = New
page-push-change = Change
page-push-remove = Delete
page-push-left-out = Left out
page-push-nothing = Nothing to do
page-push-list-says = authentik replaces this list as a whole. Sourcerer reads it again right before writing, and keeps what someone else has added.
page-push-never-shown = can’t be read from authentik
page-push-drawing = Preview of the login page
page-push-worth-knowing = Before you push
page-push-other-slug = Choose another slug

## What can be chosen

page-push-existing = What do you want to do with the existing sources?
page-push-choose-source = Source settings
page-push-choose-authentication = Authentication flow, for linked users
page-push-choose-enrolment = Enrollment flow, for new users
page-push-choose-path = Path of new users
page-push-choose-path-hint = `%(slug)s` is replaced with the slug.
page-push-choose-groups = Group matching
page-push-choose-groups-hint = X sends no groups. This only matters with a property mapping of your own that does.
page-push-choose-enabled = Source enabled
page-push-choose-enabled-why = When turned off, nobody can sign in with it; links and settings stay.
page-push-choose-none = Select one
page-push-choose-pages = Show the button on
page-push-follows = Consequences
page-push-danger = Someone else could sign in as an existing user

## Asking before a push

page-push-ask = Push { $count ->
    [one] { $count } change
   *[other] { $count } changes
} to { $host }?
page-push-ask-says = Changes go live immediately. You can undo them.
page-push-ask-as = They are made as **{ $user }**.
page-push-ask-tested = The test sign-in passed with these values.
page-push-ask-untested = The test sign-in hasn’t passed with these values, so sign-in with X might not work.

## While it is written

page-push-written = { $done } of { $all } written
page-push-progress = Changes written
page-push-step-source = The OAuth source
page-push-step-login-page = The button on the login page
page-push-waiting = Waiting
page-push-writing = Writing
page-push-reading-back = Written, confirming
page-push-read-back = Written and confirmed
page-push-failed = Failed
page-push-not-begun = Not started
page-push-stopped = Written so far
page-push-safe = You can close Sourcerer: the next push continues from here.

## Done, and undo

page-push-done = Written
page-push-done-none = Nothing to write
page-push-done-none-says = The source and its button already have the values that you entered.
page-push-undo = Undo…
page-push-undo-says = Reverts the latest push from this computer. You see the changes first.
page-push-undo-ask = Undo the last push to { $host }?
page-push-undo-act = Undo
page-push-undo-disable = Turn it off
page-push-undo-delete = Delete the source instead of turning it off
page-push-undo-consent = I understand, undo anyway
page-push-undone = Undone
page-push-undone-says = X’s form still has both callbacks. They do no harm, and you need them to push again.
page-push-turned-off = The source is turned off
page-push-turned-off-says = Nobody can sign in through it, and all links stay. Push again to turn it back on.
page-push-secret = authentik never returns the secret. Sourcerer keeps a fingerprint on this computer so it can tell whether the secret has changed.

## A push that stopped on its way
push-halfway = The push stopped: finish or undo it
push-halfway-undo = The undo stopped: finish it or push again
push-halfway-unread = Sourcerer closed while it was writing. Preview the changes to see what was written and what is left.
push-halfway-left = { $written ->
        [0] No change is known to have been written.
        [one] One change was written (confirmed on the server).
       *[other] { $written } changes were written (confirmed on the server).
    } { $left ->
        [one] One is left.
       *[other] { $left } are left.
    } Push to finish, or undo. Either way completes cleanly, and nothing is created twice.
push-halfway-undoing = Part of the push may already be undone. Undo again to finish, or push the changes below to restore everything.
page-push-halfway-undo = Undo…

page-push-summary = Summary
page-summary-destination = New users go
page-push-more = More options
page-push-include = Include in this push
