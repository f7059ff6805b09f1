//! The server's own settings, as a server has them that nobody changed.

use serde_json::{Map, Value, json};

/// By their names.
#[derive(Clone, Debug)]
pub(crate) struct Settings(pub Map<String, Value>);

impl Default for Settings {
    fn default() -> Self {
        let fresh = json!({
            "avatars": "gravatar,initials",
            // From 2026.8 on, and without a use until 2026.11 [D, docs/evidence/authentik.md §13].
            "base_url": "",
            "default_user_change_name": true,
            "default_user_change_email": false,
            "default_user_change_username": false,
            "event_retention": "days=365",
            "reputation_lower_limit": -5,
            "reputation_upper_limit": 5,
            "footer_links": [],
            "gdpr_compliance": true,
            "impersonation": true,
            "impersonation_require_reason": true,
            "default_token_duration": "minutes=30",
            "default_token_length": 60,
            "pagination_default_page_size": 20,
            "pagination_max_page_size": 100,
            "flags": {},
        });
        Self(fresh.as_object().cloned().unwrap_or_default())
    }
}
