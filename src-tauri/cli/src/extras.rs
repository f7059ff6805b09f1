//! The optional parts of a push in addition to the source and its button: a Source stage, and restored links.

use crate::abort::Abort;
use crate::choose::NONE;
use crate::exit::Exit;
use crate::terminal::Terminal;
use sourcerer_core::job::model::TEN_MINUTES;
use sourcerer_core::job::source_stage::{self, FollowedStage, SourceStageRefusal};
use sourcerer_core::job::{Environment, Job, repair};

/// The arguments for these parts.
#[derive(clap::Args)]
pub(crate) struct ExtraObjectsArgs {
    #[arg(long, value_name = "FLOW")]
    source_stage: Option<String>,
    #[arg(long, value_name = "STAGE", requires = "source_stage")]
    source_stage_after: Option<String>,
    #[arg(long, value_name = "MINUTES", requires = "source_stage", default_value_t = TEN_MINUTES)]
    resume_timeout: u32,
    #[arg(long, value_name = "USER=ID", value_parser = link)]
    link: Vec<String>,
}

/// Splits a user name and a number; the core checks them.
fn link(text: &str) -> Result<String, &'static str> {
    let is_link = text.rsplit_once('=').is_some_and(|(user, id)| {
        !user.trim().is_empty() && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_link { Ok(text.to_owned()) } else { Err("") }
}

impl ExtraObjectsArgs {
    /// Whether any of the parts is wanted.
    pub(crate) fn is_wanted(&self) -> bool {
        self.source_stage.is_some() || !self.link.is_empty()
    }

    /// Puts the parts into the job, with the objects from the server that they need.
    pub(crate) async fn hand_over(
        &self,
        environment: &Environment,
        job: &mut Job,
        terminal: &Terminal,
    ) -> Result<(), Abort> {
        if let Some(flow) = &self.source_stage {
            let look = source_stage::read_flows(environment, job).await?;
            source_stage::merge_snapshot(job, Ok(look));
            let after = match self.source_stage_after.as_deref() {
                None => FollowedStage::All,
                Some(NONE) => FollowedStage::Nothing,
                Some(stage) => FollowedStage::Stage(stage.to_owned()),
            };
            source_stage::merge_choice_by_name(job, flow, &after, self.resume_timeout).map_err(|refused| {
                let (message, exit) = match refused {
                    SourceStageRefusal::Unlicensed(message) => (message, Exit::Finding),
                    SourceStageRefusal::Choice(message) => (message, Exit::Usage),
                };
                terminal.note(&message);
                exit
            })?;
        }
        if !self.link.is_empty() {
            let look = repair::read_links(environment, job).await?;
            repair::merge_snapshot(job, Ok(look));
            repair::agree_to_lines(job, &self.link).map_err(|refused| {
                for message in &refused {
                    terminal.note(message);
                }
                Exit::Finding
            })?;
        }
        Ok(())
    }
}
