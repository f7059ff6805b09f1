//! The moment of a kill.

use std::time::Duration;

/// Random moments that a seed repeats, as far as the machine does.
#[derive(Debug)]
pub struct Moments(fastrand::Rng);

impl Moments {
    /// The moments of this seed.
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A moment of something that takes about so long, seldom after its end.
    pub(super) fn of(&mut self, whole: Duration) -> Duration {
        whole.mul_f64(self.0.f64() * 1.05)
    }
}
