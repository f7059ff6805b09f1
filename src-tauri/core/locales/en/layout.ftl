# How the practice authentik can be set up: `layout-<name>` says what that means for a rehearsal.

layout-fresh = A new installation without changes.
    .title = Fresh
layout-flows-renamed = The default source flows have different slugs, so you have to pick them in Review.
    .title = Renamed flows
layout-two-brands = A second brand has its own login page. Review offers both.
    .title = Two brands
