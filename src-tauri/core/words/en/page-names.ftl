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
page-names-user-name-deny = Anyone but who has a local user’s name
page-names-user-name-deny-why = An X handle that equals a local user name is turned away; other new people get a new user.
page-names-email-link = Link by e-mail address
page-names-email-link-why = Whose confirmed address at X equals a local user’s signs in as that user. Upper and lower case count.
page-names-email-link-risk = whoever confirms that address at X signs in as that user, administrators included. Who isn’t linked yet and gives no address is turned away.
page-names-email-deny = Anyone but who has a local user’s e-mail address
page-names-email-deny-why = Who has a local user’s address is turned away; other new people get a new user. Upper and lower case count.
page-names-email-deny-risk = who isn’t linked yet and gives no address is turned away too.
page-names-email-modes = Two more, by e-mail address
page-names-email-modes-why = With `email_link` and `email_deny` authentik goes by the e-mail address, which it doesn’t get by itself. They are offered once **E-mail address from X** is turned on above.

## The e-mail address

page-names-email = E-mail address from X
page-names-email-why = New users get the address that they confirmed at X. Who has none there still gets in without one, unless the choice below goes by it.

## Further scopes, and the test

page-names-more = Further scopes, and the port of the test sign-in
page-names-scopes = Further scopes
page-names-scopes-hint = Optional, with spaces between.
page-names-requested = Asked for: `{ $scopes }`
page-names-terms = Link to your terms of service
page-names-privacy = Link to your privacy policy
page-names-links-hint = X’s form wants it because of the e-mail address.
page-names-port = Port of the test callback
page-names-port-hint = On this machine, for the test sign-in only. X’s form holds it too.
