# Handing a job over, and taking in what comes back.

page-handover-menu = Hand this job over…
page-handover-title = Hand this job over
page-handover-says = One person has the X account, another the server: save the job as a file and send it to the other. It holds everything that is entered, and no secret. What comes back is merged into this job.
page-handover-side = You are
page-handover-server-says = Yours: Server, Names, Review & push, Verify. Theirs: X app, Credentials, Test sign-in.
page-handover-x-says = Yours: X app, Credentials, Test sign-in. Theirs: Server, Names, Review & push, Verify.
page-handover-both-says = All stages are yours; the file goes to another machine.
page-handover-save = Save the file…

page-handover-open = Open a job file…
page-handover-new = Open this job file?
page-handover-merge = Merge this job file?
page-handover-new-act = Open as a new job
page-handover-merge-act = Merge
page-handover-leave = Leave it
page-handover-from = Handed over by
page-handover-made = Made
page-handover-address = Server
page-handover-slug = Slug
page-handover-into = Merges into
page-handover-you = Your part
page-handover-done = Done, as they report
page-handover-done-none = Nothing yet
page-handover-conflict = Both have changed: { $field }
page-handover-ours = Keep what is here
page-handover-theirs = Use what is in the file
page-handover-moves = From now on this job is about { $address }
page-handover-moves-why = Your API token stays for the old address, and isn’t sent there.
page-handover-opened-says = Nothing changes until you agree, and no server is asked anything. What they have done counts only once it is checked here.
