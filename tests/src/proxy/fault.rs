//! The faults between a client and its server.

use super::message::Message;
use crate::requests::is_read;

/// One fault at one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// The port is closed, and the existing connections are cut.
    Refused,
    /// The connection is reset, and the server doesn't receive the request.
    ResetBefore,
    /// The server processes the request, and the connection is reset before its answer.
    ResetAfter,
    /// There is no answer, and the server doesn't receive the request.
    TimeoutBefore,
    /// The server processes the request, but its answer isn't delivered.
    TimeoutAfter,
    /// There is no answer, and the server receives the request after the client has given up.
    TimeoutLate,
    /// The token has lost the right.
    Forbidden,
    /// The token has expired.
    TokenExpired,
    /// Status 409.
    Conflict,
    /// Status 400 with a reason.
    BadRequest,
    /// authentik's error page. The server hasn't processed the request.
    ErrorPage,
    /// authentik's error page, after the server has processed the request.
    ErrorPageAfter,
    /// authentik's answer to an internal error in a write: an empty 405. A read gets the error page.
    WriteFault,
    /// The same, after the server has processed the request.
    WriteFaultAfter,
    /// The error page of a proxy that can't reach the server.
    BadGateway,
    /// The error page of a proxy that lost the server after the server has processed the request.
    BadGatewayAfter,
    /// Status 503 while the server starts, with a `Retry-After`.
    Starting,
    /// Status 429 with a `Retry-After`.
    TooMany,
    /// The answer's JSON is truncated, but the length of the body is consistent.
    HalfJson,
    /// The connection is cut in the middle of the answer.
    CutOff,
    /// The answer is JSON in an unexpected form.
    OtherShape,
}

/// What the client receives in place of the answer.
#[derive(Clone, Debug)]
pub(super) enum Answered {
    /// The port is closed for all clients.
    Closed,
    /// The connection is reset.
    Reset,
    /// Nothing.
    Never,
    /// Nothing, and the request is delivered after the client has disconnected.
    Late,
    /// This message.
    With(Message),
    /// The first half of the body, as if it were complete.
    Half,
    /// The first half of the answer, and then a reset of the connection.
    Cut,
}

impl Fault {
    /// All faults.
    pub const ALL: [Self; 21] = [
        Self::Refused,
        Self::ResetBefore,
        Self::ResetAfter,
        Self::TimeoutBefore,
        Self::TimeoutAfter,
        Self::TimeoutLate,
        Self::Forbidden,
        Self::TokenExpired,
        Self::Conflict,
        Self::BadRequest,
        Self::ErrorPage,
        Self::ErrorPageAfter,
        Self::WriteFault,
        Self::WriteFaultAfter,
        Self::BadGateway,
        Self::BadGatewayAfter,
        Self::Starting,
        Self::TooMany,
        Self::HalfJson,
        Self::CutOff,
        Self::OtherShape,
    ];

    /// The fault's name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::ResetBefore => "reset-before",
            Self::ResetAfter => "reset-after",
            Self::TimeoutBefore => "timeout-before",
            Self::TimeoutAfter => "timeout-after",
            Self::TimeoutLate => "timeout-late",
            Self::Forbidden => "403-rights",
            Self::TokenExpired => "403-token",
            Self::Conflict => "409",
            Self::BadRequest => "400",
            Self::ErrorPage => "500-before",
            Self::ErrorPageAfter => "500-after",
            Self::WriteFault => "405-before",
            Self::WriteFaultAfter => "405-after",
            Self::BadGateway => "502-before",
            Self::BadGatewayAfter => "502-after",
            Self::Starting => "503-starting",
            Self::TooMany => "429",
            Self::HalfJson => "half-json",
            Self::CutOff => "cut-off",
            Self::OtherShape => "other-shape",
        }
    }

    /// Whether the client receives nothing at all, and has to time out.
    pub fn is_silent(self) -> bool {
        matches!(self, Self::TimeoutBefore | Self::TimeoutAfter | Self::TimeoutLate)
    }

    /// Whether the server receives and processes the request.
    pub(super) fn is_delivered(self) -> bool {
        match self {
            Self::ResetAfter
            | Self::TimeoutAfter
            | Self::ErrorPageAfter
            | Self::WriteFaultAfter
            | Self::BadGatewayAfter
            | Self::HalfJson
            | Self::CutOff
            | Self::OtherShape => true,
            Self::Refused
            | Self::ResetBefore
            | Self::TimeoutBefore
            | Self::TimeoutLate
            | Self::Forbidden
            | Self::TokenExpired
            | Self::Conflict
            | Self::BadRequest
            | Self::ErrorPage
            | Self::WriteFault
            | Self::BadGateway
            | Self::Starting
            | Self::TooMany => false,
        }
    }

    pub(super) fn answered(self, method: &str) -> Answered {
        let json = |status: &str, body: &str| {
            Answered::With(Message::answer(status, &[("Content-Type", "application/json")], body.as_bytes()))
        };
        let soon = |status: &str, kind: &str, body: &str| {
            let headers = [("Content-Type", kind), ("Retry-After", "1")];
            Answered::With(Message::answer(status, &headers, body.as_bytes()))
        };
        match self {
            Self::Refused => Answered::Closed,
            Self::ResetBefore | Self::ResetAfter => Answered::Reset,
            Self::TimeoutBefore | Self::TimeoutAfter => Answered::Never,
            Self::TimeoutLate => Answered::Late,
            Self::Forbidden => {
                json("403 Forbidden", r#"{"detail":"You do not have permission to perform this action."}"#)
            }
            Self::TokenExpired => json("403 Forbidden", r#"{"detail":"Token invalid/expired"}"#),
            Self::Conflict => json("409 Conflict", r#"{"detail":"Conflict."}"#),
            Self::BadRequest => json("400 Bad Request", r#"{"non_field_errors":["Not now."]}"#),
            Self::ErrorPage | Self::ErrorPageAfter => error_page(),
            Self::WriteFault | Self::WriteFaultAfter if is_read(method) => error_page(),
            Self::WriteFault | Self::WriteFaultAfter => {
                let headers = [("Content-Type", "text/html; charset=utf-8"), ("Allow", "GET, HEAD, OPTIONS")];
                Answered::With(Message::answer("405 Method Not Allowed", &headers, b""))
            }
            Self::BadGateway | Self::BadGatewayAfter => html(
                "502 Bad Gateway",
                "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>\
                 <hr><center>nginx</center></body></html>",
            ),
            Self::Starting => soon("503 Service Unavailable", "text/plain", "authentik starting"),
            Self::TooMany => soon(
                "429 Too Many Requests",
                "application/json",
                r#"{"detail":"Request was throttled. Expected available in 1 second."}"#,
            ),
            Self::HalfJson => Answered::Half,
            Self::CutOff => Answered::Cut,
            Self::OtherShape => json("200 OK", r#"{"data":[],"meta":{"ok":true}}"#),
        }
    }
}

fn html(status: &str, body: &str) -> Answered {
    Answered::With(Message::answer(status, &[("Content-Type", "text/html; charset=utf-8")], body.as_bytes()))
}

fn error_page() -> Answered {
    html(
        "500 Internal Server Error",
        "<!DOCTYPE html><html><head><title>authentik</title></head><body><h1>Server error</h1></body></html>",
    )
}
