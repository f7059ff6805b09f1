//! Job files that the desktop hands over as events instead of arguments, as macOS does for a double click.

use std::path::PathBuf;
use url::Url;

/// The first file among the addresses. Addresses of other kinds are left out: this program opens none.
pub(crate) fn first_file(urls: &[Url]) -> Option<PathBuf> {
    urls.iter().find_map(|url| url.to_file_path().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_are_opened_and_names_are_decoded() {
        let check = |urls: &[&str], file: Option<&str>| {
            let urls: Vec<Url> = urls.iter().map(|url| url.parse().expect("an address")).collect();
            assert_eq!(first_file(&urls), file.map(PathBuf::from), "{urls:?}");
        };
        #[cfg(unix)]
        check(&["https://x.com/", "file:///home/a/my%20job.sourcerer"], Some("/home/a/my job.sourcerer"));
        check(&["https://x.com/a.sourcerer", "sourcerer:a", "file://elsewhere/a.sourcerer?"], None);
        check(&[], None);
    }
}
