//! A file taken apart: into text, and the text into lines that hold a record each.

/// A record of a list: its line number and its values.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ListRecord<'t> {
    /// Its first line, counted from 1.
    pub(super) number: u32,
    /// The record, without the break at its end.
    pub(super) text: &'t str,
    /// Whether a quote is opened in it and never closed.
    pub(super) is_open: bool,
}

/// How many lines a quoted value may run over. An unclosed quote would swallow all that follows.
const LONGEST: usize = 20;

/// The text of a file: UTF-8 or UTF-16, according to its byte order mark, with `\n` as the only line ending. Bytes that
/// aren't text become U+FFFD.
pub(super) fn text(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<_> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        rest => String::from_utf8_lossy(rest).into_owned(),
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// The records of a text, without blank lines and comments (`#`). A quoted value may span several lines. If a quote
/// isn't closed, its line is a record of its own, so that the lines below are still read.
pub(super) fn records(text: &str) -> Vec<ListRecord<'_>> {
    let mut starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    starts.push(text.len() + 1);
    let line = |from: usize, to: usize| text.get(starts[from]..starts[to] - 1).unwrap_or_default();
    let count = starts.len() - 1;
    let mut all = Vec::new();
    let mut at = 0;
    while at < count {
        let own = line(at, at + 1);
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let begin = own.trim_start();
        if begin.trim_end().is_empty() || begin.starts_with('#') {
            at += 1;
            continue;
        }
        let is_closed = |text: &str| text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
        let end = (at + 1..=count.min(at + LONGEST)).find(|end| is_closed(line(at, *end)));
        all.push(ListRecord { number, text: end.map_or(own, |end| line(at, end)), is_open: end.is_none() });
        at = end.unwrap_or(at + 1);
    }
    all
}

/// The separator between the values: a comma, a semicolon or a tab, whichever is most frequent outside of quotes.
pub(super) fn separator(records: &[ListRecord<'_>]) -> u8 {
    let count = |wanted: u8| -> usize {
        let of = |line: &ListRecord<'_>| {
            let mut quoted = false;
            let counts = |byte: u8| {
                quoted ^= byte == b'"';
                !quoted && byte == wanted
            };
            line.text.bytes().map(counts).filter(|counts| *counts).count()
        };
        records.iter().take(50).map(of).sum()
    };
    let of_all = [b',', b';', b'\t'].map(|byte| (count(byte), byte));
    of_all.into_iter().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map_or(b',', |(_, byte)| byte)
}

/// The values of a record.
pub(super) fn values(text: &str, separator: u8) -> Vec<String> {
    if !text.contains('"') {
        // Nothing to unquote: a reader for each of a hundred thousand lines would take seconds.
        return text.split(char::from(separator)).map(|value| value.trim().to_owned()).collect();
    }
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).trim(csv::Trim::All).buffer_capacity(256);
    let mut record = csv::StringRecord::new();
    // A reader of text that is in memory fails in no way.
    let is_read = builder.from_reader(text.as_bytes()).read_record(&mut record).unwrap_or_default();
    if is_read { record.iter().map(str::to_owned).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_whatever_its_marks_and_line_ends() {
        let wide = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| {
            let units = "a,b\r\nü".encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<_>>()
        };
        for bytes in [
            "a,b\nü".as_bytes().to_vec(),
            "\u{feff}a,b\r\nü".as_bytes().to_vec(),
            "\u{feff}\u{feff}a,b\rü".as_bytes().to_vec(),
            wide([0xff, 0xfe], u16::to_le_bytes),
            wide([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(text(&bytes), "a,b\nü", "{bytes:?}");
        }
        assert_eq!(text(b"a\xffb"), "a\u{fffd}b");
    }

    #[test]
    fn a_quote_that_isnt_closed_costs_its_own_line_only() {
        let check = |text: &str, wanted: &[(u32, &str, bool)]| {
            let found = records(text);
            let found: Vec<_> = found.iter().map(|line| (line.number, line.text, line.is_open)).collect();
            assert_eq!(found, wanted, "{text:?}");
        };
        check("", &[]);
        check("\n# a \"comment\n\n  \n", &[]);
        check("a,b\n\nc,d", &[(1, "a,b", false), (3, "c,d", false)]);
        check("a,\"b\nc\",d\ne,f\n", &[(1, "a,\"b\nc\",d", false), (3, "e,f", false)]);
        check("a,\"b\nc,d\ne,f", &[(1, "a,\"b", true), (2, "c,d", false), (3, "e,f", false)]);
        let long = format!("a,\"b\n{}\"", "c\n".repeat(30));
        assert_eq!(records(&long).len(), 32, "every line stands by itself");
    }

    #[test]
    fn the_separator_is_the_one_there_is_most_of() {
        for (text, wanted) in [
            ("a,b", b','),
            ("a;b", b';'),
            ("a\tb", b'\t'),
            ("a", b','),
            ("\"a,b,c\";d", b';'),
            ("https://a.company\na;b", b';'),
        ] {
            assert_eq!(separator(&records(text)), wanted, "{text:?}");
        }
    }

    #[test]
    fn values_are_unquoted_and_trimmed() {
        assert_eq!(values(r#" a ,"b ""c"", d" ,"#, b','), ["a", r#"b "c", d"#, ""]);
        assert_eq!(values(" a , b c ,", b','), ["a", "b c", ""]);
    }
}
