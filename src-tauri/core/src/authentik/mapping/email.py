# The e-mail address that X has confirmed for whoever signs in. By itself authentik asks X for no address.
# X is asked with the person's own access token, and waited for at most 5 seconds. Whatever goes wrong, the sign-in
# goes on without an address: a mapping that raises would show everybody a server error.
try:
    answer = requests.get(
        "https://api.x.com/2/users/me",
        params={"user.fields": "confirmed_email"},
        headers={"Authorization": "Bearer " + token["access_token"]},
        timeout=5,
        # The token goes to X alone.
        allow_redirects=False,
    )
    if answer.status_code != 200:
        ak_logger.warning("X gave no e-mail address", status=answer.status_code)
        return None
    data = answer.json()["data"]
    email = data.get("confirmed_email")
    # Nobody gets another account's address, and none that authentik couldn't store.
    if data.get("id") != info["data"]["id"] or not isinstance(email, str) or not 0 < len(email) <= 254:
        return None
    return {"email": email}
except Exception as exc:
    ak_logger.warning("X couldn't be asked for the e-mail address", error=type(exc).__name__)
    return None
