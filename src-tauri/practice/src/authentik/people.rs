//! Users, their tokens, and their connections to accounts at X.

use super::own_stages::Group;
use super::{clock, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;
use serde_json::{Value, json};

/// What a user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UserRole {
    /// All rights.
    Superuser,
    /// The rights of every signed-in user.
    Plain,
    /// Only these rights (`app.codename`).
    Role(&'static [&'static str]),
}

/// The user types of authentik that occur here.
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
    /// The groups that it is in, apart from the one that makes a superuser.
    pub groups: Vec<Group>,
    pub last_login: Option<String>,
    uid: String,
    uuid: String,
    made: String,
}

/// The group of a new server.
const ADMINS: &str = "authentik Admins";
const ADMINS_PK: &str = "5f0f5d0e-0b5c-4a55-9d0e-6f2f6a1b7c11";

/// The group of superusers.
pub(crate) fn admins() -> Group {
    Group { pk: ADMINS_PK.to_owned(), num_pk: 28023, name: ADMINS.to_owned(), is_superuser: true }
}

impl User {
    /// Creates a user with the defaults of one that an admin creates.
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
            groups: Vec::new(),
            last_login: None,
            uid: random::hex(&random::bytes::<32>()),
            uuid: random::uuid(),
            made: clock::now(),
        }
    }

    pub(crate) fn is_superuser(&self) -> bool {
        self.standing == UserRole::Superuser
    }

    /// Whether the user may open authentik's own pages.
    pub(crate) fn is_internal(&self) -> bool {
        self.kind == UserType::Internal
    }

    /// The user in the form that events use.
    pub(crate) fn named(&self) -> Value {
        json!({ "pk": self.pk, "email": self.email, "username": self.username })
    }

    /// The view of the caller in `/core/users/me/`.
    pub(crate) fn own_view(&self) -> Value {
        let named = |group: &Group| json!({ "name": group.name, "pk": group.pk });
        let groups: Vec<Value> = self.all_groups().iter().map(named).collect();
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

    fn all_groups(&self) -> Vec<Group> {
        let admins = self.is_superuser().then(admins);
        admins.into_iter().chain(self.groups.iter().cloned()).collect()
    }

    fn system_permissions(&self) -> Vec<&'static str> {
        match self.standing {
            UserRole::Superuser => SYSTEM_PERMISSIONS.to_vec(),
            UserRole::Plain => Vec::new(),
            UserRole::Role(rights) => rights.iter().filter_map(|right| right.strip_prefix("authentik_rbac.")).collect(),
        }
    }

    /// The view of the user in lists.
    pub(crate) fn view(&self) -> Value {
        let all = self.all_groups();
        let groups: Vec<&str> = all.iter().map(|group| group.pk.as_str()).collect();
        let groups_obj: Vec<Value> = all.iter().map(Group::short_view).collect();
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

    /// An image with the first two letters of the user name, as a data URL, as authentik does it.
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
            // A real server fills this in although the token never expires: only `expiring` decides that.
            made: clock::after(time::Duration::minutes(30)),
        }
    }

    /// The API's view of the token, which never contains its key.
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

/// A link between an account at X and a user of this server.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub pk: u64,
    pub user: u64,
    /// The key of the source.
    pub source: String,
    /// The numeric id of the account at X.
    pub identifier: String,
    pub created: String,
    pub last_updated: String,
    /// The time of the last sign-in, whatever the lifetime of the token is.
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

    /// The connection's name in events and in the lists of "used by".
    pub(crate) fn name(&self) -> String {
        format!("User-source connection (user={}, source={})", self.user, self.source)
    }
}

/// The system permissions of a superuser.
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
