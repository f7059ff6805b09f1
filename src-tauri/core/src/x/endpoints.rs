use url::Url;

/// The four addresses of X.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// The consent page, for the browser.
    pub authorize: Url,
    /// The token endpoint, which exchanges a code for a token.
    pub token: Url,
    /// The endpoint that revokes a token.
    pub revoke: Url,
    /// The endpoint that returns the profile of a token's owner.
    pub profile: Url,
}

impl Endpoints {
    /// X's own [D, docs/evidence/x.md §1.1]. Consent stands at `x.com`: `twitter.com` doesn't share its sign-in
    /// [R, docs/evidence/x.md §1.1].
    ///
    /// # Panics
    /// Never: the addresses are constants.
    pub fn production() -> Self {
        let base = |base: &str| Url::parse(base).expect("a constant");
        let api = Self::with_base(&base("https://api.x.com"));
        Self { authorize: Self::with_base(&base("https://x.com")).authorize, ..api }
    }

    /// A practice X's: the same paths on one base.
    pub fn with_base(base: &Url) -> Self {
        let path = |path: &str| {
            let mut url = base.clone();
            url.set_path(path);
            url.set_query(None);
            url.set_fragment(None);
            url
        };
        Self {
            authorize: path("/i/oauth2/authorize"),
            token: path("/2/oauth2/token"),
            revoke: path("/2/oauth2/revoke"),
            profile: path("/2/users/me"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_x_has_them_on_one_base() {
        let base = Url::parse("http://127.0.0.1:4000/").expect("an address");
        assert_eq!(Endpoints::with_base(&base).token.as_str(), "http://127.0.0.1:4000/2/oauth2/token");
    }
}
