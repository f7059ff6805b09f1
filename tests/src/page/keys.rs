//! The keyboard.

use super::Page;
use anyhow::{Result, ensure};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};

/// A key that writes nothing, by the code that WebDriver gives it (WebDriver, 17.4.2 Keyboard actions).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next element.
    Tab,
    /// Presses what has the focus.
    Enter,
    /// Closes what is open.
    Escape,
    /// The space bar.
    Space,
    /// One up, or the choice before.
    Up,
    /// One down, or the next choice.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// Deletes what is selected.
    Delete,
    /// Held while another is pressed.
    Shift,
    /// Held while another is pressed.
    Control,
    /// Held while another is pressed.
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
    /// Presses a key, and lets it go.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.strike(&[key.code()]).await
    }

    /// Presses a character's key while `held` is down: Ctrl+A, Shift+Tab.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn chord(&self, held: Key, pressed: impl Into<Struck>) -> Result<()> {
        self.strike(&[held.code(), pressed.into().0]).await
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// If the keyboard can't be reached.
    pub async fn write(&self, text: &str) -> Result<()> {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = strokes.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.call(self.client().perform_actions(actions)).await
    }

    /// What has the focus: its role and name, such as `button “Continue”`; the role `none` where it has no role.
    ///
    /// # Errors
    /// If the page can't be asked.
    pub async fn focused(&self) -> Result<String> {
        let focused = self.ask_with_axe(FOCUSED, &[]).await?;
        Ok(focused.as_str().map(str::to_owned).unwrap_or_default())
    }

    /// Waits until what has this role and name has the focus.
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

    /// Presses Tab until what has this role and name has the focus, as one does who has no mouse.
    ///
    /// # Errors
    /// If the focus comes round without having been there.
    pub async fn tab_to(&self, role: &str, name: &str) -> Result<()> {
        let wanted = format!("{role} “{name}”");
        let mut passed = Vec::new();
        // No page has more stops than this; one that keeps the focus would be walked for ever.
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

/// What a chord presses last.
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
