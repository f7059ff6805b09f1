# The catalogue of symptoms: what happened (the title), why as far as it is known, and one act.
#
# A cause that is only likely says "usually" or "probably". `**…**` are X's or authentik's own words on the screen.
# Where an argument isn't known it is `none`, or 0 for a number; the message chooses by it. A choice within a sentence
# holds no marks: Fluent isolates it like an argument, and arguments aren't read for marks.

## The way to X

diagnosis-x-host-unknown = This machine can’t find { $host }
    .why = No address is known for this name here. Usually the machine is offline, or a DNS filter on this network blocks X.
    .remedy = Check that this machine is online and that no DNS filter blocks `{ $host }`, then try again.

diagnosis-x-connection-refused = { $host } refuses the connection on port { $port }
    .why = The connection was turned away before anything was sent. X serves everybody on this port, so usually a firewall or proxy of this network stands between.
    .remedy = Let this machine reach `{ $host }` on port `{ $port }`, or try again from another network.

diagnosis-x-tls-untrusted = This machine doesn’t trust the certificate shown for { $host }
    .why = It wasn’t issued by a CA this system trusts. Usually a proxy of this network opens encrypted traffic and shows a certificate of its own. Nothing was sent.
    .remedy = Install that proxy’s CA among this system’s roots, or try again from a network without such a proxy.

diagnosis-x-tls-other-name = The certificate shown for { $host } is for another name
    .why = Something answers in X’s place. Usually it is the network’s own sign-in page, or a proxy that blocks X. Nothing was sent.
    .remedy = Open a page in this machine’s browser to get past the network’s sign-in, then try again.

diagnosis-x-tls-expired = The certificate shown for { $host } isn’t valid today
    .why = By this machine’s clock its time is over or hasn’t begun. Usually that clock is wrong. Nothing was sent.
    .remedy = Set this machine’s date and time, then try again.

diagnosis-x-tls-failed = No encrypted connection to { $host } could be made
    .why = The TLS handshake failed, and not over the certificate’s issuer, name or dates. Usually a firewall or proxy interferes. Nothing was sent.
    .remedy = Try again from another network.

diagnosis-x-timed-out = { $host } didn’t answer within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = Nothing came back, and nothing refused either. Usually a firewall drops the requests silently, or X is slow at the moment.
    .remedy = Open `x.com` in this machine’s browser; if it loads there, try again, otherwise fix the network first.

diagnosis-x-connection-lost = { $host } broke off in the middle of its answer
    .why = The connection ended before the answer was complete. Usually the network was interrupted for a moment.
    .remedy = Try again; a sign-in under way has to be started again.

diagnosis-x-answer-too-large = { $host } sent far more than X’s answers hold
    .why = Reading was stopped. Usually something else answered in X’s place, such as a proxy’s page.
    .remedy = Try again from a network without a proxy between.

## The way to authentik

diagnosis-server-host-unknown = This machine can’t find { $host }
    .why = No address is known for this name here. Usually the name is mistyped, or known only inside a network or VPN this machine isn’t in.
    .remedy = Compare the name with the address bar of a browser in which authentik opens, and enter it as it stands there.

diagnosis-server-connection-refused = Nothing listens on port { $port } of { $host }
    .why = The host turned the connection away. Usually authentik or the proxy in front of it isn’t running, or it is served on another port.
    .remedy = Check that authentik opens in a browser on this machine, and enter the address with the port that stands there.

diagnosis-server-tls-untrusted = This machine doesn’t trust the certificate of { $host }
    .why = It wasn’t issued by a CA this system trusts. Usually the CA is a private one; sometimes the server leaves out an intermediate certificate. Nothing was sent. The check can’t be skipped: whoever answers would get what is sent, an API token included.
    .remedy = Choose that CA’s file beside the address, or install the CA on this system.

diagnosis-server-tls-other-name = The certificate of { $host } is for another name
    .why = The server shows a certificate that doesn’t name this host. Usually the address is an alias or an IP address, or the proxy shows its default certificate. Nothing was sent.
    .remedy = Enter the host name the certificate was made for, or have `{ $host }` added to the certificate.

diagnosis-server-tls-expired = The certificate of { $host } isn’t valid today
    .why = By this machine’s clock its time is over or hasn’t begun. Usually its renewal failed, and browsers warn of it too; if they don’t, this machine’s clock is wrong. Nothing was sent.
    .remedy = Renew the certificate on `{ $host }`, then check again.

diagnosis-server-tls-failed = No encrypted connection to { $host } could be made
    .why = The TLS handshake failed, and not over the certificate’s issuer, name or dates. Usually the port serves plain http, or the server knows no TLS newer than 1.1. Nothing was sent.
    .remedy = Enter the port on which authentik serves https; a browser that opens it shows it in its address bar.

diagnosis-server-timed-out = { $host } didn’t answer within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = Nothing came back, and nothing refused either. Usually a firewall drops the requests silently, or the server hangs. If a change was under way, it may or may not have been written; pushing again writes nothing twice.
    .remedy = Check that the server runs and that this network may reach it, then try again.

diagnosis-server-connection-lost = { $host } broke off in the middle of its answer
    .why = The connection ended before the answer was complete. Usually the server was restarted or the network was interrupted. If a change was under way, it may or may not have been written; pushing again writes nothing twice.
    .remedy = Try again once authentik’s login page opens in a browser.

diagnosis-server-answer-too-large = { $host } sent far more than an answer of authentik holds
    .why = Reading was stopped. Usually another service answers at this address.
    .remedy = Open the address in a browser, and correct it until authentik’s login page appears.

diagnosis-ca-file-unreadable = The CA file can’t be read
    .why = `{ $path }` is missing, isn’t a regular file of at most 4 MiB, may not be opened by this user, or holds no certificate in PEM form.
    .remedy = Choose a file that contains the line `-----BEGIN CERTIFICATE-----`.

## X’s token endpoint

diagnosis-x-grant-type-missing = X found no grant_type in the request
    .why = X says “Missing required parameter [grant_type].” Sourcerer always sends it, so probably a proxy between this machine and X altered the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-grant-type-unknown = X doesn’t know the grant_type in the request
    .why = X’s words for this are “Value passed for the grant type was invalid.” Sourcerer sends only the two that X names there, so probably a proxy between this machine and X altered the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-client-id-missing = X asks for the Client ID in the body too
    .why = X says “Missing required parameter [client_id].” It did so in 2021, even with the ID in the header; its documentation has since said that the header is enough. authentik sends the header alone, so its sign-ins would fail in the same way.
    .remedy = Look in X’s documentation whether `client_id` is required again, and if so report it to authentik.

diagnosis-x-code-verifier-missing = X found no code_verifier in the request
    .why = X says “Missing required parameter [code_verifier].” Sourcerer always sends it, so probably a proxy between this machine and X altered the request.
    .remedy = Try again from a network without such a proxy.

diagnosis-x-client-id-unknown = X doesn’t know this Client ID
    .why = X says “Value passed for the client id was invalid.” Usually an **API Key** was pasted in its place, a character is missing, or the app was deleted.
    .remedy = On console.x.com open the app, then **Keys & Tokens › OAuth 2.0 Keys**, and copy the **Client ID** from there.

diagnosis-x-secret-refused = X knows this Client ID but refuses the secret
    .why = X words it “Missing valid authorization header”, which misleads: the header is there. Usually the secret was regenerated since, or belongs to another app.
    .remedy = On console.x.com, **Keys & Tokens › OAuth 2.0 Keys**, press **Regenerate** next to **Client Secret** and enter the new one. The old one stops working at once, on every server that uses it.

diagnosis-x-code-invalid = X refuses the sign-in code
    .why = X’s words for this are “Value passed for the authorization code was invalid.” A code lives 30 seconds and works once{ $seconds ->
        [0] {""}
        [one] ; this one was sent on 1 second after it arrived here
       *[other] ; this one was sent on { $seconds } seconds after it arrived here
    }. Usually it came too late, or was used already.
    .remedy = Test again from the start, and don’t reload the page in the browser.

diagnosis-x-redirect-differs = X got two different callbacks in one sign-in
    .why = X says “Value passed for the redirect uri did not match the uri of the authorization code.” The callback sent with the code must equal the one the consent page was opened with. Usually it was changed while the sign-in was under way.
    .remedy = Test again from the start, and leave the test callback as it is meanwhile.

diagnosis-x-verifier-differs = X’s check of who began the sign-in failed
    .why = X says “Value passed for the code verifier did not match the code challenge.” Usually the code belongs to another sign-in, such as one begun earlier in a second tab.
    .remedy = Close the open tabs of X’s consent page, then test again from the start.

diagnosis-x-token-invalid = X refuses the token of an earlier sign-in
    .why = X’s words for this are “Value passed for the token was invalid.” Such a token works once. Usually it was used already, or the person revoked the app’s access.
    .remedy = Sign in again from the start.

diagnosis-x-scopes-not-granted = X granted less than was asked for
    .why = Its answer leaves out `{ $missing }`. X’s form has no switch for single scopes, so the app’s settings are probably not the cause. Without both `tweet.read` and `users.read` X refuses the profile.
    .remedy = Revoke the app’s access at `x.com/settings/connected_apps`, then test again and press **Authorize app**.

## X’s profile

diagnosis-x-token-refused = X refuses the access token
    .why = X says only “Unauthorized”. Usually the token is older than its two hours, or the person revoked the app’s access; with a fresh one, a proxy on the way may drop the `Authorization` header.
    .remedy = Sign in again from the start.

diagnosis-x-scope-missing = X refuses the profile for lack of a scope
    .why = X says only “Forbidden”. Usually `tweet.read` is missing: the profile needs it, though nothing in its name says so, beside `users.read`.
    .remedy = Sign in again with both `tweet.read` and `users.read` among the scopes; in authentik, additional scopes that begin with `*` replace these two.

diagnosis-x-client-not-enrolled = X let you in, but not the app
    .why = The sign-in itself works. X refuses to hand out the profile (`client-not-enrolled`) because the app{ $app ->
        [none] {""}
       *[other] {" "}(App ID { $app })
    } isn’t in the **Pay-per-use** package, or not in **Production**. X may word it as a missing Project, which is the older name.
    .remedy = On console.x.com, **Apps › Manage apps**, open your app, press **Move to package**, choose **Pay-per-use**, then **Production**. Then test again.

diagnosis-x-scope-ungranted = X refuses the profile, and didn’t grant { $missing }
    .why = The profile needs both `tweet.read` and `users.read`. X granted the sign-in without `{ $missing }`, and answers “Forbidden”.
    .remedy = Sign in again with both `tweet.read` and `users.read` among the scopes; in authentik, additional scopes that begin with `*` replace these two.

diagnosis-x-profile-forbidden = X refuses the profile although both scopes were granted
    .why = { $said ->
        [none] X granted `tweet.read` and `users.read`, and gives no reason. Every visitor is probably refused too.
       *[other] X granted `tweet.read` and `users.read`, and says only “{ $said }”. Every visitor is probably refused too.
    }
    .remedy = On console.x.com, look at the app’s package and environment and at the pages under **Billing**, then test again.

diagnosis-x-email-refused = X refuses the profile while the e-mail address is asked for
    .why = { $granted ->
        [no] X answered “Forbidden”, and sent the profile when it was asked once more without the address. X didn’t grant `users.email`, which is probably why.
       *[other] X answered “Forbidden”, and sent the profile when it was asked once more without the address, although it had granted `users.email`. Usually **Request email from users** is off.
    }
    .remedy = In **User authentication settings** see that **Request email from users** is on, save, and test again; or do without the address.

diagnosis-x-user-not-enrolled = X wants to bill the person who signed in
    .why = X says “This request is billed to the authenticated user” (`user-not-enrolled`). That has been seen with an app of X’s own; with yours, the Client ID probably isn’t your app’s.
    .remedy = Compare the Client ID with the one under **Keys & Tokens › OAuth 2.0 Keys** of your own app on console.x.com.

diagnosis-x-app-only-token = An app’s token was used where a person’s is needed
    .why = X says “Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.” Usually the **Bearer Token** was put in the place of a token from a sign-in.
    .remedy = Enter the **Client ID** and **Client Secret** from **Keys & Tokens › OAuth 2.0 Keys**, leave the **Bearer Token** out, and sign in again.

diagnosis-x-credits-depleted = The developer account has no credits left
    .why = The sign-in itself works. X charges the app’s owner for each profile it hands out, and refuses without credits (`CreditsDepleted`). Every visitor of your authentik is refused too.
    .remedy = On console.x.com under **Billing › Credits**, buy credits for the account that owns the app, then test again.

diagnosis-x-spend-cap-reached = The developer account’s spending limit is reached
    .why = The sign-in itself works. X says that the spending limit is reached: there are probably credits left, but the limit set for this billing cycle is used up. Every visitor is refused until the next cycle.
    .remedy = On console.x.com, in the pages under **Billing**, raise the spending limit, then test again.

diagnosis-x-rate-limited = X has had too many requests
    .why = X answers “Too Many Requests”. It limits how often a person’s profile is read; apps still on an old plan meet the limit after few sign-ins a day.
    .remedy = { $reset ->
        [none] Wait 15 minutes, then test again once.
       *[other] Test again after { $reset }, when X lifts the limit.
    }

diagnosis-x-usage-cap-reached = The app’s monthly allowance at X is used up
    .why = X says “Usage cap exceeded”. The app is on an old plan with a fixed allowance, and every visitor is refused until the next month begins.
    .remedy = On console.x.com, **Apps › Manage apps**, open your app, press **Move to package** and choose **Pay-per-use**.

diagnosis-x-profile-without-id = X sent a profile without an account number
    .why = X answered 200, but `data.id` is missing; probably a fault on X’s side. authentik would take the empty number for a person: the next visitor without one would be signed in as that person.
    .remedy = Turn off **Enabled** in the source if it is live, until the test shows a number again.

diagnosis-x-email-missing = X sent no e-mail address
    .why = The sign-in itself works. X leaves the address out without a word; usually the account has no confirmed one, or **Request email from users** is off.
    .remedy = In **User authentication settings** see that **Request email from users** is on, save, and test again; and let authentik’s enrolment accept people without an address.

## X, anywhere

diagnosis-x-unavailable = X is unavailable and answers HTTP { $status }
    .why = Usually that is a fault or overload on X’s side; a proxy of this network can answer so too. It says nothing about your set-up.
    .remedy = Look at `developer.x.com/status`, then try again in a few minutes.

diagnosis-x-answer-foreign = Something answered in X’s place: HTTP { $status }
    .why = X’s API speaks JSON, and this is a page or a redirect{ $said ->
        [none] {""}
       *[other] : “{ $said }”
    }. Probably a proxy of this network, or what stands in front of X, answered. It says nothing about your set-up.
    .remedy = Open `x.com` in this machine’s browser and get past whatever asks there, then try again; if it stays, try from another network.

diagnosis-x-answer-unknown = X gave an unknown answer: HTTP { $status }
    .why = { $said ->
        [none] X gave no reason
       *[other] X says “{ $said }”
    }, and nobody knows what this means here. So no cause is named.
    .remedy = Try again once in some minutes; if the answer stays the same, look it up in X’s list of errors or send the report to your support.

## The consent page and the way back

diagnosis-authorize-page-error = X stopped before it asked you
    .why = X shows “Something went wrong” for several mistakes and tells nobody which. Usually the test callback isn’t in the app’s list, byte for byte; less often the Client ID is another app’s, or the app isn’t in **Production**.
    .remedy = On X, open **User authentication settings**, compare each **Callback URI / Redirect URL** with the test callback (port and last slash included), and save the form.

diagnosis-authorize-other-account = X asks for another account
    .why = X shows “Try signing in with a different account”. It was seen in 2023, and nobody knows why it comes.
    .remedy = Sign out of X in the browser, or use a private window, then test again with the account that owns the app.

diagnosis-authorize-login-loop = X asks to sign in again and again
    .why = After the password, X shows its log-in page once more instead of asking for consent. Usually the browser blocks X’s cookies, or holds a broken session of X’s.
    .remedy = Test again in a private window, and allow cookies for `x.com` there.

diagnosis-authorize-page-blank = X’s page stays blank
    .why = The consent page is made by a script, and it isn’t running. Probably an extension or a filter of this network blocks it, or X has an outage.
    .remedy = Test again in a private window without extensions, or in another browser.

diagnosis-consent-declined = The sign-in was cancelled on X
    .why = X sent the browser back without a code, with `access_denied`: probably **Cancel** was pressed. That is no fault of the app.
    .remedy = Test again and press **Authorize app**.

diagnosis-consent-unclear = X probably sent you back without agreeing
    .why = The browser came back with a refusal that doesn’t carry this test’s state. Nobody knows how X words a cancelled sign-in, so it may be X’s answer, or another page’s.
    .remedy = If you pressed **Cancel**, stop the test; otherwise keep waiting and finish in the browser.

diagnosis-callback-silent = Nothing came back from X within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = X keeps its refusals to itself: when it shows “Something went wrong”, the browser never comes back here. Usually the test callback isn’t in the app’s list, or the consent page was left open.
    .remedy = Look at the browser; if it shows “Something went wrong”, compare **Callback URI / Redirect URL** in X’s form with the test callback, byte for byte.

diagnosis-callback-refused = X sent the browser back with an error
    .why = It says `{ $error }` instead of handing over a code, which a pressed **Cancel** doesn’t. X documents no such answer; by the OAuth standard it probably names a mistake in the request.
    .remedy = Compare the app in **User authentication settings** with what the X app page lists, save it there, then test again.

diagnosis-port-taken = Another program listens on port { $port }
    .why = { $program ->
        [none] Something holds 127.0.0.1:{ $port }
       *[other] { $program } (process { $process }) holds 127.0.0.1:{ $port }
    }, so X’s answer would go to it. The browser was not opened.
    .remedy = Stop that program and test again, or take another port. X compares the port too: with a new one, change the test callback in X’s form as well.

diagnosis-port-forbidden = This system doesn’t let Sourcerer listen on port { $port }
    .why = Usually ports below 1024 are kept for system services; Windows also reserves ranges above.
    .remedy = Choose another port, such as `8723`, and change the test callback on X with it.

diagnosis-listener-failed = The test callback can’t be opened on port { $port }
    .why = The system refused to listen on `127.0.0.1:{ $port }` for a reason other than a taken or forbidden port. Usually security software or a sandbox forbids it.
    .remedy = Allow Sourcerer to listen on `127.0.0.1`, then test again.

diagnosis-browser-not-opened = The browser could not be opened
    .why = Usually the system names no default browser, or there is no desktop. The test waits all the same.
    .remedy = Copy the address shown here into a browser on this machine.

## authentik’s API

diagnosis-authentik-not-there = No authentik answers at { $host }
    .why = Something answers, with HTTP { $status }, but not as authentik does. Usually the address is another service’s, or authentik is served below a path that is missing here.
    .remedy = Open authentik’s login page in a browser and enter its address as far as the part before `/if/`.

diagnosis-authentik-redirects = { $host } sends Sourcerer on to another address
    .why = It points to `{ $to }`. The API token isn’t carried to another address. Usually authentik has moved, or a sign-in page stands in front of it.
    .remedy = If `{ $to }` is your authentik, enter that address; if it is a sign-in page, let the proxy pass `/api/v3/` without it.

diagnosis-authentik-not-set-up = authentik on { $host } isn’t set up yet
    .why = It sends every request to its first setup, `{ $to }`. Until somebody has made the first administrator there, it has no user and no API token.
    .remedy = Open `{ $to }` in a browser and make the first administrator; then create an API token and check again.

diagnosis-authentik-starting = authentik on { $host } is starting
    .why = It answers 503 “authentik starting”. After an update this takes longer, while the database is brought up to date.
    .remedy = Check again in a minute.

diagnosis-authentik-busy = { $host } wants fewer requests
    .why = It answers HTTP 429: too many requests in too short a time. Usually that comes from a limit in the proxy before authentik.
    .remedy = Wait a minute and try again; what was written already isn’t written twice.

diagnosis-authentik-busy-own = authentik on { $host } throttles this machine
    .why = It answers HTTP 429: too many requests in too short a time. authentik’s own throttle says so, which counts the requests of each address.
    .remedy = Wait { $seconds ->
        [0] a minute
        [one] 1 second
       *[other] { $seconds } seconds
    } and try again; what was written already isn’t written twice.

diagnosis-authentik-unavailable = authentik on { $host } is unavailable and answers HTTP { $status }
    .why = The address answers, but authentik behind it doesn’t work. Usually its server or its database is down.
    .remedy = Check the logs of authentik’s server and of its database, fix what they name, then check again.

diagnosis-authentik-write-fault = authentik on { $host } failed while writing
    .why = It answers reads, so it runs; this write failed inside the server, or went to a path its release doesn’t have. From 2026.8 on authentik says so with the page of an error (500 or 404), before with an empty 405 that reads like “method not allowed”.
    .remedy = Check the log of authentik’s server at this moment, then push again; what was written already isn’t written twice.

diagnosis-authentik-refuses = { $field ->
        [non_field_errors] authentik refuses the values
        [detail] authentik refuses the request
       *[other] authentik refuses the value of “{ $field }”
    }
    .why = { $said ->
        [none] It gave no reason
       *[other] It says “{ $said }”
    }, and this request wrote nothing.
    .remedy = Correct that value where you entered it, then compare and push again.

diagnosis-authentik-answer-unknown = authentik on { $host } gave an unknown answer: HTTP { $status }
    .why = No answer known of the releases from 2024.12 to 2026.2 looks like it. Nobody knows what it means, so no cause is named.
    .remedy = Check the log of authentik’s server at this moment, and send the report to your support.

diagnosis-api-token-refused = { $host } refuses the API token
    .why = authentik says “Token invalid/expired”. Usually it has expired: an API token lives as long as the server’s default says, 30 minutes or, where 2026.8.1 or later was newly installed, a day; an expiry that is chosen for it is ignored. An app password, or a token of an inactive user, gets the same answer.
    .remedy = In authentik, **Directory › Tokens and App passwords**, create a token with the intent **API Token** and enter it.

diagnosis-api-token-missing = { $host } got no API token
    .why = authentik says “Authentication credentials were not provided.” If a token was entered, usually a proxy in front of authentik drops the `Authorization` header.
    .remedy = Enter an API token from **Directory › Tokens and App passwords**; if there is one, let the proxy pass the `Authorization` header.

diagnosis-rights-missing = { $count ->
        [one] The API token lacks a right
       *[other] The API token lacks { $count } rights
    }
    .why = It belongs to `{ $user }`, and authentik answers “You do not have permission to perform this action.” Missing: `{ $rights }`.
    .remedy = In authentik, **Directory › Roles**, open a role of `{ $user }` and assign { $count ->
        [one] this right
       *[other] these rights
    } to it.

diagnosis-type-missing = authentik on { $host } offers no source for X
    .why = Its list of source types has no `twitter`, which every release from 2024.12 to 2026.2 has. Usually the address isn’t authentik’s, or a newer release has renamed the type.
    .remedy = In authentik, **Directory › Federation and Social login**, press **Create** and look whether X or Twitter is offered; if so, use a newer Sourcerer.

diagnosis-release-newer = authentik { $version } is newer than this Sourcerer
    .why = Sourcerer was last tried on 2026-11-30, with 2026.2.2 and with 2026.8 in its state of June. What a later one adds is left as it is, and every write is read back. Announced or drafted for 2026.11 are a base URL that has to be set, and Client Secrets that are objects of their own.
    .remedy = After a push, watch the callback and the scopes that Verify reads from the live redirect, and run a test login. If something doesn’t fit, look for a newer Sourcerer.

diagnosis-flow-missing = authentik has no flow “{ $slug }”
    .why = A source needs it: without flows nobody can sign in or get a user. Usually the flow was deleted or given another slug, or the token may not see it.
    .remedy = In authentik, **Flows and Stages › Flows**, look for `{ $slug }`; if it is gone, choose another flow on this page, or apply the blueprint that makes it again under **Customization › Blueprints**.

diagnosis-login-page-not-found = No place for the button was found on { $host }
    .why = The button belongs on the identification stage of the brand’s authentication flow, and no such stage was found. Usually the flow was built differently, or the token may not see its stages.
    .remedy = In authentik, **System › Brands**, look which **Authentication flow** the brand uses, and that an identification stage is bound to it.

## What stands on the way to authentik, or in its place

diagnosis-certificate-too-new = The certificate of { $host } isn’t valid yet
    .why = By this machine’s clock its time hasn’t begun. Usually this machine’s clock is behind; a certificate that was made for later is rare. Nothing was sent.
    .remedy = Compare this machine’s date and time with another clock, set them, then check again.

diagnosis-no-tls-there = Port { $port } of { $host } doesn’t speak https
    .why = What answers there isn’t TLS. Usually the port is the one for plain http: authentik’s own are 9000 for http and 9443 for https. Nothing was sent.
    .remedy = Enter the port on which authentik serves https, as the address bar of a browser shows it.

diagnosis-tls-wanted = Port { $port } of { $host } speaks https only
    .why = The address begins with `http://`, and the server says that it expects https on this port. The token was not sent.
    .remedy = Write `https://` instead of `http://` in the address, and check again.

diagnosis-proxy-away = The proxy { $proxy } can’t be reached
    .why = This machine’s settings or its environment name it for requests to `{ $host }`, and no connection to it can be made. Usually this machine is in another network than the one the proxy is for.
    .remedy = If `{ $host }` can be reached without a proxy, add it to `NO_PROXY` or to the system’s exceptions, and start Sourcerer again; otherwise correct the proxy’s address there.

diagnosis-proxy-refuses = { $status ->
        [407] The proxy { $proxy } wants a password
       *[other] The proxy { $proxy } doesn’t let this through
    }
    .why = It stands between this machine and `{ $host }`, and { $status ->
        [0] refused the connection
       *[other] answered HTTP { $status }
    }. Nothing was sent to `{ $host }`.
    .remedy = { $status ->
        [407] Put name and password into the proxy’s address, as in http://name:password@host:port in the variable HTTPS_PROXY, and start Sourcerer again.
       *[other] Have { $host } allowed on the proxy, or reached without it (NO_PROXY, or the system’s exceptions); then start Sourcerer again.
    }

diagnosis-redirects-to-https = { $host } wants https
    .why = It answers plain http with a redirect to `{ $to }`. The API token isn’t sent over plain http to a server that doesn’t want it.
    .remedy = Enter `{ $to }` as the address.

diagnosis-login-in-front = A sign-in page stands in front of { $host }
    .why = { $by ->
        [none] Instead of authentik’s answer comes a page that asks for a password
       *[other] Instead of authentik’s answer comes the sign-in of { $by }
    }. Sourcerer can’t sign in there, and X’s visitors would meet it too. The token was not sent.
    .remedy = Let the proxy pass `/api/v3/`, `/if/`, `/source/`, `/flows/`, `/static/` and `/-/` of `{ $host }` without its own sign-in, then check again.

diagnosis-guard-in-front = { $by } holds Sourcerer back from { $host }
    .why = Instead of authentik’s answer comes a page of { $by } that checks browsers. A program can’t pass it, and authentik itself wasn’t reached.
    .remedy = { $by ->
        [Cloudflare] In Cloudflare, let this machine’s address in by an **IP Access rule** with **Allow**, or turn **Bot Fight Mode** off, which no custom rule gets past; then check again.
       *[other] In { $by }, add a rule that lets this machine’s address pass to `/api/v3/` without a check, then check again; or enter an address that bypasses it.
    }

diagnosis-other-program = Something other than authentik answers at { $host }
    .why = The page at this address calls itself “{ $program }”. Usually the port or the path is another program’s.
    .remedy = Open authentik’s login page in a browser and enter its address as far as the part before `/if/`.

diagnosis-host-refused = authentik behind { $host } doesn’t accept the `Host` of the request
    .why = { $underscore ->
        [yes] HTTP { $status } comes without a page of authentik’s. Its core answers like that where the `Host` that arrives there isn’t a valid host name. In `{ $host }` that is the underscore: only letters, digits and hyphens are allowed.
       *[no] HTTP { $status } comes without a page of authentik’s. Its core answers like that where the `Host` that arrives there isn’t a valid host name. Usually the proxy in front passes on the name of its own upstream, such as `auth_server`, in place of `{ $host }`; an underscore isn’t allowed in a host name.
    }
    .remedy = { $underscore ->
        [yes] Give authentik a host name without an underscore, in DNS and in the proxy, and enter that.
       *[no] Let the proxy pass on the `Host` that visitors asked for, `{ $host }`; in nginx that is `proxy_set_header Host $http_host;`.
    }

diagnosis-nothing-behind-proxy = The proxy in front of { $host } doesn’t reach authentik
    .why = A page that isn’t authentik’s answers HTTP { $status }. Usually authentik isn’t running, or the proxy looks for it at the wrong place.
    .remedy = Check that authentik’s server runs, and if it doesn’t, read the end of its log; then check again.

diagnosis-authentik-core-away = authentik’s server on { $host } is up, its core isn’t
    .why = It answers 502 “failed to connect to authentik backend”: the part that serves the network runs, the part that does the work has stopped or hangs.
    .remedy = Check the log of authentik’s server container, restart it, then check again.

diagnosis-authentik-database-away = authentik on { $host } is up and can’t do anything
    .why = Every page, even the health check, is authentik’s own error page with HTTP 500. Usually its database is away; a write would be answered with an empty 405 then.
    .remedy = Check that authentik’s PostgreSQL runs and can be reached from its server; authentik recovers by itself within seconds.

diagnosis-certificate-ends-soon = The certificate of { $host } ends { $days ->
        [0] today
        [one] in 1 day
       *[other] in { $days } days
    }
    .why = It is trusted until then. By now it is usually renewed by itself, so its renewal has probably failed; once it has ended, browsers warn every visitor, and Sourcerer stops here.
    .remedy = Check the log of whatever renews the certificate of `{ $host }`, and renew it.

diagnosis-clock-differs = This machine’s clock is { $way ->
        [behind] behind
       *[other] ahead of
    } that of { $host } by { $amount } { $unit ->
        [seconds] seconds
        [minutes] minutes
       *[hours] hours
    }
    .why = Measured by the `Date` of its answer. Certificates, API tokens and X’s codes, which live 30 seconds, are judged by clocks; one of the two is probably wrong.
    .remedy = Let both machines set their clocks by network time (NTP), then check again.

diagnosis-base-url-differs = authentik’s base URL isn’t the address that is entered here
    .why = Its settings say `{ $set }`, and it was asked as `{ $asked }`. 2026.8 makes no use of the base URL, and the callback is the one that the live redirect shows; from 2026.11 on authentik is announced to require it.
    .remedy = In authentik, **System › Settings**, set the base URL to the address that visitors use: scheme and host, without a path.

diagnosis-token-expires-soon = The API token expires in { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
    .why = authentik gives an API token the server’s default, 30 minutes or, where 2026.8.1 or later was newly installed, a day; an expiry that is chosen for it is ignored. On its first use after that `{ $host }` deletes it. What is entered here stays, whatever token comes next.
    .remedy = Under **Directory › Tokens and App passwords**, open the token and turn off **Expiring**; where that fails with “invalid date”, as some releases do, create another. A new one can be entered at any point of this job.

## The push

diagnosis-slug-taken = The slug “{ $slug }” is taken
    .why = Another source of this authentik has it, and no two can share one. That source was not touched.
    .remedy = Choose another slug under Names, and put the new callback into X’s form.

diagnosis-source-differs = A source “{ $slug }” exists already and differs
    .why = This machine’s journal didn’t make it, so it may be somebody else’s and in use. Nothing was written.
    .remedy = Read the before and after of each value, then choose to change it, or to make another.

diagnosis-source-exists = There is a source for X already: “{ $name }” (`{ $slug }`)
    .why = This plan would make another one beside it, with a button and a callback of its own. That may be intended, or a duplicate that nobody meant to make. Nothing was written.
    .remedy = Choose which of the two it is.

diagnosis-changed-meanwhile = “{ $what }” was changed on the server while you were here
    .why = It no longer looks as it did when the plan was made, so somebody else is at work on it. Nothing of yours was written over it.
    .remedy = Compare again, and push the new plan.

diagnosis-read-back-differs = authentik kept another value than was sent
    .why = “{ $what }” was written and read back, and `{ $field }` isn’t what was sent. Usually somebody else changed it at the same moment.
    .remedy = Compare again; if the same difference stays, look at who changed it under **Events › Logs**.

diagnosis-secret-needed = The Client Secret is needed for this push
    .why = authentik doesn’t make a source without it, and never gives a stored one back. None is kept on this machine.
    .remedy = Enter the Client Secret, then push again; if X no longer shows it, press **Regenerate** next to it.

diagnosis-nothing-to-undo = There is nothing from this machine to undo
    .why = This machine’s journal holds no push to this server and slug that isn’t undone yet. Pushes from other machines are in their journals.
    .remedy = Undo on the machine that pushed, or change the source under **Directory › Federation and Social login**.

diagnosis-nothing-to-undo-others = There is nothing from this machine to undo under this slug
    .why = On this server, this machine’s journal holds a push to `{ $others }` that isn’t undone yet: what was changed is recorded under the slug of the source that was changed.
    .remedy = Undo for `{ $others }` instead.

diagnosis-changed-since-push = “{ $name }” was changed after it was pushed
    .why = Undoing the push would delete it together with that change. Nothing was written.
    .remedy = Choose to turn it off, or agree that it is deleted.

diagnosis-links-unseen = Nobody can tell from here whether people sign in through “{ $slug }”
    .why = This token may not see who is linked to the source: authentik answers with an empty list either way. Deleting the source would also delete those links, and lock these people out for good.
    .remedy = Turn the source off instead of deleting it, or use a token with the right `authentik_sources_oauth.view_useroauthsourceconnection`.

diagnosis-push-elsewhere = Another Sourcerer is at work on “{ $what }”
    .why = Another window or terminal of this machine is writing the same at this moment. Two at once would get in each other’s way, so this one has written nothing.
    .remedy = Wait until it has ended, then compare again.

diagnosis-source-in-use = { $people ->
        [one] One person signs in through “{ $slug }”
       *[other] { $people } people sign in through “{ $slug }”
    }
    .why = Undoing would delete the source, and with it which X account belongs to whom. Made again, it would lock { $people ->
        [one] that person
       *[other] them
    } out: authentik refuses an X account whose user name exists already.
    .remedy = Turn the source off instead of deleting it: nobody signs in through it then, and everybody’s link stays.

## The outside view

diagnosis-callback-differs = The callback sent to X isn’t the planned one
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. X compares byte for byte. Where the host or port differs, usually the proxy in front of authentik rewrites `Host`; where the end differs, the slug was changed.
    .remedy = If visitors reach authentik by the address sent, put that callback into **Callback URI / Redirect URL** on X; otherwise let the proxy pass `Host` on unchanged.

diagnosis-callback-loses-https = The server sends X an http callback
    .why = It sends `{ $seen }`. authentik builds the callback from the request it sees. Usually the proxy in front of it drops `X-Forwarded-Proto`, or isn’t among the proxies authentik trusts, so authentik believes it is on http. X refuses a callback that isn’t in its list byte for byte.
    .remedy = Let the proxy pass `X-Forwarded-Proto: https` to authentik. Don’t register the http address on X instead.

diagnosis-callback-loses-https-listed = The server sends X an http callback
    .why = It sends `{ $seen }`. authentik builds the callback from the request it sees. From 2026.8 on it believes `X-Forwarded-Proto` only if it comes from a network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or drops the header. X refuses a callback that isn’t in its list byte for byte.
    .remedy = Name the proxy’s network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation only, such as `203.0.113.7/32`; a value replaces the default, loopback and the private ranges. Don’t register the http address on X instead.

diagnosis-callback-other-host = The server sends X a callback on another host
    .why = This server was asked as `{ $planned }`, and builds its callback for `{ $seen }`: the host of the request as it sees it. Usually the proxy in front of it passes its own name for authentik on in place of the `Host` that visitors asked for, or an `X-Forwarded-Host` of its own.
    .remedy = Let the proxy pass `Host` on unchanged. Only if visitors really come by `{ $seen }`, enter that address here and register its callback on X.

diagnosis-callback-other-host-listed = The server sends X a callback on another host
    .why = This server was asked as `{ $planned }`, and builds its callback for `{ $seen }`: the host of the request as it sees it. From 2026.8 on it believes `X-Forwarded-Host` only if it comes from a network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or passes on a name of its own.
    .remedy = Name the proxy’s network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation only, such as `203.0.113.7/32`; a value replaces the default, loopback and the private ranges. Then let the proxy pass `Host` on unchanged.

diagnosis-callback-other-host-and-https = The server sends X an http callback on another host
    .why = This server was asked as `{ $planned }`, and builds its callback for `{ $seen }`: host and scheme are lost. Usually the proxy in front of it passes its own name for authentik on in place of the `Host` that visitors asked for, and drops `X-Forwarded-Proto`.
    .remedy = Let the proxy pass `Host` on unchanged, and `X-Forwarded-Proto: https`.

diagnosis-callback-other-host-and-https-listed = The server sends X an http callback on another host
    .why = This server was asked as `{ $planned }`, and builds its callback for `{ $seen }`: host and scheme are lost. From 2026.8 on it believes `X-Forwarded-Host` and `X-Forwarded-Proto` only if they come from a network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`. Usually the proxy in front of it isn’t in one of them, or passes on neither.
    .remedy = Name the proxy’s network in `AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS`, in CIDR notation only, such as `203.0.113.7/32`; a value replaces the default, loopback and the private ranges. Then let the proxy pass `Host` on unchanged, and `X-Forwarded-Proto: https`.

diagnosis-callback-other-port = The server sends X a callback on another port
    .why = This server was asked as `{ $planned }`, and builds its callback for `{ $seen }`. authentik takes the port from the `Host` of the request. Usually the proxy in front of it passes on the name without the port, as nginx does with `$host`.
    .remedy = Let the proxy pass `Host` on with its port; in nginx that is `$http_host` in place of `$host`.

diagnosis-callback-loses-path = The server sends X a callback without { $path }
    .why = It sends `{ $seen }`. Usually authentik doesn’t know that it is served below `{ $path }`: the proxy cuts the path off, and `AUTHENTIK_WEB__PATH` isn’t set. X would send visitors back to where nobody answers.
    .remedy = Set `AUTHENTIK_WEB__PATH` to `{ $path }/` for authentik’s server and worker, and let the proxy pass the path on whole.

diagnosis-client-id-of-other-kind = What the server sends X as Client ID isn’t one
    .why = A Client ID has 34 characters of its own shape. { $kind ->
        [api-key] This has the shape of an API Key, which belongs to OAuth 1.0. authentik calls its field Consumer key, and so X once called the API Key
        [secret] This has the shape of a secret, and everybody who presses the button is shown it
        [damaged] This is one that lost or gained characters, or its capitals
       *[unknown] This has another shape
    }{ $ending ->
        [none] {""}
       *[other] ; it ends in { $ending }
    }.
    .remedy = { $kind ->
        [secret] Press Regenerate at X for whatever this is the secret of, then set
       *[other] Set
    } **Consumer key** of the source to the **Client ID** from **Keys & Tokens › OAuth 2.0 Keys** on console.x.com.

diagnosis-client-id-differs = The server sends X another Client ID
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. Usually the source was changed by hand, or still holds the app it had before. The secret goes with its ID, so it is probably another one too.
    .remedy = Push again, which sets both; or in authentik open the source and set **Consumer key** and **Consumer secret**, its names for Client ID and Client Secret.

diagnosis-scopes-missing = The server doesn’t ask X for { $missing }
    .why = Sent: `{ $seen }`. Every sign-in needs `tweet.read` and `users.read`: without them X doesn’t return the profile, and authentik refuses the visitor. Usually the source’s scopes begin with `*`, which replaces the ones that authentik asks for by itself.
    .remedy = In authentik, open the source and remove the `*` from the start of **Scopes**.

diagnosis-scopes-differ = The server asks X for other scopes than planned
    .why = Planned: `{ $planned }`. Sent: `{ $seen }`. Usually the source was changed by hand. Sign-in needs `tweet.read` and `users.read`; further ones are shown to each visitor.
    .remedy = Push again, or correct the additional scopes of the source in authentik.

diagnosis-pkce-not-s256 = The server uses the older PKCE method
    .why = It sends the PKCE method `{ $method }` instead of `S256`; X’s documentation allows both. { $release ->
        [none] authentik 2024.12 has no other and also sends the Client Secret in the body, beside the header; 2025.12 and later send S256
       *[other] This server is authentik { $release }: 2024.12 has no other and also sends the Client Secret in the body, beside the header; 2025.12 and later send S256
    }.
    .remedy = Nothing needs doing now. An update of authentik brings `S256`; the PKCE method of a source has no effect for the type X (Twitter).

diagnosis-pkce-missing = The server sends X no PKCE challenge
    .why = The address it sends visitors to has no `code_challenge`. X is reported to answer that with its page “Something went wrong”. For a source of the type X (Twitter) authentik decides this itself, so the PKCE method of the source is not the cause.
    .remedy = In authentik, look under **Directory › Federation and Social login** at the type of the source, which has to be X (Twitter), then at the release and at the proxy in front.

diagnosis-source-unknown-or-disabled = No source answers to “{ $slug }”
    .why = authentik answers 404. It says the same of a source that is turned off and of one that doesn’t exist; from outside they can’t be told apart.
    .remedy = In authentik, **Directory › Federation and Social login**, look for this slug: turn on **Enabled** if it is there, correct the slug here if it isn’t.

diagnosis-source-disabled = The source “{ $slug }” is turned off
    .why = It exists, but visitors get a 404 page and the button isn’t shown.
    .remedy = In authentik, open the source under **Directory › Federation and Social login** and turn on **Enabled**.

diagnosis-source-of-other-type = The source “{ $slug }” doesn’t lead to X
    .why = It sends visitors to `{ $to }`. Usually the slug belongs to a source of another type.
    .remedy = In authentik, **Directory › Federation and Social login**, look which source leads to X, and use its slug here.

diagnosis-source-missing = There is no source “{ $slug }”
    .why = The API knows no OAuth source of this slug.
    .remedy = In authentik, **Directory › Federation and Social login**, look which source leads to X, and use its slug here; or set one up with a job.

diagnosis-sign-in-flow-missing = The source has no authentication flow
    .why = `authentication_flow` of “{ $slug }” is empty: nobody who is linked can sign in. authentik shows them “Configured flow does not exist.”
    .remedy = In authentik, open the source and set **Authentication flow** to `default-source-authentication`.

diagnosis-enrolment-flow-missing = New people can’t get in: no enrolment flow is set
    .why = `enrollment_flow` of “{ $slug }” is empty. People who are linked still sign in; everybody else is shown “Source is not configured for enrollment.” That may be intended.
    .remedy = If new people are to get in, set **Enrollment flow** of the source to `default-source-enrollment`.

diagnosis-sign-in-flow-unfit = The authentication flow “{ $flow }” doesn’t suit a source
    .why = Who comes back from X is known already. { $fault ->
        [identification] This flow has an identification stage, which asks them once more who they are.
        [password] This flow has a password stage, which asks for a password that people from X usually don’t have.
        [no-login] This flow has no user login stage, so nobody is signed in at its end.
       *[designation] This flow isn’t designated as one for authentication, and authentik takes it all the same.
    }
    .remedy = In authentik, open the source and set **Authentication flow** to `default-source-authentication`, or to a flow of your own with the same stages.

diagnosis-enrolment-flow-unfit = The enrolment flow “{ $flow }” doesn’t suit a source
    .why = New people come to it from X. { $fault ->
        [no-write] This flow has no user write stage, so usually no user is made, and they get no further.
        [identification] This flow has an identification stage, which is reported to stop them: it looks for a user whom they don’t have yet.
        [password] This flow has a password stage, which is reported to stop them: it asks for a password that they don’t have.
        [invitation] This flow has an invitation stage, and nobody is reported to get past it who comes from a source: the invitation is probably lost on the way through X.
       *[designation] This flow isn’t designated as one for enrolment, and authentik takes it all the same. Usually the wrong one was chosen.
    }
    .remedy = In authentik, open the source and set **Enrollment flow** to `default-source-enrollment`, or to a flow of your own with the same stages.

diagnosis-matching-needs-email = New people are refused for lack of an e-mail address
    .why = User matching mode is `{ $mode }`, and the source gets no address: X gives one only if a property mapping asks for it. authentik shows “Permission denied”. People who are linked still sign in.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, or let a job bring the mapping for e-mail addresses.

diagnosis-matching-by-user-name = Whoever takes a handle at X signs in as the user of that name
    .why = User matching mode is `username_link`. That includes every name, an administrator’s too, and handles at X change hands.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier** unless every handle is known to be its user’s.

diagnosis-matching-denies-names = Anyone whose handle is a user’s name is refused
    .why = User matching mode is `username_deny`. authentik shows them “Permission denied” every time, even the person whose user it is.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier**, or link these people by hand.

diagnosis-scopes-broken = The additional scopes are malformed
    .why = authentik splits them at single spaces only. { $separator ->
        [line-break] A line break in them becomes part of a scope’s name
        [comma] A comma or semicolon in them becomes part of a scope’s name
        [tab] A tab in them becomes part of a scope’s name
       *[blank] An extra space makes an empty scope
    }, and X answers with “Something went wrong”, as people report.
    .remedy = In authentik, open the source and write **Scopes** with a single space between two.

diagnosis-scopes-unknown = X isn’t known to have `{ $scopes }`
    .why = The source asks for it, and it isn’t in X’s list as it was last read. X usually refuses such a sign-in as a whole with “Something went wrong”.
    .remedy = In authentik, open the source and compare **Scopes** with X’s own list.

diagnosis-setting-drifted = Not as it was written from here: { $field ->
        [name] the name
        [consumer_key] the Client ID
        [user_matching_mode] the user matching mode
        [authentication_flow] the authentication flow
        [enrollment_flow] the enrolment flow
        [user_path_template] the user path
        [group_matching_mode] the group matching mode
        [additional_scopes] the additional scopes
        [user_property_mappings] the list of property mappings
        [enabled] whether the source is enabled
       *[other] { $field }
    }
    .why = Last written from this machine or planned in its job: { $was ->
        [none] nothing
       *[other] “{ $was }”
    }. Now: { $now ->
        [none] nothing
       *[other] “{ $now }”
    }. Somebody else changed it.
    .remedy = Ask who changed `{ $field }`, or put it back by pushing the job again.

diagnosis-secret-not-pushed = This isn’t the Client Secret last pushed from here
    .why = Its fingerprint differs from the one in this machine’s journal. The server never gives its secret out, so that nobody can read which one it has.
    .remedy = If X accepts this pair, push it; the old secret probably no longer works.

diagnosis-secret-drifted = { $than ->
        [given] The server has another Client Secret than this one
       *[pushed] The server has another Client Secret than was last pushed from here
    }
    .why = This token may see the value of the source’s Secret, and it is another one: somebody has changed it, or pushed another one.
    .remedy = Ask X about the one that you have. If X accepts it, push it; if not, whoever changed the server’s has the newer one.

diagnosis-mapping-changed = Somebody changed the property mapping “{ $name }”
    .why = Its expression isn’t the one that this program writes. A mapping that raises an exception shows every visitor a server error.
    .remedy = In authentik, **Customization › Property Mappings**, look at it; pushing the job again puts it back.

diagnosis-mapping-unbound = The source doesn’t use the property mapping “{ $name }”
    .why = It is on the server, and isn’t chosen in the source.
    .remedy = Choose it in the source under **User Property Mappings** if it is wanted, otherwise leave it.

diagnosis-source-faults = { $kind ->
        [mapping] { $count ->
                [one] A property mapping failed for a visitor
               *[other] A property mapping failed for visitors { $count } times
            }
       *[callback] { $count ->
                [one] A visitor who came back from X was shown an error
               *[other] Visitors who came back from X were shown an error { $count } times
            }
    } within a day
    .why = { $kind ->
        [mapping] A mapping raised an exception, which shows the visitor a server error and stops the sign-in
       *[callback] authentik couldn’t read what X answered
    }. The newest: { $at }, by the server’s clock.
    .remedy = In authentik, **Events › Logs**, open the event of that time. { $kind ->
        [mapping] It names the mapping and the line.
       *[callback] The test sign-in of a job shows X’s own answer.
    }

diagnosis-people-locked-out = { $count ->
        [one] Somebody who came through “{ $slug }” is locked out
       *[other] { $count } people who came through “{ $slug }” are locked out
    }
    .why = They were enrolled by this source and aren’t linked to it. Usually the source was deleted and made again, which deletes every link; their user names are taken, so authentik refuses them each time.
    .remedy = Open a job of this source and look for them on Review & push: with your consent to each, it makes the links again or, where the server’s API can’t, gives you the lines for the server’s own shell.

diagnosis-button-hidden = The button of “{ $slug }” isn’t on the login page
    .why = The login page shows visitors its sources, and this one isn’t among them. Usually it isn’t chosen in the identification stage, or another brand’s login page is shown at this address.
    .remedy = In authentik, **Flows and Stages › Stages**, open the identification stage of the login page and choose the source under **Source settings › Sources**.

diagnosis-button-not-on-brands = { $count ->
        [one] Another brand’s login page lacks the button of “{ $slug }”
       *[other] The login pages of { $count } other brands lack the button of “{ $slug }”
    }
    .why = This authentik has several brands, and each can have a login page of its own. The button isn’t on that of `{ $brands }`. That may be intended.
    .remedy = Nothing needs doing unless people use those addresses too; then choose the source in the identification stage of their flow as well, under **Flows and Stages › Stages**.

diagnosis-button-unknown = Whether the button is shown can’t be seen from outside
    .why = The login page begins with `{ $component }`, not with the stage that shows the buttons, and a check doesn’t go past that.
    .remedy = Open the login page in a private window and look for the button.

diagnosis-legacy-host = authentik sends people to { $host }
    .why = Whether that works for visitors isn’t known yet. It is reported to fail, to ask people to sign in again, or to offer the wrong account, because it doesn’t share the session of x.com. It is the same on every server, and a source can’t change it.
    .remedy = Run the test login, which goes this way; a live test can go by this address too.

diagnosis-legacy-host-passed = authentik sends people to { $host }, where a test came through
    .why = It works for that browser and account. For others it is reported to fail, to ask people to sign in again, or to offer the wrong account, because it doesn’t share the session of x.com. It is the same on every server, and a source can’t change it.
    .remedy = Nothing needs doing on this server; a later authentik may go to x.com.

diagnosis-legacy-host-failed = authentik sends people to { $host }, where the newest test failed
    .why = It ended at X’s own page. That host is reported to fail, to ask people to sign in again, or to offer the wrong account, because it doesn’t share the session of x.com. It is the same on every server, and a source can’t change it.
    .remedy = Sign in at `{ $host }` in that browser first, or use a private window, and test again; a later authentik may go to x.com.

## The test login through authentik

diagnosis-login-unseen = authentik noted no sign-in within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = authentik notes no event for most failures; only the browser shows them. “Could not retrieve token” means that X refused the ID, the secret or the code; “Could not retrieve profile”, that X refused the profile. Neither shown, usually the sign-in wasn’t finished. From 2026.5 on, X’s refusal is in the log of authentik’s server at that moment.
    .remedy = Ask what the visitor sees, and choose that page in the test login; the test sign-in shows X’s own answer.

diagnosis-login-unseen-accepted = authentik noted no sign-in within { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .why = authentik notes no event for most failures; only the browser shows them. X accepts this pair, so it is probably not what failed: usually X refused the profile, or the sign-in wasn’t finished. From 2026.5 on, X’s refusal is in the log of authentik’s server at that moment.
    .remedy = Ask what the visitor sees, and choose that page in the test login; the test sign-in shows X’s own answer.

diagnosis-login-linked = { $user ->
        [none] The test linked an X account to the user that was signed in
       *[other] The test linked an X account to “{ $user }” instead of signing in
    }
    .why = That browser was signed in to authentik already, and then authentik links. Nothing is proved about visitors, and whoever holds that X account can now sign in as that user; it can be undone in that user’s settings under **Connected services**.
    .remedy = Run the test login again in a private window.

diagnosis-user-is-external = { $user ->
        [none] Signed in, as an external user who sees “Permission denied”
       *[other] “{ $user }” is an external user and sees “Permission denied”
    }
    .why = The sign-in worked. authentik makes people who come through a source external, and its own pages say “Interface can only be accessed by internal users.” Signing in to applications isn’t affected.
    .remedy = If they should use authentik’s own pages, change their type to **Internal** under **Directory › Users**; otherwise leave it.

diagnosis-user-name-taken = { $user ->
        [none] The X handle is a user name on this authentik already
       *[other] The user name “{ $user }” is taken on this authentik
    }
    .why = A new person gets their X handle as user name. As it exists already, authentik shows “Failed to update user. Please try again later.” at every try, and notes no event. Trying later doesn’t help.
    .remedy = If both are the same person, let them sign in as that user and connect X in their settings under **Connected services**; otherwise rename the user under **Directory › Users**.

diagnosis-login-mapping-raised = { $name ->
        [none] A property mapping of the source fails at each sign-in
       *[other] The property mapping “{ $name }” fails at each sign-in
    }
    .why = Its expression raised an exception, as authentik’s event log shows. Every visitor sees “Server Error” as long as it does.
    .remedy = In authentik, **Customization › Property Mappings**, fix or unbind it. The event under **Events › Logs** shows the line.

diagnosis-login-profile-unreadable = authentik got no profile from X that it could read
    .why = It asked X for the profile and got something that isn’t JSON, as its event log shows. The visitor sees “Could not retrieve profile”.
    .remedy = Try again in some minutes. If it stays, check on the server whether a proxy answers in place of `api.x.com`.

diagnosis-login-server-fault = authentik failed on the way back from X
    .why = Its event log shows a fault { $step ->
        [token] at X’s answer to the code, which held no access token
        [profile] at X’s answer to the profile, which held no profile
       *[callback] in the callback, and not at which step
    }. The visitor sees “Server Error”.
    .remedy = Run the test sign-in: it asks X the same, and shows X’s own answer.

diagnosis-login-token-refused = authentik got no token from X
    .why = The visitor reads “Could not retrieve token”. authentik shows this for a wrong secret, a wrong Client ID, a late code and an unreachable X alike, and notes no event. From 2026.5 on, X’s answer is in the log of authentik’s server at that moment; earlier releases drop it.
    .remedy = Check the pair with X, and push it again if X accepts it; then run the test login once more.

diagnosis-login-secret-stale = The server probably has another Client Secret than this one
    .why = X accepts this pair, which isn’t the one last pushed from here, while authentik gets no token with what it has. Usually the secret was regenerated and never reached the server.
    .remedy = Push this pair, then run the test login once more.

diagnosis-login-pair-accepted = X accepts this pair, but gives authentik no token
    .why = It is the pair last pushed from here. Usually somebody wrote another secret to the server since, or the server doesn’t reach X. authentik notes no event; from 2026.5 on, X’s answer is in the log of its server at that moment.
    .remedy = Push the pair once more and run the test login again. If nothing changes, the server doesn’t reach X.

diagnosis-login-profile-refused = X refuses authentik the profile
    .why = The visitor reads “Could not retrieve profile”: the token was given and the profile wasn’t. authentik notes no event. From 2026.5 on, X’s answer is in the log of its server at that moment; earlier releases drop it.
    .remedy = Run the test sign-in: it asks X for the same profile, and shows X’s own answer.

diagnosis-login-state-lost = authentik didn’t recognise its own visitor
    .why = The visitor reads “State check failed”: the browser came back without the cookie that it left with. It happens when cookies are blocked, with two tabs at once, an older tab, or when the way back ends on another host name.
    .remedy = Run the test login again in one private window, with cookies allowed. If it stays, compare the callback’s host with the address that visitors use.

diagnosis-login-x-refused = X sent the visitor back with an error
    .why = authentik shows X’s words after “Authentication failed:”. Usually the app’s form or its state at X is the reason.
    .remedy = Run the test sign-in: it asks X the same, and names the error.

diagnosis-login-server-error = authentik shows “Server Error”, and noted no event
    .why = X’s answer came too late or in a form that authentik can’t read, or the browser was signed in as a user who has another X account here.
    .remedy = Run the test login again in a private window; if it stays, run the test sign-in, which shows X’s own answer.

diagnosis-login-name-wanted = authentik asks the new visitor for a user name
    .why = X’s profile held no user name, and then the enrolment flow asks for one. Whoever fills it in is signed in.
    .remedy = Fill it in and go on. If everybody is asked, look at the scopes: without `users.read` there is no name.

diagnosis-login-denied = The source’s user matching mode refuses this visitor
    .why = The visitor reads “Request to authenticate has been denied”. The e-mail modes refuse anyone without an address, and the deny modes anyone who has a user’s name or address.
    .remedy = Check the source with an API token, which shows the mode; **Link users on unique identifier** refuses nobody.

diagnosis-login-signed-in-already = The browser was signed in already, and this X account is linked
    .why = The visitor reads “Flow does not apply to current user”. Whoever is signed in would be linked; an X account that is linked already can’t be linked again. Nothing is proved about visitors, and nothing was changed.
    .remedy = Run the test login again in a private window.

diagnosis-login-user-inactive = The user of this X account is turned off
    .why = The visitor reads “Request has been denied. Unknown error”. The X account is linked, and its user isn’t active.
    .remedy = In authentik, **Directory › Users**, activate the user, or sign in with another X account.

diagnosis-login-linked-elsewhere = The visitor sees an error: the matching user is linked to another X account
    .why = The source matches by user name or e-mail address, and the user that it found has another X account here; a user can have one. authentik made no link and shows an error each time, yet the browser is signed in as that user all the same.
    .remedy = Set **User matching mode** of the source to **Link users on unique identifier** unless every handle is known to be its user’s.

## This machine

diagnosis-keyring-missing = This machine has no keyring
    .why = Secrets are kept in the system’s keyring and never in a file. This machine answered without one: usually it isn’t installed, or this session doesn’t start it.
    .remedy = Agree to keep secrets in memory until Sourcerer ends, or install a keyring such as GNOME Keyring or KWallet.

diagnosis-keyring-locked = The keyring is locked
    .why = The system holds the secrets but doesn’t hand them out. Usually it asks for its password in a window of its own, which was closed or is hidden.
    .remedy = Unlock the keyring, then try again.

diagnosis-keyring-silent = The keyring doesn’t answer
    .why = The program that holds the system’s secrets is there and gave no answer in time. Usually it hangs, or it asks for its password in a window that nobody has answered. Nothing was written elsewhere instead.
    .remedy = Unlock the keyring or start it again, then try again; or agree to keep secrets in memory until Sourcerer ends.

diagnosis-keyring-failed = The keyring failed
    .why = It is there and open, but reading or writing a secret failed. Nothing was written elsewhere instead.
    .remedy = Try again; if it fails again, agree to keep secrets in memory until Sourcerer ends.

diagnosis-secret-forgotten = A stored secret is gone
    .why = The keyring doesn’t hold it any more. Usually it was kept in memory only and Sourcerer has ended since, or it was removed from the keyring.
    .remedy = Enter it again.

diagnosis-secret-gone = { $secret ->
        [both] The API token and the Client Secret are gone
        [token] The API token is gone
       *[secret] The Client Secret is gone
    }
    .why = Usually { $secret ->
        [both] they were kept in memory only and Sourcerer has ended since, or they were removed from the keyring
       *[other] it was kept in memory only and Sourcerer has ended since, or it was removed from the keyring
    }. Everything else of the job is still there.
    .remedy = Enter { $secret ->
        [both] both
        [token] the token
       *[secret] the secret
    } again: a token on **Server**, a secret on **Credentials**.

diagnosis-secret-misplaced = A secret is where it would be shown
    .why = Something that isn’t secret, such as the Client ID or a name, holds the Client Secret or the API token. It would be shown, sent and stored in the clear, so nothing was done with it.
    .remedy = Enter there what belongs there. If the secret was on a command line, regenerate it: other programs of this machine may have read it.

diagnosis-input-too-long = That is more text than Sourcerer keeps
    .why = A field takes at most 64 KiB, a table or a list more, and a saved job has at most 8 MiB. Nothing of it was kept, and what was there before stays.
    .remedy = Enter less; usually something else was pasted than was meant.

diagnosis-folder-not-writable = Nothing can be saved in Sourcerer’s folder
    .why = `{ $path }` can’t be written. Usually it belongs to another user, or the disk is full or read-only.
    .remedy = Give your user the right to write `{ $path }`, then try again.

diagnosis-folder-open = Other users of this machine can read Sourcerer’s folder
    .why = `{ $path }` has the rights `{ $mode }`. Jobs and journals lie there: addresses, names, changes, and no secret. Sourcerer makes it for its owner alone, so its rights were probably changed since.
    .remedy = Take the others’ rights away: `chmod 700 { $path }`.

diagnosis-roots-missing = This machine has no root certificates
    .why = Without them no server’s certificate holds, X’s neither. Usually the package `ca-certificates` isn’t installed, or `SSL_CERT_FILE` or `SSL_CERT_DIR` leads nowhere.
    .remedy = Install `ca-certificates` or set those variables right, then check again.

diagnosis-browser-unknown = No default browser is known here
    .why = The system names no program that opens `https` addresses. Usually there is no desktop, or no browser was chosen.
    .remedy = Choose a default browser in the system’s settings. Without one, the address can be copied and opened by hand.

diagnosis-list-unreadable = The list can’t be read
    .why = `{ $path }` is gone, belongs to another user, or isn’t a regular file.
    .remedy = Choose the file again, or paste what it holds.

diagnosis-table-not-writable = The table can’t be saved there
    .why = `{ $path }` can’t be written. Usually the folder belongs to another user, or the disk is full or read-only.
    .remedy = Save it in a folder that you can write to.

diagnosis-draft-damaged = A saved job can’t be read
    .why = `{ $path }` is damaged. It was set aside, not deleted; it holds no secret, and the server is as it was.
    .remedy = Start the job again; what is on the server already isn’t written twice.

diagnosis-draft-too-new = A saved job was written by a newer Sourcerer
    .why = `{ $path }` has a form this version doesn’t know. It was left as it is.
    .remedy = Open it with the newer Sourcerer, or start the job again.

diagnosis-job-file-refused = This job file can’t be opened
    .why = { $reason ->
        [unreadable] The system doesn’t let it be read: { $detail }.
        [no-plain-file] It is a link, a folder, a pipe or a device, not a plain file.
        [too-large] It is longer than { $detail } KiB, longer than any job.
        [too-deep] It is nested deeper than { $detail } levels, deeper than any job.
        [no-job-file] It doesn’t say that it is a job file, or it was cut short.
        [version] It is of version { $detail }, which this version of Sourcerer doesn’t know.
        [unusable] A value in it can’t be used: `{ $detail }`.
        [practice] It is a practice job and this isn’t practice, or the other way round. A practice job is only where its servers run.
       *[form] Something in it doesn’t belong there, is missing or appears twice, in line { $detail }.
    }
    .remedy = Ask whoever sent it to hand the job over again. Nothing from the file was used.

diagnosis-job-file-secret = The job file wasn’t written: it contains a secret
    .why = The API token or the Client Secret of this job is in one of its other fields, where it was probably pasted by mistake.
    .remedy = Remove it from that field, and hand the job over again. Share secrets another way, such as through a password manager.

diagnosis-job-file-not-writable = The job file can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that you can write to.

diagnosis-job-file-random = The job can’t be handed over now
    .why = Each copy gets a random name, and this system gives no random numbers.
    .remedy = Restart the system, and try again.

diagnosis-report-refused = This report can’t be opened
    .why = { $reason ->
        [unreadable] The system doesn’t let it be read, or it isn’t a regular file.
        [too-large] It is longer than 32 MiB, or lists more than a thousand of something, and so longer than any report.
        [newer] A newer Sourcerer wrote it, in a format that this one doesn’t know.
        [damaged] It was changed or cut off since it was written.
       *[foreign] It isn’t a report that Sourcerer wrote as JSON. Markdown and HTML are for people; only JSON is read again.
    }
    .remedy = Ask whoever sent it for the report as JSON, once more.

diagnosis-report-secret = The report wasn’t written: it contains a secret
    .why = The API token or the Client Secret that was given to this check is in what was found. Some answer must have repeated it.
    .remedy = Say what was found in your own words, and tell whoever runs the server that it repeats secrets.

diagnosis-export-secret = The export wasn’t written: a secret stands in it
    .why = The API token or the Client Secret of this job stands in a name, an address or a Client ID that the export holds.
    .remedy = Look where a secret was typed in place of a name, on the pages **Names** and **Credentials**, and on the server.

diagnosis-export-not-writable = The export can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that is yours.

diagnosis-report-not-writable = The report can’t be saved there
    .why = `{ $path }` can’t be written.
    .remedy = Choose a folder that you can write to.

diagnosis-no-job-open = No job is open
    .why = The job was closed, or its file is gone, while this page was still shown.
    .remedy = Go back to the start page and open a job there.
diagnosis-practice-failed = The practice servers don’t start
    .why = They need two free ports and a folder for temporary files on this machine, and one of these was refused.
    .remedy = Close programs that hold many ports, then start practising again.
diagnosis-nothing-to-push = There is nothing to push
    .why = Either the plan was compared with something else than what is entered now, or a push is under way already.
    .remedy = Press **Compare with the server**, read what would change, then push.
