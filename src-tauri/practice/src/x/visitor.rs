//! A simulated person at the consent page, for the terminal's walkthrough and for tests.

use super::faulty::OTHER_ACCOUNT;
use super::page::unescaped;
use reqwest::Client;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use sourcerer_core::portal::{Layout, Word, guide};
use url::Url;

/// The button that the person presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentAnswer {
    /// "Authorize app".
    Authorize,
    /// "Cancel".
    Cancel,
}

/// Why the visitor wasn't redirected back.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The practice X didn't answer.
    #[error("the practice X didn't answer")]
    Http(#[from] reqwest::Error),
    /// The page isn't a consent page: it is "Something went wrong".
    #[error("the page asks for no consent")]
    NoConsent,
    /// The answer isn't a redirect.
    #[error("the answer sends nobody back")]
    NotSentBack,
}

/// What a page of X shows, as far as a person can recognize it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitorScreen {
    /// The consent page.
    Consent,
    /// The login page.
    LogIn,
    /// "Something went wrong": the app wasn't authorized.
    SomethingWrong,
    /// "Try signing in with a different account".
    OtherAccount,
    /// An empty page.
    Blank,
    /// A page that tells nothing to a person who wants to sign in.
    Other,
}

impl VisitorScreen {
    /// Recognizes the page from its visible content only.
    pub fn of(html: &str) -> Self {
        let text = text(html);
        let word = |word| guide().word(word, Layout::Console);
        if html.contains("name=\"approval\"") {
            Self::Consent
        } else if html.contains("name=\"log-in\"") {
            Self::LogIn
        } else if text.contains(OTHER_ACCOUNT) {
            Self::OtherAccount
        } else if text.contains(word(Word::SomethingWrong)) {
            Self::SomethingWrong
        } else if text.is_empty() {
            Self::Blank
        } else {
            Self::Other
        }
    }
}

/// The visible text of a page.
fn text(html: &str) -> String {
    let body = html.split_once("<body").map_or("", |(_, rest)| rest);
    let pieces = body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim());
    unescaped(&pieces.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Opens the consent page, answers it, and returns the address to which X redirects: the app's callback with its
/// parameters.
///
/// # Errors
/// If there is no answer, or X shows "Something went wrong". `client` must not follow redirects.
pub async fn answer(client: &Client, authorize: &Url, answer: ConsentAnswer) -> Result<String, Error> {
    let page = client.get(authorize.clone()).send().await?.text().await?;
    send(client, authorize, &page, answer).await?.ok_or(Error::NotSentBack)
}

/// Presses a button of the form on this page, and returns the address of the redirect; `None` if the answer isn't a
/// redirect.
///
/// # Errors
/// If there is no answer, or no form. `client` must not follow redirects.
pub(crate) async fn send(
    client: &Client,
    url: &Url,
    page: &str,
    answer: ConsentAnswer,
) -> Result<Option<String>, Error> {
    let action = attribute(page, "<form method=\"post\"", "action").ok_or(Error::NoConsent)?;
    let to = url.join(&action).map_err(|_| Error::NoConsent)?;
    let body = filled_in(page, answer);
    let sent = client.post(to).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
    let answer = sent.send().await?;
    Ok(answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned))
}

/// The form's hidden inputs and the button that was pressed.
fn filled_in(page: &str, answer: ConsentAnswer) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for input in page.split("<input type=\"hidden\"").skip(1) {
        if let (Some(name), Some(value)) = (attribute(input, "", "name"), attribute(input, "", "value")) {
            form.append_pair(&name, &value);
        }
    }
    form.append_pair("approval", if answer == ConsentAnswer::Authorize { "true" } else { "false" });
    form.finish()
}

/// An attribute of the first tag that begins with this text.
fn attribute(html: &str, tag: &str, name: &str) -> Option<String> {
    let rest = &html[html.find(tag)?..];
    let rest = &rest[..rest.find('>')?];
    let start = rest.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &rest[start..];
    Some(unescaped(&value[..value.find('"')?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_what_a_person_sees_of_it() {
        let page = |body: &str| format!("<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>");
        for (body, shown) in [
            ("", VisitorScreen::Blank),
            ("<div><p></p></div>", VisitorScreen::Blank),
            ("<h1>One moment</h1>", VisitorScreen::Other),
            ("<h1>Something went wrong</h1><p>You weren&#39;t able</p>", VisitorScreen::SomethingWrong),
            (
                "<h1>Something went wrong</h1><p>Try signing in with a different account</p>",
                VisitorScreen::OtherAccount,
            ),
            ("<button name=\"approval\">", VisitorScreen::Consent),
            ("<button name=\"log-in\">", VisitorScreen::LogIn),
        ] {
            assert_eq!(VisitorScreen::of(&page(body)), shown, "{body}");
        }
        assert_eq!(VisitorScreen::of(""), VisitorScreen::Blank);
    }
}
