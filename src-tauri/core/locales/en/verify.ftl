# Stage 7, Verify: what is left to tidy up.

verify-tidy-callback = Remove the test callback from X’s form, and save
verify-tidy-callback-why = It was only for the test. Remove it so that no other program on this port can receive sign-in codes. (Add it back for another test.)
verify-tidy-token = Delete the API token in authentik, or let it expire
verify-tidy-token-why = Sign-in works without it. To push or check this job later, you need a token again.

summary-button = “{ $name }” on the login page of { $host }
summary-only-linked = Only users who are linked already
summary-goes-everywhere = To applications and to authentik’s own pages
summary-goes-to-applications = To applications only
