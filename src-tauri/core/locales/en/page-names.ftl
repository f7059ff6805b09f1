# Stage 2, Names: what stands around its fields.

page-names-title = Name and access
page-names-lead = The slug is part of the callback URL, which must match X’s setting exactly. You can’t change it later without updating X.
page-names-name = Name on the button
page-names-name-hint = Shown on the login page.
page-names-slug = Slug
page-names-slug-hint = Used in URLs. Don’t change it after setup.

## What follows

page-names-urls = Resulting URLs
page-names-urls-marked = Highlighted: what you entered
page-names-urls-none = Shown when the server address and the slug are valid.
page-names-callback = Callback
page-names-login = Login
page-names-website = Website
page-names-test-callback = Test callback

## Who may sign in

page-names-who = Who gets in?
page-names-linked = Only users you have already linked
page-names-linked-why = Everyone else is refused (no enrollment flow).
page-names-listed = Only these X accounts
page-names-listed-why = Listed X accounts get in, at the first sign-in and later. Everyone else is refused.
page-names-approval = Anyone, after an admin’s approval
page-names-approval-why = New users wait until an admin activates them. Listed X accounts get in at once.
page-names-anyone = Anyone with an X account
page-names-anyone-why = Creates a new user on first sign-in.
page-names-list = X accounts
page-names-list-hint = One on each line: the X account ID, with the handle as a note, such as `1583920471165304832  # ana_lindqvist`. Paste a list, or choose a CSV file.
page-names-list-hint-approval = Optional: who gets in at once. One X account ID on each line, with the handle as a note.
page-names-list-file = Choose CSV file…
page-names-group = Group of new users
page-names-group-hint = Optional. It’s created if it doesn’t exist. A group with superuser permissions is refused.
page-names-recognition = How X accounts match users
page-names-recognition-id = By X account ID only
page-names-recognition-id-why = The ID never changes. A first sign-in creates a new user.
page-names-user-name = Link by username
page-names-user-name-why = If an X handle matches an authentik username, the visitor signs in as that user.
page-names-user-name-risk = Handles can be chosen and reused. Anyone with a matching handle signs in as that user, administrators included.
page-names-user-name-deny = Anyone, unless the username is taken
page-names-user-name-deny-why = Visitors whose X handle matches an authentik username are refused; others get a new user.
page-names-email-link = Link by email address
page-names-email-link-why = If the confirmed email address on X matches a user’s, the visitor signs in as that user. Case-sensitive.
page-names-email-link-risk = Anyone who confirms that address on X signs in as that user, administrators included. Unlinked visitors without an address are refused.
page-names-email-deny = Anyone, unless the email address is taken
page-names-email-deny-why = Visitors with an existing user’s address are refused; others get a new user. Case-sensitive.
page-names-email-deny-risk = Unlinked visitors without an address are refused too.
page-names-email-modes = Two more, by email address
page-names-email-modes-why = Turn on **Email address from X** above to use `email_link` and `email_deny`.

## The email address

page-names-email = Email address from X
page-names-email-why = Copies the confirmed email address from X to new users. Visitors without one can still sign in unless you match users by email below.

## Further scopes, and the test

page-names-more = Additional scopes and test port
page-names-scopes = Additional scopes
page-names-scopes-hint = Optional. Separate scopes with spaces.
page-names-requested = Requested: `{ $scopes }`
page-names-terms = Link to your terms of service
page-names-privacy = Link to your privacy policy
page-names-links-hint = Required by X because you request the email address.
page-names-port = Test callback port
page-names-port-hint = Local port for the test sign-in. It must match the test callback on X.

page-names-anyone-risk = Everyone on X can create a user on your server.
page-names-destination = Where do X users go?
page-names-destination-applications = To applications only
page-names-destination-applications-why = New users are external, as authentik creates them. Its own pages answer them with “Permission denied”; signing in to applications works.
page-names-destination-everywhere = To authentik’s own pages too
page-names-destination-everywhere-why = Adds a mapping that creates new users as internal users.
page-names-urls-rest = Login URL, website and test callback
