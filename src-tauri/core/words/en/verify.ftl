# Stage 7, Verify: what is left to tidy up.

verify-tidy-callback = Remove the test callback from X’s form. It counts against the 10.
verify-tidy-token = Delete the API token in authentik, or let it expire.
