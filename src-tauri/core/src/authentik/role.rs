//! The role setup: the smallest role that a whole setup is known to work with, as steps, as API calls and as a
//! blueprint, for the owner of a server to create. Nothing here is sent to the server.

use crate::address::ServerUrl;
use crate::diagnosis::Right;
use crate::i18n::{Message, msg};
use serde::Serialize;
use serde_json::json;
use std::fmt::Write as _;

/// The name of the role and the group.
const NAME: &str = "Sourcerer";

/// Measured: a whole setup passed with these rights on 2024.12.5, 2025.12.4 and 2026.2.2
/// [docs/evidence/authentik.md §4.6].
const LEAST: &[Right] = &[
    Right::ViewSource,
    Right::AddSource,
    Right::ChangeSource,
    Right::DeleteSource,
    Right::ViewMapping,
    Right::AddMapping,
    Right::ChangeMapping,
    Right::DeleteMapping,
    Right::ViewStage,
    Right::ChangeStage,
    Right::ViewFlow,
    Right::ViewBinding,
    Right::ViewBrand,
    Right::ViewEvents,
];

/// What the server's owner needs to give a user the role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RoleSetup {
    /// The steps in authentik's admin interface, in order.
    pub steps: Vec<Message>,
    /// Calls of authentik's API, for a shell with curl and jq. They ask for the owner's token and don't contain one.
    pub api: String,
    /// The same as a blueprint.
    pub blueprint: String,
}

/// What a setup needs in addition on a server that keeps Client Secrets as objects. The last lets a plan compare the
/// secret that the server has, and an undo put it back [docs/evidence/authentik.md §7.3].
const SECRETS: &[Right] =
    &[Right::ViewSecret, Right::AddSecret, Right::ChangeSecret, Right::DeleteSecret, Right::ViewSecretValue];

/// The role setup for this user of this server; `secrets` says whether the server keeps Client Secrets as objects, and
/// `access` names what the choice of who gets in needs in addition.
pub fn handover(server: &ServerUrl, user: &str, user_pk: i64, secrets: bool, access: &[Right]) -> RoleSetup {
    let more = if secrets { SECRETS } else { &[] };
    let rights: Vec<_> = LEAST.iter().chain(more).chain(access).map(|right| right.codename()).collect();
    let mut steps = steps(user, &rights);
    if access.contains(&Right::AddPolicy) {
        steps.push(msg::role_step_policies());
    }
    RoleSetup { steps, api: api(server, user_pk, &rights), blueprint: blueprint(user, &rights) }
}

fn steps(user: &str, rights: &[&str]) -> Vec<Message> {
    vec![
        msg::role_step_role(NAME),
        msg::role_step_rights(rights.join(", ")),
        msg::role_step_group(NAME),
        msg::role_step_user(user),
        msg::role_step_check(),
    ]
}

fn api(server: &ServerUrl, user_pk: i64, rights: &[&str]) -> String {
    let role = json!({ "name": NAME });
    let permissions = json!({ "permissions": rights });
    // The token is passed over standard input, because everybody on a machine can read a program's arguments.
    format!(
        r#"authentik='{base}/api/v3'
printf 'API token of an admin: ' >&2; read -rs token; echo >&2
ask() {{
  printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --config - --silent --show-error --fail-with-body --request POST "$authentik$1" \
      --header 'Accept: application/json' --header 'Content-Type: application/json' --data "$2"
}}
role=$(ask /rbac/roles/ '{role}' | jq -r .pk)
ask "/rbac/permissions/assigned_by_roles/$role/assign/" '{permissions}'
ask /core/groups/ '{{"name":"{NAME}","roles":["'"$role"'"],"users":[{user_pk}]}}'
unset token
"#,
        base = server.as_str(),
    )
}

fn blueprint(user: &str, rights: &[&str]) -> String {
    let mut out = format!(
        "version: 1\nmetadata:\n  name: {NAME}\nentries:\n  - model: authentik_rbac.role\n    id: role\n    \
         identifiers:\n      name: {NAME}\n    attrs:\n      permissions:\n"
    );
    for right in rights {
        let _ = writeln!(out, "        - {right}");
    }
    // A string of JSON is one of YAML too, whatever the name holds.
    let user = json!(user);
    let _ = write!(
        out,
        "  - model: authentik_core.group\n    identifiers:\n      name: {NAME}\n    attrs:\n      roles:\n        \
         - !KeyOf role\n      users:\n        - !Find [authentik_core.user, [username, {user}]]\n"
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::HttpPolicy;
    use crate::i18n::Localizer;

    fn of(user: &str) -> RoleSetup {
        let server = ServerUrl::parse("https://auth.lan:9443/sso", HttpPolicy::LoopbackOnly).expect("an address").url;
        handover(&server, user, 36, false, &[])
    }

    #[test]
    fn the_three_texts_read_well() {
        let RoleSetup { steps, api, blueprint } = of("svc-sourcerer");
        let book = Localizer::english();
        let steps: Vec<_> = steps.iter().map(|step| book.format(step)).collect();
        insta::assert_snapshot!(format!("{}\n\n---\n{api}\n---\n{blueprint}", steps.join("\n")));
    }

    #[test]
    fn a_server_with_secrets_needs_five_permissions_more_and_no_other_server_hears_of_them() {
        let server = ServerUrl::parse("https://auth.lan", HttpPolicy::LoopbackOnly).expect("an address").url;
        let setup = handover(&server, "svc", 36, true, &[]);
        for right in ["view_secret", "add_secret", "change_secret", "delete_secret", "view_secret_value"] {
            let right = format!("authentik_crypto.{right}");
            let step = Localizer::english().format(&setup.steps[1]);
            assert!([&setup.api, &setup.blueprint, &step].iter().all(|text| text.contains(&right)), "{right}");
        }
        let usual = of("svc");
        assert!(!usual.api.contains("crypto") && !usual.blueprint.contains("crypto"));
    }

    #[test]
    fn a_users_name_breaks_out_of_no_text() {
        let name = "a'; rm -rf / #\"]\n- x: y";
        let RoleSetup { api, blueprint, .. } = of(name);
        assert!(!api.contains("rm -rf"));
        assert!(blueprint.contains(r#"[username, "a'; rm -rf / #\"]\n- x: y"]]"#), "{blueprint}");
        assert_eq!(blueprint.lines().count(), of("x").blueprint.lines().count());
    }
}
