use super::Call;
use crate::authentik::RequestState;
use crate::authentik::request::RequestContext;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;

/// The limit for bodies. No request or answer here is larger.
const LARGEST: usize = 4 << 20;

/// Adapts the API's requests and answers to the release that is simulated.
pub(in crate::authentik) async fn layer(State(app): State<RequestState>, request: Request, next: Next) -> Response {
    let release = app.release();
    let call = request.extensions().get::<RequestContext>().and_then(|visit| {
        let path = visit.path.strip_prefix("/api/v3")?;
        Call::at(visit.method.as_str(), path)
    });
    let Some(call) = call else { return next.run(request).await };

    let (mut parts, body) = request.into_parts();
    if let Some(visit) = parts.extensions.get_mut::<RequestContext>() {
        visit.query.forget(|parameter| call.ignores(release, parameter));
    }
    let sent = to_bytes(body, LARGEST).await.unwrap_or_default();
    let sent = match serde_json::from_slice(&sent) {
        Ok(Value::Object(mut fields)) => {
            call.forget(release, &mut fields);
            parts.headers.remove(CONTENT_LENGTH);
            Bytes::from(Value::Object(fields).to_string())
        }
        Ok(_) | Err(_) => sent,
    };
    let answer = next.run(Request::from_parts(parts, Body::from(sent))).await;
    if !answer.status().is_success() {
        return answer;
    }

    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, LARGEST).await.unwrap_or_default();
    let body = match serde_json::from_slice::<Value>(&body) {
        Ok(mut answer) => {
            call.shape(release, &mut answer);
            parts.headers.remove(CONTENT_LENGTH);
            Bytes::from(answer.to_string())
        }
        Err(_) => body,
    };
    Response::from_parts(parts, Body::from(body))
}
