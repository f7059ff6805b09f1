# Whoever's X handle is another user's name already gets the number of their X account behind it. Two users can't have
# one name: authentik would stop with "Failed to update user" at every try.
# X never changes the number and never gives it to anybody else, so the name is theirs alone, every time.
# Who is known already keeps their name: the flow of a known user writes nothing.
try:
    name = properties.get("username")
    if name and ak_user_by(username=name):
        suffix = "-" + str(info["data"]["id"])
        # authentik's names have room for 150 characters.
        return {"username": name[: 150 - len(suffix)] + suffix}
except Exception as exc:
    ak_logger.warning("The user name couldn't be looked up", error=type(exc).__name__)
return None
