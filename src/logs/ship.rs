//! One run over the files of one entry.

use std::path::PathBuf;

use jiff::Timestamp;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::record::Record;
    use crate::logs::redact::Redactor;
    use crate::logs::shape::Shape;
    use crate::logs::sink::{Limits, Reply};
    use proptest::prelude::*;
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;
    use std::fs::{self, File};
    use std::io::Write as _;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    /// What happens next to a log and its shipping.
    #[derive(Clone, Debug)]
    enum Step {
        /// A whole line; few different ones, so that files begin alike.
        Line(u8),
        /// A line's beginning.
        Partial,
        /// `app.log` becomes `app.log.N`, and a new one begins.
        Rename,
        /// Writing goes on in the next number, as winston does it.
        Number,
        /// The oldest file is deleted once it is shipped whole.
        Delete,
        Run(Luck),
    }

    /// How far a run comes.
    #[derive(Clone, Copy, Debug)]
    enum Luck {
        Good,
        /// The receiver takes so many batches and then none.
        Fails(u8),
        /// The receiver takes one more batch, but the run dies before it knows.
        Dies(u8),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            8 => (0..3_u8).prop_map(Step::Line),
            2 => Just(Step::Partial),
            1 => Just(Step::Rename),
            2 => Just(Step::Number),
            1 => Just(Step::Delete),
            2 => Just(Step::Run(Luck::Good)),
            1 => (0..3_u8).prop_map(|batches| Step::Run(Luck::Fails(batches))),
            2 => (0..3_u8).prop_map(|batches| Step::Run(Luck::Dies(batches))),
        ]
    }

    /// Keeps each id once, as a good receiver does.
    #[derive(Default)]
    struct Keeper {
        lines: RefCell<BTreeMap<String, String>>,
        luck: Cell<Option<Luck>>,
    }

    impl Sink for Keeper {
        fn limits(&self) -> Limits {
            Limits { body: 90 * 1024, records: 1000 }
        }

        fn send(&self, records: &[Record]) -> Reply {
            let (left, taken, luck) = match self.luck.get() {
                None | Some(Luck::Good) => (true, true, Some(Luck::Good)),
                Some(Luck::Fails(0)) => (false, false, Some(Luck::Fails(0))),
                Some(Luck::Dies(0)) => (true, false, Some(Luck::Fails(0))),
                Some(Luck::Fails(more)) => (true, true, Some(Luck::Fails(more - 1))),
                Some(Luck::Dies(more)) => (true, true, Some(Luck::Dies(more - 1))),
            };
            self.luck.set(luck);
            if left {
                let pairs = records.iter().map(|record| (record.id.clone(), record.text.clone()));
                self.lines.borrow_mut().extend(pairs);
            }
            if taken { Reply::Taken } else { Reply::Unable("no".into()) }
        }
    }

    /// A folder with a log that is written, rotated and shipped.
    struct World {
        folder: tempfile::TempDir,
        database: Database,
        entry: Entry,
        keeper: Keeper,
        clock: u64,
        active: String,
        number: u32,
        /// Whole lines, and the beginning of one.
        written: Vec<String>,
        partial: String,
    }

    impl World {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let entry = Entry {
                name: "app".into(),
                patterns: Patterns::new(folder.path(), &["app*.log*".into()]).unwrap(),
                store: Some("3".into()),
                max_line: 1024,
                treatment: Treatment { redactor: Redactor::new(&[], &[], None), shape: Shape::default() },
                dead_letters: folder.path().join("dead.jsonl"),
            };
            Self {
                database: Database::open(&folder.path().join("own.db")).unwrap(),
                folder,
                entry,
                keeper: Keeper::default(),
                clock: 1_700_000_000,
                active: "app.log".into(),
                number: 0,
                written: Vec::new(),
                partial: String::new(),
            }
        }

        fn write(&mut self, text: &str) {
            self.clock += 1;
            let path = self.folder.path().join(&self.active);
            let mut file = File::options().create(true).append(true).open(path).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock)).unwrap();
        }

        fn line(&mut self, text: &str) {
            self.write(&format!("{text}\n"));
            let partial = std::mem::take(&mut self.partial);
            self.written.push(partial + text);
        }

        /// The writer goes elsewhere; what it left without a line break is a line all the same.
        fn rotate(&mut self, rename: bool) {
            if !self.folder.path().join(&self.active).exists() {
                return;
            }
            self.number += 1;
            let next = format!("app{}.log", self.number);
            if rename {
                let old = self.folder.path().join(format!("{}.{}", self.active, self.number));
                fs::rename(self.folder.path().join(&self.active), old).unwrap();
            } else {
                self.active = next;
            }
            if !self.partial.is_empty() {
                self.written.push(std::mem::take(&mut self.partial));
            }
        }

        fn run(&mut self, luck: Luck) -> Shipped {
            self.clock += 1;
            self.keeper.luck.set(Some(luck));
            let now = Timestamp::from_second(i64::try_from(self.clock).unwrap()).unwrap();
            let options = Options { start_at: StartAt::Start, dry: false, now };
            ship(&self.database, &self.entry, &self.keeper, options).unwrap()
        }

        fn delete_oldest(&mut self) {
            let now = Timestamp::from_second(i64::try_from(self.clock).unwrap()).unwrap();
            let files = crate::logs::status(&self.database, "app", &self.entry.patterns, now).unwrap();
            let active = self.folder.path().join(&self.active);
            if let Some(oldest) = files.iter().find(|file| file.state != "gone")
                && oldest.lag() == 0
                && oldest.path != active.display().to_string()
            {
                let made = |path: &Path| fs::metadata(path).unwrap().created().ok();
                let gone = made(Path::new(&oldest.path));
                fs::remove_file(&oldest.path).unwrap();
                // The next file may get its number; file systems tell them apart once their coarse clock has moved.
                let probe = self.folder.path().join("probe");
                while {
                    fs::write(&probe, "").unwrap();
                    let same = gone.is_some() && made(&probe) == gone;
                    fs::remove_file(&probe).unwrap();
                    same
                } {}
            }
        }

        fn take(&mut self, step: &Step) {
            match step {
                Step::Line(kind) => self.line(&format!("{{\"level\":\"info\",\"message\":\"line {kind}\"}}")),
                Step::Partial => {
                    self.write("part ");
                    self.partial += "part ";
                }
                Step::Rename => self.rotate(true),
                Step::Number => self.rotate(false),
                Step::Delete => self.delete_oldest(),
                Step::Run(luck) => drop(self.run(*luck)),
            }
        }
    }

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
        let mut world = World::new();
        ["one", "two", "three"].iter().for_each(|line| world.line(line));
        let options = Options { start_at: StartAt::Start, dry: false, now: Timestamp::UNIX_EPOCH };
        let shipped = ship(&world.database, &world.entry, &Picky, options).unwrap();
        let report = &shipped.files[0];
        assert_eq!((report.lines, report.refused, report.bytes), (2, 1, 14));
        let dead = fs::read_to_string(&world.entry.dead_letters).unwrap();
        assert!(dead.contains("\"text\":\"two\"") && dead.contains("no such store"), "{dead}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_line_arrives_exactly_once_however_files_rotate_and_runs_end(
            steps in prop::collection::vec(step(), 1..40),
        ) {
            let mut world = World::new();
            for step in &steps {
                world.take(step);
            }
            world.line("the end");
            // The first run sees how long each file is; the second knows which have not grown since.
            world.run(Luck::Good);
            let shipped = world.run(Luck::Good);
            prop_assert!(shipped.stopped.is_none());
            let mut kept: Vec<String> = world.keeper.lines.borrow().values().cloned().collect();
            kept.sort();
            world.written.sort();
            prop_assert_eq!(kept, world.written);
        }
    }
}
