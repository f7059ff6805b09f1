//! Drift: what was changed on the server since this machine wrote it, field by field.

use crate::checks::Finding;
use crate::diagnosis::Symptom;
use crate::i18n::msg;

/// A field whose current value differs from the one that this machine wrote, both as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDrift {
    /// The field, as the API names it.
    pub field: String,
    /// The value that was written.
    pub was: String,
    /// The value that the server has now.
    pub now: String,
}

/// One finding for each field that has changed, or one that says that none has. `None` means that this machine has
/// written nothing and has no job for the source, so there is nothing to compare with.
pub fn check_drift(known: Option<&[FieldDrift]>) -> Vec<Finding> {
    match known {
        None => vec![Finding::skipped("drift", msg::checks_name_drift(), msg::checks_skipped_drift())],
        Some([]) => vec![Finding::passed("drift", msg::checks_drift(), msg::checks_drift_detail())],
        Some(all) => all.iter().map(one).collect(),
    }
}

fn one(drifted: &FieldDrift) -> Finding {
    let FieldDrift { field, was, now } = drifted.clone();
    let id = format!("drift-{field}");
    Finding::found(&id, Symptom::SettingDrifted { field, was, now })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckOutcome;

    #[test]
    fn each_field_is_told_by_itself_and_silence_is_no_yes() {
        let field = |name: &str| FieldDrift { field: name.to_owned(), was: "a".to_owned(), now: "b".to_owned() };
        let all = [field("user_matching_mode"), field("enabled")];
        let found = check_drift(Some(&all));
        let ids: Vec<_> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["drift-user_matching_mode", "drift-enabled"]);
        assert!(found.iter().all(|one| one.outcome == CheckOutcome::Found));
        assert_eq!(check_drift(Some(&[]))[0].outcome, CheckOutcome::Passed);
        assert_eq!(check_drift(None)[0].outcome, CheckOutcome::Skipped);
    }
}
