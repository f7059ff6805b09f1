# The page Review & push: its furniture. The plan's own words come from plan.ftl.

page-push-title-open = Review what would change
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
page-push-title-undoing = Putting back what was pushed
page-push-title-done = { $count ->
    [0] Already as it should be
    [one] { $count } change pushed
   *[other] { $count } changes pushed
}
page-push-title-stopped = The push stopped
page-push-lead-stopped = What was written stays. Compare again: the next push carries on from there.
page-push-lead-open = Sourcerer compares what is on the server with what you entered. This writes nothing.
page-push-lead = To **{ $host }**, as { $user }. Compared at { $time }. Nothing is written yet.
page-push-lead-nobody = To **{ $host }**. Compared at { $time }. Nothing is written yet.
page-push-lead-already = **{ $host }** is as it should be. Compared at { $time }.
page-push-lead-pushing = To **{ $host }**. Each one is read back before the next begins.
page-push-lead-done = To **{ $host }**, { $time }. Each was read back and agrees.
page-push-lead-done-none = **{ $host }** had everything already at { $time }, so nothing was written.

## The plan

page-push-comparing = Comparing with the server
page-push-uncompared = Not compared yet
page-push-uncompared-says = Compare reads the sources, flows and the login page, and shows each change before anything is written.
page-push-new = New
page-push-change = Change
page-push-remove = Delete
page-push-left-out = Left out
page-push-nothing = Nothing to do
page-push-list-says = authentik replaces this list as a whole. It is read again right before it is written, and what someone else adds meanwhile is kept.
page-push-never-shown = can’t be read back
page-push-drawing = How a visitor will find it
page-push-worth-knowing = Worth knowing first
page-push-other-slug = Choose another slug

## What can be chosen

page-push-existing = What should happen to the existing sources?
page-push-choose-source = How the source is set up
page-push-choose-authentication = Sign-in flow, for people who are linked
page-push-choose-enrolment = Enrolment flow, for new people
page-push-choose-path = Path of new users
page-push-choose-path-hint = `%(slug)s` becomes the slug.
page-push-choose-groups = How groups are matched
page-push-choose-groups-hint = X sends no groups. It matters only with a property mapping of your own that does.
page-push-choose-enabled = The source is on
page-push-choose-enabled-why = Turned off, nobody can sign in with it; links and settings stay.
page-push-choose-none = Choose one
page-push-choose-pages = Where the button is shown
page-push-follows = What follows
page-push-danger = Somebody else may get in

## Asking before a push

page-push-ask = Push { $count ->
    [one] { $count } change
   *[other] { $count } changes
} to { $host }?
page-push-ask-says = Visitors see the button as soon as it is on the login page. Undo takes back what was written.
page-push-ask-as = It is written as **{ $user }**.
page-push-ask-tested = The test sign-in passed with these values.
page-push-ask-untested = The test sign-in hasn’t passed with these values, so nobody knows yet whether X lets visitors in.

## While it is written

page-push-written = { $done } of { $all } written
page-push-progress = Changes written
page-push-step-source = The OAuth source
page-push-step-login-page = The button on the login page
page-push-waiting = Waiting for the one before
page-push-writing = Being written
page-push-reading-back = Written; being read back
page-push-read-back = Written and read back
page-push-failed = Failed
page-push-not-begun = Not begun
page-push-stopped = What was written
page-push-safe = Safe to close: the next push carries on from here.

## Done, and undo

page-push-done = Written
page-push-done-none = Nothing had to be written
page-push-done-none-says = The source and its button were there already, with the values that you entered.
page-push-undo = Undo…
page-push-undo-says = Undo puts back what the latest push from this machine changed. It shows first what that is.
page-push-undo-ask = Put back what was pushed to { $host }?
page-push-undo-act = Undo
page-push-undo-disable = Turn it off
page-push-undo-delete = Delete the source instead of turning it off
page-push-undo-consent = I have read this, and want to undo it all the same
page-push-undone = It is put back as it was
page-push-undone-says = X’s form still has both callbacks. They do no harm, and another push needs them.
page-push-turned-off = The source is turned off
page-push-turned-off-says = Nobody signs in through it, and everybody’s link stays. Another push turns it on again.
page-push-secret = The secret can’t be read back from authentik. A fingerprint stays on this machine, so that a later push knows whether it is still the one you pushed.

## A push that stopped on its way
push-halfway = The push stopped here: finish it or undo it
push-halfway-undo = The undo stopped here: finish it or push again
push-halfway-unread = Sourcerer ended in the middle of it. Compare shows what arrived on the server and what is left.
push-halfway-left = { $written ->
    [0] Nothing is known to have been written.
    [one] One change is written and was read from the server.
   *[other] { $written } changes are written and were read from the server.
} { $left ->
    [one] One is left.
   *[other] { $left } are left.
} Push what is shown below to finish, or undo: either way ends complete, and nothing is made twice.
push-halfway-undoing = A part of what was pushed may be put back already. Undo again to finish it, or push what is shown below to have it all again.
page-push-halfway-undo = Undo it…

## The summary of the review, and what most people don't change

page-push-summary = Summary
page-push-summary-goes = New users go
page-push-more = More options
page-push-include = Include in this push
