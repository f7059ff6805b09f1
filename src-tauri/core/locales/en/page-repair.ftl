# The repair of links on the page Review & push.

page-repair = Users who lost their link
page-repair-says = Deleting a source also deletes its users’ links, and creating it again doesn’t restore them: those users can’t sign in with X anymore. Their links can be restored from their X account IDs.
page-repair-look = Find affected users
page-repair-look-again = Check again
page-repair-careful = A wrong ID lets one person sign in as another
page-repair-careful-says = Anyone with that X account signs in as the user. Confirm each user separately, and only if you know that the ID is theirs.
page-repair-person-unknown = **{ $user }**
page-repair-agree = Link { $user } to X account { $id } again
page-repair-table = X account IDs that you know
page-repair-table-hint = One user per line: the username, then the X account ID. A handle isn’t an ID.
page-repair-table-go = Use these IDs
page-repair-shell = Commands for `ak shell`
page-repair-shell-what = commands for the server’s shell
page-repair-shell-says = Open `ak shell` in authentik’s container and paste these commands. Then check again.
page-repair-agreed-shell = { $count ->
    [0] No users selected.
    [one] The commands create one link.
   *[other] The commands create { $count } links.
}
page-repair-agreed = { $count ->
    [0] No users confirmed yet.
    [one] The next push restores one link.
   *[other] The next push restores { $count } links.
}
