use crate::check;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::terminal::{NoInput, Terminal, mark};
use sourcerer_core::address::HttpPolicy;
use sourcerer_core::fleet::{
    self, ExportRow, FleetLimits, FleetTable, LONGEST, ListEntry, RowProgress, RowResult, RowVerdict, SourceList,
};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::Environment;
use sourcerer_core::job::fleet::{Changed, Fleet, compare_with_last, list_jobs, read_file, save};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct FleetArgs {
    #[arg(value_name = "FILE", required_unless_present = "jobs", conflicts_with = "jobs")]
    file: Option<PathBuf>,
    #[arg(long)]
    jobs: bool,
    #[arg(long)]
    allow_http: bool,
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=256))]
    concurrency: u16,
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=256))]
    per_host: u16,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    machine: Machine,
    #[arg(long)]
    quiet: bool,
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(arguments: &FleetArgs, terminal: &mut Terminal) -> Exit {
    if arguments.quiet {
        terminal.quiet();
    }
    let environment = match arguments.machine.environment(terminal) {
        Ok(environment) => environment,
        Err(exit) => return exit,
    };
    let (list, name) = match given(arguments, &environment, terminal) {
        Ok(given) => given,
        Err(exit) => return exit,
    };
    for remark in &list.remarks {
        let says = terminal.book().format(&remark.says);
        terminal.note(&msg::terminal_fleet_line(remark.line, says));
    }
    if list.more_remarks > 0 {
        terminal.note(&msg::terminal_fleet_remarks(list.more_remarks));
    }
    let wrong = list.count_invalid() > 0;
    if list.entries.is_empty() {
        terminal.note(&msg::terminal_fleet_none());
        return Exit::Usage;
    }
    let since = match arguments.quiet.then(|| compare_with_last(&environment, &name)).transpose() {
        Ok(since) => since,
        Err(symptom) => return terminal.fail(&symptom),
    };
    let mut showing = FleetRowsArg {
        table: FleetTable::new(list.entries.clone()),
        next: 0,
        shown: 0,
        since,
        json: arguments.json,
        worst: Exit::Fine,
        terminal,
    };
    let began = Instant::now();
    let stopped = checked(arguments, &environment, list, &mut showing).await;
    let exit = showing.end(arguments, began.elapsed(), stopped);
    match exit {
        Exit::Fine if wrong => Exit::Usage,
        Exit::Fine | Exit::Finding | Exit::Usage | Exit::Unreachable | Exit::NotAllowed | Exit::Changed => exit,
    }
}

/// The list, and the name under which its runs are compared.
fn given(
    arguments: &FleetArgs,
    environment: &Environment,
    terminal: &mut Terminal,
) -> Result<(SourceList, String), Exit> {
    let Some(file) = &arguments.file else { return Ok((list_jobs(environment), "jobs".to_owned())) };
    let plain = if arguments.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take(LONGEST as u64 + 1).read_to_end(&mut bytes);
        return match read {
            Ok(_) => Ok((fleet::parse(&bytes, plain, None), "-".to_owned())),
            Err(error) => {
                terminal.note(&NoInput::Unreadable(error).message());
                Err(Exit::Usage)
            }
        };
    }
    let list = read_file(file, plain).map_err(|symptom| terminal.fail(&symptom))?;
    let whole = file.canonicalize().unwrap_or_else(|_| file.clone());
    Ok((list, whole.to_string_lossy().into_owned()))
}

/// Checks every row. Returns whether the run was interrupted.
async fn checked(
    arguments: &FleetArgs,
    environment: &Environment,
    list: SourceList,
    showing: &mut FleetRowsArg<'_>,
) -> bool {
    let mut fleet = Fleet::default();
    fleet.load(list, None);
    let Some(work) = fleet.begin(false) else { return false };
    let stop = work.stop.clone();
    let interrupt = tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop.cancel();
        }
    });
    let limits = FleetLimits { total: arguments.concurrency.into(), per_host: arguments.per_host.into() };
    let mut observer = |row: RowProgress| showing.take(row.row, row.result);
    Box::pin(sourcerer_core::job::fleet::run(environment, &work, limits, &mut observer)).await;
    interrupt.abort();
    work.stop.is_cancelled()
}

/// Prints the rows as they are finished, but in the list's order.
struct FleetRowsArg<'t> {
    table: FleetTable,
    /// The row that is printed next.
    next: u32,
    shown: u32,
    since: Option<Changed>,
    json: bool,
    worst: Exit,
    terminal: &'t mut Terminal,
}

impl FleetRowsArg<'_> {
    fn take(&mut self, row: u32, checked: RowResult) {
        self.worst = worse(self.worst, check::verdict(&checked.findings));
        self.table.set_verdict(row, checked.verdict);
        while self.show(self.next) {
            self.next += 1;
        }
        let counts = self.table.counts();
        let says = self.terminal.book().format(&msg::terminal_fleet_so_far(counts.all, counts.done));
        self.terminal.progress().tell_now_and_then(says);
    }

    /// Prints a row that has its verdict, unless the verdict hasn't changed. Returns false if the row isn't finished.
    fn show(&mut self, row: u32) -> bool {
        let Some(entry) = self.table.entry(row).cloned() else { return false };
        let Some(verdict) = self.table.verdicts().get(row as usize).cloned().flatten() else { return false };
        if self.since.as_mut().is_none_or(|since| since.is_new(&entry, &verdict)) {
            self.shown += 1;
            if self.json {
                self.terminal.json_line(&ExportRow::new(&entry, Some(&verdict)));
            } else {
                self.line(&entry, &verdict);
            }
        }
        true
    }

    fn line(&mut self, entry: &ListEntry, verdict: &RowVerdict) {
        let mark = mark(verdict.severity);
        let (server, slug) = (&entry.site.server, &entry.slug);
        let found = verdict.title.as_deref().map(|title| self.terminal.book().format(title));
        let found = found.map(|title| format!("  {title} ({})", verdict.diagnoses.join(", "))).unwrap_or_default();
        self.terminal.print(format_args!("{mark} {server} {slug}{found}"));
    }

    fn end(mut self, arguments: &FleetArgs, took: Duration, stopped: bool) -> Exit {
        let counts = self.table.counts();
        for row in self.next..counts.all {
            self.show(row);
        }
        self.terminal.progress().hush();
        if let Some(Err(symptom)) = self.since.take().map(|since| since.keep(!stopped)) {
            return self.terminal.fail(&symptom);
        }
        if let Some(file) = &arguments.output
            && let Err(symptom) = save(&self.table, file)
        {
            return self.terminal.fail(&symptom);
        }
        if !arguments.quiet {
            let seconds = format!("{:.1}", took.as_secs_f64());
            self.terminal.note(&msg::terminal_fleet_done(
                counts.all,
                counts.breaks,
                counts.done,
                counts.fine,
                counts.notes,
                counts.risks,
                seconds,
            ));
        }
        if stopped {
            self.terminal.note(&msg::terminal_fleet_stopped());
            return worse(self.worst, Exit::Finding);
        }
        self.worst
    }
}

/// The worse of two exit codes of a check.
fn worse(one: Exit, other: Exit) -> Exit {
    match (one, other) {
        (Exit::Unreachable, _) | (_, Exit::Unreachable) => Exit::Unreachable,
        (Exit::Fine, end) | (end, _) => end,
    }
}
