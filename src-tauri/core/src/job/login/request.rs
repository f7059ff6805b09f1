use crate::address::{ServerUrl, Slug, TEST_PORT, Urls};
use crate::authentik::Client;
use crate::credentials::ClientCredentials;
use crate::diagnosis::{Diagnosed, ForgottenSecret, Symptom};
use crate::job::{Environment, Job, SourceCheck, credentials};
use crate::stage::Stage;
use crate::vault::Key;
use secrecy::SecretString;
use std::path::PathBuf;
use std::time::Duration;

/// The parameters of a test login.
#[derive(Debug)]
pub struct LoginRequest {
    pub(super) url: ServerUrl,
    pub(super) slug: Slug,
    pub(super) ca_file: Option<PathBuf>,
    token: Option<SecretString>,
    /// How long to watch the events; none for the default.
    pub(super) patience: Option<Duration>,
    /// Why there is no token although one was given.
    pub(super) blind: Option<Symptom>,
    pub(super) pair: Option<ClientCredentials>,
    /// The symptom of the newest failed live test with these credentials.
    pub(super) tested: Option<Symptom>,
    /// The handle that it showed; empty if it showed none.
    pub(super) handle: String,
}

impl LoginRequest {
    /// The request of a job. If a token or secret can't be read, the test login works without it, and the person says
    /// what they see.
    ///
    /// # Errors
    /// When address or slug aren't usable.
    pub async fn for_job(environment: &Environment, job: &Job) -> Result<Self, Symptom> {
        let (url, slug) = job.server.url().zip(job.names.slug()).ok_or(Symptom::NoJobOpen)?;
        let (token, blind) = match job.server.token() {
            None => (None, None),
            Some(kept) => match environment.get(Key::api_token(&url), kept.place).await {
                Ok(Some(token)) => (Some(token), None),
                Ok(None) => (None, Some(Symptom::SecretForgotten { secret: ForgottenSecret::ApiToken })),
                Err(symptom) => (None, Some(symptom)),
            },
        };
        let secret = credentials::client_secret(environment, job).await.ok();
        let pair = job.credentials.client_id().zip(secret).map(|(id, secret)| ClientCredentials { id, secret });
        let outcome = job.fresh_test().map(|tested| &tested.outcome);
        Ok(Self {
            url,
            slug,
            ca_file: job.server.ca_file.clone(),
            token,
            patience: None,
            blind,
            pair,
            tested: outcome.and_then(|outcome| outcome.symptom.clone()),
            handle: outcome
                .and_then(|outcome| outcome.profile.as_ref())
                .and_then(|profile| profile.username.clone())
                .unwrap_or_default(),
        })
    }

    /// The request of a source check.
    ///
    /// # Errors
    /// When address or slug aren't usable.
    pub fn for_source_check(support: &SourceCheck) -> Result<Self, Symptom> {
        let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
        Ok(Self {
            url,
            slug,
            ca_file: support.ca_file.clone(),
            token: support.token().map(|given| given.secret.clone()),
            patience: None,
            blind: None,
            pair: support.pair(),
            tested: None,
            handle: String::new(),
        })
    }

    /// Sets how long to watch, instead of the default.
    #[must_use]
    pub fn with_timeout(self, patience: Duration) -> Self {
        Self { patience: Some(patience), ..self }
    }

    /// The addresses of the source.
    pub fn urls(&self) -> Urls {
        Urls::new(&self.url, &self.slug, TEST_PORT)
    }

    /// Whether there is a token to watch the events with.
    pub fn has_token(&self) -> bool {
        self.token.is_some()
    }

    pub(super) fn client(&self, environment: &Environment) -> Result<Client, Symptom> {
        let net = environment.http_client(self.ca_file.as_deref()).map_err(|error| error.symptom())?;
        Ok(Client::new(net.with_stage(Stage::Verify), &self.url, self.token.clone()))
    }
}
