//! Who gets in: policies, own flows and inactive users, held against what was measured
//! [docs/evidence/authentik.md §8.1, §8.2, §9.1, §9.2, §10, §12.2].

use super::rig::{Browser, Rig, TestResult, actions, left};
use reqwest::Method;
use serde_json::{Value, json};

const LIST: &str = "allowed = {\n    \"7000000001\",  # ada_practice\n}\ninfo = context.get(\"oauth_userinfo\") or \
                    {}\nnumber = str((info.get(\"data\") or {}).get(\"id\") or \"\")\nif ak_is_sso_flow and number and \
                    number in allowed:\n    return True\nak_message(\"This X account may not sign in here.\")\nreturn \
                    False";
const ACTIVE: &str = "user = context.get(\"pending_user\")\nif user is not None and user.is_active:\n    return \
                      True\ncontext[\"flow_plan\"].context[\"redirect\"] = \"/if/flow/own-waiting/\"\nreturn False";
const APPROVED: &str = "user = context.get(\"pending_user\")\nif user is not None and user.is_active:\n    return \
                        True\nak_message(\"This account waits for an administrator's approval.\")\nreturn False";
/// How somebody's visit ended.
const IN: &str = "in";

/// A server with a source that an admin has given flows of its own.
struct Own {
    rig: Rig,
    enrollment: String,
    authentication: String,
    write: String,
    prompt: String,
    login: String,
}

impl Own {
    async fn made(&self, path: &str, body: Value) -> TestResult<String> {
        made(&self.rig, path, body).await
    }

    async fn policy(&self, name: &str, expression: &str, target: &str) -> TestResult<String> {
        let policy = self.made("/policies/expression/", json!({ "name": name, "expression": expression })).await?;
        self.made("/policies/bindings/", json!({ "policy": policy, "target": target, "order": 0 })).await?;
        Ok(policy)
    }

    async fn change(&self, path: &str, body: Value) -> TestResult {
        let (status, said) = self.rig.api(Method::PATCH, path, body).await?;
        assert_eq!(status, 200, "{path}: {said}");
        Ok(())
    }
}

async fn made(rig: &Rig, path: &str, body: Value) -> TestResult<String> {
    let (status, made) = rig.api(Method::POST, path, body).await?;
    assert_eq!(status, 201, "{path}: {made}");
    Ok(made["pk"].as_str().unwrap_or_default().to_owned())
}

/// The steps of the way to use, without any policy on the flows yet.
async fn own() -> TestResult<Own> {
    let rig = Rig::started(|options| options.release = "2026.2".parse().expect("a release")).await?;
    rig.source(Value::Null).await?;
    let flow = |slug: &str, designation: &str, authentication: &str| {
        json!({
            "name": slug, "title": slug, "slug": slug, "designation": designation, "authentication": authentication,
            "policy_engine_mode": "all",
        })
    };
    let enrollment = made(&rig, "/flows/instances/", flow("own-enrollment", "enrollment", "none")).await?;
    let authentication = flow("own-authentication", "authentication", "require_unauthenticated");
    let authentication = made(&rig, "/flows/instances/", authentication).await?;
    let body = json!({ "name": "own-write", "user_creation_mode": "always_create", "user_type": "internal" });
    let write = made(&rig, "/stages/user_write/", body).await?;
    let default = rig.flow("default-source-enrollment").await?;
    let bound = rig.get(&format!("/flows/bindings/?target={default}&ordering=order")).await?;
    let key = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let stages: Vec<_> = (0..3).map(|at| key(&bound["results"][at]["stage"])).collect();
    let of_prompt = key(&bound["results"][0]["policybindingmodel_ptr_id"]);
    let asked = rig.get(&format!("/policies/bindings/?target={of_prompt}")).await?;
    let mut bindings = Vec::new();
    for (flow, stage, order) in
        [(&enrollment, &stages[0], 10), (&enrollment, &write, 20), (&enrollment, &stages[2], 30)]
    {
        let body = json!({ "target": flow, "stage": stage, "order": order });
        bindings.push(made(&rig, "/flows/bindings/", body).await?);
    }
    let body = json!({ "policy": asked["results"][0]["policy"], "target": bindings[0], "order": 0 });
    made(&rig, "/policies/bindings/", body).await?;
    let default = rig.flow("default-source-authentication").await?;
    let bound = rig.get(&format!("/flows/bindings/?target={default}")).await?;
    let body = json!({ "target": authentication, "stage": bound["results"][0]["stage"], "order": 10 });
    made(&rig, "/flows/bindings/", body).await?;
    let body = json!({ "enrollment_flow": enrollment, "authentication_flow": authentication });
    assert_eq!(rig.api(Method::PATCH, "/sources/oauth/x/", body).await?.0, 200);
    let [prompt, _, login] = bindings.try_into().map_err(|_| "three bindings")?;
    Ok(Own { rig, enrollment, authentication, write, prompt, login })
}

/// Signs somebody in, and tells how that ended and which events it left.
async fn visit(rig: &Rig, id: &str, handle: &str) -> TestResult<(String, Vec<String>)> {
    let person = json!({ "data": { "id": id, "username": handle, "name": handle } });
    rig.x.answers("/2/users/me", 200, &if id.is_empty() { json!({ "data": { "username": handle } }) } else { person });
    let before = rig.events().await?.len();
    let page = Browser::new(rig).sign_in().await?;
    let events = left(rig, before).await?;
    let events = actions(&events).into_iter().map(str::to_owned).collect();
    let told = |words: &&str| page.text.contains(*words);
    let known = [
        "This X account may not sign in here.",
        "This account waits for an administrator&#39;s approval.",
        "This account waits for an administrator's approval.",
        "Wait, please.",
        "Flow does not apply to current user.",
        "Failed to update user. Please try again later.",
        "Unknown error",
        "too bad",
        "Source is not configured for enrollment.",
        "Bad Request",
    ];
    let end = known.into_iter().find(told).map(|words| words.replace("&#39;", "'"));
    let signed_in = page.text.contains("Sign out") || page.text.contains("sign-out") || page.text.contains("cancel");
    Ok((end.unwrap_or_else(|| if signed_in { IN.to_owned() } else { page.text.clone() }), events))
}

async fn check(own: &Own, id: &str, handle: &str, end: &str, events: &[&str]) -> TestResult {
    let (came, left) = visit(&own.rig, id, handle).await?;
    assert_eq!(
        (came.as_str(), left.iter().map(String::as_str).collect::<Vec<_>>()),
        (end, events.to_vec()),
        "{handle}"
    );
    Ok(())
}

const NEW: [&str; 5] = ["model_created", "user_write", "login", "model_created", "source_linked"];
const KNOWN: [&str; 2] = ["login", "model_updated"];
const REFUSED: &str = "This X account may not sign in here.";
const WAITS: &str = "This account waits for an administrator's approval.";

#[tokio::test]
async fn a_list_on_both_flows_lets_in_who_is_listed_and_leaves_no_event_of_the_others() -> TestResult {
    let own = own().await?;
    check(&own, "7000000009", "linked_before", IN, &NEW).await?;
    let policy = own.policy("allowed", LIST, &own.enrollment).await?;
    own.made("/policies/bindings/", json!({ "policy": policy, "target": own.authentication, "order": 0 })).await?;
    check(&own, "7000000001", "ada_practice", IN, &NEW).await?;
    check(&own, "7000000001", "ada_practice", IN, &KNOWN).await?;
    check(&own, "7000000002", "eve_practice", REFUSED, &[]).await?;
    check(&own, "7000000009", "linked_before", REFUSED, &[]).await?;
    check(&own, "", "no_number", REFUSED, &[]).await?;
    // A change of the list acts at the next try.
    let more = json!({ "expression": LIST.replace("allowed = {", "allowed = {\n    \"7000000002\",") });
    own.change(&format!("/policies/expression/{policy}/"), more).await?;
    check(&own, "7000000002", "eve_practice", IN, &NEW).await?;
    // A policy that raises refuses with its own words; one that returns nothing refuses with authentik's.
    let raises = json!({ "expression": "raise ValueError(\"too bad\")" });
    own.change(&format!("/policies/expression/{policy}/"), raises).await?;
    check(&own, "7000000003", "new_practice", "too bad", &["policy_exception"]).await?;
    check(&own, "7000000002", "eve_practice", "too bad", &["policy_exception"]).await?;
    own.change(&format!("/policies/expression/{policy}/"), json!({ "expression": "pass" })).await?;
    check(&own, "7000000003", "new_practice", "Flow does not apply to current user.", &[]).await?;
    Ok(())
}

#[tokio::test]
async fn what_looks_like_a_lock_and_is_none() -> TestResult {
    let rig = Rig::started(|options| options.release = "2026.2".parse().expect("a release")).await?;
    let source = rig.source(Value::Null).await?;
    let body = json!({ "name": "refuses", "expression": "return False" });
    let policy = made(&rig, "/policies/expression/", body).await?;
    // A policy on the source.
    made(&rig, "/policies/bindings/", json!({ "policy": policy, "target": source, "order": 0 })).await?;
    assert_eq!(visit(&rig, "1", "one").await?.0, IN);
    // A policy beside the default flow's own, of which one "yes" is enough.
    let flow = rig.flow("default-source-enrollment").await?;
    made(&rig, "/policies/bindings/", json!({ "policy": policy, "target": flow, "order": 5 })).await?;
    assert_eq!(visit(&rig, "2", "two").await?.0, IN);
    // With the mode `all` it refuses new visitors, and nobody who is linked.
    let all = json!({ "policy_engine_mode": "all" });
    assert_eq!(rig.api(Method::PATCH, "/flows/instances/default-source-enrollment/", all).await?.0, 200);
    assert_eq!(visit(&rig, "3", "three").await?.0, "Flow does not apply to current user.");
    assert_eq!(visit(&rig, "2", "two").await?.0, IN);
    Ok(())
}

#[tokio::test]
async fn inactive_users_of_the_default_stages_are_the_trap() -> TestResult {
    let own = own().await?;
    own.change(&format!("/stages/user_write/{}/", own.write), json!({ "create_users_as_inactive": true })).await?;
    check(&own, "1", "one", "Unknown error", &["model_created", "user_write"]).await?;
    check(&own, "1", "one", "Failed to update user. Please try again later.", &[]).await?;
    let found = own.rig.get("/core/users/?is_active=false&path_startswith=goauthentik.io/sources/x").await?;
    let user = format!("/core/users/{}/", found["results"][0]["pk"]);
    own.change(&user, json!({ "is_active": true })).await?;
    check(&own, "1", "one", "Failed to update user. Please try again later.", &[]).await?;
    Ok(())
}

#[tokio::test]
async fn with_the_login_skipped_a_new_user_waits_and_is_approved() -> TestResult {
    let own = own().await?;
    let group = own.made("/core/groups/", json!({ "name": "From X" })).await?;
    let inactive = json!({ "create_users_as_inactive": true, "create_users_group": group });
    own.change(&format!("/stages/user_write/{}/", own.write), inactive).await?;
    own.policy("active", ACTIVE, &own.login).await?;
    own.policy("approved", APPROVED, &own.authentication).await?;
    let deny = json!({ "name": "own-waiting", "deny_message": "Wait, please." });
    let deny = own.made("/stages/deny/", deny).await?;
    let waiting = json!({
        "name": "Waiting", "title": "Waiting", "slug": "own-waiting", "designation": "stage_configuration",
    });
    let waiting = own.made("/flows/instances/", waiting).await?;
    own.made("/flows/bindings/", json!({ "target": waiting, "stage": deny, "order": 0 })).await?;

    let first = ["model_created", "model_updated", "user_write", "model_created", "source_linked"];
    check(&own, "1", "one", "Wait, please.", &first).await?;
    check(&own, "1", "one", WAITS, &[]).await?;
    let found = own.rig.get("/core/users/?is_active=false&path_startswith=goauthentik.io/sources/x").await?;
    assert_eq!(found["results"][0]["groups_obj"][0]["name"], "From X");
    let user = format!("/core/users/{}/", found["results"][0]["pk"]);
    own.change(&user, json!({ "is_active": true })).await?;
    check(&own, "1", "one", IN, &KNOWN).await?;
    own.change(&user, json!({ "is_active": false })).await?;
    check(&own, "1", "one", WAITS, &[]).await?;
    // Who is listed by a mapping gets in at once; everybody else waits.
    own.change(&format!("/stages/user_write/{}/", own.write), json!({ "create_users_as_inactive": false })).await?;
    let listed = json!({ "name": "listed", "expression": "return {\"is_active\": info[\"data\"][\"id\"] in {\"2\"}}" });
    let listed = own.made("/propertymappings/source/oauth/", listed).await?;
    own.change("/sources/oauth/x/", json!({ "user_property_mappings": [listed] })).await?;
    assert_eq!(visit(&own.rig, "2", "two").await?.0, IN);
    assert_eq!(visit(&own.rig, "3", "three").await?.0, "Wait, please.");
    // The group is gone: nobody is put into one any more, and nothing fails.
    assert_eq!(own.rig.api(Method::DELETE, &format!("/core/groups/{group}/"), Value::Null).await?.0, 204);
    assert_eq!(visit(&own.rig, "4", "four").await?.0, "Wait, please.");
    Ok(())
}

#[tokio::test]
async fn a_table_links_an_account_to_the_user_that_it_names() -> TestResult {
    let own = own().await?;
    let relink = "table = {\"1\": \"akadmin\"}\nnumber = str((context.get(\"oauth_userinfo\") or {})[\"data\"][\"id\"])\n\
                  user = ak_user_by(username=table.get(number))\nif user:\n    \
                  context[\"flow_plan\"].context[\"pending_user\"] = user\nreturn False";
    own.policy("relink", relink, &own.prompt).await?;
    let bound = own.rig.get(&format!("/flows/bindings/?target={}&ordering=order", own.enrollment)).await?;
    let write = bound["results"][1]["pk"].as_str().unwrap_or_default().to_owned();
    own.policy("if-new", "return \"pending_user\" not in context", &write).await?;
    check(&own, "1", "one", IN, &["login", "model_created", "source_linked"]).await?;
    let links = own.rig.get("/sources/user_connections/oauth/").await?;
    assert_eq!((&links["results"][0]["user"], &links["results"][0]["identifier"]), (&json!(4), &json!("1")));
    assert_eq!(visit(&own.rig, "2", "two").await?.0, IN);
    Ok(())
}

#[tokio::test]
async fn a_policy_leaves_an_event_and_is_tried_without_a_visitor() -> TestResult {
    let own = own().await?;
    let knock = "ak_create_event(\"x_refused\", number=\"7\", handle=\"eve\")\nak_message(\"This X account may not sign in \
                 here.\")\nreturn context[\"oauth_userinfo\"][\"data\"].get(\"id\") == \"1\"";
    let policy = own.policy("knock", knock, &own.enrollment).await?;
    check(&own, "2", "two", REFUSED, &["custom_x_refused"]).await?;
    let events = own.rig.events().await?;
    let event = events.last().ok_or("an event")?;
    assert_eq!((&event["app"], &event["user"]["username"]), (&json!("knock"), &json!("AnonymousUser")));
    assert_eq!((&event["context"]["number"], &event["context"]["handle"]), (&json!("7"), &json!("eve")));

    let test = format!("/policies/all/{policy}/test/");
    let asks =
        |id: &str| json!({ "user": 4, "context": { "is_sso": true, "oauth_userinfo": { "data": { "id": id } } } });
    let (status, said) = own.rig.api(Method::POST, &test, asks("1")).await?;
    assert_eq!((status, &said["passing"]), (200, &json!(true)));
    let (_, said) = own.rig.api(Method::POST, &test, asks("2")).await?;
    assert_eq!(said, json!({ "passing": false, "messages": [REFUSED], "log_messages": [] }));
    let path = format!("/api/v3{test}");
    let limited = own.rig.call(own.rig.server.limited_token(), Method::POST, &path, &asks("1")).await?;
    assert_eq!(limited.0, 405, "without a permission it looks like a fault");
    // A binding can't be changed without what it binds.
    let bound = own.rig.get(&format!("/policies/bindings/?policy={policy}")).await?["results"][0].clone();
    let path = format!("/policies/bindings/{}/", bound["pk"].as_str().unwrap_or_default());
    assert_eq!(own.rig.api(Method::PATCH, &path, json!({ "failure_result": true })).await?.0, 405);
    let whole = json!({ "policy": policy, "target": own.enrollment, "order": 0, "enabled": false });
    assert_eq!(own.rig.api(Method::PATCH, &path, whole).await?.1["enabled"], false);
    Ok(())
}

#[tokio::test]
async fn a_flow_by_its_address_is_locked_by_its_policy_only_and_a_flow_in_use_can_be_deleted() -> TestResult {
    let own = own().await?;
    let open = async |words: &str| -> TestResult {
        let page = Browser::new(&own.rig).get("/api/v3/flows/executor/own-enrollment/?query=").await?;
        assert!(page.text.contains(words), "{}", page.text);
        Ok(())
    };
    // Without a policy, the address asks anybody for a name.
    open("ak-stage-prompt").await?;
    own.policy("allowed", LIST, &own.enrollment).await?;
    open(REFUSED).await?;
    open("ak-stage-access-denied").await?;
    let used = own.rig.get("/flows/instances/own-enrollment/used_by/").await?;
    assert_eq!((&used[0]["action"], &used[0]["name"]), (&json!("set_null"), &json!("X")));
    let gone = own.rig.api(Method::DELETE, "/flows/instances/own-enrollment/", Value::Null).await?;
    assert_eq!(gone.0, 204);
    assert_eq!(own.rig.get("/sources/oauth/x/").await?["enrollment_flow"], Value::Null);
    check(&own, "7000000001", "ada_practice", "Source is not configured for enrollment.", &[]).await?;
    let left = own.rig.get("/policies/bindings/?page_size=100").await?;
    let left = left["results"].as_array().ok_or("a list")?;
    assert!(left.iter().all(|binding| binding["target"] != own.enrollment.as_str()), "its bindings went with it");
    Ok(())
}
