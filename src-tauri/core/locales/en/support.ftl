# The check of a source that exists: how what was pasted is understood.

support-understood-callback = A callback: the source is “{ $slug }”.
support-understood-error = A callback of the source “{ $slug }”, at which X reports `{ $error }`. { $error ->
        [access_denied] That is a Cancel, and no fault of the app.
       *[other] That is no Cancel: by the OAuth standard it probably names a mistake in the request.
    }
support-understood-login = A login address: the source is “{ $slug }”.
support-understood-admin = A page of the admin interface: the source is “{ $slug }”.
support-understood-api = An address of the API: the source is “{ $slug }”.
