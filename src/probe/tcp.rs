//! The kind `tcp`: a port that accepts a connection.

use super::connect::connect;
use super::outcome::Limits;
use super::seen::Seen;
use crate::config::TcpTarget;
use crate::time::Duration;

pub(super) async fn probe(target: &TcpTarget, seen: &mut Seen) -> Result<(), String> {
    connect(&target.address, target.ip, target.timeout.std(), seen).await.map(drop)
}

pub(super) fn limits(target: &TcpTarget) -> Limits {
    let TcpTarget { timeout, retries, max_latency, .. } = *target;
    Limits { timeout, retries, max_latency, cert_warning: Duration::ZERO }
}
