//! How much room the disk has left: metrics and logs are refused before alerting has none.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For how long one look holds.
const HOLDS: Duration = Duration::from_secs(1);

/// The folders that must keep some room.
pub(crate) struct Disk {
    folders: Vec<PathBuf>,
    min_free: u64,
    free: fn(&Path) -> io::Result<u64>,
    last: Mutex<Option<(Instant, bool)>>,
}

impl Disk {
    /// Looks after the disks that hold these files.
    pub(crate) fn new<'a>(files: impl IntoIterator<Item = &'a Path>, min_free: u64) -> Self {
        let folder = |file: &Path| match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let folders = files.into_iter().map(folder).collect();
        Self { folders, min_free, free: |folder| fs4::available_space(folder), last: Mutex::new(None) }
    }

    /// Whether there is room enough. A disk that does not say has some.
    pub(super) fn has_space(&self) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, has_space)) = *last
            && at.elapsed() < HOLDS
        {
            return has_space;
        }
        let has_space =
            self.folders.iter().all(|folder| (self.free)(folder).map_or(true, |free| free >= self.min_free));
        *last = Some((Instant::now(), has_space));
        has_space
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_disk_counts_and_one_that_does_not_say_has_room() {
        let disk = |files: &[&str], min_free| Disk {
            free: |folder| match folder.to_str() {
                Some("/full") => Ok(999),
                Some("/mute") => Err(io::ErrorKind::Unsupported.into()),
                _ => Ok(5000),
            },
            ..Disk::new(files.iter().map(Path::new), min_free)
        };
        assert!(disk(&["/roomy/a.db", "/mute/b.db", "here.db"], 1000).has_space());
        assert!(!disk(&["/roomy/a.db", "/full/b.db"], 1000).has_space());
        assert!(disk(&["/full/b.db"], 999).has_space());
        assert!(Disk::new([Path::new("/a.db")], 1).has_space());
        assert!(!Disk::new([Path::new("a.db")], u64::MAX).has_space());
    }
}
