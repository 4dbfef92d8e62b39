//! A tick, and what took how long, in one line each.

use std::cmp::Reverse;

use super::outcome::{Judgement, Outcome, expiry};
use super::seen::Phase;

/// How many names a line carries.
const NAMED: usize = 3;

/// `3 of 4 targets ok; db: connection refused`, the worst first.
pub(crate) fn summary(outcomes: &[Outcome]) -> String {
    if let [only] = outcomes {
        return single(only);
    }
    let well = outcomes.iter().filter(|outcome| outcome.judgement == Judgement::Well).count();
    let mut unwell: Vec<&Outcome> =
        outcomes.iter().filter(|outcome| outcome.judgement != Judgement::Well).collect();
    unwell.sort_by_key(|outcome| Reverse(outcome.judgement.rank()));
    let named = unwell.iter().take(NAMED);
    let mut parts: Vec<String> = vec![format!("{well} of {} targets ok", outcomes.len())];
    parts.extend(named.map(|it| format!("{}: {}", it.target, it.judgement.reason().unwrap_or_default())));
    if unwell.len() > NAMED {
        parts.push(format!("and {} more", unwell.len() - NAMED));
    }
    parts.join("; ")
}

/// `api: resolving the name 0.1 ms, connecting 0.3 ms`, for whoever wants to know where the time went.
pub(crate) fn phases(outcome: &Outcome) -> String {
    let spent = Phase::ALL
        .iter()
        .filter_map(|phase| outcome.seen.millis(*phase).map(|millis| format!("{phase} {millis:.1} ms")));
    let certificate = outcome.seen.cert_days.map(expiry);
    let parts: Vec<String> = spent.chain(certificate).collect();
    format!("{}: {}", outcome.target, parts.join(", "))
}

fn single(outcome: &Outcome) -> String {
    let Outcome { target, judgement, response_ms, .. } = outcome;
    match judgement.reason() {
        Some(reason) => format!("{target}: {reason}"),
        None => format!("{target} ok in {response_ms:.0} ms"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::seen::Seen;

    fn outcome(target: &str, judgement: Judgement) -> Outcome {
        let seen = Seen::new(jiff::Timestamp::UNIX_EPOCH);
        let target = target.into();
        Outcome { target, kind: "tcp", judgement, response_ms: 12.3, limit_ms: None, seen, attempts: 1 }
    }

    #[test]
    fn failures_are_named_before_warnings_and_the_rest_is_counted() {
        let failed = || Judgement::Failed("connection refused".into());
        let all = [
            outcome("shop", Judgement::Warning("certificate expires in 3 days".into())),
            outcome("api", failed()),
            outcome("db", failed()),
            outcome("pos", failed()),
            outcome("site", Judgement::Well),
        ];
        assert_eq!(
            summary(&all),
            "1 of 5 targets ok; api: connection refused; db: connection refused; pos: connection refused; and 1 more"
        );
        assert_eq!(summary(&all[4..]), "site ok in 12 ms");
    }
}
