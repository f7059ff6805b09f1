//! The checks that use the API, in groups that don't wait for each other. What several groups need is requested once.

use super::inputs::SourceCheck;
use super::result::EventSender;
use crate::address::ServerUrl;
use crate::authentik::{ApiObject, AuditedModel, Client, Error, FlowRow, Me, ObjectKind, Source, SourceType};
use crate::checks::inside::{
    self, DAY, Day, ExpectedSettings, FieldDrift, Lockouts, MappingsReview, PushedSecretState,
};
use crate::checks::{self, CheckOutcome, Expected, Observed, OtherBrands};
use crate::credentials::ClientSecret;
use crate::job::handover::JobFile;
use crate::job::model::NamesInput;
use crate::job::model::{Names, RepairBlocker};
use crate::job::{Environment, Job, repair};
use crate::plan::{self, SecretState};
use crate::storage::JsonStore;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};
use serde_json::{Map, Value};

/// What the checks that use the API need.
pub(super) struct InsideContext<'i> {
    pub(super) environment: &'i Environment,
    pub(super) support: &'i SourceCheck,
    pub(super) client: &'i Client,
    pub(super) planned: &'i Expected,
    pub(super) tell: &'i EventSender,
}

/// An answer that several groups wait for.
type SharedAnswer<'o, T> = Shared<BoxFuture<'o, Result<T, Error>>>;

/// The answers that several groups need.
struct SharedAnswers<'c> {
    me: SharedAnswer<'c, Me>,
    source: SharedAnswer<'c, Option<Source>>,
    x_type: SharedAnswer<'c, SourceType>,
}

/// Runs all of these checks, and returns the source.
pub(super) async fn check_inside(inside: &InsideContext<'_>, seen: Observed) -> Option<Source> {
    let client = inside.client;
    let common = SharedAnswers {
        me: client.me().boxed().shared(),
        source: client.source(&inside.planned.slug).boxed().shared(),
        x_type: client.x_type().boxed().shared(),
    };
    let (source, ..) = tokio::join!(
        Box::pin(settings(inside, &common, seen)),
        Box::pin(events(inside, &common)),
        Box::pin(people(inside, &common)),
    );
    source
}

/// Checks the source's settings, their drift, its mappings, and what the redirect shows in addition; then the other
/// brands.
async fn settings(inside: &InsideContext<'_>, common: &SharedAnswers<'_>, mut seen: Observed) -> Option<Source> {
    let InsideContext { client, planned, tell, .. } = *inside;
    let brands = async { checks::observe_other_brands(client, &seen.page).await };
    let (me, source, x_type, flows, stages, base_url, mappings, others) = tokio::join!(
        common.me.clone(),
        common.source.clone(),
        common.x_type.clone(),
        Box::pin(client.flows()),
        Box::pin(client.bindings()),
        Box::pin(client.base_url()),
        Box::pin(client.objects(ObjectKind::Mapping)),
        Box::pin(brands),
    );
    tell.finding(inside::token(me.as_ref().map(|me| me.username.as_str())));
    me.ok()?;
    if let Some(finding) = inside::base_url(client.server(), base_url.ok().flatten().as_deref()) {
        tell.finding(finding);
    }
    tell.finding(inside::source(planned.slug.as_str(), source.as_ref().map(Option::as_ref)));
    if matches!(&others, OtherBrands::Seen(all) if all.is_empty()) {
        tell.finding(inside::skip_other_brands());
    }
    (seen.others, seen.source) = (others, source.as_ref().ok().cloned().flatten());
    let again = checks::judge(planned, &seen);
    tell.all(
        again
            .into_iter()
            .filter(|one| ["callback", "brands"].contains(&one.id.as_str()) && one.outcome != CheckOutcome::Skipped),
    );
    let source = match source {
        Ok(Some(source)) => source,
        Ok(None) => return None,
        Err(error) => {
            tell.all(inside::skip_settings(&error));
            tell.all(inside::mappings(Err(&error)));
            return None;
        }
    };
    if !matches!(seen.redirect, Ok(Some(_))) && !source.consumer_key.is_empty() {
        tell.finding(inside::client_id(&source));
    }
    let mapped: Result<MappingsReview, _> =
        mappings.map(|all: Vec<ApiObject>| inside::review_mappings(&source, &planned.slug, &all));
    let known = known(inside, &source);
    let expected = ExpectedSettings {
        x_type: x_type.as_ref().ok().map(|x| x.name.as_str()),
        mapped: mapped.as_ref().ok(),
        flows: flows.as_deref().ok(),
        stages: stages.as_deref().ok(),
        nobody_new: known.as_ref().is_some_and(|known| known.get("enrollment_flow") == Some(&Value::Null)),
    };
    tell.all(inside::settings(&source, expected));
    tell.all(inside::mappings(mapped.as_ref()));
    tell.all(inside::check_drift(
        known.map(|known| drifted(&source, &known, flows.as_deref().unwrap_or_default())).as_deref(),
    ));
    let value = match source.consumer_secret_ref.key() {
        // A token that may not see it is no finding, and neither is a server that doesn't answer once.
        Some(key) => client.secret_value(key).await.ok().flatten().map(ClientSecret::from),
        None => None,
    };
    if let Some(pushed) = pushed(inside, &source, value.as_ref()) {
        tell.finding(inside::check_pushed_secret(pushed));
    }
    if let Some(value) = value {
        let (server, journals) = (client.server(), inside.environment.journals());
        let is_other = journals.has_other_secret(server, &planned.slug, &value, &source).ok().flatten();
        tell.all(inside::check_secret_drift(is_other == Some(true)));
    }
    Some(source)
}

fn drifted(source: &Source, known: &Map<String, Value>, flows: &[FlowRow]) -> Vec<FieldDrift> {
    let all = plan::find_drift(source, known, flows).into_iter();
    all.map(|plan::Drift { field, was, now }| FieldDrift { field, was, now }).collect()
}

/// The settings to compare with. They come from the job file that was given, or from the last push in the journal;
/// otherwise from a job on this machine.
fn known(inside: &InsideContext<'_>, source: &Source) -> Option<Map<String, Value>> {
    if let Some(against) = &inside.support.against {
        return Some(against.clone());
    }
    let (server, slug) = (inside.client.server(), &inside.planned.slug);
    // A journal that can't be read stops a push, and is reported there.
    let written = inside.environment.journals().written_fields(server, slug, source).ok().flatten();
    written.or_else(|| planned(inside))
}

/// What the newest job about this source plans, if that is known without the server.
fn planned(inside: &InsideContext<'_>) -> Option<Map<String, Value>> {
    let folder: JsonStore<Job> = JsonStore::new(inside.environment.folder.join("jobs"));
    let (server, slug) = (inside.client.server(), &inside.planned.slug);
    let of_source = |job: &Job| {
        job.server.url().as_ref() == Some(server)
            && job.names.slug().as_ref() == Some(slug)
            && job.credentials.client_id.is_some()
    };
    let drafts = folder.list().ok()?.into_iter().filter_map(|name| folder.read(&name).ok().flatten());
    let job = drafts.filter(of_source).max_by(|a, b| a.touched.cmp(&b.touched))?;
    Some(values(&job.names, job.credentials.client_id.as_deref(), job.push.choices.enabled))
}

/// The fields that follow from what was entered, without the server.
fn values(names: &Names, client_id: Option<&str>, enabled: Option<bool>) -> Map<String, Value> {
    let values = [
        ("name", Some(Value::from(names.typed.name.trim()))),
        ("consumer_key", client_id.map(Value::from)),
        ("user_matching_mode", Some(Value::from(names.typed.who.matching().name()))),
        ("additional_scopes", names.additional_scopes().ok().map(|scopes| Value::from(scopes.to_authentik()))),
        ("enrollment_flow", (!names.typed.who.has_enrollment()).then_some(Value::Null)),
        ("enabled", enabled.map(Value::from)),
    ];
    values.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// Compares the source with what this job file plans. Returns whether the file is about the source that is entered.
/// Nothing else is taken from the file.
pub fn compare_with_file(support: &mut SourceCheck, file: &JobFile) -> bool {
    let fields = &file.fields;
    let of = ServerUrl::parse(&fields.address.value, support.plain()).map(|read| read.url).ok();
    let is_same =
        of.is_some() && of == support.url() && support.slug().is_some_and(|slug| slug.as_str() == fields.slug.value);
    if is_same {
        let typed = NamesInput { name: fields.name.value.clone(), who: fields.who.value, ..NamesInput::default() };
        let mut names = Names { typed, ..Names::default() };
        (names.typed.scopes, names.typed.email) = (fields.scopes.value.clone(), fields.email.value);
        support.against = Some(values(&names, fields.client_id.value.as_deref(), fields.enabled.value));
    }
    is_same
}

/// Whether the available secret is the one that the server shows, or else the one that was pushed last from this machine;
/// none if no secret is available.
fn pushed(inside: &InsideContext<'_>, source: &Source, value: Option<&ClientSecret>) -> Option<PushedSecretState> {
    let secret = inside.support.secret()?;
    if let Some(value) = value {
        let is_same = value.is_same(&secret);
        return Some(if is_same { PushedSecretState::SameThere } else { PushedSecretState::OtherThere });
    }
    let (server, slug) = (inside.client.server(), &inside.planned.slug);
    let state = inside.environment.journals().compare_secret(server, slug, &secret, source);
    Some(match state {
        Ok(SecretState::Same) => PushedSecretState::Same,
        Ok(SecretState::Different { .. }) => PushedSecretState::Other,
        Ok(SecretState::Unknown { .. } | SecretState::Absent) | Err(_) => PushedSecretState::Unknown,
    })
}

/// Checks the events of the last day.
async fn events(inside: &InsideContext<'_>, common: &SharedAnswers<'_>) {
    let (me, source, events) =
        tokio::join!(common.me.clone(), common.source.clone(), Box::pin(inside::events(inside.client)));
    // If the source doesn't exist, nobody can have signed in through it.
    let (Ok(_), false) = (me, matches!(source, Ok(None))) else { return };
    let since = inside.environment.clock.now() - DAY;
    let found = match (&events, source) {
        (Ok(events), Ok(Some(source))) => inside::check_day(Ok(Some(&Day::count(events, &source, since)))),
        (Err(error), _) => inside::check_day(Err(error)),
        (Ok(_), _) => inside::check_day(Ok(None)),
    };
    inside.tell.all(found);
}

/// Checks who is linked and who lost their link.
async fn people(inside: &InsideContext<'_>, common: &SharedAnswers<'_>) {
    let InsideContext { client, planned, tell, environment, .. } = *inside;
    let (me, source, x_type, links, people, links_gone, sources_gone) = tokio::join!(
        common.me.clone(),
        common.source.clone(),
        common.x_type.clone(),
        Box::pin(client.links(&planned.slug)),
        Box::pin(client.users()),
        Box::pin(client.history(AuditedModel::Link)),
        Box::pin(client.history(AuditedModel::Source)),
    );
    let (Ok(me), false) = (me, matches!(source, Ok(None))) else { return };
    tell.finding(inside::check_links(links.as_ref(), &me));
    let seen = (|| {
        Ok(repair::ServerRecords {
            source: source?,
            people: people?,
            links: links?,
            // The users' own attributes show who lost a link, whether there are events or not.
            link_history: links_gone.unwrap_or_default(),
            source_history: sources_gone.unwrap_or_default(),
            x_type: x_type?.name,
            me,
            // A journal that can't be read stops a push, and is reported there.
            kept: environment.journals().lost_links(client.server(), &planned.slug).unwrap_or_default(),
        })
    })();
    let at = environment.clock.stamp();
    let look = match seen {
        Ok(seen) => Box::pin(repair::evaluate_with_namesakes(client, &planned.slug, "", at, &seen)).await,
        Err(error) => Err(error),
    };
    let lockouts = look.map(|look| match look.blind {
        Some(RepairBlocker::OwnOnly) => Lockouts::Hidden,
        Some(RepairBlocker::TooMany) => Lockouts::TooMany,
        None if look.cut => Lockouts::TooMany,
        // A person whose link was removed on purpose isn't locked out by accident.
        None => Lockouts::Seen(look.lost.iter().filter(|person| person.taken_off.is_none()).count()),
    });
    let slug = planned.slug.as_str();
    tell.finding(inside::check_lockouts(slug, lockouts.as_ref().copied()));
}
