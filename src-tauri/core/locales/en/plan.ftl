# The plan of a push and of its undoing: what would change, from what, to what, and why.

plan-summary-already = Nothing to push: already as it should be.
plan-summary-push = { $count ->
        [one] One change to push
       *[other] { $count } changes to push
    }
plan-summary-blocked = Nothing can be pushed yet.
plan-summary-undo = { $count ->
        [one] One change to undo
       *[other] { $count } changes to undo
    }
plan-summary-undone = Nothing to undo: the server is already as it was.

plan-source-create = Create the OAuth source “{ $name }”
plan-source-change = Change the OAuth source “{ $name }”
plan-source-nothing = The OAuth source “{ $name }”
plan-source-nothing-other = The source “{ $name }”, which is of another kind
plan-source-remove = Delete the OAuth source “{ $name }”
plan-source-disable = Turn the OAuth source “{ $name }” off
plan-source-restore = Put the OAuth source “{ $name }” back
plan-object-remove = { $kind ->
    [secret] Delete the Secret “{ $name }”
    [mapping] Delete the property mapping “{ $name }”
    [source-stage] Delete the Source stage “{ $name }”
    [binding] Remove the stage from the flow
   *[link] Remove a person’s link
}
plan-object-restore = { $kind ->
    [secret] Put the value of the Secret “{ $name }” back
    [mapping] Put the property mapping “{ $name }” back
    [source-stage] Put the Source stage “{ $name }” back
    [binding] Put the stage’s place in the flow back
   *[link] Put a person’s link back
}
plan-object-gone = { $kind ->
    [secret] A Secret
    [mapping] A property mapping
    [source-stage] A Source stage
    [binding] A stage’s place in a flow
   *[link] A person’s link
}
plan-secret-create = Create the Secret “{ $name }”
plan-secret-change = Change the value of the Secret “{ $name }”
plan-secret-nothing = The Secret “{ $name }”
plan-button-add = Show the button on the login page
plan-button-there = The button on the login page
plan-button-remove = Remove the button from the login page

plan-why-new = New on { $host }
plan-why-already = Already as it should be
plan-why-stage = Stage `{ $stage }`
plan-why-known = Pushed from this machine before
plan-why-made-here = Made from this machine
plan-why-changed-here = Changed from this machine
plan-why-gone = Not on the server any more
plan-why-unseen = The token can't see or find the stage. The source works without it; somebody who may must add the button.

plan-why-secret = This authentik keeps Client Secrets as objects of their own, which sources refer to
plan-why-secret-used = The source “{ $source }” uses it by now, so it stays

plan-field-name = Name
plan-field-slug = Slug
plan-field-type = Type
plan-field-client-id = Client ID (**Consumer key**)
plan-field-secret = Client Secret (**Consumer secret**)
plan-field-secret-value = Value (X’s Client Secret)
plan-field-secret-ref = Secret with the Client Secret
plan-field-matching = Who may sign in
plan-field-authentication-flow = Sign-in flow
plan-field-enrolment-flow = Enrolment flow
plan-field-user-path = Path of new users
plan-field-group-matching = Groups are matched
plan-field-scopes = Additional scopes
plan-field-mappings = Property mappings
plan-field-expression = Python
plan-field-enabled = Enabled
plan-field-other = `{ $field }`
plan-field-sources = Sources shown

plan-value-none = none
plan-value-yes = yes
plan-value-no = no
plan-value-matching-identifier = each X account its own user
plan-value-matching-email-link = the user with the same e-mail address
plan-value-matching-email-deny = nobody whose e-mail address a user has already
plan-value-matching-username-link = the user with the same user name
plan-value-matching-username-deny = nobody whose user name a user has already
plan-value-secret-given = the one you entered
plan-value-secret-ending = the one you entered, ends …{ $ending }
plan-value-secret-replaced = will be replaced (the old one can't be read back)

plan-value-secret-comes-back = will be replaced (the old one is read and kept on this machine until the push is undone)
plan-value-secret-earlier = the one from before the push

plan-note-secret-shared = The source “{ $name }” (`{ $slug }`) uses the same Secret and the same X app, so it gets the new value too.
plan-note-secret-left = The source leaves the Secret “{ $name }”. It stays on the server with its old value, so that an undo can go back to it.
plan-note-same-client-id = The source “{ $name }” (`{ $slug }`) has the same Client ID. Two sources with one X app make two buttons that lead to the same app.
plan-note-same-name = There is another source called “{ $name }” (`{ $slug }`). authentik allows that, and visitors can't tell the two buttons apart.
plan-note-secret-kept = No Client Secret is kept here, so the one on the server stays as it is.
plan-note-secret-stays = The previous Client Secret can't be put back: authentik never gave it out. The one pushed from here stays.
plan-note-kept = `{ $field }` stays as somebody else has set it since.
plan-note-other-source = Another source has the slug by now. It stays.
plan-note-linked = Linked to the source: { $names }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
plan-note-linked-unnamed = This token may not see these people’s names.
plan-note-links-kept = Their X account numbers are kept in this machine’s journal before the source is deleted, so that a repair can offer them later.
plan-note-links-stay = Everybody’s link to an X account stays, so the source can be turned on again at any time.

# A Source stage in a flow, and people's links made again.

plan-stage-create = Create the Source stage “{ $name }”
plan-stage-change = Change the Source stage “{ $name }”
plan-stage-nothing = The Source stage “{ $name }”
plan-binding-create = Put it into the flow “{ $flow }”
plan-binding-nothing = Its place in the flow “{ $flow }”
plan-link-create = Link { $user } to the X account { $id } again

plan-why-unlicensed = authentik says `{ $status }`: without a valid enterprise licence it refuses every Source stage
plan-why-flow-gone = There is no flow `{ $flow }` any more
plan-why-stage-taken = Another source has a Source stage called “{ $name }”
plan-why-stays = It stands in this flow already, and stays where it is
plan-why-flow = { $flow }
plan-why-linked = This user is linked to the X account { $id } by now, and stays so
plan-why-account-taken = Another user is linked to the X account { $id } by now

plan-field-resume-timeout = Resume timeout
plan-field-stages = Stages, in the order in which they run
plan-field-order = Order
plan-field-user = User
plan-field-account = X account

plan-note-rights = Or leave out the parts that need what is missing: the rest can be pushed without them (`--without PART` in the terminal).
plan-why-link-by-shell = This server’s API takes no user for a link, so no push can make it.
plan-note-links-by-shell = { $count ->
        [one] One person stays without a link
       *[other] { $count } people stay without a link
    } until somebody makes it on the server itself. After the push, open `ak shell` in authentik’s container and paste the lines. Whoever has one of these X accounts signs in as that user from then on.
plan-note-links = Whoever has one of these X accounts signs in as that user from then on. Undo takes the links back.

## Property mappings

plan-mapping-create = Create the property mapping “{ $name }”
plan-mapping-change = Change the property mapping “{ $name }”
plan-mapping-nothing = The property mapping “{ $name }”
plan-value-expression = { $lines ->
    [one] 1 line; As data shows it
   *[other] { $lines } lines; As data shows them
}
plan-value-mappings = { $count ->
    [0] none
    [one] 1 mapping
   *[other] { $count } mappings
}
plan-note-mapping-stays = The property mapping “{ $name }” is taken off the source. It stays on the server, where nothing runs it any more.
plan-mapping-ran = authentik ran “{ $name }” once, without a visitor. It ran without error, and gave `{ $gave }`.
plan-mapping-untested = authentik didn’t run its own test of “{ $name }”. Usually that is the token: it takes rights to view and add property mappings of every kind.
plan-mapping-unanswered = authentik didn’t answer its own test of “{ $name }”, so nothing is known of it. The mapping is written.
plan-link-unseen = Remove the link to the X account { $account }
plan-why-link-unseen = This token sees nobody’s links, so nobody can tell from here whether it is still there. Whoever may see them removes it under Directory › Users, user number { $user }, Connected services.
plan-mapping-raised = authentik ran “{ $name }” once, without a visitor, and it failed: `{ $gave }`. While it does, every visitor sees “Server Error”.
