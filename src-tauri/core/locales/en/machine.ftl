# This machine: whether it has what the job needs. `machine-<what>` is what was found, `-detail` more of it.

machine-version = Sourcerer { $version }
machine-version-detail = On { $system }, { $processor }.
machine-folder = Jobs and journals can be saved
machine-folder-there = Location: `{ $path }`.
machine-folder-to-be = `{ $path }` is created when something is first saved.
machine-rights = Other users can’t read Sourcerer’s folder
machine-rights-detail = Its permissions are `{ $mode }`.
machine-keyring = The keyring is unlocked
machine-keyring-detail = A test entry was saved, read and deleted.
machine-memory = Secrets are kept in memory
machine-memory-detail = They are gone when Sourcerer closes, as always in practice mode.
machine-browser = Addresses open in { $browser }
machine-browser-unnamed = Addresses open in the system’s default browser
machine-browser-detail = It wasn’t opened for this check.
machine-private = The browser can open private windows
machine-private-detail = The window offers one for the test sign-in and the test as a visitor.
machine-no-private = Private window
machine-no-private-detail = Sourcerer doesn’t know how to open one in this browser. Open one by hand when a test needs it.
machine-port = Port { $port } is free
machine-port-detail = X can send the browser back to `{ $callback }`.
machine-roots = { $count ->
    [one] This computer trusts one root certificate
   *[other] This computer trusts { $count } root certificates
}
machine-roots-of-system = The system verifies certificates itself
machine-roots-detail = Certificates of X and the server are verified against them. This can’t be turned off.
machine-ca-file = { $count ->
    [one] And one certificate of a private CA
   *[other] And { $count } certificates of a private CA
}
machine-ca-file-detail = From `{ $path }`, for the server only.
machine-through = { $host } is reached through the proxy { $proxy }
machine-through-detail = Set by `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY`, or by the system. `NO_PROXY` lists hosts to reach directly.
machine-directly = { $host } is reached directly
machine-directly-detail = No proxy is set for it in the environment or the system, or `NO_PROXY` lists it.
machine-loopback = Loopback connections are direct
machine-loopback-detail = The test callback never goes through a proxy, whatever the environment sets. The browser has its own settings.
machine-server = { $host } responds
machine-server-detail = Checked without a token.
machine-clock = The clocks on this computer and on { $host } match
machine-clock-detail = It is { $now } here, and the server’s `Date` header agrees.
machine-clock-unknown = This computer’s clock
machine-clock-no-server = Not compared. Name your authentik server to compare it.
machine-clock-no-answer = Not compared: the server didn’t answer.
