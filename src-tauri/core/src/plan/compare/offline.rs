//! Computes the target state for a server that wasn't read.

use super::target::target_state;
use crate::authentik::{FlowRow, ProductMapping, SourceType};
use crate::plan::actual::{AUTHENTICATION, ENROLMENT, LOGIN_STAGE};
use crate::plan::target_state::{TargetLoginPage, TargetState};
use crate::plan::{Actual, ChangeGroup, Desired, RelatedObjects};

/// The target state for a server that can't be read. Its flows and its login page are assumed to be those of a fresh
/// server.
pub fn offline_target_state(desired: &Desired) -> TargetState {
    let flow = |slug: &str| FlowRow {
        pk: slug.to_owned(),
        slug: slug.to_owned(),
        name: String::new(),
        designation: String::new(),
    };
    let chosen = [&desired.choices.authentication_flow, &desired.choices.enrolment_flow];
    let named = chosen.into_iter().flatten().map(String::as_str).chain([AUTHENTICATION, ENROLMENT]);
    let actual = Actual {
        server: String::new(),
        host: String::new(),
        x_type: SourceType::USUAL.to_owned(),
        sources: Vec::new(),
        slug_owner: None,
        flows: named.map(flow).collect(),
        logins: Vec::new(),
        logins_hidden: false,
        front: None,
        source_options: None,
        beside: RelatedObjects::default(),
        secrets: None,
    };
    // Other login pages are chosen by their keys, which mean nothing without the server.
    let shows = !desired.choices.is_left_out(ChangeGroup::LoginPage)
        && desired.choices.login_pages.as_ref().is_none_or(|chosen| !chosen.is_empty());
    let page = shows.then(|| TargetLoginPage { stage: LOGIN_STAGE.to_owned(), others: None });
    let embed_untold = desired.embed.is_some() && !desired.choices.is_left_out(ChangeGroup::SourceStage);
    // Without reading the server, any of the product's own mappings may be bound to the source.
    let let_go = ProductMapping::ALL.into_iter().filter(|mapping| !desired.mappings.contains(mapping));
    let let_go = let_go.map(|mapping| mapping.name(&desired.slug)).collect();
    TargetState {
        read: false,
        let_go,
        login_pages: page.into_iter().collect(),
        embed_untold,
        ..target_state(desired, &actual)
    }
}
