# The catalogue of symptoms: what happened (the title), why as far as it is known, and one act.
#
# A cause that is only likely says "usually" or "probably". `**…**` are X's or authentik's own words on the screen.
# Where an argument isn't known it is `none`, or 0 for a number; the message chooses by it. A choice within a sentence
# holds no marks: Fluent isolates it like an argument, and arguments aren't read for marks.

## Connection to X

diagnosis-x-host-unknown = This computer can’t resolve { $host }
    .why = DNS returned no address for this name. Usually this computer is offline, or a DNS filter on this network blocks X.
    .remedy = Check that this computer is online and that no DNS filter blocks `{ $host }`, then try again.

diagnosis-x-connection-refused = { $host } refuses the connection on port { $port }
    .why = The TCP connection was refused before anything was sent. X accepts connections from everyone on this port, so usually a firewall or proxy on this network blocks it.
    .remedy = Allow this computer to reach `{ $host }` on port `{ $port }`, or try again from another network.

diagnosis-x-tls-untrusted = This computer doesn’t trust the TLS certificate of { $host }
    .why = It wasn’t issued by a CA that this system trusts. Usually a proxy on this network inspects encrypted traffic and presents its own certificate. Nothing was sent.
    .remedy = Add that proxy’s CA to this system’s trusted CAs, or try again from a network without such a proxy.

diagnosis-x-tls-other-name = The TLS certificate of { $host } is for another name
    .why = Something answers in X’s place. Usually it’s the network’s own sign-in page, or a proxy that blocks X. Nothing was sent.
    .remedy = Open any page in this computer’s browser and complete the network’s sign-in, then try again.

diagnosis-x-tls-expired = The TLS certificate of { $host } isn’t valid today
    .why = According to this computer’s clock, it has expired or isn’t valid yet. Usually that clock is wrong. Nothing was sent.
    .remedy = Set this computer’s date and time, then try again.

diagnosis-x-tls-failed = TLS connection to { $host } failed
    .why = The TLS handshake failed, but not because of the certificate’s issuer, name or dates. Usually a firewall or proxy interferes. Nothing was sent.
    .remedy = Try again from another network.

diagnosis-x-timed-out = { $host } didn’t answer within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = There was no response, and no refusal either. Usually a firewall drops the requests silently, or X is slow at the moment.
    .remedy = Open `x.com` in this computer’s browser. If it loads, try again; otherwise fix the network first.

diagnosis-x-connection-lost = { $host } closed the connection before its response was complete
    .why = Only part of the response arrived. Usually the network was interrupted for a moment.
    .remedy = Try again. A sign-in in progress has to be started over.

diagnosis-x-answer-too-large = { $host } sent far more data than X’s responses contain
    .why = Sourcerer stopped reading. Usually something else answered in X’s place, such as a proxy’s page.
    .remedy = Try again from a network without a proxy.

## Connection to authentik

diagnosis-server-host-unknown = This computer can’t resolve { $host }
    .why = DNS returned no address for this name. Usually the name has a typo, or exists only in a network or VPN that this computer isn’t connected to.
    .remedy = Check the spelling, or connect to the VPN that the name belongs to.

diagnosis-server-connection-refused = Nothing is listening on port { $port } of { $host }
    .why = The host refused the TCP connection. Usually authentik or the proxy in front of it isn’t running, or it uses another port.
    .remedy = Check that authentik opens in this computer’s browser, and enter the address with the port shown there.

diagnosis-server-tls-untrusted = This computer doesn’t trust the TLS certificate of { $host }
    .why = It wasn’t issued by a CA that this system trusts. Usually it’s a private CA; sometimes the server doesn’t send an intermediate certificate. Nothing was sent. The check can’t be skipped: anyone who impersonates the server would get your API token.
    .remedy = Choose that CA’s file next to the address, or install the CA on this system.

diagnosis-server-tls-other-name = The TLS certificate of { $host } is for another name
    .why = The certificate doesn’t include this host. Usually the address is an alias or an IP address, or the proxy presents its default certificate. Nothing was sent.
    .remedy = Enter the host name that the certificate is for, or have `{ $host }` added to the certificate.

diagnosis-server-tls-expired = The TLS certificate of { $host } isn’t valid today
    .why = According to this computer’s clock, it has expired or isn’t valid yet. Usually its renewal failed, and browsers warn about it too; if they don’t, this computer’s clock is wrong. Nothing was sent.
    .remedy = Renew the certificate on `{ $host }`, then check again.

diagnosis-server-tls-failed = TLS connection to { $host } failed
    .why = The TLS handshake failed, but not because of the certificate’s issuer, name or dates. Usually the port serves plain HTTP, or the server supports nothing newer than TLS 1.1. Nothing was sent.
    .remedy = Enter the port on which authentik serves HTTPS. A browser shows it in the address bar.

diagnosis-server-timed-out = { $host } didn’t answer within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = There was no response, and no refusal either. Usually a firewall drops the requests silently, or the server hangs. A change in progress may or may not have been written; pushing again writes nothing twice.
    .remedy = Check that the server is running and that this network can reach it, then try again.

diagnosis-server-connection-lost = { $host } closed the connection before its response was complete
    .why = Only part of the response arrived. Usually the server was restarted or the network was interrupted. A change in progress may or may not have been written; pushing again writes nothing twice.
    .remedy = Try again once authentik’s login page opens in a browser.

diagnosis-server-answer-too-large = { $host } sent far more data than authentik’s responses contain
    .why = Sourcerer stopped reading. Usually another service answers at this address.
    .remedy = Open the address in a browser, and correct it until authentik’s login page appears.

diagnosis-ca-file-unreadable = The CA file can’t be read
    .why = `{ $path }` is missing, isn’t a regular file of at most 4 MiB, can’t be opened by this user, or contains no PEM certificate.
    .remedy = Choose a file that contains the line `-----BEGIN CERTIFICATE-----`.

## X’s token endpoint

diagnosis-x-grant-type-missing = X found no grant_type in the request
    .why = X says “Missing required parameter [grant_type].” Sourcerer always sends it, so probably a proxy between this computer and X changed the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-grant-type-unknown = X doesn’t accept the grant_type in the request
    .why = X says “Value passed for the grant type was invalid.” Sourcerer sends only the two that X supports, so probably a proxy between this computer and X changed the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-client-id-missing = X also requires the Client ID in the body
    .why = X says “Missing required parameter [client_id].” It did so in 2021, even with the ID in the header; its documentation has since said that the header is enough. authentik sends only the header, so its sign-ins would fail the same way.
    .remedy = Check in X’s documentation whether `client_id` is required again. If so, report it to authentik.

diagnosis-x-code-verifier-missing = X found no code_verifier in the request
    .why = X says “Missing required parameter [code_verifier].” Sourcerer always sends it, so probably a proxy between this computer and X changed the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-client-id-unknown = X doesn’t know this Client ID
    .why = X says “Value passed for the client id was invalid.” Usually an **API Key** was pasted instead, a character is missing, or the app was deleted.
    .remedy = On console.x.com, open the app, then **Keys & Tokens › OAuth 2.0 Keys**, and copy the **Client ID** from there.

diagnosis-x-secret-refused = X knows this Client ID but rejects the secret
    .why = X says “Missing valid authorization header”, which is misleading: the header was sent. Usually the secret was regenerated since, or belongs to another app.
    .remedy = On console.x.com, **Keys & Tokens › OAuth 2.0 Keys**, check that the last characters of the **Client Secret** match and that it belongs to this app. If you no longer have the secret, press **Regenerate**, which disables the old one on every server that uses it.

diagnosis-x-code-invalid = X rejects the authorization code
    .why = X says “Value passed for the authorization code was invalid.” A code is valid for 30 seconds and works once{ $seconds ->
        [0] {""}
        [one] ; this one was used 1 second after it arrived
       *[other] ; this one was used { $seconds } seconds after it arrived
    }. Usually it was too late, or was already used.
    .remedy = Start the test again, and don’t reload the page in the browser.

diagnosis-x-redirect-differs = X received two different callbacks in one sign-in
    .why = X says “Value passed for the redirect uri did not match the uri of the authorization code.” The callback in the token request must be the one that the consent page was opened with. Usually it was changed during the sign-in.
    .remedy = Start the test again, and don’t change the test callback while it runs.

diagnosis-x-verifier-differs = The PKCE verification at X failed
    .why = X says “Value passed for the code verifier did not match the code challenge.” Usually the code belongs to another sign-in, such as an earlier one in a second tab.
    .remedy = Close all open tabs with X’s consent page, then start the test again.

diagnosis-x-token-invalid = X rejects the token of an earlier sign-in
    .why = X says “Value passed for the token was invalid.” Such a token works once. Usually it was already used, or the user revoked the app’s access.
    .remedy = Start the sign-in again.

diagnosis-x-scopes-not-granted = X granted fewer scopes than requested
    .why = Its response doesn’t include `{ $missing }`. X’s form has no setting for single scopes, so the app’s settings are probably not the cause. Without both `tweet.read` and `users.read`, X refuses the profile.
    .remedy = Revoke the app’s access at `x.com/settings/connected_apps`, then test again and press **Authorize app**.

## X’s profile

diagnosis-x-token-refused = X rejects the access token
    .why = X says only “Unauthorized”. Usually the token is older than two hours, or the user revoked the app’s access. If the token is new, a proxy may drop the `Authorization` header.
    .remedy = Start the sign-in again.

diagnosis-x-scope-missing = X refuses the profile because a scope is missing
    .why = X says only “Forbidden”. Usually `tweet.read` is missing: despite its name, the profile needs it in addition to `users.read`.
    .remedy = Sign in again with both `tweet.read` and `users.read` among the scopes. In authentik, additional scopes that start with `*` replace these two.

diagnosis-x-client-not-enrolled = X accepts your sign-in, but not the app
    .why = Sign-in itself works. X doesn’t return the profile (`client-not-enrolled`) because the app{ $app ->
        [none] {""}
       *[other] {" "}(App ID { $app })
    } isn’t in the **Pay-per-use** package, or not in **Production**. X may call it a missing Project, which is the older name.
    .remedy = On console.x.com, **Apps › Manage apps**, open your app, press **Move to package**, choose **Pay-per-use**, then **Production**. Then test again.

diagnosis-x-scope-ungranted = X refuses the profile: { $missing } isn’t granted
    .why = The profile needs both `tweet.read` and `users.read`. X granted the sign-in without `{ $missing }`, and answers “Forbidden”.
    .remedy = Sign in again with both `tweet.read` and `users.read` among the scopes. In authentik, additional scopes that start with `*` replace these two.

diagnosis-x-profile-forbidden = X refuses the profile although both scopes were granted
    .why = { $said ->
        [none] X granted `tweet.read` and `users.read`, and gives no reason. Every other user is probably refused too.
       *[other] X granted `tweet.read` and `users.read`, and says only “{ $said }”. Every other user is probably refused too.
    }
    .remedy = On console.x.com, check the app’s package and environment and the pages under **Billing**, then test again.

diagnosis-x-email-refused = X refuses the profile when the email address is requested
    .why = { $granted ->
        [no] X answered “Forbidden”, but sent the profile to a second request without the address. X didn’t grant `users.email`, which is probably why.
       *[other] X answered “Forbidden”, but sent the profile to a second request without the address, although it had granted `users.email`. Usually **Request email from users** is off.
    }
    .remedy = In **User authentication settings**, make sure that **Request email from users** is on, save, and test again. Or don’t request the address.

diagnosis-x-user-not-enrolled = X wants to bill the user who signed in
    .why = X says “This request is billed to the authenticated user” (`user-not-enrolled`). That has been seen with an app of X’s own; the Client ID is probably not your app’s.
    .remedy = Compare the Client ID with the one under **Keys & Tokens › OAuth 2.0 Keys** of your own app on console.x.com.

diagnosis-x-app-only-token = An app’s token was used where a user’s token is needed
    .why = X says “Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.” Usually the **Bearer Token** was used instead of a token from a sign-in.
    .remedy = Enter the **Client ID** and **Client Secret** from **Keys & Tokens › OAuth 2.0 Keys**, not the **Bearer Token**, and sign in again.

diagnosis-x-credits-depleted = The developer account has no credits left
    .why = Sign-in itself works. X charges the app’s owner for each profile, and refuses it without credits (`CreditsDepleted`). All other users of your authentik are refused too.
    .remedy = On console.x.com under **Billing › Credits**, buy credits for the account that owns the app, then test again.

diagnosis-x-spend-cap-reached = The developer account’s spending limit is reached
    .why = Sign-in itself works. X says that the spending limit is reached: there are probably credits left, but the limit for this billing cycle is used up. All users are refused until the next cycle.
    .remedy = On console.x.com under **Billing**, raise the spending limit, then test again.

diagnosis-x-rate-limited = X received too many requests
    .why = X says “Too Many Requests”. It limits how often a user’s profile is read; apps on an old plan reach the limit after a few sign-ins a day.
    .remedy = { $reset ->
        [none] Wait 15 minutes, then test once more.
       *[other] Test again after { $reset }, when X lifts the limit.
    }

diagnosis-x-usage-cap-reached = The app’s monthly allowance at X is used up
    .why = X says “Usage cap exceeded”. The app is on an old plan with a fixed allowance, and all users are refused until the next month begins.
    .remedy = On console.x.com, **Apps › Manage apps**, open your app, press **Move to package** and choose **Pay-per-use**.

diagnosis-x-profile-without-id = X sent a profile without an account ID
    .why = X answered 200, but `data.id` is missing; probably a problem on X’s side. authentik would accept the empty ID: the next visitor without one would be signed in as the same user.
    .remedy = If the source is live, turn off **Enabled** until the test shows an ID again.

diagnosis-x-email-missing = X sent no email address
    .why = Sign-in itself works. X omits the address without an error. Usually the account has no confirmed address, or **Request email from users** is off.
    .remedy = In **User authentication settings**, make sure that **Request email from users** is on, save, and test again. Also let authentik’s enrollment accept users without an address.

## Any request to X

diagnosis-x-unavailable = X is unavailable (HTTP { $status })
    .why = Usually this is a problem or overload on X’s side; a proxy on this network can also answer like this. It says nothing about your setup.
    .remedy = Check `developer.x.com/status`, then try again in a few minutes.

diagnosis-x-answer-foreign = Something answered in X’s place: HTTP { $status }
    .why = X’s API returns JSON, and this is a web page or a redirect{ $said ->
        [none] {""}
       *[other] : “{ $said }”
    }. Probably a proxy on this network or X’s gateway answered. It says nothing about your setup.
    .remedy = Open `x.com` in this computer’s browser and complete whatever it asks, then try again. If the problem stays, try from another network.

diagnosis-x-answer-unknown = Unknown response from X: HTTP { $status }
    .why = { $said ->
        [none] X gave no reason
       *[other] X says “{ $said }”
    }, and nobody knows what this means here. So no cause is named.
    .remedy = Try again in a few minutes. If the response stays the same, look it up in X’s list of errors or send the report to your support.

## Consent page and return

diagnosis-authorize-page-error = X stopped before asking for consent
    .why = X shows “Something went wrong” for several problems without saying which. Usually the test callback isn’t in the app’s list exactly as it should be; less often, the Client ID belongs to another app, or the app isn’t in **Production**.
    .remedy = On X, open **User authentication settings**, compare each **Callback URI / Redirect URL** with the test callback (including the port and the trailing slash), and save the form.

diagnosis-authorize-other-account = X asks for another account
    .why = X shows “Try signing in with a different account”. This was seen in 2023, and nobody knows what causes it.
    .remedy = Sign out of X in the browser, or use a private window, then test again with the account that owns the app.

diagnosis-authorize-login-loop = X asks to sign in over and over
    .why = After the password, X shows its login page again instead of asking for consent. Usually the browser blocks X’s cookies, or its X session is damaged.
    .remedy = Test again in a private window, and allow cookies for `x.com` there.

diagnosis-authorize-page-blank = X’s page stays blank
    .why = The consent page is built by a script that isn’t running. Probably an extension or a filter on this network blocks it, or X has an outage.
    .remedy = Test again in a private window without extensions, or in another browser.

diagnosis-consent-declined = The sign-in was canceled on X
    .why = X sent the browser back with `access_denied` instead of a code: probably **Cancel** was pressed. The app is fine.
    .remedy = Test again and press **Authorize app**.

diagnosis-consent-unclear = X probably sent you back without consent
    .why = The browser came back with a refusal that doesn’t carry this test’s state. Nobody knows how X reports a canceled sign-in, so it may be from X or from another page.
    .remedy = If you pressed **Cancel**, stop the test; otherwise keep waiting and finish in the browser.

diagnosis-callback-silent = Nothing came back from X within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = X doesn’t report its own errors: when it shows “Something went wrong”, the browser never comes back. Usually the test callback isn’t in the app’s list, or the consent page was left open.
    .remedy = Check the browser. If it shows “Something went wrong”, compare **Callback URI / Redirect URL** in X’s form with the test callback: they must match exactly.

diagnosis-callback-refused = X sent the browser back with an error
    .why = The error is `{ $error }`, which isn’t what **Cancel** sends. X doesn’t document it; by the OAuth standard, it probably means the request was wrong.
    .remedy = Compare the app’s **User authentication settings** with the X app page, save the form, then test again.

diagnosis-port-taken = Port { $port } is in use by another program
    .why = { $program ->
        [none] A program is listening on 127.0.0.1:{ $port }
       *[other] { $program } (process { $process }) is listening on 127.0.0.1:{ $port }
    }, so it would receive X’s answer. The browser was not opened.
    .remedy = Stop that program and test again, or choose another port. The port must match on X too: if you change it, update the test callback in X’s form.

diagnosis-port-forbidden = Sourcerer isn’t allowed to listen on port { $port }
    .why = Usually ports below 1024 are reserved for system services; Windows also reserves some higher ranges.
    .remedy = Choose another port, such as `8723`, and change the test callback on X too.

diagnosis-listener-failed = Port { $port } for the test callback can’t be opened
    .why = The system refused to listen on `127.0.0.1:{ $port }`, but the port is neither in use nor reserved. Usually security software or a sandbox blocks it.
    .remedy = Allow Sourcerer to listen on `127.0.0.1`, then test again.

diagnosis-browser-not-opened = The browser couldn’t be opened
    .why = Usually no default browser is set, or there is no desktop. The test is waiting anyway.
    .remedy = Copy the address shown here into a browser on this computer.

## authentik’s API

diagnosis-authentik-not-there = { $host } isn’t an authentik server
    .why = It responds with HTTP { $status }, but not like authentik. Usually the address belongs to another service, or authentik runs below a path that is missing here.
    .remedy = Open authentik’s login page in a browser, and enter the part of its address before `/if/`.

diagnosis-authentik-redirects = { $host } redirects to another address
    .why = It redirects to `{ $to }`. Sourcerer doesn’t send the API token to another address. Usually authentik has moved, or there is a sign-in page in front of it.
    .remedy = If `{ $to }` is your authentik, enter that address. If it is a sign-in page, configure the proxy to pass `/api/v3/` without it.

diagnosis-authentik-not-set-up = authentik on { $host } isn’t set up yet
    .why = It redirects every request to its initial setup, `{ $to }`. Until someone creates the first administrator there, it has no users and no API tokens.
    .remedy = Open `{ $to }` in a browser and create the first administrator. Then create an API token and check again.

diagnosis-authentik-starting = authentik on { $host } is starting
    .why = It answers 503 “authentik starting”. After an update, this takes longer because the database is migrated.
    .remedy = Check again in a minute.

diagnosis-authentik-busy = Too many requests to { $host }
    .why = It answers HTTP 429: too many requests in too short a time. Usually the limit is set in the proxy in front of authentik.
    .remedy = Wait a minute and try again. Changes already written aren’t written twice.

diagnosis-authentik-busy-own = authentik on { $host } is throttling this computer
    .why = It answers HTTP 429: too many requests in too short a time. This is authentik’s own throttle, which counts requests per IP address.
    .remedy = Wait { $seconds ->
        [0] a minute
        [one] 1 second
       *[other] { $seconds } seconds
    } and try again. Changes already written aren’t written twice.

diagnosis-authentik-unavailable = authentik on { $host } is unavailable (HTTP { $status })
    .why = The address responds, but authentik behind it doesn’t work. Usually its server or its database is down.
    .remedy = Check the logs of the authentik server and its database, fix what they report, then check again.

diagnosis-authentik-write-fault = authentik on { $host } failed to write
    .why = Reads work, so it is running; this write failed inside the server, or went to a path that this version doesn’t have. Since 2026.8, authentik reports this with an error page (500 or 404); earlier versions send an empty 405, which looks like “method not allowed”.
    .remedy = Check the authentik server’s log at this time, then push again. Changes already written aren’t written twice.

diagnosis-authentik-refuses = { $field ->
        [non_field_errors] authentik rejects the values
        [detail] authentik rejects the request
       *[other] authentik rejects the value of “{ $field }”
    }
    .why = { $said ->
        [none] It gave no reason
       *[other] It says “{ $said }”
    }. This request wrote nothing.
    .remedy = Correct the value where you entered it, then preview the changes and push again.

diagnosis-authentik-answer-unknown = Unknown response from authentik on { $host }: HTTP { $status }
    .why = It matches no known response of versions 2024.12 to 2026.2. Nobody knows what it means, so no cause is named.
    .remedy = Check the authentik server’s log at this time, and send the report to your support.

diagnosis-api-token-refused = { $host } rejects the API token
    .why = authentik says “Token invalid/expired”. Usually it has expired: an API token lives for the server’s default time (30 minutes, or one day on new installations since 2026.8.1), even if another expiry was chosen. An app password or a token of an inactive user gets the same response.
    .remedy = In authentik, **Directory › Tokens and App passwords**, create a token with the intent **API Token** and enter it.

diagnosis-api-token-missing = { $host } received no API token
    .why = authentik says “Authentication credentials were not provided.” If you entered a token, usually a proxy in front of authentik drops the `Authorization` header.
    .remedy = Enter an API token from **Directory › Tokens and App passwords**. If you already did, configure the proxy to pass the `Authorization` header.

diagnosis-rights-missing = { $count ->
        [one] The API token lacks a permission
       *[other] The API token lacks { $count } permissions
    }
    .why = It belongs to `{ $user }`, and authentik answers “You do not have permission to perform this action.” Missing: `{ $rights }`.
    .remedy = In authentik, **Directory › Roles**, create a role with { $count ->
        [one] this permission
       *[other] these permissions
    } and assign it to `{ $user }`.

diagnosis-type-missing = authentik on { $host } has no source type for X
    .why = Its source types don’t include `twitter`, which every version from 2024.12 to 2026.2 has. Usually the address isn’t authentik’s, or a newer version has renamed the type.
    .remedy = In authentik, **Directory › Federation and Social login**, press **Create** and check whether X or Twitter is offered. If so, use a newer version of Sourcerer.

diagnosis-release-newer = authentik { $version } is newer than this version of Sourcerer
    .why = Sourcerer was last tested on 2026-11-30, with 2026.2.2 and a pre-release of 2026.8 from June. It leaves anything newer as it is, and confirms every write. Announced or drafted for 2026.11: a required base URL, and Client Secrets stored as separate objects.
    .remedy = After a push, check the callback and the scopes that Verify reads from the live redirect, and test as a visitor. If anything is wrong, get a newer version of Sourcerer.

diagnosis-flow-missing = authentik has no flow “{ $slug }”
    .why = A source needs it: without flows, nobody can sign in or enroll. Usually the flow was deleted or has another slug, or the token has no permission to view it.
    .remedy = In authentik, **Flows and Stages › Flows**, look for `{ $slug }`. If it’s gone, choose another flow on this page, or apply the blueprint that creates it under **Customization › Blueprints**.

diagnosis-login-page-not-found = No login page for the button was found on { $host }
    .why = The button belongs on the identification stage of the brand’s authentication flow, and no such stage was found. Usually the flow was built differently, or the token has no permission to view its stages.
    .remedy = In authentik, **System › Brands**, check which **Authentication flow** the brand uses, and that an identification stage is bound to it.

## In front of authentik

diagnosis-certificate-too-new = The TLS certificate of { $host } isn’t valid yet
    .why = According to this computer’s clock, its validity hasn’t started. Usually this computer’s clock is slow; a certificate issued for the future is rare. Nothing was sent.
    .remedy = Set this computer’s date and time, then check again.

diagnosis-no-tls-there = Port { $port } of { $host } isn’t an HTTPS port
    .why = The response isn’t TLS. Usually it’s the plain HTTP port: authentik’s own ports are 9000 for HTTP and 9443 for HTTPS. Nothing was sent.
    .remedy = Enter the port on which authentik serves HTTPS, as shown in a browser’s address bar.

diagnosis-tls-wanted = Port { $port } of { $host } is HTTPS only
    .why = The address starts with `http://`, and the server says that it expects HTTPS on this port. The token was not sent.
    .remedy = Change `http://` to `https://` in the address, and check again.

diagnosis-proxy-away = The proxy { $proxy } can’t be reached
    .why = This computer’s settings or environment set it for requests to `{ $host }`, but it doesn’t accept connections. Usually this computer is in another network than the proxy.
    .remedy = If `{ $host }` can be reached without a proxy, add it to `NO_PROXY` or to the system’s exceptions, and restart Sourcerer. Otherwise, correct the proxy’s address.

diagnosis-proxy-refuses = { $status ->
        [407] The proxy { $proxy } requires a password
       *[other] The proxy { $proxy } blocks this request
    }
    .why = It is between this computer and `{ $host }`, and { $status ->
        [0] refused the connection
       *[other] answered HTTP { $status }
    }. Nothing was sent to `{ $host }`.
    .remedy = { $status ->
        [407] Add the name and password to the proxy’s address, as in http://name:password@host:port in the variable HTTPS_PROXY, and restart Sourcerer.
       *[other] Have { $host } allowed on the proxy, or bypass the proxy (NO_PROXY, or the system’s exceptions), then restart Sourcerer.
    }

diagnosis-redirects-to-https = { $host } requires HTTPS
    .why = It redirects plain HTTP to `{ $to }`. Sourcerer doesn’t send the API token over plain HTTP to such a server.
    .remedy = Enter `{ $to }` as the address.

diagnosis-login-in-front = There is a sign-in page in front of { $host }
    .why = { $by ->
        [none] A page that asks for a password appears instead of authentik’s response
       *[other] The sign-in of { $by } appears instead of authentik’s response
    }. Sourcerer can’t sign in there, and visitors from X would see it too. The token was not sent.
    .remedy = Configure the proxy to pass `/api/v3/`, `/if/`, `/source/`, `/flows/`, `/static/` and `/-/` of `{ $host }` without its own sign-in, then check again.

# What gets past Cloudflare's check: docs/evidence/authentik.md §17.
diagnosis-guard-in-front = { $by } blocks Sourcerer from { $host }
    .why = A browser check by { $by } appears instead of authentik’s response. A program can’t pass it, so authentik wasn’t reached.
    .remedy = { $by ->
        [Cloudflare] In Cloudflare, allow this computer’s IP address with an **IP Access rule** (**Allow**), or turn off **Bot Fight Mode**, which no custom rule overrides. Then check again.
       *[other] In { $by }, add a rule that lets this computer’s IP address reach `/api/v3/` without a check, then check again. Or enter an address that bypasses { $by }.
    }

diagnosis-other-program = Another program responds at { $host }
    .why = The page at this address is titled “{ $program }”. Usually the port or the path belongs to another program.
    .remedy = Open authentik’s login page in a browser, and enter the part of its address before `/if/`.

diagnosis-host-refused = authentik behind { $host } rejects the `Host` header
    .why = { $underscore ->
        [yes] HTTP { $status } comes without an authentik page. authentik’s core answers like that if the `Host` it receives isn’t a valid host name. In `{ $host }`, the underscore is invalid: only letters, digits and hyphens are allowed.
       *[no] HTTP { $status } comes without an authentik page. authentik’s core answers like that if the `Host` it receives isn’t a valid host name. Usually the proxy sends the name of its own upstream, such as `auth_server`, instead of `{ $host }`; host names can’t contain an underscore.
    }
    .remedy = { $underscore ->
        [yes] Give authentik a host name without an underscore, in DNS and in the proxy, and enter it here.
       *[no] Configure the proxy to pass the visitor’s `Host`, `{ $host }`. In nginx: `proxy_set_header Host $http_host;`.
    }

diagnosis-nothing-behind-proxy = The proxy in front of { $host } can’t reach authentik
    .why = A page that isn’t authentik’s reports HTTP { $status }. Usually authentik isn’t running, or the proxy forwards to the wrong place.
    .remedy = Check that the authentik server is running. If it isn’t, read the end of its log. Then check again.

diagnosis-authentik-core-away = authentik’s server on { $host } is running, but its core isn’t
    .why = It answers 502 “failed to connect to authentik backend”: the web server is running, but the core behind it has stopped or hangs.
    .remedy = Check the log of the authentik server container, restart it, then check again.

diagnosis-authentik-database-away = authentik on { $host } is running but fails on every request
    .why = Every page, including the health check, is authentik’s error page with HTTP 500. Usually its database is down; writes would then return an empty 405.
    .remedy = Check that authentik’s PostgreSQL is running and reachable from its server. authentik recovers by itself within seconds.

diagnosis-certificate-ends-soon = The TLS certificate of { $host } expires { $days ->
        [0] today
        [one] in 1 day
       *[other] in { $days } days
    }
    .why = It is valid until then. Certificates are usually renewed automatically before this point, so the renewal has probably failed. Once it expires, browsers warn every visitor and Sourcerer can’t connect.
    .remedy = Check the log of the tool that renews the certificate of `{ $host }`, and renew it.

diagnosis-clock-differs = This computer’s clock is { $way ->
        [behind] behind
       *[other] ahead of
    } that of { $host } by { $amount } { $unit ->
        [seconds] seconds
        [minutes] minutes
       *[hours] hours
    }
    .why = Measured by the `Date` header of its response. Certificates, API tokens and X’s codes (valid for 30 seconds) depend on clocks; one of the two is probably wrong.
    .remedy = Set both computers to network time (NTP), then check again.

diagnosis-base-url-differs = authentik’s base URL differs from the address entered here
    .why = Its settings contain `{ $set }`, and it was contacted as `{ $asked }`. 2026.8 doesn’t use the base URL, and the callback comes from the live redirect; from 2026.11 on, it is announced to be required.
    .remedy = In authentik, **System › Settings**, set the base URL to the address that visitors use: scheme and host, without a path.

diagnosis-token-expires-soon = The API token expires in { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
    .why = An API token lives for the server’s default time (30 minutes, or one day on new installations since 2026.8.1), even if another expiry was chosen. Once it expires, `{ $host }` deletes it on the next use. Everything you entered stays.
    .remedy = Under **Directory › Tokens and App passwords**, open the token and turn off **Expiring**. If that fails with “invalid date”, as in some versions, create another token. You can enter a new one at any time.

## Push and undo

diagnosis-slug-taken = The slug “{ $slug }” is taken
    .why = Another source on this authentik uses it, and slugs must be unique. That source wasn’t changed.
    .remedy = Choose another slug in Names, and put the new callback into X’s form.

diagnosis-source-differs = A source “{ $slug }” already exists and is different
    .why = It wasn’t created by Sourcerer on this computer and may be in use. Nothing was written.
    .remedy = Compare the old and the new values, then choose to update it or to create another source.

diagnosis-source-exists = There is already a source for X: “{ $name }” (`{ $slug }`)
    .why = This push would create a second one, with its own button and callback. That may be what you want, or an accidental duplicate. Nothing was written.
    .remedy = Choose whether to update it or to create another source.

diagnosis-changed-meanwhile = “{ $what }” was changed on the server in the meantime
    .why = It no longer matches the preview, so someone else has changed it. Nothing was overwritten.
    .remedy = Preview the changes again, and push.

diagnosis-read-back-differs = authentik stored a different value than was sent
    .why = “{ $what }” was written and read again, and `{ $field }` isn’t what was sent. Usually someone else changed it at the same moment.
    .remedy = Preview the changes again. If the difference stays, check who changed it under **Events › Logs**.

diagnosis-secret-needed = The Client Secret is needed for this push
    .why = authentik can’t create a source without it, and never returns a stored one. No secret is stored on this computer.
    .remedy = Enter the Client Secret, then push again. If X no longer shows it, press **Regenerate** next to it.

diagnosis-nothing-to-undo = Nothing to undo from this computer
    .why = This computer’s journal has no push to this server and slug that isn’t already undone. Pushes from other computers are in their journals.
    .remedy = Undo on the computer that pushed, or change the source under **Directory › Federation and Social login**.

diagnosis-nothing-to-undo-others = Nothing to undo from this computer for this slug
    .why = For this server, this computer’s journal has a push to `{ $others }` that isn’t undone: pushes are recorded under the slug of the source that they change.
    .remedy = Undo for `{ $others }` instead.

diagnosis-changed-since-push = “{ $name }” was changed after the push
    .why = Undoing the push would delete it, including that change. Nothing was written.
    .remedy = Turn it off instead, or confirm that it is deleted.

diagnosis-links-unseen = Can’t tell whether users sign in through “{ $slug }”
    .why = This token has no permission to view who is linked to the source: authentik returns an empty list either way. Deleting the source would also delete those links and lock these users out for good.
    .remedy = Turn the source off instead of deleting it, or use a token with the permission `authentik_sources_oauth.view_useroauthsourceconnection`.

diagnosis-push-elsewhere = Another Sourcerer is changing “{ $what }”
    .why = Another window or terminal on this computer is writing the same object right now. To avoid conflicts, this one wrote nothing.
    .remedy = Wait until it has finished, then preview the changes again.

diagnosis-source-in-use = { $people ->
        [one] One user signs in through “{ $slug }”
       *[other] { $people } users sign in through “{ $slug }”
    }
    .why = Undoing would delete the source and the links between users and X accounts. A new source would lock { $people ->
        [one] that user
       *[other] these users
    } out: authentik refuses an X account whose username already exists.
    .remedy = Turn the source off instead of deleting it: nobody can sign in through it then, and all links stay.

## Outside checks

diagnosis-callback-differs = authentik sends X a different callback than planned
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. X requires an exact match. If the host or port differs, usually the proxy in front of authentik rewrites `Host`; if the end differs, the slug was changed.
    .remedy = If visitors use the address that was sent, add that callback to **Callback URI / Redirect URL** on X. Otherwise, configure the proxy to pass `Host` unchanged.

diagnosis-callback-loses-https = authentik sends X an HTTP callback
    .why = It sends `{ $seen }`. authentik builds the callback from the request it receives. Usually the proxy in front of it drops `X-Forwarded-Proto`, or authentik doesn’t trust the proxy, so authentik assumes HTTP. X rejects callbacks that aren’t exactly in its list.
    .remedy = Configure the proxy to send `X-Forwarded-Proto: https` to authentik. Don’t register the HTTP address on X instead.

diagnosis-callback-loses-https-listed = authentik sends X an HTTP callback
    .why = It sends `{ $seen }`. authentik builds the callback from the request it receives. Since 2026.8, it accepts `X-Forwarded-Proto` only from networks in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or drops the header. X rejects callbacks that aren’t exactly in its list.
    .remedy = Add the proxy’s network to `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation, such as `203.0.113.7/32`. Setting the variable replaces the default (loopback and the private ranges). Don’t register the HTTP address on X instead.

diagnosis-callback-other-host = authentik sends X a callback with another host
    .why = It was contacted as `{ $planned }`, but builds its callback for `{ $seen }`, the host of the request it receives. Usually the proxy in front of it sends its own name for authentik instead of the visitor’s `Host`, or its own `X-Forwarded-Host`.
    .remedy = Configure the proxy to pass `Host` unchanged. If visitors really use `{ $seen }`, enter that address here and register its callback on X.

diagnosis-callback-other-host-listed = authentik sends X a callback with another host
    .why = It was contacted as `{ $planned }`, but builds its callback for `{ $seen }`, the host of the request it receives. Since 2026.8, it accepts `X-Forwarded-Host` only from networks in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or sends its own name.
    .remedy = Add the proxy’s network to `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation, such as `203.0.113.7/32`. Setting the variable replaces the default (loopback and the private ranges). Then configure the proxy to pass `Host` unchanged.

diagnosis-callback-other-host-and-https = authentik sends X an HTTP callback with another host
    .why = It was contacted as `{ $planned }`, but builds its callback for `{ $seen }`: host and scheme are lost. Usually the proxy in front of it sends its own name for authentik instead of the visitor’s `Host`, and drops `X-Forwarded-Proto`.
    .remedy = Configure the proxy to pass `Host` unchanged and to send `X-Forwarded-Proto: https`.

diagnosis-callback-other-host-and-https-listed = authentik sends X an HTTP callback with another host
    .why = It was contacted as `{ $planned }`, but builds its callback for `{ $seen }`: host and scheme are lost. Since 2026.8, it accepts `X-Forwarded-Host` and `X-Forwarded-Proto` only from networks in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or sends neither.
    .remedy = Add the proxy’s network to `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation, such as `203.0.113.7/32`. Setting the variable replaces the default (loopback and the private ranges). Then configure the proxy to pass `Host` unchanged and to send `X-Forwarded-Proto: https`.

diagnosis-callback-other-port = authentik sends X a callback with another port
    .why = It was contacted as `{ $planned }`, but builds its callback for `{ $seen }`. authentik takes the port from the request’s `Host`. Usually the proxy in front of it sends the name without the port, as nginx does with `$host`.
    .remedy = Configure the proxy to pass `Host` with its port. In nginx, use `$http_host` instead of `$host`.

diagnosis-callback-loses-path = authentik sends X a callback without { $path }
    .why = It sends `{ $seen }`. Usually authentik doesn’t know that it runs below `{ $path }`: the proxy strips the path, and `AUTHENTIK_WEB__PATH` isn’t set. X would send visitors to an address where nothing answers.
    .remedy = Set `AUTHENTIK_WEB__PATH` to `{ $path }/` for authentik’s server and worker, and configure the proxy to pass the full path.

diagnosis-client-id-of-other-kind = The Client ID that authentik sends X isn’t a Client ID
    .why = A Client ID has 34 characters in a format of its own. { $kind ->
        [api-key] This looks like an API Key, which is for OAuth 1.0. authentik calls its field Consumer key, and X once used that name for the API Key
        [secret] This looks like a secret, and everyone who presses the button can see it
        [damaged] This is a Client ID with missing or extra characters, or changed capitalization
       *[unknown] This has another format
    }{ $ending ->
        [none] {""}
       *[other] ; it ends in { $ending }
    }.
    .remedy = { $kind ->
        [secret] On X, press Regenerate for the secret that this is, then set
       *[other] Set
    } **Consumer key** of the source to the **Client ID** from **Keys & Tokens › OAuth 2.0 Keys** on console.x.com.

diagnosis-client-id-differs = authentik sends X another Client ID
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. Usually the source was changed by hand, or still has its previous app. The secret belongs to the Client ID, so it is probably another one too.
    .remedy = Push again, which sets both. Or in authentik, open the source and set **Consumer key** (Client ID) and **Consumer secret** (Client Secret).

diagnosis-scopes-missing = authentik doesn’t request { $missing } from X
    .why = Sent: `{ $seen }`. Every sign-in needs `tweet.read` and `users.read`: without them, X doesn’t return the profile, and authentik refuses the visitor. Usually the source’s scopes start with `*`, which replaces authentik’s default scopes.
    .remedy = In authentik, open the source and remove the `*` from the start of **Scopes**.

diagnosis-scopes-differ = authentik requests other scopes from X than planned
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. Usually the source was changed by hand. Sign-in needs `tweet.read` and `users.read`; additional scopes are shown to every user.
    .remedy = Push again, or correct the source’s additional scopes in authentik.

diagnosis-pkce-not-s256 = authentik uses the older PKCE method
    .why = It sends the PKCE method `{ $method }` instead of `S256`; X’s documentation allows both. { $release ->
        [none] authentik 2024.12 supports no other, and sends the Client Secret in both the body and the header; 2025.12 and later send S256
       *[other] This server runs authentik { $release }: 2024.12 supports no other, and sends the Client Secret in both the body and the header; 2025.12 and later send S256
    }.
    .remedy = Nothing to do now. Updating authentik brings `S256`; the PKCE method of a source has no effect for the type X (Twitter).

diagnosis-pkce-missing = authentik sends X no PKCE challenge
    .why = The URL that visitors are sent to has no `code_challenge`. X reportedly answers with its page “Something went wrong”. authentik sets this itself for a source of the type X (Twitter), so the source’s PKCE method isn’t the cause.
    .remedy = In authentik, **Directory › Federation and Social login**, check that the source’s type is X (Twitter). Then check the version and the proxy in front.

diagnosis-source-unknown-or-disabled = No source “{ $slug }”
    .why = authentik answers 404, both for a disabled source and for one that doesn’t exist. From the outside, the two look the same.
    .remedy = In authentik, **Directory › Federation and Social login**, look for this slug. If it exists, turn on **Enabled**; otherwise correct the slug here.

diagnosis-source-disabled = The source “{ $slug }” is disabled
    .why = It exists, but visitors get a 404 page, and the button isn’t shown.
    .remedy = In authentik, open the source under **Directory › Federation and Social login** and turn on **Enabled**.

diagnosis-source-of-other-type = The source “{ $slug }” doesn’t lead to X
    .why = It sends visitors to `{ $to }`. Usually the slug belongs to a source of another type.
    .remedy = In authentik, **Directory › Federation and Social login**, find the source that leads to X, and use its slug here.

diagnosis-source-missing = There is no source “{ $slug }”
    .why = The API has no OAuth source with this slug.
    .remedy = In authentik, **Directory › Federation and Social login**, find the source that leads to X, and use its slug here. Or set one up with a job.

diagnosis-sign-in-flow-missing = The source has no authentication flow
    .why = `authentication_flow` of “{ $slug }” is empty, so linked users can’t sign in. authentik shows them “Configured flow does not exist.”
    .remedy = In authentik, open the source and set **Authentication flow** to `default-source-authentication`.

diagnosis-enrolment-flow-missing = New users can’t sign in: no enrollment flow is set
    .why = `enrollment_flow` of “{ $slug }” is empty. Linked users can still sign in; everyone else sees “Source is not configured for enrollment.” That may be what you want.
    .remedy = To let new users sign in, set **Enrollment flow** of the source to `default-source-enrollment`.

diagnosis-sign-in-flow-unfit = The authentication flow “{ $flow }” doesn’t suit a source
    .why = Users who come back from X are already identified. { $fault ->
        [identification] This flow has an identification stage, which asks them to identify themselves again.
        [password] This flow has a password stage, which asks for a password that users from X usually don’t have.
        [no-login] This flow has no user login stage, so nobody is signed in at the end.
       *[designation] This flow isn’t designated for authentication, although authentik accepts it.
    }
    .remedy = In authentik, open the source and set **Authentication flow** to `default-source-authentication`, or to a flow of your own with the same stages.

diagnosis-enrolment-flow-unfit = The enrollment flow “{ $flow }” doesn’t suit a source
    .why = New users come to it from X. { $fault ->
        [no-write] This flow has no user write stage, so usually no user is created, and they can’t continue.
        [identification] This flow has an identification stage, which reportedly stops them: it looks for a user that doesn’t exist yet.
        [password] This flow has a password stage, which reportedly stops them: it asks for a password that they don’t have.
        [invitation] This flow has an invitation stage, and reportedly stops everyone who comes from a source: the invitation is probably lost on the way through X.
       *[designation] This flow isn’t designated for enrollment, although authentik accepts it. Usually the wrong one was chosen.
    }
    .remedy = In authentik, open the source and set **Enrollment flow** to `default-source-enrollment`, or to a flow of your own with the same stages.

diagnosis-matching-needs-email = New users are refused because they have no email address
    .why = User matching mode is `{ $mode }`, but the source gets no address: X provides one only if a property mapping requests it. authentik shows “Permission denied”. Linked users can still sign in.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, or add the email address mapping with a job.

diagnosis-matching-by-user-name = Anyone with a matching X handle signs in as an existing user
    .why = User matching mode is `username_link`. This includes every username, even an administrator’s, and X handles can change owners.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, unless you know that every handle belongs to its user.

diagnosis-matching-denies-names = Visitors whose X handle matches a username are refused
    .why = User matching mode is `username_deny`. authentik shows them “Permission denied” every time, even if it is their own username.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, or link these users by hand.

diagnosis-scopes-broken = The additional scopes are malformed
    .why = authentik splits them at single spaces only. { $separator ->
        [line-break] They contain a line break, which becomes part of a scope’s name
        [comma] They contain a comma or semicolon, which becomes part of a scope’s name
        [tab] They contain a tab, which becomes part of a scope’s name
       *[blank] They contain an extra space, which creates an empty scope
    }. X reportedly answers with “Something went wrong”.
    .remedy = In authentik, open the source and separate the **Scopes** with single spaces.

diagnosis-scopes-unknown = X has no known scope `{ $scopes }`
    .why = The source requests it, but it isn’t in X’s list as last checked. X usually refuses such a sign-in with “Something went wrong”.
    .remedy = In authentik, open the source and compare **Scopes** with X’s own list.

diagnosis-setting-drifted = Changed since the last push: { $field ->
        [name] the name
        [consumer_key] the Client ID
        [user_matching_mode] the user matching mode
        [authentication_flow] the authentication flow
        [enrollment_flow] the enrollment flow
        [user_path_template] the user path
        [group_matching_mode] the group matching mode
        [additional_scopes] the additional scopes
        [user_property_mappings] the list of property mappings
        [enabled] whether the source is enabled
       *[other] { $field }
    }
    .why = Last pushed from this computer, or planned in its job: { $was ->
        [none] nothing
       *[other] “{ $was }”
    }. Now: { $now ->
        [none] nothing
       *[other] “{ $now }”
    }. Someone else changed it.
    .remedy = Find out who changed `{ $field }`, or push the job again to restore it.

diagnosis-secret-not-pushed = This isn’t the Client Secret last pushed from this computer
    .why = Its fingerprint differs from the one in this computer’s journal. The server never returns its secret, so it can’t be compared directly.
    .remedy = If X accepts this Client ID and secret, push them; the old secret probably no longer works.

diagnosis-secret-drifted = { $than ->
        [given] The server has a different Client Secret
       *[pushed] The server has a different Client Secret than last pushed from this computer
    }
    .why = This token has permission to view the value of the source’s Secret, and the value is different: someone changed it or pushed another secret.
    .remedy = Check your secret with X. If X accepts it, push it. If not, the server has the newer one: get it from the person who set it.

diagnosis-mapping-changed = Someone changed the property mapping “{ $name }”
    .why = Its expression isn’t the one that Sourcerer writes. A mapping that raises an exception shows every visitor a server error.
    .remedy = In authentik, check it under **Customization › Property Mappings**. Pushing the job again restores it.

diagnosis-mapping-unbound = The source doesn’t use the property mapping “{ $name }”
    .why = It exists on the server, but isn’t selected in the source.
    .remedy = Select it in the source under **User Property Mappings** if you want to use it.

diagnosis-source-faults = { $kind ->
        [mapping] { $count ->
                [one] A property mapping failed for a visitor
               *[other] A property mapping failed for visitors { $count } times
            }
       *[callback] { $count ->
                [one] A visitor who came back from X saw an error
               *[other] Visitors who came back from X saw an error { $count } times
            }
    } in the last day
    .why = { $kind ->
        [mapping] A mapping raised an exception, which shows the visitor a server error and stops the sign-in
       *[callback] authentik couldn’t read X’s response
    }. The latest: { $at } (server time).
    .remedy = In authentik, **Events › Logs**, open the event at that time. { $kind ->
        [mapping] It shows the mapping and the line.
       *[callback] The test sign-in of a job shows X’s own response.
    }

diagnosis-people-locked-out = { $count ->
        [one] A user who enrolled through “{ $slug }” is locked out
       *[other] { $count } users who enrolled through “{ $slug }” are locked out
    }
    .why = They were enrolled by this source but aren’t linked to it. Usually the source was deleted and created again, which deletes every link. Their usernames are taken, so authentik refuses them every time.
    .remedy = Open a job for this source and find the affected users on Review & push. For each user that you confirm, it restores the link or, if the server’s API can’t, gives you the commands for the server’s own shell.

diagnosis-button-hidden = The button for “{ $slug }” isn’t on the login page
    .why = This source isn’t among those on the login page. Usually it isn’t selected in the identification stage, or this address shows another brand’s login page.
    .remedy = In authentik, **Flows and Stages › Stages**, open the login page’s identification stage and select the source under **Source settings › Sources**.

diagnosis-button-not-on-brands = { $count ->
        [one] Another brand’s login page lacks the button for “{ $slug }”
       *[other] The login pages of { $count } other brands lack the button for “{ $slug }”
    }
    .why = This authentik has several brands, and each can have its own login page. The button is missing for `{ $brands }`. That may be what you want.
    .remedy = Nothing to do unless those addresses are used too. In that case, select the source in the identification stage of their flow as well, under **Flows and Stages › Stages**.

diagnosis-button-unknown = Can’t tell from the outside whether the button is shown
    .why = The login page starts with `{ $component }`, not with the stage that shows the buttons, and the check can’t go past it.
    .remedy = Open the login page in a private window and look for the button.

diagnosis-legacy-host = authentik sends users to { $host }
    .why = Whether that works for visitors isn’t known yet. Because that host doesn’t share x.com’s session, it is reported to fail, ask users to sign in again, or offer the wrong account. This is the same on every server, and a source can’t change it.
    .remedy = Test as a visitor, which uses this host. The test sign-in can use it too.

diagnosis-legacy-host-passed = authentik sends users to { $host }, where a test passed
    .why = It works for that browser and account. Because that host doesn’t share x.com’s session, it is reported to fail for others, ask them to sign in again, or offer the wrong account. This is the same on every server, and a source can’t change it.
    .remedy = Nothing to do on this server. A later authentik version may use x.com.

diagnosis-legacy-host-failed = authentik sends users to { $host }, where the latest test failed
    .why = It ended at X’s own page. Because that host doesn’t share x.com’s session, it is reported to fail, ask users to sign in again, or offer the wrong account. This is the same on every server, and a source can’t change it.
    .remedy = Sign in at `{ $host }` in that browser first, or use a private window, and test again. A later authentik version may use x.com.

## Testing as a visitor

diagnosis-login-unseen = authentik logged no sign-in within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = authentik doesn’t log most failures; only the browser shows them. “Could not retrieve token” means that X rejected the ID, the secret or the code; “Could not retrieve profile” means that X refused the profile. If neither is shown, usually the sign-in wasn’t completed. Since 2026.5, X’s refusal is in the authentik server’s log at that time.
    .remedy = Check what the browser shows, and choose that page in the test. The test sign-in shows X’s own response.

diagnosis-login-unseen-accepted = authentik logged no sign-in within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = authentik doesn’t log most failures; only the browser shows them. X accepts the Client ID and secret, so they are probably fine: usually X refused the profile, or the sign-in wasn’t completed. Since 2026.5, X’s refusal is in the authentik server’s log at that time.
    .remedy = Check what the browser shows, and choose that page in the test. The test sign-in shows X’s own response.

diagnosis-login-linked = { $user ->
        [none] The test linked an X account to the signed-in user
       *[other] The test linked an X account to “{ $user }” instead of signing in
    }
    .why = The browser was already signed in to authentik, so authentik linked the account. This says nothing about visitors, and anyone with that X account can now sign in as that user. You can remove the link in that user’s settings under **Connected services**.
    .remedy = Test again in a private window.

diagnosis-user-is-external = { $user ->
        [none] Signed in as an external user who sees “Permission denied”
       *[other] “{ $user }” is an external user and sees “Permission denied”
    }
    .why = Sign-in works. authentik creates users from a source as external users, and its own pages say “Interface can only be accessed by internal users.” Signing in to applications isn’t affected.
    .remedy = To let X users open authentik’s own pages, turn on “Create X users as internal users” in Review & push. For this user, change the type to **Internal** under **Directory › Users**.

diagnosis-user-name-taken = { $user ->
        [none] The X handle is already a username on this authentik
       *[other] The username “{ $user }” is taken on this authentik
    }
    .why = A new user gets the X handle as username. Because it already exists, authentik shows “Failed to update user. Please try again later.” every time, and logs no event. Trying later doesn’t help.
    .remedy = If it’s the same person, have them sign in as that user and connect X in their settings under **Connected services**. Otherwise, rename the user under **Directory › Users**.

diagnosis-login-mapping-raised = { $name ->
        [none] A property mapping of the source fails at each sign-in
       *[other] The property mapping “{ $name }” fails at each sign-in
    }
    .why = Its expression raised an exception, as authentik’s event log shows. Until it’s fixed, every visitor sees “Server Error”.
    .remedy = In authentik, **Customization › Property Mappings**, fix or unbind it. The event under **Events › Logs** shows the line.

diagnosis-login-profile-unreadable = authentik couldn’t read the profile from X
    .why = It requested the profile and received something that isn’t JSON, as its event log shows. The visitor sees “Could not retrieve profile”.
    .remedy = Try again in a few minutes. If the problem stays, check on the server whether a proxy answers in place of `api.x.com`.

diagnosis-login-server-fault = authentik failed after X sent the visitor back
    .why = Its event log shows an error { $step ->
        [token] in X’s response to the code, which contained no access token
        [profile] in X’s response to the profile request, which contained no profile
       *[callback] in the callback, without the exact step
    }. The visitor sees “Server Error”.
    .remedy = Run the test sign-in: it sends X the same requests, and shows X’s own responses.

diagnosis-login-token-refused = authentik got no token from X
    .why = The visitor sees “Could not retrieve token”. authentik shows this for a wrong secret, a wrong Client ID, a late code and an unreachable X alike, and logs no event. Since 2026.5, X’s response is in the authentik server’s log at that time; earlier versions drop it.
    .remedy = Check the Client ID and secret with X, and push them again if X accepts them. Then test as a visitor again.

diagnosis-login-secret-stale = The server probably has another Client Secret
    .why = X accepts this Client ID and secret, which weren’t the last ones pushed from this computer, but authentik gets no token with what it has. Usually the secret was regenerated and never reached the server.
    .remedy = Push this Client ID and secret, then test as a visitor again.

diagnosis-login-pair-accepted = X accepts the Client ID and secret, but gives authentik no token
    .why = They are the last ones pushed from this computer. Usually someone has written another secret to the server since, or the server can’t reach X. authentik logs no event; since 2026.5, X’s response is in its server’s log at that time.
    .remedy = Push the Client ID and secret again, and test as a visitor again. If nothing changes, the server can’t reach X.

diagnosis-login-profile-refused = X refuses to give authentik the profile
    .why = The visitor sees “Could not retrieve profile”: X gave the token but not the profile. authentik logs no event. Since 2026.5, X’s response is in its server’s log at that time; earlier versions drop it.
    .remedy = Run the test sign-in: it requests the same profile from X, and shows X’s own response.

diagnosis-login-state-lost = authentik didn’t recognize the returning browser
    .why = The visitor sees “State check failed”: the browser came back without the cookie that it left with. This happens when cookies are blocked, with two tabs at once, an old tab, or when X returns to another host name.
    .remedy = Test again in a single private window, with cookies allowed. If the problem stays, compare the callback’s host with the address that visitors use.

diagnosis-login-x-refused = X sent the visitor back with an error
    .why = authentik shows X’s message after “Authentication failed:”. Usually the cause is the app’s form or its status on X.
    .remedy = Run the test sign-in: it sends X the same requests, and names the error.

diagnosis-login-server-error = authentik shows “Server Error” and logged no event
    .why = X’s response was too late or in a format that authentik can’t read, or the browser was signed in as a user with another linked X account.
    .remedy = Test again in a private window. If the problem stays, run the test sign-in, which shows X’s own response.

diagnosis-login-name-wanted = authentik asks the new visitor for a username
    .why = X’s profile contained no username, so the enrollment flow asks for one. After entering one, the visitor is signed in.
    .remedy = Enter a name and continue. If everyone is asked, check the scopes: without `users.read`, there is no name.

diagnosis-login-denied = The source’s user matching mode refuses this visitor
    .why = The visitor sees “Request to authenticate has been denied”. The email modes refuse visitors without an address; the deny modes refuse visitors with an existing user’s name or address.
    .remedy = Check the source with an API token, which shows the mode. **Link users on unique identifier** refuses nobody.

diagnosis-login-signed-in-already = The browser was already signed in, and this X account is already linked
    .why = The visitor sees “Flow does not apply to current user”. A signed-in user would be linked, but a linked X account can’t be linked again. This says nothing about visitors, and nothing was changed.
    .remedy = Test again in a private window.

diagnosis-login-user-inactive = The user of this X account is deactivated
    .why = The visitor sees “Request has been denied. Unknown error”. The X account is linked to a user who isn’t active.
    .remedy = In authentik, **Directory › Users**, activate the user, or sign in with another X account.

diagnosis-login-linked-elsewhere = The visitor sees an error: the matching user is linked to another X account
    .why = The source matches by username or email address, and the matching user has another linked X account; a user can have only one. authentik creates no link and shows an error each time, yet the browser is signed in as that user.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, unless you know that every handle belongs to its user.

## This computer

diagnosis-keyring-missing = This computer has no keyring
    .why = Secrets are stored in the system’s keyring and never in a file. No keyring was found: usually it isn’t installed, or this session doesn’t start it.
    .remedy = Agree to keep secrets in memory until Sourcerer closes, or install a keyring such as GNOME Keyring or KWallet.

diagnosis-keyring-locked = The keyring is locked
    .why = The system has the secrets but doesn’t give access. Usually its password prompt was closed or is hidden.
    .remedy = Unlock the keyring, then try again.

diagnosis-keyring-silent = The keyring doesn’t respond
    .why = The system’s keyring is running but didn’t respond in time. Usually it hangs, or its password prompt is still open. Nothing was saved elsewhere instead.
    .remedy = Unlock or restart the keyring, then try again. Or agree to keep secrets in memory until Sourcerer closes.

diagnosis-keyring-failed = The keyring failed
    .why = It is running and unlocked, but reading or writing a secret failed. Nothing was saved elsewhere instead.
    .remedy = Try again. If it fails again, agree to keep secrets in memory until Sourcerer closes.

diagnosis-secret-forgotten = A stored secret is gone
    .why = The keyring no longer has it. Usually it was kept in memory only and Sourcerer has been closed since, or it was removed from the keyring.
    .remedy = Enter it again.

diagnosis-secret-gone = { $secret ->
        [both] The API token and the Client Secret are gone
        [token] The API token is gone
       *[secret] The Client Secret is gone
    }
    .why = Usually { $secret ->
        [both] they were kept in memory only and Sourcerer has been closed since, or they were removed from the keyring
       *[other] it was kept in memory only and Sourcerer has been closed since, or it was removed from the keyring
    }. The rest of the job is still there.
    .remedy = Enter { $secret ->
        [both] both
        [token] the token
       *[secret] the secret
    } again: a token on **Server**, a secret on **X app**.

diagnosis-secret-misplaced = A secret is in a field that isn’t secret
    .why = A field that isn’t secret, such as the Client ID or a name, contains the Client Secret or the API token. It would be shown, sent and stored in plain text, so nothing was done with it.
    .remedy = Enter the right value in that field. If the secret was on a command line, regenerate it: other programs on this computer may have read it.

diagnosis-input-too-long = Too much text
    .why = A field holds up to 64 KiB (a table or a list more), and a saved job up to 8 MiB. Nothing was saved, and the previous content stays.
    .remedy = Enter less text. Usually something else was pasted by mistake.

diagnosis-folder-not-writable = Sourcerer’s folder isn’t writable
    .why = `{ $path }` can’t be written. Usually it belongs to another user, or the disk is full or read-only.
    .remedy = Give your user write permission for `{ $path }`, then try again.

diagnosis-folder-open = Other users of this computer can read Sourcerer’s folder
    .why = `{ $path }` has the permissions `{ $mode }`. It contains jobs and journals: addresses, names and changes, but no secrets. Sourcerer creates it for its owner only, so its permissions were probably changed since.
    .remedy = Remove the other users’ permissions: `chmod 700 { $path }`.

diagnosis-roots-missing = This computer has no root certificates
    .why = Without them, no server’s certificate can be verified, including X’s. Usually the package `ca-certificates` isn’t installed, or `SSL_CERT_FILE` or `SSL_CERT_DIR` points nowhere.
    .remedy = Install `ca-certificates` or correct those variables, then check again.

diagnosis-browser-unknown = No default browser found
    .why = No program is set to open `https` addresses. Usually there is no desktop, or no browser was chosen.
    .remedy = Choose a default browser in the system’s settings. Without one, you can copy addresses and open them by hand.

diagnosis-list-unreadable = The list can’t be read
    .why = `{ $path }` is gone, belongs to another user, or isn’t a regular file.
    .remedy = Choose the file again, or paste its contents.

diagnosis-table-not-writable = The table can’t be saved there
    .why = `{ $path }` can’t be written. Usually the folder belongs to another user, or the disk is full or read-only.
    .remedy = Save it in a folder that you can write to.

diagnosis-draft-damaged = A saved job can’t be read
    .why = `{ $path }` is damaged. It was moved aside, not deleted. It contains no secrets, and the server wasn’t changed.
    .remedy = Start the job again. What is already on the server isn’t written twice.

diagnosis-draft-too-new = A saved job is from a newer version of Sourcerer
    .why = `{ $path }` has a format that this version doesn’t know. It wasn’t changed.
    .remedy = Open it with the newer version, or start the job again.

diagnosis-job-file-refused = This job file can’t be opened
    .why = { $reason ->
        [unreadable] The system refuses to read it: { $detail }.
        [no-plain-file] It is a link, a folder, a pipe or a device, not a regular file.
        [too-large] It is larger than { $detail } KiB, larger than any job.
        [too-deep] It is nested deeper than { $detail } levels, deeper than any job.
        [no-job-file] It isn’t a job file, or it is incomplete.
        [version] It has format version { $detail }, which this version of Sourcerer doesn’t know.
        [unusable] It contains an invalid value: `{ $detail }`.
        [practice] A practice job opens only in practice mode, with its own servers, and other jobs only outside it.
       *[form] Line { $detail } contains something unexpected, missing or duplicate.
    }
    .remedy = Ask the sender to send the job again. Nothing from the file was used.

diagnosis-job-file-secret = The job file wasn’t saved: it contains a secret
    .why = The API token or the Client Secret of this job is in one of its other fields, where it was probably pasted by mistake.
    .remedy = Remove it from that field, and send the job again. Share secrets another way, such as through a password manager.

diagnosis-job-file-not-writable = The job file can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that you can write to.

diagnosis-job-file-random = The job can’t be sent now
    .why = Each copy gets a random name, and the system provides no random numbers.
    .remedy = Restart the system, and try again.

diagnosis-report-refused = This report can’t be opened
    .why = { $reason ->
        [unreadable] The system refuses to read it, or it isn’t a regular file.
        [too-large] It is larger than 32 MiB, or lists more than 1,000 of something, which no report does.
        [newer] A newer version of Sourcerer wrote it, in a format that this version doesn’t know.
        [damaged] It was changed or truncated since it was written.
       *[foreign] It isn’t a Sourcerer report in JSON format. Markdown and HTML reports can’t be reopened.
    }
    .remedy = Ask the sender for the report as JSON.

diagnosis-report-secret = The report wasn’t saved: it contains a secret
    .why = The API token or the Client Secret used for this check is in its results. A server response must have repeated it.
    .remedy = Describe the result in your own words, and tell the server’s admin that it repeats secrets.

diagnosis-export-secret = The export wasn’t saved: it contains a secret
    .why = The API token or the Client Secret of this job is in a name, an address or a Client ID that the export contains.
    .remedy = Check the pages **Names** and **X app**, and the server, for a secret that was entered instead of a name.

diagnosis-export-not-writable = The export can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that you can write to.

diagnosis-report-not-writable = The report can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that you can write to.

diagnosis-no-job-open = No job is open
    .why = The job was closed, or its file was deleted, while this page was open.
    .remedy = Go back to the start page and open a job.
diagnosis-practice-failed = The practice servers can’t start
    .why = They need two free ports and a temporary folder on this computer, and one of these isn’t available.
    .remedy = Close programs that use many ports, then start practice again.
diagnosis-nothing-to-push = Nothing to push
    .why = Either what you entered has changed since the preview, or a push is already in progress.
    .remedy = Press **Preview changes**, check them, then push.
