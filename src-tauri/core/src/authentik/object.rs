//! The objects that a plan creates and changes, with one set of calls for every kind.

use super::calls::WriteBody;
use super::client::{Client, detail};
use super::{DeleteOutcome, Error};
use crate::diagnosis::Right;
use crate::net;
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A kind of object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ObjectKind {
    /// A property mapping of OAuth sources.
    Mapping,
    /// An OAuth source.
    #[default]
    Source,
    /// A stage that starts a source from inside a flow.
    SourceStage,
    /// A stage's binding, which is its place in a flow.
    Binding,
    /// A user's link to an account at X.
    Connection,
    /// A Secret: the Client Secret of a source as an object of its own, as drafted for 2026.11
    /// [docs/evidence/authentik.md §7.3].
    Secret,
    /// An expression policy.
    Policy,
    /// A policy's binding to a flow, to the binding of a stage, or to a source.
    PolicyBinding,
    /// A flow.
    Flow,
    /// A stage that creates users.
    WriteStage,
    /// A stage that ends a flow with a message.
    DenyStage,
    /// A group of users.
    Group,
}

/// An object as the API returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiObject {
    /// The kind of object.
    pub kind: ObjectKind,
    /// Its primary key, as text: a uuid, or a number for a connection.
    pub pk: String,
    /// What identifies it in API addresses: the slug for a source, the primary key for everything else.
    pub handle: String,
    /// All its fields.
    pub fields: Map<String, Value>,
}

impl ObjectKind {
    pub(super) fn segments(self) -> &'static [&'static str] {
        match self {
            Self::Mapping => &["propertymappings", "source", "oauth"],
            Self::Source => &["sources", "oauth"],
            Self::SourceStage => &["stages", "source"],
            Self::Binding => &["flows", "bindings"],
            Self::Connection => &["sources", "user_connections", "oauth"],
            Self::Secret => &["crypto", "secrets"],
            Self::Policy => &["policies", "expression"],
            Self::PolicyBinding => &["policies", "bindings"],
            Self::Flow => &["flows", "instances"],
            Self::WriteStage => &["stages", "user_write"],
            Self::DenyStage => &["stages", "deny"],
            Self::Group => &["core", "groups"],
        }
    }

    /// The API path below the server's base, of one object or of the whole list.
    pub fn path(self, handle: Option<&str>) -> String {
        let mut path = format!("/api/v3/{}/", self.segments().join("/"));
        if let Some(handle) = handle {
            path.push_str(handle);
            path.push('/');
        }
        path
    }

    /// The field that a Client Secret is written to; no answer has it.
    pub fn secret_field(self) -> Option<&'static str> {
        match self {
            Self::Source => Some("consumer_secret"),
            Self::Secret => Some("value"),
            Self::Mapping
            | Self::SourceStage
            | Self::Binding
            | Self::Connection
            | Self::Policy
            | Self::PolicyBinding
            | Self::Flow
            | Self::WriteStage
            | Self::DenyStage
            | Self::Group => None,
        }
    }

    /// The fields that identify an object of this kind. authentik refuses a second object with the same values; of
    /// Secrets that isn't known, and two of one name aren't made from here.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Mapping
            | Self::SourceStage
            | Self::Secret
            | Self::Policy
            | Self::WriteStage
            | Self::DenyStage
            | Self::Group => &["name"],
            Self::Source | Self::Flow => &["slug"],
            Self::PolicyBinding => &["target", "policy", "order"],
            Self::Binding => &["target", "stage", "order"],
            Self::Connection => &["source", "user"],
        }
    }

    fn handle(self) -> &'static str {
        match self {
            Self::Source | Self::Flow => "slug",
            Self::Mapping
            | Self::SourceStage
            | Self::Binding
            | Self::Connection
            | Self::Secret
            | Self::Policy
            | Self::PolicyBinding
            | Self::WriteStage
            | Self::DenyStage
            | Self::Group => "pk",
        }
    }

    /// The rights that the creation of an object needs.
    pub fn rights_to_add(self) -> &'static [Right] {
        self.rights().add
    }

    /// The rights that a change of an object needs in addition to the one to view it.
    pub fn rights_to_change(self) -> Vec<Right> {
        let Rights { view, change, .. } = self.rights();
        change.iter().copied().filter(|right| !view.contains(right)).collect()
    }

    fn rights(self) -> Rights {
        match self {
            Self::Mapping => Rights {
                view: &[Right::ViewMapping],
                add: &[Right::AddMapping],
                change: &[Right::ViewMapping, Right::ChangeMapping],
                delete: &[Right::ViewMapping, Right::DeleteMapping],
            },
            Self::Source => Rights {
                view: &[Right::ViewSource],
                add: &[Right::AddSource],
                change: &[Right::ViewSource, Right::ChangeSource],
                delete: &[Right::ViewSource, Right::DeleteSource],
            },
            Self::SourceStage => Rights {
                view: &[Right::ViewSourceStage],
                add: &[Right::AddSourceStage],
                change: &[Right::ViewSourceStage, Right::ChangeSourceStage],
                delete: &[Right::ViewSourceStage, Right::DeleteSourceStage],
            },
            Self::Binding => Rights {
                view: &[Right::ViewBinding],
                add: &[Right::AddBinding],
                change: &[Right::ViewBinding, Right::ChangeBinding],
                delete: &[Right::ViewBinding, Right::DeleteBinding],
            },
            Self::Connection => Rights {
                view: &[Right::ViewConnections],
                add: &[Right::AddConnection],
                change: &[],
                delete: &[Right::ViewConnections, Right::DeleteConnection],
            },
            Self::Secret => Rights {
                view: &[Right::ViewSecret],
                add: &[Right::AddSecret],
                change: &[Right::ViewSecret, Right::ChangeSecret],
                delete: &[Right::ViewSecret, Right::DeleteSecret],
            },
            // Measured on 2026.8.0-rc1 and 2026.2.2 [docs/evidence/authentik.md §14].
            Self::Policy => Rights {
                view: &[Right::ViewPolicy],
                add: &[Right::AddPolicy],
                change: &[Right::ViewPolicy, Right::ChangePolicy],
                delete: &[Right::ViewPolicy, Right::DeletePolicy],
            },
            Self::PolicyBinding => Rights {
                view: &[Right::ViewPolicyBinding],
                add: &[Right::AddPolicyBinding],
                change: &[Right::ViewPolicyBinding, Right::ChangePolicyBinding],
                delete: &[Right::ViewPolicyBinding, Right::DeletePolicyBinding],
            },
            Self::Flow => Rights {
                view: &[Right::ViewFlow],
                add: &[Right::AddFlow],
                change: &[Right::ViewFlow, Right::ChangeFlow],
                delete: &[Right::ViewFlow, Right::DeleteFlow],
            },
            Self::WriteStage => Rights {
                view: &[Right::ViewWriteStage],
                add: &[Right::AddWriteStage],
                change: &[Right::ViewWriteStage, Right::ChangeWriteStage],
                delete: &[Right::ViewWriteStage, Right::DeleteWriteStage],
            },
            Self::DenyStage => Rights {
                view: &[Right::ViewDenyStage],
                add: &[Right::AddDenyStage],
                change: &[Right::ViewDenyStage, Right::ChangeDenyStage],
                delete: &[Right::ViewDenyStage, Right::DeleteDenyStage],
            },
            Self::Group => Rights {
                view: &[Right::ViewGroup],
                add: &[Right::AddGroup],
                change: &[],
                delete: &[Right::ViewGroup, Right::DeleteGroup],
            },
        }
    }
}

/// The rights that each call needs [docs/evidence/authentik.md §4.6].
struct Rights {
    view: &'static [Right],
    add: &'static [Right],
    change: &'static [Right],
    delete: &'static [Right],
}

impl ApiObject {
    fn read(kind: ObjectKind, mut fields: Map<String, Value>) -> Option<Self> {
        // No release returns the secret. If one did, it would have to be kept out of every place that this object is
        // copied to.
        if let Some(secret) = kind.secret_field() {
            fields.remove(secret);
        }
        let text = |name: &str| match fields.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        let (pk, handle) = (text("pk")?, text(kind.handle())?);
        Some(Self { kind, pk, handle, fields })
    }

    /// The object's name for people; if it has none, what identifies it in API addresses.
    pub fn name(&self) -> &str {
        self.fields.get("name").and_then(Value::as_str).unwrap_or(&self.handle)
    }

    /// Whether it has the same key as an object with these fields.
    pub fn has_same_key(&self, fields: &Map<String, Value>) -> bool {
        self.kind.key().iter().all(|name| self.fields.get(*name) == fields.get(*name))
    }
}

impl WriteBody {
    /// The body of a write of such an object, with the Client Secret in the field that it belongs to.
    fn json(self, kind: ObjectKind) -> net::Body {
        let secret = kind.secret_field().zip(self.secret);
        net::Body::Json { value: Value::Object(self.fields), secrets: secret.into_iter().collect() }
    }
}

impl Client {
    /// The object with this handle, if it exists.
    ///
    /// # Errors
    /// When the token may not see it, or authentik doesn't answer.
    pub async fn object(&self, kind: ObjectKind, handle: &str) -> Result<Option<ApiObject>, Error> {
        let found: Option<Map<String, Value>> =
            self.find(self.api(&below(kind, handle), &[]), kind.rights().view).await?;
        found.map(|fields| ApiObject::read(kind, fields).ok_or_else(|| self.shapeless())).transpose()
    }

    /// Every object of one kind.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn objects(&self, kind: ObjectKind) -> Result<Vec<ApiObject>, Error> {
        let all: Vec<Map<String, Value>> = self.list(kind.segments(), &[], kind.rights().view).await?;
        Ok(all.into_iter().filter_map(|fields| ApiObject::read(kind, fields)).collect())
    }

    /// The objects of one kind below another one: the stages of a flow, or the policies of what they are bound to. The
    /// list of policies is filtered by the `policybindingmodel_ptr_id` of that object, and not by its key
    /// [docs/evidence/authentik.md §8.2].
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn objects_of_target(&self, kind: ObjectKind, target: &str) -> Result<Vec<ApiObject>, Error> {
        let query = [("target", target), ("ordering", "order")];
        let all: Vec<Map<String, Value>> = self.list(kind.segments(), &query, kind.rights().view).await?;
        Ok(all.into_iter().filter_map(|fields| ApiObject::read(kind, fields)).collect())
    }

    /// The object that prevents another one with these fields from being created, if there is one: it has the same
    /// [`ObjectKind::key`].
    ///
    /// # Errors
    /// When the token may not see such objects, or authentik doesn't answer.
    pub async fn find_conflicting(
        &self,
        kind: ObjectKind,
        fields: &Map<String, Value>,
    ) -> Result<Option<ApiObject>, Error> {
        let value = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        // The filter only reduces the number of pages. Every result is compared anyway.
        let query = match kind {
            ObjectKind::Source | ObjectKind::Flow => return self.object(kind, value("slug")).await,
            ObjectKind::Mapping
            | ObjectKind::SourceStage
            | ObjectKind::Secret
            | ObjectKind::Policy
            | ObjectKind::WriteStage
            | ObjectKind::DenyStage
            | ObjectKind::Group => ("name", value("name")),
            // The list can't be filtered by the target that is written [docs/evidence/authentik.md §8.2].
            ObjectKind::PolicyBinding => ("policy", value("policy")),
            ObjectKind::Binding => ("target", value("target")),
            ObjectKind::Connection => ("ordering", "pk"),
        };
        let all: Vec<Map<String, Value>> = self.list(kind.segments(), &[query], kind.rights().view).await?;
        Ok(all
            .into_iter()
            .filter_map(|fields| ApiObject::read(kind, fields))
            .find(|object| object.has_same_key(fields)))
    }

    /// Creates an object.
    ///
    /// # Errors
    /// [`Error::SlugTaken`], [`Error::Refused`] with the field, and any error of a call.
    pub async fn create(&self, kind: ObjectKind, body: WriteBody) -> Result<ApiObject, Error> {
        let slug = body.fields.get("slug").and_then(Value::as_str).unwrap_or_default().to_owned();
        let answer = self.send(Method::POST, self.api(kind.segments(), &[]), body.json(kind)).await?;
        match self.parse_write(&answer, kind.rights().add).await {
            Ok(fields) => ApiObject::read(kind, fields).ok_or_else(|| self.shapeless()),
            Err(Error::Refused { field, said }) if field == "slug" && said.contains("already exists") => {
                Err(Error::SlugTaken { slug })
            }
            Err(other) => Err(other),
        }
    }

    /// Changes some fields of an object. For a source, `provider_type` must be one of them: without it, releases before
    /// 2026.2 fail [docs/evidence/authentik.md §4.2].
    ///
    /// # Errors
    /// [`Error::Refused`] with the field, [`Error::Gone`], and any error of a call.
    pub async fn change(&self, kind: ObjectKind, handle: &str, body: WriteBody) -> Result<ApiObject, Error> {
        let answer = self.send(Method::PATCH, self.api(&below(kind, handle), &[]), body.json(kind)).await?;
        if answer.status == 404 && detail(&answer).is_some() {
            return Err(Error::Gone { what: handle.to_owned() });
        }
        let fields = match self.parse_write(&answer, kind.rights().change).await {
            Ok(fields) => fields,
            Err(error) => return Err(self.without_held_rights(kind, handle, error).await),
        };
        ApiObject::read(kind, fields).ok_or_else(|| self.shapeless())
    }

    /// Deletes an object. A source is deleted together with every link between X accounts and users.
    ///
    /// # Errors
    /// When the token may not delete it, or authentik doesn't answer.
    pub async fn delete(&self, kind: ObjectKind, handle: &str) -> Result<DeleteOutcome, Error> {
        let answer = self.send(Method::DELETE, self.api(&below(kind, handle), &[]), net::Body::Empty).await?;
        match answer.status {
            200..300 => Ok(DeleteOutcome::Now),
            // authentik also answers 404 for a link that the token may see but not delete
            // [docs/evidence/authentik.md §4.3].
            404 if kind == ObjectKind::Connection && Box::pin(self.object(kind, handle)).await?.is_some() => {
                Err(Error::RightsMissing { user: self.whose().await, rights: vec![Right::DeleteConnection] })
            }
            404 if detail(&answer).is_some() => Ok(DeleteOutcome::Before),
            _ => {
                let error = self.meaning(&answer, kind.rights().delete).await;
                let error = self.write_failed(&answer, error).await;
                Err(self.without_held_rights(kind, handle, error).await)
            }
        }
    }

    /// The error with only those rights that are missing: authentik doesn't say which, but an object that can still be
    /// read proves that the right to view it isn't.
    async fn without_held_rights(&self, kind: ObjectKind, handle: &str, error: Error) -> Error {
        let Error::RightsMissing { user, mut rights } = error else { return error };
        if rights.len() > 1 && Box::pin(self.object(kind, handle)).await.is_ok_and(|there| there.is_some()) {
            rights.retain(|right| !kind.rights().view.contains(right));
        }
        Error::RightsMissing { user, rights }
    }

    fn shapeless(&self) -> Error {
        Error::AnswerUnknown { host: self.host(), status: 200 }
    }
}

fn below(kind: ObjectKind, handle: &str) -> Vec<&str> {
    let mut segments = kind.segments().to_vec();
    segments.push(handle);
    segments
}
