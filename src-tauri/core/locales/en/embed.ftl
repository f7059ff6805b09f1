# The Source stage: the source embedded in a flow. “Enterprise”, “Source stage” and “User login stage” are authentik's words.

embed-licence-unasked = Enterprise license not checked yet.
embed-licence-none = This server has no enterprise license (`unlicensed`), so authentik refuses Source stages.
embed-licence-over = This server’s enterprise license isn’t valid (`{ $status }`), so authentik refuses new Source stages.
embed-licence-held = This server has an enterprise license (`{ $status }`).

embed-flow = { $name } · { $designation } · { $slug }
embed-place-first = First, before all other stages
embed-place-after = After “{ $stage }”
embed-place-gone = The stage before it is no longer in this flow.
embed-place-tight = There is no free order number between these two stages, and Sourcerer doesn’t move other stages. Give the later stage a higher order in authentik, or choose another position.
embed-no-flow = Flow `{ $flow }` not found. Available: { $all }.
embed-no-stage = Stage `{ $stage }` not found in flow `{ $flow }`. Available: { $all }.
embed-minutes-refused = Enter 1 to { $most } minutes.
embed-signs-in = The source’s own flow `{ $flow }` has a User login stage. It signs visitors in there, so a flow that sent them to X through a Source stage never continues. Use flows without a User login stage for an embedded source.
