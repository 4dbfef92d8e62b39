//! When to probe again: `--every 30s --for 1m`.

use std::time::Duration;

use crate::time;

/// Ticks at multiples of `every`, strictly before `length`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticks {
    every: Duration,
    length: Duration,
}

/// Why there can be no ticks.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TickError {
    #[error("--every must be longer than 0")]
    Zero,
}

impl Ticks {
    pub(crate) fn new(every: time::Duration, length: time::Duration) -> Result<Self, TickError> {
        if every == time::Duration::ZERO {
            return Err(TickError::Zero);
        }
        Ok(Self { every: every.std(), length: length.std() })
    }

    /// When the next tick is due, counted from the beginning as `elapsed` is. Ticks missed by a slow one are left out.
    pub(crate) fn next(&self, elapsed: Duration) -> Option<Duration> {
        let past = elapsed.as_nanos() / self.every.as_nanos();
        let next = self.every.checked_mul(u32::try_from(past).ok()?.checked_add(1)?)?;
        (next < self.length).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(every: &str, length: &str) -> Ticks {
        Ticks::new(every.parse().unwrap(), length.parse().unwrap()).unwrap()
    }

    #[test]
    fn the_end_itself_is_no_tick() {
        let (second, millis) = (Duration::from_secs(30), Duration::from_millis(5));
        assert_eq!(ticks("30s", "1m").next(millis), Some(second));
        assert_eq!(ticks("30s", "1m").next(second + millis), None);
        assert_eq!(ticks("30s", "61s").next(second + millis), Some(second * 2));
    }

    #[test]
    fn a_slow_tick_leaves_out_the_missed_ones() {
        let next = ticks("10s", "1m").next(Duration::from_secs(25));
        assert_eq!(next, Some(Duration::from_secs(30)));
    }

    #[test]
    fn no_interval_is_refused() {
        assert!(Ticks::new(time::Duration::ZERO, time::Duration::ZERO).is_err());
    }
}
