use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::net;
use std::time::Duration;

/// A call to authentik that failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// No complete answer arrived.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The API token is unknown, has expired or has another intent, or its user is inactive.
    #[error("{host} refuses the API token")]
    TokenRefused {
        /// The server.
        host: String,
    },
    /// The call needs a token, and none was sent, or a proxy removed it.
    #[error("{host} got no API token")]
    TokenMissing {
        /// The server.
        host: String,
    },
    /// The token is valid, but its user may not do this.
    #[error("the user {user:?} may not do this")]
    RightsMissing {
        /// The token's user; empty if the server didn't say.
        user: String,
        /// The rights that a role would need.
        rights: Vec<Right>,
    },
    /// The answer redirects to another address, which the program doesn't follow.
    #[error("{host} redirects to {to}")]
    Redirects {
        /// The server.
        host: String,
        /// The address that it redirects to, without the query.
        to: String,
    },
    /// Every request is redirected to the first setup, which nobody has done yet.
    #[error("{host} isn't set up")]
    NotSetUp {
        /// The server.
        host: String,
        /// The page of the first setup, without the query.
        to: String,
    },
    /// authentik's core doesn't accept the `Host` of the request, and answers without a page of its own.
    #[error("{host} answers {status} because of the Host of the request")]
    HostRefused {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The answer is a page in place of JSON, from another program, from a proxy's sign-in page, or because authentik
    /// isn't installed below this path.
    #[error("{host} answers {status}, not as authentik does")]
    NotThere {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The server redirects plain http to https on the same host.
    #[error("{host} wants https")]
    WantsHttps {
        /// The server.
        host: String,
        /// The address to enter instead.
        to: String,
    },
    /// A request with plain http was sent to a port that speaks TLS.
    #[error("port {port} of {host} speaks https only")]
    SpeaksTls {
        /// The server.
        host: String,
        /// The port.
        port: u16,
    },
    /// A proxy's sign-in page answered.
    #[error("a sign-in page stands in front of {host}")]
    LoginInFront {
        /// The server.
        host: String,
        /// The name of the proxy's program; empty if its page doesn't say.
        by: String,
    },
    /// A firewall's page answered that lets only browsers through.
    #[error("{by} holds back what goes to {host}")]
    GuardInFront {
        /// The server.
        host: String,
        /// The name of the firewall's program.
        by: String,
    },
    /// A page of another program answered.
    #[error("{host} calls itself {program:?}")]
    OtherProgram {
        /// The server.
        host: String,
        /// The program's name, as its page shows it.
        program: String,
    },
    /// A proxy's own page says that it can't reach the server behind it.
    #[error("the proxy in front of {host} answers {status}")]
    NothingBehind {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// authentik's router runs, but its core doesn't.
    #[error("the core of {host} is away")]
    CoreAway {
        /// The server.
        host: String,
    },
    /// Every page is authentik's own error page.
    #[error("the database of {host} is away")]
    DatabaseAway {
        /// The server.
        host: String,
    },
    /// authentik is still starting.
    #[error("{host} is starting")]
    Starting {
        /// The server.
        host: String,
    },
    /// 429: authentik, or something in front of it, asks for fewer requests.
    #[error("{host} wants fewer requests")]
    Busy {
        /// The server.
        host: String,
        /// When to try again, if the answer says so (`Retry-After`, or authentik's own sentence).
        after: Option<Duration>,
        /// Whether the answer is that of authentik's own throttle.
        own: bool,
    },
    /// An error inside the server, or nothing behind the proxy.
    #[error("{host} answers {status}")]
    Unavailable {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// An error inside the server during a write, or an unknown path, while the server answers reads: 405 with an empty
    /// body, or from 2026.8 on the page of its true status.
    #[error("{host} failed while writing")]
    WriteFault {
        /// The server.
        host: String,
    },
    /// 400: authentik rejects what was sent.
    #[error("{field} is refused: {said}")]
    Refused {
        /// The field.
        field: String,
        /// authentik's message, redacted and shortened.
        said: String,
    },
    /// 400 to a create: a source of some kind already uses the slug.
    #[error("the slug {slug:?} is taken")]
    SlugTaken {
        /// The slug.
        slug: String,
    },
    /// An object that existed a moment ago has been deleted.
    #[error("{what} is gone")]
    Gone {
        /// The object's name.
        what: String,
    },
    /// Any other answer.
    #[error("{host} answers {status} in a shape unknown here")]
    AnswerUnknown {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The server has no source type for X.
    #[error("{host} has no source type for X")]
    TypeMissing {
        /// The server.
        host: String,
    },
    /// A flow that the source needs doesn't exist.
    #[error("there is no flow {slug:?}")]
    FlowMissing {
        /// Its slug.
        slug: String,
    },
    /// There is no authentication flow, or it has no identification stage.
    #[error("the login page of {host} was not found")]
    LoginPageNotFound {
        /// The server.
        host: String,
    },
}

impl Error {
    /// The rights whose absence was the reason; empty for any other reason.
    pub fn rights_missing(&self) -> &[Right] {
        if let Self::RightsMissing { rights, .. } = self { rights } else { &[] }
    }
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Net(error) => error.symptom(),
            Self::TokenRefused { host } => Symptom::ApiTokenRefused { host: host.clone() },
            Self::TokenMissing { host } => Symptom::ApiTokenMissing { host: host.clone() },
            Self::RightsMissing { user, rights } => {
                Symptom::RightsMissing { user: user.clone(), rights: rights.clone() }
            }
            Self::Redirects { host, to } => Symptom::AuthentikRedirects { host: host.clone(), to: to.clone() },
            Self::NotThere { host, status } => Symptom::AuthentikNotThere { host: host.clone(), status: *status },
            Self::WantsHttps { host, to } => Symptom::RedirectsToHttps { host: host.clone(), to: to.clone() },
            Self::SpeaksTls { host, port } => Symptom::TlsWanted { host: host.clone(), port: *port },
            Self::LoginInFront { host, by } => Symptom::LoginInFront { host: host.clone(), by: by.clone() },
            Self::GuardInFront { host, by } => Symptom::GuardInFront { host: host.clone(), by: by.clone() },
            Self::OtherProgram { host, program } => {
                Symptom::OtherProgram { host: host.clone(), program: program.clone() }
            }
            Self::NothingBehind { host, status } => Symptom::NothingBehindProxy { host: host.clone(), status: *status },
            Self::CoreAway { host } => Symptom::CoreAway { host: host.clone() },
            Self::DatabaseAway { host } => Symptom::DatabaseAway { host: host.clone() },
            Self::Starting { host } => Symptom::AuthentikStarting { host: host.clone() },
            Self::Busy { host, after, own } => Symptom::AuthentikBusy {
                host: host.clone(),
                own: *own,
                seconds: after.and_then(|after| u32::try_from(after.as_secs()).ok()),
            },
            Self::NotSetUp { host, to } => Symptom::AuthentikNotSetUp { host: host.clone(), to: to.clone() },
            // RFC 1034 §3.5 has letters, digits and hyphens, and Django refuses a host with anything else.
            Self::HostRefused { host, status } => {
                Symptom::HostRefused { host: host.clone(), status: *status, underscore: host.contains('_') }
            }
            Self::Unavailable { host, status } => Symptom::AuthentikUnavailable { host: host.clone(), status: *status },
            Self::WriteFault { host } => Symptom::AuthentikWriteFault { host: host.clone() },
            Self::Refused { field, said } => Symptom::AuthentikRefuses { field: field.clone(), said: said.clone() },
            Self::SlugTaken { slug } => Symptom::SlugTaken { slug: slug.clone() },
            Self::Gone { what } => Symptom::ChangedMeanwhile { what: what.clone() },
            Self::AnswerUnknown { host, status } => {
                Symptom::AuthentikAnswerUnknown { host: host.clone(), status: *status }
            }
            Self::TypeMissing { host } => Symptom::TypeMissing { host: host.clone() },
            Self::FlowMissing { slug } => Symptom::FlowMissing { slug: slug.clone() },
            Self::LoginPageNotFound { host } => Symptom::LoginPageNotFound { host: host.clone() },
        }
    }
}
