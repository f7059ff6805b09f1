use super::Error;
use crate::authentik::{Client, Error as AuthentikError, Flow, IdentificationStage, Source};
use std::collections::BTreeMap;

/// The flow that lets people in who are known.
pub(super) const AUTHENTICATION: &str = "default-source-authentication";

/// The flow that makes users of those who aren't.
pub const ENROLMENT: &str = "default-source-enrollment";

/// What is there, as far as a plan needs it.
#[derive(Clone, Debug)]
pub struct Actual {
    /// The server, without a slash at the end.
    pub server: String,
    /// Its host.
    pub host: String,
    /// The name of X's type of source.
    pub x_type: String,
    /// All OAuth sources.
    pub sources: Vec<Source>,
    /// `default-source-authentication`.
    pub authentication: Flow,
    /// `default-source-enrollment`.
    pub enrolment: Flow,
    /// Where the button goes; none where it can't be seen or found.
    pub login: Option<LoginStage>,
}

/// The identification stage of the login page.
#[derive(Clone, Debug)]
pub struct LoginStage {
    /// The stage.
    pub stage: IdentificationStage,
    /// The names of the sources that it shows, by uuid, as far as they are known.
    pub names: BTreeMap<String, String>,
}

impl LoginStage {
    /// The names of these sources as a visitor sees them: by name [facts/authentik-signin.md §4].
    pub(super) fn named(&self, sources: &[String]) -> Vec<String> {
        let name =
            |pk: &String| self.names.get(pk).cloned().unwrap_or_else(|| format!("{}…", pk.get(..8).unwrap_or(pk)));
        let mut names: Vec<_> = sources.iter().map(name).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
    }
}

/// Reads what is there, all at once.
///
/// # Errors
/// When the token may not see sources or flows, when the server has no type for X or lacks a flow, or doesn't answer.
pub async fn read(client: &Client) -> Result<Actual, Error> {
    let (x_type, sources, authentication, enrolment, stages, flow) = tokio::join!(
        client.x_type(),
        client.sources(),
        client.flow(AUTHENTICATION),
        client.flow(ENROLMENT),
        client.stages(),
        client.login_flow(),
    );
    let sources = sources?;
    let missing = |slug: &str| AuthentikError::FlowMissing { slug: slug.to_owned() };
    let login = match (stages, flow) {
        (Ok(stages), Ok(flow)) => stages.into_iter().find(|stage| stage.flow_set.iter().any(|of| of.slug == flow)),
        // The source is worth having without a button, which somebody else may add.
        (Err(AuthentikError::RightsMissing { .. }), _) | (_, Err(AuthentikError::LoginPageNotFound { .. })) => None,
        (Err(error), _) | (_, Err(error)) => return Err(error.into()),
    };
    let login = match login {
        Some(stage) => Some(LoginStage { names: names(client, &sources, &stage).await, stage }),
        None => None,
    };
    Ok(Actual {
        server: client.server().to_string(),
        host: client.host(),
        x_type: x_type?.name,
        sources,
        authentication: authentication?.ok_or_else(|| missing(AUTHENTICATION))?,
        enrolment: enrolment?.ok_or_else(|| missing(ENROLMENT))?,
        login,
    })
}

/// A login page may show sources of other kinds too; their names are worth a request, but not a refusal.
pub(super) async fn names(
    client: &Client,
    sources: &[Source],
    stage: &IdentificationStage,
) -> BTreeMap<String, String> {
    let mut names: BTreeMap<_, _> = sources.iter().map(|source| (source.pk.clone(), source.name.clone())).collect();
    if stage.sources.iter().any(|pk| !names.contains_key(pk)) {
        names.extend(client.source_names().await.unwrap_or_default());
    }
    names
}
