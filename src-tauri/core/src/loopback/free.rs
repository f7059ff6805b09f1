//! Finds another port, in case the registered one is taken.

use std::net::Ipv4Addr;
use tokio::net::TcpListener;

/// How far from the wanted port to search.
const REACH: u16 = 100;

/// A free port near this one: the next one above it, or else below it. The port isn't reserved for the caller.
pub async fn find_free_port(port: u16) -> Option<u16> {
    let above = (1..=REACH).filter_map(|step| port.checked_add(step));
    let below = (1..=REACH).filter_map(|step| port.checked_sub(step));
    // The system reserves the ports below 1024 for itself.
    for candidate in above.chain(below).filter(|candidate| *candidate >= 1024) {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await.is_ok() {
            return Some(candidate);
        }
    }
    None
}
