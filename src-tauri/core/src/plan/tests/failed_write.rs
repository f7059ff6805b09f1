//! Of a write that fails inside the server, the reads of the same run tell whether only it failed or the server is down;
//! whatever status the release gives it, and whatever the write is for.

use super::*;
use crate::authentik::{ObjectKind, WriteBody};

/// What releases before 2026.8 answer to a write that fails inside, and to one with an unknown path.
const EMPTY: &str = "HTTP/1.1 405 x\r\nAllow: GET, HEAD, OPTIONS\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// The page of later releases.
fn page(status: u16) -> String {
    let body = "<!DOCTYPE html><title>authentik</title><script>window.authentik = {}</script>";
    let length = body.len();
    format!(
        "HTTP/1.1 {status} x\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

/// From now on each write to this path is answered so, and if `down` is given, every other request too.
fn fails(world: &World, path: &'static str, answer: String, down: bool) {
    world.fake.state().hook = Some(Box::new(move |state, method, asked| {
        let is_read = matches!(method, "GET" | "OPTIONS");
        let is_it = !is_read && asked.contains(path);
        state.canned = if is_it { Some(answer.clone()) } else { (down && is_read).then(|| page(500)) };
    }));
}

const SOURCE: &str = "/sources/oauth/";
const STAGE: &str = "/stages/identification/";
const LINK: &str = "/sources/user_connections/oauth/";

/// The diagnosis of each kind of write that fails in this way.
async fn check(answer: &str, down: bool, wanted: &str) {
    let (down_id, short) = (down, answer.split('\r').next().unwrap_or_default().to_owned());
    // A new source, and its button.
    for path in [SOURCE, STAGE] {
        let world = World::new().await;
        let plan = world.plan(&desired(), SECRET).await.expect("a plan");
        if path == SOURCE {
            fails_after_looking(&world, path, answer, down);
        } else {
            fails(&world, path, answer.to_owned(), false);
        }
        if path == SOURCE || !down {
            let outcome = Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await;
            assert_eq!(id(outcome), wanted, "{short} {path} {down_id}");
        }
    }
    // A rotation, and an undo.
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let another = ClientSecret::from("another-secret-of-the-same-app");
    let rotation = plan_rotation(&world.client(), &slug(), &another, &world.journals, &world.clock).await;
    let rotation = rotation.expect("a plan").expect("a source").plan;
    let undo_plan = world.plan_undo().await.expect("a plan");
    fails_after_looking(&world, SOURCE, answer, down);
    let outcome = Box::pin(world.apply(&rotation, "another-secret-of-the-same-app", Confirmation::Plain)).await;
    assert_eq!(id(outcome), wanted, "{short} rotation {down_id}");
    if !down {
        fails(&world, STAGE, answer.to_owned(), false);
        let (client, mut quiet) = (world.client(), |_: PushProgress| {});
        let plain = Confirmation::Plain;
        let undone = Box::pin(undo(&client, &undo_plan, plain, &world.journals, &world.clock, &mut quiet)).await;
        assert_eq!(id(undone), wanted, "{short} undo {down_id}");
    }
    // A link that is made again, and the server's own test of a mapping.
    let world = World::new().await;
    fails(&world, LINK, answer.to_owned(), down);
    let made = world.client().create(ObjectKind::Connection, WriteBody::default()).await;
    assert_eq!(Diagnosis::from(&made.expect_err("an error").symptom()).id, wanted, "{short} link {down_id}");
    fails(&world, "/test/", answer.to_owned(), down);
    let tested = world.client().test_mapping("1").await;
    assert_eq!(Diagnosis::from(&tested.expect_err("an error").symptom()).id, wanted, "{short} test {down_id}");
}

/// As [`fails`], but the reads fail only once the write was sent: a plan looks before it writes.
fn fails_after_looking(world: &World, path: &'static str, answer: &str, down: bool) {
    let (answer, mut sent) = (answer.to_owned(), false);
    world.fake.state().hook = Some(Box::new(move |state, method, asked| {
        let is_read = matches!(method, "GET" | "OPTIONS");
        sent |= !is_read && asked.contains(path);
        state.canned = if !is_read && asked.contains(path) {
            Some(answer.clone())
        } else {
            (down && is_read && sent).then(|| page(500))
        };
    }));
}

#[tokio::test]
async fn a_write_that_fails_alone_is_told_as_that() {
    for answer in [EMPTY.to_owned(), page(500), page(404)] {
        Box::pin(check(&answer, false, "authentik-write-fault")).await;
    }
}

#[tokio::test]
async fn a_server_that_answers_no_read_either_is_down() {
    for answer in [EMPTY.to_owned(), page(500)] {
        Box::pin(check(&answer, true, "authentik-unavailable")).await;
    }
}
