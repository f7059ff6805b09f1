# The renewal of a Client Secret, walked through on one page.

page-rotation-title = Renew the Client Secret
page-rotation-lead = Of the source `{ $slug }` on { $host }.
page-rotation-start = Renew the secret
page-rotation-start-job = Renew the secret of { $name }

page-rotation-ready = Have everything ready
page-rotation-cost = **Regenerate ends the old secret at once**, on every server that uses it. From then on nobody signs in with X here until authentik has the new one.
page-rotation-ready-says = So everything that the push needs is looked at first. Nothing is written, at X or at authentik.
page-rotation-ready-done = All is ready.

page-rotation-regenerate = Press Regenerate at X
page-rotation-regenerate-says = The new secret is shown once, there: copy it at once. Then come back and press **I pressed Regenerate**, or paste it straight away.
page-rotation-regenerate-clock = Your press starts the clock. Without it the time counts from the paste.
page-rotation-at-hand = Use the secret at hand
page-rotation-at-hand-says = Nothing has to be regenerated: pushing the secret at hand mends it.
page-rotation-regenerated = Told at { $time }.
page-rotation-regenerated-not = Not told. The time counts from the paste.

page-rotation-paste = Paste the new secret
page-rotation-secret = New Client Secret
page-rotation-secret-hint = Goes to this program once and isn’t shown. X is asked about it as soon as it is there.
page-rotation-secret-given = In memory, ends { $ending }.
page-rotation-secret-short = In memory.
page-rotation-use-anyway = Use it all the same
page-rotation-asking = Asking X
page-rotation-pasted = Ends { $ending }. { $says }

page-rotation-push = Push it to authentik
page-rotation-push-says = One write, nothing else in the source changes. It is read back, and then looked at from outside.
page-rotation-push-test-after = The test sign-in comes after the push: before it, it could only fail, and make the time longer.
page-rotation-pushed = Pushed and read back.

page-rotation-gap = { $exact ->
    [yes] Sign-in has been broken since you pressed Regenerate
   *[no] Sign-in has been broken at least since the paste
}
page-rotation-gap-says = It ends as soon as authentik has the new secret.

page-rotation-done = The secret is renewed
page-rotation-outside = From outside
page-rotation-old = The old secret

page-rotation-stands = What stands now
page-rotation-token = Enter another token

page-rotation-leave = Sign-in is broken until the new secret is pushed
page-rotation-leave-says = X has another secret than authentik. Nothing is lost if you leave this page: it waits as it is, and the clock goes on.
page-rotation-leave-stay = Stay
page-rotation-leave-go = Leave
page-rotation-waits = A Client Secret is half renewed
page-rotation-waits-says = X has another secret than authentik for `{ $slug }` on { $host }: sign-in is broken until it is pushed.
page-rotation-waits-go-on = Go on
