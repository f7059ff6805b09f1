use std::net::{Ipv4Addr, TcpListener};

/// This range is below the ephemeral ports, so no outgoing connection of another program takes the port between its
/// selection and its use.
const RANGE: std::ops::Range<u16> = 10_000..32_000;

/// Returns a port for the test callback that is free now. Several practice jobs may run at once on one machine, so the
/// usual port isn't always available for X's form. It is `None` if none of a hundred ports is free.
pub fn free_port() -> Option<u16> {
    (0..100).find_map(|_| {
        let mut random = [0; 2];
        getrandom::fill(&mut random).ok()?;
        let port = RANGE.start + u16::from_le_bytes(random) % (RANGE.end - RANGE.start);
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok().then_some(port)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_can_be_listened_on_and_a_taken_one_is_no_free_one() {
        let port = free_port().expect("a free port");
        assert!(RANGE.contains(&port));
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).expect("the port");
        assert!((0..200).filter_map(|_| free_port()).all(|other| other != port));
        drop(held);
    }
}
