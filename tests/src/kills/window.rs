//! The window's program. What a person would press is called as the page calls it, so that a kill costs little more than
//! opening the window again.

use super::server::{SLUG, Server};
use super::{KillTally, Moments};
use crate::display::DisplayServer;
use crate::session::{Keyring, Session};
use crate::window::Window;
use anyhow::{Context as _, Result, bail, ensure};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How often each is killed.
#[derive(Clone, Copy, Debug)]
pub struct WindowKills {
    /// Pushes, and as many undos.
    pub pushes: usize,
    /// Rotations.
    pub rotations: usize,
}

/// A desktop with a keyring, an open window, and the server that its job is about.
#[derive(Debug)]
pub struct Desktop<'e> {
    environment: &'e DisplayServer,
    /// The desktop's session.
    pub session: Session,
    /// The server.
    pub server: Server,
    /// `None` between a kill and the next start.
    window: Option<Window>,
    /// The id of the job.
    pub job: String,
}

/// Kills the window in pushes, undos and rotations, and after each kill opens it again and goes on.
///
/// # Errors
/// If the servers or the window can't be started, or an undisturbed run fails.
pub async fn window_kills(environment: &DisplayServer, kills: WindowKills, moments: &mut Moments) -> Result<KillTally> {
    let mut desktop = Desktop::open(environment).await?;
    let mut tally = KillTally::default();
    let first = Server::secret(0);
    desktop.enters_everything(&first).await?;

    // Undisturbed runs show how long each takes, and to what end it comes.
    let push = desktop.timed("push_apply", json!({})).await?;
    desktop.server.after = desktop.server.likeness().await?;
    desktop.must("push_review_undo", json!({})).await?;
    let undo = desktop.timed("push_undo", json!({ "consent": "given" })).await?;
    ensure!(desktop.server.likeness().await? == desktop.server.before, "an undo comes to another end");
    for round in 0..kills.pushes {
        let (after, before) = (desktop.server.after.clone(), desktop.server.before.clone());
        let name = format!("window, push {round}");
        desktop.must("push_review", json!({})).await?;
        desktop.killed(&name, "push_apply", json!({}), moments.of(push), &mut tally).await?;
        let pushed = desktop.pushes().await;
        desktop.comes_to(&name, pushed, &after, &mut tally).await?;
        if !desktop.server.has_secret(&first) {
            tally.lost.push(format!("{name}: the secret"));
        }
        let name = format!("window, undo {round}");
        desktop.must("push_review_undo", json!({})).await?;
        desktop.killed(&name, "push_undo", json!({ "consent": "given" }), moments.of(undo), &mut tally).await?;
        let undone = desktop.undoes().await;
        desktop.comes_to(&name, undone, &before, &mut tally).await?;
    }
    if kills.rotations > 0 {
        desktop.rotations(kills.rotations, moments, &mut tally).await?;
    }
    desktop.close().await?;
    Ok(tally)
}

impl<'e> Desktop<'e> {
    /// Starts the session and the server, and opens the window.
    ///
    /// # Errors
    /// If one of them doesn't start.
    pub async fn open(environment: &'e DisplayServer) -> Result<Self> {
        let mut session = Session::start(Keyring::Unlocked).await?;
        // The job is a real one, and no test asks the real X: it can't be reached.
        session.set("HTTPS_PROXY", "http://127.0.0.1:1");
        let server = Server::start().await?;
        let window = Some(Window::open(&session, environment).await?);
        Ok(Self { environment, session, server, window, job: String::new() })
    }

    /// Closes the window and stops the server.
    ///
    /// # Errors
    /// If the window doesn't close.
    pub async fn close(self) -> Result<()> {
        let Self { session, server, window, .. } = self;
        if let Some(window) = window {
            window.close(&session).await?;
        }
        server.practice.stop().await;
        Ok(())
    }

    /// The open window.
    ///
    /// # Errors
    /// If it was killed.
    pub fn window(&self) -> Result<&Window> {
        self.window.as_ref().context("an open window")
    }

    /// Calls a command, and returns its view, or its error.
    async fn call(&self, command: &str, given: Value) -> Result<Result<Value, String>> {
        self.window()?.invoke_together(&[(command, given)]).await?.pop().context("an answer")
    }

    /// Calls a command that doesn't fail.
    ///
    /// # Errors
    /// If it fails.
    pub async fn must(&self, command: &str, given: Value) -> Result<Value> {
        self.window()?.invoke(command, given).await
    }

    /// A real job with everything that a push needs, and a plan.
    ///
    /// # Errors
    /// If the window doesn't take something.
    pub async fn enters_everything(&mut self, secret: &str) -> Result<()> {
        let view = self.must("job_new", json!({})).await?;
        view["job"]["id"].as_str().context("a job")?.clone_into(&mut self.job);
        let token = self.server.practice.authentik.token().expose_secret();
        self.must("server_edit", json!({ "address": self.server.proxy.base(), "allowHttp": false })).await?;
        self.must("server_store_token", json!({ "token": token, "place": "keyring" })).await?;
        self.must("server_check", json!({})).await?;
        self.names().await?;
        let client_id = self.server.practice.register(Vec::new(), String::new()).client_id.clone();
        for (field, text) in [("clientId", client_id.as_str()), ("clientSecret", secret)] {
            self.must("credentials_enter", json!({ "field": field, "text": text, "place": "keyring" })).await?;
        }
        self.must("push_review", json!({})).await.map(drop)
    }

    /// Enters the source's name and slug, and agrees to them.
    ///
    /// # Errors
    /// If the window doesn't take them.
    pub async fn names(&self) -> Result<()> {
        self.rename("X").await?;
        self.must("names_agree", json!({})).await.map(drop)
    }

    /// Enters another name of the source.
    ///
    /// # Errors
    /// If the window doesn't take it.
    pub async fn rename(&self, name: &str) -> Result<()> {
        let view = self.must("app_view", json!({})).await?;
        let typed = ["who", "email", "scopes", "terms", "privacy", "port"];
        let mut entered: serde_json::Map<_, _> =
            typed.into_iter().map(|name| (name.to_owned(), view["job"]["names"][name].clone())).collect();
        entered.extend([("name".to_owned(), json!(name)), ("slug".to_owned(), json!(SLUG))]);
        self.must("names_edit", json!({ "entered": entered })).await.map(drop)
    }

    async fn timed(&self, command: &str, given: Value) -> Result<Duration> {
        let began = Instant::now();
        self.must(command, given).await?;
        Ok(began.elapsed())
    }

    /// Kills the window at this moment of a command, opens it again, and sees that it is on the right page.
    async fn killed(
        &mut self,
        name: &str,
        command: &str,
        given: Value,
        moment: Duration,
        tally: &mut KillTally,
    ) -> Result<()> {
        let before = self.server.proxy.passed().len();
        self.window()?.begin(command, given).await?;
        sleep(moment).await;
        let window = self.window.take().context("an open window")?;
        window.kill(&self.session).await?;
        tally.kills += 1;
        let has_ended = self.server.proxy.passed().len() > before;
        tally.during += usize::from(has_ended);
        let now = self.server.settle(name, tally).await?;
        self.window = Some(Window::open(&self.session, self.environment).await?);
        let view = self.must("app_view", json!({})).await?;
        // The page may have begun a comparison of its own, which answers with the same job.
        let page = view["job"]["page"].as_str();
        let is_between = now != self.server.before && now != self.server.after;
        if is_between && page != Some("push") {
            tally.stuck.push(format!("{name}: it is opened on {page:?}, and the push is half done"));
        }
        if view["job"].is_null() {
            self.must("job_open", json!({ "id": self.job })).await?;
        }
        Ok(())
    }

    /// Pushes what is left of the plan.
    async fn pushes(&self) -> Result<()> {
        for _ in 0..3 {
            let view = self.must("push_review", json!({})).await?;
            if let Err(error) = self.call("push_apply", json!({})).await? {
                // With nothing left to push there is no plan to push.
                return if error.contains("nothing-to-push") {
                    Ok(())
                } else {
                    bail!("{error}: {}", view["job"]["push"])
                };
            }
        }
        Ok(())
    }

    async fn undoes(&self) -> Result<()> {
        match self.call("push_review_undo", json!({})).await? {
            Ok(_) => self.must("push_undo", json!({ "consent": "given" })).await.map(drop),
            // The undo had ended before the kill.
            Err(error) if error.contains("nothing-to-undo") => Ok(()),
            Err(error) => bail!(error),
        }
    }

    async fn comes_to(&self, name: &str, outcome: Result<()>, wanted: &str, tally: &mut KillTally) -> Result<()> {
        let now = self.server.settle(name, tally).await?;
        match outcome {
            Err(error) => tally.stuck.push(format!("{name}: {error:#}")),
            Ok(()) if now != wanted => tally.lost.push(format!("{name}: {now} in place of {wanted}")),
            Ok(()) => {}
        }
        Ok(())
    }

    async fn rotations(&mut self, rounds: usize, moments: &mut Moments, tally: &mut KillTally) -> Result<()> {
        self.pushes().await?;
        let mut old = Server::secret(1);
        self.prepares(&old).await?;
        let whole = self.timed("rotation_push", json!({})).await?;
        ensure!(self.server.has_secret(&old), "an undisturbed rotation writes no secret");
        self.must("rotation_end", json!({})).await?;
        for round in 0..rounds {
            let new = Server::secret(round + 2);
            let name = format!("window, rotation {round}");
            self.prepares(&new).await?;
            self.killed(&name, "rotation_push", json!({}), moments.of(whole), tally).await?;
            if !self.server.has_secret(&new) && !self.server.has_secret(&old) {
                tally.lost.push(format!("{name}: both secrets"));
            }
            if let Err(error) = self.rotates(&new).await {
                tally.stuck.push(format!("{name}: {error:#}"));
            }
            let after = self.server.after.clone();
            self.comes_to(&name, Ok(()), &after, tally).await?;
            if !self.server.has_secret(&new) {
                tally.lost.push(format!("{name}: the new secret"));
            }
            old = new;
        }
        Ok(())
    }

    /// Up to the last press of a rotation.
    async fn prepares(&self, new: &str) -> Result<Value> {
        self.must("rotation_start", json!({ "of": "job" })).await?;
        self.must("rotation_prepare", json!({})).await?;
        self.must("rotation_changed", json!({})).await?;
        self.must("rotation_paste", json!({ "text": new })).await
    }

    /// Brings the new secret over, wherever it is.
    async fn rotates(&self, new: &str) -> Result<()> {
        let view = self.prepares(new).await?;
        if let Err(error) = self.call("rotation_push", json!({})).await? {
            ensure!(self.server.has_secret(new), "{error}: {}", view["rotation"]);
        }
        self.must("rotation_end", json!({})).await.map(drop)
    }
}
