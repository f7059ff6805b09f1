//! The server and the source that a command is about, and how the arguments are put into the job.

use crate::environment::StdinSecrets;
use crate::exit::Exit;
use crate::terminal::Terminal;
use secrecy::SecretString;
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug};
use sourcerer_core::credentials::{PasteField, recognise};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::{Environment, Job, SecretLocation, Session, StoredSecret, server};
use sourcerer_core::report::Secrets;
use std::io::IsTerminal as _;
use std::path::PathBuf;

/// The arguments that name a source.
#[derive(clap::Args)]
pub(crate) struct TargetArgs {
    #[arg(long, value_name = "URL")]
    server: String,
    #[arg(long, value_name = "SLUG")]
    slug: String,
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    #[arg(long)]
    allow_http: bool,
}

/// The same arguments after parsing.
pub(crate) struct SourceName {
    pub(crate) url: ServerUrl,
    pub(crate) slug: Slug,
    pub(crate) ca_file: Option<PathBuf>,
    allow_http: bool,
}

impl TargetArgs {
    /// Parses address and slug. Prints what can't be parsed, and what was left out of the address.
    pub(crate) fn read(&self, terminal: &Terminal) -> Result<SourceName, Exit> {
        let plain = if self.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
        let refused = |message| {
            terminal.note(&message);
            Exit::Usage
        };
        let read = ServerUrl::parse(&self.server, plain).map_err(|error| refused(error.message()))?;
        let slug = Slug::parse_existing(&self.slug).map_err(|error| refused(error.message()))?;
        for message in &read.said {
            terminal.note(message);
        }
        Ok(SourceName { url: read.url, slug, ca_file: self.ca_file.clone(), allow_http: self.allow_http })
    }
}

impl SourceName {
    /// A job about this source.
    pub(crate) fn stored_job(&self, environment: &Environment) -> Job {
        let mut job = Job::new(environment);
        self.url.as_str().clone_into(&mut job.server.address);
        job.server.allow_http = self.allow_http;
        // A practice job has the practice server's CA file already.
        if self.ca_file.is_some() {
            job.server.ca_file.clone_from(&self.ca_file);
        }
        self.slug.as_str().clone_into(&mut job.names.typed.slug);
        job
    }
}

/// Reads the secrets from standard input, unless it is a terminal. A command line that contains one of them is refused,
/// whatever argument it is in: what isn't secret is shown, sent and stored. Commands call this before they print anything
/// of their arguments.
pub(crate) fn given(terminal: &Terminal) -> Result<StdinSecrets, Exit> {
    if std::io::stdin().is_terminal() {
        return Ok(StdinSecrets { token: None, secret: None });
    }
    match Terminal::read_all() {
        Ok(lines) => {
            let given = StdinSecrets::of(&lines);
            refuse_in_arguments(given.token.iter().chain(&given.secret), terminal)?;
            Ok(given)
        }
        Err(error) => {
            terminal.note(&error.message());
            Err(Exit::Usage)
        }
    }
}

/// Refuses a command line that contains one of these secrets.
pub(crate) fn refuse_in_arguments<'s>(
    secrets: impl IntoIterator<Item = &'s SecretString>,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let secrets = Secrets::new(secrets.into_iter().cloned());
    let is_secret = |argument: &str| {
        let value = argument.split_once('=').map_or(argument, |(_, value)| value);
        secrets.stand_in(argument) || secrets.stand_in(value)
    };
    if std::env::args_os().skip(1).any(|argument| is_secret(&argument.to_string_lossy())) {
        terminal.note(&msg::terminal_secret_in_arguments());
        return Err(Exit::Usage);
    }
    Ok(())
}

/// Refuses a Client ID that is a secret by its shape, or holds both.
pub(crate) fn refuse_secret(client_id: &str, terminal: &Terminal) -> Result<(), Exit> {
    if recognise(client_id, PasteField::ClientId).recognised.kind.is_secret() {
        terminal.note(&msg::terminal_secret_in_arguments());
        return Err(Exit::Usage);
    }
    Ok(())
}

/// Puts the secrets into the job: those that were given for this run, and the others from the keyring.
pub(crate) async fn hand_over(
    environment: &Environment,
    session: &mut Session,
    given: StdinSecrets,
    named: &SourceName,
) {
    let Some(job) = session.job.clone() else { return };
    let token = match given.token {
        Some(token) => server::store_token(environment, &job.server, &token, SecretLocation::Memory).await,
        None => Ok(StoredSecret::for_keyring(&named.url)),
    };
    server::merge_token(session, token);
    match given.secret {
        Some(secret) => {
            let field = PasteField::ClientSecret;
            let entered =
                credentials::accept_paste(environment, &job, field, &secret, SecretLocation::Memory, Override::Yes)
                    .await;
            credentials::merge_paste(session, entered);
        }
        None => session.edit_only(|job| job.credentials.secret = credentials::from_keyring(job)),
    }
}

/// Continues without a Client Secret if the keyring has none, and returns why it has none.
pub(crate) async fn drop_missing_secret(environment: &Environment, session: &mut Session) -> Option<Symptom> {
    let job = session.job.clone()?;
    let missing = credentials::client_secret(environment, &job).await.err()?;
    session.edit_only(|job| job.credentials.secret = None);
    Some(missing)
}

/// Asks for confirmation before anything is written, unless it was given already. Without a terminal this is a refusal.
pub(crate) fn agree(is_agreed: bool, question: &Message, terminal: &Terminal) -> Result<(), Exit> {
    if is_agreed {
        return Ok(());
    }
    match terminal.ask(question) {
        Some(true) => return Ok(()),
        Some(false) => terminal.note(&msg::terminal_nothing_written()),
        None => terminal.note(&msg::terminal_needs_yes()),
    }
    Err(Exit::Usage)
}
