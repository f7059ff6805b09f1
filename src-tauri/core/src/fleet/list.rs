//! A list of sources, from a file or from jobs. Each line is a source, or is reported with what is wrong with it.

use super::columns::{Column, USUAL, head};
use super::entry::{ListEntry, Site};
use super::lines::{ListRecord, records, separator, text, values};
use crate::address::{HttpPolicy, ServerUrl, Slug, source_link};
use crate::credentials::{ClientId, PasteField, PasteVerdict, recognise};
use crate::i18n::{Message, msg};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most of a file that is read, in bytes.
pub const LONGEST: usize = 16 << 20;

/// The most sources of a list.
pub(super) const MOST: usize = 100_000;

/// The most remarks that are kept. A list of a million wrong lines needs no million sentences.
pub const SAID: usize = 100;

/// What a list was read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceList {
    /// The sources, in their order.
    pub entries: Vec<ListEntry>,
    /// The first remarks on its lines, at most [`SAID`] of them.
    pub remarks: Vec<ListRemark>,
    /// How many further remarks there are.
    pub more_remarks: usize,
    /// How many lines are wrong, whether their remarks are kept or not.
    pub wrong: usize,
}

/// Something about a line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ListRemark {
    /// The line, counted from 1; of jobs, which of them.
    pub line: u32,
    /// What happens with the line.
    pub kind: ListRemarkKind,
    /// What is wrong, and how to fix it.
    pub says: Message,
}

/// What happens with a line that has a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ListRemarkKind {
    /// It isn't checked, until somebody mends it.
    Wrong,
    /// It isn't checked, because the same source is already.
    Twice,
    /// The line is used, except for the part in the remark.
    Hint,
}

/// One source, as a list or a job tells it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListedSource<'s> {
    /// The server's address, or any of a source's own addresses.
    pub server: &'s str,
    /// The slug; empty where the address tells it.
    pub slug: &'s str,
    /// The Client ID that the server should send X; empty where that isn't known.
    pub client_id: &'s str,
    /// A file with the certificates of a private CA; empty for none.
    pub ca_file: &'s str,
}

/// Reads a list from a file's bytes: values separated by commas, semicolons or tabs, with or without a header line. A
/// relative path of a CA file is resolved in `folder`, the folder of the list.
pub fn parse(bytes: &[u8], plain: HttpPolicy, folder: Option<&Path>) -> SourceList {
    let mut list = SourceList::default();
    if bytes.len() > LONGEST {
        list.leave_out(1, msg::fleet_list_too_long(LONGEST >> 20));
        return list;
    }
    let whole = text(bytes);
    let mut records = records(&whole);
    // Excel's own first line.
    let given = records.first().and_then(|line| line.text.trim().strip_prefix("sep="));
    let given = given.and_then(|rest| rest.bytes().next()).or_else(|| given.map(|_| b'\t'));
    if given.is_some() {
        records.remove(0);
    }
    let separator = given.unwrap_or_else(|| separator(&records));
    let mut columns = USUAL.to_vec();
    if let Some(head) = records.first().and_then(|line| head(&values(line.text, separator))) {
        let line = records.remove(0).number;
        head.unread.iter().for_each(|name| list.remark(line, msg::fleet_column_unread(name)));
        head.secret.iter().for_each(|name| list.remark(line, msg::fleet_column_secret(name)));
        if !head.columns.contains(&Some(Column::Server)) {
            list.leave_out(line, msg::fleet_list_no_server());
            return list;
        }
        columns = head.columns;
    }
    let mut making = EntryBuilder::new(plain, folder);
    for line in records.iter().take(MOST) {
        making.line(line, separator, &columns, &mut list);
    }
    if records.len() > MOST {
        // It is the first that a person has to know.
        let end = records.last().map_or(1, |line| line.number);
        let says = msg::fleet_list_too_many(records.len() - MOST, MOST);
        list.remarks.insert(0, ListRemark { line: end, kind: ListRemarkKind::Wrong, says });
        list.wrong += 1;
    }
    if records.is_empty() {
        list.leave_out(1, msg::fleet_list_empty());
    }
    list
}

impl SourceList {
    /// Makes a list of sources that are known already, such as those of jobs.
    pub fn from_sources<'s>(sources: impl IntoIterator<Item = (ListedSource<'s>, HttpPolicy)>) -> Self {
        let mut list = Self::default();
        let mut maker = EntryBuilder::new(HttpPolicy::LoopbackOnly, None);
        for (number, (source, plain)) in (1..).zip(sources) {
            maker.plain = plain;
            maker.source(number, source, &mut list);
        }
        list
    }

    /// How many lines are wrong.
    pub fn count_invalid(&self) -> usize {
        self.wrong
    }

    fn remark(&mut self, line: u32, says: Message) {
        self.say(line, ListRemarkKind::Hint, || says);
    }

    fn leave_out(&mut self, line: u32, says: Message) {
        self.say(line, ListRemarkKind::Wrong, || says);
    }

    fn say(&mut self, line: u32, kind: ListRemarkKind, says: impl FnOnce() -> Message) {
        self.wrong += usize::from(kind == ListRemarkKind::Wrong);
        if self.remarks.len() < SAID {
            self.remarks.push(ListRemark { line, kind, says: says() });
        } else {
            self.more_remarks += 1;
        }
    }
}

/// Makes entries of lines, and remembers those it has made.
struct EntryBuilder<'f> {
    plain: HttpPolicy,
    folder: Option<&'f Path>,
    sites: HashSet<Arc<Site>>,
    /// Which entry of the list is this source.
    made: HashMap<(ServerUrl, Slug), usize>,
}

impl<'f> EntryBuilder<'f> {
    fn new(plain: HttpPolicy, folder: Option<&'f Path>) -> Self {
        Self { plain, folder, sites: HashSet::new(), made: HashMap::new() }
    }

    fn line(&mut self, line: &ListRecord<'_>, separator: u8, columns: &[Option<Column>], list: &mut SourceList) {
        if line.is_open {
            return list.leave_out(line.number, msg::fleet_row_quote());
        }
        let values = values(line.text, separator);
        let extra = values.iter().skip(columns.len()).any(|value| !value.is_empty());
        if extra {
            return list.leave_out(line.number, msg::fleet_row_values(values.len(), columns.len()));
        }
        let value = |wanted: Column| {
            let at = columns.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| values.get(at)).map(|value| unguarded(value)).unwrap_or_default()
        };
        let source = ListedSource {
            server: value(Column::Server),
            slug: value(Column::Slug),
            client_id: value(Column::ClientId),
            ca_file: value(Column::CaFile),
        };
        let all = [source.server, source.slug, source.client_id, source.ca_file];
        if all.iter().any(|value| value.contains(['\u{fffd}', '\0'])) {
            return list.leave_out(line.number, msg::fleet_row_no_text());
        }
        if all.iter().any(|value| value.contains('\n')) {
            return list.leave_out(line.number, msg::fleet_row_break());
        }
        self.source(line.number, source, list);
    }

    fn source(&mut self, line: u32, source: ListedSource<'_>, list: &mut SourceList) {
        match self.made(line, source) {
            Ok(entry) => self.put(entry, list),
            Err(says) => list.leave_out(line, says),
        }
    }

    fn made(&mut self, line: u32, source: ListedSource<'_>) -> Result<ListEntry, Message> {
        let server = ServerUrl::parse(source.server, self.plain).map_err(|error| error.message())?.url;
        let slug = if source.slug.is_empty() {
            let told = source_link(source.server).map(|(_, slug)| slug);
            told.ok_or_else(|| msg::fleet_row_no_slug(server.as_str()))?
        } else {
            Slug::parse_existing(source.slug).map_err(|error| error.message())?
        };
        let client_id = if source.client_id.is_empty() { None } else { Some(client_id(source.client_id)?) };
        let ca_file = (!source.ca_file.is_empty()).then(|| match self.folder {
            Some(folder) => folder.join(source.ca_file),
            None => PathBuf::from(source.ca_file),
        });
        let site = Site { server, ca_file };
        let site = self.sites.get(&site).cloned().unwrap_or_else(|| {
            let site = Arc::new(site);
            self.sites.insert(Arc::clone(&site));
            site
        });
        Ok(ListEntry { line, site, slug, client_id })
    }

    fn put(&mut self, entry: ListEntry, list: &mut SourceList) {
        let named = (entry.site.server.clone(), entry.slug.clone());
        if let Some(first) = self.made.get(&named).and_then(|at| list.entries.get(*at)) {
            let same = first.client_id == entry.client_id && first.site == entry.site;
            let first = i64::from(first.line);
            let says = if same { msg::fleet_row_same(first) } else { msg::fleet_row_same_otherwise(first) };
            list.say(entry.line, ListRemarkKind::Twice, || says);
            return;
        }
        self.made.insert(named, list.entries.len());
        list.entries.push(entry);
    }
}

/// A value as it was before a table guarded it against being taken for a formula.
fn unguarded(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        Some(_) | None => value,
    }
}

/// What may be a Client ID; anything else may be a secret, and isn't kept.
fn client_id(text: &str) -> Result<ClientId, Message> {
    let pasted = recognise(text, PasteField::ClientId);
    let is_taken = pasted.recognised.verdict != PasteVerdict::Wrong && pasted.recognised.kind.is_one_value();
    match pasted.client_id().filter(|_| is_taken) {
        Some(id) => Ok(id),
        None => Err(pasted.recognised.says),
    }
}
