//! The content of a form or a query.

/// Names and values in their order. A name may occur several times.
#[derive(Clone, Default)]
pub(crate) struct FormBody(Vec<(String, String)>);

impl FormBody {
    /// Parses `application/x-www-form-urlencoded`, which is also the format of queries.
    pub(crate) fn parse(body: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(body).into_owned().collect())
    }

    /// The first value with this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values with this name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(held, _)| held == name).map(|(_, value)| value.as_str())
    }
}
