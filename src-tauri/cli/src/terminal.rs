use crate::exit::Exit;
use crate::json::{CommandFailure, JsonEnvelope, OutputFormat};
use crate::progress::ProgressLine;
use serde::Serialize;
use sourcerer_core::authentik::{ServerLegResult, ServerLegVerdict};
use sourcerer_core::checks::Finding;
use sourcerer_core::diagnosis::{Diagnosis, Severity, Symptom};
use sourcerer_core::files;
use sourcerer_core::i18n::visible::VisibleWriter;
use sourcerer_core::i18n::{Localizer, Message, msg, visible};
use sourcerer_core::net::Exchange;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, ErrorKind, IsTerminal as _, Read as _, StderrLock, StdoutLock, Write};
use std::path::{Path, PathBuf};

/// Standard input, output and error, and the localizer for the texts.
///
/// Everything that the program prints passes here or the [`ProgressLine`], and nothing that hides in it is left
/// ([`visible`]): whatever a server, a list or a file calls itself, it moves no cursor and begins no line. JSON is written
/// as JSON, whose strings escape control characters.
pub(crate) struct Terminal {
    book: Localizer,
    /// The command that answers, and the format of its answer.
    command: String,
    form: OutputFormat,
    progress: ProgressLine,
    quiet: bool,
    /// The first error in writing the answer. A reader that closes the pipe has read enough, so that isn't an error.
    failed: Option<io::Error>,
}

/// Why standard input, or a file in its place, contains no value.
#[derive(Debug)]
pub(crate) enum NoInput {
    Unreadable(io::Error),
    File(PathBuf, io::Error),
    NotText,
    TooLong,
}

impl NoInput {
    pub(crate) fn message(&self) -> Message {
        match self {
            Self::Unreadable(error) => msg::terminal_input_unreadable(error.to_string()),
            Self::File(file, error) => msg::terminal_file_unreadable(file.display().to_string(), error.to_string()),
            Self::NotText => msg::terminal_input_not_text(),
            Self::TooLong => msg::terminal_input_too_long(Terminal::MOST_INPUT),
        }
    }
}

impl Terminal {
    /// The limit of an input. No credential is longer, with the text around it.
    const MOST_INPUT: usize = 64 * 1024;

    pub(crate) fn new() -> Self {
        Self {
            book: Localizer::english(),
            command: String::new(),
            form: OutputFormat::Words,
            progress: ProgressLine::new(),
            quiet: false,
            failed: None,
        }
    }

    /// Sets the command that answers from now on, and the format.
    pub(crate) fn answers(&mut self, command: &str, form: OutputFormat) {
        command.clone_into(&mut self.command);
        self.form = form;
    }

    pub(crate) fn book(&self) -> &Localizer {
        &self.book
    }

    /// The progress line for a person at the terminal.
    pub(crate) fn progress(&self) -> &ProgressLine {
        &self.progress
    }

    /// From now on only changes are printed, because cron sends any output as a mail.
    pub(crate) fn quiet(&mut self) {
        self.quiet = true;
        self.progress.quiet();
    }

    /// Prints a line in addition to the answer that would be the same in each run. So it is omitted if only changes are
    /// wanted.
    pub(crate) fn remark(&self, message: &Message) {
        if !self.quiet {
            self.note(message);
        }
    }

    /// Prints a line of the answer. A line break in it is shown, and breaks no line.
    pub(crate) fn print(&mut self, line: impl Display) {
        self.progress.hush();
        let written = writeln!(out(), "{}", visible::line(&line.to_string()));
        self.keep(written);
    }

    /// Prints a document that this program wrote, with its line breaks.
    pub(crate) fn document(&mut self, text: &str) {
        self.progress.hush();
        let written = writeln!(out(), "{}", visible::lines(text.trim_end()));
        self.keep(written);
    }

    /// Prints a line of the answer from a message.
    pub(crate) fn say(&mut self, message: &Message) {
        let line = self.book.format(message);
        self.print(line);
    }

    /// Prints the answer as one JSON object on several lines.
    pub(crate) fn json(&mut self, answer: &impl Serialize) {
        self.progress.hush();
        let written = pretty(&JsonEnvelope::new(&self.command, answer));
        self.keep(written);
    }

    /// Prints the answer as an array in which each object has the head.
    pub(crate) fn json_list(&mut self, answers: &[impl Serialize]) {
        let answers: Vec<_> = answers.iter().map(|answer| JsonEnvelope::new(&self.command, answer)).collect();
        let written = pretty(&answers);
        self.keep(written);
    }

    /// Prints the answer as JSON on one line and flushes it, so that a waiting reader can continue.
    pub(crate) fn json_line(&mut self, answer: &impl Serialize) {
        self.progress.hush();
        let mut out = out();
        let written =
            serde_json::to_writer(&mut out, &JsonEnvelope::new(&self.command, answer)).map_err(io::Error::from);
        let written = written.and_then(|()| writeln!(out)).and_then(|()| out.flush());
        drop(out);
        self.keep(written);
    }

    /// Prints a line on standard error, in addition to the answer. If that fails, there is no way to report it.
    pub(crate) fn note(&self, message: &Message) {
        self.note_text(self.book.format(message));
    }

    /// The same for text that is formatted already.
    pub(crate) fn note_text(&self, line: impl Display) {
        self.progress.hush();
        let _ = remark(&line.to_string());
    }

    /// The same for a document of several lines that this program wrote.
    pub(crate) fn note_document(&self, text: &str) {
        text.trim_end().lines().for_each(|line| self.note_text(line));
    }

    /// Reads what a person pastes: one hidden line from a terminal, otherwise all of standard input.
    pub(crate) fn read_value(&self, prompt: &Message) -> Result<String, NoInput> {
        if io::stdin().is_terminal() {
            self.note(prompt);
            return rpassword::read_password().map_err(NoInput::Unreadable);
        }
        Self::read_all()
    }

    /// Reads all of standard input, which isn't a terminal.
    pub(crate) fn read_all() -> Result<String, NoInput> {
        let mut bytes = Vec::new();
        let most = Self::MOST_INPUT as u64;
        io::stdin().lock().take(most + 1).read_to_end(&mut bytes).map_err(NoInput::Unreadable)?;
        if bytes.len() > Self::MOST_INPUT {
            return Err(NoInput::TooLong);
        }
        String::from_utf8(bytes).map_err(|_| NoInput::NotText)
    }

    /// Reads a file, with the same size limit as standard input. Bytes that aren't text become replacement characters.
    pub(crate) fn read_file(file: &Path) -> Result<String, NoInput> {
        let mut bytes = Vec::new();
        let read = files::open(file).and_then(|open| open.take(Self::MOST_INPUT as u64).read_to_end(&mut bytes));
        read.map_err(|error| NoInput::File(file.to_owned(), error))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Asks on the controlling terminal; `None` if there is none.
    pub(crate) fn ask(&self, question: &Message) -> Option<bool> {
        self.progress.hush();
        let mut tty = File::options().read(true).write(true).open("/dev/tty").ok()?;
        write!(tty, "{} ", self.book.format(question)).ok()?;
        let mut answer = String::new();
        BufReader::new(tty).read_line(&mut answer).ok()?;
        Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Reads a number that the person types on the controlling terminal, counted from 1; `None` if there is no
    /// terminal, or the number isn't in the list. It waits without a limit.
    pub(crate) fn choose(question: &str, most: usize) -> Option<usize> {
        let mut tty = File::options().read(true).write(true).open("/dev/tty").ok()?;
        write!(tty, "{} ", visible::line(question)).ok()?;
        let mut answer = String::new();
        BufReader::new(tty).read_line(&mut answer).ok()?;
        answer.trim().parse().ok().filter(|number| (1..=most).contains(number))
    }

    /// Passes on each line that the person types on the controlling terminal, until the callback returns false. It
    /// waits without a limit.
    pub(crate) fn typed(mut take: impl FnMut(String) -> bool) {
        let Ok(tty) = File::open("/dev/tty") else { return };
        for line in BufReader::new(tty).lines().map_while(Result::ok) {
            if !take(line) {
                return;
            }
        }
    }

    /// Whether there is a controlling terminal for questions.
    pub(crate) fn can_ask() -> bool {
        File::options().read(true).write(true).open("/dev/tty").is_ok()
    }

    /// Ends the command with this symptom: it is printed for people and, if scripts read the answer, as an answer too.
    pub(crate) fn fail(&mut self, symptom: &Symptom) -> Exit {
        self.diagnose(&symptom.into());
        if self.form == OutputFormat::Json {
            self.json(&CommandFailure { diagnosis: symptom.entry().id });
        }
        symptom.into()
    }

    /// Prints a diagnosis on three lines: what happened, why, and what to do, followed by the possible causes if there
    /// are several. It is printed on standard error if the answer isn't for people.
    pub(crate) fn diagnose(&mut self, diagnosis: &Diagnosis) {
        for line in self.told(diagnosis) {
            match self.form {
                OutputFormat::Words => self.print(line),
                OutputFormat::Json | OutputFormat::Document => self.note_text(line),
            }
        }
    }

    fn told(&self, diagnosis: &Diagnosis) -> Vec<String> {
        let say = |message: &Message| self.book.format(message);
        let mut lines = [&diagnosis.title, &diagnosis.why, &diagnosis.remedy].map(say).to_vec();
        lines.extend(options(&diagnosis.id).as_ref().map(say));
        lines.extend(self.ranked(diagnosis));
        lines
    }

    /// The possible causes of a diagnosis, if there are several, the likeliest first.
    fn ranked(&self, diagnosis: &Diagnosis) -> Vec<String> {
        let say = |message: &Message| self.book.format(message);
        let mut lines = Vec::new();
        if !diagnosis.causes.is_empty() {
            lines.push(say(&msg::causes_ranked()));
        }
        for (at, cause) in diagnosis.causes.iter().enumerate() {
            let [title, evidence, remedy] = [&cause.title, &cause.evidence.word(), &cause.remedy].map(say);
            lines.push(format!("{:3}. {title} ({evidence})", at + 1));
            lines.push(format!("     {remedy}"));
        }
        lines
    }

    /// Prints a request and its response, on a short line each.
    pub(crate) fn exchange(&mut self, exchange: &Exchange) {
        let (sent, answered) = exchange.summary();
        let lines = [(msg::exchange_sent(), Some(sent)), (msg::exchange_answered(), answered)];
        for (label, line) in lines {
            let Some(line) = line else { continue };
            let label = self.book.format(&label);
            self.print(format_args!("{label}: {line}"));
        }
    }

    /// Prints a finding on a line, and what to do and the possible causes if something has to be fixed.
    pub(crate) fn finding(&mut self, finding: &Finding) {
        let mark = mark(finding.severity);
        let title = self.book.format(&finding.title);
        self.print(format_args!("{mark} {title}"));
        let diagnosis = finding.diagnosis.as_ref();
        let rest = diagnosis.map_or_else(|| finding.detail.iter().collect(), |found| vec![&found.why, &found.remedy]);
        for message in rest {
            let line = self.book.format(message);
            self.print(format_args!("  {line}"));
        }
        for line in diagnosis.map(|found| self.ranked(found)).unwrap_or_default() {
            self.print(format_args!("  {line}"));
        }
    }

    /// Prints the legs of the server check on one line each, up to the first that wasn't reached.
    pub(crate) fn legs(&mut self, legs: &[ServerLegResult]) {
        for state in legs.iter().filter(|state| state.verdict != ServerLegVerdict::NotReached) {
            let (title, word) = (self.book.format(&state.leg.title()), self.book.format(&state.verdict.word()));
            let millis = state.millis.map(|millis| format!(", {millis} ms")).unwrap_or_default();
            let says: Vec<_> = state.says.iter().map(|message| self.book.format(message)).collect();
            let line = format!("  {title}: {word}{millis}. {}", says.join(" "));
            self.print(line.trim_end());
            let noted =
                state.symptom.as_ref().filter(|_| state.verdict == ServerLegVerdict::Noted).map(Diagnosis::from);
            for message in noted.iter().flat_map(|note| [&note.title, &note.remedy]) {
                let line = self.book.format(message);
                self.print(format_args!("    {line}"));
            }
        }
    }

    /// Ends the output. An answer that couldn't be written is a failure of the command.
    pub(crate) fn close(mut self, exit: Exit) -> Exit {
        self.progress.hush();
        let flushed = out().flush();
        self.keep(flushed);
        match (&self.failed, exit) {
            (Some(error), Exit::Fine) => {
                self.note(&msg::terminal_output_failed(error.to_string()));
                Exit::Finding
            }
            _ => exit,
        }
    }

    fn keep(&mut self, written: io::Result<()>) {
        if let Err(error) = written
            && error.kind() != ErrorKind::BrokenPipe
        {
            self.failed.get_or_insert(error);
        }
    }
}

/// The mark for the severity at the beginning of a line.
pub(crate) fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Fine => "✓",
        Severity::Note => "·",
        Severity::Risk => "!",
        Severity::Breaks => "✗",
    }
}

/// The options of this program with which a remedy is carried out. The sentences of a diagnosis are the window's too, so
/// they name none.
fn options(diagnosis: &str) -> Option<Message> {
    match diagnosis {
        "server-tls-untrusted" => Some(msg::terminal_options_ca_file()),
        "source-differs" => Some(msg::terminal_options_differs()),
        "source-exists" => Some(msg::terminal_options_exists()),
        "changed-since-push" => Some(msg::terminal_options_changed()),
        "browser-unknown" => Some(msg::terminal_options_no_browser()),
        "login-unseen" => Some(msg::terminal_options_shows()),
        "nothing-to-undo" => Some(msg::terminal_options_undo()),
        _ => None,
    }
}

/// Prints a line on standard error, for code that has no terminal at hand.
pub(crate) fn remark(line: &str) -> io::Result<()> {
    writeln!(error(), "{}", visible::line(line))
}

/// Standard error for the log's lines, in which nothing hides either.
pub(crate) fn log() -> VisibleWriter<StderrLock<'static>> {
    VisibleWriter(error())
}

/// Whether a person reads standard error.
pub(crate) fn error_is_terminal() -> bool {
    error().is_terminal()
}

/// Draws over the line that the cursor is on.
pub(crate) fn redraw(line: &str) -> io::Result<()> {
    write!(error(), "\r\u{1b}[K{}", visible::line(line))
}

#[expect(clippy::disallowed_methods, reason = "the one place that writes there, and nothing hides in what it writes")]
fn out() -> StdoutLock<'static> {
    io::stdout().lock()
}

#[expect(clippy::disallowed_methods, reason = "the one place that writes there, and nothing hides in what it writes")]
fn error() -> StderrLock<'static> {
    io::stderr().lock()
}

fn pretty(answer: &impl Serialize) -> io::Result<()> {
    let mut out = out();
    serde_json::to_writer_pretty(&mut out, answer)?;
    writeln!(out)
}
