# The remedies that a forecast calls for: a property mapping each.

remedy-internal = Create X users as internal users
remedy-internal-why = By default, authentik creates them as **external** users, who can’t open its own pages after signing in. A property mapping makes new users of this source **internal**; other users aren’t changed.
remedy-user-name = Use another username if taken
remedy-user-name-why = Usernames are unique, so authentik stops visitors whose X handle is taken. A property mapping appends the X account ID: `{ $user }` becomes `{ $other }`, permanently.
remedy-user-name-usually = Usernames are unique, so authentik stops visitors whose X handle is taken. A property mapping appends the X account ID, permanently.
