use super::error::both;
use super::{AccessContext, Error, SecretsContext, SourceStageContext};
use crate::address::Slug;
use crate::authentik::{
    ApiObject, BrandLookup, BrandRow, Client, Error as AuthentikError, FlowRow, IdentificationStage, LinkCreation,
    Links, ObjectKind, SecretForm, Source, SourceRow, WriteOptions,
};
use std::collections::BTreeMap;

/// The authentication flow of a source, which signs in people who already have a user.
pub const AUTHENTICATION: &str = "default-source-authentication";

/// The slug of the login page's flow that authentik uses for a brand without a flow of its own.
const LOGIN: &str = "default-authentication-flow";

/// The name of the identification stage in that flow on a fresh server.
pub(super) const LOGIN_STAGE: &str = "default-authentication-identification";

/// The enrollment flow of a source, which makes a user for somebody who has none.
pub const ENROLMENT: &str = "default-source-enrollment";

/// The state of the server that a plan is compared with. It holds only what a plan needs.
#[derive(Clone, Debug)]
pub struct Actual {
    /// The server, without a slash at the end.
    pub server: String,
    /// The server's host, as messages name it.
    pub host: String,
    /// The name of the source type for X on this server.
    pub x_type: String,
    /// All OAuth sources.
    pub sources: Vec<Source>,
    /// The source of another kind that has the job's slug, if the token can see it.
    pub slug_owner: Option<SourceRow>,
    /// All flows.
    pub flows: Vec<FlowRow>,
    /// Every identification stage that can show the button; empty if the token may not see them.
    pub logins: Vec<LoginPageState>,
    /// Whether the token may not see the identification stages.
    pub logins_hidden: bool,
    /// The login page of the host that was asked; `None` if that host has none.
    pub front: Option<BrandLookup>,
    /// What may be written to the list of sources, if the server tells.
    pub source_options: Option<WriteOptions>,
    /// Objects that only some plans need, read only for those.
    pub beside: RelatedObjects,
    /// The server's Secrets; `None` if it keeps Client Secrets in the sources themselves.
    pub secrets: Option<SecretsContext>,
}

/// An identification stage, and the brands whose login page it belongs to.
#[derive(Clone, Debug)]
pub struct LoginPageState {
    /// The stage.
    pub page: IdentificationState,
    /// Whether it belongs to the login page of the host that was asked.
    pub asked: bool,
    /// The domains of the brands whose login page it is. Brands that the token may not see are missing.
    pub brands: Vec<String>,
}

/// An identification stage, with the names of the sources that it shows.
#[derive(Clone, Debug)]
pub struct IdentificationState {
    /// The stage.
    pub stage: IdentificationStage,
    /// The sources that it shows, by uuid. Sources that the token may not see are missing.
    pub rows: BTreeMap<String, SourceRow>,
}

impl IdentificationState {
    /// The names of these sources in the order in which a visitor sees them, which is by name
    /// [docs/evidence/authentik.md §4.4].
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

/// Reads the server's current state for a plan about the source with this slug, with all requests in parallel. If no
/// OAuth source has the slug that a plan wants to create, a source of another kind may have it, which is looked up then.
///
/// # Errors
/// When the token may not see sources or flows, when the server has no type for X, or doesn't answer. All rights that
/// are missing are named at once.
pub async fn read_actual(client: &Client, slug: &Slug, creates: bool) -> Result<Actual, Error> {
    let asked = async {
        let brand = client.brand().await?;
        let flow = client.login_flow_of(&brand).await?;
        Ok((brand, flow))
    };
    let types = async {
        let options = client.write_options(ObjectKind::Source, None).await;
        let x_type = client.x_type_name(options.as_ref()).await;
        (options, x_type)
    };
    let (types, sources, flows, stages, asked, brands) =
        tokio::join!(types, client.sources(), client.flows(), client.stages(), asked, client.brands());
    let (source_options, x_type) = types;
    let seen = both(sources.map_err(Error::from), flows.map_err(Error::from));
    let ((sources, flows), (stages, logins_hidden)) = match stages {
        Ok(stages) => (seen?, (stages, false)),
        // Without the right to see stages the source can still be made, if the plan leaves its button out.
        Err(AuthentikError::RightsMissing { .. }) if seen.is_ok() => (seen?, (Vec::new(), true)),
        Err(error) => both(seen, Err(error.into()))?,
    };
    // The brands are only shown to the admin, so a token that may not see them gets the same plan.
    let brands = brands.ok();
    let front = match asked {
        Ok((brand, flow)) => Some(BrandLookup { brand, flow, brands: brands.clone() }),
        Err(AuthentikError::LoginPageNotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let asked = front.as_ref().map(|front| front.flow.as_str());
    let there = sources.iter().find(|source| source.slug == slug.as_str());
    let form = client.secret_form(&sources, there, source_options.as_ref()).await;
    let wanted = (creates && there.is_none()).then_some(slug);
    let owner = async {
        match wanted {
            // Without the right to see sources of every kind, or without an answer, only the write shows who has it.
            Some(slug) => client.source_of_any_kind(slug).await.ok().flatten(),
            None => None,
        }
    };
    let (rows, slug_owner) = tokio::join!(rows(client, &sources, &stages), owner);
    let logins = logins(stages, &rows, &brands.unwrap_or_default(), &flows, asked);
    Ok(Actual {
        server: client.server().to_string(),
        host: client.host(),
        x_type: x_type?,
        sources,
        slug_owner,
        flows,
        logins,
        logins_hidden,
        front,
        source_options,
        beside: RelatedObjects::default(),
        secrets: (form == SecretForm::Object).then(SecretsContext::default),
    })
}

/// Pairs each stage with the brands whose login page it belongs to.
fn logins(
    stages: Vec<IdentificationStage>,
    rows: &BTreeMap<String, SourceRow>,
    brands: &[BrandRow],
    flows: &[FlowRow],
    asked: Option<&str>,
) -> Vec<LoginPageState> {
    // A brand without a flow of its own uses authentik's default flow, whatever that is called
    // [docs/evidence/authentik.md §4.5].
    let own = flows.iter().find(|flow| flow.slug == LOGIN);
    let serves = |brand: &&BrandRow, stage: &IdentificationStage| {
        let flow = brand.flow_authentication.as_deref().or(own.map(|flow| flow.pk.as_str()));
        stage.flow_set.iter().any(|of| Some(of.pk.as_str()) == flow)
    };
    // If a flow has several identification stages, visitors see the buttons of the first one first.
    let first = stages.iter().position(|stage| stage.flow_set.iter().any(|of| Some(of.slug.as_str()) == asked));
    let login = |(at, stage): (usize, IdentificationStage)| LoginPageState {
        asked: Some(at) == first,
        brands: brands.iter().filter(|brand| serves(brand, &stage)).map(|brand| brand.domain.clone()).collect(),
        page: IdentificationState { rows: rows.clone(), stage },
    };
    stages.into_iter().enumerate().map(login).collect()
}

/// Reads the sources of every kind, because a login page may show other kinds too. Their names are only for display, so
/// a token that may not see them doesn't make the plan fail.
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

/// Objects that only some plans need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelatedObjects {
    /// What a Source stage needs; `None` if none is wanted.
    pub embedding: Option<SourceStageContext>,
    /// All property mappings of OAuth sources; `None` if the source neither has one nor should get one of the product's
    /// own.
    pub mappings: Option<Vec<ApiObject>>,
    /// The links of the source; `None` if no link should be made again.
    pub links: Option<Links>,
    /// How a link can be made on this server.
    pub link_creation: LinkCreation,
    /// What the choice of who gets in needs; `None` if nothing of its own is wanted.
    pub access: Option<AccessContext>,
}
