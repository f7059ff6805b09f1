//! The window's arguments: practice from the start with its options, or a job file to open.
//!
//! Unknown arguments are ignored, because the desktop may add its own.

use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::version;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::Fault;
use std::path::PathBuf;
use std::time::Duration;
use url::form_urlencoded::Serializer;

/// What is printed in place of a window, if `--help` or `--version` is among the arguments. It needs no display.
pub(crate) fn answer(line: impl IntoIterator<Item = String>) -> Option<Message> {
    line.into_iter().find_map(|argument| match argument.as_str() {
        "--help" | "-h" => Some(msg::terminal_window_help()),
        "--version" | "-V" => Some(msg::terminal_window_version(version::LINE)),
        _ => None,
    })
}

/// The parsed arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WindowArgs {
    /// Whether practice starts at once (`--practice`).
    practice: bool,
    /// The faults of practice (`--fault NAME`, which can be repeated).
    faults: Vec<Fault>,
    /// Whether the practice authentik has an enterprise license (`--licensed`).
    licensed: bool,
    /// The layout of the practice authentik (`--layout NAME`).
    layout: ServerLayout,
    /// How long practice waits for a person who doesn't come back (`--patience SECONDS`). Real mode has its own
    /// timeouts.
    pub(crate) patience: Option<Duration>,
    /// The job file to open (the first argument that isn't an option).
    pub(crate) file: Option<PathBuf>,
}

impl WindowArgs {
    /// Parses the arguments.
    ///
    /// # Errors
    /// If a name doesn't exist or a value is missing. The message lists the names that exist.
    pub(crate) fn read(line: impl IntoIterator<Item = String>) -> Result<Self, Message> {
        let (mut read, mut line) = (Self::default(), line.into_iter());
        while let Some(argument) = line.next() {
            let mut value = || {
                let next = line.next().filter(|value| !value.starts_with("--"));
                next.ok_or_else(|| msg::terminal_usage_value_missing(&argument))
            };
            match argument.as_str() {
                "--practice" => read.practice = true,
                "--licensed" => read.licensed = true,
                "--fault" => {
                    let name = value()?;
                    let all = Fault::ALL.iter().map(|fault| fault.name());
                    read.faults.push(name.parse().map_err(|_| one_of(all, &argument, &name))?);
                }
                "--layout" => {
                    let name = value()?;
                    let all = ServerLayout::ALL.into_iter().map(ServerLayout::name);
                    read.layout = name.parse().map_err(|_| one_of(all, &argument, &name))?;
                }
                "--patience" => {
                    let seconds = value()?;
                    let whole = seconds.parse().map_err(|_| msg::terminal_usage_value(&argument, &seconds))?;
                    read.patience = Some(Duration::from_secs(whole));
                }
                _ if !argument.starts_with('-') && read.file.is_none() => read.file = Some(argument.into()),
                _ => {}
            }
        }
        Ok(read)
    }

    /// The first page: Start, or practice with its options.
    pub(crate) fn page(&self) -> String {
        if !self.practice {
            return "index.html".to_owned();
        }
        let faults: Vec<_> = self.faults.iter().map(|fault| fault.name()).collect();
        let mut chosen = Serializer::new(String::new());
        chosen.append_pair("practice", &faults.join(" ")).append_pair("layout", self.layout.name());
        if self.licensed {
            chosen.append_pair("licensed", "yes");
        }
        format!("index.html#{}", chosen.finish())
    }
}

fn one_of<'a>(all: impl Iterator<Item = &'a str>, argument: &str, value: &str) -> Message {
    msg::terminal_usage_one_of(all.collect::<Vec<_>>().join(", "), argument, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<WindowArgs, Message> {
        WindowArgs::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn practice_begins_as_it_is_told() {
        let check = |line: &str, page: &str| assert_eq!(read(line).map(|read| read.page()), Ok(page.to_owned()));
        check("", "index.html");
        check("--fault wrong-secret", "index.html");
        check("job.json --of-the-desktop", "index.html");
        check("--practice", "index.html#practice=&layout=fresh");
        check("--practice --fault wrong-secret --fault x-503", "index.html#practice=wrong-secret+x-503&layout=fresh");
        check("--licensed --layout two-brands --practice", "index.html#practice=&layout=two-brands&licensed=yes");
    }

    #[test]
    fn help_and_version_are_answered_without_a_window() {
        let english = sourcerer_core::i18n::Localizer::english();
        let said = |line: &str| answer(line.split_whitespace().map(str::to_owned)).map(|said| english.format(&said));
        assert_eq!(said("--version"), Some(format!("Sourcerer {}", version::LINE)));
        for line in ["--help", "-h", "--practice --help"] {
            let help = said(line).unwrap_or_default();
            for option in ["--practice", "--fault", "--licensed", "--layout", "--patience", "--help", "--version"] {
                assert!(help.contains(option), "{option}: {help}");
            }
        }
        assert_eq!(said("--practice job.sourcerer"), None);
    }

    #[test]
    fn the_first_word_that_is_no_option_is_the_file() {
        let file = |line: &str| read(line).map(|read| read.file);
        assert_eq!(file("a.sourcerer --of-the-desktop b.sourcerer"), Ok(Some("a.sourcerer".into())));
        assert_eq!(file("--practice --fault wrong-secret"), Ok(None));
    }

    #[test]
    fn the_bundle_opens_job_files_as_the_core_names_them() {
        let conf: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).expect("JSON");
        let association = &conf["bundle"]["fileAssociations"][0];
        assert_eq!(association["ext"][0], sourcerer_core::job::handover::ENDING);
        assert_eq!(association["mimeType"], sourcerer_core::job::handover::MEDIA_TYPE);
        let mime = include_str!("../mime.xml");
        assert!(mime.contains(sourcerer_core::job::handover::MEDIA_TYPE));
        assert!(mime.contains(&format!("*.{}", sourcerer_core::job::handover::ENDING)));
    }

    #[test]
    fn practice_is_as_patient_as_it_is_told() {
        let patience = |line: &str| read(line).map(|read| read.patience);
        assert_eq!(patience("--practice"), Ok(None));
        assert_eq!(patience("--practice --patience 3"), Ok(Some(Duration::from_secs(3))));
    }

    #[test]
    fn a_name_that_nothing_has_is_refused_with_all_that_there_are() {
        let refused =
            |line: &str| read(line).map_err(|message| sourcerer_core::i18n::Localizer::english().format(&message));
        for (line, argument, known) in [
            ("--practice --fault rain", "--fault", Fault::ALL.iter().map(|fault| fault.name()).collect::<Vec<_>>()),
            ("--practice --layout castle", "--layout", ServerLayout::ALL.map(ServerLayout::name).to_vec()),
        ] {
            let says = refused(line).err().unwrap_or_default();
            assert!(says.contains(argument), "{says}");
            for name in known {
                assert!(says.contains(name), "{name}: {says}");
            }
        }
        for line in ["--practice --fault", "--fault --practice", "--layout", "--patience", "--patience soon"] {
            assert!(refused(line).is_err(), "{line}");
        }
    }
}
