//! What `logs ship` shows while it works, to whoever watches it at a terminal.

use indicatif::ProgressBar;

use crate::logs::{Limits, Record, Reply, Sink};

/// A receiver that is watched.
pub(super) struct Watched<'a> {
    pub sink: &'a dyn Sink,
    /// Counts bytes of files.
    pub bar: ProgressBar,
}

impl Sink for Watched<'_> {
    fn limits(&self) -> Limits {
        self.sink.limits()
    }

    fn send(&self, records: &[Record]) -> Reply {
        let reply = self.sink.send(records);
        if matches!(reply, Reply::Taken | Reply::Partly(_)) {
            self.bar.inc(records.iter().map(|record| record.end.position - record.start.position).sum());
        }
        reply
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
