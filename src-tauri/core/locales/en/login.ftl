# The test login: the pages on which a visitor's way can end. What stands in quotation marks is authentik's or X's own.

login-on-in = Signed in
login-on-login-page = authentik’s login page with a red message
login-on-refusal = authentik asks or refuses
login-on-error-page = A plain error page
login-on-x = A page on X
login-on-anywhere = Something else

login-shows-signed-in = My applications, my settings, or an application
login-shows-only-internal = “Permission denied … Interface can only be accessed by internal users.”
login-shows-linked = “Successfully linked …”
login-shows-no-token = “Authentication failed: Could not retrieve token.”
login-shows-no-profile = “Authentication failed: Could not retrieve profile.”
login-shows-state-check = “Authentication failed: State check failed.”
login-shows-access-denied = “Authentication failed: access_denied”
login-shows-other-failure = “Authentication failed:” with another message
login-shows-not-written = “Failed to update user. Please try again later.”
login-shows-denied-by-mode = “Permission denied … Please authenticate with the source you’ve previously signed up with.”
login-shows-not-applicable = “Permission denied … Flow does not apply to current user.”
login-shows-unknown-error = “Request has been denied. Unknown error”
login-shows-asks-name = A field that asks for a username
login-shows-flow-error = “Something went wrong! Please try again later.” and a request ID
login-shows-no-enrolment = “Source is not configured for enrollment.”
login-shows-no-flow = “Configured flow does not exist.”
login-shows-server-error = “Server Error”
login-shows-not-found = “Not Found”
login-shows-x-something-wrong = “Something went wrong”
login-shows-x-other-account = “Try signing in with a different account”
login-shows-x-login-loop = X’s login page, over and over
login-shows-x-blank = A blank page
login-shows-other = None of these
