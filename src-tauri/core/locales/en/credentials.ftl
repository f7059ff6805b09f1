# What a pasted credential is, and where the right one stands.

# What was changed in a pasted value
credentials-said-label = Removed: the label before it.
credentials-said-around = Removed: the text around it.
credentials-said-decoded = Decoded: it was base64, as in a Kubernetes Secret.
credentials-said-split-id = The Client Secret that came with it is in its own field.
credentials-said-split-secret = The Client ID that came with it is in its own field.
credentials-said-inner = Removed: spaces or line breaks inside it.

# What it is
credentials-kind-empty = Nothing was pasted.
credentials-kind-client-id-confidential = OAuth 2.0 Client ID. By its ending the app was a confidential one when X made the ID.
credentials-kind-client-id-native = OAuth 2.0 Client ID. By its ending the app was probably a native one when X made the ID, which doesn’t prove what it is now. authentik always sends a secret, and X checks only a confidential app’s.
credentials-kind-client-id-other = This has the length of a Client ID, and an ending that isn’t known. The ending doesn’t prove the type of the app.
credentials-kind-client-id-damaged = This was a Client ID, but it is damaged: one has 34 characters, this has { $length }, or its capital letters were changed.
credentials-kind-client-secret = Looks like a Client Secret.
credentials-kind-ambiguous-secret = 50 letters and digits, as a Client Secret has them. An API Key Secret looks the same; X tells which one it is.
credentials-kind-secret-of-odd-length = A Client Secret has 50 characters, this has { $length }. It was probably not copied in full.
credentials-kind-pair = Client ID and Client Secret, both at once.
credentials-kind-api-key = This is the API Key. It has { $length } letters and digits; X calls it Consumer Key too.
credentials-kind-old-pair = This is the other pair: the API Key with its secret (Consumer Key and Consumer Secret), or tokens from beside it. They are for OAuth 1.0, and authentik can’t sign anybody in with them.
credentials-kind-old-access-token = This is an Access Token of OAuth 1.0: a number, a hyphen, letters and digits.
credentials-kind-old-secret = This is a secret of OAuth 1.0: the Access Token Secret or an old API Key Secret.
credentials-kind-bearer-token = This is the Bearer Token of the app. It begins with a row of A and signs nobody in.
credentials-kind-access-token = This is an access token of a person who signed in, not of the app. It ends after two hours.
credentials-kind-refresh-token = This is a refresh token of a person who signed in, not of the app.
credentials-kind-authorization-code = This is a code from a sign-in. It is valid for 30 seconds, once.
credentials-kind-app-id = This is the number of the app, the App ID.
credentials-kind-account-id = This looks like the number of an account or a project.
credentials-kind-handle = This is a user name on X.
credentials-kind-url = This is an address, not a credential.
credentials-kind-masked = The middle is hidden: these are dots or asterisks, as the page shows them, not the value itself.
credentials-kind-placeholder = This is an example from a guide, not a value of your app.
credentials-kind-several = These are several words or values, and no pair of Client ID and Client Secret among them.
credentials-kind-unknown = This isn't known as a value of X's. It has { $length } characters.

# What to do
credentials-mend-find-id = Go to **Keys & Tokens**, down to **OAuth 2.0 Keys**, and copy **Client ID**.
credentials-mend-find-secret = Go to **Keys & Tokens**, down to **OAuth 2.0 Keys**. X shows the **Client Secret** once, right after Save. If it is lost, press **Regenerate**; the old one stops working at once.
credentials-mend-belongs-to-id = It belongs in the field Client ID. The **Client Secret** goes here.
credentials-mend-belongs-to-secret = It belongs in the field Client Secret. The **Client ID** goes here.
credentials-mend-native = On X, see that **Type of App** is **Web App, Automated App or Bot**. If it isn’t, change it, save, and copy both values again.
credentials-mend-other = If **Type of App** isn't **Web App, Automated App or Bot**, change it, save, and copy both values again.
credentials-mend-pair = One of the two doesn’t have the form of X’s values. Copy both again with the buttons beside them on X.
credentials-mend-copy-again = Copy it again with the button beside it on X.
