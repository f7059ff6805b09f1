# The outside checks: what each finds when all is well, why one didn't run, and what is shown beside it.

checks-server = The server answers
checks-server-detail = { $host } answers visitors.
checks-source = The source is there and turned on
checks-source-detail = The button’s address leads on to a sign-in.
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
       *[other] ; not to be seen from here at { $unknown }: no flow of their own, or one that begins otherwise
    }.
checks-client-id-shape = The Client ID has the right shape
checks-client-id-seen = The server sends X `{ $seen }`. Whether it is your app’s, **Keys & Tokens › OAuth 2.0 Keys** on console.x.com tells.
checks-client-id-native = The server sends X `{ $seen }`, probably a native app’s, which X may let sign in without its secret. authentik sends a secret; X’s guide takes a **Web App**.

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
checks-skipped-source = No source of this slug sends anybody anywhere.
checks-skipped-type = The source doesn’t lead to X.
checks-skipped-brands = The API token may not see the brands or their flows.

checks-row-planned = planned
checks-row-api = authentik says
checks-row-sent = sent to X
checks-byte-missing = byte { $byte }: “{ $planned }” is missing
checks-byte-extra = byte { $byte }: “{ $seen }” is too much
checks-byte-other = byte { $byte }: “{ $seen }” stands where “{ $planned }” belongs
checks-byte-end = byte { $byte }: the address ends there
checks-byte-longer = byte { $byte }: the address goes on there

# What can't be seen from outside, and what it would take.

unseen-source-off = Whether the source is turned off or doesn’t exist
unseen-brands = The login pages of other brands, at other addresses of this authentik
unseen-matching = Who may sign in, and who is linked to a user already there
unseen-user-names = Whose X handle is a taken user name, and would be refused
unseen-mappings = What becomes of a profile: property mappings, e-mail, type of user
unseen-sign-ins = Who signed in lately
unseen-secret = Whether the Client Secret is right
unseen-app = Whether X hands out profiles to the app: package, credits, limits
unseen-callbacks = Whether X’s list holds the callback
unseen-with-token = An API token with `{ $rights }`.
unseen-with-sign-in = A sign-in: the test of a job, or one as a visitor. No token shows it.
unseen-with-form = X’s form: **User authentication settings** of the app. A job compares its list.
