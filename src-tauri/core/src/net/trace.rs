use super::{Authorization, Body, Error, Request, Response, redact};
use crate::diagnosis::{Diagnosed, Diagnosis};
use crate::i18n::visible;
use crate::stage::Stage;
use http::header;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How many requests are kept; the oldest are dropped first.
const KEPT: usize = 500;

/// Where a recorded request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ExchangeKind {
    /// This program sent it.
    Sent,
    /// The browser opened it.
    Opened,
    /// The callback listener received it.
    Received,
}

/// One request with its response, redacted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// The number of the request, counted from 1 in this run.
    pub id: u32,
    /// The stage that it belongs to.
    pub stage: Stage,
    /// Where the request came from.
    pub kind: ExchangeKind,
    /// When the request began (RFC 3339, UTC).
    pub at: String,
    /// The HTTP method.
    pub method: String,
    /// The address.
    pub url: String,
    /// The headers sent.
    pub request_headers: Vec<(String, String)>,
    /// The body sent.
    pub request_body: Option<String>,
    /// The status that came back; none if no answer came.
    pub status: Option<u16>,
    /// The headers that came back.
    pub response_headers: Vec<(String, String)>,
    /// The body that came back.
    pub response_body: Option<String>,
    /// Why no answer came.
    pub fault: Option<Diagnosis>,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// The same request as a curl command, secrets as `$SECRET`.
    pub curl: Option<String>,
}

/// Where a line of [`Exchange::summary`] is cut, in characters.
const BRIEF: usize = 240;

impl Exchange {
    /// What was sent and what came back, a short line each; redacted as the exchange is. No second line if no answer
    /// came.
    pub fn summary(&self) -> (String, Option<String>) {
        let line = |head: String, body: Option<&str>| {
            let text = [head.as_str(), body.unwrap_or_default()].join(" ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            match text.char_indices().nth(BRIEF) {
                Some((at, _)) => format!("{}…", &text[..at]),
                None => text,
            }
        };
        let sent = line(format!("{} {}", self.method, self.url), self.request_body.as_deref());
        (sent, self.status.map(|status| line(format!("HTTP {status}"), self.response_body.as_deref())))
    }
}

/// The log of the requests and responses of this run. Clones share it.
#[derive(Clone, Default)]
pub struct Trace(Arc<Mutex<TraceBuffer>>);

/// Is told each exchange that is kept.
type ExchangeObserver = Box<dyn Fn(&Exchange) + Send>;

#[derive(Default)]
struct TraceBuffer {
    count: u32,
    only_counts: bool,
    observer: Option<ExchangeObserver>,
    exchanges: Vec<Exchange>,
}

impl fmt::Debug for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Trace({} requests)", self.count())
    }
}

impl Trace {
    /// A log that also tells each request that it keeps, for the program's own log.
    pub fn observed(observer: impl Fn(&Exchange) + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(TraceBuffer { observer: Some(Box::new(observer)), ..TraceBuffer::default() })))
    }

    /// A log that counts requests without keeping them.
    pub fn new_counting() -> Self {
        Self(Arc::new(Mutex::new(TraceBuffer { only_counts: true, ..TraceBuffer::default() })))
    }

    pub(super) fn keeps(&self) -> bool {
        !self.0.lock().unwrap_or_else(PoisonError::into_inner).only_counts
    }

    pub(super) fn count_one(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).count += 1;
    }

    /// Every request that is kept, the oldest first.
    pub fn all(&self) -> Vec<Exchange> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).exchanges.clone()
    }

    /// The exchange of this number, if it is still kept.
    pub fn exchange(&self, id: u32) -> Option<Exchange> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.exchanges.iter().find(|exchange| exchange.id == id).cloned()
    }

    /// The number of requests so far, whether they are kept or not.
    pub fn count(&self) -> u32 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).count
    }

    /// Records what the browser did: it opened an address, or it came to the callback.
    pub fn browser(&self, stage: Stage, kind: ExchangeKind, at: String, url: &url::Url, status: Option<u16>) -> u32 {
        self.add(Exchange {
            id: 0,
            stage,
            kind,
            at,
            method: "GET".to_owned(),
            url: redact::url(url),
            request_headers: Vec::new(),
            request_body: None,
            status,
            response_headers: Vec::new(),
            response_body: None,
            fault: None,
            millis: 0,
            curl: None,
        })
    }

    pub(super) fn add(&self, exchange: Exchange) -> u32 {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.count += 1;
        let id = kept.count;
        if kept.exchanges.len() == KEPT {
            kept.exchanges.remove(0);
        }
        let exchange = Exchange { id, ..exchange };
        if let Some(observer) = &kept.observer {
            observer(&exchange);
        }
        kept.exchanges.push(exchange);
        id
    }
}

pub(super) fn sent(
    stage: Stage,
    at: String,
    request: &Request,
    outcome: &Result<Response, Error>,
    took: Duration,
) -> Exchange {
    let known = request.secrets();
    let mut headers = redact::headers(&request.headers);
    if let Some(authorization) = &request.authorization {
        let value = match authorization {
            Authorization::Bearer(token) => format!("Bearer {}", redact::mask(token.expose_secret())),
            Authorization::Basic { user, password } => {
                format!("Basic {user}:{}", redact::mask(password.expose_secret()))
            }
        };
        headers.push((header::AUTHORIZATION.to_string(), value));
    }
    let request_body = match &request.body {
        Body::Empty => None,
        Body::Json { value, secrets } => {
            let mut value = value.clone();
            if let Some(object) = value.as_object_mut() {
                for (name, secret) in secrets {
                    object.insert((*name).to_owned(), redact::mask(secret.expose_secret()).into());
                }
            }
            Some(redact::body(value.to_string().as_bytes(), &known))
        }
        Body::Form { fields, secrets } => {
            let mut form = url::form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(fields);
            form.extend_pairs(secrets.iter().map(|(name, secret)| (name, secret.expose_secret())));
            Some(redact::form(&form.finish()))
        }
    };
    let answer = outcome.as_ref().ok();
    Exchange {
        id: 0,
        stage,
        kind: ExchangeKind::Sent,
        at,
        method: request.method.to_string(),
        url: redact::url(&request.url),
        request_headers: headers,
        request_body,
        status: answer.map(|answer| answer.status),
        response_headers: answer.map(|answer| redact::headers(&answer.headers)).unwrap_or_default(),
        response_body: answer.filter(|answer| !answer.body.is_empty()).map(|answer| {
            if request.hides_answer { redact::whole(&answer.body) } else { redact::body(&answer.body, &known) }
        }),
        fault: outcome.as_ref().err().map(|error| Diagnosis::from(&error.symptom())),
        millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
        curl: Some(curl(request)),
    }
}

/// The request as a shell command (POSIX quoting). Every secret is `$SECRET`, which has to be set before.
fn curl(request: &Request) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let mut out = format!("curl --request {} {}", request.method, quoted(request.url.as_str()));
    for (name, value) in redact::headers(&request.headers) {
        let _ = write!(out, " --header {}", quoted(&format!("{name}: {value}")));
    }
    match &request.authorization {
        Some(Authorization::Bearer(_)) => out.push_str(r#" --header "Authorization: Bearer $SECRET""#),
        Some(Authorization::Basic { user, .. }) => {
            let _ = write!(out, r#" --user {}":$SECRET""#, quoted(user));
        }
        None => {}
    }
    match &request.body {
        Body::Empty => {}
        Body::Json { value, secrets } => {
            let mut value = value.clone();
            if let Some(object) = value.as_object_mut() {
                for (name, _) in secrets {
                    object.insert((*name).to_owned(), "$SECRET".into());
                }
            }
            let text = quoted(&visible::json(&value.to_string())).replace("\"$SECRET\"", r#""'"$SECRET"'""#);
            let _ = write!(out, " --header 'Content-Type: application/json' --data {text}");
        }
        Body::Form { fields, secrets } => {
            for (name, value) in fields {
                let _ = write!(out, " --data-urlencode {}", quoted(&format!("{name}={value}")));
            }
            for (name, _) in secrets {
                let _ = write!(out, r#" --data-urlencode "{name}=$SECRET""#);
            }
        }
    }
    out
}
