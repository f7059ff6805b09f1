# Stage 3, X app: what stands around the guide. What to do at X stands in portal.ftl.

page-xapp-title = Fill in X’s form
page-xapp-lead = Follow these steps on X. Fields not mentioned here can stay as they are.

## Which form

page-xapp-layout = Which X portal do you see?
page-xapp-console = New console
page-xapp-portal = Old portal
page-xapp-app = Do you already have an app?
page-xapp-have = I have an app
page-xapp-make = Create a new app
page-xapp-open = Open the { $portal }
page-xapp-open-practice = Open the practice portal
page-xapp-all = Show all steps

## The guide

page-xapp-ways = Where
page-xapp-or = or
page-xapp-nth = { $nth } of { $all } · { $name }
page-xapp-why = Why this matters
page-xapp-why-alone = Why
page-xapp-wrong = Otherwise:
page-xapp-none = The form’s values aren’t known yet
page-xapp-none-says = They depend on the server address and the slug.
page-xapp-to-server = Go to Server
page-xapp-to-names = Go to Names
page-xapp-drawing = X’s form

page-xapp-not-yet = No link yet. Enter it on Names, or type it into X’s form yourself.
page-xapp-enter-link = Enter it on Names

## The list that X shows after saving

page-xapp-paste = Check X’s callback list
page-xapp-paste-says = Optional: copy the saved callback list from X and paste it here to check it. It stays on this computer.
page-xapp-paste-label = Callbacks on X, one per line
page-xapp-paste-go = Check
page-xapp-paste-clear = Clear
page-xapp-paste-line = line { $line }
page-xapp-paste-is-there = Correct
page-xapp-paste-differs = Different
page-xapp-paste-missing = Missing
page-xapp-paste-extra = { $count ->
        [one] The list has one more line. Leave it unless you know that it isn’t used.
       *[other] The list has { $count } more lines. Leave them unless you know that they aren’t used.
    }

## The rest

page-xapp-left-alone = Leave as it is
page-xapp-left-alone-says = Not needed for sign-in.
page-xapp-cost = Cost
page-xapp-cost-reckon = Estimate the monthly cost
page-xapp-cost-people = Users signing in per day
page-xapp-checked = This guide was last compared with X’s form { $ago }.

## When X's screen looks different

page-xapp-different = Can’t find something?
page-xapp-different-title = Search for a label on your screen
page-xapp-different-says = X has two layouts in use and moves things between them. The order and the values stay the same.
page-xapp-seen = Label on your screen
page-xapp-seen-hint = A button, heading or field, such as `Consumer Key`, `App details` or `Set up`.
page-xapp-seen-none = This guide doesn’t mention that label. You don’t need it.
page-xapp-seen-found = { $count ->
        [0] No matches
        [one] 1 match
       *[other] { $count } matches
    }
page-xapp-seen-console = in the new console
page-xapp-seen-portal = in the old portal
page-xapp-seen-both = in both layouts
page-xapp-seen-step = Go to step { $nth }
page-xapp-seen-not-needed = Not needed
page-xapp-ways-all = All known paths
page-xapp-to-portal = Show the old portal
page-xapp-to-console = Show the new console
page-xapp-narrow = Next to the browser
page-xapp-narrow-end = Normal size
