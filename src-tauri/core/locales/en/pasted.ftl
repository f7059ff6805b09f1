# What is taken off a pasted value before it is read.

pasted-blanks = Removed: spaces around it.
pasted-line-breaks = Removed: line breaks around it.
pasted-quotes = Removed: quotation marks around it.
pasted-brackets = Removed: angle brackets around it.
pasted-punctuation = Removed: commas or semicolons around it.
pasted-invisible = Removed: invisible characters.
