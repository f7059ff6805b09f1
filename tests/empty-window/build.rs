//! Makes the window's one command one that its page may call.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["mark"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)).expect("the window's configuration");
}
