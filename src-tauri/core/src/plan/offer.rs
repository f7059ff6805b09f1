//! What the review page offers to be chosen, and what holds now.

use super::choices::{Existing, GROUP_MATCHING, USER_PATH, Use, path_refused};
use super::compare::left_out_says;
use super::embed::Embedding;
use super::{Actual, Desired, Group, Login};
use crate::address::Slug;
use crate::authentik::{FlowRow, Mapping, Source};
use crate::words::{Message, said};
use serde::Serialize;

/// Everything that can be chosen of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanOffer"))]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The sources that are there; none where nothing needs to be decided about them.
    pub existing: Option<ExistingOffer>,
    /// The flow of people who are known.
    pub authentication_flow: Options,
    /// The flow of new people; none where new people get no user.
    pub enrolment_flow: Option<Options>,
    /// Where new users are put.
    pub user_path: PathOffer,
    /// How groups are matched.
    pub group_matching: Options,
    /// Whether the source is on.
    pub enabled: bool,
    /// The stages that can show the button, the login page that was asked first.
    pub login_pages: Vec<LoginOffer>,
    /// What can be left out.
    pub groups: Vec<GroupOffer>,
}

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanOptions"))]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// What can be taken.
    pub options: Vec<OptionOffer>,
    /// Which one holds; none where it isn't there.
    pub current: Option<String>,
    /// Why it isn't there, or why nothing can be chosen.
    pub says: Option<Message>,
    /// Whether nothing can be chosen.
    pub greyed: bool,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanOption"))]
#[serde(rename_all = "camelCase")]
pub struct OptionOffer {
    /// What is sent when it is taken.
    pub value: String,
    /// What it is called.
    pub label: Message,
}

/// Where new users are put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanPath"))]
#[serde(rename_all = "camelCase")]
pub struct PathOffer {
    /// The path as it stands.
    pub value: String,
    /// Why it can't be used.
    pub refused: Option<Message>,
}

/// A stage that can show the button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanLoginPage"))]
#[serde(rename_all = "camelCase")]
pub struct LoginOffer {
    /// The stage's uuid.
    pub stage: String,
    /// The stage's name.
    pub name: String,
    /// Whose login page it is, and in which flow.
    pub says: Message,
    /// Whether it is to show the button.
    pub picked: bool,
    /// Why that can't be chosen here.
    pub greyed: Option<Message>,
}

/// A part that can be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanGroupOffer"))]
#[serde(rename_all = "camelCase")]
pub struct GroupOffer {
    /// Which.
    pub group: Group,
    /// Whether it is left out.
    pub left_out: bool,
    /// What it does.
    pub label: Message,
    /// What follows from leaving it out.
    pub says: Message,
}

/// What can become of sources that are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanExisting"))]
#[serde(rename_all = "camelCase")]
pub struct ExistingOffer {
    /// Those that can be changed.
    pub change: Vec<Candidate>,
    /// Making another.
    pub another: Candidate,
    /// What was decided, if it still holds.
    pub current: Option<Existing>,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PlanCandidate"))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The slug that the source has, or would have.
    pub slug: String,
    /// What is done.
    pub label: Message,
    /// What speaks for its being the same one, and what follows.
    pub says: Vec<Message>,
}

/// What is offered for a plan of these; `asks` where something must be decided about sources that are there.
pub(super) fn offer(desired: &Desired, actual: &Actual, asks: bool) -> Offer {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let there = there.filter(|source| source.provider_type == actual.x_type);
    let decided =
        desired.choices.changes(desired.slug.as_str()) || desired.choices.makes_another(desired.slug.as_str());
    Offer {
        existing: (asks || decided).then(|| existing(desired, actual)),
        authentication_flow: flows(Use::Authentication, desired, actual, there),
        enrolment_flow: desired.enrolment.then(|| flows(Use::Enrolment, desired, actual, there)),
        user_path: user_path(desired, there),
        group_matching: groups_matched(desired, actual, there),
        enabled: desired.enabled,
        login_pages: login_pages(desired, actual, there),
        groups: groups(desired, actual),
    }
}

fn flows(for_what: Use, desired: &Desired, actual: &Actual, there: Option<&Source>) -> Options {
    let current = for_what.flow(&desired.choices, actual, there);
    let fits = |flow: &&FlowRow| {
        flow.designation == for_what.designation() || current.as_ref().is_ok_and(|current| current.pk == flow.pk)
    };
    let option = |flow: &FlowRow| OptionOffer {
        value: flow.slug.clone(),
        label: match flow {
            _ if flow.slug == for_what.default() => said::choices_flow_default(&flow.name, &flow.slug),
            _ if flow.designation == for_what.designation() => said::choices_flow(&flow.name, &flow.slug),
            _ => said::choices_flow_other_kind(&flow.name, &flow.slug),
        },
    };
    let mut options: Vec<_> = actual.flows.iter().filter(fits).map(option).collect();
    options.sort_by_key(|option| option.value != for_what.default());
    Options {
        options,
        says: current.as_ref().err().map(said::choices_flow_missing),
        current: current.ok().map(|flow| flow.slug.clone()),
        greyed: false,
    }
}

fn user_path(desired: &Desired, there: Option<&Source>) -> PathOffer {
    let kept = there.and_then(|source| source.user_path_template.clone());
    let value = desired.choices.user_path.clone().or(kept).unwrap_or_else(|| USER_PATH.to_owned());
    PathOffer { refused: desired.choices.user_path.as_deref().and_then(path_refused), value }
}

/// What a `group_matching_mode` means.
pub(super) fn group_matching(mode: &str) -> Message {
    match mode {
        "name_link" => said::choices_group_name_link(),
        "name_deny" => said::choices_group_name_deny(),
        _ => said::choices_group_identifier(),
    }
}

/// A server that shows the field in a source knows it; one without any source shows nothing.
fn groups_matched(desired: &Desired, actual: &Actual, there: Option<&Source>) -> Options {
    let known = actual.sources.iter().any(|source| source.group_matching_mode.is_some());
    let option = |mode: &&str| OptionOffer { value: (*mode).to_owned(), label: group_matching(mode) };
    let kept = there.and_then(|source| source.group_matching_mode.clone());
    let current = desired.choices.group_matching.clone().or(kept);
    Options {
        options: GROUP_MATCHING.iter().map(option).collect(),
        current: Some(current.unwrap_or_else(|| GROUP_MATCHING[0].to_owned())),
        says: (!known).then(said::choices_group_unknown),
        greyed: !known,
    }
}

fn login_pages(desired: &Desired, actual: &Actual, there: Option<&Source>) -> Vec<LoginOffer> {
    let picked = desired.choices.logins(actual);
    let page = |login: &Login| {
        let shown = there.is_some_and(|source| login.page.stage.sources.contains(&source.pk));
        LoginOffer {
            stage: login.page.stage.pk.clone(),
            name: login.page.stage.name.clone(),
            says: whose(login, actual),
            picked: shown || picked.iter().any(|one| one.page.stage.pk == login.page.stage.pk),
            greyed: shown.then(said::choices_page_there),
        }
    };
    let mut pages: Vec<_> = actual.logins.iter().map(|login| (!login.asked, page(login))).collect();
    pages.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    pages.into_iter().map(|(_, page)| page).collect()
}

fn whose(login: &Login, actual: &Actual) -> Message {
    let flows: Vec<_> = login.page.stage.flow_set.iter().map(|flow| flow.slug.as_str()).collect();
    let flows = flows.join(", ");
    match login.brands.as_slice() {
        _ if login.asked => said::choices_page_asked(flows, &actual.host),
        [] if flows.is_empty() => said::choices_page_unbound(),
        [] => said::choices_page_flow_only(flows),
        [brand] => said::choices_page_brand(brand, flows),
        brands => said::choices_page_brands(brands.join(", "), flows),
    }
}

/// What of this plan can be left out: everything but the source.
fn groups(desired: &Desired, actual: &Actual) -> Vec<GroupOffer> {
    let offer = |group, label, says| GroupOffer { group, left_out: desired.choices.leaves_out(group), label, says };
    let mapping = |mapping: &Mapping| {
        let label = match mapping {
            Mapping::Email => said::choices_group_email(),
            Mapping::Internal => said::choices_group_new_users(),
            Mapping::UserName => said::choices_group_user_names(),
        };
        offer(Group::of(*mapping), label, left_out_says(*mapping))
    };
    let stage = || {
        let says = said::choices_left_out_source_stage_says();
        offer(Group::SourceStage, said::choices_group_source_stage(), says)
    };
    let links = || offer(Group::Links, said::choices_group_links(), said::choices_left_out_links_says());
    let page = || {
        let login = format!("{}/source/oauth/login/{}/", actual.server, desired.slug);
        let says = said::choices_left_out_login_page_says(login);
        offer(Group::LoginPage, said::choices_group_login_page(), says)
    };
    let is_embedded = desired.embed.is_some() && actual.beside.embedding.as_ref().is_some_and(Embedding::is_licensed);
    let beside =
        [is_embedded.then(stage), (!desired.links.is_empty()).then(links), (!actual.logins.is_empty()).then(page)];
    desired.mappings.iter().map(mapping).chain(beside.into_iter().flatten()).collect()
}

/// The sources that sign in with X.
pub(super) fn of_x(actual: &Actual) -> impl Iterator<Item = &Source> {
    actual.sources.iter().filter(|source| source.provider_type == actual.x_type)
}

fn existing(desired: &Desired, actual: &Actual) -> ExistingOffer {
    let slug = desired.slug.as_str();
    let callback = |slug: &str| format!("{}/source/oauth/callback/{slug}/", actual.server);
    let made = desired.choices.makes_another(slug);
    let free = if made { slug.to_owned() } else { free_slug(&desired.slug, actual) };
    let change = |source: &Source| {
        let same = [
            (source.slug == slug).then(said::choices_existing_slug),
            (source.consumer_key == desired.client_id.as_str()).then(said::choices_existing_client_id),
            (source.name == desired.name).then(said::choices_existing_name),
        ];
        let mut says: Vec<_> = same.into_iter().flatten().collect();
        if says.is_empty() {
            says.push(said::choices_existing_type());
        }
        says.push(said::choices_existing_change_says(callback(&source.slug)));
        Candidate { slug: source.slug.clone(), label: said::choices_existing_change(&source.name, &source.slug), says }
    };
    // A slug that this program can't read can't be planned for.
    let readable = |source: &&Source| Slug::read(&source.slug).is_ok();
    ExistingOffer {
        change: of_x(actual).filter(readable).map(change).collect(),
        another: Candidate {
            label: said::choices_existing_another(&free),
            says: vec![said::choices_existing_another_says(callback(&free))],
            slug: free,
        },
        current: desired.choices.existing.clone().filter(|_| made || desired.choices.changes(slug)),
    }
}

/// The slug with the first number behind it that no source of the server has, and short enough for every release.
fn free_slug(slug: &Slug, actual: &Actual) -> String {
    let taken = |wanted: &str| actual.sources.iter().any(|source| source.slug.eq_ignore_ascii_case(wanted));
    let slug = slug.as_str();
    if !taken(slug) {
        return slug.to_owned();
    }
    // Sources are at most as many as were read, so one of the numbers is free.
    (2..=actual.sources.len() + 2)
        .map(|number| {
            let end = format!("-{number}");
            let kept = Slug::LONGEST.saturating_sub(end.len()).min(slug.len());
            format!("{}{end}", &slug[..kept])
        })
        .find(|wanted| !taken(wanted))
        .unwrap_or_else(|| slug.to_owned())
}
