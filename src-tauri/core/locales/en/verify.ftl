# Stage 7, Verify: what is left to tidy up.

verify-tidy-callback = Remove the test callback from X’s form, and save it
verify-tidy-callback-why = No sign-in uses it. While it is there, X also sends codes to whatever program listens on that port, and it counts against the 10. A later test sign-in needs it again.
verify-tidy-token = Delete the API token in authentik, or let it expire
verify-tidy-token-why = Visitors’ sign-in doesn’t need it. A later push or check of this job needs a token again.
