//! The window and the terminal, killed at random moments of a push, an undo and a rotation: `cargo xtask bench kills`.
//!
//! `SOURCERER_CLI` is the path of the terminal's program; the window needs what its tests need. `SOURCERER_SEED` repeats
//! the moments of an earlier run.
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]

use anyhow::{Context as _, Result};
use sourcerer_tests::display::environment;
use sourcerer_tests::kills::{Moments, WindowKills, terminal_kills, window_kills};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// How often the terminal is killed in each of the three.
const TERMINAL: usize = 16;

/// How often the window is killed.
const WINDOW: WindowKills = WindowKills { pushes: 16, rotations: 16 };

#[tokio::main]
async fn main() -> Result<ExitCode> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let seed = match std::env::var("SOURCERER_SEED") {
        Ok(seed) => seed.parse().context("SOURCERER_SEED is a number")?,
        Err(_) => fastrand::u64(..),
    };
    println!("SOURCERER_SEED={seed}");
    let program = std::env::var_os("SOURCERER_CLI").context("SOURCERER_CLI names the terminal's program")?;
    let program = PathBuf::from(program).canonicalize()?;
    let mut moments = Moments::new(seed);
    let began = Instant::now();
    let mut tally = terminal_kills(&program, TERMINAL, &mut moments).await?;
    println!("terminal: {} kills in {} s", tally.kills, began.elapsed().as_secs());
    if let Some(environment) = environment()? {
        let window = Box::pin(window_kills(&environment, WINDOW, &mut moments)).await?;
        println!("window: {} kills", window.kills);
        tally = tally.and(window);
    }
    for (what, lines) in [("lost", &tally.lost), ("twin", &tally.twins), ("stuck", &tally.stuck)] {
        for line in lines {
            println!("{what}: {line}");
        }
    }
    let (during, between) = (tally.during, tally.between);
    println!(
        "{during} kills came at work, {between} left the server between two states, in {} s",
        began.elapsed().as_secs()
    );
    println!("{tally}");
    Ok(if tally.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
