//! `practice`: runs the servers for scripts.

use crate::script::{END, Ran, Script, lines};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use sourcerer_practice::free_port;
use sourcerer_tests::raw::Raw;
use std::path::Path;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Running servers, and the line that they printed.
struct Servers {
    child: Child,
    out: BufReader<ChildStdout>,
    line: String,
    ready: Value,
}

impl Servers {
    async fn start(script: &Script, arguments: &[&str]) -> Result<Self> {
        let mut child = script.program().arg("practice").args(arguments).spawn()?;
        let mut out = BufReader::new(child.stdout.take().context("a pipe")?);
        let mut line = String::new();
        timeout(END, out.read_line(&mut line)).await.context("no line comes")??;
        let ready = serde_json::from_str(&line).with_context(|| format!("{line:?}"))?;
        Ok(Self { child, out, line, ready })
    }

    fn text(&self, pointer: &str) -> &str {
        self.ready.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// The addresses of both servers.
    fn addresses(&self) -> [String; 2] {
        ["/x/base", "/authentik/base"].map(|base| {
            let base = self.text(base);
            base.split_once("://").map_or(base, |(_, rest)| rest).to_owned()
        })
    }

    /// Waits for the end. Returns the rest of the output, and the exit code.
    async fn ended(mut self) -> Result<(Option<i32>, String)> {
        drop(self.child.stdin.take());
        self.over().await
    }

    async fn over(&mut self) -> Result<(Option<i32>, String)> {
        let mut rest = String::new();
        let ended = async {
            self.out.read_to_string(&mut rest).await?;
            if let Some(mut err) = self.child.stderr.take() {
                err.read_to_string(&mut rest).await?;
            }
            self.child.wait().await
        };
        let status = timeout(END, ended).await.context("it doesn't end")??;
        Ok((status.code(), rest))
    }
}

async fn listens(address: &str) -> bool {
    TcpStream::connect(address).await.is_ok()
}

#[tokio::test]
async fn both_listen_once_the_line_is_there_and_stop_with_the_input() -> Result<()> {
    let script = Script::new().await?;
    let servers = Servers::start(&script, &[]).await?;
    let addresses = servers.addresses();
    for address in &addresses {
        assert!(listens(address).await, "{address}");
    }
    // The names, order and formats of the line. Random values are replaced by <…>.
    let mut line = servers.line.trim_end().to_owned();
    for (pointer, name) in [("/x/client_id", "<id>"), ("/x/client_secret", "<secret>"), ("/authentik/token", "<token>")]
    {
        line = line.replace(servers.text(pointer), name);
    }
    line = line.replace(&addresses[0], "<x>").replace(&addresses[1], "<authentik>");
    insta::assert_snapshot!("practice-line", line);
    assert_eq!(servers.ended().await?, (Some(0), String::new()), "nothing more is said");
    for address in &addresses {
        assert!(!listens(address).await, "{address}");
    }
    script.ends(&[])
}

#[tokio::test]
async fn a_signal_from_the_terminal_ends_it_as_well() -> Result<()> {
    let script = Script::new().await?;
    let mut servers = Servers::start(&script, &[]).await?;
    let id = servers.child.id().context("a process")?.to_string();
    ensure!(Command::new("kill").args(["-INT", &id]).status().await?.success());
    assert_eq!(servers.over().await?, (Some(0), String::new()));
    script.ends(&[])
}

#[tokio::test]
async fn licence_and_layout_are_as_they_were_asked_for() -> Result<()> {
    let script = Script::new().await?;
    for (arguments, status, brands) in
        [([].as_slice(), "unlicensed", 1), (&["--licensed", "--layout", "two-brands"], "valid", 2)]
    {
        let servers = Servers::start(&script, arguments).await?;
        let raw = Raw::new(servers.text("/authentik/base"), &servers.text("/authentik/token").into());
        assert_eq!(raw.get("/api/v3/enterprise/license/summary/").await?["status"], status, "{arguments:?}");
        assert_eq!(raw.list("/api/v3/core/brands/").await?.len(), brands, "{arguments:?}");
        assert_eq!(servers.ended().await?.0, Some(0));
    }
    script.ends(&[])
}

#[tokio::test]
async fn ports_faults_and_https_are_as_they_were_asked_for() -> Result<()> {
    let script = Script::new().await?;
    let ports = [free_port().context("a port")?, free_port().context("a port")?];
    let [x, authentik] = ports.map(|port| port.to_string());
    let arguments =
        ["--x-port", &x, "--authentik-port", &authentik, "--tls", "--fault", "x-503", "--fault", "slug-taken"];
    let servers = Servers::start(&script, &arguments).await?;
    assert_eq!(servers.text("/x/base"), format!("http://127.0.0.1:{x}"));
    assert_eq!(servers.text("/authentik/base"), format!("https://127.0.0.1:{authentik}"));
    let mut faults: Vec<_> = servers.ready["faults"].as_array().into_iter().flatten().collect();
    faults.sort_by_key(|fault| fault.as_str());
    assert_eq!(faults, ["slug-taken", "x-503"]);
    let ca = servers.text("/authentik/ca_file").to_owned();
    assert!(std::fs::read_to_string(&ca)?.starts_with("-----BEGIN CERTIFICATE-----"));
    assert_eq!(servers.ended().await?.0, Some(0));
    assert!(!Path::new(&ca).exists(), "the CA goes with its servers");
    script.ends(&[])
}

#[tokio::test]
async fn what_cannot_be_started_is_bad_input() -> Result<()> {
    let mut script = Script::new().await?;
    let held = TcpListener::bind("127.0.0.1:0").await?;
    let taken = held.local_addr()?.port().to_string();
    for arguments in [
        &["practice", "--x-port", &taken] as &[&str],
        &["practice", "--authentik-port", &taken],
        &["practice", "--fault", "rain"],
        &["practice", "--fault"],
        &["practice", "--layout", "castle"],
        &["practice", "--list-faults", "--licensed"],
        &["practice", "--patience", "1"],
        &["practice", "--walk", "--patience", "soon"],
        &["practice", "--switch", "cancel"],
        &["practice", "--switch", "cancel=maybe"],
        &["practice", "--json"],
        &["practice", "--list-faults", "--list-switches"],
        &["practice", "--list-faults", "--walk"],
        &["practice", "--list-switches", "--switch", "cancel=denied"],
    ] {
        let ran = script.run(arguments, "").await?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {ran:?}");
        assert!(!ran.err.is_empty());
    }
    let ran = script.run(&["practice", "--release", "2025.4"], "").await?;
    let says = "Invalid value 2025.4 for --release <RELEASE>. Valid values: 2024.12, 2025.2, 2025.6, 2025.8,";
    assert!(ran.err.starts_with(says), "{ran:?}");
    script.ends(&[])
}

/// The objects of a list. Each must have exactly these keys in this order.
async fn listed(script: &mut Script, list: &str, keys: &[&str]) -> Result<Vec<Value>> {
    let ran = script.run(&["practice", list, "--json"], "").await?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let rows: Vec<Value> = serde_json::from_str(&ran.out)?;
    for row in &rows {
        let object = row.as_object().context("an object")?;
        assert_eq!(object.len(), keys.len(), "{row}");
        assert!(keys.iter().all(|key| object.contains_key(*key)), "{row}");
    }
    let first = ran.out.find("\n  }").map_or("", |end| &ran.out[..end]);
    let places: Vec<_> = keys.iter().map(|key| first.find(&format!("\"{key}\":"))).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{first}");
    Ok(rows)
}

#[tokio::test]
async fn faults_are_listed_with_what_they_do_and_what_finds_them() -> Result<()> {
    let mut script = Script::new().await?;
    let rows =
        listed(&mut script, "--list-faults", &["sourcerer", "name", "does", "tag", "stage", "diagnosis"]).await?;
    assert!(rows.len() >= 30, "{}", rows.len());
    let stages = ["server", "names", "xapp", "credentials", "signin", "push", "verify"];
    let plain = script.run(&["practice", "--list-faults"], "").await?;
    assert_eq!((plain.code, plain.out.lines().count()), (Some(0), rows.len()));
    for (row, line) in rows.iter().zip(plain.out.lines()) {
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        assert!(["D", "O", "R", "T", "I", "U", "M"].contains(&text("tag")), "{row}");
        assert!(stages.contains(&text("stage")), "{row}");
        assert!(!text("does").contains('\n') && text("does").ends_with('.'), "{row}");
        let words: Vec<_> = line.split_whitespace().take(4).collect();
        assert_eq!(words, ["name", "tag", "stage", "diagnosis"].map(text), "{line}");
        assert!(line.ends_with(text("does")), "{line}");
    }
    script.ends(&[])
}

#[tokio::test]
async fn switches_are_listed_with_their_values_the_default_first() -> Result<()> {
    let mut script = Script::new().await?;
    let rows =
        listed(&mut script, "--list-switches", &["sourcerer", "name", "decides", "values", "default", "tag"]).await?;
    let plain = script.run(&["practice", "--list-switches"], "").await?;
    assert_eq!((plain.code, plain.out.lines().count()), (Some(0), rows.len()));
    for (row, line) in rows.iter().zip(plain.out.lines()) {
        let values = row["values"].as_array().context("values")?;
        assert_eq!(values.first(), Some(&row["default"]), "{row}");
        assert!(line.contains(&format!("[{}]", row["default"].as_str().unwrap_or_default())), "{line}");
        for value in values {
            let setting =
                format!("{}={}", row["name"].as_str().unwrap_or_default(), value.as_str().unwrap_or_default());
            let servers = Servers::start(&script, &["--switch", &setting]).await?;
            assert_eq!(servers.ended().await?.0, Some(0), "{setting}");
        }
    }
    script.ends(&[])
}

/// The example of the readme: one process runs the servers, the others use the line that it printed.
#[tokio::test]
async fn a_script_pushes_checks_and_undoes_with_nothing_but_the_line() -> Result<()> {
    let mut script = Script::new().await?;
    let servers = Servers::start(&script, &[]).await?;
    let text = |pointer| servers.text(pointer).to_owned();
    let (base, slug, id) = (text("/authentik/base"), text("/authentik/slug"), text("/x/client_id"));
    let token = text("/authentik/token").into();
    let secret = text("/x/client_secret").into();
    let target = ["--server", &base, "--slug", &slug];
    let push = [&["push", "--name", "X", "--client-id", &id, "--yes"], target.as_slice()].concat();
    let undo = [&["undo", "--yes"], target.as_slice()].concat();
    let check = [&["check"], target.as_slice()].concat();
    let both = lines(&[&token, &secret]);
    for (arguments, input, code) in [
        (&check, "", 1),
        (&push, both.as_str(), 0),
        (&push, both.as_str(), 0),
        (&check, "", 0),
        (&undo, both.as_str(), 0),
        (&undo, both.as_str(), 1),
        (&check, "", 1),
    ] {
        let ran: Ran = script.run(arguments, input).await?;
        assert_eq!(ran.code, Some(code), "{arguments:?}: {ran:?}");
        for secret in [&token, &secret] {
            let secret = lines(&[secret]);
            assert!(!ran.out.contains(secret.trim()) && !ran.err.contains(secret.trim()), "{arguments:?}");
        }
    }
    assert_eq!(servers.ended().await?.0, Some(0));
    script.ends(&[])
}
