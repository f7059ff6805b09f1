use super::{Durability, Error, Key, Vault};
use secrecy::SecretString;
use std::fmt;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a call of a [`BoundedVault`] waits.
#[derive(Clone, Copy, Debug)]
pub struct VaultTimeouts {
    /// For the vault to be opened, and for any answer of a vault that owes one already.
    pub open: Duration,
    /// For an answer, in which a person may have to unlock the vault.
    pub answer: Duration,
    /// Until somebody is told that the vault is slow.
    pub notice: Duration,
}

impl Default for VaultTimeouts {
    fn default() -> Self {
        Self { open: Duration::from_secs(5), answer: Duration::from_secs(30), notice: Duration::from_secs(2) }
    }
}

/// A vault that answers in bounded time, around one that may never answer.
///
/// The system's keyring is another program: it may be stopped, hang, or wait for a person who isn't there. So it is opened
/// and called on a thread of its own, which nobody waits for when the program starts or ends. A call that isn't answered
/// in time ends with [`Error::Silent`], and is dropped unless the vault is already at it. If the vault answers again
/// later, so do further calls.
pub struct BoundedVault {
    calls: Mutex<Sender<Call>>,
    state: Arc<State>,
    timeouts: VaultTimeouts,
    notify: Box<dyn Fn(VaultWait) + Send + Sync>,
}

/// What somebody is told about a call that waits for longer than a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultWait {
    /// It waits, perhaps for a person who has to unlock the vault.
    Begins,
    /// It has ended, with an answer or without.
    Ends,
}

/// A call about which somebody was told that it waits. They are told of its end too, whatever that is.
struct SlowCall<'v>(&'v BoundedVault);

impl Drop for SlowCall<'_> {
    fn drop(&mut self) {
        (self.0.notify)(VaultWait::Ends);
    }
}

type Work = Box<dyn FnOnce(Result<&dyn Vault, Error>) + Send>;

struct Call {
    work: Work,
    progress: Arc<AtomicU8>,
}

/// How far a call is: wanted, given up by its caller, or done by the vault.
const WANTED: u8 = 0;
const GIVEN_UP: u8 = 1;
const DONE: u8 = 2;

#[derive(Default)]
struct State {
    is_open: Mutex<bool>,
    opened: Condvar,
    /// How many calls were given up that the vault hasn't come to the end of.
    owed: AtomicUsize,
}

impl BoundedVault {
    /// Opens a vault without waiting for it. `notify` hears of each call that waits for longer than a moment, and of
    /// its end.
    pub fn new<V: Vault + 'static>(
        open: impl FnOnce() -> Result<V, Error> + Send + 'static,
        timeouts: VaultTimeouts,
        notify: impl Fn(VaultWait) + Send + Sync + 'static,
    ) -> Self {
        let (calls, queue) = mpsc::channel();
        let state = Arc::new(State::default());
        let own = Arc::clone(&state);
        // Without a thread the vault is never open, and every call says so.
        let _ = std::thread::Builder::new().name("vault".to_owned()).spawn(move || serve(&open(), &queue, &own));
        Self { calls: Mutex::new(calls), state, timeouts, notify: Box::new(notify) }
    }

    fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Vault) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let begun = Instant::now();
        // What is told of ends with this call.
        let mut slow = None;
        self.wait_until_open(&mut slow)?;
        let (answer, receiver) = mpsc::sync_channel(1);
        let progress = Arc::new(AtomicU8::new(WANTED));
        let work: Work = Box::new(move |vault| {
            // Nobody listens any more if the call was given up.
            let _ = answer.send(vault.and_then(work));
        });
        let owes = self.state.owed.load(Ordering::SeqCst) > 0;
        lock(&self.calls).send(Call { work, progress: Arc::clone(&progress) }).map_err(|_| Error::Silent)?;
        let deadline = begun + if owes { self.timeouts.open } else { self.timeouts.answer };
        let until = |end: Instant| receiver.recv_timeout(end.saturating_duration_since(Instant::now()));
        let mut answer = if slow.is_none() && !owes {
            until(deadline.min(begun + self.timeouts.notice))
        } else {
            Err(RecvTimeoutError::Timeout)
        };
        let is_silent = matches!(answer, Err(RecvTimeoutError::Timeout));
        let _told = (slow.is_none() && !owes && is_silent).then(|| self.tell());
        if matches!(answer, Err(RecvTimeoutError::Timeout)) {
            answer = until(deadline);
        }
        answer.unwrap_or_else(|_| {
            self.state.owed.fetch_add(1, Ordering::SeqCst);
            if progress.compare_exchange(WANTED, GIVEN_UP, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                return Err(Error::Silent);
            }
            // It was done at the last moment.
            self.state.owed.fetch_sub(1, Ordering::SeqCst);
            receiver.try_recv().unwrap_or(Err(Error::Silent))
        })
    }

    fn tell(&self) -> SlowCall<'_> {
        (self.notify)(VaultWait::Begins);
        SlowCall(self)
    }

    fn wait_until_open<'v>(&'v self, slow: &mut Option<SlowCall<'v>>) -> Result<(), Error> {
        let wait = |is_open: MutexGuard<'_, bool>, most: Duration| {
            let waited = self.state.opened.wait_timeout_while(is_open, most, |is_open| !*is_open);
            *waited.unwrap_or_else(PoisonError::into_inner).0
        };
        let most = self.timeouts.open;
        let before = most.min(self.timeouts.notice);
        if wait(lock(&self.state.is_open), before) {
            return Ok(());
        }
        *slow = Some(self.tell());
        if wait(lock(&self.state.is_open), most.saturating_sub(before)) { Ok(()) } else { Err(Error::Silent) }
    }
}

/// Opens the vault, then does the calls one after the other. It ends with the last sender.
fn serve<V: Vault>(opened: &Result<V, Error>, queue: &Receiver<Call>, state: &State) {
    *lock(&state.is_open) = true;
    state.opened.notify_all();
    for Call { work, progress } in queue {
        if progress.load(Ordering::SeqCst) == WANTED {
            work(opened.as_ref().map(|vault| vault as &dyn Vault).map_err(|error| *error));
        }
        if progress.swap(DONE, Ordering::SeqCst) == GIVEN_UP {
            state.owed.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for BoundedVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoundedVault").field("timeouts", &self.timeouts).finish_non_exhaustive()
    }
}

impl Vault for BoundedVault {
    fn get(&self, key: &Key) -> Result<Option<SecretString>, Error> {
        let key = key.clone();
        self.call(move |vault| vault.get(&key))
    }

    fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error> {
        let (key, secret) = (key.clone(), secret.clone());
        self.call(move |vault| vault.put(&key, &secret))
    }

    fn delete(&self, key: &Key) -> Result<bool, Error> {
        let key = key.clone();
        self.call(move |vault| vault.delete(&key))
    }

    fn keeps(&self) -> Durability {
        Durability::InKeyring
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::InMemory;

    /// Bounds that a test can wait for.
    const SHORT: VaultTimeouts = VaultTimeouts {
        open: Duration::from_millis(300),
        answer: Duration::from_millis(600),
        notice: Duration::from_millis(100),
    };

    /// A vault whose calls wait for a gate.
    struct Gated(InMemory, Arc<Mutex<()>>);

    impl Vault for Gated {
        fn get(&self, key: &Key) -> Result<Option<SecretString>, Error> {
            drop(lock(&self.1));
            self.0.get(key)
        }

        fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error> {
            drop(lock(&self.1));
            self.0.put(key, secret)
        }

        fn delete(&self, key: &Key) -> Result<bool, Error> {
            drop(lock(&self.1));
            self.0.delete(key)
        }

        fn keeps(&self) -> Durability {
            Durability::InKeyring
        }
    }

    /// Counts what somebody was told: the beginnings, which are even as long as each has ended.
    fn counter() -> (Arc<AtomicUsize>, impl Fn(VaultWait) + Send + Sync + 'static) {
        let count = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&count);
        (count, move |wait| {
            let is_even = own.fetch_add(1, Ordering::SeqCst).is_multiple_of(2);
            assert_eq!(is_even, wait == VaultWait::Begins, "one after the other");
        })
    }

    #[test]
    fn a_vault_that_answers_is_as_without_bounds() {
        let (told, notify) = counter();
        let vault = BoundedVault::new(|| Ok(InMemory::default()), VaultTimeouts::default(), notify);
        let key = Key::for_trial();
        assert!(vault.get(&key).expect("a vault").is_none());
        vault.put(&key, &"x".into()).expect("a vault");
        assert!(vault.get(&key).expect("a vault").is_some());
        assert!(vault.delete(&key).expect("a vault"));
        let missing = BoundedVault::new(|| Err::<InMemory, _>(Error::Missing), VaultTimeouts::default(), |_| ());
        assert_eq!(missing.delete(&key), Err(Error::Missing));
        assert_eq!(told.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn a_vault_that_never_opens_is_silent_in_bounded_time_and_told_meanwhile() {
        let gate = Arc::new(Mutex::new(()));
        let (told, notify) = counter();
        let shut = lock(&gate);
        let own = Arc::clone(&gate);
        let vault = BoundedVault::new(
            move || {
                drop(lock(&own));
                Ok(InMemory::default())
            },
            SHORT,
            notify,
        );
        assert_eq!(vault.delete(&Key::for_trial()), Err(Error::Silent));
        assert_eq!(told.load(Ordering::SeqCst), 2, "that it waits, and that it does no more");
        drop(shut);
        // It comes back: so do the calls.
        let until = Instant::now() + Duration::from_secs(20);
        while vault.delete(&Key::for_trial()) != Ok(false) {
            assert!(Instant::now() < until, "it never answers again");
        }
    }

    #[test]
    fn a_call_that_is_given_up_isnt_made_later() {
        let gate = Arc::new(Mutex::new(()));
        let own = Arc::clone(&gate);
        let (told, notify) = counter();
        let vault = BoundedVault::new(move || Ok(Gated(InMemory::default(), own)), SHORT, notify);
        let key = Key::for_trial();
        // On a busy machine even an open vault may be silent for a moment.
        let until = Instant::now() + Duration::from_secs(20);
        while !vault.get(&key).is_ok_and(|found| found.is_none()) {
            assert!(Instant::now() < until, "it never opens");
        }
        let before = told.load(Ordering::SeqCst);
        let shut = lock(&gate);
        // The vault is at this one, and it may come about later.
        assert_eq!(vault.delete(&key), Err(Error::Silent));
        assert_eq!(told.load(Ordering::SeqCst), before + 2);
        assert_eq!(vault.put(&key, &"x".into()), Err(Error::Silent));
        drop(shut);
        let until = Instant::now() + Duration::from_secs(20);
        let found = loop {
            match vault.get(&key) {
                Ok(found) => break found,
                Err(error) => assert!(Instant::now() < until, "{error}"),
            }
        };
        assert!(found.is_none(), "nothing was written after it was given up");
    }
}
