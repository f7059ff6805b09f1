# The check of a source that exists: how what was pasted is understood.

source-check-understood-callback = A callback: the source is “{ $slug }”.
source-check-understood-error = A callback of the source “{ $slug }”, at which X reports `{ $error }`. { $error ->
        [access_denied] That is a Cancel, and no fault of the app.
       *[other] That is no Cancel: by the OAuth standard it probably names a mistake in the request.
    }
source-check-understood-login = A login address: the source is “{ $slug }”.
source-check-understood-admin = A page of the admin interface: the source is “{ $slug }”.
source-check-understood-api = An address of the API: the source is “{ $slug }”.

# What is missing for a check, beside its button.
source-check-needs-address = The address is missing.
source-check-needs-slug = The slug is missing. It is the last part of the source’s callback.
