# The remedies that a forecast calls for: a property mapping each.

remedy-internal = Make new users from X internal
remedy-internal-why = authentik makes them **external**, and turns external users away from its own pages right after the sign-in. A property mapping makes those of this source **internal**; nobody else’s type changes.
remedy-user-name = Give another name where one is taken
remedy-user-name-why = No two users can have the same name, so authentik stops for whoever’s handle is taken. A property mapping appends the X account’s number: `{ $user }` becomes `{ $other }`, for good.
remedy-user-name-usually = No two users can have the same name, so authentik stops for whoever’s handle is taken. A property mapping appends the X account’s number, for good.
