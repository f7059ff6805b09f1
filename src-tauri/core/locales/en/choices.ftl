# What can be chosen on the review page, and what follows from it.

choices-flow = { $name } (`{ $slug }`)
choices-flow-default = { $name } (`{ $slug }`), authentik’s default
choices-flow-other-kind = { $name } (`{ $slug }`), intended for something else
choices-flow-missing = No flow selected: this server has no `{ $slug }`.

choices-group-identifier = by the group’s unique identifier
choices-group-name-link = by the group’s name
choices-group-name-deny = not, if a group with that name exists
choices-group-unknown = This server doesn’t report whether it supports this. Check again once a source exists.
choices-path-empty = Enter a path. authentik’s default is `{ $default }`.
choices-path-slashes = The path can’t start or end with a slash, or contain two in a row.
choices-path-percent = `%(slug)s` is replaced with the slug. Any other % makes authentik use its default path.

choices-page-asked = Login page of { $host }, flow { $flows }
choices-page-brand = Login page of brand { $brand }, flow { $flows }
choices-page-brands = Login page of brands { $brands }, flow { $flows }
choices-page-flow-only = In { $flows }, which isn’t any brand’s login page
choices-page-unbound = Not in any flow, so nobody sees it
choices-page-there = Already shows the button. You can remove it in authentik.

choices-existing-slug = Has the slug you entered.
choices-existing-client-id = Has the same Client ID.
choices-existing-name = Has the same name.
choices-existing-type = Also signs in with X.
choices-existing-change = Update “{ $name }” (`{ $slug }`)
choices-existing-change-says = Its callback stays `{ $callback }`. All linked users stay linked.
choices-existing-another = Create another source, `{ $slug }`
choices-existing-another-says = Existing sources stay as they are. The new callback is `{ $callback }`, which X’s form also needs.

choices-group-email = Email addresses from X
choices-left-out-email-says = No mapping is created or bound; existing ones stay. X still asks visitors for the address unless you turn it off under Names.
choices-group-new-users = New X users are internal
choices-left-out-new-users-says = No mapping is created or bound; existing ones stay. Without one, new users are external and can’t open authentik’s own pages.
choices-group-user-names = Alternative username if taken
choices-left-out-user-names-says = No mapping is created or bound; existing ones stay. Without one, a new visitor whose X handle is taken can’t sign in.
choices-group-source-stage = Source stage in a flow
choices-left-out-source-stage-says = No stage is created and no flow is changed. Existing stages stay.
choices-group-links = Links of users who lost them
choices-left-out-links-says = No links are restored. Users who lost theirs can’t sign in with X.
choices-group-login-page = Button on the login page
choices-left-out-login-page-says = The button isn’t shown. Anyone who knows `{ $login }` can still sign in.

## What follows from the plan

choices-who-anyone = Anyone with an X account can sign in. First-time visitors get a new user.
choices-who-listed = { $count ->
    [one] Only one listed X account can sign in, for the first time and later. Everyone else is refused.
   *[other] Only { $count } listed X accounts can sign in, for the first time and later. Everyone else is refused.
}
choices-who-approved = Anyone with an X account can ask to get in. New users wait until an admin approves them.
choices-who-approved-or-listed = { $count ->
    [one] One listed X account gets in at once. Anyone else with an X account waits until an admin approves the new user.
   *[other] { $count } listed X accounts get in at once. Anyone else with an X account waits until an admin approves the new user.
}
choices-who-linked = Only users who are already linked can sign in. No new users are created.
choices-who-username-link = Anyone whose X handle matches one of your usernames signs in as that user, with all of that user’s permissions. This includes `akadmin` and every other admin.
choices-who-username-deny = Anyone with an X account can sign in, unless their X handle matches an existing username.
choices-who-email-link = Anyone whose X email address matches one of your users’ signs in as that user.
choices-who-email-deny = Anyone with an X account can sign in, unless an existing user has their email address.
choices-who-no-email = Visitors without an email address on X are refused, unless already linked.
choices-who-email-left-out = X sends no email address because its mapping is left out, so visitors who aren’t linked yet are refused.
choices-disabled = The source is disabled: nobody can sign in with it, and no page shows its button.
choices-secret-final = The Client Secret on the server is replaced. Undo can’t restore the old one: authentik never returns it.
choices-undo-deletes = Undo deletes the source and unlinks everyone who has signed in through it.
