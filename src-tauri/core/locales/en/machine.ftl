# This machine: whether it has what the job needs. `machine-<what>` is what was found, `-detail` more of it.

machine-version = Sourcerer { $version }
machine-version-detail = On { $system }, { $processor }.
machine-folder = Jobs and journals can be saved
machine-folder-there = They lie in `{ $path }`.
machine-folder-to-be = `{ $path }` is made when something is first saved.
machine-rights = Nobody else can read Sourcerer’s folder
machine-rights-detail = Its rights are `{ $mode }`.
machine-keyring = The keyring is open
machine-keyring-detail = An entry was put in, read and taken out again.
machine-memory = Secrets are kept in memory
machine-memory-detail = They are gone when Sourcerer ends, as always in practice.
machine-browser = Addresses open in { $browser }
machine-browser-unnamed = Addresses open in the system’s default browser
machine-browser-detail = None was opened to see.
machine-private = The browser can be asked for a private window
machine-private-detail = The window offers it for a test sign-in and a test login.
machine-no-private = Private window
machine-no-private-detail = How this browser is asked for one isn’t known. Open one by hand where a test wants it.
machine-port = Port { $port } is free
machine-port-detail = X’s answer can come back to `{ $callback }`.
machine-roots = { $count ->
    [one] This machine trusts one root certificate
   *[other] This machine trusts { $count } root certificates
}
machine-roots-of-system = The system verifies certificates by itself
machine-roots-detail = X’s certificate and the server’s are held against them. Nothing turns that off.
machine-ca-file = { $count ->
    [one] One certificate of a private CA beside them
   *[other] { $count } certificates of a private CA beside them
}
machine-ca-file-detail = From `{ $path }`, for the server only.
machine-through = { $host } is reached through the proxy { $proxy }
machine-through-detail = `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` says so, or the system. `NO_PROXY` holds hosts that are reached directly.
machine-directly = { $host } is reached directly
machine-directly-detail = No proxy stands for it in the environment or the system, or `NO_PROXY` holds it.
machine-loopback = This machine reaches itself directly
machine-loopback-detail = So the test callback never goes through a proxy, whatever the environment says. The browser has settings of its own.
machine-server = { $host } answers
machine-server-detail = As far as anybody can see without a token.
machine-clock = The clocks here and on { $host } agree
machine-clock-detail = Here it is { $now }, and the server’s `Date` says the same.
machine-clock-unknown = This machine’s clock
machine-clock-no-server = It wasn’t compared with any other. Name your authentik to compare it with.
machine-clock-no-answer = It wasn’t compared with any other: no answer came to compare it with.
