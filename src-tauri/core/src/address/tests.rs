use super::parse::parse;
use super::{HostScope, HttpPolicy, ServerUrl};
use crate::i18n::{Localizer, Message};

/// What was said, by the ends of the messages' keys.
fn short(said: &[Message]) -> Vec<&str> {
    said.iter().map(|message| message.id.rsplit_once("said-").map_or(message.id.as_ref(), |(_, end)| end)).collect()
}

#[test]
fn what_admins_paste_is_read() {
    #[track_caller]
    fn check(pasted: &str, base: &str, said: &[&str]) {
        let read = ServerUrl::parse(pasted, HttpPolicy::PrivateConfirmed)
            .unwrap_or_else(|error| panic!("{pasted:?}: {error}"));
        assert_eq!(read.url.as_str(), base, "{pasted:?}");
        assert_eq!(short(&read.said), said, "{pasted:?}");
    }
    let company = "https://authentik.company";

    check("authentik.company", company, &[]);
    check("https://authentik.company", company, &[]);
    check("https://authentik.company/", company, &[]);
    check("https://authentik.company///", company, &[]);
    check("HTTPS://Authentik.COMPANY", company, &[]);
    check("https:authentik.company", company, &[]);
    check("https:/authentik.company", company, &[]);
    check("https//authentik.company", company, &[]);
    check("https://https://authentik.company", company, &[]);
    check("//authentik.company/", company, &[]);
    check("https:\\\\authentik.company\\", company, &[]);
    check("  authentik.company\n", company, &["pasted-blanks", "pasted-line-breaks"]);
    check("\u{feff}authentik.company\u{200b}", company, &["pasted-invisible"]);
    check("authentik\u{ad}.company", company, &["pasted-invisible"]);
    check("\"https://authentik.company\"", company, &["pasted-quotes"]);
    check("<https://authentik.company/>", company, &["pasted-brackets"]);
    check("https://authentik.company/.", company, &["full-stop"]);
    check("authentik.company;", company, &["pasted-punctuation"]);
    check("authentik.company./", company, &["dot"]);
    check("https://authentik.company..:443/", company, &["dot"]);

    check("authentik.company:443", company, &[]);
    check("authentik.company:", company, &[]);
    check("authentik.company:9443", "https://authentik.company:9443", &[]);
    check("authentik:9443", "https://authentik:9443", &[]);
    check("https://authentik.company:80", "https://authentik.company:80", &[]);
    check("http://authentik.lan:80/", "http://authentik.lan", &[]);
    check("localhost:9443", "https://localhost:9443", &[]);
    check("LOCALHOST", "https://localhost", &[]);
    check("127.0.0.1:9443", "https://127.0.0.1:9443", &[]);
    check("http://127.0.0.1:9000", "http://127.0.0.1:9000", &[]);
    check("http://127.1:9000", "http://127.0.0.1:9000", &["host"]);
    check("[::1]:9443", "https://[::1]:9443", &[]);
    check("::1", "https://[::1]", &[]);
    check("fe80::1", "https://[fe80::1]", &[]);
    check("https://[FD00:0:0::1]/", "https://[fd00::1]", &["host"]);
    check("2001:db8::7/if/admin/", "https://[2001:db8::7]", &["page"]);

    check("https://bücher.example", "https://xn--bcher-kva.example", &["host"]);
    check("https://BÜCHER.example/", "https://xn--bcher-kva.example", &["host"]);
    check("пример.рф", "https://xn--e1afmkfd.xn--p1ai", &["host"]);
    check("auth。example", "https://auth.example", &["host"]);
    check("xn--bcher-kva.example", "https://xn--bcher-kva.example", &[]);
    check("auth_1.example", "https://auth_1.example", &[]);

    check("https://authentik.company/if/admin/#/core/sources/twitter", company, &["page"]);
    check("https://authentik.company/if/admin/#/core/sources;%7B%22page%22%3A1%7D", company, &["page"]);
    check("AUTHENTIK.COMPANY/IF/ADMIN/", company, &["page"]);
    check("https://authentik.company/if/user/", company, &["page"]);
    check("https://authentik.company/if/flow/default-authentication-flow/?next=%2F", company, &["page"]);
    check("https://authentik.company/if/", company, &["page"]);
    check("https://authentik.company/api/v3/root/config/", company, &["page"]);
    check("https://authentik.company/source/oauth/login/twitter/", company, &["page"]);
    check("https://authentik.company/source/oauth/callback/twitter/", company, &["page"]);
    check("https://authentik.company/flows/-/default/authentication/", company, &["page"]);
    check("https://authentik.company/-/health/live/", company, &["page"]);
    check("https://authentik.company/outpost.goauthentik.io/start", company, &["page"]);
    check("https://authentik.company/application/o/token/", company, &["page"]);
    check("https://authentik.company/?next=/if/admin/", company, &["query"]);
    check("https://authentik.company/#/", company, &["fragment"]);
    check("https://authentik.company/?", company, &[]);

    check("https://example.com/sso", "https://example.com/sso", &["path"]);
    check("https://example.com/sso/", "https://example.com/sso", &["path"]);
    check("example.com//sso//if/user/#/library", "https://example.com/sso", &["page", "path"]);
    check("https://example.com/a/b/api/v3/", "https://example.com/a/b", &["page", "path"]);
    check("https://example.com/a/../sso/./", "https://example.com/sso", &["path"]);
    check("https://example.com/source", "https://example.com/source", &["path"]);
    check("https://example.com/api/if/admin/", "https://example.com", &["page"]);
    check("https://example.com/sso?x=a/b@c", "https://example.com/sso", &["query", "path"]);
}

#[test]
fn what_is_no_address_of_authentiks_is_refused_with_its_reason() {
    #[track_caller]
    fn check(pasted: &str, id: &str) {
        let error = ServerUrl::parse(pasted, HttpPolicy::LoopbackOnly).expect_err(pasted);
        assert_eq!(error.message().id, format!("address-error-{id}"), "{pasted:?}");
        assert_ne!(Localizer::english().format(&error.message()), error.message().id);
    }
    check("", "empty");
    check(" \u{200b}\n", "empty");
    check("...", "empty");
    check(&"a".repeat(3000), "too-long");
    check("my authentik", "blank");
    check("https://a.company https://b.company", "blank");
    check("https://authentik\n.company", "blank");
    check("ftp://authentik.company", "scheme");
    check("ldap://authentik.company", "scheme");
    check("javascript:alert(1)", "scheme");
    check("file:///etc/passwd", "scheme");
    check("about:blank", "scheme");
    check("https://admin:hunter2@authentik.company", "credentials");
    check("admin@authentik.company", "credentials");
    check("admin:hunter2@authentik.company", "credentials");
    check("https://admin:hun/ter2@authentik.company", "credentials");
    check("https://admin:1#ter2@authentik.company", "credentials");
    check("https://", "no-host");
    check("https:", "no-host");
    check("https:///", "no-host");
    check("https://:9443", "no-host");
    check("https://?next=/", "no-host");
    check("https://.company", "host");
    check("https://authentik..company", "host");
    check("https://auth|entik.company", "host");
    check("https://[::1", "host");
    check("https://[fe80::1%25eth0]/", "host");
    check("https://256.1.1.1", "host");
    check(&format!("https://{}.company", "a".repeat(64)), "host");
    check("https://authentik.company:0", "port");
    check("https://authentik.company:65536", "port");
    check("https://authentik.company:https", "port");
    check("authentik.company:94a3", "port");
    check("https://authentik.company:0:", "port");
    check("https://authentik.company:80:90", "port");
    check("https://[::1]:80:90", "port");
    check("https://authentik.company/my,path", "path");
    check("https://authentik.company/sso./", "path");
    check("http://0.0.0.0:9000", "unspecified");
    check("https://[::]:9443", "unspecified");
    check("http://authentik.company", "plain-http-public");
    check("http://9.9.9.9", "plain-http-public");
    check("http://authentik.lan", "plain-http");
    check("http://192.168.1.4:9000", "plain-http");
}

#[test]
fn http_goes_only_as_far_as_it_was_confirmed() {
    use HostScope::{Loopback, Private, Public};
    #[track_caller]
    fn check(host: &str, reach: HostScope) {
        let url = parse(&format!("http://{host}/")).expect(host).url;
        assert_eq!(url.host_scope(), reach, "{host}");
        assert_eq!(url.check_allowed(HttpPolicy::LoopbackOnly).is_ok(), reach == Loopback, "{host}");
        assert_eq!(url.check_allowed(HttpPolicy::PrivateConfirmed).is_ok(), reach != Public, "{host}");
        let encrypted = parse(&format!("https://{host}/")).expect(host).url;
        assert_eq!(encrypted.check_allowed(HttpPolicy::LoopbackOnly), Ok(()), "{host}");
    }
    check("localhost", Loopback);
    check("auth.localhost", Loopback);
    check("127.0.0.1", Loopback);
    check("127.255.0.9", Loopback);
    check("[::1]", Loopback);
    check("[::ffff:127.0.0.1]", Loopback);
    check("10.0.0.1", Private);
    check("172.16.0.1", Private);
    check("172.31.255.255", Private);
    check("172.32.0.1", Public);
    check("192.168.0.1", Private);
    check("192.169.0.1", Public);
    check("169.254.1.1", Private);
    check("100.64.0.1", Private);
    check("100.128.0.1", Public);
    check("[fd12::1]", Private);
    check("[fe80::1]", Private);
    check("[::ffff:10.0.0.1]", Private);
    check("[::ffff:9.9.9.9]", Public);
    check("[2001:db8::1]", Public);
    check("authentik", Private);
    check("auth.local", Private);
    check("auth.lan", Private);
    check("auth.internal", Private);
    check("auth.home.arpa", Private);
    check("auth.test", Private);
    check("local.company", Public);
    check("auth.notlocal", Public);
    check("localhost.company", Public);
    check("xlocalhost", Private);
}

#[test]
fn no_password_is_repeated() {
    for pasted in
        ["https://ada:CANARY@a.company", "ada:CANARY@a.company", "https://a:CAN/ARY@b", "https://a:9#CANARY@b"]
    {
        let error = ServerUrl::parse(pasted, HttpPolicy::LoopbackOnly).expect_err(pasted);
        let told = format!("{error} {error:?} {:?}", error.message());
        assert!(!told.contains("CAN"), "{told}");
    }
    let key =
        ServerUrl::parse("https://a.company/recovery/use-token/CANARY/?t=CANARY#CANARY", HttpPolicy::LoopbackOnly);
    assert!(!format!("{key:?}").contains("CANARY"));
}

#[test]
fn parts_are_told() {
    let url = ServerUrl::parse("example.com:9443/sso", HttpPolicy::LoopbackOnly).expect("an address").url;
    assert_eq!(url.origin(), "https://example.com:9443");
    assert_eq!((url.host(), url.port()), ("example.com", 9443));
    assert_eq!(url.url().join("api/v3/").expect("a path").as_str(), "https://example.com:9443/sso/api/v3/");
    let stored = serde_json::to_string(&url).expect("JSON");
    assert_eq!(stored, r#""https://example.com:9443/sso""#);
    assert_eq!(serde_json::from_str::<ServerUrl>(&stored).expect("an address"), url);
    assert!(serde_json::from_str::<ServerUrl>(r#""ftp://example.com""#).is_err());
}
