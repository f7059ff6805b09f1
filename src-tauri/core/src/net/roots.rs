/// How many root certificates this machine has; none where the system verifies by itself and tells no number. Reads
/// files, so it blocks.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn roots() -> Option<usize> {
    Some(rustls_native_certs::load_native_certs().certs.len())
}

/// How many root certificates this machine has; none where the system verifies by itself and tells no number.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn roots() -> Option<usize> {
    None
}
