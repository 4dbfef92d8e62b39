//! The own logs database: the rows that another tillwatch's `serve` would make, without the way over the network.

use jiff::Timestamp;

use super::{Limits, Reply, Sink};
use crate::db::Database;
use crate::ingest::{LogRecord, store_logs};
use crate::logs::record::Record;

/// The own logs database.
pub(crate) struct OwnSink {
    logs: Database,
    store: Option<String>,
    now: Timestamp,
}

impl OwnSink {
    pub(crate) const LIMITS: Limits = Limits { body: 1 << 20, records: 5_000, frame: 0 };

    pub(crate) fn new(logs: Database, store: Option<String>, now: Timestamp) -> Self {
        Self { logs, store, now }
    }

    /// The line's columns; what was found by the entry's own settings outweighs what stands in the usual places.
    fn row(&self, record: &Record) -> LogRecord {
        let owner = self.store.as_deref().unwrap_or_default();
        let id = format!("{owner}:{}", record.id);
        let at = record.timed.then_some(record.at);
        LogRecord::read(&record.text, id, self.store.as_deref()).told(
            at,
            record.level.clone(),
            record.event.clone(),
        )
    }
}

impl Sink for OwnSink {
    fn limits(&self) -> Limits {
        Self::LIMITS
    }

    fn send(&self, records: &[Record]) -> Reply {
        let rows: Vec<LogRecord> = records.iter().map(|record| self.row(record)).collect();
        match self.logs.write(|session| store_logs(session, &rows, self.now)) {
            Ok(_) => Reply::Taken,
            Err(error) => Reply::Unable(error.to_string()),
        }
    }
}
