//! Which file is which, whatever its name.
//!
//! A name says little: rotation moves it. The operating system's number says more, but is given again once a file is
//! deleted, and stays where a file is emptied in place. So a checkpoint also keeps prints of what was delivered: its
//! first bytes and its last. A file continues a checkpoint only if it has that number and still holds both.

use std::collections::hash_map::RandomState;
use std::fs::{File, Metadata};
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Read, Seek as _, SeekFrom};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How many bytes a print covers at most.
const SPAN: u64 = 256;

/// What the operating system knows a file by: device and inode, and when it was made where the file system says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Node {
    number: String,
    made: Option<u64>,
}

impl Node {
    pub(super) fn of(file: &Metadata) -> Self {
        let made = file.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        Self { number: number(file), made: made.and_then(|since| since.as_nanos().try_into().ok()) }
    }

    /// Whether no two files that exist at the same time share a number here.
    pub(super) const UNIQUE: bool = cfg!(unix);

    /// Whether both may be one file: a time that is not known contradicts nothing.
    pub(super) fn is(&self, other: &Self) -> bool {
        let made = self.made.zip(other.made).is_none_or(|(one, other)| one == other);
        self.number == other.number && made
    }

    /// A name that no other file of this machine has.
    ///
    /// The same again for the same file where the time it was made is known: should the checkpoints be lost, all goes
    /// out once more with the ids that it had.
    pub(super) fn identity(&self) -> String {
        self.made.map_or_else(|| self.another_identity(), |made| format!("{}:{made:x}", self.number))
    }

    /// A name that neither another file nor what this one held before has had.
    pub(super) fn another_identity(&self) -> String {
        format!("{}:r{:016x}", self.number, RandomState::new().build_hasher().finish())
    }
}

#[cfg(unix)]
fn number(file: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!("{:x}:{:x}", file.dev(), file.ino())
}

/// Elsewhere the time when it was made and the content must do.
#[cfg(not(unix))]
fn number(_: &Metadata) -> String {
    String::new()
}

/// A digest of a few bytes at a known place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Print {
    at: u64,
    length: u64,
    digest: String,
}

impl Print {
    fn of(at: u64, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes).first_chunk().copied().unwrap_or_default();
        Self { at, length: bytes.len() as u64, digest: format!("{:016x}", u64::from_be_bytes(digest)) }
    }

    fn take(file: &mut File, at: u64, length: u64) -> io::Result<Self> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(at))?;
        file.take(length).read_to_end(&mut bytes)?;
        Ok(Self::of(at, &bytes))
    }

    fn holds(&self, file: &mut File) -> io::Result<bool> {
        Ok(self.length == 0 || Self::take(file, self.at, self.length)? == *self)
    }
}

/// Prints of the first and the last of what lies before a position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Prints {
    head: Print,
    tail: Print,
}

impl Prints {
    pub(super) fn before(file: &mut File, position: u64) -> io::Result<Self> {
        let length = position.min(SPAN);
        Ok(Self { head: Print::take(file, 0, length)?, tail: Print::take(file, position - length, length)? })
    }

    /// The same of what can only be read from its beginning on; nothing if it ends before the position.
    pub(super) fn read(content: &mut dyn Read, position: u64) -> io::Result<Option<Self>> {
        let length = position.min(SPAN);
        let behind = position - length;
        let mut head = Vec::new();
        content.take(length).read_to_end(&mut head)?;
        let skipped = io::copy(&mut content.take(behind.saturating_sub(length)), &mut io::sink())?;
        // The two overlap where the position is not far from the beginning.
        let from = usize::try_from(behind).unwrap_or(usize::MAX).min(head.len());
        let mut tail = head[from..].to_vec();
        content.take(length - tail.len() as u64).read_to_end(&mut tail)?;
        let whole = skipped == behind.saturating_sub(length) && tail.len() as u64 == length;
        Ok(whole.then(|| Self { head: Print::of(0, &head), tail: Print::of(behind, &tail) }))
    }

    /// Up to where they were taken.
    pub(super) fn position(&self) -> u64 {
        self.tail.at + self.tail.length
    }

    pub(super) fn are_none(&self) -> bool {
        self.position() == 0
    }

    pub(super) fn hold(&self, file: &mut File) -> io::Result<bool> {
        Ok(self.head.holds(file)? && self.tail.holds(file)?)
    }

    /// Whether they cover enough to know a copy by.
    pub(super) fn are_full(&self) -> bool {
        self.head.length == SPAN
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write as _;

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn a_file_that_begins_alike_is_not_the_same_unless_it_goes_on_alike() {
        let banner = "=".repeat(300);
        let prints = Prints::before(&mut file(format!("{banner}\none\ntwo\n").as_bytes()), 309).unwrap();
        for (content, same) in [("one\ntwo\nthree\n", true), ("one\nTWO\nthree\n", false), ("one\n", false)] {
            let mut other = file(format!("{banner}\n{content}").as_bytes());
            assert_eq!(prints.hold(&mut other).unwrap(), same, "{content}");
        }
    }

    proptest! {
        #[test]
        fn prints_are_the_same_whether_a_file_can_be_searched_or_only_read(
            length in 0..1500_usize, position in 0..1500_u64,
        ) {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect();
            let read = Prints::read(&mut &bytes[..], position).unwrap();
            let whole = position <= length as u64;
            prop_assert_eq!(read.is_some(), whole);
            if whole {
                prop_assert_eq!(read, Some(Prints::before(&mut file(&bytes), position).unwrap()));
            }
        }
    }
}
