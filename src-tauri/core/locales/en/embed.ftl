# The Source stage: the source embedded in a flow. “Enterprise”, “Source stage” and “User login stage” are authentik's words.

embed-licence-unasked = The server hasn’t said yet whether it has an enterprise licence.
embed-licence-none = This server has no enterprise licence: authentik says `unlicensed`, and refuses every Source stage. Sourcerer doesn’t try.
embed-licence-over = This server’s enterprise licence isn’t valid now: authentik says `{ $status }`, and refuses every new Source stage. Sourcerer doesn’t try.
embed-licence-held = This server has an enterprise licence: authentik says `{ $status }`.

embed-flow = { $name } · { $designation } · { $slug }
embed-place-first = First, before all other stages
embed-place-after = After “{ $stage }”
embed-place-gone = The stage that it was to come after isn’t in this flow any more.
embed-place-tight = There is no number free between these two stages, and Sourcerer moves no other stage. Give the later one a higher order in authentik, or choose another place.
embed-no-flow = There is no flow `{ $flow }`. There are: { $all }.
embed-no-stage = There is no stage `{ $stage }` in the flow `{ $flow }`. There are: { $all }.
embed-minutes-refused = From 1 to { $most } minutes.
embed-signs-in = The source’s own flow `{ $flow }` has a User login stage. A visitor who comes to X from a Source stage is signed in there, and the waiting flow never continues. Use flows without one for a source that is embedded.
