# What to do at X's developer portal. X's own words stand in guide.toml and come in as arguments: `label` and `value`
# are the step's, `avoid` is the choice beside it; every other name is one of X's words.

## Headings, hints, reasons

portal-title = { $label }
portal-two-titles = { $label }, { $last }

portal-create-app = Make an app
    .hint = only if you have none
    .why = X gives its Client ID and Client Secret to an app, and asks it to be in **{ $pay_per_use }** and **{ $production }** before anyone’s profile can be read.
    .wrong = In **{ $development }**, people other than you are usually turned away by X’s page “{ $something_wrong }”.

portal-open-settings = Open { $last }
    .why = An app has no Client ID and no Client Secret before this form is saved once. Since February 2026 X charges per request, and an app outside of **{ $pay_per_use }** may not read profiles.
    .wrong = Outside of **{ $pay_per_use }**, X lets the visitor agree, then refuses the profile with `client-not-enrolled`. The keys that X showed when the app was created are the Consumer Key and a Bearer Token: neither works in authentik.

portal-permissions-and-type =
    .why = authentik only reads who the visitor is. It stores a Client Secret and always sends it: X calls such an app a confidential client.
    .wrong = With wider permissions, people are asked for more than a sign-in needs. With the other type of app there is no secret that authentik could send.

portal-save-and-copy = Save, then copy both credentials
    .why = An app has no OAuth 2.0 credentials before this form is saved. X shows the secret only once: store both values before you close X’s dialog with **{ $done }**.
    .wrong = A form that wasn’t saved is a common cause of “{ $something_wrong }”. A lost secret can’t be shown again: **{ $regenerate }** under **{ $oauth_2 }** makes a new one, and the old one stops working at once.

portal-callback =
    .hint = 2 values
    .why = X sends people back only to addresses in this list, and compares them byte by byte, the slash at the end included.
    .wrong = X shows “{ $something_wrong }” and sends nobody back. Neither authentik nor this program hears of it.

portal-website =
    .why = X shows it to people when they are asked to agree, and doesn’t save the form without it.
    .wrong = X refuses `localhost` here.

portal-terms =
    .hint = needed for e-mail
    .why = X wants both links, terms of service and privacy policy, from an app that asks for e-mail addresses.
    .wrong = X doesn’t save the form while the switch for e-mail is on and a link is missing.

## Steps

portal-step-create-app = Press **{ $label }**. Some screens say **{ $new_app }**.
portal-step-application-name = Give it a name under **{ $label }**. People see it when they are asked to agree.
portal-step-choose = Choose **{ $value }**.
portal-step-create = Press **{ $label }**. The **{ $consumer_key }** and **{ $bearer_token }** that X shows then aren’t needed: close them.
portal-step-open-app = Open **{ $label }** and choose your app.
portal-step-package = Look whether the app is in **{ $value }** and **{ $production }**. If it isn’t: **{ $manage_apps }**, then **{ $label }**.
portal-step-authentication = Open **{ $label }** with **{ $set_up }**, or with **{ $edit }** if the form was saved before.
portal-step-request-email = Turn on **{ $label }**. X then wants two links, further down.
portal-step-choose-under = **{ $label }**: choose **{ $value }**.
portal-step-web-app-under = **{ $label }**: choose **{ $value }**, not **{ $avoid }**.
portal-step-copy-client-id = Copy the **{ $label }**.
portal-step-copy-client-secret = Copy the **{ $label }** now. X doesn’t show it again.
portal-step-callback = Paste it into the first box.
portal-step-test-callback = Press **{ $add_another }** first, then paste it into the new box.
portal-step-type = Paste it under **{ $label }**.
portal-step-link = Paste the link to yours under **{ $label }**.
portal-step-leave = Leave **{ $label }** as it is.
portal-step-save = Press **{ $label }** at the end of the form.

portal-name-callback = authentik’s callback
portal-name-test-callback = test callback

## A word seen on X's screen

portal-seen-way = It is on the way to this step.
portal-seen-not-now = Needed for other answers than yours. Leave it as it is.
portal-seen-leave = Not needed for signing in. Leave it as it is.
portal-seen-oauth-1 = Not needed: **{ $consumer_key }** and **{ $consumer_secret }** belong to OAuth 1.0a. authentik calls its own two fields “Consumer key” and “Consumer secret”, but the **{ $client_id }** and the **{ $client_secret }** go there.
portal-seen-bearer = Not needed: a **{ $bearer_token }** stands for the app alone and signs nobody in.
portal-seen-oauth-2 = The **{ $client_id }** and the **{ $client_secret }** are there once the form is saved. A secret that is shown as dots is lost: **{ $regenerate }** makes a new one, and the old one stops working.
portal-seen-keys = The keys of the app. The way to **{ $authentication }** is there, under **{ $oauth_2 }**, in the console; the other keys aren’t needed.
portal-seen-not-set-up = It leads to the form **{ $authentication }**.
portal-seen-settings = Screens differ: on some of them **{ $authentication }** is behind it.
portal-seen-environment = The environment of an app. It has to be **{ $production }**: in **{ $development }**, people other than you are usually turned away.
portal-seen-client-secret-id = X’s newer name for the **{ $client_id }**, in spite of the word in its middle. It has 34 characters; the **{ $client_secret }** beside it has 50. Copy both.
portal-seen-first-app = It makes an app. Under **{ $pay_per_use }** one may be there already; a new one may be listed only once the page is loaded again.
portal-seen-create = It makes an app. You need one, and one is enough.
portal-seen-package = The app has to be in **{ $pay_per_use }**. If it isn’t: **{ $manage_apps }**, then **{ $move_to_package }**.
portal-seen-overview = Your apps are listed there, or beside it under **{ $apps }**.
portal-seen-app-info = The heading above the addresses in the form. They begin with the callbacks.
portal-seen-callbacks = The list of callbacks, a box for each. Both of yours go there.
portal-seen-type = A kind of app. authentik needs the confidential one, whatever else the list holds.
portal-seen-optional = Only the fields that this guide names are needed. Leave the others as they are.
portal-seen-cancel = It forgets all that was typed. Press **{ $save }** instead.
portal-seen-done = It closes the dialog with the secret, which isn’t shown again. Copy both values first.
portal-seen-not-valid = X says so of a field that holds no address it takes: an empty one, a stray blank, or `localhost` as the website. Copy the value again.
portal-seen-consent = People see it when they sign in, not you at the form. Test sign-in is about it.
portal-seen-credits = Not part of the form. But a balance at or below zero, and a spending limit that is reached, stop every sign-in.
portal-seen-xai = That is another console, for Grok. Its keys begin with `xai-` and sign nobody in. X’s is at `console.x.com`.

## The list that X shows after saving

portal-callbacks-row-wanted = planned
portal-callbacks-row-x = on X
portal-callbacks-there = The same, byte for byte.
portal-callbacks-missing = Not in the list. Add it to X’s form, save, and paste the list again.
portal-callbacks-all-there = { $wanted ->
        [one] The callback is there, byte for byte.
        [2] Both callbacks are there, byte for byte.
       *[other] All { $wanted } callbacks are there, byte for byte.
    }
portal-callbacks-amiss = { $amiss } of { $wanted } callbacks { $amiss ->
        [one] isn’t as planned. Fix it in X’s form, save, and paste the list again.
       *[other] aren’t as planned. Fix them in X’s form, save, and paste the list again.
    }
portal-callbacks-too-many = The list has { $addresses } addresses, and X takes { $most }. Remove one that nobody uses before you add another.
portal-callbacks-stage = Callbacks differ
portal-callbacks-stale = The addresses have changed since a list was pasted. Paste X’s list again.

## Price and limits

portal-cost = X charges ${ $price } per profile read, once per person and day. Up to { $callbacks ->
        [one] 1 callback
       *[other] { $callbacks } callbacks
    } per app. Price and limits read from X’s documents on { $day } { $month ->
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
    } { $year }.

portal-cost-month = { $people ->
        [0] Nobody signs in: nothing.
        [one] 1 person a day is about ${ $dollars } in { $days } days.
       *[other] { $people } people a day are about ${ $dollars } in { $days } days.
    }
portal-cost-read = A profile that is read (“User: Read”) costs ${ $price }.
portal-cost-once-a-day = A sign-in reads one profile. The same person counts once in a day of UTC, which X calls a soft guarantee.
portal-cost-second-read = X charges ${ $price } per profile read, and the same person once in a day of UTC. So the second question should cost nothing more; X calls that a soft guarantee.
portal-cost-zero-balance = A balance at or below zero stops every request: nobody can sign in.
portal-cost-spending-limit = A spending limit that is reached does the same until the next billing cycle.

## Further scopes

portal-scopes-unknown = X’s list of scopes has no `{ $scope }`. If X doesn’t know it, everyone who signs in sees “{ $something_wrong }”.
portal-scopes-near = X’s list of scopes has no `{ $scope }`. Did you mean `{ $near }`?
portal-scopes-offline = With `offline.access` X also hands out a refresh token. authentik’s sign-in doesn’t use it.
portal-scopes-email = For `users.email` the X app must have **{ $switch }** turned on, with links to your terms of service and privacy policy.
portal-scopes-not-needed = `{ $scope }` is for X’s Ads API. Signing in doesn’t need it, and X shows it to each visitor.
portal-scopes-repeated = `{ $scope }` stands here twice. It is sent once.
portal-scopes-always = `{ $scope }` is always asked for. It needn’t stand here.
portal-scopes-star-dropped = The `*` at the start is left out: with `tweet.read` and `users.read` in the list it changes nothing.
portal-scopes-star = authentik reads a `*` at the start as “only these”, and `{ $missing }` isn’t among them. Without it X refuses the profile. Remove the `*`.
portal-scopes-not-a-name = `{ $scope }` can’t be a scope: a name has only letters, digits, dots and underscores. Put spaces between names.
