/// What nobody outside of X knows, with the likelier answer as default [U, docs/evidence/x.md §10].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own, and they go together freely")]
pub struct Unknowns {
    /// Whether a code is used up by an exchange that failed.
    pub failed_exchange_burns_code: bool,
    /// Whether `users.email` breaks the consent page while the app's switch is off.
    pub email_scope_needs_switch: bool,
    /// How "Cancel" comes back.
    pub cancel: Cancel,
    /// What happens to a state that is longer than X documents.
    pub long_state: LongState,
    /// Whether HTTP Basic with a wrong secret is refused to a public client too.
    pub public_client_secret_checked: bool,
    /// Whether apps outside of Production let everybody in, testers or not.
    pub development_admits_everybody: bool,
    /// Whether an unknown Client ID is refused with 401 in place of 400.
    pub unknown_client_401: bool,
    /// Whether the profile comes although the account has no credits.
    pub profile_without_credits: bool,
    /// What the form refuses beyond the documented rules.
    pub form: FormRules,
    /// Whether a callback on loopback matches whatever its port is (RFC 8252 §7.3).
    pub any_loopback_port: bool,
    /// What a revocation is answered with.
    pub revoke_answer: RevokeAnswer,
}

/// What the form may refuse, of callbacks and of the website; loopback stays allowed [U, docs/evidence/x.md §3.3].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FormRules {
    /// `http://`.
    pub refuses_plain_http: bool,
    /// An IP address for a host.
    pub refuses_bare_ip: bool,
    /// A host that only a company's own network knows.
    pub refuses_internal_names: bool,
}

/// How "Cancel" comes back to the app.
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
    /// "Something went wrong".
    #[default]
    Refused,
    /// It comes back whole.
    Taken,
    /// Its end is lost.
    Cut,
}

/// What a revocation is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RevokeAnswer {
    /// `{"revoked":true}`
    #[default]
    Revoked,
    /// `{}`
    EmptyObject,
    /// Nothing (RFC 7009 §2.2).
    Nothing,
}
