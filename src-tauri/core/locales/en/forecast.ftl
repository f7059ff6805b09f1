# What authentik would make of whoever signed in at X. What stands in “…” is authentik's own.

forecast-signs-in = Signs in **as** `{ $user }`.
forecast-signs-in-somebody = Signs in as the user that the X account is linked to.
forecast-enrol = Enrolled as a **new user** `{ $user }`.
forecast-prompt = Asked to choose a username, then enrolled as a **new user** with that name.
forecast-link = The visitor signs in **as the existing user** `{ $user }`, and is permanently linked.
forecast-link-fails = The visitor sees an error, but is signed in **as the existing user** `{ $user }` anyway.
forecast-links-signed-in = The X account is linked to `{ $user }` immediately, without asking.
forecast-unknown = { $count ->
    [0] Sourcerer can’t tell what authentik will do.
   *[other] One of these { $count } outcomes:
}

forecast-refuse-name = The username `{ $user }` is taken, so authentik can’t create a new user. It stops with “Failed to update user” every time.
forecast-refuse-linked = No user is known to be linked to `{ $id }`, and the source will have no enrollment flow. Anyone who isn’t linked is refused.
forecast-refuse-disabled = Refused: the button leads to “Not Found”.
forecast-refuse-inactive = Refused with “Unknown error”.
forecast-refuse-no-authentication = Refused with “Configured flow does not exist.”
forecast-refuse-mode = Refused with “Permission denied”, and the advice to use “the source you’ve previously signed up with”.
forecast-refuse-signed-in = Refused with “Flow does not apply to current user.”
forecast-refuse-second = Fails with “Server Error”.

forecast-because-linked = X account `{ $id }` is linked to this user.
forecast-because-new = No user is linked to X account `{ $id }`, and the username isn’t taken.
forecast-because-suffixed = The username `{ $user }` is taken. The mapping appends the X account ID `{ $id }`.
forecast-because-no-name = X sent no username.
forecast-because-name = The source matches by username, and an existing user has this one.
forecast-because-address = The source matches by email address, and `{ $user }` has `{ $address }`.
forecast-because-other-account = `{ $user }` is linked to another X account in this source, and a user can have only one.
forecast-because-names-are-unique = authentik matches by X account here, not by name, but usernames must be unique.
forecast-because-disabled = The source is disabled.
forecast-because-inactive = The user `{ $user }` is deactivated.
forecast-because-no-authentication = The source has no authentication flow.
forecast-because-no-enrolment = authentik answers “Source is not configured for enrollment.”
forecast-because-no-address = The source matches by email address, and authentik doesn’t get one from X.
forecast-because-address-taken = `{ $user }` already has the email address `{ $address }`, so the source refuses it.
forecast-because-name-denied = The username `{ $user }` is taken, so the source refuses it.
forecast-because-signed-in = Someone is already signed in, and this X account is linked to a user.

forecast-external = authentik creates new users as **external** users. Sign-in works, but authentik’s own pages then show “Permission denied”. Signing in to applications isn’t affected.
forecast-external-usually = authentik usually creates new users as **external** users. Sign-in works, but authentik’s own pages then show “Permission denied”. Signing in to applications isn’t affected.
forecast-external-user = `{ $user }` is an **external** user. Sign-in works, but authentik’s own pages then show “Permission denied”.
forecast-external-user-usually = `{ $user }` is an **external** user. Sign-in works, but authentik’s own pages usually show “Permission denied” then.
forecast-internal = The mapping makes the new user **internal**, so that authentik’s own pages open.
forecast-without-address = The new user has no email address.
forecast-with-address = The new user’s email address is `{ $address }`.
forecast-address-not-given = X provides no email address for this account, so the new user has none.
forecast-by-number = The next sign-in is recognized by the X account ID, even with a new handle.
forecast-takeover = `{ $user }` is a **superuser**: this gives full control of the server.
forecast-link-risk = Anyone with the handle `{ $user }` on X gets that user’s permissions.
forecast-refuse-name-next = Sign in as `{ $user }` with a password, and link X under **Connected services**. Or rename one of the two.
forecast-no-address-for-all = So is everyone else who isn’t linked yet.
forecast-no-address-for-some = So is everyone who isn’t linked yet and for whom X provides no address.
forecast-signed-in-links = In a browser that is already signed in to authentik, the button links the X account to that user instead. Use a private window to see what visitors get.
forecast-signed-in-denied = In a browser that is already signed in to authentik, the button leads to “Permission denied” instead. Use a private window to see what visitors get.

forecast-unasked = This source hasn’t been read from the server yet. Test again to find out more.
forecast-no-token = Without an API token, users and links can’t be read.
forecast-silent = The server didn’t answer.

forecast-doubt-linked = Whether this X account is linked to a user: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view links.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
forecast-doubt-named = Whether the username `{ $user }` is taken: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view users.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
forecast-doubt-addressed = Whether an existing user has the email address: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view users.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
forecast-doubt-other-account = Whether that user is linked to another X account: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view links.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
forecast-doubt-external = Which type of user the enrollment flow creates: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view stages.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
forecast-doubt-application = Whether the brand sends users to its own application: { $why ->
    [unasked] this source hasn’t been read from the server yet. Test again.
    [no-token] there is no API token.
    [right] this API token can’t view brands.
    [own-only] this API token can view only its own user’s links, so an empty list proves nothing.
    [too-many] there are too many to read.
    [mapped] the source has property mappings, which may change that.
    [unmeasured] the flow’s user write stage isn’t authentik’s default.
   *[silent] the server didn’t answer.
}
