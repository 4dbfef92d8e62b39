//! A log that is written, rotated, packed, emptied, deleted and shipped, by steps at random.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use proptest::prelude::*;

use super::keeper::{Change, Keeper, Luck};
use crate::db::Database;
use crate::logs::ship::test_entry;
use crate::logs::{Entry, Options, Shipped, StartAt, ship};

/// What happens next to a log and its shipping.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A whole line; few different ones, so that files begin alike.
    Line(u8),
    /// A line's beginning.
    Partial,
    /// `app.log` becomes `app.log.N`, and a new one begins.
    Rename,
    /// Writing goes on in the next number, as winston does it.
    Number,
    /// The oldest part that was rotated is compressed, or only half so far.
    Pack {
        whole: bool,
        keeps_time: bool,
    },
    /// The oldest part is deleted once it is shipped whole.
    Delete,
    Run(Luck),
    /// A run while whose first batch is on its way the log is emptied in place, perhaps copied before, and goes on with
    /// so many lines.
    RunBeside {
        copy: bool,
        lines: u8,
    },
    /// The log is emptied in place.
    Truncate,
    /// The log is copied and then emptied in place.
    CopyTruncate,
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..4_u8).prop_map(Step::Line),
        2 => Just(Step::Partial),
        1 => Just(Step::Rename),
        2 => Just(Step::Number),
        2 => any::<(bool, bool)>().prop_map(|(whole, keeps_time)| Step::Pack { whole, keeps_time }),
        1 => Just(Step::Delete),
        2 => Just(Step::Run(Luck::Good)),
        1 => (0..3_u8).prop_map(|batches| Step::Run(Luck::Fails(batches))),
        2 => (0..3_u8).prop_map(|batches| Step::Run(Luck::Dies(batches))),
    ]
}

pub(super) fn step_that_may_empty() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => step(),
        1 => Just(Step::Truncate),
        1 => Just(Step::CopyTruncate),
        2 => (any::<bool>(), 0..12_u8).prop_map(|(copy, lines)| Step::RunBeside { copy, lines }),
    ]
}

/// One for all cases: making one takes longer than a case. Each case has an entry of its own in it.
pub(super) static DATABASE: LazyLock<(tempfile::TempDir, Database)> = LazyLock::new(|| {
    let folder = folder();
    let database = Database::scratch(&folder.path().join("own.db")).unwrap();
    (folder, database)
});
pub(super) static CASE: AtomicU32 = AtomicU32::new(0);

/// In memory where that can be had.
pub(super) fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

/// A folder with a log that is written, rotated and shipped.
pub(super) struct World {
    pub(super) folder: tempfile::TempDir,
    pub(super) entry: Entry,
    pub(super) keeper: Keeper,
    clock: u64,
    active: String,
    number: u32,
    /// Parts that were rotated, oldest first, and which of them a run has seen since.
    pub(super) rotated: Vec<PathBuf>,
    seen: BTreeSet<PathBuf>,
    /// Whether each line has a number, so that no two are alike.
    numbered: bool,
    /// Whole lines, and the beginning of one.
    pub(super) written: Vec<String>,
    partial: String,
    /// What an emptied file was left with: a line's beginning may go as a line with the copy of its file.
    pub(super) cut_off: Vec<String>,
}

impl World {
    pub(super) fn new(groups: bool) -> Self {
        let folder = folder();
        let mut entry = test_entry(folder.path(), &["app*.log*"]);
        entry.name = format!("app{}", CASE.fetch_add(1, Ordering::Relaxed));
        entry.multiline_start = groups.then(|| regex::Regex::new(r"^(part )*\{").unwrap());
        Self {
            folder,
            entry,
            keeper: Keeper::default(),
            clock: 1_700_000_000,
            active: "app.log".into(),
            number: 0,
            rotated: Vec::new(),
            seen: BTreeSet::new(),
            numbered: false,
            written: Vec::new(),
            partial: String::new(),
            cut_off: Vec::new(),
        }
    }

    /// No two of its lines are alike.
    pub(super) fn numbered() -> Self {
        Self { numbered: true, ..Self::new(false) }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join(&self.active)
    }

    pub(super) fn now(&self) -> Timestamp {
        Timestamp::from_second(i64::try_from(self.clock).unwrap()).unwrap()
    }

    /// Sets the time of a file to that of this world.
    pub(super) fn touch(&mut self, path: &Path) {
        self.clock += 1;
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock);
        File::options().append(true).open(path).unwrap().set_modified(at).unwrap();
    }

    pub(super) fn write(&mut self, text: &str) {
        let path = self.path();
        let mut file = File::options().create(true).append(true).open(&path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        self.touch(&path);
    }

    pub(super) fn line(&mut self, text: &str) {
        let text = if self.numbered { format!("{text} #{:06}", self.written.len()) } else { text.to_owned() };
        self.write(&format!("{text}\n"));
        let partial = std::mem::take(&mut self.partial);
        self.written.push(partial + &text);
    }

    /// The writer goes elsewhere; what it left without a line break is a line all the same.
    pub(super) fn rotate(&mut self, rename: bool) {
        let (old, mut part) = (self.path(), self.path());
        if !old.exists() {
            return;
        }
        self.number += 1;
        if rename {
            part = self.folder.path().join(format!("{}.{}", self.active, self.number));
            fs::rename(&old, &part).unwrap();
        } else {
            self.active = format!("app{}.log", self.number);
        }
        self.rotated.push(part);
        if !self.partial.is_empty() {
            self.written.push(std::mem::take(&mut self.partial));
        }
    }

    fn pack(&mut self, whole: bool, keeps_time: bool) {
        let Some(place) = self.rotated.iter().position(|part| part.extension().is_none_or(|end| end != "gz"))
        else {
            return;
        };
        let part = self.rotated[place].clone();
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&fs::read(&part).unwrap()).unwrap();
        let bytes = encoder.finish().unwrap();
        let packed = PathBuf::from(format!("{}.gz", part.display()));
        fs::write(&packed, &bytes[..if whole { bytes.len() } else { bytes.len() / 2 }]).unwrap();
        self.touch(&packed);
        if whole {
            if keeps_time {
                let at = fs::metadata(&part).unwrap().modified().unwrap();
                File::options().append(true).open(&packed).unwrap().set_modified(at).unwrap();
            }
            fs::remove_file(&part).unwrap();
            self.rotated[place] = packed;
        }
    }

    pub(super) fn empty(&mut self, copy: bool) {
        let path = self.path();
        if !path.exists() {
            return;
        }
        if copy {
            self.number += 1;
            let part = self.folder.path().join(format!("{}.{}", self.active, self.number));
            fs::copy(&path, &part).unwrap();
            self.touch(&part);
            self.rotated.push(part);
        }
        File::options().write(true).truncate(true).open(&path).unwrap();
        self.touch(&path);
        self.cut_off.push(std::mem::take(&mut self.partial));
    }

    /// Has the log emptied, and perhaps copied before, beside the next run, or now if that sends nothing.
    pub(super) fn run_beside(&mut self, copy: bool, lines: u8) {
        let path = self.path();
        if !path.exists() {
            return;
        }
        let mut changes = Vec::new();
        if copy {
            self.number += 1;
            let part = self.folder.path().join(format!("{}.{}", self.active, self.number));
            changes.push(Change::Copy(path.clone(), part.clone()));
            self.rotated.push(part);
        }
        self.cut_off.push(std::mem::take(&mut self.partial));
        let texts: Vec<_> = (0..lines).map(|line| format!("{{\"beside\":{line}}}")).collect();
        changes.push(Change::Replace(
            path.clone(),
            texts.iter().flat_map(|text| [text.as_str(), "\n"]).collect(),
        ));
        self.written.extend(texts);
        self.keeper.beside.replace(changes);
        self.run(Luck::Good);
        self.keeper.beside.take().into_iter().for_each(Change::make);
        if let Some(part) = self.rotated.last().filter(|_| copy).cloned() {
            self.touch(&part);
        }
        self.touch(&path);
    }

    pub(super) fn run(&mut self, luck: Luck) -> Shipped {
        self.clock += 1;
        self.keeper.luck.set(Some(luck));
        let options = Options { start_at: StartAt::Start, dry: false, now: self.now() };
        let shipped = ship(&DATABASE.1, &self.entry, &self.keeper, options).unwrap();
        if self.path().exists() {
            self.seen.extend(self.rotated.iter().cloned());
        }
        shipped
    }

    /// As whoever keeps so many parts deletes them: the oldest, once it has long been rotated and was shipped.
    fn delete_oldest(&mut self) {
        let files = crate::logs::status(
            &DATABASE.1,
            &self.entry.name,
            &self.entry.patterns,
            self.entry.encoding,
            self.now(),
        )
        .unwrap();
        let whole = |part: &PathBuf| {
            files.iter().any(|file| file.path == part.display().to_string() && file.lag() == 0)
        };
        let goes = |part: &PathBuf| self.seen.contains(part) && whole(part) && !self.has_twin(part);
        if self.rotated.first().is_some_and(goes) {
            let gone = self.rotated.remove(0);
            fs::remove_file(&gone).unwrap();
            let _ = fs::remove_file(format!("{}.gz", gone.display()));
            wait_for_another_time(&gone);
            // What is deleted and then written again to the letter cannot be told from itself, compressed.
            self.numbered = true;
        }
    }

    /// Whether another part begins as this one to the letter: which of the two is left then, compressed, nobody can tell.
    fn has_twin(&self, part: &Path) -> bool {
        let content = |path: &Path| {
            let bytes = fs::read(path).unwrap_or_default();
            let mut unpacked = Vec::new();
            let packed = MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).is_ok();
            if packed { unpacked } else { bytes }
        };
        let (own, active) = (content(part), self.path());
        let mut others = self.rotated.iter().chain([&active]).filter(|other| *other != part);
        others.any(|other| content(other).starts_with(&own))
    }

    pub(super) fn take(&mut self, step: &Step) {
        match step {
            Step::Line(0) => self.line("\tat Pool.get"),
            Step::Line(3) => self.line(&format!("{{\"level\":\"error\",\"stack\":\"{}\"}}", "x".repeat(250))),
            Step::Line(kind) => self.line(&format!("{{\"level\":\"info\",\"message\":\"line {kind}\"}}")),
            Step::Partial => {
                self.write("part ");
                self.partial += "part ";
            }
            Step::Rename => self.rotate(true),
            Step::Number => self.rotate(false),
            Step::Pack { whole, keeps_time } => self.pack(*whole, *keeps_time),
            Step::Delete => self.delete_oldest(),
            Step::Run(luck) => drop(self.run(*luck)),
            Step::RunBeside { copy, lines } => self.run_beside(*copy, *lines),
            Step::Truncate => self.empty(false),
            Step::CopyTruncate => self.empty(true),
        }
    }

    /// All steps, one more line, and as many runs as it takes until nothing is held any more.
    pub(super) fn live(groups: bool, steps: &[Step]) -> Self {
        Self::new(groups).lives(steps)
    }

    pub(super) fn lives(mut self, steps: &[Step]) -> Self {
        let world = &mut self;
        for step in steps {
            world.take(step);
        }
        world.line("{the end}");
        for _ in 0..2 {
            // The first run sees how long each file is; the second knows which have not grown since.
            assert_eq!(world.run(Luck::Good).stopped, None);
        }
        self
    }
}

/// The next file may get the number of one that was deleted; file systems tell them apart once their coarse clock has
/// moved, and those that keep no such time in memory give no number twice.
pub(super) fn wait_for_another_time(gone: &Path) {
    let made = |path: &Path| {
        File::create(path).unwrap();
        let made = fs::metadata(path).unwrap().created().ok();
        fs::remove_file(path).unwrap();
        made
    };
    let probe = gone.with_file_name("probe");
    let first = made(&probe);
    while first.is_some() && made(&probe) == first {}
}
