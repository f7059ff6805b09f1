//! The system's own dialogs, which no WebDriver reaches: found on the display, and typed into as a person does.

use crate::patience::{START, until};
use anyhow::{Context as _, Result, ensure};
use std::path::Path;
use std::time::Duration;
use tokio::time::sleep;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState, Window as Id,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Keysyms (X Window System Protocol, appendix A); those of printable ASCII are the characters' own numbers.
const RETURN: u32 = 0xff0d;
const SHIFT: u32 = 0xffe1;

/// Between two keys: GTK looks a path up while it is typed.
const PAUSE: Duration = Duration::from_millis(15);

/// Chooses a file in the file dialog that is open or about to open, by typing its path.
///
/// # Errors
/// If no dialog opens, or it doesn't close with this file.
pub async fn choose_file(file: &Path) -> Result<()> {
    let display = Display::open()?;
    let dialog = until(START, async || display.window_of("Open File")?.context("no dialog opens")).await?;
    // There is no window manager that would do it.
    until(START, async || display.focus(dialog)).await?;
    for c in file.display().to_string().chars() {
        display.strike(u32::from(c))?;
        sleep(PAUSE).await;
    }
    // The path stands there before it is taken, whatever GTK offers to complete.
    sleep(Duration::from_millis(500)).await;
    until(START, async || {
        if display.window_of("Open File")?.is_some() {
            display.strike(RETURN)?;
            sleep(Duration::from_millis(300)).await;
        }
        ensure!(display.window_of("Open File")?.is_none(), "the dialog stays open");
        Ok(())
    })
    .await
}

struct Display {
    connection: RustConnection,
    root: Id,
    first: u8,
    per_key: usize,
    keys: Vec<u32>,
}

impl Display {
    fn open() -> Result<Self> {
        let (connection, screen) = RustConnection::connect(None)?;
        let setup = connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let root = setup.roots[screen].root;
        let mapping = connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let per_key = usize::from(mapping.keysyms_per_keycode);
        Ok(Self { connection, root, first, per_key, keys: mapping.keysyms })
    }

    /// The visible window of this title.
    fn window_of(&self, title: &str) -> Result<Option<Id>> {
        let mut open = vec![self.root];
        while let Some(window) = open.pop() {
            // A window may go away while it is looked at.
            let Ok(tree) = self.connection.query_tree(window)?.reply() else { continue };
            open.extend(tree.children);
            let name = self.connection.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?.reply();
            let seen = self.connection.get_window_attributes(window)?.reply();
            let (Ok(name), Ok(seen)) = (name, seen) else { continue };
            if name.value == title.as_bytes() && seen.map_state == MapState::VIEWABLE {
                return Ok(Some(window));
            }
        }
        Ok(None)
    }

    fn focus(&self, window: Id) -> Result<()> {
        self.connection.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
        Ok(())
    }

    /// Presses the key that writes this, with Shift where it takes that, and lets it go.
    fn strike(&self, wanted: u32) -> Result<()> {
        let (key, shifted) = self.key_of(wanted).with_context(|| format!("no key writes {wanted:#x}"))?;
        let (shift, _) = self.key_of(SHIFT).context("no Shift")?;
        let press = |kind, key| self.connection.xtest_fake_input(kind, key, 0, self.root, 0, 0, 0);
        if shifted {
            press(KEY_PRESS_EVENT, shift)?;
        }
        press(KEY_PRESS_EVENT, key)?;
        press(KEY_RELEASE_EVENT, key)?;
        if shifted {
            press(KEY_RELEASE_EVENT, shift)?;
        }
        self.connection.sync()?;
        Ok(())
    }

    /// The key's code, and whether Shift belongs to it.
    fn key_of(&self, wanted: u32) -> Option<(u8, bool)> {
        self.keys.chunks(self.per_key).zip(self.first..).find_map(|(syms, code)| {
            let at = syms.iter().take(2).position(|sym| *sym == wanted)?;
            Some((code, at == 1))
        })
    }
}
