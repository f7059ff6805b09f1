//! Opens private windows by the browsers' own command lines.

use std::path::Path;

/// Turns the `Exec` line of a desktop entry into one that opens a private window, with the browser's switch in place of
/// the address. Returns none if the browser isn't known, or if the line isn't clearly the browser's own program.
pub fn private_line(exec: &[String]) -> Option<Vec<String>> {
    let (first, rest) = exec.split_first()?;
    let browser = match Path::new(first).file_name()?.to_str()? {
        "env" => rest.iter().find(|word| !word.contains('='))?,
        "flatpak" => rest.iter().find_map(|word| word.strip_prefix("--command="))?,
        _ => first,
    };
    let switch = switch(browser)?;
    Some([plain_line(exec), vec![switch.to_owned()]].concat())
}

/// Turns the `Exec` line of a desktop entry into one that an address is added to.
pub fn plain_line(exec: &[String]) -> Vec<String> {
    // Field codes, and the markers around files that flatpak forwards.
    let is_place = |word: &str| word.starts_with("@@") || (word.len() == 2 && word.starts_with('%') && word != "%%");
    exec.iter().filter(|word| !is_place(word)).map(|word| word.replace("%%", "%")).collect()
}

/// The browser's switch for a private window, by the program's file name.
fn switch(program: &str) -> Option<&'static str> {
    let name = Path::new(program).file_name()?.to_str()?;
    // Release channels have their own file names: google-chrome-stable, microsoft-edge-beta.
    let of = |browser: &str| name == browser || name.strip_prefix(browser).is_some_and(|rest| rest.starts_with('-'));
    let any = |browsers: &[&str]| browsers.iter().any(|browser| of(browser));
    if any(&["chromium", "chrome", "google-chrome", "brave", "vivaldi"]) {
        Some("--incognito")
    } else if any(&["microsoft-edge", "msedge", "edge"]) {
        Some("--inprivate")
    } else if any(&["firefox"]) {
        Some("--private-window")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_browser_gets_its_own_switch() {
        #[track_caller]
        fn check(exec: &str, line: Option<&str>) {
            let exec: Vec<_> = exec.split_whitespace().map(str::to_owned).collect();
            assert_eq!(private_line(&exec).map(|line| line.join(" ")).as_deref(), line, "{exec:?}");
        }
        check("/usr/bin/chromium %U", Some("/usr/bin/chromium --incognito"));
        check("chromium-browser %U", Some("chromium-browser --incognito"));
        check("/usr/bin/google-chrome-stable %U", Some("/usr/bin/google-chrome-stable --incognito"));
        check("/usr/bin/brave-browser-stable %U", Some("/usr/bin/brave-browser-stable --incognito"));
        check("/usr/bin/vivaldi-stable %U", Some("/usr/bin/vivaldi-stable --incognito"));
        check("/usr/bin/microsoft-edge-stable %U", Some("/usr/bin/microsoft-edge-stable --inprivate"));
        check("firefox %u", Some("firefox --private-window"));
        check("/usr/lib/firefox-esr/firefox-esr %u", Some("/usr/lib/firefox-esr/firefox-esr --private-window"));
        check(
            "env BAMF_DESKTOP_FILE_HINT=/x/firefox_firefox.desktop /snap/bin/firefox %u",
            Some("env BAMF_DESKTOP_FILE_HINT=/x/firefox_firefox.desktop /snap/bin/firefox --private-window"),
        );
        check(
            "/usr/bin/flatpak run --branch=stable --command=/app/bin/edge --file-forwarding com.microsoft.Edge @@u %U @@",
            Some(
                "/usr/bin/flatpak run --branch=stable --command=/app/bin/edge --file-forwarding com.microsoft.Edge --inprivate",
            ),
        );
        check("chromium --class=50%% %U", Some("chromium --class=50% --incognito"));
        for unknown in ["epiphany --new-window %U", "/usr/bin/konqueror %u", "sh -c chromium", "chromiumoid", "env", ""]
        {
            check(unknown, None);
        }
    }
}
