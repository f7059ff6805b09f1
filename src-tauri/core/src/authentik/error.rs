use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::net;
use std::time::Duration;

/// authentik was asked and what was wanted didn't come back.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// No whole answer came.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The API token is unknown, expired, of another intent, or its user is inactive.
    #[error("{host} refuses the API token")]
    TokenRefused {
        /// The server.
        host: String,
    },
    /// The call needs a token and none was sent, or a proxy took it away.
    #[error("{host} got no API token")]
    TokenMissing {
        /// The server.
        host: String,
    },
    /// The token is good, its user may not do this.
    #[error("the user {user:?} may not do this")]
    RightsMissing {
        /// The token's user; empty where the server didn't say.
        user: String,
        /// What a role would need.
        rights: Vec<Right>,
    },
    /// The answer sends the program somewhere else; it doesn't go there.
    #[error("{host} redirects to {to}")]
    Redirects {
        /// The server.
        host: String,
        /// Where to, without query.
        to: String,
    },
    /// A page instead of JSON: another program, a proxy's sign-in page, or a path authentik isn't installed below.
    #[error("{host} answers {status}, not as authentik does")]
    NotThere {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// Plain http is answered with a redirect to https on the same host.
    #[error("{host} wants https")]
    WantsHttps {
        /// The server.
        host: String,
        /// The address to enter instead.
        to: String,
    },
    /// Plain http was said to a port that speaks TLS.
    #[error("port {port} of {host} speaks https only")]
    SpeaksTls {
        /// The server.
        host: String,
        /// The port.
        port: u16,
    },
    /// A proxy's sign-in page.
    #[error("a sign-in page stands in front of {host}")]
    LoginInFront {
        /// The server.
        host: String,
        /// The program's name; empty where its page doesn't tell.
        by: String,
    },
    /// A firewall's page that lets browsers pass only.
    #[error("{by} holds back what goes to {host}")]
    GuardInFront {
        /// The server.
        host: String,
        /// The program's name.
        by: String,
    },
    /// Another program's page.
    #[error("{host} calls itself {program:?}")]
    OtherProgram {
        /// The server.
        host: String,
        /// What its page calls itself.
        program: String,
    },
    /// A proxy's own page: it reaches nobody behind it.
    #[error("the proxy in front of {host} answers {status}")]
    NothingBehind {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// authentik's router runs, its core doesn't.
    #[error("the core of {host} is away")]
    CoreAway {
        /// The server.
        host: String,
    },
    /// authentik's own error page wherever one looks.
    #[error("the database of {host} is away")]
    DatabaseAway {
        /// The server.
        host: String,
    },
    /// It is still starting.
    #[error("{host} is starting")]
    Starting {
        /// The server.
        host: String,
    },
    /// 429: something in front of it, or it itself, wants fewer requests.
    #[error("{host} wants fewer requests")]
    Busy {
        /// The server.
        host: String,
        /// When to come back, where it says so (`Retry-After`).
        after: Option<Duration>,
    },
    /// A fault inside, or nothing behind the proxy.
    #[error("{host} answers {status}")]
    Unavailable {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// 405 with an empty body: a fault inside while writing, or no such path.
    #[error("{host} failed while writing")]
    WriteFault {
        /// The server.
        host: String,
    },
    /// 400: what was sent isn't taken.
    #[error("{field} is refused: {said}")]
    Refused {
        /// The field.
        field: String,
        /// authentik's words, redacted and short.
        said: String,
    },
    /// 400 to a create: the slug is in use, by a source of any kind.
    #[error("the slug {slug:?} is taken")]
    SlugTaken {
        /// The slug.
        slug: String,
    },
    /// What was there a moment ago isn't any more.
    #[error("{what} is gone")]
    Gone {
        /// Its name.
        what: String,
    },
    /// Anything else.
    #[error("{host} answers {status} in a shape unknown here")]
    AnswerUnknown {
        /// The server.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The server knows no type of source for X.
    #[error("{host} has no source type for X")]
    TypeMissing {
        /// The server.
        host: String,
    },
    /// A flow that the source needs isn't there.
    #[error("there is no flow {slug:?}")]
    FlowMissing {
        /// Its slug.
        slug: String,
    },
    /// No login flow, or none with an identification stage.
    #[error("the login page of {host} was not found")]
    LoginPageNotFound {
        /// The server.
        host: String,
    },
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
            Self::Busy { host, .. } => Symptom::AuthentikBusy { host: host.clone() },
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
