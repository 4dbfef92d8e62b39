//! `JUnit` XML, for CI: one test case a target.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::outcome::{Judgement, Outcome};

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
    let failures = cases.iter().filter(|case| case.judgement != Judgement::Well).count();
    let seconds: f64 = cases.iter().map(|case| case.response_ms / 1000.0).sum();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"tillwatch probe\" \
         tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"{seconds:.3}\">\n",
        cases.len()
    );
    for case in cases {
        text.push_str(&test_case(case));
    }
    text.push_str("  </testsuite>\n</testsuites>\n");
    text
}

fn test_case(case: &Outcome) -> String {
    let mut text = format!(
        "    <testcase classname=\"probe.{}\" name=\"{}\" time=\"{:.3}\"",
        case.kind,
        escaped(&case.target),
        case.response_ms / 1000.0
    );
    // Writing to a string cannot fail.
    let _ = match case.judgement.reason() {
        None => writeln!(text, "/>"),
        Some(reason) => writeln!(
            text,
            ">\n      <failure type=\"{}\" message=\"{}\"/>\n    </testcase>",
            case.judgement.word(),
            escaped(reason)
        ),
    };
    text
}

/// Text for an attribute: markup escaped, and what XML 1.0 cannot hold replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
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
