# The job file: who does what, what a file holds, and what both have changed.

handover-side-both = Both
handover-side-x = X account owner
handover-side-server = Server admin
handover-into = { $host }, slug `{ $slug }`

handover-theirs-open = { $who ->
    [handover-side-x] The X account owner does this stage
   *[other] The server admin does this stage
}
handover-theirs-open-says = Do your stages, send them the job, and import the file that they send back. Nothing is locked: you can also do this stage yourself.
handover-theirs-done = { $who ->
    [handover-side-x] The X account owner reports this as done
   *[other] The server admin reports this as done
}
handover-theirs-done-says = It hasn’t been checked on this computer.
handover-theirs-secret = A job file never contains the Client Secret
handover-theirs-secret-says = It does contain the Client ID. The X account owner sends you the secret through a password manager, and you paste it here.

handover-field = { $field ->
    [address] authentik address
    [name] Source name
    [slug] Slug
    [who] Who can sign in
    [email] Email address from X
    [internal] Type of new users
    [userName] Taken usernames
    [scopes] Additional scopes
    [terms] Terms of service
    [privacy] Privacy policy
    [port] Test callback port
    [agreed] Confirmed names
    [layout] X portal layout
    [newApp] New app
    [callbacks] Callbacks on X
    [people] Users per day
    [clientId] Client ID
    [skipped] Test sign-in skipped
    [authenticationFlow] Authentication flow
    [enrolmentFlow] Enrollment flow
    [userPath] Path of new users
    [groupMatching] Group matching
    [enabled] Source enabled
    [loginPages] Login pages
    [without] Parts left out
    [embedded] Source stage
    [embeddedFlow] Flow of the Source stage
    [embeddedAfter] Position of the Source stage
    [embeddedMinutes] Resume timeout (minutes)
    [ticked] Steps in X’s form
    [tidied] Cleanup done
   *[other] { $field }
}
