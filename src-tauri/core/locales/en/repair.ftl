# The repair after a source was deleted and made again: who lost their link, and which X account was theirs.

repair-summary = { $count ->
    [0] Nobody who came through X lost their link.
    [one] One person who came through X isn’t linked any more, and can’t sign in with X.
   *[other] { $count } people who came through X aren’t linked any more, and can’t sign in with X.
}
repair-blind-own = This token may see no links but its own user’s, so nobody can tell here who is still linked. It needs `authentik_sources_oauth.view_useroauthsourceconnection`.
repair-blind-many = This source has more links than Sourcerer reads. Nobody can tell for sure which X account is still free.
repair-by-shell = This server’s API takes no user for a link, so a push can’t make one. For everybody you confirm, there are lines here for the server’s own shell, `ak shell`.
repair-cut = This server has more users than Sourcerer reads; some may be missing here.
repair-silent = This server’s events don’t show the numbers of X accounts; only those of a licensed server do. A backup of authentik’s database has them, in the table of user source connections. Each person can also look up their own.

repair-told-event = An event of { $at } shows the number `{ $id }`.
repair-told-kept = This machine kept the number `{ $id }` when the source was deleted from here on { $at }.
repair-told-entered = Line { $line } of the table says `{ $id }`.
repair-agrees-test = The test sign-in of { $at } showed the same number.
repair-differs-test = The test sign-in of { $at } was made as `@{ $handle }`, whose number is `{ $id }`.
repair-hint-test = The test sign-in of { $at } was made as `@{ $handle }`, whose number is `{ $id }`. Enter it in the table only if you know that it was this person: a handle may change hands at X.
repair-differs = There are two numbers, and only one can be right. Nothing is offered until they agree.
repair-doubled = Two people would be linked to `{ $id }`, so neither is offered.
repair-held = `{ $user }` is linked to `{ $id }` by now.
repair-taken-off = { $by } took this link off the present source on { $day }. That was meant, and stays.

repair-superuser = { $user } may do everything on this server. Whoever has this X account will, too.
repair-inactive = This user is deactivated and can’t sign in, linked or not.

repair-line-alone = Line { $line } has no user name and number: `{ $text }`
repair-line-no-number = `{ $id }` in line { $line } isn’t the number of an X account: those have digits only, at most 19. A handle isn’t one.
repair-line-stranger = Line { $line }: `{ $user }` isn’t among the people who lost their link.
