# The property mappings that a job can bring: what each is there for.

mapping-email = Requests the confirmed email address from X at each sign-in.
mapping-internal = Creates new X users as **internal** users, so that they can open authentik’s own pages.
mapping-user-name = Gives a new user another username if theirs is taken.
