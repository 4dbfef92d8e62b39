//! What this machine is called.

use std::{env, fs};

/// The host's name, or nothing where it cannot be told.
pub(crate) fn host_name() -> String {
    let kernel =
        fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| fs::read_to_string("/etc/hostname"));
    let name = kernel.ok().or_else(|| env::var("COMPUTERNAME").or_else(|_| env::var("HOSTNAME")).ok());
    name.unwrap_or_default().trim().to_owned()
}
