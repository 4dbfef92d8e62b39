//! What an entry's receiver has taught: how much it takes at once, and before when it wants nothing.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

use super::deliver::Stop;
use super::ship::{Entry, Options};
use super::statements::{MEMORY, REMEMBER};
use crate::db::{Database, DbError, Session};
use crate::net::one_line;

/// A limit that was met is tried out again once it is so old.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Nobody is left alone for longer than this.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// What is kept from run to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Memory {
    /// Bytes that were not too much, and when that was learnt.
    most: Option<(usize, Timestamp)>,
    not_before: Option<Timestamp>,
    reason: String,
}

/// What one run knows and learns.
pub(super) struct Lesson<'a> {
    entry: &'a Entry,
    options: Options,
    began: Instant,
    kept: Memory,
    memory: Memory,
}

impl<'a> Lesson<'a> {
    pub(super) fn of(database: &Database, entry: &'a Entry, options: Options) -> Result<Self, DbError> {
        let kept = database.read(|session| Memory::read(session, entry))?;
        Ok(Self { entry, options, began: Instant::now(), memory: kept.clone(), kept })
    }

    /// Why nothing is to be sent yet.
    pub(super) fn patience(&self) -> Option<String> {
        let until = self.memory.wanted_at(self.options.now).filter(|_| !self.options.dry)?;
        Some(format!("the receiver wants nothing before {until:.0} ({})", self.memory.reason))
    }

    /// Bytes that may go together.
    pub(super) fn most(&self) -> Option<usize> {
        let learnt = self.memory.most_at(self.options.now);
        learnt.into_iter().chain(self.entry.most).min()
    }

    /// Takes note of what went together in the end.
    pub(super) fn learn(&mut self, most: Option<usize>) {
        if most != self.most() {
            self.memory.most = most.map(|most| (most, self.options.now));
        }
    }

    /// Takes note of how long to wait, and says why the run ended.
    pub(super) fn heed(&mut self, stop: Stop) -> String {
        let Stop::Receiver { reason, wait } = stop else { return "interrupted".into() };
        let reason = one_line(&reason);
        if let Some(wait) = wait {
            let now = self.options.now.checked_add(self.began.elapsed()).unwrap_or(self.options.now);
            self.memory.not_before = now.checked_add(wait.min(LONGEST_WAIT)).ok();
            self.memory.reason.clone_from(&reason);
        }
        reason
    }

    pub(super) fn store(&self, database: &Database) -> Result<(), DbError> {
        if self.memory == self.kept || self.options.dry {
            return Ok(());
        }
        database.write(|session| self.memory.store(session, self.entry))
    }
}

impl Memory {
    /// Another receiver's lessons do not count.
    fn read(session: &mut dyn Session, entry: &Entry) -> Result<Self, DbError> {
        let key = [entry.name.as_str().into(), entry.receiver.as_str().into()];
        let memory = session.first(&MEMORY, &key, |row| {
            let most = row.get(0)?.as_i64().and_then(|most| usize::try_from(most).ok());
            Ok(Self { most: most.zip(row.time(1)?), not_before: row.time(2)?, reason: row.text(3)? })
        })?;
        Ok(memory.unwrap_or_default())
    }

    fn store(&self, session: &mut dyn Session, entry: &Entry) -> Result<(), DbError> {
        let (most, at) = self.most.unzip();
        let most = most.map(|most| i64::try_from(most).unwrap_or(i64::MAX));
        let (name, receiver) = (entry.name.as_str(), entry.receiver.as_str());
        let row = [
            name.into(),
            receiver.into(),
            most.into(),
            at.into(),
            self.not_before.into(),
            self.reason.as_str().into(),
        ];
        session.execute(&REMEMBER, &row).map(drop)
    }

    /// Until when nothing is wanted, if that is still to come. What lies further ahead than anybody is left alone was noted
    /// by a clock that has been set back since.
    fn wanted_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.not_before.filter(|until| *until > now && until.duration_since(now) <= LONGEST_WAIT)
    }

    /// What may go together now: twice as much for each day since the limit was met.
    fn most_at(&self, now: Timestamp) -> Option<usize> {
        let (most, met) = self.most?;
        let days = now.duration_since(met).as_secs().max(0) / DAY.as_secs();
        Some(most.saturating_mul(1 << days.min(20)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(0, 1000)]
    #[case(23, 1000)]
    #[case(24, 2000)]
    #[case(50, 4000)]
    #[case(-24, 1000)]
    #[case(24 * 365, 1000 << 20)]
    fn a_limit_that_was_met_is_tried_out_again_after_a_day(#[case] hours: i64, #[case] most: usize) {
        let met: Timestamp = "2025-10-24T10:00:00Z".parse().unwrap();
        let memory = Memory { most: Some((1000, met)), ..Memory::default() };
        assert_eq!(memory.most_at(met + SignedDuration::from_hours(hours)), Some(most));
    }

    #[rstest::rstest]
    #[case(0, false)]
    #[case(20, true)]
    #[case(60, true)]
    #[case(60 * 24 * 365, false)]
    fn a_wait_noted_by_a_clock_that_was_far_ahead_is_none(#[case] minutes: i64, #[case] waits: bool) {
        let now: Timestamp = "2025-10-24T10:00:00Z".parse().unwrap();
        let until = now + SignedDuration::from_mins(minutes);
        let memory = Memory { not_before: Some(until), ..Memory::default() };
        assert_eq!(memory.wanted_at(now), waits.then_some(until));
    }
}
