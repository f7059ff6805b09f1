# The property mappings that a job can bring: what each is there for.

mapping-email = Asks X for the confirmed e-mail address at each sign-in.
mapping-internal = Makes new users from X **internal**, so that authentik’s own pages let them in.
mapping-user-name = Gives a new user another name where theirs is taken.
