# How well something about X is known, in a word or two beside it.

page-known-documented = Documented by X
page-known-observed = Seen in a real response
page-known-reported = Reported by users
page-known-inferred = Inferred, not confirmed
page-known-measured = Read just now
page-known-unknown = Unknown
page-known-checked = { $how }, checked { $ago }
