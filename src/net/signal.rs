//! When the user or the system asks to stop.

/// Ends at Ctrl-C, and on Unix at SIGTERM. From its first poll on these no longer end the process by themselves.
pub(crate) async fn interrupted() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Where no handler can be had the signal ends the process, as it would have.
    let _ = interrupt.await;
}
