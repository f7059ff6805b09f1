//! The report of a problem with the program itself, as text that a person reads whole and copies. It names no server.

use super::settings::{ProxyChoice, Settings};
use super::{Environment, JobStore, SecretLocation, Session};
use crate::i18n::{Localizer, msg};
use std::collections::BTreeSet;

/// What only the window knows.
#[derive(Clone, Debug)]
pub struct ProgramFacts {
    /// The program's version.
    pub version: String,
    /// The version of the web view.
    pub web_view: String,
    /// The newest lines of the log.
    pub log: String,
}

/// What stands for a host in the report.
const HOST: &str = "host.example";

/// The text: versions, settings without their values, the note of the last crash and the newest lines of the log. Every
/// host of a job and of a request is replaced.
pub fn text(environment: &Environment, session: &Session, facts: &ProgramFacts) -> String {
    let english = Localizer::english();
    let set = &environment.settings;
    let lines = [
        msg::problem_report_program(std::env::consts::ARCH, std::env::consts::OS, facts.version.as_str()),
        msg::problem_report_web_view(facts.web_view.as_str()),
        msg::problem_report_page(session.job.as_ref().map_or("–", |job| job.page.name())),
        msg::problem_report_settings(settings(set)),
    ];
    let mut parts = vec![lines.iter().map(|line| english.format(line)).collect::<Vec<_>>().join("\n")];
    if let Some(crash) = &session.crash {
        parts.push(format!("{}\n{}", english.format(&msg::problem_report_crash()), crash.trim_end()));
    }
    if !facts.log.is_empty() {
        parts.push(format!("{}\n{}", english.format(&msg::problem_report_log()), facts.log));
    }
    // The log is older than this run, so that the address of a request may name a server that no job is about.
    let text = without_hosts_in_addresses(&parts.join("\n\n"));
    hosts(environment, session).iter().fold(text, |text, host| text.replace(host.as_str(), HOST))
}

/// The settings as data, without addresses and paths.
fn settings(set: &Settings) -> String {
    let proxy = match set.proxy {
        ProxyChoice::System => "system",
        ProxyChoice::None => "none",
        ProxyChoice::Manual => "manual",
    };
    let secrets = match set.secrets {
        SecretLocation::Keyring => "keyring",
        SecretLocation::Memory => "memory",
    };
    format!(
        "secrets={secrets} proxy={proxy} ca={} browser={} port={} notifications={} log={}",
        set.ca_file.is_some(),
        set.browser.is_some(),
        set.port,
        set.notifications,
        set.log
    )
}

/// The text with the host of each address replaced, unless it is a public one.
fn without_hosts_in_addresses(text: &str) -> String {
    let mut parts = text.split("://");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_of_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '[' | ']' | '%' | '@');
        let (host, rest) = part.split_at(part.find(|c| !is_of_host(c)).unwrap_or(part.len()));
        out.push_str("://");
        out.push_str(if is_public(host) { host } else { HOST });
        out.push_str(rest);
    }
    out
}

/// The hosts that a log line may name without an address, the longest first, so that a host in another one is replaced
/// with it.
fn hosts(environment: &Environment, session: &Session) -> Vec<String> {
    let jobs = JobStore::new(environment).drafts();
    let of_jobs = jobs.iter().chain(&session.job).filter_map(|job| Some(job.server.url()?.host().to_owned()));
    let all: BTreeSet<String> = of_jobs.filter(|host| !is_public(host)).collect();
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|host| std::cmp::Reverse(host.len()));
    all
}

/// Whether a host tells nothing about the person: X's own, and this computer.
fn is_public(host: &str) -> bool {
    ["x.com", "api.x.com", "twitter.com", "api.twitter.com", "localhost", "127.0.0.1"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Job;

    #[test]
    fn a_report_has_versions_crash_and_log_and_names_no_server() {
        let environment = Environment::for_tests();
        let mut job = Job::new(&environment);
        "https://sso.company.example".clone_into(&mut job.server.address);
        let mut session = Session::with_job(job);
        session.crash = Some("2026-05-04\nsrc/x.rs:1\nno answer of sso.company.example\n".to_owned());
        let facts = ProgramFacts {
            version: "1.2.3".to_owned(),
            web_view: "2.50".to_owned(),
            log: "GET https://sso.company.example/api/v3/ 200\nGET https://api.x.com/2/users/me 200\n\
                  url=\"https://auth.company.forgotten:9443/api/v3/root/?x=1\" http://[fd00::7]/"
                .to_owned(),
        };
        let text = text(&environment, &session, &facts);
        for wanted in [
            "1.2.3",
            "2.50",
            "src/x.rs:1",
            "https://host.example/api/v3/",
            "https://host.example:9443/api/v3/root/?x=1",
            "https://api.x.com/2",
            "proxy=system",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        assert!(!text.contains("company") && !text.contains("fd00"), "{text}");
    }
}
