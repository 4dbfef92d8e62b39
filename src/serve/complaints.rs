//! What goes wrong in here is said on stderr, but each reason once a minute: a full disk must not be filled with the news
//! that it is full.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For how long a reason that was said is only counted.
const QUIET: Duration = Duration::from_mins(1);

/// So many reasons are told apart; a wrong that is always worded anew is said once a minute as well.
const REASONS: usize = 100;

/// Why a response is a failure of ours, carried by it to where it is said.
#[derive(Clone)]
pub(super) struct Complaint(pub(super) String);

/// When each reason was said last, and how often it was met since.
#[derive(Default)]
pub(super) struct Complaints(Mutex<HashMap<String, (Instant, u64)>>);

impl Complaints {
    /// What to say, if it is time to say it.
    pub(super) fn note(&self, reason: String, now: Instant) -> Option<String> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = |at: Instant| now.saturating_duration_since(at) < QUIET;
        if all.len() >= REASONS && !all.contains_key(&reason) {
            all.retain(|_, (at, _)| is_recent(*at));
        }
        let reason = if all.len() < REASONS { reason } else { "many things go wrong".into() };
        match all.get_mut(&reason) {
            Some((at, met)) if is_recent(*at) => {
                *met += 1;
                None
            }
            known => {
                let more = known.map_or(0, |(_, met)| *met);
                all.insert(reason.clone(), (now, 0));
                Some(if more == 0 {
                    reason
                } else {
                    format!("{reason} (and {more} times since this was said last)")
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_once_a_minute_with_how_often_it_was_met_and_others_are_not_held_back() {
        let (complaints, began) = (Complaints::default(), Instant::now());
        let note =
            |reason: &str, seconds| complaints.note(reason.into(), began + Duration::from_secs(seconds));
        assert_eq!(note("full", 0), Some("full".into()));
        assert_eq!([note("full", 1), note("full", 59)], [None, None]);
        assert_eq!(note("busy", 59), Some("busy".into()));
        assert_eq!(note("full", 60), Some("full (and 2 times since this was said last)".into()));
        assert_eq!([note("full", 61), note("busy", 120)], [None, Some("busy".into())]);
    }

    #[test]
    fn reasons_without_end_are_held_back_as_one_and_forgotten() {
        let (complaints, began) = (Complaints::default(), Instant::now());
        let note =
            |reason: u64, seconds| complaints.note(reason.to_string(), began + Duration::from_secs(seconds));
        assert_eq!((0..1000).filter_map(|reason| note(reason, 0)).count(), REASONS + 1);
        assert_eq!(note(1000, 60), Some("1000".into()));
        assert_eq!(complaints.0.lock().unwrap().len(), 1);
    }
}
