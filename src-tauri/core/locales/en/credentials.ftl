# What a pasted credential is, and where the right one stands.

# What was changed in a pasted value
credentials-said-label = Removed: the label before the value.
credentials-said-around = Removed: the text around the value.
credentials-said-decoded = Decoded from base64, as in a Kubernetes Secret.
credentials-said-split-id = The Client Secret you pasted with it is in its own field.
credentials-said-split-secret = The Client ID you pasted with it is in its own field.
credentials-said-inner = Removed: spaces or line breaks in the value.

# What it is
credentials-kind-empty = Nothing was pasted.
credentials-kind-client-id-confidential = OAuth 2.0 Client ID. Its ending shows that it was issued to a confidential app.
credentials-kind-client-id-native = OAuth 2.0 Client ID. Its ending shows that it was probably issued to a native app, which may have changed since. authentik always sends a secret, and X checks the secret only for confidential apps.
credentials-kind-client-id-other = This has the length of a Client ID but an unknown ending. The ending doesn’t prove the type of the app.
credentials-kind-client-id-damaged = This looks like a damaged Client ID: it should have 34 characters and has { $length }, or its capitalization was changed.
credentials-kind-client-secret = Looks like a Client Secret.
credentials-kind-ambiguous-secret = 50 letters and digits: a Client Secret, or an API Key Secret. Check with X to be sure.
credentials-kind-secret-of-odd-length = A Client Secret has 50 characters; this has { $length }. It was probably not copied completely.
credentials-kind-pair = Client ID and Client Secret together.
credentials-kind-api-key = This is the API Key ({ $length } letters and digits). X also calls it Consumer Key.
credentials-kind-old-pair = These are other keys: the API Key and its secret (Consumer Key and Consumer Secret), or Access Tokens. They are for OAuth 1.0; authentik can’t use them for sign-in.
credentials-kind-old-access-token = This is an OAuth 1.0 Access Token: a number, a hyphen, then letters and digits.
credentials-kind-old-secret = This is an OAuth 1.0 secret: the Access Token Secret or an old API Key Secret.
credentials-kind-bearer-token = This is the app’s Bearer Token. It starts with several A’s and can’t be used for sign-in.
credentials-kind-access-token = This is an access token of someone who signed in, not of the app. It expires after two hours.
credentials-kind-refresh-token = This is a refresh token of someone who signed in, not of the app.
credentials-kind-authorization-code = This is an authorization code from a sign-in. It is valid for 30 seconds and works once.
credentials-kind-app-id = This is the App ID.
credentials-kind-account-id = This looks like an account ID or a project ID.
credentials-kind-handle = This is an X handle.
credentials-kind-url = This is a web address, not a credential.
credentials-kind-masked = The middle is hidden by dots or asterisks. This is what the page displays, not the value itself.
credentials-kind-placeholder = This is a placeholder from a guide, not your app’s value.
credentials-kind-several = These are several words or values, but not a Client ID and a Client Secret.
credentials-kind-unknown = This isn’t a known kind of X credential ({ $length } characters).

# What to do
credentials-mend-find-id = Go to **Keys & Tokens**, then **OAuth 2.0 Keys**, and copy the **Client ID**.
credentials-mend-find-secret = Go to **Keys & Tokens**, then **OAuth 2.0 Keys**. X shows the **Client Secret** once, right after Save. If you no longer have it, press **Regenerate**. The old one stops working immediately.
credentials-mend-belongs-to-id = This belongs in the Client ID field. The **Client Secret** goes here.
credentials-mend-belongs-to-secret = This belongs in the Client Secret field. The **Client ID** goes here.
credentials-mend-native = On X, make sure that **Type of App** is **Web App, Automated App or Bot**. If it isn’t, change it, save, and copy both values again.
credentials-mend-other = If **Type of App** isn’t **Web App, Automated App or Bot**, change it, save, and copy both values again.
credentials-mend-pair = One of the two doesn’t have the format of an X credential. Copy both again with X’s copy buttons.
credentials-mend-copy-again = Copy it again with X’s copy button.
