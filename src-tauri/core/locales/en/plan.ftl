# The plan of a push and of its undoing: what would change, from what, to what, and why.

plan-summary-already = Nothing to push: already up to date.
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
plan-source-nothing-other = The source “{ $name }”, of another type
plan-source-remove = Delete the OAuth source “{ $name }”
plan-source-disable = Disable the OAuth source “{ $name }”
plan-source-restore = Restore the OAuth source “{ $name }”
plan-object-remove = { $kind ->
    [policy] Delete the policy “{ $name }”
    [policy-binding] Delete the policy binding `{ $name }`
    [flow] Delete the flow “{ $name }”
    [write-stage] Delete the user write stage “{ $name }”
    [deny-stage] Delete the deny stage “{ $name }”
    [group] Delete the group “{ $name }”
    [secret] Delete the Secret “{ $name }”
    [mapping] Delete the property mapping “{ $name }”
    [source-stage] Delete the Source stage “{ $name }”
    [binding] Remove the stage from the flow
   *[link] Remove a user’s link
}
plan-object-restore = { $kind ->
    [policy] Restore the policy “{ $name }”
    [policy-binding] Restore the policy binding `{ $name }`
    [flow] Restore the flow “{ $name }”
    [write-stage] Restore the user write stage “{ $name }”
    [deny-stage] Restore the deny stage “{ $name }”
    [group] Restore the group “{ $name }”
    [secret] Restore the value of the Secret “{ $name }”
    [mapping] Restore the property mapping “{ $name }”
    [source-stage] Restore the Source stage “{ $name }”
    [binding] Restore the stage’s position in the flow
   *[link] Restore a user’s link
}
plan-object-gone = { $kind ->
    [policy] A policy
    [policy-binding] A policy binding
    [flow] A flow
    [write-stage] A user write stage
    [deny-stage] A deny stage
    [group] A group
    [secret] A Secret
    [mapping] A property mapping
    [source-stage] A Source stage
    [binding] A stage’s position in a flow
   *[link] A user’s link
}
plan-secret-create = Create the Secret “{ $name }”
plan-secret-change = Change the value of the Secret “{ $name }”
plan-secret-nothing = The Secret “{ $name }”
plan-button-add = Add the button to the login page
plan-button-there = The button on the login page
plan-button-remove = Remove the button from the login page

plan-why-new = New on { $host }
plan-why-already = Already up to date
plan-why-stage = Stage `{ $stage }`
plan-why-known = Pushed from this computer before
plan-why-made-here = Created from this computer
plan-why-changed-here = Changed from this computer
plan-why-gone = No longer on the server
plan-why-unseen = The token can’t find or view the stage. The source works without it; someone with permission must add the button.

plan-why-secret = This authentik version stores Client Secrets as separate objects, which sources refer to
plan-why-secret-used = Now used by the source “{ $source }”, so it stays

plan-field-name = Name
plan-field-slug = Slug
plan-field-type = Type
plan-field-client-id = Client ID (**Consumer key**)
plan-field-secret = Client Secret (**Consumer secret**)
plan-field-secret-value = Value (X’s Client Secret)
plan-field-secret-ref = Secret with the Client Secret
plan-field-matching = Who can sign in
plan-field-authentication-flow = Authentication flow
plan-field-enrolment-flow = Enrollment flow
plan-field-user-path = Path of new users
plan-field-group-matching = Group matching
plan-field-scopes = Additional scopes
plan-field-mappings = Property mappings
plan-field-expression = Python
plan-field-enabled = Enabled
plan-field-other = `{ $field }`
plan-field-sources = Sources shown

plan-value-none = none
plan-value-yes = yes
plan-value-no = no
plan-value-matching-identifier = Anyone with an X account (creates new users)
plan-value-matching-email-link = Anyone (links to the user with the same email address)
plan-value-matching-email-deny = Anyone, unless the email address is taken
plan-value-matching-username-link = Anyone (links to the user with the same username)
plan-value-matching-username-deny = Anyone, unless the username is taken
plan-value-secret-given = the one you entered
plan-value-secret-ending = the one you entered, ends in …{ $ending }
plan-value-secret-replaced = will be replaced (the old one can’t be read from authentik)

plan-value-secret-comes-back = will be replaced (the old one is stored on this computer until the push is undone)
plan-value-secret-earlier = the one from before the push

plan-note-secret-shared = The source “{ $name }” (`{ $slug }`) uses the same Secret and the same X app, so it gets the new value too.
plan-note-secret-left = The source no longer uses the Secret “{ $name }”. It stays on the server with its old value, so that undo can restore it.
plan-note-same-client-id = The source “{ $name }” (`{ $slug }`) has the same Client ID. Visitors see two buttons that lead to the same X app.
plan-note-same-name = Another source is also named “{ $name }” (`{ $slug }`). authentik allows that, but visitors can’t tell the two buttons apart.
plan-note-secret-kept = No Client Secret is stored here, so the one on the server stays.
plan-note-secret-stays = The previous Client Secret can’t be restored: authentik never returned it. The one pushed from this computer stays.
plan-note-kept = `{ $field }` was changed by someone else since, and stays.
plan-note-other-source = Another source now has the slug. It stays.
plan-note-linked = Linked to the source: { $names }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
plan-note-linked-unnamed = This token doesn’t have permission to view these users’ names.
plan-note-links-kept = Their X account IDs are saved in this computer’s journal before the source is deleted, so that their links can be restored later.
plan-note-links-stay = All links to X accounts stay, so the source can be enabled again at any time.

# A Source stage in a flow, and people's links made again.

plan-stage-create = Create the Source stage “{ $name }”
plan-stage-change = Change the Source stage “{ $name }”
plan-stage-nothing = The Source stage “{ $name }”
plan-binding-create = Add it to the flow “{ $flow }”
plan-binding-nothing = Its position in the flow “{ $flow }”
plan-link-create = Link { $user } to X account { $id } again

plan-why-unlicensed = authentik reports `{ $status }`: without a valid enterprise license, it refuses Source stages
plan-why-flow-gone = The flow `{ $flow }` no longer exists
plan-why-stage-taken = Another source has a Source stage named “{ $name }”
plan-why-stays = Already in this flow; its position stays
plan-why-flow = { $flow }
plan-why-linked = This user is now linked to X account { $id }, and stays linked
plan-why-account-taken = Another user is now linked to X account { $id }

plan-field-resume-timeout = Resume timeout
plan-field-stages = Stages, in order
plan-field-order = Order
plan-field-user = User
plan-field-account = X account

plan-note-rights = You can also leave out the parts that need the missing permissions, and push the rest.
plan-why-link-by-shell = This server’s API can’t set a link’s user, so a push can’t create links.
plan-note-links-by-shell = { $count ->
        [one] One user stays without a link
       *[other] { $count } users stay without a link
    } until someone creates it on the server. After the push, open `ak shell` in authentik’s container and paste the commands. Anyone with one of these X accounts then signs in as that user.
plan-note-links = Anyone with one of these X accounts then signs in as that user. Undo removes the links.

## Property mappings

plan-mapping-create = Create the property mapping “{ $name }”
plan-mapping-change = Change the property mapping “{ $name }”
plan-mapping-nothing = The property mapping “{ $name }”
plan-value-expression = { $lines ->
    [one] 1 line; open As data to see it
   *[other] { $lines } lines; open As data to see them
}
plan-value-mappings = { $count ->
    [0] none
    [one] 1 mapping
   *[other] { $count } mappings
}
plan-note-mapping-stays = The property mapping “{ $name }” is removed from the source. It stays on the server, unused.
plan-mapping-ran = authentik ran “{ $name }” once without a visitor. There was no error; the result was `{ $gave }`.
plan-mapping-untested = authentik didn’t run its test of “{ $name }”. Usually the token lacks permission to view and add property mappings of every kind.
plan-mapping-unanswered = authentik didn’t respond to its test of “{ $name }”, so it isn’t tested. The mapping is written.
plan-link-unseen = Remove the link to the X account { $account }
plan-why-link-unseen = This token has no permission to view other users’ links, so Sourcerer can’t tell whether the link still exists. Someone with permission can remove it under Directory › Users, user ID { $user }, Connected services.
plan-mapping-raised = authentik ran “{ $name }” once without a visitor, and it failed: `{ $gave }`. Until it is fixed, every visitor sees “Server Error”.

## Who gets in

plan-access-create = { $kind ->
    [policy] Create the policy “{ $name }”
    [policy-binding] Create the policy’s binding to `{ $name }`
    [flow] Create the flow “{ $name }”
    [write-stage] Create the user write stage “{ $name }”
    [deny-stage] Create the deny stage “{ $name }”
    [group] Create the group “{ $name }”
    [binding] Create the stage’s binding to `{ $name }`
   *[other] Create the property mapping “{ $name }”
}
plan-access-change = { $kind ->
    [policy] Change the policy “{ $name }”
    [policy-binding] Change the policy’s binding to `{ $name }`
    [flow] Change the flow “{ $name }”
    [write-stage] Change the user write stage “{ $name }”
    [deny-stage] Change the deny stage “{ $name }”
    [group] Change the group “{ $name }”
    [binding] Change the stage’s binding to `{ $name }`
   *[other] Change the property mapping “{ $name }”
}
plan-access-nothing = { $kind ->
    [policy] The policy “{ $name }”
    [policy-binding] The policy’s binding to `{ $name }`
    [flow] The flow “{ $name }”
    [write-stage] The user write stage “{ $name }”
    [deny-stage] The deny stage “{ $name }”
    [group] The group “{ $name }”
    [binding] The stage’s binding to `{ $name }`
   *[other] The property mapping “{ $name }”
}
plan-why-access-policy = Decides which X accounts get in, on both flows below
plan-why-access-enrollment = The source’s own, for new users; the default flow stays as it is
plan-why-access-authentication = The source’s own, for users who are linked; the default flow stays as it is
plan-why-access-write = Creates new users, in their group, active or waiting
plan-why-access-listed = Lets listed X accounts in without an approval
plan-why-group-superuser = This group makes its members superusers, so new users aren’t put into it
plan-why-group-used = The group has members, so it stays
plan-note-access-signed-in = A user who is signed in can still link any X account in the settings. The policy refuses that account at its next sign-in, unless it is allowed.
plan-note-access-handles = The list has handles without an X account ID. X lets an owner rename a handle, and someone else can then take it over and get in. Use X account IDs where you can.
plan-note-access-not-taken = Something other than a policy is bound to the stage “{ $stage }” of the current flow. It isn’t bound in the source’s own flow.
plan-field-policy-mode = Policy engine mode
plan-field-inactive = New users wait for approval
plan-field-group = Group of new users
plan-access-let-in = authentik tried the policy for { $who ->
    [listed] a listed X account
    [unlisted] an X account that isn’t listed
    [any] an X account
   *[none] an answer from X without an account ID
}: { $passes ->
    [yes] it gets in.
   *[no] it is refused.
}
plan-access-let-in-wrong = authentik tried the policy for { $who ->
    [listed] a listed X account, and refused it
    [unlisted] an X account that isn’t listed, and let it in
    [any] an X account, and refused it
   *[none] an answer from X without an account ID, and let it in
}. The list doesn’t work as planned.
plan-access-untested = authentik didn’t try the policy. Usually the token lacks permission to view and add policies of every kind, and to view users.
plan-access-unanswered = authentik didn’t respond to the try of the policy, so it isn’t tested. The policy is written.
