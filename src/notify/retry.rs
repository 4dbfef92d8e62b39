//! What follows a failed attempt: pure.

use jiff::{SignedDuration, Timestamp};

use super::Settled;
use super::channel::SendError;

/// The first wait; each further one is twice as long.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);
/// With the waits above, about seven hours.
const MOST_ATTEMPTS: u32 = 12;

/// Whether and when to try again after the `attempts`th attempt failed.
pub(super) fn after_failure(error: &SendError, attempts: i64, now: Timestamp) -> Settled {
    let attempts = u32::try_from(attempts).unwrap_or(u32::MAX);
    match error {
        SendError::Permanent(reason) => Settled::Dead { error: reason.clone() },
        SendError::Temporary { reason, .. } if attempts >= MOST_ATTEMPTS => {
            Settled::Dead { error: format!("{reason}; gave up after {attempts} attempts") }
        }
        SendError::Temporary { reason, retry_after } => {
            let doubled = FIRST_WAIT * 2_i32.saturating_pow(attempts.saturating_sub(1).min(10));
            let wait = doubled.min(LONGEST_WAIT).max(retry_after.unwrap_or(SignedDuration::ZERO));
            Settled::Retry { at: now.saturating_add(wait).unwrap_or(now), error: reason.clone() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(attempts: i64, retry_after: Option<i64>) -> Option<i64> {
        let retry_after = retry_after.map(SignedDuration::from_secs);
        let error = SendError::Temporary { reason: "503".into(), retry_after };
        match after_failure(&error, attempts, Timestamp::UNIX_EPOCH) {
            Settled::Retry { at, .. } => Some(at.as_second()),
            _ => None,
        }
    }

    #[rstest::rstest]
    #[case::first(1, None, Some(30))]
    #[case::doubles(2, None, Some(60))]
    #[case::up_to_an_hour(9, None, Some(3600))]
    #[case::the_receiver_may_ask_for_more(1, Some(120), Some(120))]
    #[case::but_not_for_less(3, Some(1), Some(120))]
    #[case::twelve_are_enough(12, None, None)]
    fn waits(#[case] attempts: i64, #[case] retry_after: Option<i64>, #[case] seconds: Option<i64>) {
        assert_eq!(wait(attempts, retry_after), seconds);
    }

    #[test]
    fn a_permanent_error_is_not_tried_again() {
        let settled = after_failure(&SendError::Permanent("no such user".into()), 1, Timestamp::UNIX_EPOCH);
        assert_eq!(settled, Settled::Dead { error: "no such user".into() });
    }
}
