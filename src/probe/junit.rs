//! Outcomes as `JUnit` XML: one test case a target.

use std::collections::BTreeMap;

use super::outcome::Outcome;
use crate::render::{self, JunitCase};

/// A document with one `testsuite`. Of a target probed several times the worst outcome is the case, the first of
/// equals.
pub(crate) fn junit(outcomes: &[Outcome]) -> String {
    let mut cases: Vec<&Outcome> = Vec::new();
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in outcomes {
        let position = *positions.entry(&outcome.target).or_insert(cases.len());
        match cases.get_mut(position) {
            Some(worst) if outcome.judgement.rank() > worst.judgement.rank() => *worst = outcome,
            Some(_) => {}
            None => cases.push(outcome),
        }
    }
    let case = |outcome: &&Outcome| JunitCase {
        class: format!("probe.{}", outcome.kind),
        name: outcome.target.clone(),
        seconds: outcome.response_ms / 1000.0,
        failure: outcome
            .judgement
            .reason()
            .map(|reason| (outcome.judgement.word().into(), reason.to_owned())),
    };
    render::junit("tillwatch probe", &cases.iter().map(case).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::outcome::Judgement;
    use crate::probe::seen::Seen;

    fn outcome(target: &str, judgement: Judgement) -> Outcome {
        Outcome {
            target: target.into(),
            kind: "http",
            judgement,
            response_ms: 12.0,
            limit_ms: None,
            seen: Seen::new(jiff::Timestamp::UNIX_EPOCH),
            attempts: 1,
        }
    }

    #[test]
    fn a_target_is_one_case_with_its_worst_outcome() {
        let outcomes = [
            outcome("api", Judgement::Well),
            outcome("api", Judgement::Failed("body does not match /<a \"b\"&\u{1b}/".into())),
            outcome("api", Judgement::Well),
            outcome("db", Judgement::Well),
        ];
        insta::assert_snapshot!(junit(&outcomes), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="tillwatch probe" tests="2" failures="1" errors="0" skipped="0" time="0.024">
            <testcase classname="probe.http" name="api" time="0.012">
              <failure type="failed" message="body does not match /&lt;a &quot;b&quot;&amp;�/"/>
            </testcase>
            <testcase classname="probe.http" name="db" time="0.012"/>
          </testsuite>
        </testsuites>
        "#);
    }
}
