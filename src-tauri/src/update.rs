//! The feed of versions that this program may ask.

use sourcerer_core::update::Feed;

/// The feed that this build was made with. A build for development takes the one that its environment names, so that the
/// notice can be tried; nobody who changes the environment of a released program gives it another feed.
pub(crate) fn feed() -> Option<Feed> {
    let named = |name| std::env::var(name).ok().filter(|_| cfg!(debug_assertions));
    match (named("SOURCERER_FEED"), named("SOURCERER_FEED_KEY")) {
        (Some(url), Some(key)) => Feed::new(&url, &key),
        _ => Feed::of_build(),
    }
}
