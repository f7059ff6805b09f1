//! The feed: where it is, who signs it, and what it says.

use crate::diagnosis::Peer;
use crate::net::{self, HttpClient, Request};
use crate::version;
use http::{HeaderValue, Method, header};
use minisign_verify::{PublicKey, Signature};
use serde::{Deserialize, Serialize};
use url::Url;

/// The feed of a build: its address, and the key that signs it.
#[derive(Clone, Debug)]
pub struct Feed {
    url: Url,
    key: PublicKey,
}

/// A version as the feed describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Release {
    /// The version, such as `0.2.0`.
    pub version: String,
    /// The day on which it came out (`YYYY-MM-DD`).
    pub day: String,
    /// What is new, as text.
    pub notes: String,
    /// The page from which it can be downloaded.
    #[cfg_attr(feature = "bindings", ts(as = "String"))]
    pub page: Url,
}

/// Why the feed says nothing.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// It can't be reached.
    #[error("no answer: {0}")]
    Unreachable(#[from] net::Error),
    /// It answers with another status than 200.
    #[error("the status is {0}")]
    Status(u16),
    /// The answer isn't a signed description of a version.
    #[error("the answer has another form")]
    Form,
    /// It isn't signed with the key of this build.
    #[error("it isn't signed with the right key")]
    Signature,
}

/// The answer: the description as the exact text that was signed, and minisign's signature of it. Both are in one file,
/// so that one request is enough.
#[derive(Deserialize)]
struct SignedRelease {
    signed: String,
    signature: String,
}

impl Feed {
    /// The feed that this build was made with.
    pub fn of_build() -> Option<Self> {
        Self::new(version::FEED?, version::FEED_KEY?)
    }

    /// The feed at this address, signed with this key of minisign in Base64. `None` if one of them can't be used: the
    /// address must be https, or on loopback.
    pub fn new(url: &str, key: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        let is_loopback = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        let is_private = url.scheme() == "https" || (url.scheme() == "http" && is_loopback);
        Some(Self { url, key: PublicKey::from_base64(key).ok()? }).filter(|_| is_private)
    }

    /// The newest version, from one request.
    ///
    /// # Errors
    /// If the feed can't be reached or read, or isn't signed with the right key.
    pub async fn newest(&self, client: &HttpClient) -> Result<Release, FeedError> {
        // Errors of this request lead to no diagnosis, which alone would name the peer.
        let request = Request::new(Peer::X, Method::GET, self.url.clone())
            // The version of the one who asks is none of the feed's business.
            .header(header::USER_AGENT, HeaderValue::from_static("sourcerer"));
        let answer = client.send(request).await?;
        if answer.status != 200 {
            return Err(FeedError::Status(answer.status));
        }
        self.verified(&answer.body)
    }

    pub(super) fn verified(&self, body: &[u8]) -> Result<Release, FeedError> {
        let answer: SignedRelease = serde_json::from_slice(body).map_err(|_| FeedError::Form)?;
        let signature = Signature::decode(&answer.signature).map_err(|_| FeedError::Form)?;
        self.key.verify(answer.signed.as_bytes(), &signature, false).map_err(|_| FeedError::Signature)?;
        let release: Release = serde_json::from_str(&answer.signed).map_err(|_| FeedError::Form)?;
        if release.page.scheme() == "https" && parts(&release.version).is_some() {
            Ok(release)
        } else {
            Err(FeedError::Form)
        }
    }
}

impl Release {
    /// Whether this version is newer than another one. Versions that can't be compared aren't.
    pub fn is_newer_than(&self, other: &str) -> bool {
        matches!((parts(&self.version), parts(other)), (Some(this), Some(other)) if this > other)
    }
}

/// The three numbers of a version. The feed names no versions that are only tried.
fn parts(version: &str) -> Option<[u32; 3]> {
    let mut numbers = version.split('.').map(|part| part.parse().ok());
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}
