# Stage 1, Server: what stands around its fields and its result.

page-server-title = Connect to your authentik
page-server-lead = Sourcerer reads first. Nothing is written until you have seen it on Review & push.

## The practice server

page-server-practice = The practice server
page-server-practice-says = Its address, `{ $address }`, is filled in. It keeps a made-up token for you.
page-server-practice-token = Use the practice token
page-server-practice-token-used = Token entered

## The address

page-server-address = Address of authentik
page-server-address-example = https://authentik.company
page-server-address-hint = Paste it from the address bar. What doesn’t belong to it is left out.
page-server-read = Will use `{ $scheme }`, host `{ $host }`, port `{ $port }`, no path.
page-server-read-written = People write the host { $written }.
page-server-read-path = Will use `{ $scheme }`, host `{ $host }`, port `{ $port }`, path `{ $path }`.
page-server-allow-http = I trust the network between here and this server
page-server-allow-http-why = Anyone on the way can read the API token.

## The token

page-server-token = API token
page-server-token-hint = In authentik: **Directory › Tokens and App passwords › Create**, intent **API Token**. It lives 30 minutes, on new installations from 2026.8.1 on a day, unless **Expiring** is turned off.
page-server-token-open = Open that page
page-server-token-waits = It is saved once there is an address.
page-server-token-handing = Saving it…
page-server-token-kept-not = Not saved yet.
page-server-token-again = Enter the token again.
page-server-in-memory = Keep it in memory until Sourcerer closes
page-server-other-token = Use another token

## The certificate

page-server-ca = The server uses a certificate from a private CA
page-server-ca-choose = Choose a CA file…
page-server-ca-other = Choose another file…
page-server-ca-clear = Don’t use it
page-server-ca-says = A PEM file. Trusted for this server only.
page-server-ca-file = Trusted for this server beside the system’s own

## The result

page-server-ready = { $host } is ready
page-server-checking = Checking { $host }
page-server-answered = { $host } answered
page-server-verdict-ready = Ready
page-server-verdict-not-ready = Not ready
page-server-asking = Asking…
page-server-foot = Read at { $time }. Nothing was written.
page-server-version = Version
page-server-user = Token of
page-server-superuser = · superuser
page-server-no-superuser = · not a superuser
page-server-token-life = Token valid
page-server-token-for-ever = Indefinitely
page-server-token-until = Until { $day }, { $time }
page-server-token-unknown = Not known
page-server-token-unknown-why = · the user has several, or they can’t be seen
page-server-x-type = Source type for X
page-server-x-type-called = · called “{ $name }” on this server
page-server-x-type-none = None
page-server-sources = Existing sources
page-server-sources-all = { $all ->
    [0] No OAuth source yet
    [one] 1 OAuth source
   *[other] { $all } OAuth sources
}
page-server-sources-x = · { $x ->
    [0] none of them for X
    [one] 1 of them for X
   *[other] { $x } of them for X
}
page-server-hidden = This token may not see them
page-server-login-page = Login page
page-server-login-flow = · in the flow `{ $flow }`
page-server-login-none = Its stage wasn’t found
page-server-licence = Enterprise licence
page-server-licence-why = · Sourcerer needs none

## The way there

page-server-way = The way to { $host }
page-server-way-ends = The way to { $host } ends early

## A role for whoever may make it

page-server-role = A role that is enough
page-server-role-lead = The smallest that a whole set-up has run with. Hand it to whoever manages { $host }; it holds no secret.
page-server-role-as = How it is written
page-server-role-steps = Steps
page-server-role-api = API calls
page-server-role-blueprint = Blueprint
page-server-role-copy = Copy
page-server-role-api-why = For bash with curl and jq. It asks for an admin’s API token, which is in no argument.
page-server-role-blueprint-why = Make it under **Customization › Blueprints** and apply it. Read in authentik’s source, and probably right; not tried on a server.

## What the token may do

page-server-rights = What the token may do
page-server-allowed = Allowed
page-server-refused = Refused
page-server-untried = Not tried
page-server-untried-why = “Not tried”: only a write would tell, and nothing is written to find out.
page-server-right-view-source = See the OAuth sources
page-server-right-add-source = Add an OAuth source
page-server-right-change-source = Change an OAuth source
page-server-right-delete-source = Remove an OAuth source
page-server-right-delete-source-why = Only to undo a push.
page-server-right-view-flow = See the flows
page-server-right-view-stage = See the login page
page-server-right-change-stage = Change the login page
page-server-right-view-events = Read the events
page-server-right-view-events-why = Only to watch the test login.
page-server-right-view-connections = See who is linked to a source
page-server-right-view-connections-why = Only to predict a sign-in and to undo a push.
page-server-right-view-users = See the users
page-server-right-view-users-why = Only to predict a sign-in.
page-server-right-view-mapping = See the property mappings of OAuth sources
page-server-right-view-mapping-why = Only for e-mail addresses from X.
page-server-right-add-mapping = Add such a property mapping
page-server-right-add-mapping-why = Only for e-mail addresses from X.
page-server-right-change-mapping = Change such a property mapping
page-server-right-delete-mapping = Remove such a property mapping
page-server-right-view-binding = See which stages a flow has
page-server-right-add-connection = Link a user to a source
page-server-right-delete-connection = Remove a user’s link to a source
page-server-right-add-binding = Put a stage into a flow
page-server-right-delete-binding = Remove a stage from a flow
page-server-right-view-source-stage = See Source stages
page-server-right-add-source-stage = Make a Source stage
page-server-right-change-source-stage = Change a Source stage
page-server-right-delete-source-stage = Delete a Source stage
page-server-right-view-brand = See the brands
page-server-right-view-secret = See the Secrets
page-server-right-add-secret = Add a Secret
page-server-right-change-secret = Change a Secret
page-server-right-delete-secret = Remove a Secret
page-server-right-delete-secret-why = Only to undo a push.
page-server-right-view-secret-value = See the value of a Secret
page-server-right-view-secret-value-why = Only to tell whether it has changed, and to put it back.
