//! The default flows and their stages, as a new server has them.

use super::random;
use super::source::model;
use serde_json::{Map, Value, json};

pub(crate) const AUTHENTICATION: &str = "default-authentication-flow";
pub(crate) const SOURCE_AUTHENTICATION: &str = "default-source-authentication";
pub(crate) const SOURCE_ENROLLMENT: &str = "default-source-enrollment";
pub(crate) const INVALIDATION: &str = "default-invalidation-flow";
pub(crate) const USER_SETTINGS: &str = "default-user-settings-flow";
pub(crate) const IDENTIFICATION: &str = "default-authentication-identification";
pub(crate) const BACKGROUND: &str = "/static/dist/assets/images/flow_background.jpg";

/// The designations that a flow can have.
pub(crate) const DESIGNATIONS: [&str; 7] = [
    "authentication",
    "authorization",
    "invalidation",
    "enrollment",
    "unenrollment",
    "recovery",
    "stage_configuration",
];

#[derive(Clone, Debug)]
pub(crate) struct Flow {
    pub pk: String,
    pub slug: String,
    pub name: String,
    pub title: String,
    pub designation: String,
    /// Who may run the flow.
    pub authentication: String,
    /// Whether all of its policies have to pass, or any of them.
    pub policy_engine_mode: String,
    /// The key by which the list of policy bindings is filtered.
    pub policy_binding: String,
    /// The keys of the policies that are bound to it.
    pub policies: Vec<String>,
    pub stages: Vec<Stage>,
}

/// A stage, bound to its flow.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub pk: String,
    pub name: String,
    pub order: i64,
    pub kind: StageKind,
    /// The key of the binding, and the one by which the list of policy bindings is filtered.
    pub binding: String,
    pub policy_binding: String,
    pub evaluate_on_plan: bool,
    pub re_evaluate_policies: bool,
    pub policy_engine_mode: String,
}

/// Component, readable name and model of a kind of stage.
pub(crate) type StageKind = (&'static str, &'static str, &'static str);

const IDENTIFICATION_STAGE: StageKind =
    ("ak-stage-identification-form", "Identification Stage", "authentik_stages_identification.identificationstage");
const PASSWORD: StageKind = ("ak-stage-password-form", "Password Stage", "authentik_stages_password.passwordstage");
const VALIDATE: StageKind = (
    "ak-stage-authenticator-validate-form",
    "Authenticator Validation Stage",
    "authentik_stages_authenticator_validate.authenticatorvalidatestage",
);
pub(crate) const LOGIN: StageKind =
    ("ak-stage-user-login-form", "User Login Stage", "authentik_stages_user_login.userloginstage");
pub(crate) const LOGOUT: StageKind =
    ("ak-stage-user-logout-form", "User Logout Stage", "authentik_stages_user_logout.userlogoutstage");
pub(crate) const PROMPT: StageKind = ("ak-stage-prompt-form", "Prompt Stage", "authentik_stages_prompt.promptstage");
pub(crate) const WRITE: StageKind =
    ("ak-stage-user-write-form", "User Write Stage", "authentik_stages_user_write.userwritestage");
pub(crate) const DENY: StageKind = ("ak-stage-deny-form", "Deny Stage", "authentik_stages_deny.denystage");
pub(crate) const SOURCE: StageKind = ("ak-stage-source-form", "Source Stage", "authentik_stages_source.sourcestage");

/// Slug, name, title, designation and who may run it. The flows that aren't simulated here have no stages.
const FLOWS: &[[&str; 5]] = &[
    [AUTHENTICATION, "Welcome to authentik!", "Welcome to authentik!", "authentication", "none"],
    [
        "default-authenticator-static-setup",
        "default-authenticator-static-setup",
        "Setup Static OTP Tokens",
        "stage_configuration",
        "require_authenticated",
    ],
    [
        "default-authenticator-totp-setup",
        "default-authenticator-totp-setup",
        "Set up Two-Factor authentication",
        "stage_configuration",
        "require_authenticated",
    ],
    [
        "default-authenticator-webauthn-setup",
        "default-authenticator-webauthn-setup",
        "Setup WebAuthn",
        "stage_configuration",
        "require_authenticated",
    ],
    [INVALIDATION, "Logout", "Default Invalidation Flow", "invalidation", "none"],
    ["default-password-change", "Change Password", "Change password", "stage_configuration", "require_authenticated"],
    [
        "default-provider-authorization-explicit-consent",
        "Authorize Application",
        "Redirecting to %(app)s",
        "authorization",
        "require_authenticated",
    ],
    [
        "default-provider-authorization-implicit-consent",
        "Authorize Application",
        "Redirecting to %(app)s",
        "authorization",
        "require_authenticated",
    ],
    [
        "default-provider-invalidation-flow",
        "Logged out of application",
        "You've logged out of %(app)s.",
        "invalidation",
        "none",
    ],
    [
        SOURCE_AUTHENTICATION,
        "Welcome to authentik!",
        "Welcome to authentik!",
        "authentication",
        "require_unauthenticated",
    ],
    [
        SOURCE_ENROLLMENT,
        "Welcome to authentik! Please select a username.",
        "Welcome to authentik! Please select a username.",
        "enrollment",
        "none",
    ],
    ["default-source-pre-authentication", "Pre-Authentication", "Pre-authentication", "stage_configuration", "none"],
    [USER_SETTINGS, "User settings", "Update your info", "stage_configuration", "require_authenticated"],
    ["initial-setup", "default-oobe-setup", "Welcome to authentik!", "stage_configuration", "none"],
];

/// Flow, order, name and kind of the stages that are simulated here.
const STAGES: &[(&str, i64, &str, StageKind)] = &[
    (AUTHENTICATION, 10, IDENTIFICATION, IDENTIFICATION_STAGE),
    (AUTHENTICATION, 20, "default-authentication-password", PASSWORD),
    (AUTHENTICATION, 30, "default-authentication-mfa-validation", VALIDATE),
    (AUTHENTICATION, 100, "default-authentication-login", LOGIN),
    (SOURCE_AUTHENTICATION, 0, "default-source-authentication-login", LOGIN),
    (SOURCE_ENROLLMENT, 0, "default-source-enrollment-prompt", PROMPT),
    (SOURCE_ENROLLMENT, 1, "default-source-enrollment-write", WRITE),
    (SOURCE_ENROLLMENT, 2, "default-source-enrollment-login", LOGIN),
    (INVALIDATION, 0, "default-invalidation-logout", LOGOUT),
];

pub(crate) fn default_flows() -> Vec<Flow> {
    FLOWS
        .iter()
        .map(|[slug, name, title, designation, authentication]| Flow {
            pk: random::uuid(),
            slug: (*slug).to_owned(),
            name: (*name).to_owned(),
            title: (*title).to_owned(),
            designation: (*designation).to_owned(),
            authentication: (*authentication).to_owned(),
            policy_engine_mode: "any".to_owned(),
            policy_binding: random::uuid(),
            policies: Vec::new(),
            stages: STAGES
                .iter()
                .filter(|(flow, ..)| flow == slug)
                .map(|&(_, order, name, kind)| Stage::bound(random::uuid(), name.to_owned(), order, kind))
                .collect(),
        })
        .collect()
}

impl Stage {
    pub(crate) fn bound(pk: String, name: String, order: i64, kind: StageKind) -> Self {
        Self {
            pk,
            name,
            order,
            kind,
            binding: random::uuid(),
            policy_binding: random::uuid(),
            evaluate_on_plan: false,
            re_evaluate_policies: true,
            policy_engine_mode: "any".to_owned(),
        }
    }

    /// Whether it is a Source stage.
    pub(crate) fn is_source(&self) -> bool {
        self.kind == SOURCE
    }

    /// Returns the binding of the stage in the form that events use.
    pub(crate) fn binding_model(&self, flow: &Flow) -> Value {
        let name = format!("Flow-stage binding #{} to {}", self.order, flow.pk);
        model(&self.binding, "authentik_flows", &name, "flowstagebinding")
    }
}

/// A login flow that an admin created: an identification stage with this name, a password stage and a login stage.
pub(crate) fn login_flow(slug: &'static str, page: &'static str) -> Flow {
    let stage = |order, name: &str, kind| Stage::bound(random::uuid(), name.to_owned(), order, kind);
    Flow {
        pk: random::uuid(),
        slug: slug.to_owned(),
        name: "Partners".to_owned(),
        title: "Welcome, partners".to_owned(),
        designation: "authentication".to_owned(),
        authentication: "none".to_owned(),
        policy_engine_mode: "any".to_owned(),
        policy_binding: random::uuid(),
        policies: Vec::new(),
        stages: vec![
            stage(10, page, IDENTIFICATION_STAGE),
            stage(20, "partners-authentication-password", PASSWORD),
            stage(100, "partners-authentication-login", LOGIN),
        ],
    }
}

impl Flow {
    /// A flow as an admin begins one: without stages, and with authentik's defaults.
    pub(crate) fn new() -> Self {
        Self {
            pk: random::uuid(),
            slug: String::new(),
            name: String::new(),
            title: String::new(),
            designation: String::new(),
            authentication: "none".to_owned(),
            policy_engine_mode: "any".to_owned(),
            policy_binding: random::uuid(),
            policies: Vec::new(),
            stages: Vec::new(),
        }
    }

    /// Binds an existing stage. Returns `None` if that stage is bound with this order already.
    pub(crate) fn bind(&mut self, bound: Stage) -> Option<&Stage> {
        if self.stages.iter().any(|stage| stage.pk == bound.pk && stage.order == bound.order) {
            return None;
        }
        let at = self.stages.partition_point(|stage| stage.order <= bound.order);
        self.stages.insert(at, bound);
        self.stages.get(at)
    }

    /// Removes a binding.
    pub(crate) fn unbind(&mut self, binding: &str) -> Option<Stage> {
        let at = self.stages.iter().position(|stage| stage.binding == binding)?;
        Some(self.stages.remove(at))
    }

    /// Whether its address alone may lead somewhere: it begins with a stage that denies, writes a user or asks for one.
    pub(crate) fn runs_by_address(&self) -> bool {
        self.stages.first().is_some_and(|stage| [DENY, WRITE, PROMPT].contains(&stage.kind))
    }

    /// Whether the flow signs users in.
    pub(crate) fn signs_in(&self) -> bool {
        self.stages.iter().any(|stage| stage.kind == LOGIN)
    }

    /// Returns the name and the kind of the stage with this key, if it is bound to this flow.
    pub(crate) fn stage(&self, pk: &str) -> Option<(String, StageKind)> {
        self.stages.iter().find(|stage| stage.pk == pk).map(|stage| (stage.name.clone(), stage.kind))
    }

    /// Returns the flow's identification stages, still without sources.
    pub(crate) fn identifications(&self) -> impl Iterator<Item = Identification> {
        let stages = self.stages.iter().filter(|stage| stage.kind == IDENTIFICATION_STAGE);
        stages.map(|stage| Identification::new(self, stage))
    }

    /// The flow in the form that events use.
    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_flows", &self.name, "flow")
    }

    fn export_url(&self) -> String {
        format!("/api/v3/flows/instances/{}/export/", self.slug)
    }

    pub(crate) fn view(&self) -> Value {
        json!({
            "pk": self.pk,
            "policybindingmodel_ptr_id": self.policy_binding,
            "name": self.name,
            "slug": self.slug,
            "title": self.title,
            "designation": self.designation,
            "background": "",
            "background_url": BACKGROUND,
            "background_themed_urls": null,
            "stages": self.stages.iter().map(|stage| &stage.pk).collect::<Vec<_>>(),
            "policies": self.policies,
            "cache_count": 0,
            "policy_engine_mode": self.policy_engine_mode,
            "compatibility_mode": false,
            "export_url": self.export_url(),
            "layout": "stacked",
            "denied_action": "message_continue",
            "authentication": self.authentication,
        })
    }

    /// The view of the flow inside a stage that is bound to it.
    pub(crate) fn short_view(&self) -> Value {
        json!({
            "pk": self.pk,
            "policybindingmodel_ptr_id": self.policy_binding,
            "name": self.name,
            "slug": self.slug,
            "title": self.title,
            "designation": self.designation,
            "background_url": BACKGROUND,
            "policy_engine_mode": self.policy_engine_mode,
            "compatibility_mode": false,
            "export_url": self.export_url(),
            "layout": "stacked",
            "denied_action": "message_continue",
        })
    }

    /// The bindings of the flow's stages.
    pub(crate) fn bindings(&self) -> Vec<Value> {
        self.stages.iter().map(|stage| self.binding_view(stage)).collect()
    }

    /// The API's view of one binding.
    pub(crate) fn binding_view(&self, stage: &Stage) -> Value {
        let (component, verbose_name, meta_model_name) = stage.kind;
        json!({
            "pk": stage.binding,
            "policybindingmodel_ptr_id": stage.policy_binding,
            "target": self.pk,
            "stage": stage.pk,
            "stage_obj": {
                "pk": stage.pk,
                "name": stage.name,
                "component": component,
                "verbose_name": verbose_name,
                "verbose_name_plural": format!("{verbose_name}s"),
                "meta_model_name": meta_model_name,
                "flow_set": [self.short_view()],
            },
            "evaluate_on_plan": stage.evaluate_on_plan,
            "re_evaluate_policies": stage.re_evaluate_policies,
            "order": stage.order,
            "policy_engine_mode": stage.policy_engine_mode,
            "invalid_response_action": "retry",
        })
    }

    /// What every challenge of the executor contains about the flow.
    pub(crate) fn challenge_view(&self, next: Option<&str>) -> Value {
        let cancel = match next {
            Some(next) => {
                let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
                format!("/flows/-/cancel/?next={next}")
            }
            None => "/flows/-/cancel/".to_owned(),
        };
        json!({
            "title": self.title,
            "background": BACKGROUND,
            "background_themed_urls": null,
            "cancel_url": cancel,
            "layout": "stacked",
        })
    }
}

/// The stage that shows a login page. Its sources are the buttons.
#[derive(Clone, Debug)]
pub(crate) struct Identification {
    pub pk: String,
    pub name: String,
    /// The slug of the flow that it belongs to.
    pub flow: String,
    pub user_fields: Vec<String>,
    /// The sources in the order in which they were created, whatever order was sent.
    pub sources: Vec<String>,
    /// The stage's switches by their names.
    pub switches: Map<String, Value>,
}

impl Identification {
    /// The switches that a request can set, with the values of a new server.
    pub(crate) const SWITCHES: [(&'static str, bool); 5] = [
        ("case_insensitive_matching", true),
        ("show_matched_user", true),
        ("show_source_labels", false),
        ("pretend_user_exists", true),
        ("enable_remember_me", false),
    ];

    fn new(flow: &Flow, stage: &Stage) -> Self {
        Self {
            pk: stage.pk.clone(),
            name: stage.name.clone(),
            flow: flow.slug.clone(),
            user_fields: vec!["email".to_owned(), "username".to_owned()],
            sources: Vec::new(),
            switches: Self::SWITCHES.iter().map(|(name, on)| ((*name).to_owned(), json!(on))).collect(),
        }
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_stages_identification", &self.name, "identificationstage")
    }

    pub(crate) fn view(&self, flow: &Flow) -> Value {
        let (component, verbose_name, meta_model_name) = IDENTIFICATION_STAGE;
        let mut view = json!({
            "pk": self.pk,
            "name": self.name,
            "component": component,
            "verbose_name": verbose_name,
            "verbose_name_plural": "Identification Stages",
            "meta_model_name": meta_model_name,
            "flow_set": [flow.short_view()],
            "user_fields": self.user_fields,
            "password_stage": null,
            "captcha_stage": null,
            "enrollment_flow": null,
            "recovery_flow": null,
            "passwordless_flow": null,
            "sources": self.sources,
            "webauthn_stage": null,
        });
        if let Value::Object(view) = &mut view {
            view.extend(self.switches.clone());
        }
        view
    }
}
