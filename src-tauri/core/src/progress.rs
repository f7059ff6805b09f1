//! How something that runs reports its progress to whoever waits for it.

/// The callback that hears progress. It is called from the task that runs, so it must return quickly.
pub type Observer<'o, T> = &'o mut (dyn FnMut(T) + Send);
