use sourcerer_core::vault::VaultWait;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::ipc::Channel;

/// What the page is told between two commands. `ui/src/App.svelte` knows the same numbers.
#[derive(Clone, Copy)]
pub(crate) enum PageEvent {
    /// The view has changed.
    ViewChanged = 0,
    /// A command waits for the keyring, which a person may have to unlock.
    KeyringWaits = 1,
    /// No command waits for the keyring any more.
    KeyringAnswered = 2,
    /// A report was opened from outside, and its page is to be shown.
    ReportOpened = 3,
}

/// The channel to the page, once the page has opened it.
#[derive(Default)]
pub(crate) struct PageChannel(Mutex<PageState>);

#[derive(Default)]
struct PageState {
    channel: Option<Channel<u32>>,
    /// How many commands wait for the keyring.
    waiting: usize,
    /// Whether a report was opened that no page was told of: the program was started with it.
    report: bool,
}

impl PageChannel {
    /// Takes the page's channel. A page that was loaded anew is told what the one before it knew.
    pub(crate) fn open(&self, channel: Channel<u32>) {
        let mut state = self.state();
        state.channel = Some(channel);
        if state.waiting > 0 {
            state.send(PageEvent::KeyringWaits);
        }
        if std::mem::take(&mut state.report) {
            state.send(PageEvent::ReportOpened);
        }
    }

    pub(crate) fn send(&self, event: PageEvent) {
        let mut state = self.state();
        if matches!(event, PageEvent::ReportOpened) && state.channel.is_none() {
            state.report = true;
        }
        state.send(event);
    }

    /// Tells the page that the keyring is slow, until the last call that waits for it has ended.
    pub(crate) fn follow_keyring(&self, wait: VaultWait) {
        let mut state = self.state();
        match wait {
            VaultWait::Begins => {
                state.waiting += 1;
                state.send(PageEvent::KeyringWaits);
            }
            VaultWait::Ends => {
                state.waiting = state.waiting.saturating_sub(1);
                if state.waiting == 0 {
                    state.send(PageEvent::KeyringAnswered);
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, PageState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PageState {
    fn send(&self, event: PageEvent) {
        if let Some(channel) = &self.channel {
            // If the page is gone, it reads the view when it comes back.
            let _ = channel.send(event as u32);
        }
    }
}
