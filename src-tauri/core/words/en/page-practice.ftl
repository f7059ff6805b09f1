# The choice of what goes wrong in practice.

page-practice-title = Choose what should go wrong
page-practice-lead = A pretend X and a pretend authentik run on 127.0.0.1. The pages are the real ones. Your keyring and your servers aren’t touched.
page-practice-start = Start practising
page-practice-again = Start anew
page-practice-anew = The practice job begins anew.
page-practice-fault = Fault

page-practice-rehearse = You will rehearse
page-practice-rehearse-form = Filling in X’s form, on a pretend developer portal
page-practice-rehearse-credentials = Copying made-up credentials of the right shape
page-practice-rehearse-signin = Signing in, in your real browser, at the pretend X
page-practice-rehearse-push = Pushing to the pretend server, and undoing it
page-practice-true = How true is the pretend X?
page-practice-true-says = It answers as X documents, or as people have published that it answered. Each diagnosis says how well its meaning is known.

page-practice-fault-none = None: everything works
page-practice-fault-none-does = The straight way through, about 5 minutes.
page-practice-fault-token-without-rights = API token without rights
page-practice-fault-token-without-rights-does = authentik knows the token, but its user may not read or write sources.
page-practice-fault-slug-taken = The slug is taken
page-practice-fault-slug-taken-does = Somebody else’s source on the server has it already.
page-practice-fault-wrong-secret = The Client Secret is an old one
page-practice-fault-wrong-secret-does = It was regenerated since. X refuses the pair when it is asked.
page-practice-fault-unknown-client-id = The app was deleted at X
page-practice-fault-unknown-client-id-does = X no longer knows the Client ID.
page-practice-fault-callback-not-registered = The test callback isn’t in X’s list
page-practice-fault-callback-not-registered-does = X shows “Something went wrong”; nothing comes back.
page-practice-fault-code-expired = The code comes too late
page-practice-fault-code-expired-does = Consent works, then X refuses the code: it is older than 30 seconds.
page-practice-fault-tweet-read-missing = The grant lacks tweet.read
page-practice-fault-tweet-read-missing-does = Consent works, then X refuses the profile.
page-practice-fault-client-not-enrolled = The app isn’t in Pay-per-use
page-practice-fault-client-not-enrolled-does = Consent works, then the profile answers 403.
page-practice-fault-credits-depleted = No credits left at X
page-practice-fault-credits-depleted-does = Consent works, then X wants to be paid before it hands out the profile.
page-practice-fault-x-503 = X is overloaded
page-practice-fault-x-503-does = The profile answers 503. Waiting helps, nothing else.
page-practice-fault-proxy-loses-https = The proxy loses https
page-practice-fault-proxy-loses-https-does = authentik sends a callback with http. Everything looks right until the redirect is read.
page-practice-fault-source-disabled = The source gets disabled
page-practice-fault-source-disabled-does = Somebody switches it off as soon as it is made.
