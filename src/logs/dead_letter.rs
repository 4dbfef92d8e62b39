//! Lines that a receiver will never take: kept beside the database, for a person to look at and to send once more.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::checkpoint::Cursor;
use super::record::{Changes, Record};
use crate::net::one_line;

/// A record that was refused, redacted as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DeadLetter {
    /// When it was refused last.
    pub at: Timestamp,
    pub file: String,
    pub line: u64,
    pub offset: u64,
    pub id: String,
    pub reason: String,
    pub text: String,
    /// The line's own time, or when it was read first.
    #[serde(default)]
    pub timestamp: Option<Timestamp>,
    #[serde(default)]
    pub timed: bool,
    #[serde(default)]
    pub level: Option<String>,
    #[serde(default)]
    pub event: Option<String>,
}

/// What a file of dead letters holds.
#[derive(Debug, Default)]
pub(crate) struct DeadLetters {
    /// Each id once; what was refused twice stands where it was refused first, with the later reason.
    pub letters: Vec<DeadLetter>,
    /// Lines that are no dead letters. They stay.
    pub strange: Vec<String>,
}

impl DeadLetter {
    pub(super) fn new(file: &str, record: &Record, reason: &str, now: Timestamp) -> Self {
        let record = record.clone();
        Self {
            at: now,
            file: file.to_owned(),
            line: record.end.line,
            offset: record.start.position,
            id: record.id,
            reason: one_line(reason),
            text: record.text,
            timestamp: Some(record.at),
            timed: record.timed,
            level: record.level,
            event: record.event,
        }
    }

    /// Appends it, and waits until it is on disk.
    pub(super) fn keep(&self, path: &Path) -> io::Result<()> {
        let mut file = File::options().create(true).read(true).append(true).open(path)?;
        let mut line = serde_json::to_string(self)? + "\n";
        if is_broken_off(&mut file)? {
            line.insert(0, '\n');
        }
        file.write_all(line.as_bytes())?;
        file.sync_data()
    }

    /// The record that it was.
    pub(super) fn record(&self) -> Record {
        let Self { line, offset, .. } = *self;
        Record {
            id: self.id.clone(),
            text: self.text.clone(),
            at: self.timestamp.unwrap_or(self.at),
            timed: self.timed,
            level: self.level.clone(),
            event: self.event.clone(),
            start: Cursor { position: offset, line: line.saturating_sub(1) },
            end: Cursor { position: offset, line },
            changes: Changes::default(),
        }
    }
}

/// Whether a run died, or a disk was full, in the middle of a line.
fn is_broken_off(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

impl DeadLetters {
    /// Reads a file; one that is not there holds none.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            text => text?,
        };
        let mut all = Self::default();
        for line in text.lines().filter(|line| !line.is_empty()) {
            match serde_json::from_str(line) {
                Ok(letter) => all.add(letter),
                Err(_) => all.strange.push(line.to_owned()),
            }
        }
        Ok(all)
    }

    fn add(&mut self, letter: DeadLetter) {
        match self.letters.iter_mut().find(|known| known.id == letter.id) {
            Some(known) => *known = letter,
            None => self.letters.push(letter),
        }
    }

    /// Puts these in the place of what the file held, whole or not at all. A file without any is removed.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        if self.letters.is_empty() && self.strange.is_empty() {
            return fs::remove_file(path);
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
        for line in &self.strange {
            writeln!(file, "{line}")?;
        }
        for letter in &self.letters {
            writeln!(file, "{}", serde_json::to_string(letter)?)?;
        }
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(id: &str, reason: &str) -> DeadLetter {
        let at = "2025-10-24T10:00:00Z".parse().unwrap();
        let (file, text) = ("app.log".to_owned(), "poison".to_owned());
        let (id, reason) = (id.to_owned(), reason.to_owned());
        let (timestamp, timed, level, event) = (Some(at), true, Some("info".into()), None);
        DeadLetter { at, file, line: 3, offset: 8, id, reason, text, timestamp, timed, level, event }
    }

    #[test]
    fn what_is_kept_is_read_back_each_id_once_and_a_broken_line_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.deadletter.jsonl");
        letter("a", "no").keep(&path).unwrap();
        File::options().append(true).open(&path).unwrap().write_all(b"{\"at\":\"20").unwrap();
        letter("b", "no").keep(&path).unwrap();
        letter("a", "still no").keep(&path).unwrap();
        let all = DeadLetters::read(&path).unwrap();
        assert_eq!(all.letters, [letter("a", "still no"), letter("b", "no")]);
        assert_eq!(all.strange, ["{\"at\":\"20"]);
        all.write(&path).unwrap();
        assert_eq!(DeadLetters::read(&path).unwrap().letters, all.letters);
        assert_eq!(DeadLetters::read(&path).unwrap().strange, all.strange);
    }

    #[test]
    fn a_letter_is_the_record_that_it_was() {
        let record = letter("a", "no").record();
        assert_eq!(DeadLetter::new("app.log", &record, "no", record.at), letter("a", "no"));
    }

    #[test]
    fn what_an_older_version_kept_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.deadletter.jsonl");
        let old = r#"{"at":"2025-10-24T10:00:00Z","file":"a","line":1,"offset":0,"id":"x","reason":"no","text":"t"}"#;
        fs::write(&path, format!("{old}\n")).unwrap();
        let all = DeadLetters::read(&path).unwrap();
        assert_eq!((all.letters[0].record().at, all.letters[0].timed), (all.letters[0].at, false));
    }
}
