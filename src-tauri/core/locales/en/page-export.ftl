# What is taken away from a job, in the window.

page-export-menu = Report and exports
page-export-report = Report
page-export-report-says = HTML, Markdown or JSON, no secrets
page-export-blueprint = Blueprint
page-export-blueprint-says = secret from an environment variable or a file
page-export-blueprint-text = An authentik blueprint. Apply it under **Customization › Blueprints**, or put it in the worker’s blueprint folder. It overwrites the sources on the login page, so export it again if that list has changed.
page-export-terraform = Terraform
page-export-terraform-says = secret as a sensitive variable
page-export-terraform-text = For the provider `goauthentik/authentik`. It doesn’t add the button to the login page.
page-export-curl = curl script
page-export-curl-says = token and secret from environment variables
page-export-curl-text = A shell script that needs `curl` and `jq`. It reads before it writes, and is safe to run again.
page-export-runbook = Manual instructions
page-export-runbook-says = Markdown, for someone without Sourcerer
page-export-runbook-text = X’s form, authentik’s pages, the checks, and how to undo it all, with this job’s values.
page-export-secret = Read the secret from
page-export-secret-environment = Environment variable
page-export-secret-file = File
page-export-preview = Preview
page-export-save = Save…
