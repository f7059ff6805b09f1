//! A person at the consent page, where none sits: for the walk in the terminal and for tests.

use super::page::unescaped;
use reqwest::Client;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use url::Url;

/// What the person presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "Authorize app".
    Authorize,
    /// "Cancel".
    Cancel,
}

/// Why nobody was sent back.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The practice X didn't answer.
    #[error("the practice X didn't answer")]
    Http(#[from] reqwest::Error),
    /// The page has nothing to agree to: it is "Something went wrong".
    #[error("the page asks for no consent")]
    NoConsent,
    /// The answer leads nowhere.
    #[error("the answer sends nobody back")]
    NotSentBack,
}

/// Opens the consent page, answers, and says where X sends the person: the app's callback with its parameters.
///
/// # Errors
/// No answer, or X's page "Something went wrong". `client` must not follow redirects.
pub async fn answer(client: &Client, authorize: &Url, answer: Answer) -> Result<String, Error> {
    let page = client.get(authorize.clone()).send().await?.text().await?;
    let action = attribute(&page, "<form method=\"post\"", "action").ok_or(Error::NoConsent)?;
    let to = authorize.join(&action).map_err(|_| Error::NoConsent)?;

    let body = filled_in(&page, answer);
    let sent = client.post(to).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
    let answer = sent.send().await?;
    let back = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).ok_or(Error::NotSentBack)?;
    Ok(back.to_owned())
}

/// The form's hidden inputs and the button that was pressed.
fn filled_in(page: &str, answer: Answer) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for input in page.split("<input type=\"hidden\"").skip(1) {
        if let (Some(name), Some(value)) = (attribute(input, "", "name"), attribute(input, "", "value")) {
            form.append_pair(&name, &value);
        }
    }
    form.append_pair("approval", if answer == Answer::Authorize { "true" } else { "false" });
    form.finish()
}

/// The attribute of the first tag that begins so.
fn attribute(html: &str, tag: &str, name: &str) -> Option<String> {
    let rest = &html[html.find(tag)?..];
    let rest = &rest[..rest.find('>')?];
    let start = rest.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &rest[start..];
    Some(unescaped(&value[..value.find('"')?]))
}
