use crate::i18n::{Message, msg};
use url::Url;

/// Why something can't be typed where X wants the link to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// There is nothing.
    #[error("there is no link")]
    Empty,
    /// A blank or a character that nobody sees is within it.
    #[error("there is a blank within the link")]
    Blank,
    /// It doesn't begin with `https://` or `http://`.
    #[error("the link has no scheme of the web")]
    Scheme,
    /// No browser could open it.
    #[error("this is no address of a page")]
    NotAPage,
    /// A name or password stands in it.
    #[error("there is a name or a password in the link")]
    Credentials,
}

impl LinkError {
    /// What is wrong with it, to be shown.
    pub fn message(self) -> Message {
        match self {
            Self::Empty => msg::address_link_empty(),
            Self::Blank => msg::address_link_blank(),
            Self::Scheme => msg::address_link_scheme(),
            Self::NotAPage => msg::address_link_not_a_page(),
            Self::Credentials => msg::address_link_credentials(),
        }
    }
}

/// Reads the link to a page of somebody's own, such as the terms of service. It comes out as it was typed, without what
/// clings to its ends: nothing of it is derived, so nothing of it is made better.
///
/// # Errors
/// When X would answer "Not a valid URL format" [O, docs/evidence/x.md §3.3], or nobody should see it.
pub fn parse_link(typed: &str) -> Result<&str, LinkError> {
    let clings = |c: char| c.is_whitespace() || crate::paste::never_meant(c);
    let link = typed.trim_matches(clings);
    if link.is_empty() || link == "https://" {
        return Err(LinkError::Empty);
    }
    if link.contains(clings) {
        return Err(LinkError::Blank);
    }
    let starts = |scheme: &str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !starts("https://") && !starts("http://") {
        return Err(LinkError::Scheme);
    }
    let url = Url::parse(link).map_err(|_| LinkError::NotAPage)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(LinkError::Credentials);
    }
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_taken_as_it_was_typed_or_refused() {
        #[track_caller]
        fn check(typed: &str, read: Result<&str, LinkError>) {
            assert_eq!(parse_link(typed), read, "{typed:?}");
        }
        check("https://company.example/Terms?a=b#c", Ok("https://company.example/Terms?a=b#c"));
        check(" HTTPS://company.example/\u{200b}\n", Ok("HTTPS://company.example/"));
        check("http://company.example", Ok("http://company.example"));
        check("", Err(LinkError::Empty));
        check(" https:// ", Err(LinkError::Empty));
        check("company.example/terms", Err(LinkError::Scheme));
        check("ftp://company.example", Err(LinkError::Scheme));
        check("javascript:alert(1)", Err(LinkError::Scheme));
        check("https:company.example", Err(LinkError::Scheme));
        check("https://company.example/my terms", Err(LinkError::Blank));
        check("https://exa\u{200b}mple.com", Err(LinkError::Blank));
        check("https://?", Err(LinkError::NotAPage));
        check("https://256.1.1.1/", Err(LinkError::NotAPage));
        check("https://ada:pw@company.example", Err(LinkError::Credentials));
    }
}
