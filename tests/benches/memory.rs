//! The copies of each secret in the memory of the window's two processes: `cargo xtask bench memory`.
//!
//! A person enters the token and the Client Secret, pushes, and forgets the job. At each of these points all readable
//! memory of the program and of its web view is searched, as root or a debugger could, for each secret as UTF-8 and as
//! UTF-16. The practice servers and the keyring are processes of their own. The secrets cross from this bench to the page
//! in another form, so that WebDriver's own messages aren't counted. It measures and judges nothing:
//! `memory core_during=… core_pushed=… core_forgotten=… webview_during=… webview_pushed=… webview_forgotten=…`
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]
#![expect(clippy::format_collect, reason = "a secret is short")]

use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use sourcerer_tests::display::environment;
use sourcerer_tests::kills::{Desktop, Server};
use sourcerer_tests::processes::Process;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::process::ExitCode;
use std::time::Duration;

/// Enters a secret as a person does who pastes it: into the page's own field, from hexadecimal digits.
const ENTER: &str = "
    const [hex] = arguments;
    const field = document.querySelector('input[type=password]');
    if (!field) return false;
    field.focus();
    field.value = hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true";

/// How long a page may take to draw itself or to have sent something.
const PATIENCE: Duration = Duration::from_secs(30);

const PAGE: u64 = 4096;

/// How much memory is read at a time.
const CHUNK: usize = 4 << 20;

/// The copies in the program, and in its web view.
type Copies = (usize, usize);

#[tokio::main]
async fn main() -> Result<ExitCode> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let Some(environment) = environment()? else { return Ok(ExitCode::SUCCESS) };
    let mut desktop = Desktop::open(&environment).await?;
    let token = desktop.server.practice.authentik.token().expose_secret().to_owned();
    let secret = Server::secret(0);
    let secrets = [("token", token.as_str()), ("secret", secret.as_str())];

    let view = desktop.must("job_new", json!({})).await?;
    desktop.job = view["job"]["id"].as_str().context("a job")?.to_owned();
    desktop.must("server_edit", json!({ "address": desktop.server.proxy.base(), "allowHttp": false })).await?;
    enters(&desktop, &token, |view| !view["job"]["server"]["token"].is_null()).await?;
    desktop.must("server_check", json!({})).await?;
    desktop.names().await?;
    let client_id = desktop.server.practice.register(Vec::new(), String::new()).client_id.clone();
    let id = json!({ "field": "clientId", "text": client_id, "place": "keyring" });
    desktop.must("credentials_enter", id).await?;
    desktop.must("page_open", json!({ "stage": "xapp" })).await?;
    desktop.must("xapp_show", json!({ "action": "keep" })).await?;
    enters(&desktop, &secret, |view| !view["job"]["credentials"]["secret"].is_null()).await?;
    desktop.must("push_review", json!({})).await?;
    let during = counted(&environment.program, &desktop, "entered", &secrets)?;
    desktop.must("push_apply", json!({})).await?;
    let pushed = counted(&environment.program, &desktop, "pushed", &secrets)?;
    desktop.must("job_forget", json!({ "id": desktop.job })).await?;
    let forgotten = counted(&environment.program, &desktop, "forgotten", &secrets)?;
    desktop.close().await?;
    println!(
        "memory core_during={} core_pushed={} core_forgotten={} webview_during={} webview_pushed={} webview_forgotten={}",
        during.0, pushed.0, forgotten.0, during.1, pushed.1, forgotten.1
    );
    Ok(ExitCode::SUCCESS)
}

/// Draws the page anew, since the job changed without it, and enters the secret there.
async fn enters(desktop: &Desktop<'_>, secret: &str, is_stored: impl Fn(&Value) -> bool) -> Result<()> {
    let window = desktop.window()?.patient(PATIENCE);
    window.ask("location.reload(); return true", Vec::new()).await?;
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    window
        .step("enter a secret", async || {
            let entered = window.ask(ENTER, vec![json!(hex)]).await?;
            ensure!(entered == true, "there is no field for it");
            Ok(())
        })
        .await?;
    window
        .step("store a secret", async || {
            let view = desktop.must("app_view", json!({})).await?;
            ensure!(is_stored(&view), "it isn't stored: {}", view["job"]["server"]);
            Ok(())
        })
        .await
}

/// Counts the copies of all secrets, and prints those of each.
fn counted(program: &std::path::Path, desktop: &Desktop<'_>, when: &str, secrets: &[(&str, &str)]) -> Result<Copies> {
    let core = desktop.session.running(program);
    let all = desktop.session.processes();
    let web: Vec<_> = all.into_iter().filter(|process| process.line.contains("WebKitWebProcess")).collect();
    ensure!(!core.is_empty() && !web.is_empty(), "{} and {} processes", core.len(), web.len());
    let mut sum = (0, 0);
    for (name, secret) in secrets {
        let copies = (copies(&core, secret)?, copies(&web, secret)?);
        println!("{when}: {name}: {} in the program, {} in the web view", copies.0, copies.1);
        sum = (sum.0 + copies.0, sum.1 + copies.1);
    }
    Ok(sum)
}

/// How often a text is in the readable memory of these processes.
fn copies(processes: &[Process], text: &str) -> Result<usize> {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut count = 0;
    for process in processes {
        let mut memory = File::open(format!("/proc/{}/mem", process.pid)).context("memory can be read only by root")?;
        let mut pages = File::open(format!("/proc/{}/pagemap", process.pid))?;
        for (from, to) in mappings(process.pid)? {
            for (from, to) in present(&mut pages, from, to)? {
                count += in_range(&mut memory, from, to, [text.as_bytes(), &wide]);
            }
        }
    }
    Ok(count)
}

/// The readable mappings of a process that have any memory. A web view reserves hundreds of gibibytes that have none.
fn mappings(pid: i32) -> Result<Vec<(u64, u64)>> {
    let (mut all, mut last) = (Vec::new(), None);
    for line in std::fs::read_to_string(format!("/proc/{pid}/smaps"))?.lines() {
        let mut words = line.split_ascii_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if let Some((from, to)) = first.split_once('-') {
            let range = (u64::from_str_radix(from, 16)?, u64::from_str_radix(to, 16)?);
            last = Some(range).filter(|_| second.starts_with('r'));
        } else if ["Rss:", "Swap:"].contains(&first) && second != "0" {
            all.extend(last.take());
        }
    }
    Ok(all)
}

/// The parts of a mapping whose pages are in memory, or swapped out (proc_pid_pagemap(5)).
fn present(pages: &mut File, from: u64, to: u64) -> Result<Vec<(u64, u64)>> {
    let (mut runs, mut at): (Vec<(u64, u64)>, _) = (Vec::new(), from);
    let mut entries = vec![0; 8 << 16];
    while at < to {
        let wanted = usize::try_from((to - at) / PAGE * 8)?.min(entries.len());
        pages.seek(SeekFrom::Start(at / PAGE * 8))?;
        pages.read_exact(&mut entries[..wanted])?;
        for entry in entries[..wanted].chunks_exact(8) {
            // The two highest bits.
            if entry[7] & 0xc0 != 0 {
                match runs.last_mut() {
                    Some((_, end)) if *end == at => *end += PAGE,
                    _ => runs.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    Ok(runs)
}

/// The same in one mapping. A part that can't be read, such as that of a device, has no copies.
fn in_range(memory: &mut File, from: u64, to: u64, needles: [&[u8]; 2]) -> usize {
    let longest = needles.iter().map(|needle| needle.len()).max().unwrap_or(1);
    let mut buffer = vec![0; CHUNK];
    let (mut kept, mut at, mut count) = (Vec::new(), from, 0);
    while at < to {
        let wanted = usize::try_from(to - at).unwrap_or(CHUNK).min(CHUNK);
        let read = memory.seek(SeekFrom::Start(at)).and_then(|_| memory.read(&mut buffer[..wanted]));
        let Some(read) = read.ok().filter(|read| *read > 0) else { return count };
        let before = kept.len();
        kept.extend_from_slice(&buffer[..read]);
        for needle in needles {
            // What ends within the part that was searched before was counted there.
            count += memchr::memmem::find_iter(&kept, needle).filter(|found| found + needle.len() > before).count();
        }
        kept.drain(..kept.len().saturating_sub(longest - 1));
        at += read as u64;
    }
    count
}
