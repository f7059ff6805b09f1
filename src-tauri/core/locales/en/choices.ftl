# What can be chosen on the review page, and what follows from it.

choices-flow = { $name } (`{ $slug }`)
choices-flow-default = { $name } (`{ $slug }`), authentik’s own
choices-flow-other-kind = { $name } (`{ $slug }`), made for something else
choices-flow-missing = No flow is chosen: this server has no `{ $slug }`.

choices-group-identifier = by the group’s identifier
choices-group-name-link = by the group’s name
choices-group-name-deny = not, if a group has that name already
choices-group-unknown = This server doesn’t show that it knows this. It can be looked at again once a source is there.
choices-path-empty = A path is needed; authentik’s own is `{ $default }`.
choices-path-slashes = authentik takes no slash at either end, and none right after another.
choices-path-percent = `%(slug)s` becomes the slug. Any other % makes authentik fall back to its own default path.

choices-page-asked = The login page of { $host }, flow { $flows }
choices-page-brand = Login page of the brand { $brand }, flow { $flows }
choices-page-brands = Login page of the brands { $brands }, flow { $flows }
choices-page-flow-only = In { $flows }, which is no brand’s login page
choices-page-unbound = In no flow, so nobody sees it
choices-page-there = It shows the button already. It can be removed in authentik itself.

choices-existing-slug = It has the slug that you entered.
choices-existing-client-id = It has the same Client ID.
choices-existing-name = It has the same name.
choices-existing-type = It signs in with X too.
choices-existing-change = Change “{ $name }”, `{ $slug }`
choices-existing-change-says = Its callback stays `{ $callback }`. Everyone linked to it stays linked.
choices-existing-another = Make another, `{ $slug }`
choices-existing-another-says = Nothing that exists is touched. Its callback is `{ $callback }`, and has to be in X’s form too.

choices-group-email = E-mail addresses from X
choices-left-out-email-says = No mapping is written or bound; what the source is bound to already stays. X still asks visitors for the address. To avoid that too, turn it off under Names.
choices-group-new-users = New users from X are internal
choices-left-out-new-users-says = No mapping is written or bound; what the source is bound to already stays. Without one, new users are external, and authentik’s own pages turn them away.
choices-group-user-names = Another name where one is taken
choices-left-out-user-names-says = No mapping is written or bound; what the source is bound to already stays. Without one, a new person whose handle is taken is stopped.
choices-group-source-stage = Source stage in a flow
choices-left-out-source-stage-says = No stage is made, and no flow is changed. What is there already stays.
choices-group-links = Links of people who lost them
choices-left-out-links-says = Nobody is linked again. Anyone who lost the link is stopped at every sign-in with X.
choices-group-login-page = Button on the login page
choices-left-out-login-page-says = Nobody sees a button. Anyone who knows `{ $login }` can still sign in.

## What follows from the plan

choices-who-anyone = Anyone with an X account can sign in. New people get a user of their own here.
choices-who-linked = Only people who are linked already can sign in. Nobody new gets a user.
choices-who-username-link = Whoever holds the name of one of your users as a handle on X signs in as that user, with all of that user’s rights. That includes `akadmin` and every other admin.
choices-who-username-deny = Anyone with an X account can sign in, unless a user here has that handle as user name.
choices-who-email-link = Whoever has the e-mail address of one of your users at X signs in as that user.
choices-who-email-deny = Anyone with an X account can sign in, unless a user here has that e-mail address.
choices-who-no-email = Anyone without an e-mail address at X is refused, unless linked already.
choices-who-email-left-out = No e-mail address comes from X, since its mapping is left out: whoever isn’t linked yet is refused.
choices-disabled = The source is off: nobody can sign in with it, and no page shows its button.
choices-secret-final = The Client Secret on the server is replaced. Undo can’t bring the old one back: authentik never gives it out.
choices-undo-deletes = Undo deletes this source, and with it the link of everybody who has signed in by then.
