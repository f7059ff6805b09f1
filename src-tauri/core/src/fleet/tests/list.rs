use super::super::list::MOST;
use super::super::{LONGEST, SAID};
use super::super::{ListRemarkKind, ListedSource, SourceList, parse};
use super::list;
use crate::address::HttpPolicy;
use crate::i18n::Localizer;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

/// The sources of a list, a line each.
fn sources(list: &SourceList) -> String {
    let mut out = String::new();
    for entry in &list.entries {
        let id = entry.client_id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
        let ca = entry.site.ca_file.as_ref().map(|file| format!(" {}", file.display())).unwrap_or_default();
        let _ = writeln!(out, "{} {} {}{id}{ca}", entry.line, entry.site.server, entry.slug);
    }
    out
}

/// Its remarks, a line each: the line, whether it is left out, the message's key.
fn remarks(list: &SourceList) -> String {
    let mut out = String::new();
    for remark in &list.remarks {
        let _ = writeln!(
            out,
            "{} {} {}",
            remark.line,
            match remark.kind {
                ListRemarkKind::Wrong => "out",
                ListRemarkKind::Twice => "twice",
                ListRemarkKind::Hint => "in",
            },
            remark.says.id
        );
    }
    out
}

#[track_caller]
fn check(text: &str, wanted: &str, said: &str) {
    let list = list(text);
    assert_eq!((sources(&list).as_str(), remarks(&list).as_str()), (wanted, said), "{text}");
}

#[test]
fn a_list_is_read_in_each_of_its_forms() {
    let both = "1 https://a.company x\n2 https://b.company y-2\n";
    check("a.company,x\nb.company,y-2\n", both, "");
    check("a.company;x\r\nb.company;y-2", both, "");
    check("\u{feff}a.company\tx\n\"b.company\"\t\"y-2\"", both, "");
    check("a.company/source/oauth/callback/x/\nhttps://b.company/if/admin/#/core/sources/y-2", both, "");
    check("# ours\n\nserver,slug\na.company,x", "4 https://a.company x\n", "");
    check("sep=;\na.company;x", "2 https://a.company x\n", "");
    check(
        "Slug,Client ID,CA file,URL\nx,bWFkZS11cC1jbGllbnQtaWQ6MTpjaQ,ca.pem,https://a.company:9443/sso/",
        "2 https://a.company:9443/sso x bWFkZS11cC1jbGllbnQtaWQ6MTpjaQ ca.pem\n",
        "",
    );
    check("a.company,'-x", "1 https://a.company -x\n", "");
    check("http://127.0.0.1:9000,x", "1 http://127.0.0.1:9000 x\n", "");
}

#[test]
fn what_is_wrong_with_a_line_is_said_and_the_others_are_read() {
    let good = "2 https://b.company y\n";
    let with = |bad: &str| format!("{bad}\nb.company,y\n");
    check(&with("a.company"), good, "1 out fleet-row-no-slug\n");
    check(&with("a.company,"), good, "1 out fleet-row-no-slug\n");
    check(&with("a b.company,x"), good, "1 out address-error-blank\n");
    check(&with("ftp://a.company,x"), good, "1 out address-error-scheme\n");
    check(&with("http://10.0.0.1,x"), good, "1 out address-error-plain-http\n");
    check(&with(",x"), good, "1 out address-error-empty\n");
    check(&with("a.company,x/y"), good, "1 out address-slug-character\n");
    check(&with("a.company,\"x"), good, "1 out fleet-row-quote\n");
    check(&with("a.company,x,,,more"), good, "1 out fleet-row-values\n");
    check(&with("a.company,x\u{0}"), good, "1 out fleet-row-no-text\n");
    check("a.company,\"x\ny\"\nb.company,y", "3 https://b.company y\n", "1 out fleet-row-break\n");
    check("a.company,x\na.company:443/,x", "1 https://a.company x\n", "2 twice fleet-row-same\n");
    check(
        "a.company,x\na.company,x,bWFkZS11cC1jbGllbnQtaWQ6MTpjaQ",
        "1 https://a.company x\n",
        "2 twice fleet-row-same-otherwise\n",
    );
    check("", "", "1 out fleet-list-empty\n");
    check("slug,owner\nx,ada", "", "1 in fleet-column-unread\n1 out fleet-list-no-server\n");
}

#[test]
fn no_secret_of_a_list_is_kept() {
    // Made up, in the shape of each.
    let secret = "c4n4ry-c4n4ry-c4n4ry-c4n4ry-c4n4ry-c4n4ry-c4n4ry-c";
    for text in [
        format!("server,slug,client_secret\na.company,x,{secret}"),
        format!("a.company,x,{secret}"),
        format!("https://ada:{secret}@a.company,x"),
    ] {
        let list = list(&text);
        let book = Localizer::english();
        let said: Vec<_> = list.remarks.iter().map(|remark| book.format(&remark.says)).collect();
        assert!(!list.remarks.is_empty(), "{text}");
        assert!(!format!("{list:?} {said:?}").contains(secret), "{text}: {said:?}");
    }
}

#[test]
fn a_ca_file_lies_beside_the_list() {
    let folder = Path::new("/lists");
    let list = parse(b"a.company,x,,ca.pem\nb.company,y,,/etc/ca.pem", HttpPolicy::LoopbackOnly, Some(folder));
    assert_eq!(sources(&list), "1 https://a.company x /lists/ca.pem\n2 https://b.company y /etc/ca.pem\n");
}

#[test]
fn plain_http_to_a_private_host_takes_a_word() {
    let list = parse(b"http://10.0.0.1,x\nhttp://a.company,y", HttpPolicy::PrivateConfirmed, None);
    assert_eq!(sources(&list), "1 http://10.0.0.1 x\n");
    assert_eq!(remarks(&list), "2 out address-error-plain-http-public\n");
}

#[test]
fn sources_of_one_server_share_it() {
    let list = list("a.company,x\nhttps://a.company/,y\na.company,z,,ca.pem");
    let [x, y, z] = &list.entries[..] else { panic!("{list:?}") };
    assert!(std::sync::Arc::ptr_eq(&x.site, &y.site));
    assert_ne!(x.site, z.site);
}

#[test]
fn jobs_make_a_list_too() {
    let job = |server, slug, plain| (ListedSource { server, slug, ..ListedSource::default() }, plain);
    let list = SourceList::from_sources([
        job("https://a.company", "x", HttpPolicy::LoopbackOnly),
        job("", "y", HttpPolicy::LoopbackOnly),
        job("https://a.company", "x", HttpPolicy::LoopbackOnly),
        job("http://10.0.0.1", "x", HttpPolicy::PrivateConfirmed),
        job("http://10.0.0.2", "x", HttpPolicy::LoopbackOnly),
    ]);
    assert_eq!(sources(&list), "1 https://a.company x\n4 http://10.0.0.1 x\n");
    let out = "2 out address-error-empty\n3 twice fleet-row-same\n5 out address-error-plain-http\n";
    assert_eq!(remarks(&list), out);
}

#[test]
fn a_list_that_is_too_long_is_said_to_be() {
    let long = vec![b'\n'; LONGEST + 1];
    assert_eq!(remarks(&parse(&long, HttpPolicy::LoopbackOnly, None)), "1 out fleet-list-too-long\n");
    let mut many = String::new();
    for n in 0..MOST + 2 {
        let _ = writeln!(many, "a.company,x-{n}");
    }
    let list = list(&many);
    assert_eq!((list.entries.len(), remarks(&list)), (MOST, format!("{} out fleet-list-too-many\n", MOST + 2)));

    // A million wrong lines are no million sentences, and those beyond the bound aren't even read.
    let list = self::list(&"?\n".repeat(MOST + 5));
    assert_eq!((list.entries.len(), list.remarks.len(), list.count_invalid()), (0, SAID + 1, MOST + 1));
    assert_eq!(list.more_remarks, MOST - SAID);
}

proptest! {
    #[test]
    fn every_line_is_a_source_or_is_said(text in "[a-c.,;'\n\r\t #x/:\\-é]{0,200}") {
        // A first line of its own, so that none of these names columns.
        let text = format!("first.company,x\n{text}");
        let list = list(&text);
        let plain = text.replace("\r\n", "\n").replace('\r', "\n");
        for (number, line) in (1..).zip(plain.split('\n')) {
            let is_record = !line.trim().is_empty() && !line.trim().starts_with('#');
            let sources = list.entries.iter().filter(|entry| entry.line == number).count();
            let said = list.remarks.iter().filter(|remark| remark.line == number && remark.kind != ListRemarkKind::Hint).count();
            prop_assert_eq!(sources + said, usize::from(is_record), "line {} of {:?}", number, plain);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let list = parse(&bytes, HttpPolicy::PrivateConfirmed, None);
        let book = Localizer::english();
        for remark in &list.remarks {
            prop_assert!(!book.format(&remark.says).is_empty());
        }
    }

    #[test]
    fn what_is_written_is_read_again(
        rows in prop::collection::vec(("[a-z]{1,8}\\.company", "[A-Za-z0-9_-]{1,20}", any::<bool>()), 1..20),
        separator in prop::sample::select(vec![',', ';', '\t']),
        named in any::<bool>(),
    ) {
        let mut text = String::new();
        if named {
            let _ = writeln!(text, "server{separator}slug");
        }
        for (server, slug, quoted) in &rows {
            let _ = if *quoted {
                writeln!(text, "\"{server}\"{separator}\"{slug}\"")
            } else {
                writeln!(text, "{server}{separator}{slug}")
            };
        }
        let list = list(&text);
        prop_assert_eq!(list.entries.len() + list.remarks.len(), rows.len(), "{}", remarks(&list));
        let first = u32::from(named) + 1;
        for entry in &list.entries {
            let (server, slug, _) = &rows[(entry.line - first) as usize];
            prop_assert_eq!(entry.site.server.host(), server.as_str());
            prop_assert_eq!(entry.slug.as_str(), slug.as_str());
        }
    }
}
