//! Sends dead letters once more, under the ids that they had.

use jiff::Timestamp;

use super::dead_letter::{DeadLetter, DeadLetters};
use super::deliver::{Delivery, Settled, Stop};
use super::ship::{Entry, ShipError};
use super::sink::Sink;

/// What became of some dead letters.
#[derive(Debug, Default)]
pub(crate) struct Resent {
    pub taken: Vec<DeadLetter>,
    /// With what the receiver says now.
    pub refused: Vec<DeadLetter>,
    /// Why the receiver got no more; the others stay as they are.
    pub stopped: Option<String>,
}

/// Tries those letters that are `chosen`, and keeps what the receiver does not take. The caller holds the entry's lock.
pub(crate) fn resend(
    entry: &Entry,
    sink: &dyn Sink,
    chosen: impl Fn(&DeadLetter) -> bool,
    now: Timestamp,
) -> Result<Resent, ShipError> {
    let path = &entry.dead_letters;
    let failed = |error: std::io::Error| ShipError::dead_letter(path, &error);
    let mut all = DeadLetters::read(path).map_err(failed)?;
    let letters: Vec<DeadLetter> = all.letters.iter().filter(|letter| chosen(letter)).cloned().collect();
    let records: Vec<_> = letters.iter().map(DeadLetter::record).collect();
    let mut resent = Resent::default();
    let mut rest = letters.into_iter();
    let outcome =
        Delivery::new(sink, Some(sink.limits().body)).send(&records, &mut |settled: Settled<'_>| {
            let mut refused = settled.refused.into_iter().peekable();
            for (at, letter) in rest.by_ref().take(settled.records.len()).enumerate() {
                match refused.next_if(|(index, _)| *index == at) {
                    Some((_, reason)) => resent.refused.push(DeadLetter { reason, at: now, ..letter }),
                    None => resent.taken.push(letter),
                }
            }
            Ok(())
        });
    resent.stopped = outcome.err().map(|stop| match stop {
        Stop::Receiver { reason, .. } => reason,
        Stop::Interrupted => "interrupted".into(),
    });
    all.letters.retain(|letter| !resent.taken.iter().any(|taken| taken.id == letter.id));
    for letter in &resent.refused {
        let known = all.letters.iter_mut().filter(|known| known.id == letter.id);
        known.for_each(|known| known.clone_from(letter));
    }
    if !(resent.taken.is_empty() && resent.refused.is_empty()) {
        all.write(path).map_err(failed)?;
    }
    Ok(resent)
}
