//! Locks of owners of state: files locked by the operating system, so that they die with the process.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::{Exit, Failure};

/// Held until dropped.
#[derive(Debug)]
pub(crate) struct RunLock {
    _file: File,
}

impl RunLock {
    /// Takes the lock `owner` (`evaluate`, `ship:ENTRY`, …) beside `database`, or fails with [`Exit::Held`].
    pub(crate) fn take(database: &Path, owner: &str) -> Result<Self, Failure> {
        let mut path = database.as_os_str().to_owned();
        path.push(format!(".{}.lock", owner.replace([':', '/', '\\'], "-")));
        let io = |error: &std::io::Error| {
            Failure::incomplete(format!("lock {}: {error}", Path::new(&path).display()))
        };
        let file =
            File::options().create(true).truncate(false).write(true).open(&path).map_err(|e| io(&e))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(Failure::new(Exit::Held, format!("another run holds `{owner}`; this one did nothing")))
            }
            Err(TryLockError::Error(error)) => Err(io(&error)),
        }
    }
}
