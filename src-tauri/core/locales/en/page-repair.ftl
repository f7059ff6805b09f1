# The repair of links on the page Review & push.

page-repair = People who lost their link
page-repair-says = Deleting a source deletes its people’s links too, and recreating it doesn’t bring them back: each of them is stopped at every sign-in with X. Their links can be restored from the numbers of their X accounts.
page-repair-look = Look for them
page-repair-look-again = Look again
page-repair-careful = A wrong number gives somebody’s user to somebody else
page-repair-careful-says = Whoever has the X account signs in as that user. Confirm each person separately, and only where you know that the number is theirs.
page-repair-person-unknown = **{ $user }**
page-repair-agree = Link { $user } to the X account { $id } again
page-repair-table = Numbers that you know
page-repair-table-hint = One person per line: user name, then the number of the X account. A handle isn’t a number.
page-repair-table-go = Use these numbers
page-repair-shell = Lines for `ak shell`
page-repair-shell-what = lines for the server’s shell
page-repair-shell-says = Open `ak shell` in authentik’s container and paste them. Then look again.
page-repair-agreed-shell = { $count ->
    [0] Nobody is chosen.
    [one] The lines make one link.
   *[other] The lines make { $count } links.
}
page-repair-agreed = { $count ->
    [0] Nobody is confirmed yet.
    [one] One link will be made again with the next push.
   *[other] { $count } links will be made again with the next push.
}
