//! How fast bytes may leave.

use std::time::{Duration, Instant};

/// Spreads what is sent over time, so that on average no more than the rate leaves.
#[derive(Debug)]
pub(super) struct Pace {
    /// Bytes a second.
    rate: u64,
    free_at: Instant,
}

impl Pace {
    pub(super) fn new(rate: u64, now: Instant) -> Self {
        Self { rate: rate.max(1), free_at: now }
    }

    /// Books so many bytes, and says when they may leave.
    pub(super) fn book(&mut self, bytes: usize, now: Instant) -> Instant {
        let starts = self.free_at.max(now);
        let nanos = (bytes as u64).saturating_mul(1_000_000_000) / self.rate;
        let takes = Duration::from_nanos(nanos);
        self.free_at = starts + takes;
        starts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_batch_waits_until_those_before_it_have_had_their_time() {
        let start = Instant::now();
        let mut pace = Pace::new(1000, start);
        let mut waits = |bytes, after| {
            let now = start + Duration::from_millis(after);
            (pace.book(bytes, now) - start).as_millis()
        };
        assert_eq!([waits(500, 0), waits(500, 0), waits(100, 10)], [0, 500, 1000]);
        assert_eq!(waits(1, 9_000), 9_000, "time that went by unused is not made up for");
    }
}
