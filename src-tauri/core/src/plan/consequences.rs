//! What a plan means for people who sign in, and what no undo can restore.

use super::change::{Consequence, RiskLevel};
use super::local_history::{LocalHistory, SecretState};
use super::{AccessGate, ChangeGroup, Desired};
use crate::authentik::{Matching, Source};
use crate::i18n::msg;

/// The consequences of a plan, the worst first. `comes_back` says whether an undo can put back a secret that is replaced.
pub(super) fn consequences(
    desired: &Desired,
    there: Option<&Source>,
    past: &LocalHistory,
    comes_back: bool,
) -> Vec<Consequence> {
    let mut all = who(desired);
    let by_address = matches!(desired.matching, Matching::EmailLink | Matching::EmailDeny);
    let unbound = there.is_none_or(|source| source.user_property_mappings.is_empty());
    if by_address && unbound && desired.choices.is_left_out(ChangeGroup::Email) {
        all.push(Consequence::new(RiskLevel::Risk, msg::choices_who_email_left_out()));
    }
    if !desired.enabled {
        all.push(Consequence::new(RiskLevel::Risk, msg::choices_disabled()));
    }
    match (there, &past.secret) {
        (Some(_), SecretState::Different { .. } | SecretState::Unknown { .. }) if comes_back => {}
        (Some(_), SecretState::Different { .. } | SecretState::Unknown { .. }) => {
            all.push(Consequence::new(RiskLevel::Note, msg::choices_secret_final()));
        }
        (Some(_), SecretState::Absent) => {
            all.push(Consequence::new(RiskLevel::Note, msg::plan_note_secret_kept()));
        }
        (Some(_), SecretState::Same) => {}
        (None, _) => all.push(Consequence::new(RiskLevel::Note, msg::choices_undo_deletes())),
    }
    all.sort_by_key(|consequence| std::cmp::Reverse(consequence.weight));
    all
}

/// Who can sign in, and as which user [docs/evidence/authentik.md §2.2].
fn who(desired: &Desired) -> Vec<Consequence> {
    let anyone = || Consequence::new(RiskLevel::Note, msg::choices_who_anyone());
    let mut all = match desired.matching {
        Matching::Identifier => vec![anyone()],
        Matching::UsernameLink => {
            vec![Consequence::new(RiskLevel::Danger, msg::choices_who_username_link()), anyone()]
        }
        Matching::UsernameDeny => vec![Consequence::new(RiskLevel::Note, msg::choices_who_username_deny())],
        Matching::EmailLink => vec![
            Consequence::new(RiskLevel::Risk, msg::choices_who_no_email()),
            Consequence::new(RiskLevel::Danger, msg::choices_who_email_link()),
        ],
        Matching::EmailDeny => vec![
            Consequence::new(RiskLevel::Risk, msg::choices_who_no_email()),
            Consequence::new(RiskLevel::Note, msg::choices_who_email_deny()),
        ],
    };
    if let Some(access) = desired.access.as_ref().filter(|access| access.gate != AccessGate::Open) {
        all.retain(|consequence| consequence.weight != RiskLevel::Note);
        all.push(Consequence::new(
            RiskLevel::Note,
            match access.gate {
                AccessGate::Listed => msg::choices_who_listed(access.accounts.len()),
                AccessGate::Approval if access.accounts.is_empty() => msg::choices_who_approved(),
                AccessGate::Approval | AccessGate::Open => msg::choices_who_approved_or_listed(access.accounts.len()),
            },
        ));
    }
    if !desired.enrolment {
        all.retain(|consequence| consequence.weight != RiskLevel::Note);
        all.push(Consequence::new(RiskLevel::Note, msg::choices_who_linked()));
    }
    all
}
