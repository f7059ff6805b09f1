# What stands around every page: the banners, the job menu, the practice band and the trace.

## Where a diagnosis leads

page-shell-link-console = Open X’s Developer Console
page-shell-link-portal = Open X’s Developer Portal
page-shell-link-x-status = Open X’s status page
page-shell-link-x-connected-apps = Open X’s list of connected apps
page-shell-link-x-oauth-docs = Read X’s docs on OAuth 2.0
page-shell-link-x-app-docs = Read X’s docs on apps and callbacks
page-shell-link-x-scopes-docs = Read X’s docs on scopes
page-shell-link-x-errors-docs = Read X’s docs on errors
page-shell-link-x-limits-docs = Read X’s docs on rate limits
page-shell-link-x-pricing = Read X’s docs on prices and credits
page-shell-link-authentik-source-docs = Read authentik’s docs on sources
page-shell-link-authentik-source-stage-docs = Read authentik’s docs on Source stages
page-shell-link-authentik-proxy-docs = Read authentik’s docs on reverse proxies
page-shell-link-server-tokens = Open your server’s tokens
page-shell-link-server-roles = Open your server’s roles
page-shell-link-server-sources = Open your server’s sources

## How well something is known

page-shell-evidence-documented = Documented
page-shell-evidence-observed = Seen in a real response
page-shell-evidence-reported = Community-reported
page-shell-evidence-inferred = Inferred, not confirmed
page-shell-evidence-measured = Read just now
page-shell-evidence-unknown = Unknown: nobody has published how this behaves
# For a ticket: small, below a diagnosis.
page-shell-diagnosis-id = Diagnosis `{ $id }`
# For the ear: "Copy the diagnosis’ id".
page-shell-diagnosis-id-copied = the diagnosis ID

## The jobs

page-shell-open-job = Open job
page-shell-no-server = No server yet
page-shell-no-slug = X · no slug yet
page-shell-slug = X · slug { $slug }
page-shell-job-says = X · slug { $slug } · { $words }
page-shell-job-new = Set up another source
page-shell-job-close = Close this job
page-shell-job-forget = Forget this job…
page-shell-forget = Forget the job for { $name }?
page-shell-forget-says = Its entries and results are deleted from this computer. Your authentik server and your X app stay as they are.
page-shell-forget-keep = Cancel
page-shell-forget-act = Forget

## Practice

page-shell-practice-job = Practice job
page-shell-practice-hidden = Simulated servers with a hidden problem. Nothing here is real.
page-shell-practice-none = Simulated servers. Nothing here is real.
page-shell-practice-faults = { $count ->
    [one] Problem: { $faults }
   *[other] Problems: { $faults }
}
page-shell-practice-end = End practice

## A fault of our own

page-shell-fault = Something went wrong in Sourcerer
page-shell-fault-why = Error: `{ $said }`
page-shell-fault-remedy = try again. If it happens again, report it with this error message.
page-shell-starting = Starting…

## What was sent

page-shell-sent-opened = OPEN
page-shell-sent-received = RECV
page-shell-sent-browser = Opened in the browser. Sourcerer can’t see what happens there.
page-shell-sent-unanswered = No answer yet.
page-shell-sent-filter = Filter
page-shell-sent-filter-label = Filter requests
page-shell-sent-no-match = No matches
