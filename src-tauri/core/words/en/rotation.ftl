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
