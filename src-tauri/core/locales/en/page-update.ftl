# The page's part of the notice of newer versions.

page-update-ask-title = Check for newer versions once a week?
page-update-ask-says = Sourcerer would send one request a week to the project’s list of versions, with nothing about you, this computer or your jobs. It shows what is new and never replaces itself. You can change this in **Settings**.
page-update-weekly = Check once a week
page-update-never = Don’t check
page-update-newer-title = Version { $version } is available
page-update-newer-says = It came out on { $day }.
page-update-notes = What is new
page-update-open = Open the download page
page-update-close = Hide this notice
page-update-switch = Check for newer versions
page-update-switch-says = One request a week to the project’s list of versions. Nothing else is sent
