# What nobody knows of X and can be switched in practice: `switch-<name>` is what a switch decides.

switch-failed-exchange-burns-code = Whether an exchange that failed uses the code up.
switch-email-scope-needs-switch = Whether users.email breaks the consent page while Request email from users is off.
switch-cancel = How Cancel comes back to the app.
switch-long-state = What happens to a state of more than 500 characters.
switch-public-client-secret = Whether a wrong secret matters for a public client.
switch-development-testers-only = Whether only testers get past the consent page of an app outside of Production.
switch-unknown-client-status = The status with which the token endpoint refuses an unknown Client ID.
switch-zero-credits-block-profile = Whether an account without credits gets no profile.
switch-portal-plain-http = What the form does with http:// on hosts other than loopback.
switch-portal-bare-ip = What the form does with a bare IP address other than loopback.
switch-portal-internal-names = What the form does with names that only a company’s own network knows.
switch-loopback-port = Whether a callback on 127.0.0.1 has to match in its port.
switch-revoke-answer = What the body of a revocation says.
