# What nobody knows of X and can be switched in practice: `switch-<name>` is what a switch decides.

switch-failed-exchange-burns-code = Whether a failed token request uses up the code.
switch-email-scope-needs-switch = Whether users.email breaks the consent page while Request email from users is off.
switch-cancel = How Cancel is reported to the app.
switch-long-state = What happens to a state of more than 500 characters.
switch-public-client-secret = Whether a wrong secret matters for a public client.
switch-development-testers-only = Whether only testers get past the consent page of an app that isn’t in Production.
switch-unknown-client-status = The status with which the token endpoint refuses an unknown Client ID.
switch-zero-credits-block-profile = Whether profiles are refused when the account has no credits.
switch-portal-plain-http = What the form does with http:// on hosts other than loopback.
switch-portal-bare-ip = What the form does with an IP address other than loopback.
switch-portal-internal-names = What the form does with names that exist only on an internal network.
switch-loopback-port = Whether the port of a callback on 127.0.0.1 must match.
switch-revoke-answer = What the response to a revocation contains.
