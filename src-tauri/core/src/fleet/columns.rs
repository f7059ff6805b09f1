//! Which value of a line is what.

/// The columns that are read from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Server,
    Slug,
    ClientId,
    CaFile,
}

/// The columns of a list that names none, in their order.
pub(super) const USUAL: [Option<Column>; 4] =
    [Some(Column::Server), Some(Column::Slug), Some(Column::ClientId), Some(Column::CaFile)];

/// What a column may be called: letters and digits alone, in lower case.
const NAMES: &[(&str, Column)] = &[
    ("server", Column::Server),
    ("address", Column::Server),
    ("url", Column::Server),
    ("host", Column::Server),
    ("authentik", Column::Server),
    ("callback", Column::Server),
    ("callbackurl", Column::Server),
    ("slug", Column::Slug),
    ("source", Column::Slug),
    ("sourceslug", Column::Slug),
    ("clientid", Column::ClientId),
    ("consumerkey", Column::ClientId),
    ("cafile", Column::CaFile),
    ("ca", Column::CaFile),
];

/// The further columns of a table that this program wrote.
const OWN: &[&str] = &["line", "verdict", "diagnoses", "release", "milliseconds"];

/// The names of columns that hold a secret.
const SECRETS: &[&str] = &["secret", "password", "token", "consumersecret", "apikey", "key"];

/// The first line of a list, where it names columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeaderRow {
    pub(super) columns: Vec<Option<Column>>,
    /// Columns that hold no more than this program's own verdicts, or nothing at all, aren't among them.
    pub(super) unread: Vec<String>,
    /// Columns that are called as if they held a secret.
    pub(super) secret: Vec<String>,
}

/// Reads a first line as names of columns; none where it is a source already.
pub(super) fn head(values: &[String]) -> Option<HeaderRow> {
    let known = |name: &str| NAMES.iter().find(|(known, _)| *known == plain(name)).map(|(_, column)| *column);
    let is_value = |value: &String| value.contains(['.', '/', ':']);
    if values.iter().any(is_value) || !values.iter().any(|value| known(value).is_some()) {
        return None;
    }
    let mut head = HeaderRow { columns: Vec::new(), unread: Vec::new(), secret: Vec::new() };
    for value in values {
        let column = known(value).filter(|column| !head.columns.contains(&Some(*column)));
        let name = plain(value);
        if column.is_none() && SECRETS.iter().any(|secret| name.ends_with(secret)) {
            head.secret.push(value.clone());
        } else if column.is_none() && !name.is_empty() && !OWN.contains(&name.as_str()) {
            head.unread.push(value.clone());
        }
        head.columns.push(column);
    }
    Some(head)
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_names_columns_or_is_a_source() {
        let check = |line: &str, wanted: Option<(&str, &str, &str)>| {
            let values: Vec<_> = line.split(',').map(str::to_owned).collect();
            let found = head(&values).map(|head| {
                let columns = head.columns.iter().map(|column| match column {
                    Some(Column::Server) => 'S',
                    Some(Column::Slug) => 's',
                    Some(Column::ClientId) => 'i',
                    Some(Column::CaFile) => 'c',
                    None => '-',
                });
                (columns.collect::<String>(), head.unread.join(" "), head.secret.join(" "))
            });
            let wanted =
                wanted.map(|(columns, unread, secret)| (columns.to_owned(), unread.to_owned(), secret.to_owned()));
            assert_eq!(found, wanted, "{line}");
        };
        check("server,slug", Some(("Ss", "", "")));
        check("Slug,Callback URL,Client ID,CA file,Owner", Some(("sSic-", "Owner", "")));
        check("server,slug,client_secret", Some(("Ss-", "", "client_secret")));
        check("line,server,slug,verdict,,address", Some(("-Ss---", "address", "")));
        check("name,owner", None);
        check("auth.company,x", None);
        check("localhost,x", None);
        check("auth.company,slug", None);
    }
}
