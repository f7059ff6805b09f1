//! Apps at the practice X: their settings, and X's rules for them.

use super::{FormRules, ids};
use crate::faults::{Fault, Faults};
use secrecy::SecretString;
use sourcerer_core::portal::guide;
use url::{Host, Url};

/// The type of an app, which decides whether it can keep a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppType {
    /// "Native App": a public client, which has no secret.
    Native,
    /// "Web App, Automated App or Bot": a confidential client.
    Web,
}

/// The environment of an app at X.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppEnvironment {
    /// Only testers can authorize the app, and no profile can be read.
    Development,
    /// The same as Development.
    Staging,
    /// Everybody can authorize the app.
    Production,
}

/// An app that is registered without the portal.
#[derive(Clone, Debug)]
pub struct AppSpec {
    /// The name that people see on the consent page.
    pub name: String,
    /// The type of the app.
    pub kind: AppType,
    /// The registered callbacks.
    pub callbacks: Vec<String>,
    /// The website of the app.
    pub website: String,
    /// Whether "Request email from users" is on.
    pub request_email: bool,
}

/// The client credentials with which an app authenticates at the token endpoint.
#[derive(Clone, Debug, Default)]
pub struct TokenAuthentication {
    /// The OAuth 2.0 Client ID.
    pub client_id: String,
    /// The OAuth 2.0 Client Secret; empty for a native app, which has none.
    pub client_secret: SecretString,
}

/// The form "User authentication settings" with valid content.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The id of one of the guide's choices. Nothing here depends on it: App permissions apply to OAuth 1.0a only
    /// [D, docs/evidence/x.md §1.3].
    pub(crate) permissions: String,
    pub(crate) request_email: bool,
    pub(crate) kind: AppType,
    pub(crate) callbacks: Vec<String>,
    pub(crate) website: String,
    pub(crate) organization_name: String,
    pub(crate) organization_url: String,
    pub(crate) terms: String,
    pub(crate) privacy: String,
}

/// The OAuth 2.0 part of an app, which exists after its form was saved.
pub(crate) struct OAuth {
    pub(crate) client_id: String,
    /// The Client Secret. A public client has none.
    pub(crate) secret: Option<String>,
    pub(crate) settings: Settings,
    /// The Client Secret until the page that shows it once was drawn.
    pub(crate) unseen: Option<String>,
    /// The Client ID that this page shows, if the app has another one meanwhile (a fault).
    pub(crate) outdated: Option<String>,
}

impl OAuth {
    /// Returns the client credentials. The secret is returned only the first time [R, docs/evidence/x.md §3.1].
    pub(crate) fn reveal(&mut self) -> TokenAuthentication {
        let secret = self.unseen.take().unwrap_or_default();
        let client_id = self.outdated.take().unwrap_or_else(|| self.client_id.clone());
        TokenAuthentication { client_id, client_secret: secret.into() }
    }
}

/// An app as X stores it.
pub(crate) struct RegisteredApp {
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) environment: AppEnvironment,
    /// Whether the app is in the Pay-per-use package.
    pub(crate) pay_per_use: bool,
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    pub(crate) bearer: String,
    pub(crate) oauth: Option<OAuth>,
    pub(crate) deleted: bool,
}

impl RegisteredApp {
    pub(crate) fn new(number: u32, name: String, environment: AppEnvironment) -> Self {
        Self {
            number,
            name,
            environment,
            pay_per_use: true,
            consumer_key: ids::consumer_key(),
            consumer_secret: ids::consumer_secret(),
            bearer: ids::bearer(),
            oauth: None,
            deleted: false,
        }
    }

    /// Whether X serves the app's requests: it has to be in both Pay-per-use and Production
    /// [D, docs/evidence/x.md §2.2].
    pub(crate) fn enrolled(&self) -> bool {
        self.pay_per_use && self.environment == AppEnvironment::Production
    }

    /// Saves the form. The first time, and when the type of app changes, new client credentials are created
    /// [R, docs/evidence/x.md §6.2, row 15].
    pub(crate) fn save(&mut self, settings: Settings) -> SavedSettings {
        if let Some(oauth) = &mut self.oauth
            && oauth.settings.kind == settings.kind
        {
            oauth.settings = settings;
            return SavedSettings::Changed;
        }
        let confidential = settings.kind == AppType::Web;
        let secret = confidential.then(ids::client_secret);
        let client_id = ids::client_id(confidential);
        self.oauth = Some(OAuth { client_id, unseen: secret.clone(), secret, settings, outdated: None });
        SavedSettings::Issued
    }

    /// Creates a new Client Secret, which makes the old one invalid [R, docs/evidence/x.md §3.1].
    pub(crate) fn regenerate(&mut self) {
        if let Some(oauth) = self.oauth.as_mut().filter(|oauth| oauth.secret.is_some()) {
            let secret = ids::client_secret();
            oauth.unseen = Some(secret.clone());
            oauth.secret = Some(secret);
        }
    }

    /// Applies the faults of a first setup. Each can be fixed in the portal, as at X.
    pub(crate) fn suffer(&mut self, faults: &Faults) {
        let has = |fault| faults.contains(&fault);
        if has(Fault::UnknownClientId) || has(Fault::UnknownClientId401) {
            self.deleted = true;
        }
        if has(Fault::ClientNotEnrolled) {
            self.pay_per_use = false;
        }
        if has(Fault::NotInProduction) || has(Fault::NotATester) {
            self.environment = AppEnvironment::Development;
        }
        let Some(oauth) = &mut self.oauth else { return };
        let confidential = oauth.secret.is_some();
        if has(Fault::WrongSecret) {
            oauth.secret = confidential.then(ids::client_secret);
        }
        if has(Fault::AppTypeChanged) {
            oauth.outdated = Some(std::mem::replace(&mut oauth.client_id, ids::client_id(confidential)));
            oauth.secret = confidential.then(ids::client_secret);
        }
        if has(Fault::EmailSwitchOff) {
            oauth.settings.request_email = false;
        }
        if has(Fault::FormNotSaved) {
            oauth.settings.callbacks.clear();
            oauth.settings.website.clear();
        }
        for (fault, slip) in SLIPS {
            if has(*fault) {
                oauth.settings.slip(*slip);
            }
        }
    }
}

/// A mistake in the registered test callback. `None` means that it wasn't entered.
type CallbackSlip = Option<fn(&str) -> String>;

/// The faults that are mistakes in the test callback [R, docs/evidence/x.md §1.6].
const SLIPS: &[(Fault, CallbackSlip)] = &[
    (Fault::CallbackNotRegistered, None),
    (Fault::CallbackSlash, Some(|callback| format!("{callback}/"))),
    (Fault::CallbackPort, Some(|callback| with(callback, |url| url.set_port(Some(8080)).ok()))),
    (Fault::CallbackLocalhost, Some(|callback| with(callback, |url| url.set_host(Some("localhost")).ok()))),
    (Fault::CallbackScheme, Some(|callback| with(callback, |url| url.set_scheme("https").ok()))),
];

fn with(text: &str, change: impl FnOnce(&mut Url) -> Option<()>) -> String {
    let changed = Url::parse(text).ok().and_then(|mut url| change(&mut url).map(|()| url.into()));
    changed.unwrap_or_else(|| text.to_owned())
}

impl Settings {
    /// Applies a mistake to the test callback. The callback of authentik doesn't change.
    fn slip(&mut self, slip: CallbackSlip) {
        let of_authentik = |callback: &str| callback.contains("/source/oauth/callback/");
        match slip {
            None => self.callbacks.retain(|callback| of_authentik(callback)),
            Some(slip) => {
                for callback in self.callbacks.iter_mut().filter(|callback| !of_authentik(callback)) {
                    *callback = slip(callback);
                }
            }
        }
    }
}

/// The result of saving the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SavedSettings {
    Issued,
    Changed,
}

/// Why X refuses a value of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FormRefusal {
    /// The value is empty.
    Missing,
    /// The value isn't a URL: "Not a valid URL format." [O, docs/evidence/x.md §3.3]
    NotAUrl,
    /// Plain http is refused if a switch says so [U, docs/evidence/x.md §3.3].
    PlainHttp,
    /// An IP address is refused if a switch says so.
    BareIp,
    /// A name of a company's own network is refused if a switch says so.
    InternalName,
    /// The website may not be on `localhost` [R, docs/evidence/x.md §3.3].
    Localhost,
    /// There are more callbacks than X allows [D, docs/evidence/x.md §3.3].
    TooMany,
    /// An app that requests email addresses needs this link [D, docs/evidence/x.md §2].
    NeededForEmail,
}

/// The schemes that X documents as forbidden in a callback [D, docs/evidence/x.md §3.3].
const FORBIDDEN_SCHEMES: &[&str] = &[
    "vbscript",
    "javascript",
    "vbs",
    "data",
    "mocha",
    "keyword",
    "livescript",
    "ftp",
    "file",
    "gopher",
    "acrobat",
    "callto",
    "daap",
    "itpc",
    "itms",
    "firefoxurl",
    "hcp",
    "ldap",
    "mailto",
    "mmst",
    "mmsu",
    "msbd",
    "rtsp",
    "mso-offdap",
    "snews",
    "news",
    "nntp",
    "outlook",
    "stssync",
    "rlogin",
    "telnet",
    "tn3270",
    "shell",
    "sip",
];

/// Returns the callbacks that X refuses, by their position. Empty ones are skipped.
pub(crate) fn refused_callbacks(callbacks: &[String], rules: FormRules) -> Vec<(usize, FormRefusal)> {
    let most = usize::try_from(guide().limits().callbacks.value).unwrap_or(usize::MAX);
    if callbacks.iter().all(String::is_empty) {
        return vec![(0, FormRefusal::Missing)];
    }
    let refusal = |(place, callback): (usize, &String)| {
        let refusal = if place >= most { Some(FormRefusal::TooMany) } else { refused_callback(callback, rules) };
        refusal.filter(|_| !callback.is_empty()).map(|refusal| (place, refusal))
    };
    callbacks.iter().enumerate().filter_map(refusal).collect()
}

/// Whether X refuses a callback. Custom schemes are allowed with a path or a host, but not with a query
/// [D, docs/evidence/x.md §3.3]. A fragment isn't allowed in OAuth (RFC 6749 §3.1.2).
fn refused_callback(callback: &str, rules: FormRules) -> Option<FormRefusal> {
    let odd = callback.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#'));
    let url = Url::parse(callback).ok().filter(|_| !odd);
    let url = url.filter(|url| !FORBIDDEN_SCHEMES.contains(&url.scheme()) && callback.contains("://"));
    let Some(url) = url else { return Some(FormRefusal::NotAUrl) };
    rules.refusal(&url)
}

/// Whether X refuses a website.
pub(crate) fn refused_website(website: &str, rules: FormRules) -> Option<FormRefusal> {
    if website.is_empty() {
        return Some(FormRefusal::Missing);
    }
    let local = |url: &Url| matches!(url.host(), Some(Host::Domain("localhost")));
    match web(website) {
        Some(url) if local(&url) => Some(FormRefusal::Localhost),
        Some(url) => rules.refusal(&url),
        None => Some(FormRefusal::NotAUrl),
    }
}

/// Domains of internal networks: those that are reserved for this (RFC 6762, RFC 8375), and those in common use. A name
/// without a dot is internal too.
const INTERNAL: &[&str] = &["local", "lan", "internal", "intranet", "home", "corp", "home.arpa"];

impl FormRules {
    /// Plain http is allowed unless a switch says otherwise: examples show it, and whether X ever refuses it isn't
    /// known. The same applies to IP addresses and internal names [U, docs/evidence/x.md §3.3]. Loopback is documented
    /// to be allowed [D, docs/evidence/x.md §3.3].
    fn refusal(self, url: &Url) -> Option<FormRefusal> {
        let (loopback, ip, internal) = match url.host() {
            Some(Host::Ipv4(ip)) => (ip.is_loopback(), true, false),
            Some(Host::Ipv6(ip)) => (ip.is_loopback(), true, false),
            Some(Host::Domain(name)) => {
                let below = |domain: &&str| name.strip_suffix(*domain).is_some_and(|rest| rest.ends_with('.'));
                (name == "localhost", false, !name.contains('.') || INTERNAL.iter().any(below))
            }
            None => (true, false, false),
        };
        let custom = !matches!(url.scheme(), "http" | "https");
        if loopback || custom {
            None
        } else if self.refuses_plain_http && url.scheme() == "http" {
            Some(FormRefusal::PlainHttp)
        } else if self.refuses_bare_ip && ip {
            Some(FormRefusal::BareIp)
        } else if self.refuses_internal_names && internal {
            Some(FormRefusal::InternalName)
        } else {
            None
        }
    }
}

/// Whether X refuses a link that is optional.
pub(crate) fn refused_link(link: &str, needed_for_email: bool) -> Option<FormRefusal> {
    if link.is_empty() {
        return needed_for_email.then_some(FormRefusal::NeededForEmail);
    }
    web(link).is_none().then_some(FormRefusal::NotAUrl)
}

fn web(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https") && !text.contains(char::is_whitespace)).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callbacks_follow_the_rules_of_x() {
        for (callback, refused) in [
            ("https://authentik.company/source/oauth/callback/twitter/", None),
            ("http://127.0.0.1:8723/callback", None),
            ("http://localhost:8080/callback", None),
            ("http://myapp.com:3005/x", None),
            ("myapp://callback/path", None),
            ("authentik.company/source/", Some(FormRefusal::NotAUrl)),
            ("https://", Some(FormRefusal::NotAUrl)),
            ("https://a b.company/", Some(FormRefusal::NotAUrl)),
            ("https://authentik.company/?next=x", Some(FormRefusal::NotAUrl)),
            ("https://authentik.company/#x", Some(FormRefusal::NotAUrl)),
            ("javascript://alert(1)", Some(FormRefusal::NotAUrl)),
            ("mailto:a@example.com", Some(FormRefusal::NotAUrl)),
            ("http://10.0.0.5/x", None),
            ("https://auth.lan/x", None),
        ] {
            let expected: Vec<_> = refused.map(|refusal| (0, refusal)).into_iter().collect();
            assert_eq!(refused_callbacks(&[callback.to_owned()], FormRules::default()), expected, "{callback}");
        }
    }

    #[test]
    fn ten_callbacks_fit_and_one_is_needed() {
        let refused = |callbacks: &[String]| refused_callbacks(callbacks, FormRules::default());
        let callbacks = vec!["https://a.example/".to_owned(); 11];
        assert_eq!(refused(&callbacks[..10]), []);
        assert_eq!(refused(&callbacks), [(10, FormRefusal::TooMany)]);
        assert_eq!(refused(&[String::new(), String::new()]), [(0, FormRefusal::Missing)]);
        assert_eq!(refused(&[String::new(), "https://a.example/".to_owned()]), []);
    }

    #[test]
    fn a_website_is_on_the_web_and_not_on_localhost() {
        for (website, refused) in [
            ("https://authentik.company", None),
            ("http://127.0.0.1:9000", None),
            ("", Some(FormRefusal::Missing)),
            ("https://localhost:9443", Some(FormRefusal::Localhost)),
            ("authentik.company", Some(FormRefusal::NotAUrl)),
            ("ftp://authentik.company", Some(FormRefusal::NotAUrl)),
        ] {
            assert_eq!(refused_website(website, FormRules::default()), refused, "{website}");
        }
    }

    #[test]
    fn every_forbidden_scheme_is_refused() {
        for scheme in FORBIDDEN_SCHEMES {
            let callback = format!("{scheme}://example.com/callback");
            assert_eq!(refused_callbacks(&[callback], FormRules::default()), [(0, FormRefusal::NotAUrl)], "{scheme}");
        }
        assert_eq!(FORBIDDEN_SCHEMES.len(), 34);
    }

    #[test]
    fn what_is_not_known_to_be_refused_is_refused_only_by_its_switch() {
        let plain = FormRules { refuses_plain_http: true, ..FormRules::default() };
        let bare = FormRules { refuses_bare_ip: true, ..FormRules::default() };
        let internal = FormRules { refuses_internal_names: true, ..FormRules::default() };
        for (url, rules, refusal) in [
            ("http://auth.company.example/x", plain, Some(FormRefusal::PlainHttp)),
            ("http://10.0.0.5/x", plain, Some(FormRefusal::PlainHttp)),
            ("https://10.0.0.5/x", plain, None),
            ("http://127.0.0.1:8723/callback", plain, None),
            ("http://10.0.0.5/x", bare, Some(FormRefusal::BareIp)),
            ("https://[fd00::5]/x", bare, Some(FormRefusal::BareIp)),
            ("http://127.0.0.1:8723/callback", bare, None),
            ("http://[::1]:8723/callback", bare, None),
            ("https://auth.internal/x", internal, Some(FormRefusal::InternalName)),
            ("https://auth.home.arpa/x", internal, Some(FormRefusal::InternalName)),
            ("https://authentik/x", internal, Some(FormRefusal::InternalName)),
            ("https://auth.lan.example/x", internal, None),
            ("https://notlocal.example/x", internal, None),
            ("myapp://callback/path", internal, None),
            ("http://10.0.0.5/x", internal, None),
        ] {
            let of_callback: Vec<_> = refused_callbacks(&[url.to_owned()], rules);
            assert_eq!(of_callback, refusal.map(|refusal| (0, refusal)).into_iter().collect::<Vec<_>>(), "{url}");
            if !url.starts_with("myapp") {
                assert_eq!(refused_website(url, rules), refusal, "{url}");
            }
        }
    }

    #[test]
    fn links_are_needed_for_email_only() {
        assert_eq!(refused_link("", false), None);
        assert_eq!(refused_link("", true), Some(FormRefusal::NeededForEmail));
        assert_eq!(refused_link("https://company.example/terms", true), None);
        assert_eq!(refused_link("terms", false), Some(FormRefusal::NotAUrl));
    }
}
