use crate::abort::Abort;
use crate::check::{self, CheckTarget};
use crate::exit::Exit;
use crate::terminal::Terminal;
use clap::ValueEnum;
use sourcerer_core::job::{self, SourceCheck, source_check};
use sourcerer_core::report;
use std::path::PathBuf;

#[derive(clap::Args)]
#[command(mut_arg("address", |address| address.required_unless_present("open")))]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    subject: CheckTarget,
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: ReportFormatArg,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    pseudonyms: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["address", "server", "slug", "token_stdin", "client_id"])]
    open: Option<PathBuf>,
}

/// The formats of [`report::ReportFormat`] with their names on the command line.
#[derive(Clone, Copy, ValueEnum)]
enum ReportFormatArg {
    Markdown,
    Html,
    Json,
}

impl From<ReportFormatArg> for report::ReportFormat {
    fn from(format: ReportFormatArg) -> Self {
        match format {
            ReportFormatArg::Markdown => Self::Markdown,
            ReportFormatArg::Html => Self::Html,
            ReportFormatArg::Json => Self::Json,
        }
    }
}

pub(crate) async fn run(arguments: &ReportArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(written(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn written(arguments: &ReportArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let environment = arguments.subject.machine.environment(terminal)?;
    let mut support;
    let exit = if let Some(file) = &arguments.open {
        support = SourceCheck::default();
        support.opened = Some(Box::new(source_check::open(file)?));
        Exit::Fine
    } else {
        support = check::given(&arguments.subject, &environment, terminal).await?;
        let found = source_check::run(&environment, &support, &mut |heard| check::progress(&heard, terminal)).await?;
        // The exit code is the same as `check`'s, so that a script that writes a report also gets the result.
        let exit = check::verdict(&found.findings);
        support.found = Some(found);
        exit
    };
    let asked = job::report::for_source_check(&environment, &support);
    let text = job::report::text(&environment, asked, arguments.format.into(), arguments.pseudonyms).await?;
    match &arguments.output {
        None => terminal.document(&text),
        Some(file) => source_check::save(&text, file)?,
    }
    Ok(exit)
}
