# The notice of newer versions.

update-never-checked = Sourcerer hasn’t checked for newer versions.
update-newest = This is the newest version, as of { $day }.
update-newer = Version { $version } is available.
update-failed = The last check for newer versions, on { $day }, got no valid answer. Sourcerer checks again after a week.
