# The choice of what goes wrong in practice.

page-practice-title = Practice
page-practice-lead = Run through the setup once, or pick a problem to troubleshoot. A simulated X and authentik run on 127.0.0.1; the pages are the real ones. Your keyring and your servers aren’t touched.
page-practice-start = Start practice
page-practice-again = Start over
page-practice-surprise = Surprise me
page-practice-hide = Hide the answer
page-practice-hide-why = The bar at the top doesn’t name the problem. For rehearsing support, alone or with a colleague.
page-practice-concealed = The problem is hidden
page-practice-concealed-says = Find it with Sourcerer, or show it here.
page-practice-reveal = Show answer
page-practice-anew = This starts the practice job over.
page-practice-fault = Problems

page-practice-rehearse = What you’ll practice
page-practice-rehearse-form = Filling in X’s form on a simulated developer portal
page-practice-rehearse-credentials = Copying sample credentials in the real format
page-practice-rehearse-signin = Signing in to the simulated X in your own browser
page-practice-rehearse-push = Pushing to the simulated server and undoing it
page-practice-true = How realistic is the simulated X?
page-practice-true-says = Its responses follow X’s documentation or real captured responses. The label next to each problem tells you which.
page-practice-tags = What the labels mean

page-practice-none = No problem
page-practice-none-does = Everything works. About 5 minutes.
page-practice-chosen = { $count } selected
page-practice-search = Search
page-practice-search-hint = Search by error message or keyword
page-practice-found = { $count ->
    [0] No matches
    [one] One problem
   *[other] { $count } problems
}
page-practice-many = You can combine problems. Sourcerer reports the first one it runs into.

## The practice authentik

page-practice-server = The practice authentik
page-practice-layout = Server configuration
page-practice-licensed = Enterprise license
page-practice-licensed-why = Lets you practice Source stages; events then include X account IDs.
