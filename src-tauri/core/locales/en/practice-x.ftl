# The pages of the practice X: its consent page and its developer portal. X's own words stand in the portal's guide.

practice-x-label = Practice: nothing here is X, and nothing leaves this computer.
practice-x-title = { $title } (practice)
practice-x-portal = Practice { $name }

## The consent page

practice-x-consent-title = Give access? (practice)
practice-x-consent = Let { $app } see your practice account?
practice-x-signed-in = You are signed in as
practice-x-may = The app will be able to:
practice-x-scope-posts = See posts that you can see
practice-x-scope-profile = See your profile
practice-x-scope-email = See your email address
practice-x-scope-offline = Stay connected until you revoke it
practice-x-scope-other = Use the permission
practice-x-back-to = Either button leads to { $callback }

practice-x-log-in = Log in
practice-x-nowhere = One moment…

## The portal

practice-x-which-layout = Layout
practice-x-sections = Sections
practice-x-home = This is a practice portal. Apps, keys and secrets are simulated and are gone when practice ends. Go to { $apps } to start.
practice-x-no-app = No app yet. Press { $create }.
practice-x-gone = This app no longer exists. Go back to { $apps }.
practice-x-no-package = Not in a package
practice-x-no-client = There is no Client ID until { $authentication } is saved.
practice-x-no-secret = A public client has no Client Secret.
practice-x-hidden = hidden
practice-x-shown-once = The secret is shown only once. Copy both now.
practice-x-seen = The secret was already shown. { $regenerate } creates a new one.

## What the form refuses

practice-x-not-saved = { $count ->
        [one] Not saved: check one value.
       *[other] Not saved: check { $count } values.
    }
practice-x-needed = This is required.
practice-x-localhost = A website can’t be on localhost.
practice-x-plain-http = In this practice, X is set to accept HTTPS only.
practice-x-bare-ip = In this practice, X is set to reject IP addresses.
practice-x-internal-name = In this practice, X is set to reject internal names.
practice-x-too-many = An app can have { $most } callbacks.
practice-x-needed-for-email = This link is required while { $switch } is on.
