# What authentik would make of whoever signed in at X. What stands in “…” is authentik's own.

forecast-signs-in = Signed in **as** `{ $user }`.
forecast-signs-in-somebody = Signed in as the user that the X account is linked to.
forecast-enrol = Enrolled as a **new user** `{ $user }`.
forecast-prompt = Asked to choose a user name, then enrolled under it as a **new user**.
forecast-link = The person signs in **as the local user** `{ $user }`, and is linked to it for good.
forecast-link-fails = The person sees an error, and is signed in **as the local user** `{ $user }` all the same.
forecast-links-signed-in = The X account is linked to `{ $user }` at once; nobody is asked.
forecast-unknown = { $count ->
    [0] What authentik will do can’t be seen from here.
   *[other] From here it could be any of these { $count }:
}

forecast-refuse-name = A local user is called `{ $user }` already, so authentik can’t make a new one. It stops with “Failed to update user”, every time.
forecast-refuse-linked = Nobody is known to be linked to `{ $id }`, and the source will have no enrolment flow. Anyone who isn’t linked is turned away.
forecast-refuse-disabled = Turned away: the button leads to “Not Found”.
forecast-refuse-inactive = Turned away with “Unknown error”.
forecast-refuse-no-authentication = Turned away with “Configured flow does not exist.”
forecast-refuse-mode = Turned away with “Permission denied”, and the advice to use “the source you’ve previously signed up with”.
forecast-refuse-signed-in = Turned away with “Flow does not apply to current user.”
forecast-refuse-second = Stopped with “Server Error”.

forecast-because-linked = The X account `{ $id }` is linked to this user.
forecast-because-new = Nobody is linked to the X account `{ $id }`, and no user of that name exists yet.
forecast-because-suffixed = A local user is called `{ $user }` already. The mapping appends the X account’s number `{ $id }` to the name.
forecast-because-no-name = X gave no user name.
forecast-because-name = The source matches by user name, and a local user has this one.
forecast-because-address = The source matches by e-mail address, and `{ $user }` has `{ $address }`.
forecast-because-other-account = `{ $user }` is linked to another X account at this source, and a user can have only one.
forecast-because-names-are-unique = authentik matches by X account here, not by name; but no two users can have the same name.
forecast-because-disabled = The source is disabled.
forecast-because-inactive = The local user `{ $user }` is deactivated.
forecast-because-no-authentication = The source has no authentication flow.
forecast-because-no-enrolment = authentik answers “Source is not configured for enrollment.”
forecast-because-no-address = The source matches by e-mail address, and authentik doesn’t get one from X.
forecast-because-address-taken = `{ $user }` has the e-mail address `{ $address }` already, which the source refuses.
forecast-because-name-denied = A local user is called `{ $user }` already, which the source refuses.
forecast-because-signed-in = Somebody is signed in already, and this X account is linked to a user.

forecast-external = authentik makes new users **external**: after this first sign-in it shows “Permission denied”, although the sign-in worked.
forecast-external-usually = authentik usually makes new users **external**: after this first sign-in it then shows “Permission denied”, although the sign-in worked.
forecast-external-user = `{ $user }` is an **external** user: authentik shows “Permission denied” afterwards, although the sign-in worked.
forecast-external-user-usually = `{ $user }` is an **external** user: authentik usually shows “Permission denied” afterwards, although the sign-in worked.
forecast-internal = The mapping makes the new user **internal**: authentik’s own pages let them in.
forecast-without-address = The new user has no e-mail address.
forecast-with-address = The new user’s e-mail address is `{ $address }`.
forecast-address-not-given = X gives no e-mail address for this account, so the new user has none.
forecast-by-number = Next time the X account’s number is recognised, even under a new handle.
forecast-takeover = `{ $user }` is a **superuser**: this hands over the whole server.
forecast-link-risk = Whoever holds the handle `{ $user }` at X gets that user’s rights.
forecast-refuse-name-next = Sign in as `{ $user }` with a password, and link X under **Connected services**; or rename one of the two.
forecast-no-address-for-all = So is everybody else who isn’t linked yet.
forecast-no-address-for-some = So is everybody who isn’t linked yet, and whose address X doesn’t give.
forecast-signed-in-links = In a browser that is signed in at authentik already, the button links the X account to that user instead. A private window shows what visitors get.
forecast-signed-in-denied = In a browser that is signed in at authentik already, the button leads to “Permission denied” instead. A private window shows what visitors get.

forecast-unasked = The server wasn’t asked for this source yet. Test again to know more.
forecast-no-token = Without an API token, users and links can’t be seen.
forecast-silent = The server didn’t answer when it was asked.

forecast-doubt-linked = Whether this X account is linked to a user: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see links.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
forecast-doubt-named = Whether a local user is called `{ $user }`: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see users.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
forecast-doubt-addressed = Whether a local user has the e-mail address: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see users.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
forecast-doubt-other-account = Whether that user is linked to another X account: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see links.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
forecast-doubt-external = Which type of user the enrolment flow makes: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see stages.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
forecast-doubt-application = Whether the brand sends people on to an application of its own: { $why ->
    [unasked] the server wasn’t asked for this source yet. Test again.
    [no-token] there is no API token.
    [right] this API token may not see brands.
    [own-only] this API token may see only its own user’s links, so an empty list proves nothing.
    [too-many] there are more of them than are read here.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t as authentik ships it.
   *[silent] the server didn’t answer.
}
