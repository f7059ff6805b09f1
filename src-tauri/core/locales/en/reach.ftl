# The legs of the first contact with a server, for the window and the terminal.

reach-leg-name = The name resolves
reach-leg-connect = The port answers
reach-leg-tls = The certificate is valid
reach-leg-http = It speaks HTTP
reach-leg-found = It is authentik
reach-leg-version = Its release
reach-leg-token = The API token is accepted
reach-leg-rights = The token’s rights

reach-verdict-passed = OK
reach-verdict-noted = Note
reach-verdict-failed = Failed
reach-verdict-not-needed = Not needed
reach-verdict-not-reached = Not reached
reach-verdict-asking = Asking…
reach-verdict-waiting = Waiting

reach-name = Its address: `{ $addresses }`.
reach-name-number = The address is a number already.
reach-name-by-proxy = The proxy `{ $proxy }` looks it up.
reach-connect = Connected to `{ $address }`.
reach-connect-proxy = Through the proxy `{ $proxy }`.
reach-tls = { $protocol }.
reach-tls-plain = Plain http: nothing is encrypted.
reach-tls-by-proxy = Checked with the first request: the proxy isn’t of the plain kind.
reach-certificate = Issued by “{ $issuer }” for `{ $names }`, valid from { $from } to { $until }; the server sent { $chain ->
    [one] 1 certificate
   *[other] { $chain } certificates
}.
reach-http = Answered HTTP { $status }.
reach-retry = It asks for another try in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
reach-found = Health check and configuration answer as authentik’s do.
reach-found-without-health = Its configuration answers as authentik’s does; the health check `/-/health/live/` doesn’t get through.
reach-version = authentik { $version }.
reach-version-outside = Its pages say { $version } to everybody.
reach-version-untold = Its pages don’t say; the API does to a token.
reach-version-differs = Its pages say { $version }: probably two servers answer at this address, or an update is under way.
reach-version-plain = This release sends X the PKCE method `plain`, and the Client Secret in the body beside the header. X’s documentation allows `plain`; 2025.12 and later send `S256`, and the secret in the header alone.
reach-version-older = Older than the releases whose answers were read, 2024.12 to 2026.8. It probably works; look at each value on Review & push.
reach-token = It belongs to { $user }.
reach-token-superuser = It belongs to { $user }, a superuser.
reach-token-never = It doesn’t expire.
reach-token-unknown = Whether it expires can’t be seen: the user has several, or they can’t be listed.
reach-rights = { $allowed } allowed, { $refused } refused, { $untried } not tried.
reach-basis = { $basis ->
    [recorded] Answers and sign-ins of this release were recorded on 2026-11-23, and what is said about it rests on them.
    [described] Of this release only the API description was read; what is said about it rests on the releases before and after it.
    [tried] Sourcerer did whole jobs on 2026.2.2 on 2026-11-30, and what is said about it rests on them.
    [models] This release wasn’t run: what is said about it rests on its published models, and on 2026.2.2 and 2026.8 in its state of June.
   *[june] Tried on 2026-11-30 in its state of 2026-06-23, with the e-mail address that the final release asks X for rebuilt. Links, scopes and sign-ins rest on that; trusted proxies, the throttle, the status of failed writes and the base URL on its documents.
}
reach-base-url = Its base URL is `{ $url }`.
reach-base-url-none = It has no base URL set.
