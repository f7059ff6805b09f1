# The question before the window is closed.

page-leave-title = Close Sourcerer?
page-leave-stay = Keep open
page-leave-close = Close anyway
page-leave-store = Store the new secret in the keyring
page-leave-nothing = Nothing would be lost anymore.
