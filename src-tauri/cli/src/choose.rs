//! The choices of a push on the command line, and how they are put into the job.

use crate::exit::Exit;
use crate::target::SourceName;
use crate::terminal::Terminal;
use clap::builder::PossibleValuesParser;
use sourcerer_core::address::Slug;
use sourcerer_core::authentik::Matching;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::files;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::access::read_list;
use sourcerer_core::job::model::Access;
use sourcerer_core::job::{self, AccessPolicy, Job, Remedy, push};
use sourcerer_core::plan::{AccessGate, ChangeGroup, ExistingSource, Plan, PlanChoice, PlanOffer};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The value that means none of the choices.
pub(crate) const NONE: &str = "none";
/// The parts that can be left out, with their names on the command line.
const PARTS: [(&str, ChangeGroup); 6] = [
    ("email", ChangeGroup::Email),
    ("new-users", ChangeGroup::NewUsers),
    ("user-names", ChangeGroup::UserNames),
    ("source-stage", ChangeGroup::SourceStage),
    ("links", ChangeGroup::Links),
    ("login-page", ChangeGroup::LoginPage),
];
/// How many bytes a list of X accounts may have.
const LONGEST_LIST: u64 = 1 << 20;
/// The names of the remedies on the command line.
const INTERNAL: &str = "internal";
const USER_NAME: &str = "user-name";

/// The arguments for the choices of a plan.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "a flag of the command line each")]
pub(crate) struct PlanChoiceArgs {
    #[arg(long, value_name = "SLUG")]
    authentication_flow: Option<String>,
    #[arg(long, value_name = "SLUG")]
    enrolment_flow: Option<String>,
    #[arg(long, value_name = "MODE", value_parser = modes(), default_value = Matching::Identifier.name())]
    matching: String,
    #[arg(long)]
    email: bool,
    #[arg(long, value_name = "REMEDY", value_parser = [INTERNAL, USER_NAME])]
    remedy: Vec<String>,
    #[arg(long, value_name = "FILE")]
    allow: Option<PathBuf>,
    #[arg(long)]
    approve: bool,
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    #[arg(long, value_name = "PATH")]
    user_path: Option<String>,
    #[arg(long, value_name = "MODE", value_parser = ["identifier", "name_link", "name_deny"])]
    group_matching: Option<String>,
    #[arg(long)]
    disabled: bool,
    #[arg(long, value_name = "STAGE")]
    login_page: Vec<String>,
    #[arg(long, value_name = "PART", value_parser = PARTS.map(|(name, _)| name))]
    without: Vec<String>,
    #[arg(long, value_name = "SLUG", conflicts_with_all = ["change_existing", "another"])]
    change: Option<String>,
    #[arg(long)]
    change_existing: bool,
    #[arg(long)]
    another: bool,
}

/// The matching modes that a job can have.
fn modes() -> PossibleValuesParser {
    let known = |matching: &Matching| AccessPolicy::from_matching(*matching, true).is_some();
    Matching::ALL.iter().filter(|matching| known(matching)).map(|matching| matching.name()).collect::<Vec<_>>().into()
}

impl PlanChoiceArgs {
    /// The source that the push is about: the one to be changed, if one is named.
    pub(crate) fn target(&self, mut named: SourceName, terminal: &Terminal) -> Result<SourceName, Exit> {
        if let Some(slug) = &self.change {
            named.slug = Slug::parse_existing(slug).map_err(|error| {
                terminal.note(&error.message());
                Exit::Usage
            })?;
        }
        Ok(named)
    }

    /// Puts the choices into the job that don't depend on the server.
    pub(crate) fn hand_over(&self, job: &mut Job, terminal: &Terminal) -> Result<(), Exit> {
        let slug = job.names.typed.slug.clone();
        if self.another {
            push::decide(job, ExistingSource::Another(slug));
        } else if self.change.is_some() || self.change_existing {
            push::decide(job, ExistingSource::Change(slug));
        }
        let enrols = self.enrolment_flow.as_deref() != Some(NONE);
        let Some(who) =
            Matching::from_name(&self.matching).and_then(|matching| AccessPolicy::from_matching(matching, enrols))
        else {
            terminal.note(&msg::terminal_push_no_enrolment(&self.matching));
            return Err(Exit::Usage);
        };
        if who.needs_email() && !self.email {
            terminal.note(&msg::terminal_push_needs_email(&self.matching));
            return Err(Exit::Usage);
        }
        job.names.access = self.access(who, terminal)?;
        job.names.typed.who = who;
        job.names.typed.email = self.email;
        for (name, remedy) in [(INTERNAL, Remedy::Internal), (USER_NAME, Remedy::UserName)] {
            job::set_remedy(job, remedy, self.remedy.iter().any(|wanted| wanted == name));
        }
        let flow = self.enrolment_flow.clone().filter(|_| enrols);
        let chosen = [
            self.authentication_flow.clone().map(PlanChoice::AuthenticationFlow),
            flow.map(PlanChoice::EnrolmentFlow),
            self.user_path.clone().map(PlanChoice::UserPath),
            self.group_matching.clone().map(PlanChoice::GroupMatching),
            self.disabled.then_some(PlanChoice::Enabled(false)),
            self.login_page.iter().any(|page| page == NONE).then(|| PlanChoice::LoginPages(BTreeSet::new())),
        ];
        let without = PARTS.into_iter().filter(|(name, _)| self.without.iter().any(|part| part == name));
        let without = without.map(|(_, group)| PlanChoice::Group(group, false));
        for choice in chosen.into_iter().flatten().chain(without) {
            push::choose(job, choice);
        }
        match job.push.choices.path_refused() {
            Some(refused) => {
                terminal.note(&refused);
                Err(Exit::Usage)
            }
            None => Ok(()),
        }
    }

    /// Who gets in, from the list in the file and the other options.
    fn access(&self, who: AccessPolicy, terminal: &Terminal) -> Result<Access, Exit> {
        let mut access = Access { group: self.group.clone(), ..Access::default() };
        if let Some(path) = &self.allow {
            let text = files::read_text(path, LONGEST_LIST).map_err(|error| {
                terminal.note(&msg::terminal_push_list_unread(error.to_string(), path.display().to_string()));
                Exit::Usage
            })?;
            let list = read_list(&text);
            if !list.refused.is_empty() {
                for refused in &list.refused {
                    terminal.note(refused);
                }
                return Err(Exit::Usage);
            }
            access.accounts = list.accounts;
            access.gate = AccessGate::Listed;
        }
        if self.approve {
            access.gate = AccessGate::Approval;
        }
        if access.is_wanted() && !who.has_enrollment() {
            terminal.note(&msg::terminal_push_nobody_new());
            return Err(Exit::Usage);
        }
        if !access.is_usable() {
            terminal.note(&msg::names_list_unusable());
            return Err(Exit::Usage);
        }
        Ok(access)
    }

    /// Whether login pages are named, which can be resolved only with the server.
    pub(crate) fn names_login_pages(&self) -> bool {
        self.login_page.iter().any(|page| page != NONE)
    }

    /// Whether the person agrees to change the existing source of this slug, although another source was wanted.
    pub(crate) fn rather_changes(&self, plan: &Plan) -> bool {
        self.change_existing && matches!(plan.refusal(), Some(Symptom::SourceDiffers { .. }))
    }

    /// Resolves the named login pages with the server's; `None` if none are named.
    pub(crate) fn login_pages(&self, offer: &PlanOffer, terminal: &Terminal) -> Result<Option<PlanChoice>, Exit> {
        let named: Vec<_> = self.login_page.iter().filter(|page| *page != NONE).collect();
        if named.is_empty() {
            return Ok(None);
        }
        let stage = |name: &&String| {
            let page = offer.login_pages.iter().find(|page| page.name == **name);
            page.map(|page| page.stage.clone()).ok_or_else(|| {
                let all: Vec<_> = offer.login_pages.iter().map(|page| page.name.as_str()).collect();
                terminal.note(&msg::terminal_push_no_page(all.join(", "), *name));
                Exit::Usage
            })
        };
        Ok(Some(PlanChoice::LoginPages(named.iter().map(stage).collect::<Result<_, _>>()?)))
    }
}
