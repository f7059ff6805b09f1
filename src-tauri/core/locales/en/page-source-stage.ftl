# The Source stage on the page Review & push. “Source stage”, “flow”, “enterprise feature” and “Resume timeout” are authentik's words.

page-source-stage = Source stage
page-source-stage-says = The new source can also be embedded within a flow, such as an authorization flow: the flow sends its visitor to X and continues when they are back. This is an enterprise feature of authentik.
page-source-stage-embed = Embed the source in a flow
page-source-stage-ask = Ask this server
page-source-stage-ask-again = Ask again
page-source-stage-flow = Flow
page-source-stage-flow-none = Choose a flow
page-source-stage-place = Where in the flow
page-source-stage-minutes = Resume timeout, in minutes
page-source-stage-minutes-hint = How long the flow waits for a visitor who is at X. Anyone who comes back later begins it again.
page-source-stage-never-on = The waiting flow would never continue
page-source-stage-compare = Compare to see the flow’s stages before and after.
