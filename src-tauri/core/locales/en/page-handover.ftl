# Handing a job over, and taking in what comes back.

page-handover-menu = Send this job to someone…
page-handover-title = Send this job to someone
page-handover-says = For when someone else owns the X account or the server. Send them this file (it contains no secrets), and import the file that they send back.
page-handover-side = Your role
page-handover-server-says = You: Server, Names, Review & push, Verify. They: X app, Test sign-in.
page-handover-x-says = You: X app, Test sign-in. They: Server, Names, Review & push, Verify.
page-handover-both-says = You do every stage, on another computer.
page-handover-save = Save file…

page-handover-open = Open a job file…
page-handover-new = Open this job file?
page-handover-merge = Import this job file?
page-handover-new-act = Open as new job
page-handover-merge-act = Import
page-handover-leave = Cancel
page-handover-from = Sent by
page-handover-made = Created
page-handover-address = Server
page-handover-slug = Slug
page-handover-into = Import into
page-handover-you = Your role
page-handover-done = Done, according to them
page-handover-done-none = Nothing yet
page-handover-conflict = Changed on both sides: { $field }
page-handover-ours = Keep yours
page-handover-theirs = Use the file’s
page-handover-moves = This job will be about { $address } from now on
page-handover-moves-why = Your API token stays with the old address and isn’t sent to the new one.
page-handover-opened-says = Nothing changes until you confirm, and no server is contacted. Their results don’t count until they are checked on this computer.
