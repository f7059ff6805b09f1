//! The processes that belong to a folder: those whose command line or environment contains its path, and all their
//! descendants.
//!
//! Process groups and parents aren't enough: a browser that is started through `xdg-open` leaves its group and loses
//! its parent. A private `HOME` identifies all of them.

use rustix::process::{Pid, Signal, getpid, kill_process};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// The process id.
    pub pid: i32,
    /// The command line with blanks between the arguments.
    pub line: String,
}

impl Process {
    /// Kills the process. Nothing happens if it has ended already.
    pub fn end(&self) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            // The process may have ended already, which is the desired result.
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

impl Process {
    /// Whether the process has ended and its sockets are closed. A zombie counts as ended when none of its threads is
    /// left: its first thread may have ended while another one still has the sockets.
    pub fn is_gone(&self) -> bool {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap_or_default();
        let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
        let threads = || fs::read_dir(format!("/proc/{}/task", self.pid)).map_or(0, Iterator::count);
        match state {
            None | Some('X') => true,
            Some('Z') => threads() <= 1,
            Some(_) => false,
        }
    }
}

/// All running processes that belong to `folder`, except this one.
pub fn of(folder: &Path) -> Vec<Process> {
    let folder = folder.as_os_str().as_encoded_bytes();
    let this = getpid().as_raw_nonzero().get();
    let mut all = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        if let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok())
            && pid != this
            && let Some(found) = look(&entry.path(), folder)
        {
            all.insert(pid, found);
        }
    }
    let mut belonging: BTreeSet<i32> = all.iter().filter(|(_, found)| found.named).map(|(pid, _)| *pid).collect();
    loop {
        let before = belonging.len();
        belonging.extend(
            all.iter().filter(|(_, found)| belonging.contains(&found.parent)).map(|(pid, _)| *pid).collect::<Vec<_>>(),
        );
        if belonging.len() == before {
            break;
        }
    }
    all.into_iter()
        .filter(|(pid, _)| belonging.contains(pid))
        .map(|(pid, found)| Process { pid, line: found.line })
        .collect()
}

/// Kills all processes that belong to `folder`, including those that they start meanwhile. Returns the processes that
/// still run.
pub fn end(folder: &Path) -> Vec<Process> {
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let left = of(folder);
        if left.is_empty() || Instant::now() > until {
            return left;
        }
        left.iter().for_each(Process::end);
        sleep(Duration::from_millis(10));
    }
}

struct ProcessEntry {
    parent: i32,
    line: String,
    /// Whether the process itself refers to the folder.
    named: bool,
}

/// Reads the entry of a process in `/proc`. It is `None` if the process has ended, or belongs to another user.
fn look(process: &Path, folder: &[u8]) -> Option<ProcessEntry> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    // The line is "12 (a name) S 1 …", and the name may contain anything, even parentheses.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace();
    let state = fields.next()?;
    let parent = fields.next()?.parse().ok()?;
    if matches!(state, "Z" | "X") {
        return None;
    }
    let line = fs::read(process.join("cmdline")).ok()?;
    let environment = fs::read(process.join("environ")).unwrap_or_default();
    let named = [&line, &environment].into_iter().any(|text| memchr::memmem::find(text, folder).is_some());
    let line = String::from_utf8_lossy(&line).replace('\0', " ").trim_end().to_owned();
    Some(ProcessEntry { parent, line, named })
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::{Context as _, Result};
    use tokio::io::{AsyncBufReadExt as _, BufReader};
    use tokio::process::Command;

    #[tokio::test]
    async fn a_process_belongs_by_its_environment_and_a_child_by_its_parent() -> Result<()> {
        let folder = tempfile::tempdir()?;
        // The outer shell refers to the folder; the inner one is connected to it only through its parent.
        let mut outer = Command::new("sh")
            .args(["-c", "env -i sh -c 'echo ready; read line; true'; true"])
            .env("HOME", folder.path())
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()?;
        let mut said = BufReader::new(outer.stdout.take().context("its output")?).lines();
        assert_eq!(said.next_line().await?.as_deref(), Some("ready"));
        let lines: Vec<_> = of(folder.path()).into_iter().map(|process| process.line).collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(of(tempfile::tempdir()?.path()).is_empty());

        assert_eq!(end(folder.path()), []);
        assert_eq!(of(folder.path()), []);
        assert!(!outer.wait().await?.success());
        Ok(())
    }
}
