//! Takes what was typed in stage 2, apart from secrets.

use super::model::NamesInput;
use super::plain_field::PlainField;
use super::{Environment, Job, Session, misplaced};

/// Which of the typed texts are secrets, which no field takes.
pub async fn find_misplaced(environment: &Environment, job: &Job, entered: &NamesInput) -> Vec<PlainField> {
    let (mut entered, mut before) = (entered.clone(), job.names.typed.clone());
    // Only what changed is looked at: a long text that was taken earlier would otherwise make each edit read the keyring.
    let changed = plain_fields(&mut entered).into_iter().zip(plain_fields(&mut before));
    let changed = changed.filter(|((_, text), (_, before))| text != before);
    let changed: Vec<_> = changed.map(|((field, text), _)| (field, text.as_str())).collect();
    misplaced::find(environment, job, &changed).await
}

/// Takes what was typed, apart from secrets.
pub fn merge_input(session: &mut Session, mut entered: NamesInput, misplaced: Vec<PlainField>) {
    session.edit_only(|job| {
        let before = plain_fields(&mut job.names.typed);
        for ((field, text), (_, before)) in plain_fields(&mut entered).into_iter().zip(before) {
            if misplaced.contains(&field) {
                text.clone_from(before);
            }
        }
        job.names.typed = entered;
    });
    session.misplaced = misplaced;
}

/// The texts among the fields.
fn plain_fields(entered: &mut NamesInput) -> [(PlainField, &mut String); 5] {
    [
        (PlainField::Name, &mut entered.name),
        (PlainField::Slug, &mut entered.slug),
        (PlainField::Scopes, &mut entered.scopes),
        (PlainField::Terms, &mut entered.terms),
        (PlainField::Privacy, &mut entered.privacy),
    ]
}
