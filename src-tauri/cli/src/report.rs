use crate::check::{self, Stop, Subject};
use crate::exit::Exit;
use crate::terminal::Terminal;
use clap::ValueEnum;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::support;
use sourcerer_core::report::{self, Report, Secrets};
use sourcerer_core::words::said;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

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
        Ok(exit) | Err(Stop::Exit(exit)) => exit,
        Err(Stop::Symptom(symptom)) => {
            terminal.diagnose(&(&symptom).into());
            Exit::from(&symptom)
        }
    }
}

async fn written(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let refused = |terminal: &Terminal, error: &report::Error| {
        terminal.note(&error.message());
        Stop::Exit(Exit::Usage)
    };
    let (whole, secrets, exit) = match &arguments.open {
        Some(file) => {
            let text = read(file, terminal)?;
            let whole = report::read(&text).map_err(|error| refused(terminal, &error))?;
            (whole, Secrets::default(), Exit::Fine)
        }
        None => Box::pin(checked(&arguments.subject, terminal)).await?,
    };
    let whole =
        if arguments.pseudonyms { whole.pseudonymous().map_err(|error| refused(terminal, &error))? } else { whole };
    let text = whole.write(arguments.format.into(), terminal.book(), &secrets).map_err(|error| {
        terminal.note(&error.message());
        Stop::Exit(Exit::Finding)
    })?;
    match &arguments.output {
        None => terminal.print(text.trim_end()),
        Some(file) => save(&text, file).map_err(|error| {
            terminal.note(&said::terminal_report_unwritten(file.display().to_string(), error.to_string()));
            Stop::Exit(Exit::Usage)
        })?,
    }
    Ok(exit)
}

/// Checks as `check` does. It ends as that would, so that whoever writes a report knows how it stands.
async fn checked(subject: &Subject, terminal: &mut Terminal) -> Result<(Report, Secrets, Exit), Stop> {
    let desk = subject.machine.desk(terminal).map_err(Stop::Exit)?;
    let given = check::given(subject, &desk, terminal).await?;
    let found = support::run(&desk, &given, &mut |_| ()).await.map_err(Stop::Symptom)?;
    let unusable = || Stop::Symptom(Symptom::AuthentikNotThere { host: given.address.clone(), status: 0 });
    let whole = support::report(&desk, &given, &found).ok_or_else(unusable)?;
    Ok((whole, support::secrets(&given), check::verdict(&found.findings)))
}

fn read(file: &Path, terminal: &Terminal) -> Result<String, Stop> {
    let name = || file.display().to_string();
    let mut text = String::new();
    let read = File::open(file).and_then(|open| open.take(support::LARGEST + 1).read_to_string(&mut text));
    let why = match read {
        Err(error) => said::terminal_file_unreadable(name(), error.to_string()),
        Ok(_) if text.len() as u64 > support::LARGEST => said::terminal_report_too_big(name()),
        Ok(_) => return Ok(text),
    };
    terminal.note(&why);
    Err(Stop::Exit(Exit::Usage))
}

fn save(text: &str, file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::metadata(folder)?;
    let mut fresh = NamedTempFile::new_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.persist(file).map_err(|error| error.error)?;
    Ok(())
}
