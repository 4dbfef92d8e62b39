//! `JUnit` XML, for CI.

use std::fmt::Write as _;

use super::escaped;

/// One test case.
#[derive(Clone, Debug)]
pub(crate) struct JunitCase {
    pub class: String,
    pub name: String,
    pub seconds: f64,
    /// The kind of a failure and what it says.
    pub failure: Option<(String, String)>,
}

/// A document with one `testsuite`.
pub(crate) fn junit(suite: &str, cases: &[JunitCase]) -> String {
    let failures = cases.iter().filter(|case| case.failure.is_some()).count();
    let seconds: f64 = cases.iter().map(|case| case.seconds).sum();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"{}\" tests=\"{}\" \
         failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"{seconds:.3}\">\n",
        attribute(suite),
        cases.len()
    );
    for case in cases {
        text.push_str(&test_case(case));
    }
    text.push_str("  </testsuite>\n</testsuites>\n");
    text
}

fn test_case(case: &JunitCase) -> String {
    let mut text = format!(
        "    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3}\"",
        attribute(&case.class),
        attribute(&case.name),
        case.seconds
    );
    // Writing to a string cannot fail.
    let _ = match &case.failure {
        None => writeln!(text, "/>"),
        Some((kind, message)) => writeln!(
            text,
            ">\n      <failure type=\"{}\" message=\"{}\"/>\n    </testcase>",
            attribute(kind),
            attribute(message)
        ),
    };
    text
}

/// Text for an attribute: markup escaped, and what XML 1.0 cannot hold replaced.
fn attribute(text: &str) -> String {
    let impossible = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let text = escaped(text).replace('\n', "&#10;").replace('\t', "&#9;");
    text.replace(impossible, "\u{fffd}")
}
