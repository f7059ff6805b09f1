# The pages of the practice authentik. What a real authentik says stays in its own words and isn't here.

practice-authentik-label = Practice authentik: nothing here is real, and nothing leaves this computer.
practice-authentik-title = { $title } (practice)
practice-authentik-no-button = There is no sign-in button on this page yet. It appears when a source is added to the login page.
practice-authentik-no-password = Password sign-in isn’t part of practice.
practice-authentik-continue = The sign-in continues automatically.
practice-authentik-continue-now = Continue
practice-authentik-nothing-here = Nothing is in progress in this flow.
practice-authentik-pick-name = X sent no username. Choose one.
practice-authentik-name-field = Username
practice-authentik-signed-in = Signed in as { $name }.
practice-authentik-inside = On a real authentik, a signed-in user sees their applications here.
practice-authentik-inside-admin = On a real authentik, the admin interface opens here.
practice-authentik-external = Sign-in worked. New users from a source are external users and can’t open authentik’s own pages, just as on a real server.
practice-authentik-sign-out = Sign out
