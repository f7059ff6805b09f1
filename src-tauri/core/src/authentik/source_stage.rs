//! Flows, their stages, and Source stages: what is needed to start a source from inside a flow.

use super::Error;
use super::client::Client;
use crate::diagnosis::Right;
use serde::{Deserialize, Serialize};

/// The kind of stage that signs people in. If one of the source's own flows has such a stage, a suspended flow never
/// continues [D, docs/evidence/authentik.md §4.8].
const USER_LOGIN: &str = "authentik_stages_user_login.userloginstage";
const USER_WRITE: &str = "authentik_stages_user_write.userwritestage";
const IDENTIFICATION: &str = "authentik_stages_identification.identificationstage";
const PASSWORD: &str = "authentik_stages_password.passwordstage";
const INVITATION: &str = "authentik_stages_invitation.invitationstage";

/// A stage's place in a flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageBinding {
    /// The binding's uuid.
    pub pk: String,
    /// The flow's uuid.
    pub target: String,
    /// The stage's uuid.
    pub stage: String,
    /// The stage that is bound there.
    #[serde(default)]
    pub stage_obj: StageSummary,
    /// Its order number: stages run from the lowest to the highest.
    pub order: i64,
}

/// A stage as its binding shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageSummary {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The kind of stage, as text.
    #[serde(default)]
    pub meta_model_name: String,
}

impl StageBinding {
    /// Whether it signs people in.
    pub fn signs_in(&self) -> bool {
        self.stage_obj.meta_model_name == USER_LOGIN
    }

    /// Whether it creates or changes a user.
    pub fn writes_user(&self) -> bool {
        self.stage_obj.meta_model_name == USER_WRITE
    }

    /// Whether it asks who somebody is.
    pub fn identifies(&self) -> bool {
        self.stage_obj.meta_model_name == IDENTIFICATION
    }

    /// Whether it asks for a password.
    pub fn asks_password(&self) -> bool {
        self.stage_obj.meta_model_name == PASSWORD
    }

    /// Whether it asks for an invitation.
    pub fn asks_invitation(&self) -> bool {
        self.stage_obj.meta_model_name == INVITATION
    }
}

/// A Source stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceStage {
    /// Its uuid.
    pub pk: String,
    /// Its name, which is unique among stages.
    pub name: String,
    /// The uuid of the source that it sends visitors to.
    pub source: String,
    /// How long a visitor may take for the sign-in at the source, in authentik's notation: `minutes=10`.
    #[serde(default)]
    pub resume_timeout: String,
}

impl Client {
    /// The places of all stages in all flows, lowest first.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn bindings(&self) -> Result<Vec<StageBinding>, Error> {
        self.list(&["flows", "bindings"], &[("ordering", "order")], &[Right::ViewBinding]).await
    }

    /// All Source stages. No license is needed to see them.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn source_stages(&self) -> Result<Vec<SourceStage>, Error> {
        self.list(&["stages", "source"], &[("ordering", "name")], &[Right::ViewSourceStage]).await
    }
}
