/// A link to make again: this user and this X account, agreed to by an admin who saw what tells the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkToRestore {
    /// The user's number.
    pub user: i64,
    /// The user's name.
    pub username: String,
    /// Whether the user may do everything.
    pub superuser: bool,
    /// The number of the X account.
    pub id: String,
}
