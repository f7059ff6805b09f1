# What a symptom with several causes can come from, and what to do about each.

## Around the list

causes-likeliest = Most likely:
causes-each = { $count ->
    [one] What to do about it
   *[other] { $count } possible causes, and what to do about each
}
causes-ranked = Possible causes, most likely first:

# How well it is known that this leads to it; stands in brackets or after a dot.
evidence-documented = documented
evidence-observed = seen in a real response
evidence-reported = community-reported
evidence-inferred = inferred
evidence-measured = read just now
evidence-unknown = unknown

## The exchange that shows it

exchange-sent = Request
exchange-answered = Response
exchange-open = Show request log

## “Something went wrong” on X’s consent page

cause-callback-differs = The test callback isn’t in the app’s list exactly as it should be
    .remedy = On X, open **User authentication settings** and compare each **Callback URI / Redirect URL** with the test callback: port, path and trailing slash.

cause-client-id-wrong = The Client ID has a typo, or belongs to a deleted app
    .remedy = Copy the **Client ID** from X again and paste it here.

cause-api-key-as-client-id = The API Key was entered instead of the Client ID
    .remedy = Use the OAuth 2.0 **Client ID**. It has 34 characters; the API Key has 25.

cause-form-not-saved = The form was filled in but not saved
    .remedy = Open **User authentication settings** again, check that the callbacks are still there, and save.

cause-not-a-tester = The app isn’t in Production, and this X account isn’t one of its testers
    .remedy = Move the app to **Production**, or sign in to X with the account that owns the app.

cause-email-switch-off = The email address is requested, but X’s setting for it is off
    .remedy = Turn on **Request email from users** and save, or don’t request the address.

cause-scope-unknown = A requested scope is unknown to X
    .remedy = Remove the scope from the list in Names.

cause-parameters-lost = The browser opened only part of the address
    .remedy = Copy the whole link from this page into the browser.

cause-app-suspended = X has suspended the app
    .remedy = Check the app in X’s console: a suspended app is marked there.

cause-type-of-app = The type of app isn’t meant for web sign-in
    .remedy = Choose **Web App, Automated App or Bot** in **User authentication settings** and save. X then issues new credentials.

cause-no-credits = The developer account has no credits left
    .remedy = Check **Credits** in X’s console.

cause-x-outage = X has an outage
    .remedy = Check X’s status page, and test again later.

cause-source-other-type = The source isn’t of the type X (Twitter)
    .remedy = Check its type in authentik. A source of another type that leads to X has its own PKCE method, which must be S256.

cause-release-old = This authentik version is older than the tested ones
    .remedy = Update authentik. Every version since 2024.12 sends a challenge for X.

cause-location-cut = A proxy in front of authentik truncates long addresses
    .remedy = Compare the Location header behind the proxy with the one in front of it, and raise the proxy’s limit for response headers.

## The pair

cause-client-id-mistyped = The Client ID has a typo or a missing character
    .remedy = Copy the **Client ID** from X again with X’s copy button, and paste it here.

cause-client-id-blank = A space or a line break was copied with the Client ID
    .remedy = Paste the **Client ID** here, where spaces are removed. Then push, so that the server gets it without them too.

cause-app-deleted = The app was deleted on X
    .remedy = Check for the app on console.x.com under **Apps**. If it’s gone, create a new one and enter its Client ID and secret.

cause-secret-wrong = The secret belongs to another app, or is incomplete
    .remedy = Compare the last characters with the secret on X, and make sure that it’s from the app with this **Client ID**. If you no longer have the secret, press **Regenerate**.

cause-secret-regenerated = Someone has pressed Regenerate since
    .remedy = Enter the newest secret. If nobody has it, press **Regenerate** again, and update every server that uses it.

cause-api-key-secret-as-secret = The API Key Secret was entered instead of the Client Secret
    .remedy = Use the **Client Secret** under **OAuth 2.0 Keys**. The values under **OAuth 1.0 Keys** don’t work for sign-in.

cause-app-type-changed = The type of app was changed since, from public to confidential or back
    .remedy = In **User authentication settings**, make sure that **Web App, Automated App or Bot** is selected, save, and enter **Client ID** and **Client Secret** again.

cause-secret-line-break = A line break was copied with the secret
    .remedy = Paste the secret here, where line breaks are removed. Then push, so that the server gets it without one too.

cause-header-dropped = A proxy drops the Authorization header
    .remedy = Test again from a network without a proxy.

## The code

cause-code-late = The code arrived after its 30 seconds
    .remedy = Test again, and let the browser finish on its own. If it’s slow every time, check the connection to X.

cause-code-used = The code was already used
    .remedy = Start the test again, and don’t reload the page that the browser returns to.

cause-callback-twice = The browser sent the callback twice
    .remedy = Test again in a private window without extensions: a link preview or checker opens addresses a second time.

cause-other-sign-in = The code belongs to an earlier sign-in, such as one in a second tab
    .remedy = Close any other tabs with X’s consent page, then start the test again.

cause-request-altered = A proxy changes requests
    .remedy = Test again from a network without a proxy.

## Tokens and scopes

cause-token-spent = The token was already used; it works once
    .remedy = Start the sign-in again. An app that refreshes tokens must keep the newest one.

cause-token-old = The token is older than two hours
    .remedy = Start the sign-in again.

cause-access-taken-back = The user revoked the app’s access
    .remedy = Sign in again and press **Authorize app**. `x.com/settings/connected_apps` lists the apps with access.

cause-tweet-read-missing = The scope tweet.read wasn’t requested
    .remedy = Request `tweet.read` in addition to `users.read`. In authentik, don’t start the additional scopes with `*`.

cause-users-read-missing = The scope users.read wasn’t requested
    .remedy = Request `users.read` in addition to `tweet.read`. In authentik, don’t start the additional scopes with `*`.

## Packages, credits and limits

cause-not-pay-per-use = The app isn’t in the Pay-per-use package
    .remedy = On console.x.com, **Apps › Manage apps**, open the app, press **Move to package** and choose **Pay-per-use**.

cause-not-production = The app is in the package, but not in Production
    .remedy = In the same place, choose **Production** instead of **Development** or **Staging**.

cause-app-standalone = The app isn’t in any project
    .remedy = Apps from before February 2026 may not belong to a project. **Move to package** adds them to one.

cause-credits-used-up = The credits are used up
    .remedy = On console.x.com under **Billing › Credits**, buy more. Each user who signs in costs credits once a day.

cause-credits-never-bought = No credits were ever purchased
    .remedy = On console.x.com under **Billing › Credits**, buy credits. An app comes without any.

cause-credits-elsewhere = The credits belong to another developer account
    .remedy = Sign in to console.x.com with the account that owns this app, and check **Billing › Credits** there.

cause-spend-limit = The spending limit of this billing cycle is reached
    .remedy = On console.x.com under **Billing**, raise the spending limit. Credits don’t help until then.

cause-read-often = A user’s profile was read more than 75 times in 15 minutes
    .remedy = Wait 15 minutes, and find out what keeps signing in.

cause-old-plan = The app is on an old plan (Free: 25 profiles per day and user)
    .remedy = On console.x.com, **Apps › Manage apps**, open the app, press **Move to package** and choose **Pay-per-use**.

## The email address

cause-no-confirmed-email = The account has no confirmed email address
    .remedy = Check the account’s settings on X; many accounts have only a phone number. Let authentik accept users without an address.

cause-email-scope-missing = The scope users.email wasn’t requested
    .remedy = Turn on the email address in Names, push, and sign in again.

cause-email-mapping-missing = No property mapping requests the address from X
    .remedy = In a job, turn on the email address in Names, and push.

cause-secret-pushed-elsewhere = Another secret was probably written from another computer or by hand
    .remedy = Find out who else manages this authentik.

cause-email-not-given = The user didn’t agree to share the address
    .remedy = Sign in again, and check what X’s consent page says about the address.

## X’s pages in the browser

cause-twitter-host = The page opened on twitter.com, which doesn’t share x.com’s session
    .remedy = This test opens `x.com`: make sure that the address bar still shows it. authentik’s own button opens `twitter.com`, and no setting of the source changes that.

cause-cookies-blocked = The browser blocks cookies from X
    .remedy = Allow cookies for `x.com`, then test again.

cause-session-broken = The browser’s X session is damaged
    .remedy = Sign out of X in the browser, delete its cookies for `x.com`, or test in a private window.

cause-extension-blocks = A browser extension blocks the page’s script
    .remedy = Test again in a private window without extensions, or in another browser.

## The proxy in front of authentik

cause-proxy-untrusted = authentik doesn’t trust the proxy and ignores its forwarded headers
    .remedy = Add its network to `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation, such as `203.0.113.7/32`. Setting the variable replaces the default (loopback and the private ranges), so include the ones you still need.

cause-proxy-drops-scheme = The proxy doesn’t forward that visitors use HTTPS
    .remedy = Configure it to send `X-Forwarded-Proto: https` to authentik.

cause-proxy-sends-own-host = The proxy sends another host name
    .remedy = Configure it to pass the visitor’s `Host`. In nginx: `proxy_set_header Host $http_host;`.

cause-proxy-list-malformed = After an upgrade to 2026.8: an invalid entry in AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS keeps authentik from starting
    .remedy = Write each entry in CIDR notation, such as `10.0.0.5/32`. An address without a prefix length reportedly stops the server.

cause-server-stopped = The authentik server isn’t running
    .remedy = Start it. If it stops again, read the end of its log.

cause-proxy-aims-elsewhere = The proxy forwards to the wrong host or port
    .remedy = Set it to the host and port of the authentik server.

## The way to X

cause-machine-offline = This computer is offline
    .remedy = Open any page in this computer’s browser.

cause-name-filtered = A DNS filter on this network blocks X
    .remedy = Open `x.com` in this computer’s browser. If it’s blocked, ask the network admin to allow `x.com` and `api.x.com`.

cause-firewall = A firewall blocks the connection
    .remedy = Ask the network admin to allow this computer to reach `api.x.com` on port 443.

cause-proxy-needed = This network requires a proxy
    .remedy = Set the system’s proxy; Sourcerer uses it.

cause-inspecting-proxy = A proxy on this network inspects the traffic, or answers in X’s place
    .remedy = Test again from a network without a proxy, or have `api.x.com` excluded from inspection.

cause-network-sign-in = The network requires its own sign-in first
    .remedy = Open any page in this computer’s browser, complete the network’s sign-in, then try again.

cause-x-gateway = X’s gateway blocks this network
    .remedy = Turn off any VPN, wait a few minutes, or test from another network.

cause-clock-wrong = This computer’s date or time is wrong
    .remedy = Set the date and time, then try again.

cause-server-cut-off = The server can’t reach X
    .remedy = On the server, run `curl -sS https://api.twitter.com/2/oauth2/token`. Any response shows that it can reach X.

cause-x-slow = X took longer than authentik’s timeout
    .remedy = Try again in a few minutes, and check X’s status page.

cause-user-linked-elsewhere = The browser was signed in as a user with another linked X account
    .remedy = Test again in a private window.
