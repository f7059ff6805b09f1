# Many sources at once: what is said of the lines of a list.

fleet-list-empty = The list contains no source. Enter one per line: the authentik address, a comma, the slug.
fleet-list-no-server = The first line contains column names, but none is the server. Name that column `server`, or remove the first line.
fleet-list-too-long = The list is larger than { $most } MB and wasn’t read. Split it.
fleet-list-too-many = Only the first { $most } sources are used; { $count ->
        [one] { $count } line is
       *[other] { $count } lines are
    } ignored. Split the list.
fleet-column-unread = The column “{ $name }” is ignored.
fleet-column-secret = The column “{ $name }” is ignored: an outside check needs no secret. Remove it from the list.
fleet-row-quote = A quotation mark isn’t closed. Close it, or double it if it’s part of the value.
fleet-row-break = A value spans more than one line. Put each source on its own line.
fleet-row-values = This line has { $count } values; the maximum is { $most }. Put values that contain a separator in quotation marks.
fleet-row-no-text = This line contains something that isn’t text. Save the list as UTF-8.
fleet-row-no-slug = The slug for `{ $server }` is missing. Add it after the address, or use the full callback URL.
fleet-row-same = Duplicate of line { $line }; checked once.
fleet-row-same-otherwise = Line { $line } has the same source with another Client ID or CA file. That one is checked; remove one of them.
