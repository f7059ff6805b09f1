use super::{Error, FileName, JsonStore, Versioned};
use crate::diagnosis::{Diagnosed as _, Symptom};
use proptest::prelude::*;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};
use std::fs;
use std::io::ErrorKind;
use tempfile::TempDir;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Note {
    text: String,
}

impl Versioned for Note {
    const VERSION: u32 = 2;

    /// Version 1 called it `words`.
    fn upgrade(version: u32, content: Value) -> Option<Value> {
        (version == 1).then(|| json!({ "text": content["words"] }))
    }
}

fn note(text: &str) -> Note {
    Note { text: text.to_owned() }
}

fn name() -> FileName {
    FileName::parse("note").expect("a name")
}

fn folder() -> (TempDir, JsonStore<Note>) {
    let home = TempDir::new().expect("a folder");
    let folder = JsonStore::new(home.path().join("data").join("drafts"));
    (home, folder)
}

/// A folder with this text in the file of the note.
fn holding(text: &[u8]) -> (TempDir, JsonStore<Note>) {
    let (home, folder) = folder();
    fs::create_dir_all(folder.path()).expect("a folder");
    fs::write(folder.file(&name()), text).expect("a file");
    (home, folder)
}

fn files(folder: &JsonStore<Note>) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut files: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    files
}

#[test]
fn what_is_written_comes_back_until_it_is_deleted() {
    let (_home, folder) = folder();
    assert_eq!(folder.read(&name()), Ok(None));
    assert_eq!(folder.list(), Ok(Vec::new()));
    assert_eq!(folder.delete(&name()), Ok(false));
    for text in ["one", "two, longer than one"] {
        folder.write(&name(), &note(text)).expect("a write");
        assert_eq!(folder.read(&name()), Ok(Some(note(text))));
    }
    assert_eq!(files(&folder), ["note.json"]);
    assert_eq!(folder.delete(&name()), Ok(true));
    assert_eq!(folder.read(&name()), Ok(None));
}

#[test]
fn what_could_not_be_read_again_isnt_written() {
    let (_home, folder) = folder();
    folder.write(&name(), &note("before")).expect("a write");
    let long = note(&"x".repeat(8 * 1024 * 1024));
    let refused = folder.write(&name(), &long).expect_err("too large");
    assert!(matches!(refused, Error::TooLarge { .. }), "{refused}");
    assert_eq!(refused.symptom(), Symptom::InputTooLong);
    assert_eq!(folder.read(&name()), Ok(Some(note("before"))));
    assert_eq!(files(&folder), ["note.json"]);
}

#[test]
fn what_a_killed_write_left_is_swept_and_a_running_one_stays() {
    let (home, folder) = folder();
    folder.write(&name(), &note("kept")).expect("a write");
    let left = folder.path().join(".writing-AbC123");
    fs::write(&left, "half of a job").expect("a file");
    let running = fs::File::create(folder.path().join(".writing-running")).expect("a file");
    running.try_lock().expect("a lock");
    super::sweep(&home.path().join("data"));
    assert_eq!(files(&folder), [".writing-running", "note.json"]);
    drop(running);
    super::sweep(&home.path().join("data"));
    assert_eq!(files(&folder), ["note.json"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_a_pipe_is_refused_and_not_waited_for() {
    let (_home, folder) = folder();
    fs::create_dir_all(folder.path()).expect("a folder");
    rustix::fs::mkfifoat(rustix::fs::CWD, folder.file(&name()), rustix::fs::Mode::RWXU).expect("a pipe");
    let kind = ErrorKind::InvalidInput;
    assert_eq!(folder.read(&name()), Err(Error::NotReadable { path: folder.file(&name()), kind }));
}

#[test]
fn the_file_says_its_version() {
    let (_home, folder) = folder();
    folder.write(&name(), &note("hello")).expect("a write");
    let written: Value = serde_json::from_slice(&fs::read(folder.file(&name())).expect("a file")).expect("JSON");
    assert_eq!(written, json!({ "version": 2, "content": { "text": "hello" } }));
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_home, folder) = folder();
    folder.write(&name(), &note("hello")).expect("a write");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("an entry").permissions().mode() & 0o777;
    assert_eq!(mode(&folder.file(&name())), 0o600);
    assert_eq!(mode(folder.path()), 0o700);
    // One that others could read before is for its owner alone after the next write.
    fs::set_permissions(folder.file(&name()), fs::Permissions::from_mode(0o644)).expect("permissions");
    folder.write(&name(), &note("again")).expect("a write");
    assert_eq!(mode(&folder.file(&name())), 0o600);
}

#[test]
fn a_damaged_file_is_set_aside_and_told() {
    #[track_caller]
    fn check(text: &[u8]) {
        let (_home, folder) = holding(text);
        let aside = folder.path().join("note.json.damaged-1");
        let error = folder.read(&name()).expect_err("a damaged file");
        assert_eq!(error, Error::Damaged { path: aside.clone() });
        assert_eq!(error.symptom(), Symptom::DraftDamaged { path: aside.display().to_string() });
        assert_eq!(fs::read(aside).expect("a file"), text);
        assert_eq!(folder.read(&name()), Ok(None));
        assert_eq!(folder.list(), Ok(Vec::new()));
    }
    check(b"");
    check(b"{");
    check(br#"{"version":2,"content":{"te"#);
    check(br#"{"version":2,"content":{"words":"of another form"}}"#);
    check(br#"{"version":2}"#);
    check(br#"{"version":-1,"content":{"text":"x"}}"#);
    check(br#"{"version":0,"content":{"text":"before the first"}}"#);
    check(br#"{"version":2,"content":{"text":"x"}} and more"#);
    check(b"\xff\xfe\x00");
    check(b"[]");
    check(&[0; 4096]);
    check(&vec![b' '; 9 * 1024 * 1024]);
}

#[test]
fn every_damaged_file_is_kept() {
    let (_home, folder) = holding(b"one");
    assert!(folder.read(&name()).is_err());
    fs::write(folder.file(&name()), b"two").expect("a file");
    assert!(folder.read(&name()).is_err());
    fs::write(folder.file(&name()), b"three").expect("a file");
    folder.write(&name(), &note("whole")).expect("a write");
    assert_eq!(files(&folder), ["note.json", "note.json.damaged-1", "note.json.damaged-2", "note.json.damaged-3"]);
    assert_eq!(fs::read(folder.path().join("note.json.damaged-3")).expect("a file"), b"three");
}

#[test]
fn a_newer_version_is_left_alone() {
    let newer = br#"{"version":3,"content":["another form"]}"#;
    let (_home, folder) = holding(newer);
    let refused = Error::TooNew { path: folder.file(&name()), version: 3 };
    assert_eq!(folder.read(&name()), Err(refused.clone()));
    assert_eq!(folder.write(&name(), &note("older")), Err(refused.clone()));
    assert_eq!(fs::read(folder.file(&name())).expect("a file"), newer);
    assert_eq!(files(&folder), ["note.json"]);
    assert!(matches!(refused.symptom(), Symptom::DraftTooNew { .. }));
}

#[test]
fn an_older_version_is_brought_up_to_date() {
    let (_home, folder) = holding(br#"{"version":1,"content":{"words":"old"}}"#);
    assert_eq!(folder.read(&name()), Ok(Some(note("old"))));
}

#[test]
fn the_list_holds_names_alone() {
    let (_home, folder) = holding(br#"{"version":2,"content":{"text":"x"}}"#);
    for other in ["b.json", "note.json.damaged-1", ".writing-x", "README.txt", "UPPER.json", "..json"] {
        fs::write(folder.path().join(other), b"").expect("a file");
    }
    let names: Vec<_> = folder.list().expect("a list").iter().map(ToString::to_string).collect();
    assert_eq!(names, ["b", "note"]);
}

#[test]
fn a_folder_that_is_a_file_is_told() {
    let home = TempDir::new().expect("a folder");
    let path = home.path().join("drafts");
    fs::write(&path, b"in the way").expect("a file");
    let folder = JsonStore::<Note>::new(&path);
    assert!(matches!(folder.list(), Err(Error::NotReadable { .. })));
    let error = folder.write(&name(), &note("x")).expect_err("a file in the way");
    assert!(matches!(error.symptom(), Symptom::FolderNotWritable { .. }), "{error}");
    assert_eq!(fs::read(&path).expect("a file"), b"in the way");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_home, folder) = holding(b"damaged");
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("permissions");
    allow(0o500);
    // Root writes everywhere: there is nothing to see then.
    let is_root = fs::write(folder.path().join("probe"), b"").is_ok();
    if !is_root {
        let path = folder.file(&name());
        assert_eq!(folder.read(&name()), Err(Error::Damaged { path: path.clone() }));
        let refused = Error::NotWritable { path, kind: ErrorKind::PermissionDenied };
        assert_eq!(folder.write(&name(), &note("x")), Err(refused));
        assert_eq!(fs::read(folder.file(&name())).expect("a file"), b"damaged");
    }
    allow(0o700);
}

/// A value that can't be written when it holds nothing.
#[derive(Debug, Deserialize)]
struct Picky(Option<u8>);

impl Serialize for Picky {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(number) => serializer.serialize_u8(number),
            None => Err(serde::ser::Error::custom("nothing to write")),
        }
    }
}

impl Versioned for Picky {
    const VERSION: u32 = 1;
}

#[test]
fn a_failed_write_leaves_the_old_file_whole() {
    let home = TempDir::new().expect("a folder");
    let folder = JsonStore::new(home.path());
    folder.write(&name(), &Picky(Some(7))).expect("a write");
    assert!(matches!(folder.write(&name(), &Picky(None)), Err(Error::NotWritable { .. })));
    assert_eq!(folder.read(&name()).expect("a read").expect("a value").0, Some(7));
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_file_makes_reading_panic_or_is_lost(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (_home, folder) = holding(&bytes);
        let read = folder.read(&name());
        let is_lost = files(&folder).iter().all(|file| fs::read(folder.path().join(file)).ok().as_ref() != Some(&bytes));
        prop_assert!(!is_lost, "{read:?}");
    }
}
