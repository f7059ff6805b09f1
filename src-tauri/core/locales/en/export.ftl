# What is taken away from a job: a blueprint, Terraform, a script of curl calls, steps for a person. What stands in a
# comment or is said by the script is read without marks.

export-title = Sign in with X on { $host }, slug { $slug }
export-practice = PRACTICE: written in practice mode. Client ID, addresses and portal are simulated and can’t be used anywhere else.
export-written = Written by Sourcerer { $program }, { $at } (UTC).
export-unread = Written without reading the server. The names of flows and login page are authentik’s defaults: compare them before you apply this. Existing settings of a source with this slug aren’t known either.
export-there = A source with this slug already exists. It is updated, not created again: all linked users stay linked.

export-unread-window = Written without reading the server: the names of flows and login page are authentik’s defaults. Compare them before you apply this.

## What isn't in it

export-lacks-blueprint = Contains no secrets, no check results and no user links. The Client Secret is read from the variable { $name }.
export-lacks-blueprint-file = Contains no secrets, no check results and no user links. The Client Secret is read from the file { $path }.
export-lacks-terraform = Contains no secrets, no check results and no user links. Terraform asks for the Client Secret, or reads it from the environment.
export-lacks-curl = Contains no secrets, no check results and no user links. The API token is read from the variable AUTHENTIK_TOKEN, the Client Secret from { $name }.
export-lacks-runbook = Contains no secrets, no check results and no user links. You need the Client Secret and the API token separately.
export-lacks-links = { $count ->
        [one] The job restores one user’s link.
       *[other] The job restores { $count } users’ links.
    } That isn’t included either.
export-lacks-source-stage = The Source stage isn’t included: its position in the flow can only be read from the server.
export-no-button = The button on the login page isn’t included.

## Blueprint

export-blueprint-apply = To apply it: in authentik’s admin interface, Customization › Blueprints, press Create and paste it. Or put the file in the worker’s blueprint folder.
export-blueprint-environment = { $name } must be set for authentik’s worker, not for you. If it isn’t, authentik rejects the whole file and changes nothing.
export-blueprint-file = { $path } must exist for authentik’s worker and contain only the secret; a line break at the end is fine. If it doesn’t exist, authentik rejects the whole file and changes nothing.
export-blueprint-refusal = If authentik rejects an entry, it writes the whole entry to its log, including the secret in plain text. If others can read that log, regenerate the secret on X.
export-blueprint-flows = A flow that isn’t found silently becomes “none”: the file is applied, and users are refused. Compare the names of the flows first.
export-blueprint-list = Lists are replaced, not merged. The login page’s list contains every source that was on it at { $at } (UTC); sources added since are removed. Export this file again right before you apply it.
export-blueprint-page = If no login page stage with this name exists, a new one is created that no flow shows.
export-blueprint-page-unread = The button isn’t included: a blueprint replaces the login page’s list, which wasn’t read. Add the button by hand, or link to { $address }.
export-blueprint-keep-secret-value = Without the next line, the Secret keeps its current value.
export-blueprint-keep-secret = Without the next line, the source keeps its current secret.

## Terraform

export-terraform-apply = To apply it: set AUTHENTIK_TOKEN, and TF_VAR_{ $variable } (or enter it when asked). Then run terraform init, terraform validate, terraform plan and terraform apply. Use the provider version that matches your authentik.
export-terraform-state = Terraform’s state contains the Client Secret in plain text, even though it is marked sensitive. Store the state where you store secrets.
export-terraform-ca = The server’s certificate is from a private CA: set SSL_CERT_FILE to the CA file. You don’t need to turn off certificate verification.
export-terraform-whole = Terraform manages the whole source: settings not listed here are reset to the provider’s defaults. Read terraform plan before you apply it.
export-terraform-kept = Current values of the source. Without them, the provider’s defaults would replace them: { $names }.
export-terraform-secret-object = This authentik version stores Client Secrets as separate objects called Secrets, and no known provider version creates them. Create the Secret “{ $name }” first, with the Client Secret as its text; { $variable } is its ID. Whether the provider supports `consumer_secret_ref` isn’t known either; `terraform validate` shows it.
export-terraform-secret-ref = ID of the Secret that contains the X app’s OAuth 2.0 Client Secret
export-terraform-secret = OAuth 2.0 Client Secret of the X app
export-terraform-destroy = Destroying the source also deletes the links between its users and their X accounts. They can’t be restored.
export-terraform-button = The button isn’t included: the provider manages a login page stage as a whole and would reset other settings of it to defaults. If your Terraform already manages that stage, add { $uuid } to its sources. Otherwise, add the button by hand or with the curl script.
export-terraform-page = Other sources on { $stage }: { $names }.
export-terraform-page-alone = { $stage } shows no other source.
export-terraform-page-unread = { $stage } is authentik’s default stage name. It wasn’t read from the server.
export-terraform-output = For the sources of a login page stage

## Script

export-curl-run = To run it: set AUTHENTIK_TOKEN and { $name }, then run sh with the name of this file. It needs curl and jq. To use another address of the same server, set AUTHENTIK_URL. The token and the secret never appear on a command line or in a file.
export-curl-again = It reads first, writes what differs, and reads again. Running it again changes nothing, except that the secret is sent whenever it is set, since it can’t be compared. If it isn’t set, an existing source keeps its secret.
export-curl-own-ca = The server’s certificate is from a private CA: set AUTHENTIK_CA_FILE to the CA file.
export-curl-ca = If the server’s certificate is from a private CA, set AUTHENTIK_CA_FILE to the CA file.
export-curl-list = The login page’s list is read, and written with one more source. A change that someone else makes at that very moment may be lost: check the page afterward.

# A shell’s own quotes are straight: no apostrophe stands in what the script says.
export-says-needs-tools = curl and jq are needed.
export-says-needs-token = Set AUTHENTIK_TOKEN to an API token of authentik.
export-says-needs-secret = The source does not exist yet. Set { $name } to the Client Secret of the app.
export-says-other-kind = A source of another type has this slug. Nothing was written:
export-says-unreachable = Cannot reach the server:
export-says-refused = The server refused:
export-says-missing = Not found, so nothing else is written:
export-says-differs = Written, but read back with a different value:
export-says-lost = The login page list has changed in the meantime. Missing from it:
export-says-made = Created:
export-says-changed = Changed:
export-says-already = Already up to date:
export-says-shown = The button is on:
export-says-login = Done. Sign-in starts at:

## Steps for a person

export-runbook-order = X first, then authentik, then the checks. Enter values in gray boxes exactly as shown, including slashes.
export-runbook-field = Field
export-runbook-value = Value
export-runbook-x = On X
export-runbook-x-start = Open `{ $host }` ({ $name }) with the account that will own the app.
export-runbook-x-left = Leave as they are: { $names }.
export-runbook-mappings = In authentik: property mappings
export-runbook-mapping = Under **Customization › Property Mappings**, press **Create**, choose **OAuth Source Property Mapping**, and enter this name and expression:
export-runbook-mapping-there = Under **Customization › Property Mappings**, open this mapping, and make sure that its expression is:
export-runbook-source = In authentik: the source
export-runbook-source-new = Under **Directory › Federation and Social login**, press **Create**, and choose the source for X (**Twitter OAuth Source** in most versions).
export-runbook-source-there = Under **Directory › Federation and Social login**, open the source with the slug `{ $slug }` and press **Edit**. Don’t delete it and create it again: that would lock out all linked users.
export-runbook-secret-object = The Secret
export-runbook-secret-new = This authentik version stores Client Secrets as separate objects. Create one: Name `{ $name }`, Type **Text**, and the Client Secret from X as its value.
export-runbook-secret-there = This authentik version stores Client Secrets as separate objects. The source uses `{ $name }`. Its value is the Client Secret from X; an empty field keeps the current value.
export-runbook-secret = the Client Secret from X
export-runbook-let-go = Remove these property mappings from the source, but don’t delete them: `{ $names }`.
export-runbook-button = In authentik: the button
export-runbook-page = Under **Flows and Stages › Stages**, edit `{ $stage }`. Under **Sources**, move `{ $name }` to the selected sources, and press **Update**.
export-runbook-page-others = Keep the sources that are already selected: `{ $names }`.
export-runbook-page-alone = No other source was selected.
export-runbook-page-unread = Keep the sources that are already selected. The stage name is authentik’s default.
export-runbook-stage = In authentik: the Source stage
export-runbook-stage-make = Under **Flows and Stages › Stages**, press **Create**, choose **Source Stage**; name `{ $name }`, source `{ $source }`, resume timeout `{ $timeout }`. This needs an enterprise license.
export-runbook-stage-bind = Under **Flows and Stages › Flows**, open `{ $flow }`, and under **Stage Bindings**, bind `{ $name }` with the order `{ $order }`.
export-runbook-checks = Checks
export-runbook-check-redirect = Open this address in a private window. X must ask you to authorize the app, without “Something went wrong”:
export-runbook-check-callback = If it doesn’t: `redirect_uri` in the address bar and X’s list of callbacks must both contain exactly this:
export-runbook-check-login = Open the login page in a private window, press the button, and sign in with an X account that isn’t linked yet. In your own browser, X would be linked to your own user.
export-runbook-check-tidy = When you are done testing, remove this address from X’s list of callbacks if it’s there:
export-runbook-undo = How to undo this
export-runbook-undo-button = Remove `{ $name }` from the login page’s sources. Users can’t start a sign-in from there anymore; nothing is lost.
export-runbook-undo-source = To go further, turn off **Enabled** in the source. Delete the source only if nobody signs in through it: all links are deleted with it and can’t be restored.
export-runbook-undo-x = On X, remove the callback from the app, or delete the app.
export-runbook-rotation = Renewing the Client Secret
export-runbook-rotation-x = On X, regenerate the Client Secret. The old one stops working immediately, and nobody can sign in through X until the next step is done.
export-runbook-rotation-authentik = In authentik, edit the source and enter the new one:
export-runbook-rotation-secret = In authentik, edit the Secret `{ $name }` and enter the new one. Don’t press **Rotate** there: authentik would create a value that X doesn’t know.
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
export-field-mapping = **User Property Mappings**, selected
export-on = on
export-off = off
export-none = none
export-empty = empty
export-matching-identifier = Link users on unique identifier
export-matching-email-link = Link to a user with identical email address
export-matching-email-deny = Use the user’s email address, but deny enrollment when the email address already exists
export-matching-username-link = Link to a user with identical username
export-matching-username-deny = Use the user’s username, but deny enrollment when the username already exists
