# New users from X are internal. The stage that makes them makes them external, and authentik shows an external user
# "Permission denied" right after the sign-in. Only who is new is touched: the flow of a known user writes nothing.
return {"type": "internal"}
