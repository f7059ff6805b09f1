use super::{Error, RelatedObjects};
use crate::authentik::{
    BrandLookup, BrandRow, Client, Error as AuthentikError, FlowRow, IdentificationStage, Source, SourceRow,
};
use std::collections::BTreeMap;

/// The flow that lets people in who are known.
pub const AUTHENTICATION: &str = "default-source-authentication";

/// The login page of a brand that names none.
const LOGIN: &str = "default-authentication-flow";

/// The stage of that page on a fresh server.
pub(super) const LOGIN_STAGE: &str = "default-authentication-identification";

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
    /// All flows.
    pub flows: Vec<FlowRow>,
    /// Every stage that can show the button; none where they can't be seen.
    pub logins: Vec<LoginPageState>,
    /// The login page of the address that was asked; none where it has none.
    pub front: Option<BrandLookup>,
    /// What only some plans need.
    pub beside: RelatedObjects,
}

/// An identification stage, and whose login page it is.
#[derive(Clone, Debug)]
pub struct LoginPageState {
    /// The stage.
    pub page: IdentificationState,
    /// Whether it is the login page of the address that was asked.
    pub asked: bool,
    /// The domains of the brands whose login page it is, as far as the token may see brands.
    pub brands: Vec<String>,
}

/// An identification stage.
#[derive(Clone, Debug)]
pub struct IdentificationState {
    /// The stage.
    pub stage: IdentificationStage,
    /// The sources that it shows, by uuid, as far as they are known.
    pub rows: BTreeMap<String, SourceRow>,
}

impl IdentificationState {
    /// The names of these sources as a visitor sees them: by name [docs/evidence/authentik.md §4.4].
    pub(super) fn named(&self, sources: &[String]) -> Vec<String> {
        let name = |pk: &String| match self.rows.get(pk) {
            Some(row) => row.name.clone(),
            None => format!("{}…", pk.get(..8).unwrap_or(pk)),
        };
        let mut names: Vec<_> = sources.iter().map(name).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
    }
}

/// Reads what is there, all at once.
///
/// # Errors
/// When the token may not see sources or flows, when the server has no type for X, or doesn't answer.
pub async fn read(client: &Client) -> Result<Actual, Error> {
    let asked = async {
        let brand = client.brand().await?;
        let flow = client.login_flow_of(&brand).await?;
        Ok((brand, flow))
    };
    let (x_type, sources, flows, stages, asked, brands) =
        tokio::join!(client.x_type(), client.sources(), client.flows(), client.stages(), asked, client.brands(),);
    let (sources, flows) = (sources?, flows?);
    let stages = match stages {
        Ok(stages) => stages,
        // The source is worth having without a button, which somebody else may add.
        Err(AuthentikError::RightsMissing { .. }) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    // Whose login page a stage is, is only said: a token that may not see brands plans the same.
    let brands = brands.ok();
    let front = match asked {
        Ok((brand, flow)) => Some(BrandLookup { brand, flow, brands: brands.clone() }),
        Err(AuthentikError::LoginPageNotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let asked = front.as_ref().map(|front| front.flow.as_str());
    let rows = rows(client, &sources, &stages).await;
    let logins = logins(stages, &rows, &brands.unwrap_or_default(), &flows, asked);
    Ok(Actual {
        server: client.server().to_string(),
        host: client.host(),
        x_type: x_type?.name,
        sources,
        flows,
        logins,
        front,
        beside: RelatedObjects::default(),
    })
}

/// Each stage with whose login page it is.
fn logins(
    stages: Vec<IdentificationStage>,
    rows: &BTreeMap<String, SourceRow>,
    brands: &[BrandRow],
    flows: &[FlowRow],
    asked: Option<&str>,
) -> Vec<LoginPageState> {
    // A brand without a flow of its own is served by authentik's, whatever that is called
    // [docs/evidence/authentik.md §4.5].
    let own = flows.iter().find(|flow| flow.slug == LOGIN);
    let serves = |brand: &&BrandRow, stage: &IdentificationStage| {
        let flow = brand.flow_authentication.as_deref().or(own.map(|flow| flow.pk.as_str()));
        stage.flow_set.iter().any(|of| Some(of.pk.as_str()) == flow)
    };
    // Where a flow has several such stages, the first one shows the buttons that its visitors see first.
    let first = stages.iter().position(|stage| stage.flow_set.iter().any(|of| Some(of.slug.as_str()) == asked));
    let login = |(at, stage): (usize, IdentificationStage)| LoginPageState {
        asked: Some(at) == first,
        brands: brands.iter().filter(|brand| serves(brand, &stage)).map(|brand| brand.domain.clone()).collect(),
        page: IdentificationState { rows: rows.clone(), stage },
    };
    stages.into_iter().enumerate().map(login).collect()
}

/// A login page may show sources of other kinds too; their names are worth a request, but not a refusal.
pub(super) async fn rows(
    client: &Client,
    sources: &[Source],
    stages: &[IdentificationStage],
) -> BTreeMap<String, SourceRow> {
    let mut rows: BTreeMap<_, _> = sources.iter().map(|source| (source.pk.clone(), SourceRow::from(source))).collect();
    if stages.iter().flat_map(|stage| &stage.sources).any(|pk| !rows.contains_key(pk)) {
        let all = client.all_sources().await.unwrap_or_default();
        rows.extend(all.into_iter().map(|row| (row.pk.clone(), row)));
    }
    rows
}
