//! The complete state of the server.

use super::blueprint::Blueprint;
use super::events::EventRecord;
use super::flows::{self, Flow, Identification};
use super::layout::{self, Brand, ServerLayout};
use super::own_stages::{DenyStage, Group, WriteStage};
use super::people::{self, Connection, TokenRecord, User, UserRole};
use super::policies::{self, Policy, PolicyBinding};
use super::release::Release;
use super::secret::Secret;
use super::session::{Note, Session};
use super::settings::Settings;
use super::source::{Mapping, Source};
use super::source_stage::SourceStage;
use super::{clock, random};
use secrecy::SecretString;
use std::collections::HashMap;

/// The user that acts as another admin in faults.
pub(crate) const AKADMIN: u64 = 4;
/// The owner of the job's token.
const TOKEN_OWNER: u64 = 5;
/// The user without rights, who owns the second token.
const LIMITED: u64 = 6;

/// What determines the state when the server starts.
pub(crate) struct InitialState<'a> {
    /// The role of the job's token.
    pub standing: UserRole,
    /// The job's token.
    pub token: SecretString,
    /// The token of the user without rights.
    pub limited: SecretString,
    /// A slug that another admin's source has already, and the type of that source.
    pub taken: Option<(&'a str, &'a str)>,
    /// The release that is simulated.
    pub release: Release,
    /// Whether the server has an enterprise license.
    pub licensed: bool,
    /// How the server is configured when it starts.
    pub layout: ServerLayout,
}

pub(crate) struct ServerState {
    pub release: Release,
    pub licensed: bool,
    pub users: Vec<User>,
    pub tokens: Vec<TokenRecord>,
    pub brands: Vec<Brand>,
    pub flows: Vec<Flow>,
    pub source_stages: Vec<SourceStage>,
    pub write_stages: Vec<WriteStage>,
    pub deny_stages: Vec<DenyStage>,
    pub groups: Vec<Group>,
    pub policies: Vec<Policy>,
    pub policy_bindings: Vec<PolicyBinding>,
    /// The identification stages, which show login pages, by name.
    pub identifications: Vec<Identification>,
    /// The sources in the order in which they were created.
    /// Sources of another kind, which share their slugs with the OAuth sources.
    pub ldap_sources: Vec<Source>,
    pub sources: Vec<Source>,
    /// The positions of the initial sources by slug, so that one of thousands is found at once.
    places: HashMap<String, usize>,
    pub mappings: Vec<Mapping>,
    /// Where a release has them.
    pub secrets: Vec<Secret>,
    pub settings: Settings,
    pub connections: Vec<Connection>,
    /// The events, oldest first.
    pub events: Vec<EventRecord>,
    pub sessions: HashMap<String, Session>,
    pub blueprints: Vec<Blueprint>,
    /// How often the login page's list of sources was written.
    pub login_page_writes: u32,
    last_user: u64,
    last_connection: u64,
}

/// The state before a blueprint was applied.
pub(crate) struct BlueprintBackup {
    sources: Vec<Source>,
    mappings: Vec<Mapping>,
    identifications: Vec<Identification>,
    source_stages: Vec<SourceStage>,
    write_stages: Vec<WriteStage>,
    deny_stages: Vec<DenyStage>,
    groups: Vec<Group>,
    policies: Vec<Policy>,
    policy_bindings: Vec<PolicyBinding>,
    flows: Vec<Flow>,
    events: usize,
    login_page_writes: u32,
}

impl ServerState {
    /// Replaces the role of the owner of the job's token.
    pub(crate) fn give(&mut self, standing: UserRole) {
        if let Some(owner) = self.users.iter_mut().find(|user| user.pk == TOKEN_OWNER) {
            owner.standing = standing;
        }
    }

    /// Replaces the job's token.
    pub(crate) fn renew_token(&mut self, key: SecretString) {
        self.tokens.retain(|token| token.user != TOKEN_OWNER);
        self.tokens.push(TokenRecord::new(TOKEN_OWNER, "practice-token-2", key));
    }

    pub(crate) fn new(start: InitialState<'_>) -> Self {
        let mut flows = start.layout.flows();
        let (policies, policy_bindings) = policies::defaults(&mut flows);
        let written = flows.iter().flat_map(|flow| &flow.stages).filter(|stage| stage.kind == flows::WRITE);
        let write_stages = written.map(|stage| WriteStage::new(&stage.pk, &stage.name)).collect();

        let mut akadmin = User::new(AKADMIN, "akadmin", "authentik Default Admin", UserRole::Superuser);
        "akadmin@authentik.example".clone_into(&mut akadmin.email);
        let owner = match start.standing {
            UserRole::Superuser => User::new(TOKEN_OWNER, "practice-admin", "Practice Admin", UserRole::Superuser),
            standing @ (UserRole::Plain | UserRole::Role(_)) => {
                User::new(TOKEN_OWNER, "practice-user", "Practice User", standing)
            }
        };
        let limited = User::new(LIMITED, "practice-limited", "Practice Limited", UserRole::Plain);

        let mut state = Self {
            release: start.release,
            licensed: start.licensed,
            users: vec![akadmin, owner, limited],
            tokens: vec![
                TokenRecord::new(TOKEN_OWNER, "practice-token", start.token),
                TokenRecord::new(LIMITED, "practice-limited-token", start.limited),
            ],
            brands: start.layout.brands(),
            identifications: flows.iter().flat_map(Flow::identifications).collect(),
            flows,
            source_stages: Vec::new(),
            write_stages,
            deny_stages: Vec::new(),
            groups: vec![people::admins()],
            policies,
            policy_bindings,
            sources: Vec::new(),
            ldap_sources: Vec::new(),
            places: HashMap::new(),
            mappings: Vec::new(),
            secrets: Vec::new(),
            settings: Settings::default(),
            connections: Vec::new(),
            events: Vec::new(),
            sessions: HashMap::new(),
            blueprints: Vec::new(),
            login_page_writes: 0,
            last_user: LIMITED,
            last_connection: 0,
        };
        if let Some((slug, kind)) = start.taken {
            state.sources.push(Source {
                name: "Company X".to_owned(),
                slug: slug.to_owned(),
                provider_type: kind.to_owned(),
                // Base64 of "SomebodyElsesOwnApp1:1:ci", the form of X's Client IDs.
                consumer_key: "U29tZWJvZHlFbHNlc093bkFwcDE6MTpjaQ".to_owned(),
                consumer_secret: random::letters(50).into(),
                authentication_flow: state.flow(flows::SOURCE_AUTHENTICATION).map(|flow| flow.pk.clone()),
                enrollment_flow: state.flow(flows::SOURCE_ENROLLMENT).map(|flow| flow.pk.clone()),
                ..Source::default()
            });
        }
        state.furnish(start.layout.sources());
        state
    }

    /// Creates this many sources, the first of them with a button.
    fn furnish(&mut self, count: u32) {
        let of = |flow: Option<&Flow>| flow.map(|flow| flow.pk.clone());
        let (known, new) = (of(self.flow(flows::SOURCE_AUTHENTICATION)), of(self.flow(flows::SOURCE_ENROLLMENT)));
        for number in 1..=count {
            let source = Source {
                name: format!("X {number}"),
                slug: format!("x-{number}"),
                // Base64 of "MadeUpForPractice001:1:ci", the form of X's Client IDs.
                consumer_key: "TWFkZVVwRm9yUHJhY3RpY2UwMDE6MTpjaQ".to_owned(),
                consumer_secret: random::letters(50).into(),
                authentication_flow: known.clone(),
                enrollment_flow: new.clone(),
                ..Source::default()
            };
            if number <= layout::BUTTONS
                && let Some(page) = self.identifications.iter_mut().find(|page| page.flow == flows::AUTHENTICATION)
            {
                page.sources.push(source.pk.clone());
            }
            self.places.insert(source.slug.clone(), self.sources.len());
            self.sources.push(source);
        }
    }

    /// A copy of everything that a blueprint can write.
    pub(crate) fn kept(&self) -> BlueprintBackup {
        BlueprintBackup {
            sources: self.sources.clone(),
            mappings: self.mappings.clone(),
            identifications: self.identifications.clone(),
            source_stages: self.source_stages.clone(),
            write_stages: self.write_stages.clone(),
            deny_stages: self.deny_stages.clone(),
            groups: self.groups.clone(),
            policies: self.policies.clone(),
            policy_bindings: self.policy_bindings.clone(),
            flows: self.flows.clone(),
            events: self.events.len(),
            login_page_writes: self.login_page_writes,
        }
    }

    /// Restores that state.
    pub(crate) fn restore(&mut self, kept: BlueprintBackup) {
        self.sources = kept.sources;
        self.mappings = kept.mappings;
        self.identifications = kept.identifications;
        self.source_stages = kept.source_stages;
        self.write_stages = kept.write_stages;
        self.deny_stages = kept.deny_stages;
        self.groups = kept.groups;
        self.policies = kept.policies;
        self.policy_bindings = kept.policy_bindings;
        self.flows = kept.flows;
        self.events.truncate(kept.events);
        self.login_page_writes = kept.login_page_writes;
    }

    pub(crate) fn user(&self, pk: u64) -> Option<&User> {
        self.users.iter().find(|user| user.pk == pk)
    }

    pub(crate) fn user_mut(&mut self, pk: u64) -> Option<&mut User> {
        self.users.iter_mut().find(|user| user.pk == pk)
    }

    pub(crate) fn user_named(&self, username: &str) -> Option<&User> {
        self.users.iter().find(|user| user.username == username)
    }

    pub(crate) fn new_user_pk(&mut self) -> u64 {
        self.last_user += 1;
        self.last_user
    }

    pub(crate) fn source(&self, slug: &str) -> Option<&Source> {
        let known = self.places.get(slug).and_then(|place| self.sources.get(*place));
        if let Some(source) = known.filter(|source| source.slug == slug) {
            return Some(source);
        }
        self.sources.iter().find(|source| source.slug == slug)
    }

    /// The Client Secret that a source sends.
    pub(crate) fn secret_of(&self, source: &Source) -> SecretString {
        let of_object =
            source.consumer_secret_ref.as_ref().and_then(|pk| self.secrets.iter().find(|one| one.pk == *pk));
        of_object.map_or_else(|| source.consumer_secret.clone(), |secret| secret.value.clone())
    }

    pub(crate) fn source_of_key(&self, pk: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.pk == pk)
    }

    /// The source with this slug if visitors can use it. A disabled source counts as missing.
    pub(crate) fn enabled_source(&self, slug: &str) -> Option<&Source> {
        self.source(slug).filter(|source| source.enabled)
    }

    pub(crate) fn flow(&self, slug: &str) -> Option<&Flow> {
        self.flows.iter().find(|flow| flow.slug == slug)
    }

    pub(crate) fn flow_of_key(&self, pk: Option<&str>) -> Option<&Flow> {
        self.flows.iter().find(|flow| Some(flow.pk.as_str()) == pk)
    }

    /// The identification stage that shows the login page of this flow.
    pub(crate) fn identification(&self, flow: &str) -> Option<&Identification> {
        self.identifications.iter().find(|stage| stage.flow == flow)
    }

    /// The buttons on the login page of this flow in the order in which they are shown: by name, without disabled
    /// sources.
    pub(crate) fn buttons(&self, flow: &str) -> Vec<&Source> {
        let page = self.identification(flow);
        let mut shown: Vec<_> = self
            .sources
            .iter()
            .filter(|source| source.enabled && page.is_some_and(|page| page.sources.contains(&source.pk)))
            .collect();
        shown.sort_by(|a, b| a.name.cmp(&b.name));
        shown
    }

    /// The X account's connection at this source.
    pub(crate) fn connection_of_account(&self, source: &str, identifier: &str) -> Option<&Connection> {
        self.connections.iter().find(|one| one.source == source && one.identifier == identifier)
    }

    /// Links an account to a user. Returns `None` if the user has a link at this source already.
    pub(crate) fn connect(&mut self, user: u64, source: &str, identifier: &str) -> Option<Connection> {
        if self.connections.iter().any(|one| one.user == user && one.source == source) {
            return None;
        }
        self.last_connection += 1;
        let made = Connection::new(self.last_connection, user, source, identifier);
        self.connections.push(made.clone());
        Some(made)
    }

    /// Records a sign-in through an existing connection: only its times change.
    pub(crate) fn touch(&mut self, connection: u64) -> Option<Connection> {
        let known = self.connections.iter_mut().find(|one| one.pk == connection)?;
        let now = clock::now();
        known.last_updated.clone_from(&now);
        known.expires = now;
        Some(known.clone())
    }

    /// Returns the session, and creates it if it doesn't exist.
    pub(crate) fn session(&mut self, id: &str) -> &mut Session {
        self.sessions.entry(id.to_owned()).or_default()
    }

    /// The user who is signed in in this session. A session ends as soon as its user is deactivated
    /// [M, docs/evidence/authentik.md §9.2].
    pub(crate) fn visitor(&self, id: &str) -> Option<&User> {
        let user = self.sessions.get(id).and_then(|session| session.user).and_then(|pk| self.user(pk));
        user.filter(|user| user.active)
    }

    /// The numbers of a group's members.
    pub(crate) fn members(&self, group: &Group) -> Vec<u64> {
        self.users.iter().filter(|user| user.groups.contains(group)).map(|user| user.pk).collect()
    }

    /// Removes and returns the session's messages, so that they are shown only once.
    pub(crate) fn take_notes(&mut self, id: &str) -> Vec<Note> {
        self.sessions.get_mut(id).map(|session| std::mem::take(&mut session.notes)).unwrap_or_default()
    }
}
