# What a symptom with several causes can come from, and what to do about each.

## Around the list

causes-likeliest = Likeliest:
causes-other = { $count ->
    [one] Another cause
   *[other] Other causes ({ $count })
}
causes-ranked = Possible causes, likeliest first:

# How well it is known that this leads to it; stands in brackets or after a dot.
evidence-documented = documented
evidence-observed = seen in a real answer
evidence-reported = reported by people
evidence-inferred = inferred
evidence-measured = read just now
evidence-unknown = not known

## The exchange that shows it

exchange-sent = Sent
exchange-answered = Answered
exchange-open = See what was sent

## “Something went wrong” on X’s consent page

cause-callback-differs = The test callback isn’t in the app’s list, byte for byte
    .remedy = On X, open **User authentication settings** and compare each **Callback URI / Redirect URL** with the test callback: port, path and last slash.

cause-client-id-wrong = The Client ID is mistyped, or belongs to an app that was deleted
    .remedy = Copy the **Client ID** from X once more and paste it here.

cause-api-key-as-client-id = The API Key stands where the Client ID belongs
    .remedy = Take the **Client ID** of OAuth 2.0; it has 34 characters, the API Key 25.

cause-form-not-saved = The form was filled in but never saved
    .remedy = Open **User authentication settings** once more, look whether the callbacks are still there, and save.

cause-not-a-tester = The app isn’t in Production, and this X account isn’t one of its testers
    .remedy = Move the app to **Production**, or sign in at X with the account that owns it.

cause-email-switch-off = The e-mail address is asked for while X’s switch is off
    .remedy = Turn on **Request email from users** and save, or do without the address.

cause-scope-unknown = A scope is asked for that X doesn’t know
    .remedy = Remove the scope from the list under Names.

cause-parameters-lost = The browser was opened with only a part of the address
    .remedy = Copy the whole link from this page into the browser.

cause-app-suspended = X has suspended the app
    .remedy = Look at the app in X’s console; a suspended one says so there.

cause-type-of-app = The app is of a type that isn’t meant for web sign-in
    .remedy = Choose **Web App, Automated App or Bot** in **User authentication settings** and save; X then hands out new credentials.

cause-no-credits = The developer account has no credits left
    .remedy = Look at **Credits** in X’s console.

cause-x-outage = X itself has an outage
    .remedy = Look at X’s status page, and test again later.

cause-source-other-type = The source is of another type than X (Twitter)
    .remedy = Look at its type in authentik: a source of another type that leads to X has a PKCE method of its own, which has to be S256.

cause-release-old = The release of authentik is older than those that were tried
    .remedy = Update authentik; every release from 2024.12 on sends a challenge for X.

cause-location-cut = A proxy in front of authentik cuts a long address
    .remedy = Compare the Location header behind the proxy with the one in front of it, and raise the proxy’s limit for response headers.

## The pair

cause-client-id-mistyped = A character of the Client ID is missing or wrong
    .remedy = Copy the **Client ID** from X once more, with X’s copy button, and paste it here.

cause-client-id-blank = A space or a line break was copied with the Client ID
    .remedy = Paste the **Client ID** here, where spaces are removed; then push, so that the server has it without them too.

cause-app-deleted = The app was deleted at X
    .remedy = Look for the app on console.x.com under **Apps**. If it is gone, make a new one and enter its pair.

cause-secret-wrong = The secret is another app’s, or was copied in part
    .remedy = Compare the last characters of both with X, open the app that this **Client ID** belongs to, and take the secret from there. If it was never kept, press **Regenerate**.

cause-secret-regenerated = Somebody pressed Regenerate since
    .remedy = Enter the newest secret. If nobody kept it, press **Regenerate** once more, and put the new one on every server that uses it.

cause-api-key-secret-as-secret = The API Key Secret stands where the Client Secret belongs
    .remedy = Take the **Client Secret** below **OAuth 2.0 Keys**; what stands below **OAuth 1.0 Keys** signs nobody in here.

cause-app-type-changed = The type of the app was changed since, from public to confidential or back
    .remedy = In **User authentication settings** see that **Web App, Automated App or Bot** is chosen, save, and enter **Client ID** and **Client Secret** again.

cause-secret-line-break = A line break was copied with the secret
    .remedy = Paste the secret here, where line breaks are removed; then push, so that the server has it without one too.

cause-header-dropped = A proxy on the way drops the Authorization header
    .remedy = Test again from a network without a proxy.

## The code

cause-code-late = The code came after its 30 seconds
    .remedy = Test again, and let the browser finish on its own. If it is slow each time, look at the way from here to X.

cause-code-used = The code was used already
    .remedy = Test again from the start; don’t reload the page that the browser comes back to.

cause-callback-twice = The browser sent the callback twice
    .remedy = Test again in a private window without extensions: a preview or a link checker opens addresses once more.

cause-other-sign-in = The code belongs to a sign-in that was begun earlier, such as in a second tab
    .remedy = Close the other tabs of X’s consent page, then test again from the start.

cause-request-altered = A proxy on the way alters requests
    .remedy = Test again from a network without a proxy.

## Tokens and scopes

cause-token-spent = The token was used already, and works once
    .remedy = Sign in again from the start; whoever refreshes must keep the newest token.

cause-token-old = The token is older than its two hours
    .remedy = Sign in again from the start.

cause-access-taken-back = The person revoked the app’s access
    .remedy = Sign in again and press **Authorize app**; `x.com/settings/connected_apps` lists what has access.

cause-tweet-read-missing = The scope tweet.read wasn’t asked for
    .remedy = Ask for `tweet.read` beside `users.read`; in authentik, leave the leading `*` out of the additional scopes.

cause-users-read-missing = The scope users.read wasn’t asked for
    .remedy = Ask for `users.read` beside `tweet.read`; in authentik, leave the leading `*` out of the additional scopes.

## Packages, credits and limits

cause-not-pay-per-use = The app isn’t in the Pay-per-use package
    .remedy = On console.x.com, **Apps › Manage apps**, open the app, press **Move to package** and choose **Pay-per-use**.

cause-not-production = The app is in the package, but not in Production
    .remedy = In the same place choose **Production** in place of **Development** or **Staging**.

cause-app-standalone = The app stands alone, in no project
    .remedy = Apps from before February 2026 may belong to no project: **Move to package** puts them into one.

cause-credits-used-up = The credits are used up
    .remedy = On console.x.com under **Billing › Credits**, buy more; each person who signs in costs some, once a day.

cause-credits-never-bought = No credits were ever bought
    .remedy = On console.x.com under **Billing › Credits**, buy the first ones. The app alone comes without.

cause-credits-elsewhere = The credits belong to another developer account
    .remedy = Sign in on console.x.com with the account that owns this app, and look at **Billing › Credits** there.

cause-spend-limit = The spending limit of this billing cycle is reached
    .remedy = On console.x.com, in the pages under **Billing**, raise the spending limit; credits don’t help until then.

cause-read-often = One person’s profile was read too often, more than 75 times in 15 minutes
    .remedy = Wait a quarter of an hour, and find out what signs in again and again.

cause-old-plan = The app is on an old plan, with 25 profiles a day and person on Free
    .remedy = On console.x.com, **Apps › Manage apps**, open the app, press **Move to package** and choose **Pay-per-use**.

## The e-mail address

cause-no-confirmed-email = The account has no confirmed address
    .remedy = Look in the account’s settings at X; many accounts have a phone number only. Let authentik take people without an address.

cause-email-scope-missing = The scope users.email wasn’t asked for
    .remedy = Ask for the e-mail address under Names, push, and sign in again.

cause-email-mapping-missing = No property mapping asks X for the address
    .remedy = Turn on the e-mail address under Names in a job, and push.

cause-secret-pushed-elsewhere = Another machine or somebody by hand probably wrote another one
    .remedy = Ask who else sets up this authentik.

cause-email-not-given = The person didn’t agree to hand it out
    .remedy = Sign in again and look at what X’s consent page says of the address.

## X’s pages in the browser

cause-twitter-host = The page was opened on twitter.com, which doesn’t share x.com’s session
    .remedy = This test opens `x.com`: see that the address bar still says so. authentik’s own button opens `twitter.com`, which no setting of the source changes.

cause-cookies-blocked = The browser blocks X’s cookies
    .remedy = Allow cookies for `x.com`, then test again.

cause-session-broken = The browser holds a broken session of X’s
    .remedy = Sign out of X in the browser, delete its cookies for `x.com`, or test in a private window.

cause-extension-blocks = An extension of the browser stops the page’s script
    .remedy = Test again in a private window without extensions, or in another browser.

## The proxy in front of authentik

cause-proxy-untrusted = authentik doesn’t trust the proxy, and ignores what it forwards
    .remedy = Name its network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation only, such as `203.0.113.7/32`. A value replaces the default, loopback and the private ranges: name those that are needed too.

cause-proxy-drops-scheme = The proxy doesn’t pass on that visitors come by https
    .remedy = Let it pass `X-Forwarded-Proto: https` to authentik.

cause-proxy-sends-own-host = The proxy passes on a host of its own
    .remedy = Let it pass on the `Host` that visitors asked for; in nginx that is `proxy_set_header Host $http_host;`.

cause-proxy-list-malformed = After an upgrade to 2026.8: an entry of AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS keeps authentik from starting
    .remedy = Write each entry in CIDR notation, such as `10.0.0.5/32`: a bare address stops the server, as people report.

cause-server-stopped = authentik’s server doesn’t run
    .remedy = Start it, and read the end of its log if it stops again.

cause-proxy-aims-elsewhere = The proxy looks for authentik at another host or port
    .remedy = Let it name the host and the port of authentik’s server.

## The way to X

cause-machine-offline = This machine is offline
    .remedy = Open any page in this machine’s browser.

cause-name-filtered = A filter of this network hides X
    .remedy = Open `x.com` in this machine’s browser; ask whoever runs the network to let `x.com` and `api.x.com` through.

cause-firewall = A firewall stands between
    .remedy = Ask whoever runs the network to let this machine reach `api.x.com` on port 443.

cause-proxy-needed = This network lets programs out through a proxy only
    .remedy = Set the system’s proxy; Sourcerer uses the one that the system names.

cause-inspecting-proxy = A proxy of this network opens the traffic, or answers in X’s place
    .remedy = Test again from a network without a proxy, or have `api.x.com` taken out of what it opens.

cause-network-sign-in = The network wants a sign-in of its own first
    .remedy = Open any page in this machine’s browser, get past the network’s own page, then try again.

cause-x-gateway = What stands in front of X turns this network away
    .remedy = Turn off a VPN, wait some minutes, or test from another network.

cause-clock-wrong = This machine’s date or time is wrong
    .remedy = Set the date and time, then try again.

cause-server-cut-off = The server doesn’t reach X
    .remedy = On the server, run `curl -sS https://api.twitter.com/2/oauth2/token`: any answer at all shows that X is reached.

cause-x-slow = X took longer than authentik waits
    .remedy = Try again in some minutes; look at X’s status page.

cause-user-linked-elsewhere = The browser was signed in as a user who has another X account here
    .remedy = Run it again in a private window.
