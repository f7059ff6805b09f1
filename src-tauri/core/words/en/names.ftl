# Stage 2, Names: what stands beside the fields.

names-name-empty = The button needs a name. Visitors see it on the login page.
names-port-low = Ports below 1024 need an administrator's rights. Choose one from `1024` to `65535`.
names-slug-free = Free on this server.
names-slug-taken = “{ $name }” has this slug on this server. Review & push shows what would change there.
names-links-missing = X saves its form with **{ $switch }** turned on only with both links. You can go on and enter them later.
names-links-wrong = Links unusable
