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
