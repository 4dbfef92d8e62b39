//! Which files are the parts of one log.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::find::Found;

/// How long a writer may need to leave a part once it has begun the next.
const OVERLAP: Duration = Duration::from_secs(10);

/// The parts of each log.
#[derive(Debug, Default)]
pub(super) struct Streams(HashMap<PathBuf, Vec<Part>>);

/// A file that is no compressed one: those were made when the log had long moved on, and say nothing of when.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    modified: SystemTime,
    made: Option<SystemTime>,
}

impl Streams {
    pub(super) fn of<'f>(files: impl IntoIterator<Item = &'f Found>) -> Self {
        let mut streams: HashMap<_, Vec<Part>> = HashMap::new();
        for found in files.into_iter().filter(|found| found.path.extension().is_none_or(|end| end != "gz")) {
            let Found { path, modified, .. } = found;
            let part = Part { path: path.clone(), modified: *modified, made: found.node.made() };
            streams.entry(stream(path)).or_default().push(part);
        }
        Self(streams)
    }

    /// Whether the log goes on in another part. Logs that differ in a number alone, such as those of two tills, are
    /// written to at the same time.
    pub(super) fn has_moved_on(&self, found: &Found) -> bool {
        let goes_on_in = |part: &Part| {
            let begun_behind = part.made.is_none_or(|made| made + OVERLAP >= found.modified);
            let follows = begun_behind && !is_named_after(&part.path, &found.path);
            part.modified > found.modified && (follows || is_named_after(&found.path, &part.path))
        };
        self.0.get(&stream(&found.path)).is_some_and(|parts| parts.iter().any(goes_on_in))
    }
}

/// Whether a name is another one with something behind it: `app.log.1` and `app.log`.
pub(super) fn is_named_after(path: &Path, other: &Path) -> bool {
    let [name, other_name] = [path, other].map(|path| path.as_os_str().as_encoded_bytes());
    name.len() > other_name.len() && name.starts_with(other_name)
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
    use crate::logs::identity::Node;

    /// A file that was made and last written to so many seconds after 1970.
    fn found(path: &str, made: u64, modified: u64) -> Found {
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let (path, node) = (path.into(), Node::test("1", at(made)));
        Found { path, node, size: 0, modified: at(modified), packed: false }
    }

    #[rstest::rstest]
    #[case::winston(["app.log", "app1.log"], [(0, 100), (99, 200)], [true, false])]
    #[case::by_day(["app-2025-10-24.log", "app-2025-10-25.log"], [(0, 100), (105, 200)], [true, false])]
    #[case::renamed(["app.log.1", "app.log"], [(0, 100), (100, 200)], [true, false])]
    #[case::copied(["app.log.1", "app.log"], [(100, 100), (0, 200)], [true, false])]
    #[case::copied_behind(["app.log", "app.log.1"], [(0, 100), (300, 300)], [false, false])]
    #[case::of_two_tills(["till1.log", "till2.log"], [(0, 100), (1, 200)], [false, false])]
    fn a_log_has_moved_on_where_another_part_was_begun_when_this_one_was_left(
        #[case] paths: [&str; 2],
        #[case] times: [(u64, u64); 2],
        #[case] moved_on: [bool; 2],
    ) {
        let files = [0, 1].map(|at| found(paths[at], times[at].0, times[at].1));
        let streams = Streams::of(&files);
        assert_eq!([0, 1].map(|at| streams.has_moved_on(&files[at])), moved_on);
    }

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
