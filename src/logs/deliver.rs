//! Sends records in the order of their file and says of each part what became of it.
//!
//! What is refused together is sent in halves, until it is known which record is at fault. What is too large teaches
//! how much may go together.

use jiff::SignedDuration;

use super::record::Record;
use super::sink::{Reply, Sink};

/// So many records refused one after the other are no poison: the receiver takes none.
const REFUSED_IN_A_ROW: usize = 10;
/// About what a record takes beside its text.
const FRAME: usize = 48;

/// Why the receiver gets no more in this run.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Receiver { reason: String, wait: Option<SignedDuration> },
    Interrupted,
}

/// Records next to each other that are dealt with, and those of them that the receiver will never take.
#[derive(Debug)]
pub(super) struct Settled<'r> {
    pub records: &'r [Record],
    pub refused: Vec<(usize, String)>,
}

/// Told of every part, in order; what it fails with ends the delivery.
type Settle<'s, 'r, E> = dyn FnMut(Settled<'r>) -> Result<(), E> + 's;

/// One run's dealings with one receiver.
pub(super) struct Delivery<'a> {
    sink: &'a dyn Sink,
    /// Bytes that may go together; no matter what one record takes.
    pub most: Option<usize>,
    refused_in_a_row: usize,
}

impl<'a> Delivery<'a> {
    pub(super) fn new(sink: &'a dyn Sink, most: Option<usize>) -> Self {
        Self { sink, most, refused_in_a_row: 0 }
    }

    pub(super) fn send<'r, E: From<Stop>>(
        &mut self,
        records: &'r [Record],
        settle: &mut Settle<'_, 'r, E>,
    ) -> Result<(), E> {
        let mut rest = records;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(self.fitting(rest));
            self.send_whole(now, settle)?;
            rest = later;
        }
        Ok(())
    }

    /// How many of these may go together: one at least.
    fn fitting(&self, records: &[Record]) -> usize {
        let Some(most) = self.most else { return records.len() };
        let mut room = most;
        let fits = |record: &&Record| {
            let left = room.checked_sub(size(record));
            room = left.unwrap_or_default();
            left.is_some()
        };
        records.iter().take_while(fits).count().max(1)
    }

    fn send_whole<'r, E: From<Stop>>(
        &mut self,
        records: &'r [Record],
        settle: &mut Settle<'_, 'r, E>,
    ) -> Result<(), E> {
        let stop = |reason, wait| Err(Stop::Receiver { reason, wait }.into());
        match self.sink.send(records) {
            Reply::Taken => {
                self.refused_in_a_row = 0;
                settle(Settled { records, refused: Vec::new() })
            }
            Reply::Partly(refused) => self.part(records, refused, settle),
            Reply::Unable(reason) => stop(reason, None),
            Reply::Later(reason, wait) => stop(reason, Some(wait)),
            Reply::Interrupted => Err(Stop::Interrupted.into()),
            Reply::Refused(reason) | Reply::TooLarge(reason) if records.len() == 1 => {
                settle(Settled { records, refused: vec![(0, reason.clone())] })?;
                self.refused(1, &reason).map_err(E::from)
            }
            reply => {
                if matches!(reply, Reply::TooLarge(_)) {
                    self.most = Some(records.iter().map(size).sum::<usize>() / 2);
                }
                let (left, right) = records.split_at(records.len() / 2);
                self.send(left, settle)?;
                self.send(right, settle)
            }
        }
    }

    /// A receiver that judges each record may refuse them all: of those only as many are given up as one by one.
    fn part<'r, E: From<Stop>>(
        &mut self,
        records: &'r [Record],
        mut refused: Vec<(usize, String)>,
        settle: &mut Settle<'_, 'r, E>,
    ) -> Result<(), E> {
        refused.retain(|(at, _)| *at < records.len());
        refused.sort_by_key(|(at, _)| *at);
        refused.dedup_by_key(|(at, _)| *at);
        let Some((_, reason)) = refused.last().filter(|_| refused.len() == records.len()).cloned() else {
            self.refused_in_a_row = 0;
            return settle(Settled { records, refused });
        };
        let given_up = records.len().min(REFUSED_IN_A_ROW.saturating_sub(self.refused_in_a_row).max(1));
        refused.truncate(given_up);
        settle(Settled { records: &records[..given_up], refused })?;
        self.refused(given_up, &reason).map_err(E::from)
    }

    fn refused(&mut self, records: usize, reason: &str) -> Result<(), Stop> {
        self.refused_in_a_row += records;
        if self.refused_in_a_row < REFUSED_IN_A_ROW {
            return Ok(());
        }
        let reason = format!("{REFUSED_IN_A_ROW} lines refused one after the other: {reason}");
        Err(Stop::Receiver { reason, wait: None })
    }
}

fn size(record: &Record) -> usize {
    record.text.len() + FRAME
}
