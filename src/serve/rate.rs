//! How often one sender may come: a bucket of requests that fills again with time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::config::RequestRate;

/// From so many senders on, those that may send all they like anyway are forgotten.
const SENDERS: usize = 10_000;

/// What floats lose, in seconds: it must not become a second more.
const ROUNDING: f64 = 1e-6;

/// Everybody's bucket.
pub(crate) struct Limiter {
    rate: Option<RequestRate>,
    buckets: Mutex<HashMap<String, Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Limiter {
    pub(crate) fn new(rate: Option<RequestRate>) -> Self {
        Self { rate, buckets: Mutex::default() }
    }

    /// Counts a request of `who`; after how many seconds to come again, where it is one too many.
    pub(super) fn take(&self, who: impl FnOnce() -> String, now: Instant) -> Result<(), u16> {
        let Some(rate) = self.rate else { return Ok(()) };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= SENDERS {
            buckets.retain(|_, bucket| bucket.refilled(rate, now).left < f64::from(rate.requests));
        }
        let bucket = buckets.entry(who()).or_insert(Bucket { left: f64::from(rate.requests), at: now });
        *bucket = bucket.refilled(rate, now);
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Ok(());
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
        Err(((1.0 - bucket.left) / per_second(rate) - ROUNDING).ceil().max(1.0) as u16)
    }
}

impl Bucket {
    fn refilled(self, rate: RequestRate, now: Instant) -> Self {
        let more = now.saturating_duration_since(self.at).as_secs_f64() * per_second(rate);
        Self { left: (self.left + more).min(f64::from(rate.requests)), at: now }
    }
}

fn per_second(rate: RequestRate) -> f64 {
    f64::from(rate.requests.max(1)) / rate.per.signed().as_secs_f64().max(0.001)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_sender_may_come_so_often_and_hears_when_it_may_again_while_others_come_as_they_like() {
        let per = crate::time::Duration::from_secs(60);
        let limiter = Limiter::new(Some(RequestRate { requests: 2, per }));
        let began = Instant::now();
        let take =
            |who: &str, seconds: u64| limiter.take(|| who.to_owned(), began + Duration::from_secs(seconds));
        assert_eq!([take("a", 0), take("a", 0), take("a", 0)], [Ok(()), Ok(()), Err(30)]);
        assert_eq!(
            [take("b", 0), take("a", 20), take("a", 30), take("a", 31)],
            [Ok(()), Err(10), Ok(()), Err(29)]
        );
        // However long it was away, it has no more than it had at first.
        assert_eq!([take("a", 999), take("a", 999), take("a", 999)], [Ok(()), Ok(()), Err(30)]);
        assert_eq!(Limiter::new(None).take(|| unreachable!(), began), Ok(()));
    }

    #[test]
    fn senders_that_are_not_held_back_are_forgotten() {
        let per = crate::time::Duration::from_secs(1);
        let limiter = Limiter::new(Some(RequestRate { requests: 1, per }));
        let began = Instant::now();
        for number in 0..SENDERS {
            limiter.take(|| number.to_string(), began).unwrap();
        }
        limiter.take(|| "held".into(), began + Duration::from_millis(1500)).unwrap();
        limiter.take(|| "x".into(), began + Duration::from_millis(1600)).unwrap();
        assert_eq!(limiter.buckets.lock().unwrap().len(), 2);
        assert_eq!(limiter.take(|| "held".into(), began + Duration::from_millis(1600)), Err(1));
    }
}
