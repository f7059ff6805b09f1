# The legs of the first contact with a server, for the window and the terminal.

reach-leg-name = DNS
reach-leg-connect = TCP connection
reach-leg-tls = TLS certificate
reach-leg-http = HTTP
reach-leg-found = authentik detected
reach-leg-version = Version
reach-leg-token = API token
reach-leg-rights = Permissions

reach-verdict-passed = OK
reach-verdict-noted = Note
reach-verdict-failed = Failed
reach-verdict-not-needed = Not needed
reach-verdict-not-reached = Skipped
reach-verdict-asking = Checking…
reach-verdict-waiting = Waiting

reach-name = Resolves to `{ $addresses }`.
reach-name-number = The address is an IP address.
reach-name-by-proxy = Resolved by the proxy `{ $proxy }`.
reach-connect = Connected to `{ $address }`.
reach-connect-proxy = Through the proxy `{ $proxy }`.
reach-tls = { $protocol }.
reach-tls-plain = Unencrypted HTTP.
reach-tls-by-proxy = Checked with the first request: the proxy doesn’t pass plain TCP.
reach-certificate = Issued by “{ $issuer }” for `{ $names }`, valid from { $from } to { $until }; the server sent { $chain ->
    [one] 1 certificate
   *[other] { $chain } certificates
}.
reach-http = HTTP status { $status }.
reach-retry = The server asks to retry in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
reach-found = The health check and the configuration respond like authentik’s.
reach-found-without-health = The configuration responds like authentik’s; the health check `/-/health/live/` is blocked.
reach-version = authentik { $version }.
reach-version-outside = Public pages report { $version }.
reach-version-untold = Public pages don’t report it; the API does with a token.
reach-version-differs = Public pages report { $version }: probably two servers answer at this address, or an update is in progress.
reach-version-plain = This version uses the PKCE method `plain` and sends the Client Secret in both the header and the body. X’s documentation allows `plain`; 2025.12 and later use `S256` and send the secret in the header only.
reach-version-older = Older than the tested versions, 2024.12 to 2026.8. It probably works; check each value on Review & push.
reach-token = Owner: { $user }.
reach-token-superuser = Owner: { $user }, a superuser.
reach-token-never = Doesn’t expire.
reach-token-unknown = Expiry unknown: the user has several tokens, or they can’t be listed.
reach-rights = { $allowed } allowed, { $refused } denied, { $untried } not tested.
reach-basis = { $basis ->
    [recorded] Tested: responses and sign-ins of this version were recorded on 2026-11-23.
    [described] Not tested: only this version’s API description was read. Support is based on the versions before and after it.
    [tried] Tested: Sourcerer completed whole jobs on 2026.2.2 on 2026-11-30.
    [models] Not tested: support is based on this version’s published models, and on tests with 2026.2.2 and a pre-release of 2026.8 from June.
   *[june] Tested on 2026-11-30 with a pre-release from 2026-06-23, with the final version’s email request rebuilt. This covers links, scopes and sign-ins; trusted proxies, throttling, the status of failed writes and the base URL are based on its documentation.
}
reach-base-url = Base URL: `{ $url }`.
reach-base-url-none = No base URL is set.
