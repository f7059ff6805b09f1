//! Answers in the shapes of the recordings: content types and error bodies, and no explanation where a real server
//! gives none.

use super::verbatim;
use axum::http::header::{ALLOW, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

pub(crate) type ApiResponse = Result<Response, ApiRefusal>;

/// Why the API refuses a request.
#[derive(Debug, PartialEq)]
pub(crate) enum ApiRefusal {
    /// The request has no credentials.
    NotProvided,
    /// The token is unknown.
    TokenInvalid,
    /// The caller lacks the right. A caller without a token gets this answer for a single object too.
    NotAllowed,
    /// The model has no such object. The value is the Python name of the model.
    NoMatch(&'static str),
    /// The requested page lies beyond the end of the list.
    InvalidPage,
    /// The body isn't JSON.
    NotJson,
    /// Fields are wrong. The map leads from a field's name to its error messages.
    Fields(Map<String, Value>),
    /// The server fails while it processes a write.
    Fault,
}

impl ApiRefusal {
    /// A refusal because of one wrong field.
    pub(crate) fn field(name: &str, sentence: impl Into<String>) -> Self {
        Self::Fields(Map::from_iter([(name.to_owned(), json!([sentence.into()]))]))
    }
}

impl IntoResponse for ApiRefusal {
    fn into_response(self) -> Response {
        let detail = |status, words: &str| json(status, &json!({ "detail": words }));
        match self {
            // Never 401: a client that looks only at the status can't distinguish these three cases.
            Self::NotProvided => detail(StatusCode::FORBIDDEN, verbatim::NOT_PROVIDED),
            Self::TokenInvalid => detail(StatusCode::FORBIDDEN, verbatim::TOKEN_INVALID),
            Self::NotAllowed => detail(StatusCode::FORBIDDEN, verbatim::NOT_ALLOWED),
            Self::NoMatch(model) => detail(StatusCode::NOT_FOUND, &verbatim::no_match(model)),
            Self::InvalidPage => detail(StatusCode::NOT_FOUND, verbatim::INVALID_PAGE),
            Self::NotJson => detail(StatusCode::BAD_REQUEST, verbatim::NOT_JSON),
            Self::Fields(fields) => json(StatusCode::BAD_REQUEST, &Value::Object(fields)),
            Self::Fault => failed_write(FailedWrite::Inside),
        }
    }
}

pub(crate) fn json(status: StatusCode, body: &Value) -> Response {
    typed(status, "application/json; charset=utf-8", body.to_string())
}

/// An answer of the flow executor. Its content type has no charset.
pub(crate) fn challenge(body: &Value) -> Response {
    typed(StatusCode::OK, "application/json", body.to_string())
}

pub(crate) fn html(status: StatusCode, body: String) -> Response {
    typed(status, "text/html; charset=utf-8", body)
}

pub(crate) fn found(location: &str) -> Response {
    let mut answer = html(StatusCode::FOUND, String::new());
    if let Ok(location) = HeaderValue::from_str(location) {
        answer.headers_mut().insert(LOCATION, location);
    }
    answer
}

/// Why a write gets the error page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailedWrite {
    /// Its path doesn't exist.
    NoPath,
    /// The server broke inside it.
    Inside,
}

/// A write to a path that doesn't exist, and a server that breaks inside one: the error page allows only GET, so both
/// come out as an empty 405 instead of a 404 or a 500. Where a release does better, the door sees to it.
pub(crate) fn failed_write(why: FailedWrite) -> Response {
    let mut answer = html(StatusCode::METHOD_NOT_ALLOWED, String::new());
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
    answer.extensions_mut().insert(why);
    answer
}

fn typed(status: StatusCode, kind: &'static str, body: String) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static(kind))], body).into_response()
}
