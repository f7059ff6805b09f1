# Stage 1, Server: what stands around its fields and its result.

page-server-title = Connect to authentik
page-server-lead = This only reads from your server. You approve every change later, in Review & push.

## The practice server

page-server-practice = The practice server
page-server-practice-says = The address (`{ $address }`) is filled in. Use the practice token to continue.
page-server-practice-token = Use the practice token
page-server-practice-token-used = Token entered

## The address

page-server-address = authentik address
page-server-address-example = https://authentik.company
page-server-address-hint = Paste it from your browser. Anything after the host name is removed automatically.
page-server-read = Using `{ $scheme }`, host `{ $host }`, port `{ $port }`, no path
page-server-read-written = Displayed as { $written }.
page-server-read-path = Using `{ $scheme }`, host `{ $host }`, port `{ $port }`, path `{ $path }`
page-server-allow-http = Allow unencrypted HTTP for this server
page-server-allow-http-why = Anyone on the network can read the API token.

## The token

page-server-token = API token
page-server-token-hint = In authentik: **Directory › Tokens and App passwords › Create**, intent **API Token**. It expires after 30 minutes (one day on new installations since 2026.8.1) unless you turn off **Expiring**.
page-server-token-open = Open Tokens in authentik
page-server-token-waits = Saved when you enter an address.
page-server-token-handing = Saving…
page-server-token-kept-not = Not saved yet.
page-server-token-again = Enter the token again.
page-server-in-memory = Keep in memory until Sourcerer closes
page-server-other-token = Use another token

## The certificate

page-server-ca = Private CA certificate
page-server-ca-choose = Choose a CA file…
page-server-ca-other = Choose another file…
page-server-ca-clear = Remove
page-server-ca-says = A PEM file. Trusted for this server only.
page-server-ca-file = Trusted for this server, in addition to the system’s CAs

## The result

page-server-ready = { $host } is ready
page-server-checking = Checking { $host }
page-server-answered = { $host } answered
page-server-verdict-ready = Ready
page-server-verdict-not-ready = Not ready
page-server-asking = Checking…
page-server-foot = Read at { $time }. Nothing was written.
page-server-version = Version
page-server-user = Token owner
page-server-superuser = · superuser
page-server-no-superuser = · not a superuser
page-server-token-life = Token expires
page-server-token-for-ever = Never
page-server-token-until = { $day }, { $time }
page-server-token-unknown = Unknown
page-server-token-unknown-why = · the user has several tokens, or they can’t be listed
page-server-x-type = X source type
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
page-server-hidden = No permission
page-server-login-page = Login page
page-server-login-flow = · flow `{ $flow }`
page-server-login-none = Identification stage not found
page-server-licence = Enterprise license
page-server-licence-why = · not needed

## The way there

page-server-way = Connection to { $host }
page-server-way-ends = Connection to { $host } failed

## A role for whoever may make it

page-server-role = Role with the permissions needed
page-server-role-lead = The minimum permissions that a full setup needs. Send this to the admin of { $host }; it contains no secrets.
page-server-role-as = Format
page-server-role-steps = Steps
page-server-role-api = API calls
page-server-role-blueprint = Blueprint
page-server-role-copy = Copy
page-server-role-api-why = Bash script using curl and jq. It prompts for an admin API token and never puts it on the command line.
page-server-role-blueprint-why = Create it under **Customization › Blueprints** and apply it. Based on authentik’s source code; not tested on a server.

## What the token may do

page-server-rights = Token permissions
page-server-allowed = Allowed
page-server-refused = Denied
page-server-untried = Not tested
page-server-untried-why = “Not tested”: this could only be tested by changing something, and nothing is changed here.
page-server-right-access = Limit who gets in
page-server-right-view-source = View OAuth sources
page-server-right-add-source = Add OAuth sources
page-server-right-change-source = Change OAuth sources
page-server-right-delete-source = Delete OAuth sources
page-server-right-delete-source-why = Only to undo a push.
page-server-right-view-flow = View flows
page-server-right-view-stage = View the login page
page-server-right-change-stage = Change the login page
page-server-right-view-events = View events
page-server-right-view-events-why = Only for the test as a visitor.
page-server-right-view-connections = View users linked to a source
page-server-right-view-connections-why = Only to predict a sign-in and to undo a push.
page-server-right-view-users = View users
page-server-right-view-users-why = Only to predict a sign-in.
page-server-right-view-mapping = View OAuth source property mappings
page-server-right-view-mapping-why = Only for email addresses from X.
page-server-right-add-mapping = Add property mappings
page-server-right-add-mapping-why = Only for email addresses from X.
page-server-right-change-mapping = Change property mappings
page-server-right-delete-mapping = Delete property mappings
page-server-right-view-binding = View a flow’s stage bindings
page-server-right-add-connection = Link users to a source
page-server-right-delete-connection = Remove users’ links to a source
page-server-right-add-binding = Add stages to a flow
page-server-right-delete-binding = Remove stages from a flow
page-server-right-view-source-stage = View Source stages
page-server-right-add-source-stage = Add Source stages
page-server-right-change-source-stage = Change Source stages
page-server-right-delete-source-stage = Delete Source stages
page-server-right-view-brand = View brands
page-server-right-view-secret = View Secrets
page-server-right-add-secret = Add Secrets
page-server-right-change-secret = Change Secrets
page-server-right-delete-secret = Delete Secrets
page-server-right-delete-secret-why = Only to undo a push.
page-server-right-view-secret-value = View the value of a Secret
page-server-right-view-secret-value-why = Only to tell whether it has changed, and to restore it.
