use crate::exit::Exit;
use crate::terminal::{NoInput, Terminal};
use serde::Serialize;
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls, check_x_rules};
use sourcerer_core::diagnosis::Evidence;
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::portal::callbacks::{self, CallbackComparison, CallbackStatus};
use sourcerer_core::portal::{ValueName, guide};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(crate) struct UrlsArgs {
    #[arg(long, value_name = "URL")]
    server: String,
    #[arg(long, value_name = "SLUG")]
    slug: String,
    #[arg(long)]
    allow_http: bool,
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct UrlsOutput<'a> {
    base: &'a str,
    callback: &'a str,
    website: &'a str,
    login: &'a str,
    api: &'a str,
    admin: &'a str,
    test_callback: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<CallbackListOutput>,
}

/// How X's own list compares with the two callbacks.
#[derive(Serialize)]
struct CallbackListOutput {
    confirmed: bool,
    callback: &'static str,
    test_callback: &'static str,
    extra: Vec<String>,
}

pub(crate) fn run(arguments: &UrlsArgs, terminal: &mut Terminal) -> Exit {
    let plain = if arguments.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
    let refused = |terminal: &Terminal, message| {
        terminal.note(&message);
        Exit::Usage
    };
    let server = match ServerUrl::parse(&arguments.server, plain) {
        Ok(server) => server,
        Err(error) => return refused(terminal, error.message()),
    };
    let slug = match Slug::parse(&arguments.slug) {
        Ok(slug) => slug,
        Err(error) => return refused(terminal, error.message()),
    };

    let urls = Urls::new(&server.url, &slug, TEST_PORT);
    for message in &server.said {
        terminal.note(message);
    }
    for warning in check_x_rules(&urls) {
        let known = terminal.book().format(&known(warning.evidence));
        let says = terminal.book().format(&warning.message);
        terminal.note_text(format_args!("{says} ({known})"));
    }
    let Urls { base, callback, website, login, api, admin, test_callback } = &urls;
    let wanted = [(ValueName::Callback, callback.as_str()), (ValueName::TestCallback, test_callback.as_str())];
    let most = guide().limits().callbacks.value;
    let compared = match arguments.compare.as_deref().map(list).transpose() {
        Ok(pasted) => pasted.map(|pasted| callbacks::compare(&wanted, &pasted, most)),
        Err(error) => return refused(terminal, error.message()),
    };
    let exit =
        compared.as_ref().map_or(Exit::Fine, |compared| if compared.has_all() { Exit::Fine } else { Exit::Finding });
    if arguments.json {
        let compared = compared.map(CallbackListOutput::from);
        terminal.json(&UrlsOutput { base, callback, website, login, api, admin, test_callback, compared });
        return exit;
    }
    let rows = [
        (msg::terminal_label_callback(), callback),
        (msg::terminal_label_website(), website),
        (msg::terminal_label_login(), login),
        (msg::terminal_label_api(), api),
        (msg::terminal_label_admin(), admin),
        (msg::terminal_label_test_callback(), test_callback),
    ]
    .map(|(label, url)| (terminal.book().format(&label), url));
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    for (label, url) in rows {
        terminal.print(format_args!("{label:width$}  {url}"));
    }
    if let Some(compared) = &compared {
        told(compared, terminal);
    }
    exit
}

/// Reads X's list with one callback on each line; `-` is standard input.
fn list(file: &Path) -> Result<String, NoInput> {
    if file == Path::new("-") { Terminal::read_all() } else { Terminal::read_file(file) }
}

fn told(compared: &CallbackComparison, terminal: &mut Terminal) {
    terminal.print("");
    terminal.say(&compared.summary());
    for wanted in &compared.wanted {
        let label = terminal.book().format(&wanted.label);
        let says: Vec<_> = wanted.says.iter().map(|says| terminal.book().format(says)).collect();
        terminal.print(format_args!("{label}: {}", says.join(" ")));
        if let CallbackStatus::Differs { bytes, .. } = &wanted.standing {
            for row in &bytes.rows {
                let label = terminal.book().format(&row.label);
                terminal.print(format_args!("  {label}: {}", row.text.escape_debug()));
            }
            if let Some(words) = &bytes.words {
                let words = terminal.book().format(words);
                terminal.print(format_args!("  {words}"));
            }
        }
    }
    for line in &compared.extra {
        terminal.say(&msg::terminal_urls_extra(line.escape_debug().to_string()));
    }
    if let Some(overfull) = compared.too_long_message() {
        terminal.note(&overfull);
    }
}

impl From<CallbackComparison> for CallbackListOutput {
    fn from(compared: CallbackComparison) -> Self {
        let standing = |name| {
            let wanted = compared.wanted.iter().find(|wanted| wanted.name == name);
            match wanted.map(|wanted| &wanted.standing) {
                Some(CallbackStatus::There) => "there",
                Some(CallbackStatus::Differs { .. }) => "differs",
                Some(CallbackStatus::Missing) | None => "missing",
            }
        };
        Self {
            confirmed: compared.has_all(),
            callback: standing(ValueName::Callback),
            test_callback: standing(ValueName::TestCallback),
            extra: compared.extra.clone(),
        }
    }
}

/// How well something is known, in the words of the window's page.
fn known(evidence: Evidence) -> Message {
    match evidence {
        Evidence::Documented => msg::page_known_documented(),
        Evidence::Observed => msg::page_known_observed(),
        Evidence::Reported => msg::page_known_reported(),
        Evidence::Inferred => msg::page_known_inferred(),
        Evidence::Measured => msg::page_known_measured(),
        Evidence::Unknown => msg::page_known_unknown(),
    }
}
