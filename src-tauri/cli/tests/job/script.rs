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

/// Longer than anything takes on a busy machine: whatever lasts longer hangs.
pub(crate) const END: Duration = Duration::from_secs(100);

/// Whose a refused token is, which is asked to say it.
pub(crate) const WHOSE: &[ExpectedRequest] = &[authentik("GET", "/api/v3/core/users/me/")];

/// A script that calls the binary in a world: with a home of its own, without desktop, keyring and terminal.
pub(crate) struct Script {
    pub(crate) world: World,
    /// An app registered at the practice X.
    pub(crate) pair: TokenAuthentication,
    pub(crate) server: String,
    /// All that the binary said so far.
    said: String,
}

/// What came of a call.
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

    /// With such practice servers.
    pub(crate) async fn started(options: PracticeOptions) -> Result<Self> {
        let world = World::started(options).await?;
        let server = world.practice().authentik.base().to_owned();
        let urls = Urls::new(&ServerUrl::read(&server, HttpPolicy::LoopbackOnly)?.url, &Slug::read("x")?, TEST_PORT);
        let pair = world.register(vec![urls.callback, urls.test_callback], urls.website);
        Ok(Self { world, pair, server, said: String::new() })
    }

    /// The binary in this script's surroundings, yet without arguments.
    pub(crate) fn program(&self) -> Command {
        program(self.world.folder(), Some(&self.world.data()))
    }

    /// The line that `practice` would have printed of these servers, in a file: what `--practice` takes.
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

    /// Calls the binary and waits for its end.
    pub(crate) async fn run(&mut self, arguments: &[&str], input: &str) -> Result<Ran> {
        let mut program = self.program();
        program.args(arguments);
        let ran = run(program, input).await?;
        self.heard(&ran);
        Ok(ran)
    }

    /// Keeps what was said for the search at the end.
    pub(crate) fn heard(&mut self, ran: &Ran) {
        self.said += &ran.out;
        self.said += &ran.err;
    }

    /// The two lines of standard input.
    pub(crate) fn secrets(&self) -> String {
        lines(&[self.world.token(), &self.pair.client_secret])
    }

    /// The arguments of the push that most tests are about.
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

    /// What the server has: its sources, and the keys of those on the login page.
    pub(crate) async fn on_the_server(&self) -> Result<(Vec<Source>, Vec<String>)> {
        let net = self.world.environment().net(self.world.practice().authentik.ca_file())?;
        let server = ServerUrl::read(&self.server, HttpPolicy::LoopbackOnly)?.url;
        let client = Client::new(net, &server, Some(self.world.token().clone()));
        let shown = client.stages().await?.into_iter().flat_map(|stage| stage.sources).collect();
        Ok((client.sources().await?, shown))
    }

    /// What was written to the server so far, as lines.
    pub(crate) fn writes(&self) -> Vec<String> {
        writes(&self.world.log().all())
    }

    /// The journals of this machine.
    pub(crate) fn journals(&self) -> Result<Vec<PathBuf>> {
        files(&self.world.data().join("sourcerer/journals"))
    }

    /// The world's checks, on all that was written and said.
    pub(crate) fn ends(self, wanted: &[&[ExpectedRequest]]) -> Result<()> {
        self.world.end(&wanted.concat(), &[("what the binary said", &self.said)])
    }
}

/// The files in a folder; none where there is no folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let all: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    // Locks are empty, and stay.
    Ok(all.into_iter().filter(|path| path.extension().is_none_or(|ending| ending != "lock")).collect())
}

/// The binary in a session of its own, so that no terminal of the tests is its terminal.
pub(crate) fn program(folder: &Path, data: Option<&Path>) -> Command {
    let mut command = surrounded(Command::new("setsid"), folder, data);
    command.arg(env!("CARGO_BIN_EXE_sourcerer-cli"));
    command
}

/// A program with a home of its own, and nobody who answers for a keyring.
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

/// Starts it, gives it its whole input, and waits for its end.
pub(crate) async fn run(mut program: Command, input: &str) -> Result<Ran> {
    let mut child = program.spawn().context("the binary, through setsid")?;
    let mut stdin = child.stdin.take().context("a pipe")?;
    // Who doesn't read its input may be gone before it is written.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let output = timeout(END, child.wait_with_output()).await.context("it hangs")??;
    Ok(Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout)?,
        err: String::from_utf8(output.stderr)?,
    })
}

/// Secrets as lines of standard input.
pub(crate) fn lines(secrets: &[&SecretString]) -> String {
    let lines: Vec<_> = secrets.iter().map(|secret| secret.expose_secret()).collect();
    lines.join("\n") + "\n"
}
