//! A tick in one line.

use super::outcome::{Judgement, Outcome};

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
    unwell.sort_by_key(|outcome| std::cmp::Reverse(matches!(outcome.judgement, Judgement::Failed(_))));
    let mut line = format!("{well} of {} targets ok", outcomes.len());
    for outcome in unwell.iter().take(NAMED) {
        line.push_str(&format!("; {}: {}", outcome.target, outcome.judgement.reason().unwrap_or_default()));
    }
    if unwell.len() > NAMED {
        line.push_str(&format!("; and {} more", unwell.len() - NAMED));
    }
    line
}

fn single(outcome: &Outcome) -> String {
    let Outcome { target, judgement, response_ms, .. } = outcome;
    match judgement.reason() {
        Some(reason) => format!("{target}: {reason}"),
        None => format!("{target} ok in {response_ms:.0} ms"),
    }
}
