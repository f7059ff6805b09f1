# Reporting a problem with Sourcerer itself.

page-problem-report = Report a problem
page-problem-says = This is the whole report. Host names are replaced, and it contains no secrets. Nothing is sent: copy it, and paste it where you report the problem.
page-problem-copy = Copy report
page-crash-title = Sourcerer closed unexpectedly last time
page-crash-why = Your jobs are saved. A short note of what happened is on this computer.
page-crash-dismiss = Dismiss
