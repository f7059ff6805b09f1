# The live test: its legs, what it notes about them, and the pages that the browser shows at the end.

## The legs

signin-leg-browser = Browser opened
signin-leg-consent = Consent on X
signin-leg-callback = Callback received
signin-leg-exchange = Code exchanged
signin-leg-profile = Profile read
signin-leg-revoke = Token revoked

## The page at the test callback

signin-page-received = X sent you back
signin-page-received-next = Go back to Sourcerer. This page can be closed.
signin-page-declined = X sent you back without agreeing
signin-page-declined-next = Go back to Sourcerer, which says what to do. This page can be closed.
signin-page-unclear = X probably sent you back without agreeing
signin-page-unclear-next = Go back to Sourcerer and choose there whether to stop or to keep waiting.
signin-page-not-ours = This isn’t the sign-in that Sourcerer waits for
signin-page-not-ours-next = It was probably begun earlier. Nothing was done with it. Go back to Sourcerer, and finish in the tab that it opened last.
signin-page-already = X’s answer was received already
signin-page-already-next = Nothing was done with this one. Go back to Sourcerer. This page can be closed.
