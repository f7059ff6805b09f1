//! The window is killed at random moments of a push, an undo and a rotation, with a fixed seed. `cargo xtask bench kills`
//! does the same more often and with new seeds.

use anyhow::Result;
use sourcerer_tests::display::environment;
use sourcerer_tests::kills::{Moments, WindowKills, window_kills};

const SEED: u64 = 15;

#[tokio::test]
async fn killed_at_any_moment_the_window_opens_on_the_right_page_and_nothing_is_lost_or_there_twice() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let kills = WindowKills { pushes: 3, rotations: 3 };
    let tally = Box::pin(window_kills(&environment, kills, &mut Moments::new(SEED))).await?;
    assert!(tally.is_clean(), "{tally:#?}");
    assert_eq!(tally.kills, 9);
    assert!(tally.during >= 3, "too few kills came at work: {tally:?}");
    Ok(())
}
