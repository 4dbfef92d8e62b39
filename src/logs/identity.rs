//! Which file is which, whatever its name.
//!
//! A name says little: rotation moves it. The operating system's number says more, but is given again once a file is
//! deleted, and stays where a file is emptied in place. So a checkpoint also keeps prints: of the file's first bytes, from
//! before anything of it leaves, and of the last that were delivered. A file continues a checkpoint only if it has that
//! number and still holds both.

use std::collections::hash_map::RandomState;
use std::fs::{File, Metadata};
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Read, Seek as _, SeekFrom};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

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

    /// When it was made, where the file system says so.
    pub(super) fn made(&self) -> Option<SystemTime> {
        self.made.map(|nanos| UNIX_EPOCH + Duration::from_nanos(nanos))
    }

    #[cfg(test)]
    pub(super) fn test(number: &str, made: SystemTime) -> Self {
        let made = made.duration_since(UNIX_EPOCH).unwrap();
        Self { number: number.into(), made: Some(made.as_nanos().try_into().unwrap()) }
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
        if bytes.is_empty() {
            return Self::default();
        }
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

/// Prints of the first bytes of a file, and of the last before a position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Prints {
    head: Print,
    tail: Print,
}

impl Prints {
    /// Learns the first bytes of a file that has grown to a length, if it did not know as many before.
    pub(super) fn see(&mut self, file: &mut File, length: u64) -> io::Result<()> {
        if self.head.length < length.min(SPAN) {
            self.head = Print::take(file, 0, length.min(SPAN))?;
        }
        Ok(())
    }

    /// With all before a position delivered. Nothing if the file is no more what it was when that was read: emptied in
    /// place, or shorter. The old prints are looked for after the new one is taken, so that no such change comes between.
    pub(super) fn advanced(&self, file: &mut File, position: u64) -> io::Result<Option<Self>> {
        let length = position.min(SPAN);
        let tail = Print::take(file, position - length, length)?;
        let same = tail.length == length && self.hold(file)?;
        Ok(same.then(|| Self { head: self.head.clone(), tail }))
    }

    /// Those of what can only be read from its beginning on, with so many bytes of its beginning; nothing if it ends
    /// before either.
    pub(super) fn read(content: &mut dyn Read, beginning: u64, position: u64) -> io::Result<Option<Self>> {
        let (beginning, length) = (beginning.min(SPAN), position.min(SPAN));
        let behind = position - length;
        let mut first = Vec::new();
        content.take(SPAN).read_to_end(&mut first)?;
        let between = behind.saturating_sub(first.len() as u64);
        let skipped = io::copy(&mut content.take(between), &mut io::sink())?;
        // The two overlap where the position is not far from the beginning.
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(first.len());
        let mut tail = first[place(behind)..place(position)].to_vec();
        content.take(length - tail.len() as u64).read_to_end(&mut tail)?;
        let whole = skipped == between && tail.len() as u64 == length && first.len() as u64 >= beginning;
        let head = Print::of(0, &first[..place(beginning)]);
        Ok(whole.then(|| Self { head, tail: Print::of(behind, &tail) }))
    }

    /// How much of the beginning they cover.
    pub(super) fn beginning(&self) -> u64 {
        self.head.length
    }

    /// Up to where they were taken.
    pub(super) fn position(&self) -> u64 {
        self.tail.at + self.tail.length
    }

    pub(super) fn are_none(&self) -> bool {
        self.position() == 0 && self.head.length == 0
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
        let prints = prints(&mut file(format!("{banner}\none\ntwo\n").as_bytes()), 309);
        for (content, same) in [("one\ntwo\nthree\n", true), ("one\nTWO\nthree\n", false), ("one\n", false)] {
            let mut other = file(format!("{banner}\n{content}").as_bytes());
            assert_eq!(prints.hold(&mut other).unwrap(), same, "{content}");
        }
    }

    /// Those of a file that is delivered up to a position.
    fn prints(file: &mut File, position: u64) -> Prints {
        let mut prints = Prints::default();
        prints.see(file, position).unwrap();
        prints.advanced(file, position).unwrap().unwrap()
    }

    #[test]
    fn what_changed_while_it_was_delivered_moves_nothing() {
        let mut log = file("a line\n".repeat(100).as_bytes());
        let before = prints(&mut log, 350);
        log.set_len(0).unwrap();
        assert_eq!(before.advanced(&mut log, 700).unwrap(), None, "emptied");
        log.rewind().unwrap();
        log.write_all("B line\n".repeat(200).as_bytes()).unwrap();
        assert_eq!(before.advanced(&mut log, 700).unwrap(), None, "emptied and grown beyond");
    }

    proptest! {
        #[test]
        fn prints_are_the_same_whether_a_file_can_be_searched_or_only_read(
            length in 0..1500_usize, position in 0..1500_u64,
        ) {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect();
            let read = Prints::read(&mut &bytes[..], position, position).unwrap();
            let whole = position <= length as u64;
            prop_assert_eq!(read.is_some(), whole);
            if whole {
                prop_assert_eq!(read, Some(prints(&mut file(&bytes), position)));
            }
        }
    }
}
