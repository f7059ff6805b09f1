use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::job::handover::tests::*;
use crate::job::model::Side;
use crate::job::{SecretLocation, StoredSecret};
use crate::vault::Key;
use proptest::prelude::*;
use secrecy::SecretString;
use serde_json::{Value, json};

async fn value() -> Value {
    serde_json::from_str(&handed(&mut sample_job("x")).await.text()).expect("JSON")
}

#[tokio::test]
async fn a_file_says_what_it_is_and_holds_no_more_than_its_fields() {
    let mut job = sample_job("x");
    job.handover.side = Side::X;
    insta::assert_snapshot!(handed(&mut job).await.text());
}

#[tokio::test]
async fn a_hostile_file_is_refused_with_its_reason() {
    let file = value().await;
    let check = |change: &dyn Fn(&mut Value), reason: &str| {
        let mut changed = file.clone();
        change(&mut changed);
        let refused = parse(changed.to_string().as_bytes()).expect_err(reason);
        let Symptom::JobFileRefused { reason: told, detail } = refused.symptom() else { panic!("{refused}") };
        assert_eq!(told, reason, "{detail}");
        assert!(!detail.contains('\u{202e}'), "{detail:?}");
    };
    check(&|file| file["version"] = json!(2), "version");
    check(&|file| file["sourcerer"] = json!("journal"), "no-job-file");
    check(&|file| file["version"] = json!(1e99), "no-job-file");
    check(&|file| file["token"] = json!("x"), "form");
    check(&|file| file["fields"]["secret"] = json!({ "value": "x", "edits": {} }), "form");
    check(&|file| file["fields"]["port"]["value"] = json!(70_000), "form");
    check(&|file| file["fields"]["port"]["value"] = json!(80), "unusable");
    check(&|file| file["fields"]["email"]["value"] = json!("yes"), "form");
    check(&|file| file["fields"]["who"]["value"] = json!("everybody"), "form");
    check(&|file| drop(file["fields"].as_object_mut().expect("fields").remove("slug")), "form");
    check(&|file| file["fields"]["slug"]["value"] = json!("a/../b"), "unusable");
    check(&|file| file["fields"]["address"]["value"] = json!("javascript:alert(1)"), "unusable");
    check(&|file| file["fields"]["address"]["value"] = json!("http://public.example"), "unusable");
    check(&|file| file["fields"]["address"]["value"] = json!("https://ada:pw@authentik.company"), "unusable");
    check(&|file| file["fields"]["terms"]["value"] = json!("file:///etc/passwd"), "unusable");
    check(&|file| file["fields"]["name"]["value"] = json!("X\u{202e}evil"), "unusable");
    check(&|file| file["fields"]["name"]["value"] = json!("X\u{1b}[2J"), "unusable");
    check(&|file| file["fields"]["name"]["value"] = json!("x".repeat(3000)), "unusable");
    check(&|file| file["fields"]["name"]["edits"] = json!({ "x": u32::MAX }), "unusable");
    check(&|file| file["fields"]["name"]["edits"] = json!({ "x": -1 }), "form");
    check(&|file| file["hand"] = json!("../x"), "unusable");
    check(&|file| file["\u{202e}"] = json!(1), "form");
    check(&|file| file["x"] = json!([[[[[[[[[[]]]]]]]]]]), "too-deep");
    check(&|file| file["made"] = json!("x".repeat(LARGEST)), "too-large");
}

#[tokio::test]
async fn what_stands_twice_is_refused() {
    let text = handed(&mut sample_job("x")).await.text();
    for (once, twice) in [
        ("\"practice\": false,", "\"practice\": false, \"practice\": false,"),
        ("\"tidied\": {", "\"tidied\": {}, \"tidied\": {"),
        (
            "\"ticked\": {",
            "\"ticked\": {\"a\": {\"value\": true, \"edits\": {}}, \"a\": {\"value\": false, \"edits\": {}}",
        ),
    ] {
        assert!(text.contains(once), "{once}");
        let refused = parse(text.replacen(once, twice, 1).as_bytes());
        assert!(matches!(refused, Err(JobFileError::Form { .. })), "{refused:?}");
    }
}

#[test]
fn what_is_no_job_file_at_all_is_refused() {
    for bytes in [&b""[..], b"{", b"[]", b"null", b"NaN", b"\xff\xfe", b"{\"sourcerer\":\"job\"}", &[0; 4096]] {
        assert_eq!(parse(bytes), Err(JobFileError::NoJobFile));
    }
    assert_eq!(parse(&vec![b'['; 100_000]), Err(JobFileError::TooDeep));
}

#[cfg(unix)]
#[tokio::test]
async fn only_a_plain_file_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.sourcerer");
    let file = handed(&mut sample_job("x")).await;
    std::fs::write(&path, file.text()).expect("a file");
    assert_eq!(open(&path), Ok(file));
    let link = folder.path().join("link.sourcerer");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    for other in [link.as_path(), folder.path(), std::path::Path::new("/dev/zero")] {
        assert_eq!(open(other), Err(JobFileError::NoPlainFile), "{}", other.display());
    }
    let missing = open(&folder.path().join("missing"));
    assert_eq!(missing, Err(JobFileError::Unreadable { kind: std::io::ErrorKind::NotFound }));
}

#[tokio::test]
async fn a_secret_in_another_field_stops_the_file() {
    let environment = Environment::for_tests();
    let mut job = sample_job("x");
    let url = job.server.url().expect("an address");
    environment.memory.put(&Key::api_token(&url), &SecretString::from("c4n4ry-c4n4ry-c4n4ry")).expect("a place");
    let kept =
        StoredSecret { place: SecretLocation::Memory, ending: "n4ry".to_owned(), ..StoredSecret::for_keyring(&url) };
    job.server.token = Some(kept);
    let file = export(&environment, &mut job).await.expect("a file");
    assert!(!file.text().contains("n4ry"), "not even how it ends");
    job.names.typed.name = "X c4n4ry-c4n4ry-c4n4ry".to_owned();
    assert_eq!(export(&environment, &mut job).await, Err(Symptom::JobFileSecret));
}

#[tokio::test]
async fn what_cannot_be_used_stays_here_and_is_not_lost() {
    let mut job = sample_job("x");
    job.server.address = "https://ada:hunter2@authentik.company".to_owned();
    job.names.typed.slug = "not a slug".to_owned();
    let file = handed(&mut job).await;
    assert!(!file.text().contains("hunter2") && !file.text().contains("not a slug"));
    let opened = OpenJobFile::new(&Environment::for_tests(), handed(&mut sample_job("server")).await, &[job.clone()])
        .expect("fits");
    let merged = opened.merged().expect("nothing to decide");
    assert_eq!(merged.names.typed.slug, "not a slug");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(parse(&bytes).is_err());
    }

    #[test]
    fn a_file_with_bytes_changed_is_refused_or_a_job(at in 0_usize..4000, with in prop::collection::vec(any::<u8>(), 0..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let mut bytes = runtime.block_on(async { handed(&mut sample_job("x")).await.text().into_bytes() });
        let at = at % bytes.len();
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        if let Ok(file) = parse(&bytes) {
            prop_assert_eq!(parse(file.text().as_bytes()), Ok(file));
        }
    }
}
