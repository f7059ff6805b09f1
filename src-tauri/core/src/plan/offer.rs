//! The choices that the review page offers, with the current value of each.

use super::choices::{self, ExistingSource, GROUP_MATCHING, SourceUse, USER_PATH, path_refused};
use super::compare::left_out_says;
use super::source_stage::SourceStageContext;
use super::{Actual, ChangeGroup, Desired, LoginPageState, access};
use crate::address::Slug;
use crate::authentik::{FlowRow, ProductMapping, Source};
use crate::i18n::{Message, msg};
use serde::Serialize;

/// Everything that can be chosen about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanOffer {
    /// The sources for X that exist; `None` if nothing needs to be decided about them.
    pub existing: Option<PlanExisting>,
    /// The authentication flow, for people who already have a user.
    pub authentication_flow: PlanOptions,
    /// The enrollment flow, for new people; `None` if new people get no user.
    pub enrolment_flow: Option<PlanOptions>,
    /// The path in the user directory where new users are put.
    pub user_path: PlanPath,
    /// How authentik matches groups (`group_matching_mode`).
    pub group_matching: PlanOptions,
    /// Whether the source is enabled.
    pub enabled: bool,
    /// The stages that can show the button; the login page of the host that was asked comes first.
    pub login_pages: Vec<PlanLoginPage>,
    /// The groups of changes that can be left out.
    pub groups: Vec<PlanGroupOffer>,
}

/// A choice of one option among several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanOptions {
    /// The options to choose from.
    pub options: Vec<PlanOption>,
    /// The value of the current option; `None` if it isn't available.
    pub current: Option<String>,
    /// Why the current option isn't available, or why nothing can be chosen.
    pub says: Option<Message>,
    /// Whether the choice is disabled.
    pub greyed: bool,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanOption {
    /// The value that is sent when the option is chosen.
    pub value: String,
    /// The option's name for people.
    pub label: Message,
}

/// The path in the user directory where new users are put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanPath {
    /// The current path.
    pub value: String,
    /// Why the path can't be used, if it can't.
    pub refused: Option<Message>,
}

/// A stage that can show the button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanLoginPage {
    /// The stage's uuid.
    pub stage: String,
    /// The stage's name.
    pub name: String,
    /// Which brands have this login page, and which flow the stage is in.
    pub says: Message,
    /// Whether the stage should show the button.
    pub picked: bool,
    /// Why that can't be chosen, if it can't.
    pub greyed: Option<Message>,
}

/// A group of changes that can be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanGroupOffer {
    /// The group.
    pub group: ChangeGroup,
    /// Whether it is left out.
    pub left_out: bool,
    /// What the group does.
    pub label: Message,
    /// What it means to leave the group out.
    pub says: Message,
}

/// What can be done about sources for X that exist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanExisting {
    /// The existing sources that can be changed.
    pub change: Vec<PlanCandidate>,
    /// The option to create another source.
    pub another: PlanCandidate,
    /// The admin's decision, if it still applies.
    pub current: Option<ExistingSource>,
}

/// One of the sources that the job can use: an existing one, or a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanCandidate {
    /// The slug that the source has, or would have.
    pub slug: String,
    /// What would be done with it.
    pub label: Message,
    /// Why it may be the source that the admin means, and what the choice leads to.
    pub says: Vec<Message>,
}

/// Builds the offer for a plan. `asks` says whether the admin has to decide about existing sources.
pub(super) fn offer(desired: &Desired, actual: &Actual, asks: bool) -> PlanOffer {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let there = there.filter(|source| source.provider_type == actual.x_type);
    let decided =
        desired.choices.changes(desired.slug.as_str()) || desired.choices.allows_another(desired.slug.as_str());
    PlanOffer {
        existing: (asks || decided).then(|| existing(desired, actual)),
        authentication_flow: flows(SourceUse::Authentication, desired, actual, there),
        enrolment_flow: desired.enrolment.then(|| flows(SourceUse::Enrolment, desired, actual, there)),
        user_path: user_path(desired, there),
        group_matching: groups_matched(desired, actual, there),
        enabled: desired.enabled,
        login_pages: login_pages(desired, actual, there),
        groups: groups(desired, actual),
    }
}

fn flows(for_what: SourceUse, desired: &Desired, actual: &Actual, there: Option<&Source>) -> PlanOptions {
    let current = for_what.flow(&desired.choices, actual, there);
    let is_own = |flow: &FlowRow| access::is_own_flow(&desired.slug, &flow.slug);
    let fits = |flow: &&FlowRow| {
        !is_own(flow) && flow.designation == for_what.designation()
            || current.as_ref().is_ok_and(|current| current.pk == flow.pk)
    };
    let option = |flow: &FlowRow| PlanOption {
        value: flow.slug.clone(),
        label: match flow {
            _ if flow.slug == for_what.default() => msg::choices_flow_default(&flow.name, &flow.slug),
            _ if flow.designation == for_what.designation() => msg::choices_flow(&flow.name, &flow.slug),
            _ => msg::choices_flow_other_kind(&flow.name, &flow.slug),
        },
    };
    let mut options: Vec<_> = actual.flows.iter().filter(fits).map(option).collect();
    options.sort_by_key(|option| option.value != for_what.default());
    PlanOptions {
        options,
        says: current.as_ref().err().map(msg::choices_flow_missing),
        current: current.ok().map(|flow| flow.slug.clone()),
        greyed: false,
    }
}

fn user_path(desired: &Desired, there: Option<&Source>) -> PlanPath {
    let kept = there.and_then(|source| source.user_path_template.clone());
    let value = desired.choices.user_path.clone().or(kept).unwrap_or_else(|| USER_PATH.to_owned());
    PlanPath { refused: desired.choices.user_path.as_deref().and_then(path_refused), value }
}

/// Offers the modes only if the server knows them. A server knows the field if one of its sources shows it; a server
/// without a source can't tell.
fn groups_matched(desired: &Desired, actual: &Actual, there: Option<&Source>) -> PlanOptions {
    let known = actual.sources.iter().any(|source| source.group_matching_mode.is_some());
    let option = |mode: &&str| PlanOption { value: (*mode).to_owned(), label: choices::group_matching(mode) };
    let kept = there.and_then(|source| source.group_matching_mode.clone());
    let current = desired.choices.group_matching.clone().or(kept);
    PlanOptions {
        options: GROUP_MATCHING.iter().map(option).collect(),
        current: Some(current.unwrap_or_else(|| GROUP_MATCHING[0].to_owned())),
        says: (!known).then(msg::choices_group_unknown),
        greyed: !known,
    }
}

fn login_pages(desired: &Desired, actual: &Actual, there: Option<&Source>) -> Vec<PlanLoginPage> {
    let picked = desired.choices.logins(actual);
    let page = |login: &LoginPageState| {
        let shown = there.is_some_and(|source| login.page.stage.sources.contains(&source.pk));
        PlanLoginPage {
            stage: login.page.stage.pk.clone(),
            name: login.page.stage.name.clone(),
            says: whose(login, actual),
            picked: shown || picked.iter().any(|one| one.page.stage.pk == login.page.stage.pk),
            greyed: shown.then(msg::choices_page_there),
        }
    };
    let mut pages: Vec<_> = actual.logins.iter().map(|login| (!login.asked, page(login))).collect();
    pages.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    pages.into_iter().map(|(_, page)| page).collect()
}

fn whose(login: &LoginPageState, actual: &Actual) -> Message {
    let flows: Vec<_> = login.page.stage.flow_set.iter().map(|flow| flow.slug.as_str()).collect();
    let flows = flows.join(", ");
    match login.brands.as_slice() {
        _ if login.asked => msg::choices_page_asked(flows, &actual.host),
        [] if flows.is_empty() => msg::choices_page_unbound(),
        [] => msg::choices_page_flow_only(flows),
        [brand] => msg::choices_page_brand(brand, flows),
        brands => msg::choices_page_brands(brands.join(", "), flows),
    }
}

/// The groups of this plan that can be left out, which are all but the source.
fn groups(desired: &Desired, actual: &Actual) -> Vec<PlanGroupOffer> {
    let offer =
        |group, label, says| PlanGroupOffer { group, left_out: desired.choices.is_left_out(group), label, says };
    let mapping = |mapping: &ProductMapping| {
        let label = match mapping {
            ProductMapping::Email => msg::choices_group_email(),
            ProductMapping::Internal => msg::choices_group_new_users(),
            ProductMapping::UserName => msg::choices_group_user_names(),
        };
        offer(ChangeGroup::from_mapping(*mapping), label, left_out_says(*mapping))
    };
    let stage = || {
        let says = msg::choices_left_out_source_stage_says();
        offer(ChangeGroup::SourceStage, msg::choices_group_source_stage(), says)
    };
    let links = || offer(ChangeGroup::Links, msg::choices_group_links(), msg::choices_left_out_links_says());
    let page = || {
        let login = format!("{}/source/oauth/login/{}/", actual.server, desired.slug);
        let says = msg::choices_left_out_login_page_says(login);
        offer(ChangeGroup::LoginPage, msg::choices_group_login_page(), says)
    };
    let is_embedded =
        desired.embed.is_some() && actual.beside.embedding.as_ref().is_some_and(SourceStageContext::is_licensed);
    let beside = [
        is_embedded.then(stage),
        (!desired.links.is_empty()).then(links),
        (!actual.logins.is_empty() || actual.logins_hidden).then(page),
    ];
    desired.mappings.iter().map(mapping).chain(beside.into_iter().flatten()).collect()
}

/// The sources on the server that sign people in with X.
pub(super) fn of_x(actual: &Actual) -> impl Iterator<Item = &Source> {
    actual.sources.iter().filter(|source| source.provider_type == actual.x_type)
}

fn existing(desired: &Desired, actual: &Actual) -> PlanExisting {
    let slug = desired.slug.as_str();
    let callback = |slug: &str| format!("{}/source/oauth/callback/{slug}/", actual.server);
    let made = desired.choices.allows_another(slug);
    let free = if made { slug.to_owned() } else { free_slug(&desired.slug, actual) };
    let change = |source: &Source| {
        let same = [
            (source.slug == slug).then(msg::choices_existing_slug),
            (source.consumer_key == desired.client_id.as_str()).then(msg::choices_existing_client_id),
            (source.name == desired.name).then(msg::choices_existing_name),
        ];
        let mut says: Vec<_> = same.into_iter().flatten().collect();
        if says.is_empty() {
            says.push(msg::choices_existing_type());
        }
        says.push(msg::choices_existing_change_says(callback(&source.slug)));
        PlanCandidate {
            slug: source.slug.clone(),
            label: msg::choices_existing_change(&source.name, &source.slug),
            says,
        }
    };
    // A source whose slug this program can't parse can't be changed by a plan.
    let readable = |source: &&Source| Slug::parse(&source.slug).is_ok();
    PlanExisting {
        change: of_x(actual).filter(readable).map(change).collect(),
        another: PlanCandidate {
            label: msg::choices_existing_another(&free),
            says: vec![msg::choices_existing_another_says(callback(&free))],
            slug: free,
        },
        current: desired.choices.existing.clone().filter(|_| made || desired.choices.changes(slug)),
    }
}

/// The slug with the lowest number appended that no source on the server uses, short enough for every release.
fn free_slug(slug: &Slug, actual: &Actual) -> String {
    let others = actual.slug_owner.iter().map(|owner| owner.slug.as_str());
    let slugs: Vec<_> = actual.sources.iter().map(|source| source.slug.as_str()).chain(others).collect();
    let taken = |wanted: &str| slugs.iter().any(|slug| slug.eq_ignore_ascii_case(wanted));
    let slug = slug.as_str();
    if !taken(slug) {
        return slug.to_owned();
    }
    // The loop tries more numbers than there are sources, so one of them is free.
    (2..=slugs.len() + 2)
        .map(|number| {
            let end = format!("-{number}");
            let kept = Slug::LONGEST.saturating_sub(end.len()).min(slug.len());
            format!("{}{end}", &slug[..kept])
        })
        .find(|wanted| !taken(wanted))
        .unwrap_or_else(|| slug.to_owned())
}
