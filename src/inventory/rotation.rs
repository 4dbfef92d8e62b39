//! Who is on call: members who take turns by the civil calendar, and whoever stands in.

use std::iter;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::config;
use crate::time::{self, Duration};

/// Members who take turns. Somebody always is on call, before the first turn too.
#[derive(Clone, Debug)]
pub(crate) struct Rotation {
    /// Never empty.
    members: Vec<String>,
    /// When turn 0 begins, by local time: so that hand-overs keep their hour when clocks are moved.
    starts: DateTime,
    every: Duration,
    zone: TimeZone,
    overrides: Vec<Override>,
}

/// `who` stands in from `from` up to but not including `until`.
#[derive(Clone, Debug)]
pub(crate) struct Override {
    pub who: String,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// Somebody is on call from one instant up to another; to the end of time where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift<'r> {
    pub who: &'r str,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

impl Rotation {
    pub(super) fn new(config: &config::Rotation, zone: TimeZone) -> Self {
        let instant = |moment: time::Moment| moment.at(&zone).unwrap_or(Timestamp::MAX);
        let stands_in = |entry: &config::Override| Override {
            who: entry.who.clone(),
            from: instant(entry.from),
            until: instant(entry.until),
        };
        Self {
            members: config.members.to_vec(),
            starts: config.starts.local(&zone),
            every: config.every,
            overrides: config.overrides.iter().map(stands_in).collect(),
            zone,
        }
    }

    /// The member on call at an instant.
    pub(crate) fn on_call(&self, at: Timestamp) -> &str {
        self.stand_in(at).unwrap_or_else(|| {
            let count = i64::try_from(self.members.len()).unwrap_or(i64::MAX);
            let index = usize::try_from(self.turn(at).rem_euclid(count)).unwrap_or_default();
            &self.members[index]
        })
    }

    /// When somebody else comes on call after an instant, and who; `None` if nobody ever does.
    pub(crate) fn next_handover(&self, at: Timestamp) -> Option<(Timestamp, &str)> {
        let now = self.on_call(at);
        let is_alone = self.members.iter().all(|member| member == now);
        let next = |at: &Timestamp| self.next_change(*at, is_alone);
        // After as many turns as there are members somebody else has had one, unless an override began or ended.
        let enough = (self.members.len() + 1) * (2 * self.overrides.len() + 1);
        let changes = iter::successors(next(&at), next).take(enough);
        changes.map(|at| (at, self.on_call(at))).find(|(_, who)| *who != now)
    }

    /// The shifts that hold at `since` or begin before `until`; the first is told from `since` on.
    pub(crate) fn shifts(&self, since: Timestamp, until: Timestamp) -> impl Iterator<Item = Shift<'_>> {
        let shift = |from: Timestamp, who| {
            let handover = self.next_handover(from);
            (Shift { who, from, until: handover.map(|(at, _)| at) }, handover)
        };
        let first = shift(since, self.on_call(since));
        let shifts = iter::successors(Some(first), move |(_, handover)| {
            handover.filter(|(at, _)| *at < until).map(|(at, who)| shift(at, who))
        });
        shifts.map(|(shift, _)| shift)
    }

    pub(crate) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub(crate) fn overrides(&self) -> &[Override] {
        &self.overrides
    }

    fn stand_in(&self, at: Timestamp) -> Option<&str> {
        let held = self.overrides.iter().rev().find(|entry| entry.from <= at && at < entry.until);
        held.map(|entry| entry.who.as_str())
    }

    /// The next instant at which a turn, unless they make no difference, or an override begins or ends.
    fn next_change(&self, at: Timestamp, overrides_only: bool) -> Option<Timestamp> {
        let edges =
            self.overrides.iter().flat_map(|entry| [entry.from, entry.until]).filter(|edge| *edge > at);
        let is_turn = !overrides_only && self.stand_in(at).is_none();
        edges.chain(is_turn.then(|| self.begins(self.turn(at) + 1)).flatten()).min()
    }

    /// The number of the turn that holds at an instant.
    fn turn(&self, at: Timestamp) -> i64 {
        let since = self.zone.to_datetime(at).duration_since(self.starts);
        let millis = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        let mut turn = millis.div_euclid(self.every.as_millis());
        // Within the hours that clocks skip or repeat, local time does not tell on which side of a hand-over it is.
        while self.begins(turn + 1).is_some_and(|begins| begins <= at) {
            turn += 1;
        }
        while self.begins(turn).is_some_and(|begins| begins > at) {
            turn -= 1;
        }
        turn
    }

    fn begins(&self, turn: i64) -> Option<Timestamp> {
        let since = SignedDuration::from_millis(self.every.as_millis().checked_mul(turn)?);
        time::instant(self.starts.checked_add(since).ok()?, &self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn rotation(members: &[&str], every: &str, overrides: &[(&str, &str, &str)]) -> Rotation {
        Rotation {
            members: members.iter().map(|member| (*member).to_owned()).collect(),
            starts: "2026-01-05T09:00".parse().unwrap(),
            every: every.parse().unwrap(),
            zone: time::zone("Europe/Berlin").unwrap(),
            overrides: overrides
                .iter()
                .map(|(who, from, until)| Override {
                    who: (*who).to_owned(),
                    from: at(from),
                    until: at(until),
                })
                .collect(),
        }
    }

    #[rstest::rstest]
    #[case::at_the_start("2026-01-05T08:00:00Z", "ivan")]
    #[case::before_the_start("2026-01-05T07:59:59Z", "petr")]
    #[case::up_to_the_handover("2026-01-12T07:59:59Z", "ivan")]
    #[case::from_the_handover("2026-01-12T08:00:00Z", "maria")]
    #[case::around_again("2026-01-26T08:00:00Z", "ivan")]
    #[case::before_the_handover_of_summer("2026-03-30T06:59:59Z", "petr")]
    #[case::the_handover_of_summer("2026-03-30T07:00:00Z", "ivan")]
    fn members_take_turns_by_local_time(#[case] instant: &str, #[case] who: &str) {
        assert_eq!(rotation(&["ivan", "maria", "petr"], "1w", &[]).on_call(at(instant)), who);
    }

    #[test]
    fn every_handover_keeps_its_hour_and_the_turns_their_order() {
        let weekly = rotation(&["ivan", "maria"], "1w", &[]);
        let (mut now, mut last) = (at("2026-01-05T08:00:00Z"), "ivan");
        for _ in 0..60 {
            let (handover, who) = weekly.next_handover(now).unwrap();
            assert_eq!(handover.to_zoned(weekly.zone.clone()).time(), jiff::civil::time(9, 0, 0, 0));
            assert_ne!(who, last);
            assert_eq!(weekly.on_call(handover), who);
            assert_eq!(weekly.on_call(handover - SignedDuration::from_secs(1)), last);
            (now, last) = (handover, who);
        }
    }

    #[test]
    fn every_instant_of_a_night_on_which_clocks_move_has_its_turn() {
        for (night, hours) in [("2026-03-28T22:00:00Z", 8), ("2026-10-24T22:00:00Z", 8)] {
            let mut hourly = rotation(&["a", "b", "c", "d", "e", "f", "g"], "1h", &[]);
            hourly.starts = "2026-01-05T09:30".parse().unwrap();
            for minute in 0..hours * 60 {
                let now = at(night) + SignedDuration::from_mins(minute);
                let turn = hourly.turn(now);
                assert!(
                    hourly.begins(turn).unwrap() <= now && now < hourly.begins(turn + 1).unwrap(),
                    "{now}"
                );
            }
        }
    }

    #[test]
    fn an_override_holds_from_its_beginning_up_to_its_end_and_the_later_in_the_list_wins() {
        let rotation = rotation(
            &["ivan", "maria"],
            "1w",
            &[
                ("petr", "2026-01-07T00:00:00Z", "2026-01-20T00:00:00Z"),
                ("olga", "2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z"),
            ],
        );
        let who = |instant| rotation.on_call(at(instant));
        assert_eq!(who("2026-01-06T23:59:59Z"), "ivan");
        assert_eq!(who("2026-01-07T00:00:00Z"), "petr");
        assert_eq!(who("2026-01-08T12:00:00Z"), "olga");
        assert_eq!(who("2026-01-09T00:00:00Z"), "petr");
        assert_eq!(who("2026-01-20T00:00:00Z"), "ivan");
        let next = |instant| rotation.next_handover(at(instant)).unwrap();
        assert_eq!(next("2026-01-06T00:00:00Z"), (at("2026-01-07T00:00:00Z"), "petr"));
        assert_eq!(next("2026-01-09T00:00:00Z"), (at("2026-01-20T00:00:00Z"), "ivan"));
    }

    #[test]
    fn a_turn_that_follows_ones_own_is_no_handover_and_nobody_hands_over_alone() {
        let double = rotation(&["ivan", "ivan", "maria"], "1d", &[]);
        assert_eq!(
            double.next_handover(at("2026-01-05T08:00:00Z")),
            Some((at("2026-01-07T08:00:00Z"), "maria"))
        );
        assert_eq!(rotation(&["ivan"], "1d", &[]).next_handover(at("2026-01-05T08:00:00Z")), None);
        let away = [("maria", "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z")];
        let alone = rotation(&["ivan"], "1h", &away);
        assert_eq!(
            alone.next_handover(at("2026-01-05T08:00:00Z")),
            Some((at("2027-01-01T00:00:00Z"), "maria"))
        );
    }
}
