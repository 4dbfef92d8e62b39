//! Which files are the parts of one log.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::find::Found;

/// When each log was last written to. A part that was written to before has been rotated away.
#[derive(Debug, Default)]
pub(super) struct Streams(HashMap<PathBuf, SystemTime>);

impl Streams {
    pub(super) fn of<'f>(files: impl IntoIterator<Item = &'f Found>) -> Self {
        let mut newest = HashMap::new();
        // A compressed part was made when the log had long moved on, and says nothing of when.
        let plain = files.into_iter().filter(|found| found.path.extension().is_none_or(|end| end != "gz"));
        for found in plain {
            let at = newest.entry(stream(&found.path)).or_insert(found.modified);
            *at = found.modified.max(*at);
        }
        Self(newest)
    }

    /// Whether another part of the same log was written to since.
    pub(super) fn has_moved_on(&self, found: &Found) -> bool {
        self.0.get(&stream(&found.path)).is_some_and(|newest| found.modified < *newest)
    }
}

/// Oldest first: compressed parts, whatever time they were made at; then what was last written to first, and of parts
/// written to at once the one with the higher number.
pub(super) fn age(found: &Found) -> (bool, SystemTime, Reverse<u64>, PathBuf) {
    (!found.packed, found.modified, Reverse(number(&found.path)), found.path.clone())
}

/// The name without numbers, dates and the ending of a compressed file: `app.log`, `app3.log`, `app.log.1` and
/// `app-2025-10-24.log.gz` are parts of one log.
fn stream(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut plain = String::new();
    for letter in name.strip_suffix(".gz").unwrap_or(&name).chars() {
        if letter.is_ascii_digit() {
            plain.truncate(plain.trim_end_matches(['-', '_', '.']).len());
        } else {
            plain.push(letter);
        }
    }
    path.with_file_name(plain)
}

/// The number behind the name: 2 in `app.log.2.gz`, 0 where there is none.
fn number(path: &Path) -> u64 {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit('.').next().and_then(|end| end.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("/l/app.log", "/l/app.log")]
    #[case("/l/app12.log", "/l/app.log")]
    #[case("/l/app.log.3.gz", "/l/app.log")]
    #[case("/l/app-2025-10-24.log", "/l/app.log")]
    #[case("/l/app.log-20251024.gz", "/l/app.log")]
    #[case("/l/error-2025-10-24.log", "/l/error.log")]
    fn numbers_and_dates_part_a_log_and_do_not_name_it(#[case] path: &str, #[case] expected: &str) {
        assert_eq!(stream(Path::new(path)), Path::new(expected));
    }
}
