//! Creates one permission for each command, so that the window can call only the listed commands.

macro_rules! commands {
    ($($name:ident ( $($argument:ident : $kind:ty),* ) -> $answer:ty),* $(,)?) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}

include!("src/commands/list.rs");

fn main() {
    println!("cargo::rerun-if-changed=src/commands/list.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)).expect("the window's configuration");
}
