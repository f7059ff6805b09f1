# The repair after a source was deleted and made again: who lost their link, and which X account was theirs.

repair-summary = { $count ->
    [0] No X users have lost their link.
    [one] One X user is no longer linked and can’t sign in with X.
   *[other] { $count } X users are no longer linked and can’t sign in with X.
}
repair-blind-own = This token can view only its own user’s links, so Sourcerer can’t tell who is still linked. It needs `authentik_sources_oauth.view_useroauthsourceconnection`.
repair-blind-many = This source has more links than Sourcerer reads, so it can’t tell which X accounts are still unlinked.
repair-by-shell = This server’s API can’t set a link’s user, so a push can’t create links. For the users you confirm, you get commands for the server’s own shell, `ak shell`.
repair-cut = This server has more users than Sourcerer reads; some may be missing here.
repair-silent = This server’s events don’t contain X account IDs; only licensed servers record them. A backup of authentik’s database has them, in the table of user source connections. Users can also look up their own.

repair-told-event = An event from { $at } shows the ID `{ $id }`.
repair-told-kept = This computer saved the ID `{ $id }` when it deleted the source on { $at }.
repair-told-entered = Line { $line } of the table has `{ $id }`.
repair-agrees-test = The test sign-in at { $at } showed the same ID.
repair-differs-test = The test sign-in at { $at } used `@{ $handle }`, which has the ID `{ $id }`.
repair-hint-test = The test sign-in at { $at } used `@{ $handle }`, which has the ID `{ $id }`. Enter it in the table only if you know that it was this user: handles can change owners on X.
repair-differs = There are two different IDs, and only one can be right. The link isn’t offered until they match.
repair-doubled = Two users would be linked to `{ $id }`, so neither is offered.
repair-held = `{ $user }` is now linked to `{ $id }`.
repair-taken-off = { $by } removed this link from the current source on { $day }. It was intended, so it isn’t restored.

repair-superuser = { $user } is a superuser. Anyone with this X account will have full control of the server.
repair-inactive = This user is deactivated and can’t sign in, linked or not.

repair-line-alone = Line { $line } doesn’t contain a username and an ID: `{ $text }`
repair-line-no-number = `{ $id }` in line { $line } isn’t an X account ID: IDs have only digits, at most 19. A handle isn’t an ID.
repair-line-stranger = Line { $line }: `{ $user }` isn’t among the affected users.
