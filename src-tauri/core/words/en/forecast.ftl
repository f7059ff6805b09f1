# What authentik would make of whoever signed in at X.

forecast-enrol = A **new user** `{ $user }`, with no e-mail address. No user of that name exists yet.
forecast-external = authentik makes new users **external**: after this first sign-in it shows “Permission denied”, although the sign-in worked.
forecast-by-number = Next time the X account’s number is recognised, even under a new handle.
forecast-link = The person signs in **as the local user** `{ $user }`, and is linked to it for good.
forecast-link-risk = Whoever holds the handle `{ $user }` at X gets that user’s rights.
forecast-refuse-linked = Nobody is known to be linked to `{ $id }`, and the source will have no enrolment flow. Who isn’t linked is turned away.
forecast-refuse-name = A local user is called `{ $user }` already, so authentik can’t make a new one. It stops with “Failed to update user”, every time.
forecast-refuse-name-next = Sign in as `{ $user }` with a password, and link X under **Connected services**; or rename one of the two.
forecast-unknown = A new user `{ $user }`, unless that name is taken: this API token may not see users.
