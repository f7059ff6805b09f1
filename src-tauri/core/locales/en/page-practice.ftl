# The choice of what goes wrong in practice.

page-practice-title = Choose what should go wrong
page-practice-lead = A pretend X and a pretend authentik run on 127.0.0.1. The pages are the real ones. Your keyring and your servers aren’t touched.
page-practice-start = Start practising
page-practice-again = Start over
page-practice-anew = The practice job starts over.
page-practice-fault = Faults

page-practice-rehearse = You will rehearse
page-practice-rehearse-form = Filling in X’s form, on a pretend developer portal
page-practice-rehearse-credentials = Copying made-up credentials of the right shape
page-practice-rehearse-signin = Signing in, in your real browser, at the pretend X
page-practice-rehearse-push = Pushing to the pretend server, and undoing it
page-practice-true = How realistic is the pretend X?
page-practice-true-says = It answers as X documents, or as people have seen it answer. The word beside a fault says how well that is known.
page-practice-tags = What the words mean

page-practice-none = None: everything works
page-practice-none-does = The straight way through, about 5 minutes.
page-practice-chosen = { $count } chosen
page-practice-search = Search
page-practice-search-hint = What you would see, or a word of it
page-practice-found = { $count ->
    [0] Nothing matches.
    [one] One fault
   *[other] { $count } faults
}
page-practice-many = Several can be chosen. The first that is met is the one that is found.

## The practice authentik

page-practice-server = The practice authentik
page-practice-layout = How it is set up
page-practice-licensed = It has an enterprise licence
page-practice-licensed-why = Then a Source stage can be rehearsed, and its events show the numbers of X accounts.
