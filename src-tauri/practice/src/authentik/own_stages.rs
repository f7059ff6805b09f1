//! Stages that an admin makes: those that write users, and those that deny; and the groups that new users are put into.

use super::flows::{DENY, Flow, StageKind, WRITE};
use super::people::UserType;
use super::random;
use super::source::model;
use serde_json::{Value, json};

/// A stage that creates users.
#[derive(Clone, Debug)]
pub(crate) struct WriteStage {
    pub pk: String,
    pub name: String,
    pub user_creation_mode: String,
    pub create_users_as_inactive: bool,
    /// The key of the group that new users are put into.
    pub create_users_group: Option<String>,
    pub user_type: String,
    pub user_path_template: String,
}

/// A stage that ends a flow with a message.
#[derive(Clone, Debug)]
pub(crate) struct DenyStage {
    pub pk: String,
    pub name: String,
    pub deny_message: String,
}

/// A group of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub pk: String,
    pub num_pk: u64,
    pub name: String,
    pub is_superuser: bool,
}

impl Group {
    pub(crate) fn new(name: &str, number: u64) -> Self {
        Self { pk: random::uuid(), num_pk: 14_000 + number, name: name.to_owned(), is_superuser: false }
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_core", &self.name, "group")
    }

    /// The view inside a user.
    pub(crate) fn short_view(&self) -> Value {
        json!({
            "pk": self.pk, "num_pk": self.num_pk, "name": self.name, "is_superuser": self.is_superuser, "attributes": {},
        })
    }

    /// The whole view, with the numbers of its members.
    pub(crate) fn view(&self, users: &[u64]) -> Value {
        json!({
            "pk": self.pk,
            "num_pk": self.num_pk,
            "name": self.name,
            "is_superuser": self.is_superuser,
            "parents": [],
            "parents_obj": null,
            "users": users,
            "users_obj": [],
            "attributes": {},
            "roles": [],
            "roles_obj": [],
            "inherited_roles_obj": null,
            "children": [],
            "children_obj": null,
        })
    }
}

impl WriteStage {
    /// As a new server has it: it creates external users.
    pub(crate) fn new(pk: &str, name: &str) -> Self {
        Self {
            pk: pk.to_owned(),
            name: name.to_owned(),
            user_creation_mode: "always_create".to_owned(),
            create_users_as_inactive: false,
            create_users_group: None,
            user_type: UserType::External.name().to_owned(),
            user_path_template: String::new(),
        }
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_stages_user_write", &self.name, "userwritestage")
    }

    pub(crate) fn view(&self, flows: &[Flow]) -> Value {
        let mut view = head(&self.pk, &self.name, WRITE, flows);
        view["user_creation_mode"] = json!(self.user_creation_mode);
        view["create_users_as_inactive"] = json!(self.create_users_as_inactive);
        view["create_users_group"] = json!(self.create_users_group);
        view["user_type"] = json!(self.user_type);
        view["user_path_template"] = json!(self.user_path_template);
        view
    }
}

impl DenyStage {
    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_stages_deny", &self.name, "denystage")
    }

    pub(crate) fn view(&self, flows: &[Flow]) -> Value {
        let mut view = head(&self.pk, &self.name, DENY, flows);
        view["deny_message"] = json!(self.deny_message);
        view
    }
}

/// What the views of all stages have.
fn head(pk: &str, name: &str, (component, verbose_name, model): StageKind, flows: &[Flow]) -> Value {
    let bound = |flow: &&Flow| flow.stages.iter().any(|stage| stage.pk == pk);
    json!({
        "pk": pk,
        "name": name,
        "component": component,
        "verbose_name": verbose_name,
        "verbose_name_plural": format!("{verbose_name}s"),
        "meta_model_name": model,
        "flow_set": flows.iter().filter(bound).map(Flow::short_view).collect::<Vec<_>>(),
    })
}
