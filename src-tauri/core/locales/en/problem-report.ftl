# The report of a problem with Sourcerer itself. A person reads it before sending it.

problem-report-program = Sourcerer { $version } ({ $os }, { $arch })
problem-report-web-view = Web view { $version }
problem-report-page = Page: { $page }
problem-report-settings = Settings: { $set }
problem-report-crash = Last crash:
problem-report-log = Newest lines of the log:
