# Stage 2, Names: what stands beside the fields.

names-name-empty = Enter a name for the button. It is shown on the login page.
names-port-low = Ports below 1024 need administrator permissions. Choose one from `1024` to `65535`.
names-slug-free = Available on this server.
names-slug-foreign = Already used by “{ $name }”, which isn’t an X source. Choose another slug.
names-slug-taken = Already used by the X source “{ $name }”. You can update it in Review & push, or choose another slug.
names-links-missing = With **{ $switch }** turned on, X saves its form only with both links. You can continue and enter them later.
names-list-empty = Enter at least one X account.
names-list-count = { $count ->
    [one] One X account
   *[other] { $count } X accounts
}
names-access-needs = Review creates flows and policies of this source’s own; authentik’s default flows stay as they are. The token needs more permissions for that, and a policy is Python that the server runs: whoever has the token can do what a superuser can.
names-list-unusable = The list of X accounts that get in is empty, or has something that is no X account ID and no handle.
names-who-needs-email = This matches users by email address, which authentik gets only if **Email address from X** is turned on. Until then, visitors who aren’t linked yet are refused.
names-email-scope-alone = This only lets apps request the email address. authentik doesn’t request it unless **Email address from X** is turned on.
names-email-form = X’s form needs **{ $switch }** turned on, and links to your terms of service and privacy policy.
names-email-asks = A property mapping makes authentik send X a second request at each sign-in, with the user’s own access token. If that request fails, the sign-in continues without an address.
names-links-wrong = Links invalid
names-secret-misplaced = This is a secret, or looks like one. This field is shown, sent and stored unencrypted, so the value wasn’t accepted.
