# The server's address, the slug, and the URLs derived from them.

# What was changed in a pasted address
address-said-page = Left out: `{ $path }` and what follows. That is one of authentik's own pages, not part of its address.
address-said-query = Left out: everything from the question mark on.
address-said-fragment = Left out: everything from the `#` on.
address-said-full-stop = Removed: the full stop at the end.
address-said-dot = Removed: the dot after the host name.
address-said-host = `{ $typed }` is written `{ $written }` in a URL.
address-said-path = The path `{ $path }` stays: it means that authentik is served below it. If it isn't, remove the path.

# Why a pasted address is refused
address-error-empty = There is no address yet. Paste the one that opens authentik in your browser.
address-error-too-long = This is { $length } characters long, too long for an address. Paste only the address of authentik.
address-error-blank = There is a space or a line break inside the address. Paste one address and nothing else.
address-error-scheme = `{ $scheme }` addresses don't lead to authentik. Use the one that starts with `https://`.
address-error-credentials = There is an `@` in the address. Remove it, with the name or password before it: Sourcerer asks for an API token instead.
address-error-no-host = There is no host name in the address. It looks like `authentik.company`, as in your browser's address bar.
address-error-host = `{ $host }` is not a host name. Check it for typing errors and copy it again from your browser's address bar.
address-error-port = The port isn't a number from 1 to 65535. Correct the number after the colon, or remove it.
address-error-path = authentik can't be served below `{ $path }`. Remove what follows the host name, unless it is the path of your installation.
address-error-unspecified = `{ $host }` means "every address of this machine" and can't be visited. Use `127.0.0.1`, or the server's name.
address-error-plain-http = Over `http://` anyone on the way to `{ $host }` can read the API token. Use `https://`, or confirm that you trust the network between here and there.
address-error-plain-http-public = `{ $host }` is on the public internet, and over `http://` anyone on the way can read the API token. Use `https://`.

# Why a slug is refused
address-slug-empty = There is no slug yet. It becomes part of the callback; `twitter` or `x` is usual.
address-slug-character = A slug holds only the letters a to z in either case, digits, `-` and `_`. `{ $character }` is none of them.
address-slug-blank = A slug can’t hold spaces. Use `-` instead.
address-slug-too-long = The slug has { $length } characters; authentik allows at most { $most }. Shorten it.

# Why something isn't a callback of authentik's
address-callback-address = This doesn't begin with the address of a server.
address-callback-path = This isn't a callback of authentik's. One looks like `https://authentik.company/source/oauth/callback/twitter/`.
address-callback-slash = The slash at the end is missing. X compares the callback byte by byte, and authentik always sends it with the slash.
address-callback-slug = What is in the slug’s place isn’t a slug.

# X's rules for what is derived
address-x-callback-http = The callback begins with `http://`. X's documentation asks for `https://` outside of tests; whether its form refuses this one isn't known.
address-x-callback-localhost = The callback is at `localhost`. X's documentation says to use `127.0.0.1` instead; its own tools use `localhost`.
address-x-callback-private = `{ $host }` can’t be reached from the internet, or is an IP address. X doesn’t need to reach it: only the visitor’s browser goes there. Whether X’s form takes it as a callback isn’t known.
address-x-website-localhost = X is reported to refuse `localhost` as the website. Any other public page of yours will do there.
address-x-website-private = `{ $host }` is a name of a private network. Whether X takes it as the website isn't known. If it is refused, any public page of yours will do there.
address-x-website-number = The website is an IP address, `{ $host }`. Whether X takes one isn't known. If it is refused, any public page of yours will do there.

## Why a link to a page is refused

address-link-empty = There is no link yet.
address-link-blank = There is a space in the link. Copy it again from your browser’s address bar.
address-link-scheme = A link begins with `https://`. Copy it from your browser’s address bar.
address-link-not-a-page = This isn’t the address of a page. Copy it from your browser’s address bar.
address-link-credentials = There is a name or a password in the link, which X would show to everybody. Remove it.

## What differs in an address that X shows

address-slip-blank-before = There is a space before it, in X’s form or from copying.
address-slip-blank-after = There is a space after it, in X’s form or from copying.
address-slip-blank-within = There is a space in it.
address-slip-invisible = There is an invisible character in it (`{ $code }`).
address-slip-lookalike = “{ $seen }” (`{ $code }`) only looks like “{ $planned }”.
address-slip-scheme = It begins with `{ $seen }` instead of `{ $planned }`.
address-slip-scheme-missing = `{ $planned }` is missing at the start.
address-slip-scheme-case = The scheme has capital letters, which X compares too.
address-slip-www-extra = It has an extra `www.`.
address-slip-www-missing = The `www.` is missing.
address-slip-host = The host is `{ $seen }`, not `{ $planned }`.
address-slip-host-case = The host differs in capital letters, which X compares too.
address-slip-port = The port is `{ $seen }`, not `{ $planned }`.
address-slip-port-missing = The port `{ $planned }` is missing.
address-slip-port-extra = It has a port, `{ $seen }`, which doesn’t belong there.
address-slip-path = The path differs.
address-slip-path-case = The path differs in capital letters, which X compares too.
address-slip-slash-missing = The slash at the end is missing.
address-slip-slash-extra = It has a slash at the end that doesn’t belong there.
address-slip-query = It goes on after a `?`. X wants no query in a callback.
address-slip-fragment = It goes on after a `#`.
address-slip-other = The text differs.
