use super::LoginRequest;
use crate::address::Slug;
use crate::authentik::{ApiObject, Client, ObjectKind};
use crate::diagnosis::{Diagnosed, Right, Symptom};
use crate::job::Environment;
use crate::job::model::LoginLink;
use crate::login::LoginObservation;
use serde_json::Value;
use std::collections::BTreeSet;

/// The one link that didn't exist before the login; if the events name a user, that user's link. None if there is more
/// than one, or if the token can't read it.
pub(super) async fn made(
    client: &Client,
    slug: &Slug,
    before: &BTreeSet<i64>,
    seen: Option<&LoginObservation>,
) -> Option<LoginLink> {
    let now = client.links(slug).await.ok()?;
    let of_user = |user: i64| seen.and_then(|seen| seen.pk).is_none_or(|pk| pk == user);
    let mut new = now.seen.into_iter().filter(|link| !before.contains(&link.pk) && of_user(link.user));
    let (link, None) = (new.next()?, new.next()) else { return None };
    let name = if let Some(seen) = seen {
        seen.user.clone()
    } else {
        let user = client.user(link.user).await.ok().flatten();
        user.map_or_else(|| link.user.to_string(), |user| user.username)
    };
    Some(LoginLink {
        pk: link.pk,
        user: link.user,
        name,
        identifier: link.identifier,
        created: link.created,
        removed: false,
    })
}

/// Removes a link that was shown, by its number: it is read just before, deleted, and read again.
///
/// # Errors
/// [`Symptom::ChangedMeanwhile`] if it isn't the link that was shown, [`Symptom::RightsMissing`] if it still exists
/// afterward, and any error that an API call can return.
pub async fn unlink(environment: &Environment, asked: &LoginRequest, link: &LoginLink) -> Result<LoginLink, Symptom> {
    let client = asked.client(environment)?;
    let failed = |error: crate::authentik::Error| error.symptom();
    let handle = link.pk.to_string();
    let removed = LoginLink { removed: true, ..link.clone() };
    let Some(there) = client.object(ObjectKind::Connection, &handle).await.map_err(failed)? else { return Ok(removed) };
    if !is_same(&there, link) {
        return Err(Symptom::ChangedMeanwhile { what: link.name.clone() });
    }
    client.delete(ObjectKind::Connection, &handle).await.map_err(failed)?;
    // Without the permission there is nothing to delete, and the answer doesn't say so
    // [docs/evidence/authentik.md §4.3].
    if client.object(ObjectKind::Connection, &handle).await.map_err(failed)?.is_none() {
        return Ok(removed);
    }
    let user = client.me().await.map_err(failed)?.username;
    Err(Symptom::RightsMissing { user, rights: vec![Right::DeleteConnection] })
}

fn is_same(there: &ApiObject, link: &LoginLink) -> bool {
    there.fields.get("user").and_then(Value::as_i64) == Some(link.user)
        && there.fields.get("identifier").and_then(Value::as_str) == Some(link.identifier.as_str())
}
