//! From a host to its addresses.

use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::thread;

use tokio::sync::oneshot;

use crate::config::{HostPort, IpFamily};
use crate::net::io_reason;

/// The addresses of a host, at least one, in the resolver's order.
pub(super) async fn resolve(at: &HostPort, family: IpFamily) -> Result<Vec<SocketAddr>, String> {
    let all = match at.host.parse::<IpAddr>() {
        Ok(address) => vec![SocketAddr::new(address, at.port)],
        Err(_) => look_up(at.host.clone(), at.port).await.map_err(|error| unresolved(&error))?,
    };
    let fit: Vec<SocketAddr> = all.into_iter().filter(|address| fits(*address, family)).collect();
    match (fit.is_empty(), family) {
        (false, _) => Ok(fit),
        (true, IpFamily::V4) => Err("name has no IPv4 address".into()),
        (true, IpFamily::V6) => Err("name has no IPv6 address".into()),
        (true, IpFamily::Any) => Err("name has no address".into()),
    }
}

fn fits(address: SocketAddr, family: IpFamily) -> bool {
    match family {
        IpFamily::Any => true,
        IpFamily::V4 => address.is_ipv4(),
        IpFamily::V6 => address.is_ipv6(),
    }
}

/// Asks the system's resolver on a thread of its own. The thread is left behind on a timeout: the resolver cannot be
/// interrupted, and a runtime's pool would wait for it at the end.
async fn look_up(host: String, port: u16) -> io::Result<Vec<SocketAddr>> {
    let (sender, receiver) = oneshot::channel();
    thread::Builder::new().name("resolve".into()).spawn(move || {
        // Nobody waits any more after a timeout.
        let _ = sender.send((host.as_str(), port).to_socket_addrs().map(Iterator::collect));
    })?;
    receiver.await.unwrap_or_else(|_| Err(io::Error::other("the resolver gave up")))
}

fn unresolved(error: &io::Error) -> String {
    let reason = io_reason(error);
    let reason = reason.rsplit(": ").next().unwrap_or_default();
    format!("name not resolved: {reason}")
}
