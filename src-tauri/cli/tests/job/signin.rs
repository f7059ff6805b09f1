//! `test`: a real sign-in at X, with a browser anywhere.

use crate::script::{END, Ran, Script, lines, surrounded};
use anyhow::{Context as _, Result};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use sourcerer_core::signin::BrowserOpener as _;
use sourcerer_practice::free_port;
use sourcerer_practice::person::BrowserSession;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::requests::LIVE_TEST;
use std::fs;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;
use url::Url;

/// An app whose test callback has a port that nothing else uses.
struct App {
    pair: TokenAuthentication,
    port: String,
}

impl App {
    fn registered(script: &Script) -> Result<Self> {
        let port = free_port().context("a port")?;
        let callback = sourcerer_core::loopback::address(port).to_string();
        Ok(Self { pair: script.world.register(vec![callback], script.server.clone()), port: port.to_string() })
    }

    fn arguments(&self, practice: &str, more: &[&str]) -> Vec<String> {
        let words = ["test", "--client-id", self.pair.client_id.as_str(), "--port", &self.port, "--practice", practice];
        words.iter().chain(&["--no-browser"]).chain(more).map(|word| (*word).to_owned()).collect()
    }
}

/// A test that runs, and its output so far in addition to the answer.
struct Running {
    child: Child,
    err: BufReader<tokio::process::ChildStderr>,
    said: String,
}

impl Running {
    async fn start(script: &Script, app: &App, secret: &SecretString, more: &[&str]) -> Result<Self> {
        let mut program = script.program();
        program.args(app.arguments(&script.practice_file()?, more));
        let mut child = program.spawn()?;
        let mut stdin = child.stdin.take().context("a pipe")?;
        stdin.write_all(lines(&[secret]).as_bytes()).await?;
        drop(stdin);
        let err = BufReader::new(child.stderr.take().context("a pipe")?);
        Ok(Self { child, err, said: String::new() })
    }

    /// The address that it prints for the browser.
    async fn address(&mut self) -> Result<Url> {
        let found = async {
            loop {
                let mut line = String::new();
                anyhow::ensure!(self.err.read_line(&mut line).await? > 0, "it ends: {}", self.said);
                self.said += &line;
                if let Some((_, address)) = line.trim_end().split_once("Open this address in a browser: ") {
                    return Ok(Url::parse(address)?);
                }
            }
        };
        timeout(END, found).await.context("no address comes")?
    }

    async fn ended(mut self, script: &mut Script) -> Result<Ran> {
        let (mut out, mut err) = (String::new(), self.said);
        let mut pipe = self.child.stdout.take().context("a pipe")?;
        let ended = async {
            tokio::try_join!(pipe.read_to_string(&mut out), self.err.read_to_string(&mut err))?;
            self.child.wait().await
        };
        let status = timeout(END, ended).await.context("it hangs")??;
        let ran = Ran { code: status.code(), out, err };
        script.heard(&ran);
        Ok(ran)
    }
}

fn answer(ran: &Ran) -> Result<Value> {
    serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))
}

fn verdicts(answer: &Value) -> Vec<&str> {
    answer["legs"].as_array().into_iter().flatten().filter_map(|leg| leg["verdict"].as_str()).collect()
}

#[tokio::test]
async fn whoever_agrees_at_x_is_shown_and_the_token_is_ended() -> Result<()> {
    let mut script = Script::new().await?;
    let app = App::registered(&script)?;
    let secret = app.pair.client_secret.clone();
    for more in [&["--json"][..], &[]] {
        let mut running = Running::start(&script, &app, &secret, more).await?;
        let address = running.address().await?;
        script.world.browser().open(&address).context("a browser")?;
        let ran = running.ended(&mut script).await?;
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(!ran.err.contains(['\r', '\u{1b}']), "nothing of the progress comes into a pipe: {ran:?}");
        if more.is_empty() {
            assert!(ran.out.contains("  Token revoked: OK, "), "{ran:?}");
            assert!(ran.out.contains("`@ana_lindqvist`") || ran.out.contains("@ana_lindqvist"), "{ran:?}");
            assert_eq!(ran.last_line(), "Sign-in with X works with this Client ID and secret.");
        } else {
            let answer = answer(&ran)?;
            assert_eq!((&answer["ending"], &answer["diagnosis"]), (&json!("passed"), &Value::Null));
            assert_eq!(verdicts(&answer), ["passed"; 6], "{answer}");
            assert_eq!(answer["profile"]["username"], "ana_lindqvist");
            let names: Vec<_> = answer["profile"].as_object().into_iter().flat_map(|profile| profile.keys()).collect();
            assert_eq!(names, ["confirmed_email", "id", "name", "username"]);
            assert_eq!(answer["granted"], json!(["tweet.read", "users.read"]));
        }
    }
    let revoked = script.world.log().all().iter().filter(|asked| asked.path == "/2/oauth2/revoke").count();
    assert!(revoked >= 2, "each run ends what it got: {revoked}");
    script.ends(&[LIVE_TEST])
}

#[tokio::test]
async fn a_refused_secret_ends_with_its_cause_and_what_to_do() -> Result<()> {
    let mut script = Script::new().await?;
    let app = App::registered(&script)?;
    let other = script.world.canary().secret().clone();
    let mut running = Running::start(&script, &app, &other, &[]).await?;
    let address = running.address().await?;
    script.world.browser().open(&address).context("a browser")?;
    let ran = running.ended(&mut script).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("  Code exchanged: Failed"), "{ran:?}");
    assert!(ran.out.contains("X knows this Client ID but rejects the secret\n"), "{ran:?}");
    assert!(ran.out.contains("Possible causes, most likely first:\n  1. "), "{ran:?}");
    script.ends(&[LIVE_TEST])
}

#[tokio::test]
async fn silence_ends_in_time_and_leaves_out_what_it_cant_come_from() -> Result<()> {
    let mut script = Script::new().await?;
    let app = App::registered(&script)?;
    let secret = app.pair.client_secret.clone();
    let mut running = Running::start(&script, &app, &secret, &["--timeout", "1", "--json"]).await?;
    running.address().await?;
    let ran = running.ended(&mut script).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let answer = answer(&ran)?;
    assert_eq!((&answer["ending"], &answer["diagnosis"]), (&json!("failed"), &json!("callback-silent")));
    assert!(ran.err.contains("Nothing came back from X within 1 second"), "{ran:?}");
    // The test doesn't request email, so the switch at X can't be the cause; a missing callback can.
    assert!(ran.err.contains("Possible causes") && !ran.err.contains("Request email"), "{ran:?}");
    script.ends(&[LIVE_TEST])
}

#[tokio::test]
async fn an_interrupt_stops_it_and_says_nothing_about_the_app() -> Result<()> {
    let mut script = Script::new().await?;
    let app = App::registered(&script)?;
    let secret = app.pair.client_secret.clone();
    for signal in ["-INT", "-TERM"] {
        let mut running = Running::start(&script, &app, &secret, &["--json"]).await?;
        running.address().await?;
        let process = running.child.id().context("its number")?.to_string();
        Command::new("kill").args([signal, &process]).status().await?;
        let ran = running.ended(&mut script).await?;
        let answer = answer(&ran)?;
        assert_eq!((ran.code, &answer["ending"], &answer["diagnosis"]), (Some(1), &json!("stopped"), &Value::Null));
    }
    script.ends(&[LIVE_TEST])
}

#[tokio::test]
async fn what_cant_be_tested_is_exit_2_and_asks_nobody() -> Result<()> {
    let mut script = Script::new().await?;
    let app = App::registered(&script)?;
    let practice = script.practice_file()?;
    for (more, input) in [(&["--scopes", "tweet.read,users"][..], "x\n"), (&["--port", "0"], "x\n"), (&[], "")] {
        let arguments = app.arguments(&practice, &[&["--json"], more].concat());
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let ran = script.run(&arguments, input).await?;
        assert_eq!(ran.code, Some(2), "{more:?}: {ran:?}");
        assert!(!ran.err.is_empty(), "{ran:?}");
    }
    script.ends(&[])
}

#[tokio::test]
async fn where_the_browser_is_elsewhere_its_address_is_pasted_at_the_terminal() -> Result<()> {
    let script = Script::new().await?;
    let app = App::registered(&script)?;
    // The program has its own terminal for what is pasted. The secret is read from a file.
    let (folder, practice) = (script.world.folder().to_owned(), script.practice_file()?);
    let secret = folder.join("secret");
    fs::write(&secret, lines(&[&app.pair.client_secret]))?;
    let words = app.arguments(&practice, &[]).join(" ");
    let line = format!("{} {words} < {}", env!("CARGO_BIN_EXE_sourcerer-cli"), secret.display());
    let mut command = surrounded(Command::new("script"), &folder, Some(&script.world.data()));
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]).stderr(Stdio::null());
    let mut child = command.spawn().context("`script`, of util-linux")?;
    let mut typed = child.stdin.take().context("a pipe")?;
    let mut out = BufReader::new(child.stdout.take().context("a pipe")?);
    let mut said = String::new();
    let dialog = async {
        let line = until(&mut out, &mut said, "Open this address in a browser: ").await?;
        let address = line.split_once("browser: ").map(|(_, address)| address.trim()).context("an address")?;
        until(&mut out, &mut said, "paste it here").await?;
        let person = BrowserSession::new(Url::parse(&script.world.practice().x.base())?, None)?;
        let callback = person.consent(&Url::parse(address)?).await?;
        typed.write_all(b"https://elsewhere.example/\n").await?;
        until(&mut out, &mut said, "That is another address").await?;
        typed.write_all(format!("{callback}\n").as_bytes()).await?;
        until(&mut out, &mut said, "Accepted. It belongs to this test").await?;
        out.read_to_string(&mut said).await?;
        anyhow::Ok(child.wait().await?)
    };
    let status = timeout(END, dialog).await.with_context(|| "it hangs")??;
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(said.contains("Sign-in with X works with this Client ID and secret."), "{said}");
    assert!(!said.contains(app.pair.client_secret.expose_secret()), "{said}");
    fs::remove_file(secret)?;
    script.ends(&[LIVE_TEST])
}

/// Reads until a line contains this text, and returns the line.
async fn until(out: &mut (impl AsyncBufReadExt + Unpin), said: &mut String, words: &str) -> Result<String> {
    loop {
        let mut line = String::new();
        anyhow::ensure!(out.read_line(&mut line).await? > 0, "it ends before “{words}”: {said}");
        said.push_str(&line);
        if line.contains(words) {
            return Ok(line);
        }
    }
}
