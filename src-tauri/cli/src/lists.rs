//! Lists the faults and the switches of practice, as lines or as JSON.

use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_practice::faults::{Fault, FaultRow};
use sourcerer_practice::switches::Switch;

/// A fault in the answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct FaultOutput<'a> {
    name: &'a str,
    does: String,
    tag: &'a str,
    stage: &'a str,
    diagnosis: &'a str,
}

/// A switch in the answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct SwitchOutput<'a> {
    name: &'a str,
    decides: String,
    values: &'a [&'a str],
    default: &'a str,
    tag: &'a str,
}

/// Prints all faults, with the stage that detects each and the diagnosis that it leads to.
pub(crate) fn faults(json: bool, terminal: &mut Terminal) -> Exit {
    let book = terminal.book();
    let listed = |fault: &Fault| {
        let FaultRow { name, stage, diagnosis, tag, .. } = fault.row();
        FaultOutput { name, does: book.format(&fault.does()), tag: tag.letter(), stage: stage.name(), diagnosis }
    };
    let faults: Vec<_> = Fault::ALL.iter().map(listed).collect();
    if json {
        terminal.json_list(&faults);
        return Exit::Fine;
    }
    let rows = faults
        .iter()
        .map(|FaultOutput { name, does, tag, stage, diagnosis }| [name, tag, stage, diagnosis, does.as_str()]);
    table(&rows.collect::<Vec<_>>(), terminal);
    Exit::Fine
}

/// Prints all switches with their values.
pub(crate) fn switches(json: bool, terminal: &mut Terminal) -> Exit {
    let book = terminal.book();
    let listed = |switch: &Switch| SwitchOutput {
        name: switch.name,
        decides: book.format(&switch.decides()),
        values: switch.values,
        default: switch.default_value(),
        tag: switch.tag.letter(),
    };
    let switches: Vec<_> = Switch::ALL.iter().map(listed).collect();
    if json {
        terminal.json_list(&switches);
        return Exit::Fine;
    }
    let values: Vec<_> = switches.iter().map(|switch| values(switch)).collect();
    let rows = switches.iter().zip(&values);
    let rows = rows.map(|(switch, values)| [switch.name, switch.tag, values.as_str(), switch.decides.as_str()]);
    table(&rows.collect::<Vec<_>>(), terminal);
    Exit::Fine
}

/// The values, with a mark at the default.
fn values(switch: &SwitchOutput<'_>) -> String {
    let marked = |value: &&str| if *value == switch.default { format!("[{value}]") } else { (*value).to_owned() };
    switch.values.iter().map(marked).collect::<Vec<_>>().join("|")
}

/// Prints rows in columns. The last column isn't padded.
pub(crate) fn table<const N: usize>(rows: &[[&str; N]], terminal: &mut Terminal) {
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<_> = (0..N).map(wide).collect();
    for row in rows {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        terminal.print(cells.join("  ").trim_end());
    }
}
