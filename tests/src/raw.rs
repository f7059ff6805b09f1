//! A minimal client of authentik's API. It acts for others than the product, such as another admin.

use anyhow::{Context as _, Result, ensure};
use http::{Method, Request, header};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use std::fmt;

/// A client for one server over plain http. Clones share connections.
#[derive(Clone)]
pub struct Raw {
    base: String,
    token: Option<SecretString>,
    http: Client<HttpConnector, String>,
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Raw").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Raw {
    /// A client for the server at this address, which has no trailing slash, with this token.
    pub fn new(base: &str, token: &SecretString) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let http = Client::builder(TokioExecutor::new()).build(connector);
        Self { base: base.to_owned(), token: Some(token.clone()), http }
    }

    /// A client for the same server without a token, as a visitor.
    #[must_use]
    pub fn outside(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    /// Sends one request, and returns the status and the body. `path` begins with a slash.
    ///
    /// # Errors
    /// If no complete answer arrives.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<(u16, Vec<u8>)> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.expose_secret()));
        }
        let request = request.body(body.map(Value::to_string).unwrap_or_default())?;
        let answer = self.http.request(request).await?;
        let status = answer.status().as_u16();
        Ok((status, answer.into_body().collect().await?.to_bytes().into()))
    }

    /// Sends one request, and returns the JSON of a successful answer.
    ///
    /// # Errors
    /// If the answer isn't successful, or isn't JSON.
    pub async fn json(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value> {
        let line = format!("{method} {path}");
        let (status, answer) = self.ask(method, path, body).await?;
        ensure!((200..300).contains(&status), "{line}: {status} {}", String::from_utf8_lossy(&answer));
        if answer.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&answer).context(line) }
    }

    /// Reads an object.
    ///
    /// # Errors
    /// The same as for [`Self::json`].
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.json(Method::GET, path, None).await
    }

    /// Reads a whole list. The practice authentik's lists fit on one page.
    ///
    /// # Errors
    /// The same as for [`Self::json`].
    pub async fn list(&self, path: &str) -> Result<Vec<Value>> {
        let page = self.get(&format!("{path}?page_size=100")).await?;
        Ok(page["results"].as_array().cloned().unwrap_or_default())
    }

    /// Creates an object.
    ///
    /// # Errors
    /// The same as for [`Self::json`].
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.json(Method::POST, path, Some(body)).await
    }

    /// Deletes an object.
    ///
    /// # Errors
    /// The same as for [`Self::json`].
    pub async fn delete(&self, path: &str) -> Result<()> {
        self.json(Method::DELETE, path, None).await.map(drop)
    }

    /// Changes an object.
    ///
    /// # Errors
    /// The same as for [`Self::json`].
    pub async fn patch(&self, path: &str, body: &Value) -> Result<Value> {
        self.json(Method::PATCH, path, Some(body)).await
    }
}
