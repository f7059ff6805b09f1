//! Another port, for when the registered one is taken.

use std::net::Ipv4Addr;
use tokio::net::TcpListener;

/// How far from the wanted port is looked.
const REACH: u16 = 100;

/// A port close to this one that is free now: the next above, or below where there is none above. Nothing holds it for
/// whoever asked.
pub async fn free_near(port: u16) -> Option<u16> {
    let above = (1..=REACH).filter_map(|step| port.checked_add(step));
    let below = (1..=REACH).filter_map(|step| port.checked_sub(step));
    // Below 1024 the system keeps ports for itself.
    for candidate in above.chain(below).filter(|candidate| *candidate >= 1024) {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await.is_ok() {
            return Some(candidate);
        }
    }
    None
}
