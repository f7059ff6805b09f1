//! Keeps the memory of this process, which holds secrets while it runs, out of core dumps.

use std::io;

/// The environment variable that leaves core dumps and debuggers as the system has them, for whoever debugs the program.
pub const SWITCH: &str = "SOURCERER_CORE_DUMPS";

/// Forbids core dumps of this process, and of the programs that it starts. On Linux also other processes of the same user
/// can't read its memory any more (prctl(2), `PR_SET_DUMPABLE`; core(5)). Windows writes no dump of a program unless an
/// admin asks for it.
///
/// # Errors
/// When the system refuses, which no system is known to do.
#[cfg(unix)]
pub fn forbid_core_dumps() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// The same for systems that write no core dumps.
#[cfg(not(unix))]
pub fn forbid_core_dumps() -> io::Result<()> {
    Ok(())
}
