# Stage 7, Verify: what is left to tidy up.

verify-tidy-callback = Remove the test callback from X’s form, and save it
verify-tidy-callback-why = No sign-in uses it. While it is there, X also sends codes to whatever program listens on that port, and it counts against the 10. A later test sign-in needs it again.
verify-tidy-token = Delete the API token in authentik, or let it expire
verify-tidy-token-why = Visitors’ sign-in doesn’t need it. A later push or check of this job needs a token again.

## What a set-up amounts to: on the review, and at the end

summary-button = “{ $name }” on the login page of { $host }
summary-who = { $who ->
    [linked] Only people who are linked already
    [userName] Anyone with an X account. A handle that matches an authentik username signs in as that user.
    [userNameDeny] Anyone with an X account whose handle isn’t an authentik username
    [emailLink] Anyone with a confirmed email address at X. An address that a user has signs in as that user.
    [emailDeny] Anyone with a confirmed email address at X that no user has
   *[anyone] Anyone with an X account
}
summary-goes-everywhere = To applications and to authentik’s own pages
summary-goes-to-applications = To applications only
