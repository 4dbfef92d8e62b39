//! A file of JSON lines, each on disk before it counts as taken.
//!
//! A run may die between the disk's yes and its own note of it. So the end of the file, where all that can be in doubt
//! stands, is read first: what is there is not written again.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::lines::{LIMITS, written};
use super::{Limits, Reply, Sink};
use crate::logs::record::Record;

/// The last batch lies within so many bytes of the end.
const DOUBT: u64 = 2 * LIMITS.body as u64;

/// How [`written`] begins every line.
const BEGINNING: &[u8] = b"{\"id\":\"";

/// A file that lines are added to.
pub(crate) struct FileSink {
    path: PathBuf,
    store: Option<String>,
    /// The ids at the end of the file, once it has been read.
    known: RefCell<Option<HashSet<String>>>,
}

impl FileSink {
    pub(crate) fn new(path: PathBuf, store: Option<String>) -> Self {
        Self { path, store, known: RefCell::new(None) }
    }

    fn append(&self, records: &[Record]) -> io::Result<()> {
        let mut file = File::options().create(true).read(true).append(true).open(&self.path)?;
        file.lock()?;
        let mut known = self.known.borrow_mut();
        let known = match &mut *known {
            Some(known) => known,
            none => none.insert(end_of(&mut file)?),
        };
        let new: Vec<Record> = records.iter().filter(|it| !known.contains(&it.id)).cloned().collect();
        let length = file.metadata()?.len();
        let added = file.write_all(&written(&new, self.store.as_deref())).and_then(|()| file.sync_data());
        if added.is_err() {
            // Half a batch must not stay: the next run writes it again, whole.
            let _ = file.set_len(length);
        }
        added
    }
}

/// The ids of the lines at the end; what a run left of a line that it did not finish is cut off.
fn end_of(file: &mut File) -> io::Result<HashSet<String>> {
    let about = file.metadata()?;
    if !about.is_file() {
        return Ok(HashSet::new());
    }
    let start = about.len().saturating_sub(DOUBT);
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.take(DOUBT).read_to_end(&mut end)?;
    let whole = end.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let half = &end[whole..];
    if !half.is_empty() {
        if !half.starts_with(&BEGINNING[..half.len().min(BEGINNING.len())]) {
            return Err(io::Error::other("its last line is none of ours and not ended; name another file"));
        }
        file.set_len(start + whole as u64)?;
    }
    Ok(end[..whole].split(|byte| *byte == b'\n').filter_map(id).collect())
}

fn id(line: &[u8]) -> Option<String> {
    let rest = line.strip_prefix(BEGINNING)?;
    let end = rest.iter().position(|byte| *byte == b'"')?;
    String::from_utf8(rest[..end].to_vec()).ok()
}

impl Sink for FileSink {
    fn limits(&self) -> Limits {
        LIMITS
    }

    fn send(&self, records: &[Record]) -> Reply {
        match self.append(records) {
            Ok(()) => Reply::Taken,
            Err(error) => Reply::Unable(said(&self.path, &error)),
        }
    }
}

fn said(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}
