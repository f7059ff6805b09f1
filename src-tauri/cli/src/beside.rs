//! What a push can do beside the source and its button: a Source stage, and links made again.

use crate::choose::NONE;
use crate::exit::Exit;
use crate::stop::Stop;
use crate::terminal::Terminal;
use sourcerer_core::job::embed::{self, After, Refused};
use sourcerer_core::job::{Desk, Draft, repair};

/// The arguments that choose it.
#[derive(clap::Args)]
pub(crate) struct Beside {
    #[arg(long, value_name = "FLOW")]
    source_stage: Option<String>,
    #[arg(long, value_name = "STAGE", requires = "source_stage")]
    source_stage_after: Option<String>,
    #[arg(long, value_name = "MINUTES", requires = "source_stage", default_value_t = embed::TEN_MINUTES)]
    resume_timeout: u32,
    #[arg(long, value_name = "USER=ID", value_parser = link)]
    link: Vec<String>,
}

/// A user name and a number; the rest is the core's to judge.
fn link(text: &str) -> Result<String, &'static str> {
    let is_link = text.rsplit_once('=').is_some_and(|(user, id)| {
        !user.trim().is_empty() && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_link { Ok(text.to_owned()) } else { Err("") }
}

impl Beside {
    /// Whether anything is.
    pub(crate) fn is_wanted(&self) -> bool {
        self.source_stage.is_some() || !self.link.is_empty()
    }

    /// Hands it over, with what the server has to show for it.
    pub(crate) async fn hand_over(&self, desk: &Desk, draft: &mut Draft, terminal: &Terminal) -> Result<(), Stop> {
        if let Some(flow) = &self.source_stage {
            let look = embed::look(desk, draft).await?;
            embed::looked(draft, Ok(look));
            let after = match self.source_stage_after.as_deref() {
                None => After::All,
                Some(NONE) => After::Nothing,
                Some(stage) => After::Stage(stage.to_owned()),
            };
            embed::enter_named(draft, flow, &after, self.resume_timeout).map_err(|refused| {
                let (message, exit) = match refused {
                    Refused::Unlicensed(message) => (message, Exit::Finding),
                    Refused::Choice(message) => (message, Exit::Usage),
                };
                terminal.note(&message);
                exit
            })?;
        }
        if !self.link.is_empty() {
            let look = repair::look(desk, draft).await?;
            repair::looked(draft, Ok(look));
            repair::agree_to(draft, &self.link).map_err(|refused| {
                for message in &refused {
                    terminal.note(message);
                }
                Exit::Finding
            })?;
        }
        Ok(())
    }
}
