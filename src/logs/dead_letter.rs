//! Lines that a receiver will never take: kept beside the database, for a person to look at.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use jiff::Timestamp;
use serde_json::json;

use super::record::Record;

/// Appends the record, redacted as it was sent, and waits until it is on disk.
pub(super) fn keep(path: &Path, file: &str, record: &Record, reason: &str, now: Timestamp) -> io::Result<()> {
    let line = json!({
        "at": now.to_string(),
        "file": file,
        "line": record.end.line,
        "offset": record.start.position,
        "id": record.id,
        "reason": reason,
        "text": record.text,
    });
    let mut out = File::options().create(true).append(true).open(path)?;
    out.write_all(format!("{line}\n").as_bytes())?;
    out.sync_data()
}
