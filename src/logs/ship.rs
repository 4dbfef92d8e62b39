//! One run over the files of one entry.

use std::io;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use jiff::Timestamp;
use regex::Regex;

use super::checkpoint::Checkpoint;
use super::deliver::{Delivery, Stop};
use super::find::Patterns;
use super::lesson::Lesson;
use super::record::{Place, Treatment};
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
    /// The name of this machine: tills that were copied from one image have alike files.
    pub host: String,
    pub store: Option<String>,
    pub max_line: usize,
    /// Of files that carry no byte order mark.
    pub encoding: &'static Encoding,
    /// What a line begins with that begins a group; each line is one where absent.
    pub multiline_start: Option<Regex>,
    pub treatment: Treatment,
    /// What tells its receiver from any other, and nothing secret.
    pub receiver: String,
    /// Bytes that may go together, if the link must not be full for longer.
    pub most: Option<usize>,
    /// Where lines go that the receiver will never take.
    pub dead_letters: PathBuf,
}

impl Entry {
    /// Where the lines of one of its files come from.
    pub(super) fn place<'a>(&'a self, identity: &'a str) -> Place<'a> {
        Place { host: &self.host, store: self.store.as_deref().unwrap_or_default(), identity }
    }
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

impl ShipError {
    pub(super) fn dead_letter(path: &Path, error: &io::Error) -> Self {
        Self::DeadLetter { path: path.to_owned(), reason: error.to_string() }
    }
}

/// Ships what is new in an entry's files. The caller holds the entry's lock.
pub(crate) fn ship(
    database: &Database,
    entry: &Entry,
    sink: &dyn Sink,
    options: Options,
) -> Result<Shipped, ShipError> {
    let (found, unreadable, foreign) = entry.patterns.find();
    let rows = database.read(|session| Checkpoint::of_entry(session, &entry.name))?;
    let tracking = track(found, rows, options.start_at, options.now);
    if !options.dry {
        database.write(|session| tracking.store(session, &entry.name, options.now))?;
    }
    let mut shipped = Shipped { unreadable: unreadable.len() + tracking.unreadable, ..Shipped::default() };
    shipped.warnings = [unreadable, tracking.warnings].concat();
    shipped.warnings.extend(foreign);
    let mut lesson = Lesson::of(database, entry, options)?;
    if let Some(reason) = lesson.patience() {
        return Ok(Shipped { stopped: Some(reason), ..shipped });
    }
    let (limits, mut delivery) = (sink.limits(), Delivery::new(sink, lesson.most()));
    let mut outcome = Ok(());
    for file in tracking.files {
        let mut work = Work::new(database, entry, options, file);
        outcome = work.run(&mut delivery, limits);
        match &outcome {
            Err(Halt::File(error)) => {
                shipped.unreadable += 1;
                work.warnings.push(format!("{}: {error}", work.report.path));
            }
            Err(Halt::Changed) => work.warnings.push(format!(
                "{}: emptied or replaced while it was read; the next run takes up the rest",
                work.report.path
            )),
            Err(Halt::Receiver(_) | Halt::Fatal(_)) | Ok(()) => {}
        }
        shipped.warnings.append(&mut work.warnings);
        shipped.files.push(work.report);
        if matches!(outcome, Err(Halt::Receiver(_) | Halt::Fatal(_))) {
            break;
        }
    }
    lesson.learn(delivery.most);
    match outcome {
        Err(Halt::Fatal(error)) => return Err(error),
        Err(Halt::Receiver(stop)) => {
            shipped.interrupted = stop == Stop::Interrupted;
            shipped.stopped = Some(lesson.heed(stop));
        }
        Err(Halt::File(_) | Halt::Changed) | Ok(()) => {}
    }
    lesson.store(database)?;
    Ok(shipped)
}

/// An entry with the least of settings.
#[cfg(test)]
pub(super) fn test_entry(folder: &std::path::Path, patterns: &[&str]) -> Entry {
    let patterns: Vec<String> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
    Entry {
        name: "app".into(),
        patterns: Patterns::new(folder, &patterns, &|_| None).unwrap(),
        host: "till-1".into(),
        store: Some("3".into()),
        max_line: 1024,
        encoding: encoding_rs::UTF_8,
        multiline_start: None,
        treatment: Treatment::nothing(),
        receiver: "test".into(),
        most: None,
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
            Limits { body: 90 * 1024, records: 1000, frame: 38 }
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
