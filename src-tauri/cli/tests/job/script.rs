use anyhow::{Context as _, Result};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};
use sourcerer_core::authentik::{Client, Source};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::requests::{ExpectedRequest, authentik, writes};
use sourcerer_tests::world::World;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::time::timeout;

/// A program that takes longer is considered to hang, even on a busy machine.
pub(crate) const END: Duration = Duration::from_secs(100);

/// The request that finds out whose token was refused.
pub(crate) const WHOSE: &[ExpectedRequest] = &[authentik("GET", "/api/v3/core/users/me/")];

/// A script that calls the program in a world: with its own home folder, and without desktop, keyring and terminal.
pub(crate) struct Script {
    pub(crate) world: World,
    /// The client credentials of an app that is registered at the practice X.
    pub(crate) pair: TokenAuthentication,
    pub(crate) server: String,
    /// The program's output so far.
    said: String,
}

/// The result of a call.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn last_line(&self) -> &str {
        self.out.lines().last().unwrap_or_default()
    }
}

impl Script {
    pub(crate) async fn new() -> Result<Self> {
        Self::with(&[]).await
    }

    pub(crate) async fn with(faults: &[Fault]) -> Result<Self> {
        Self::started(PracticeOptions { faults: faults.iter().copied().collect(), ..PracticeOptions::default() }).await
    }

    /// A script with practice servers that have these options.
    pub(crate) async fn started(options: PracticeOptions) -> Result<Self> {
        let world = World::started(options).await?;
        let server = world.practice().authentik.base().to_owned();
        let urls = Urls::new(&ServerUrl::parse(&server, HttpPolicy::LoopbackOnly)?.url, &Slug::parse("x")?, TEST_PORT);
        let pair = world.register(vec![urls.callback, urls.test_callback], urls.website);
        Ok(Self { world, pair, server, said: String::new() })
    }

    /// The program in this script's environment, still without arguments.
    pub(crate) fn program(&self) -> Command {
        program(self.world.folder(), Some(&self.world.data()))
    }

    /// The path of a file with the line that `practice` would have printed for these servers, for `--practice`.
    pub(crate) fn practice_file(&self) -> Result<String> {
        let world = self.world.practice().world();
        let line = serde_json::json!({
            "x": { "base": world.x, "portal": world.portal },
            "authentik": { "base": world.authentik, "slug": world.slug, "ca_file": world.ca_file },
            "faults": world.faults,
        });
        let file = self.world.folder().join("practice.json");
        std::fs::write(&file, line.to_string())?;
        Ok(file.display().to_string())
    }

    /// Runs the program and waits for its end.
    pub(crate) async fn run(&mut self, arguments: &[&str], input: &str) -> Result<Ran> {
        let mut program = self.program();
        program.args(arguments);
        let ran = run(program, input).await?;
        self.heard(&ran);
        Ok(ran)
    }

    /// Stores the output for the search at the end.
    pub(crate) fn heard(&mut self, ran: &Ran) {
        self.said += &ran.out;
        self.said += &ran.err;
    }

    /// The two lines of standard input.
    pub(crate) fn secrets(&self) -> String {
        lines(&[self.world.token(), &self.pair.client_secret])
    }

    /// The arguments of the push that most tests use.
    pub(crate) fn push_arguments(&self) -> Vec<String> {
        let words = ["push", "--server", &self.server, "--slug", "x", "--name", "X", "--client-id"];
        words.into_iter().chain([self.pair.client_id.as_str()]).map(str::to_owned).collect()
    }

    pub(crate) async fn push(&mut self, more: &[&str]) -> Result<Ran> {
        let input = self.secrets();
        self.push_with(more, &input).await
    }

    pub(crate) async fn push_with(&mut self, more: &[&str], input: &str) -> Result<Ran> {
        let arguments = self.push_arguments();
        let arguments: Vec<_> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
        self.run(&arguments, input).await
    }

    pub(crate) async fn undo(&mut self, more: &[&str]) -> Result<Ran> {
        let (server, input) = (self.server.clone(), lines(&[self.world.token()]));
        let arguments = [&["undo", "--server", &server, "--slug", "x"], more].concat();
        self.run(&arguments, &input).await
    }

    pub(crate) async fn check(&mut self, slug: &str, more: &[&str]) -> Result<Ran> {
        let server = self.server.clone();
        self.run(&[&["check", "--server", &server, "--slug", slug], more].concat(), "").await
    }

    /// The state of the server: its sources, and the keys of those on the login page.
    pub(crate) async fn on_the_server(&self) -> Result<(Vec<Source>, Vec<String>)> {
        let net = self.world.environment().http_client(self.world.practice().authentik.ca_file())?;
        let server = ServerUrl::parse(&self.server, HttpPolicy::LoopbackOnly)?.url;
        let client = Client::new(net, &server, Some(self.world.token().clone()));
        let shown = client.stages().await?.into_iter().flat_map(|stage| stage.sources).collect();
        Ok((client.sources().await?, shown))
    }

    /// The writes to the server so far, as lines.
    pub(crate) fn writes(&self) -> Vec<String> {
        writes(&self.world.log().all())
    }

    /// The journals of this machine.
    pub(crate) fn journals(&self) -> Result<Vec<PathBuf>> {
        files(&self.world.data().join("sourcerer/journals"))
    }

    /// The world's checks of everything that was written and printed.
    pub(crate) fn ends(self, wanted: &[&[ExpectedRequest]]) -> Result<()> {
        self.world.end(&wanted.concat(), &[("what the binary said", &self.said)])
    }
}

/// The files in a folder; none if the folder doesn't exist.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let all: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    // Lock files are empty, and aren't deleted.
    Ok(all.into_iter().filter(|path| path.extension().is_none_or(|ending| ending != "lock")).collect())
}

/// The program in its own session, so that it doesn't use the tests' terminal.
pub(crate) fn program(folder: &Path, data: Option<&Path>) -> Command {
    let mut command = surrounded(Command::new("setsid"), folder, data);
    command.arg(env!("CARGO_BIN_EXE_sourcerer-cli"));
    command
}

/// A program with its own home folder and without a keyring.
pub(crate) fn surrounded(mut command: Command, folder: &Path, data: Option<&Path>) -> Command {
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder.join("home"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", folder.join("no-bus").display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    if let Some(data) = data {
        command.env("XDG_DATA_HOME", data);
    }
    command
}

/// Starts the program, writes its whole input, and waits for its end.
pub(crate) async fn run(mut program: Command, input: &str) -> Result<Ran> {
    let mut child = program.spawn().context("the binary, through setsid")?;
    let mut stdin = child.stdin.take().context("a pipe")?;
    // A program that doesn't read its input may end before it is written.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let output = timeout(END, child.wait_with_output()).await.context("it hangs")??;
    Ok(Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout)?,
        err: String::from_utf8(output.stderr)?,
    })
}

/// Formats secrets as lines of standard input.
pub(crate) fn lines(secrets: &[&SecretString]) -> String {
    let lines: Vec<_> = secrets.iter().map(|secret| secret.expose_secret()).collect();
    lines.join("\n") + "\n"
}
