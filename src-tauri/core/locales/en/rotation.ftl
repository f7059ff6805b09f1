# The change of a Client Secret, from X to authentik.
rotation-stands-old = X has the new secret, authentik still the old one: sign-in is broken since { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } or longer. Nothing was written.
rotation-stands-unclear = The new secret was sent, and whether authentik has it isn’t known. Without it sign-in is broken since { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } or longer. Run it again with the same secret: to write it twice does no harm.
rotation-gap = authentik has the new secret. Between X’s change and the push sign-in was broken for { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    }.
rotation-gap-at-least = authentik has the new secret. It was at hand here for at least { $minutes ->
        [0] { $seconds } s
       *[other] { $minutes } min { $seconds } s
    } before; sign-in was broken from X’s change on.
rotation-same = This is the secret that was pushed last from here, so authentik has it and X takes it: it isn’t a new one.
rotation-same-refused = This is the secret that was pushed last from here. X no longer takes it: paste the one that X showed after Regenerate.

rotation-accepted = X probably takes the new secret.
rotation-cannot-tell = X’s answer doesn’t tell whether it takes the new secret.

## What is ready before

rotation-ready-source = The source “{ $name }” is there, with the Client ID `{ $id }`.
rotation-ready-right = { $user } may change it.
rotation-ready-right-unknown = Whether { $user } may change it, only a write would tell.
rotation-ready-taken = X probably takes the secret at hand, which was pushed last from here: nothing has to be renewed unless you want it.
rotation-ready-at-hand = X probably takes the secret at hand, and it isn’t known to be on the server.
rotation-ready-refused = X no longer takes the secret at hand: sign-in is broken already. If somebody has the newest one, paste that, and don’t press Regenerate.
rotation-ready-unknown = X doesn’t know this Client ID. A new secret won’t mend that.
rotation-ready-cannot-tell = X’s answer doesn’t tell whether it takes the secret at hand.

## The way to the button

rotation-place = Your app › **{ $keys }** › **{ $oauth }** › **{ $regenerate }** next to **{ $secret }**

## The bar

rotation-bar-check = Check that all is ready
rotation-bar-checking = Nothing is written.
rotation-bar-pressed = I pressed Regenerate
rotation-bar-not-before = Press it there first, then here.
rotation-bar-asking = X is being asked.
rotation-bar-ask-again = Ask X again
rotation-bar-go-on = Go on from here
rotation-bar-needs-secret = The new secret is missing.
rotation-bar-push = Push the new secret

## Afterwards

rotation-kept = { $jobs ->
    [one] The old secret is forgotten: the job that kept it keeps the new one.
   *[other] The old secret is forgotten: the { $jobs } jobs that kept it keep the new one.
}
rotation-kept-nowhere = No job here kept the old secret, so the new one isn’t kept either: it is forgotten when this page is closed.
