# Stage 2, Names: what stands around its fields.

page-names-title = Name the source, decide who may sign in
page-names-lead = The slug becomes part of the callback, which X compares byte by byte.
page-names-name = Name on the button
page-names-name-hint = Visitors see it on the login page.
page-names-slug = Slug
page-names-slug-hint = Its name in URLs. Choose it now and leave it.

## What follows

page-names-urls = What follows from these names
page-names-urls-marked = Marked: the parts you choose
page-names-urls-none = They stand here once the server’s address and the slug can be used.
page-names-callback = Callback
page-names-login = Login
page-names-website = Website
page-names-test-callback = Test callback

## Who may sign in

page-names-who = Who may sign in
page-names-anyone = Anyone on X; a new person gets a new user
page-names-anyone-why = authentik recognises people by X’s account number, which never changes.
page-names-linked = Only people you have linked already
page-names-linked-why = Others are turned away: without an enrolment flow nobody new gets in.
page-names-user-name = Link by user name
page-names-user-name-why = An X handle that equals a local user name signs in as that user.
page-names-user-name-risk = handles can be chosen and reused. Whoever holds a matching one signs in as that user, administrators included.
page-names-email-modes = Why two e-mail modes aren’t offered
page-names-email-modes-why = authentik’s source for X passes no e-mail address on by itself. With `email_link` or `email_deny` it would match everybody by an empty address, and refuse everybody who isn’t linked yet.

## Further scopes, and the test

page-names-more = Further scopes, and the port of the test sign-in
page-names-scopes = Further scopes
page-names-scopes-hint = Optional, with spaces between. `users.email` asks X for the e-mail address.
page-names-requested = Asked for: `{ $scopes }`
page-names-terms = Link to your terms of service
page-names-privacy = Link to your privacy policy
page-names-links-hint = X asks for it because of `users.email`.
page-names-port = Port of the test callback
page-names-port-hint = On this machine, for the test sign-in only. X’s form holds it too.
