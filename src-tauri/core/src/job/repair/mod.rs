//! The link repair, for when a source was deleted and created again. Its people's links were deleted with it, and a
//! person whose user name is taken (which is each of them) can't sign in again [docs/evidence/authentik.md §4.3].
//!
//! - [`table`] parses what an admin pastes; [`evidence`] determines who lost a link and what proves their X account's
//!   number.
//! - A number is looked up or entered, never guessed. A user name that equals the handle at X proves no number.
//! - Nothing is selected at first. The admin agrees to each person together with the number that was shown; another
//!   number needs another agreement.
//! - If the existing links can't be read completely, nothing is offered, because two people could get the same account.

pub(in crate::job) mod evidence;
mod named;
pub(in crate::job) mod table;
#[cfg(test)]
mod tests;

pub use super::model::{ExistingLink, LostPerson};
pub use evidence::EvidenceStatus;
pub use named::agree_to_lines;
pub use table::LONGEST;

use super::model::{AgreedRepair, LinkSnapshot, RepairBlocker};
use super::server::client;
use super::{Environment, Job};
use crate::address::Slug;
use crate::authentik::{
    AuditEvent, AuditedModel, Client, Error, LinkCreation, Links, Me, ObjectKind, Source, SourceRow, UserRecords,
};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{LinkToRestore, LostLink, shell_lines};
use crate::stage::Stage;
use evidence::{Namesakes, RepairCandidate, SourceIdentities, TestedAccount};
use futures_util::future::join_all;
use serde::Serialize;

/// Reads who lost their link. Reads only.
///
/// # Errors
/// When the token may not see users, or the server doesn't answer.
pub async fn read_links(environment: &Environment, job: &Job) -> Result<LinkSnapshot, Symptom> {
    let slug = job.names.slug().ok_or(Symptom::NothingToPush)?;
    let client = client(environment, job, Stage::Push).await?;
    let kept = environment.journals().lost_links(client.server(), &slug).map_err(|error| error.symptom())?;
    see(&client, &slug, job.names.typed.name.trim(), kept, environment.clock.stamp())
        .await
        .map_err(|error| error.symptom())
}

async fn see(client: &Client, slug: &Slug, name: &str, kept: Vec<LostLink>, at: String) -> Result<LinkSnapshot, Error> {
    let (source, people, links, links_gone, sources_gone, x_type, me, options) = tokio::join!(
        client.source(slug),
        client.users(),
        client.links(slug),
        client.history(AuditedModel::Link),
        client.history(AuditedModel::Source),
        client.x_type(),
        client.me(),
        client.write_options(ObjectKind::Connection, None),
    );
    // Without the permission to read events, a table can still provide the numbers.
    let seen = ServerRecords {
        source: source?,
        people: people?,
        links: links?,
        link_history: links_gone.or_else(without_right)?,
        source_history: sources_gone.or_else(without_right)?,
        x_type: x_type?.name,
        me: me?,
        kept,
    };
    let look = evaluate_with_namesakes(client, slug, name, at, &seen).await?;
    Ok(LinkSnapshot { creation: LinkCreation::from_options(options.as_ref()), ..look })
}

/// Evaluates what was read. Only if somebody seems to have lost a link, the links of other sources with the same name
/// are read as well, because such a person may be linked to one of those.
///
/// # Errors
/// When these can't be read, or the server doesn't answer.
pub(super) async fn evaluate_with_namesakes(
    client: &Client,
    slug: &Slug,
    name: &str,
    at: String,
    seen: &ServerRecords,
) -> Result<LinkSnapshot, Error> {
    let base = client.server().to_string();
    let look = evaluate(base.clone(), slug, name, at.clone(), seen, &Namesakes::default());
    if look.lost.is_empty() {
        return Ok(look);
    }
    let name = seen.source.as_ref().map_or(name, |source| &source.name);
    let namesakes = read_namesakes(client, slug, name).await?;
    Ok(evaluate(base, slug, name, at, seen, &namesakes))
}

async fn read_namesakes(client: &Client, slug: &Slug, name: &str) -> Result<Namesakes, Error> {
    // Sources of every kind can be seen only with a right of their own. Without it, those of other kinds are unknown.
    let (sources, all) = tokio::join!(client.sources(), client.all_sources());
    let (sources, all) = (sources?, all.unwrap_or_default());
    let others = sources.iter().filter(|source| source.name == name && source.slug != slug.as_str());
    let is_oauth = |row: &SourceRow| sources.iter().any(|source| source.pk == row.pk);
    let mut namesakes = Namesakes {
        slugs: others.map(|source| source.slug.clone()).collect(),
        other_kind: all.iter().any(|row| row.name == name && !is_oauth(row)),
        ..Namesakes::default()
    };
    // A slug that this program can't parse can't be asked about.
    let slugs = namesakes.slugs.iter().map(|slug| Slug::parse_existing(slug)).collect::<Result<Vec<_>, _>>();
    let Ok(slugs) = slugs else { return Ok(Namesakes { other_kind: true, ..namesakes }) };
    for links in join_all(slugs.iter().map(|slug| client.links(slug))).await {
        let links = links?;
        namesakes.cut |= links.cut;
        namesakes.linked.extend(links.seen.iter().map(|link| link.user));
    }
    Ok(namesakes)
}

/// What is read from a server for a link repair.
pub(super) struct ServerRecords {
    pub(super) source: Option<Source>,
    pub(super) people: UserRecords,
    pub(super) links: Links,
    pub(super) link_history: Vec<AuditEvent>,
    pub(super) source_history: Vec<AuditEvent>,
    pub(super) x_type: String,
    pub(super) me: Me,
    /// What this machine recorded before it deleted a source of this slug.
    pub(super) kept: Vec<LostLink>,
}

/// Evaluates what was read.
fn evaluate(
    base: String,
    slug: &Slug,
    name: &str,
    at: String,
    seen: &ServerRecords,
    namesakes: &Namesakes,
) -> LinkSnapshot {
    let ServerRecords { source, people, links, link_history, source_history, x_type, me, kept } = seen;
    let sources = SourceIdentities {
        slug: slug.as_str(),
        name: source.as_ref().map_or(name, |source| &source.name),
        now: source.as_ref().map(|source| source.pk.as_str()),
        x_type,
        history: source_history,
        kept,
        namesakes,
    };
    let lost = evidence::lost(people, links, link_history, &sources);
    let others = links.seen.iter().any(|link| link.user != me.pk);
    let blind = match links {
        Links { cut: true, .. } => Some(RepairBlocker::TooMany),
        Links { .. } if namesakes.cut => Some(RepairBlocker::TooMany),
        Links { cut: false, .. } if source.is_some() && !me.is_superuser && !others => Some(RepairBlocker::OwnOnly),
        Links { cut: false, .. } => None,
    };
    let username = |user: i64| {
        let person = people.seen.iter().find(|person| person.pk == user);
        person.map_or_else(|| user.to_string(), |person| person.username.clone())
    };
    let held =
        links.seen.iter().map(|link| ExistingLink { id: link.identifier.clone(), username: username(link.user) });
    LinkSnapshot {
        base,
        slug: slug.to_string(),
        at,
        silent: lost.iter().all(|person| person.told.is_empty() && person.kept.is_empty()),
        held: held.collect(),
        blind,
        cut: people.cut,
        lost,
        creation: LinkCreation::default(),
    }
}

fn without_right<T: Default>(error: Error) -> Result<T, Error> {
    if matches!(error, Error::RightsMissing { .. }) { Ok(T::default()) } else { Err(error) }
}

/// Merges a snapshot into the job.
pub fn merge_snapshot(job: &mut Job, outcome: Result<LinkSnapshot, Symptom>) {
    match outcome {
        Ok(look) => {
            job.repair.look = Some(look);
            job.repair.problem = None;
        }
        Err(symptom) => {
            job.repair.look = None;
            job.repair.problem = Some(symptom);
        }
    }
}

/// Takes the table as it was pasted, up to [`LONGEST`].
pub fn accept_table(job: &mut Job, table: &str) {
    let mut end = table.len().min(LONGEST);
    while !table.is_char_boundary(end) {
        end -= 1;
    }
    table[..end].clone_into(&mut job.repair.table);
}

/// Agrees that this user is linked to this account again, or withdraws that. Only what is shown can be agreed to.
pub fn set_agreed(job: &mut Job, user: i64, id: &str, yes: bool) {
    let shown = candidates(job).iter().any(|one| one.person.user == user && one.id.as_deref() == Some(id));
    job.repair.agreed.retain(|agreed| agreed.user != user);
    if yes && shown {
        job.repair.agreed.push(AgreedRepair { user, id: id.to_owned() });
    }
}

/// The links that a push restores: those that were agreed to, if the evidence still supports the number.
pub fn links_to_restore(job: &Job) -> Vec<LinkToRestore> {
    candidates(job)
        .into_iter()
        .filter(|one| is_agreed(job, one))
        .filter_map(|one| {
            Some(LinkToRestore {
                user: one.person.user,
                username: one.person.username.clone(),
                superuser: one.person.superuser,
                id: one.id?,
            })
        })
        .collect()
}

fn is_agreed(job: &Job, one: &RepairCandidate<'_>) -> bool {
    let mut agreed = job.repair.agreed.iter();
    agreed.any(|agreed| agreed.user == one.person.user && Some(&agreed.id) == one.id.as_ref())
}

/// The snapshot, if it is about the server and slug that are entered now.
fn fresh(job: &Job) -> Option<&LinkSnapshot> {
    let (base, slug) = (job.server.url()?, job.names.slug()?);
    job.repair.look.as_ref().filter(|look| look.base == base.to_string() && look.slug == slug.as_str())
}

fn candidates(job: &Job) -> Vec<RepairCandidate<'_>> {
    let Some(look) = fresh(job).filter(|look| look.blind.is_none()) else { return Vec::new() };
    let (lines, _) = table::read(&job.repair.table);
    evidence::rank_evidence(&look.lost, &look.held, &lines, tested(job).as_ref())
}

fn tested(job: &Job) -> Option<TestedAccount> {
    let outcome = &job.signin.tested.as_ref()?.outcome;
    let profile = outcome.profile.as_ref()?;
    Some(TestedAccount { id: profile.id.clone(), username: profile.username.clone(), at: evidence::day(&outcome.at) })
}

/// The link repair, as the push page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RepairPage {
    /// When the server was read (RFC 3339, UTC); none if it wasn't.
    pub looked_at: Option<String>,
    /// The result, in one line.
    pub summary: Option<Message>,
    /// Why the newest attempt to read the server failed.
    pub problem: Option<Diagnosis>,
    /// Why no repair can be offered, or what couldn't be read.
    pub notes: Vec<Message>,
    /// Each person who lost their link.
    pub people: Vec<RepairPerson>,
    /// The table as it was pasted.
    pub table: String,
    /// Lines of the table that can't be used.
    pub table_refused: Vec<Message>,
    /// How many are agreed to.
    pub agreed: usize,
    /// Whether the server's API makes no links, so that somebody has to make them in the server's own shell.
    pub by_shell: bool,
    /// Where the server's API makes no links: the lines for the server's own shell that make those that are agreed to;
    /// none if nobody is.
    pub shell: Option<String>,
}

/// A person who lost their link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RepairPerson {
    /// The user's number.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub user: i64,
    /// The user's name.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// The number of their X account; none if no evidence proves it.
    pub id: Option<String>,
    /// How well the number is supported.
    pub standing: EvidenceStatus,
    /// The evidence for it or against it.
    pub says: Vec<Message>,
    /// What to consider before agreeing: this user is a superuser, or is deactivated.
    pub warning: Option<Message>,
    /// Whether the user is a superuser.
    pub superuser: bool,
    /// Whether the admin agreed.
    pub agreed: bool,
}

pub(super) fn page(job: &Job) -> RepairPage {
    let look = fresh(job);
    let weighed = candidates(job);
    let (lines, mut refused) = table::read(&job.repair.table);
    if let Some(look) = look {
        let strangers = lines.iter().filter(|line| look.lost.iter().all(|lost| lost.username != line.username));
        refused.extend(strangers.map(|line| msg::repair_line_stranger(line.number, &line.username)));
    }
    let people: Vec<_> = weighed.iter().map(|one| person(job, one)).collect();
    let by_shell = look.is_some_and(by_shell);
    let wanted = if by_shell { links_to_restore(job) } else { Vec::new() };
    let shell = job.names.slug().filter(|_| !wanted.is_empty()).map(|slug| shell_lines(&slug, &wanted));
    RepairPage {
        looked_at: look.map(|look| look.at.clone()),
        summary: look.map(|look| msg::repair_summary(look.lost.len())),
        problem: job.repair.problem.as_ref().map(Diagnosis::from),
        notes: look.map(notes).unwrap_or_default(),
        agreed: people.iter().filter(|person| person.agreed).count(),
        people,
        table: job.repair.table.clone(),
        table_refused: refused,
        by_shell,
        shell,
    }
}

/// Whether the server's API makes no links.
fn by_shell(look: &LinkSnapshot) -> bool {
    look.creation == LinkCreation::Shell
}

fn notes(look: &LinkSnapshot) -> Vec<Message> {
    let blind = look.blind.map(|blind| match blind {
        RepairBlocker::OwnOnly => msg::repair_blind_own(),
        RepairBlocker::TooMany => msg::repair_blind_many(),
    });
    let offered = look.blind.is_none() && !look.lost.is_empty();
    let shell = (offered && by_shell(look)).then(msg::repair_by_shell);
    let silent = (offered && look.silent).then(msg::repair_silent);
    let cut = look.cut.then(msg::repair_cut);
    blind.into_iter().chain(shell).chain(silent).chain(cut).collect()
}

fn person(job: &Job, one: &RepairCandidate<'_>) -> RepairPerson {
    let RepairCandidate { person, id, standing, says } = one;
    let warning = match (person.superuser, person.active) {
        (true, _) => Some(msg::repair_superuser(&person.username)),
        (false, false) => Some(msg::repair_inactive()),
        (false, true) => None,
    };
    RepairPerson {
        user: person.user,
        username: person.username.clone(),
        name: person.name.clone(),
        id: id.clone(),
        standing: *standing,
        says: says.clone(),
        warning,
        superuser: person.superuser,
        agreed: is_agreed(job, one),
    }
}
