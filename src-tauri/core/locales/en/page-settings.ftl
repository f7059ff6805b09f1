# Settings and keys.

page-settings-keyboard = Keyboard
page-settings-key-alt = Alt
page-settings-key-option = Option
page-settings-key-cmd = Cmd
page-settings-key-shift = Shift
page-settings-key-esc = Esc
page-settings-does-enter = Primary action
page-settings-does-esc = Close menu, dialog, request log or help
page-settings-does-back = Back
page-settings-does-stage = Go to a stage
page-settings-does-copy = Copy the whole value
page-settings-does-push = Push (in Review & push)
page-settings-does-ticket = Copy for ticket
page-settings-does-sent = Request log
page-settings-does-filter = Filter the request log
page-settings-does-new = New job
page-settings-does-open = Open a job file
page-settings-does-zoom = Zoom in or out
page-settings-does-zoom-reset = Reset zoom
page-settings-does-why = Help
page-settings-does-again = Check again
page-settings-does-area = Next area: stages, page, help, request log, bottom bar
page-settings-does-area-back = Previous area

page-settings-appearance = Appearance
page-settings-theme = Theme
page-settings-theme-auto = System
page-settings-theme-light = Light
page-settings-theme-dark = Dark
page-settings-theme-contrast = High contrast
page-settings-less-motion = Reduce motion

page-settings-about = About
page-settings-facts = What Sourcerer knows about X and authentik can become outdated. The oldest fact of each kind:
page-settings-facts-group = { $title }: { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}, the oldest checked { $ago }
page-settings-zoom = Zoom
page-settings-zoom-in = Larger
page-settings-zoom-out = Smaller
page-settings-percent = { $percent }%

page-settings-secrets = Where to store secrets
page-settings-secrets-keyring = Keyring
page-settings-secrets-memory = Memory only
page-settings-secrets-says = Memory only: secrets are gone when Sourcerer closes. Secrets that are already stored stay where they are.
page-settings-forget = Forget all secrets
page-settings-forget-title = Forget all secrets?
page-settings-forget-says = This deletes the API tokens and Client Secrets of all jobs from the keyring and from memory, and the replaced secrets that an undo would restore. The jobs stay. authentik and X aren’t changed.
page-settings-forget-none = No secrets are stored.
page-settings-forget-practice = End practice first.

page-settings-network = Network
page-settings-proxy = Proxy
page-settings-proxy-system = System
page-settings-proxy-none = None
page-settings-proxy-manual = Manual
page-settings-proxy-address = Proxy address
page-settings-ca-says = Used for every request to authentik and to X, unless a job has a CA file of its own.

page-settings-test = Test sign-in
page-settings-browser = Browser
page-settings-browser-default = System default
page-settings-port = Port of the test callback in new jobs
page-settings-port-hint = The port is part of the test callback that you enter at X.
page-settings-port-wrong = Enter a number from 1024 to 65535.

page-settings-program = Program
page-settings-notifications = Notifications
page-settings-notifications-says = When a test, a push or a list ends while this window is behind another one
page-settings-log = Log
page-settings-log-says = What Sourcerer did and which requests it sent, without headers, bodies and secrets. At most 1.5 MB, only on this computer
page-settings-folder = Jobs and journals are in
page-settings-open-data = Open data folder
page-settings-open-log = Open log folder

page-settings-version = Sourcerer { $version }
page-settings-licenses = Licenses of what Sourcerer contains
page-settings-licenses-copy = Copy the licenses
page-settings-license = MIT or Apache 2.0. The request log shows every request, without secrets; nothing else leaves this computer.
