//! Half-open stretches of time, and the one line of states that several observers make of a window.

/// A half-open stretch of time in milliseconds: `since` is in it, `until` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub since: i64,
    pub until: i64,
}

/// What is known of a stretch of time. Where several hold at once the later of these counts: what is closed is closed
/// whatever a check says, and one observer's "down" outweighs another's "up".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Nobody looked.
    Unknown,
    Up,
    Down,
    /// Planned work was on.
    Maintenance,
    /// It need not have been there.
    Closed,
}

/// A stretch of time in which one state held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub span: Span,
    pub state: State,
}

const STATES: [State; 5] = [State::Unknown, State::Up, State::Down, State::Maintenance, State::Closed];

impl Span {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of centuries are far below 2^53")]
    pub(crate) fn seconds(self) -> f64 {
        (self.until - self.since).max(0) as f64 / 1000.0
    }

    /// The part of it that lies within another.
    pub(crate) fn within(self, other: Self) -> Option<Self> {
        let part = Self { since: self.since.max(other.since), until: self.until.min(other.until) };
        (part.since < part.until).then_some(part)
    }
}

/// The same time without overlaps, in order: ten minutes that two saw are ten minutes.
pub(crate) fn union(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.into_iter().filter(|span| span.since < span.until).collect();
    all.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in all {
        match joined.last_mut() {
            Some(last) if span.since <= last.until => last.until = last.until.max(span.until),
            _ => joined.push(span),
        }
    }
    joined
}

/// The window in order, without gap or overlap: at each instant the gravest of the states seen, or unknown.
pub(crate) fn timeline(window: Span, seen: &[Interval]) -> Vec<Interval> {
    let mut edges: Vec<(i64, usize, i32)> = Vec::new();
    for interval in seen {
        let state = interval.state as usize;
        if let Some(span) = interval.span.within(window) {
            edges.extend([(span.since, state, 1), (span.until, state, -1)]);
        }
    }
    edges.sort_unstable();
    let (mut active, mut line, mut since) = ([0; STATES.len()], Vec::new(), window.since);
    for (at, state, step) in edges {
        add(&mut line, Span { since, until: at }, &active);
        active[state] += step;
        since = at;
    }
    add(&mut line, Span { since, until: window.until }, &active);
    line
}

fn add(line: &mut Vec<Interval>, span: Span, active: &[i32; STATES.len()]) {
    if span.since >= span.until {
        return;
    }
    let holds = STATES.into_iter().rev().find(|state| active[*state as usize] > 0);
    let state = holds.unwrap_or(State::Unknown);
    match line.last_mut() {
        Some(last) if last.state == state => last.span.until = span.until,
        _ => line.push(Interval { span, state }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(since: i64, until: i64) -> Span {
        Span { since, until }
    }

    #[test]
    fn what_two_saw_counts_once() {
        let joined = union([span(10, 20), span(5, 5), span(15, 30), span(30, 40), span(50, 60)]);
        assert_eq!(joined, [span(10, 40), span(50, 60)]);
    }

    #[test]
    fn the_gravest_state_counts_and_what_nobody_saw_is_unknown() {
        let seen = [
            Interval { span: span(0, 60), state: State::Up },
            Interval { span: span(20, 40), state: State::Down },
            Interval { span: span(30, 50), state: State::Maintenance },
            Interval { span: span(45, 200), state: State::Closed },
        ];
        let line: Vec<_> = timeline(span(-10, 80), &seen)
            .iter()
            .map(|interval| (interval.span.since, interval.span.until, interval.state))
            .collect();
        let expected = [
            (-10, 0, State::Unknown),
            (0, 20, State::Up),
            (20, 30, State::Down),
            (30, 45, State::Maintenance),
            (45, 80, State::Closed),
        ];
        assert_eq!(line, expected);
    }

    proptest! {
        /// Held against looking at every millisecond by itself.
        #[test]
        fn every_instant_of_the_window_has_the_gravest_state_and_no_other(
            seen in proptest::collection::vec((0_i64..60, 0_i64..60, 0_usize..5), 0..12),
        ) {
            let seen: Vec<Interval> = seen
                .into_iter()
                .map(|(since, until, state)| Interval { span: span(since, until), state: STATES[state] })
                .collect();
            let window = span(10, 50);
            let line = timeline(window, &seen);
            for at in window.since..window.until {
                let holds = |interval: &&Interval| interval.span.since <= at && at < interval.span.until;
                let gravest = seen.iter().filter(holds).map(|interval| interval.state).max();
                let found: Vec<State> = line.iter().filter(holds).map(|interval| interval.state).collect();
                prop_assert_eq!(found, vec![gravest.unwrap_or(State::Unknown)]);
            }
            prop_assert!(line.windows(2).all(|pair| pair[0].state != pair[1].state));
            prop_assert!(line.iter().all(|interval| interval.span.within(window) == Some(interval.span)));
        }

        #[test]
        fn a_union_has_the_same_instants_and_no_overlap(
            spans in proptest::collection::vec((0_i64..40, 0_i64..40), 0..10),
        ) {
            let spans: Vec<Span> = spans.into_iter().map(|(since, until)| span(since, until)).collect();
            let joined = union(spans.clone());
            let holds = |all: &[Span], at: i64| all.iter().any(|span| span.since <= at && at < span.until);
            prop_assert!((0..40).all(|at| holds(&spans, at) == holds(&joined, at)));
            prop_assert!(joined.windows(2).all(|pair| pair[0].until < pair[1].since));
        }
    }
}
