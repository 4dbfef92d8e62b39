//! What systemd is told: that the receiver is ready, that it lives, that it ends. `sd_notify(3)` has the protocol.

use std::time::Duration;

/// Tells systemd a state such as `READY=1`, if it is there to listen.
#[cfg(unix)]
pub(super) fn tell(state: &str) {
    use std::os::unix::net::UnixDatagram;
    let Some(path) = std::env::var_os("NOTIFY_SOCKET") else { return };
    let sent =
        UnixDatagram::unbound().and_then(|socket| match path.to_str().and_then(|p| p.strip_prefix('@')) {
            #[cfg(target_os = "linux")]
            Some(name) => {
                use std::os::linux::net::SocketAddrExt as _;
                let address = std::os::unix::net::SocketAddr::from_abstract_name(name)?;
                socket.send_to_addr(state.as_bytes(), &address)
            }
            _ => socket.send_to(state.as_bytes(), &path),
        });
    if let Err(error) = sent {
        tracing::warn!("systemd was not told {state}: {error}");
    }
}

#[cfg(not(unix))]
pub(super) fn tell(_: &str) {}

/// How often systemd wants to hear that it lives: twice in the time after which it would be ended.
pub(super) fn watchdog() -> Option<Duration> {
    let read = |name: &str| std::env::var(name).ok();
    // What is meant for another process is not for this one.
    if read("WATCHDOG_PID").is_some_and(|id| id != std::process::id().to_string()) {
        return None;
    }
    let limit: u64 = read("WATCHDOG_USEC")?.parse().ok()?;
    Some(Duration::from_micros(limit / 2)).filter(|pause| !pause.is_zero())
}
