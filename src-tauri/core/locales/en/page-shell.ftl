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

page-shell-evidence-documented = How this is known: it is documented.
page-shell-evidence-observed = How this is known: seen in a real answer.
page-shell-evidence-reported = How this is known: people have reported it.
page-shell-evidence-inferred = How this is known: inferred, never seen.
page-shell-evidence-measured = How this is known: read just now.
page-shell-evidence-unknown = Nobody has published how this behaves.
# For a ticket: small, below a diagnosis.
page-shell-diagnosis-id = Diagnosis `{ $id }`
# For the ear: "Copy the diagnosis’ id".
page-shell-diagnosis-id-copied = the diagnosis’ id

## The jobs

page-shell-open-job = The open job
page-shell-no-server = No server yet
page-shell-no-slug = X · no slug yet
page-shell-slug = X · slug { $slug }
page-shell-job-says = X · slug { $slug } · { $words }
page-shell-job-new = Set up another source
page-shell-job-close = Close this job
page-shell-job-forget = Forget this job…
page-shell-forget = Forget the job for { $name }?
page-shell-forget-says = Its answers and results are deleted from this machine. Your authentik and your app at X stay as they are.
page-shell-forget-keep = Keep it
page-shell-forget-act = Forget it

## Practice

page-shell-practice-job = Practice job
page-shell-practice-none = Everything works; nothing here is real.
page-shell-practice-faults = { $count ->
    [one] Fault: { $faults }
   *[other] Faults: { $faults }
}
page-shell-practice-end = End practice

## A fault of our own

page-shell-fault = Sourcerer has made a mistake of its own
page-shell-fault-why = It reads: `{ $said }`
page-shell-fault-remedy = try the same again; if it stays, report it with these words.
page-shell-starting = Starting

## What was sent

page-shell-sent-opened = OPEN
page-shell-sent-received = RECV
page-shell-sent-browser = Opened in the browser. What happens there can’t be seen from here.
page-shell-sent-unanswered = No answer yet.
page-shell-sent-filter = Filter
page-shell-sent-filter-label = Filter the exchanges
page-shell-sent-no-match = Nothing matches
