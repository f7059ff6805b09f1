# How well something about X is known, in a word or two beside it.

page-known-documented = Documented by X
page-known-observed = Seen in a real answer
page-known-reported = Reported by others
page-known-inferred = Inferred, never seen
page-known-measured = Read just now
page-known-unknown = Not known
page-known-checked = { $how }, checked { $ago }
