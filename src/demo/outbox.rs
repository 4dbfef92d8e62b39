//! Where the stand-ins put what they were told: one file a message, numbered as they came.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};

/// A folder of received messages.
#[derive(Debug)]
pub(super) struct Outbox {
    folder: PathBuf,
    count: AtomicUsize,
}

impl Outbox {
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), count: AtomicUsize::new(0) })
    }

    /// Keeps a message as `NNN-KIND.ENDING`.
    pub(super) fn keep(&self, kind: &str, ending: &str, message: &[u8]) -> io::Result<()> {
        let number = 1 + self.count.fetch_add(1, Ordering::Relaxed);
        fs::write(self.folder.join(format!("{number:03}-{kind}.{ending}")), message)
    }

    pub(super) fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }
}
