# The pages of the practice X: its consent page and its developer portal. X's own words stand in the portal's guide.

practice-x-label = Practice: nothing here is X, and nothing leaves this computer.
practice-x-title = { $title } (practice)
practice-x-portal = Practice { $name }

## The consent page

practice-x-consent-title = Give access? (practice)
practice-x-consent = Let { $app } see your practice account?
practice-x-signed-in = You are signed in as
practice-x-may = The app will be able to:
practice-x-scope-posts = See the posts that you can see
practice-x-scope-profile = See your profile
practice-x-scope-email = See your e-mail address
practice-x-scope-offline = Stay connected until you revoke it
practice-x-scope-other = Do what is called
practice-x-back-to = Either button leads to { $callback }

practice-x-log-in = Log in
practice-x-nowhere = One moment …

## The portal

practice-x-which-layout = Layout
practice-x-sections = Sections
practice-x-home = This is a place to rehearse. Apps, keys and secrets are made up, and all are gone when the practice ends. Go to { $apps } to begin.
practice-x-no-app = No app yet. Press { $create }.
practice-x-gone = This app is no longer here. Go back to { $apps }.
practice-x-no-package = In no package
practice-x-no-client = There is no Client ID before { $authentication } is saved.
practice-x-no-secret = A public client has no Client Secret.
practice-x-hidden = hidden
practice-x-shown-once = The secret is shown this one time. Copy both now.
practice-x-seen = The secret was shown already. { $regenerate } makes a new one.

## What the form refuses

practice-x-not-saved = { $count ->
        [one] Not saved: one value needs a look.
       *[other] Not saved: { $count } values need a look.
    }
practice-x-needed = This is needed.
practice-x-localhost = A website can’t be on localhost.
practice-x-plain-http = A switch of this practice says that X takes https only here.
practice-x-bare-ip = A switch of this practice says that X takes no IP address here.
practice-x-internal-name = A switch of this practice says that X takes no internal name here.
practice-x-too-many = An app has room for { $most } callbacks.
practice-x-needed-for-email = This link is needed while { $switch } is on.
