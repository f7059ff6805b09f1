//! The calls of authentik's API, one method for each, with the rights that each needs
//! [docs/evidence/authentik.md §4.6].

use super::Error;
use super::client::{Client, MAX_PAGES, detail};
use super::shapes::{
    ApiToken, Brand, BrandRow, Flow, FlowRow, IdentificationStage, Licence, Links, ListPage, LoggedEvent, MappingTest,
    Me, Own, PolicyTest, Source, SourceMappings, SourceRow, SourceType, User, UserLink, Version, WriteStage,
};
use crate::address::Slug;
use crate::diagnosis::Right;
use crate::net;
use http::Method;
use secrecy::SecretString;
use serde_json::{Map, Value};
use std::cmp::Reverse;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The body of a write: the fields, and the Client Secret if it should be written.
#[derive(Clone, Debug, Default)]
pub struct WriteBody {
    /// The fields, none of them secret.
    pub fields: Map<String, Value>,
    /// The Client Secret, which goes into [`super::ObjectKind::secret_field`].
    pub secret: Option<SecretString>,
}

/// The result of a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeleteOutcome {
    /// The object existed and is deleted.
    Now,
    /// The object had been deleted before.
    Before,
}

impl Client {
    /// The server's release, such as `2025.12.4`. Any token will do.
    ///
    /// # Errors
    /// When the token is refused or authentik doesn't answer.
    pub async fn version(&self) -> Result<String, Error> {
        self.read::<Version>(self.api(&["admin", "version"], &[]), &[]).await.map(|version| version.version_current)
    }

    /// The token's user. Any token will do.
    ///
    /// # Errors
    /// When the token is refused or authentik doesn't answer.
    pub async fn me(&self) -> Result<Me, Error> {
        self.read::<Own>(self.api(&["core", "users", "me"], &[]), &[]).await.map(|own| own.user)
    }

    /// Every type of OAuth source that the server knows. Any token will do.
    ///
    /// # Errors
    /// When the token is refused or authentik doesn't answer.
    pub async fn source_types(&self) -> Result<Vec<SourceType>, Error> {
        self.read(self.api(&["sources", "oauth", "source_types"], &[]), &[]).await
    }

    /// The type of source that signs people in with X.
    ///
    /// # Errors
    /// [`Error::TypeMissing`] if the server has none.
    pub async fn x_type(&self) -> Result<SourceType, Error> {
        let types = self.source_types().await?;
        SourceType::find_x(&types).cloned().ok_or_else(|| Error::TypeMissing { host: self.host() })
    }

    /// The flow with this slug, if it exists.
    ///
    /// # Errors
    /// When the token may not see flows, or authentik doesn't answer.
    pub async fn flow(&self, slug: &str) -> Result<Option<Flow>, Error> {
        let found: ListPage<Flow> =
            self.read(self.api(&["flows", "instances"], &[("slug", slug)]), &[Right::ViewFlow]).await?;
        Ok(found.results.into_iter().find(|flow| flow.slug == slug))
    }

    /// All authentication flows.
    ///
    /// # Errors
    /// When the token may not see flows, or authentik doesn't answer.
    pub async fn login_flows(&self) -> Result<Vec<Flow>, Error> {
        self.list(&["flows", "instances"], &[("designation", "authentication")], &[Right::ViewFlow]).await
    }

    /// All flows of every designation.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn flows(&self) -> Result<Vec<FlowRow>, Error> {
        self.list(&["flows", "instances"], &[("ordering", "slug")], &[Right::ViewFlow]).await
    }

    /// All OAuth sources.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn sources(&self) -> Result<Vec<Source>, Error> {
        self.list(&["sources", "oauth"], &[("ordering", "name")], &[Right::ViewSource]).await
    }

    /// All sources of every kind. This needs `authentik_core.view_source`, a right that the job can do without.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn all_sources(&self) -> Result<Vec<SourceRow>, Error> {
        self.list(&["sources", "all"], &[], &[]).await
    }

    /// The source of any kind with this slug, if the token can see one. All kinds share their slugs. This needs
    /// `authentik_core.view_source`, a right that the job can do without.
    ///
    /// # Errors
    /// When the token may not see sources of every kind, or authentik doesn't answer.
    pub async fn source_of_any_kind(&self, slug: &Slug) -> Result<Option<SourceRow>, Error> {
        let url = self.api(&["sources", "all"], &[("slug", slug.as_str()), ("page_size", "100")]);
        let found: ListPage<SourceRow> = self.read(url, &[]).await?;
        Ok(found.results.into_iter().find(|source| source.slug == slug.as_str()))
    }

    /// The OAuth source with this slug, if it exists.
    ///
    /// # Errors
    /// When the token may not see it, or authentik doesn't answer.
    pub async fn source(&self, slug: &Slug) -> Result<Option<Source>, Error> {
        self.find(self.api(&["sources", "oauth", slug.as_str()], &[]), &[Right::ViewSource]).await
    }

    /// The brand of the host in the server's address. This needs no token.
    ///
    /// # Errors
    /// When authentik doesn't answer.
    pub async fn brand(&self) -> Result<Brand, Error> {
        let answer = self.visit(self.api(&["core", "brands", "current"], &[]), None).await?;
        self.parse(&answer, &[]).await
    }

    /// All identification stages.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn stages(&self) -> Result<Vec<IdentificationStage>, Error> {
        self.list(&["stages", "identification"], &[], &[Right::ViewStage]).await
    }

    /// The identification stage with this uuid.
    ///
    /// # Errors
    /// [`Error::LoginPageNotFound`] if it has been deleted, and any error of a call.
    pub async fn stage(&self, pk: &str) -> Result<IdentificationStage, Error> {
        let found = self.find(self.api(&["stages", "identification", pk], &[]), &[Right::ViewStage]).await?;
        found.ok_or_else(|| Error::LoginPageNotFound { host: self.host() })
    }

    /// Replaces the list of sources that a stage shows. An empty list is sent together with the stage's user fields,
    /// which a real server demands in that case.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::LoginPageNotFound`] if it has been deleted, and any error of a call.
    pub async fn show_sources(
        &self,
        stage: &IdentificationStage,
        sources: &[String],
    ) -> Result<IdentificationStage, Error> {
        let mut fields = Map::from_iter([("sources".to_owned(), Value::from(sources.to_vec()))]);
        if sources.is_empty() {
            fields.insert("user_fields".to_owned(), Value::from(stage.user_fields.clone()));
        }
        let url = self.api(&["stages", "identification", &stage.pk], &[]);
        let body = net::Body::Json { value: Value::Object(fields), secrets: Vec::new() };
        let answer = self.send(Method::PATCH, url, body).await?;
        if answer.status == 404 && detail(&answer).is_some() {
            return Err(Error::LoginPageNotFound { host: self.host() });
        }
        self.parse_write(&answer, &[Right::ViewStage, Right::ChangeStage]).await
    }

    /// The license's status: `unlicensed`, `valid` … Any token will do.
    ///
    /// # Errors
    /// When the token is refused or authentik doesn't answer.
    pub async fn licence(&self) -> Result<String, Error> {
        self.read::<Licence>(self.api(&["enterprise", "license", "summary"], &[]), &[]).await.map(|found| found.status)
    }

    /// The newest events of these kinds, the newest first, at most 100. Releases before 2025.8 don't know the filter
    /// and return events of other kinds too; they are then asked once for each kind, which every release supports.
    /// # Errors
    /// When the token may not see events, or authentik doesn't answer.
    pub async fn events(&self, actions: &[&str]) -> Result<Vec<LoggedEvent>, Error> {
        let mut query = vec![("ordering", "-created"), ("page_size", "100")];
        query.extend(actions.iter().map(|action| ("actions", *action)));
        let found: ListPage<LoggedEvent> =
            self.read(self.api(&["events", "events"], &query), &[Right::ViewEvents]).await?;
        if found.results.iter().all(|event| actions.contains(&event.action.as_str())) {
            return Ok(found.results);
        }
        let mut all = Vec::new();
        for action in actions {
            let query = [("ordering", "-created"), ("page_size", "100"), ("action", *action)];
            let found: ListPage<LoggedEvent> =
                self.read(self.api(&["events", "events"], &query), &[Right::ViewEvents]).await?;
            all.extend(found.results.into_iter().filter(|event| event.action == *action));
        }
        all.sort_by_cached_key(|event| Reverse(OffsetDateTime::parse(&event.created, &Rfc3339).ok()));
        all.truncate(100);
        Ok(all)
    }

    /// The time of the newest event, by the server's own clock (RFC 3339); `None` if there is no event.
    ///
    /// # Errors
    /// When the token may not see events, or authentik doesn't answer.
    pub async fn newest_event(&self) -> Result<Option<String>, Error> {
        let query = [("ordering", "-created"), ("page_size", "1")];
        let found: ListPage<LoggedEvent> =
            self.read(self.api(&["events", "events"], &query), &[Right::ViewEvents]).await?;
        Ok(found.results.into_iter().next().map(|event| event.created))
    }

    /// The uuids of the property mappings of the source with this slug; `None` if there is no such source.
    ///
    /// # Errors
    /// When the token may not see it, or authentik doesn't answer.
    pub async fn source_mappings(&self, slug: &Slug) -> Result<Option<Vec<String>>, Error> {
        let url = self.api(&["sources", "oauth", slug.as_str()], &[]);
        let found: Option<SourceMappings> = self.find(url, &[Right::ViewSource]).await?;
        Ok(found.map(|source| source.user_property_mappings))
    }

    /// The links of a source. A token without `view_useroauthsourceconnection` sees only its own user's, and the answer
    /// doesn't say so.
    ///
    /// # Errors
    /// When the token is refused or authentik doesn't answer.
    pub async fn links(&self, slug: &Slug) -> Result<Links, Error> {
        let query = [("source__slug", slug.as_str())];
        let list = self.list(&["sources", "user_connections", "oauth"], &query, &[Right::ViewConnections]);
        let seen: Vec<UserLink> = list.await?;
        // The list doesn't say whether it was cut at the last page that is read.
        let cut = seen.len() >= MAX_PAGES as usize * 100;
        Ok(Links { seen, cut })
    }

    /// Every stage that creates or changes users. This needs `authentik_stages_user_write.view_userwritestage`, a right
    /// that the job can do without.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn write_stages(&self) -> Result<Vec<WriteStage>, Error> {
        self.list(&["stages", "user_write"], &[], &[]).await
    }

    /// All brands.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn brands(&self) -> Result<Vec<BrandRow>, Error> {
        self.list(&["core", "brands"], &[], &[Right::ViewBrand]).await
    }

    /// The user with this number, if it exists.
    ///
    /// # Errors
    /// When the token may not see users, or authentik doesn't answer.
    pub async fn user(&self, pk: i64) -> Result<Option<User>, Error> {
        self.find(self.api(&["core", "users", &pk.to_string()], &[]), &[Right::ViewUsers]).await
    }

    /// The user with exactly this name, if it exists.
    ///
    /// # Errors
    /// When the token may not see users, or authentik doesn't answer.
    pub async fn user_by_name(&self, name: &str) -> Result<Option<User>, Error> {
        let found: ListPage<User> =
            self.read(self.api(&["core", "users"], &[("username", name)]), &[Right::ViewUsers]).await?;
        Ok(found.results.into_iter().find(|user| user.username == name))
    }

    /// A user with exactly this email address, if one exists. Addresses needn't be unique; the first user counts, as
    /// it does when a source matches by address.
    ///
    /// # Errors
    /// When the token may not see users, or authentik doesn't answer.
    pub async fn user_by_email(&self, address: &str) -> Result<Option<User>, Error> {
        let found: ListPage<User> =
            self.read(self.api(&["core", "users"], &[("email", address)]), &[Right::ViewUsers]).await?;
        Ok(found.results.into_iter().find(|user| user.email == address))
    }

    /// Runs a mapping once on the server, without a visitor, and returns whether it succeeded and what it returned, as
    /// text. This needs `authentik_core.view_propertymapping` and `authentik_core.add_propertymapping`, both global.
    /// For a token without them, the answer looks like a server error [docs/evidence/authentik.md §3.2, §4.1].
    ///
    /// # Errors
    /// When the token may not do this, or authentik doesn't answer.
    pub async fn test_mapping(&self, pk: &str) -> Result<MappingTest, Error> {
        let url = self.api(&["propertymappings", "all", pk, "test"], &[]);
        let fields = Map::from_iter([("context".to_owned(), Value::Object(Map::new()))]);
        let body = net::Body::Json { value: Value::Object(fields), secrets: Vec::new() };
        let answer = self.send(Method::POST, url, body).await?;
        self.parse_write(&answer, &[]).await
    }

    /// Lets the server try a policy, without a visitor and as this user: what the visitor's context would be is sent. A token
    /// without the permissions gets what looks like a server error [docs/evidence/authentik.md §8.2].
    ///
    /// # Errors
    /// When the token may not do this, or authentik doesn't answer.
    pub async fn test_policy(&self, pk: &str, user: i64, context: Value) -> Result<PolicyTest, Error> {
        let url = self.api(&["policies", "all", pk, "test"], &[]);
        let fields = Map::from_iter([("user".to_owned(), Value::from(user)), ("context".to_owned(), context)]);
        let body = net::Body::Json { value: Value::Object(fields), secrets: Vec::new() };
        let answer = self.send(Method::POST, url, body).await?;
        self.parse_write(&answer, &[]).await
    }

    /// Reads users only to find out whether the token may see them.
    pub(super) async fn some_users(&self) -> Result<(), Error> {
        let url = self.api(&["core", "users"], &[("page_size", "1")]);
        self.read::<ListPage<serde::de::IgnoredAny>>(url, &[Right::ViewUsers]).await.map(|_| ())
    }

    /// Reads the property mappings of OAuth sources only to find out whether the token may see them.
    pub(super) async fn some_mappings(&self) -> Result<(), Error> {
        let url = self.api(&["propertymappings", "source", "oauth"], &[("page_size", "1")]);
        self.read::<ListPage<serde::de::IgnoredAny>>(url, &[Right::ViewMapping]).await.map(|_| ())
    }

    /// The API tokens that this token may see.
    pub(super) async fn tokens(&self) -> Result<ListPage<ApiToken>, Error> {
        self.read(self.api(&["core", "tokens"], &[("intent", "api"), ("page_size", "100")]), &[]).await
    }
}
