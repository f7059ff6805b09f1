//! `fleet`: a list from a file or from standard input, rows in its order, the table that is saved, and the changes.

use crate::script::{Ran, Script};
use anyhow::Result;
use serde_json::Value;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{PracticeOptions, free_port};
use sourcerer_tests::requests::{APPROACH, COMPARE, OUTSIDE, WRITE};
use std::path::PathBuf;

async fn script() -> Result<Script> {
    Script::started(PracticeOptions { layout: ServerLayout::Sources(12), ..PracticeOptions::default() }).await
}

/// Writes a list into the script's folder.
fn list(script: &Script, text: &str) -> Result<PathBuf> {
    let file = script.world.folder().join("list.csv");
    std::fs::write(&file, text)?;
    Ok(file)
}

async fn fleet(script: &mut Script, more: &[&str], input: &str) -> Result<Ran> {
    script.run(&[&["fleet"], more].concat(), input).await
}

/// `line severity diagnoses` of each line of the answer.
fn rows(ran: &Ran) -> Result<Vec<String>> {
    let mut rows = Vec::new();
    for line in ran.out.lines() {
        let row: Value = serde_json::from_str(line)?;
        let keys: Vec<_> = row.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        let mut wanted =
            ["line", "server", "slug", "client_id", "verdict", "diagnoses", "release", "milliseconds", "sourcerer"]
                .to_vec();
        wanted.sort_unstable();
        let mut found = keys.clone();
        found.sort_unstable();
        assert_eq!(found, wanted, "{line}");
        rows.push(format!("{} {} {}", row["line"], row["verdict"], row["diagnoses"]));
    }
    Ok(rows)
}

#[tokio::test]
async fn rows_come_in_the_lists_order_and_the_worst_says_how_it_ends() -> Result<()> {
    let mut script = script().await?;
    let (server, closed) = (script.server.clone(), free_port().expect("a free port"));
    let text = format!("server,slug\n{server},x-1\n{server},x-13\n{server},x-2\n");
    let file = list(&script, &text)?.display().to_string();
    let ran = fleet(&mut script, &[&file, "--json"], "").await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let expected = [r#"2 "fine" []"#, r#"3 "breaks" ["source-unknown-or-disabled"]"#, r#"4 "fine" []"#];
    assert_eq!(rows(&ran)?, expected);
    assert!(ran.err.contains("3 of 3 checked"), "{ran:?}");

    // The output for people, with standard input. The exit code of an unreachable server has precedence over that of
    // findings.
    let input = format!("http://127.0.0.1:{closed},x\n{server},x-1\n");
    let ran = fleet(&mut script, &["-"], &input).await?;
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let lines: Vec<_> = ran.out.lines().collect();
    let [away, good] = lines[..] else { panic!("{ran:?}") };
    assert!(away.starts_with('✗') && away.ends_with("(server-connection-refused)"), "{away}");
    assert_eq!(good, format!("✓ {server} x-1"));
    script.ends(&[APPROACH, OUTSIDE])
}

#[tokio::test]
async fn a_line_that_cant_be_read_is_said_and_is_no_good_end() -> Result<()> {
    let mut script = script().await?;
    let server = script.server.clone();
    let ran = fleet(&mut script, &["-"], &format!("{server},x-1\nnot an address,x\n{server},x-1\n")).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("Line 2: ") && ran.err.contains("Line 3: "), "{ran:?}");
    assert_eq!(ran.out.lines().count(), 1, "{ran:?}");
    for arguments in [&["-"][..], &["/no/such/list.csv"], &["--jobs"], &[]] {
        let ran = fleet(&mut script, arguments, "").await?;
        assert_eq!(
            (ran.code, ran.out.lines().filter(|line| line.starts_with(['✓', '✗'])).count()),
            (Some(2), 0),
            "{ran:?}"
        );
    }
    script.ends(&[APPROACH, OUTSIDE])
}

#[tokio::test]
async fn quiet_prints_what_changed_and_nothing_else() -> Result<()> {
    let mut script = script().await?;
    let server = script.server.clone();
    let text = format!("{server},x-1\n{server},x-13\n");
    let file = list(&script, &text)?.display().to_string();
    let ran = fleet(&mut script, &[&file, "--quiet"], "").await?;
    assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 1), "{ran:?}");
    let ran = fleet(&mut script, &[&file, "--quiet"], "").await?;
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(1), "", ""), "{ran:?}");
    // A new row without a problem isn't reported.
    list(&script, &format!("{text}{server},x-2\n{server},x-14\n"))?;
    let ran = fleet(&mut script, &[&file, "--quiet", "--json"], "").await?;
    assert_eq!(rows(&ran)?.len(), 1, "{ran:?}");
    script.ends(&[APPROACH, OUTSIDE])
}

#[tokio::test]
async fn the_table_is_saved_and_can_be_read_as_a_list_again() -> Result<()> {
    let mut script = script().await?;
    let server = script.server.clone();
    let input = format!("{server},x-1\n{server},-x\n");
    let folder = script.world.folder().to_owned();
    let (csv, json) = (folder.join("out.csv"), folder.join("out.JSON"));
    for file in [&csv, &json] {
        let ran = fleet(&mut script, &["-", "--output", &file.display().to_string()], &input).await?;
        assert_eq!(ran.code, Some(1), "{ran:?}");
    }
    let rows: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(&json)?)?;
    assert_eq!(rows.len(), 2);
    let text = std::fs::read_to_string(&csv)?;
    assert!(text.contains(",'-x,"), "{text}");
    let ran = fleet(&mut script, &[&csv.display().to_string(), "--json"], "").await?;
    assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 2), "{ran:?}");
    assert!(!ran.err.contains("Line "), "{ran:?}");
    let ran = fleet(&mut script, &["-", "--output", "/no/such/folder/out.csv"], &input).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("can’t be saved there"), "{ran:?}");
    script.ends(&[APPROACH, OUTSIDE])
}

#[tokio::test]
async fn a_fault_of_the_server_is_found_in_each_of_its_rows() -> Result<()> {
    let faults = [Fault::ProxyLosesHttps].into_iter().collect();
    let mut script =
        Script::started(PracticeOptions { layout: ServerLayout::Sources(3), faults, ..PracticeOptions::default() })
            .await?;
    let server = script.server.clone();
    let ca = script.world.practice().authentik.ca_file().expect("a CA file").display().to_string();
    let list: String = (1..=3).map(|n| [&server, &format!("x-{n}"), "", &ca].join(",") + "\n").collect();
    let ran = fleet(&mut script, &["-", "--json"], &list).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let rows = rows(&ran)?;
    assert!(rows.len() == 3 && rows.iter().all(|row| row.contains("callback-loses-https")), "{rows:?}");
    script.ends(&[APPROACH, OUTSIDE, COMPARE, WRITE])
}
