//! A report as one file: no script, nothing from elsewhere, and it prints.

use super::context::Section;
use super::{Report, verdict};
use crate::authentik::ServerLegVerdict;
use crate::checks::{CheckOutcome, Finding};
use crate::diagnosis::{Diagnosis, Severity};
use crate::i18n::{Localizer, Message, msg};
use crate::net::Exchange;

/// Its looks, light and dark, on a screen and on paper.
const STYLE: &str = include_str!("report.css");

pub(super) fn write(report: &Report, book: &Localizer) -> String {
    let say = |message: &Message| marked(&book.marked(message));
    let title = escaped(&book.say(&msg::report_title(&report.host, &report.slug)));
    let mut lines = vec![
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">".to_owned(),
        // Whatever stands in it, a browser loads and runs nothing for it.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            .to_owned(),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
        format!("<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>"),
        format!("<header>\n<h1>{title}</h1>\n<p>{}</p>\n</header>", say(&report.says())),
    ];
    for finding in &report.findings {
        section(finding, book, &mut lines);
    }
    way(report, book, &mut lines);
    report.beside.parts(book).iter().for_each(|part| beside(part, book, &mut lines));
    open(report, book, &mut lines);
    exchanges(&report.exchanges, book, &mut lines);
    let foot = say(&report.foot());
    lines.push(format!("<footer>\n<p>{foot}</p>\n</footer>\n</main>\n</body>\n</html>\n"));
    lines.join("\n")
}

fn section(finding: &Finding, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| marked(&book.marked(message));
    let tone = match (finding.outcome, finding.severity) {
        (CheckOutcome::Skipped, _) => "idle",
        (CheckOutcome::Passed, _) | (CheckOutcome::Found, Severity::Fine) => "ok",
        (CheckOutcome::Found, Severity::Note) => "note",
        (CheckOutcome::Found, Severity::Risk) => "warn",
        (CheckOutcome::Found, Severity::Breaks) => "bad",
    };
    let (title, word) = (say(&finding.title), say(&verdict(finding)));
    lines.push(format!("<section class=\"{tone}\">\n<h2>{title} <span class=\"verdict\">{word}</span></h2>"));
    if let Some(diagnosis) = &finding.diagnosis {
        lines.push(format!("<p>{}</p>", say(&diagnosis.why)));
        lines.push(format!("<p><strong>{}</strong> {}</p>", say(&msg::report_do_this()), say(&diagnosis.remedy)));
        let causes = diagnosis.causes.iter();
        let causes =
            causes.map(|cause| format!("<li><strong>{}.</strong> {}</li>", say(&cause.title), say(&cause.remedy)));
        listed("ol", causes, lines);
        lines.push(format!("<p class=\"id\">{}</p>", say(&msg::report_diagnosis(&diagnosis.id))));
    } else if let Some(detail) = &finding.detail {
        lines.push(format!("<p>{}</p>", say(detail)));
    }
    if let Some(bytes) = finding.bytes.as_ref().filter(|_| finding.outcome == CheckOutcome::Found) {
        let rows = bytes.rows.iter().map(|row| {
            let (label, address) = (say(&row.label), escaped(&row.text));
            format!("<tr><th scope=\"row\">{label}</th><td><code>{address}</code></td></tr>")
        });
        listed("table", rows, lines);
        lines.extend(bytes.words.iter().map(|words| format!("<p>{}</p>", say(words))));
    }
    lines.push("</section>".to_owned());
}

fn way(report: &Report, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| marked(&book.marked(message));
    let rows = report.legs.iter().filter(|leg| leg.verdict != ServerLegVerdict::NotReached).map(|leg| {
        let took = leg.millis.map(|millis| format!(", {millis} ms")).unwrap_or_default();
        let says: Vec<_> = leg.says.iter().map(&say).collect();
        let noted = leg.symptom.as_ref().filter(|_| leg.verdict == ServerLegVerdict::Noted).map(Diagnosis::from);
        let noted = noted.map(|note| format!("<br><strong>{}.</strong> {}", say(&note.title), say(&note.remedy)));
        let (title, word) = (say(&leg.leg.title()), say(&leg.verdict.word()));
        let (says, noted) = (says.join(" "), noted.unwrap_or_default());
        format!("<li><strong>{title}</strong>: {word}{took}. {says}{noted}</li>")
    });
    titled(&say(&msg::report_way(&report.host)), "ol", rows, lines);
}

fn beside(part: &Section, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| marked(&book.marked(message));
    let rows = part.rows.iter().map(|(line, below)| {
        let mut inside = Vec::new();
        listed("ul", below.iter().map(|each| format!("<li>{}</li>", say(each))), &mut inside);
        format!("<li><strong>{}</strong>{}</li>", say(line), inside.concat())
    });
    titled(&say(&part.title), "ul", rows, lines);
}

fn open(report: &Report, book: &Localizer, lines: &mut Vec<String>) {
    let say = |message: &Message| marked(&book.marked(message));
    let rows = report.unseen.iter().map(|each| format!("<li>{}. {}</li>", say(&each.what), say(&each.with)));
    titled(&say(&msg::report_unseen()), "ul", rows, lines);
}

fn exchanges(all: &[Exchange], book: &Localizer, lines: &mut Vec<String>) {
    let rows = all.iter().map(|exchange| {
        let (sent, came) = exchange.brief();
        let fault = exchange.fault.as_ref().map(|fault| book.say(&fault.title));
        let (sent, came) = (escaped(&sent), escaped(&came.or(fault).unwrap_or_default()));
        format!("<li><code>{sent}</code><br><code>{came}</code> <span class=\"id\">{} ms</span></li>", exchange.millis)
    });
    titled(&marked(&book.marked(&msg::report_exchanges(all.len()))), "ol", rows, lines);
}

/// A section of one list, if there is anything to list.
fn titled(title: &str, list: &str, rows: impl Iterator<Item = String>, lines: &mut Vec<String>) {
    let mut inside = Vec::new();
    listed(list, rows, &mut inside);
    if !inside.is_empty() {
        lines.push(format!("<section class=\"list\">\n<h2>{title}</h2>\n{}\n</section>", inside.join("\n")));
    }
}

fn listed(list: &str, rows: impl Iterator<Item = String>, lines: &mut Vec<String>) {
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        lines.push(format!("<{list}>\n{}\n</{list}>", rows.join("\n")));
    }
}

/// Text that stands in HTML as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A sentence with its marks. An odd one is a sign like any other.
fn marked(sentence: &str) -> String {
    between(&escaped(sentence), "`", "code", |text| between(text, "**", "strong", str::to_owned))
}

/// Every second part as an element, the others as `other` has them.
fn between(text: &str, mark: &str, element: &str, other: impl Fn(&str) -> String) -> String {
    let parts: Vec<_> = text.split(mark).collect();
    if parts.len().is_multiple_of(2) {
        return other(text);
    }
    let part = |(at, part): (usize, &&str)| {
        if at % 2 == 1 { format!("<{element}>{part}</{element}>") } else { other(part) }
    };
    parts.iter().enumerate().map(part).collect::<Vec<_>>().concat()
}
