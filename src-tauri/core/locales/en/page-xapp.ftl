# Stage 3, X app: what stands around the guide. What to do at X stands in portal.ftl.

page-xapp-title = Fill in X’s form
page-xapp-lead = One action at a time, in X’s own order and words. Leave everything else on X as it is.

## Which form

page-xapp-layout = Which portal do you see?
page-xapp-console = New console
page-xapp-portal = Old portal
page-xapp-app = Is there an app yet?
page-xapp-have = I have an app
page-xapp-make = Make a new app
page-xapp-open = Open the { $portal }
page-xapp-open-practice = Open the practice portal
page-xapp-all = All actions at once

## The guide

page-xapp-ways = Where
page-xapp-or = or
page-xapp-nth = { $nth } of { $all } · { $name }
page-xapp-why = Why, and what goes wrong otherwise
page-xapp-why-alone = Why
page-xapp-wrong = Otherwise:
page-xapp-none = The form’s values aren’t known yet
page-xapp-none-says = They follow from the server’s address and the slug.
page-xapp-to-server = Go to Server
page-xapp-to-names = Go to Names
page-xapp-drawing = X’s form

page-xapp-not-yet = There is no link yet. Enter it with the other answers, or type it into X’s form yourself.
page-xapp-enter-link = Enter it on Names

## The list that X shows after saving

page-xapp-paste = Compare with X’s list
page-xapp-paste-says = After saving, select the whole list of callbacks on X, copy it, and paste it here. It stays on this machine.
page-xapp-paste-label = Callbacks as X shows them, one per line
page-xapp-paste-go = Compare
page-xapp-paste-clear = Clear
page-xapp-paste-line = line { $line }
page-xapp-paste-is-there = There
page-xapp-paste-differs = Differs
page-xapp-paste-missing = Missing
page-xapp-paste-extra = { $count ->
        [one] One more line is in the list. Leave it alone unless you know that nobody uses it.
       *[other] { $count } more lines are in the list. Leave them alone unless you know that nobody uses them.
    }

## The rest

page-xapp-left-alone = Leave as it is
page-xapp-left-alone-says = None of these is needed for a sign-in.
page-xapp-cost = Cost
page-xapp-cost-reckon = Estimate a month, and what it is based on
page-xapp-cost-people = People who sign in on a day
page-xapp-checked = X’s form was last compared with this guide { $ago }.

## When X's screen looks different

page-xapp-different = My screen looks different
page-xapp-different-title = Look for a word from your screen
page-xapp-different-says = X has two layouts in use and moves things between them. Order and values stay the same.
page-xapp-seen = A word that you see
page-xapp-seen-hint = From a button, a heading or a field: `Consumer Key`, `App details`, `Set up`.
page-xapp-seen-none = Nothing in this guide is called that. Leave it as it is.
page-xapp-seen-found = { $count ->
        [0] Nothing found
        [one] 1 found
       *[other] { $count } found
    }
page-xapp-seen-console = in the new console
page-xapp-seen-portal = in the old portal
page-xapp-seen-both = in both layouts
page-xapp-seen-step = Open action { $nth }
page-xapp-seen-not-needed = Leave it
page-xapp-ways-all = Every way that is known
page-xapp-to-portal = Show the old portal
page-xapp-to-console = Show the new console
