//! The states in which the page is shown by its own tests (vitest) and in its gallery. Each is a view that the core
//! created, with the core's own functions against the practice servers.
//!
//! - A page has a file below `ui/src/states`. `cargo xtask states` writes them; the tests here fail while one is stale.
//! - [`scene`] creates the states and takes the views, [`normal`] replaces what differs from run to run, [`file`]
//!   writes.
//! - Inputs may be invented (an address that is typed, a stored job); an answer never is.

mod credentials;
mod exports;
mod file;
mod fleet;
mod handover;
mod login;
mod names;
mod normal;
mod push;
mod push_parts;
mod push_repair;
mod rotation;
mod scene;
mod server;
mod server_way;
mod signin;
mod signin_foretold;
mod signin_running;
mod source_check;
mod start;
mod verify;
mod xapp;

use anyhow::Result;

/// The states of a page are equal to its committed file.
macro_rules! pages {
    ($($page:ident in $file:literal;)+) => {
        $(
            #[tokio::test]
            async fn $page() -> Result<()> {
                file::hold($file, &Box::pin($page::states()).await?)
            }
        )+
    };
}

pages! {
    credentials in "credentials";
    exports in "exports";
    fleet in "fleet";
    handover in "handover";
    names in "names";
    push in "push";
    rotation in "rotation";
    server in "server";
    signin in "signin";
    source_check in "source-check";
    start in "start";
    verify in "verify";
    xapp in "xapp";
}
