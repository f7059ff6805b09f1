//! The head of every format: what the file is about, what it doesn't contain, and where it may surprise.

use super::document::{Export, ExportFormat, SECRET, SECRET_FILE};
use crate::i18n::{Localizer, Message, msg, visible};

/// How wide a comment is.
const WIDE: usize = 100;

impl Export {
    /// What each format begins with.
    pub(super) fn begins(&self) -> Vec<Message> {
        let source = &self.aim.source;
        let practice = self.practice.then(msg::export_practice);
        let unread = (!self.aim.read).then(msg::export_unread);
        let there = source.there.then(msg::export_there);
        let title = msg::export_title(&self.host, &source.slug);
        let written = msg::export_written(&self.at, &self.program);
        [Some(title), practice, Some(written), unread, there].into_iter().flatten().collect()
    }

    /// What isn't in it.
    pub(super) fn lacks(&self, format: ExportFormat) -> Vec<Message> {
        let holds = match format {
            ExportFormat::Blueprint => msg::export_lacks_blueprint(SECRET),
            ExportFormat::BlueprintFile => msg::export_lacks_blueprint_file(SECRET_FILE),
            ExportFormat::Terraform => msg::export_lacks_terraform(),
            ExportFormat::Curl => msg::export_lacks_curl(SECRET),
            ExportFormat::Runbook => msg::export_lacks_runbook(),
        };
        let links = (self.aim.links > 0).then(|| msg::export_lacks_links(self.aim.links));
        let embed = self.aim.embed_untold.then(msg::export_lacks_source_stage);
        [Some(holds), links, embed].into_iter().flatten().collect()
    }
}

/// Sentences as a comment, each on lines of its own. Whatever they contain, it can't end the comment.
pub(super) fn comment(said: &[Message], book: &Localizer) -> Vec<String> {
    said.iter().flat_map(|message| folded(&book.format(message), "# ", WIDE)).collect()
}

/// A word or two at the end of a line.
pub(super) fn aside(text: &str) -> String {
    format!("# {}", one_line(text))
}

/// Text on one line: no character in it begins another line, stops a reader, or has the rest of the line shown elsewhere.
pub(super) fn one_line(text: &str) -> String {
    visible::line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folded(text: &str, front: &str, wide: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let text = one_line(text);
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= wide => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(format!("{front}  {word}")),
            None => lines.push(format!("{front}{word}")),
        }
    }
    lines
}
