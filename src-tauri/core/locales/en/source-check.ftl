# The check of a source that exists: how what was pasted is understood.

source-check-understood-callback = Callback URL of the source “{ $slug }”.
source-check-understood-error = Callback URL of the source “{ $slug }”, with the error `{ $error }` from X. { $error ->
        [access_denied] That means Cancel was pressed; the app is fine.
       *[other] That isn’t a Cancel: by the OAuth standard, it probably means the request was wrong.
    }
source-check-understood-login = Login URL of the source “{ $slug }”.
source-check-understood-admin = Admin interface page of the source “{ $slug }”.
source-check-understood-api = API URL of the source “{ $slug }”.

# What is missing for a check, beside its button.
source-check-needs-address = Enter an address.
source-check-none-offered = The login page has no button that leads to X. Enter the source’s slug.
source-check-pick-source = Choose a source.
