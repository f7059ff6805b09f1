# Stage 2, Names: what stands beside the fields.

names-name-empty = The button needs a name. Visitors see it on the login page.
names-secret-misplaced = This is a secret, or looks like one. What stands in this field is shown, sent and stored in the clear, so it wasn’t taken.
names-port-low = Ports below 1024 need an administrator's rights. Choose one from `1024` to `65535`.
names-slug-free = Free on this server.
names-slug-foreign = “{ $name }” has this slug on this server, and it isn’t a source of X’s type. Choose another slug: a push would refuse this one.
names-slug-taken = “{ $name }” has this slug on this server. Review & push shows what would change there.
names-links-missing = X saves its form with **{ $switch }** turned on only with both links. You can go on and enter them later.
names-who-needs-email = It matches by e-mail address, which authentik gets only with **E-mail address from X** turned on. As it is, everybody who isn’t linked yet is turned away.
names-email-scope-alone = X then shows the e-mail address to whoever asks for it. authentik doesn’t ask unless **E-mail address from X** is turned on.
names-email-form = X’s form needs **{ $switch }** turned on, and links to your terms of service and your privacy policy.
names-email-asks = A property mapping makes authentik ask X a second time at each sign-in, with the person’s own access token. Whatever goes wrong then, the sign-in goes on without an address.
names-links-wrong = Links unusable
