# What is taken away from a job, in the window.

page-export-menu = Report and exports
page-export-report = Report
page-export-report-says = HTML, Markdown or JSON, no secrets
page-export-blueprint = Blueprint
page-export-blueprint-says = secret from the environment or a file
page-export-blueprint-text = authentik’s own file of what is to stand on a server: to be applied under **Customization › Blueprints**, or by its worker. It replaces the login page’s list, so it is good for as long as that list stays as it is.
page-export-terraform = Terraform
page-export-terraform-says = secret as a sensitive variable
page-export-terraform-text = For the provider `goauthentik/authentik`. The button is left to whoever manages the login page.
page-export-curl = Script of curl calls
page-export-curl-says = token and secret from the environment
page-export-curl-text = For a shell with `curl` and `jq`. It looks before it writes, and can be run again.
page-export-runbook = Steps for a person
page-export-runbook-says = Markdown, for somebody without this program
page-export-runbook-text = X’s form, authentik’s pages, the checks and the way back, with the values of this job.
page-export-secret = Where the secret comes from
page-export-secret-environment = From the environment
page-export-secret-file = From a file
page-export-preview = The text
page-export-save = Save…
