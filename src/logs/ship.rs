//! One run over the files of one entry.

use std::path::PathBuf;

use encoding_rs::Encoding;
use jiff::Timestamp;
use regex::Regex;

use super::checkpoint::Checkpoint;
use super::find::Patterns;
use super::record::Treatment;
use super::report::Shipped;
use super::sink::Sink;
use super::track::{StartAt, track};
use super::work::{Halt, Work};
use crate::db::{Database, DbError};

/// One `[[ship]]`, ready to run.
#[derive(Debug)]
pub(crate) struct Entry {
    pub name: String,
    pub patterns: Patterns,
    pub store: Option<String>,
    pub max_line: usize,
    /// Of files that carry no byte order mark.
    pub encoding: &'static Encoding,
    /// What a line begins with that begins a group; each line is one where absent.
    pub multiline_start: Option<Regex>,
    pub treatment: Treatment,
    /// Where lines go that the receiver will never take.
    pub dead_letters: PathBuf,
}

/// How a run goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub start_at: StartAt,
    /// Read, count and change nothing.
    pub dry: bool,
    pub now: Timestamp,
}

/// Why a run could not be kept account of.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShipError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("dead letters {path}: {reason}")]
    DeadLetter { path: PathBuf, reason: String },
}

/// Ships what is new in an entry's files. The caller holds the entry's lock.
pub(crate) fn ship(
    database: &Database,
    entry: &Entry,
    sink: &dyn Sink,
    options: Options,
) -> Result<Shipped, ShipError> {
    let (found, unreadable) = entry.patterns.find();
    let rows = database.read(|session| Checkpoint::of_entry(session, &entry.name))?;
    let tracking = track(found, rows, options.start_at, options.now);
    if !options.dry {
        database.write(|session| tracking.store(session, &entry.name, options.now))?;
    }
    let mut shipped = Shipped { unreadable: unreadable.len(), ..Shipped::default() };
    shipped.warnings = [unreadable, tracking.warnings].concat();
    let mut refused_in_a_row = 0;
    for file in tracking.files {
        let mut work = Work::new(database, entry, sink, options, file, refused_in_a_row);
        let outcome = work.run();
        refused_in_a_row = work.refused_in_a_row;
        shipped.warnings.append(&mut work.warnings);
        let report = work.report;
        match outcome {
            Ok(()) => {}
            Err(Halt::Fatal(error)) => return Err(error),
            Err(Halt::Receiver(reason)) => shipped.stopped = Some(reason),
            Err(Halt::Interrupted) => {
                (shipped.stopped, shipped.interrupted) = (Some("interrupted".into()), true);
            }
            Err(Halt::File(error)) => {
                shipped.unreadable += 1;
                shipped.warnings.push(format!("{}: {error}", report.path));
            }
        }
        shipped.files.push(report);
        if shipped.stopped.is_some() {
            break;
        }
    }
    Ok(shipped)
}

/// An entry with the least of settings.
#[cfg(test)]
pub(super) fn test_entry(folder: &std::path::Path, patterns: &[&str]) -> Entry {
    let patterns: Vec<String> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
    Entry {
        name: "app".into(),
        patterns: Patterns::new(folder, &patterns, &|_| None).unwrap(),
        store: Some("3".into()),
        max_line: 1024,
        encoding: encoding_rs::UTF_8,
        multiline_start: None,
        treatment: Treatment::nothing(),
        dead_letters: folder.join("dead.jsonl"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::record::Record;
    use crate::logs::sink::{Limits, Reply};

    /// Refuses the second record of a batch.
    struct Picky;

    impl Sink for Picky {
        fn limits(&self) -> Limits {
            Limits { body: 90 * 1024, records: 1000 }
        }

        fn send(&self, _: &[Record]) -> Reply {
            Reply::Partly(vec![(1, "no such store".into())])
        }
    }

    #[test]
    fn what_a_receiver_refuses_of_a_batch_is_kept_aside_and_the_rest_counts_as_taken() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("app.log"), "one\ntwo\nthree\n").unwrap();
        let entry = test_entry(folder.path(), &["app.log"]);
        let database = Database::scratch(&folder.path().join("own.db")).unwrap();
        let options = Options { start_at: StartAt::Start, dry: false, now: Timestamp::UNIX_EPOCH };
        let shipped = ship(&database, &entry, &Picky, options).unwrap();
        let report = &shipped.files[0];
        assert_eq!((report.lines, report.refused, report.bytes), (2, 1, 14));
        let dead = std::fs::read_to_string(&entry.dead_letters).unwrap();
        assert!(dead.contains("\"text\":\"two\"") && dead.contains("no such store"), "{dead}");
    }
}
