//! A report for a ticket.

use super::context::Section;
use super::document::{Report, verdict};
use crate::authentik::{ServerLegResult, ServerLegVerdict};
use crate::checks::{CheckOutcome, Finding, Unseen};
use crate::diagnosis::Diagnosis;
use crate::i18n::{Localizer, Message, markdown, msg, visible};

pub(super) fn write(report: &Report, book: &Localizer) -> String {
    let say = |message: &Message| book.format_markdown(message);
    let mut lines = vec![format!("# {}", say(&msg::report_title(&report.host, &report.slug))), String::new()];
    lines.push(say(&report.says()));
    let (skipped, run): (Vec<_>, Vec<_>) =
        report.findings.iter().partition(|finding| finding.outcome == CheckOutcome::Skipped);
    for finding in run {
        section(finding, book, &mut lines);
    }
    not_run(&skipped, book, &mut lines);
    way(report, book, &mut lines);
    report.beside.parts(book).iter().for_each(|part| beside(part, book, &mut lines));
    open(&report.unseen, book, &mut lines);
    lines.extend([String::new(), say(&report.foot()), String::new()]);
    lines.join("\n")
}

fn section(finding: &Finding, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| book.format_markdown(message);
    lines.extend([String::new(), format!("## {}: {}", say(&finding.title), say(&verdict(finding)))]);
    let mut paragraph = |text: String| lines.extend([String::new(), text]);
    if let Some(diagnosis) = &finding.diagnosis {
        paragraph(say(&diagnosis.why));
        paragraph(format!("**{}** {}", say(&msg::report_do_this()), say(&diagnosis.remedy)));
        for cause in &diagnosis.causes {
            paragraph(format!("- **{}.** {}", say(&cause.title), say(&cause.remedy)));
        }
        paragraph(say(&msg::report_diagnosis(&diagnosis.id)));
    } else if let Some(detail) = &finding.detail {
        paragraph(say(detail));
    }
    if let Some(bytes) = finding.bytes.as_ref().filter(|_| finding.outcome == CheckOutcome::Found) {
        let labels: Vec<_> = bytes.rows.iter().map(|row| book.format(&row.label)).collect();
        let wide = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
        let rows =
            labels.iter().zip(&bytes.rows).map(|(label, row)| format!("{label:wide$}  {}", visible::line(&row.text)));
        let rows = rows.chain(bytes.words.iter().map(|words| book.format(words)));
        let block: Vec<_> = rows.collect();
        paragraph(markdown::fenced(&block.join("\n")));
    }
}

/// The checks that weren't run: one line for each reason, because they usually share it.
fn not_run(skipped: &[&Finding], book: &Localizer, lines: &mut Vec<String>) {
    if skipped.is_empty() {
        return;
    }
    let say = |message: &Message| book.format_markdown(message);
    lines.extend([String::new(), format!("## {}", say(&msg::report_not_run())), String::new()]);
    let mut reasons: Vec<(Option<&Message>, Vec<String>)> = Vec::new();
    for finding in skipped {
        let (reason, title) = (finding.detail.as_ref(), say(&finding.title));
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, titles)) => titles.push(title),
            None => reasons.push((reason, vec![title])),
        }
    }
    for (reason, titles) in reasons {
        let reason = reason.map(|reason| format!("{} ", say(reason))).unwrap_or_default();
        lines.push(format!("- {reason}{}.", titles.join("; ")));
    }
}

fn way(report: &Report, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| book.format_markdown(message);
    let legs: Vec<&ServerLegResult> =
        report.legs.iter().filter(|leg| leg.verdict != ServerLegVerdict::NotReached).collect();
    if legs.is_empty() {
        return;
    }
    lines.extend([String::new(), format!("## {}", say(&msg::report_way(&report.host))), String::new()]);
    for leg in &legs {
        let took = leg.millis.map(|millis| format!(", {millis} ms")).unwrap_or_default();
        let says = leg.says.iter().map(|message| format!(" {}", say(message))).collect::<Vec<_>>().concat();
        lines.push(format!("- {}: {}{took}.{says}", say(&leg.leg.title()), say(&leg.verdict.word())));
    }
    let noted = legs.iter().filter(|leg| leg.verdict == ServerLegVerdict::Noted).filter_map(|leg| leg.symptom.as_ref());
    for note in noted.map(Diagnosis::from) {
        lines.extend([String::new(), format!("**{}.** {}", say(&note.title), say(&note.remedy))]);
    }
}

fn beside(part: &Section, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| book.format_markdown(message);
    lines.extend([String::new(), format!("## {}", say(&part.title)), String::new()]);
    for (line, below) in &part.rows {
        lines.push(format!("- {}", say(line)));
        lines.extend(below.iter().map(|each| format!("  - {}", say(each))));
    }
}

fn open(unseen: &[Unseen], book: &Localizer, lines: &mut Vec<String>) {
    if unseen.is_empty() {
        return;
    }
    let say = |message: &Message| book.format_markdown(message);
    lines.extend([String::new(), format!("## {}", say(&msg::report_unseen())), String::new()]);
    lines.extend(unseen.iter().map(|each| format!("- {}. {}", say(&each.what), say(&each.with))));
}
