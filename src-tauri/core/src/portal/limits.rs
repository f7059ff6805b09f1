use super::dated::{DatedEntry, DatedValue, limit};
use super::dollars::Dollars;
use crate::i18n::{Message, msg};
use serde::Deserialize;

/// X's prices and limits that matter for the job.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlatformLimits {
    /// What one read of a profile costs.
    pub user_read_dollars: DatedValue<Dollars>,
    /// Whether the same person costs once only in a day of UTC; a sign-in reads one profile.
    pub once_a_day: DatedValue<bool>,
    /// Whether a balance at or below zero stops every request.
    pub zero_balance: DatedValue<bool>,
    /// Whether a spending limit that is reached stops every request.
    pub spending_limit: DatedValue<bool>,
    /// The most callbacks of an app.
    pub callbacks: DatedValue<u32>,
    /// How long an authorization code lives, in seconds.
    pub code_seconds: DatedValue<u32>,
    /// How long an access token lives, in seconds.
    pub access_token_seconds: DatedValue<u32>,
    /// The longest `state`, in characters.
    pub state_characters: DatedValue<u32>,
    /// The most reads of a profile per person in 15 minutes.
    pub profile_reads: DatedValue<u32>,
}

impl PlatformLimits {
    /// What a second read of the same person's profile within one sign-in costs, in one sentence.
    pub fn second_read_cost(&self) -> Message {
        msg::portal_cost_second_read(self.user_read_dollars.value.to_string())
    }

    /// Each of them with its day, by its name in `guide.toml`.
    pub(super) fn dated(&self) -> Vec<DatedEntry> {
        let Self { user_read_dollars, once_a_day, zero_balance, spending_limit, .. } = self;
        let Self { callbacks, code_seconds, access_token_seconds, state_characters, profile_reads, .. } = self;
        vec![
            limit("user-read-dollars", user_read_dollars),
            limit("once-a-day", once_a_day),
            limit("zero-balance", zero_balance),
            limit("spending-limit", spending_limit),
            limit("callbacks", callbacks),
            limit("code-seconds", code_seconds),
            limit("access-token-seconds", access_token_seconds),
            limit("state-characters", state_characters),
            limit("profile-reads", profile_reads),
        ]
    }

    /// What a sign-in costs and how many callbacks fit, in one sentence with the day it was read.
    pub fn cost(&self) -> Message {
        let price = &self.user_read_dollars;
        let read = price.checked;
        msg::portal_cost(
            self.callbacks.value,
            u32::from(read.day()),
            u32::from(u8::from(read.month())),
            price.value.to_string(),
            // As text: a language may write a year's digits as they are, but must not group them.
            read.year().to_string(),
        )
    }
}
