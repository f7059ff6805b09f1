//! Merges a rotation into the session.

use super::{OldSecretCleanup, RotationFailure, RotationResult, SecretReview};
use crate::job::{Environment, Session};

impl Session {
    /// Merges the result of a push. If it succeeded, the jobs and the source check use the new secret from now on.
    pub fn merge_rotation(
        &mut self,
        environment: &Environment,
        run: u32,
        looked: &SecretReview,
        outcome: Result<(RotationResult, OldSecretCleanup), RotationFailure>,
    ) {
        let (rotated, replaced) = match outcome {
            Ok(both) => both,
            Err(stopped) => {
                if let Some(rotation) = self.rotation_mut(run) {
                    rotation.stopped(stopped);
                }
                return;
            }
        };
        self.edit(environment, |job| replaced.merge_into(job));
        if let Some((url, slug)) = looked.job.server.url().zip(looked.job.names.slug()) {
            self.support.renew_secret(environment, &url, &slug, looked.secret.clone().into_secret());
        }
        if let Some(rotation) = self.rotation_mut(run) {
            rotation.rotated(rotated, replaced);
        }
    }
}
