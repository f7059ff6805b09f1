//! Query strings, and lists in authentik's envelope with filters, search, order and pages.

use super::answer::{ApiRefusal, ApiResponse, json};
use axum::http::StatusCode;
use serde_json::{Value, json};
use url::form_urlencoded;

/// The number of rows on a page unless the query sets another.
const PAGE: usize = 20;
const LARGEST_PAGE: usize = 100;

/// A parsed query string.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListQuery(Vec<(String, String)>);

impl ListQuery {
    pub(crate) fn parse(raw: &str) -> Self {
        Self(form_urlencoded::parse(raw.as_bytes()).into_owned().collect())
    }

    /// The last value with this name, as Django reads it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value, unless it is empty: an empty filter has no effect.
    pub(crate) fn filter(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Removes the parameters with these names.
    pub(crate) fn forget(&mut self, which: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| !which(name));
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The parameters as an object, in the form that events use.
    pub(crate) fn object(&self) -> Value {
        Value::Object(self.0.iter().map(|(name, value)| (name.clone(), json!(value))).collect())
    }
}

/// The parameters that a list supports in addition to pages.
pub(crate) struct ListFilters {
    /// Fields for which a parameter of the same name filters by exact value.
    pub exact: &'static [&'static str],
    /// Fields that `search` searches.
    pub search: &'static [&'static str],
    /// The order if the query sets none.
    pub order: &'static str,
}

/// Returns one page of the rows in the envelope, filtered and ordered by the query.
pub(crate) fn list(rows: Vec<Value>, query: &ListQuery, asks: &ListFilters) -> ApiResponse {
    let mut rows = rows;
    for field in asks.exact {
        if let Some(wanted) = query.filter(field) {
            rows.retain(|row| plain(&row[*field]).eq_ignore_ascii_case(wanted));
        }
    }
    if let Some(wanted) = query.filter("search") {
        let wanted = wanted.to_lowercase();
        rows.retain(|row| asks.search.iter().any(|field| plain(&row[*field]).to_lowercase().contains(&wanted)));
    }
    order(&mut rows, query.filter("ordering").unwrap_or(asks.order));
    envelope(&rows, query)
}

fn order(rows: &mut [Value], by: &str) {
    let (field, descending) = by.strip_prefix('-').map_or((by, false), |field| (field, true));
    // The sort is stable: rows with the same timestamp keep the order in which they were created, or its reverse.
    if descending {
        rows.reverse();
    }
    rows.sort_by(|a, b| {
        let sorted = match (a[field].as_f64(), b[field].as_f64()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => plain(&a[field]).cmp(&plain(&b[field])),
        };
        if descending { sorted.reverse() } else { sorted }
    });
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn envelope(rows: &[Value], query: &ListQuery) -> ApiResponse {
    let number = |name: &str| query.filter(name).and_then(|value| value.parse::<usize>().ok()).filter(|n| *n > 0);
    let size = number("page_size").unwrap_or(PAGE).min(LARGEST_PAGE);
    let page = number("page").unwrap_or(1);
    let pages = rows.len().div_ceil(size).max(1);
    if page > pages {
        return Err(ApiRefusal::InvalidPage);
    }
    let start = (page - 1) * size;
    let end = rows.len().min(start + size);
    Ok(json(
        StatusCode::OK,
        &json!({
            "pagination": {
                "next": if page < pages { page + 1 } else { 0 },
                "previous": page - 1,
                "count": rows.len(),
                "current": page,
                "total_pages": pages,
                "start_index": if rows.is_empty() { 0 } else { start + 1 },
                "end_index": end,
            },
            "results": rows[start..end],
            // The search box of authentik's own pages uses this; no client of the practice server does.
            "autocomplete": {},
        }),
    ))
}
