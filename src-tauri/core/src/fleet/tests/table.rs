use super::super::{CheckMark, FleetFilter, FleetFormat, FleetOrder, FleetQuery, FleetTable, RowVerdict, write};
use super::list;
use crate::diagnosis::Severity;
use proptest::prelude::*;

fn verdict(severity: Severity, diagnoses: &[&'static str], release: &str, millis: u32) -> RowVerdict {
    RowVerdict {
        severity,
        diagnoses: diagnoses.into(),
        title: None,
        callback: CheckMark::Fine,
        button: CheckMark::Skipped,
        client_id: CheckMark::Fine,
        release: Some(release.into()),
        millis,
    }
}

/// Four rows: one broken, one with a risk, one fine, one without a verdict.
fn table() -> FleetTable {
    let mut table = FleetTable::new(list("d.company,x\nb.company,Y\nc.company,z\na.company,x").entries);
    table.set_verdict(0, verdict(Severity::Fine, &[], "2025.10.2", 30));
    table.set_verdict(1, verdict(Severity::Risk, &["button-hidden"], "2025.8.1", 10));
    table.set_verdict(2, verdict(Severity::Breaks, &["callback-differs", "legacy-host"], "2026.2", 20));
    table
}

#[test]
fn rows_are_found_and_ordered() {
    let table = table();
    let check = |query: FleetQuery, wanted: &[u32]| {
        let found = table.rows(&FleetQuery { to: 10, ..query.clone() });
        let ids: Vec<_> = found.rows.iter().map(|row| row.id).collect();
        assert_eq!((ids.as_slice(), found.total as usize), (wanted, wanted.len()), "{query:?}");
    };
    let ordered = |order, descending| FleetQuery { order, descending, ..FleetQuery::default() };
    check(ordered(FleetOrder::Line, false), &[0, 1, 2, 3]);
    check(ordered(FleetOrder::Line, true), &[3, 2, 1, 0]);
    check(ordered(FleetOrder::Verdict, true), &[2, 1, 0, 3]);
    check(ordered(FleetOrder::Server, false), &[3, 1, 2, 0]);
    check(ordered(FleetOrder::Release, false), &[3, 1, 0, 2]);
    check(ordered(FleetOrder::Millis, true), &[0, 2, 1, 3]);
    // Rows that are equal keep the list's order, whichever way it goes.
    check(ordered(FleetOrder::Callback, true), &[0, 1, 2, 3]);
    let shown = |show| FleetQuery { show, ..FleetQuery::default() };
    check(shown(FleetFilter::Breaks), &[2]);
    check(shown(FleetFilter::Risks), &[1]);
    check(shown(FleetFilter::Notes), &[]);
    check(shown(FleetFilter::Fine), &[0]);
    check(shown(FleetFilter::Open), &[3]);
    let holding = |text: &str| FleetQuery { text: text.to_owned(), ..FleetQuery::default() };
    check(holding(" B.Company "), &[1]);
    check(holding("y"), &[0, 1, 2, 3]);
    check(holding("differs"), &[2]);
    check(holding("2025.8"), &[1]);
    check(holding("nowhere"), &[]);
}

#[test]
fn a_window_of_rows_is_a_part_of_the_whole() {
    let table = table();
    let rows = table.rows(&FleetQuery {
        from: 1,
        to: 3,
        order: FleetOrder::Verdict,
        descending: true,
        ..FleetQuery::default()
    });
    let ids: Vec<_> = rows.rows.iter().map(|row| row.id).collect();
    assert_eq!((rows.total, rows.from, ids), (4, 1, vec![1, 0]));
    for (from, to) in [(4, 9), (9, 4), (u32::MAX, 0)] {
        assert!(table.rows(&FleetQuery { from, to, ..FleetQuery::default() }).rows.is_empty());
    }
}

#[test]
fn counts_follow_the_verdicts() {
    let mut table = table();
    let counts = |table: &FleetTable| {
        let counts = table.counts();
        [counts.all, counts.done, counts.fine, counts.notes, counts.risks, counts.breaks]
    };
    assert_eq!(counts(&table), [4, 3, 1, 0, 1, 1]);
    assert_eq!(table.open(), [3]);
    table.set_verdict(2, verdict(Severity::Note, &[], "2026.2", 1));
    assert_eq!(counts(&table), [4, 3, 1, 1, 1, 0]);
    table.set_verdict(99, verdict(Severity::Note, &[], "2026.2", 1));
    table.clear();
    assert_eq!(counts(&table), [4, 0, 0, 0, 0, 0]);
    assert_eq!(table.open(), [0, 1, 2, 3]);
}

fn written(table: &FleetTable, format: FleetFormat) -> String {
    let mut out = Vec::new();
    let entries = table.entries();
    write(&mut out, format, entries.iter().zip(table.verdicts().iter().map(Option::as_ref))).expect("written");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_table_is_written_as_it_is_documented() {
    insta::assert_snapshot!(format!(
        "{}\n{}",
        written(&table(), FleetFormat::Csv),
        written(&table(), FleetFormat::Json)
    ));
    assert_eq!(written(&FleetTable::new(Vec::new()), FleetFormat::Json), "[]\n");
}

#[test]
fn no_value_of_a_table_is_taken_for_a_formula() {
    let table = FleetTable::new(list("a.company,-2+3\na.company,-x\na.company,_y").entries);
    let text = written(&table, FleetFormat::Csv);
    assert!(text.contains(",'-x,") && text.contains(",_y,"), "{text}");
    for value in text.lines().flat_map(|line| line.split(',')) {
        assert!(!value.starts_with(['=', '+', '-', '@']), "{text}");
    }
}

proptest! {
    #[test]
    fn a_table_that_was_written_is_read_as_the_same_list(
        rows in prop::collection::hash_set(("[a-z]{1,8}\\.company", "[A-Za-z0-9_-]{1,20}"), 1..20),
    ) {
        let text: Vec<_> = rows.iter().map(|(server, slug)| format!("{server},{slug}")).collect();
        let table = FleetTable::new(list(&text.join("\n")).entries);
        let again = list(&written(&table, FleetFormat::Csv));
        prop_assert_eq!(again.remarks.len(), 0);
        let of = |entries: &[super::super::ListEntry]| {
            entries.iter().map(|entry| (entry.site.server.to_string(), entry.slug.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(of(&table.entries()), of(&again.entries));
    }
}
