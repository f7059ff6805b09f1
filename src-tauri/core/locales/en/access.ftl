# The list of X accounts that get in.

access-line-refused = Line { $line } has neither an X account ID nor a handle.
access-too-many = The list has more than { $most } accounts. Everything after them is left out.
