//! What a form or a query holds.

/// Names and values, in their order; a name may occur several times.
#[derive(Clone, Default)]
pub(crate) struct FormBody(Vec<(String, String)>);

impl FormBody {
    /// Reads `application/x-www-form-urlencoded`, which a query is too.
    pub(crate) fn parse(body: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(body).into_owned().collect())
    }

    /// The first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(held, _)| held == name).map(|(_, value)| value.as_str())
    }
}
