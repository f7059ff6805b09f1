//! Writes the table of releases as JSON, which the program reads anyway: a parser of TOML in it would only be for this file.

use std::path::Path;
use std::{env, fs};

const TABLE: &str = "src/authentik/release/table.toml";

fn main() {
    println!("cargo::rerun-if-changed={TABLE}");
    let text = fs::read_to_string(TABLE).expect("the table");
    let table: toml::Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{TABLE}: {error}"));
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let json = serde_json::to_string(&table).expect("a table without dates is JSON");
    fs::write(Path::new(&out).join("table.json"), json).expect("a generated file");
}
