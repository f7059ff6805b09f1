use super::error::Destination;
use super::{Error, redact};
use crate::diagnosis::Peer;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use std::time::Duration;
use url::{Url, form_urlencoded};

/// The authentication of a request.
#[derive(Clone, Debug)]
pub enum Authorization {
    /// `Authorization: Bearer` (RFC 6750 §2.1).
    Bearer(SecretString),
    /// `Authorization: Basic` (RFC 7617) with a client's ID and secret (RFC 6749 §2.3.1).
    Basic {
        /// The Client ID.
        user: String,
        /// The Client Secret.
        password: SecretString,
    },
}

/// The body of a request.
#[derive(Clone, Debug, Default)]
pub enum Body {
    /// The request has no body.
    #[default]
    Empty,
    /// A JSON body. The `secrets` are added to its top level only while it is sent.
    Json {
        /// The part that may be shown.
        value: serde_json::Value,
        /// The values that may not be shown, by key.
        secrets: Vec<(&'static str, SecretString)>,
    },
    /// `application/x-www-form-urlencoded`; `secrets` come after `fields`.
    Form {
        /// The part that may be shown.
        fields: Vec<(String, String)>,
        /// The values that may not be shown.
        secrets: Vec<(&'static str, SecretString)>,
    },
}

/// A request, before it is sent.
#[derive(Clone, Debug)]
pub struct Request {
    pub(super) peer: Peer,
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) authorization: Option<Authorization>,
    pub(super) body: Body,
    pub(super) hides_answer: bool,
}

impl Request {
    /// A request that accepts JSON.
    pub fn new(peer: Peer, method: Method, url: Url) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        Self { peer, method, url, headers, authorization: None, body: Body::Empty, hides_answer: false }
    }

    /// Sets a header, which replaces one with the same name.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Sets the authentication.
    #[must_use]
    pub fn authorization(mut self, authorization: Authorization) -> Self {
        self.authorization = Some(authorization);
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// Keeps the answer's body out of the request log as a whole, because it is a secret.
    #[must_use]
    pub fn secret_answer(mut self) -> Self {
        self.hides_answer = true;
        self
    }

    /// Whether the request is safe, so that it can be repeated (RFC 9110 §9.2.1).
    pub fn is_safe(&self) -> bool {
        self.method.is_safe()
    }

    pub(super) fn whom(&self) -> Destination {
        Destination {
            peer: self.peer,
            host: self.url.host_str().unwrap_or_default().to_owned(),
            port: self.url.port_or_known_default().unwrap_or_default(),
        }
    }

    pub(super) fn build(&self) -> Result<reqwest::Request, Error> {
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        let headers = request.headers_mut();
        headers.extend(self.headers.clone());
        if let Some(authorization) = &self.authorization {
            let text = match authorization {
                Authorization::Bearer(token) => format!("Bearer {}", token.expose_secret()),
                Authorization::Basic { user, password } => {
                    let pair = Zeroizing::new(format!("{user}:{}", password.expose_secret()));
                    format!("Basic {}", *Zeroizing::new(STANDARD.encode(&*pair)))
                }
            };
            // This happens only if a pasted secret contains a line break, which the recognition of pasted values
            // removes.
            let mut value = HeaderValue::from_maybe_shared(wiped(text)).map_err(|_| Error::Lost(self.whom()))?;
            value.set_sensitive(true);
            headers.insert(header::AUTHORIZATION, value);
        }
        let (kind, bytes) = match &self.body {
            Body::Empty => return Ok(request),
            Body::Json { value, secrets } => {
                let mut value = value.clone();
                if let Some(object) = value.as_object_mut() {
                    for (name, secret) in secrets {
                        object.insert((*name).to_owned(), secret.expose_secret().into());
                    }
                }
                ("application/json", value.to_string())
            }
            Body::Form { fields, secrets } => {
                let mut form = form_urlencoded::Serializer::new(String::new());
                form.extend_pairs(fields);
                form.extend_pairs(secrets.iter().map(|(name, secret)| (name, secret.expose_secret())));
                ("application/x-www-form-urlencoded", form.finish())
            }
        };
        request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        *request.body_mut() = Some(wiped(bytes).into());
        Ok(request)
    }

    /// Every secret in the request, so that it can be removed from the answer.
    pub(super) fn secrets(&self) -> Vec<&str> {
        let mut secrets = Vec::new();
        match &self.authorization {
            Some(Authorization::Bearer(token)) => secrets.push(token.expose_secret()),
            Some(Authorization::Basic { password, .. }) => secrets.push(password.expose_secret()),
            None => {}
        }
        match &self.body {
            Body::Empty => {}
            Body::Json { secrets: more, .. } | Body::Form { secrets: more, .. } => {
                secrets.extend(more.iter().map(|(_, secret)| secret.expose_secret()));
            }
        }
        secrets
    }
}

/// Bytes that are overwritten when the last reader is done with them.
fn wiped(text: String) -> Bytes {
    Bytes::from_owner(Zeroizing::new(text.into_bytes()))
}

/// An answer, whatever its status.
#[derive(Clone)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body, at most [`super::MAX_BODY`] bytes.
    pub body: Vec<u8>,
    /// The number of the request in the log.
    pub exchange: Option<u32>,
    /// The time from the request's first byte to the answer's last.
    pub took: Duration,
}

impl Response {
    /// The body as JSON of this shape; `None` if it is anything else.
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.body).ok()
    }

    /// A header as text.
    pub fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The beginning of the body as evidence, redacted and at most `limit` characters long. The values in `hide` are
    /// removed before it is cut.
    pub fn excerpt(&self, limit: usize, hide: &[&str]) -> String {
        redact::body(&self.body, hide).chars().take(limit).collect()
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer").field("status", &self.status).field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}
