//! Polling for events elsewhere, with a timeout.

use anyhow::Result;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a program may take to start or to end on a busy machine.
pub(crate) const START: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(30);

/// Repeats the attempt until it succeeds. Returns the last error if it doesn't within `patience`.
pub(crate) async fn until<T>(patience: Duration, mut attempt: impl AsyncFnMut() -> Result<T>) -> Result<T> {
    let end = Instant::now() + patience;
    loop {
        match attempt().await {
            Ok(done) => return Ok(done),
            Err(error) if Instant::now() >= end => return Err(error),
            Err(_) => sleep(PAUSE).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::ensure;

    #[tokio::test]
    async fn it_tries_until_it_works_and_then_no_more() -> Result<()> {
        let mut attempts = 0;
        let attempt = async || {
            attempts += 1;
            ensure!(attempts == 3, "attempt {attempts}");
            Ok(attempts)
        };
        assert_eq!(until(START, attempt).await?, 3);
        Ok(())
    }

    #[tokio::test]
    async fn without_patience_the_first_failure_stands() {
        let attempt = async || -> Result<()> { anyhow::bail!("not yet") };
        assert_eq!(until(Duration::ZERO, attempt).await.map_err(|error| error.to_string()), Err("not yet".to_owned()));
    }
}
