//! OAuth sources, their property mappings, and the types that a source can have.

use super::random;
use super::release::{Behaviour, Release};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The type that means X, in every release up to 2026.8.
pub(crate) const X_TYPE: &str = "twitter";
/// The scopes that are requested from X if nothing else is configured.
const SCOPES: [&str; 2] = ["tweet.read", "users.read"];
/// What is asked beside it where the address is asked for by itself [D, docs/evidence/authentik.md §7.2].
const EMAIL_SCOPE: &str = "users.email";

#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub pk: String,
    pub name: String,
    pub slug: String,
    pub enabled: bool,
    pub promoted: bool,
    pub authentication_flow: Option<String>,
    pub enrollment_flow: Option<String>,
    pub user_property_mappings: Vec<String>,
    pub group_property_mappings: Vec<String>,
    pub policy_engine_mode: String,
    pub user_matching_mode: String,
    pub group_matching_mode: String,
    pub user_path_template: String,
    pub provider_type: String,
    pub request_token_url: Option<String>,
    /// The API accepts and returns these, but they have no effect for the type of X.
    pub authorization_url: Option<String>,
    pub access_token_url: Option<String>,
    pub profile_url: Option<String>,
    pub pkce: String,
    pub consumer_key: String,
    pub consumer_secret: SecretString,
    /// The key of the object that holds the secret instead, in the release that has such objects.
    pub consumer_secret_ref: Option<String>,
    pub additional_scopes: String,
    pub oidc_well_known_url: String,
    pub oidc_jwks_url: String,
    pub authorization_code_auth_method: String,
}

impl Default for Source {
    fn default() -> Self {
        Self {
            pk: random::uuid(),
            name: String::new(),
            slug: String::new(),
            enabled: true,
            promoted: false,
            // The API has no defaults for these, and without them nobody can sign in or enroll.
            authentication_flow: None,
            enrollment_flow: None,
            user_property_mappings: Vec::new(),
            group_property_mappings: Vec::new(),
            policy_engine_mode: "any".to_owned(),
            user_matching_mode: "identifier".to_owned(),
            group_matching_mode: "identifier".to_owned(),
            user_path_template: "goauthentik.io/sources/%(slug)s".to_owned(),
            provider_type: X_TYPE.to_owned(),
            request_token_url: None,
            authorization_url: None,
            access_token_url: None,
            profile_url: None,
            pkce: "none".to_owned(),
            consumer_key: String::new(),
            consumer_secret: SecretString::default(),
            consumer_secret_ref: None,
            additional_scopes: String::new(),
            oidc_well_known_url: String::new(),
            oidc_jwks_url: String::new(),
            authorization_code_auth_method: "basic_auth".to_owned(),
        }
    }
}

impl Source {
    pub(crate) fn login_path(&self) -> String {
        format!("/source/oauth/login/{}/", self.slug)
    }

    pub(crate) fn callback_path(&self) -> String {
        format!("/source/oauth/callback/{}/", self.slug)
    }

    pub(crate) fn icon(&self) -> String {
        format!("/static/authentik/sources/{}.svg", self.provider_type)
    }

    /// The path of the users that the source enrolls.
    pub(crate) fn user_path(&self) -> String {
        self.user_path_template.replace("%(slug)s", &self.slug)
    }

    /// The scopes asked for: `additional_scopes` joins the defaults, or replaces them where it starts with `*`.
    /// Split at single spaces, so a double one makes an empty scope; sent sorted, each once. The email address is one of
    /// the defaults of a release that asks for it by itself; that a `*` replaces it too is inferred.
    pub(crate) fn scopes(&self, release: Release) -> String {
        let email = release.has(Behaviour::AsksForEmail).then_some(EMAIL_SCOPE);
        let (mut scopes, more) = self.additional_scopes.strip_prefix('*').map_or_else(
            || (SCOPES.into_iter().chain(email).collect(), self.additional_scopes.as_str()),
            |instead| (BTreeSet::new(), instead),
        );
        if !more.is_empty() {
            scopes.extend(more.split(' '));
        }
        scopes.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// The source in the form that events use.
    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_sources_oauth", &self.name, "oauthsource")
    }

    /// The fields that all kinds of sources have.
    pub(crate) fn general_view(&self) -> Value {
        json!({
            "pk": self.pk,
            "name": self.name,
            "slug": self.slug,
            "enabled": self.enabled,
            "promoted": self.promoted,
            "authentication_flow": self.authentication_flow,
            "enrollment_flow": self.enrollment_flow,
            "user_property_mappings": self.user_property_mappings,
            "group_property_mappings": self.group_property_mappings,
            "component": "ak-source-oauth-form",
            "verbose_name": "OAuth Source",
            "verbose_name_plural": "OAuth Sources",
            "meta_model_name": "authentik_sources_oauth.oauthsource",
            "policy_engine_mode": self.policy_engine_mode,
            "user_matching_mode": self.user_matching_mode,
            "managed": null,
            "user_path_template": self.user_path_template,
            "icon": "",
            "icon_url": self.icon(),
            "icon_themed_urls": null,
        })
    }

    /// An LDAP source, of which nothing but its name and its slug is simulated.
    pub(crate) fn ldap_view(&self) -> Value {
        let mut view = self.general_view();
        view["component"] = json!("ak-source-ldap-form");
        view["verbose_name"] = json!("LDAP Source");
        view["verbose_name_plural"] = json!("LDAP Sources");
        view["meta_model_name"] = json!("authentik_sources_ldap.ldapsource");
        view
    }

    /// The source as a user's connection contains it, without the fields of its kind.
    pub(crate) fn bare_view(&self) -> Value {
        let mut view = self.general_view();
        view["component"] = json!("");
        view["verbose_name"] = json!("source");
        view["verbose_name_plural"] = json!("sources");
        view["meta_model_name"] = json!("authentik_core.source");
        view["icon_url"] = Value::Null;
        view
    }

    /// All fields except the secret, which is never returned. `base` is the address that the request was sent to.
    pub(crate) fn view(&self, base: &str) -> Value {
        let own = json!({
            "group_matching_mode": self.group_matching_mode,
            "provider_type": self.provider_type,
            "request_token_url": self.request_token_url,
            "authorization_url": self.authorization_url,
            "access_token_url": self.access_token_url,
            "profile_url": self.profile_url,
            "pkce": self.pkce,
            "consumer_key": self.consumer_key,
            "consumer_secret_ref": self.consumer_secret_ref,
            "callback_url": format!("{base}{}", self.callback_path()),
            "additional_scopes": self.additional_scopes,
            "type": SourceType::named(&self.provider_type).view(),
            "oidc_well_known_url": self.oidc_well_known_url,
            "oidc_jwks_url": self.oidc_jwks_url,
            "oidc_jwks": {},
            "authorization_code_auth_method": self.authorization_code_auth_method,
        });
        let mut view = self.general_view();
        if let (Value::Object(view), Value::Object(own)) = (&mut view, own) {
            view.extend(own);
        }
        view
    }
}

/// An object in the form that events use: its UUID has no dashes.
pub(crate) fn model(pk: &str, app: &str, name: &str, model_name: &str) -> Value {
    json!({ "pk": pk.replace('-', ""), "app": app, "name": name, "model_name": model_name })
}

/// A property mapping of OAuth sources.
#[derive(Clone, Debug)]
pub(crate) struct Mapping {
    pub pk: String,
    pub name: String,
    pub expression: String,
}

impl Mapping {
    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_sources_oauth", &self.name, "oauthsourcepropertymapping")
    }

    pub(crate) fn view(&self) -> Value {
        json!({
            "pk": self.pk,
            "managed": null,
            "name": self.name,
            "expression": self.expression,
            "component": "ak-property-mapping-source-oauth-form",
            "verbose_name": "OAuth Source Property Mapping",
            "verbose_name_plural": "OAuth Source Property Mappings",
            "meta_model_name": "authentik_sources_oauth.oauthsourcepropertymapping",
        })
    }
}

/// A type that a source can have.
pub(crate) struct SourceType {
    pub name: &'static str,
    pub verbose_name: &'static str,
    urls_customizable: bool,
    /// The addresses for authorization, token and profile. An address is empty if the type has none of its own.
    urls: [&'static str; 3],
}

/// The types of this release. Only X's own is simulated; of the others, the product only needs that they exist.
const TYPES: &[SourceType] = &[
    SourceType::fixed("apple", "Apple"),
    SourceType::free("openidconnect", "OpenID Connect"),
    SourceType::free("entraid", "Entra ID"),
    SourceType::free("azuread", "Azure AD"),
    SourceType::fixed("discord", "Discord"),
    SourceType::fixed("facebook", "Facebook"),
    SourceType::free("github", "GitHub"),
    SourceType::free("gitlab", "GitLab"),
    SourceType::fixed("google", "Google"),
    SourceType::free("mailcow", "Mailcow"),
    SourceType::free("okta", "Okta"),
    SourceType::fixed("patreon", "Patreon"),
    SourceType::fixed("reddit", "Reddit"),
    SourceType::fixed("slack", "Slack"),
    SourceType::fixed("twitch", "Twitch"),
    SourceType {
        name: X_TYPE,
        verbose_name: "Twitter",
        urls_customizable: false,
        // These are the addresses that a real server returns, even though sign-ins go to the practice X here.
        urls: [
            "https://twitter.com/i/oauth2/authorize",
            "https://api.twitter.com/2/oauth2/token",
            "https://api.twitter.com/2/users/me",
        ],
    },
    SourceType::fixed("wechat", "WeChat"),
];

impl SourceType {
    const fn fixed(name: &'static str, verbose_name: &'static str) -> Self {
        Self { name, verbose_name, urls_customizable: false, urls: [""; 3] }
    }

    const fn free(name: &'static str, verbose_name: &'static str) -> Self {
        Self { name, verbose_name, urls_customizable: true, urls: [""; 3] }
    }

    /// Returns the type with this name. An unknown name isn't an error, but returns the type `default`.
    pub(crate) fn named(name: &str) -> &'static Self {
        const UNKNOWN: &SourceType = &SourceType::fixed("default", "Default source type");
        TYPES.iter().find(|known| known.name == name).unwrap_or(UNKNOWN)
    }

    /// The types that a release knows.
    pub(crate) fn all(release: Release) -> impl Iterator<Item = &'static Self> {
        TYPES.iter().filter(move |known| release.knows("provider_type", known.name))
    }

    pub(crate) fn view(&self) -> Value {
        let [authorization, token, profile] = self.urls.map(|url| (!url.is_empty()).then_some(url));
        json!({
            "name": self.name,
            "verbose_name": self.verbose_name,
            "urls_customizable": self.urls_customizable,
            "request_token_url": null,
            "authorization_url": authorization,
            "access_token_url": token,
            "profile_url": profile,
            "oidc_well_known_url": null,
            "oidc_jwks_url": null,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_joined_or_replaced_sorted_and_split_at_single_spaces() {
        for (additional, sent) in [
            ("", "tweet.read users.read"),
            ("users.email offline.access", "offline.access tweet.read users.email users.read"),
            ("tweet.read", "tweet.read users.read"),
            ("*users.read tweet.read users.email", "tweet.read users.email users.read"),
            ("*", ""),
            ("users.email  offline.access", " offline.access tweet.read users.email users.read"),
            ("users.email\noffline.access", "tweet.read users.email\noffline.access users.read"),
        ] {
            let source = Source { additional_scopes: additional.to_owned(), ..Source::default() };
            assert_eq!(source.scopes(Release::default()), sent, "{additional:?}");
        }
    }

    #[test]
    fn from_2026_8_the_address_is_asked_for_by_itself() {
        let of = |name: &str| name.parse::<Release>().expect("a release");
        for (release, additional, sent) in [
            ("2026.5", "", "tweet.read users.read"),
            ("2026.8", "", "tweet.read users.email users.read"),
            ("2026.8", "users.email offline.access", "offline.access tweet.read users.email users.read"),
            ("2026.8", "*tweet.read users.read", "tweet.read users.read"),
        ] {
            let source = Source { additional_scopes: additional.to_owned(), ..Source::default() };
            assert_eq!(source.scopes(of(release)), sent, "{release} {additional:?}");
        }
    }
}
