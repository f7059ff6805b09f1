//! The state that a job wants on the server.

use super::choices::Choices;
use super::{DesiredAccess, DesiredSourceStage, LinkToRestore};
use crate::address::Slug;
use crate::authentik::{Matching, ProductMapping};
use crate::credentials::ClientId;

/// The state that the job wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desired {
    /// What the button says.
    pub name: String,
    /// The source's name in URLs.
    pub slug: Slug,
    /// X's Client ID.
    pub client_id: ClientId,
    /// How the source matches a visitor to a user.
    pub matching: Matching,
    /// Whether new people get a user.
    pub enrolment: bool,
    /// Additional scopes, as the source stores them.
    pub additional_scopes: String,
    /// The product's own property mappings that the source should have.
    pub mappings: Vec<ProductMapping>,
    /// Whether the source is enabled.
    pub enabled: bool,
    /// The admin's other choices.
    pub choices: Choices,
    /// The flow that a Source stage embeds the source in, if one is wanted.
    pub embed: Option<DesiredSourceStage>,
    /// Who gets in, and where new users go; `None` if the default flows do.
    pub access: Option<DesiredAccess>,
    /// The links that should be made again; the admin agreed to each one.
    pub links: Vec<LinkToRestore>,
}
