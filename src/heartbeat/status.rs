//! The decision: what a store's silence means.

use crate::inventory::StoreState;
use crate::time::Duration;

/// How long a silence may last; only what is longer has passed, as in the shipped rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thresholds {
    pub late: Duration,
    pub overdue: Duration,
}

/// Whether heartbeats can arrive at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Receiver {
    /// It listens, or heartbeats arrive in some way that tillwatch does not see.
    Up,
    /// Nobody has listened for this many seconds.
    Out { seconds: f64 },
}

/// What is known of a store's app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Up,
    /// A heartbeat was missed: shown, and no alert yet.
    Late,
    Overdue,
    /// Open, and never heard from.
    NeverSeen,
    /// Outside its hours it owes no heartbeat.
    Closed,
    /// The receiver is out, which says nothing about the store.
    Unknown,
}

impl Status {
    /// The word that people and programs read.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Late => "late",
            Self::Overdue => "overdue",
            Self::NeverSeen => "never seen",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
        }
    }

    /// Whether somebody must look.
    pub(crate) const fn is_critical(self) -> bool {
        matches!(self, Self::Overdue | Self::NeverSeen | Self::Unknown)
    }
}

/// The status of a store: open or not, whether it was ever heard from, and the age that [`AGE`](super::AGE) gives.
pub(crate) fn status(
    store: StoreState,
    was_heard: bool,
    age: Option<f64>,
    receiver: Receiver,
    thresholds: Thresholds,
) -> Status {
    if store == StoreState::Closed {
        return Status::Closed;
    }
    if receiver == Receiver::Up && !was_heard {
        return Status::NeverSeen;
    }
    match (receiver, age) {
        (Receiver::Out { .. }, _) | (Receiver::Up, None) => Status::Unknown,
        (Receiver::Up, Some(age)) if age > thresholds.overdue.as_secs_f64() => Status::Overdue,
        (Receiver::Up, Some(age)) if age > thresholds.late.as_secs_f64() => Status::Late,
        (Receiver::Up, Some(_)) => Status::Up,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THRESHOLDS: Thresholds =
        Thresholds { late: Duration::from_secs(180), overdue: Duration::from_secs(300) };
    const OPEN: StoreState = StoreState::Open { since: None };
    const OUT: Receiver = Receiver::Out { seconds: 121.0 };

    #[rstest::rstest]
    #[case::fresh(OPEN, true, Some(0.0), Receiver::Up, Status::Up)]
    #[case::just_in_time(OPEN, true, Some(180.0), Receiver::Up, Status::Up)]
    #[case::past_three_minutes(OPEN, true, Some(180.001), Receiver::Up, Status::Late)]
    #[case::just_late(OPEN, true, Some(300.0), Receiver::Up, Status::Late)]
    #[case::past_five_minutes(OPEN, true, Some(300.001), Receiver::Up, Status::Overdue)]
    #[case::never(OPEN, false, Some(10.0), Receiver::Up, Status::NeverSeen)]
    #[case::never_and_ageless(OPEN, false, None, Receiver::Up, Status::NeverSeen)]
    #[case::closed_and_silent(StoreState::Closed, true, Some(9e9), Receiver::Up, Status::Closed)]
    #[case::closed_and_never_heard(StoreState::Closed, false, None, Receiver::Up, Status::Closed)]
    #[case::receiver_out(OPEN, true, None, OUT, Status::Unknown)]
    #[case::receiver_out_and_never_heard(OPEN, false, None, OUT, Status::Unknown)]
    #[case::receiver_out_and_closed(StoreState::Closed, true, None, OUT, Status::Closed)]
    fn silence_means(
        #[case] store: StoreState,
        #[case] was_heard: bool,
        #[case] age: Option<f64>,
        #[case] receiver: Receiver,
        #[case] expected: Status,
    ) {
        assert_eq!(status(store, was_heard, age, receiver, THRESHOLDS), expected);
    }
}
