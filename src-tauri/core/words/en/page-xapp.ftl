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

## The rest

page-xapp-left-alone = Leave as it is
page-xapp-cost = Cost
page-xapp-checked = X’s form was last compared with this guide on { $day }.

## When X's screen looks different

page-xapp-different = My screen looks different
page-xapp-different-title = Look for the same words in the other layout
page-xapp-different-says = X has two layouts in use and moves things between them. Order and values stay the same. If neither layout matches, look for these words.
page-xapp-to-portal = Show the old portal
page-xapp-to-console = Show the new console
