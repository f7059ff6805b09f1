# Settings and keys.

page-settings-keyboard = Keyboard
page-settings-key-alt = Alt
page-settings-key-option = Option
page-settings-key-cmd = Cmd
page-settings-key-shift = Shift
page-settings-key-esc = Esc
page-settings-does-enter = Do what the filled button says
page-settings-does-esc = Close what is open: menu, dialog, trace, help
page-settings-does-back = Back
page-settings-does-stage = Go to a stage
page-settings-does-copy = In a value: copy all of it
page-settings-does-push = Push, in Review & push
page-settings-does-ticket = Copy for ticket
page-settings-does-sent = What was sent
page-settings-does-filter = Filter What was sent
page-settings-does-new = New job
page-settings-does-open = Open a job file
page-settings-does-zoom = Larger or smaller
page-settings-does-zoom-reset = Normal size
page-settings-does-why = Why this?
page-settings-does-again = Check again
page-settings-does-area = Next area: stages, page, help, trace, bar
page-settings-does-area-back = Previous area

page-settings-appearance = Appearance
page-settings-theme = Theme
page-settings-theme-auto = As the system
page-settings-theme-light = Light
page-settings-theme-dark = Dark
page-settings-theme-contrast = High contrast
page-settings-less-motion = Less motion than the system asks for

page-settings-about = About
page-settings-facts = What Sourcerer knows of X and authentik can become outdated. The oldest fact of each kind shows its age:
page-settings-facts-group = { $title }: { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}, the oldest checked { $ago }
