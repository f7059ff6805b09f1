# How the practice authentik can be set up: `layout-<name>` says what that means for a rehearsal.

layout-fresh = Nobody has changed anything on it.
    .title = Fresh
layout-flows-renamed = Its two flows for sources have other slugs. The review asks for them.
    .title = Flows renamed
layout-two-brands = A second brand has a login page of its own. The review offers both.
    .title = Two brands
