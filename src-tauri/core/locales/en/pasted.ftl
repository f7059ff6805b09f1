# What is taken off a pasted value before it is read.

pasted-blanks = Removed: spaces around the value.
pasted-line-breaks = Removed: line breaks around the value.
pasted-quotes = Removed: quotation marks around the value.
pasted-brackets = Removed: angle brackets around the value.
pasted-punctuation = Removed: commas or semicolons around the value.
pasted-invisible = Removed: invisible characters.
