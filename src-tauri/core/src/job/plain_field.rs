//! The fields whose values are shown, sent and stored in the clear.

/// A field whose value isn't secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainField {
    /// The server's address.
    Address,
    /// The source's name.
    Name,
    /// The slug.
    Slug,
    /// The further scopes.
    Scopes,
    /// The link to the terms of service.
    Terms,
    /// The link to the privacy policy.
    Privacy,
    /// The group of new users.
    Group,
    /// The name of a job in the list.
    Label,
}
