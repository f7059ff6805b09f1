# The change of a Client Secret, from X to authentik.
rotation-stands-old = X has the new secret, authentik still has the old one: sign-in has been down for { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } or longer. Nothing was written.
rotation-stands-unclear = The new secret was sent, but it isn’t known whether authentik has it. If it doesn’t, sign-in has been down for { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } or longer. Run this again with the same secret: writing it twice does no harm.
rotation-gap = authentik has the new secret. Sign-in was down for { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } between the change on X and the push.
rotation-gap-at-least = authentik has the new secret. Sign-in was down for at least { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    }, counted from when the secret was entered here.
rotation-same = This is the secret last pushed from this computer, so authentik has it and X accepts it: it isn’t a new one.
rotation-same-refused = This is the secret last pushed from this computer, and X no longer accepts it. Paste the one that X showed after Regenerate.

rotation-accepted = X accepts the new secret.
rotation-cannot-tell = X’s response doesn’t show whether it accepts the new secret.

## What is ready before

rotation-ready-source = The source “{ $name }” exists, with the Client ID `{ $id }`.
rotation-ready-right = { $user } has permission to change it.
rotation-ready-right-unknown = Whether { $user } has permission to change it can’t be tested without writing.
rotation-ready-taken = The current secret still works. You only need to continue if you want a new one.
rotation-ready-at-hand = X accepts the secret stored here, but it isn’t known to be on the server.
rotation-ready-refused = X no longer accepts the secret stored here: sign-in is already down. If someone has the newest one, paste it and don’t press Regenerate.
rotation-ready-unknown = X doesn’t know this Client ID. A new secret won’t fix that.
rotation-ready-cannot-tell = X’s response doesn’t show whether it accepts the current secret.

## The way to the button

rotation-place = Your app › **{ $keys }** › **{ $oauth }** › **{ $regenerate }** next to **{ $secret }**

## The bar

rotation-bar-check = Check readiness
rotation-bar-checking = Nothing is written.
rotation-bar-pressed = I pressed Regenerate
rotation-bar-not-before = Press it on X first, then here.
rotation-bar-asking = Checking with X.
rotation-bar-ask-again = Check again
rotation-bar-go-on = Continue from here
rotation-bar-needs-secret = Paste the new secret.
rotation-bar-push = Push the new secret

## Afterward

rotation-kept = { $jobs ->
    [one] The old secret was deleted; the job that used it now has the new one.
   *[other] The old secret was deleted; the { $jobs } jobs that used it now have the new one.
}
rotation-kept-nowhere = No job on this computer used the old secret, so the new one isn’t stored either. It is forgotten when you close this page.
