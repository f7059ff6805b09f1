# What to do at X's developer portal. X's own words stand in guide.toml and come in as arguments: `label` and `value`
# are the step's, `avoid` is the choice beside it; every other name is one of X's words.

## Headings, hints, reasons

portal-title = { $label }

portal-create-app = Create an app
    .hint = only if you have none
    .why = X issues the Client ID and Client Secret to an app. The app must be in **{ $pay_per_use }** and **{ $production }** before profiles can be read.
    .wrong = In **{ $development }**, other users usually see X’s page “{ $something_wrong }”.

portal-callback =
    .hint = 2 values
    .why = X sends users back only to addresses in this list, and they must match exactly, including the slash at the end.
    .wrong = X shows “{ $something_wrong }” and doesn’t send the browser back, so authentik and Sourcerer never hear of it.

portal-website =
    .why = X shows it to users on the consent page, and requires it to save the form.
    .wrong = X rejects `localhost` here.

portal-terms =
    .hint = required for email
    .why = X requires both links (terms of service and privacy policy) from apps that request email addresses.
    .wrong = X doesn’t save the form if a link is missing while the email setting is on.

## Steps

portal-step-create-app = Press **{ $label }** (**{ $new_app }** on some screens).
portal-step-application-name = Enter a name under **{ $label }**. Users see it on the consent page.
portal-step-choose = Choose **{ $value }**.
portal-step-create = Press **{ $label }**. X then shows a **{ $consumer_key }** and a **{ $bearer_token }**. You don’t need them; close the dialog.
portal-step-open-app = Open **{ $label }** and choose your app.
portal-step-package = Make sure the app is in **{ $value }** and **{ $production }**. If not, go to **{ $manage_apps } › { $label }**.
portal-step-authentication = Open **{ $label }** with **{ $set_up }** (or **{ $edit }** if the form was saved before).
portal-step-request-email = Turn on **{ $label }**. X then requires two links further down.
portal-step-callback = Paste it into the first box.
portal-step-test-callback = Press **{ $add_another }**, then paste it into the new box.
portal-step-type = Paste it under **{ $label }**.
portal-step-link = Paste your link under **{ $label }**.
portal-step-leave = Leave **{ $label }** as it is.
portal-step-save = Press **{ $label }** at the end of the form.

portal-name-callback = authentik’s callback
portal-name-test-callback = test callback

## A word seen on X's screen

portal-seen-way = This leads to this step.
portal-seen-not-now = Not needed for your setup. Leave it as it is.
portal-seen-leave = Not needed for sign-in. Leave it as it is.
portal-seen-oauth-1 = Not needed: **{ $consumer_key }** and **{ $consumer_secret }** are for OAuth 1.0a. authentik uses those names for two fields of its own; enter the **{ $client_id }** and the **{ $client_secret }** there.
portal-seen-bearer = Not needed: a **{ $bearer_token }** identifies only the app and can’t be used for sign-in.
portal-seen-oauth-2 = The **{ $client_id }** and the **{ $client_secret }** appear here once the form is saved. A secret shown as dots is lost: **{ $regenerate }** creates a new one, and the old one stops working.
portal-seen-keys = The app’s keys. In the console, **{ $authentication }** is there under **{ $oauth_2 }**; you don’t need the other keys.
portal-seen-not-set-up = Opens the form **{ $authentication }**.
portal-seen-settings = On some screens, this leads to **{ $authentication }**.
portal-seen-environment = The app’s environment. It must be **{ $production }**: in **{ $development }**, other users usually can’t sign in.
portal-seen-client-secret-id = X’s newer name for the **{ $client_id }**, despite the word “Secret”. It has 34 characters; the **{ $client_secret }** next to it has 50. Copy both.
portal-seen-first-app = Creates an app. There may already be one under **{ $pay_per_use }**; a new one may not be listed until you reload the page.
portal-seen-create = Creates an app. You need just one.
portal-seen-package = The app must be in **{ $pay_per_use }**. If it isn’t, go to **{ $manage_apps } › { $move_to_package }**.
portal-seen-overview = Lists your apps, here or under **{ $apps }**.
portal-seen-app-info = The heading above the addresses in the form. They start with the callbacks.
portal-seen-callbacks = The list of callbacks, one box each. Both of yours go here.
portal-seen-type = A type of app. authentik needs the confidential one.
portal-seen-optional = Only the fields in this guide are needed. Leave the others as they are.
portal-seen-cancel = Discards everything you typed. Press **{ $save }** instead.
portal-seen-done = Closes the dialog with the secret, which isn’t shown again. Copy both values first.
portal-seen-not-valid = X shows this for a field without an address it accepts: empty, with a stray space, or `localhost` as the website. Copy the value again.
portal-seen-consent = Users see this when they sign in; it isn’t part of the form. See Test sign-in.
portal-seen-credits = Not part of the form. But a balance of zero or less, or reaching the spending limit, stops every sign-in.
portal-seen-xai = That is another console, for Grok. Its keys start with `xai-` and don’t work for sign-in. X’s is at `console.x.com`.

## The list that X shows after saving

portal-callbacks-row-wanted = planned
portal-callbacks-row-x = on X
portal-callbacks-there = Correct.
portal-callbacks-missing = Not in the list. Add it to X’s form, save, and paste the list again.
portal-callbacks-all-there = { $wanted ->
        [one] The callback is correct.
        [2] Both callbacks are correct.
       *[other] All { $wanted } callbacks are correct.
    }
portal-callbacks-amiss = { $amiss } of { $wanted } callbacks { $amiss ->
        [one] is wrong or missing. Fix it in X’s form, save, and paste the list again.
       *[other] are wrong or missing. Fix them in X’s form, save, and paste the list again.
    }
portal-callbacks-too-many = The list has { $addresses } addresses; X allows { $most }. Remove one that isn’t used before you add another.
portal-callbacks-stage = Callbacks differ
portal-callbacks-stale = The URLs have changed since you pasted the list. Paste X’s list again.

## Price and limits

portal-cost = X charges ${ $price } for each user who signs in, at most once per user per day. Up to { $callbacks ->
        [1] 1 callback
       *[other] { $callbacks } callbacks
    } per app. Price and limits from X’s documentation, { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $day }, { $year }.

portal-cost-month = { $people ->
        [0] No sign-ins: no cost.
        [one] 1 user a day costs about ${ $dollars } in { $days } days.
       *[other] { $people } users a day cost about ${ $dollars } in { $days } days.
    }
portal-cost-read = Reading a profile (“User: Read”) costs ${ $price }.
portal-cost-once-a-day = A sign-in reads one profile. The same user counts once per UTC day; X calls this a soft guarantee.
portal-cost-second-read = X charges ${ $price } per profile, once per user and UTC day. So the second request should cost nothing extra; X calls this a soft guarantee.
portal-cost-zero-balance = A balance of zero or less stops every request: nobody can sign in.
portal-cost-spending-limit = So does reaching the spending limit, until the next billing cycle.

## Further scopes

portal-scopes-unknown = X’s list of scopes doesn’t include `{ $scope }`. If X doesn’t know it, everyone who signs in sees “{ $something_wrong }”.
portal-scopes-near = X’s list of scopes doesn’t include `{ $scope }`. Did you mean `{ $near }`?
portal-scopes-offline = With `offline.access`, X also issues a refresh token. Sign-in through authentik doesn’t use it.
portal-scopes-email = For `users.email`, the X app must have **{ $switch }** turned on, with links to your terms of service and privacy policy.
portal-scopes-not-needed = `{ $scope }` is for X’s Ads API. Sign-in doesn’t need it, and X shows it to each user.
portal-scopes-repeated = `{ $scope }` is listed twice. It is sent once.
portal-scopes-always = `{ $scope }` is always requested. You don’t need to list it.
portal-scopes-star-dropped = The `*` at the start is ignored: with `tweet.read` and `users.read` in the list, it changes nothing.
portal-scopes-star = authentik treats a `*` at the start as “only these”, which leaves out `{ $missing }`. Without it, X refuses the profile. Remove the `*`.
portal-scopes-not-a-name = `{ $scope }` isn’t a valid scope: scopes contain only letters, digits, dots and underscores. Separate them with spaces.

portal-two-titles = { $label }, { $last }
portal-open-settings = Open { $last }
    .why = An app has no Client ID and no Client Secret before this form is saved once. Since February 2026 X charges per request, and an app outside of **{ $pay_per_use }** may not read profiles.
    .wrong = Outside of **{ $pay_per_use }**, X lets the visitor agree, then refuses the profile with `client-not-enrolled`. The keys that X showed when the app was created are the Consumer Key and a Bearer Token: neither works in authentik.
portal-permissions-and-type =
    .why = authentik only reads who the visitor is. It stores a Client Secret and always sends it: X calls such an app a confidential client.
    .wrong = With wider permissions, visitors are asked for more than a sign-in needs. With the other type of app there is no secret that authentik could send.
portal-save-and-copy = Save, then copy both credentials
    .why = An app has no OAuth 2.0 credentials before this form is saved. X shows the secret only once: store both values before you close X’s dialog with **{ $done }**.
    .wrong = A form that wasn’t saved is a common cause of “{ $something_wrong }”. A lost secret can’t be shown again: **{ $regenerate }** under **{ $oauth_2 }** makes a new one, and the old one stops working at once.
portal-step-choose-under = **{ $label }**: choose **{ $value }**.
portal-step-web-app-under = **{ $label }**: choose **{ $value }**, not **{ $avoid }**.
portal-step-copy-client-id = Copy the **{ $label }**.
portal-step-copy-client-secret = Copy the **{ $label }** now. X doesn’t show it again.
