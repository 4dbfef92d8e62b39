//! A TCP connection to the first address of a host that accepts one.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;

use super::resolve::resolve;
use super::seen::{Phase, Seen};
use crate::config::{HostPort, IpFamily};
use crate::net::io_reason;

/// Resolves and connects. `limit` is the attempt's: it is shared out, so that one silent address of several does not
/// use it up.
pub(super) async fn connect(
    at: &HostPort,
    family: IpFamily,
    limit: Duration,
    seen: &mut Seen,
) -> Result<TcpStream, String> {
    let addresses = seen.during(Phase::Resolve, resolve(at, family)).await?;
    seen.during(Phase::Connect, connect_first(&addresses, limit)).await
}

async fn connect_first(addresses: &[SocketAddr], limit: Duration) -> Result<TcpStream, String> {
    let share = limit / u32::try_from(addresses.len()).unwrap_or(u32::MAX);
    let mut reason = String::new();
    for (index, address) in addresses.iter().enumerate() {
        let connecting = TcpStream::connect(address);
        // The last one may use what is left; the attempt's own timeout ends it.
        let connected = if index + 1 == addresses.len() {
            Ok(connecting.await)
        } else {
            timeout(share, connecting).await
        };
        match connected {
            Ok(Ok(stream)) => {
                // Without it a request in two writes may wait for an acknowledgement. A failure costs only time.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Ok(Err(error)) => reason = io_reason(&error),
            Err(_) => reason = "timed out".into(),
        }
    }
    Err(reason)
}
