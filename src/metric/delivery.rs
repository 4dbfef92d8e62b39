//! Sends payloads: through the spool, so that nothing is lost on the way, or at once where there is none.

use jiff::Timestamp;

use super::spool::{Spool, Waiting};
use super::{Payload, Refused, Sender, Unable};
use crate::db::{Database, DbError};
use crate::ingest::{Sample, store_samples};

/// What became of a delivery.
#[derive(Debug, Default)]
pub(crate) struct Delivery {
    /// Samples that the receiver has now.
    pub sent: usize,
    /// What it will never take.
    pub refused: Vec<Refused>,
    /// Why the rest was not sent.
    pub stopped: Option<String>,
    /// What was neither sent nor kept, a line a sample.
    pub unsent: Vec<String>,
    /// Samples that wait in the spool.
    pub waiting: usize,
    /// Samples that the spool had no room for.
    pub dropped: usize,
}

impl Delivery {
    fn settle(&mut self, samples: usize, refused: Vec<Refused>) {
        self.sent += samples - refused.iter().map(|refused| refused.lines.len()).sum::<usize>().min(samples);
        self.refused.extend(refused);
    }
}

/// Sends at once and in order, up to the first payload that the receiver cannot take now.
pub(crate) fn send_now(sender: &Sender, payloads: &[Payload]) -> Delivery {
    let mut delivery = Delivery::default();
    for (index, payload) in payloads.iter().enumerate() {
        match sender.send(payload) {
            Ok(refused) => delivery.settle(payload.len(), refused),
            Err(Unable { reason, .. }) => {
                delivery.stopped = Some(reason);
                delivery.unsent = payloads[index..].iter().flat_map(Payload::lines).collect();
                break;
            }
        }
    }
    delivery
}

/// Keeps the payloads, so that a run that dies or finds nobody loses nothing; then see [`flush`].
///
/// Where another run sends what waits, `alone` is false, and this one sends its own payloads only: one that arrives twice
/// changes nothing.
pub(crate) fn send_spooled(
    sender: &Sender,
    spool: &Spool<'_>,
    payloads: &[Payload],
    alone: bool,
    now: Timestamp,
) -> Result<Delivery, DbError> {
    let before = spool.append(payloads, now)?;
    flush(sender, spool, if alone { 0 } else { before }, now)
}

/// Sends what waits behind an id, oldest first, up to the first payload that the receiver cannot take now, and then makes
/// room. Nothing is tried before the time that the receiver asked for.
pub(crate) fn flush(
    sender: &Sender,
    spool: &Spool<'_>,
    after: i64,
    now: Timestamp,
) -> Result<Delivery, DbError> {
    let mut delivery = Delivery::default();
    match spool.deferred(now)? {
        Some(until) => delivery.stopped = Some(format!("it asked to be left alone until {until:.0}")),
        None => send_waiting(sender, spool, after, now, &mut delivery)?,
    }
    (delivery.dropped, delivery.waiting) = spool.trim()?;
    Ok(delivery)
}

/// Keeps samples in the own database, all or none.
pub(crate) fn keep(
    database: &Database,
    samples: &[Sample],
    store_label: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    database.write(|session| store_samples(session, samples, store_label, None, now).map(drop))
}

fn send_waiting(
    sender: &Sender,
    spool: &Spool<'_>,
    mut after: i64,
    now: Timestamp,
    delivery: &mut Delivery,
) -> Result<(), DbError> {
    while let Some(Waiting { id, samples, payload, .. }) = spool.next(after)? {
        after = id;
        let unreadable = |reason: String| Refused { lines: vec![format!("payload {id}"); samples], reason };
        match payload.map(|payload| sender.send(&payload)) {
            Ok(Ok(refused)) => delivery.settle(samples, refused),
            Err(reason) => delivery.settle(samples, vec![unreadable(reason)]),
            Ok(Err(Unable { reason, wait })) => {
                if let Some(until) = wait.and_then(|wait| now.checked_add(wait).ok()) {
                    spool.defer(id, until)?;
                }
                delivery.stopped = Some(reason);
                return Ok(());
            }
        }
        spool.remove(id)?;
    }
    Ok(())
}
