# The question before the window is closed.

leave-writing = Changes are being written to authentik. If you close now, only some of them may have been written; the next start shows which, and lets you finish or undo them.
leave-rotation = X has a new Client Secret, and authentik still has the old one. Sign-in doesn’t work until you push the new secret.
leave-rotation-secret = X has a new Client Secret, and authentik still has the old one. The new secret, ending in `{ $ending }`, is only in memory. X doesn’t show it again.
leave-rotation-stored = X has a new Client Secret, and authentik still has the old one. The new secret is in the keyring: after the next start, open the job and select **Renew secret** to push it.
leave-token-aside = An API token isn’t stored, because the keyring didn’t accept it.
leave-secrets = Secrets of { $hosts } are only in memory. You will have to enter them again.
