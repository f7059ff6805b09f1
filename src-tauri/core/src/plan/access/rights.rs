//! The permissions that the choice of who gets in needs, in addition to those of every push.

use super::choice::{AccessGate, DesiredAccess};
use crate::diagnosis::Right;

/// For a source's own flows, the policies on them, and the stage that creates users
/// [docs/evidence/authentik.md §14]. The last three are for the server's own dry run.
const FLOWS: &[Right] = &[
    Right::ViewPolicy,
    Right::AddPolicy,
    Right::ChangePolicy,
    Right::DeletePolicy,
    Right::ViewPolicyBinding,
    Right::AddPolicyBinding,
    Right::ChangePolicyBinding,
    Right::DeletePolicyBinding,
    Right::AddFlow,
    Right::ChangeFlow,
    Right::DeleteFlow,
    Right::AddBinding,
    Right::ChangeBinding,
    Right::ViewWriteStage,
    Right::AddWriteStage,
    Right::ChangeWriteStage,
    Right::DeleteWriteStage,
    Right::ViewAnyPolicy,
    Right::AddAnyPolicy,
    Right::ViewUsers,
];

/// For the waiting page.
const APPROVAL: &[Right] = &[Right::ViewDenyStage, Right::AddDenyStage, Right::ChangeDenyStage, Right::DeleteDenyStage];

/// For the group of new users.
const GROUP: &[Right] = &[Right::ViewGroup, Right::AddGroup];

impl DesiredAccess {
    /// The permissions that this choice needs in addition to those of every push.
    pub fn rights(&self) -> Vec<Right> {
        let mut rights = Vec::new();
        if self.gate != AccessGate::Open || self.group.is_some() {
            rights.extend_from_slice(FLOWS);
        }
        if self.gate == AccessGate::Approval {
            rights.extend_from_slice(APPROVAL);
        }
        if self.group.is_some() {
            rights.extend_from_slice(GROUP);
        }
        rights
    }
}
