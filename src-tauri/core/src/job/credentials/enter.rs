//! What becomes of a paste: which field it is for, where it is kept, and what is set aside because it looks wrong.

use super::super::{Desk, Draft, Kept, Place, Session};
use super::{KeptSecret, key};
use crate::credentials::{ClientSecret, Field, Kind, Pasted, Recognised, Verdict, recognise};
use crate::diagnosis::Symptom;
use crate::words::said;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// What was pasted and not taken, by the field it was pasted into. It is in memory only, so that it can be taken after
/// all, or put where it belongs, without crossing to the page and back.
#[derive(Clone, Debug, Default)]
pub struct Aside {
    /// Of the Client ID's field.
    pub(super) id: Option<SecretString>,
    /// Of the Client Secret's field.
    pub(super) secret: Option<SecretString>,
}

impl Aside {
    fn of(&self, field: Field) -> Option<&SecretString> {
        match field {
            Field::ClientId => self.id.as_ref(),
            Field::ClientSecret => self.secret.as_ref(),
        }
    }

    /// What was pasted into this field and belongs in the other one.
    pub(super) fn misplaced(&self, field: Field) -> Option<&SecretString> {
        self.of(field).filter(|text| {
            let kind = recognise(text.expose_secret(), field).recognised.kind;
            kind.is_wanted() && kind.field() != field
        })
    }
}

/// What came of a paste, to be merged into the draft. A field that it doesn't concern is left as it is.
#[derive(Clone, Debug)]
pub struct Entered {
    id: Option<EnteredId>,
    secret: Option<EnteredSecret>,
    refused: Option<Symptom>,
}

#[derive(Clone, Debug)]
struct EnteredId {
    recognised: Recognised,
    taken: Option<String>,
    aside: Option<SecretString>,
}

#[derive(Clone, Debug)]
struct EnteredSecret {
    recognised: Recognised,
    kept: Option<KeptSecret>,
    aside: Option<SecretString>,
}

/// Whether to take a value that looks like something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Insist {
    /// Take only what may be right.
    No,
    /// The admin knows better.
    Yes,
}

/// Takes what was pasted into one of the two fields. A Client Secret is put away at once; a whole pair fills both.
/// What looks wrong is set aside, unless it is insisted on.
pub async fn enter(
    desk: &Desk,
    draft: &Draft,
    field: Field,
    text: &SecretString,
    place: Place,
    insist: Insist,
) -> Entered {
    let pasted = recognise(text.expose_secret(), field);
    let Some(pair) = pasted.pair() else {
        return match field {
            Field::ClientId => both(desk, draft, Some((pasted, text.clone())), None, place, insist).await,
            Field::ClientSecret => both(desk, draft, None, Some((pasted, text.clone())), place, insist).await,
        };
    };
    let removed = pasted.recognised.removed.clone();
    let part = |text: &str, own: Field, split: fn() -> _| {
        let mut part = recognise(text, own);
        if own == field {
            part.recognised.removed.clone_from(&removed);
            part.recognised.removed.push(split());
        }
        (part, SecretString::from(text))
    };
    let id = part(pair.id.as_str(), Field::ClientId, said::credentials_said_split_id);
    let secret = part(pair.secret.expose_secret(), Field::ClientSecret, said::credentials_said_split_secret);
    both(desk, draft, Some(id), Some(secret), place, insist).await
}

/// Takes what was set aside in this field, whatever it looks like; or once more, where the keyring refused it.
pub async fn use_anyway(desk: &Desk, draft: &Draft, aside: &Aside, field: Field, place: Place) -> Option<Entered> {
    Some(enter(desk, draft, field, aside.of(field)?, place, Insist::Yes).await)
}

/// Puts what was pasted into the wrong field where it belongs: one value, or both if they were swapped.
pub async fn put_right(desk: &Desk, draft: &Draft, aside: &Aside, place: Place) -> Entered {
    let for_secret = aside.misplaced(Field::ClientId);
    let for_id = aside.misplaced(Field::ClientSecret);
    let read = |text: &SecretString, field| (recognise(text.expose_secret(), field), text.clone());
    let nothing = |field| (recognise("", field), SecretString::default());
    let id = match (for_id, for_secret) {
        (Some(text), _) => Some(read(text, Field::ClientId)),
        (None, Some(_)) => Some(nothing(Field::ClientId)),
        (None, None) => None,
    };
    let secret = match (for_secret, for_id) {
        (Some(text), _) => Some(read(text, Field::ClientSecret)),
        (None, Some(_)) => Some(nothing(Field::ClientSecret)),
        (None, None) => None,
    };
    both(desk, draft, id, secret, place, Insist::No).await
}

async fn both(
    desk: &Desk,
    draft: &Draft,
    id: Option<(Pasted, SecretString)>,
    secret: Option<(Pasted, SecretString)>,
    place: Place,
    insist: Insist,
) -> Entered {
    let is_taken = |recognised: &Recognised| {
        recognised.kind.is_one_value() && (recognised.verdict != Verdict::Wrong || insist == Insist::Yes)
    };
    let id = id.map(|(pasted, text)| {
        let taken = pasted.client_id().filter(|_| is_taken(&pasted.recognised));
        let aside = (taken.is_none() && pasted.recognised.kind != Kind::Empty).then_some(text);
        EnteredId { recognised: pasted.recognised, taken: taken.map(|id| id.as_str().to_owned()), aside }
    });
    let mut refused = None;
    let secret = match secret {
        Some((pasted, text)) => {
            let kept = match pasted.client_secret().filter(|_| is_taken(&pasted.recognised)) {
                Some(secret) => keep(desk, draft, secret, place).await.map_err(|symptom| refused = Some(symptom)).ok(),
                None => None,
            };
            let aside = (kept.is_none() && pasted.recognised.kind != Kind::Empty).then_some(text);
            Some(EnteredSecret { recognised: pasted.recognised, kept, aside })
        }
        None => None,
    };
    Entered { id, secret, refused }
}

async fn keep(desk: &Desk, draft: &Draft, secret: ClientSecret, place: Place) -> Result<KeptSecret, Symptom> {
    let (url, slug, key) = key(draft).ok_or(Symptom::SecretNeeded)?;
    let secret = secret.into_secret();
    let place = desk.place(place);
    let kept = Kept::new(desk, &secret, place, url.as_str());
    let recognised = Some(recognise(secret.expose_secret(), Field::ClientSecret).recognised);
    desk.put(key, secret, place).await?;
    Ok(KeptSecret { kept, slug, recognised })
}

/// Merges a paste into the session. A Client ID's field that now holds something else holds no Client ID; a kept
/// secret stays until another one is kept.
pub fn entered(session: &mut Session, entered: Entered) {
    let Entered { id, secret, refused } = entered;
    session.keyring = refused;
    if let Some(EnteredId { recognised, taken, aside }) = id {
        session.id_recognised = Some(recognised);
        session.aside.id = aside;
        session.edit_only(|draft| draft.credentials.client_id = taken);
    }
    if let Some(EnteredSecret { recognised, kept, aside }) = secret {
        session.secret_recognised = Some(recognised);
        session.aside.secret = aside;
        if kept.is_some() {
            session.edit_only(|draft| draft.credentials.secret = kept);
        }
    }
}
