# What a symptom with several causes can come from, and what to do about each.

## “Something went wrong” on X’s consent page

cause-callback-differs = The test callback isn’t in the app’s list, byte for byte
    .remedy = On X, open **User authentication settings** and compare each **Callback URI / Redirect URL** with the test callback: port, path and last slash.

cause-client-id-wrong = The Client ID is mistyped, or belongs to an app that was deleted
    .remedy = Copy the **Client ID** from X once more and paste it here.

cause-api-key-as-client-id = The API Key stands where the Client ID belongs
    .remedy = Take the **Client ID** of OAuth 2.0; it has 34 characters, the API Key 25.

cause-form-not-saved = The form was filled in but never saved
    .remedy = Open **User authentication settings** once more, look whether the callbacks are still there, and save.

cause-not-a-tester = The app isn’t in Production, and this X account is no tester of it
    .remedy = Move the app to **Production**, or sign in at X with the account that owns it.

cause-email-switch-off = The e-mail address is asked for while X’s switch is off
    .remedy = Turn on **Request email from users** and save, or do without the address.

cause-scope-unknown = A scope is asked for that X doesn’t know
    .remedy = Take the scope out of the list on the page Names.

cause-parameters-lost = The browser was opened with a part of the address only
    .remedy = Copy the whole link from this page into the browser.

cause-app-suspended = X has suspended the app
    .remedy = Look at the app in X’s console; a suspended one says so there.

cause-type-of-app = The app is of a type that isn’t meant for web sign-in
    .remedy = Choose **Web App, Automated App or Bot** in **User authentication settings** and save; X then hands out new credentials.

cause-no-credits = The developer account has no credits left
    .remedy = Look at **Credits** in X’s console.

cause-x-outage = X itself has an outage
    .remedy = Look at X’s status page, and test again later.
