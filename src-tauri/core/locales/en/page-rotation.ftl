# The renewal of a Client Secret, walked through on one page.

page-rotation-title = Renew the Client Secret
page-rotation-lead = Source `{ $slug }` on { $host }
page-rotation-start = Renew secret

page-rotation-ready = Check that everything is ready
page-rotation-cost = **Regenerating disables the old secret immediately**, on every server that uses it. Sign-in with X stops working until you save the new secret in authentik.
page-rotation-ready-says = So Sourcerer first checks everything that the push needs. Nothing is written on X or in authentik.
page-rotation-ready-done = Everything is ready.

page-rotation-regenerate = Press Regenerate on X
page-rotation-regenerate-says = X shows the new secret only once: copy it right away. Then come back and press **I pressed Regenerate**, or just paste it.
page-rotation-regenerate-clock = Pressing it starts the clock. Otherwise the downtime counts from when you paste.
page-rotation-at-hand = Use the current secret
page-rotation-at-hand-says = You don’t have to regenerate: pushing the current secret fixes it.
page-rotation-regenerated = Confirmed at { $time }.
page-rotation-regenerated-not = Not confirmed. Downtime counts from when you pasted.

page-rotation-paste = Paste the new secret
page-rotation-secret = New Client Secret
page-rotation-secret-hint = Checked with X as soon as you paste it.
page-rotation-secret-given = In memory, ends in { $ending }.
page-rotation-secret-short = In memory.
page-rotation-use-anyway = Use it anyway
page-rotation-asking = Checking with X
page-rotation-pasted = Ends in { $ending }. { $says }

page-rotation-push = Push it to authentik
page-rotation-push-says = One write; nothing else in the source changes. The change is confirmed and then checked from the outside.
page-rotation-push-test-after = Test after saving. Until then, sign-in can’t work.
page-rotation-pushed = Pushed and confirmed.

page-rotation-gap = { $exact ->
    [yes] Sign-in has been down since you pressed Regenerate
   *[no] Sign-in has been down at least since you pasted
}
page-rotation-gap-says = It works again as soon as authentik has the new secret.

page-rotation-done = The secret is renewed
page-rotation-outside = Outside checks
page-rotation-old = The old secret

page-rotation-stands = Current state
page-rotation-token = Enter another token

page-rotation-leave = Sign-in is down until you push the new secret
page-rotation-leave-says = X and authentik have different secrets. You can leave this page without losing anything, but the downtime goes on.
page-rotation-leave-stay = Stay
page-rotation-leave-go = Leave
page-rotation-waits = Secret renewal isn’t finished
page-rotation-waits-says = X and authentik have different secrets for `{ $slug }` on { $host }: sign-in is down until you push the new one.
page-rotation-waits-go-on = Continue
