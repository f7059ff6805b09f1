# What is taken away from a job: a blueprint, Terraform, a script of curl calls, steps for a person. What stands in a
# comment or is said by the script is read without marks.

export-title = Sign in with X on { $host }, slug { $slug }
export-practice = PRACTICE: written in practice mode. Client ID, addresses and portal are made up, and none of it is of use elsewhere.
export-written = Written by Sourcerer { $program }, { $at } (UTC).
export-unread = The server wasn’t read for it. The names of flows and login page are those of a fresh authentik: compare them before you apply it. Whatever a source of this slug has already isn’t known either.
export-there = A source of this slug is there already. It is changed and not made anew: whoever is linked to it stays linked.

export-unread-window = The server wasn’t read: the names of flows and login page are those of a fresh authentik. Compare them before this is applied.

## What isn't in it

export-lacks-blueprint = It holds no secret, no results of checks and nobody’s links. The Client Secret comes from the variable { $name }.
export-lacks-blueprint-file = It holds no secret, no results of checks and nobody’s links. The Client Secret comes from the file { $path }.
export-lacks-terraform = It holds no secret, no results of checks and nobody’s links. Terraform asks for the Client Secret, or takes it from the environment.
export-lacks-curl = It holds no secret, no results of checks and nobody’s links. The API token comes from the variable AUTHENTIK_TOKEN, the Client Secret from { $name }.
export-lacks-runbook = It holds no secret, no results of checks and nobody’s links. Client Secret and API token come from whoever has them.
export-lacks-links = { $count ->
        [one] The job links one person again.
       *[other] The job links { $count } people again.
    } That isn’t in here either.
export-lacks-source-stage = The Source stage isn’t in here: its place in the flow is only seen on the server.
export-no-button = The button on the login page isn’t part of it.

## Blueprint

export-blueprint-apply = To apply it: in authentik’s admin interface, Customization › Blueprints, press Create and paste it; or put the file where the worker reads blueprints from.
export-blueprint-environment = { $name } must be set for authentik’s worker, not for you. Where it isn’t, authentik refuses the whole file and changes nothing.
export-blueprint-file = { $path } must be there for authentik’s worker, with the secret alone in it; a line break at its end does no harm. Where it isn’t there, authentik refuses the whole file and changes nothing.
export-blueprint-refusal = A refusal writes the whole entry into authentik’s log, the secret in clear. Whoever reads that log then knows it: make a new secret at X.
export-blueprint-flows = A flow that isn’t found becomes “none” without a word: the file is applied, and people are turned away. Compare the names of the flows before.
export-blueprint-list = Lists are replaced, never added to. The login page’s names every source that was on it at { $at } (UTC): one that was put there since is taken off. Write the file anew just before you apply it.
export-blueprint-page = A login page’s stage that isn’t found by its name is made anew, and no flow shows it.
export-blueprint-page-unread = The button isn’t in here: a blueprint replaces the login page’s list, and nobody looked what is on it. Put it there by hand, or link to { $address }.
export-blueprint-keep-secret-value = Without the next line the Secret keeps the value that it has.
export-blueprint-keep-secret = Without the next line the source keeps the secret that it has.

## Terraform

export-terraform-apply = To apply it: set AUTHENTIK_TOKEN, and TF_VAR_{ $variable } or answer when you are asked; then terraform init, terraform validate, terraform plan, and terraform apply. Take the provider’s release that goes with your authentik’s.
export-terraform-state = Terraform’s state holds the Client Secret in clear, whatever is marked sensitive. Keep it where secrets are kept.
export-terraform-ca = The server’s certificate comes from a CA of its own: name its file in SSL_CERT_FILE. There is no need to turn off the check of certificates.
export-terraform-whole = Terraform takes over the whole source: what isn’t named here goes to the provider’s defaults. Read terraform plan before you apply it.
export-terraform-kept = As they are on the source now. Left out, the provider’s defaults would reset them: { $names }.
export-terraform-secret-object = This authentik keeps Client Secrets as objects of their own, called Secrets, and no release of the provider was seen that makes one. So the Secret “{ $name }” with the Client Secret as its text has to be there first; { $variable } is its ID. Whether a provider takes `consumer_secret_ref` wasn’t seen either: `terraform validate` tells.
export-terraform-secret-ref = ID of the Secret that holds the OAuth 2.0 Client Secret of the app at X
export-terraform-secret = OAuth 2.0 Client Secret of the app at X
export-terraform-destroy = With the source goes every link between its people and their accounts at X; nobody gets those back.
export-terraform-button = The button isn’t in here: the provider manages a login page’s stage whole, and would put all that somebody else chose there back to defaults. Where your Terraform has that stage, add { $uuid } to its sources; else put the button there by hand or with the script of curl calls.
export-terraform-page = { $stage } shows beside this one: { $names }.
export-terraform-page-alone = { $stage } shows no other source.
export-terraform-page-unread = { $stage } is the name of a fresh authentik’s stage. It wasn’t read.
export-terraform-output = For the sources of a login page’s stage

## Script

export-curl-run = To run it: set AUTHENTIK_TOKEN and { $name }, then sh and the name of this file. It needs curl and jq. AUTHENTIK_URL names another address of the same server. Neither secret stands on a command line or in a file.
export-curl-again = It looks first, writes what differs, and reads back. Run again it changes nothing, except that the secret is sent whenever it is set: nobody can read whether it is the same. Without it a source that is there keeps the one that it has.
export-curl-own-ca = The server’s certificate comes from a CA of its own: name its file in AUTHENTIK_CA_FILE.
export-curl-ca = Where the server’s certificate comes from a CA of its own, name its file in AUTHENTIK_CA_FILE.
export-curl-list = The login page’s list is read, and written with one more. Whoever changes it in that very moment may lose that change: look at the page afterwards.

# A shell’s own quotes are straight: no apostrophe stands in what the script says.
export-says-needs-tools = curl and jq are needed.
export-says-needs-token = Set AUTHENTIK_TOKEN to an API token of authentik.
export-says-needs-secret = There is no such source yet. Set { $name } to the Client Secret of the app.
export-says-other-kind = A source of another kind has this slug. Nothing was written:
export-says-unreachable = The server cannot be asked:
export-says-refused = The server refused:
export-says-missing = Missing, so nothing more is written:
export-says-differs = Written, and read back otherwise:
export-says-lost = The list of the login page has changed meanwhile. Missing on it:
export-says-made = Made:
export-says-changed = Changed:
export-says-already = Already as it should be:
export-says-shown = The button is on:
export-says-login = Done. The sign-in begins at:

## Steps for a person

export-runbook-order = First X, then authentik, then the checks. What stands in a grey box is typed as it is, to the last slash.
export-runbook-field = Field
export-runbook-value = Value
export-runbook-x = At X
export-runbook-x-start = Open `{ $host }` ({ $name }) with the account that is to own the app.
export-runbook-x-left = Leave as they are: { $names }.
export-runbook-mappings = In authentik: property mappings
export-runbook-mapping = Under **Customization › Property Mappings** press **Create**, choose **OAuth Source Property Mapping**, and enter name and expression:
export-runbook-mapping-there = Under **Customization › Property Mappings** open this one, and see that its expression is this:
export-runbook-source = In authentik: the source
export-runbook-source-new = Under **Directory › Federation and Social login** press **Create**, and choose the source for X, which is called **Twitter OAuth Source** in most releases.
export-runbook-source-there = Under **Directory › Federation and Social login** open the source with the slug `{ $slug }` and press **Edit**. Never delete it and make it anew: that would lock out everybody who is linked to it.
export-runbook-secret-object = The Secret
export-runbook-secret-new = This authentik keeps Client Secrets as objects of their own. Create one: Name `{ $name }`, Type **Text**, and as its value the Client Secret that X showed.
export-runbook-secret-there = This authentik keeps Client Secrets as objects of their own. The source uses `{ $name }`. Its value is the Client Secret that X showed; an empty field keeps the present one.
export-runbook-secret = the Client Secret that X showed
export-runbook-let-go = Take these property mappings off the source, and leave them where they are: `{ $names }`.
export-runbook-button = In authentik: the button
export-runbook-page = Under **Flows and Stages › Stages** edit `{ $stage }`. Under **Sources** move `{ $name }` to the chosen ones, and press **Update**.
export-runbook-page-others = Leave what is chosen there: `{ $names }`.
export-runbook-page-alone = No other source was chosen there.
export-runbook-page-unread = Leave whatever is chosen there. The stage’s name is that of a fresh authentik.
export-runbook-stage = In authentik: the Source stage
export-runbook-stage-make = Under **Flows and Stages › Stages** press **Create**, choose **Source Stage**; name `{ $name }`, source `{ $source }`, resume timeout `{ $timeout }`. It takes an enterprise licence.
export-runbook-stage-bind = Under **Flows and Stages › Flows** open `{ $flow }`, and under **Stage Bindings** bind `{ $name }` with the order `{ $order }`.
export-runbook-checks = Checks
export-runbook-check-redirect = Open this address in a private window. X must ask you to agree, and show no “Something went wrong”:
export-runbook-check-callback = If it doesn’t: the address bar’s `redirect_uri`, and X’s list of callbacks, must be this, byte by byte:
export-runbook-check-login = Open the login page in a private window, press the button, and sign in with an account at X that isn’t linked yet. In your own browser X would be linked to your own user.
export-runbook-check-tidy = If this address stands in X’s list of callbacks, take it out once nobody tests any more:
export-runbook-undo = The way back
export-runbook-undo-button = Take `{ $name }` off the login page’s sources. From then on nobody is led to X; nothing is lost.
export-runbook-undo-source = To go further, turn **Enabled** off in the source. Delete it only if nobody signs in through it: everybody’s link goes with it, and doesn’t come back.
export-runbook-undo-x = At X, take the callback out of the app, or delete the app.
export-runbook-rotation = A new Client Secret
export-runbook-rotation-x = At X, make a new Client Secret. The old one stops working at once, and nobody signs in through X until the next step is done.
export-runbook-rotation-authentik = In authentik, edit the source and enter the new one:
export-runbook-rotation-secret = In authentik, edit the Secret `{ $name }` and enter the new one. Don’t press **Rotate** there: authentik would make a value that X doesn’t know.
export-runbook-rotation-check = Sign in once in a private window.

export-field-name = **Name**
export-field-slug = **Slug**
export-field-enabled = **Enabled**
export-field-matching = **User matching mode**
export-field-key = **Consumer key**: X’s Client ID
export-field-secret-ref = **Consumer secret** (choose the Secret)
export-field-secret = **Consumer secret**
export-field-scopes = **Scopes**
export-field-authentication-flow = **Authentication flow**
export-field-enrolment-flow = **Enrollment flow**
export-field-user-path = **User path**
export-field-group-matching = **Group matching mode**
export-field-mapping = **User Property Mappings**, chosen
export-on = on
export-off = off
export-none = none
export-empty = empty
export-matching-identifier = Link users on unique identifier
export-matching-email-link = Link to a user with identical email address
export-matching-email-deny = Use the user’s email address, but deny enrollment when the email address already exists
export-matching-username-link = Link to a user with identical username
export-matching-username-deny = Use the user’s username, but deny enrollment when the username already exists
