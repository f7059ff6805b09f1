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
checks-skipped-plan = There is no planned value to compare with.

checks-row-planned = planned
checks-row-api = authentik says
checks-row-sent = sent to X
checks-byte-missing = byte { $byte }: “{ $planned }” is missing
checks-byte-extra = byte { $byte }: “{ $seen }” is too much
checks-byte-other = byte { $byte }: “{ $seen }” stands where “{ $planned }” belongs
checks-byte-end = byte { $byte }: the address ends there
checks-byte-longer = byte { $byte }: the address goes on there
