# The furniture of the page: what stands around the stages and on the shared parts.

shell-skip = Skip to the page
shell-error-title = Error: { $title }
shell-window-title = { $title } – Sourcerer
shell-window-title-host = { $title } – { $host } – Sourcerer

# Buttons that many pages have.
shell-back = Back
shell-copy = Copy
shell-copied = Copied
shell-copy-what = Copy { $what }
shell-copied-what = Copied: { $what }
shell-copy-failed = Not copied: the system refused. Select the text and copy it yourself.
shell-keyring-waits = Waiting for the keyring
shell-keyring-waits-why = It may ask for its password in a window of its own, perhaps behind this one. After 30 seconds Sourcerer continues without it.
shell-replace = Replace
shell-close = Close
shell-stop = Stop
shell-check-again = Check again
shell-not-yet = Cancel
shell-more = More
shell-as-data = As data
shell-evidence = Evidence
shell-do-this = Do this:
shell-risk = Risk:

# Secrets.
shell-stored-keyring = In the keyring, ends in `…{ $ends }`, saved { $when }
shell-stored-memory = In memory until Sourcerer closes, ends in `…{ $ends }`

# The rail.
shell-stages = Stages
shell-job = Job:
shell-jobs = Jobs
shell-all-jobs = All jobs
shell-settings = Settings
shell-stage-done = Done
shell-stage-in-progress = In progress
shell-stage-needs-attention = Needs attention
shell-stage-not-started = Not started
shell-stage-cant-start = Can’t start yet

# Pages outside the stages.
shell-main = Main
shell-start = Start
shell-check-a-source = Check a source
shell-help = Help

# The bar, Why this? and What was sent.
shell-page-actions = Page actions
shell-why-this = Help
shell-close-why-this = Close Help
shell-sent = Request log
shell-sent-count = Request log, { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
shell-sent-no-secrets = Secrets are never logged
shell-sent-as-curl = Copy as curl
shell-sent-as-curl-what = the request as curl
shell-sent-close = Close request log
shell-sent-list = Requests
shell-sent-text = Request as text
shell-sent-none = No requests yet
shell-sent-none-says = Every request that Sourcerer sends appears here, with its response.
shell-ctrl = Ctrl
shell-enter = Enter

# Practice mode.
shell-practice = Practice mode
shell-practice-word = Practice.
shell-practice-change = Try a problem

# The timeline.
shell-leg-waiting = Waiting for you
shell-leg-ok = OK
shell-time-left = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
shell-time-left-said = { $seconds ->
    [one] { $seconds } second left
   *[other] { $seconds } seconds left
}

# The guide and its drawing.
shell-step-done = done
shell-drawing = Drawing of X’s form. Highlighted: **{ $field }**
shell-drawing-plain = Drawing of X’s form.
shell-drawn-after = Drawn from X’s form, with X’s labels. Highlighted: **{ $field }**
shell-drawn-after-plain = Drawn from X’s form, with X’s labels.

# Before and after.
shell-change-field = Field
shell-change-now = Now
shell-change-after = After
shell-change-will-be = New value
shell-change-stays = unchanged
shell-change-nothing = none
shell-change-data = { $title }, as data

# Byte by byte.
shell-bytes-missing = byte { $at }: “{ $expected }” is missing
shell-bytes-extra = byte { $at }: “{ $found }” is extra
shell-bytes-other = byte { $at }: “{ $found }” instead of “{ $expected }”
shell-bytes-agree = All { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
} match
shell-bytes-row = { $row }: { $difference }
