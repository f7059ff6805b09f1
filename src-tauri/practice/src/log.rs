//! The log of the requests to the practice servers. Tests use it to prove which requests were sent and which weren't.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The server that received a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// The practice X.
    X,
    /// The practice authentik.
    Authentik,
}

/// One request with the parts that tests may read. It never contains a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// The server that received the request.
    pub side: ServerKind,
    /// The method in upper case.
    pub method: String,
    /// The path, without its query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

/// The list of requests. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Log {
    asked: Arc<Mutex<Vec<LoggedRequest>>>,
    answering: Arc<Mutex<Duration>>,
    not_run: Arc<Mutex<BTreeSet<String>>>,
}

impl Log {
    /// Adds a request.
    pub fn add(&self, asked: LoggedRequest) {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }

    /// All requests so far, oldest first.
    pub fn all(&self) -> Vec<LoggedRequest> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Records that a sign-in used a property mapping whose Python code isn't run here.
    pub(crate) fn not_run(&self, mapping: &str) {
        self.not_run.lock().unwrap_or_else(PoisonError::into_inner).insert(mapping.to_owned());
    }

    /// The names of the property mappings that weren't run, although a real authentik would have run them.
    pub fn mappings_not_run(&self) -> Vec<String> {
        self.not_run.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The total time for which the practice X has worked on its answers.
    pub fn answering(&self) -> Duration {
        *self.answering.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Records each request to a server, for `axum::middleware::from_fn_with_state`. It omits the query and the body, which
/// may contain codes and secrets.
pub async fn record(State((side, log)): State<(ServerKind, Log)>, request: Request, next: Next) -> Response {
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    let began = Instant::now();
    let answer = next.run(request).await;
    *log.answering.lock().unwrap_or_else(PoisonError::into_inner) += began.elapsed();
    log.add(LoggedRequest { side, method, path, status: answer.status().as_u16() });
    answer
}
