# The Source stage on the page Review & push. “Source stage”, “flow”, “enterprise feature” and “Resume timeout” are authentik's words.

page-source-stage = Source stage
page-source-stage-says = The new source can also be embedded in a flow, such as an authorization flow: the flow sends its visitor to X and continues when they come back. This is an enterprise feature of authentik.
page-source-stage-embed = Embed the source in a flow
page-source-stage-ask = Check license
page-source-stage-ask-again = Check again
page-source-stage-flow = Flow
page-source-stage-flow-none = Select a flow
page-source-stage-place = Position in the flow
page-source-stage-minutes = Resume timeout (minutes)
page-source-stage-minutes-hint = How long the flow waits for the visitor to return from X. After that, they have to start over.
page-source-stage-never-on = The waiting flow would never continue
page-source-stage-compare = Preview the changes to see the flow’s stages before and after.
