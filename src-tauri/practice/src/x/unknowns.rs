/// Behavior that only X knows, with the likelier answer as the default [U, docs/evidence/x.md §10].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own, and they go together freely")]
pub struct Unknowns {
    /// Whether a failed exchange uses up the code.
    pub failed_exchange_burns_code: bool,
    /// Whether the scope `users.email` breaks the consent page while the app's switch is off.
    pub email_scope_needs_switch: bool,
    /// What X returns after "Cancel".
    pub cancel: Cancel,
    /// What happens to a state that is longer than X documents.
    pub long_state: LongState,
    /// Whether HTTP Basic with a wrong secret is refused for a public client too.
    pub public_client_secret_checked: bool,
    /// Whether everybody can authorize apps outside of Production, testers or not.
    pub development_admits_everybody: bool,
    /// Whether an unknown Client ID is refused with 401 instead of 400.
    pub unknown_client_401: bool,
    /// Whether the profile is returned although the account has no credits.
    pub profile_without_credits: bool,
    /// What the form refuses beyond the documented rules.
    pub form: FormRules,
    /// Whether a callback on loopback matches with any port (RFC 8252 §7.3).
    pub any_loopback_port: bool,
    /// The answer to a revocation.
    pub revoke_answer: RevokeAnswer,
}

/// Which callbacks and websites the form refuses. Loopback is always allowed [U, docs/evidence/x.md §3.3].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FormRules {
    /// Refuses `http://`.
    pub refuses_plain_http: bool,
    /// Refuses an IP address as the host.
    pub refuses_bare_ip: bool,
    /// Refuses the host names of a company's own network.
    pub refuses_internal_names: bool,
}

/// What X returns to the app after "Cancel".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Cancel {
    /// `?error=access_denied&state=…`
    #[default]
    ErrorAndState,
    /// `?error=access_denied&error_description=…&state=…`
    ErrorAndDescription,
    /// `?error=access_denied`
    ErrorOnly,
    /// `?denied=…`, as in OAuth 1.0a.
    Denied,
}

/// What happens to a state that is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LongState {
    /// X shows "Something went wrong".
    #[default]
    Refused,
    /// X returns it unchanged.
    Taken,
    /// X returns it without its end.
    Cut,
}

/// The answer to a revocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RevokeAnswer {
    /// `{"revoked":true}`
    #[default]
    Revoked,
    /// `{}`
    EmptyObject,
    /// An empty body (RFC 7009 §2.2).
    Nothing,
}
