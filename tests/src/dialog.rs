//! The system's own dialogs, which WebDriver can't control: they are found on the display, and receive key presses.

use crate::patience::{START, until};
use anyhow::{Context as _, Result, ensure};
use std::path::Path;
use std::time::Duration;
use tokio::time::sleep;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
    MapState, Window as Id,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Keysyms (X Window System Protocol, appendix A). The keysyms of printable ASCII are the characters' own numbers.
const RETURN: u32 = 0xff0d;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// The pause between two keys: GTK looks a path up while it is typed.
const PAUSE: Duration = Duration::from_millis(15);
/// The pause after the last key of a path: GTK shows its completion a moment later.
const COMPLETED: Duration = Duration::from_millis(150);
/// How long a dialog may take to close after it has accepted a path.
const CLOSED: Duration = Duration::from_secs(1);

/// Chooses a file by typing its path. The file dialog is open already or about to open.
///
/// # Errors
/// If no dialog opens, or it doesn't close with this file.
pub async fn choose_file(file: &Path) -> Result<()> {
    answer("Open File", file).await
}

/// Saves to a file by typing its path over the suggested name. The file dialog is open already or about to open.
///
/// # Errors
/// If no dialog opens, or it doesn't close with this file.
pub async fn save_file(file: &Path) -> Result<()> {
    answer("Save File", file).await?;
    until(START, async || {
        ensure!(file.exists(), "the file isn't there");
        Ok(())
    })
    .await
}

async fn answer(title: &str, file: &Path) -> Result<()> {
    let display = Display::open()?;
    let dialog = until(START, async || display.window_of(title)?.context("no dialog opens")).await?;
    // There is no window manager that would set the focus.
    until(START, async || display.focus(dialog)).await?;
    let path = file.display().to_string();
    until(START, async || {
        if display.window_of(title)?.is_some() {
            display.focus(dialog)?;
            // This replaces what a dialog that wasn't ready yet has received of the path.
            display.strike_with(CONTROL, u32::from('a'))?;
            for c in path.chars() {
                display.strike(u32::from(c))?;
                sleep(PAUSE).await;
            }
            // The path is complete before Return is pressed, whatever GTK offers to complete.
            sleep(COMPLETED).await;
            display.strike(RETURN)?;
        }
        // A dialog that wasn't ready for the whole path stays open, and the path is typed again.
        until(CLOSED, async || {
            ensure!(display.window_of(title)?.is_none(), "the dialog stays open");
            Ok(())
        })
        .await
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

    /// The visible window with this title.
    fn window_of(&self, title: &str) -> Result<Option<Id>> {
        let mut open = vec![self.root];
        while let Some(window) = open.pop() {
            // A window may disappear while it is examined.
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

    /// Presses and releases the key for this keysym, with Shift if the keysym needs it.
    fn strike(&self, wanted: u32) -> Result<()> {
        let (_, shifted) = self.key_of(wanted).with_context(|| format!("no key writes {wanted:#x}"))?;
        if shifted { self.strike_with(SHIFT, wanted) } else { self.press(&[wanted]) }
    }

    /// Presses and releases the key for this keysym while another key is held.
    fn strike_with(&self, held: u32, wanted: u32) -> Result<()> {
        self.press(&[held, wanted])
    }

    /// Presses these keys one after the other, and releases them in reverse order.
    fn press(&self, keys: &[u32]) -> Result<()> {
        let fake = |kind, key| self.connection.xtest_fake_input(kind, key, 0, self.root, 0, 0, 0);
        let mut codes = Vec::new();
        for key in keys {
            codes.push(self.key_of(*key).with_context(|| format!("no key writes {key:#x}"))?.0);
        }
        for code in &codes {
            fake(KEY_PRESS_EVENT, *code)?;
        }
        for code in codes.iter().rev() {
            fake(KEY_RELEASE_EVENT, *code)?;
        }
        self.connection.sync()?;
        Ok(())
    }

    /// The key's code, and whether it needs Shift.
    fn key_of(&self, wanted: u32) -> Option<(u8, bool)> {
        self.keys.chunks(self.per_key).zip(self.first..).find_map(|(syms, code)| {
            let at = syms.iter().take(2).position(|sym| *sym == wanted)?;
            Some((code, at == 1))
        })
    }
}

/// Asks the window of one of these processes to close, as a desktop does when a person closes it (ICCCM 4.2.8.1).
///
/// # Errors
/// If none of them has a window that can be asked.
pub async fn ask_to_close(pids: &[i32]) -> Result<()> {
    let display = Display::open()?;
    until(START, async || display.ask_to_close(pids)).await
}

impl Display {
    fn ask_to_close(&self, pids: &[i32]) -> Result<()> {
        let atom = |name: &str| anyhow::Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom);
        let (pid, protocols, delete) = (atom("_NET_WM_PID")?, atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
        let numbers = |window: Id, property: u32| -> Result<Vec<u32>> {
            let found = self.connection.get_property(false, window, property, AtomEnum::ANY, 0, 64)?.reply()?;
            Ok(found.value32().map(Iterator::collect).unwrap_or_default())
        };
        let mut open = vec![self.root];
        while let Some(window) = open.pop() {
            // A window may disappear while it is examined.
            let Ok(tree) = self.connection.query_tree(window)?.reply() else { continue };
            open.extend(tree.children);
            let Ok(owner) = numbers(window, pid) else { continue };
            let seen = self.connection.get_window_attributes(window)?.reply();
            let is_shown = seen.is_ok_and(|seen| seen.map_state == MapState::VIEWABLE);
            let is_own = owner.iter().any(|owner| pids.iter().any(|pid| u32::try_from(*pid) == Ok(*owner)));
            if is_own && is_shown && numbers(window, protocols).is_ok_and(|all| all.contains(&delete)) {
                let event = ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
                self.connection.send_event(false, window, EventMask::NO_EVENT, event)?.check()?;
                return Ok(());
            }
        }
        anyhow::bail!("no window of {pids:?} can be asked to close")
    }
}
