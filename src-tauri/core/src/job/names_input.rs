//! Takes what was typed in stage 2, apart from secrets.

use super::access::AccessInput;
use super::model::NamesInput;
use super::plain_field::PlainField;
use super::{Environment, Job, Session, misplaced};

/// Which of the typed texts are secrets, which no field takes.
pub async fn find_misplaced(
    environment: &Environment,
    job: &Job,
    entered: &NamesInput,
    access: Option<&AccessInput>,
) -> Vec<PlainField> {
    let (mut entered, mut before) = (entered.clone(), job.names.typed.clone());
    // Only what changed is looked at: a long text that was taken earlier would otherwise make each edit read the keyring.
    let changed = plain_fields(&mut entered).into_iter().zip(plain_fields(&mut before));
    let changed = changed.filter(|((_, text), (_, before))| text != before);
    let mut changed: Vec<_> = changed.map(|((field, text), _)| (field, text.as_str())).collect();
    let group = access.map(|access| access.group.as_str());
    changed.extend(
        group.filter(|group| job.names.access.group.as_deref() != Some(group)).map(|group| (PlainField::Group, group)),
    );
    misplaced::find(environment, job, &changed).await
}

/// Takes what was typed, apart from secrets.
pub fn merge_input(
    session: &mut Session,
    mut entered: NamesInput,
    access: Option<AccessInput>,
    misplaced: Vec<PlainField>,
) {
    session.edit_only(|job| {
        let before = plain_fields(&mut job.names.typed);
        for ((field, text), (_, before)) in plain_fields(&mut entered).into_iter().zip(before) {
            if misplaced.contains(&field) {
                text.clone_from(before);
            }
        }
        job.names.typed = entered;
        if let Some(mut access) = access {
            if misplaced.contains(&PlainField::Group) {
                access.group = job.names.access.group.clone().unwrap_or_default();
            }
            access.merge(&mut job.names);
        }
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
