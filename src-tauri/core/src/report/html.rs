//! A report as one file: no script, nothing from elsewhere, and it prints.
//!
//! The templates escape every value that they show, so that text from a server or from X can't become an element.

use super::context::Section;
use super::document::{Report, verdict};
use crate::authentik::ServerLegVerdict;
use crate::checks::{CheckOutcome, Finding};
use crate::diagnosis::{Diagnosis, Severity};
use crate::i18n::{Localizer, Mark, Message, msg, visible};
use crate::net::Exchange;
use maud::{Markup, PreEscaped, html};

/// Its looks, light and dark, on a screen and on paper.
const STYLE: &str = include_str!("report.css");

pub(super) fn write(report: &Report, book: &Localizer) -> String {
    let say = |message: &Message| marked(book, message);
    let title = book.format(&msg::report_title(&report.host, &report.slug));
    let page = html! {
        (PreEscaped("<!doctype html>\n"))
        html lang="en" {
            head {
                meta charset="utf-8";
                // A browser loads and runs nothing for this page, no matter what the page contains.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        h1 { (title) }
                        p { (say(&report.says())) }
                    }
                    @for finding in &report.findings { (section(finding, book)) }
                    (way(report, book))
                    @for part in report.beside.parts(book) { (beside(&part, book)) }
                    (open(report, book))
                    (exchanges(&report.exchanges, book))
                    footer { p { (say(&report.foot())) } }
                }
            }
        }
        "\n"
    };
    page.into_string()
}

fn section(finding: &Finding, book: &Localizer) -> Markup {
    let say = |message: &Message| marked(book, message);
    let tone = match (finding.outcome, finding.severity) {
        (CheckOutcome::Skipped, _) => "idle",
        (CheckOutcome::Passed, _) | (CheckOutcome::Found, Severity::Fine) => "ok",
        (CheckOutcome::Found, Severity::Note) => "note",
        (CheckOutcome::Found, Severity::Risk) => "warn",
        (CheckOutcome::Found, Severity::Breaks) => "bad",
    };
    html! {
        section class=(tone) {
            h2 { (say(&finding.title)) " " span.verdict { (say(&verdict(finding))) } }
            @if let Some(diagnosis) = &finding.diagnosis {
                p { (say(&diagnosis.why)) }
                p { strong { (say(&msg::report_do_this())) } " " (say(&diagnosis.remedy)) }
                @if !diagnosis.causes.is_empty() {
                    ol {
                        @for cause in &diagnosis.causes {
                            li { strong { (say(&cause.title)) "." } " " (say(&cause.remedy)) }
                        }
                    }
                }
                p.id { (say(&msg::report_diagnosis(&diagnosis.id))) }
            } @else if let Some(detail) = &finding.detail {
                p { (say(detail)) }
            }
            @if let Some(bytes) = finding.bytes.as_ref().filter(|_| finding.outcome == CheckOutcome::Found) {
                @if !bytes.rows.is_empty() {
                    table {
                        @for row in &bytes.rows {
                            tr { th scope="row" { (say(&row.label)) } td { code { (visible::line(&row.text)) } } }
                        }
                    }
                }
                @if let Some(words) = &bytes.words { p { (say(words)) } }
            }
        }
    }
}

fn way(report: &Report, book: &Localizer) -> Markup {
    let say = |message: &Message| marked(book, message);
    let legs: Vec<_> = report.legs.iter().filter(|leg| leg.verdict != ServerLegVerdict::NotReached).collect();
    html! {
        @if !legs.is_empty() {
            section.list {
                h2 { (say(&msg::report_way(&report.host))) }
                ol {
                    @for leg in legs {
                        li {
                            strong { (say(&leg.leg.title())) } ": " (say(&leg.verdict.word()))
                            @if let Some(millis) = leg.millis { ", " (millis) " ms" }
                            "."
                            @for message in &leg.says { " " (say(message)) }
                            @let noted = leg.verdict == ServerLegVerdict::Noted;
                            @if let Some(note) = leg.symptom.as_ref().filter(|_| noted).map(Diagnosis::from) {
                                br;
                                strong { (say(&note.title)) "." } " " (say(&note.remedy))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn beside(part: &Section, book: &Localizer) -> Markup {
    let say = |message: &Message| marked(book, message);
    html! {
        @if !part.rows.is_empty() {
            section.list {
                h2 { (say(&part.title)) }
                ul {
                    @for (line, below) in &part.rows {
                        li {
                            strong { (say(line)) }
                            @if !below.is_empty() {
                                ul { @for each in below { li { (say(each)) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn open(report: &Report, book: &Localizer) -> Markup {
    let say = |message: &Message| marked(book, message);
    html! {
        @if !report.unseen.is_empty() {
            section.list {
                h2 { (say(&msg::report_unseen())) }
                ul { @for each in &report.unseen { li { (say(&each.what)) ". " (say(&each.with)) } } }
            }
        }
    }
}

fn exchanges(all: &[Exchange], book: &Localizer) -> Markup {
    html! {
        @if !all.is_empty() {
            section.list {
                h2 { (marked(book, &msg::report_exchanges(all.len()))) }
                ol {
                    @for exchange in all {
                        @let (sent, came) = exchange.summary();
                        @let fault = exchange.fault.as_ref().map(|fault| book.format(&fault.title));
                        li {
                            code { (visible::line(&sent)) } br;
                            code { (visible::line(&came.or(fault).unwrap_or_default())) } " "
                            span.id { (exchange.millis) " ms" }
                        }
                    }
                }
            }
        }
    }
}

/// A sentence with its marks as elements.
fn marked(book: &Localizer, message: &Message) -> Markup {
    html! {
        @for group in book.spans(message).chunk_by(|one, next| one.mark == next.mark) {
            @let text: String = group.iter().map(|span| span.text.as_str()).collect();
            @match group[0].mark {
                Mark::Plain => (text),
                Mark::Screen => strong { (text) },
                Mark::Value => code { (text) },
            }
        }
    }
}
