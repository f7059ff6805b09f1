# The server's address, the slug, and the URLs derived from them.

# What was changed in a pasted address
address-said-page = Removed: `{ $path }` and everything after it (an authentik page, not part of the server address).
address-said-query = Removed: the question mark and everything after it.
address-said-fragment = Removed: the `#` and everything after it.
address-said-full-stop = Removed: the period at the end.
address-said-dot = Removed: the dot after the host name.
address-said-host = `{ $typed }` is written `{ $written }` in a URL.
address-said-path = The path `{ $path }` is kept, in case authentik runs below it. If it doesn’t, remove the path.

# Why a pasted address is refused
address-error-empty = Enter the address that opens authentik in your browser.
address-error-too-long = This is { $length } characters long, too long for an address. Paste only the authentik address.
address-error-blank = The address contains a space or a line break. Paste only one address.
address-error-scheme = `{ $scheme }` addresses don’t work here. Use the address that starts with `https://`.
address-error-credentials = The address contains an `@`. Remove it and the name or password before it: Sourcerer uses an API token instead.
address-error-no-host = The host name is missing. It looks like `authentik.company`, as in your browser’s address bar.
address-error-host = `{ $host }` isn’t a valid host name. Check it for typos, or copy it again from your browser’s address bar.
address-error-port = The port must be a number from 1 to 65535. Correct or remove it.
address-error-path = authentik can’t run below `{ $path }`. Remove everything after the host name, unless it’s the path of your installation.
address-error-unspecified = `{ $host }` means “every address of this computer” and can’t be opened. Use `127.0.0.1` or the server’s name.
address-error-plain-http = Over `http://`, anyone on the network can read the API token on its way to `{ $host }`. Use `https://`, or confirm that you trust the network.
address-error-plain-http-public = `{ $host }` is on the public internet, and over `http://` anyone on the network path can read the API token. Use `https://`.

# Why a slug is refused
address-slug-empty = Enter a slug. It becomes part of the callback; `twitter` or `x` is common.
address-slug-character = A slug can contain only letters (a to z), digits, `-` and `_`, not `{ $character }`.
address-slug-blank = A slug can’t contain spaces. Use `-` instead.
address-slug-too-long = The slug has { $length } characters; authentik allows { $most }. Shorten it.

# Why something isn't a callback of authentik's
address-callback-address = This doesn’t start with a server address.
address-callback-path = This isn’t an authentik callback, such as `https://authentik.company/source/oauth/callback/twitter/`.
address-callback-slash = The slash at the end is missing. authentik always sends it, and X compares callbacks exactly.
address-callback-slug = The part after `callback/` isn’t a valid slug.

# X's rules for what is derived
address-x-callback-http = The callback starts with `http://`. X’s documentation requires `https://` except for testing; X’s form may reject this one.
address-x-callback-localhost = The callback uses `localhost`. X’s documentation says to use `127.0.0.1` instead, although X’s own tools use `localhost`.
address-x-callback-private = `{ $host }` can’t be reached from the internet, or is an IP address. X doesn’t need to reach it (only the visitor’s browser does), but X’s form may reject it as a callback.
address-x-website-localhost = X reportedly rejects `localhost` as the website. Enter any public page of yours instead.
address-x-website-private = `{ $host }` is a private network name. X may reject it as the website. If so, enter any public page of yours.
address-x-website-number = The website is an IP address, `{ $host }`. X may reject it. If so, enter any public page of yours.

## Why a link to a page is refused

address-link-empty = No link yet.
address-link-blank = The link contains a space. Copy it again from your browser’s address bar.
address-link-scheme = A link starts with `https://`. Copy it from your browser’s address bar.
address-link-not-a-page = This isn’t a web page address. Copy it from your browser’s address bar.
address-link-credentials = The link contains a name or a password, which X would show to everyone. Remove it.

## What differs in an address that X shows

address-slip-blank-before = There is a space before it, on X or from copying.
address-slip-blank-after = There is a space after it, on X or from copying.
address-slip-blank-within = It contains a space.
address-slip-invisible = It contains an invisible character (`{ $code }`).
address-slip-lookalike = “{ $seen }” (`{ $code }`) looks like “{ $planned }” but is a different character.
address-slip-scheme = It starts with `{ $seen }` instead of `{ $planned }`.
address-slip-scheme-missing = `{ $planned }` is missing at the start.
address-slip-scheme-case = The scheme has capital letters. X is case-sensitive.
address-slip-www-extra = It has an extra `www.`.
address-slip-www-missing = The `www.` is missing.
address-slip-host = The host is `{ $seen }`, not `{ $planned }`.
address-slip-host-case = The host has different capitalization. X is case-sensitive.
address-slip-port = The port is `{ $seen }`, not `{ $planned }`.
address-slip-port-missing = The port `{ $planned }` is missing.
address-slip-port-extra = It has a port, `{ $seen }`, that shouldn’t be there.
address-slip-path = The path is different.
address-slip-path-case = The path has different capitalization. X is case-sensitive.
address-slip-slash-missing = The slash at the end is missing.
address-slip-slash-extra = It has a slash at the end that shouldn’t be there.
address-slip-query = It continues after a `?`. X doesn’t allow a query in a callback.
address-slip-fragment = It continues after a `#`.
address-slip-other = The text is different.
