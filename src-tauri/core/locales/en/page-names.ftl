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
page-names-urls-none = They appear here once the server’s address and the slug can be used.
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
page-names-user-name-deny = Anyone, unless a local user has that name
page-names-user-name-deny-why = An X handle that equals a local user name is turned away; other new people get a new user.
page-names-email-link = Link by e-mail address
page-names-email-link-why = Anyone whose confirmed address at X equals a local user’s signs in as that user. Upper and lower case matter.
page-names-email-link-risk = whoever confirms that address at X signs in as that user, administrators included. Anyone who isn’t linked yet and has no address is turned away.
page-names-email-deny = Anyone, unless a local user has that e-mail address
page-names-email-deny-why = Anyone who has a local user’s address is turned away; other new people get a new user. Upper and lower case matter.
page-names-email-deny-risk = anyone who isn’t linked yet and has no address is turned away too.
page-names-email-modes = Two more, by e-mail address
page-names-email-modes-why = With `email_link` and `email_deny` authentik matches by e-mail address, which it doesn’t get by itself. They are offered once **E-mail address from X** is turned on above.

## The e-mail address

page-names-email = E-mail address from X
page-names-email-why = New users get the address that they confirmed at X. People without one still get in, unless the choice below matches by it.

## Further scopes, and the test

page-names-more = Additional scopes, and the port of the test sign-in
page-names-scopes = Additional scopes
page-names-scopes-hint = Optional, with spaces between.
page-names-requested = Asked for: `{ $scopes }`
page-names-terms = Link to your terms of service
page-names-privacy = Link to your privacy policy
page-names-links-hint = X’s form requires it because of the e-mail address.
page-names-port = Port of the test callback
page-names-port-hint = On this machine, for the test sign-in only. X’s form holds it too.

## Where new users go

page-names-anyone-risk = Everyone on X can create a user on your server.
page-names-destination = Where do X users go?
page-names-destination-applications = To applications only
page-names-destination-applications-why = New users are external, as authentik creates them. Its own pages answer them with “Permission denied”; signing in to applications works.
page-names-destination-everywhere = To authentik’s own pages too
page-names-destination-everywhere-why = Adds a mapping that creates new users as internal users.
page-names-urls-rest = Login URL, website and test callback
