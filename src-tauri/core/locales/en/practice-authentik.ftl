# The pages of the practice authentik. What a real authentik says stays in its own words and isn't here.

practice-authentik-label = Practice authentik: nothing here is real, and nothing leaves this computer.
practice-authentik-title = { $title } (practice)
practice-authentik-no-button = No sign-in button is on this page yet. It appears when a source is added to the login page.
practice-authentik-no-password = Signing in with a password is not part of the rehearsal.
practice-authentik-continue = The sign-in goes on by itself.
practice-authentik-continue-now = Continue
practice-authentik-nothing-here = Nothing is under way in this flow.
practice-authentik-pick-name = X gave no user name. Choose one.
practice-authentik-name-field = User name
practice-authentik-signed-in = Signed in as { $name }.
practice-authentik-inside = This is where a signed-in user of a real authentik sees their applications.
practice-authentik-inside-admin = This is where the admin interface of a real authentik opens.
practice-authentik-external = The sign-in did work. New users of a source are external users, and these can open none of authentik's own pages, here as on a real server.
practice-authentik-sign-out = Sign out
