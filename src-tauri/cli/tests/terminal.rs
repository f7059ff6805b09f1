//! Runs the program as scripts and people call it.
#![expect(clippy::disallowed_methods, reason = "a test runs the program itself")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn call(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sourcerer-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    // A command that doesn't read its input may end before it is written.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("an end")
}

/// Everything that the caller sees.
fn shown(arguments: &[&str], input: &[u8]) -> String {
    let output = call(arguments, input);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let error = text(&output.stderr);
    let error = if error.is_empty() { String::new() } else { format!("--- standard error\n{error}") };
    format!("{}{error}--- exit {}", text(&output.stdout), output.status.code().expect("a code"))
}

/// All commands in the order of the help.
const COMMANDS: [&str; 20] = [
    "urls",
    "recognise",
    "test",
    "plan",
    "push",
    "export",
    "undo",
    "rotate",
    "check",
    "report",
    "fleet",
    "login",
    "doctor",
    "facts",
    "update",
    "handover",
    "merge",
    "practice",
    "completions",
    "man",
];

const SECRET: &str = "MadeUp-Canary_MadeUp-Canary_MadeUp-Canary_0123x7Qd";

#[test]
fn the_guides_two_urls_come_out() {
    insta::assert_snapshot!(
        "urls-json",
        shown(&["urls", "--server", "authentik.company", "--slug", "twitter", "--json"], b"")
    );
}

#[test]
fn the_list_that_x_shows_is_compared_byte_by_byte() {
    let urls = ["urls", "--server", "authentik.company", "--slug", "twitter", "--compare", "-"];
    let list =
        "http://127.0.0.1:8723/callback\nhttp://authentik.company/source/oauth/callback/twitter\nhttps://other/\n";
    insta::assert_snapshot!("urls-compare", shown(&urls, list.as_bytes()));
    let all = "http://127.0.0.1:8723/callback\r\nhttps://authentik.company/source/oauth/callback/twitter/\r\n";
    insta::assert_snapshot!("urls-compare-json", shown(&[urls.as_slice(), &["--json"]].concat(), all.as_bytes()));
    let missing = ["urls", "--server", "authentik.company", "--slug", "twitter", "--compare", "/nonexistent/list"];
    assert_eq!(call(&missing, b"").status.code(), Some(2));
}

#[test]
fn urls_are_shown_as_a_list_with_what_was_left_out_beside_it() {
    let page = "HTTPS://Example.com:9443/sso/if/admin/#/core/sources";
    insta::assert_snapshot!("urls-list", shown(&["urls", "--server", page, "--slug", "X"], b""));
}

#[test]
fn no_scheme_means_https_for_loopback_too() {
    let output = call(&["urls", "--server", "127.0.0.1:9443", "--slug", "x", "--json"], b"");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["base"], "https://127.0.0.1:9443");
}

#[test]
fn a_refusal_is_exit_2() {
    #[track_caller]
    fn check(arguments: &[&str]) {
        let output = call(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    check(&["urls", "--server", "ftp://authentik.company", "--slug", "x"]);
    check(&["urls", "--server", "https://ada:pw@authentik.company", "--slug", "x"]);
    check(&["urls", "--server", "http://authentik.company", "--slug", "x", "--allow-http"]);
    check(&["urls", "--server", "http://auth.lan", "--slug", "x", "--json"]);
    check(&["urls", "--server", "authentik.company", "--slug", "a b"]);
    check(&["urls", "--server", "authentik.company"]);
    check(&["urls", "--server", "authentik.company", "--slug", "x", "--slug", "y"]);
    check(&["urls", "--server"]);
    check(&["urls", "--colour"]);
    check(&["conjure"]);
    check(&[]);
}

#[test]
fn warnings_leave_the_exit_code_alone() {
    insta::assert_snapshot!(
        "urls-warnings",
        shown(&["urls", "--server", "http://auth.lan", "--slug", "x", "--allow-http", "--json"], b"")
    );
}

#[test]
fn complaints_say_what_is_wrong() {
    insta::assert_snapshot!("usage-missing", shown(&["urls", "--server", "authentik.company"], b""));
    insta::assert_snapshot!("usage-unknown", shown(&["urls", "--colour", "red"], b""));
    insta::assert_snapshot!("usage-value-missing", shown(&["urls", "--server"], b""));
    insta::assert_snapshot!("usage-command", shown(&["conjure"], b""));
}

#[test]
fn a_pasted_value_is_recognised_and_never_repeated() {
    insta::assert_snapshot!("recognise-api-key", shown(&["recognise"], b"MadeUpApiKey0123456789abc\n"));
    insta::assert_snapshot!("recognise-json", shown(&["recognise", "--json"], format!(" \"{SECRET}\"\r\n").as_bytes()));
    for arguments in [["recognise"].as_slice(), &["recognise", "--json"]] {
        for input in [SECRET.to_owned(), format!("client_secret: {SECRET}"), format!("{SECRET} {SECRET}")] {
            assert!(!shown(arguments, input.as_bytes()).contains("Canary"));
        }
    }
}

#[test]
fn nothing_pasted_is_bad_input() {
    for input in [b"".to_vec(), b" \n".to_vec(), b"\xff\xfe".to_vec(), vec![b'a'; 70_000]] {
        assert_eq!(call(&["recognise"], &input).status.code(), Some(2));
    }
}

#[test]
fn help_is_whole() {
    insta::assert_snapshot!("help", shown(&["--help"], b""));
    for command in COMMANDS {
        let help = shown(&[command, "--help"], b"");
        assert_eq!(shown(&[command, "-h"], b""), help, "there is one help");
        insta::assert_snapshot!(format!("{command}-help"), help);
    }
}

#[test]
fn the_help_the_readme_and_the_page_name_every_command() {
    let page = |name: &str| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../").to_owned() + name;
        std::fs::read_to_string(&path).expect("a page of the documentation")
    };
    let (readme, terminal, help) = (page("README.md"), page("docs/TERMINAL.md"), shown(&["--help"], b""));
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command} isn't in the help");
        assert!(readme.contains(&format!("`{command}`")) || readme.contains(&format!("`{command} ")), "{command}");
        assert!(terminal.contains(&format!("`{command}`")), "{command}");
    }
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    assert_eq!(listed.count(), COMMANDS.len(), "a command isn't in this test's list");
    let codes = terminal.lines().skip_while(|line| !line.contains("code | meaning |")).skip(2);
    assert_eq!(codes.take_while(|line| line.starts_with('|')).count(), 6);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sourcerer-cli"))
        .args(["urls", "--server", "authentik.company", "--slug", "x"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn every_shell_gets_a_script_that_knows_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = call(&["completions", shell], b"");
        let script = String::from_utf8(output.stdout).expect("text");
        assert_eq!(output.status.code(), Some(0), "{shell}");
        for word in ["recognise", "push", "source-stage-after"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
    assert_eq!(call(&["completions", "tcsh"], b"").status.code(), Some(2));
}

#[test]
fn a_shell_reads_the_script_without_a_complaint() {
    let script = call(&["completions", "bash"], b"").stdout;
    let mut bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("bash");
    bash.stdin.take().expect("a pipe").write_all(&script).expect("written");
    let output = bash.wait_with_output().expect("an end");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn each_command_has_a_manual_page_in_its_own_words() {
    let whole = shown(&["man"], b"");
    assert!(whole.starts_with(".ie") && whole.contains(".TH sourcerer-cli 1"), "{whole}");
    for command in COMMANDS {
        assert!(whole.contains(&format!("sourcerer\\-cli\\-{command}(1)")), "{command} isn't named: {whole}");
        let page = shown(&["man", command], b"");
        assert!(page.contains(&format!(".TH sourcerer-cli-{command} 1")), "{page}");
        assert!(page.ends_with("--- exit 0"), "{page}");
    }
    assert!(shown(&["man", "push"], b"").contains("Leave the source disabled."));
    assert_eq!(call(&["man", "conjure"], b"").status.code(), Some(2));
}
