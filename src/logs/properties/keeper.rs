//! A receiver that keeps each id once, with luck at random.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;

use crate::logs::record::Record;
use crate::logs::sink::{Limits, Reply, Sink};

/// How far a run comes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Luck {
    Good,
    /// The receiver takes so many batches and then none.
    Fails(u8),
    /// The receiver takes one more batch, but the run dies before it knows.
    Dies(u8),
}

/// Keeps each id once, as a good receiver does.
#[derive(Default)]
pub(super) struct Keeper {
    records: RefCell<BTreeMap<String, String>>,
    /// What came for the first time, in that order.
    pub(super) order: RefCell<Vec<String>>,
    pub(super) luck: Cell<Option<Luck>>,
    /// Done once to the files while a batch is on its way.
    pub(super) beside: RefCell<Vec<Change>>,
}

/// What happens to files.
pub(super) enum Change {
    Copy(PathBuf, PathBuf),
    Replace(PathBuf, String),
}

impl Change {
    pub(super) fn make(self) {
        match self {
            Self::Copy(from, to) => drop(fs::copy(from, to).unwrap()),
            Self::Replace(path, text) => {
                let mut file = File::options().write(true).truncate(true).open(path).unwrap();
                file.write_all(text.as_bytes()).unwrap();
            }
        }
    }
}

impl Sink for Keeper {
    fn limits(&self) -> Limits {
        Limits { body: 90 * 1024, records: 3, frame: 38 }
    }

    fn send(&self, records: &[Record]) -> Reply {
        self.beside.take().into_iter().for_each(Change::make);
        let (left, taken, luck) = match self.luck.get() {
            None | Some(Luck::Good) => (true, true, Luck::Good),
            Some(Luck::Fails(0)) => (false, false, Luck::Fails(0)),
            Some(Luck::Dies(0)) => (true, false, Luck::Fails(0)),
            Some(Luck::Fails(more)) => (true, true, Luck::Fails(more - 1)),
            Some(Luck::Dies(more)) => (true, true, Luck::Dies(more - 1)),
        };
        self.luck.set(Some(luck));
        if left {
            for Record { id, text, .. } in records {
                if self.records.borrow_mut().insert(id.clone(), text.clone()).is_none() {
                    self.order.borrow_mut().push(text.clone());
                }
            }
        }
        if taken { Reply::Taken } else { Reply::Unable("no".into()) }
    }
}

impl Keeper {
    /// Every line, those of groups one by one.
    pub(super) fn lines(&self) -> Vec<String> {
        let records = self.records.borrow();
        records.values().flat_map(|text| text.split('\n').map(str::to_owned)).collect()
    }
}
