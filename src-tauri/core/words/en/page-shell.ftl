# What stands around every page: the banners, the job menu, the practice band and the trace.

## Where a diagnosis leads

page-shell-link-console = Open X’s Developer Console
page-shell-link-portal = Open X’s Developer Portal
page-shell-link-x-status = Open X’s status page
page-shell-link-x-oauth-docs = Read X on OAuth 2.0
page-shell-link-x-errors-docs = Read X on errors and limits
page-shell-link-authentik-source-docs = Read authentik on sources
page-shell-link-authentik-proxy-docs = Read authentik on reverse proxies
page-shell-link-server-tokens = Open your server’s tokens
page-shell-link-server-roles = Open your server’s roles
page-shell-link-server-sources = Open your server’s sources

## How well something is known

page-shell-evidence-documented = How this is known: it is documented.
page-shell-evidence-observed = How this is known: seen in a real answer.
page-shell-evidence-reported = How this is known: people have reported it.
page-shell-evidence-inferred = How this is known: concluded, never seen.
page-shell-evidence-measured = How this is known: read just now.
page-shell-evidence-unknown = Nobody has published how this behaves.
