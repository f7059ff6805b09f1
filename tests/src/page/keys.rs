//! The steps that use the keyboard.

use super::Page;
use anyhow::{Result, ensure};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};

/// A key without a character, by its code in WebDriver (WebDriver, 17.4.2 Keyboard actions).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Moves to the next element.
    Tab,
    /// Presses the element that has the focus.
    Enter,
    /// Closes the open dialog or list.
    Escape,
    /// The space bar.
    Space,
    /// Moves up by one, or to the choice before.
    Up,
    /// Moves down by one, or to the next choice.
    Down,
    /// Moves to the left by one.
    Left,
    /// Moves to the right by one.
    Right,
    /// Moves to the first.
    Home,
    /// Moves to the last.
    End,
    /// Deletes the selection.
    Delete,
    /// Is held while another key is pressed.
    Shift,
    /// Is held while another key is pressed.
    Control,
    /// Is held while another key is pressed.
    Alt,
}

impl Key {
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Escape => '\u{E00C}',
            Self::Space => ' ',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::Delete => '\u{E017}',
            Self::Shift => '\u{E008}',
            Self::Control => '\u{E009}',
            Self::Alt => '\u{E00A}',
        }
    }
}

impl Page {
    /// Presses and releases a key.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.strike(&[key.code()]).await
    }

    /// Presses and releases a key while `held` is down: Ctrl+A, Shift+Tab.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn chord(&self, held: Key, pressed: impl Into<Struck>) -> Result<()> {
        self.strike(&[held.code(), pressed.into().0]).await
    }

    /// Types into the element that has the focus.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn write(&self, text: &str) -> Result<()> {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = strokes.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.call(self.client().perform_actions(actions)).await
    }

    /// The role and name of the element that has the focus, such as `button “Continue”`. The role is `none` if it has
    /// no role.
    ///
    /// # Errors
    /// If the page can't be read.
    pub async fn focused(&self) -> Result<String> {
        let focused = self.ask_with_axe(FOCUSED, &[]).await?;
        Ok(focused.as_str().map(str::to_owned).unwrap_or_default())
    }

    /// Waits until the element with this role and name has the focus.
    ///
    /// # Errors
    /// If it never has.
    pub async fn find_focus(&self, role: &str, name: &str) -> Result<()> {
        let wanted = format!("{role} “{name}”");
        self.step(&format!("find the focus on the {wanted}"), async || {
            let focused = self.focused().await?;
            ensure!(focused == wanted, "it is on {focused}");
            Ok(())
        })
        .await
    }

    /// Presses Tab until the element with this role and name has the focus, as a person without a mouse does.
    ///
    /// # Errors
    /// If the focus returns to where it was without having reached the element.
    pub async fn tab_to(&self, role: &str, name: &str) -> Result<()> {
        let wanted = format!("{role} “{name}”");
        let mut passed = Vec::new();
        // No page has this many stops. Without the limit, a page that keeps the focus would run forever.
        for _ in 0..200 {
            self.key(Key::Tab).await?;
            let focused = self.focused().await?;
            if focused == wanted {
                return Ok(());
            }
            passed.push(focused);
        }
        passed.dedup();
        passed.truncate(60);
        anyhow::bail!("Tab never comes to {wanted}; it passes {passed:?}")
    }

    async fn strike(&self, keys: &[char]) -> Result<()> {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.call(self.client().perform_actions(actions)).await
    }
}

/// The last key of a chord.
#[derive(Clone, Copy, Debug)]
pub struct Struck(char);

impl From<char> for Struck {
    fn from(character: char) -> Self {
        Self(character)
    }
}

impl From<Key> for Struck {
    fn from(key: Key) -> Self {
        Self(key.code())
    }
}

const FOCUSED: &str = "
if (typeof window.axe !== 'object') return 'no axe-core';
const element = document.activeElement;
if (element === null || element === document.body) return 'nothing';
axe.setup(document.documentElement);
try {
  const password = element instanceof HTMLInputElement && element.type === 'password';
  const role = password ? 'textbox' : (axe.commons.aria.getRole(element) ?? 'none');
  const name = axe.commons.text.accessibleText(element).replace(/\\s+/g, ' ').trim();
  return `${role} “${name}”`;
} finally {
  axe.teardown();
}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_writes_nothing_has_a_code_of_its_own() {
        use Key::{Alt, Control, Delete, Down, Enter, Escape, Left, Right, Shift, Tab, Up};
        let mut codes: Vec<_> =
            [Tab, Enter, Escape, Up, Down, Left, Right, Delete, Shift, Control, Alt].map(Key::code).to_vec();
        assert!(codes.iter().all(|code| ('\u{E000}'..='\u{E05D}').contains(code)));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 11);
    }
}
