# The outside checks: what each finds when all is well, why one didn't run, and what is shown beside it.

checks-server = The server answers
checks-server-detail = { $host } answers visitors.
checks-source = The source is there and turned on
checks-source-off = The source is turned off, as planned
checks-source-off-detail = Visitors don’t find it until it is turned on in authentik.
checks-source-detail = The button’s address leads to a sign-in.
checks-type = The source leads to X
checks-type-detail = Visitors are sent to `{ $host }`.
checks-host = Visitors are sent to x.com
checks-host-detail = Sign-ins share the session of x.com.
checks-callback = { $ways ->
        [2] The callback agrees both ways
       *[3] The callback agrees three ways
    }
checks-callback-detail = { $ways ->
        [2] Planned and seen: the same { $bytes } bytes.
       *[3] Planned, from authentik, and sent to X: the same { $bytes } bytes.
    }
checks-callback-differs = { $differing ->
        [one] One of { $ways } addresses differs from the plan.
       *[other] { $differing } of { $ways } addresses differ from the plan.
    }
checks-client-id = The Client ID agrees
checks-client-id-detail = The server sends X the planned one.
checks-scopes = The scopes agree
checks-scopes-detail = The server asks X for { $scopes }.
checks-pkce = PKCE is S256
checks-pkce-detail = Each sign-in is bound to the browser it began in.
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
       *[other] ; can’t be seen from here at { $unknown }: no flow of their own, or one that begins differently
    }.
checks-client-id-shape = The Client ID has the right shape
checks-client-id-seen = The server sends X `{ $seen }`. Whether it is your app’s, **Keys & Tokens › OAuth 2.0 Keys** on console.x.com tells.
checks-client-id-native = The server sends X `{ $seen }`. By its ending the app was probably a native one when X made the ID, which doesn’t prove what it is now. X may let a native app sign in without its secret; authentik sends one, and needs a **Web App**.

checks-brands-one = This login page is the only one
checks-brands-one-detail = authentik has no other brand.

# What an API token shows besides
checks-token = The API token works
checks-token-detail = It belongs to `{ $user }`.
checks-source-inside = The API says that it is enabled.
checks-provider-type = The source has X’s type
checks-provider-type-detail = `{ $name }`, as this release calls it.
checks-base-url = authentik’s base URL is this address
checks-base-url-detail = Its settings say `{ $url }`.
checks-base-url-none = authentik has no base URL set
checks-base-url-none-detail = 2026.8 needs none; from 2026.11 on it is announced to be required. The callback is the one that the live redirect shows.
checks-flow-known = People who are linked have a flow
checks-flow-known-detail = An authentication flow is set.
checks-flow-known-stages = “{ $flow }”, with a user login stage, and with no stage that asks once more who somebody is.
checks-flow-new-stages = “{ $flow }”, with a user write stage, and with no stage that asks for an invitation, a user or a password.
checks-flow-stages-unseen = The stages of “{ $flow }” couldn’t be looked at: that needs { $rights }.
checks-flow-new = New people have a flow
checks-flow-new-detail = An enrolment flow is set.
checks-flow-new-none = New people don’t get in, as planned here
checks-flow-new-none-detail = No enrolment flow is set.
checks-matching = User matching mode is `{ $mode }`
checks-matching-identifier = An X account is recognised by its number alone.
checks-matching-email = A property mapping asks X for the e-mail address.
checks-matching-unclear = It matches by e-mail address. Whether the source’s property mappings give one can’t be seen from here.
checks-scopes-set = X knows the additional scopes
checks-scopes-set-none = None is set.
checks-scopes-set-detail = `{ $scopes }`
checks-drift = The source is as it was written from here
checks-drift-detail = No field that this machine knows of was changed.
checks-mappings = The property mappings are as they should be
checks-mappings-detail = { $ours ->
        [0] None
       *[other] { $ours }
    } from Sourcerer, { $others ->
        [0] no others
       *[other] { $others } others
    }.
checks-linked = { $count ->
        [0] Nobody is linked to the source
        [one] One person is linked to the source
       *[other] { $count } people are linked to the source
    }
checks-linked-detail = By authentik’s own list.
checks-linked-cut = At least; there are more than were read.
checks-locked-out = Nobody is known to be locked out
checks-locked-out-detail = Everyone who came through the source is linked to it, or to another one of its name.
checks-events = { $logins ->
        [0] No sign-in through the source within a day
        [one] One sign-in through the source within a day
       *[other] { $logins } sign-ins through the source within a day
    }
checks-events-detail = { $least ->
        [0] {""}
       *[other] At least {""}
    }{ $logins ->
        [one] 1 sign-in
       *[other] { $logins } sign-ins
    } and { $links ->
        [0] no new link
        [one] 1 new link
       *[other] { $links } new links
    }, the newest { $at }.
checks-events-none = { $links ->
        [0] No new link either
        [one] 1 new link
       *[other] { $links } new links
    }. authentik logs nothing of most failures.

# What credentials show besides
checks-pair = X accepts this pair
checks-pair-detail = Asked without a sign-in. Only a sign-in shows whether the server has the same secret.
checks-pair-id = X knows this Client ID
checks-pair-id-detail = By its ending the app may be a public one, whose secret X probably doesn’t check.
checks-secret-there = The server has this Client Secret
checks-secret-there-detail = This token may see the value of the source’s Secret.
checks-pushed = This is the Client Secret last pushed from here
checks-pushed-detail = By its fingerprint in this machine’s journal.

checks-name-provider-type = The source’s type
checks-name-flow-known = The authentication flow
checks-name-flow-new = The enrolment flow
checks-name-matching = The user matching mode
checks-name-scopes-set = The additional scopes
checks-name-drift = What was changed since
checks-name-mappings = The property mappings
checks-name-linked = Who is linked
checks-name-locked-out = Who is locked out
checks-name-events = The events of the last day
checks-name-pair = The pair at X
checks-name-pushed = The secret last pushed
checks-name-brands = The other brands
checks-name-source = The source
checks-name-type = Where the source leads
checks-name-host = The host visitors are sent to
checks-name-callback = The callback
checks-name-client-id = The Client ID
checks-name-scopes = The scopes
checks-name-pkce = PKCE
checks-name-button = The button

checks-skipped-server = The server didn’t answer this.
checks-skipped-source = No source with this slug leads anywhere.
checks-skipped-type = The source doesn’t lead to X.
checks-skipped-right = The API token may not see this. A role with `{ $rights }` may.
checks-skipped-matching = `{ $mode }` isn’t a mode that this program knows.
checks-skipped-drift = Nothing was written to this source from this machine, and no job here is about it.
checks-skipped-many = There are more people than were read.
checks-skipped-secret = There is a Client ID and no Client Secret.
checks-skipped-id = There is a Client Secret and no Client ID.
checks-skipped-pushed = No secret was pushed to this source from this machine, or nobody knows whether it arrived.
checks-skipped-brands = The API token may not see the brands or their flows.

checks-row-planned = planned
checks-row-api = authentik says
checks-row-sent = sent to X
checks-byte-missing = byte { $byte }: “{ $planned }” is missing
checks-byte-extra = byte { $byte }: “{ $seen }” is extra
checks-byte-other = byte { $byte }: “{ $seen }” instead of “{ $planned }”
checks-byte-end = byte { $byte }: the address ends there
checks-byte-longer = byte { $byte }: the address goes on there

# What can't be seen from outside, and what it would take.

unseen-source-off = Whether the source is turned off or doesn’t exist
unseen-brands = The login pages of other brands, at other addresses of this authentik
unseen-matching = Who may sign in, and who is linked to a user already there
unseen-user-names = Whose X handle is a user name here already, and would be refused
unseen-mappings = What happens to a profile: property mappings, e-mail, type of user
unseen-sign-ins = Who signed in recently
unseen-secret = Whether the Client Secret is right
unseen-secret-of-server = Whether the server has this Client Secret
unseen-app = Whether X hands out profiles to the app: package, credits, limits
unseen-callbacks = Whether X’s list holds the callback
unseen-with-token = An API token with `{ $rights }`.
unseen-with-sign-in = A sign-in: the test of a job, or one as a visitor. No token shows it.
unseen-with-credentials = The app’s Client ID and Client Secret, here: X is asked whether it accepts the pair.
unseen-with-form = X’s form: **User authentication settings** of the app. A job compares its list.
