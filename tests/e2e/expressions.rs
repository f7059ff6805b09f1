//! The Python code of the property mappings, run as authentik runs it, with any answer of X and any names.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use sourcerer_core::authentik::{ProductMapping, suffix_handle};
use sourcerer_tests::display::skipped;
use std::io::ErrorKind;
use std::process::Stdio;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

const ID: &str = "2244994945";
const RUN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/expressions/run.py");

/// A first sign-in of `ana`: X returns an email address, and no user of the server has the name.
fn first(mapping: ProductMapping) -> Value {
    json!({
        "expression": mapping.expression(),
        "info": { "data": { "id": ID, "name": "Ana", "username": "ana" } },
        "properties": { "username": "ana", "name": "Ana", "email": null },
        "token": { "access_token": "a token of a rehearsal", "token_type": "bearer" },
        "users": [],
        "x": { "status": 200, "body": format!(r#"{{"data":{{"id":"{ID}","confirmed_email":"ana@example.test"}}}}"#) },
    })
}

/// The result of a case; `None` on a machine without Python.
async fn run(case: &Value) -> Result<Option<Value>> {
    let mut command = Command::new("python3");
    command.args(["-I", RUN]).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut python = match command.spawn() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            skipped("no python3 here");
            return Ok(None);
        }
        spawned => spawned.context("python3 doesn't start")?,
    };
    let mut stdin = python.stdin.take().context("a pipe")?;
    stdin.write_all(&serde_json::to_vec(case)?).await?;
    drop(stdin);
    let output = python.wait_with_output().await?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said: Value = serde_json::from_slice(&output.stdout)?;
    ensure!(said.get("raised").is_none(), "it raises: {said}\n{case:#}");
    Ok(Some(said))
}

/// A case with one change.
fn with(mapping: ProductMapping, at: &str, value: Value) -> Result<Value> {
    let mut case = first(mapping);
    *case.pointer_mut(at).with_context(|| format!("{at} is there"))? = value;
    Ok(case)
}

async fn check(case: Value, result: Value) -> Result<()> {
    let Some(said) = run(&case).await? else { return Ok(()) };
    ensure!(said["result"] == result, "{} in place of {result}\n{case:#}", said["result"]);
    ensure!(!said["log"].to_string().contains("a token of a rehearsal"), "{said}");
    Ok(())
}

#[tokio::test]
async fn the_address_is_asked_for_once_with_the_visitors_token_and_a_time_limit() -> Result<()> {
    let Some(said) = run(&first(ProductMapping::Email)).await? else { return Ok(()) };
    ensure!(said["result"] == json!({ "email": "ana@example.test" }), "{said}");
    let asked = json!([{
        "url": "https://api.x.com/2/users/me",
        "params": { "user.fields": "confirmed_email" },
        "headers": { "Authorization": "Bearer a token of a rehearsal" },
        "timeout": 5,
        "allow_redirects": false,
    }]);
    ensure!(said["asked"] == asked, "{said}");
    Ok(())
}

#[tokio::test]
async fn whatever_x_answers_the_sign_in_goes_on_without_an_address() -> Result<()> {
    let answers = |data: Value| json!({ "status": 200, "body": json!({ "data": data }).to_string() });
    for x in [
        json!({ "status": 401, "body": "{}" }),
        json!({ "status": 402, "body": r#"{"title":"CreditsDepleted"}"# }),
        json!({ "status": 403, "body": r#"{"data":{"id":"2244994945","confirmed_email":"ana@example.test"}}"# }),
        json!({ "status": 429, "body": "" }),
        json!({ "status": 503, "body": "" }),
        json!({ "status": 302, "body": "" }),
        json!({ "status": 200, "body": "<html></html>" }),
        json!({ "status": 200, "body": "" }),
        json!({ "status": 200, "body": "[]" }),
        json!({ "status": 200, "body": "null" }),
        json!({ "status": 200, "body": "{}" }),
        json!({ "raises": "TimeoutError" }),
        json!({ "raises": "OSError" }),
        answers(Value::Null),
        answers(json!([])),
        answers(json!({ "id": ID })),
        answers(json!({ "id": ID, "confirmed_email": null })),
        answers(json!({ "id": ID, "confirmed_email": "" })),
        answers(json!({ "id": ID, "confirmed_email": 7 })),
        answers(json!({ "id": ID, "confirmed_email": ["ana@example.test"] })),
        answers(json!({ "id": ID, "confirmed_email": "a".repeat(255) })),
        // The answer is about another account.
        answers(json!({ "id": "1", "confirmed_email": "eve@example.test" })),
        answers(json!({ "confirmed_email": "eve@example.test" })),
    ] {
        check(with(ProductMapping::Email, "/x", x)?, Value::Null).await?;
    }
    for (at, value) in [("/info", json!({})), ("/info", Value::Null), ("/token", json!({})), ("/token", Value::Null)] {
        check(with(ProductMapping::Email, at, value)?, Value::Null).await?;
    }
    Ok(())
}

#[tokio::test]
async fn new_users_are_internal_whoever_they_are() -> Result<()> {
    for at in ["/info", "/properties", "/token"] {
        check(with(ProductMapping::Internal, at, Value::Null)?, json!({ "type": "internal" })).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_taken_name_gets_the_accounts_number_and_a_free_one_stays() -> Result<()> {
    let taken = |name: &str| -> Result<Value> {
        let mut case = with(ProductMapping::UserName, "/users", json!([name]))?;
        case["properties"]["username"] = name.into();
        Ok(case)
    };
    check(first(ProductMapping::UserName), Value::Null).await?;
    // Names are compared exactly, as authentik does.
    check(with(ProductMapping::UserName, "/users", json!(["Ana"]))?, Value::Null).await?;
    for name in ["ana", &"a".repeat(150), &"ä".repeat(150)] {
        let other = suffix_handle(name, ID);
        ensure!(other.chars().count() <= 150 && other.ends_with(ID));
        check(taken(name)?, json!({ "username": other })).await?;
    }
    Ok(())
}

#[tokio::test]
async fn whatever_the_names_hold_a_taken_name_never_stops_anybody() -> Result<()> {
    for properties in [Value::Null, json!([]), json!({}), json!({ "username": null }), json!({ "username": "" })] {
        check(with(ProductMapping::UserName, "/properties", properties)?, Value::Null).await?;
    }
    for info in [Value::Null, json!({}), json!({ "data": null }), json!({ "data": {} })] {
        let mut case = with(ProductMapping::UserName, "/info", info)?;
        case["users"] = json!(["ana"]);
        check(case, Value::Null).await?;
    }
    let mut away = first(ProductMapping::UserName);
    away["database_away"] = json!(true);
    check(away, Value::Null).await
}
