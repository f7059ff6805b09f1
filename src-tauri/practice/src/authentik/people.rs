//! Users, their tokens, and their connections to accounts at X.

use super::{clock, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;
use serde_json::{Value, json};

/// What a user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UserRole {
    /// Everything.
    Superuser,
    /// What every signed-in user may.
    Plain,
    /// Only these rights (`app.codename`).
    Role(&'static [&'static str]),
}

/// authentik's user types, as far as they occur here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UserType {
    Internal,
    External,
}

impl UserType {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::External => "external",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct User {
    pub pk: u64,
    pub username: String,
    pub name: String,
    pub email: String,
    pub active: bool,
    pub standing: UserRole,
    pub kind: UserType,
    pub path: String,
    pub attributes: Value,
    pub last_login: Option<String>,
    uid: String,
    uuid: String,
    made: String,
}

/// The one group that exists.
const ADMINS: &str = "authentik Admins";
const ADMINS_PK: &str = "5f0f5d0e-0b5c-4a55-9d0e-6f2f6a1b7c11";

impl User {
    /// A user as an admin makes one.
    pub(crate) fn new(pk: u64, username: &str, name: &str, standing: UserRole) -> Self {
        Self {
            pk,
            username: username.to_owned(),
            name: name.to_owned(),
            email: String::new(),
            active: true,
            standing,
            kind: UserType::Internal,
            path: "users".to_owned(),
            attributes: json!({}),
            last_login: None,
            uid: random::hex(&random::bytes::<32>()),
            uuid: random::uuid(),
            made: clock::now(),
        }
    }

    pub(crate) fn is_superuser(&self) -> bool {
        self.standing == UserRole::Superuser
    }

    /// Whether they may open authentik's own pages.
    pub(crate) fn is_internal(&self) -> bool {
        self.kind == UserType::Internal
    }

    /// As events name a user.
    pub(crate) fn named(&self) -> Value {
        json!({ "pk": self.pk, "email": self.email, "username": self.username })
    }

    /// As `/core/users/me/` shows the caller.
    pub(crate) fn own_view(&self) -> Value {
        let groups = if self.is_superuser() { json!([{ "name": ADMINS, "pk": ADMINS_PK }]) } else { json!([]) };
        json!({
            "pk": self.pk,
            "username": self.username,
            "name": self.name,
            "is_active": self.active,
            "is_superuser": self.is_superuser(),
            "groups": groups,
            "roles": [],
            "email": self.email,
            "avatar": self.avatar(),
            "uid": self.uid,
            "settings": {},
            "type": self.kind.name(),
            "system_permissions": self.system_permissions(),
        })
    }

    fn system_permissions(&self) -> Vec<&'static str> {
        match self.standing {
            UserRole::Superuser => SYSTEM_PERMISSIONS.to_vec(),
            UserRole::Plain => Vec::new(),
            UserRole::Role(rights) => rights.iter().filter_map(|right| right.strip_prefix("authentik_rbac.")).collect(),
        }
    }

    /// As lists of users show it.
    pub(crate) fn view(&self) -> Value {
        let (groups, groups_obj) = if self.is_superuser() {
            let group =
                json!({ "pk": ADMINS_PK, "num_pk": 28023, "name": ADMINS, "is_superuser": true, "attributes": {} });
            (json!([ADMINS_PK]), json!([group]))
        } else {
            (json!([]), json!([]))
        };
        json!({
            "pk": self.pk,
            "username": self.username,
            "name": self.name,
            "is_active": self.active,
            "last_login": self.last_login,
            "date_joined": self.made,
            "is_superuser": self.is_superuser(),
            "groups": groups,
            "groups_obj": groups_obj,
            "roles": [],
            "roles_obj": [],
            "email": self.email,
            "avatar": self.avatar(),
            "attributes": self.attributes,
            "uid": self.uid,
            "path": self.path,
            "type": self.kind.name(),
            "uuid": self.uuid,
            "password_change_date": self.made,
            "last_updated": self.made,
        })
    }

    /// A picture with the first two letters of the user name, inside the address as authentik does it.
    pub(crate) fn avatar(&self) -> String {
        let letters: String =
            self.username.chars().filter(char::is_ascii_alphanumeric).take(2).collect::<String>().to_uppercase();
        let picture = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><circle cx=\"32\" cy=\"32\" r=\"32\" \
             fill=\"#57606a\"/><text x=\"50%\" y=\"50%\" fill=\"#fff\" font-size=\"28\" text-anchor=\"middle\" \
             dominant-baseline=\"central\">{letters}</text></svg>"
        );
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture))
    }
}

/// An API token.
#[derive(Debug)]
pub(crate) struct TokenRecord {
    pub key: SecretString,
    pub user: u64,
    pub identifier: String,
    pk: String,
    made: String,
}

impl TokenRecord {
    pub(crate) fn new(user: u64, identifier: &str, key: SecretString) -> Self {
        Self {
            key,
            user,
            identifier: identifier.to_owned(),
            pk: random::uuid(),
            // Filled although the token never expires, as a real server does: `expiring` is what counts.
            made: clock::after(time::Duration::minutes(30)),
        }
    }

    /// As the API shows it: never with its key.
    pub(crate) fn view(&self, owner: &User) -> Value {
        json!({
            "pk": self.pk,
            "managed": null,
            "identifier": self.identifier,
            "intent": "api",
            "user": self.user,
            "user_obj": owner.view(),
            "description": "",
            "expires": self.made,
            "expiring": false,
        })
    }
}

/// One account at X that belongs to a user here.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub pk: u64,
    pub user: u64,
    /// The source's key.
    pub source: String,
    /// The account's number at X.
    pub identifier: String,
    pub created: String,
    pub last_updated: String,
    /// The moment of the last sign-in, whatever the token's life is.
    pub expires: String,
}

impl Connection {
    pub(crate) fn new(pk: u64, user: u64, source: &str, identifier: &str) -> Self {
        let now = clock::now();
        Self {
            pk,
            user,
            source: source.to_owned(),
            identifier: identifier.to_owned(),
            created: now.clone(),
            last_updated: now.clone(),
            expires: now,
        }
    }

    /// Its name in events and in lists of what uses what.
    pub(crate) fn name(&self) -> String {
        format!("User-source connection (user={}, source={})", self.user, self.source)
    }
}

/// What a superuser may do to the system itself.
const SYSTEM_PERMISSIONS: &[&str] = &[
    "access_admin_interface",
    "add_initialpermissions",
    "add_role",
    "assign_role_permissions",
    "change_initialpermissions",
    "change_role",
    "delete_initialpermissions",
    "delete_role",
    "edit_system_settings",
    "manage_media_files",
    "unassign_role_permissions",
    "view_initialpermissions",
    "view_media_files",
    "view_role",
    "view_system_info",
    "view_system_settings",
];
