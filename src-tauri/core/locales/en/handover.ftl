# The job file: who does what, what a file holds, and what both have changed.

handover-side-both = One person alone
handover-side-x = The holder of the X account
handover-side-server = The owner of the server
handover-into = { $host }, slug `{ $slug }`

handover-theirs-open = { $who ->
    [handover-side-x] The holder of the X account does this stage
   *[other] The owner of the server does this stage
}
handover-theirs-open-says = Continue with yours, hand the job over, and merge what comes back. Nothing is locked: what you do here counts too.
handover-theirs-done = { $who ->
    [handover-side-x] The holder of the X account says that this is done
   *[other] The owner of the server says that this is done
}
handover-theirs-done-says = It wasn’t checked from here.
handover-theirs-secret = The Client Secret never comes with a job file
handover-theirs-secret-says = The Client ID does. The holder of the X account shares the secret through a password manager, and you paste it here.

handover-field = { $field ->
    [address] Address of authentik
    [name] Name of the source
    [slug] Slug
    [who] Who may sign in
    [email] E-mail address from X
    [internal] Kind of new users
    [userName] User names that are taken
    [scopes] Additional scopes
    [terms] Terms of service
    [privacy] Privacy policy
    [port] Port of the test callback
    [agreed] Names agreed to
    [layout] Layout of X’s portal
    [newApp] New app
    [callbacks] Callbacks shown by X
    [people] People a day
    [clientId] Client ID
    [skipped] Test sign-in skipped
    [authenticationFlow] Authentication flow
    [enrolmentFlow] Enrolment flow
    [userPath] Path of new users
    [groupMatching] Matching of groups
    [enabled] Source enabled
    [loginPages] Login pages
    [without] Parts left out
    [embedded] Source stage
    [embeddedFlow] Flow of the Source stage
    [embeddedAfter] Place of the Source stage
    [embeddedMinutes] Minutes to come back
    [ticked] Actions in X’s form
    [tidied] Things tidied up
   *[other] { $field }
}
