//! Runs other programs.

use crate::{place, say};
use anyhow::{Context as _, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, IsTerminal as _, PipeReader, pipe, stdout};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A program to run, in the workspace's folder by default.
pub(crate) struct Run {
    command: Command,
}

/// A program's output, and how it ended.
pub(crate) struct Output {
    /// Whether it succeeded.
    pub(crate) fine: bool,
    /// All lines of its output, without colors.
    pub(crate) lines: Vec<String>,
}

impl Run {
    /// A run of any program.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where chores start programs")]
        let mut command = Command::new(program);
        command.current_dir(place::root());
        Self { command }
    }

    /// A run of cargo, without the variables that the cargo that runs xtask has set for xtask: build scripts that read
    /// these variables would run again each time xtask and a plain cargo alternate.
    pub(crate) fn cargo(arguments: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut run = Self::new(cargo).args(arguments);
        for (name, _) in std::env::vars_os() {
            let told = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE"];
            if name.to_str().is_some_and(|name| told.iter().any(|start| name.starts_with(start))) {
                run.command.env_remove(name);
            }
        }
        run
    }

    /// A run of npm in the page's folder.
    pub(crate) fn npm(arguments: &[&str]) -> Self {
        let mut run = Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }).args(arguments);
        run.command.current_dir(place::page());
        run
    }

    pub(crate) fn args(mut self, arguments: &[impl AsRef<OsStr>]) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// The same program in another folder than the workspace's.
    pub(crate) fn inside(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The same program, run by another one that expects a program and its arguments after its own.
    pub(crate) fn within(self, program: &str, arguments: &[&str]) -> Self {
        let mut outer = Self::new(program).args(arguments);
        outer.command.arg(self.command.get_program()).args(self.command.get_args());
        if let Some(folder) = self.command.get_current_dir() {
            outer.command.current_dir(folder);
        }
        for (name, value) in self.command.get_envs() {
            match value {
                Some(value) => outer.command.env(name, value),
                None => outer.command.env_remove(name),
            };
        }
        outer
    }

    /// The command line as a person would type it.
    pub(crate) fn shown(&self) -> String {
        let program = Path::new(self.command.get_program()).file_stem().unwrap_or_default();
        let words = std::iter::once(program).chain(self.command.get_args());
        words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
    }

    /// Prints the command line, runs it with the terminal as its own, and returns its status.
    pub(crate) fn status(mut self) -> Result<ExitStatus> {
        say::line(&format!("$ {}", self.shown()));
        self.command.status().with_context(|| format!("can't run `{}`", self.shown()))
    }

    /// Like [`status`](Self::status), but everything except success is an error.
    pub(crate) fn must(self) -> Result<()> {
        let shown = self.shown();
        let status = self.status()?;
        if !status.success() {
            bail!("`{shown}` failed ({status})");
        }
        Ok(())
    }

    /// Prints the command line, runs it, prints its output and returns it.
    pub(crate) fn told(mut self) -> Result<Output> {
        say::line(&format!("$ {}", self.shown()));
        #[expect(clippy::disallowed_methods, reason = "only asks whether a person reads it")]
        let is_read = stdout().is_terminal();
        if is_read {
            // The output is a pipe, but a person reads it too.
            self.command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
        }
        let (reader, mut child) = self.piped()?;
        let mut lines = Vec::new();
        for line in BufReader::new(reader).split(b'\n') {
            let line = line.context("its output")?;
            let line = String::from_utf8_lossy(&line);
            say::line(line.trim_end_matches('\r'));
            lines.push(uncoloured(&line));
        }
        Ok(Output { fine: child.wait()?.success(), lines })
    }

    fn piped(mut self) -> Result<(PipeReader, Child)> {
        let (reader, writer) = pipe().context("a pipe")?;
        self.command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
        let child = self.command.spawn().with_context(|| format!("can't run `{}`", self.shown()))?;
        // Dropping `self` closes this side's copies of the writer, so that reading ends with the child.
        Ok((reader, child))
    }

    /// Whether the program succeeds. It prints nothing.
    pub(crate) fn passes(mut self) -> bool {
        let silent = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        silent.status().is_ok_and(|status| status.success())
    }

    /// The program's standard output, whether it succeeds or not.
    pub(crate) fn output(mut self) -> Result<String> {
        let shown = self.shown();
        say::line(&format!("$ {shown}"));
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output();
        let output = output.with_context(|| format!("can't run `{shown}`"))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The program's standard output; `None` if it can't run or fails.
    pub(crate) fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{word}'") }
}

/// The line without terminal colors.
fn uncoloured(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            // `ESC [ … letter`
            for c in rest.by_ref() {
                if c.is_ascii_alphabetic() {
                    break;
                }
            }
        } else if c != '\r' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_away() {
        assert_eq!(uncoloured("\u{1b}[32;1m     Summary\u{1b}[0m [\u{1b}[1m3\u{1b}[0m]\r"), "     Summary [3]");
    }

    #[test]
    fn a_shown_line_can_be_typed() {
        let run = Run::new("/usr/bin/cargo").args(&["nextest", "run", "-E", "not binary(window)"]);
        assert_eq!(run.shown(), "cargo nextest run -E 'not binary(window)'");
    }
}
