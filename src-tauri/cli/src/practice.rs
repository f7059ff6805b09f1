use crate::exit::Exit;
use crate::lists;
use crate::terminal::Terminal;
use crate::walkthrough;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use secrecy::ExposeSecret as _;
use serde::Serialize;
use sourcerer_core::address::TEST_PORT;
use sourcerer_core::i18n::msg;
use sourcerer_core::loopback;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::authentik::release::Release;
use sourcerer_practice::faults::{Fault, Faults};
use sourcerer_practice::switches::{Switch, SwitchSetting, unknowns};
use sourcerer_practice::{Practice, PracticeOptions};
use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, stdin};

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct PracticeArgs {
    #[arg(long, value_name = "NAME", value_parser = fault)]
    fault: Vec<Fault>,
    #[arg(long, value_name = "NAME=VALUE", value_parser = setting)]
    switch: Vec<SwitchSetting>,
    #[arg(long, value_name = "N")]
    x_port: Option<u16>,
    #[arg(long, value_name = "N")]
    authentik_port: Option<u16>,
    #[arg(long)]
    tls: bool,
    #[arg(long, value_name = "RELEASE", default_value_t, value_parser = release())]
    release: Release,
    #[arg(long)]
    licensed: bool,
    #[arg(long, value_name = "LAYOUT", default_value = ServerLayout::default().name(), value_parser = layout())]
    layout: ServerLayout,
    #[arg(long)]
    walk: bool,
    #[arg(long, value_name = "SECONDS", requires = "walk")]
    patience: Option<u32>,
    #[arg(long, group = "list", conflicts_with_all = RUNS)]
    list_faults: bool,
    #[arg(long, group = "list", conflicts_with_all = RUNS)]
    list_switches: bool,
    #[arg(long, requires = "list")]
    json: bool,
}

/// The arguments for running the servers, which can't be combined with a list.
const RUNS: [&str; 10] =
    ["fault", "switch", "x_port", "authentik_port", "tls", "release", "licensed", "layout", "walk", "patience"];

/// Parses a release. The error message lists the possible ones.
fn release() -> impl TypedValueParser<Value = Release> {
    PossibleValuesParser::new(Release::all().map(Release::name)).try_map(|name| name.parse::<Release>())
}

/// Parses a layout. The error message lists the possible ones.
fn layout() -> impl TypedValueParser<Value = ServerLayout> {
    PossibleValuesParser::new(ServerLayout::ALL.map(ServerLayout::name)).try_map(|name| name.parse::<ServerLayout>())
}

fn fault(name: &str) -> Result<Fault, String> {
    name.parse().map_err(|_| Fault::ALL.iter().map(|fault| fault.name()).collect::<Vec<_>>().join(", "))
}

fn setting(text: &str) -> Result<SwitchSetting, String> {
    let known = |switch: &Switch| format!("{}={}", switch.name, switch.values.join("|"));
    text.parse().map_err(|_| Switch::ALL.iter().map(known).collect::<Vec<_>>().join(", "))
}

/// The line for scripts: names and order are documented and don't change. Its credentials are random in each run.
#[derive(Serialize)]
struct PracticeOutput<'a> {
    x: PracticeXOutput<'a>,
    authentik: PracticeAuthentikOutput<'a>,
    faults: Vec<&'a str>,
    layout: &'a str,
    licensed: bool,
}

#[derive(Serialize)]
struct PracticeXOutput<'a> {
    base: String,
    portal: String,
    client_id: &'a str,
    client_secret: &'a str,
    callbacks: &'a [String],
}

#[derive(Serialize)]
struct PracticeAuthentikOutput<'a> {
    base: &'a str,
    token: &'a str,
    slug: &'a str,
    ca_file: Option<&'a Path>,
}

pub(crate) async fn run(arguments: &PracticeArgs, terminal: &mut Terminal) -> Exit {
    if arguments.list_faults {
        return lists::faults(arguments.json, terminal);
    }
    if arguments.list_switches {
        return lists::switches(arguments.json, terminal);
    }
    let options = PracticeOptions {
        unknowns: unknowns(&arguments.switch),
        faults: arguments.fault.iter().copied().collect::<Faults>(),
        x_port: arguments.x_port,
        authentik_port: arguments.authentik_port,
        tls: arguments.tls,
        release: arguments.release,
        licensed: arguments.licensed,
        layout: arguments.layout,
        ..PracticeOptions::default()
    };
    if arguments.release.is_drafted() {
        terminal.note(&msg::terminal_practice_drafted(arguments.release.name()));
    }
    let practice = match Practice::start(options).await {
        Ok(practice) => practice,
        Err(error) => {
            terminal.note(&msg::terminal_practice_failed(error.to_string()));
            return Exit::Usage;
        }
    };
    let exit = if arguments.walk {
        let patience = arguments.patience.map(|seconds| Duration::from_secs(seconds.into()));
        Box::pin(walkthrough::run(&practice, patience, terminal)).await
    } else {
        serve(&practice, terminal).await
    };
    practice.stop().await;
    exit
}

/// Prints the addresses of the servers, and runs them until standard input is closed or Ctrl+C is pressed.
async fn serve(practice: &Practice, terminal: &mut Terminal) -> Exit {
    let base = practice.authentik.base();
    let slug = practice.authentik.slug();
    let callbacks = vec![loopback::address(TEST_PORT).to_string(), format!("{base}/source/oauth/callback/{slug}/")];
    let pair = practice.register(callbacks.clone(), base.to_owned());
    // A person who reads the line may press Ctrl+C at once, and the signal is received only after the first poll.
    let mut interrupted = pin!(tokio::signal::ctrl_c());
    let early = poll_fn(|context| Poll::Ready(interrupted.as_mut().poll(context).is_ready())).await;
    terminal.json_line(&PracticeOutput {
        x: PracticeXOutput {
            base: practice.x.base(),
            portal: practice.x.portal(),
            client_id: &pair.client_id,
            client_secret: pair.client_secret.expose_secret(),
            callbacks: &callbacks,
        },
        authentik: PracticeAuthentikOutput {
            base,
            token: practice.authentik.token().expose_secret(),
            slug,
            ca_file: practice.authentik.ca_file(),
        },
        faults: practice.faults().iter().map(|fault| fault.name()).collect(),
        layout: &practice.world().layout,
        licensed: practice.world().licensed,
    });
    let closed = async {
        let mut rest = [0; 1024];
        let mut input = stdin();
        while input.read(&mut rest).await.is_ok_and(|read| read > 0) {}
    };
    if !early {
        tokio::select! {
            () = closed => {}
            _ = interrupted => {}
        }
    }
    Exit::Fine
}
