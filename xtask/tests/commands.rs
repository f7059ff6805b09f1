//! The two commands of the README exist. `practice::build` uses this binary for another purpose, too.

use std::process::Command;

#[test]
fn the_commands_of_the_readme_are_there() {
    #[expect(clippy::disallowed_methods, reason = "this runs the program under test")]
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for name in ["practice", "test", "tidy", "bindings", "bench", "fuzz", "package"] {
        assert!(help.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name} in:\n{help}");
    }
}
