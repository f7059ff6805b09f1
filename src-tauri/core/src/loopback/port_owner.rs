//! Finds the process that holds a port.

use crate::diagnosis::PortOwner;
use listeners::{Listener, Protocol, SocketState};
use std::net::{IpAddr, Ipv4Addr};

/// A longer name isn't one that an admin would recognize.
const LONGEST_NAME: usize = 64;

/// The process that listens on this port of 127.0.0.1. `None` if the system doesn't reveal it: Linux hides other users'
/// processes.
pub(super) async fn of(port: u16) -> Option<PortOwner> {
    // This reads the table of processes, which takes a while on a busy machine.
    tokio::task::spawn_blocking(move || find_owner(port)).await.ok().flatten()
}

fn find_owner(port: u16) -> Option<PortOwner> {
    let listener = listeners::get_all().ok()?.into_iter().find(|listener| holds(listener, port))?;
    let name = listener.process.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect::<String>();
    let program = name.trim().to_owned();
    (!program.is_empty()).then_some(PortOwner { program, process: listener.process.pid })
}

fn holds(listener: &Listener, port: u16) -> bool {
    // A program that listens on every address also listens on this one, and so does one on IPv6's wildcard address that
    // accepts IPv4.
    let ip = listener.socket.ip().to_canonical();
    listener.protocol == Protocol::TCP
        && listener.state == SocketState::Listen
        && listener.socket.port() == port
        && (ip == IpAddr::V4(Ipv4Addr::LOCALHOST) || ip.is_unspecified())
}
