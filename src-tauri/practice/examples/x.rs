//! Runs the practice X alone, so that a person can see its pages: `cargo run -p sourcerer-practice --example x [port]`.

use sourcerer_practice::x::{self, AppSpec, AppType, XOptions};
use std::error::Error;
use std::io::{self, Write as _};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map(|port| port.parse()).transpose()?;
    let server = x::start(XOptions { port, ..XOptions::default() }).await?;
    let blank = server.create_app("Team wiki");
    let callback = "http://127.0.0.1:8723/callback";
    let ready = server.register(AppSpec {
        name: "authentik.company".to_owned(),
        kind: AppType::Web,
        callbacks: vec![callback.to_owned()],
        website: "https://authentik.company".to_owned(),
        request_email: true,
    });
    let authorize = url::Url::parse_with_params(
        &format!("{}/i/oauth2/authorize", server.base()),
        [
            ("response_type", "code"),
            ("client_id", ready.client_id.as_str()),
            ("redirect_uri", callback),
            ("scope", "tweet.read users.read users.email"),
            ("state", "state"),
            ("code_challenge", "challenge"),
            ("code_challenge_method", "plain"),
        ],
    )?;
    #[expect(clippy::disallowed_methods, reason = "an example prints for itself")]
    writeln!(io::stdout(), "{}\nnew app {blank}\n{authorize}", server.portal())?;
    // It runs until Ctrl+C.
    tokio::signal::ctrl_c().await?;
    server.stop().await;
    Ok(())
}
