# Many sources at once: what is said of the lines of a list.

fleet-list-empty = There is no source in it. Write one per line: the address of authentik, a comma, the slug.
fleet-list-no-server = The first line names columns, and none of them is the server. Call that one `server`, or leave the first line out.
fleet-list-too-long = The list is longer than { $most } MB and wasn’t read. Split it.
fleet-list-too-many = Only the first { $most } sources are taken; { $count ->
        [one] { $count } line is
       *[other] { $count } lines are
    } left out. Split the list.
fleet-column-unread = The column “{ $name }” isn’t read.
fleet-column-secret = The column “{ $name }” isn’t read: a check from outside needs no secret. Remove it from the list.
fleet-row-quote = A quotation mark is opened here and not closed. Close it, or double it where it belongs to the value.
fleet-row-break = A value runs over more than one line. Write each source on a line of its own.
fleet-row-values = There are { $count } values here, and at most { $most } are read. Put a value that contains a separator in quotation marks.
fleet-row-no-text = Something here isn’t text. Save the list as UTF-8.
fleet-row-no-slug = There is no slug beside `{ $server }`. Write it after the address, or the whole callback URL in place of the address.
fleet-row-same = The same source is on line { $line } and is checked once.
fleet-row-same-otherwise = The same source is on line { $line } with another Client ID or CA file. That one is checked; remove one of them.
