//! authentik's own messages, verbatim from a real 2025.12.4.
//!
//! Clients read them, and they aren't messages of this product. So they don't belong in the message files, and no
//! language changes them.

use super::mapped_profile::MappingError;

pub(crate) const NOT_PROVIDED: &str = "Authentication credentials were not provided.";
pub(crate) const TOKEN_INVALID: &str = "Token invalid/expired";
pub(crate) const NOT_ALLOWED: &str = "You do not have permission to perform this action.";
pub(crate) const INVALID_PAGE: &str = "Invalid page.";
pub(crate) const NOT_JSON: &str = "JSON parse error";

pub(crate) const THROTTLED: &str = "Request was throttled. Expected available in 3 seconds.";

pub(crate) const REQUIRED: &str = "This field is required.";
pub(crate) const NULL: &str = "This field may not be null.";
pub(crate) const BLANK: &str = "This field may not be blank.";
pub(crate) const NOT_TEXT: &str = "Not a valid string.";
pub(crate) const NOT_FLAG: &str = "Must be a valid boolean.";
pub(crate) const NOT_NUMBER: &str = "A valid integer is required.";
pub(crate) const SLUG: &str = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";
pub(crate) const SLUG_TAKEN: &str = "source with this slug already exists.";
/// The text that replaces the result in the test of a mapping that raised an exception, without the frames inside
/// authentik.
pub(crate) fn traceback(raised: &MappingError) -> String {
    let MappingError { mapping, kind, words } = raised;
    format!(
        "Traceback (most recent call last):\n  File \"{name}\", line 3, in <module>\n  File \"{name}\", line 2, in \
         handler\n{kind}: {words}",
        name = mapping.name
    )
}

pub(crate) fn mapping_failed(name: &str) -> String {
    format!("Failed to evaluate property mapping: '{name}'")
}

pub(crate) const MAPPING_EXCEPTION: &str = "Failed to execute property mapping";
pub(crate) const MAPPING_TAKEN: &str = "Property Mapping with this name already exists.";
pub(crate) const NO_SUCH_CHOICE: &str = "Select a valid choice. That choice is not one of the available choices.";
pub(crate) const NOTHING_TO_SIGN_IN_WITH: &str =
    "When no user fields are selected, at least one source must be selected";
pub(crate) const ENTERPRISE: &str = "Enterprise is required to create/update this object.";
pub(crate) const STAGE_TAKEN: &str = "stage with this name already exists.";
pub(crate) const BOUND_THERE: &str = "The fields target, stage, order must make a unique set.";

pub(crate) const POLICY_TAKEN: &str = "Policy with this name already exists.";
pub(crate) const POLICY_BOUND_THERE: &str = "The fields policy, target, order must make a unique set.";
pub(crate) const FLOW_TAKEN: &str = "Flow with this slug already exists.";
pub(crate) const GROUP_TAKEN: &str = "Group with this name already exists.";

pub(crate) fn too_long(most: usize) -> String {
    format!("Ensure this field has no more than {most} characters.")
}

pub(crate) const BLUEPRINT_VERSION: &str = "Invalid blueprint version";
pub(crate) const NO_SUCH_MODEL: &str = "App or Model does not exist";
pub(crate) const BLUEPRINT_UNREAD: &str = "ParserError";
pub(crate) fn no_such_entry(id: &str) -> String {
    format!("KeyOf: failed to find entry with `id` of `{id}` and a model instance")
}

pub(crate) const DENIED_TITLE: &str = "Permission denied";
pub(crate) const DENIED: &str = "Request has been denied.";
pub(crate) const ONLY_INTERNAL: &str = "Interface can only be accessed by internal users.";
pub(crate) const FLOW_NOT_APPLICABLE: &str = "Flow does not apply to current user.";
pub(crate) const NO_ENROLLMENT: &str = "Source is not configured for enrollment.";
pub(crate) const NO_AUTHENTICATION: &str = "Configured flow does not exist.";
pub(crate) const USER_NOT_WRITTEN: &str = "Failed to update user. Please try again later.";
pub(crate) const USER_INACTIVE: &str = "Unknown error";
pub(crate) const USERNAME_TAKEN: &str = "Username is already taken.";
pub(crate) const INVALID_SOURCE: &str = "Invalid source";
pub(crate) const LINKED: &str = "Linked Source";

pub(crate) const NOT_FOUND: &str = "Not Found";
pub(crate) const BAD_REQUEST: &str = "Bad Request";
pub(crate) const SERVER_ERROR: &str = "Server Error";
pub(crate) const GO_HOME: &str = "Go home";
pub(crate) const NOT_YOU: &str = "Not you?";

pub(crate) const STATE_CHECK: &str = "State check failed.";
pub(crate) const NO_CODE: &str = "No token received.";
pub(crate) const NO_TOKEN: &str = "Could not retrieve token.";
pub(crate) const NO_PROFILE: &str = "Could not retrieve profile.";
pub(crate) const PROFILE_NOT_JSON: &str = "Failed to JSON-decode profile.";

pub(crate) fn no_match(model: &str) -> String {
    format!("No {model} matches the given query.")
}

pub(crate) fn no_such_object(pk: &str) -> String {
    format!("Invalid pk \"{pk}\" - object does not exist.")
}

pub(crate) fn not_a_choice(value: &str) -> String {
    format!("\"{value}\" is not a valid choice.")
}

pub(crate) fn not_a_duration(value: &str) -> String {
    format!("{value} is not in the correct format of 'hours=3;minutes=1'.")
}

pub(crate) fn not_available(value: &str) -> String {
    format!("Select a valid choice. {value} is not one of the available choices.")
}

pub(crate) fn not_a_list(kind: &str) -> String {
    format!("Expected a list of items but got type \"{kind}\".")
}

pub(crate) fn method_not_allowed(method: &str) -> String {
    format!("Method \"{method}\" not allowed.")
}

pub(crate) fn failed(reason: &str) -> String {
    format!("Authentication failed: {reason}")
}

pub(crate) fn signed_in(source: &str) -> String {
    format!("Successfully authenticated with {source}!")
}

pub(crate) fn linked(source: &str) -> String {
    format!("Successfully linked {source}!")
}

pub(crate) fn denied_by_mode(source: &str) -> String {
    format!(
        "Request to authenticate with {source} has been denied. Please authenticate with the source you've previously \
         signed up with."
    )
}
