//! What follows a failed attempt: pure.

use jiff::{SignedDuration, Timestamp};

use super::channel::SendError;
use super::{OutboxRow, Settled};

/// The first wait; each further one is twice as long.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);
/// With the waits above, about seven hours.
const MOST_FAILURES: i64 = 12;

/// Whether and when to try again after an attempt at a row failed. Attempts whose run died lengthen the wait, and are no
/// reason to give up: nobody knows that they failed.
pub(super) fn after_failure(error: &SendError, row: &OutboxRow, now: Timestamp) -> Settled {
    match error {
        SendError::Permanent(reason) => Settled::Dead { error: reason.clone() },
        SendError::Temporary { reason, .. } if row.failures + 1 >= MOST_FAILURES => {
            Settled::Dead { error: reason.clone() }
        }
        SendError::Temporary { reason, retry_after } => {
            let asked = now.saturating_add(retry_after.unwrap_or(SignedDuration::ZERO)).unwrap_or(now);
            Settled::Retry { at: wait_until(row.attempts, now).max(asked), error: reason.clone() }
        }
    }
}

/// Until when a row is left alone after so many attempts.
pub(super) fn wait_until(attempts: i64, now: Timestamp) -> Timestamp {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(10);
    let wait = (FIRST_WAIT * 2_i32.saturating_pow(doublings)).min(LONGEST_WAIT);
    now.saturating_add(wait).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notify::State;
    use crate::notify::{Kind, Subject};

    fn row(attempts: i64, failures: i64) -> OutboxRow {
        OutboxRow {
            id: 1,
            subject: Subject::Incident(1),
            revision: 1,
            step: 0,
            kind: Kind::Open,
            channel: "sms".into(),
            person: "ann".into(),
            recipient: "ann".into(),
            bundle: None,
            created: Timestamp::UNIX_EPOCH,
            not_before: Timestamp::UNIX_EPOCH,
            attempts,
            failures,
            state: State::Sending,
            error: None,
            settled: None,
            severity: None,
            lease_until: None,
        }
    }

    fn wait(attempts: i64, failures: i64, retry_after: Option<i64>) -> Option<i64> {
        let retry_after = retry_after.map(SignedDuration::from_secs);
        let error = SendError::Temporary { reason: "503".into(), retry_after };
        match after_failure(&error, &row(attempts, failures), Timestamp::UNIX_EPOCH) {
            Settled::Retry { at, .. } => Some(at.as_second()),
            _ => None,
        }
    }

    #[rstest::rstest]
    #[case::first(1, 0, None, Some(30))]
    #[case::doubles(2, 1, None, Some(60))]
    #[case::up_to_an_hour(9, 8, None, Some(3600))]
    #[case::the_receiver_may_ask_for_more(1, 0, Some(120), Some(120))]
    #[case::but_not_for_less(3, 2, Some(1), Some(120))]
    #[case::twelve_failures_are_enough(12, 11, None, None)]
    #[case::runs_that_died_are_none(40, 10, None, Some(3600))]
    fn waits(
        #[case] attempts: i64,
        #[case] failures: i64,
        #[case] retry_after: Option<i64>,
        #[case] seconds: Option<i64>,
    ) {
        assert_eq!(wait(attempts, failures, retry_after), seconds);
    }

    #[test]
    fn a_permanent_error_is_not_tried_again() {
        let settled =
            after_failure(&SendError::Permanent("no such user".into()), &row(1, 0), Timestamp::UNIX_EPOCH);
        assert_eq!(settled, Settled::Dead { error: "no such user".into() });
    }
}
