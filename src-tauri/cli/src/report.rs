use crate::check::{self, Subject};
use crate::exit::Exit;
use crate::stop::Stop;
use crate::terminal::Terminal;
use clap::ValueEnum;
use sourcerer_core::job::{self, Support, support};
use sourcerer_core::report;
use std::path::PathBuf;

#[derive(clap::Args)]
#[command(mut_arg("address", |address| address.required_unless_present("open")))]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: Format,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    pseudonyms: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["address", "server", "slug", "token_stdin", "client_id"])]
    open: Option<PathBuf>,
}

/// As [`report::Format`], by the names of the command line.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
    Html,
    Json,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
            Format::Json => Self::Json,
        }
    }
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(written(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn written(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let desk = arguments.subject.machine.desk(terminal)?;
    let mut support;
    let exit = if let Some(file) = &arguments.open {
        support = Support::default();
        support.opened = Some(Box::new(support::open(file)?));
        Exit::Fine
    } else {
        support = check::given(&arguments.subject, &desk, terminal).await?;
        let found = support::run(&desk, &support, &mut |heard| check::progress(&heard, terminal)).await?;
        // It ends as `check` would, so that whoever writes a report knows how it stands.
        let exit = check::verdict(&found.findings);
        support.found = Some(found);
        exit
    };
    let asked = job::report::of_check(&desk, &support);
    let text = job::report::text(&desk, asked, arguments.format.into(), arguments.pseudonyms).await?;
    match &arguments.output {
        None => terminal.print(text.trim_end()),
        Some(file) => support::save(&text, file)?,
    }
    Ok(exit)
}
