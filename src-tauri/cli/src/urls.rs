use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::address::{Plain, ServerUrl, Slug, TEST_PORT, Urls, x_rules};
use sourcerer_core::words::said;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long, value_name = "URL")]
    server: String,
    #[arg(long, value_name = "SLUG")]
    slug: String,
    #[arg(long)]
    allow_http: bool,
    #[arg(long)]
    json: bool,
}

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    base: &'a str,
    callback: &'a str,
    website: &'a str,
    login: &'a str,
    api: &'a str,
    admin: &'a str,
    test_callback: &'a str,
}

pub(crate) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let plain = if arguments.allow_http { Plain::PrivateConfirmed } else { Plain::LoopbackOnly };
    let refused = |terminal: &Terminal, message| {
        terminal.note(&message);
        Exit::Usage
    };
    let server = match ServerUrl::read(&arguments.server, plain) {
        Ok(server) => server,
        Err(error) => return refused(terminal, error.message()),
    };
    let slug = match Slug::read(&arguments.slug) {
        Ok(slug) => slug,
        Err(error) => return refused(terminal, error.message()),
    };

    let urls = Urls::new(&server.url, &slug, TEST_PORT);
    for message in &server.said {
        terminal.note(message);
    }
    for warning in x_rules(&urls) {
        terminal.note(&warning.message);
    }
    let Urls { base, callback, website, login, api, admin, test_callback } = &urls;
    if arguments.json {
        terminal.json(&Answer { base, callback, website, login, api, admin, test_callback });
        return Exit::Fine;
    }
    let rows = [
        (said::terminal_label_callback(), callback),
        (said::terminal_label_website(), website),
        (said::terminal_label_login(), login),
        (said::terminal_label_api(), api),
        (said::terminal_label_admin(), admin),
        (said::terminal_label_test_callback(), test_callback),
    ]
    .map(|(label, url)| (terminal.book().say(&label), url));
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    for (label, url) in rows {
        terminal.print(format_args!("{label:width$}  {url}"));
    }
    Exit::Fine
}
