//! Every value here is made up; none was ever given out by X. The few from X's public documentation are named so.

use super::*;
use crate::i18n::Localizer;
use proptest::prelude::*;
use secrecy::ExposeSecret;

const ID: &str = "QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ";
const NATIVE_ID: &str = "QUFiYkNDZGRFRWZmR0doaElJamo6MTpuYQ";
const OTHER_ID: &str = "QUFiYkNDZGRFRWZmR0doaElJamo6MTpzcA";
/// From X's documentation.
const DOCUMENTED_ID: &str = "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ";
const SECRET: &str = "MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd";
const PLAIN_SECRET: &str = "MadeUpSecretMadeUpSecretMadeUpSecretMadeUpSecre123";
const API_KEY: &str = "MadeUpApiKey0123456789abc";
const OLD_SECRET: &str = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUp01234";
const ACCESS: &str = "TWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwYWJjOjE3MDAwMDAwMDAwMDA6MToxOmF0OjE";
const REFRESH: &str = "TWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwYWJjOjE3MDAwMDAwMDAwMDA6MToxOnJ0OjE";
const CODE: &str = "TWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwYWJjOjE3MDAwMDAwMDAwMDA6MToxOmFjOjE";

fn bearer() -> String {
    format!("{}{}%2B{}%3D", "A".repeat(21), "MadeUp".repeat(10), "MadeUp".repeat(4))
}

fn removed(pasted: &PastedValue) -> Vec<&str> {
    let ids = pasted.recognised.removed.iter().map(|message| message.id.as_ref());
    ids.map(|id| id.trim_start_matches("credentials-said-").trim_start_matches("pasted-")).collect()
}

#[test]
fn a_pasted_value_is_recognised() {
    #[track_caller]
    fn check(pasted: &str, kind: PasteKind, value: &str, off: &[&str]) {
        let read = identify(pasted);
        assert_eq!(read.recognised.kind, kind, "{pasted:?}");
        assert_eq!(read.client_id().as_ref().map_or("", ClientId::as_str), value, "{pasted:?}");
        assert_eq!(removed(&read), off, "{pasted:?}");
    }
    use PasteKind::*;
    check(ID, ClientIdConfidential, ID, &[]);
    check(DOCUMENTED_ID, ClientIdConfidential, DOCUMENTED_ID, &[]);
    check("bWFkZS11cF9tYWRlLXVwX21hZGU6MTpjaQ", ClientIdConfidential, "bWFkZS11cF9tYWRlLXVwX21hZGU6MTpjaQ", &[]);
    check(NATIVE_ID, ClientIdNative, NATIVE_ID, &[]);
    check(OTHER_ID, ClientIdOther, OTHER_ID, &[]);
    check(&"MadeUp01".repeat(5)[..34], ClientIdOther, &"MadeUp01".repeat(5)[..34], &[]);
    check(&ID[1..], ClientIdDamaged, &ID[1..], &[]);
    check(&ID[..33], ClientIdDamaged, &ID[..33], &[]);
    check(&ID[..31], ClientIdDamaged, &ID[..31], &[]);
    check(&format!("{ID}x"), ClientIdDamaged, &format!("{ID}x"), &[]);
    check(&ID.to_lowercase(), ClientIdDamaged, &ID.to_lowercase(), &[]);
    check(&ID.to_uppercase(), ClientIdDamaged, &ID.to_uppercase(), &[]);

    check(SECRET, ClientSecret, SECRET, &[]);
    check(&SECRET.replace('-', "_"), ClientSecret, &SECRET.replace('-', "_"), &[]);
    check(&format!("-{}", &SECRET[1..]), ClientSecret, &format!("-{}", &SECRET[1..]), &[]);
    check(PLAIN_SECRET, AmbiguousSecret, PLAIN_SECRET, &[]);
    check(&SECRET[1..], SecretOfOddLength, &SECRET[1..], &[]);
    check(&format!("{SECRET}xy"), SecretOfOddLength, &format!("{SECRET}xy"), &[]);

    check(API_KEY, ApiKey, API_KEY, &[]);
    check("rG9n6402A3dbUJKzXTNX4oWHJ", ApiKey, "rG9n6402A3dbUJKzXTNX4oWHJ", &[]); // from X's documentation
    check(&API_KEY[..22], ApiKey, &API_KEY[..22], &[]);
    check(&API_KEY[..18], ApiKey, &API_KEY[..18], &[]);
    check(&API_KEY[..17], Unknown, &API_KEY[..17], &[]);
    check(OLD_SECRET, OldSecret, OLD_SECRET, &[]);
    check(&OLD_SECRET[..40], OldSecret, &OLD_SECRET[..40], &[]);
    check(&OLD_SECRET[..39], Unknown, &OLD_SECRET[..39], &[]);
    let old_token = format!("1234567-{}", &OLD_SECRET[..40]);
    check(&old_token, OldAccessToken, &old_token, &[]);
    let as_long_as_a_secret = format!("123456789-{}", &OLD_SECRET[..40]);
    check(&as_long_as_a_secret, OldAccessToken, &as_long_as_a_secret, &[]);
    check(&bearer(), BearerToken, &bearer(), &[]);
    check(ACCESS, AccessToken, ACCESS, &[]);
    check(REFRESH, RefreshToken, REFRESH, &[]);
    check(CODE, AuthorizationCode, CODE, &[]);
    check(&ACCESS[..80], Unknown, &ACCESS[..80], &[]);
    check("12345678", AppId, "12345678", &[]);
    check("1234567", AppId, "1234567", &[]);
    check("123456", Unknown, "123456", &[]);
    check("1234567890123456789", AccountId, "1234567890123456789", &[]);
    check("@authentik_co", Handle, "@authentik_co", &[]);
    check("@much_too_long_for_a_handle", Unknown, "@much_too_long_for_a_handle", &[]);
    check("https://a.company/source/oauth/callback/x/", Url, "https://a.company/source/oauth/callback/x/", &[]);
    check("••••••••••••x7Qd", Masked, "••••••••••••x7Qd", &[]);
    check("****************", Masked, "****************", &[]);
    check("ends …x7Qd", Masked, "ends …x7Qd", &[]);
    check("YOUR_CLIENT_ID", Placeholder, "YOUR_CLIENT_ID", &[]);
    check("<client_ID>", Placeholder, "client_ID", &["brackets"]);
    check("xxxxxxxxxxxxxxxxxxxxxxxxx", Placeholder, "xxxxxxxxxxxxxxxxxxxxxxxxx", &[]);
    check("hunter2", Unknown, "hunter2", &[]);
    check("🔑", Unknown, "🔑", &[]);
    check("", Empty, "", &[]);
    check(" \n\u{200b}", Empty, "", &["blanks", "line-breaks", "invisible"]);

    check(&format!("{ID}\r\n"), ClientIdConfidential, ID, &["line-breaks"]);
    check(&format!(" {ID}"), ClientIdConfidential, ID, &["blanks"]);
    check(&format!("\"{SECRET}\","), ClientSecret, SECRET, &["quotes", "punctuation"]);
    check(&format!("“{SECRET}”"), ClientSecret, SECRET, &["quotes"]);
    check(&format!("{}\u{200b}{}", &ID[..9], &ID[9..]), ClientIdConfidential, ID, &["invisible"]);
    check(&format!("{}\n{}", &SECRET[..30], &SECRET[30..]), ClientSecret, SECRET, &["inner"]);
    check(&format!("Client ID: {ID}"), ClientIdConfidential, ID, &["label"]);
    check(&format!("Client ID\n{ID}\n"), ClientIdConfidential, ID, &["line-breaks", "label"]);
    check(&format!("X_CLIENT_SECRET=\"{SECRET}\""), ClientSecret, SECRET, &["quotes", "label"]);
    check(&format!("\"client_secret\": \"{SECRET}\","), ClientSecret, SECRET, &["quotes", "punctuation", "label"]);
    check(&format!("API Key: {API_KEY}"), ApiKey, API_KEY, &["label"]);
    check(&format!("Authorization: Bearer {}", bearer()), BearerToken, &bearer(), &["label"]);
    check("App ID 12345678", AppId, "12345678", &["label"]);
    check(&format!("{}\u{200d}{}", &SECRET[..9], &SECRET[9..]), ClientSecret, SECRET, &["invisible"]);
    check("three short words", Several, "", &[]);
    check("no label at all 12345678", Several, "", &[]);
}

#[test]
fn the_verdict_depends_on_the_field() {
    use PasteVerdict::{Fits, Suspicious, Wrong};
    #[track_caller]
    fn check(pasted: &str, id: (PasteVerdict, &str), secret: (PasteVerdict, &str)) {
        for (field, (verdict, mend)) in [(PasteField::ClientId, id), (PasteField::ClientSecret, secret)] {
            let recognised = recognise(pasted, field).recognised;
            let found = recognised.mend.map_or(String::new(), |mend| mend.id.replace("credentials-mend-", ""));
            assert_eq!((recognised.verdict, found.as_str()), (verdict, mend), "{pasted:?} in {field:?}");
        }
    }
    let find = ((Wrong, "find-id"), (Wrong, "find-secret"));
    check(ID, (Fits, ""), (Wrong, "belongs-to-id"));
    check(NATIVE_ID, (Suspicious, "native"), (Wrong, "belongs-to-id"));
    check(OTHER_ID, (Suspicious, "other"), (Wrong, "belongs-to-id"));
    check(&ID[1..], (Suspicious, "copy-again"), (Wrong, "belongs-to-id"));
    check(SECRET, (Wrong, "belongs-to-secret"), (Fits, ""));
    // One Client Secret in five: nothing is wrong with it, and X tells.
    check(PLAIN_SECRET, (Wrong, "belongs-to-secret"), (Fits, ""));
    check(&SECRET[2..], (Wrong, "belongs-to-secret"), (Suspicious, "copy-again"));
    check("hunter2", find.0, find.1);
    check("some words of a mail", find.0, find.1);
    check(&format!("API Key: {API_KEY}\nAPI Key Secret: {PLAIN_SECRET}"), find.0, find.1);
    check(&format!("{ID} {SECRET}"), (Fits, ""), (Fits, ""));
    for wrong in [API_KEY, OLD_SECRET, &bearer(), ACCESS, CODE, "12345678", "@handle", "https://a.company", "•••", ""]
    {
        check(wrong, find.0, find.1);
    }
}

#[test]
fn both_values_at_once_are_split() {
    #[track_caller]
    fn check(pasted: &str) {
        for field in [PasteField::ClientId, PasteField::ClientSecret] {
            let read = recognise(pasted, field);
            let pair = read.pair().unwrap_or_else(|| panic!("no pair in {pasted:?}"));
            assert_eq!((pair.id.as_str(), pair.secret.expose_secret()), (ID, SECRET), "{pasted:?}");
            assert_eq!(read.recognised.kind, PasteKind::Pair);
            assert_eq!(read.client_id().expect("an ID").as_str(), ID);
            assert_eq!(read.client_secret().expect("a secret").expose_secret(), SECRET);
        }
    }
    check(&format!("Client ID: {ID} Client Secret: {SECRET}"));
    check(&format!("Client ID\n{ID}\nClient Secret\n{SECRET}\n"));
    check(&format!("OAuth 2.0 Client ID and Client Secret\n\nClient ID\n{ID}\n\nClient Secret\n{SECRET}\nDone"));
    check(&format!("client_secret = \"{SECRET}\"\nclient_id = \"{ID}\""));
    check(&format!("{{\"client_id\":\"{ID}\",\"client_secret\":\"{SECRET}\"}}"));
    check(&format!("export X_CLIENT_ID='{ID}'\nexport X_CLIENT_SECRET='{SECRET}'"));
    check(&format!("{ID}\n{SECRET}"));
    check(&format!("{SECRET}\t{ID}"));
    check(&format!("{ID}:{SECRET}"));
    check(&format!("client_id={ID}&client_secret={SECRET}"));
    check(&format!("https://x.example/?client_id={ID}&client_secret={SECRET}"));
    check(&format!("clientId: {ID}\r\nclientSecret: {SECRET}\r\n"));
    check(&format!("**Client ID:** `{ID}`\n**Client Secret:** `{SECRET}`"));
    check(&format!("Client ID - {ID}\nClient Secret – {SECRET}"));
    check(&format!("| Client ID | {ID} |\n| Client Secret | {SECRET} |"));
    check(&format!("{{\n  'web': {{'client_id': '{ID}', 'client_secret': '{SECRET}'}}\n}}"));
    check(&format!("Client-Kennung: {ID}\nGeheimnis: {SECRET}"));
    // X's words of 2026, whole files, tables, and what shells make of them.
    check(&format!("Client Secret ID\n{ID}\nCopy\nClient Secret\n{SECRET}\nCopy"));
    check(&format!("Client Secret ID: {ID}\nClient Secret: {SECRET}\nConsumer Key: {API_KEY}"));
    check(&format!("| Client ID | Client Secret |\n|------------------|----|\n| {ID} | {SECRET} |"));
    check(&format!("curl -u '{ID}:{SECRET}' https://api.x.com/2/oauth2/token"));
    check(&format!("\"{{\\\"client_id\\\":\\\"{ID}\\\",\\\"client_secret\\\":\\\"{SECRET}\\\"}}\""));
    check(&format!("export CLIENT_ID=$'{ID}'\nexport CLIENT_SECRET=$'{SECRET}'"));
    check(&format!("--client-id {ID} --client-secret {SECRET}"));
    check(&format!("env:\n- name: X_CLIENT_ID\n  value: \"{ID}\"\n- name: X_CLIENT_SECRET\n  value: \"{SECRET}\""));
    check(&format!("# X\nDEBUG=1\nX_CLIENT_ID={ID} # prod\nX_CLIENT_SECRET={SECRET}\nPORT=9000\n"));
    check(&format!("Consumer key: {ID}\nConsumer secret: {SECRET}"));
    // The names the wrong way round: the shapes tell.
    check(&format!("Client ID: {SECRET}\nClient Secret: {ID}"));
    // X's dialogs and pages, copied whole; its layouts call the old pair API Key and Consumer Key.
    check(&format!(
        "OAuth 2.0 Client ID and Client Secret\nHere is your client ID and client secret. Save them.\n\
         Client ID\n{ID}\nCopy\nClient Secret\n{SECRET}\nCopy\nDone"
    ));
    let old = format!("{API_KEY}\nRegenerate\nAccess Token\n1234567-{}", &OLD_SECRET[..40]);
    for name in ["API Key and Secret\n", "OAuth 1.0 Keys\nConsumer Key\n"] {
        check(&format!(
            "App-Only Authentication\nBearer Token\n{}\n{name}{old}\nOAuth 2.0 Keys\n\
             Client ID\n{ID}\nClient Secret\n{SECRET}\nRegenerate",
            bearer()
        ));
    }
    let basic = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, format!("{ID}:{SECRET}"));
    check(&format!("Authorization: Basic {basic}"));
    check(&basic);
}

fn base64(text: &str) -> String {
    base64::Engine::encode(&base64::prelude::BASE64_STANDARD, text)
}

/// A Secret as `kubectl get secret -o yaml` prints it.
fn manifest(id: &str, secret: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: authentik-x\n  uid: 8f14e45f-ceea-467f-a1f8-0123456789ab\n\
         type: Opaque\ndata:\n  client-id: {id}\n  client-secret: {secret}\n"
    )
}

#[test]
fn an_encoded_value_is_decoded_and_that_is_said() {
    let [id, secret, plain, key] = [ID, SECRET, PLAIN_SECRET, API_KEY].map(base64);
    assert_eq!((id.len(), secret.len()), (48, 68), "as in the report");
    let pair = |text: &str| {
        let read = identify(text);
        let pair = read.pair().unwrap_or_else(|| panic!("no pair in {text:?}"));
        assert_eq!((pair.id.as_str(), pair.secret.expose_secret()), (ID, SECRET), "{text:?}");
        assert_eq!(removed(&read).last(), Some(&"decoded"), "{text:?}");
        assert_eq!(read.recognised.certainty, PasteCertainty::High);
    };
    pair(&manifest(&id, &secret));
    pair(&manifest(&base64(&format!("{ID}\n")), &base64(&format!("{SECRET}\n"))));
    pair(&manifest(&base64(&format!("\"{ID}\"")), &base64(&format!("{SECRET}\r\n"))));
    pair(&format!("{{\"data\":{{\"X_CLIENT_ID\":\"{id}\",\"X_CLIENT_SECRET\":\"{secret}\"}}}}"));
    pair(&format!("{id}\n{secret}"));
    // Only one of the two is encoded.
    pair(&manifest(ID, &secret));
    for (text, kind, value) in [
        (id.as_str(), PasteKind::ClientIdConfidential, ID),
        (secret.as_str(), PasteKind::ClientSecret, SECRET),
        (id.trim_end_matches('='), PasteKind::ClientIdConfidential, ID),
        (plain.as_str(), PasteKind::AmbiguousSecret, PLAIN_SECRET),
        // 34 characters, as a Client ID has them: what it decodes to tells.
        (key.as_str(), PasteKind::ApiKey, API_KEY),
    ] {
        let read = identify(text);
        assert_eq!((read.recognised.kind, removed(&read).last()), (kind, Some(&"decoded")), "{text:?}");
        assert_eq!(read.client_id().expect("a value").as_str(), value);
    }
    let old = identify(&manifest(&key, &plain));
    assert_eq!(old.recognised.kind, PasteKind::OldPair, "many guides call the API Key a Client ID");
}

#[test]
fn names_alone_make_no_pair_and_half_a_value_makes_it_doubtful() {
    for (id, secret) in [
        ("QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQMadeUp01234567", SECRET),
        ("MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-01", SECRET),
        (ID, "MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-MadeUp-0123"),
        (ID, OLD_SECRET),
        (ID, ACCESS),
        ("hunter2-hunter2-hunter2", "hunter2-hunter2-hunter2-hunter2"),
    ] {
        for text in [manifest(id, secret), format!("CLIENT_ID={id}\nCLIENT_SECRET={secret}")] {
            let read = identify(&text).recognised;
            assert_ne!((read.kind, read.verdict), (PasteKind::Pair, PasteVerdict::Fits), "{text:?}");
        }
    }
    let cut = identify(&format!("CLIENT_ID={ID}\nCLIENT_SECRET={}", &SECRET[2..]));
    assert_eq!((cut.recognised.kind, cut.recognised.certainty), (PasteKind::Pair, PasteCertainty::Low));
    assert_eq!(cut.recognised.verdict, PasteVerdict::Suspicious);
    let plain = identify(&format!("{ID} {PLAIN_SECRET}")).recognised;
    assert_eq!((plain.kind, plain.certainty), (PasteKind::Pair, PasteCertainty::Medium), "only X can tell");
}

#[test]
fn a_joiner_hides_no_pair() {
    for joiner in ['\u{200c}', '\u{200d}'] {
        for text in [
            format!("Client ID: {ID}\nClient Sec{joiner}ret: {SECRET}..."),
            format!("Client I{joiner}D: {ID}\nClient Secret: {SECRET}..."),
            format!("Client ID: {ID}\nClient Secret: {}{joiner}{}", &SECRET[..9], &SECRET[9..]),
        ] {
            let read = identify(&text);
            assert_eq!(read.recognised.kind, PasteKind::Pair, "{text:?}");
            let pair = read.pair().expect("a pair");
            assert_eq!((pair.id.as_str(), pair.secret.expose_secret()), (ID, SECRET), "{text:?}");
            assert_eq!(removed(&read), ["invisible"], "{text:?}");
        }
    }
}

#[test]
fn what_is_no_pair_is_not_split() {
    #[track_caller]
    fn check(pasted: &str) {
        assert!(identify(pasted).pair().is_none(), "{pasted:?}");
    }
    check(ID);
    check(&format!("{ID} {ID}"));
    check(&format!("Client ID: {ID}\nClient Secret: {ID}"));
    check(&format!("{API_KEY} {PLAIN_SECRET}"));
    check(&format!("Client ID: {ID}"));
    check(&format!("Client ID: {ID}\nClient ID: {NATIVE_ID}\nClient Secret: {SECRET}"));
    check(&format!("{ID} {SECRET} {API_KEY}"));
    check("Client ID Client Secret");
}

#[test]
fn the_keys_of_oauth_1_are_the_wrong_pair() {
    #[track_caller]
    fn check(pasted: &str) {
        for field in [PasteField::ClientId, PasteField::ClientSecret] {
            let read = recognise(pasted, field);
            assert_eq!(
                (read.recognised.kind, read.recognised.verdict),
                (PasteKind::OldPair, PasteVerdict::Wrong),
                "{pasted:?}"
            );
            // Not even on request: a block of secrets is no value.
            assert!(read.client_id().is_none() && read.client_secret().is_none() && read.pair().is_none());
        }
    }
    check(&format!("API Key: {API_KEY} API Key Secret: {PLAIN_SECRET}"));
    check(&format!("Consumer Key\n{API_KEY}\nConsumer Key Secret\n{PLAIN_SECRET}\n"));
    check(&format!("API Key\n{API_KEY}\nAPI Key Secret\n{PLAIN_SECRET}\nBearer Token\n{}", bearer()));
    check(&format!("Access Token 1234567-{} Access Token Secret {OLD_SECRET}", &OLD_SECRET[..40]));
    check(&format!("client_id = {API_KEY}\nclient_secret = {PLAIN_SECRET}"));
    check(&format!("{API_KEY}\t{PLAIN_SECRET}"));
}

#[test]
fn one_value_is_found_in_a_longer_text() {
    #[track_caller]
    fn check(pasted: &str, kind: PasteKind, value: &str) {
        let read = identify(pasted);
        assert_eq!(read.recognised.kind, kind, "{pasted:?}");
        assert_eq!(read.client_id().as_ref().map_or("", ClientId::as_str), value, "{pasted:?}");
        assert_eq!(removed(&read), ["around"]);
    }
    let hidden = "Client Secret\n••••••••••••x7Qd\nRegenerate";
    check(&format!("OAuth 2.0 Keys\nClient ID\n{ID}\n{hidden}"), PasteKind::ClientIdConfidential, ID);
    check(
        &format!("Here is your client secret, shown once.\nClient Secret\n{SECRET}\nDone"),
        PasteKind::ClientSecret,
        SECRET,
    );
}

#[test]
fn a_secret_is_shown_by_its_end_alone() {
    assert_eq!(ClientSecret::from(SECRET).ending(), "x7Qd");
    assert_eq!(ClientSecret::from("hunter2").ending(), "");
    assert_eq!(ClientSecret::from("").ending(), "");
    assert_eq!(ClientSecret::from("ääääääääääääääöüéß").ending(), "öüéß");
}

#[test]
fn no_debug_shows_a_secret() {
    const CANARY: &str = "CanarySecret-CanarySecret_CanarySecret-CanarySec01";
    let hidden = ClientSecret::from(CANARY);
    let pair = ClientCredentials { id: ClientId::from(ID), secret: hidden.clone() };
    let mut shown = vec![format!("{hidden:?} {hidden:#?} {pair:?}")];
    for pasted in
        [CANARY.to_owned(), format!("{ID}:{CANARY}"), format!("client_secret={CANARY}"), CANARY[1..].to_owned()]
    {
        for read in
            [recognise(&pasted, PasteField::ClientId), recognise(&pasted, PasteField::ClientSecret), identify(&pasted)]
        {
            shown.push(format!("{read:?} {:?} {:?}", read.pair(), serde_json::to_string(&read.recognised)));
        }
    }
    let shown = shown.join("\n");
    assert!(!shown.contains("Canary"), "{shown}");
    // The same search finds what isn't hidden.
    assert!(format!("{:?}", hidden.expose_secret()).contains("Canary"));
}

#[test]
fn every_kind_says_what_it_is_in_words() {
    let book = Localizer::english();
    let say = |pasted: &str, field| {
        let recognised = recognise(pasted, field).recognised;
        format!(
            "{} {}",
            book.format(&recognised.says),
            recognised.mend.map_or(String::new(), |mend| book.format(&mend))
        )
    };
    insta::assert_snapshot!(say(API_KEY, PasteField::ClientId), @"This is the API Key (25 letters and digits). X also calls it Consumer Key. Go to Keys & Tokens, then OAuth 2.0 Keys, and copy the Client ID.");
    insta::assert_snapshot!(say(&SECRET[1..], PasteField::ClientSecret), @"A Client Secret has 50 characters; this has 49. It was probably not copied completely. Copy it again with X’s copy button.");
}

proptest! {
    #[test]
    fn nothing_of_a_value_is_told(value in "[A-Za-z0-9_-]{12,120}", before in "(Client ID: |\"|)", after in "[\",\n ]{0,2}") {
        for field in [PasteField::ClientId, PasteField::ClientSecret] {
            let read = recognise(&format!("{before}{value}{after}"), field);
            prop_assert!(!serde_json::to_string(&read.recognised).expect("JSON").contains(&value));
            let debug = format!("{read:?}");
            prop_assert!(!debug.contains(&value));
        }
    }

    #[test]
    fn every_id_of_a_confidential_app_fits(random in "[A-Za-z0-9_-]{20}") {
        let id = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, format!("{random}:1:ci"));
        prop_assert_eq!(recognise(&id, PasteField::ClientId).recognised.verdict, PasteVerdict::Fits);
    }

    #[test]
    fn whatever_the_values_an_encoded_pair_is_the_same_pair(random in "[A-Za-z0-9_-]{20}", secret in "[A-Za-z0-9_-]{50}", end in "(\n|\r\n|)") {
        let id = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, format!("{random}:1:ci"));
        let read = identify(&manifest(&base64(&format!("{id}{end}")), &base64(&format!("{secret}{end}"))));
        let pair = read.pair().expect("a pair");
        prop_assert_eq!((pair.id.as_str(), pair.secret.expose_secret()), (id.as_str(), secret.as_str()));
        prop_assert!(removed(&read).last() == Some(&"decoded"));
    }

    #[test]
    fn two_values_of_other_lengths_are_never_a_fitting_pair(id in "[A-Za-z0-9_-]{35,90}", secret in "[A-Za-z0-9_-]{55,90}") {
        for (id, secret) in [(id.as_str(), SECRET), (ID, secret.as_str()), (id.as_str(), secret.as_str())] {
            let read = identify(&manifest(id, secret)).recognised;
            prop_assert!(read.kind != PasteKind::Pair || read.certainty < PasteCertainty::High, "{:?}", read);
        }
    }

    #[test]
    fn no_secret_of_fifty_characters_is_called_wrong(secret in "[A-Za-z0-9_-]{50}") {
        prop_assert_ne!(recognise(&secret, PasteField::ClientSecret).recognised.verdict, PasteVerdict::Wrong);
    }
}
