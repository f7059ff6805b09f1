# The outside checks: what each finds when all is well, why one didn't run, and what is shown beside it.

checks-server = The server responds
checks-server-detail = { $host } responds to visitors.
checks-source = The source exists and is enabled
checks-source-off = The source is disabled, as planned
checks-source-off-detail = Visitors can’t use it until it is enabled in authentik.
checks-source-detail = The button’s address starts a sign-in.
checks-type = The source leads to X
checks-type-detail = Visitors are sent to `{ $host }`.
checks-host = Visitors are sent to x.com
checks-host-detail = Sign-ins share x.com’s session.
checks-callback = { $ways ->
        [2] Callback URL is correct
       *[3] Callback URL is correct
    }
checks-callback-detail = { $ways ->
        [2] authentik sends X exactly the planned URL ({ $bytes } bytes).
       *[3] authentik reports it, and sends X exactly the planned URL ({ $bytes } bytes).
    }
checks-callback-differs = { $differing ->
        [one] One of { $ways } URLs differs from the plan.
       *[other] { $differing } of { $ways } URLs differ from the plan.
    }
checks-client-id = Client ID is correct
checks-client-id-detail = The server sends X the planned Client ID.
checks-scopes = Scopes are correct
checks-scopes-detail = The server requests { $scopes } from X.
checks-pkce = PKCE is S256
checks-pkce-detail = Each sign-in is bound to the browser it started in.
checks-button = The button is on the login page
checks-button-detail = “{ $name }”, { $place } of { $count }, in `{ $flow }`.

checks-brands = { $brands ->
        [one] The button is on the other brand’s login page
       *[other] The button is on the login pages of { $brands } other brands
    }
checks-brands-detail = { $with ->
        [0] No other brand’s page shows it
       *[other] Shown at { $there }
    }{ $unclear ->
        [0] {""}
       *[other] ; can’t be checked at { $unknown }: no flow of their own, or one that starts with another stage
    }.
checks-client-id-shape = Client ID has the right format
checks-client-id-seen = The server sends X `{ $seen }`. To see whether it is your app’s, compare it with **Keys & Tokens › OAuth 2.0 Keys** on console.x.com.
checks-client-id-native = The server sends X `{ $seen }`. Its ending shows that it was probably issued to a native app, which may have changed since. X may let a native app sign in without its secret; authentik sends one, and needs a **Web App**.

checks-brands-one = This login page is the only one
checks-brands-one-detail = authentik has no other brand.

# What an API token shows besides
checks-token = API token works
checks-token-detail = Owner: `{ $user }`.
checks-source-inside = The API reports it as enabled.
checks-provider-type = The source type is X
checks-provider-type-detail = This version calls it `{ $name }`.
checks-base-url = authentik’s base URL is this address
checks-base-url-detail = Its settings contain `{ $url }`.
checks-base-url-none = authentik has no base URL
checks-base-url-none-detail = 2026.8 doesn’t need one; from 2026.11 on it is announced to be required. The callback comes from the live redirect.
checks-flow-known = Linked users have a flow
checks-flow-known-detail = An authentication flow is set.
checks-flow-known-stages = “{ $flow }”, with a user login stage and without a stage that asks for identification again.
checks-flow-new-stages = “{ $flow }”, with a user write stage and without a stage that asks for an invitation, a user or a password.
checks-flow-stages-unseen = The stages of “{ $flow }” couldn’t be checked: { $rights } is missing.
checks-flow-new = New users have a flow
checks-flow-new-detail = An enrollment flow is set.
checks-flow-new-none = New users can’t sign in, as planned
checks-flow-new-none-detail = No enrollment flow is set.
checks-matching = User matching mode is `{ $mode }`
checks-matching-identifier = Users are matched by X account ID only.
checks-matching-email = A property mapping requests the email address from X.
checks-matching-unclear = Users are matched by email address. Whether the source’s property mappings provide one can’t be checked.
checks-scopes-set = Additional scopes are known to X
checks-scopes-set-none = None set.
checks-scopes-set-detail = `{ $scopes }`
checks-drift = The source is unchanged since the last push
checks-drift-detail = Every field that Sourcerer wrote from this computer is unchanged.
checks-mappings = Property mappings are correct
checks-mappings-detail = { $ours ->
        [0] None
       *[other] { $ours }
    } from Sourcerer, { $others ->
        [0] no others
       *[other] { $others } others
    }.
checks-linked = { $count ->
        [0] No users are linked to the source
        [one] One user is linked to the source
       *[other] { $count } users are linked to the source
    }
checks-linked-detail = From authentik’s own list.
checks-linked-cut = At least; not all of them were read.
checks-locked-out = No users are known to be locked out
checks-locked-out-detail = Everyone who enrolled through the source is linked to it, or to another source of the same name.
checks-events = { $logins ->
        [0] No sign-ins through the source in the last day
        [one] One sign-in through the source in the last day
       *[other] { $logins } sign-ins through the source in the last day
    }
checks-events-detail = { $least ->
        [0] {""}
       *[other] At least {""}
    }{ $logins ->
        [one] 1 sign-in
       *[other] { $logins } sign-ins
    } and { $links ->
        [0] no new links
        [one] 1 new link
       *[other] { $links } new links
    }, the latest { $at }.
checks-events-none = { $links ->
        [0] No new links either
        [one] 1 new link
       *[other] { $links } new links
    }. authentik doesn’t log most failures.

# What credentials show besides
checks-pair = X accepts the Client ID and secret
checks-pair-detail = Checked without a sign-in. Only a sign-in shows whether the server has the same secret.
checks-pair-id = X knows this Client ID
checks-pair-id-detail = Its ending shows that it may be a public app’s, whose secret X probably doesn’t check.
checks-secret-there = The server has this Client Secret
checks-secret-there-detail = This token has permission to view the value of the source’s Secret.
checks-pushed = This is the Client Secret last pushed from this computer
checks-pushed-detail = Its fingerprint matches this computer’s journal.

checks-name-provider-type = Source type
checks-name-flow-known = Authentication flow
checks-name-flow-new = Enrollment flow
checks-name-matching = User matching mode
checks-name-scopes-set = Additional scopes
checks-name-drift = Changes since the last push
checks-name-mappings = Property mappings
checks-name-linked = Linked users
checks-name-locked-out = Locked-out users
checks-name-events = Events of the last day
checks-name-pair = Client ID and secret at X
checks-name-pushed = Last pushed secret
checks-name-brands = Other brands
checks-name-source = Source
checks-name-type = Where the source leads
checks-name-host = X host that visitors are sent to
checks-name-callback = Callback URL
checks-name-client-id = Client ID
checks-name-scopes = Scopes
checks-name-pkce = PKCE
checks-name-button = Button

checks-skipped-server = The server didn’t answer.
checks-skipped-source = No source with this slug starts a sign-in.
checks-skipped-type = The source doesn’t lead to X.
checks-skipped-right = The API token doesn’t have permission. A role with `{ $rights }` does.
checks-skipped-matching = Sourcerer doesn’t know the mode `{ $mode }`.
checks-skipped-drift = Nothing was written to this source from this computer, and no job here is about it.
checks-skipped-many = There are more users than Sourcerer reads.
checks-skipped-secret = The Client Secret is missing.
checks-skipped-id = The Client ID is missing.
checks-skipped-pushed = No secret was pushed to this source from this computer, or it isn’t known whether it arrived.
checks-skipped-brands = The API token doesn’t have permission to view the brands or their flows.

checks-row-planned = planned
checks-row-api = reported by authentik
checks-row-sent = sent to X
checks-byte-missing = byte { $byte }: “{ $planned }” is missing
checks-byte-extra = byte { $byte }: “{ $seen }” is extra
checks-byte-other = byte { $byte }: “{ $seen }” instead of “{ $planned }”
checks-byte-end = byte { $byte }: the address ends here
checks-byte-longer = byte { $byte }: the address continues here

# What can't be seen from outside, and what it would take.

unseen-source-off = Whether the source is disabled or doesn’t exist
unseen-brands = Login pages of other brands, at other addresses of this authentik
unseen-matching = Who can sign in, and who is linked to an existing user
unseen-user-names = Whose X handle is already a username, and would be refused
unseen-mappings = What happens with a profile: property mappings, email, user type
unseen-sign-ins = Who signed in recently
unseen-secret = Whether the Client Secret is right
unseen-secret-of-server = Whether the server has this Client Secret
unseen-app = Whether X gives the app profiles: package, credits, limits
unseen-callbacks = Whether X’s list contains the callback
unseen-with-token = An API token with `{ $rights }`.
unseen-with-sign-in = A test sign-in.
unseen-with-credentials = The app’s Client ID and Client Secret: Sourcerer checks them with X.
unseen-with-form = X’s form: **User authentication settings** of the app. A job checks its list.
